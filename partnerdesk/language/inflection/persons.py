"""Whole persons: forms of address, titles and names, each word by its own rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.language.inflection import person_words as words
from partnerdesk.language.inflection.analyser import FIRST_NAME, SURNAME, Analyser
from partnerdesk.language.inflection.first_names import is_patronymic
from partnerdesk.language.inflection.gender import familiar_gender, gender_of_name
from partnerdesk.language.inflection.model import Case, Inflection, Kind, Source
from partnerdesk.language.inflection.names import inflect_name
from partnerdesk.language.inflection.nouns import adjective_paradigm
from partnerdesk.language.inflection.phrases import inflect_phrase, joined

_FIXED = 0.97
_NOTHING = Inflection("", 0.0, Source.UNCHANGED)
_INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]\.-?[^\W\d_]\.")
# Old and second forms of a man's „dr”, beside the one with a full stop.
_DOCTOR = dict(zip(Case, ("dr", "dra", "drowi", "dra", "drem", "drze", "drze"), strict=True))


@dataclass(frozen=True, slots=True)
class Person:
    """A person's words: what leads (forms of address, titles), the names, what follows a comma."""

    lead: tuple[str, ...]
    names: tuple[str, ...]
    position: str


def inflect_person(text: str, case: Case, gender: str, analyser: Analyser | None) -> Inflection:
    """Return a person, or a couple, in a case: „Pani prof. Ewie Ziębie”, „Państwu Kowalskim”."""
    person = split_person(text, gender, analyser)
    pieces = inflect_lead(person.lead, case, gender, analyser)
    pieces += _names(person.names, case, gender, analyser)
    if not pieces:
        return _NOTHING
    made = joined(pieces)
    if person.position:
        position = inflect_phrase(person.position, case, gender, analyser, person=True)
        made = joined([made, position], ", ")
    return made


def split_person(text: str, gender: str, analyser: Analyser | None) -> Person:
    """Return the words of a person told apart."""
    whole, _, position = text.partition(", ")
    tokens = whole.split()
    if whole.islower() and tokens and _is_first(tokens[0].capitalize(), gender, analyser):
        tokens = [token if token in words.PARTICLES else token.title() for token in tokens]
    at = 0
    while at < len(tokens) and _leads(tokens, at, analyser):
        at += 1
    return Person(tuple(tokens[:at]), tuple(tokens[at:]), position.strip())


def _leads(tokens: Sequence[str], at: int, analyser: Analyser | None) -> bool:
    """Tell whether a word still belongs before the names: a form of address, a title or what hangs on it."""
    lower = tokens[at].lower()
    if _is_abbreviation(lower) or lower in words.ADDRESS or lower in words.POLITE:
        return True
    if tokens[at][0].islower():
        return lower not in words.PARTICLES | words.AND
    if _INITIAL.fullmatch(tokens[at]) or familiar_gender(lower) or _can_be_first(tokens[at], analyser):
        return False
    if lower in words.TITLES:
        return True
    return at > 0 and lower in words.AFTER_A_TITLE and tokens[at - 1].lower() in words.TITLES


def _is_abbreviation(lower: str) -> bool:
    return lower in words.ABBREVIATIONS or lower.rstrip(".") in words.BY_LAST_LETTER


def _can_be_first(word: str, analyser: Analyser | None) -> bool:
    if analyser is None or word.lower() in words.TITLES:
        return False
    return FIRST_NAME in analyser.labels(word, "m") | analyser.labels(word, "f")


def inflect_lead(lead: Sequence[str], case: Case, gender: str, analyser: Analyser | None) -> list[Inflection]:
    """Return forms of address and abbreviations word by word, a title as one with all that hangs on it."""
    pieces: list[Inflection] = []
    for at, word in enumerate(lead):
        lower = word.lower()
        if lower in words.ADDRESS:
            pieces.append(inflect_phrase(word, case, gender, analyser, person=True))
        elif lower in words.POLITE and lower != "wielce":
            pieces.append(adjective_paradigm(word, gender, _FIXED).inflection(case))
        elif lower.rstrip(".") in words.BY_LAST_LETTER and gender == "m":
            pieces.append(_by_last_letter(word, case))
        elif _is_abbreviation(lower) or lower == "wielce":
            pieces.append(Inflection(word, _FIXED, Source.POLICY))
        else:
            pieces.append(inflect_phrase(" ".join(lead[at:]), case, gender, analyser, person=True))
            break
    return pieces


def _by_last_letter(word: str, case: Case) -> Inflection:
    """Return a man's „dr” in a case: with a full stop, since it no longer ends in the word's last letter."""
    bare = word.rstrip(".")
    if case is Case.NOM:
        return Inflection(bare, _FIXED, Source.POLICY)
    others = (_DOCTOR[case],) if bare == "dr" else ()
    return Inflection(f"{bare}.", 0.9, Source.POLICY, others)


def _names(names: Sequence[str], case: Case, gender: str, analyser: Analyser | None) -> list[Inflection]:
    if not names:
        return []
    if gender == "pl":
        return _couple(names, case, analyser)
    kinds = kinds_of_names(names, gender, analyser)
    return [
        inflect_name(name, case, kind, gender, analyser) if kind else Inflection(name, _FIXED, Source.POLICY)
        for name, kind in zip(names, kinds, strict=True)
    ]


def kinds_of_names(names: Sequence[str], gender: str, analyser: Analyser | None) -> list[Kind | None]:
    """Tell for each name what it is; None for initials and particles, which stay.

    The last is the surname, unless it is a first name for certain and the one before is not.
    """
    kinds: list[Kind | None] = [Kind.FIRST] * len(names)
    open_at = [at for at, name in enumerate(names) if not _stays(name)]
    for at in range(len(names)):
        if at not in open_at:
            kinds[at] = None
        elif at and names[at - 1].lower() in words.PARTICLES:
            kinds[at] = Kind.LAST
    if not open_at:
        return kinds
    first, last = open_at[0], open_at[-1]
    if first == last:
        alone = len(names) == 1 and _is_first(names[last], gender, analyser)
        kinds[last] = Kind.FIRST if alone else Kind.LAST
    elif len(open_at) == 2 and is_patronymic(names[last], "f") and gender == "f":
        kinds[last] = Kind.PATR
    elif len(open_at) == 2 and _is_first(names[last], gender, analyser):
        given = _is_first(names[first], gender, analyser)
        kinds[last if given else first] = Kind.LAST
    else:
        kinds[last] = Kind.LAST
    for at in open_at[1:-1]:
        if is_patronymic(names[at], gender) and not _is_first(names[at], gender, analyser):
            kinds[at] = Kind.PATR
    return kinds


def _stays(name: str) -> bool:
    return bool(_INITIAL.fullmatch(name)) or name.lower() in words.PARTICLES


def _is_first(name: str, gender: str, analyser: Analyser | None) -> bool:
    if familiar_gender(name.lower()):
        return True
    if analyser is None:
        return False
    labels = analyser.labels(name, gender)
    return FIRST_NAME in labels and SURNAME not in labels


def _couple(names: Sequence[str], case: Case, analyser: Analyser | None) -> list[Inflection]:
    """Return several people's names: first names joined by „i”, then the surname in the plural."""
    pieces: list[Inflection] = []
    for at, name in enumerate(names):
        is_last = at == len(names) - 1
        after_and = at > 0 and names[at - 1].lower() in words.AND
        if name.lower() in words.AND or _stays(name):
            pieces.append(Inflection(name, 1.0, Source.POLICY))
        elif is_last and not (after_and and familiar_gender(name.lower())):
            pieces.append(inflect_name(name, case, Kind.LAST, "pl", analyser))
        else:
            gender = gender_of_name(name, analyser).gender or "m"
            pieces.append(inflect_name(name, case, Kind.FIRST, gender, analyser))
    return pieces
