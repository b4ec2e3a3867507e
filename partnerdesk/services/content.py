"""Reading a content file strictly: every key expected, every text in both languages."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from partnerdesk.domain.field import Choice, Field, FieldKind

LANGUAGES = ("pl", "en")

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_MISSING: Any = object()


class ContentError(Exception):
    """Something in a content file that does not fit its description; names file and key."""


class Section:
    """One table of a content file; each ``take`` removes a key, :meth:`finish` refuses what is left."""

    def __init__(self, values: Any, place: str, language: str) -> None:
        if not isinstance(values, dict):
            raise ContentError(f"{place}: expected a table, found {values!r}")
        self._values = dict(values)
        self._place = place
        self._language = language

    def _take(self, key: str, default: Any = _MISSING) -> Any:
        if key in self._values:
            return self._values.pop(key)
        if default is _MISSING:
            raise ContentError(f"{self._place}: key {key!r} is missing")
        return default

    def plain(self, key: str, kind: type[T], default: Any = _MISSING) -> T:
        """A value of exactly this type (``bool`` is no ``int`` here)."""
        value = self._take(key, default)
        if type(value) is not kind:
            raise ContentError(f"{self._place}.{key}: expected {kind.__name__}, found {value!r}")
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """A value of an enumeration, written by its text."""
        return self._member(f"{self._place}.{key}", self._take(key), kind)

    def optional_choice(self, key: str, kind: type[E]) -> E | None:
        """A value of an enumeration, or ``None`` where the key is left out."""
        value = self._take(key, None)
        return None if value is None else self._member(f"{self._place}.{key}", value, kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """A list of an enumeration's values."""
        values = self.plain(key, list)
        return tuple(self._member(f"{self._place}.{key}", value, kind) for value in values)

    def _member(self, place: str, value: Any, kind: type[E]) -> E:
        try:
            return kind(value)
        except ValueError as error:
            known = ", ".join(member.value for member in kind)
            raise ContentError(f"{place}: {value!r} is none of {known}") from error

    def text(self, key: str, *, optional: bool = False, may_be_empty: bool = False) -> str:
        """The text in the reading language; both languages must be there. "" for a left-out optional one."""
        value = self._take(key, None if optional else _MISSING)
        if value is None:
            return ""
        place = f"{self._place}.{key}"
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise ContentError(f"{place}: needs a text in each of {', '.join(LANGUAGES)} and nothing else")
        for language, text in value.items():
            if not isinstance(text, str) or (not text.strip() and not may_be_empty):
                raise ContentError(f"{place}.{language}: needs a text")
        return str(value[self._language]).strip()

    def section(self, key: str) -> "Section":
        """The table under ``key``."""
        return Section(self._take(key), f"{self._place}.{key}", self._language)

    def sections(self, key: str, read: Callable[["Section"], T]) -> tuple[T, ...]:
        """Each table of the list under ``key``, read by ``read``; none where the key is left out."""
        found = []
        for number, values in enumerate(self._take(key, []), 1):
            section = Section(values, f"{self._place}.{key}[{number}]", self._language)
            found.append(read(section))
            section.finish()
        return tuple(found)

    def finish(self) -> None:
        """Raise ``ContentError`` for keys that nobody took."""
        if self._values:
            raise ContentError(f"{self._place}: unknown key {', '.join(map(repr, sorted(self._values)))}")

    def fault(self, key: str, what: str) -> ContentError:
        """An error at ``key`` of this table."""
        return ContentError(f"{self._place}.{key}: {what}")


@contextmanager
def content_file(path: Path, language: str) -> Iterator[Section]:
    """The file's top table, finished at the end of the block. Raises ``ContentError``."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: {error}") from error
    section = Section(values, path.name, language)
    yield section
    section.finish()


def read_field(section: Section) -> Field:
    """One field description, with its columns where it holds rows."""
    kind = section.choice("kind", FieldKind)
    field = Field(
        key=section.plain("key", str),
        kind=kind,
        label=section.text("label"),
        required=section.plain("required", bool, False),
        help=section.text("help", optional=True),
        unit=section.text("unit", optional=True),
        choices=section.sections("choices", _read_choice),
        columns=section.sections("columns", read_field),
    )
    if not field.key.isidentifier():
        raise section.fault("key", f"{field.key!r} is no name")
    if bool(field.choices) != (kind is FieldKind.CHOICE):
        raise section.fault("choices", "belong to a choice field, and only there")
    if bool(field.columns) != (kind is FieldKind.ROWS):
        raise section.fault("columns", "belong to a rows field, and only there")
    if any(column.kind is FieldKind.ROWS for column in field.columns):
        raise section.fault("columns", "cannot hold rows themselves")
    require_unique(section, "choices", [choice.key for choice in field.choices])
    require_unique(section, "columns", [column.key for column in field.columns])
    return field


def require_unique(section: Section, key: str, values: list[str]) -> None:
    """Raise ``ContentError`` when a value stands twice."""
    if len(set(values)) != len(values):
        raise section.fault(key, f"a key stands twice among {', '.join(values)}")


def _read_choice(section: Section) -> Choice:
    return Choice(section.plain("key", str), section.text("label"))
