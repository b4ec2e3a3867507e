import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.documents.fonts import Face
from partnerdesk.documents.typesetting import Block, Sheets, Style, TextMark, break_lines, set_block

STYLE = Style(Face.REGULAR, 10, 10, 0)
WORDS = "Chleb na zakwasie rośnie całą noc, a rano pachnie cała ulica."

pytestmark = pytest.mark.usefixtures("resources")


def lines_of(text: str, width: float = 100) -> list[str]:
    return list(break_lines(text, STYLE, width))


def block_of(count: int) -> Block:
    return Block(tuple(f"line {number}" for number in range(count)), STYLE)


def sheets_of(lines: int) -> Sheets:
    """Pages with room for so many lines of STYLE."""
    return Sheets(left=50, right=150, top=20, bottom=20 + 10 * lines, depth=20)


def lines_on(sheets: Sheets) -> list[int]:
    return [sum(isinstance(mark, TextMark) for mark in page) for page in sheets.pages]


def test_lines_break_between_words_and_lose_none() -> None:
    lines = lines_of(WORDS)
    assert len(lines) > 2
    assert " ".join(lines) == WORDS
    assert all(STYLE.width(line) <= 100 for line in lines)


def test_line_breaks_in_the_text_are_kept_with_empty_lines() -> None:
    assert lines_of("a\nb\n\nc") == ["a", "b", "", "c"]


def test_a_line_does_not_break_at_a_space_that_forbids_it() -> None:
    assert lines_of("Razem zapłacą Państwo 1\u00a0000\u00a0zł", 130) == [
        "Razem zapłacą Państwo",
        "1\u00a0000\u00a0zł",
    ]


def test_a_word_wider_than_a_line_is_parted_where_it_has_a_joint() -> None:
    lines = lines_of("biuro.zamowien.hurtowych@piekarnia-zloty-klos.example")
    assert len(lines) > 1
    assert all(line[-1] in ".@-" for line in lines[:-1])


def test_a_word_without_joints_is_parted_anywhere() -> None:
    lines = lines_of("x" * 500)
    assert "".join(lines) == "x" * 500
    assert all(STYLE.width(line) <= 100 for line in lines)


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    assert lines_of("WWW", 1) == ["W", "W", "W"]


def test_blank_texts_take_no_line() -> None:
    assert set_block(["", " \n ", "\u00a0", "\u00ad"], STYLE, 100).lines == ()


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])),
    width=st.floats(20, 400),
)
def test_no_text_is_lost_or_too_wide(text: str, width: float) -> None:
    lines = set_block([text], STYLE, width).lines
    expected = set_block([text], STYLE, 1_000_000).lines
    assert "".join("".join(lines).split()) == "".join("".join(expected).split())
    assert all(STYLE.width(line) <= width + 0.001 for line in lines)


@pytest.mark.parametrize("count", range(1, 60))
@pytest.mark.parametrize("before", [0, 5, 8, 9, 10])
def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(count: int, before: int) -> None:
    sheets = sheets_of(10)
    sheets.fill(block_of(before))
    sheets.fill(block_of(count))
    shares = lines_on(sheets)
    shares[0] -= before
    assert sum(shares) == count
    assert 1 not in shares or count == 1
    assert max(shares) <= 10


@pytest.mark.parametrize("count", range(1, 40))
@pytest.mark.parametrize("tail", [0, 10, 35, 60, 79])
def test_the_tail_finds_room_on_the_page_of_the_last_lines(count: int, tail: float) -> None:
    sheets = sheets_of(10)
    sheets.fill(block_of(count), tail)
    assert sum(lines_on(sheets)) == count
    assert lines_on(sheets)[-1] > 0
    assert sheets.room >= tail
    assert len(sheets.pages) <= -(-count // 10) + 1


def test_a_tail_higher_than_a_page_does_not_stop_the_text() -> None:
    sheets = sheets_of(10)
    sheets.fill(block_of(25), tail=500)
    assert sum(lines_on(sheets)) == 25


def test_columns_stand_on_one_level_if_the_page_is_long_enough() -> None:
    sheets = sheets_of(10)
    sheets.side_by_side([block_of(4)], [Block(("right",), STYLE, flush_right=True)])
    *_, right = sheets.pages[0]
    assert isinstance(right, TextMark)
    assert right.y == sheets.pages[0][0].y
    assert right.x + STYLE.width("right") == pytest.approx(150)
    assert sheets.depth == 60


def test_columns_too_long_for_a_page_follow_one_another() -> None:
    sheets = sheets_of(10)
    sheets.side_by_side([block_of(14)], [block_of(3)])
    assert lines_on(sheets) == [10, 7]


def test_white_space_is_left_between_texts_but_not_at_the_top_of_a_page() -> None:
    sheets = sheets_of(10)
    sheets.leave(30)
    assert sheets.depth == 20
    sheets.fill(block_of(1))
    sheets.leave(30)
    assert sheets.depth == 60
