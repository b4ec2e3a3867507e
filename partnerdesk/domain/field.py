"""The description of one field, from which forms, columns, imports and letters are made."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field holds, and with it how it is entered, stored and shown.

    Stored values are JSON-safe: text kinds and ``choice`` as ``str``, ``integer`` as ``int``, ``decimal``,
    ``money`` and ``percent`` as decimal text ("1234.50"), ``date`` as ISO text, ``annual_day`` as a day of
    the year with or without the year ("--04-15", "1980-04-15"), ``yes_no`` as ``bool``, ``tags`` and
    ``choices`` as a list of ``str``, ``rows`` as a list of objects keyed by the columns' keys. A field left
    empty is absent or ``None``.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    ANNUAL_DAY = "annual_day"
    CHOICE = "choice"
    CHOICES = "choices"
    TAGS = "tags"
    YES_NO = "yes_no"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a ``choice`` or ``choices`` field may take, named in the language of the screen."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field in one language.

    ``choices`` is filled for ``choice`` and ``choices`` fields only, ``columns`` for ``rows`` fields only
    (columns are never ``rows`` themselves). ``unit`` is shown behind the value ("%", "szt.", "pcs").
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
