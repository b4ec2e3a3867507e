"""Partners as rows of texts, one for each person, as CSV and XLSX files hold them."""

from collections.abc import Iterator, Sequence
from typing import Any

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.cells import cell_of, custom_cell
from partnerdesk.services.exchange.columns import CONTACT, HEADINGS, IDENTITY, custom_heading, heading
from partnerdesk.services.exchange.source import Report
from partnerdesk.storage.queries import contacts_by_partner

_PARTNERS_AT_ONCE = 500
# What no file can hold and nobody types: control characters, halves of characters, "no character".
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))


def files_in_order(desk: Desk, keys: Sequence[int], report: Report) -> Iterator[PartnerFile]:
    """The partners with these keys and their people, read a few hundred at a time."""
    for start in range(0, len(keys), _PARTNERS_AT_ONCE):
        report(start, len(keys))
        part = keys[start : start + _PARTNERS_AT_ONCE]
        people = contacts_by_partner(desk.workspace, part)
        for partner in desk.directory.partners(part):
            yield PartnerFile(partner, tuple(people.get(partner.key, ())))
    report(len(keys), len(keys))


def head_row(custom_fields: Sequence[CustomField], language: str) -> list[str]:
    """The headings, in "pl" or "en"."""
    return [
        *(heading(key, language) for key in HEADINGS),
        *(custom_heading(field.label, language) for field in custom_fields),
    ]


def body_rows(file: PartnerFile, custom_fields: Sequence[CustomField], language: str) -> Iterator[list[str]]:
    """A row for each person of a partner, or one for a partner without people."""
    for contact in file.contacts or (None,):
        cells = [cell_of(key, value_at(key, file.partner, contact), language) for key in HEADINGS]
        cells += [
            custom_cell(field, file.partner.custom.get(field.uuid), language) for field in custom_fields
        ]
        yield [writable(cell) for cell in cells]


def value_at(key: str, partner: Partner, contact: Contact | None) -> Any:
    """The value of the column of a key; ``None`` for that of a person where there is none."""
    if key == IDENTITY:
        return partner.uuid
    if key.startswith(CONTACT):
        return None if contact is None else getattr(contact, key.removeprefix(CONTACT))
    return getattr(partner, key)


def writable(text: str) -> str:
    """A text as every kind of file can hold it: line ends of one kind, nothing that cannot be written."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWRITABLE)
