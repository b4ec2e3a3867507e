"""What the sample's partnerships brought, month by month, with the seasons of the trade."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from zlib import crc32

from partnerdesk.domain.partnership import Partnership, Result
from partnerdesk.services.results import last_months
from partnerdesk.services.sample.content import Series

MONTHS = 18


def results_of(
    partnership: Partnership, series: Sequence[Series], season: Sequence[float], today: date
) -> Iterator[Result]:
    """The results of the last 18 months, within the partnership's own days, always the same ones."""
    first = max(last_months(MONTHS, today).first, partnership.starts_on or today)
    last = min(partnership.ends_on or today, today)
    for one in series:
        for at, month in enumerate(_months(first, last)):
            if at % one.every:
                continue
            # A checksum serves as chance that falls the same way each time.
            chance = crc32(f"{partnership.name}/{one.note}/{at}".encode())
            day = month.replace(day=1 + chance % 28)
            amount = _amount(one, season[month.month - 1], chance)
            if first <= day <= last and amount:
                yield Result(
                    partnership_id=partnership.key,
                    happened_on=day,
                    measure=one.measure,
                    direction=one.direction,
                    amount=amount,
                    note=one.note,
                )


def _months(first: date, last: date) -> Iterator[date]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(month // 12, month % 12 + 1, 1)


def _amount(series: Series, strength: float, chance: int) -> Decimal:
    """The usual amount by the month's strength, a fifth more or less: whole clients, or whole złoty."""
    luck = Decimal(80 + chance // 28 % 41) / 100
    return (series.usual * Decimal(str(strength)) * luck).quantize(Decimal(1), ROUND_HALF_UP)
