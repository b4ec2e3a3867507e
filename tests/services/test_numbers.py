"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerdesk.services.numbers import grouped_nip, parse_decimal, parse_integer


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1 234,56", "1234.56"),
        ("1\u00a0234,56 zł", "1234.56"),
        ("1\u202f234,5", "1234.5"),
        ("1234.56", "1234.56"),
        ("12 %", "12"),
        ("-5", "-5"),
        ("−5,5", "-5.5"),
        ("1500 PLN", "1500"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: str) -> None:
    assert parse_decimal(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed", ["", "abc", "1,2,3", "1.234,56", "0,123", "1e5", "NaN", "٣", "--1", "9" * 13]
)
def test_what_is_no_amount_is_refused_rather_than_guessed(typed: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_decimal(typed)


@given(st.decimals(min_value=-999_999_999, max_value=999_999_999, places=2))
def test_every_amount_to_the_grosz_comes_back(amount: Decimal) -> None:
    assert parse_decimal(str(amount)) == amount
    assert parse_decimal(str(amount).replace(".", ",")) == amount


def test_counts_are_whole() -> None:
    assert parse_integer("1 000") == 1000
    with pytest.raises(ValueError, match="no number"):
        parse_integer("1,5")


@pytest.mark.parametrize(
    ("nip", "read"), [("5250007738", "525-000-77-38"), ("", ""), ("DE 123", "DE 123"), ("525", "525")]
)
def test_a_nip_is_grouped_where_it_is_one_and_else_left_as_it_is(nip: str, read: str) -> None:
    assert grouped_nip(nip) == read
