"""The sample's content files as records, their days counted from a given today."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.directory_record import SavedFilter
from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    Gender,
    HistoryKind,
    LegalForm,
    Partner,
    Stage,
)
from partnerdesk.domain.partnership import (
    Direction,
    LastWord,
    Measure,
    Obligation,
    ObligationStatus,
    Partnership,
    RefusalReason,
    ReviewRhythm,
    State,
)
from partnerdesk.domain.partnership_type import Asset, PartnershipType, Side


@dataclass(frozen=True, slots=True)
class Series:
    """Results that came again and again, ``every`` so many months; ``usual`` is the amount of most."""

    measure: Measure
    direction: Direction
    usual: Decimal
    every: int
    note: str


@dataclass(frozen=True, slots=True)
class SampleLetter:
    """A letter that was sent on ``day`` in the partner's language; ``values`` add to what is known."""

    template: str
    day: date
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SamplePartnership:
    """A partnership (without its partner), the days of its states, its promises and results."""

    partnership: Partnership
    states: tuple[tuple[State, date], ...]
    obligations: tuple[Obligation, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """What was written down by hand about one day."""

    kind: HistoryKind
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class SampleAttachment:
    """A small file: plain text or, with a ``title``, a page of PDF; empty lines part its paragraphs."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SamplePartner:
    """All that one file tells of a partner; one with ``deleted_on`` lies in the bin."""

    partner: Partner
    contacts: tuple[Contact, ...]
    diary: tuple[DiaryEntry, ...]
    approaches: tuple[Approach, ...]
    attachments: tuple[SampleAttachment, ...]
    partnerships: tuple[SamplePartnership, ...]
    letters: tuple[SampleLetter, ...]
    deleted_on: date | None


@dataclass(frozen=True, slots=True)
class Sample:
    """The whole sample; ``season`` tells how strong each month is, January first."""

    firm: OwnFirm
    logo: bytes
    signature: bytes
    season: tuple[float, ...]
    own_fields: tuple[CustomField, ...]
    filters: tuple[SavedFilter, ...]
    partners: tuple[SamplePartner, ...]


def read_sample(folder: Path, types: Mapping[str, PartnershipType], today: date) -> Sample:
    """Read ``resources/sample``. Raises ``OSError``, or another error for a file with a fault."""
    top = _read(folder / "firm.toml")
    own_fields = tuple(_own_field(place, entry) for place, entry in enumerate(top["own_fields"]))
    return Sample(
        firm=_firm(top["firm"]),
        logo=(folder / "logo.png").read_bytes(),
        signature=(folder / "signature.png").read_bytes(),
        season=tuple(top["season"]),
        own_fields=own_fields,
        filters=tuple(SavedFilter(**entry) for entry in top["filters"]),
        partners=tuple(
            _partner(_read(path), types, own_fields, today)
            for path in sorted((folder / "partners").glob("*.toml"))
        ),
    )


def _firm(values: dict[str, Any]) -> OwnFirm:
    values = _with_terms(values, "sells", "audience")
    values["assets"] = tuple(Asset(key) for key in values["assets"])
    return OwnFirm(id=1, **{**values, "signatory_gender": Gender(values["signatory_gender"])})


def _own_field(place: int, values: dict[str, Any]) -> CustomField:
    """An own field whose UUID is always the same, because partners' values go by it."""
    return CustomField(
        uuid=str(uuid5(NAMESPACE_DNS, f"{place}.own-field.partnerdesk.example")),
        label=values["label"],
        kind=CustomKind(values["kind"]),
        choices=tuple(values.get("choices", ())),
        position=place,
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _partner(
    values: dict[str, Any],
    types: Mapping[str, PartnershipType],
    own_fields: Sequence[CustomField],
    today: date,
) -> SamplePartner:
    parts = {
        key: values.pop(key, [])
        for key in ("contacts", "diary", "approaches", "attachments", "partnerships", "letters")
    }
    deleted = values.pop("deleted", None)
    return SamplePartner(
        _partner_record(values, own_fields, today),
        tuple(Contact(**_with_gender(contact)) for contact in parts["contacts"]),
        tuple(_diary_entry(entry, today) for entry in parts["diary"]),
        tuple(_approach(entry, today) for entry in parts["approaches"]),
        tuple(_attachment(entry) for entry in parts["attachments"]),
        tuple(_partnership(entry, types, today) for entry in parts["partnerships"]),
        tuple(
            SampleLetter(letter["template"], _day(today, letter["day"]), letter.get("values", {}))
            for letter in parts["letters"]
        ),
        None if deleted is None else _day(today, deleted),
    )


def _partner_record(values: dict[str, Any], own_fields: Sequence[CustomField], today: date) -> Partner:
    values = _with_days(_with_terms(values, "sells", "audience", "tags"), today, "first_day")
    values["stage"] = Stage(values["stage"])
    values["assets"] = tuple(Asset(key) for key in values.get("assets", ()))
    if "legal_form" in values:
        values["legal_form"] = LegalForm(values["legal_form"])
    values["addresses"] = tuple(Address(**address) for address in values.get("addresses", ()))
    values["channels"] = tuple(
        Channel(**{**channel, "kind": ChannelKind(channel["kind"])}) for channel in values.get("channels", ())
    )
    keys = {field.label: field.uuid for field in own_fields}
    values["custom"] = {keys[label]: value for label, value in values.get("custom", {}).items()}
    return Partner(**values)


def _with_terms(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {**values, **{key: tuple(values[key]) for key in keys if key in values}}


def _diary_entry(values: dict[str, Any], today: date) -> DiaryEntry:
    return DiaryEntry(
        HistoryKind(values.get("kind", HistoryKind.NOTE)), _day(today, values["day"]), values["text"]
    )


def _approach(values: dict[str, Any], today: date) -> Approach:
    reason, retry = values.get("refusal_reason"), values.get("retry")
    return Approach(
        partner_id=0,
        happened_on=_day(today, values["day"]),
        channel=ApproachChannel(values["channel"]),
        who=values["who"],
        outcome=ApproachOutcome(values["outcome"]),
        refusal_reason=None if reason is None else RefusalReason(reason),
        retry_on=None if retry is None else _day(today, retry),
        note=values.get("note", ""),
    )


def _attachment(values: dict[str, Any]) -> SampleAttachment:
    return SampleAttachment(values["name"], values.get("title", ""), values["text"].strip())


def _with_gender(contact: dict[str, Any]) -> dict[str, Any]:
    gender = contact.get("gender")
    return {**contact, "gender": Gender(gender) if gender else None}


_ENUMS = {"refusal_reason": RefusalReason, "last_word": LastWord, "review_rhythm": ReviewRhythm}


def _partnership(
    values: dict[str, Any], types: Mapping[str, PartnershipType], today: date
) -> SamplePartnership:
    states = tuple((State(step["state"]), _day(today, step["day"])) for step in values.pop("history"))
    obligations = tuple(_obligation(entry, today) for entry in values.pop("obligations", []))
    series = tuple(_series(entry) for entry in values.pop("results", []))
    values |= {key: kind(values[key]) for key, kind in _ENUMS.items() if key in values}
    values["terms"] = _terms(types[values["type_key"]].terms, values.get("terms", {}), today)
    partnership = Partnership(
        partner_id=0, **_with_days(values, today, "retry_on", "starts_on", "ends_on"), state=states[-1][0]
    )
    return SamplePartnership(partnership, states, obligations, series)


def _obligation(values: dict[str, Any], today: date) -> Obligation:
    settled = values.get("settled")
    return Obligation(
        side=Side(values["side"]),
        text=values["text"],
        due_on=_day(today, values["due"]),
        responsible=values.get("responsible", ""),
        status=ObligationStatus(values.get("status", ObligationStatus.OPEN)),
        settled_on=None if settled is None else _day(today, settled),
    )


def _series(values: dict[str, Any]) -> Series:
    return Series(
        Measure(values["measure"]),
        Direction(values["direction"]),
        Decimal(values["usual"]),
        values.get("every", 1),
        values["note"],
    )


def _terms(fields: Sequence[Field], values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The terms in the shapes in which they are stored: days become ISO text."""
    stored: dict[str, Any] = {}
    kinds = {field.key: field for field in fields}
    for key, value in values.items():
        field = kinds[key]
        if field.kind is FieldKind.DATE:
            stored[key] = _day(today, value).isoformat()
        elif field.kind is FieldKind.ROWS:
            stored[key] = [_terms(field.columns, row, today) for row in value]
        else:
            stored[key] = value
    return stored


def _with_days(values: dict[str, Any], today: date, *keys: str) -> dict[str, Any]:
    return {**values, **{key: _day(today, values[key]) for key in keys if key in values}}


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)
