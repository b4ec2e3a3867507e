"""Files as other programs write them, made after the formats of their exports.

Google Contacts writes two formats (until and since 2024), Outlook the headings of its language and the
encoding of Windows, phones vCard 2.1 (Android) and 3.0 (iPhone), bookkeeping programs lists of clients.
"""

import csv
import io
import quopri
from collections.abc import Mapping, Sequence


def headings(line: str, separator: str = ",") -> list[str]:
    """The headings in the first line of a file."""
    return line.split(separator)


GOOGLE_NEW = headings(
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value"
)
GOOGLE_OLD = headings(
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,"
    "Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,"
    "Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
    "Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - Type,Address 1 - Formatted,"
    "Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,"
    "Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,Organization 1 - Name,"
    "Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department,"
    "Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,"
    "Website 1 - Type,Website 1 - Value"
)
OUTLOOK_PL = [
    "Tytuł", "Imię", "Drugie imię", "Nazwisko", "Sufiks", "Firma", "Dział", "Stanowisko",
    "Adres służbowy - ulica", "Adres służbowy - ulica 2", "Adres służbowy - ulica 3",
    "Adres służbowy - miejscowość", "Adres służbowy - województwo", "Adres służbowy - kod pocztowy",
    "Adres służbowy - kraj/region", "Adres domowy - ulica", "Adres domowy - ulica (2)",
    "Adres domowy - ulica (3)", "Adres domowy - miejscowość", "Adres domowy - województwo",
    "Adres domowy - kod pocztowy", "Adres domowy - kraj/region", "Inny adres - ulica",
    "Inny adres - ulica 2", "Inny adres - ulica 3", "Inny adres - miejscowość", "Inny adres - województwo",
    "Inny adres - kod pocztowy", "Inny adres - kraj/region", "Telefon asystenta", "Faks służbowy",
    "Telefon służbowy", "Telefon służbowy 2", "Wywołanie zwrotne", "Telefon w samochodzie",
    "Główny telefon do firmy", "Faks domowy", "Telefon domowy", "Telefon domowy 2", "ISDN",
    "Telefon komórkowy", "Inny faks", "Inny telefon", "Pager", "Telefon podstawowy", "Radiotelefon",
    "TTY/TDD", "Teleks", "Adres e-mail", "Typ poczty e-mail", "Nazwa wyświetlana e-mail", "Adres e-mail 2",
    "Rodzaj e-mail 2", "Nazwa wyświetlana e-mail 2", "Adres e-mail 3", "Rodzaj e-mail 3",
    "Nazwa wyświetlana e-mail 3", "Charakter", "Domowa skrzynka pocztowa", "Dzieci", "Hobby",
    "Imię i nazwisko asystenta", "Informacje rozliczeniowe", "Inicjały", "Inna skrzynka pocztowa",
    "Internetowe informacje wolny/zajęty", "Język", "Kategorie", "Konto", "Lokalizacja",
    "Lokalizacja biura", "Menedżer", "Notatki", "Numer ewidencyjny w organizacji", "Osoba polecająca",
    "PESEL", "Płeć", "Priorytet", "Prywatne", "Przebieg", "Rocznica", "Serwer katalogowy",
    "Słowa kluczowe", "Służbowa skrzynka pocztowa", "Strona sieci Web", "Urodziny", "Użytkownik 1",
    "Użytkownik 2", "Użytkownik 3", "Użytkownik 4", "Współmałżonek", "Zawód",
]  # fmt: skip
OUTLOOK_EN = headings(
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,"
    "Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,"
    "Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,Home Street,"
    "Home Street 2,Home Street 3,Home Address PO Box,Home City,Home State,Home Postal Code,"
    "Home Country,Spouse,Children,Manager's Name,Assistant's Name,Referred By,Company Main Phone,"
    "Business Phone,Business Phone 2,Business Fax,Assistant's Phone,Company,Job Title,Department,"
    "Office Location,Organizational ID Number,Profession,Account,Business Address,Business Street,"
    "Business Street 2,Business Street 3,Business Address PO Box,Business City,Business State,"
    "Business Postal Code,Business Country,Other Phone,Other Fax,Other Address,Other Street,"
    "Other Street 2,Other Street 3,Other Address PO Box,Other City,Other State,Other Postal Code,"
    "Other Country,Callback,Car Phone,ISDN,Radio Phone,TTY/TDD Phone,Telex,User 1,User 2,User 3,User 4,"
    "Keywords,Mileage,Hobby,Billing Information,Directory Server,Sensitivity,Priority,Private,"
    "Categories"
)
BOOKKEEPING = headings(
    "Symbol;Nazwa;Nazwa pełna;NIP;REGON;Ulica;Nr domu;Nr lokalu;Kod;Miejscowość;Poczta;Kraj;Telefon;"
    "Faks;E-mail;WWW;Osoba kontaktowa;Termin płatności;Rachunek bankowy;Uwagi",
    ";",
)


def table(
    headings: Sequence[str], rows: Sequence[Mapping[str, str]], separator: str = ",", quote_all: bool = False
) -> str:
    """A CSV file of rows by their headings; every heading used must be there."""
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(text, headings, delimiter=separator, quoting=quoting)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def quoted_printable(text: str, charset: str = "utf-8") -> str:
    """A value of vCard 2.1 as Android writes it, with soft line breaks and every byte coded."""
    coded = "".join(f"={byte:02X}" for byte in text.encode(charset))
    assert quopri.decodestring(coded.encode()).decode(charset) == text
    pieces = [coded[start : start + 69] for start in range(0, len(coded), 69)]
    return "=\r\n".join(pieces)
