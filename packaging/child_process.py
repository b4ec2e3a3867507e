"""Runs one command to its end and passes on the signals that should end it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from types import FrameType

_ENDING_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Output(Enum):
    """Where a command's standard output and standard error go."""

    SHOWN = (None, None)
    AS_MESSAGES = (2, 2)
    HIDDEN = (subprocess.DEVNULL, subprocess.DEVNULL)


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    output: Output = Output.SHOWN,
) -> int:
    """Run `command` and return its exit code, 128 + n where signal n ended it.

    A signal that asks this process to end is passed to the command; once that has ended, SystemExit
    with 128 + n lets the callers clean up.
    """
    results, messages = output.value
    child = subprocess.Popen(command, env=environment, cwd=folder, stdout=results, stderr=messages)
    with _signals_passed_to(child) as received:
        code = child.wait()
    if received:
        raise SystemExit(128 + received[0])
    return 128 - code if code < 0 else code


@contextmanager
def _signals_passed_to(child: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    received: list[int] = []

    def pass_on(number: int, _frame: FrameType | None) -> None:
        # The terminal sends Ctrl+C to the child as well, but Qt's event loop does not notice it.
        received.append(number)
        child.terminate()

    before = {number: signal.signal(number, pass_on) for number in _ENDING_SIGNALS}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
