from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from reportlab.lib.units import mm

from partnerdesk.documents.letter_layout import LEFT, PAGE_HEIGHT, RIGHT, set_letter
from partnerdesk.documents.picture import PrintedPicture, printed_picture
from partnerdesk.documents.typesetting import Mark, PictureMark, RuleMark, TextMark
from partnerdesk.domain.printed_letter import PrintedLetter

pytestmark = pytest.mark.usefixtures("resources")

LONG_NAME = ("Przedsiębiorstwo Wielobranżowe i Handlowe " * 8)[:300]
SENTENCE = "Chleb na zakwasie rośnie całą noc, a rano pachnie cała ulica Świętojańska. "

Box = tuple[float, float, float, float]


def boxes(marks: Iterable[Mark]) -> list[Box]:
    """Left, top, right and bottom of the letters and pictures of a page, in points from its upper left."""
    found = []
    for mark in marks:
        match mark:
            case TextMark(text, x, y, style):
                found.append((x, y - 0.805 * style.size, x + style.width(text), y + 0.195 * style.size))
            case PictureMark(picture, x, y):
                found.append((x, y, x + picture.width, y + picture.height))
            case RuleMark(y):
                found.append((LEFT, y - 0.4, RIGHT, y + 0.4))
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def assert_everything_has_its_place(pages: list[list[Mark]]) -> None:
    for marks in pages:
        for left, top, right, bottom in boxes(marks):
            assert left >= LEFT - 0.01
            assert right <= RIGHT + 0.01
            assert top >= 11 * mm
            assert bottom <= PAGE_HEIGHT - 12 * mm
        assert not [pair for pair in combinations(boxes(marks), 2) if overlap(*pair)]


def texts(marks: Iterable[Mark]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, TextMark)]


def pages_of(letter: PrintedLetter) -> list[list[Mark]]:
    return set_letter(letter, printed_picture)


def text_mark(marks: Iterable[Mark], text: str) -> TextMark:
    return next(mark for mark in marks if isinstance(mark, TextMark) and mark.text == text)


@pytest.fixture(scope="module")
def with_pictures(letter: PrintedLetter, encoded: Callable[..., bytes]) -> PrintedLetter:
    return replace(letter, logo=encoded(size=(400, 200)), signature=encoded("RGBA", size=(500, 150)))


def test_a_usual_letter_takes_one_page_without_a_number(letter: PrintedLetter) -> None:
    (page,) = pages_of(letter)
    assert_everything_has_its_place([page])
    assert not [text for text in texts(page) if "strona" in text]


def test_everything_stands_in_reading_order(letter: PrintedLetter) -> None:
    (page,) = pages_of(letter)
    printed = texts(page)
    order = [
        *letter.letterhead,
        *letter.recipient,
        letter.place_and_date,
        letter.subject,
        letter.salutation,
        "– dostawę siedem dni w tygodniu.",
        letter.closing,
        *letter.signatory,
    ]
    assert [text for text in printed if text in order] == order


@pytest.mark.parametrize("lines", [0, 1, 8])
def test_the_recipient_shows_in_the_window_of_an_envelope(lines: int, with_pictures: PrintedLetter) -> None:
    letter = replace(with_pictures, letterhead=tuple(f"line {number}" for number in range(lines)))
    page = pages_of(letter)[0]
    for line in letter.recipient:
        mark = text_mark(page, line)
        assert 20 * mm <= mark.x <= 25.01 * mm
        assert 45 * mm < mark.y - mark.style.size
        assert mark.y < 90 * mm


def test_only_the_address_shows_in_the_window(letter: PrintedLetter) -> None:
    (page,) = pages_of(letter)
    strangers = set(texts(page)) - set(letter.recipient)
    for text in strangers:
        mark = text_mark(page, text)
        assert mark.y < 45 * mm or mark.y - mark.style.size > 90 * mm or mark.x > 105 * mm


def test_paragraphs_and_the_closing_are_parted_by_white_space(letter: PrintedLetter) -> None:
    (page,) = pages_of(letter)
    below = [*letter.paragraphs[2:], letter.closing]
    above = ["– dostawę siedem dni w tygodniu.", letter.paragraphs[2]]
    for one, other in zip(above, below, strict=True):
        assert text_mark(page, other).y - text_mark(page, one).y > 1.5 * text_mark(page, one).style.leading


def test_pictures_keep_to_their_boxes(with_pictures: PrintedLetter) -> None:
    pages = pages_of(with_pictures)
    assert_everything_has_its_place(pages)
    logo, signature = (mark.picture for mark in pages[0] if isinstance(mark, PictureMark))
    assert [logo.width, logo.height] == pytest.approx([44 * mm, 22 * mm])
    assert [signature.width, signature.height] == pytest.approx([55 * mm, 16.5 * mm])


def test_room_for_a_signature_by_hand_is_left(letter: PrintedLetter) -> None:
    (page,) = pages_of(letter)
    closing, name = text_mark(page, letter.closing), text_mark(page, letter.signatory[0])
    assert name.y - closing.y > 15 * mm


@pytest.mark.parametrize("lines", [1, 2, 8, 20])
@pytest.mark.parametrize("text", ["Krótka linia", LONG_NAME, "W" * 300, "Ż" * 1_000])
@pytest.mark.parametrize("logo", [False, True])
def test_long_names_push_the_rest_down_and_stay_on_the_page(
    lines: int, text: str, logo: bool, with_pictures: PrintedLetter
) -> None:
    long = replace(
        with_pictures,
        logo=with_pictures.logo if logo else None,
        letterhead=(text,) * lines,
        recipient=(text,) * lines,
        place_and_date=text,
        subject=text,
        salutation=text,
        closing=text,
        signatory=(text,) * lines,
    )
    pages = pages_of(long)
    assert_everything_has_its_place(pages)
    printed = "".join("".join(texts(page[:-1] if len(pages) > 1 else page)) for page in pages).replace(
        " ", ""
    )
    assert printed.count(text.replace(" ", "")) == 3 * lines + 4


@pytest.mark.parametrize("sentences", [*range(14, 60, 2), 200])
@pytest.mark.parametrize("split", [False, True])
def test_a_signature_never_stands_alone_on_a_page(
    sentences: int, split: bool, with_pictures: PrintedLetter
) -> None:
    paragraphs = (SENTENCE,) * sentences if split else (SENTENCE * sentences,)
    pages = pages_of(replace(with_pictures, paragraphs=paragraphs))
    assert_everything_has_its_place(pages)
    last = texts(pages[-1])
    closing = last.index(with_pictures.closing)
    assert last.index(with_pictures.signatory[-1]) > closing
    assert closing >= (1 if split else 3)


@pytest.mark.parametrize("lines", range(30, 60))
def test_a_heading_is_never_parted_from_its_text(lines: int, letter: PrintedLetter) -> None:
    pages = pages_of(replace(letter, recipient=("Hotel",) * lines, paragraphs=(SENTENCE * 20,)))
    page = next(texts(marks) for marks in pages if letter.subject in texts(marks))
    start = page.index(letter.subject)
    assert page[start + 1] == letter.salutation
    assert all(line.startswith("Chleb") or line in SENTENCE * 2 for line in page[start + 2 : start + 4])


@pytest.mark.parametrize(("language", "footer"), [("pl", "strona {} z {}"), ("en", "page {} of {}")])
def test_several_pages_are_numbered_under_the_name_of_the_firm(
    language: str, footer: str, letter: PrintedLetter
) -> None:
    pages = pages_of(replace(letter, language=language, paragraphs=(SENTENCE * 100,)))
    assert len(pages) >= 3
    for number, marks in enumerate(pages, start=1):
        assert texts(marks)[-1] == f"{letter.letterhead[0]} · {footer.format(number, len(pages))}"


def test_a_footer_without_a_firm_is_the_number_alone(letter: PrintedLetter) -> None:
    pages = pages_of(replace(letter, letterhead=(), paragraphs=(SENTENCE * 100,)))
    assert texts(pages[1])[-1] == f"strona 2 z {len(pages)}"


def test_a_long_name_is_cut_short_in_the_footer(letter: PrintedLetter) -> None:
    pages = pages_of(replace(letter, letterhead=(LONG_NAME,), paragraphs=(SENTENCE * 100,)))
    assert "… · strona 1 z" in texts(pages[0])[-1]
    assert_everything_has_its_place(pages)


def test_a_letter_may_lack_everything(letter: PrintedLetter) -> None:
    empty = replace(
        letter,
        letterhead=(),
        recipient=(),
        place_and_date="",
        subject="",
        salutation=" ",
        paragraphs=("", "\n"),
        closing="",
        signatory=(),
    )
    assert pages_of(empty) == [[]]


def test_an_unknown_language_is_refused(letter: PrintedLetter) -> None:
    with pytest.raises(ValueError, match="'de'"):
        pages_of(replace(letter, language="de"))


def test_a_picture_is_asked_for_with_the_size_of_its_box(letter: PrintedLetter) -> None:
    asked = []

    def picture(data: bytes, width: float, height: float) -> PrintedPicture:
        asked.append((data, round(width / mm), round(height / mm)))
        return PrintedPicture(None, width, height)

    set_letter(replace(letter, logo=b"logo", signature=b"signature"), picture)
    assert asked == [(b"logo", 45, 22), (b"signature", 55, 20)]
