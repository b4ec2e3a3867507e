"""Marks of names: the same for the same firm, and never longer than can be compared."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partner_marks import joined_mark, name_mark, partner_marks

letters = st.characters(categories=["L", "N"], max_codepoint=0x17F)
words = st.lists(st.text(letters, min_size=1, max_size=30), max_size=40)


@given(st.one_of(st.text(max_size=3000), words.map(" ".join)))
def test_no_mark_of_a_name_is_longer_than_can_be_compared(name: str) -> None:
    for mark in (name_mark(name), joined_mark(name)):
        assert len(mark) <= 200
        assert len(mark.split()) <= 16
    assert partner_marks(Partner(name=name), ()) == {
        ("name", mark) for mark in (name_mark(name), joined_mark(name)) if mark
    }


@given(words.filter(lambda each: len(each) <= 15 and sum(map(len, each)) <= 40), st.randoms())
def test_a_name_of_usual_length_has_one_mark_in_any_order(each: list[str], chance: Random) -> None:
    shuffled = list(each)
    chance.shuffle(shuffled)
    assert name_mark(" ".join(shuffled)) == name_mark(" ".join(each))


@pytest.mark.parametrize("end", ["numer 16", "numer 15 filia", ""])
def test_names_of_very_many_words_are_the_same_only_with_the_same_end(end: str) -> None:
    start = " ".join(f"szkoła{number}" for number in range(20))
    assert name_mark(f"{start} numer 15") == name_mark(f"{start.upper()}  Numer 15 sp. z o.o.")
    assert name_mark(f"{start} numer 15") != name_mark(f"{start} {end}")
    assert joined_mark(f"{start} numer 15") != joined_mark(f"{start} {end}")
