"""On which days promises come again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerdesk.domain.recurrence import Recurrence, falls_on, next_after, occurrence


@pytest.mark.parametrize(
    ("first", "recurrence", "days"),
    [
        (date(2026, 1, 31), Recurrence.MONTHLY, [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]),
        (date(2027, 12, 31), Recurrence.MONTHLY, [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]),
        (date(2024, 2, 29), Recurrence.YEARLY, [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28)]),
        (date(2026, 8, 31), Recurrence.QUARTERLY, [date(2026, 11, 30), date(2027, 2, 28), date(2027, 5, 31)]),
        (date(2026, 8, 31), Recurrence.HALF_YEARLY, [date(2027, 2, 28), date(2027, 8, 31)]),
        # Clocks in Poland change on 29 March and 25 October 2026.
        (date(2026, 3, 22), Recurrence.WEEKLY, [date(2026, 3, 29), date(2026, 4, 5)]),
        (date(2026, 10, 18), Recurrence.WEEKLY, [date(2026, 10, 25), date(2026, 11, 1)]),
    ],
)
def test_occurrences_keep_to_their_day_over_ends_of_months_leap_days_and_clock_changes(
    first: date, recurrence: Recurrence, days: list[date]
) -> None:
    assert [occurrence(first, recurrence, number) for number in range(1, len(days) + 1)] == days
    assert [next_after(first, recurrence, day) for day in [first, *days[:-1]]] == days


def test_a_leap_day_comes_back_in_the_next_leap_year() -> None:
    assert occurrence(date(2024, 2, 29), Recurrence.YEARLY, 4) == date(2028, 2, 29)


@given(
    first=st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    recurrence=st.sampled_from(Recurrence),
    after=st.integers(-400, 4000),
)
def test_the_next_occurrence_is_the_earliest_after_the_day(
    first: date, recurrence: Recurrence, after: int
) -> None:
    day = first + timedelta(days=after)
    every = [occurrence(first, recurrence, number) for number in range(700)]
    assert every == sorted(set(every))
    assert next_after(first, recurrence, day) == min(each for each in every if each > day)


@pytest.mark.parametrize("recurrence", Recurrence)
def test_nothing_comes_after_the_last_day_there_is(recurrence: Recurrence) -> None:
    for first in (date.min, date.max, date.max - timedelta(days=6)):
        assert next_after(first, recurrence, date.max) is None
        assert falls_on(first, recurrence, first)
    assert not falls_on(date.max, recurrence, date.min)
    assert falls_on(date.min, recurrence, occurrence(date.min, recurrence, 3))
    assert not falls_on(date.min, recurrence, date(1, 1, 2))
