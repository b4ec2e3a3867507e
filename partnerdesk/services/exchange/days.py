"""Days as programs write them: 2026-11-23, 23.11.2026, 20261123, 11/23/2026, --11-23, maybe with a time."""

import re
from collections.abc import Iterable
from datetime import date

from partnerdesk.language.interface import _
from partnerdesk.services.numbers import annual_day_fault

_TIME = r"(?:[T ]\s?\d{1,2}:\d{2}[\d:.,Z+\- ]{0,20}(?:[AP]M)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-./]?(\d{{2}})[-./]?(\d{{2}}){_TIME}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-./ ])\s?(\d{{1,2}})[-./ ]\s?(\d{{4}})\.?{_TIME}", re.ASCII)
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})", re.ASCII)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})([-./ ])\s?(\d{1,2})\.?", re.ASCII)
# What Apple and Outlook write for a year that is not known, so that 29 February can be kept.
_UNKNOWN_YEARS = (1604, 4)
_LONGEST = 40


def says_month_first(cells: Iterable[str]) -> bool:
    """Whether days written with slashes have the month in front, as far as that can be seen."""
    firsts, seconds = 0, 0
    for cell in cells:
        found = _YEAR_LAST.fullmatch(cell) if "/" in cell and len(cell) <= _LONGEST else None
        if found:
            firsts = max(firsts, int(found[1]))
            seconds = max(seconds, int(found[3]))
    return seconds > 12 >= firsts


def day_of(cell: str, *, month_first: bool = False) -> date:
    """A day with its year. Raises ``ValueError`` with a message."""
    found = _numbers(cell, month_first)
    try:
        if found is None or found[0] is None:
            raise ValueError
        return date(found[0], found[1], found[2])
    except ValueError as error:
        raise ValueError(
            _("“{text}” is no day. Write it as 2026-11-23 or 23.11.2026.").format(text=cell)
        ) from error


def day_of_year(cell: str, *, month_first: bool = False) -> str:
    """A day of the year as "--04-15", or "1980-04-15" with a year that is known.

    "" for what programs write where no day is known. Raises ``ValueError`` with a message.
    """
    if not cell.strip("0./- :"):
        return ""
    found = _numbers(cell, month_first)
    try:
        if found is None:
            raise ValueError
        year, month, day = found
        # 2000 was a leap year, so that 29 February can be kept without a year.
        known = date(year or 2000, month, day)
    except ValueError as error:
        raise ValueError(annual_day_fault()) from error
    if year is None or year in _UNKNOWN_YEARS:
        return f"--{known:%m-%d}"
    return known.isoformat()


def _numbers(cell: str, month_first: bool) -> tuple[int | None, int, int] | None:
    """Year, month and day as they stand there."""
    if len(cell) > _LONGEST:
        return None
    if found := _YEAR_FIRST.fullmatch(cell):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NO_YEAR.fullmatch(cell):
        return None, int(found[1]), int(found[2])
    year: int | None = None
    if found := _YEAR_LAST.fullmatch(cell):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_AND_MONTH.fullmatch(cell):
        one, other = int(found[1]), int(found[3])
    else:
        return None
    if found[2] == "/" and ((month_first and one <= 12) or other > 12):
        one, other = other, one
    return year, other, one
