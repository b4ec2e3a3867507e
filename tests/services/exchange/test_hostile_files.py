"""Broken, huge and hostile files get a clear message; none hangs, none kills, none is half taken."""

import io
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from encodings.aliases import aliases
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange import source
from partnerdesk.services.exchange.plan import plan_import
from partnerdesk.services.exchange.source import SourceKind, SourceOptions, SourceTable, read_source
from partnerdesk.services.exchange.vcard_lines import cards_in
from partnerdesk.services.problems import Cancelled, Problem
from tests.services.exchange.conftest import planned

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELL = f'<worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'


def file(folder: Path, content: bytes, name: str = "partners.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def sheet(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    fill(book)
    book.close()
    return content.getvalue()


def simple(book: xlsxwriter.Workbook) -> None:
    page = book.add_worksheet("Firmy")
    for row, cells in enumerate([["Nazwa", "Miasto"], ["Żuraw", "Łódź"]]):
        for column, cell in enumerate(cells):
            page.write_string(row, column, cell)


def with_sheet(xml: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A workbook whose sheet is this XML, and which has these members besides or in place of its own."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet(simple))) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            if member.filename in (extra or {}) and member.filename != "xl/worksheets/sheet1.xml":
                continue
            data = xml.encode() if member.filename == "xl/worksheets/sheet1.xml" else old.read(member)
            new.writestr(member.filename, data)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return content.getvalue()


def read(folder: Path, content: bytes, name: str = "partners.xlsx") -> SourceTable:
    return read_source(file(folder, content, name))


def test_a_spreadsheet_is_read_with_its_sheets_and_lines(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Pusty")
        page = book.add_worksheet("Żółty")
        page.write_row(2, 1, ["Nazwa", "NIP", "Dzień", "Udział"])
        page.write_row(4, 1, ["'=1", 5250007738])
        page.write_datetime(4, 3, date(2026, 11, 23), book.add_format({"num_format": "yyyy"}))
        page.write_number(4, 4, 0.5)
        book.add_worksheet("Trzeci").write_string(0, 0, "Name")

    path = file(tmp_path, sheet(fill), "a.xlsx")
    table = read_source(path)
    assert (table.kind, table.sheet, table.sheets) == (SourceKind.XLSX, "Żółty", ("Pusty", "Żółty", "Trzeci"))
    assert table.headings == ("Nazwa", "NIP", "Dzień", "Udział")
    assert [(row.line, row.cells) for row in table.rows] == [(5, ("=1", "5250007738", "2026-11-23", "0.5"))]
    assert read_source(path, SourceOptions(sheet="Trzeci")).headings == ("Name",)
    with pytest.raises(Problem, match="no sheet “Inny”"):
        read_source(path, SourceOptions(sheet="Inny"))
    with pytest.raises(Problem, match="is empty"):
        read_source(path, SourceOptions(sheet="Pusty"))


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD1"])
@pytest.mark.parametrize("form", ['<c r="{}"><v>1</v></c>', "<x:c xmlns:x='http://a' r='{}'/>"])
def test_a_lone_cell_far_out_is_refused(tmp_path: Path, place: str, form: str) -> None:
    row = place.lstrip("XFDA")
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    xml = CELL.format(f'{near}<row r="{row}">{form.format(place)}</row>')
    with pytest.raises(Problem, match="more than"):
        read(tmp_path, with_sheet(xml))


def test_a_row_far_out_whose_cells_do_not_say_where_they_are_is_refused(tmp_path: Path) -> None:
    xml = CELL.format('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>')
    with pytest.raises(Problem, match="more than"):
        read(tmp_path, with_sheet(xml))


@pytest.mark.parametrize("row", ['<row r="9999999"><c><v>1</v></c></row>', "<c r='A9999999'><v>1</v></c>"])
def test_a_row_that_no_sheet_has_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, with_sheet(CELL.format(row)))


def test_a_lone_row_far_below_is_refused_before_all_above_it_is_read(tmp_path: Path) -> None:
    xml = CELL.format('<row r="1048576"><c r="A1048576"><v>1</v></c><c r="SF1048576"><v>1</v></c></row>')
    with pytest.raises(Problem, match="more than 200000 rows"):
        read(tmp_path, with_sheet(xml))


def shared(texts: str) -> dict[str, bytes]:
    return {"xl/sharedStrings.xml": f"<sst xmlns='{MAIN}'>{texts}</sst>".encode()}


@pytest.mark.parametrize("form", ["<is><t>{}</t></is>", "<is><r><t>{}</t></r><r><t>b</t></r></is>"])
def test_a_text_longer_than_excel_allows_is_refused(tmp_path: Path, form: str) -> None:
    def one(length: int) -> bytes:
        return with_sheet(CELL.format(f'<row><c t="inlineStr">{form.format("a" * length)}</c></row>'))

    assert len(read(tmp_path, one(32_766)).headings[0]) >= 32_766
    with pytest.raises(Problem, match="more than 32767 characters"):
        read(tmp_path, one(32_768))


def test_one_long_text_shared_by_many_cells_is_refused(tmp_path: Path) -> None:
    cells = '<row><c t="s"><v>1</v></c></row>' * 9_000
    texts = f"<si><t>Nazwa</t></si><si><t>{'a' * 32_000}</t></si>"
    with pytest.raises(Problem, match="more than 250 MB once it is unpacked"):
        read(tmp_path, with_sheet(CELL.format(cells), shared(texts)))
    with pytest.raises(Problem, match="more than 32767 characters"):
        read(tmp_path, with_sheet(CELL.format(cells), shared(f"<si/><si><t>{'a' * 40_000}</t></si>")))


def test_shared_texts_in_two_places_are_refused(tmp_path: Path) -> None:
    extra = shared("<si><t>a</t></si>")
    extra["xl/sharedstrings.xml.xml"] = extra["xl/sharedStrings.xml"]
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, with_sheet(CELL.format('<row><c t="s"><v>0</v></c></row>'), extra))


@pytest.mark.parametrize("number_format", [14, 46])
def test_a_day_that_the_parser_cannot_bear_is_a_damaged_file(tmp_path: Path, number_format: int) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="{number_format}"/></cellXfs>'
        "</styleSheet>"
    )
    xml = CELL.format('<row r="1"><c r="A1" s="1"><v>-1e300</v></c></row>')
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, with_sheet(xml, {"xl/styles.xml": styles.encode()}))


def test_many_rows_and_columns_together_are_refused(tmp_path: Path) -> None:
    xml = CELL.format(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="150000"><c r="SF150000"><v>1</v></c></row>'
    )
    with pytest.raises(Problem, match="more than 3000000 cells"):
        read(tmp_path, with_sheet(xml))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    ],
)
def test_a_document_type_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(Problem, match="no real"):
        read(tmp_path, with_sheet(head + CELL.format("<row><c t='str'><v>&b;</v></c></row>")))


def test_a_zip_bomb_is_refused_by_what_it_says(tmp_path: Path) -> None:
    bomb = with_sheet(CELL.format(" " * 300_000_000))
    assert len(bomb) < 500_000
    with pytest.raises(Problem, match="more than 250 MB once it is unpacked"):
        read(tmp_path, bomb)


def patched(content: bytes, name: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """The archive with the directory entry of a member changed."""
    data = bytearray(content)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", data, place + 28)[0]
        if bytes(data[place + 46 : place + 46 + length]) == name:
            change(data, place)
            return bytes(data)
        place = data.find(b"PK\x01\x02", place + 4)
    raise AssertionError(name)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    bomb = with_sheet(CELL.format("<row><c><v>1</v></c></row>" + " " * 20_000_000))

    def lie(data: bytearray, place: int) -> None:
        true = zipfile.ZipFile(io.BytesIO(bomb)).read("xl/worksheets/sheet1.xml")
        struct.pack_into("<I", data, place + 24, 1000)
        struct.pack_into("<I", data, place + 16, zlib.crc32(true[:1000]))

    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, patched(bomb, b"xl/worksheets/sheet1.xml", lie))


@pytest.mark.parametrize(
    ("offset", "size", "value", "message"),
    [
        (16, "<I", 12345, "damaged"),  # checksum
        (8, "<H", 1, "protected by a password"),  # encrypted
        (10, "<H", 12, "damaged"),  # packed in another way
        (42, "<I", 3, "damaged"),  # begins elsewhere
        (42, "<I", 2**31, "damaged"),
        (20, "<I", 2**31, "damaged"),  # packed size
        (24, "<I", 2**31 - 1, "more than 250 MB"),  # unpacked size
    ],
)
def test_an_archive_that_lies_is_refused(
    tmp_path: Path, offset: int, size: str, value: int, message: str
) -> None:
    content = patched(
        sheet(simple),
        b"xl/worksheets/sheet1.xml",
        lambda data, place: struct.pack_into(size, data, place + offset, value),
    )
    with pytest.raises(Problem, match=message):
        read(tmp_path, content)


def test_a_member_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = with_sheet(CELL.format(""), {"xl/worksheets/sheet1.xml": b"<a/>"})
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, content)


def test_many_members_are_refused(tmp_path: Path) -> None:
    extra = {f"xl/worksheets/sheet{number}.xml": b"<a/>" for number in range(2, 2100)}
    with pytest.raises(Problem, match="damaged"):
        read(tmp_path, with_sheet(CELL.format(""), extra))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel file"),
        (b"<html><table><tr><td>Nazwa</td></tr></table></html>", "is no spreadsheet"),
        (b"PK\x03\x04 and no more", "damaged"),
        (sheet(simple)[:2000], "damaged"),
    ],
)
def test_what_is_no_xlsx_is_refused_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Problem, match=message):
        read(tmp_path, content)


@pytest.mark.parametrize("member", ["mimetype", "Index/Document.iwa", "xl/workbook.bin"])
def test_spreadsheets_of_other_kinds_are_known(tmp_path: Path, member: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(member, "x")
    for name in ("a.xlsx", "a.csv", "a.numbers"):
        with pytest.raises(Problem, match="of another kind"):
            read(tmp_path, content.getvalue(), name)


def test_an_old_excel_file_is_known_under_any_name(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"save it as \.xlsx"):
        read(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lista.xls")


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as huge:
        huge.truncate(source.LARGEST_FILE + 1)
    with pytest.raises(Problem, match="larger than 60 MB"):
        read_source(path)


@pytest.mark.parametrize("name", ["folder.csv", "pipe.csv", "/dev/zero", "/dev/null"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(Problem, match=f"{name} is no file"):
        read_source(tmp_path / name)


@pytest.mark.parametrize("name", ["nowhere.csv", "folder.csv"])
def test_what_is_no_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(Problem, match=name):
        read_source(tmp_path / name)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\r\n;;\n", "is empty"),
        (b'Name;City\nA;B\nC;"D\nE;F\n', "Line 3: a quotation mark is not closed"),
        (b'Name;City\n"A"x;B\n', "Line 2: a quotation mark"),
        (b"Name\n\x00\x01\x02\xff\x00\n", "is no text"),
        (b"Name\n" + b"x" * 1_100_000, "Line 2: .*longer than"),
        (b"A;" * 600 + b"\nA", "more than 500 columns"),
        (b"Name\n" + b"A\n" * 200_001, "more than 200000 rows"),
    ],
)
def test_csv_that_cannot_be_taken_whole_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Problem, match=message):
        read(tmp_path, content, "partners.csv")


def test_one_wide_row_does_not_widen_all_others(desk: Desk, tmp_path: Path) -> None:
    content = b"Name" + b";x" * 499 + b"\n" + b"A;;B\n" * 1_000 + b"C" + b";y" * 499 + b"\n"
    table = read(tmp_path, content, "partners.csv")
    assert sum(len(row.filled) for row in table.rows) == 3 * 1_000 + 500
    assert {len(row.cells) for row in table.rows} == {len(table.headings)} == {500}
    looks = []
    mapping = ("name", *[""] * 499)
    plan = plan_import(desk, table, mapping, lambda done, total: looks.append((done, total)))
    assert len(plan.left_out_headings) == 499
    assert looks.count((1_000, 1_001)) == 2


def test_csv_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    line = b"A;" * 499 + b"A\n"
    with pytest.raises(Problem, match="more than 3000000 cells"):
        read(tmp_path, line * 6_001, "partners.csv")
    assert len(read(tmp_path, (b"A" + b";" * 499 + b"\n") * 6_001, "partners.csv").rows) == 6_000


def test_a_long_field_is_read(tmp_path: Path) -> None:
    table = read(tmp_path, b"Name;Notes\nA;" + b"x" * 140_000, "partners.csv")
    assert len(table.rows[0].cells[1]) == 140_000


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found_out(tmp_path: Path, separator: str, end: str) -> None:
    text = end.join(separator.join(cells) for cells in [["Nazwa", "Uwagi"], ["Żuk", '"a,b;\nc"'], ["B", "d"]])
    table = read(tmp_path, text.encode(), "partners.csv")
    assert (table.separator, table.headings) == (separator, ("Nazwa", "Uwagi"))
    assert [row.cells for row in table.rows] == [("Żuk", "a,b;\nc"), ("B", "d")]


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    table = read(tmp_path, b"Name;City\rA;1\r\nB;2\nC;3\r\r\nD;4", "partners.csv")
    assert [(row.line, *row.cells) for row in table.rows] == [
        (2, "A", "1"),
        (3, "B", "2"),
        (4, "C", "3"),
        (6, "D", "4"),
    ]


def test_the_line_in_which_excel_says_the_separator_is_obeyed(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=|\r\nNazwa|Uwagi; i inne\r\nŻuk|a;b;c\r\n".encode("utf-8-sig"), "a.csv")
    assert (table.separator, table.headings) == ("|", ("Nazwa", "Uwagi; i inne"))
    assert table.rows[0].line == 3


@pytest.mark.parametrize("said", ['sep="', 'sep=""', '"sep=""', "sep= ", "sep=x", "sep="])
def test_a_separator_that_is_none_is_found_out_all_the_same(tmp_path: Path, said: str) -> None:
    table = read(tmp_path, f"{said}\nNazwa;Miasto\nŻuk;Hel\n".encode(), "a.csv")
    assert (table.separator, table.headings, table.rows[0].line) == (";", ("Nazwa", "Miasto"), 3)


def test_a_line_end_is_no_separator(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="quotation mark"):
        read(tmp_path, 'sep=\r"\nNazwa;Miasto\nŻuk;Hel\n'.encode(), "a.csv")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1250"])
def test_encodings_of_windows_are_found_out(tmp_path: Path, encoding: str) -> None:
    table = read(tmp_path, "Nazwa;Miasto\r\nŻółw;Łódź\r\n".encode(encoding), "a.csv")
    assert table.rows[0].cells == ("Żółw", "Łódź")


def test_encoding_and_separator_can_be_chosen(tmp_path: Path) -> None:
    path = file(tmp_path, "Nazwa,Uwagi;x\nŻuk,a;b\n".encode("iso-8859-2"))
    table = read_source(path, SourceOptions(encoding="iso-8859-2", separator=","))
    assert (table.encoding, table.rows[0].cells) == ("iso-8859-2", ("Żuk", "a;b"))
    with pytest.raises(Problem, match="not written in utf-8"):
        read_source(path, SourceOptions(encoding="utf-8"))
    with pytest.raises(Problem, match="is not known"):
        read_source(path, SourceOptions(encoding="rot13"))


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    text = "Lista kontrahentów\n;;\nStan na;24.11.2026;\nNazwa;NIP;Miasto\nŻuk;;Hel\n"
    table = read(tmp_path, text.encode(), "a.csv")
    assert table.headings == ("Nazwa", "NIP", "Miasto")
    assert [(row.line, row.cells) for row in table.rows] == [(5, ("Żuk", "", "Hel"))]


def test_more_cells_than_headings_are_not_lost_in_silence(desk: Desk, tmp_path: Path) -> None:
    plan = planned(desk, file(tmp_path, b"Name;City\nA;B;C\n"))
    assert plan.left_out_headings == ("column 3",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"hello", "holds no vCard"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n", "Line 5: .* has no end"),
        (b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n", "Line 1: .* has no end"),
        (b"BEGIN:VCARD\nNOTE:" + b"x\n " * 1_200_000 + b"\nEND:VCARD\n", "Line 2: .* too long"),
        (b"BEGIN:VCARD\n" + b"TEL:1\n" * 3_000 + b"END:VCARD\n", "Line 1: .* too many entries"),
    ],
)
def test_vcards_that_cannot_be_taken_whole_are_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Problem, match=message):
        read(tmp_path, content, "a.vcf")


def test_pictures_of_any_size_are_passed_over(tmp_path: Path) -> None:
    lines = [b"BEGIN:VCARD", b"VERSION:2.1", b"PHOTO;ENCODING=BASE64:/9j/", *[b" " + b"A" * 74] * 60_000, b""]
    bare = [b"LOGO;BASE64:/9j/", *[b"A" * 74] * 20_000, b"", b"FN:A", b"END:VCARD"]
    table = read(tmp_path, b"\r\n".join([*lines, *bare]), "a.vcf")
    assert table.rows[0].cells == ("A",)


def test_a_card_inside_a_card_is_passed_over(tmp_path: Path) -> None:
    text = b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n"
    assert read(tmp_path, text, "a.vcf").rows[0].cells == ("1", "A")


def test_a_soft_line_break_does_not_swallow_the_end(tmp_path: Path) -> None:
    text = b"BEGIN:VCARD\nVERSION:2.1\nFN:A\nNOTE;QUOTED-PRINTABLE:caf=C3=A9=\nEND:VCARD\n"
    assert read(tmp_path, text, "a.vcf").rows[0].cells == ("café", "A")


@pytest.mark.parametrize(
    ("charset", "value", "read_as"),
    [
        ("unicode_escape", r"\ud800", r"\ud800"),
        ("raw-unicode-escape", r"\udfff", r"\udfff"),
        ("UTF-7", "+2AA-", "+2AA-"),
        ("punycode", "a-tda", "a-tda"),
        ("utf-16", "=00=D8=41=00", "\0ŘA\0"),
        ("utf-8", "=ED=A0=80", "í\xa0€"),
        ("x" * 10_000, "=C5=BB", "Ż"),
        ("ISO-8859-2", "=AF", "Ż"),
        ("latin-2", "=AF", "Ż"),
        ("ISO_8859_2", "=AF", "Ż"),
        ("windows-1250", "=AF", "Ż"),
        ("CP852", "=BD", "Ż"),
        ("UTF-16LE", "=7B=01", "Ż"),
        ("US-ASCII", "=C5=BB", "Ż"),
    ],
)
def test_only_charsets_of_cards_are_obeyed(tmp_path: Path, charset: str, value: str, read_as: str) -> None:
    card = f"BEGIN:VCARD\nNOTE;CHARSET={charset};QUOTED-PRINTABLE:{value}.=\n\nEND:VCARD\n"
    if "16" in charset:
        card = card.replace(".=", "")
    note = read(tmp_path, card.encode(), "a.vcf").rows[0].cells[0]
    assert note.removesuffix(".") == read_as


@pytest.mark.parametrize("name", ["NOTE", "TITLE", "CATEGORIES", "X-OTHER", "TEL", "URL", "ORG:;"])
def test_many_long_entries_of_a_card_are_cut_and_that_is_said(tmp_path: Path, name: str) -> None:
    name = name if ":" in name else f"{name}:"
    entries = "".join(f"{name}{number}{'x' * 30_000}\n" for number in range(100))
    row = read(tmp_path, f"BEGIN:VCARD\nFN:A\n{entries}END:VCARD\n".encode(), "a.vcf").rows[0]
    assert 80_000 < max(map(len, row.cells)) < 101_000
    assert any("more entries of this card were left out" in cell for cell in row.cells)


def test_a_long_note_of_a_card_is_whole_and_others_are_put_below(tmp_path: Path) -> None:
    notes = [str(number) * 300 for number in range(100, 200)]
    content = "".join(f"NOTE:{note}\n" for note in (notes[0], *notes))
    row = read(tmp_path, f"BEGIN:VCARD\n{content}END:VCARD\n".encode(), "a.vcf").rows[0]
    assert row.cells == ("\n".join(notes),)
    long = "x" * 140_000
    assert read(tmp_path, f"BEGIN:VCARD\nNOTE:{long}\nEND:VCARD\n".encode(), "a.vcf").rows[0].cells == (long,)


def test_a_card_of_few_long_lines_can_be_stopped(tmp_path: Path) -> None:
    looks = []
    content = b"BEGIN:VCARD\n" + (b"NOTE:" + b"\\,x" * 100_000 + b"\n") * 10 + b"END:VCARD\n"
    read_source(file(tmp_path, content, "a.vcf"), SourceOptions(), lambda: looks.append(1))
    assert len(looks) > 20


CHARSETS = sorted({*aliases.values(), "unicode_escape", "raw_unicode_escape", "utf-16", "utf-16-le", "utf-8"})


@given(st.text("+-=\\\\du8DA0 az", max_size=30), st.sampled_from(CHARSETS))
@settings(max_examples=300, deadline=None)
def test_no_half_of_a_character_comes_out_of_a_card(text: str, charset: str) -> None:
    head = f"BEGIN:VCARD\nFN:A\nNOTE;CHARSET={charset};QUOTED-PRINTABLE:"
    content = f"{head}{text} \\ud800 +2AA- \nEND:VCARD\n"
    for card in cards_in(content, Path("a.vcf"), "utf-8", source.go_on_always):
        for entry in card.properties:
            entry.value.encode("utf-8")


NASTY = [
    b'BEGIN:VCARD\nN;X="' + b'";' * 200_000 + b":x\nFN:A\nEND:VCARD\n",
    b"BEGIN:VCARD\nN:" + b"\\" * 900_001 + b"\nFN:A\nEND:VCARD\n",
    b"BEGIN:VCARD\nN" + b";" * 900_000 + b":x\nFN:A\nEND:VCARD\n",
    b"BEGIN:VCARD\nBDAY:" + b"1" * 900_000 + b"\nFN:A\nEND:VCARD\n",
    b"BEGIN:VCARD\nTITLE;QUOTED-PRINTABLE:" + b"=" * 900_000 + b"\nFN:A\nEND:VCARD\n",
    b"BEGIN:VCARD\nFN;CHARSET=base64;QUOTED-PRINTABLE:=FF\nEND:VCARD\n",
    b"BEGIN:VCARD\nCATEGORIES:" + b"a," * 400_000 + b"\nFN:A\nEND:VCARD\n",
    b"Name;E-mail;Phone;Address;Birthday\nA;" + b"a@" * 200_000 + b";" + b"1" * 200_000 + b";"
    + b"80-827 " * 50_000 + b";" + b"1." * 100_000 + b"\n",
    b"Name;Tags;Contact person\n" + b"A" * 500_000 + b";" + b"b," * 200_000 + b";" + b"dr " * 200_000 + b"\n",
    b"Name;Labels;Contact person\nA;" + b" ::: " * 100_000 + b";" + b"x-" * 200_000 + b"\n",
    b"'" * 900_000 + b";Name\n" + b"'" * 900_000 + b";A\n",
    b"a " * 400_000 + b"1;Name\nx;A\n",
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_nasty_texts_are_read_or_refused(desk: Desk, tmp_path: Path, number: int) -> None:
    read_or_refused(desk, file(tmp_path, NASTY[number], f"nasty.{'vcf' if number < 7 else 'csv'}"))


def read_or_refused(desk: Desk, path: Path) -> None:
    try:
        planned(desk, path)
    except Problem:
        return


def test_many_rows_of_one_firm_are_put_together_in_time(desk: Desk, tmp_path: Path) -> None:
    rows = (
        f"Acme;Jan {number};6{number:08};x{number}@acme.example;tag{number};Note {number};ul. Nowa {number}\n"
        for number in range(20_000)
    )
    text = "Company;Full name;Phone;E-mail;Tags;Notes;Street\n" + "".join(rows)
    file_of_one = planned(desk, file(tmp_path, text.encode())).partners[0].file
    assert len(file_of_one.contacts) == len(file_of_one.partner.tags) == 20_000
    assert len(file_of_one.partner.addresses) == 19_999


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    for name, content in (
        ("a.csv", b"Name\n" + b"A\n" * 5000),
        ("a.xlsx", sheet(simple)),
        ("a.vcf", b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 10_000),
    ):
        with pytest.raises(Cancelled):
            read_source(file(tmp_path, content, name), SourceOptions(), stop)


GOOD = {
    "csv": (
        'Nazwa;NIP;E-mail;Imię;Uwagi\r\n"Żuk ""A""";525-000-77-38;a@b.example;Jan;"x\r\ny"\r\n'
    ).encode("cp1250"),
    "vcf": b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;QUOTED-PRINTABLE:=C5=BB=\r\n=C3=B3;Jan\r\n"
    b"item1.TEL;TYPE=\"cell,work\":+48 1\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nADR:;;a\\,b;c;;80-827;\r\n"
    b"BDAY:--0415\r\nNOTE:a\\nb\r\n c\r\nPHOTO;BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n",
    "xlsx": sheet(simple),
}  # fmt: skip


def mutated(content: bytes, seed: int) -> bytes:
    """Content with a few bytes changed, removed, doubled or moved."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    data = bytearray(content)
    for _turn in range(chance.randint(1, 8)):
        place = chance.randrange(len(data) + 1)
        length = chance.choice([1, 1, 2, 10, 100])
        match chance.randrange(4):
            case 0:
                data[place : place + length] = chance.randbytes(length)
            case 1:
                del data[place : place + length]
            case 2:
                data[place:place] = data[place : place + length] * chance.randint(1, 30)
            case _:
                data[place:place] = chance.choice(
                    [b'"', b"\\", b"=", b"\r", b"\0", b";", b"<", b"\xff", b":"]
                )
    return bytes(data)


@pytest.mark.parametrize("ending", sorted(GOOD))
@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_random_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, ending: str, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("random")
    path = file(folder, content, f"a.{ending}")
    try:
        read_source(path)
    except Problem:
        return


@pytest.mark.parametrize("ending", sorted(GOOD))
def test_changed_bytes_are_read_or_refused(desk: Desk, tmp_path: Path, ending: str) -> None:
    for seed in range(150):
        read_or_refused(desk, file(tmp_path, mutated(GOOD[ending], seed), f"a.{ending}"))


@pytest.mark.long
@pytest.mark.parametrize("ending", sorted(GOOD))
def test_many_changed_bytes_are_read_or_refused(desk: Desk, tmp_path: Path, ending: str) -> None:
    for seed in range(20_000):
        read_or_refused(desk, file(tmp_path, mutated(GOOD[ending], seed), f"a.{ending}"))
