"""Writes the lock files anew from pyproject.toml; --upgrade takes newer versions too."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import child_process
import virtual_environment
from console import SetupError, say
from virtual_environment import APP_LOCK, CHECKS_LOCK, ROOT

_RESOLVER = "uv==0.13.9"
_OPTIONS = (
    "--universal",  # one lock for Linux, macOS and Windows
    "--python-version=3.11",
    "--generate-hashes",
    "--only-binary=:all:",
    "--custom-compile-command=python3 packaging/lock.py",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    """Resolve the app's packages, then those of the checks in the same versions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    more = ("--upgrade",) if parser.parse_args(arguments).upgrade else ()
    try:
        with tempfile.TemporaryDirectory(prefix="partnerdesk-lock-") as name:
            folder = Path(name)
            virtual_environment.create(folder)
            virtual_environment.install(folder, _RESOLVER)
            _resolve(folder, APP_LOCK, *more)
            same_versions = f"--constraint={APP_LOCK.relative_to(ROOT)}"
            _resolve(folder, CHECKS_LOCK, "--extra=dev", same_versions, *more)
    except SetupError as error:
        say(str(error))
        return 1
    return 0


def _resolve(folder: Path, lock: Path, *arguments: str) -> None:
    path = str(lock.relative_to(ROOT))
    compiling = ("-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", path)
    python = virtual_environment.python_in(folder)
    if child_process.run([python, *compiling, *_OPTIONS, *arguments], folder=ROOT) != 0:
        raise SetupError(f"{path} could not be resolved; the message is above.")
    say(f"wrote {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
