"""vCard 4.0 (RFC 6350): a card for each person, or one for a firm without people.

Phones and mail programs find in it what they know; what they do not know stands in properties of our own, so
that our own import finds everything again. A standard property that only repeats what stands in one of ours
is marked as a copy.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Gender, Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.cells import cell_of, custom_cell
from partnerdesk.services.exchange.columns import CONTACT, HEADINGS
from partnerdesk.services.exchange.export_table import value_at, writable
from partnerdesk.services.exchange.vcard_source import COPY, OWN_FIELD, own_property

_LINE_OCTETS = 75
# What the standard properties of a card hold exactly, and so needs none of ours.
_STANDARD = frozenset(
    {
        "name", "street", "postal_code", "city", "country", "website", "tags", "notes", "contact.first_name",
        "contact.surname", "contact.job_title", "contact.email", "contact.phone", "contact.gender",
        "contact.birthday",
    }
)  # fmt: skip
_COPY = f";{COPY}=1"
_CHANNEL_NAMES = {ChannelKind.PHONE: "TEL", ChannelKind.EMAIL: "EMAIL", ChannelKind.WEBSITE: "URL"}


def write_vcards(
    target: BinaryIO, files: Iterable[PartnerFile], custom_fields: Sequence[CustomField], language: str
) -> int:
    """Write partners as cards; return how many partners there were."""
    count = 0
    for file in files:
        count += 1
        for contact in file.contacts or (None,):
            for line in _card(file.partner, contact, custom_fields, language):
                target.write(_folded(line))
    return count


def _card(
    partner: Partner, contact: Contact | None, custom_fields: Sequence[CustomField], language: str
) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//PartnerDesk//EN"
    yield f"KIND:{'individual' if contact else 'org'}"
    yield f"UID:urn:uuid:{(contact or partner).uuid}"
    yield f"FN:{_text(contact.full_name if contact else partner.name)}"
    yield f"ORG:{_text(partner.name)}"
    if contact is not None:
        yield from _of_person(contact)
    yield from _of_firm(partner)
    yield from _own(partner, contact, custom_fields, language)
    yield "END:VCARD"


def _of_person(contact: Contact) -> Iterator[str]:
    yield f"N:{_text(contact.surname)};{_text(contact.first_name)};;;"
    yield from _filled("TITLE", contact.job_title)
    yield from _filled("EMAIL", contact.email)
    yield from _filled("TEL", contact.phone)
    if contact.gender is not None:
        yield f"GENDER:{'M' if contact.gender is Gender.M else 'F'}"
    if contact.birthday:
        # The basic format, which RFC 6350 prescribes: 19800415, --0415.
        year, rest = contact.birthday[:-6], contact.birthday[-5:].replace("-", "")
        yield f"BDAY:{year if year != '-' else '--'}{rest}"


def _of_firm(partner: Partner) -> Iterator[str]:
    main = Address(
        street=partner.street, postal_code=partner.postal_code, city=partner.city, country=partner.country
    )
    if any((main.street, main.postal_code, main.city, main.country)):
        yield f"ADR;TYPE=work:{_address(main)}"
    for address in partner.addresses:
        yield f"ADR{_COPY}:{_address(address)}"
    yield from _filled("URL", partner.website)
    yield from _filled("TEL", partner.phone, f";TYPE=work{_COPY}")
    yield from _filled("EMAIL", partner.email, f";TYPE=work{_COPY}")
    for number, channel in enumerate(partner.channels, 1):
        yield from _channel(channel, number)
    if partner.tags:
        yield f"CATEGORIES:{','.join(map(_text, partner.tags))}"
    yield from _filled("NOTE", partner.notes)


def _channel(channel: Channel, number: int) -> Iterator[str]:
    yield f"item{number}.{_CHANNEL_NAMES[channel.kind]}{_COPY}:{_text(channel.value)}"
    if channel.label:
        yield f"item{number}.X-ABLabel:{_text(channel.label)}"


def _own(
    partner: Partner, contact: Contact | None, custom_fields: Sequence[CustomField], language: str
) -> Iterator[str]:
    for key in HEADINGS:
        if key in _STANDARD or (contact is None and key.startswith(CONTACT)):
            continue
        value: Any = value_at(key, partner, contact)
        # "No" and "not known" are what a missing property means as well.
        if value is not None and value is not False:
            yield from _filled(own_property(key), cell_of(key, value, language))
    for field in custom_fields:
        cell = custom_cell(field, partner.custom.get(field.uuid), language)
        if cell:
            yield f"{OWN_FIELD}:{_text(field.label)};{_text(cell)}"


def _filled(name: str, value: str, parameters: str = "") -> Iterator[str]:
    if value:
        yield f"{name}{parameters}:{_text(value)}"


def _address(address: Address) -> str:
    parts = ("", "", address.street, address.city, "", address.postal_code, address.country)
    return ";".join(map(_text, parts))


def _text(value: str) -> str:
    """A text with what has a meaning in vCard behind a backslash."""
    escaped = writable(value).replace("\\", "\\\\").replace("\n", "\\n")
    return escaped.replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which cuts a character."""
    content = line.encode("utf-8")
    pieces = []
    limit = _LINE_OCTETS
    while len(content) > limit:
        end = limit
        while content[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(content[:end])
        content = content[end:]
        limit = _LINE_OCTETS - 1
    return b"\r\n ".join([*pieces, content]) + b"\r\n"
