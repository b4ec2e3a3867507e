"""Values of partners as texts in cells and back, readable and without loss.

Rows inside a cell (addresses, channels) stand one to a line, their parts divided by " | "; a backslash
keeps a bar, a line end or a backslash inside a part from being taken for one.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import Address, Channel, ChannelKind
from partnerdesk.domain.tags import split_tags
from partnerdesk.language.interface import _
from partnerdesk.services.exchange.days import day_of, day_of_year
from partnerdesk.services.exchange.words import (
    ASSETS,
    CHANNELS,
    GENDERS,
    LANGUAGES,
    LEGAL_FORMS,
    NO_GENDER,
    STAGES,
    YES_NO,
    bare,
    value_of,
    word_for,
)
from partnerdesk.services.numbers import check_email, parse_decimal

_WORDS = {
    "stage": STAGES,
    "legal_form": LEGAL_FORMS,
    "language": LANGUAGES,
    "is_competitor": YES_NO,
    "is_key_client": YES_NO,
    "contact.gender": GENDERS,
    "contact.is_decision_maker": YES_NO,
}
_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,9})?", re.ASCII)
_TAGS = ("tags", "sells", "audience")
# The first of these that a text has begins a part that must not be taken for the end of one.
_ESCAPES = (("\\", "\\\\"), ("|", "\\|"), ("\n", "\\n"))


def cell_of(key: str, value: Any, language: str) -> str:
    """The text for the value of a column with this key, in a file in "pl" or "en"; "" for none."""
    if value is None:
        return ""
    words = _WORDS.get(key)
    if words is not None:
        return word_for(value, words, language)
    if key in _TAGS:
        return ", ".join(value)
    if key == "assets":
        return ", ".join(word_for(asset, ASSETS, language) for asset in value)
    if key == "addresses":
        return "\n".join(_row_text(_address_parts(address)) for address in value)
    if key == "channels":
        return "\n".join(
            _row_text((word_for(channel.kind, CHANNELS, language), channel.value, channel.label))
            for channel in value
        )
    return str(value)


def value_in(key: str, cell: str, *, month_first: bool = False) -> Any:
    """The value that a cell with text in it stands for. Raises ``ValueError`` with a message.

    ``month_first`` says how to read 4/5/2026.
    """
    if key == "contact.gender" and bare(cell) in {bare(word) for word in NO_GENDER}:
        return None
    words = _WORDS.get(key)
    if words is not None:
        return value_of(cell, words)
    if key == "first_day":
        return day_of(cell, month_first=month_first)
    if key in ("contact.birthday", "contact.name_day"):
        return day_of_year(cell, month_first=month_first)
    read = _READERS.get(key)
    return cell if read is None else read(cell)


def custom_cell(field: CustomField, value: Any, language: str) -> str:
    """The text for a value of one of the owner's own fields."""
    if value is None:
        return ""
    if field.kind is CustomKind.YES_NO:
        return word_for(bool(value), YES_NO, language)
    if field.kind is CustomKind.NUMBER and language == "pl":
        return str(value).replace(".", ",")
    return str(value)


def custom_value(field: CustomField, cell: str, *, month_first: bool = False) -> Any:
    """The stored value of one of the owner's own fields. Raises ``ValueError`` with a message."""
    if field.kind is CustomKind.YES_NO:
        return value_of(cell, YES_NO)
    if field.kind is CustomKind.DATE:
        return day_of(cell, month_first=month_first).isoformat()
    if field.kind is CustomKind.NUMBER:
        return _number(cell)
    if field.kind is CustomKind.CHOICE:
        return _choice(field, cell)
    return cell


def _number(cell: str) -> str:
    if _PLAIN_NUMBER.fullmatch(cell):
        return cell.replace(",", ".")
    try:
        return format(parse_decimal(cell), "f")
    except ValueError as error:
        raise ValueError(_("“{text}” is no number.").format(text=cell)) from error


def _choice(field: CustomField, cell: str) -> str:
    if cell in field.choices:
        return cell
    alike = [choice for choice in field.choices if bare(choice) == bare(cell)]
    if len(alike) == 1:
        return alike[0]
    raise ValueError(
        _("“{text}” is not known here. Use one of: {words}.").format(
            text=cell, words=", ".join(field.choices)
        )
    )


def _assets(cell: str) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value_of(word, ASSETS) for word in split_tags(cell)))


def _address_parts(address: Address) -> Sequence[str]:
    return (address.label, address.street, address.postal_code, address.city, address.country)


def _addresses(cell: str) -> tuple[Address, ...]:
    found = []
    for parts in _rows_in(cell, 5):
        label, street, postal_code, city, country = parts
        if not (street or city):
            raise ValueError(
                _("Write an address as: name | street | postal code | town | country, each on its own line.")
            )
        found.append(Address(label=label, street=street, postal_code=postal_code, city=city, country=country))
    return tuple(found)


def _channels(cell: str) -> tuple[Channel, ...]:
    found = []
    for kind, value, label in _rows_in(cell, 3):
        if not value:
            raise ValueError(_("Write it as: phone | number | whose it is, each on its own line."))
        channel = Channel(kind=value_of(kind, CHANNELS), value=value, label=label)
        if channel.kind is ChannelKind.EMAIL and (fault := check_email(value)):
            raise ValueError(fault)
        found.append(channel)
    return tuple(found)


def _row_text(parts: Sequence[str]) -> str:
    escaped = list(parts)
    for plain, instead in _ESCAPES:
        escaped = [part.replace(plain, instead) for part in escaped]
    return " | ".join(escaped)


def _rows_in(cell: str, width: int) -> list[list[str]]:
    """The parts of each line, filled up or, what is too many, an error."""
    rows = []
    for line in cell.split("\n"):
        if not line.strip():
            continue
        parts = [part.strip() for part in _parts(line)]
        if len(parts) > width:
            raise ValueError(
                _("“{text}” has too many parts. Put a backslash before a bar that is part of a text.").format(
                    text=line
                )
            )
        rows.append(parts + [""] * (width - len(parts)))
    return rows


def _parts(line: str) -> list[str]:
    parts, part, letters = [], [], iter(line)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters, "\\")
            part.append("\n" if escaped == "n" else escaped)
        elif letter == "|":
            parts.append("".join(part))
            part = []
        else:
            part.append(letter)
    return [*parts, "".join(part)]


_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(_TAGS, split_tags),
    "assets": _assets,
    "addresses": _addresses,
    "channels": _channels,
}
