"""The variables of a letter: what each may hold, and those that every letter has."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.letter_template import Addressee, Sender, Voice


class VariableKind(Enum):
    """What a variable holds, and so which keys a choice of wordings over it takes.

    ``TEXT`` and ``DATE``: none, given. ``NUMBER``: none (also for less than one), and the language's
    plural categories. ``CHOICE``: none, and given or the choices' keys. ``YES_NO``: yes, no. ``SENDER`` and
    ``ADDRESSEE``: the values of the two enums. ``FORMS`` has a form for every case and no choice. ``NAME``:
    none, given; it stands in the nominative or, with a case, in that.
    """

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    CHOICE = auto()
    YES_NO = auto()
    FORMS = auto()
    NAME = auto()
    SENDER = auto()
    ADDRESSEE = auto()


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable as the check knows it.

    ``optional`` tells whether it may be empty. ``choices`` are the keys of a ``CHOICE``, and those senders
    and addressees that can occur.
    """

    kind: VariableKind
    optional: bool = False
    choices: tuple[str, ...] = ()


_KINDS = {
    FieldKind.TEXT: VariableKind.TEXT,
    FieldKind.LONG_TEXT: VariableKind.TEXT,
    FieldKind.INTEGER: VariableKind.NUMBER,
    FieldKind.MONEY: VariableKind.TEXT,
    FieldKind.PERCENT: VariableKind.TEXT,
    FieldKind.DATE: VariableKind.DATE,
    FieldKind.CHOICE: VariableKind.CHOICE,
    FieldKind.YES_NO: VariableKind.YES_NO,
}

_SENDERS = {
    Voice.FIRM: (Sender.WE,),
    Voice.DIRECTOR: (Sender.M, Sender.F),
    Voice.SOLE_TRADER: (Sender.M, Sender.F),
}


def senders_of(voice: Voice) -> tuple[Sender, ...]:
    """Return who can speak in a letter of this voice; the first person's number follows from it."""
    return _SENDERS[voice]


def built_in_variables(voice: Voice) -> dict[str, Variable]:
    """Return the variables that every letter of this voice has without describing them.

    ``firm`` and ``partner`` are names as typed, ``firm_in_quotes`` and ``partner_in_quotes`` the same as
    they stand behind a noun. ``contact`` is the addressed person with the form of address, in the
    nominative or any other case: „Pani Annie Kowalskiej”; where a form is unsure it is the form of address
    alone. ``you`` takes a case: Pana, Pani, Państwa; ``your`` is the genitive before a noun.
    """
    text = Variable(VariableKind.TEXT)
    maybe = Variable(VariableKind.TEXT, optional=True)
    return {
        "firm": text,
        "firm_in_quotes": text,
        "partner": text,
        "partner_in_quotes": text,
        "contact": Variable(VariableKind.NAME, optional=True),
        "signatory_position": maybe,
        "you": Variable(VariableKind.FORMS),
        "your": text,
        "year": text,
        "next_year": text,
        "sender": Variable(VariableKind.SENDER, choices=tuple(senders_of(voice))),
        "addressee": Variable(VariableKind.ADDRESSEE, choices=tuple(Addressee)),
    }


def variable_of(field: Field) -> Variable:
    """Return the variable that a letter's own field makes; raise ValueError for ``rows``."""
    if field.kind not in _KINDS:
        raise ValueError(f"{field.key}: a letter cannot hold a field of kind {field.kind}")
    return Variable(
        _KINDS[field.kind],
        optional=not field.required and field.kind is not FieldKind.YES_NO,
        choices=tuple(choice.key for choice in field.choices),
    )


def letter_variables(voice: Voice, fields: Iterable[Field]) -> dict[str, Variable]:
    """Return all variables of a letter; raise ValueError where a field takes a built-in one's name."""
    variables = built_in_variables(voice)
    for field in fields:
        if field.key in variables:
            raise ValueError(f"{field.key}: the name is taken")
        variables[field.key] = variable_of(field)
    return variables
