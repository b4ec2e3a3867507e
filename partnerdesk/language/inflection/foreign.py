"""Foreign names whose spelling hides how they end when spoken.

After Wielki słownik ortograficzny PWN, "Nazwiska i imiona obce": a mute letter at the end is kept, and the
ending follows an apostrophe unless the last consonant that is spoken changes.
"""

import re

from partnerdesk.language.inflection.declensions import before_e, masculine
from partnerdesk.language.inflection.model import GUESS, LIKELY, USUAL, Case, Paradigm, paradigm, unchanged


def mute_e(name: str, confidence: float) -> Paradigm:
    """Return the declension of a man's name in a mute -e: Lefebvre'a, Lefebvre'owi; loc. Lefebvrze."""
    stem = name[:-1]
    soft = re.search(r"(?:[gc]|ch|sh|k|qu)e$", name, re.IGNORECASE)
    locative = f"{name}'u" if soft else f"{before_e(re.sub('rr$', 'r', stem))}e"
    hard = re.search(r"(?:k|qu)e$", name, re.IGNORECASE)
    instrumental = f"{name[:-3]}kiem|{name}'iem" if name.endswith("que") else f"{stem}iem|{name}'em"
    return paradigm(
        name,
        f"{name}'a",
        f"{name}'owi",
        f"{name}'a",
        instrumental if hard else f"{name}'em",
        locative,
        locative,
        confidence=confidence,
        doubts={Case.INS: LIKELY if hard else confidence, Case.LOC: GUESS, Case.VOC: GUESS},
    )


def foreign_consonant(name: str) -> Paradigm | None:
    """Return the declension of a man's name in a consonant that Polish spells otherwise; None for others."""
    lower = name.lower()
    if lower.endswith(("eau", "eaux", "oux", "ieux", "oix", "aux", "aix")):
        return unchanged(name, USUAL)
    if lower.endswith("x"):
        return masculine(name, f"{name[:-1]}ks", LIKELY)
    if re.search(r"(?:th|tt|gh|dt|ph)$", lower):
        # Dictionaries differ: o Josephie, o Josefie.
        doubt = LIKELY if lower.endswith("ph") else GUESS
        doubts = {Case.LOC: doubt, Case.VOC: doubt}
        locative = f"{name}ie" if lower.endswith("ph") else ""
        confidence = LIKELY if lower.endswith("gh") else USUAL
        return masculine(name, name, confidence, locative=locative, doubts=doubts)
    if re.search(r"[aeo]h$", lower):
        return masculine(name, name, LIKELY if lower.endswith("ah") else USUAL)
    if re.search(r"(?:thew|drew|shaw|low|how)$", lower):
        return masculine(name, name, GUESS)
    if re.search(r"(?:[oa]is|ès|oit|anc)$", lower):
        return masculine(name, name, LIKELY)
    if re.search(r"(?:[iaour]c|[aeiou]rec|alec|ck)$", lower):
        made = masculine(name, name, USUAL, locative=f"{name}u")
        forms = dict(made.forms)
        instrumental = f"{name}iem" if lower.endswith("ck") else f"{name[:-1]}kiem"
        forms[Case.INS] = (instrumental,)
        confidence = USUAL if lower.endswith("ck") else LIKELY
        return Paradigm(forms, confidence, doubts={Case.INS: LIKELY})
    if re.search(r"[aeou]y$|iy$", lower):
        return masculine(name, name, LIKELY if lower.endswith("iy") else USUAL)
    if lower.endswith(("q", "ď", "ť", "ň", "ř", "'", "’")):
        return masculine(name, name, GUESS)
    return None
