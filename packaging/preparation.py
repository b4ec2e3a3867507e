"""Prepares everything the app needs before it can run: system packages, Python packages, a display."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import system_packages
import virtual_environment
from console import SetupError, say
from virtual_display import is_display_found, virtual_display

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Prepared:
    """A Python with the locked packages, and the environment variables to start it with."""

    python: Path
    environment: dict[str, str]
    is_display_virtual: bool


@contextmanager
def prepared(locks: Sequence[Path]) -> Iterator[Prepared]:
    """Set up what is missing for `locks`, and keep a display until the block ends."""
    _require_python()
    _install_system_packages(locks)
    virtual_environment.build(virtual_environment.FOLDER, locks)
    is_virtual = not is_display_found(os.environ)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="partnerdesk-")))
        environment = child_environment(os.environ, folder)
        if is_virtual:
            say("no display found (neither DISPLAY nor WAYLAND_DISPLAY leads to one): using a virtual one")
            environment |= stack.enter_context(virtual_display(folder))
        yield Prepared(virtual_environment.python_in(virtual_environment.FOLDER), environment, is_virtual)


def child_environment(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Return `environment` with what Python and Qt miss on a bare system; `folder` is private to us."""
    result = {name: value for name, value in environment.items() if name != "PYTHONHOME"}
    result["PYTHONPATH"] = str(virtual_environment.ROOT)
    if not sys.platform.startswith("linux"):
        return result
    if not result.get("WAYLAND_DISPLAY") and not _is_private_folder(result.get("XDG_RUNTIME_DIR", "")):
        result["XDG_RUNTIME_DIR"] = str(folder)
    if not result.get("HOME"):
        result["HOME"] = _home_or(folder)
    if result.get("LC_ALL") in ("C", "POSIX"):
        result["LC_ALL"] = "C.UTF-8"
    return result


def _require_python() -> None:
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        raise SetupError(f"this is Python {found}; PartnerDesk needs Python 3.11 or later.")


def _install_system_packages(locks: Sequence[Path]) -> None:
    """Install what is missing, twice: a display may turn out dead once its library is there."""
    for _ in range(2):
        system_packages.install(_missing(locks))
    if missing := _missing(locks):
        names = ", ".join(one.name for one in missing)
        raise SetupError(f"the packages are installed, but {names} still cannot be found.")


def _missing(locks: Sequence[Path]) -> list[system_packages.Missing]:
    missing = system_packages.missing_qt_libraries()
    if not virtual_environment.is_complete(virtual_environment.FOLDER, locks[:1]):
        missing += system_packages.missing_venv_support()
    if not is_display_found(os.environ):
        missing += system_packages.missing_virtual_display()
    return missing


def _is_private_folder(path: str) -> bool:
    """Tell whether Qt would take `path` for a runtime folder without a warning."""
    try:
        status = Path(path).stat() if path else None
    except OSError:
        return False
    if status is None or not stat.S_ISDIR(status.st_mode):
        return False
    return status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) == stat.S_IRWXU


def _home_or(folder: Path) -> str:
    try:
        return str(Path.home())
    except RuntimeError:
        say("this account has no home folder: settings are not kept")
        return str(folder)
