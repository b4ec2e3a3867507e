"""In what two entries of the same firm differ, and which side to follow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partner import Partner
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import legal_form_label, stage_label
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.field_values import value_text
from partnerdesk.services.partner_fields import partner_fields

#: The parts of an address, which are chosen together.
ADDRESS = ("street", "postal_code", "city", "country")
ADDRESS_KEY = "address"
_SINGLE = (
    "name", "short_name", "stage", "responsible", "is_key_client", "legal_form", "nip", "regon", "krs",
    ADDRESS_KEY, "email", "phone", "website", "industry", "is_competitor", "source", "language", "first_day",
)  # fmt: skip
_DEFAULTS = {field.name: field.default for field in fields(Partner)}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Side(StrEnum):
    """Whose value is taken: that of the partner who stays, or of the one that goes."""

    KEPT = "kept"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that two entries fill differently, as shown; "" for a side that has nothing there."""

    key: str
    label: str
    text_kept: str
    text_gone: str
    suggestion: Side


def differences(kept: Partner, gone: Partner, own_fields: Sequence[Field]) -> list[FieldDifference]:
    """Every field of which only one of two values can stay, in the order of the form.

    Lists (tags, people, further addresses and numbers) and notes are joined, and so are not among them.
    """
    labels = _labels()
    found = []
    for key in _SINGLE:
        ours, theirs = value_of(kept, key), value_of(gone, key)
        if ours != theirs:
            found.append(
                FieldDifference(
                    key, labels[key], _text(key, ours), _text(key, theirs), _suggestion(key, kept, gone)
                )
            )
    for own in own_fields:
        uuid = own.key.removeprefix(KEY_PREFIX)
        ours, theirs = kept.custom.get(uuid), gone.custom.get(uuid)
        if ours != theirs and ours not in (None, "") and theirs not in (None, ""):
            found.append(
                FieldDifference(
                    own.key, own.label, _own_text(own, ours), _own_text(own, theirs), _newer(kept, gone)
                )
            )
    return found


def value_of(partner: Partner, key: str) -> Any:
    """A field's value; of an address all its parts."""
    if key == ADDRESS_KEY:
        return tuple(getattr(partner, part) for part in ADDRESS)
    return getattr(partner, key)


def is_empty(key: str, value: Any) -> bool:
    """Whether a value says no more than an entry that nobody filled in."""
    if key == ADDRESS_KEY:
        return not any(value)
    return value in ("", None) or value == _DEFAULTS[key]


def _suggestion(key: str, kept: Partner, gone: Partner) -> Side:
    ours, theirs = value_of(kept, key), value_of(gone, key)
    if is_empty(key, ours) != is_empty(key, theirs):
        return Side.GONE if is_empty(key, ours) else Side.KEPT
    if key == "first_day" and ours and theirs:
        return Side.KEPT if ours < theirs else Side.GONE
    if key == "name" and ours.isupper() != theirs.isupper():
        return Side.GONE if ours.isupper() else Side.KEPT
    return _newer(kept, gone)


def _newer(kept: Partner, gone: Partner) -> Side:
    return Side.GONE if (gone.updated_at or _LONG_AGO) > (kept.updated_at or _LONG_AGO) else Side.KEPT


def _labels() -> dict[str, str]:
    return {field.key: field.label for field in partner_fields()} | {ADDRESS_KEY: _("Address")}


def _text(key: str, value: Any) -> str:
    if key == ADDRESS_KEY:
        street, postal_code, city, country = value
        return ", ".join(part for part in (street, f"{postal_code} {city}".strip(), country) if part)
    writers: dict[str, Callable[[Any], str]] = {
        "stage": stage_label,
        "legal_form": legal_form_label,
        "first_day": lambda day: short_date(day, screen_language()),
        "language": lambda language: _("Polish") if language == "pl" else _("English"),
        "is_key_client": _yes_no,
        "is_competitor": _yes_no,
    }
    if value is None:
        return ""
    return writers[key](value) if key in writers else str(value)


def _yes_no(value: bool) -> str:
    return _("Yes") if value else _("No")


def _own_text(own: Field, value: Any) -> str:
    if own.kind is FieldKind.YES_NO:
        return _yes_no(bool(value))
    try:
        return value_text(own, value, screen_language())
    except (ArithmeticError, TypeError, ValueError):
        # As it stands where it does not fit the kind, for an import may bring anything.
        return str(value)
