"""What the set-up tells the person at the terminal."""

from __future__ import annotations

import sys


class SetupError(Exception):
    """The set-up cannot go on; the message says what is missing and the command that brings it."""


def say(text: str) -> None:
    """Tell `text` on standard error, so that standard output holds results alone."""
    print(f"PartnerDesk: {text}", file=sys.stderr, flush=True)
