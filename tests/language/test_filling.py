"""Putting values into a template."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.letter_template import Addressee, Sender
from partnerdesk.language.filling import (
    Chosen,
    FillError,
    MissingValue,
    Named,
    NoWordingError,
    Value,
    Values,
    built_in_entries,
    fill,
    value_of,
)
from partnerdesk.language.template import parse


def filled(text: str, *, language: str = "pl", addressee: Addressee = Addressee.F, **entries: Value) -> str:
    return fill(parse(text), Values(language, Sender.M, addressee, entries))


@settings(deadline=None)
@given(st.text(), st.text(st.characters(exclude_characters="{}|", exclude_categories=["Cs"])))
def test_values_come_out_as_they_went_in_and_are_never_read_as_templates(value: str, words: str) -> None:
    expected = f"{words}{value}{words}"
    if value:
        assert filled(f"{words}{{x}}{words}", x=value) == expected
        assert filled(f"{words}{{x|none=|given={{x}}}}{words}", x=value) == expected


def test_a_value_that_looks_like_a_placeholder_stays_one() -> None:
    assert filled("{x} {y}", x="{y}", y="a|b") == "{y} a|b"


@pytest.mark.parametrize("empty", [None, ""])
def test_printing_an_empty_variable_is_refused_by_name(empty: Value) -> None:
    with pytest.raises(MissingValue) as caught:
        filled("{project}", project=empty)
    assert caught.value.name == "project"


def test_printing_an_absent_variable_is_refused_as_well() -> None:
    with pytest.raises(MissingValue):
        filled("{project}")


def test_an_absent_variable_takes_the_wording_for_none() -> None:
    assert filled("{project|none=a|given=b}") == "a"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (None, "lata"),
        (0, "lata"),
        (-3, "lata"),
        (1, "rok"),
        (2, "2 lata"),
        (5, "5 lat"),
        (12, "12 lat"),
        (22, "22 lata"),
        (112, "112 lat"),
        (1234, "1\u00a0234 lata"),
    ],
)
def test_polish_counts_agree_with_their_noun(count: int | None, text: str) -> None:
    template = "{n|none=lata|one=rok|few={n} lata|many={n} lat}"
    assert filled(template, n=count) == text


def test_english_counts_have_two_wordings() -> None:
    template = "{n|none=years|one=a year|other={n} years}"
    assert [filled(template, language="en", n=n) for n in (0, 1, 2)] == ["years", "a year", "2 years"]


def test_a_choice_goes_by_its_key_or_by_being_given_and_prints_its_label() -> None:
    radio = Chosen("radio", "Radio")
    assert filled("{k|none=-|radio=r|press=p}", k=radio) == "r"
    assert filled("{k|none=-|given={k}}", k=radio) == "Radio"
    assert filled("{k|none=-|radio=r|press=p}", k=None) == "-"


def test_text_that_equals_a_key_is_still_only_given() -> None:
    assert filled("{x|none=nothing|given=something}", x="none") == "something"


def test_yes_no_is_no_until_answered() -> None:
    assert [filled("{f|yes=a|no=b}", f=answer) for answer in (True, False, None)] == ["a", "b", "b"]


def test_a_date_is_printed_in_words() -> None:
    assert filled("{d}", d=date(2026, 11, 23)) == "23\u00a0listopada 2026\u00a0r."


@pytest.mark.parametrize(
    ("addressee", "forms"),
    [
        (Addressee.M, "Pan Pana Panu Pana Panem Panu Panie"),
        (Addressee.F, "Pani Pani Pani Panią Panią Pani Pani"),
        (Addressee.GROUP, "Państwo Państwa Państwu Państwa Państwem Państwu Państwo"),
    ],
)
def test_you_has_a_form_for_every_case(addressee: Addressee, forms: str) -> None:
    template = "{you:nom} {you:gen} {you:dat} {you:acc} {you:ins} {you:loc} {you:voc}"
    assert filled(template, addressee=addressee) == forms


def test_english_you_never_changes() -> None:
    assert filled("{you:dat} {you:ins}", language="en") == "you you"


def test_sender_and_addressee_choose_wordings() -> None:
    assert filled("{sender|m=byłem|f=byłam}") == "byłem"
    assert filled("{addressee|group=a|*=b}") == "b"


def test_a_value_without_a_wording_is_refused() -> None:
    with pytest.raises(NoWordingError, match="sender"):
        filled("{sender|f=byłam}")


def test_a_case_that_does_not_exist_is_refused() -> None:
    with pytest.raises(FillError):
        filled("{you:abl}")


@pytest.mark.parametrize(
    ("kind", "stored", "value"),
    [
        (FieldKind.TEXT, "  Grand Lux ", "Grand Lux"),
        (FieldKind.TEXT, "   ", None),
        (FieldKind.LONG_TEXT, "", None),
        (FieldKind.INTEGER, 0, 0),
        (FieldKind.INTEGER, None, None),
        (FieldKind.MONEY, "1234.50", "1\u00a0234,50\u00a0zł"),
        (FieldKind.PERCENT, "12.5", "12,5%"),
        (FieldKind.DATE, "2026-11-23", date(2026, 11, 23)),
        (FieldKind.CHOICE, "radio", Chosen("radio", "Radio")),
        (FieldKind.YES_NO, False, False),
    ],
)
def test_stored_values_become_printable_ones(kind: FieldKind, stored: object, value: Value) -> None:
    field = Field("x", "X", kind, choices=(Choice("radio", "Radio"),))
    assert value_of(field, stored, "pl") == value


@pytest.mark.parametrize(
    ("kind", "stored"),
    [(FieldKind.INTEGER, "5"), (FieldKind.INTEGER, True), (FieldKind.TEXT, 5), (FieldKind.CHOICE, "gone")],
)
def test_a_stored_value_of_another_kind_is_refused(kind: FieldKind, stored: object) -> None:
    with pytest.raises(ValueError, match="x:"):
        value_of(Field("x", "X", kind), stored, "pl")


def test_years_are_written_without_a_gap_and_names_with_their_quotation_marks() -> None:
    entries = built_in_entries(
        language="pl",
        firm="Stroy-Master sp. z o.o.",
        partner="Delo",
        addressee=Addressee.GROUP,
        contact=None,
        signatory_position="",
        written_on=date(2026, 11, 23),
    )
    text = filled("{year} {next_year} {firm_in_quotes} {partner_in_quotes} {your}", **entries)
    assert text == "2026 2027 „Stroy-Master” sp. z o.o. „Delo” Państwa"


def test_a_name_stands_in_the_nominative_or_in_the_case_that_is_asked_for() -> None:
    anna = Named("Pani Anna", {"dat": "Pani Annie"}.__getitem__)
    values = Values("pl", Sender.WE, Addressee.F, {"contact": anna})
    assert fill(parse("{contact|none=|given={contact}: {contact:dat}}"), values) == "Pani Anna: Pani Annie"
