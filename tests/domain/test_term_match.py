"""Short terms are compared by what they mean, not by their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerdesk.domain.term_match import is_same_term, shared_terms, term_stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pary młode", "młode pary"), ("pary młode", "Para Młoda"), ("pary młode", "par młodych"),
        ("firmy", "firma"), ("firmy", "FIRM"), ("firmy", "firmy z Trójmiasta"), ("rodziny", "młode rodziny"),
        ("turyści", "turystów"), ("klienci", "klientom"), ("pracownicy biur", "pracowników biura"),
        ("seniorzy", "seniorów"), ("goście", "gości"), ("dzieci", "dziećmi"), ("hotele", "hoteli"),
        ("kwiaciarnie", "kwiaciarnia"), ("restauracje", "restauracji"), ("nowożeńcy", "nowożeńców"),
        ("mieszkańcy Gdańska", "mieszkańców Gdańska"), ("uczniowie", "uczniów"), ("szkoły", "szkół"),
        ("brides", "bride"), ("couples", "couple"), ("families", "family"), ("businesses", "business"),
        ("studio", "studia"), ("lodz", "Łódź"), ("dla dzieci", "dzieci"),
    ],
)  # fmt: skip
def test_endings_order_and_narrower_words_make_no_difference(one: str, other: str) -> None:
    assert is_same_term(one, other)
    assert is_same_term(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pary młode", "panny młode"), ("pary", "parki"), ("hotele", "hostele"), ("firmy", "filmy"),
        ("kwiaty", "kwiaciarnie"), ("goście", "gospodarze"), ("mieszkańcy Gdyni", "mieszkańcy Trójmiasta"),
        ("kawiarnie", "kawa"), ("firmy", ""), ("", ""), ("!!", "??"), ("firmy z Gdyni", "firmy z Sopotu"),
    ],
)  # fmt: skip
def test_other_people_stay_others(one: str, other: str) -> None:
    assert not is_same_term(one, other)


def test_shared_terms_are_given_as_we_write_them() -> None:
    assert shared_terms(("Pary młode", "firmy", "szkoły"), ("młode pary", "firma budowlana")) == (
        "Pary młode",
        "firmy",
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared_both_ways(one: str, other: str) -> None:
    assert is_same_term(one, other) == is_same_term(other, one)
    assert is_same_term(one, one) == bool(term_stems(one))
