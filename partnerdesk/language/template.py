"""The syntax of template text: plain words with placeholders and choices among wordings.

- ``{name}`` stands for a value and ``{name:dat}`` for a form of it, in one of the cases of :data:`CASES`.
- ``{name|none=…|given=…}`` stands for the wording whose key fits the value. Wordings may hold placeholders
  and further choices; ``*`` is the key of the wording for everything else.

A line break before a bar, or before the brace that ends a choice, is layout and not part of the wording, so
that each wording can stand on its own line. A brace or a bar always belongs to this syntax; there is no way
to write one as plain text. Values may contain both: they are put in once and never read as template text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

CASES = ("nom", "gen", "dat", "acc", "ins", "loc", "voc")
OTHERWISE = "*"
MAX_DEPTH = 12

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KEY = re.compile(r"(?:[a-z0-9_]+|\*)(?==)")
_PLAIN = re.compile(r"[^{}|]+")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*(?=\|)")
_LAST_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a template's text, both counted from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}"


class TemplateError(ValueError):
    """The text breaks the syntax; says what is wrong and where."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(f"{place}: {message}")
        self.message = message
        self.line = place.line
        self.column = place.column


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is printed as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """``{name}`` or, with a case, ``{name:case}``."""

    name: str
    case: str | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Select:
    """``{name|key=…|key=…}``, its wordings in the order of the text."""

    name: str
    wordings: tuple[tuple[str, tuple["Part", ...]], ...]
    place: Place = field(compare=False)


Part = Words | Placeholder | Select


@dataclass(frozen=True, slots=True)
class Template:
    """A text that has been read and can be filled any number of times."""

    parts: tuple[Part, ...]

    def variables(self) -> frozenset[str]:
        """Return the names of all variables, those inside wordings included."""
        return frozenset(part.name for part in _walk(self.parts) if not isinstance(part, Words))


def parse(text: str) -> Template:
    """Read template text; raise :class:`TemplateError` where it breaks the syntax."""
    return _Reader(text).template()


def _walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Select):
            for _, wording in part.wordings:
                yield from _walk(wording)


def _without_last_break(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if parts and isinstance(last := parts[-1], Words):
        text = _LAST_LINE_BREAK.sub("", last.text)
        return (*parts[:-1], Words(text)) if text else parts[:-1]
    return parts


class _Reader:
    """Reads a text once from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def template(self) -> Template:
        parts = self._parts(depth=0)
        if self._at < len(self._text):
            raise self._error(f"a stray “{self._text[self._at]}” outside of braces")
        return Template(parts)

    def _parts(self, depth: int) -> tuple[Part, ...]:
        parts: list[Part] = []
        while True:
            if plain := self._take(_PLAIN):
                parts.append(Words(plain))
            elif self._next() == "{":
                parts.append(self._braced(depth))
            else:
                return tuple(parts)

    def _braced(self, depth: int) -> Part:
        start = self._at
        if depth >= MAX_DEPTH:
            raise self._error(f"more than {MAX_DEPTH} braces inside each other")
        self._at += 1
        name = self._take(_NAME)
        if not name:
            raise self._error("a variable's name must follow the brace (small letters, digits, _)")
        self._take(_LINE_BREAK)
        part: Part
        if self._next() == "|":
            part = Select(name, self._wordings(start, depth), self._place(start))
        else:
            part = Placeholder(name, self._case(), self._place(start))
        if self._next() != "}":
            raise self._unclosed(start, name)
        self._at += 1
        return part

    def _case(self) -> str | None:
        if self._next() != ":":
            return None
        self._at += 1
        case = self._take(_NAME)
        if not case:
            raise self._error(f"a case must follow the colon ({', '.join(CASES)})")
        return case

    def _wordings(self, start: int, depth: int) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        wordings: dict[str, tuple[Part, ...]] = {}
        while self._next() == "|":
            self._at += 1
            key = self._take(_KEY)
            if not key:
                raise self._error("a key and “=” must follow the bar")
            if key in wordings:
                raise self._error(f"the key “{key}” stands twice")
            self._at += 1
            wordings[key] = _without_last_break(self._parts(depth + 1))
        return tuple(wordings.items())

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()
        return match[0] if match else ""

    def _unclosed(self, start: int, name: str) -> TemplateError:
        if self._at >= len(self._text):
            return TemplateError(f"the brace of “{name}” is not closed", self._place(start))
        return self._error(f"unexpected “{self._next()}” behind “{name}”")

    def _error(self, message: str) -> TemplateError:
        return TemplateError(message, self._place(self._at))

    def _place(self, at: int) -> Place:
        line_start = self._text.rfind("\n", 0, at) + 1
        return Place(self._text.count("\n", 0, at) + 1, at - line_start + 1)
