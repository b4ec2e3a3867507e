"""The columns of a file of partners: their headings and the words in their cells, Polish and English.

They are part of the file's format and so do not follow the texts on the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from partnerdesk.domain.folding import search_words
from partnerdesk.domain.partner import Gender, Stage
from partnerdesk.domain.tags import split_tags
from partnerdesk.language.interface import _

CONTACT = "contact."

# Key → heading in Polish, in English, and what else is understood. Keys of contacts begin with "contact.".
_HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("Nazwa", "Name", "nazwa firmy", "firma", "company", "company name", "partner"),
    "short_name": ("Krótka nazwa", "Short name", "skrót"),
    "stage": ("Etap", "Stage"),
    "nip": ("NIP", "Tax number (NIP)", "tax number", "VAT number", "numer podatkowy"),
    "street": ("Ulica i numer", "Street and number", "ulica", "adres", "street", "address"),
    "postal_code": ("Kod pocztowy", "Postal code", "kod", "postcode", "ZIP"),
    "city": ("Miejscowość", "Town", "miasto", "city"),
    "country": ("Kraj", "Country"),
    "email": ("E-mail", "E-mail", "email", "mail", "adres e-mail"),
    "phone": ("Telefon", "Phone", "tel", "telephone", "numer telefonu", "phone number"),
    "website": ("Strona www", "Website", "www", "strona", "strona internetowa", "web"),
    "industry": ("Branża", "Industry"),
    "sells": ("Co oferuje", "Sells", "oferta"),
    "audience": ("Kogo obsługuje", "Whom it serves", "audience"),
    "is_competitor": ("Konkuruje z nami", "Competes with us", "konkurent", "competitor"),
    "language": ("Język listów", "Language of letters", "język", "language"),
    "first_day": ("Współpraca od", "Working together since", "since"),
    "notes": ("Notatki", "Notes", "uwagi", "remarks"),
    "contact.first_name": ("Kontakt: imię", "Contact: first name", "imię", "first name"),
    "contact.surname": ("Kontakt: nazwisko", "Contact: surname", "nazwisko", "surname", "last name"),
    "contact.job_title": ("Kontakt: stanowisko", "Contact: position", "stanowisko", "position", "job title"),
    "contact.gender": ("Kontakt: płeć", "Contact: gender", "płeć", "gender", "forma", "form of address"),
    "contact.email": ("Kontakt: e-mail", "Contact: e-mail"),
    "contact.phone": ("Kontakt: telefon", "Contact: phone"),
    "contact.is_decision_maker": ("Kontakt: decyduje", "Contact: decides", "decyduje", "decides"),
}
_YES_NO: dict[Any, tuple[str, ...]] = {
    True: ("tak", "yes", "t", "y", "1", "x", "true", "prawda"),
    False: ("nie", "no", "n", "0", "false", "fałsz"),
}
# Column → value → the word for it in Polish, in English, and what else is understood.
_WORDS: dict[str, dict[Any, tuple[str, ...]]] = {
    "stage": {
        Stage.PROSPECT: ("kandydat", "prospect"),
        Stage.CONTACTED: ("po kontakcie", "contacted"),
        Stage.NEGOTIATING: ("w rozmowach", "negotiating"),
        Stage.PARTNER: ("partner", "partner"),
        Stage.PAUSED: ("wstrzymany", "paused"),
        Stage.REFUSED: ("odmówił", "refused"),
        Stage.FORMER: ("były partner", "former partner", "former"),
    },
    "language": {
        "pl": ("polski", "Polish", "pl"),
        "en": ("angielski", "English", "en"),
    },
    "contact.gender": {
        Gender.M: ("pan", "Mr", "m", "mężczyzna", "male", "man"),
        Gender.F: ("pani", "Ms", "f", "k", "kobieta", "female", "woman", "mrs"),
    },
    "is_competitor": _YES_NO,
    "contact.is_decision_maker": _YES_NO,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its ``key`` and its heading in the language of the file."""

    key: str
    heading: str

    def cell(self, value: Any, language: str) -> str:
        """A stored value as it stands in a file in ``language``; empty for none."""
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(value)
        words = _WORDS.get(self.key)
        return str(value) if words is None else _in_language(words[value], language)

    def value(self, cell: str) -> Any:
        """The value that a cell with text in it stands for. Raises ``ValueError`` with a message."""
        words = _WORDS.get(self.key)
        if words is not None:
            return _value_of_word(cell, words)
        if self.key in ("sells", "audience"):
            return split_tags(cell)
        return _day(cell) if self.key == "first_day" else cell


def columns(language: str) -> tuple[Column, ...]:
    """Every column in its order, headed in "pl" or "en"."""
    return tuple(Column(key, _in_language(names, language)) for key, names in _HEADINGS.items())


def find_column(heading: str) -> Column | None:
    """The column of a heading in either language, whatever its case and accents; None for an unknown one."""
    wanted = _bare(heading)
    if not wanted:
        return None
    found = (key for key, names in _HEADINGS.items() if wanted in map(_bare, (key, *names)))
    key = next(found, None)
    return Column(key, heading.strip()) if key else None


def _in_language(names: tuple[str, ...], language: str) -> str:
    return names[0 if language == "pl" else 1]


def _bare(text: str) -> str:
    return " ".join(search_words(text))


def _value_of_word(cell: str, words: dict[Any, tuple[str, ...]]) -> Any:
    for value, names in words.items():
        if _bare(cell) in map(_bare, (str(value), *names)):
            return value
    known = ", ".join(dict.fromkeys(name for names in words.values() for name in names[:2]))
    raise ValueError(_("“{text}” is not known here. Use one of: {words}.").format(text=cell, words=known))


def _day(cell: str) -> date:
    readers: tuple[Callable[[str], date], ...] = (
        date.fromisoformat,
        lambda text: datetime.strptime(text, "%d.%m.%Y").date(),  # noqa: DTZ007 - a day has no zone
    )
    for read in readers:
        try:
            return read(cell)
        except ValueError:
            continue
    raise ValueError(_("“{text}” is no day. Write it as 2026-11-23 or 23.11.2026.").format(text=cell))
