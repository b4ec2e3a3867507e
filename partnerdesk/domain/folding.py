"""Folded text for searching and Polish alphabetical order."""

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
# Position of each Polish letter with a mark behind its base letter (PN-80/N-01223; CLDR "pl").
_POLISH_RANK = {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z"}
_SECOND_AFTER_BASE = {"ż"}
_WORDS = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without diacritics: „Łódź” becomes "lodz", „żółw” "zolw"; white space is kept."""
    if text.isascii():
        return text.lower()
    # Twice, since taking apart may bring out capital letters (The Unicode Standard, D146).
    once = unicodedata.normalize("NFKD", text.casefold())
    decomposed = unicodedata.normalize("NFKD", once.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_WHOLE_LETTERS)


def search_words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits, in order."""
    return _WORDS.findall(fold(text))


def sort_key(text: str) -> str:
    """Text whose plain comparison gives Polish alphabetical order, upper and lower case alike.

    Each Polish letter with a mark sorts behind its base letter (a < ą < b; z < ź < ż); marks foreign to
    Polish are ignored; whatever is no letter or digit sorts before them as one space.
    """
    key = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in _POLISH_RANK:
            key.append(_POLISH_RANK[letter] + ("\ufff1" if letter in _SECOND_AFTER_BASE else "\ufff0"))
        else:
            key.append("".join(part if part.isalnum() else " " for part in fold(letter)))
    return " ".join("".join(key).split())
