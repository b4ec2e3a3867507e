"""What columns stand for, guessed from the headings that other programs write."""

import re
from collections.abc import Sequence

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.exchange.columns import own_columns
from partnerdesk.services.exchange.source import SourceKind, SourceTable
from partnerdesk.services.exchange.words import bare

# Own files are told by having at least so many of our own headings, those of contacts among them.
_OWN_HEADINGS = 5
_LONGEST_HEADING = 60
_NUMBERED = re.compile(r"(.+?) (\d{1,2})")
# Google writes its columns in numbered groups: "Phone 1 - Label", "Phone 1 - Value", "Address 2 - Street".
_GOOGLE = re.compile(r"(e mail|phone|address|website|organization|adres|telefon) (\d{1,2}) ([a-z ]+)")
# "E-mail 2 Address".
_OUTLOOK_EMAIL = re.compile(r"e ?mail \d address")
_GOOGLE_VALUES = {"e mail": "contact.email", "phone": "contact.phone", "website": "website"}
_GOOGLE_ADDRESS = {
    "street": "street",
    "extended address": "street",
    "city": "city",
    "postal code": "postal_code",
    "country": "country",
    "formatted": "address_line",
}
_GOOGLE_FIRM = {"name": "name", "title": "contact.job_title", "department": "contact.department"}
# Where Google's further addresses and those of Outlook go.
_ADDRESS_GROUPS = ("", "address2.", "address3.")

# Key → headings that mean it, bare (see words.bare), in the order of trust.
_ALIASES: dict[str, tuple[str, ...]] = {
    "name": (
        "nazwa pelna", "pelna nazwa", "nazwa firmy", "firma", "nazwa kontrahenta", "kontrahent",
        "nazwa klienta",
        "nabywca", "nazwa organizacji", "organizacja", "nazwa", "partner", "company", "company name",
        "organization", "organization name", "organisation", "business name", "account name", "firm",
        "klient",
        "companyname", "pelna nazwa firmy", "nazwa podmiotu",
    ),
    "short_name": (
        "skrot", "nazwa skrocona", "skrocona nazwa", "nazwa krotka", "nazwa skrot", "skrot nazwy",
        "short name", "nazwa wlasna",
    ),
    "nip": (
        "nip", "numer nip", "nr nip", "nip kontrahenta", "nip pesel", "numer podatkowy", "tax number",
        "vat number", "vat id", "tax id", "vat", "nip ue", "taxnumber", "identyfikator podatkowy",
        "nip firmy",
    ),
    "regon": ("regon", "numer regon", "nr regon"),
    "krs": ("krs", "numer krs", "nr krs"),
    "legal_form": ("forma prawna", "legal form"),
    "street": (
        "ulica", "ulica i numer", "adres", "street", "address", "ulica nr", "adres ulica", "ulica i nr",
        "street address", "adres siedziby ulica", "adres 1", "address 1", "address line 1",
        "adres linia 1", "ulica numer",
    ),
    "house_number": (
        "nr domu", "numer domu", "nr budynku", "numer budynku", "dom", "nr posesji", "budynek",
        "house number",
        "adres nr domu", "nr",
    ),
    "flat_number": (
        "nr lokalu", "numer lokalu", "lokal", "nr mieszkania", "numer mieszkania", "mieszkanie",
        "flat number",
        "adres nr lokalu", "nr lok", "nr mieszk",
    ),
    "postal_code": (
        "kod pocztowy", "postcode", "zip", "postal code", "zip code", "kod poczt", "adres kod pocztowy",
        "kodpocztowy",
    ),
    "city": (
        "miejscowosc", "miasto", "city", "town", "adres miejscowosc", "miejscowosc siedziby", "adres miasto",
    ),
    "post_office": ("poczta", "urzad pocztowy"),
    "country": ("kraj", "country", "panstwo", "kraj region", "country region", "adres kraj"),
    "email": ("e mail", "email", "mail", "adres e mail", "adres email", "adres mailowy", "e mail address",
              "email address", "poczta elektroniczna", "e mail firmowy", "primary email"),
    "phone": ("telefon", "tel", "phone", "telephone", "numer telefonu", "phone number", "nr telefonu",
              "telefon sluzbowy", "business phone", "work phone", "company main phone",
              "glowny telefon do firmy", "telefon podstawowy", "telefon firmowy",
              "telefon stacjonarny", "primary phone", "phonenumber"),
    "more_phones": (
        "faks", "fax", "faks sluzbowy", "business fax", "telefon domowy", "home phone", "inny telefon",
        "other phone", "home fax", "faks domowy", "inny faks", "other fax", "fax number",
        "telefon asystenta", "assistant s phone",
    ),
    "more_emails": ("secondary email", "inny e mail", "email do faktur", "e mail do faktur"),
    "contact.phone": (
        "telefon komorkowy", "komorka", "mobile phone", "mobile", "mobile number", "cell phone",
        "tel komorkowy",
        "telefon kom", "tel kom", "numer komorki", "telefon kontaktowy", "telefon osoby kontaktowej",
        "osoba kontaktowa telefon", "osoba kontaktowa tel komorkowy", "contact phone",
    ),
    "contact.email": ("osoba kontaktowa e mail", "contact e mail", "e mail osoby kontaktowej",
                      "osoba kontaktowa email", "contact email"),
    "website": (
        "www", "strona", "strona internetowa", "web", "website", "strona www", "strona sieci web", "web page",
        "adres www", "url", "business web page", "personal web page", "web page 1", "homepage",
    ),
    "contact.first_name": (
        "imie", "first name", "given name", "firstname", "osoba kontaktowa imie", "forename",
        "pierwsze imie",
    ),
    "contact.surname": (
        "nazwisko", "last name", "surname", "family name", "lastname", "osoba kontaktowa nazwisko",
    ),
    "contact.middle_name": ("drugie imie", "middle name", "additional name"),
    "contact.full_name": (
        "imie i nazwisko", "osoba kontaktowa", "osoba do kontaktu", "osoba", "full name", "display name",
        "contact person", "contact name", "kontakt", "przedstawiciel", "reprezentant", "contact",
        "nazwa wyswietlana", "wlasciciel",
    ),
    "contact.surname_first": ("nazwisko i imie", "file as", "nazwisko imie"),
    "contact.prefix": ("name prefix", "tytul grzecznosciowy", "tytul naukowy", "prefix"),
    "contact.job_title": (
        "stanowisko", "position", "job title", "organization title", "funkcja", "jobtitle", "occupation",
        "rola",
    ),
    "contact.department": ("dzial", "department", "organization department"),
    "contact.gender": ("plec", "gender", "forma", "form of address"),
    "contact.birthday": ("urodziny", "birthday", "data urodzenia", "date of birth"),
    "contact.name_day": ("imieniny", "name day"),
    "contact.is_decision_maker": ("decyduje", "decides"),
    "tags": (
        "kategorie", "categories", "labels", "group membership", "etykiety", "tagi", "tags", "grupa", "grupy",
        "kategoria", "group", "groups", "category",
    ),
    "industry": ("branza", "industry", "sektor"),
    "sells": ("oferta", "produkty"),
    "audience": ("audience", "grupa docelowa"),
    "is_competitor": ("konkurent", "competitor"),
    "is_key_client": ("klient kluczowy", "vip"),
    "responsible": ("opiekun handlowy", "handlowiec", "account manager", "opiekun klienta"),
    "source": ("zrodlo", "zrodlo kontaktu", "lead source", "referred by", "osoba polecajaca"),
    "language": ("jezyk", "language"),
    "first_day": ("since", "klient od", "data rozpoczecia wspolpracy"),
    "stage": ("status kontrahenta",),
    "notes": ("uwagi", "remarks", "notatki", "notes", "komentarz", "opis", "comments", "note", "notatka",
              "description", "adnotacje"),
    "headed_notes": (
        "termin platnosci", "forma platnosci", "sposob platnosci", "symbol", "akronim", "kod kontrahenta",
        "numer konta", "nr konta", "rachunek bankowy", "nr rachunku", "konto bankowe", "rabat",
        "kod", "limit kredytu", "nickname", "pseudonim", "bank", "numer rachunku", "platnosc",
        "termin platnosci dni",
        "lokalizacja biura", "office location", "symbol kontrahenta", "numer rachunku bankowego",
        "kod klienta",
    ),
}  # fmt: skip
# The addresses of Outlook: beginnings of its headings, and its names of their parts.
_OUTLOOK = (("adres sluzbowy", "business", "work"), ("adres domowy", "home"), ("inny adres", "other"))
_OUTLOOK_PARTS = {
    "street": ("ulica", "ulica 2", "ulica 3", "street", "street 2", "street 3", "address", "address 2"),
    "city": ("miejscowosc", "city"),
    "postal_code": ("kod pocztowy", "postal code", "zipcode", "zip code"),
    "country": ("kraj region", "kraj", "country", "country region"),
}
# Keys that one column alone may stand for.
_SINGLE = frozenset(
    {
        "name", "short_name", "nip", "regon", "krs", "legal_form", "postal_code", "city", "country", "stage",
        "contact.first_name", "contact.surname", "contact.gender", "contact.birthday", "contact.name_day",
        "language", "first_day", "house_number", "flat_number", "contact.full_name", "contact.surname_first",
        "contact.prefix", "responsible", "industry",
    }
)  # fmt: skip


def guess(table: SourceTable, custom_fields: Sequence[CustomField]) -> tuple[str, ...]:
    """For each column the key of what it stands for; "" for "left out"."""
    own = own_columns(table.headings, custom_fields)
    if table.kind is SourceKind.VCARD or (
        len(own) >= _OWN_HEADINGS and any("." in key for key in own.values())
    ):
        return _without_doubles([own.get(place, "") for place in range(len(table.headings))])
    names = [bare(heading) for heading in table.headings]
    found = [_meant(name) or own.get(place, "") for place, name in enumerate(names)]
    by_label = {bare(field.label): KEY_PREFIX + field.uuid for field in reversed(custom_fields)}
    found = [key or by_label.get(name, "") for key, name in zip(found, names, strict=True)]
    _settle_names(names, found)
    _settle_channels(names, found)
    _settle_addresses(names, found)
    return _without_doubles(found)


def is_known_heading(heading: str) -> bool:
    """Whether a text is a heading that something is known of."""
    return len(heading) <= _LONGEST_HEADING and (
        bool(_meant(bare(heading))) or bool(own_columns((heading,), ()))
    )


def _meant(name: str) -> str:
    """What a heading means taken alone."""
    if not name:
        return ""
    if key := _BY_ALIAS.get(name):
        return key
    if _OUTLOOK_EMAIL.fullmatch(name):
        return "email"
    if google := _GOOGLE.fullmatch(name):
        return _google(google[1], int(google[2]), google[3])
    if numbered := _NUMBERED.fullmatch(name):
        base = _BY_ALIAS.get(numbered[1], "")
        # Further names, streets, phones: what is of one kind may stand in several columns.
        return base if base not in _SINGLE or base == "name" else ""
    return ""


def _google(group: str, number: int, part: str) -> str:
    if part in ("type", "label"):
        return "" if group == "organization" else "label"
    if part == "value":
        return _GOOGLE_VALUES.get(group, "")
    if group == "organization":
        return _GOOGLE_FIRM.get(part, "") if number == 1 else ""
    if group == "address" and number <= len(_ADDRESS_GROUPS) and part in _GOOGLE_ADDRESS:
        return _ADDRESS_GROUPS[number - 1] + _GOOGLE_ADDRESS[part]
    return ""


def _settle_names(names: list[str], found: list[str]) -> None:
    """Which of several names is the firm's, and which the person's or the short one."""
    persons = any(key in ("contact.first_name", "contact.surname") for key in found)
    firm = any(key == "name" and name != "name" for key, name in zip(found, names, strict=True))
    for place, name in enumerate(names):
        if name == "name":
            found[place] = "contact.full_name" if firm or "contact.surname" in found else "name"
        elif name in ("title", "tytul"):
            found[place] = "contact.prefix" if persons else "contact.job_title"
        elif name == "kod" and "postal_code" not in found and "city" in found:
            found[place] = "postal_code"
    full = [place for place, key in enumerate(found) if key == "name"]
    best = [place for place in full if names[place] in ("nazwa pelna", "pelna nazwa", "pelna nazwa firmy")]
    if best and len(full) > 1:
        for place in full:
            if place != best[0]:
                found[place] = "short_name" if names[place] == "nazwa" and "short_name" not in found else ""
    elif len(full) > 1:
        # "Nazwa 1" and "Nazwa 2" are one name in two columns; of other doubles the most telling counts.
        first = min(full, key=lambda place: _TRUST.get(names[place], 0))
        for place in full:
            if place != first and not _NUMBERED.fullmatch(names[place]):
                found[place] = ""


def _settle_channels(names: list[str], found: list[str]) -> None:
    """Whose a bare "E-mail" or "Phone" is: that of the person where rows are people, else the firm's."""
    people = "contact.first_name" in found or "contact.surname" in found
    if not people or "nip" in found:
        return
    if "contact.email" not in found:
        found[:] = ["contact.email" if key == "email" else key for key in found]
    if "contact.phone" not in found:
        found[:] = [
            "contact.phone" if key == "phone" and name in _BARE_PHONES else key
            for key, name in zip(found, names, strict=True)
        ]


def _settle_addresses(names: list[str], found: list[str]) -> None:
    """A column "Address" is a whole address where no other holds its town."""
    if "city" not in found:
        for place, name in enumerate(names):
            if found[place] == "street" and name in ("adres", "address"):
                found[place] = "address_line"
    if "address2.street" not in found:
        return
    for place, name in enumerate(names):
        # Outlook repeats the parts of an address in "Business Address".
        if found[place].endswith("street") and name.endswith("address") and name.count(" ") == 1:
            found[place] = found[place].replace("street", "address_line")


def _without_doubles(found: list[str]) -> tuple[str, ...]:
    seen: set[str] = set()
    result = []
    for key in found:
        single = key in _SINGLE and key != "name"
        result.append("" if single and key in seen else key)
        seen.add(key)
    return tuple(result)


def _aliases() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, names in _ALIASES.items():
        for name in names:
            found.setdefault(name, key)
    for group, beginnings in zip(_ADDRESS_GROUPS, _OUTLOOK, strict=True):
        for beginning in beginnings:
            for part, endings in _OUTLOOK_PARTS.items():
                for ending in endings:
                    found.setdefault(f"{beginning} {ending}", group + part)
    return found


_BY_ALIAS = _aliases()
_TRUST = {name: place for place, name in enumerate(_ALIASES["name"])}
_BARE_PHONES = frozenset({"telefon", "tel", "phone", "telephone", "numer telefonu", "phone number",
                          "nr telefonu", "phonenumber", "telefon podstawowy"})  # fmt: skip
