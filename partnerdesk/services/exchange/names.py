"""Full names taken apart: „dr inż. Anna Maria Nowak-Żuk” into titles, first names and surname."""

import re
from dataclasses import dataclass

from partnerdesk.domain.partner import Gender
from partnerdesk.services.exchange.words import bare

_TITLES = frozenset(
    {
        "dr", "mgr", "inz", "prof", "hab", "lek", "med", "dent", "wet", "adw", "mec", "ks", "doc", "lic",
        "art",
        "arch", "rpr", "gen", "plk", "mjr", "kpt", "por", "red", "dyr", "dypl", "nadzw", "zw", "prezes", "o",
        "dipl", "eng", "phd", "mba", "sir",
    }
)  # fmt: skip
_FORMS: dict[str, Gender] = {
    "pan": Gender.M, "mr": Gender.M, "herr": Gender.M,
    "pani": Gender.F, "mrs": Gender.F, "ms": Gender.F, "miss": Gender.F, "frau": Gender.F,
}  # fmt: skip
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "ten", "ter", "af", "zu"}
)
_AROUND_HYPHEN = re.compile(r" ?[-–] ?(?=\w)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name; ``titles`` as they were written, ``gender`` where „Pan” or „Pani” told it."""

    first_name: str
    surname: str
    titles: str = ""
    gender: Gender | None = None


def take_apart(text: str, *, surname_first: bool = False) -> PersonName:
    """A name in its parts; a comma tells that the surname comes first."""
    before, comma, after = (part.strip() for part in text.partition(","))
    if comma and after and not _only_titles(after):
        titles, gender, surname = parted_titles(before)
        named = take_apart(after)
        first_name = " ".join(part for part in (named.first_name, named.surname) if part)
        return PersonName(first_name, surname, _joined(titles, named.titles), gender or named.gender)
    titles, gender, rest = parted_titles(before)
    titles = _joined(titles, after)
    words = _AROUND_HYPHEN.sub("-", rest).split()
    if len(words) < 2:
        return PersonName(" ".join(words), "", titles, gender)
    if surname_first:
        return PersonName(" ".join(words[1:]), words[0], titles, gender)
    start = len(words) - 1
    for place in range(1, len(words) - 1):
        if words[place] in _PARTICLES:
            start = place
            break
    return PersonName(" ".join(words[:start]), " ".join(words[start:]), titles, gender)


def parted_titles(text: str) -> tuple[str, Gender | None, str]:
    """The titles in front of a name, the gender that „Pan” or „Pani” tells, and all that follows."""
    words = text.split()
    titles, gender, place = [], None, 0
    while place < len(words):
        word = bare(words[place]).replace(" ", "")
        if word in _FORMS and gender is None:
            gender = _FORMS[word]
        elif word in _TITLES and (words[place].endswith(".") or word not in ("o", "por", "art", "med")):
            titles.append(words[place])
        else:
            break
        place += 1
    return " ".join(titles), gender, " ".join(words[place:])


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _only_titles(text: str) -> bool:
    titles, _gender, rest = parted_titles(text)
    return bool(titles) and not rest
