"""From attempts to agreements: how often firms were asked, and what they said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from partnerdesk.domain.approach import Approach, ApproachOutcome
from partnerdesk.domain.partnership import RefusalReason, State

#: To have come this far, a partnership was proposed.
_PROPOSED = (State.PROPOSED, State.NEGOTIATING, State.AGREED, State.RUNNING, State.REFUSED)
_AGREED = (State.AGREED, State.RUNNING)


@dataclass(frozen=True, slots=True)
class Reached:
    """A partnership that came to a state for the first time; ``reason`` of a refusal only."""

    partnership_id: int
    type_key: str
    state: State
    reason: RefusalReason | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How many partnerships were proposed, agreed and refused."""

    proposals: int = 0
    agreements: int = 0
    refusals: int = 0

    @property
    def acceptance(self) -> float | None:
        """The share of agreements among all that were answered, 0 to 1; ``None`` before the first answer."""
        answered = self.agreements + self.refusals
        return self.agreements / answered if answered else None


@dataclass(frozen=True, slots=True)
class Funnel:
    """What a period brought: attempts, partnerships in all and by type, and why firms said no.

    ``refused_attempts`` are attempts that ended in a refusal before anything was proposed; ``reasons``
    counts those and the refusals of partnerships.
    """

    attempts: int
    refused_attempts: int
    total: Step
    by_type: dict[str, Step] = field(default_factory=dict)
    reasons: Counter[RefusalReason] = field(default_factory=Counter)


def funnel(attempts: Iterable[Approach], reached: Iterable[Reached]) -> Funnel:
    """Count the attempts of a period, and the partnerships by what they came to within it.

    A partnership counts once in each column, whichever of the column's states it came to first.
    """
    tried = list(attempts)
    reached = list(reached)
    refused = [attempt for attempt in tried if attempt.outcome is ApproachOutcome.REFUSED]
    reasons = Counter(attempt.refusal_reason for attempt in refused if attempt.refusal_reason)
    said_no = {each.partnership_id: each.reason for each in reached if each.state is State.REFUSED}
    reasons.update(reason for reason in said_no.values() if reason)
    types = sorted({each.type_key for each in reached})
    return Funnel(
        attempts=len(tried),
        refused_attempts=len(refused),
        total=_step(reached),
        by_type={key: _step([each for each in reached if each.type_key == key]) for key in types},
        reasons=reasons,
    )


def _step(reached: list[Reached]) -> Step:
    def count(states: tuple[State, ...]) -> int:
        return len({each.partnership_id for each in reached if each.state in states})

    return Step(count(_PROPOSED), count(_AGREED), count((State.REFUSED,)))
