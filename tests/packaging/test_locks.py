"""The lock files hold one exact version of everything pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from virtual_environment import APP_LOCK, CHECKS_LOCK, ROOT

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _pins(lock: Path) -> dict[str, str]:
    found = _PIN.findall(lock.read_text(encoding="utf-8"))
    assert len(found) == len(dict(found)), "a package is pinned twice"
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        pytest.param(APP_LOCK, _PROJECT["dependencies"], id="app"),
        pytest.param(CHECKS_LOCK, _PROJECT["optional-dependencies"]["dev"], id="checks"),
    ],
)
def test_a_lock_meets_every_requirement_of_pyproject(lock, requirements):
    pins = _pins(lock)
    for text in requirements:
        requirement = Requirement(text)
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"{text}: run python3 packaging/lock.py"
        assert requirement.specifier.contains(version), f"{text}: run python3 packaging/lock.py"


def test_the_checks_run_on_the_versions_the_app_ships():
    assert _pins(APP_LOCK).items() <= _pins(CHECKS_LOCK).items()


@pytest.mark.parametrize("lock", [APP_LOCK, CHECKS_LOCK], ids=["app", "checks"])
def test_every_pin_has_hashes(lock):
    pins = re.split(r"\n(?=[a-z])", lock.read_text(encoding="utf-8"))[1:]
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)


def test_every_package_of_the_app_has_its_licence_noted():
    notes = (APP_LOCK.parent / "licences" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Za-z0-9-]+) \|", notes, re.MULTILINE)
    assert _pins(APP_LOCK).keys() <= {canonicalize_name(row) for row in rows}
