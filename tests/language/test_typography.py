"""The small marks of good print."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.language.typography import typeset

TEXTS = st.text(st.sampled_from("aiowzAbć12 \u00a0\n\"'„”“«».,-–…()@:/%")) | st.text()
LANGUAGES = st.sampled_from(["pl", "en"])


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_no_word_is_lost_or_changed(text: str, language: str) -> None:
    assert re.findall(r"\w+", typeset(text, language)) == re.findall(r"\w+", text)


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_no_visible_mark_appears_from_nowhere(text: str, language: str) -> None:
    assert len(typeset(text, language)) <= len(text)


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_that_is_set_already_stays_as_it_is(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ("Jadę w góry i nad morze", "Jadę w_góry i_nad morze"),
        ("A i w domu", "A_i_w_domu"),
        ("(z tego) „w domu”", "(z_tego) „w_domu”"),
        ("przez 5 lat", "przez 5_lat"),
        ("za 100 zł i 5 %", "za 100_zł i_5_%"),
        ("w 2026 r.", "w_2026_r."),
        ("100 000 osób", "100_000_osób"),
        ("szkoła nr 5", "szkoła nr_5"),
        ('firma "Dekora"', "firma „Dekora”"),
        ("firma “Dekora”", "firma „Dekora”"),
        ('zakład „Firma "Ala" i syn”', "zakład „Firma «Ala» i_syn”"),
        ('"O czym?" - zapytał', "„O_czym?” – zapytał"),
        ("George'a", "George’a"),
        ("tak - albo nie", "tak – albo nie"),
        ("tak -- albo nie", "tak – albo nie"),
        ("biało-czerwony", "biało-czerwony"),
        ("i tak dalej...", "i_tak dalej…"),
        ("dwie  spacje", "dwie spacje"),
        ("firma Dekora sp. z o.o..", "firma Dekora sp. z_o.o."),
        ('monitor 27" w domu', 'monitor 27" w_domu'),
        ('"bez końca', '"bez końca'),
    ],
)
def test_polish_is_set_by_its_rules(plain: str, printed: str) -> None:
    assert typeset(plain, "pl") == printed.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ('He said "no" - twice...', "He said “no” – twice…"),
        ("It's the partners' day", "It’s the partners’ day"),
        ("a 'small' thing", "a ‘small’ thing"),
        ('"an "inner" one"', "“an ‘inner’ one”"),
        ("in the '90s", "in the ’90s"),
        ("a word and 5 years", "a word and 5 years"),
    ],
)
def test_english_is_set_by_its_rules(plain: str, printed: str) -> None:
    assert typeset(plain, "en") == printed


@pytest.mark.parametrize(
    "address",
    [
        "https://example.pl/a--b'c/i?x=\"",
        "www.example.pl/it's",
        "o'neil@example.pl",
        "jan..kowalski@example.pl",
    ],
)
def test_addresses_are_left_alone(address: str) -> None:
    assert typeset(f"Adres: {address} tutaj", "pl") == f"Adres: {address} tutaj"


def test_quotation_marks_pair_within_a_paragraph_only() -> None:
    assert typeset('"one\n\ntwo"', "en") == '"one\n\ntwo"'


def test_paragraph_breaks_stay() -> None:
    assert typeset("a...\n\nb - c\nd", "en") == "a…\n\nb – c\nd"


def test_a_very_long_word_takes_no_longer_than_any_text() -> None:
    text = "a" * 200_000
    assert typeset(text, "pl") == text
