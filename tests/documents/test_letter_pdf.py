import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfDocument

from partnerdesk.documents.fonts import missing_characters, printable_text
from partnerdesk.documents.letter_pdf import render_letter, render_letters
from partnerdesk.documents.picture import PictureError
from partnerdesk.domain.printed_letter import PrintedLetter

POLISH = "Zażółć gęślą jaźń ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ"
HOSTILE = [
    "AT&T Polska",
    "Firma <Nowak> Meble",
    "<b>bold</b>",
    "&amp; &lt; &#65;",
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">x</a>',
    "<para>",
    "(unbalanced \\( ) \\) \\n ET Q",
    "%PDF-1.4 endstream endobj",
    "{{ 7 * 7 }} %s %(x)d",
]

TextOf = Callable[[bytes], str]


def words(text: str) -> list[str]:
    return text.split()


def everywhere(letter: PrintedLetter, text: str) -> PrintedLetter:
    """The letter with the same text in each of its fields."""
    return replace(
        letter,
        letterhead=(text, text),
        recipient=(text, text),
        place_and_date=text,
        subject=text,
        salutation=text,
        paragraphs=(text, text),
        closing=text,
        signatory=(text, text),
    )


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_whole_letter_can_be_read_back_in_order(
    language: str, letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    letter = replace(letter, language=language)
    assert words(text_of(render_letter(letter, resources))) == words(letter.all_text())


def test_polish_letters_print_in_every_field(letter: PrintedLetter, resources: Path, text_of: TextOf) -> None:
    polish = everywhere(letter, POLISH)
    assert words(text_of(render_letter(polish, resources))) == words(polish.all_text())


def test_a_long_letter_keeps_every_word_and_numbers_its_pages(
    letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    numbered = " ".join(f"słowo{number}" for number in range(4_000))
    pdf = render_letter(replace(letter, paragraphs=(numbered,)), resources)
    assert len(PdfReader(BytesIO(pdf)).pages) > 5
    assert re.findall(r"słowo\d+", text_of(pdf)) == words(numbered)
    assert f"{letter.letterhead[0]} · strona 2 z " in text_of(pdf)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_prints_as_it_is(
    text: str, letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    hostile = everywhere(letter, text)
    assert words(text_of(render_letter(hostile, resources))) == words(hostile.all_text())


def test_a_space_that_forbids_a_break_reads_back_as_a_space(
    letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    pdf = render_letter(replace(letter, paragraphs=("Razem 1\u00a0000\u00a0zł",)), resources)
    assert "Razem 1 000 zł" in text_of(pdf)


def test_soft_hyphens_vanish_and_words_stay_whole(
    letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    pdf = render_letter(replace(letter, paragraphs=("współ\u00adpraca " * 40,)), resources)
    assert text_of(pdf).count("współpraca ") + text_of(pdf).count("współpraca\n") == 40


def test_a_character_without_a_glyph_prints_as_a_box(
    letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    pdf = render_letter(replace(letter, subject="Chleb 🍞 漢 i bułki"), resources)
    assert "Chleb □ □ i bułki" in text_of(pdf)


def test_the_file_says_what_it_is(letter: PrintedLetter, resources: Path) -> None:
    reader = PdfReader(BytesIO(render_letter(letter, resources)))
    about = reader.metadata
    assert about is not None
    assert about.title == "Zaproszenie do współpracy"
    assert about.author == letter.letterhead[0]
    assert about.creator == "PartnerDesk"
    assert about.creation_date == datetime(2026, 11, 23, 12, tzinfo=UTC)
    catalogue = reader.trailer["/Root"]
    assert isinstance(catalogue, DictionaryObject)
    assert str(catalogue["/Lang"]) == "pl"
    preferences = catalogue["/ViewerPreferences"].get_object()
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/DisplayDocTitle"]) == "True"


def test_without_a_subject_the_recipient_is_the_title(letter: PrintedLetter, resources: Path) -> None:
    pdf = render_letter(replace(letter, subject=" ", recipient=("", "Hotel\n„Pod Różą”")), resources)
    about = PdfReader(BytesIO(pdf)).metadata
    assert about is not None
    assert about.title == "Hotel „Pod Różą”"


def test_all_fonts_are_lato_and_embedded(letter: PrintedLetter, resources: Path) -> None:
    pdf = render_letter(letter, resources)
    reader = PdfReader(BytesIO(pdf))
    objects = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    fonts = [one for one in objects if isinstance(one, DictionaryObject) and one.get("/Type") == "/Font"]
    assert {re.sub(r"^/[A-Z]{6}\+", "", str(font["/BaseFont"])) for font in fonts} == {
        "Lato-Bold",
        "Lato-Regular",
    }
    assert all("/FontFile2" in font.raw_get("/FontDescriptor").get_object() for font in fonts)
    assert b"Helvetica" not in pdf


def test_pages_are_a4_and_texts_stay_inside_the_margins(letter: PrintedLetter, resources: Path) -> None:
    wide = everywhere(letter, "W" * 700 + " " + POLISH * 10)
    document = PdfDocument(render_letter(wide, resources))
    assert len(document) > 1
    for page in document:
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.01)
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert 70 < left < right < 526
            assert 30 < bottom < top < 810
    document.close()


def test_the_same_letter_always_gives_the_same_bytes(
    letter: PrintedLetter, resources: Path, encoded: Callable[..., bytes]
) -> None:
    letter = replace(letter, logo=encoded(), signature=encoded("RGBA"))
    assert render_letter(letter, resources) == render_letter(letter, resources)


def test_the_bytes_depend_neither_on_the_clock_nor_on_the_surroundings(
    letter: PrintedLetter, resources: Path, run_apart: Callable[..., bytes]
) -> None:
    script = (
        "from partnerdesk.documents.letter_pdf import render_letter\n"
        "sys.stdout.buffer.write(render_letter(letter, resources))"
    )
    elsewhere = run_apart(script, letter, TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert elsewhere == render_letter(letter, resources)


def test_the_file_names_no_folder(letter: PrintedLetter, resources: Path) -> None:
    pdf = render_letter(letter, resources)
    assert str(resources).encode() not in pdf
    assert b".ttf" not in pdf


def test_letters_in_one_file_begin_on_their_own_pages_with_their_own_numbers(
    letter: PrintedLetter, resources: Path
) -> None:
    long = replace(letter, language="en", paragraphs=("A loaf of bread. " * 400,))
    reader = PdfReader(BytesIO(render_letters([letter, long, letter], resources)))
    pages = [page.extract_text() for page in reader.pages]
    assert [page.count(letter.place_and_date) for page in pages] == [1, 1, 0, 1]
    assert [re.findall(r"(?:page|strona) \d+ \w+ \d+", page) for page in pages] == [
        [],
        ["page 1 of 2"],
        ["page 2 of 2"],
        [],
    ]


def test_a_file_of_letters_is_named_after_what_they_share(letter: PrintedLetter, resources: Path) -> None:
    other = replace(letter, subject="Podziękowanie", language="en", written_on=date(2026, 12, 1))
    reader = PdfReader(BytesIO(render_letters([letter, other], resources)))
    about = reader.metadata
    assert about is not None
    assert about.title == about.author == letter.letterhead[0]
    assert about.creation_date == datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert "/Lang" not in reader.root_object


def test_a_logo_that_letters_share_is_stored_once(
    letter: PrintedLetter, resources: Path, encoded: Callable[..., bytes]
) -> None:
    letter = replace(letter, logo=encoded(), signature=encoded(kind="JPEG"))
    pdf = render_letters([letter] * 3, resources)
    assert [len(page.images) for page in PdfReader(BytesIO(pdf)).pages] == [2, 2, 2]
    assert len(re.findall(rb"/Subtype\s*/Image", pdf)) == 2


def test_a_broken_picture_is_refused(letter: PrintedLetter, resources: Path) -> None:
    broken = b"\x89PNG\r\n\x1a\nbroken"
    for refused in (replace(letter, logo=broken), replace(letter, signature=broken)):
        with pytest.raises(PictureError):
            render_letter(refused, resources)


def test_no_letters_are_refused(resources: Path) -> None:
    with pytest.raises(ValueError, match="no letter"):
        render_letters([], resources)


@pytest.mark.parametrize("text", ["zażółć gęślą jaźń " * 17_000, "ż" * 300_000, "a\n" * 20_000])
def test_a_paragraph_of_a_whole_book_takes_seconds_at_most(
    text: str, letter: PrintedLetter, resources: Path
) -> None:
    start = perf_counter()
    render_letter(replace(letter, paragraphs=(text,)), resources)
    assert perf_counter() - start < 5


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8").filter(str.isprintable), max_size=200))
def test_no_text_in_any_field_fails_or_loses_a_word(
    text: str, letter: PrintedLetter, resources: Path, text_of: TextOf
) -> None:
    filled = everywhere(letter, text)
    missing = set(missing_characters(filled.all_text(), resources)) | {"□"}

    def visible(source: str) -> str:
        composed = unicodedata.normalize("NFC", source)
        return "".join(one for one in composed if one not in missing and not one.isspace())

    printed = text_of(render_letter(filled, resources))
    assert visible(printed) == visible(printable_text(filled.all_text()))


WATCHED = """
import json
opened = []
def watch(event, arguments):
    if event == "open" and not isinstance(arguments[0], int):
        opened.append([event, str(arguments[0])])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")):
        opened.append([event, repr(arguments)])
sys.addaudithook(watch)
from partnerdesk.documents.letter_pdf import render_letter
imports = len(opened)
render_letter(letter, resources)
render_letter(letter, resources)
print(json.dumps({"importing": opened[:imports], "rendering": opened[imports:], "path": sys.path}))
"""


def test_rendering_opens_nothing_but_the_fonts(
    letter: PrintedLetter,
    resources: Path,
    encoded: Callable[..., bytes],
    run_apart: Callable[..., bytes],
    tmp_path: Path,
) -> None:
    hostile = everywhere(
        letter, '<img src="/etc/passwd"/> <img src="http://localhost:9/x.png"/> file:///etc/hosts'
    )
    hostile = replace(hostile, logo=encoded(), signature=encoded(kind="JPEG"))
    report = json.loads(run_apart(WATCHED, hostile, HOME=str(tmp_path)))
    assert {event for event, _ in report["importing"] + report["rendering"]} == {"open"}

    def no_code(phase: str) -> set[Path]:
        code = (".py", ".pyc", ".so", ".pyd", ".dll")
        return {Path(name) for _, name in report[phase] if not name.endswith(code)}

    assert no_code("rendering") == set((resources / "fonts").glob("Lato-*.ttf"))
    python = [Path(folder) for folder in report["path"] if folder not in ("", str(resources.parent))]
    strange = {name for name in no_code("importing") if not any(map(name.is_relative_to, python))}
    assert strange <= {tmp_path / ".reportlab_settings", tmp_path / ".reportlab_mods"}
