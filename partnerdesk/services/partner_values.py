"""A partner and its people as JSON-safe values by field, as forms and the command line hold them."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass, replace
from datetime import date
from typing import Any

from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    Gender,
    LegalForm,
    Stage,
)
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partner_fields import contact_fields, partner_fields


def form_values(file: PartnerFile) -> dict[str, Any]:
    """The values of a partner by the keys of its fields; its people as rows under "contacts".

    Those of the owner's own fields stand under "custom.<uuid>".
    """
    values = {field.key: json_safe(getattr(file.partner, field.key)) for field in partner_fields()}
    values |= {KEY_PREFIX + uuid: value for uuid, value in file.partner.custom.items()}
    return values | {"contacts": [_contact_row(contact) for contact in file.contacts]}


def file_from(file: PartnerFile, values: Mapping[str, Any]) -> PartnerFile:
    """``file`` with these values; fields without a key in ``values`` stay as they are.

    People are told apart by the "uuid" in their row; those without one are new, those not listed are gone.
    """
    record = {
        field.key: _RECORD_VALUES.get(field.key, _plain)(values[field.key])
        for field in partner_fields()
        if field.key in values
    }
    record["custom"] = custom_from(file.partner.custom, values)
    contacts = file.contacts
    if "contacts" in values:
        known = {contact.uuid: contact for contact in file.contacts}
        rows = values["contacts"] or ()
        contacts = tuple(contact_from(row, known.get(row.get("uuid", ""))) for row in rows)
    return PartnerFile(replace(file.partner, **record), contacts)


def custom_from(custom: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of own fields with those given under "custom.<uuid>"; nothing and "" take a value away."""
    given = {
        key.removeprefix(KEY_PREFIX): value for key, value in values.items() if key.startswith(KEY_PREFIX)
    }
    return {uuid: value for uuid, value in (dict(custom) | given).items() if value not in (None, "")}


def contact_from(row: Mapping[str, Any], known: Contact | None = None) -> Contact:
    """A person with the values of a row; those that the row lacks stay as ``known`` has them."""
    values = {
        field.key: _CONTACT_VALUES.get(field.key, _plain)(row[field.key])
        for field in contact_fields()
        if field.key in row
    }
    return replace(known or Contact(), **values)


def json_safe(value: Any) -> Any:
    """A record's value in the shape of :class:`partnerdesk.domain.field.FieldKind`."""
    if isinstance(value, tuple):
        return [_row(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _row(item: Any) -> Any:
    return asdict(item) if is_dataclass(item) and not isinstance(item, type) else item


def _contact_row(contact: Contact) -> dict[str, Any]:
    row: dict[str, Any] = {field.key: getattr(contact, field.key) for field in contact_fields()}
    return row | {"uuid": contact.uuid}


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _texts(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in row.items()}


_RECORD_VALUES: dict[str, Any] = {
    "stage": Stage,
    "legal_form": lambda value: LegalForm(value) if value else None,
    "first_day": lambda value: date.fromisoformat(value) if value else None,
    "assets": lambda value: tuple(Asset(key) for key in value or ()),
    "sells": lambda value: tuple(value or ()),
    "audience": lambda value: tuple(value or ()),
    "tags": lambda value: tuple(value or ()),
    "addresses": lambda value: tuple(Address(**_texts(row)) for row in value or ()),
    "channels": lambda value: tuple(
        Channel(**_texts(row) | {"kind": ChannelKind(row["kind"])}) for row in value or ()
    ),
}
_CONTACT_VALUES: dict[str, Any] = {
    "gender": lambda value: Gender(value) if value else None,
    "is_decision_maker": bool,
}
