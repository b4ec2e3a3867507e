from pathlib import Path

import pytest

from partnerdesk.documents.fonts import Face, missing_characters, printable_text, register_fonts, text_width

POLISH = "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ"
BUSINESS = "„cytat” ’ “quote” – — … · • € £ $ § ° % ‰ ½ × № ® © ™ é è ü ß ñ č ř ő Привет Αθήνα"


def test_fonts_are_read_only_once(resources: Path, tmp_path: Path) -> None:
    register_fonts(resources)
    register_fonts(tmp_path)


@pytest.mark.parametrize("text", [POLISH, BUSINESS])
def test_polish_and_business_texts_can_be_printed(text: str, resources: Path) -> None:
    assert missing_characters(text, resources) == ""


def test_missing_characters_are_named_once_and_in_order(resources: Path) -> None:
    assert missing_characters("漢字 🍞 漢 ok 🥐\n", resources) == "漢字🍞🥐"


@pytest.mark.parametrize(
    "invisible", ["\n", "\r\n", "\t", "\u00a0", "\u202f", "\u00ad", "\u200b", "\ufeff", "\ufe0f", "\x07"]
)
def test_white_space_and_invisible_characters_are_not_missing(invisible: str, resources: Path) -> None:
    assert missing_characters(f"a{invisible}b", resources) == ""


def test_an_emoji_made_of_several_characters_is_named_without_its_joiners(resources: Path) -> None:
    assert missing_characters("👩\u200d🍳", resources) == "👩🍳"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("o\u0301l", "ól"),
        ("za\u00adkwas", "zakwas"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("10\u00a0zł, 1\u202f000", "10\u00a0zł, 1\u202f000"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("bez\u2011przerwy", "bez-przerwy"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("half \ud83c of an emoji", "half \ufffd of an emoji"),
        ("plain", "plain"),
    ],
)
def test_text_is_unified_before_printing(written: str, printed: str) -> None:
    assert printable_text(written) == printed


def test_width_grows_with_size_and_weight(resources: Path) -> None:
    register_fonts(resources)
    regular = text_width("Żółw", Face.REGULAR, 10)
    assert text_width("Żółw", Face.REGULAR, 20) == pytest.approx(2 * regular)
    assert text_width("Żółw", Face.BOLD, 10) > regular
    assert text_width("", Face.REGULAR, 10) == 0
