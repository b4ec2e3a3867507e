"""The typeface of every document: which characters it can print, and how wide they are."""

import unicodedata
from enum import StrEnum
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_LINE_BREAKS = dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n")
# Lato lacks the non-breaking hyphen; an ordinary one looks the same, and lines are not broken at it here.
_STAND_INS = {"\t": " ", "\u2011": "-"}
_UNIFIED = str.maketrans(_LINE_BREAKS | _STAND_INS)
_BOX = "\u25a1"
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"


class Face(StrEnum):
    """The four faces of Lato 2, by the name ReportLab knows them under, which is their file's stem too."""

    REGULAR = "Lato-Regular"
    BOLD = "Lato-Bold"
    ITALIC = "Lato-Italic"
    BOLD_ITALIC = "Lato-BoldItalic"


def register_fonts(resources: Path) -> None:
    """Makes every face known to ReportLab, reading ``resources/fonts`` on the first call only.

    Raises OSError or ``reportlab.pdfbase.ttfonts.TTFError`` if a font file is missing or damaged.
    """
    known = pdfmetrics.getRegisteredFontNames()
    for face in Face:
        if face.value not in known:
            pdfmetrics.registerFont(TTFont(face.value, str(resources / "fonts" / f"{face}.ttf")))


def printable_text(text: str) -> str:
    """The text as it is printed: composed letters, ``\\n`` as the only line break, nothing invisible.

    Control and formatting characters (soft hyphens, joiners, direction marks) and variation selectors
    are dropped. Spaces that do not break a line stay as they are, all others become plain spaces.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_UNIFIED))
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(_printable_character(character) for character in composed)


def one_line(text: str) -> str:
    """Printable text without line breaks."""
    return " ".join(printable_text(text).split())


def missing_characters(text: str, resources: Path) -> str:
    """The characters that would print as an empty box, each once, in order of appearance."""
    register_fonts(resources)
    characters = dict.fromkeys(printable_text(text).replace("\n", ""))
    return "".join(one for one in characters if not _has_glyph(one, Face.REGULAR, Face.BOLD))


def boxed_text(text: str, face: Face) -> str:
    """Printable text with a visible box for each missing character; Lato itself would show a blank."""
    missing = {one for one in set(text) - {"\n"} if not _has_glyph(one, face)}
    return text.translate(dict.fromkeys(map(ord, missing), _BOX))


def text_width(text: str, face: Face, size: float) -> float:
    """The width in points of one line in a registered face."""
    metrics = pdfmetrics.getFont(face.value).face
    widths: dict[int, float] = metrics.charWidths
    blank: float = metrics.defaultWidth
    return sum(widths.get(ord(character), blank) for character in text) * size / 1000


def _has_glyph(character: str, *faces: Face) -> bool:
    return all(ord(character) in pdfmetrics.getFont(face.value).face.charToGlyph for face in faces)


def _printable_character(character: str) -> str:
    if character == "\n" or character in _NO_BREAK_SPACES:
        return character
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cs":
            return "\ufffd"
        case "Cc" | "Cf":
            return ""
        case "Mn" if unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
            return ""
        case _:
            return character
