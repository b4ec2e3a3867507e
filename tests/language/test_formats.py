"""Dates, numbers and money in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from partnerdesk.language.formats import (
    file_size,
    long_date,
    money,
    number,
    percent,
    place_and_date,
    plural_category,
    short_date,
)

DAY = date(2026, 11, 23)
GAP = "\u00a0"


def test_a_long_date_is_in_words_and_keeps_day_and_month_together() -> None:
    assert long_date(DAY, "pl") == f"23{GAP}listopada 2026{GAP}r."
    assert long_date(DAY, "en") == f"23{GAP}November 2026"


def test_a_short_date_is_day_first() -> None:
    assert short_date(date(2026, 1, 3), "pl") == "03.01.2026"
    assert short_date(date(2026, 1, 3), "en") == "03/01/2026"


def test_numbers_part_their_thousands_and_keep_their_decimals() -> None:
    assert number(1234567, "pl") == f"1{GAP}234{GAP}567"
    assert number(1234567, "en") == "1,234,567"
    assert number(Decimal("12.345678"), "pl") == "12,345678"


def test_money_is_in_zloty_and_grosze() -> None:
    assert money(Decimal("1234.5"), "pl") == f"1{GAP}234,50{GAP}zł"
    assert money(Decimal("1234.5"), "en") == f"PLN{GAP}1,234.50"
    assert money(Decimal("0.125"), "pl") == f"0,13{GAP}zł"


def test_per_cent_is_given_as_per_cent() -> None:
    assert percent(Decimal("12.5"), "pl") == "12,5%"
    assert percent(Decimal(7), "en") == "7%"


@pytest.mark.parametrize(
    ("count", "category"),
    [(0, "many"), (1, "one"), (2, "few"), (5, "many"), (12, "many"), (22, "few"), (112, "many")],
)
def test_polish_counts_fall_into_three_categories(count: int, category: str) -> None:
    assert plural_category(count, "pl") == category


def test_english_counts_fall_into_two() -> None:
    assert [plural_category(count, "en") for count in (0, 1, 2)] == ["other", "one", "other"]


def test_the_date_stands_behind_the_place_or_alone() -> None:
    assert place_and_date(" Gdańsk ", DAY, "pl") == f"Gdańsk, 23{GAP}listopada 2026{GAP}r."
    assert place_and_date("", DAY, "en") == f"23{GAP}November 2026"


def test_a_language_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        long_date(DAY, "de")


def test_the_size_of_a_file_is_never_said_too_small() -> None:
    assert file_size(0, "pl") == f"0{GAP}KB"
    assert file_size(1, "pl") == f"1{GAP}KB"
    assert file_size(1025, "en") == f"2{GAP}KB"
    assert file_size(1_500_000, "pl") == f"1,5{GAP}MB"
    assert file_size(10 * 1024**2, "en") == f"10{GAP}MB"
    assert file_size(10 * 1024**2 + 1, "en") == f"10.1{GAP}MB"
