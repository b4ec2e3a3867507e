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
from partnerdesk.services.exchange.xlsx_extent import (
    LARGEST_UNPACKED,
    Extent,
    SharedTexts,
    broken,
    too_large,
)
from partnerdesk.services.problems import Problem

#: How many files the archive may hold.
MOST_MEMBERS = 2_000

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


def _safe_copy(content: bytes, path: Path, go_on: Callable[[], None]) -> io.BytesIO:
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        _check_kind({member.filename.lower() for member in members}, path)
        if len(members) > MOST_MEMBERS:
            raise broken(path)
        if sum(member.file_size for member in members) > LARGEST_UNPACKED:
            raise too_large(path)
        left = LARGEST_UNPACKED
        texts = SharedTexts(path)
        seen: set[str] = set()
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
                _check_xml(data, path, texts, go_on)
                new.writestr(member.filename, data)
    texts.check(go_on)
    copy.seek(0)
    return copy


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


def _check_xml(data: bytes, path: Path, texts: SharedTexts, go_on: Callable[[], None]) -> None:
    """Well-formed, without a document type (no entities), with cells and texts within the limits."""
    extent = Extent(path)
    texts.begin_member()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        extent.start(name, attributes)
        texts.start(name, attributes)

    parser.StartDoctypeDeclHandler = extent.refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = texts.end
    parser.CharacterDataHandler = texts.read
    for piece in _pieces(data):
        parser.Parse(piece, False)
        go_on()
    parser.Parse(b"", True)


def _pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]
