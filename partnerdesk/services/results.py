"""What partnerships brought, over any period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from partnerdesk.domain.funnel import Funnel, funnel
from partnerdesk.domain.partnership import Direction, Measure, Result
from partnerdesk.language.interface import _
from partnerdesk.services.problems import InvalidInput
from partnerdesk.storage.queries import ResultTotal, approach_keys, result_totals, states_reached
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date


def last_months(count: int, today: date) -> Period:
    """The ``count`` months that end with today's month, from the first day of the earliest to today."""
    months = today.year * 12 + today.month - count
    return Period(date(months // 12, months % 12 + 1, 1), today)


def this_year(today: date) -> Period:
    """From the first of January to today."""
    return Period(date(today.year, 1, 1), today)


def last_year(today: date) -> Period:
    """The whole calendar year before today's."""
    return Period(date(today.year - 1, 1, 1), date(today.year, 1, 1) - timedelta(days=1))


def total(totals: Iterable[ResultTotal], measure: Measure, direction: Direction) -> Decimal:
    """The sum over all partnerships of one measure in one direction."""
    return sum(
        (row.amount for row in totals if row.measure is measure and row.direction is direction), Decimal(0)
    )


class Results:
    """Records results and adds them up."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def totals(self, period: Period) -> list[ResultTotal]:
        """Sums per partnership, measure and direction over the period."""
        return result_totals(self._workspace, period.first, period.last)

    def funnel(self, period: Period) -> Funnel:
        """How often firms were asked within the period, and what they said."""
        keys = approach_keys(self._workspace, period.first, period.last)
        return funnel(
            self._workspace.approaches.get_many(keys),
            states_reached(self._workspace, period.first, period.last),
        )

    def exist(self) -> bool:
        """Whether any result or attempt was ever recorded."""
        return self._workspace.results.count() > 0 or self._workspace.approaches.count() > 0

    def of_partnership(self, partnership_id: int) -> list[Result]:
        """The results of one partnership, latest first."""
        return self._workspace.results.find(
            "partnership_id = ?", [partnership_id], "happened_on DESC, id DESC"
        )

    def add(self, result: Result) -> Result:
        """Record a result. Raises ``InvalidInput`` for an amount of zero or less, or half a client."""
        if result.amount <= 0:
            raise InvalidInput({"amount": _("Enter an amount above zero.")})
        if result.measure is Measure.NEW_CLIENTS and result.amount != int(result.amount):
            raise InvalidInput({"amount": _("Clients are counted in whole numbers.")})
        with self._workspace.change(_("Add result")):
            return self._workspace.results.insert(result)

    def remove(self, key: int) -> None:
        """Remove a result."""
        with self._workspace.change(_("Delete result")):
            self._workspace.results.remove(self._workspace.results.get(key))
