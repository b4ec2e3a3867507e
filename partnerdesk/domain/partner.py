"""Firms we work with or would like to, and the people in them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from partnerdesk.domain.partnership_type import Asset
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


class LegalForm(StrEnum):
    """In which form a firm or institution does business (Kodeks spółek handlowych; ustawy o formach)."""

    SOLE_TRADER = "sole_trader"
    CIVIL_PARTNERSHIP = "civil_partnership"
    GENERAL_PARTNERSHIP = "general_partnership"
    PROFESSIONAL_PARTNERSHIP = "professional_partnership"
    LIMITED_PARTNERSHIP = "limited_partnership"
    LIMITED_JOINT_STOCK_PARTNERSHIP = "limited_joint_stock_partnership"
    LIMITED_COMPANY = "limited_company"
    SIMPLE_JOINT_STOCK_COMPANY = "simple_joint_stock_company"
    JOINT_STOCK_COMPANY = "joint_stock_company"
    COOPERATIVE = "cooperative"
    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public_body"
    CHURCH = "church"
    FOREIGN = "foreign"
    OTHER = "other"


class Gender(StrEnum):
    """The grammatical gender by which a person is addressed."""

    M = "m"
    F = "f"


class ChannelKind(StrEnum):
    """A way by which a firm can be reached."""

    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One more way to reach a firm; ``label`` says whose or what for ("accounts", "Anna's mobile")."""

    kind: ChannelKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One more address of a firm, besides that of its letters; ``label`` says which ("warehouse")."""

    label: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Record):
    """One firm. Empty text means "not known"; ``language`` ("pl" or "en") is that of its letters.

    ``street`` to ``country``, ``email``, ``phone`` and ``website`` are those used first; all others stand
    in ``addresses`` and ``channels``. ``sells`` and ``audience`` say in single terms what it sells and to
    whom, because the best partner serves the same people with other goods; ``assets`` what it can bring
    into a partnership. ``responsible`` names one of our own people, ``source`` how we know of the firm.
    ``custom`` holds the values of the owner's own fields by the UUID of their
    :class:`partnerdesk.domain.custom_field.CustomField`, in the shapes of
    :class:`partnerdesk.domain.field.FieldKind`. A partner with ``deleted_at`` is in the bin.
    """

    name: str
    short_name: str = ""
    legal_form: LegalForm | None = None
    nip: str = ""
    regon: str = ""
    krs: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""
    addresses: tuple[Address, ...] = ()
    email: str = ""
    phone: str = ""
    website: str = ""
    channels: tuple[Channel, ...] = ()
    industry: str = ""
    sells: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_competitor: bool = False
    is_key_client: bool = False
    assets: tuple[Asset, ...] = ()
    stage: Stage = Stage.PROSPECT
    responsible: str = ""
    source: str = ""
    language: str = "pl"
    first_day: date | None = None
    notes: str = ""
    custom: dict[str, Any] = field(default_factory=dict)
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """One person at a partner. ``gender`` is ``None`` where it is not known; ``position`` orders the list.

    ``name_day`` and ``birthday`` are days of the year as text, "--04-15", or "1980-04-15" where the year
    is known (ISO 8601:2000, truncated form, as in vCard). ``salutation`` is this person's own greeting,
    used instead of the one that the language would give („Drogi Wiktorze”).
    """

    partner_id: int = 0
    first_name: str = ""
    surname: str = ""
    job_title: str = ""
    gender: Gender | None = None
    is_decision_maker: bool = False
    email: str = ""
    phone: str = ""
    name_day: str = ""
    birthday: str = ""
    salutation: str = ""
    position: int = 0

    @property
    def full_name(self) -> str:
        """First name and surname, as far as they are known."""
        return " ".join(part for part in (self.first_name, self.surname) if part)


class HistoryKind(StrEnum):
    """What happened with a partner."""

    NOTE = "note"
    CALL = "call"
    MEETING = "meeting"
    EMAIL = "email"
    LETTER = "letter"
    PARTNERSHIP = "partnership"
    MERGE = "merge"


#: What a person writes into a history by hand.
WRITTEN_KINDS = (HistoryKind.NOTE, HistoryKind.CALL, HistoryKind.MEETING, HistoryKind.EMAIL)
#: What counts as being in touch.
CONTACT_KINDS = (HistoryKind.CALL, HistoryKind.MEETING, HistoryKind.EMAIL, HistoryKind.LETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry(Record):
    """One event in a partner's history.

    ``details`` is what its one-line text is made of when it is shown, so that it follows the language of
    the screen: ``text`` for what was written by hand; ``title`` and ``file`` for a letter; ``name`` and
    ``state`` for a partnership; ``name`` of the partner that was merged into this one for a merge.
    """

    partner_id: int
    kind: HistoryKind
    happened_at: datetime
    details: dict[str, str]
    letter_id: int | None = None
    partnership_id: int | None = None
