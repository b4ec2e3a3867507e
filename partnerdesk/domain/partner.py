"""Firms we work with or would like to, and the people in them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from partnerdesk.domain.record import Record


class Stage(StrEnum):
    """How far we have come with a firm."""

    PROSPECT = "prospect"
    CONTACTED = "contacted"
    NEGOTIATING = "negotiating"
    PARTNER = "partner"
    PAUSED = "paused"
    REFUSED = "refused"
    FORMER = "former"


class Gender(StrEnum):
    """The grammatical gender by which a person is addressed."""

    M = "m"
    F = "f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Record):
    """One firm. Empty text means "not known"; ``language`` ("pl" or "en") is that of its letters.

    ``sells`` and ``audience`` say what it sells and to whom, because the best partner serves the same
    people with other goods. A partner with ``deleted_at`` is in the bin.
    """

    name: str
    short_name: str = ""
    nip: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    industry: str = ""
    sells: str = ""
    audience: str = ""
    is_competitor: bool = False
    stage: Stage = Stage.PROSPECT
    language: str = "pl"
    first_day: date | None = None
    notes: str = ""
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """One person at a partner. ``gender`` is ``None`` where it is not known; ``position`` orders the list."""

    partner_id: int = 0
    first_name: str = ""
    surname: str = ""
    job_title: str = ""
    gender: Gender | None = None
    is_decision_maker: bool = False
    email: str = ""
    phone: str = ""
    position: int = 0

    @property
    def full_name(self) -> str:
        """First name and surname, as far as they are known."""
        return " ".join(part for part in (self.first_name, self.surname) if part)


class HistoryKind(StrEnum):
    """What happened with a partner."""

    NOTE = "note"
    LETTER = "letter"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry(Record):
    """One event in a partner's history.

    ``details`` is what its one-line text is made of when it is shown, so that it follows the language of
    the screen: ``text`` for a note; ``title`` and ``file`` for a letter; ``name`` and ``state`` for a
    partnership.
    """

    partner_id: int
    kind: HistoryKind
    happened_at: datetime
    details: dict[str, str]
    letter_id: int | None = None
    partnership_id: int | None = None
