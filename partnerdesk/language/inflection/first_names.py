"""The ending rules of first names and patronymics.

After "Zasady pisowni i interpunkcji" of Wielki słownik ortograficzny PWN ("Imiona i nazwiska", native and
foreign); the lists in ``first_name_words`` hold what no ending tells.
"""

import re

from partnerdesk.language.inflection import first_name_words as words
from partnerdesk.language.inflection.declensions import (
    VOWELS,
    adjectival_masculine,
    adjective_in_e,
    feminine,
    masculine,
    soft_stem,
)
from partnerdesk.language.inflection.foreign import foreign_consonant, mute_e
from partnerdesk.language.inflection.model import (
    GUESS,
    LIKELY,
    SURE,
    USUAL,
    Case,
    Paradigm,
    distinct,
    paradigm,
    unchanged,
)

_RESTORED = {"ni": "ń", "si": "ś", "ci": "ć", "zi": "ź", "dzi": "dź"}
_PATRONYMIC = re.compile(r"(?:owicz|ewicz|jicz|ycz|icz|vich|wich|vych|wych|vič)$", re.IGNORECASE)
_PATRONYMIC_F = re.compile(r"(?:owna|ewna|iwna|jiwna|iczna|yczna|ovna|evna|ivna|ichna)$", re.IGNORECASE)


def male_first_name(name: str) -> Paradigm:
    """Return the declension of a man's first name."""
    lower = name.lower()
    if lower in words.SPECIAL_MEN:
        forms = [_cased(name, form) for form in words.SPECIAL_MEN[lower]]
        return paradigm(name, *forms, confidence=SURE if lower in words.SURE_SPECIAL_MEN else LIKELY)
    ending = lower[-1:]
    if ending == "a":
        return _male_in_a(name)
    if ending in "oóò":
        return _male_in_o(name)
    if ending in "iyíý" and not re.search(r"[aeoui]y$|[iy]j$", lower):
        return _male_in_i(name)
    if ending == "e":
        return _male_in_e(name)
    if ending in VOWELS and not re.search(r"[aeoui]y$", lower):
        return unchanged(name, GUESS)
    return _male_in_consonant(name)


def is_divided(name: str) -> bool:
    """Tell whether usage is divided over a man's name, whatever a dictionary says: Max, Maksa and Maxa."""
    lower = name.lower()
    return lower in words.SPECIAL_MEN and lower not in words.SURE_SPECIAL_MEN


def _male_in_consonant(name: str) -> Paradigm:
    lower = name.lower()
    if stem := _fleeting_stem(name):
        return masculine(name, stem, SURE)
    if foreign := foreign_consonant(name):
        return foreign
    if lower.endswith("el") and not lower.endswith("iel"):
        return masculine(name, name, USUAL)
    return masculine(name, soft_stem(name), SURE)


def _fleeting_stem(name: str) -> str:
    """Return the stem of a name whose -e- falls out, as it stands before the endings; empty for others."""
    lower = name.lower()
    if lower in words.STEADY_E:
        return ""
    if lower in words.FLEETING_ER:
        return name[:-2] + "r"
    if found := re.search(r"(?<=\w)(ni|si|dzi|ci|zi)e([kc])$", lower):
        return name[: found.start()] + _RESTORED[found[1]] + found[2]
    if re.search(r"\w[^\W\d_aeiouy](?:ek|eł)$|wiec$", lower) and re.search(f"[{VOWELS}].*e.$", lower):
        return name[:-3] + "wc" if lower.endswith("wiec") else name[:-2] + name[-1]
    return ""


def _male_in_a(name: str) -> Paradigm:
    lower = name.lower()
    if lower == "maria":
        return feminine(name, SURE, latin=True)
    if lower.endswith(("ia", "ya", "oa", "ua", "ea", "ca")):
        if lower.endswith("ea"):
            return feminine(name, LIKELY)
        if lower.endswith("ca"):
            return _with_k(name, LIKELY)
        return feminine(name, GUESS, latin=True)
    vocative = "u" if lower.endswith(("sza", "zia")) or (lower.endswith("la") and len(lower) < 5) else "o"
    known = lower in words.MALE_IN_A
    confidence = SURE if known and vocative == "o" else LIKELY
    return feminine(name, confidence, vocative=vocative, doubt=LIKELY if lower.endswith("ha") else 1)


def _with_k(name: str, confidence: float) -> Paradigm:
    """Return the declension of a foreign name whose -c- before the -a sounds as k: Jessica, Jessiki."""
    stem = name[:-2]
    return paradigm(
        name,
        f"{stem}ki",
        f"{stem}ce",
        f"{name[:-1]}ę",
        f"{name[:-1]}ą",
        f"{stem}ce",
        f"{name[:-1]}o",
        confidence=confidence,
    )


def _male_in_o(name: str) -> Paradigm:
    lower, stem = name.lower(), name[:-1]
    if lower in words.IN_ON:
        return paradigm(
            name,
            f"{stem}ona|{stem}a",
            f"{stem}onowi|{stem}owi",
            f"{stem}ona|{stem}a",
            f"{stem}onem|{stem}em",
            f"{stem}onie",
            f"{name}|{stem}onie",
            confidence=USUAL,
        )
    made = masculine(name, stem, LIKELY, vocative=name)
    forms = dict(made.forms)
    if lower.endswith("co"):
        forms[Case.INS] = (f"{stem[:-1]}kiem", f"{stem}em")
        forms[Case.GEN] = forms[Case.ACC] = (f"{stem}a", f"{stem[:-1]}ka")
    if lower.endswith("io"):
        pet = re.search(r"^.{0,4}[sz]io$|^.{0,3}[ścn]io$", lower)
        forms[Case.VOC] = (f"{stem}u", name) if pet else (name, f"{stem}u")
    if lower.endswith("szko"):
        forms[Case.VOC] = (f"{stem}u", name)
    if lower.endswith("ło"):
        for case, form in zip(Case, feminine(f"{stem}a", 1).forms.values(), strict=True):
            if case is not Case.NOM and form[0] not in forms[case]:
                forms[case] = (*forms[case], form[0])
    sure = bool(re.search(r"(?:[zścns]io|io|rto|[nd]o|ro|szko|eszko)$", lower)) and not lower.endswith("co")
    forms[Case.VOC] = distinct(forms[Case.VOC])
    doubts: dict[Case, float] = {Case.LOC: LIKELY} if sure else dict.fromkeys(Case, LIKELY)
    # The nominative is a good vocative of most of them, whatever else is in use.
    doubts[Case.VOC] = LIKELY if re.search(r"(?:ko|llo)$|^.{0,4}[sz]io$|^.{0,3}[ścn]io$", lower) else USUAL
    return Paradigm(forms, USUAL, doubts=doubts)


def _male_in_i(name: str) -> Paradigm:
    lower = name.lower()
    if lower in words.ENGLISH_Y:
        return _tony(name)
    if lower in words.ADJECTIVES:
        stem = name[:-1] if lower.endswith(("y", "li")) else name
        return adjectival_masculine(name, stem, SURE)
    if lower.endswith("y"):
        confidence = USUAL if lower.endswith(("rzy", "acy", "ucy", "nty", "icy")) else GUESS
        made = adjectival_masculine(name, name[:-1], confidence)
        other = _tony(name)
        return Paradigm({case: (*made.forms[case], *other.forms[case]) for case in Case}, confidence)
    if lower.endswith(("ii", "ai", "ei")):
        return _in_ii(name)
    stem = name[:-1] if lower.endswith("li") else name
    return adjectival_masculine(name, stem, USUAL if lower.endswith(("li", "ni", "ri", "ti")) else LIKELY)


def _tony(name: str) -> Paradigm:
    stem = name[:-1]
    return paradigm(
        name,
        f"{name}'ego",
        f"{name}'emu",
        f"{name}'ego",
        f"{stem}ym",
        f"{stem}ym",
        name,
        confidence=USUAL,
    )


def _in_ii(name: str) -> Paradigm:
    """Return the declension of an East Slavic name that English spells: Serhii, Nikolai, as if Serhij."""
    made = masculine(name, f"{name[:-1]}j", GUESS)
    other = masculine(name, name, GUESS)
    return Paradigm({case: (*made.forms[case], *other.forms[case]) for case in Case}, GUESS)


def _male_in_e(name: str) -> Paradigm:
    lower = name.lower()
    if lower in words.MUTE_E:
        return mute_e(name, USUAL)
    if lower.endswith("ie"):
        return adjective_in_e(name, name[:-1], LIKELY)
    likely = lower.endswith(("te", "ppe", "ne", "we", "re"))
    return adjective_in_e(name, name[:-1], LIKELY if likely else GUESS)


def female_first_name(name: str) -> Paradigm:
    """Return the declension of a woman's first name; those without -a have one form."""
    lower = name.lower()
    if not lower.endswith(("a", "á")):
        known = lower in words.FEMALE_WITHOUT_A or lower.endswith(("th", "ette", "elle", "ine", "ie"))
        return unchanged(name, SURE if known else USUAL)
    if lower.endswith("ia"):
        return _female_in_ia(name)
    if lower.endswith("ca") and lower not in words.SOUNDED_C:
        return _with_k(name, USUAL if lower.endswith(("ica", "nca", "sca", "cca", "eca")) else GUESS)
    if lower.endswith("iya"):
        made, polish = feminine(name, GUESS), feminine(f"{name[:-2]}a", GUESS, latin=True)
        forms = dict(made.forms)
        for case in (Case.GEN, Case.DAT, Case.LOC):
            forms[case] = (*polish.forms[case], *made.forms[case])
        return Paradigm(forms, GUESS)
    if lower.endswith(("ya", "oa", "ua", "ea", "aa")):
        return feminine(name, LIKELY if lower.endswith("ea") else GUESS)
    if lower.endswith(("ija", "yja")):
        return feminine(name, GUESS)
    if lower.endswith(("tha", "cha", "ha", "xa", "ca")) and not lower.endswith("sha"):
        return feminine(name, LIKELY, doubt=GUESS)
    vocative, sure = _female_vocative(lower)
    made = feminine(name, SURE, vocative=vocative)
    return made if sure else Paradigm(made.forms, made.confidence, doubts={Case.VOC: LIKELY})


def _female_vocative(lower: str) -> tuple[str, bool]:
    if lower in words.SPECIAL_VOCATIVE:
        return words.SPECIAL_VOCATIVE[lower], True
    pet = re.search(r"^[kmrg]aja$|^(?:[hfmnjltbu]?[aeou]|li)la$", lower)
    return ("u" if pet else "o"), lower not in words.DIVIDED_VOCATIVE


def _female_in_ia(name: str) -> Paradigm:
    lower = name.lower()
    if lower.endswith("iia"):
        return feminine(name, LIKELY)
    latin = not re.search(r"(?:[sczn]ia)$", lower) or lower in words.FEMALE_LATIN_SIA
    if re.search(r"\w{3}[aeio]nia$|\w{2}[iu]cia$|[fpv]ania$", lower):
        latin = True
    vocative, sure = _female_vocative(lower)
    if not latin and lower not in words.SPECIAL_VOCATIVE:
        vocative = "u"
    return feminine(name, SURE if sure else LIKELY, latin=latin, vocative=vocative)


def patronymic(name: str, gender: str) -> Paradigm:
    """Return the declension of a patronymic: Iwanowicz, Iwanowicza; Iwanowna, Iwanowny."""
    if gender == "f":
        known = _PATRONYMIC_F.search(name)
        return feminine(name, SURE if known else LIKELY) if name.endswith("a") else unchanged(name, LIKELY)
    if name.lower().endswith("a"):
        return feminine(name, LIKELY)
    known = _PATRONYMIC.search(name)
    return masculine(name, soft_stem(name), SURE if known else LIKELY)


def is_patronymic(word: str, gender: str) -> bool:
    """Tell whether a word between first name and surname looks like a patronymic."""
    return bool((_PATRONYMIC_F if gender == "f" else _PATRONYMIC).search(word))


def _cased(name: str, form: str) -> str:
    """Return the forms of a listed name with the spelling of the name itself."""
    return "|".join(part.upper() if name.isupper() and len(name) > 1 else part for part in form.split("|"))
