"""The ending rules of surnames.

After Wielki słownik ortograficzny PWN, "Zasady pisowni i interpunkcji", the sections on surnames: a man's is
declined whenever a pattern fits its ending, a woman's only in -a.
"""

import re

from partnerdesk.language.inflection import surname_words as words
from partnerdesk.language.inflection.declensions import (
    VOWELS,
    adjectival_feminine,
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
    unchanged,
)

_RESTORED = {"ni": "ń", "si": "ś", "ci": "ć", "zi": "ź", "dzi": "dź"}
_ADJECTIVAL_Y = re.compile(r"(?:[nwłrtmdszcbpżg]|cz|sz|ch)[yý]$")
# Endings that are French or English rather than German or Italian.
_MUTE = re.compile(
    r"(?:[vtbd]re|lle|tte|nne|que|ai?re|oire|ore|a[cd]e|[aei]nce|(?:[^aeiou][aiou]|oo|ee|ea|oa)[dfgklmnprstvz]e)$"
)
# Consonants that neither change nor hide a fleeting vowel.
_PLAIN = re.compile(
    r"(?:ak|ik|yk|uk|[iy]cz|[ae]rz|as|[ayi]sz|oń|aj|[aoiy]n|ow|[aouy]r|[iua]t|st|sz|cz|[bdfhkłmnprstwzv])$"
)
_ITALIAN_O = re.compile(
    r"(?:szabo|[ae]no|ino|ello|etto|elli|ucco|acco|azzo|izzo|usso|asso|esto|anto|alvo|aro|ero|oro)$"
)


def male_surname(name: str) -> Paradigm:
    """Return the declension of a man's surname; its vocative is the nominative, which is always polite."""
    made = _with_nominative(name, _male(name))
    return Paradigm(made.forms, LIKELY) if is_divided(name) else made


def female_surname(name: str) -> Paradigm:
    """Return the declension of a woman's surname; only those in -a have more than one form."""
    return _with_nominative(name, _female(name))


def is_divided(name: str) -> bool:
    """Tell whether usage is divided over a man's surname, whatever a dictionary says: Hrabi and Hrabiego."""
    return name.lower() in words.DIVIDED


def _with_nominative(name: str, made: Paradigm) -> Paradigm:
    forms = {**made.forms, Case.VOC: distinct((name, *made.forms[Case.VOC]))}
    if len(forms[Case.VOC]) == 1:
        return Paradigm(forms, made.confidence, made.source, {**made.doubts, Case.VOC: made.confidence})
    return Paradigm(
        forms, made.confidence, made.source, {**made.doubts, Case.VOC: min(made.confidence, LIKELY)}
    )


def _female(name: str) -> Paradigm:
    lower = name.lower()
    if not lower.endswith(("a", "á")):
        return unchanged(name, SURE)
    if re.search(r"(?:sk|ck|dzk)a$", lower):
        return _female_in_ska(name)
    if lower.endswith("á"):
        return adjectival_feminine(name, USUAL)
    if lower in words.ADJECTIVES_F:
        return _either(adjectival_feminine(name, LIKELY), feminine(name, LIKELY))
    if lower.endswith(("owa", "ewa", "ova", "eva")) and lower not in words.NOUNS_F:
        return adjectival_feminine(name, USUAL if len(lower) > 6 else LIKELY)
    if lower.endswith(("aja", "skaya")):
        return feminine(name, GUESS)
    if lower.endswith("owata"):
        return adjectival_feminine(name, USUAL)
    if re.search(r"(?:[kgdtrwvlhbnpmszjcż]ina|[dtnszrlbcj]yna)$", lower):
        made = feminine(name, LIKELY)
        return _either(made, adjectival_feminine(name, LIKELY)) if len(lower) > 6 else made
    if re.search(r"(?:[^\W\daeiouyąęó]n|[^\W\daeiouyąęós]ł)a$", lower) and not lower.endswith("ówna"):
        noun, adjective = _in_a(name), adjectival_feminine(name, GUESS)
        likely = re.search(r"(?:cz|ż|l|d|t|n|j)na$", lower)
        return _either(adjective, noun) if likely else _either(noun, adjective)
    return _in_a(name)


def _female_in_ska(name: str) -> Paradigm:
    """Return the declension of an adjective (Kowalska), or of a short noun that looks like one (Loska)."""
    adjectival, noun = adjectival_feminine(name, LIKELY), feminine(name, LIKELY)
    sure = re.search(
        r"(?:[^\W\daeiouyąęó]ska|[^\W\d_]{3}[aeiy]cka|[^\W\d_]{3}dzka)$|^(?:zalu|za|po|pod)ska$", name.lower()
    )
    if sure:
        return adjectival_feminine(name, SURE)
    return _either(adjectival, noun)


def _either(first: Paradigm, second: Paradigm) -> Paradigm:
    forms = {case: distinct((*first.forms[case], *second.forms[case])) for case in Case}
    return Paradigm(forms, min(first.confidence, second.confidence))


def _male(name: str) -> Paradigm:
    lower = name.lower()
    if lower in words.STEMS:
        return _listed(name)
    if lower.endswith(("a", "á")):
        return _in_a(name)
    if lower.endswith(("o", "ó", "ò", "ø")):
        return _in_o(name)
    if lower.endswith("e"):
        return _in_e(name)
    if re.search(r"[aeou]y$", lower):
        return masculine(name, name, USUAL)
    if lower.endswith("gy"):
        return masculine(name, name, GUESS)
    if lower.endswith(("i", "í")):
        return _in_i(name)
    if lower.endswith(("y", "ý")):
        return _in_y(name)
    if lower[-1:] in VOWELS:
        return unchanged(name, USUAL if lower.endswith("eau") else LIKELY if lower.endswith("u") else GUESS)
    return _in_consonant(name)


def _listed(name: str) -> Paradigm:
    lower = name.lower()
    made = [masculine(name, name[0] + stem[1:], SURE) for stem in words.STEMS[lower].split("|")]
    if len(made) == 1:
        return made[0]
    return Paradigm(_either(made[0], made[1]).forms, LIKELY)


def _in_a(name: str) -> Paradigm:
    lower = name.lower()
    if lower.endswith("ia"):
        latin = not re.search(r"(?:[śźćńsznc]|[bpwm])ia$", lower) or bool(re.search(r"[rnlc]cia$", lower))
        sure = re.search(r"[sznc]ia$", lower) and not lower.endswith(("rcia", "ncia", "scia", "onia"))
        return feminine(name, USUAL if sure else GUESS, latin=latin)
    if re.search(r"[eiourn]ca$", lower):
        return feminine(name, USUAL if lower in words.IN_CA else LIKELY)
    if lower.endswith(("ya", "oa", "ua", "ea", "aa", "xa", "tha", "gha", "qua")):
        return feminine(name, GUESS)
    if lower.endswith("ha") and not lower.endswith("cha"):
        return _with_h(name)
    if lower.endswith(("ija", "yja", "gna")):
        return feminine(name, LIKELY)
    if lower.endswith("rza") and re.search(r"[aeo]rza$", lower):
        return feminine(name, LIKELY)
    return feminine(name.replace("á", "a") if name.endswith("á") else name, USUAL)


def _with_h(name: str) -> Paradigm:
    made = feminine(name, LIKELY)
    voiced = f"{name[:-2]}że"
    forms = dict(made.forms)
    for case in (Case.DAT, Case.LOC):
        forms[case] = (voiced, *forms[case]) if name.lower().endswith("eha") else (*forms[case], voiced)
    return Paradigm(forms, LIKELY, doubts={Case.DAT: GUESS, Case.LOC: GUESS})


def _in_o(name: str) -> Paradigm:
    lower, stem = name.lower(), name[:-1]
    if not lower.endswith("o"):
        return unchanged(name, GUESS)
    if lower.endswith(("ko", "ło")):
        return feminine(f"{stem}a", USUAL).__class__(
            {**feminine(f"{stem}a", USUAL).forms, Case.NOM: (name,), Case.VOC: (name,)}, USUAL
        )
    as_a = feminine(f"{stem}a", LIKELY)
    as_a = Paradigm({**as_a.forms, Case.NOM: (name,), Case.VOC: (name,)}, LIKELY)
    as_man = masculine(name, stem, LIKELY, vocative=name)
    if lower.endswith("co"):
        as_man = Paradigm({**as_man.forms, Case.INS: (f"{stem[:-1]}kiem",)}, LIKELY)
    if re.search(r"(?:[śźćńsznc]i|[jżl]|sz|cz|rz|ch|dz)o$", lower) and not lower.endswith("llo"):
        return Paradigm(as_man.forms, USUAL if re.search(r"[sznc]io$", lower) else LIKELY)
    if _ITALIAN_O.search(lower) or lower.endswith(("io", "eo", "go")):
        return Paradigm(_either(as_man, as_a).forms, LIKELY if lower.endswith("io") else GUESS)
    return Paradigm(
        _either(as_a, as_man).forms, LIKELY if re.search(r"[^\W\d_aeiouy][rntd]o$", lower) else GUESS
    )


def _in_e(name: str) -> Paradigm:
    lower = name.lower()
    if lower in words.MUTE_E:
        return mute_e(name, USUAL)
    if lower in words.SOUNDED_E or lower.endswith(("tzke", "dtke", "tsche", "adze", "wicke", "schke")):
        return adjective_in_e(name, name[:-1], USUAL)
    sounded = adjective_in_e(name, name[:-1], GUESS)
    mute = mute_e(name, GUESS)
    if _MUTE.search(lower):
        return Paradigm(_either(mute, sounded).forms, GUESS)
    return Paradigm(_either(sounded, mute).forms, GUESS)


def _in_i(name: str) -> Paradigm:
    lower = name.lower()
    if re.search(r"[sc]ki$|dzki$", lower):
        return adjectival_masculine(name, name, SURE)
    if lower.endswith(("ii", "yi")):
        polish = adjectival_masculine(name, re.sub(r"[iy]+$", "i", name), GUESS)
        return _either(polish, adjectival_masculine(name, name, GUESS))
    stem = name[:-1] if lower.endswith(("li", "rí", "í")) else name
    return adjectival_masculine(name, stem, USUAL if re.search(r"(?:[^\W\d_aeiouyj])i$", lower) else GUESS)


def _in_y(name: str) -> Paradigm:
    lower = name.lower()
    stem = name[:-1]
    if lower in words.ENGLISH_Y:
        return _with_apostrophe(name, USUAL)
    if lower.endswith("ý"):
        return adjectival_masculine(name, stem, LIKELY)
    if lower.endswith(("sky", "cky", "tzky", "zky", "iy", "yy")):
        polish = adjectival_masculine(name, re.sub(r"[iy]+$", "i", name), GUESS)
        return Paradigm(_either(polish, _with_apostrophe(name)).forms, GUESS)
    if lower.endswith(("dy", "ry", "ty", "fy", "ky", "lly", "ly", "gy", "hy", "by", "py", "my")):
        native = re.search(r"(?:[tl]owaty|[aeio]ty|sty|ory|ary|bry|ury|dy|chy|by|ry)$", lower)
        made = adjectival_masculine(name, stem, LIKELY)
        return made if native else Paradigm(_either(made, _with_apostrophe(name)).forms, GUESS)
    sure = _ADJECTIVAL_Y.search(lower) and not re.search(r"[^ąb]cy$", lower)
    return adjectival_masculine(name, stem, USUAL if sure else LIKELY)


def _with_apostrophe(name: str, confidence: float = GUESS) -> Paradigm:
    made = adjectival_masculine(name, name, confidence, mark="'")
    short = (f"{name[:-1]}ym",)
    return Paradigm({**made.forms, Case.INS: short, Case.LOC: short}, confidence)


def _in_consonant(name: str) -> Paradigm:
    lower = name.lower()
    if foreign := foreign_consonant(name):
        return foreign
    if lower.endswith(("ych", "ich")):
        made = masculine(name, name, GUESS)
        stays = re.search(r"(?:n|ow|k|ł)[iy]ch$", lower)
        return _either(unchanged(name, GUESS), made) if stays else _either(made, unchanged(name, GUESS))
    if re.search(r"[sc]k[iy]j$|yj$", lower):
        stem = f"{name[:-2]}i" if re.search(r"k[iy]j$", lower) else name[:-2]
        return adjectival_masculine(name, stem, LIKELY)
    if lower.endswith("ets"):
        return masculine(name, name, LIKELY)
    if lower.endswith("ek"):
        return _in_ek(name)
    if lower.endswith("iec"):
        return _in_iec(name)
    if re.search(f"[{VOWELS}].*lec$", lower):
        return masculine(name, f"{name[:-2]}c", USUAL)
    if re.search(r"(?:eń|eł|ec|el|er|et|eb|ew|ies|eć)$", lower):
        sure = lower.endswith(("er", "iew", "jew", "let", "net", "ret", "iet")) and len(lower) > 4
        return masculine(name, soft_stem(name), USUAL if sure else GUESS)
    if re.search(r"ó[^\W\d_]{1,2}$|ów$", lower):
        changed = masculine(name, soft_stem(re.sub(r"ó([^ó]+)$", r"o\1", name)), GUESS)
        return _either(changed, masculine(name, soft_stem(name), GUESS))
    if re.search(r"ą(?:b|g|dz|ż)$", lower):
        return masculine(name, soft_stem(name), GUESS)
    return masculine(name, soft_stem(name), SURE if _PLAIN.search(lower) else USUAL)


def _in_ek(name: str) -> Paradigm:
    lower = name.lower()
    if lower in words.STEADY_EK or not re.search(f"[{VOWELS}].*ek$", lower):
        return masculine(name, name, LIKELY if lower in words.STEADY_EK else GUESS)
    found = re.search(r"(ni|si|dzi|ci|zi)ek$", lower)
    if found:
        return masculine(name, name[: found.start()] + _RESTORED[found[1]] + "k", USUAL)
    stem = re.sub(r"i$", "", name[:-2]) + name[-1]
    return masculine(name, stem, USUAL)


def _in_iec(name: str) -> Paradigm:
    lower = name.lower()
    if not re.search(f"[{VOWELS}].*iec$", lower):
        return masculine(name, name, GUESS)
    found = re.search(r"(ni|si|dzi|ci|zi)ec$", lower)
    stem = name[: found.start()] + _RESTORED[found[1]] if found else name[:-3]
    return masculine(name, f"{stem}c", USUAL if not found or found[1] == "ni" else GUESS)
