"""The vocative of Polish first names, and of foreign ones that follow the same endings.

The rules go by the ending, the longest first. None means that the rules are not sure: a salutation then
does without the name, which is always correct.
"""

import re

from partnerdesk.domain.partner import Gender

# Names that the endings below would get wrong; the value is the vocative, None where usage is divided.
_MALE_EXCEPTIONS = {
    "lew": "lwie",
    "karel": "karlu",
    "pavel": None,
    "derek": "dereku",
    "tarek": "tareku",
    "alec": None,
    "jacques": None,
    "georges": None,
    "gilles": None,
    "yves": None,
    "louis": None,
    "françois": None,
    "illia": None,
    "ilia": None,
    "wania": "waniu",
    "kostia": "kostiu",
}
_FEMALE_EXCEPTIONS = {
    "teodosia": "teodosio",
    "anastasia": "anastasio",
    "wirginia": "wirginio",
    "ksenia": None,
    "xenia": None,
    "nastia": None,
    "katia": "katiu",
    "lucia": None,
    "marcia": None,
    "noa": None,
    "mila": None,
    "pola": None,
    "bella": "bello",
    "wiola": "wiolu",
}

# Ending of the nominative → ending of the vocative; None where the rules are not sure.
_MALE_ENDINGS: tuple[tuple[str, str | None], ...] = (
    # A fleeting e, and what it leaves behind.
    (r"niek", "ńku"),
    (r"siek", "śku"),
    (r"ciek", "ćku"),
    (r"ziek", "źku"),
    (r"ek", "ku"),
    (r"weł", "wle"),
    (r"(?<=and)er", "rze"),
    (r"(?<=acp|asp)er", "rze"),
    (r"(?<=[lw]west|lvest)er", "rze"),
    # Soft and hardened consonants, k, g, ch, l, j: -u.
    (r"ń", "niu"),
    (r"ć", "ciu"),
    (r"ś", "siu"),
    (r"ź", "ziu"),
    (r"(?<=[aeiouóy])h|ch|sh", r"\g<0>u"),
    (r"sz|cz|rz|dz|[lnt]z|ż", r"\g<0>u"),
    (r"[kgljc]", r"\g<0>u"),
    (r"(?<=[aeo])y|iy", r"\g<0>u"),
    # Spellings that Polish does not know.
    (r"[th]t|th|dd|h|[xq]|(?<!i)ew", None),
    # Hard consonants soften before -e.
    (r"r", "rze"),
    (r"ł", "le"),
    (r"st", "ście"),
    (r"zd", "ździe"),
    (r"t", "cie"),
    (r"d", "dzie"),
    (r"[bpfvwmnsz]", r"\g<0>ie"),
    # Vowels.
    (r"ea", "ea"),
    (r"a", "o"),
    (r"[iyoeéí]", r"\g<0>"),
)
_FEMALE_ENDINGS: tuple[tuple[str, str | None], ...] = (
    # Pet names in a soft consonant take -u, names taken from Latin -o: Basia, but Maria.
    (r"(?<=\w{3}[aeioy])nia", "nio"),
    (r"(?<=ic)ia", "io"),
    (r"(?<=[sczn])ia", "iu"),
    (r"^([kmr])aja", r"\1aju"),
    (r"^((?:[hfmnjltbu]?[aeou]|li))la", r"\1lu"),
    (r"[yo]a", None),
    (r"a", "o"),
    (r"[^a]", r"\g<0>"),
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FEMALE_WITHOUT_A = _words(
    """agnes alice amelie amy anne astrid beatrice beatrix beatrycze betty caroline carmen catherine charlotte
    chloe claire daisy deborah denise dolores doris edith elisabeth elizabeth emily ester esther grace hannah
    heidi helen ines inez ingrid irene iris isabel isabelle ivonne iwonne jane jennifer jenny josephine joyce
    judith judyt julie karen karin karmen kate katherine kathleen kelly leah linde lucy margaret marie marion
    mary megan mercedes michelle miriam molly nancy naomi nathalie nel nicole noemi penelope rachel rebekah
    rose rosemary rut ruth sally sandy sarah sharon sigrid solange sophie susan sylvie vivien wendy yvonne zoe
    """
)
_MALE_IN_A = _words(
    """barnaba bonawentura dyzma elia ilia ilja illia jarema jona joshua juda kola kosma kostia kuba luca
    mykola mykoła nikita saba sawa wania zawisza"""
)
_EITHER = _words("alex andrea chris kim mika misza nikola robin sam sasha sasza simone taylor")


def vocative(first_name: str, gender: Gender) -> str | None:
    """Return the vocative of a first name, or of several parted by spaces or hyphens.

    Letter case is mended where the name is all small or all capital letters. None where any part is not
    certain, is an initial, or is no name at all.
    """
    parts = re.split(r"([\s-]+)", tidy_name(first_name))
    forms = [part if at % 2 else _one_vocative(part, gender) for at, part in enumerate(parts)]
    certain = [form for form in forms if form is not None]
    return "".join(certain) if len(certain) == len(forms) else None


def guess_gender(first_name: str) -> Gender | None:
    """Return the gender that a first name speaks for, None where it may be either or is not known."""
    name = re.split(r"[\s-]", tidy_name(first_name).lower())[0]
    if not name.isalpha() or len(name) < 2 or name in _EITHER:
        return None
    if name in _MALE_IN_A:
        return Gender.M
    if name in _FEMALE_WITHOUT_A or name.endswith("a"):
        return Gender.F
    return None if name.endswith(("e", "é", "u", "ah")) else Gender.M


def tidy_name(name: str) -> str:
    """Return the name without needless spaces, its words capitalised if it is all in one letter case."""
    name = " ".join(name.split())
    if name.islower() or (name.isupper() and len(name) > 1):
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return name


def _one_vocative(name: str, gender: Gender) -> str | None:
    if len(name) < 2 or not name.isalpha():
        return None
    lower = name.lower()
    exceptions = _MALE_EXCEPTIONS if gender is Gender.M else _FEMALE_EXCEPTIONS
    if lower in exceptions:
        form = exceptions[lower]
        return name[0] + form[1:] if form else None
    for ending, replacement in _MALE_ENDINGS if gender is Gender.M else _FEMALE_ENDINGS:
        pattern = re.compile(f"(?:{ending})$", re.IGNORECASE)
        if pattern.search(name):
            return pattern.sub(replacement, name, count=1) if replacement else None
    return None
