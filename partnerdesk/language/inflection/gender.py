"""The gender that a name, a patronymic or a form of address speaks for."""

import re
from dataclasses import dataclass

from partnerdesk.domain.partner import Gender
from partnerdesk.language.inflection import familiar_names as familiar
from partnerdesk.language.inflection import first_name_words as words
from partnerdesk.language.inflection.analyser import FIRST_NAME, OWN, Analyser, Own, chosen

_ENOUGH = 0.7
_MEN = frozenset(
    ["pan", "mr", "herr", "ks", "ksiądz", "brat", "ojciec", "monsieur", "sir", "szanowny", "drogi"]
)
_WOMEN = frozenset(
    ["pani", "panna", "mrs", "ms", "miss", "frau", "siostra", "s", "madame", "szanowna", "droga"]
)


# Well-known first names, for telling a first name from a surname where the dictionary is not at hand.
@dataclass(frozen=True, slots=True)
class GenderGuess:
    """A gender and how sure it is, 0 to 1; None where nothing speaks for either."""

    gender: Gender | None
    confidence: float


_NOTHING = GenderGuess(None, 0.0)


def guess_gender(
    first: str = "",
    last: str = "",
    patr: str = "",
    honorific: str = "",
    *,
    analyser: Analyser | Own | None = OWN,
) -> Gender | None:
    """Return the gender that the parts of a name speak for; None where it may be either or is not known.

    ``weigh_gender`` tells how sure it is.
    """
    guess = weigh_gender(first, last, patr, honorific, analyser=analyser)
    return guess.gender if guess.confidence >= _ENOUGH else None


def weigh_gender(
    first: str = "",
    last: str = "",
    patr: str = "",
    honorific: str = "",
    *,
    analyser: Analyser | Own | None = OWN,
) -> GenderGuess:
    """Return the gender by the form of address, else the patronymic, else first name and surname together."""
    for guess in (_by_address(honorific), _by_patronymic(patr)):
        if guess.gender:
            return guess
    name, surname = gender_of_name(first, chosen(analyser)), _by_surname(last)
    if name.gender and surname.gender and name.gender is not surname.gender:
        # A surname in -ska speaks for a woman more clearly than an unknown first name for a man.
        stronger = max(name, surname, key=lambda guess: guess.confidence)
        return GenderGuess(
            stronger.gender, min(stronger.confidence, abs(name.confidence - surname.confidence) + 0.5)
        )
    return name if name.confidence >= surname.confidence else surname


def gender_of_name(first: str, analyser: Analyser | None = None) -> GenderGuess:
    """Return the gender that a first name, the first of several, speaks for."""
    name = (re.split(r"[\s-]", first.strip()) or [""])[0].lower().strip(".'’")
    if not name.isalpha() or len(name) < 2 or name in words.EITHER:
        return _NOTHING
    if familiar := familiar_gender(name):
        return GenderGuess(familiar, 0.99)
    if name in words.MALE_IN_A | words.MUTE_E | words.ENGLISH_Y:
        return GenderGuess(Gender.M, 0.9)
    if name in words.FEMALE_WITHOUT_A:
        return GenderGuess(Gender.F, 0.95)
    if analyser and (known := _by_dictionary(name.capitalize(), analyser)):
        return known
    if name.endswith("a"):
        return GenderGuess(Gender.F, 0.85)
    if name.endswith(("e", "é", "u", "ah", "ee", "th")):
        return _NOTHING
    return GenderGuess(Gender.M, 0.75)


def familiar_gender(name: str) -> Gender | None:
    """Return the gender of a well-known first name in small letters; None for all others."""
    if name in familiar.FAMILIAR_MEN:
        return Gender.M
    return Gender.F if name in familiar.FAMILIAR_WOMEN else None


def _by_dictionary(name: str, analyser: Analyser) -> GenderGuess | None:
    man, woman = (FIRST_NAME in analyser.labels(name, gender) for gender in ("m", "f"))
    if man == woman:
        return None
    return GenderGuess(Gender.M if man else Gender.F, 0.97)


def _by_address(honorific: str) -> GenderGuess:
    spoken = {word.strip(".,").lower() for word in honorific.split()}
    if spoken & _WOMEN:
        return GenderGuess(Gender.F, 0.99)
    return GenderGuess(Gender.M, 0.99) if spoken & _MEN else _NOTHING


def _by_patronymic(patr: str) -> GenderGuess:
    lower = patr.strip().lower()
    if re.search(r"(?:[oei]w|[oei]v|icz|ycz)na$", lower):
        return GenderGuess(Gender.F, 0.98)
    return GenderGuess(Gender.M, 0.98) if re.search(r"(?:[iy]cz|[iy]ch|ič)$", lower) else _NOTHING


def _by_surname(last: str) -> GenderGuess:
    lower = last.strip().lower().rpartition("-")[2]
    if re.search(r"(?:[sc]k|dzk)a$|ová$|(?:ienė|ytė|aitė|utė)$|(?:ówna|anka)$", lower):
        return GenderGuess(Gender.F, 0.9)
    if re.search(r"(?:[sc]k|dzk)i$|skij$|skyj$", lower):
        return GenderGuess(Gender.M, 0.9)
    return GenderGuess(Gender.F, 0.72) if re.search(r"\w{4}(?:[oe]wa|[oe]va)$", lower) else _NOTHING
