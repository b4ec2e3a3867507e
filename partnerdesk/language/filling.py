"""Putting a letter's values into its template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.letter_template import Addressee, Sender
from partnerdesk.language.firm_name import in_quotes
from partnerdesk.language.formats import long_date, money, number, percent, plural_category
from partnerdesk.language.forms_of_address import you, your
from partnerdesk.language.template import (
    CASES,
    OTHERWISE,
    Part,
    Placeholder,
    Select,
    Template,
    Words,
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value of a choice field: its key, and the label that is printed."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody's name: the nominative, and what gives its form in a case."""

    nominative: str
    in_case: Callable[[str], str]


Value = str | int | bool | date | Chosen | Named | None


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that a letter's template is filled with; a variable that is absent is empty."""

    language: str
    sender: Sender
    addressee: Addressee
    entries: Mapping[str, Value]


class FillError(ValueError):
    """The template cannot be filled; ``name`` is the variable at fault."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class MissingValue(FillError):  # noqa: N818 - it names what is missing
    """A variable that must be printed is empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name, f"no value for “{name}”")


class NoWordingError(FillError):
    """A choice of wordings has none that fits the value."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, f"no wording of “{name}” for “{key}”")


def value_of(field: Field, stored: object, language: str) -> Value:
    """Return the value that a letter prints for a field's stored one (see :class:`FieldKind`).

    Empty text counts as nothing given. Raise ValueError where the stored value does not fit the kind.
    """
    if stored is None or stored == "":
        return None
    match field.kind, stored:
        case FieldKind.YES_NO, bool():
            return stored
        case FieldKind.INTEGER, int() if not isinstance(stored, bool):
            return stored
        case ((FieldKind.TEXT | FieldKind.LONG_TEXT), str()):
            return stored.strip() or None
        case FieldKind.MONEY, str():
            return money(Decimal(stored), language)
        case FieldKind.PERCENT, str():
            return percent(Decimal(stored), language)
        case FieldKind.DATE, str():
            return date.fromisoformat(stored)
        case FieldKind.CHOICE, str():
            labels = {choice.key: choice.label for choice in field.choices}
            if stored in labels:
                return Chosen(stored, labels[stored])
    raise ValueError(f"{field.key}: {stored!r} is no {field.kind}")


def built_in_entries(
    *,
    language: str,
    firm: str,
    partner: str,
    addressee: Addressee,
    contact: Named | None,
    signatory_position: str,
    written_on: date,
) -> dict[str, Value]:
    """Return the entries that every letter has (see ``built_in_variables``); ``you`` needs none."""
    return {
        "firm": firm.strip(),
        "firm_in_quotes": in_quotes(firm, language),
        "partner": partner.strip(),
        "partner_in_quotes": in_quotes(partner, language),
        "contact": contact,
        "signatory_position": signatory_position.strip(),
        "your": your(language, addressee),
        "year": str(written_on.year),
        "next_year": str(written_on.year + 1),
    }


def fill(template: Template, values: Values) -> str:
    """Return the template's text with every value put in as it is.

    Raise :class:`MissingValue` where a variable that must be printed is empty, and :class:`NoWordingError`
    where a choice of wordings does not provide for the value; a checked template raises neither.
    """
    return "".join(_text(part, values) for part in template.parts)


def _text(part: Part, values: Values) -> str:
    match part:
        case Words():
            return part.text
        case Placeholder():
            return _printed(part, values)
        case Select():
            key = _key(part, values)
            wordings = dict(part.wordings)
            wording = wordings.get(key, wordings.get(OTHERWISE))
            if wording is None:
                raise NoWordingError(part.name, key)
            return "".join(_text(inner, values) for inner in wording)


def _printed(placeholder: Placeholder, values: Values) -> str:
    if placeholder.name == "you" and placeholder.case in CASES:
        return you(values.language, values.addressee, placeholder.case)
    value = values.entries.get(placeholder.name)
    if isinstance(value, Named) and placeholder.case in CASES:
        return value.in_case(placeholder.case)
    if isinstance(value, bool) or value is None or value == "" or placeholder.case:
        raise MissingValue(placeholder.name)
    match value:
        case int():
            return number(value, values.language)
        case date():
            return long_date(value, values.language)
        case Chosen():
            return value.label
        case Named():
            return value.nominative
        case str():
            return value


def _key(select: Select, values: Values) -> str:
    """Return the key of the wording that fits the variable's value; nothing to count is nothing given."""
    if select.name == "sender":
        return values.sender
    if select.name == "addressee":
        return values.addressee
    keys = {key for key, _ in select.wordings}
    value = values.entries.get(select.name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == "" or (isinstance(value, int) and value < 1):
        return "no" if "yes" in keys or "no" in keys else "none"
    match value:
        case int():
            return plural_category(value, values.language)
        case Chosen():
            return value.key if value.key in keys else "given"
        case _:
            return "given"
