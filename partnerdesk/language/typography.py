"""The small marks of good print: quotation marks, dashes, and spaces that must not break."""

import re
from collections.abc import Callable

from partnerdesk.language.formats import LANGUAGES, NO_BREAK_SPACE

_QUOTES = {"pl": (("„", "”"), ("«", "»")), "en": (("“", "”"), ("‘", "’"))}
_SINGLE_OPENING = {"pl": "‚", "en": "‘"}
_OPENING_NEIGHBOURS = "([{„«“‘‚–—/-"

# Addresses stand first in every pattern, so that a match consumes and keeps them as they are.
# Their lengths are bounded, so that a text without spaces takes no longer than any other.
_ADDRESS = (
    r"(?P<address>(?:[a-z]{2,9}://|www\.)[^\s\"„”“«»<>]*[^\s\"„”“«»<>.,;:!?)']"
    r"|[\w.+'-]{1,64}@[\w-]{1,63}\.[\w.-]{0,190}\w)"
)
_SPACES = re.compile(rf"{_ADDRESS}|(?<! ) {{2,}}")
_ELLIPSIS = re.compile(rf"{_ADDRESS}|(?<!\.)\.\.\.(?!\.)")
_DOUBLED_FULL_STOP = re.compile(rf"{_ADDRESS}|(?<=\w)\.\.(?=\s|$)")
_SPACED_HYPHEN = re.compile(rf"{_ADDRESS}|(?<=\S)([ \u00a0])--?(?= \S)")
_APOSTROPHE = re.compile(rf"{_ADDRESS}|(?<=\w)'|'(?=\d)")
_OPENING_APOSTROPHE = re.compile(rf"{_ADDRESS}|(?<![^\s(\[{{„“«\"])'(?=[^\W\d_])")
_ONE_LETTER_WORD = re.compile(rf"{_ADDRESS}|(?<![^\s(\[{{„«“‚\"–—])([aiouwzAIOUWZ]) (?=\S)")
_NUMBER_AND_WORD = re.compile(rf"{_ADDRESS}|(?<=\d) (?=[^\W\d_]|[%‰°€$]|\d{{3}}(?!\d))|\b([Nn]r) (?=\d)")
_DOUBLE_QUOTE = re.compile(rf"{_ADDRESS}|[\"„”“]")
_EMPTY_LINE = re.compile(r"(\n[^\S\n]*\n\s*)")


def typeset(text: str, language: str) -> str:
    """Return the text with the marks that a printer would set; no word is lost or changed.

    Both languages: doubled spaces become one, three dots an ellipsis, two dots one (as when „sp. z o.o.”
    ends a sentence), a hyphen between spaces a dash, straight quotation marks and apostrophes their curved
    kind; quotes within quotes take the language's inner marks. Polish besides: a no-break space after
    one-letter words and between a number and what it counts. A quotation mark without its counterpart is
    left alone, and so are e-mail and web addresses.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language!r}")
    text = _replace(_SPACES, text, lambda match: " ")
    text = _replace(_ELLIPSIS, text, lambda match: "…")
    text = _replace(_DOUBLED_FULL_STOP, text, lambda match: ".")
    text = _replace(_SPACED_HYPHEN, text, lambda match: f"{match[2]}–")
    text = _replace(_APOSTROPHE, text, lambda match: "’")
    text = _replace(_OPENING_APOSTROPHE, text, lambda match: _SINGLE_OPENING[language])
    text = "".join(_curve_quotes(part, language) for part in _EMPTY_LINE.split(text))
    if language == "pl":
        text = _replace(_ONE_LETTER_WORD, text, lambda match: f"{match[2]}{NO_BREAK_SPACE}")
        text = _replace(_NUMBER_AND_WORD, text, lambda match: f"{match[2] or ''}{NO_BREAK_SPACE}")
    return text


def _replace(pattern: re.Pattern[str], text: str, mark: Callable[[re.Match[str]], str]) -> str:
    return pattern.sub(lambda match: match[0] if match["address"] else mark(match), text)


def _curve_quotes(text: str, language: str) -> str:
    """Curve the quotation marks that have a counterpart within the paragraph."""
    characters = list(text)
    open_at: list[int] = []
    for match in _DOUBLE_QUOTE.finditer(text):
        if match["address"]:
            continue
        at = match.start()
        if _opens(text, at):
            open_at.append(at)
        elif open_at and not text[at - 1].isspace():
            start = open_at.pop()
            pair = _QUOTES[language][min(len(open_at), 1)]
            characters[start], characters[at] = pair
    return "".join(characters)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark == "„":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    stands_before_a_word = bool(after) and not after.isspace()
    stands_after_a_gap = not before or before.isspace() or before in _OPENING_NEIGHBOURS + '"'
    return mark != "”" and stands_before_a_word and stands_after_a_gap
