"""The sample's content files as records, their days counted from a given today."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, LegalForm, Partner, Stage
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
class SamplePartner:
    """All that one file tells of a partner; ``diary`` holds notes with their days."""

    partner: Partner
    contacts: tuple[Contact, ...]
    diary: tuple[tuple[date, str], ...]
    partnerships: tuple[SamplePartnership, ...]
    letters: tuple[SampleLetter, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The whole sample; ``season`` tells how strong each month is, January first."""

    firm: OwnFirm
    logo: bytes
    signature: bytes
    season: tuple[float, ...]
    partners: tuple[SamplePartner, ...]


def read_sample(folder: Path, types: Mapping[str, PartnershipType], today: date) -> Sample:
    """Read ``resources/sample``. Raises ``OSError``, or another error for a file with a fault."""
    top = _read(folder / "firm.toml")
    firm = top["firm"]
    return Sample(
        firm=OwnFirm(id=1, **{**firm, "signatory_gender": Gender(firm["signatory_gender"])}),
        logo=(folder / "logo.png").read_bytes(),
        signature=(folder / "signature.png").read_bytes(),
        season=tuple(top["season"]),
        partners=tuple(
            _partner(_read(path), types, today) for path in sorted((folder / "partners").glob("*.toml"))
        ),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _partner(values: dict[str, Any], types: Mapping[str, PartnershipType], today: date) -> SamplePartner:
    contacts = values.pop("contacts", [])
    diary = values.pop("diary", [])
    partnerships = values.pop("partnerships", [])
    letters = values.pop("letters", [])
    values["stage"] = Stage(values["stage"])
    values |= {key: tuple(values[key]) for key in ("sells", "audience", "tags") if key in values}
    values["assets"] = tuple(Asset(key) for key in values.get("assets", ()))
    if "legal_form" in values:
        values["legal_form"] = LegalForm(values["legal_form"])
    return SamplePartner(
        Partner(**_with_days(values, today, "first_day")),
        tuple(Contact(**_with_gender(contact)) for contact in contacts),
        tuple((_day(today, note["day"]), note["text"]) for note in diary),
        tuple(_partnership(entry, types, today) for entry in partnerships),
        tuple(
            SampleLetter(letter["template"], _day(today, letter["day"]), letter.get("values", {}))
            for letter in letters
        ),
    )


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
