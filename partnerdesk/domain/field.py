"""The description of one field, from which forms, columns, imports and letters are made."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field holds, and with it how it is entered, stored and shown.

    Stored values are JSON-safe: text kinds and ``choice`` as ``str``, ``integer`` as ``int``, ``money``
    and ``percent`` as decimal text ("1234.50"), ``date`` as ISO text, ``yes_no`` as ``bool``, ``rows`` as
    a list of objects keyed by the columns' keys. A field left empty is absent or ``None``.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a ``choice`` field may take, with its name in the language of the screen."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field in one language.

    ``choices`` is filled for ``choice`` fields only, ``columns`` for ``rows`` fields only (columns are
    never ``rows`` themselves). ``unit`` is shown behind the value ("%", "szt.", "pcs").
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
