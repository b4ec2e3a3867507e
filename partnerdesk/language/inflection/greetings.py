"""Greetings in the vocative, in which no surname stands."""

import re

from partnerdesk.language.inflection import person_words as words
from partnerdesk.language.inflection.analyser import Analyser
from partnerdesk.language.inflection.first_names import is_patronymic
from partnerdesk.language.inflection.model import Case, Inflection, Kind, Source
from partnerdesk.language.inflection.names import inflect_name
from partnerdesk.language.inflection.persons import Person, inflect_lead, kinds_of_names, split_person
from partnerdesk.language.inflection.phrases import joined

_DEPUTY = re.compile(r"^(?:wice|vice)-?(?=\w)", re.IGNORECASE)


def inflect_greeting(text: str, gender: str, analyser: Analyser | None) -> Inflection:
    """Return a greeting in the vocative, without the surname: „Szanowny Panie Janie”.

    Where a title is named, the names are left out, and a deputy is greeted as the one deputised for.
    """
    if gender == "pl":
        return _to_several(text)
    person = split_person(text, gender, analyser)
    lead = [_full_title(word) for word in person.lead]
    pieces = inflect_lead(lead, Case.VOC, gender, analyser)
    if not any(word.lower() not in words.ADDRESS | words.POLITE for word in lead):
        pieces += _given_names(person, gender, analyser)
    if not pieces:
        return Inflection(text, 0.0, Source.UNCHANGED)
    return joined(pieces)


def _to_several(text: str) -> Inflection:
    """Return a greeting of several people, whose vocative is the nominative; families' names are left out."""
    short = re.sub(r"(?<=państwo)\s.*", "", text, flags=re.IGNORECASE)
    return Inflection(short, 0.95 if re.search("pa[nń]", short.lower()) else 0.9, Source.POLICY)


def _full_title(word: str) -> str:
    title = _DEPUTY.sub("", word)
    return title[:1].upper() + title[1:] if word[:1].isupper() else title


def _given_names(person: Person, gender: str, analyser: Analyser | None) -> list[Inflection]:
    names = person.names
    kinds = kinds_of_names(names, gender, analyser)
    if not words.ADDRESS & {word.lower() for word in person.lead}:
        # Nobody is greeted by the surname without Pan or Pani.
        if len(names) == 1 and kinds[0] is Kind.LAST:
            kinds = [Kind.FIRST]
        elif len(names) == 2 and is_patronymic(names[1], gender):
            kinds = [Kind.FIRST, Kind.PATR]
    return [
        inflect_name(name, Case.VOC, kind, gender, analyser)
        for name, kind in zip(names, kinds, strict=True)
        if kind in (Kind.FIRST, Kind.PATR)
    ]
