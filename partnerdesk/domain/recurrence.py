"""Promises that come again and again: on which days."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Recurrence(StrEnum):
    """How often a promise comes again."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


_MONTHS = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
}


def occurrence(first: date, recurrence: Recurrence, number: int) -> date:
    """The day of the occurrence ``number``, the first being 0.

    Counted from the first day and not from the one before, so that the 31st stays the last day of shorter
    months and comes back in longer ones, and 29 February in leap years. Days have no hours: no change of
    the clocks can move them. Raises ``OverflowError`` past the year 9999.
    """
    if recurrence is Recurrence.WEEKLY:
        return first + timedelta(weeks=number)
    months = first.year * 12 + first.month - 1 + number * _MONTHS[recurrence]
    year, month = divmod(months, 12)
    if year > date.max.year:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def next_after(first: date, recurrence: Recurrence, day: date) -> date | None:
    """The earliest occurrence after ``day``; the first itself where that is still to come.

    ``None`` where it would lie past the year 9999.
    """
    if day < first:
        return first
    try:
        return _next_after(first, recurrence, day)
    except OverflowError:
        return None


def falls_on(first: date, recurrence: Recurrence, day: date) -> bool:
    """Whether ``day`` is one of the occurrences."""
    if day <= first:
        return day == first
    return next_after(first, recurrence, day - timedelta(days=1)) == day


def _next_after(first: date, recurrence: Recurrence, day: date) -> date:
    if recurrence is Recurrence.WEEKLY:
        number = (day - first).days // 7
    else:
        months = (day.year - first.year) * 12 + day.month - first.month
        number = months // _MONTHS[recurrence]
    # The estimate is never past the day, and at most one occurrence short of it.
    while occurrence(first, recurrence, number) <= day:
        number += 1
    return occurrence(first, recurrence, number)
