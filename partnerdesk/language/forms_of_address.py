"""How the addressee is spoken to inside a letter: Pan, Pani, Państwo in every case, and you."""

from partnerdesk.domain.letter_template import Addressee
from partnerdesk.language.template import CASES

_POLISH = {
    Addressee.M: ("Pan", "Pana", "Panu", "Pana", "Panem", "Panu", "Panie"),
    Addressee.F: ("Pani", "Pani", "Pani", "Panią", "Panią", "Pani", "Pani"),
    Addressee.GROUP: ("Państwo", "Państwa", "Państwu", "Państwa", "Państwem", "Państwu", "Państwo"),
}


def you(language: str, addressee: Addressee, case: str) -> str:
    """Return the form of address in a case ("dat": „Panu”); English has "you" for all of them."""
    form = _POLISH[addressee][CASES.index(case)]
    return form if language == "pl" else "you"


def your(language: str, addressee: Addressee) -> str:
    """Return the word before what belongs to the addressee: „Pana”, „Pani”, „Państwa” or "your"."""
    return you(language, addressee, "gen") if language == "pl" else "your"
