"""Reading template text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.language.template import Placeholder, Select, TemplateError, Words, parse

PLAIN = st.text(st.characters(exclude_characters="{}|", exclude_categories=["Cs"]))


@settings(deadline=None)
@given(PLAIN.filter(bool))
def test_text_without_braces_is_kept_as_it_is(text: str) -> None:
    assert parse(text).parts == (Words(text),)


def first_fault(text: str) -> TemplateError | None:
    try:
        parse(text)
    except TemplateError as error:
        return error
    return None


@settings(deadline=None)
@given(st.text("{}|:=ab*_ \n", max_size=40))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    fault = first_fault(text)
    if fault:
        lines = text.split("\n")
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1


def test_a_placeholder_has_a_name_and_may_have_a_case() -> None:
    first, second = parse("{name}{you:dat}").parts
    assert isinstance(first, Placeholder)
    assert isinstance(second, Placeholder)
    assert (first.name, first.case) == ("name", None)
    assert (second.name, second.case) == ("you", "dat")


def test_wordings_may_hold_further_choices() -> None:
    (outer,) = parse("{a|none=x|given=y {b|none=|given=({b})}}").parts
    assert isinstance(outer, Select)
    assert dict(outer.wordings)["none"] == (Words("x"),)
    inner = dict(outer.wordings)["given"][1]
    assert isinstance(inner, Select)
    assert dict(inner.wordings)["none"] == ()


def test_all_variables_are_found_those_inside_wordings_too() -> None:
    template = parse("{a} {b|none={c}|given={d|*={e:gen}}}")
    assert template.variables() == {"a", "b", "c", "d", "e"}


def test_line_breaks_that_lay_out_a_choice_are_not_part_of_its_wordings() -> None:
    laid_out = "Thanks {a\n  |none=for all\n  |given=for {a}\n}."
    assert parse(laid_out) == parse("Thanks {a|none=for all|given=for {a}}.")


def test_a_line_break_inside_a_wording_stays() -> None:
    (select,) = parse("{a|none=one\n\ntwo|given=}").parts
    assert isinstance(select, Select)
    assert dict(select.wordings)["none"] == (Words("one\n\ntwo"),)


@pytest.mark.parametrize(
    ("text", "line", "column", "part_of_message"),
    [
        ("Dear {name", 1, 6, "not closed"),
        ("one\ntwo {a|none=x", 2, 5, "not closed"),
        ("a } b", 1, 3, "stray"),
        ("a | b", 1, 3, "stray"),
        ("{}", 1, 2, "name"),
        ("{Name}", 1, 2, "name"),
        ("{a b}", 1, 3, "unexpected"),
        ("{a:}", 1, 4, "case"),
        ("{a|none}", 1, 4, "key"),
        ("{a|none=x|none=y}", 1, 15, "twice"),
        ("{a:dat|none=x}", 1, 7, "unexpected"),
    ],
)
def test_a_fault_says_what_is_wrong_and_where(
    text: str, line: int, column: int, part_of_message: str
) -> None:
    with pytest.raises(TemplateError, match=part_of_message) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_braces_without_end_are_refused_instead_of_exhausting_the_stack() -> None:
    with pytest.raises(TemplateError, match="inside each other"):
        parse("{a|x=" * 5_000)
