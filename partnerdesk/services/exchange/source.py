"""A file of another program as one table of texts, whatever kind of file it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.file_names import size_of_file
from partnerdesk.services.problems import Problem, disk_problem

#: The largest file that is read.
LARGEST_FILE = 60 * 1024 * 1024
#: The largest table that is read; a directory larger than this does not come out of an address book.
MOST_ROWS = 200_000
MOST_COLUMNS = 500
#: The most cells of a table; the parser of spreadsheets allots room for every one.
MOST_CELLS = 3_000_000

#: Told how much is done of how much; it may raise ``Cancelled``.
Report = Callable[[int, int], None]

#: Encodings that can be chosen for a text file.
ENCODINGS = ("utf-8", "cp1250", "iso-8859-2", "cp852", "utf-16")
#: Separators that can be chosen for a CSV file.
SEPARATORS = (";", ",", "\t", "|")


class SourceKind(StrEnum):
    """What kind of file it is."""

    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcard"


_ENDINGS = {
    ".csv": SourceKind.CSV,
    ".txt": SourceKind.CSV,
    ".tsv": SourceKind.CSV,
    ".xlsx": SourceKind.XLSX,
    ".vcf": SourceKind.VCARD,
    ".vcard": SourceKind.VCARD,
}


# How zip archives (XLSX) and old or encrypted Office files begin.
_OFFICE_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How a file is to be read; ``None`` leaves it to be found out."""

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row, ``line`` being where it begins in the file, from 1.

    A table of few wide and many short rows would not fit if each were as long as the widest, so that only
    the cells up to the last that holds something are kept, in ``filled``.
    """

    line: int
    filled: tuple[str, ...]
    width: int

    @classmethod
    def of(cls, line: int, cells: Sequence[str]) -> "SourceRow":
        """The row of these cells."""
        end = len(cells)
        while end and not cells[end - 1]:
            end -= 1
        return cls(line, tuple(cells[:end]), len(cells))

    @property
    def cells(self) -> tuple[str, ...]:
        """A cell for each heading."""
        return self.filled + ("",) * (self.width - len(self.filled))

    def cell(self, place: int) -> str:
        """The text in one column."""
        return self.filled[place] if place < len(self.filled) else ""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """What a file holds.

    ``encoding`` and ``separator`` say how it was read, ``sheet`` which one of ``sheets``; each is "" or
    empty where the kind of file has none.
    """

    kind: SourceKind
    path: Path
    headings: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def source_kind(path: Path) -> SourceKind | None:
    """What kind of file the ending of a name stands for; ``None`` for one that nothing is known of."""
    return _ENDINGS.get(path.suffix.lower())


def could_be_source(path: Path) -> bool:
    """Whether a file's name looks as if partners could be read from it."""
    return source_kind(path) is not None


def go_on_always() -> None:
    """Never stop."""


def read_source(
    path: Path, options: SourceOptions = SourceOptions(), go_on: Callable[[], None] = go_on_always
) -> SourceTable:
    """Read a file, whose kind is told by its content and ending.

    ``go_on`` is called every now and then and may raise to stop. Raises ``Problem`` for whatever cannot be
    read, is too large or is not what it says it is.
    """
    content = _content(path)
    go_on()
    if _begins_with_vcard(content) or source_kind(path) is SourceKind.VCARD:
        from partnerdesk.services.exchange.vcard_source import read_vcard

        return read_vcard(path, content, options, go_on)
    if content.startswith(_OFFICE_STARTS) or source_kind(path) is SourceKind.XLSX:
        from partnerdesk.services.exchange.xlsx_source import read_xlsx

        return read_xlsx(path, content, options, go_on)
    from partnerdesk.services.exchange.csv_source import read_csv

    return read_csv(path, content, options, go_on)


def _begins_with_vcard(content: bytes) -> bool:
    start = content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start[:11].upper() == b"BEGIN:VCARD"


def _content(path: Path) -> bytes:
    try:
        size = size_of_file(path)
        if size is None:
            raise Problem(
                _("{file} is no file, so nothing can be read from it. Choose a file.").format(file=path)
            )
        if size > LARGEST_FILE:
            raise too_large(path)
        with path.open("rb") as file:
            # What grows while it is read, or says that it has no size, is cut off all the same.
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise disk_problem(error, path) from error
    if len(content) > LARGEST_FILE:
        raise too_large(path)
    if not content:
        raise Problem(_("The file {file} is empty. Choose another file.").format(file=path))
    return content


def too_large(path: Path) -> Problem:
    """A file beyond the limit, in the user's words."""
    return Problem(
        _("The file {file} is larger than {limit} MB. Divide it into smaller files.").format(
            file=path, limit=LARGEST_FILE // 1024 // 1024
        )
    )
