"""Attempts to win a firm as a partner, and what came of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnerdesk.domain.partnership import RefusalReason
from partnerdesk.domain.record import Record


class ApproachChannel(StrEnum):
    """How a firm was approached."""

    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    EVENT = "event"
    MESSAGE = "message"
    INTRODUCTION = "introduction"
    OTHER = "other"


class ApproachOutcome(StrEnum):
    """What came of an attempt."""

    NO_ANSWER = "no_answer"
    LATER = "later"
    INTERESTED = "interested"
    MEETING = "meeting"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach(Record):
    """One attempt: when, how, by whom of our people (``who``), and the outcome.

    A refusal is a normal outcome and has a reason (first article of the source). ``retry_on`` is the day
    to ask again, for any outcome; it is done with once a later attempt is recorded.
    """

    partner_id: int
    happened_on: date
    channel: ApproachChannel
    who: str = ""
    outcome: ApproachOutcome
    refusal_reason: RefusalReason | None = None
    retry_on: date | None = None
    note: str = ""
