"""The columns of our own files: their keys, in their order, and their headings in Polish and English."""

from collections.abc import Sequence

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.exchange.words import bare

CONTACT = "contact."
#: The key of the column by which rows of one partner, and a partner that is there, are known for certain.
IDENTITY = "identity"

#: Key → heading in Polish and in English.
HEADINGS: dict[str, tuple[str, str]] = {
    "name": ("Nazwa", "Name"),
    "short_name": ("Krótka nazwa", "Short name"),
    "stage": ("Etap", "Stage"),
    "tags": ("Etykiety", "Tags"),
    "responsible": ("Opiekun", "Responsible with us"),
    "is_key_client": ("Kluczowy klient", "Key client"),
    "legal_form": ("Forma prawna", "Legal form"),
    "nip": ("NIP", "Tax number (NIP)"),
    "regon": ("REGON", "REGON"),
    "krs": ("KRS", "KRS"),
    "street": ("Ulica i numer", "Street and number"),
    "postal_code": ("Kod pocztowy", "Postal code"),
    "city": ("Miejscowość", "Town"),
    "country": ("Kraj", "Country"),
    "addresses": ("Inne adresy", "Other addresses"),
    "email": ("E-mail", "E-mail"),
    "phone": ("Telefon", "Phone"),
    "website": ("Strona www", "Website"),
    "channels": ("Inne telefony, e-maile i strony", "Other phones, e-mails and websites"),
    "industry": ("Branża", "Industry"),
    "sells": ("Co oferuje", "Sells"),
    "audience": ("Kogo obsługuje", "Whom it serves"),
    "is_competitor": ("Konkuruje z nami", "Competes with us"),
    "assets": ("Co może wnieść", "What it could bring in"),
    "source": ("Skąd ją znamy", "How we know it"),
    "language": ("Język listów", "Language of letters"),
    "first_day": ("Współpraca od", "Working together since"),
    "notes": ("Notatki", "Notes"),
    "contact.first_name": ("Kontakt: imię", "Contact: first name"),
    "contact.surname": ("Kontakt: nazwisko", "Contact: surname"),
    "contact.job_title": ("Kontakt: stanowisko", "Contact: position"),
    "contact.gender": ("Kontakt: płeć", "Contact: gender"),
    "contact.email": ("Kontakt: e-mail", "Contact: e-mail"),
    "contact.phone": ("Kontakt: telefon", "Contact: phone"),
    "contact.name_day": ("Kontakt: imieniny", "Contact: name day"),
    "contact.birthday": ("Kontakt: urodziny", "Contact: birthday"),
    "contact.salutation": ("Kontakt: własny zwrot", "Contact: own salutation"),
    "contact.is_decision_maker": ("Kontakt: decyduje", "Contact: decides"),
    IDENTITY: ("PartnerDesk ID", "PartnerDesk ID"),
}
#: Key → heading of what other programs have and our files do not need.
FURTHER_HEADINGS: dict[str, tuple[str, str]] = {
    "contact.full_name": ("Kontakt: imię i nazwisko", "Contact: full name"),
    "contact.middle_name": ("Kontakt: drugie imię", "Contact: second first name"),
    "contact.prefix": ("Kontakt: tytuł", "Contact: title"),
    "contact.department": ("Kontakt: dział", "Contact: department"),
}
_OWN_FIELD = ("Pole własne: ", "Own field: ")


def heading(key: str, language: str) -> str:
    """The heading of a column in a file in "pl" or "en"."""
    return (HEADINGS | FURTHER_HEADINGS)[key][0 if language == "pl" else 1]


def custom_heading(label: str, language: str) -> str:
    """The heading of the column of one of the owner's own fields."""
    return f"{_OWN_FIELD[0 if language == 'pl' else 1]}{label}"


def own_columns(headings: Sequence[str], custom_fields: Sequence[CustomField]) -> dict[int, str]:
    """The keys of the headings that are our own, by their place."""
    found = {}
    for place, text in enumerate(headings):
        key = _OWN.get(bare(text)) or _custom_key(text, custom_fields)
        if key:
            found[place] = key
    return found


def _custom_key(text: str, custom_fields: Sequence[CustomField]) -> str:
    for prefix in _OWN_FIELD:
        if text.lower().startswith(prefix.lower()):
            label = text[len(prefix) :].strip()
            same = [field for field in custom_fields if field.label == label]
            alike = [field for field in custom_fields if bare(field.label) == bare(label)]
            return next((KEY_PREFIX + field.uuid for field in (*same, *alike)), "")
    return ""


_OWN = {bare(name): key for key, names in (HEADINGS | FURTHER_HEADINGS).items() for name in names}
