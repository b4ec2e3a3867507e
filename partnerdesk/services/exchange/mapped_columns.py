"""The columns of a table that stand for something, with all that is needed to read their cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import ChannelKind
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.exchange.columns import CONTACT
from partnerdesk.services.exchange.days import says_month_first
from partnerdesk.services.exchange.source import SourceTable
from partnerdesk.services.exchange.targets import FURTHER_ADDRESSES
from partnerdesk.services.exchange.words import bare

#: Targets that are ways to reach somebody.
CHANNELS = {
    "phone": ChannelKind.PHONE,
    "email": ChannelKind.EMAIL,
    "website": ChannelKind.WEBSITE,
    "more_phones": ChannelKind.PHONE,
    "more_emails": ChannelKind.EMAIL,
    "more_websites": ChannelKind.WEBSITE,
    "contact.phone": ChannelKind.PHONE,
    "contact.email": ChannelKind.EMAIL,
}
CHANNELS |= {CONTACT + key: kind for key, kind in CHANNELS.items() if key.startswith("more_")}
_ADDRESS_PARTS = ("street", "house_number", "flat_number", "postal_code", "city", "country", "address_line")
# Columns into which Google puts several values, parted by " ::: ".
_GOOGLE_TERMS = ("labels", "group membership")
_DATES = ("first_day", "contact.birthday", "contact.name_day")


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column: its place, the key of its target and its heading.

    ``label_place`` is the column that says what its phone or address is, ``default_label`` what it is called
    without one; ``several`` values stand in a cell of Google's, parted by " ::: "; ``month_first`` says how
    days with slashes are read.
    """

    place: int
    key: str
    heading: str
    label_place: int | None
    default_label: str
    several: bool
    month_first: bool
    custom: CustomField | None


def mapped_columns(
    table: SourceTable, mapping: Sequence[str], custom_fields: Sequence[CustomField]
) -> list[MappedColumn]:
    """The columns that stand for something, in their order."""
    # Where rows are people, their further phones are theirs and not the firm's.
    people = "nip" not in mapping and ("contact.first_name" in mapping or "contact.surname" in mapping)
    customs = {KEY_PREFIX + entry.uuid: entry for entry in custom_fields}
    found: list[MappedColumn] = []
    label_place: int | None = None
    label_group = ""
    for place, (key, heading) in enumerate(zip(mapping, table.headings, strict=True)):
        if key == "label":
            label_place, label_group = place, ""
            continue
        group = address_group(key)
        is_address = group is not None
        if (not is_address and key not in CHANNELS) or (is_address and label_group not in ("", f"a{group}")):
            label_place = None
        if people and key.startswith("more_"):
            key = CONTACT + key
        if key:
            custom = customs.get(key)
            is_date = key in _DATES or (custom is not None and custom.kind is CustomKind.DATE)
            found.append(
                MappedColumn(
                    place,
                    key,
                    heading,
                    label_place,
                    _default_label(heading, key),
                    several=heading.endswith(" - Value") or bare(heading) in _GOOGLE_TERMS,
                    month_first=is_date and says_month_first(row.cell(place) for row in table.rows),
                    custom=custom,
                )
            )
        if is_address:
            label_group = f"a{group}"
        elif key:
            label_place = None
    return found


def address_group(key: str) -> str | None:
    """Which address the target of a key is a part of: "" for the main one, ``None`` for no part of any."""
    group, _dot, part = key.rpartition(".")
    return group if part in _ADDRESS_PARTS and group in ("", *FURTHER_ADDRESSES) else None


def _default_label(heading: str, key: str) -> str:
    """What a further phone or address is called where no column says it: the heading, without the part."""
    if key in CHANNELS:
        return heading
    return heading.split(" - ")[0] if " - " in heading else heading.partition(" ")[0]


def label_of(column: MappedColumn, cells: Sequence[str]) -> str:
    """What the phone, e-mail or address in a column is called in a row with these cells."""
    if column.label_place is None:
        return column.default_label
    return cells[column.label_place].strip().removeprefix("* ").strip()
