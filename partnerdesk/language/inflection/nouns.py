"""Common nouns of positions and organisations: prezes, właścicielka, zespół, stowarzyszenie.

The patterns are those of Słownik gramatyczny języka polskiego; without the dictionary the lists in
``noun_words`` tell what the endings do not.
"""

import re

from partnerdesk.language.inflection import noun_words as words
from partnerdesk.language.inflection.analyser import COMMON, Analyser
from partnerdesk.language.inflection.declensions import (
    VOWELS,
    adjective,
    feminine,
    masculine,
    neuter,
    soft_stem,
)
from partnerdesk.language.inflection.model import (
    GUESS,
    LIKELY,
    SURE,
    USUAL,
    Case,
    Paradigm,
    Source,
    paradigm,
    unchanged,
)
from partnerdesk.language.inflection.words import weighed

_PERSON = re.compile(
    r"(?:or|ent|ant|arz|erz|nik|ik|yk|er|log|graf|iciel|yciel|ciel|owiec|ista|ysta|yta|ca|ant|eta|ec|ek|as|es|it|ot|dz|el)$"
)


def noun_paradigm(word: str, gender: str, analyser: Analyser | None, *, person: bool) -> Paradigm:
    """Return the declension of a noun given in the nominative, in the letter case that it has.

    ``person`` tells that it names somebody: a man's title has the genitive for its accusative, and a
    woman's title of a man's form stays as it is (Pani Dyrektor).
    """
    lower = word.lower()
    if (lower, gender) in words.SPECIAL:
        forms = words.SPECIAL[lower, gender]
        divided = lower == "sędzia" and gender == "f"
        made = paradigm(lower, *forms, confidence=LIKELY if divided else 0.99, source=Source.POLICY)
        return _cased(made, word)
    if person and gender == "f" and not lower.endswith(("a", "i")):
        return unchanged(word, 0.95, Source.POLICY)
    ruled = _by_rules(lower, gender, person=person)
    found = analyser.lexemes(lower, COMMON, gender) if analyser and gender != "pl" else []
    if analyser and gender == "pl":
        found = analyser.plurals(lower)
    if person and gender == "m":
        found = [lexeme for lexeme in found if lexeme.gender == "m1"] or found
    made = weighed(ruled, found) if found else ruled
    if person and gender == "f" and lower in words.MENS_IN_A:
        doubts = {**made.doubts, Case.VOC: LIKELY}
        made = Paradigm(
            {**made.forms, Case.VOC: (*made.forms[Case.VOC], lower)}, made.confidence, made.source, doubts
        )
    return _cased(made, word)


def _by_rules(word: str, gender: str, *, person: bool) -> Paradigm:
    if word in words.ADJECTIVAL and gender in "mf":
        made = adjective(word, gender, SURE)
        if not word.endswith(("owa", "ężna")):
            return made
        # Księgowa, szefowa, księżna: usage and dictionaries waver between the adjective's and the noun's.
        vocative = f"{word[:-1]}o"
        both = (word, vocative) if word.endswith("ęgowa") else (vocative, word)
        return Paradigm({**made.forms, Case.VOC: both}, SURE, doubts={Case.VOC: LIKELY})
    if gender == "f":
        return _feminine(word)
    if gender == "n":
        return _neuter(word)
    if gender == "pl":
        return _plural(word)
    if word.endswith("a"):
        return feminine(word, USUAL, latin=word.endswith(("lia", "ria")))
    if word[-1:] in VOWELS:
        return adjective(word, "m", GUESS) if word.endswith(("y", "i")) else unchanged(word, GUESS)
    return _masculine(word, person=person)


def _masculine(word: str, *, person: bool) -> Paradigm:
    stem = words.STEMS.get(word) or _stem(word)
    known = word in words.STEMS or word in words.THINGS or word in words.PEOPLE
    thing = word in words.THINGS or not (person or word in words.PEOPLE or _PERSON.search(word))
    confidence = SURE if known or (person and _PERSON.search(word)) else USUAL if person else GUESS
    made = masculine(word, stem, confidence)
    forms = dict(made.forms)
    if thing:
        genitive = f"{stem}a" if word in words.THINGS_A else f"{stem}u"
        forms[Case.GEN] = (genitive,) if known else (genitive, f"{stem}a")
        forms[Case.ACC] = (word,)
    if word == "dom":
        forms[Case.LOC] = forms[Case.VOC] = ("domu",)
    if word == "kościół":
        forms[Case.LOC] = forms[Case.VOC] = ("kościele",)
    if re.search(r"[^o]wiec$|piec$", word):
        forms[Case.VOC] = (f"{stem[:-1]}cze", f"{stem}u")
    return Paradigm(forms, confidence, doubts={Case.VOC: LIKELY} if word.endswith("ec") else {})


def _stem(word: str) -> str:
    if re.search(f"[{VOWELS}].*[^{VOWELS}]ek$", word):
        return f"{word[:-2]}k"
    if word.endswith("iec"):
        return f"{word[:-3]}c".replace("nc", "ńc") if word.endswith("niec") else f"{word[:-3]}c"
    return soft_stem(word)


def _feminine(word: str) -> Paradigm:
    if word.endswith("ni"):
        return paradigm(word, word, word, f"{word}ę", f"{word}ą", word, word, confidence=SURE)
    if word.endswith("a"):
        native = re.search(r"(?:[^aeioy]n|dz|[szc])ia$|ziemia$", word)
        return feminine(word, SURE, latin=word.endswith("ia") and not native)
    if word.endswith("ść"):
        stem = f"{word[:-2]}ści"
        return paradigm(word, stem, stem, word, f"{stem}ą", stem, stem, confidence=SURE)
    if re.search(r"[cszżj]$", word) and not word.endswith(("dź", "ź")):
        ending = "i" if word.endswith("j") else "y"
        form = f"{word[:-1] if ending == 'i' else word}{ending}"
        return paradigm(word, form, form, word, f"{word}ą", form, form, confidence=GUESS)
    stem = soft_stem(word) if soft_stem(word) != word else f"{word}i"
    return paradigm(word, stem, stem, word, f"{stem}ą", stem, stem, confidence=GUESS)


def _neuter(word: str) -> Paradigm:
    if word.endswith("um"):
        return unchanged(word, SURE)
    if word.endswith(("o", "e")):
        return neuter(word, SURE if re.search(r"(?:nie|cie|stwo|ztwo|dło|ro|[lk]o|io|sko)$", word) else USUAL)
    return unchanged(word, GUESS)


def _plural(word: str) -> Paradigm:
    """Return a plural by its ending; the genitive is a guess."""
    stem = word[:-1]
    if word.endswith("i") and stem[-1:] not in "kg":
        stem = word
    return paradigm(
        word,
        f"{stem}ów|{stem}",
        f"{stem}om",
        word,
        f"{stem}ami",
        f"{stem}ach",
        word,
        confidence=GUESS,
    )


def adjective_paradigm(word: str, gender: str, confidence: float) -> Paradigm:
    """Return the declension of an adjective in the letter case that it has."""
    return _cased(adjective(word.lower(), gender, confidence), word)


_LAST = {"m": "yi", "f": "a", "n": "e", "pl": "eyi"}
_OBVIOUS = {
    "m": re.compile(r"(?:[aeiyo]ln|czn|jn|wn|żn|łn|mn|nn|ow|jąc|ąc|cz|sz|rn|dn)y$|(?:sk|ck|dzk)i$"),
    "f": re.compile(r"(?:[aeiyo]ln|czn|jn|wn|żn|łn|mn|nn|ow|sk|ck|dzk|jąc|ąc|cz|sz|rn|dn)a$"),
    "n": re.compile(r"(?:n|ow|ski|cki|dzki|jąc|ąc|cz|sz)e$"),
    "pl": re.compile(r"(?:n|ow|ski|cki|dzki|jąc|ąc|cz)e$|(?:scy|ccy|ący|owi|alni|yczni)$"),
}


def is_adjective(word: str, gender: str, analyser: Analyser | None) -> bool:
    """Tell whether a word can be an adjective in the nominative of that gender."""
    lower = word.lower()
    if analyser:
        return analyser.reads_as(lower, "adj", "nom", gender)
    if lower in words.NO_ADJECTIVES:
        return False
    frequent = lower[-1:] in _LAST[gender] and lower[:-1].rstrip("i") in words.ADJECTIVE_STEMS
    return frequent or bool(_OBVIOUS[gender].search(lower))


def is_noun(word: str, gender: str, analyser: Analyser | None) -> bool:
    """Tell whether a word can be a common noun in the nominative of that gender."""
    lower = word.lower()
    if (lower, gender) in words.SPECIAL or lower in words.ADJECTIVAL:
        return True
    if analyser:
        return analyser.reads_as(lower, "subst", "nom", gender)
    if gender == "m":
        return bool(_PERSON.search(lower)) or lower in words.THINGS or lower in words.STEMS
    if gender == "f" and lower in words.FEMININE_CONSONANTS:
        return True
    return bool(re.search({"f": r"(?:a|ni|ść)$", "n": r"(?:o|e|um)$", "pl": r"[yieia]$"}[gender], lower))


def _cased(made: Paradigm, word: str) -> Paradigm:
    """Give the forms the letter case of the word: Prezes, PREZES."""
    if not word[:1].isupper():
        return made
    change = _capitals if word.isupper() and len(word) > 1 else _capital
    forms = {case: tuple(change(form) for form in variants) for case, variants in made.forms.items()}
    return Paradigm(forms, made.confidence, made.source, made.doubts)


def _capitals(text: str) -> str:
    return text.upper()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
