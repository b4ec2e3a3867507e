"""Missing libraries are found, and the person is told the exact command."""

import sys

import pytest
import system_packages
from system_packages import Missing

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt's wheels bring their own")


@on_linux
def test_a_library_that_does_not_open_is_missing_with_its_package():
    def load(name: str) -> None:
        if name == "libcups.so.2":
            raise OSError(name)

    assert system_packages.missing_qt_libraries(load) == [Missing("libcups.so.2", "libcups2")]


def test_nothing_is_missing_where_every_library_opens():
    assert system_packages.missing_qt_libraries(lambda name: None) == []


@on_linux
def test_the_loader_of_the_system_notices_a_library_that_does_not_exist(tmp_path):
    assert not system_packages._opens(str(tmp_path / "libnone.so.1"), system_packages.ctypes.CDLL)


def test_nothing_missing_installs_nothing():
    system_packages.install([])


def test_without_root_the_message_names_each_package_once_in_one_command():
    missing = [Missing("libGL.so.1", "libgl1"), Missing("Xvfb", "xvfb"), Missing("libGLX.so.0", "libgl1")]
    message = system_packages.how_to_install(missing, has_apt=True)
    assert "the system lacks libGL.so.1, Xvfb, libGLX.so.0." in message
    command = "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgl1 xvfb"
    assert message.splitlines()[-1].strip() == command


def test_without_apt_the_message_names_the_libraries():
    message = system_packages.how_to_install([Missing("libGL.so.1", "libgl1")], has_apt=False)
    assert "libGL.so.1" in message
    assert "apt" not in message
