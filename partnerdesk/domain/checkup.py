"""The five-factor check-up of a partnership, repeated to see where it is going."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnerdesk.domain.record import Record

#: The best answer to a question; the worst is 1.
BEST = 5


class Factor(StrEnum):
    """What a relationship rests on (third article of the source), in the order of its formula."""

    RESPECT = "respect"
    INTEREST = "interest"
    SHARED_GOALS = "shared_goals"
    DIALOGUE = "dialogue"
    RESPONSIBILITY = "responsibility"


class Obstacle(StrEnum):
    """What stands in the way of a relationship (third article of the source)."""

    OPINIONS = "opinions"
    IMMATURITY = "immaturity"
    MONEY = "money"
    FRICTION = "friction"
    NO_SUPPORT = "no_support"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup(Record):
    """One judgement of a partnership on one day: each factor from 1 (hardly) to 5 (fully)."""

    partnership_id: int
    happened_on: date
    respect: int
    interest: int
    shared_goals: int
    dialogue: int
    responsibility: int
    obstacles: tuple[Obstacle, ...] = ()
    note: str = ""

    def score(self, factor: Factor) -> int:
        """The answer for one factor."""
        return int(getattr(self, factor.value))

    @property
    def mean(self) -> float:
        """The mean of the five factors, from 1 to 5."""
        return sum(self.score(factor) for factor in Factor) / len(Factor)

    @property
    def lowest(self) -> Factor | None:
        """The factor to work on: the lowest, of equal ones the first of the formula; none if all are best."""
        factor = min(Factor, key=self.score)
        return factor if self.score(factor) < BEST else None


class Trend(StrEnum):
    """Where a partnership is going."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"


def trend(checkups: Sequence[Checkup]) -> Trend | None:
    """How the latest mean stands to the one before, the oldest check-up first; none before the second.

    A change of less than one step in one factor is none.
    """
    if len(checkups) < 2:
        return None
    change = checkups[-1].mean - checkups[-2].mean
    if abs(change) < 1 / len(Factor) - 1e-9:
        return Trend.STEADY
    return Trend.UP if change > 0 else Trend.DOWN
