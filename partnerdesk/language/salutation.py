"""How a letter greets its addressee."""

import re
from collections.abc import Mapping

from partnerdesk.domain.letter_template import Addressee
from partnerdesk.domain.partner import Gender
from partnerdesk.language.firm_name import split_legal_form
from partnerdesk.language.formats import LANGUAGES
from partnerdesk.language.forms_of_address import you
from partnerdesk.language.inflection import Case, Inflection, Kind, Source, inflect
from partnerdesk.language.names import tidy_name
from partnerdesk.language.title import clergy_address, find_titles

_POLISH_FORMAL = {
    Addressee.M: "Szanowny Panie",
    Addressee.F: "Szanowna Pani",
    Addressee.GROUP: "Szanowni Państwo",
}
_FORMS_OF_ADDRESS = frozenset(["pan", "pani", "p.", "mr", "mrs", "ms"])


def salutation(
    language: str,
    addressee: Addressee,
    first_name: str,
    surname: str,
    position: str,
    *,
    partner: str = "",
    warm: bool = False,
) -> str:
    """Return the greeting without the comma behind it; any of the texts may be empty, the greeting never is.

    After the comma a Polish letter goes on in small letters, an English one with a capital.

    Polish goes by the title in the position, else by the first name in the vocative where that is certain,
    else by the bare form of address; it never names the surname. English goes by the surname, and greets
    several people as the partner's team. ``warm`` asks for the first name alone: „Drogi Wiktorze”.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language!r}")
    first_name = _bare_name(first_name)
    surname = _bare_name(surname)
    if language == "en":
        return _english(addressee, first_name, surname, partner, warm)
    if addressee is Addressee.GROUP:
        return "Drodzy Państwo" if warm else _POLISH_FORMAL[addressee]
    return _polish(addressee, first_name, position, warm)


def contact_name(language: str, addressee: Addressee, first_name: str, surname: str) -> str:
    """Return the person with the form of address, nominative: „Pani Anna Kowalska” or "Ms Anna Kowalska".

    Empty for several people and where no name is known.
    """
    name = " ".join(part for part in (_bare_name(first_name), _bare_name(surname)) if part)
    if not name or addressee is Addressee.GROUP:
        return ""
    return f"{_honorific(language, addressee)} {name}"


def contact_in_case(
    language: str,
    addressee: Addressee,
    first_name: str,
    surname: str,
    case: str,
    *,
    overrides: Mapping[str, str] | None = None,
) -> Inflection:
    """Return the person with the form of address in a case: „Pani Annie Kowalskiej”.

    ``overrides`` are the forms that the user settled for this person, by case. English has one form for all
    cases. Where no name is known the form is empty.
    """
    name = contact_name(language, addressee, first_name, surname)
    if language != "pl" or not name:
        return Inflection(name, 1.0, Source.POLICY)
    return inflect(name, case, addressee, Kind.PERSON, overrides=overrides)


def safe_contact(language: str, addressee: Addressee, first_name: str, surname: str, case: str) -> str:
    """Return the person in a case where that form is certain, else the bare form of address: „Pani”."""
    form = contact_in_case(language, addressee, first_name, surname, case)
    return form.form if form.form and form.is_certain else you(language, addressee, case)


def _honorific(language: str, addressee: Addressee) -> str:
    man, woman = ("Pan", "Pani") if language == "pl" else ("Mr", "Ms")
    return man if addressee is Addressee.M else woman


def _polish(addressee: Addressee, first_name: str, position: str, warm: bool) -> str:
    is_man = addressee is Addressee.M
    name = _certain_vocative(first_name, Gender.M if is_man else Gender.F)
    if warm and name:
        return f"{'Drogi' if is_man else 'Droga'} {name}"
    if clergy := clergy_address(position):
        return clergy
    formal = _POLISH_FORMAL[addressee]
    if titles := find_titles(position):
        return f"{formal} {titles.man if is_man else titles.woman}"
    return f"{formal} {name}" if name else formal


def _english(addressee: Addressee, first_name: str, surname: str, partner: str, warm: bool) -> str:
    if addressee is Addressee.GROUP:
        firm, _ = split_legal_form(partner)
        return f"Dear {firm} team" if firm else "Dear Sir or Madam"
    is_man = addressee is Addressee.M
    if len(first_name.rstrip(".")) > 1 and (warm or not surname):
        return f"Dear {first_name}"
    if surname:
        return f"Dear {_honorific('en', addressee)} {surname}"
    return "Dear Sir" if is_man else "Dear Madam"


def certain_vocative(first_name: str, gender: Gender) -> str | None:
    """Return the vocative of one or several first names; None where it is unsure.

    A salutation then does without the name, which is always correct. An initial is no name to call by, and a
    form with an apostrophe (Jacques'u) reads badly in a greeting.
    """
    name = tidy_name(first_name)
    if any(len(part) < 2 or not part.isalpha() for part in re.split(r"[\s-]", name)):
        return None
    form = inflect(name, Case.VOC, gender, Kind.FIRST)
    return form.form if form.is_certain and "'" not in form.form else None


def _certain_vocative(first_name: str, gender: Gender) -> str | None:
    """Return the vocative of all given names or, where one is unsure or an initial, of the first."""
    return certain_vocative(first_name, gender) or certain_vocative(first_name.partition(" ")[0], gender)


def _bare_name(name: str) -> str:
    """Return the tidied name without a form of address typed before it."""
    words = tidy_name(name).split()
    while words and words[0].lower() in _FORMS_OF_ADDRESS:
        words = words[1:]
    return " ".join(words)
