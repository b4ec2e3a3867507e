"""The morphological dictionary Morfeusz 2 with the data of Słownik gramatyczny języka polskiego (SGJP)."""

import re
from enum import Enum
from functools import lru_cache
from importlib import import_module
from threading import Lock
from typing import Any, Protocol

from partnerdesk.language.inflection.model import Case

# What a lexeme is, in the dictionary's own labels.
FIRST_NAME = "imię"
SURNAME = "nazwisko"
COMMON = "nazwa_pospolita"

_CASES = {
    "nom": Case.NOM,
    "gen": Case.GEN,
    "dat": Case.DAT,
    "acc": Case.ACC,
    "inst": Case.INS,
    "loc": Case.LOC,
    "voc": Case.VOC,
}
_GENDERS = {"m": ("m1", "m2", "m3"), "f": ("f",), "n": ("n",), "pl": ("m1", "m2", "m3", "f", "n")}
_RARE = frozenset(["pot.", "rzad.", "przest.", "daw.", "gwar.", "wulg.", "pogard.", "hist."])
_CACHED_WORDS = 4096
# The engine refuses more than one word and what it takes for two.
_WORD = re.compile(r"[^\W\d_]{1,60}")


class Lexeme:
    """One entry of the dictionary: its usual forms by case, and those that are rare or colloquial."""

    def __init__(self, gender: str) -> None:
        self.gender = gender
        self.usual: dict[Case, tuple[str, ...]] = {}
        self.rare: dict[Case, tuple[str, ...]] = {}

    def add(self, case: Case, form: str, *, rare: bool) -> None:
        """Note a form; the dictionary's apostrophes become plain ones."""
        forms = self.rare if rare else self.usual
        form = form.replace("’", "'")
        if form not in forms.get(case, ()):
            forms[case] = (*forms.get(case, ()), form)

    @property
    def is_whole(self) -> bool:
        """Whether there is a form for every case."""
        return all(case in self.usual for case in Case)


class Analyser(Protocol):
    """What inflection asks of a dictionary."""

    def lexemes(self, word: str, label: str, gender: str) -> list[Lexeme]:
        """Return the declensions, in the singular, of the nouns with this nominative, label and gender."""
        ...

    def plurals(self, word: str) -> list[Lexeme]:
        """Return the declensions, in the plural, of the nouns whose nominative plural is the word."""
        ...

    def reads_as(self, word: str, part: str, case: str, gender: str) -> bool:
        """Tell whether the word can be a "subst" or "adj" in a case and gender; of nouns common ones only."""
        ...

    def labels(self, word: str, gender: str) -> frozenset[str]:
        """Return what the word can name as a nominative of that gender: first name, surname, common noun."""
        ...


@lru_cache(maxsize=1)
def default_analyser() -> Analyser | None:
    """Return the program's one analyser, made when it is first asked for; None without its package."""
    try:
        package = import_module("morfeusz2")
    except ImportError:
        return None
    return Morfeusz(package.Morfeusz(expand_tags=True))


class Own(Enum):
    """Stands for the program's own analyser, so that it is made only when a word is to be looked up."""

    OWN = "own"


OWN = Own.OWN


def chosen(analyser: Analyser | Own | None) -> Analyser | None:
    """Return the analyser that was asked for."""
    return default_analyser() if isinstance(analyser, Own) else analyser


class Morfeusz:
    """Morfeusz 2 behind a lock, since one of its objects serves one caller at a time."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._lock = Lock()
        self._forms_of = lru_cache(_CACHED_WORDS)(self._generated)
        self._readings_of = lru_cache(_CACHED_WORDS)(self._analysed)

    def lexemes(self, word: str, label: str, gender: str) -> list[Lexeme]:
        """Return the declensions, in the singular, of the nouns with this nominative, label and gender."""
        genders = ("m1",) if gender == "m" and label != COMMON else _GENDERS[gender]
        found = self._lexemes(word, "sg", label, genders)
        return [lexeme for lexeme in found if word in lexeme.usual.get(Case.NOM, ())]

    def plurals(self, word: str) -> list[Lexeme]:
        """Return the declensions, in the plural, of the nouns whose nominative plural is the word."""
        lemmas = {
            lemma.partition(":")[0]
            for _, lemma, tag, _, _ in self._readings_of(word)
            if tag[0] == "subst" and tag[1] == "pl" and "nom" in tag[2].split(".")
        }
        found = [
            lexeme
            for lemma in sorted(lemmas)
            for lexeme in self._lexemes(lemma, "pl", COMMON, _GENDERS["pl"])
        ]
        return [lexeme for lexeme in found if word in lexeme.usual.get(Case.NOM, ())]

    def reads_as(self, word: str, part: str, case: str, gender: str) -> bool:
        """Tell whether the word can be a "subst" or "adj" in a case and gender; of nouns common ones only."""
        number = "pl" if gender == "pl" else "sg"
        for _, _, tag, names, _ in self._readings_of(word):
            kind = "adj" if tag[0] in ("adj", "pact", "ppas") else tag[0]
            if kind != part or len(tag) < 4 or tag[1] != number or case not in tag[2].split("."):
                continue
            if part == "subst" and names and COMMON not in names:
                continue
            if set(tag[3].split(".")) & set(_GENDERS[gender]):
                return True
        return False

    def labels(self, word: str, gender: str) -> frozenset[str]:
        """Return what the word can name as a nominative of that gender: first name, surname, common noun."""
        return frozenset(
            name
            for form, _, tag, names, _ in self._forms_of(word)
            if form == word and tag[0] == "subst" and tag[1:3] == ("sg", "nom") and tag[3] in _GENDERS[gender]
            for name in names
        )

    def _lexemes(self, lemma: str, number: str, label: str, genders: tuple[str, ...]) -> list[Lexeme]:
        found: dict[tuple[str, str], Lexeme] = {}
        for form, name, tag, names, remarks in self._forms_of(lemma):
            if tag[0] != "subst" or tag[1] != number or tag[3] not in genders or label not in names:
                continue
            lexeme = found.setdefault((name, tag[3]), Lexeme(tag[3]))
            lexeme.add(_CASES[tag[2]], form, rare=bool(_RARE & set(remarks)))
        return [lexeme for lexeme in found.values() if lexeme.is_whole]

    def _generated(self, lemma: str) -> list[tuple[str, str, tuple[str, ...], list[str], list[str]]]:
        if not _WORD.fullmatch(lemma):
            return []
        with self._lock:
            entries = self._engine.generate(lemma)
        return [(form, name, tuple(tag.split(":")), names, rest) for form, name, tag, names, rest in entries]

    def _analysed(self, word: str) -> list[tuple[str, str, tuple[str, ...], list[str], list[str]]]:
        if not _WORD.fullmatch(word):
            return []
        with self._lock:
            entries = self._engine.analyse(word)
        if any(end != 1 for _, end, _ in entries):
            return []
        return [
            (form, lemma, tuple(tag.split(":")), names, rest)
            for _, _, (form, lemma, tag, names, rest) in entries
        ]
