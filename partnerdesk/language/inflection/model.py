"""What inflection takes and gives: cases, genders, kinds of text, and a form with how sure it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# From here a form may be put in silently; from DOUBTFUL it is to be marked, below it to be asked for.
CERTAIN = 0.85
DOUBTFUL = 0.7
# Several forms are in use and the best of them was taken.
DIVIDED = 0.8
# How far an ending can be trusted: next to certain, usual for it, likely, and no more than a guess.
SURE = 0.93
USUAL = 0.88
LIKELY = 0.75
GUESS = 0.6


class Case(StrEnum):
    """The seven Polish cases."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    LOC = "loc"
    VOC = "voc"


class GrammaticalGender(StrEnum):
    """The gender of a name or a noun; several people or things have one of their own."""

    M = "m"
    F = "f"
    N = "n"
    PL = "pl"


class Kind(StrEnum):
    """What a text is: part of a name, a position, a common noun, a whole person, greeting or organisation."""

    FIRST = "first"
    LAST = "last"
    PATR = "patr"
    TITLE = "title"
    NOUN = "noun"
    PERSON = "person"
    SALUT = "salut"
    ORG = "org"


class Source(StrEnum):
    """Where a form comes from."""

    OVERRIDE = "override"
    POLICY = "policy"
    DICTIONARY = "dictionary"
    RULES = "rules"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Inflection:
    """A form, how sure it is (0 to 1), where it comes from, and what else is in use, the likeliest first."""

    form: str
    confidence: float
    source: Source
    alternatives: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether the form may be put into a letter without asking."""
        return self.confidence >= CERTAIN

    @property
    def is_doubtful(self) -> bool:
        """Whether the form is to be asked for, since the rules hardly know it."""
        return self.confidence < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of one word by case, the preferred one first, and how sure they are.

    ``doubts`` holds the confidence of those cases that are less sure than the rest.
    """

    forms: Mapping[Case, tuple[str, ...]]
    confidence: float
    source: Source = Source.RULES
    doubts: Mapping[Case, float] = field(default_factory=dict)

    def inflection(self, case: Case) -> Inflection:
        """Return the form of a case."""
        first, *others = self.forms[case]
        confidence = min(self.confidence, self.doubts.get(case, 1.0))
        return Inflection(first, confidence, self.source, tuple(others))


def paradigm(
    nom: str,
    *oblique: str,
    confidence: float,
    source: Source = Source.RULES,
    doubts: Mapping[Case, float] | None = None,
) -> Paradigm:
    """Return a paradigm of the nominative and the six cases after it; "a|b" holds two forms."""
    forms = {case: variants(text) for case, text in zip(Case, (nom, *oblique), strict=True)}
    return Paradigm(forms, confidence, source, doubts or {})


def unchanged(word: str, confidence: float, source: Source = Source.RULES) -> Paradigm:
    """Return the paradigm of a word that has one form for all cases."""
    return Paradigm(dict.fromkeys(Case, (word,)), confidence, source)


def variants(text: str) -> tuple[str, ...]:
    """Return the different forms in "a|b", in their order."""
    return distinct(text.split("|"))


def distinct(forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms without repetitions, in their order."""
    return tuple(dict.fromkeys(forms))
