"""The declensions that Polish names and nouns follow, once their stem is known.

After "Zasady pisowni i interpunkcji" of Wielki słownik ortograficzny PWN, the sections on the inflection of
first names and surnames, and the tables of Słownik gramatyczny języka polskiego.
"""

import re

from partnerdesk.language.inflection.model import Case, Paradigm, paradigm

# What a hard consonant turns into before -e: „o Robercie”, „Annie”; the longest first.
_BEFORE_E = (
    ("ch", "sz"),
    ("łł", "ll"),
    ("sł", "śl"),
    ("zł", "źl"),
    ("st", "ści"),
    ("zd", "ździ"),
    ("sn", "śni"),
    ("zn", "źni"),
    ("tt", "tci"),
    ("ł", "l"),
    ("rr", "rz"),
    ("r", "rz"),
    ("t", "ci"),
    ("d", "dzi"),
    ("k", "c"),
    ("g", "dz"),
    ("h", "sz"),
)
_TO_SOFT = {"ń": "ni", "ś": "si", "ć": "ci", "ź": "zi"}
# Consonants after which the locative of men is -u and the genitive of women -y or -i.
_SOFTENED = re.compile(r"(?:sz|cz|rz|dz|sch|sh|[żcljšžčşç])$", re.IGNORECASE)
_FOREIGN_Z = re.compile(r"(?:[lnt]z|cs)$", re.IGNORECASE)
_FOREIGN_Z = re.compile(r"(?:[lnt]z|cs)$", re.IGNORECASE)
_VELAR = re.compile(r"[kgq]$", re.IGNORECASE)
VOWELS = "aeiouyąęóáéíúýöüäåøæôêèàâîëïùûőűıœ"


def before_e(stem: str) -> str:
    """Return the stem as it stands before the -e of the locative, and of the dative of women."""
    for old, new in _BEFORE_E:
        if stem.lower().endswith(old):
            return stem[: -len(old)] + new
    if stem[-1:].lower() in "lj" or _SOFTENED.search(stem):
        return stem
    return stem + "i"


def masculine(
    nominative: str,
    stem: str,
    confidence: float,
    *,
    vocative: str = "",
    locative: str = "",
    doubts: dict[Case, float] | None = None,
) -> Paradigm:
    """Return the declension of a man's name with a consonant at the end of its stem, or a soft -i-."""
    soft = stem[-1:].lower() == "i"
    if not locative:
        changed = _VELAR.search(stem) or _SOFTENED.search(stem) or _FOREIGN_Z.search(stem)
        with_u = soft or changed or stem[-1:].lower() in "hy" + VOWELS
        locative = f"{stem}u" if with_u else f"{before_e(stem)}e"
    instrumental = f"{stem}iem" if _VELAR.search(stem) else f"{stem}em"
    return paradigm(
        nominative,
        f"{stem}a",
        f"{stem}owi",
        f"{stem}a",
        instrumental,
        locative,
        vocative or locative,
        confidence=confidence,
        doubts=doubts,
    )


def soft_stem(word: str) -> str:
    """Return the stem of a word in -ń, -ś, -ć or -ź with the -i- that marks softness; others as they are."""
    last = word[-1:].lower()
    return word[:-1] + _TO_SOFT[last] if last in _TO_SOFT else word


def feminine(
    word: str, confidence: float, *, vocative: str = "o", latin: bool = False, doubt: float = 1.0
) -> Paradigm:
    """Return the declension of a name in -a, a man's or a woman's.

    ``latin`` tells of -ia taken from other languages (Maria, Marii) from the native one (Kasia, Kasi);
    ``vocative`` is its ending, -o or, of pet names, -u. ``doubt`` is the confidence of dative and locative.
    """
    stem = word[:-1]
    end = stem[-1:].lower()
    before = stem[-2:-1].lower()
    if end == "i":
        genitive = dative = f"{stem}i" if latin else stem
    elif end == "j":
        genitive = dative = f"{stem[:-1]}i" if before in VOWELS and before else f"{stem}i"
    elif end == "l" or (end and end in VOWELS):
        genitive = dative = f"{stem}i"
    elif _VELAR.search(stem):
        genitive, dative = f"{stem}i", f"{before_e(stem)}e"
    elif _SOFTENED.search(stem):
        genitive = dative = f"{stem}y"
    else:
        genitive, dative = f"{stem}y", f"{before_e(stem)}e"
    return paradigm(
        word,
        genitive,
        dative,
        f"{stem}ę",
        f"{stem}ą",
        dative,
        f"{stem}{vocative}",
        confidence=confidence,
        doubts={Case.DAT: doubt, Case.LOC: doubt} if doubt < 1 else None,
    )


def adjectival_masculine(word: str, stem: str, confidence: float, *, mark: str = "") -> Paradigm:
    """Return the declension of an adjective as a man's name: Kowalski, Jerzy, and with ``mark`` Tony'ego."""
    high = "im" if stem[-1:].lower() == "i" or word[-1:].lower() in "ií" else "ym"
    short = stem[:-1] if stem[-1:].lower() == "i" else stem
    genitive = f"{stem}{mark}ego"
    return paradigm(
        word,
        genitive,
        f"{stem}{mark}emu",
        genitive,
        f"{short}{high}",
        f"{short}{high}",
        word,
        confidence=confidence,
    )


def adjective_in_e(word: str, stem: str, confidence: float) -> Paradigm:
    """Return the declension of a man's name in a sounded -e: Linde, Lindego, Lindem."""
    genitive = f"{stem}ego"
    return paradigm(
        word,
        genitive,
        f"{stem}emu",
        genitive,
        f"{stem}em",
        f"{stem}em",
        word,
        confidence=confidence,
    )


def adjectival_feminine(word: str, confidence: float) -> Paradigm:
    """Return the declension of an adjective in -a as a woman's name: Kowalska, Kowalskiej, Kowalską."""
    stem = word[:-1]
    genitive = f"{stem}iej" if stem[-1:].lower() in "kg" else f"{stem}ej"
    accusative = f"{stem}ą"
    return paradigm(word, genitive, genitive, accusative, accusative, genitive, word, confidence=confidence)


def neuter(word: str, confidence: float) -> Paradigm:
    """Return the declension of a noun in -o or -e: stowarzyszenie, biuro."""
    stem = word[:-1]
    end = stem[-1:].lower()
    if word[-1].lower() == "e":
        hard = stem[:-1] if end == "i" else stem
        locative = f"{hard}iu" if end == "i" else f"{stem}u"
    elif _VELAR.search(stem) or _SOFTENED.search(stem) or end in "h" + VOWELS:
        locative = f"{stem}u"
    else:
        locative = f"{before_e(stem)}e"
    instrumental = f"{stem}iem" if end in "kg" else f"{stem}em"
    return paradigm(word, f"{stem}a", f"{stem}u", word, instrumental, locative, word, confidence=confidence)


def adjective(word: str, gender: str, confidence: float) -> Paradigm:
    """Return the declension of an adjective that stands by a noun, from its nominative in that gender."""
    if gender == "f":
        return adjectival_feminine(word, confidence)
    if gender == "pl":
        return plural_adjective(word, confidence)
    stem = word[:-1]
    if gender == "m":
        base = f"{stem}i" if word[-1].lower() == "i" else stem
        return adjectival_masculine(word, base, confidence)
    forms = adjectival_masculine(word, stem, confidence).forms
    high = f"{stem}m" if stem[-1:].lower() == "i" else f"{stem}ym"
    if stem[-2:].lower() in ("ki", "gi"):
        high = f"{stem}m"
    return paradigm(
        word,
        forms[Case.GEN][0],
        forms[Case.DAT][0],
        word,
        high,
        high,
        word,
        confidence=confidence,
    )


# How adjectives end of several people, and in which consonant the stem does: Kowalscy, Kowalskich.
_OF_PEOPLE = (
    ("scy", "sk"),
    ("ccy", "ck"),
    ("zcy", "zk"),
    ("dzy", "g"),
    ("rzy", "r"),
    ("dzi", "d"),
    ("ci", "t"),
    ("ni", "n"),
    ("li", "ł"),
    ("wi", "w"),
    ("mi", "m"),
    ("cy", "c"),
)


def plural_adjective(word: str, confidence: float) -> Paradigm:
    """Return the declension of an adjective in the plural: Kowalscy, handlowe, polskie."""
    lower = word.lower()
    of_people = lower[-1:] in "iy"
    stem = word[:-1]
    if of_people:
        for ending, replacement in _OF_PEOPLE:
            if lower.endswith(ending):
                stem = word[: -len(ending)] + replacement
                break
    stem = stem.removesuffix("i")
    long = f"{stem}i" if stem[-1:].lower() in "kg" else f"{stem}y"
    accusative = f"{long}ch" if of_people else word
    return paradigm(
        word, f"{long}ch", f"{long}m", accusative, f"{long}mi", f"{long}ch", word, confidence=confidence
    )
