"""Starts the app, or runs a sub-command of the command line."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from partnerdesk.cli import COMMANDS, run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """``partnerdesk [FILE]`` opens the window; with a sub-command it works without one.

    ``--screenshot FILE`` saves a picture of the window and ends. Returns the exit status; arguments that
    cannot be understood end with ``SystemExit`` and status 2.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if COMMANDS.intersection(words) or {"-h", "--help", "--version"}.intersection(words):
        return run_command(words, _default_file)
    return _start(words)


def _default_file() -> Path:
    from PySide6.QtCore import QCoreApplication

    from partnerdesk.ui.preferences import default_workspace

    QCoreApplication.setApplicationName("PartnerDesk")
    return default_workspace()


def _start(words: list[str]) -> int:
    parser = argparse.ArgumentParser("partnerdesk", allow_abbrev=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--file", dest="named_file", type=Path)
    parser.add_argument("--screenshot", type=Path)
    options = parser.parse_args(words)
    file = options.named_file or options.file
    if file is not None and file.suffix != ".partnerdesk" and not file.exists():
        parser.error(f"no command and no file: {file} (see partnerdesk --help)")
    if _lacks_display():
        sys.stderr.write("No display was found; packaging/run.py starts PartnerDesk on a virtual one.\n")
        return 1
    # Qt's widgets are loaded only here, so that the command line needs none of them.
    from partnerdesk.app import run

    return run([sys.argv[0]], file.absolute() if file else None, options.screenshot)


def _lacks_display() -> bool:
    """Whether Qt would abort for want of a display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
