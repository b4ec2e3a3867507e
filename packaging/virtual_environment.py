"""Builds the virtual environment in .venv from the lock files, and knows when it is complete."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import child_process
from child_process import Output
from console import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
APP_LOCK = ROOT / "packaging" / "requirements.lock"
CHECKS_LOCK = ROOT / "packaging" / "requirements-dev.lock"


def python_in(folder: Path) -> Path:
    """Return the Python of the virtual environment in `folder`."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def is_complete(folder: Path, locks: Sequence[Path]) -> bool:
    """Tell whether `folder` holds everything in `locks`, as installed by this Python in this place."""
    return python_in(folder).exists() and all(_is_stamped(folder, lock) for lock in locks)


def build(folder: Path, locks: Sequence[Path]) -> None:
    """Install `locks` into `folder`, each only if it is not there yet.

    Anything but the first lock's own, finished installation is cleared away first. A stamp is
    written after its lock, so that an interrupted set-up is never taken for a complete one.
    """
    if not is_complete(folder, locks[:1]):
        create(folder)
    for lock in locks:
        if not _is_stamped(folder, lock):
            say(f"installing the Python packages in {lock.name} (once; the first time takes a minute)")
            install(folder, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
            _stamp_path(folder, lock).write_text(_stamp(folder, lock), encoding="utf-8")


def create(folder: Path) -> None:
    """Make an empty virtual environment in `folder`, in place of whatever was there."""
    say(f"creating the virtual environment {folder}")
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if child_process.run(command, output=Output.AS_MESSAGES) != 0:
        raise SetupError(f"{sys.executable} could not create the virtual environment {folder}.")


def install(folder: Path, *arguments: str) -> None:
    """Run `pip install` with `arguments` inside the virtual environment in `folder`."""
    loudness = () if sys.stderr.isatty() else ("--quiet",)
    options = ("--disable-pip-version-check", "--no-input", *loudness)
    # -I: a PYTHONPATH or PYTHONHOME of the caller's must not reach the new environment.
    command = [python_in(folder), "-I", "-m", "pip", "install", *options, *arguments]
    if child_process.run(command, output=Output.AS_MESSAGES) != 0:
        raise SetupError("pip could not install the Python packages; its own message is above.")


def _is_stamped(folder: Path, lock: Path) -> bool:
    try:
        return _stamp_path(folder, lock).read_text(encoding="utf-8") == _stamp(folder, lock)
    except FileNotFoundError:
        return False


def _stamp_path(folder: Path, lock: Path) -> Path:
    return folder / f"{lock.name}.installed"


def _stamp(folder: Path, lock: Path) -> str:
    """Return what the finished installation depends on: the lock, this Python, and the place."""
    digest = hashlib.sha256(lock.read_bytes())
    version = ".".join(str(part) for part in sys.version_info[:2])
    digest.update(f"{version}\0{sys.base_prefix}\0{folder}".encode())
    return digest.hexdigest()
