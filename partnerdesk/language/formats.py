"""Dates, numbers and money as each of the two languages writes them.

Spaces that must not break at a line's end are no-break spaces (U+00A0). Babel is imported on first use,
because the window must start quickly.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("pl", "en")
NO_BREAK_SPACE = "\u00a0"


def long_date(day: date, language: str) -> str:
    """Return the date in words: „23 listopada 2026 r.” or "23 November 2026"."""
    from babel.dates import format_date

    words = format_date(day, "d MMMM y", locale=_locale(language)).split(" ")
    if language == "pl":
        words.append("r.")
    return NO_BREAK_SPACE.join(words[:2]) + " " + NO_BREAK_SPACE.join(words[2:])


def short_date(day: date, language: str) -> str:
    """Return the date in digits, day first: "23.11.2026" or "23/11/2026"."""
    return day.strftime("%d.%m.%Y" if _known(language) == "pl" else "%d/%m/%Y")


def number(value: int | Decimal, language: str) -> str:
    """Return the number with its thousands parted and every digit that it has behind the point."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language), decimal_quantization=False)


def money(amount: Decimal, language: str) -> str:
    """Return an amount of złoty, rounded to grosze: „1 234,56 zł” or "PLN 1,234.56"."""
    from babel.numbers import format_decimal

    grosze = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    digits = format_decimal(grosze, "#,##0.00", locale=_locale(language))
    if language == "pl":
        return f"{digits}{NO_BREAK_SPACE}zł"
    return f"PLN{NO_BREAK_SPACE}{digits}"


def percent(value: Decimal, language: str) -> str:
    """Return per cent, given as 12.5 for twelve and a half: "12,5%" or "12.5%"."""
    return f"{number(value, language)}%"


def file_size(size: int, language: str) -> str:
    """Return a length in bytes as people speak of it, never too small: "12 KB", „1,4 MB”."""
    kilobytes = -(-size // 1024)
    if kilobytes < 1024:
        return f"{number(kilobytes, language)}{NO_BREAK_SPACE}KB"
    megabytes = (Decimal(size) / 1024**2).quantize(Decimal("0.1"), ROUND_UP).normalize()
    return f"{number(megabytes, language)}{NO_BREAK_SPACE}MB"


def plural_category(count: int, language: str) -> str:
    """Return the plural category of a count as CLDR names it.

    Polish whole numbers are "one", "few" or "many", English ones "one" or "other".
    """
    return _locale(language).plural_form(abs(count))


def plural_categories(language: str) -> tuple[str, ...]:
    """Return the categories that whole numbers fall into, each of which a text must provide for."""
    return ("one", "few", "many") if _known(language) == "pl" else ("one", "other")


def place_and_date(place: str, day: date, language: str) -> str:
    """Return the line above a letter: „Gdańsk, 23 listopada 2026 r.”, or the date alone without a place."""
    written = long_date(day, language)
    place = place.strip()
    return f"{place}, {written}" if place else written


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language!r}")
    return language


def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse("pl_PL" if _known(language) == "pl" else "en_GB")


def listed(terms: Sequence[str], language: str) -> str:
    """Terms as a sentence lists them: „a, b i c”, "a, b and c"; "" for none."""
    *others, last = terms or ("",)
    joint = "i" if language == "pl" else "and"
    return f"{', '.join(others)} {joint} {last}" if others else last
