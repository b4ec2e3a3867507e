"""The virtual environment counts as complete only after a finished installation of the same lock."""

from pathlib import Path

import pytest
import virtual_environment


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "some.lock"
    path.write_text("", encoding="utf-8")
    return path


@pytest.fixture
def built(tmp_path: Path, lock: Path) -> Path:
    """A virtual environment as an empty lock leaves it, without the network and without pip."""
    folder = tmp_path / "venv"
    python = virtual_environment.python_in(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    stamp = virtual_environment._stamp_path(folder, lock)
    stamp.write_text(virtual_environment._stamp(folder, lock), encoding="utf-8")
    return folder


def test_a_finished_installation_is_complete(built, lock):
    assert virtual_environment.is_complete(built, [lock])


def test_a_complete_one_is_left_alone(built, lock):
    virtual_environment.build(built, [lock])
    assert virtual_environment.python_in(built).read_bytes() == b""


def test_an_interrupted_installation_is_not_complete(built, lock):
    virtual_environment._stamp_path(built, lock).unlink()
    assert not virtual_environment.is_complete(built, [lock])


def test_a_changed_lock_makes_it_incomplete(built, lock):
    lock.write_text("one==1\n", encoding="utf-8")
    assert not virtual_environment.is_complete(built, [lock])


def test_a_moved_one_is_not_complete(built, lock):
    moved = built.rename(built.with_name("elsewhere"))
    assert not virtual_environment.is_complete(moved, [lock])


def test_one_without_its_python_is_not_complete(built, lock):
    virtual_environment.python_in(built).unlink()
    assert not virtual_environment.is_complete(built, [lock])


def test_a_second_lock_is_asked_for_apart(built, lock, tmp_path):
    other = tmp_path / "other.lock"
    other.write_text("", encoding="utf-8")
    assert not virtual_environment.is_complete(built, [lock, other])
