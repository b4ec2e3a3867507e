"""A finished agreement sheet, every word of it decided, as it goes to paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what is agreed under it; ``text`` may hold line breaks."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph across the sheet; as a ``point`` it is one of a list."""

    text: str
    point: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; one of numbers is ranged on the right, a ``wide`` one takes what width is left."""

    heading: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a caption, which may be "", and column headings.

    A row of one text, in a table of more columns, is a heading within the table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


Entry = Pair | Note | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One of the firms: its name, what it is called in the sheet, its address lines and who represents it."""

    name: str
    called: str
    lines: tuple[str, ...]
    signatory: str


@dataclass(frozen=True, slots=True)
class PrintedAgreement:
    """Plain texts of one sheet and the logo, PNG or JPEG bytes; nothing in it is markup.

    ``language`` is "pl" or "en". ``warning`` says that the sheet is a summary and no legal advice;
    ``place_and_day`` and ``signature`` name the lines that are filled in by hand.
    """

    language: str
    written_on: date
    place_and_date: str
    overline: str
    title: str
    name: str
    parties: tuple[Party, ...]
    parts: tuple[Part, ...]
    warning: str
    place_and_day: str
    signature: str
    logo: bytes | None = None

    @property
    def author(self) -> str:
        """Our firm's name, for the document's metadata."""
        return self.parties[0].name if self.parties else ""

    @property
    def document_title(self) -> str:
        """Kind, title and name in one, for the document's metadata."""
        return " – ".join(filter(None, (self.overline, self.title, self.name)))

    def all_text(self) -> str:
        """Every printed character, for a check of the fonts; lines joined by line breaks."""
        return "\n".join(self._texts())

    def _texts(self) -> Iterator[str]:
        yield from (self.place_and_date, self.overline, self.title, self.name)
        for party in self.parties:
            yield from (party.name, party.called, *party.lines, party.signatory)
        for part in self.parts:
            yield part.heading
            for entry in part.entries:
                yield from _texts_of(entry)
        yield from (self.warning, self.place_and_day, self.signature)


def _texts_of(entry: Entry) -> Iterator[str]:
    match entry:
        case Pair(name, text):
            yield from (name, text)
        case Note(text):
            yield text
        case Table(caption, columns, rows):
            yield from (caption, *(column.heading for column in columns))
            for row in rows:
                yield from row
