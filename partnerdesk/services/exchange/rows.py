"""One row of a file as what it says of a firm and of a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.domain.partner import Address, ChannelKind
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.exchange.cells import custom_value, value_in
from partnerdesk.services.exchange.columns import CONTACT, IDENTITY
from partnerdesk.services.exchange.mapped_columns import (
    CHANNELS,
    MappedColumn,
    address_group,
    label_of,
    mapped_columns,
)
from partnerdesk.services.exchange.names import parted_titles, take_apart
from partnerdesk.services.exchange.postal import address_of, whole_street
from partnerdesk.services.exchange.source import SourceTable
from partnerdesk.services.exchange.words import bare
from partnerdesk.services.numbers import (
    check_email,
    check_krs,
    check_nip,
    check_regon,
    format_krs,
    format_nip,
    format_regon,
)

_SEVERAL = " ::: "
_TERMS = ("tags", "sells", "audience")
_JOINED = {"name": " ", "notes": "\n", "contact.first_name": " ", "contact.surname": " ",
           "contact.job_title": ", "}  # fmt: skip
_NUMBERS: dict[str, tuple[Callable[[str], str], Callable[[str], str], tuple[int, ...]]] = {
    "nip": (format_nip, check_nip, ()),
    "regon": (format_regon, check_regon, (9, 14)),
    "krs": (format_krs, check_krs, (10,)),
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """A value that could not be taken as it is, or a row without a name (then ``heading`` is "")."""

    line: int
    heading: str
    message: str
    kept_in_notes: bool


@dataclass(slots=True)
class Way:
    """A phone, e-mail or website of a row: the key of its target, kind, value and label."""

    key: str
    kind: ChannelKind
    value: str
    label: str


@dataclass(slots=True)
class RowDraft:
    """What a row says; ``firm`` and ``person`` by the names of the records' fields."""

    line: int
    firm: dict[str, Any] = field(default_factory=dict)
    person: dict[str, Any] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    identity: str = ""

    def keep(self, heading: str, value: str) -> None:
        """Keep a value in the notes, with its heading in front."""
        self.notes.append(f"{heading}: {value}" if heading else value)


class RowReader:
    """Reads the rows of one table, whose columns stand for ``mapping``."""

    def __init__(
        self, table: SourceTable, mapping: Sequence[str], custom_fields: Sequence[CustomField]
    ) -> None:
        self._columns = mapped_columns(table, mapping, custom_fields)
        self._headings = {column.key: column.heading for column in self._columns}

    def read(self, line: int, cells: Sequence[str]) -> RowDraft:
        """What one row says; what it says wrongly is noted and kept as text.

        There may be fewer cells than columns.
        """
        draft = RowDraft(line)
        parts: dict[str, dict[str, str]] = {}
        labels: dict[str, str] = {}
        for column in self._columns:
            if column.place >= len(cells):
                break
            cell = cells[column.place].strip()
            if not cell:
                continue
            group = address_group(column.key)
            if group is not None:
                part = column.key.rpartition(".")[2]
                _add_part(parts.setdefault(group, {}), part, cell)
                labels.setdefault(group, label_of(column, cells))
            elif column.key in CHANNELS:
                _add_ways(draft, column, cell, label_of(column, cells))
            else:
                self._add_value(draft, column, cell)
        _settle_person(draft)
        _settle_addresses(draft, parts, labels)
        _settle_firm(draft, self._headings)
        return draft

    def _add_value(self, draft: RowDraft, column: MappedColumn, cell: str) -> None:
        key = column.key
        if key == "headed_notes":
            if cell.strip("0./- :,"):
                draft.keep(column.heading, cell)
            return
        if key == IDENTITY:
            draft.identity = cell
            return
        try:
            value = _value(column, cell)
        except ValueError as error:
            _complain(draft, column.heading, cell, str(error))
            return
        if value is None or value == "":
            return
        if key.startswith(KEY_PREFIX):
            draft.custom.setdefault(key.removeprefix(KEY_PREFIX), value)
            return
        values = draft.person if key.startswith(CONTACT) else draft.firm
        name = key.removeprefix(CONTACT)
        if isinstance(value, tuple):
            there = values.get(name, ())
            values[name] = there + tuple(item for item in value if item not in there)
        elif key in _JOINED and name in values:
            if value != values[name]:
                values[name] = f"{values[name]}{_JOINED[key]}{value}"
        elif name in values and value != values[name] and isinstance(value, str):
            draft.keep(column.heading, cell)
        else:
            values[name] = value


def _value(column: MappedColumn, cell: str) -> Any:
    key = column.key
    if column.custom is not None:
        return custom_value(column.custom, cell, month_first=column.month_first)
    if key in _NUMBERS:
        return _number(key, cell)
    if key in _TERMS:
        terms = cell.replace(_SEVERAL.strip(), ",") if column.several else cell
        found: tuple[str, ...] = value_in(key, terms)
        # Google's own groups: "* myContacts", "* starred".
        return tuple(term for term in found if not (column.several and term.startswith("*")))
    return value_in(key, cell, month_first=column.month_first)


def _number(key: str, cell: str) -> str:
    tidy, check, lengths = _NUMBERS[key]
    number = tidy(cell)
    if fault := check(number):
        # A spreadsheet that took it for an amount has cut off the zeros at its beginning.
        filled = number.zfill(lengths[0]) if lengths and number.isdigit() and len(number) >= 4 else number
        if filled == number or check(filled):
            raise ValueError(fault)
        number = filled
    return number


def _complain(draft: RowDraft, heading: str, cell: str, message: str) -> None:
    draft.faults.append(RowFault(draft.line, heading, message, kept_in_notes=True))
    draft.notes.append(
        _("{heading}: {value} (from the import, not valid)").format(heading=heading, value=cell)
    )


def _add_ways(draft: RowDraft, column: MappedColumn, cell: str, label: str) -> None:
    kind = CHANNELS[column.key]
    values = [value.strip() for value in cell.split(_SEVERAL)] if column.several else [cell]
    for value in filter(None, values):
        for single in _emails(value) if kind is ChannelKind.EMAIL else (value,):
            fault = check_email(single) if kind is ChannelKind.EMAIL else ""
            if fault:
                _complain(draft, column.heading, single, fault)
            else:
                draft.ways.append(Way(column.key, kind, single, label))


def _emails(cell: str) -> Sequence[str]:
    """One address, or the several that a cell holds."""
    if not check_email(cell):
        return (cell,)
    several = cell.replace(";", " ").replace(",", " ").split()
    return several if several and not any(map(check_email, several)) else (cell,)


def _add_part(parts: dict[str, str], part: str, cell: str) -> None:
    parts[part] = f"{parts[part]}, {cell}" if part in parts and part == "street" else parts.get(part) or cell


def _settle_person(draft: RowDraft) -> None:
    person = draft.person
    whole, reversed_name = person.pop("full_name", ""), person.pop("surname_first", "")
    if not person.get("first_name") and not person.get("surname") and (whole or reversed_name):
        name = take_apart(whole or reversed_name, surname_first=not whole)
        person |= {"first_name": name.first_name, "surname": name.surname}
        _add_titles(person, name.titles)
        if name.gender:
            person.setdefault("gender", name.gender)
    middle, prefix = person.pop("middle_name", ""), person.pop("prefix", "")
    if middle:
        person["first_name"] = " ".join(filter(None, (person.get("first_name"), middle)))
    if prefix:
        titles, gender, rest = parted_titles(prefix)
        _add_titles(person, " ".join(filter(None, (titles, rest))))
        if gender:
            person.setdefault("gender", gender)
    if department := person.pop("department", ""):
        _add_titles(person, department)


def _add_titles(person: dict[str, Any], titles: str) -> None:
    """Behind a position, because the position decides how somebody is addressed."""
    if titles:
        person["job_title"] = ", ".join(filter(None, (person.get("job_title"), titles)))


def _settle_addresses(
    draft: RowDraft, parts: Mapping[str, dict[str, str]], labels: Mapping[str, str]
) -> None:
    for group, found in parts.items():
        address = address_of(whole_street(found), label=labels[group] if group else "")
        if group:
            draft.addresses.append(address)
        else:
            names = ("street", "postal_code", "city", "country")
            draft.firm |= {name: value for name in names if (value := getattr(address, name))}


def _settle_firm(draft: RowDraft, headings: Mapping[str, str]) -> None:
    firm = draft.firm
    if not firm.get("name") and firm.get("short_name"):
        firm["name"] = firm.pop("short_name")
    office = firm.pop("post_office", "")
    if office and bare(office) != bare(firm.get("city", "")):
        draft.keep(headings["post_office"], office)
