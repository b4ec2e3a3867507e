"""Finds the system's libraries and programs that Qt needs and installs the missing ones with apt."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

import child_process
from child_process import Output
from console import SetupError, say

# Debian's names; where Debian 13 renamed a package (libcups2t64), it still answers to the old name.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
}

_APT_INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
_APT_SETTINGS = ("-q", "-o", "DPkg::Lock::Timeout=120")


class Missing(NamedTuple):
    """One thing the system lacks, and the Debian package that brings it."""

    name: str
    package: str


def missing_qt_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[Missing]:
    """Return the libraries that `load` cannot open; Qt's wheels bring their own but on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [Missing(name, package) for name, package in QT_LIBRARIES.items() if not _opens(name, load)]


def missing_virtual_display() -> list[Missing]:
    """Return the X server without a screen, if it is missing."""
    return [] if shutil.which("Xvfb") else [Missing("Xvfb", "xvfb")]


def missing_venv_support() -> list[Missing]:
    """Return the part of Python that makes virtual environments; Debian packages it apart."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [Missing("ensurepip", f"python{sys.version_info.major}.{sys.version_info.minor}-venv")]


def install(missing: Sequence[Missing]) -> None:
    """Install what is missing; SetupError with the exact command where that is not ours to do."""
    if not missing:
        return
    if not _may_install():
        raise SetupError(how_to_install(missing, has_apt=shutil.which("apt-get") is not None))
    packages = _packages(missing)
    say(f"installing system packages: {' '.join(packages)}")
    if not _apt_installs(packages):
        raise SetupError(f"apt-get could not install: {' '.join(packages)}. Its own message is above.")


def how_to_install(missing: Sequence[Missing], *, has_apt: bool) -> str:
    """Return the message for a person who has to install what is missing."""
    names = ", ".join(one.name for one in missing)
    if not has_apt:
        return f"the system lacks {names}. Install them with its package manager and start again."
    command = " ".join((*_APT_INSTALL, *_packages(missing)))
    return (
        f"the system lacks {names}. Install them and start again:\n    sudo apt-get update && sudo {command}"
    )


def _opens(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _packages(missing: Sequence[Missing]) -> list[str]:
    return list(dict.fromkeys(one.package for one in missing))


def _apt_installs(packages: Sequence[str]) -> bool:
    """Install `packages`, with a fresh package list only where the present one will not do."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def succeeds(*command: str, output: Output = Output.AS_MESSAGES) -> bool:
        return child_process.run(command, environment=environment, output=output) == 0

    install_now = (*_APT_INSTALL, *_APT_SETTINGS, *packages)
    if succeeds(*install_now, "--simulate", output=Output.HIDDEN) and succeeds(*install_now):
        return True
    return succeeds("apt-get", "update", *_APT_SETTINGS) and succeeds(*install_now)
