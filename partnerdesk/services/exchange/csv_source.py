"""CSV files as tables: encoding and separator found out, nothing swallowed in silence."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.guessing import is_known_heading
from partnerdesk.services.exchange.source import (
    ENCODINGS,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    SEPARATORS,
    SourceKind,
    SourceOptions,
    SourceRow,
    SourceTable,
)
from partnerdesk.services.problems import Problem

_LONGEST_CELL = 1_000_000
_ROWS_BETWEEN_LOOKS = 1_000
_LINES_LOOKED_AT = 20
_MOST_TITLES = 10
_FEWEST_HEADINGS = 2
_SEP_LINE = re.compile(r"\"?sep=([^\r\n]?)\"?", re.IGNORECASE)
# What a spreadsheet runs as a formula. An apostrophe in front keeps it text; a cell that has some before
# such a mark already gets one more, so that taking one away again always gives back what was there.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NEUTRALISED = re.compile(r"''*[=+\-@\t\r]")
# How likely each letter is in Polish names and addresses, against what other encodings make of its byte.
_POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_LIKELY_BESIDES = "€§„”–—’“°é«»ö ä ü Ö Ä Ü ß\u00a0"


def neutralised(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def doubled(cell: str) -> str:
    """A cell for a file whose texts cannot run, so that :func:`restored` gives back what it was."""
    return f"'{cell}" if _NEUTRALISED.match(cell) else cell


def restored(cell: str) -> str:
    """What was written as :func:`neutralised` or :func:`doubled`."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def read_csv(path: Path, content: bytes, options: SourceOptions, go_on: Callable[[], None]) -> SourceTable:
    """The table in the bytes of a CSV file. Raises ``Problem``."""
    text, encoding = decoded(content, path, options.encoding)
    separator, skipped = _said_separator(text)
    if skipped:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    separator = options.separator or separator or _separator(text)
    rows = list(_rows(text, separator, skipped, path, go_on))
    if not rows:
        raise Problem(_("The file {file} is empty. Choose another file.").format(file=path))
    return table_of(rows, SourceTable(SourceKind.CSV, path, (), (), encoding, separator))


def table_of(rows: list[SourceRow], empty: SourceTable) -> SourceTable:
    """``empty`` with the first of the rows as headings and all others as rows of just as many cells."""
    width = max(row.width for row in rows)
    if width > MOST_COLUMNS:
        raise too_many_columns(empty.path)
    first = _place_of_headings(rows)
    head, *body = (row if row.width == width else replace(row, width=width) for row in rows[first:])
    return SourceTable(
        kind=empty.kind, path=empty.path, headings=head.cells, rows=tuple(body), encoding=empty.encoding,
        separator=empty.separator, sheet=empty.sheet, sheets=empty.sheets,
    )  # fmt: skip


def _place_of_headings(rows: list[SourceRow]) -> int:
    """Which row holds the headings: the first, but for titles ("List of clients", a date) above a table."""
    known = [sum(map(is_known_heading, row.filled)) for row in rows[:_MOST_TITLES]]
    if known[0]:
        return 0
    return next((place for place, count in enumerate(known) if count >= _FEWEST_HEADINGS), 0)


def too_many_rows(path: Path) -> Problem:
    """A table with too many rows, in the user's words."""
    text = _("The file {file} has more than {limit} rows. Divide it into smaller files.")
    return Problem(text.format(file=path, limit=MOST_ROWS))


def too_many_cells(path: Path) -> Problem:
    """A table with too many cells, in the user's words."""
    text = _("The file {file} has more than {limit} cells. Divide it into smaller files.")
    return Problem(text.format(file=path, limit=MOST_CELLS))


def too_many_columns(path: Path) -> Problem:
    """A table with too many columns, in the user's words."""
    text = _(
        "The file {file} has more than {limit} columns, so it is no list of partners. Check the separator."
    )
    return Problem(text.format(file=path, limit=MOST_COLUMNS))


def decoded(content: bytes, path: Path, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and its encoding: the one asked for, else the one that gives the most Polish text.

    Raises ``Problem`` for what is no text.
    """
    if encoding is not None:
        if encoding not in ENCODINGS:
            raise Problem(_("The encoding {encoding} is not known.").format(encoding=encoding))
        try:
            return _checked(_strict(content, encoding), path), encoding
        except UnicodeDecodeError as error:
            text = _("The file {file} is not written in {encoding}. Choose another encoding.")
            raise Problem(text.format(file=path, encoding=encoding)) from error
    for found in _certain_encodings(content):
        try:
            return _checked(_strict(content, found), path), found
        except UnicodeDecodeError:
            continue
    best = max(("cp1250", "iso-8859-2", "cp852"), key=lambda name: _score(content, name))
    return _checked(content.decode(best, "replace"), path), best


def _certain_encodings(content: bytes) -> Iterator[str]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf16(content):
        yield "utf-16"
    yield "utf-8"


def _looks_like_utf16(content: bytes) -> bool:
    start = content[:2000]
    return len(start) > 3 and max(start[0::2].count(0), start[1::2].count(0)) > len(start) // 4


def _strict(content: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return content.decode("utf-8-sig")
    if encoding == "utf-16" and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode(
            "utf-16-be" if content[:2000][0::2].count(0) > content[:2000][1::2].count(0) else "utf-16-le"
        )
    return content.decode(encoding)


def _checked(text: str, path: Path) -> str:
    if "\0" in text:
        raise Problem(_("The file {file} is no text. Save it as CSV UTF-8 and try again.").format(file=path))
    return text


def _score(content: bytes, encoding: str) -> int:
    """How much what is beyond ASCII looks like Polish when read in this encoding."""
    beyond = bytes(byte for byte in content[:400_000] if byte >= 0x80)
    letters = beyond.decode(encoding, "replace")
    polish = sum(map(letters.count, _POLISH))
    besides = sum(map(letters.count, _LIKELY_BESIDES))
    return 3 * polish + besides - 2 * (len(letters) - polish - besides)


def _said_separator(text: str) -> tuple[str | None, int]:
    """The separator that Excel's first line "sep=;" names, if it is one, and how many lines that takes."""
    found = _SEP_LINE.fullmatch(text[:12].split("\n", 1)[0].rstrip("\r"))
    if found is None:
        return None, 0
    return found[1] if found[1] in SEPARATORS else None, 1


def _separator(text: str) -> str:
    """The separator that divides the first lines into the most cells, most evenly."""
    lines = [line for line in text[:100_000].splitlines()[:_LINES_LOOKED_AT] if line.strip()]

    def weight(separator: str) -> tuple[int, int]:
        counts = [len(next(csv.reader([line], delimiter=separator), [])) for line in lines]
        first = counts[0] if counts else 0
        return (sum(count == first for count in counts) * (first - 1), first)

    return max(SEPARATORS, key=weight)


def _rows(
    text: str, separator: str, skipped: int, path: Path, go_on: Callable[[], None]
) -> Iterator[SourceRow]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line, count, filled = 1 + skipped, 0, 0
    try:
        for cells in reader:
            count += 1
            if count % _ROWS_BETWEEN_LOOKS == 0:
                go_on()
            if len(cells) > MOST_COLUMNS and any(cells):
                raise too_many_columns(path)
            row = SourceRow.of(line, [_tidy(cell) for cell in cells])
            if row.filled:
                yield row
            filled += len(row.filled)
            if filled > MOST_CELLS:
                raise too_many_cells(path)
            if count > MOST_ROWS:
                raise too_many_rows(path)
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        if "limit" in str(error):
            text = _("Line {line}: a cell is longer than {limit} characters, so this is no list of partners.")
            raise Problem(text.format(line=line, limit=_LONGEST_CELL)) from error
        # An unclosed quotation mark swallows all that follows, so the line where the row began is named.
        message = _("Line {line}: a quotation mark is not closed, or the line is not CSV.")
        raise Problem(message.format(line=line)) from error


def _tidy(cell: str) -> str:
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return restored(cell.strip())
