"""XLSX files looked through before a parser sees them: true sizes, true checksums, how far the cells reach.

What the parser gets is a new archive of the very bytes that were looked through, so that nothing which two
programs may read differently (names twice, sizes that lie, a second directory) can reach it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.csv_source import too_many_columns, too_many_rows
from partnerdesk.services.exchange.source import MOST_COLUMNS, MOST_ROWS
from partnerdesk.services.problems import Problem

#: Limits of what is inside, once unpacked.
LARGEST_UNPACKED = 250 * 1024 * 1024
MOST_MEMBERS = 2_000
#: The parser allots room for every cell between the first and the last one.
MOST_CELLS = 3_000_000

#: Excel's own limits of a cell's text and of a sheet.
LONGEST_TEXT = 32_767
LAST_ROW = 1_048_576

_PIECE = 256 * 1024
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_STORED, _DEFLATED = 0, 8
_OLE = b"\xd0\xcf\x11\xe0"
# Members that hold what is needed; pictures, drawings and macros are left behind.
_NEEDED = ("[content_types].xml", "_rels/", "xl/_rels/", "xl/workbook.xml", "xl/worksheets/",
           "xl/sharedstrings.xml", "xl/styles.xml", "docprops/app.xml")  # fmt: skip


def check_is_xlsx(content: bytes, path: Path) -> None:
    """Raise ``Problem`` for a spreadsheet of another kind, in words that say what to do."""
    if content.startswith(b"PK"):
        return
    if content.startswith(_OLE):
        text = _(
            "The file {file} is an old Excel file (.xls) or is protected by a password. Open it in a "
            "spreadsheet, save it as .xlsx without a password and import that."
        )
    else:
        text = _(
            "The file {file} is no spreadsheet. Open it in a spreadsheet, save it as .xlsx and import that."
        )
    raise Problem(text.format(file=path))


def safe_copy(content: bytes, path: Path, go_on: Callable[[], None]) -> io.BytesIO:
    """The same workbook with nothing in it but what was looked through. Raises ``Problem``."""
    try:
        return _safe_copy(content, path, go_on)
    except (zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, EOFError, ValueError) as error:
        raise broken(path) from error
    except (NotImplementedError, OverflowError, UnicodeError, LookupError, OSError) as error:
        raise broken(path) from error


def broken(path: Path) -> Problem:
    """A file that cannot be read as it should, in the user's words."""
    text = _(
        "The file {file} is damaged or no real .xlsx file. Open it in a spreadsheet, save it as .xlsx and "
        "import that."
    )
    return Problem(text.format(file=path))


def _safe_copy(content: bytes, path: Path, go_on: Callable[[], None]) -> io.BytesIO:
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        _check_kind({member.filename.lower() for member in members}, path)
        if len(members) > MOST_MEMBERS:
            raise broken(path)
        if sum(member.file_size for member in members) > LARGEST_UNPACKED:
            raise _too_large(path)
        left = LARGEST_UNPACKED
        seen: set[str] = set()
        texts: list[int] = []
        sheets: list[tuple[bytes, int]] = []
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as new:
            for member in members:
                name = member.filename.lower()
                if not name.startswith(_NEEDED) or not name.endswith((".xml", ".rels")):
                    continue
                if name in seen:
                    raise broken(path)
                seen.add(name)
                data = _unpacked(content, member, left, path, go_on)
                left -= len(data)
                cells = _check_xml(data, path, go_on)
                if name == "xl/sharedstrings.xml":
                    texts = _lengths(data, path, go_on)
                elif cells:
                    sheets.append((data, cells))
                new.writestr(member.filename, data)
    _check_texts(texts, sheets, path, go_on)
    copy.seek(0)
    return copy


def _check_texts(
    lengths: list[int], sheets: list[tuple[bytes, int]], path: Path, go_on: Callable[[], None]
) -> None:
    """Refuse shared texts that are too much once each cell has a copy of its own, as the parser makes."""
    longest = max(lengths, default=0)
    if longest > LONGEST_TEXT:
        raise broken(path)
    if longest * sum(cells for _data, cells in sheets) <= LARGEST_UNPACKED:
        return
    # Few long texts among many cells: only now is it worth the time to look up each cell's own.
    total = 0
    for data, _cells in sheets:
        for at in _uses(data, go_on):
            total += lengths[at] if at < len(lengths) else 0
        if total > LARGEST_UNPACKED:
            raise _too_large(path)


def _lengths(data: bytes, path: Path, go_on: Callable[[], None]) -> list[int]:
    """The length of each shared text."""
    lengths: list[int] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name == "si" or name.endswith(":si"):
            lengths.append(0)

    def text(part: str) -> None:
        if lengths:
            lengths[-1] += len(part)
            if lengths[-1] > LONGEST_TEXT:
                raise broken(path)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    _parse(parser, data, go_on)
    return lengths


def _uses(data: bytes, go_on: Callable[[], None]) -> list[int]:
    """For each cell of a sheet that points to a shared text, to which."""
    uses: list[int] = []
    is_shared = in_value = False
    value = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal is_shared, in_value, value
        bare = name.rpartition(":")[2]
        if bare == "c":
            is_shared = attributes.get("t") == "s"
        elif bare == "v" and is_shared:
            in_value, value = True, ""

    def text(part: str) -> None:
        nonlocal value
        if in_value and len(value) < len(str(MOST_CELLS * 10)):
            value += part

    def end(name: str) -> None:
        nonlocal in_value
        if in_value and name.rpartition(":")[2] == "v":
            in_value = False
            uses.append(int(value))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    _parse(parser, data, go_on)
    return uses


def _check_kind(names: set[str], path: Path) -> None:
    if "xl/workbook.xml" in names:
        return
    if (
        any(name.endswith(".iwa") or name.startswith("index/") for name in names)
        or "mimetype" in names
        or ("xl/workbook.bin" in names)
    ):
        text = _("The file {file} is a spreadsheet of another kind. Save it as .xlsx and import that.")
        raise Problem(text.format(file=path))
    raise broken(path)


def _too_large(path: Path) -> Problem:
    text = _("The file {file} holds more than {limit} MB once it is unpacked. Divide it into smaller files.")
    return Problem(text.format(file=path, limit=LARGEST_UNPACKED // 1024 // 1024))


def _unpacked(
    content: bytes, member: zipfile.ZipInfo, limit: int, path: Path, go_on: Callable[[], None]
) -> bytes:
    """The bytes of a member, whose size and checksum must be what the directory says."""
    if member.flag_bits & 1:
        raise Problem(
            _("The file {file} is protected by a password. Save it without one and import that.").format(
                file=path
            )
        )
    mark, name_length, extra_length = _LOCAL_HEADER.unpack_from(content, member.header_offset)
    if mark != b"PK\x03\x04" or member.compress_type not in (_STORED, _DEFLATED):
        raise broken(path)
    start = member.header_offset + 30 + name_length + extra_length
    packed = content[start : start + member.compress_size]
    if len(packed) != member.compress_size:
        raise broken(path)
    if member.compress_type == _STORED:
        data = packed
    else:
        data = _inflated(packed, min(limit, member.file_size) + 1, go_on)
    if len(data) != member.file_size or zlib.crc32(data) != member.CRC:
        raise broken(path)
    return data


def _inflated(packed: bytes, limit: int, go_on: Callable[[], None]) -> bytes:
    """What is packed, cut off behind ``limit``, in bounded steps."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces, length = [], 0
    for start in range(0, len(packed), _PIECE):
        waiting = packed[start : start + _PIECE]
        while waiting and length < limit:
            piece = inflater.decompress(waiting, min(limit - length, 4 * _PIECE))
            pieces.append(piece)
            length += len(piece)
            waiting = inflater.unconsumed_tail
            go_on()
            if not piece and not waiting:
                break
        if length >= limit or inflater.eof:
            break
    return b"".join(pieces)


def _check_xml(data: bytes, path: Path, go_on: Callable[[], None]) -> int:
    """Well-formed, without a document type (no entities), with cells within the limits.

    Returns how many cells point to a shared text.
    """
    extent = _Extent(path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = extent.refuse
    parser.StartElementHandler = extent.start
    _parse(parser, data, go_on)
    return extent.shared


def _parse(parser: expat.XMLParserType, data: bytes, go_on: Callable[[], None]) -> None:
    for piece in _pieces(data):
        parser.Parse(piece, False)
        go_on()
    parser.Parse(b"", True)


def _pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]


class _Extent:
    """How far the cells of a sheet reach, whether they say where they are or follow each other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._row = self._column = 0
        self._first_row = self._first_column = 10**9
        self._last_row = self._last_column = 0
        #: How many cells point to a shared text.
        self.shared = 0

    def refuse(self, *_arguments: object) -> None:
        """No document type is needed here, and one can be a bomb."""
        raise broken(self._path)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow rows and cells."""
        if name == "c" or name.endswith(":c"):
            self.shared += attributes.get("t") == "s"
            place = attributes.get("r")
            if place is None:
                self._column += 1
            else:
                self._place(place)
            self._note()
        elif name == "row" or name.endswith(":row"):
            number = attributes.get("r")
            self._row = self._row + 1 if number is None else int(number)
            self._column = 0

    def _place(self, place: str) -> None:
        letters = place.rstrip("0123456789")
        digits = place[len(letters) :]
        if (
            not 0 < len(letters) <= 3
            or not 0 < len(digits) <= 7
            or not letters.isalpha()
            or not letters.isascii()
        ):
            raise broken(self._path)
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
        self._row, self._column = int(digits), column

    def _note(self) -> None:
        row, column = self._row, self._column
        if (
            row > self._last_row
            or column > self._last_column
            or row < self._first_row
            or (column < self._first_column)
        ):
            self._last_row, self._last_column = max(row, self._last_row), max(column, self._last_column)
            self._first_row, self._first_column = min(row, self._first_row), min(column, self._first_column)
            rows = self._last_row - self._first_row + 1
            columns = self._last_column - self._first_column + 1
            if columns > MOST_COLUMNS:
                raise too_many_columns(self._path)
            if rows > MOST_ROWS + 1 or self._last_row > LAST_ROW:
                raise too_many_rows(self._path)
            if rows * columns > MOST_CELLS:
                text = _("The file {file} has more than {limit} cells. Divide it into smaller files.")
                raise Problem(text.format(file=self._path, limit=MOST_CELLS))
