"""Writing results to standard output, for people as aligned text, for programs as JSON."""

import io
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

_GAP = "  "
_WIDEST = 60


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that no letter can fail and JSON is what it should be."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def say(text: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text}\n")


def say_json(value: Any) -> None:
    """Write a value as JSON; days and points in time as ISO text, exact numbers as text."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def say_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows in columns that are as wide as they need to be; long cells are cut short, the last never."""
    lines = [headings, *([_short(cell) for cell in row[:-1]] + [_one_line(row[-1])] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        say(_GAP.join(cells).rstrip())


def say_values(pairs: Iterable[tuple[str, str]]) -> None:
    """Write names and values below each other, leaving out those without a value."""
    filled = [(name, value) for name, value in pairs if value]
    width = max((len(name) for name, _value in filled), default=0)
    for name, value in filled:
        lines = value.splitlines()
        say(f"{name.ljust(width)}{_GAP}{lines[0]}")
        for line in lines[1:]:
            say(f"{' ' * width}{_GAP}{line}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"no JSON for {value!r}")
