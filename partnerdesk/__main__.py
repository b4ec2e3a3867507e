"""Starts the app, or runs a sub-command of the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from partnerdesk.cli import COMMANDS, run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """``partnerdesk [FILE]`` opens the window; with a sub-command it works without one.

    ``--screenshot FILE`` saves a picture of the window and ends. Returns the exit status.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if any(word in COMMANDS for word in words) or {"-h", "--help", "--version"} & set(words):
        return run_command(words)
    return _start(words)


def _start(words: list[str]) -> int:
    picture = _take_option(words, "--screenshot")
    file = _take_option(words, "--file")
    names = [word for word in words if not word.startswith("-")]
    if file is None and names:
        file = Path(names[0])
    # Qt is loaded only here, so that the command line needs none of it.
    from partnerdesk.app import run

    return run([sys.argv[0]], file.absolute() if file else None, picture)


def _take_option(words: list[str], option: str) -> Path | None:
    for at, word in enumerate(words):
        if word.startswith(f"{option}="):
            del words[at]
            return Path(word.partition("=")[2])
        if word == option and at + 1 < len(words):
            value = Path(words[at + 1])
            del words[at : at + 2]
            return value
    return None


if __name__ == "__main__":
    sys.exit(main())
