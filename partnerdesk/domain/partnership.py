"""What was agreed with a partner: terms, promises of both sides, governance, results."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from partnerdesk.domain.partnership_type import Side
from partnerdesk.domain.record import Record
from partnerdesk.domain.recurrence import Recurrence


class State(StrEnum):
    """Where a partnership stands."""

    IDEA = "idea"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    REFUSED = "refused"


class RefusalReason(StrEnum):
    """Why a firm said no; a refusal is a normal outcome (first article of the source)."""

    DISTRUST = "distrust"
    NO_TIME = "no_time"
    LAZINESS = "laziness"
    NO_INTEREST = "no_interest"
    TERMS = "terms"
    OTHER = "other"


class LastWord(StrEnum):
    """Who decides when both sides disagree; equal power rarely works (second article of the source)."""

    US = "us"
    THEM = "them"
    BOTH = "both"


class ReviewRhythm(StrEnum):
    """How often both sides look at the partnership together."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Record):
    """One partnership of a listed type with one partner.

    ``terms`` holds the values of the type's own fields by their keys, in the JSON-safe shapes of
    :class:`partnerdesk.domain.field.FieldKind`. A refusal has a reason; ``retry_on`` is the day to ask
    again. A partnership with ``deleted_at`` is in the bin.
    """

    partner_id: int
    type_key: str
    name: str = ""
    state: State = State.PROPOSED
    refusal_reason: RefusalReason | None = None
    refusal_note: str = ""
    retry_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    terms: dict[str, Any] = field(default_factory=dict)
    our_functions: str = ""
    their_functions: str = ""
    last_word: LastWord | None = None
    decision_rule: str = ""
    dispute_rule: str = ""
    review_rhythm: ReviewRhythm | None = None
    exit_rule: str = ""
    deleted_at: datetime | None = None


class ObligationStatus(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Record):
    """One promise of one side (``ours`` or ``theirs``); ``settled_on`` is the day it ceased to be open.

    A promise with ``recurrence`` comes again once it is settled; its days are counted from
    ``first_due_on``. ``evidence`` says by what one can see what became of it.
    """

    partnership_id: int = 0
    side: Side
    text: str
    due_on: date | None = None
    responsible: str = ""
    status: ObligationStatus = ObligationStatus.OPEN
    settled_on: date | None = None
    recurrence: Recurrence | None = None
    first_due_on: date | None = None
    evidence: str = ""
    position: int = 0


class Measure(StrEnum):
    """What a result is counted in: clients as a number, the others as złoty."""

    NEW_CLIENTS = "new_clients"
    REVENUE = "revenue"
    SAVINGS = "savings"


class Direction(StrEnum):
    """Whether we had the result from the partner or the partner from us."""

    RECEIVED = "received"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Record):
    """What a partnership brought on one day: ``amount`` is a count or złoty, exact to 0.01."""

    partnership_id: int
    happened_on: date
    measure: Measure
    direction: Direction
    amount: Decimal
    note: str = ""
