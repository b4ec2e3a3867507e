"""One word of a name: what the dictionary and the ending rules say of it, weighed against each other."""

from partnerdesk.language.inflection import first_names, surnames
from partnerdesk.language.inflection.analyser import FIRST_NAME, SURNAME, Analyser, Lexeme
from partnerdesk.language.inflection.declensions import adjectival_feminine
from partnerdesk.language.inflection.model import (
    CERTAIN,
    DIVIDED,
    DOUBTFUL,
    Case,
    Kind,
    Paradigm,
    Source,
    distinct,
)

_AGREED = 0.97
_KNOWN = 0.92
_CONFLICT = 0.8


def name_paradigm(word: str, kind: Kind, gender: str, analyser: Analyser | None) -> Paradigm:
    """Return the declension of one first name, surname or patronymic, without hyphens and spaces."""
    ruled = by_rules(word, kind, gender)
    if analyser is None or kind is Kind.PATR:
        return ruled
    label = FIRST_NAME if kind is Kind.FIRST else SURNAME
    found = analyser.lexemes(word, label, gender)
    if not found:
        return ruled
    made = weighed(ruled, found, nominative_vocative=kind is Kind.LAST)
    if kind is Kind.LAST and gender == "f" and _may_be_adjective(word, made, analyser):
        adjectival = adjectival_feminine(word, DIVIDED)
        forms = {case: distinct((*made.forms[case], *adjectival.forms[case])) for case in Case}
        return Paradigm(forms, DIVIDED, made.source, made.doubts)
    rules = first_names if kind is Kind.FIRST else surnames
    if gender != "m" or not rules.is_divided(word):
        return made
    forms = {case: distinct((*made.forms[case], *ruled.forms[case])) for case in Case}
    return Paradigm(forms, DIVIDED, made.source, made.doubts)


def _may_be_adjective(word: str, made: Paradigm, analyser: Analyser) -> bool:
    """Tell whether a woman's surname that the dictionary has as a noun could be an adjective: Słaba."""
    as_noun = made.forms[Case.GEN][0] != word and not made.forms[Case.GEN][0].endswith("ej")
    lower = word.lower()
    reads = analyser.reads_as(lower, "adj", "nom", "f") and not analyser.reads_as(lower, "subst", "nom", "f")
    return as_noun and reads


def by_rules(word: str, kind: Kind, gender: str) -> Paradigm:
    """Return what the ending rules alone say of a word."""
    if kind is Kind.PATR:
        return first_names.patronymic(word, gender)
    if kind is Kind.FIRST:
        return first_names.female_first_name(word) if gender == "f" else first_names.male_first_name(word)
    return surnames.female_surname(word) if gender == "f" else surnames.male_surname(word)


def weighed(ruled: Paradigm, found: list[Lexeme], *, nominative_vocative: bool = False) -> Paradigm:
    """Return the dictionary's forms, the one that the rules choose first, and how sure each case is.

    A form that both give is as good as certain. Where the dictionary knows several, the choice is only as
    sure as the rules are; where the two contradict each other with certainty, neither is believed.
    """
    forms: dict[Case, tuple[str, ...]] = {}
    doubts: dict[Case, float] = {}
    for case in Case:
        usual = distinct(form for lexeme in found for form in lexeme.usual[case])
        rare = distinct(form for lexeme in found for form in lexeme.rare.get(case, ()))
        choice = ruled.forms[case][0]
        sure = ruled.inflection(case).confidence
        if nominative_vocative and case is Case.VOC:
            forms[case] = distinct((choice, *usual, *rare))
            doubts[case] = _AGREED if usual == (choice,) else DIVIDED
        elif choice in usual:
            forms[case] = distinct((choice, *usual, *rare))
            doubts[case] = _AGREED if len(usual) == 1 else _KNOWN if sure >= CERTAIN else DIVIDED
        elif (choice in rare and sure >= CERTAIN) or (usual == ruled.forms[Case.NOM] and sure > DOUBTFUL):
            # What is colloquial to the dictionary, or not declined at all, is declined by most.
            forms[case] = distinct((choice, *usual, *rare))
            doubts[case] = DIVIDED
        else:
            forms[case] = distinct((*usual, *rare, *ruled.forms[case]))
            certain = len(usual) == 1 and sure < DOUBTFUL
            doubts[case] = _KNOWN if certain else _CONFLICT
    return Paradigm(forms, 1.0, Source.DICTIONARY, doubts)
