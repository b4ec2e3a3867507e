"""One part of a name as it is typed: double names, names in the plural, capitals, apostrophes."""

import re

from partnerdesk.language.inflection.analyser import Analyser
from partnerdesk.language.inflection.declensions import plural_adjective
from partnerdesk.language.inflection.model import (
    Case,
    Inflection,
    Kind,
    Paradigm,
    Source,
    paradigm,
    unchanged,
)
from partnerdesk.language.inflection.person_words import ARMS, PARTICLES
from partnerdesk.language.inflection.phrases import joined
from partnerdesk.language.inflection.words import name_paradigm

_ONE_LETTER = re.compile(r"^[^\W\d_]\.?$")


def inflect_name(text: str, case: Case, kind: Kind, gender: str, analyser: Analyser | None) -> Inflection:
    """Return a first name, surname or patronymic in a case; each part of a double one by itself."""
    words = text.split()
    if len(words) > 1:
        if kind is Kind.LAST:
            return joined([_word(word, case, kind, gender, analyser) for word in words])
        return joined([inflect_name(word, case, kind, gender, analyser) for word in words])
    return _word(text.strip(), case, kind, gender, analyser)


def _word(word: str, case: Case, kind: Kind, gender: str, analyser: Analyser | None) -> Inflection:
    if _ONE_LETTER.match(word) or word.lower() in PARTICLES:
        return Inflection(word, 0.97, Source.POLICY)
    parts = word.split("-")
    if len(parts) == 1:
        return _part(word, case, kind, gender, analyser)
    pieces = [_part(part, case, kind, gender, analyser) for part in parts if part]
    if len(pieces) != len(parts):
        return Inflection(word, 0.3, Source.UNCHANGED)
    made = joined(pieces, "-")
    if kind is Kind.LAST and gender != "f":
        whole = "-".join([parts[0], *(piece.form for piece in pieces[1:])])
        if parts[0].lower() in ARMS:
            return Inflection(made.form, min(made.confidence, 0.7), made.source, (whole, *made.alternatives))
    return made


def _part(word: str, case: Case, kind: Kind, gender: str, analyser: Analyser | None) -> Inflection:
    if not word or not all(mark.isalpha() or mark in "'’`" for mark in word):
        return Inflection(word, 0.3, Source.UNCHANGED)
    word = word.replace("’", "'")
    shape = str.upper if word.isupper() and len(word) > 2 else None
    plain = _tidied(word)
    if gender == "pl":
        made = _plural(plain, kind)
    elif gender == "n":
        made = unchanged(plain, 0.5, Source.UNCHANGED)
    else:
        made = name_paradigm(plain, kind, gender, analyser)
    result = made.inflection(case)
    if not shape:
        return result
    return Inflection(
        shape(result.form), result.confidence, result.source, tuple(map(shape, result.alternatives))
    )


def _tidied(word: str) -> str:
    """Return a word that is all small or all capital letters with a capital at its beginning."""
    if word.islower() or (word.isupper() and len(word) > 1):
        return word[:1].upper() + word[1:].lower()
    return word


def _plural(word: str, kind: Kind) -> Paradigm:
    """Return the declension of a family's name: Kowalscy, Kowalskich; Nowakowie, Nowaków."""
    lower = word.lower()
    if kind is not Kind.LAST:
        return unchanged(word, 0.5, Source.UNCHANGED)
    if lower.endswith(("scy", "ccy", "dzcy")):
        return plural_adjective(word, 0.93)
    if lower.endswith("owie"):
        stem = word[:-4]
        return paradigm(
            word,
            f"{stem}ów",
            f"{stem}om",
            f"{stem}ów",
            f"{stem}ami",
            f"{stem}ach",
            word,
            confidence=0.93,
        )
    if lower.endswith(("ni", "li", "wi", "rzy", "ci", "dzi", "mi")):
        return plural_adjective(word, 0.7)
    if lower.endswith("icze"):
        stem = word[:-1]
        return paradigm(
            word, f"{stem}ów", f"{stem}om", f"{stem}ów", f"{stem}ami", f"{stem}ach", word, confidence=0.88
        )
    return unchanged(word, 0.6, Source.UNCHANGED)
