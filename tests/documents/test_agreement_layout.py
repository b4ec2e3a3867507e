"""Where things stand on an agreement sheet: page breaks, tables, hostile texts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from partnerdesk.documents.agreement_layout import set_agreement
from partnerdesk.documents.agreement_pdf import render_agreement
from partnerdesk.documents.fonts import printable_text
from partnerdesk.documents.picture import printed_picture
from partnerdesk.documents.strips import Strip, gap, paginate
from partnerdesk.documents.typesetting import TextMark
from partnerdesk.domain.printed_agreement import (
    Column,
    Note,
    Pair,
    Part,
    Party,
    PrintedAgreement,
    Table,
)

WARNING = "Ten arkusz nie jest poradą prawną."
SHEET = PrintedAgreement(
    language="pl",
    written_on=date(2026, 11, 23),
    place_and_date="Gdynia, 23 listopada 2026 r.",
    overline="Ustalenia o współpracy",
    title="Barter",
    name="Chleb za druk",
    parties=(
        Party("Piekarnia „Złoty Kłos”", "my", ("ul. Świętojańska 14/3",), "Łucja Żółkiewska"),
        Party("Drukarnia & Syn", "partner", ("ul. Twarda 6",), "Jan Nowak"),
    ),
    parts=(
        Part("Warunki", (Pair("Saldo", "180,00 zł"),)),
        Part("Uwagi", (Note("Barter to dwie sprzedaże.", point=True),)),
    ),
    warning=WARNING,
    place_and_day="miejscowość i data",
    signature="podpis",
)
GOODS = Table(
    "Co dajemy",
    (Column("Towar", wide=True), Column("Ilość", numeric=True), Column("Termin")),
    tuple((f"chleb {number}", f"{number * 1000}", "31.12.2026") for number in range(90)),
)


def lines_of(sheet: PrintedAgreement) -> list[list[str]]:
    """The printed lines of each page; the footer comes last."""
    pages = set_agreement(sheet, printed_picture)
    return [[mark.text for mark in page if isinstance(mark, TextMark)] for page in pages]


def with_entries(*entries: Pair | Note | Table) -> PrintedAgreement:
    return replace(SHEET, parts=(Part("Warunki", entries), SHEET.parts[1]))


def test_a_table_over_several_pages_repeats_caption_and_headings(resources: Path) -> None:
    pages = lines_of(with_entries(GOODS))
    assert len(pages) >= 3
    for page in pages[:3]:
        at = page.index("Co dajemy")
        assert page[at : at + 4] == ["Co dajemy", "Towar", "Ilość", "Termin"]
    printed = [line for page in pages for line in page]
    assert [line for line in printed if line.startswith("chleb ")] == [row[0] for row in GOODS.rows]


def test_numbers_are_ranged_on_the_right_below_their_heading(resources: Path) -> None:
    page = set_agreement(with_entries(GOODS), printed_picture)[0]
    ends = {
        round(mark.x + mark.style.width(mark.text), 2)
        for mark in page
        if isinstance(mark, TextMark) and (mark.text == "Ilość" or mark.text.endswith("000"))
    }
    assert len(ends) == 1


def test_a_row_of_one_text_is_a_heading_that_stays_with_the_next_row(resources: Path) -> None:
    for count in range(20, 45):
        rows = (*(("x", "1", "2") for _ in range(count)), ("Druga strona",), ("ostatni", "1", "2"))
        pages = lines_of(with_entries(replace(GOODS, rows=rows)))
        assert all(page[-1] != "Druga strona" for page in pages)
        holder = next(page for page in pages if "Druga strona" in page)
        assert "ostatni" in holder


@pytest.mark.parametrize("count", range(8, 60, 3))
def test_signatures_never_stand_alone_and_headings_never_end_a_page(resources: Path, count: int) -> None:
    pairs = [Pair(f"Warunek {number}", "tak") for number in range(count)]
    pages = lines_of(with_entries(*pairs))
    last = pages[-1]
    assert "podpis" in last
    assert WARNING in last
    assert "Barter to dwie sprzedaże." in last
    for page in pages:
        # Behind the text of the page come the two halves of its footer, if there are several pages.
        body = page[:-2] if len(pages) > 1 else page
        assert body[-1] not in ("Warunki", "Uwagi")


def test_a_very_long_word_is_parted_and_squeezes_no_other_column(resources: Path) -> None:
    table = Table(
        "T", (Column("Długie", wide=True), Column("Kwota", numeric=True)), (("x" * 400, "1 234,56 zł"),)
    )
    printed = [line for page in lines_of(with_entries(table)) for line in page]
    assert "1 234,56 zł" in printed
    assert sum(line.count("x") for line in printed if set(line) == {"x"}) == 400


def test_nothing_leaves_the_page(resources: Path) -> None:
    long = "Bardzo długi warunek " * 800
    sheet = with_entries(Pair("N" * 300, long), GOODS, Note(long))
    sheet = replace(sheet, title="Tytuł " * 200, name="n" * 3000, overline="o " * 900)
    parties = tuple(replace(party, name="Firma " * 2000) for party in sheet.parties)
    for page in set_agreement(replace(sheet, parties=parties), printed_picture):
        for mark in page:
            if isinstance(mark, TextMark):
                assert 50 <= mark.x <= mark.x + mark.style.width(mark.text) <= 595 - 50
                assert 30 <= mark.y <= 842 - 25


HOSTILE = [
    "<b>AT&T</b>", "{contact} %s $(id)", "a\u202eb\u200dc\x00\x07", "🎈 ☃ 漢字", "</para><img src='file:///etc/passwd'/>",
    "=1+1", "\n\n\n", " ", "zażółć gęślą jaźń", "x" * 5000, "słowo " * 3000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_printed_as_they_are(
    resources: Path, text_of: Callable[[bytes], str], text: str
) -> None:
    table = Table(text, (Column(text), Column(text)), ((text, text),))
    sheet = PrintedAgreement(
        "en", date(2026, 1, 2), text, text, text, text,
        (Party(text, text, (text,), text), Party(text, text, (), text)),
        (Part(text, (Pair(text, text), Note(text), table)),),
        text, text, text,
    )  # fmt: skip
    pdf = render_agreement(sheet, resources)
    reader = PdfReader(BytesIO(pdf))
    assert not any("/Annots" in page for page in reader.pages)
    assert b"/URI" not in pdf
    read = "".join(text_of(pdf).split())
    wanted = "".join(printable_text(text).split())
    if wanted.isascii():
        assert wanted[:40] in read
    assert len(reader.pages) < 200


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=3, max_size=3), st.integers(0, 12))
def test_no_text_breaks_the_page(resources: Path, texts: list[str], rows: int) -> None:
    one, two, three = texts
    table = Table(one, (Column(two), Column(three, numeric=True)), ((two, three),) * rows)
    lines_of(with_entries(Pair(one, two), table, Note(three, point=True)))


def test_metadata_fonts_and_the_same_bytes_twice(resources: Path) -> None:
    pdf = render_agreement(SHEET, resources)
    assert pdf == render_agreement(SHEET, resources)
    assert pdf != render_agreement(replace(SHEET, name="Inna"), resources)
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Ustalenia o współpracy – Barter – Chleb za druk"
    assert reader.metadata.author == "Piekarnia „Złoty Kłos”"
    assert reader.trailer["/Root"]["/Lang"] == "pl"
    assert "D:20261123" in str(reader.metadata.get("/CreationDate"))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert all("/FontFile2" in font.get_object()["/FontDescriptor"] for font in fonts)


def test_another_language_is_refused(resources: Path) -> None:
    with pytest.raises(ValueError, match="'de'"):
        render_agreement(replace(SHEET, language="de"), resources)


def test_white_space_vanishes_at_the_top_of_a_page_and_kept_strips_stay_together() -> None:
    text = (TextMark("a", 0, 0, None),)  # type: ignore[arg-type]
    strips = [Strip(60, text), gap(50), Strip(30, text, keeps=True), gap(30, keeps=True), Strip(30, text)]
    pages = paginate(strips, 0, 100)
    assert [[mark.y for mark in page] for page in pages] == [[0], [0, 60]]
