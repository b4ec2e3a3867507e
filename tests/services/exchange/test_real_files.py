"""Files as they come out of other programs import without a hand's turn, with every value in its place."""

from pathlib import Path
from typing import Any

import pytest

from partnerdesk.domain.partner import Address, Channel, ChannelKind, Gender
from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange.source import read_source
from tests.services.exchange.conftest import imported, planned, told
from tests.services.exchange.real_files import (
    BOOKKEEPING,
    GOOGLE_NEW,
    GOOGLE_OLD,
    OUTLOOK_EN,
    OUTLOOK_PL,
    quoted_printable,
    table,
)

PHONE, EMAIL = ChannelKind.PHONE, ChannelKind.EMAIL


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def found(desk: Desk) -> dict[str, tuple[dict[str, Any], list[dict[str, Any]]]]:
    """What was stored of each partner and its people, by the partner's name."""
    return {
        partner.name: (told(partner), [told(person) for person in desk.directory.contacts(partner.key)])
        for partner in desk.directory.all()
    }


def test_google_contacts(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {
            "First Name": "Łucja", "Middle Name": "Anna", "Last Name": "Żółć", "Name Prefix": "dr inż.",
            "Organization Name": "Hotel Żuraw", "Organization Title": "dyrektorka",
            "Organization Department": "Sprzedaż", "Birthday": "1980-04-15",
            "Notes": "Poznana na targach\nlubi róże", "Labels": "Klienci ::: Hotele ::: * myContacts",
            "E-mail 1 - Label": "* Work", "E-mail 1 - Value": "lucja@zuraw.example",
            "E-mail 2 - Label": "Home", "E-mail 2 - Value": "l@dom.example ::: l@x.example",
            "Phone 1 - Label": "Mobile", "Phone 1 - Value": "+48 601 222 333", "Phone 2 - Label": "Work",
            "Phone 2 - Value": "58 555 01 40", "Address 1 - Label": "Work",
            "Address 1 - Formatted": "ul. Długa 5\nGdańsk, 80-827\nPL", "Address 1 - Street": "ul. Długa 5",
            "Address 1 - City": "Gdańsk", "Address 1 - Postal Code": "80-827", "Address 1 - Country": "PL",
            "Website 1 - Value": "https://zuraw.example",
        },
        {
            "First Name": "Jan", "Last Name": "Bąk", "Birthday": " --12-24", "Phone 1 - Label": "Mobile",
            "Phone 1 - Value": "+48 602 000 111", "Labels": "* myContacts ::: * starred",
        },
        {"Organization Name": "Drukarnia Świt", "E-mail 1 - Value": "biuro@swit.example"},
        {"E-mail 1 - Value": "kto@x.example"},
    ]  # fmt: skip
    report = imported(desk, written(tmp_path, "contacts.csv", table(GOOGLE_NEW, rows)))
    assert (report.added, report.left_out) == (3, 1)
    assert found(desk) == {
        "Hotel Żuraw": (
            {
                "name": "Hotel Żuraw", "street": "ul. Długa 5", "postal_code": "80-827", "city": "Gdańsk",
                "country": "PL", "website": "https://zuraw.example", "tags": ("Klienci", "Hotele"),
                "notes": "Poznana na targach\nlubi róże",
                "channels": (
                    Channel(kind=EMAIL, value="l@dom.example", label="Łucja Anna Żółć, Home"),
                    Channel(kind=EMAIL, value="l@x.example", label="Łucja Anna Żółć, Home"),
                    Channel(kind=PHONE, value="58 555 01 40", label="Łucja Anna Żółć, Work"),
                ),
            },
            [
                {
                    "first_name": "Łucja Anna", "surname": "Żółć", "birthday": "1980-04-15",
                    "job_title": "dyrektorka, dr inż., Sprzedaż", "email": "lucja@zuraw.example",
                    "phone": "+48 601 222 333",
                }
            ],
        ),
        "Jan Bąk": (
            {"name": "Jan Bąk", "phone": "+48 602 000 111"},
            [{"first_name": "Jan", "surname": "Bąk", "birthday": "--12-24", "phone": "+48 602 000 111"}],
        ),
        "Drukarnia Świt": ({"name": "Drukarnia Świt", "email": "biuro@swit.example"}, []),
    }  # fmt: skip


def test_google_contacts_before_2024(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {
            "Name": "mgr Jan Bąk", "Given Name": "Jan", "Family Name": "Bąk", "Name Prefix": "mgr",
            "Group Membership": "Dostawcy ::: * myContacts", "E-mail 1 - Type": "* Work", "Gender": "male",
            "E-mail 1 - Value": "jan@swit.example", "Phone 1 - Type": "Mobile", "Phone 1 - Value": "601",
            "Organization 1 - Name": "Świt", "Organization 1 - Title": "prezes",
        },
        {"Name": "Ewa Śliwa", "Phone 1 - Value": "602"},
    ]  # fmt: skip
    imported(desk, written(tmp_path, "google.csv", table(GOOGLE_OLD, rows), "utf-16"))
    assert found(desk) == {
        "Świt": (
            {"name": "Świt", "tags": ("Dostawcy",)},
            [
                {
                    "first_name": "Jan", "surname": "Bąk", "job_title": "prezes, mgr", "gender": Gender.M,
                    "email": "jan@swit.example", "phone": "601",
                }
            ],
        ),
        "Ewa Śliwa": (
            {"name": "Ewa Śliwa", "phone": "602"},
            [{"first_name": "Ewa", "surname": "Śliwa", "phone": "602"}],
        ),
    }  # fmt: skip


def test_outlook_in_polish(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {
            "Tytuł": "Pani", "Imię": "Zofia", "Nazwisko": "Gęś", "Firma": "Piekarnia „Kłos”",
            "Dział": "Zakupy", "Stanowisko": "Kierowniczka", "Adres służbowy - ulica": "ul. Wąska 3",
            "Adres służbowy - miejscowość": "Łódź", "Adres służbowy - kod pocztowy": "90-001",
            "Adres służbowy - kraj/region": "Polska", "Adres domowy - ulica": "Leśna 1",
            "Adres domowy - miejscowość": "Zgierz", "Faks służbowy": "42 111",
            "Telefon służbowy": "42 222 33 44", "Telefon komórkowy": "603 444 555",
            "Adres e-mail": "zofia@klos.example", "Typ poczty e-mail": "SMTP",
            "Nazwa wyświetlana e-mail": "Zofia Gęś (zofia@klos.example)", "Adres e-mail 2": "z@dom.example",
            "Kategorie": "Dostawcy;VIP", "Notatki": "Świeże bułki\r\nco wtorek", "Płeć": "Kobieta",
            "Rocznica": "0-0-00", "Urodziny": "15.04.1980", "Strona sieci Web": "klos.example",
            "Priorytet": "Normalne", "Charakter": "Normalne", "Prywatne": "Fałsz",
        },
        {
            "Imię": "Jan", "Nazwisko": "Żak", "Firma": "Piekarnia „Kłos”", "Płeć": "Nieokreślona",
            "Adres służbowy - miejscowość": "Łódź", "Telefon służbowy": "42 222 33 99",
            "Urodziny": "0-0-00", "Rocznica": "0-0-00",
        },
    ]  # fmt: skip
    path = written(tmp_path, "kontakty.CSV", table(OUTLOOK_PL, rows, ";", quote_all=True), "cp1250")
    source = read_source(path)
    assert (source.encoding, source.separator) == ("cp1250", ";")
    assert planned(desk, path).faults == ()
    assert imported(desk, path).added == 1
    assert found(desk) == {
        "Piekarnia „Kłos”": (
            {
                "name": "Piekarnia „Kłos”", "street": "ul. Wąska 3", "postal_code": "90-001", "city": "Łódź",
                "country": "Polska", "phone": "42 222 33 44", "website": "klos.example",
                "tags": ("Dostawcy", "VIP"), "notes": "Świeże bułki\nco wtorek",
                "addresses": (Address(label="Adres domowy", street="Leśna 1", city="Zgierz"),),
                "channels": (
                    Channel(kind=PHONE, value="42 111", label="Zofia Gęś, Faks służbowy"),
                    Channel(kind=EMAIL, value="z@dom.example", label="Zofia Gęś, Adres e-mail 2"),
                ),
            },
            [
                {
                    "first_name": "Zofia", "surname": "Gęś", "job_title": "Kierowniczka, Zakupy",
                    "gender": Gender.F, "email": "zofia@klos.example", "phone": "603 444 555",
                    "birthday": "1980-04-15",
                },
                {"first_name": "Jan", "surname": "Żak", "phone": "42 222 33 99"},
            ],
        )
    }  # fmt: skip


def test_outlook_in_english_writes_the_month_first(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {
            "First Name": "Anna", "Last Name": "Nowak", "Title": "Ms", "Company": "Nova", "Job Title": "CEO",
            "E-mail Address": "a@n.example", "E-mail 2 Address": "b@n.example", "Mobile Phone": "601",
            "Business Phone": "22 1", "Business Street": "ul. Prosta 1", "Business City": "Kraków",
            "Business Postal Code": "30-001", "Business Address": "ul. Prosta 1\r\nKraków 30-001",
            "Birthday": "4/5/1980", "Categories": "A;B", "Web Page": "n.example", "Gender": "Unspecified",
        },
        {"First Name": "Ewa", "Last Name": "Bez", "Birthday": "4/15/1981", "Home Street": "Polna 2",
         "Home City": "Hel"},
    ]  # fmt: skip
    imported(desk, written(tmp_path, "outlook.csv", table(OUTLOOK_EN, rows)))
    assert found(desk) == {
        "Nova": (
            {
                "name": "Nova", "street": "ul. Prosta 1", "postal_code": "30-001", "city": "Kraków",
                "phone": "22 1", "website": "n.example", "tags": ("A", "B"),
                "channels": (
                    Channel(kind=EMAIL, value="b@n.example", label="Anna Nowak, E-mail 2 Address"),
                ),
            },
            [
                {
                    "first_name": "Anna", "surname": "Nowak", "job_title": "CEO", "gender": Gender.F,
                    "email": "a@n.example", "phone": "601", "birthday": "1980-04-05",
                }
            ],
        ),
        "Ewa Bez": (
            {"name": "Ewa Bez", "street": "Polna 2", "city": "Hel"},
            [{"first_name": "Ewa", "surname": "Bez", "birthday": "1981-04-15"}],
        ),
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2", "cp852", "utf-8"])
def test_a_bookkeeping_program(desk: Desk, tmp_path: Path, encoding: str) -> None:
    rows = [
        {
            "Symbol": "ZURAW", "Nazwa": "Żuraw", "Nazwa pełna": "Hotel Żuraw sp. z o.o.",
            "NIP": "525-000-77-38", "REGON": "016298263", "Ulica": "Długa", "Nr domu": "5", "Nr lokalu": "2",
            "Kod": "80-827", "Miejscowość": "Gdańsk", "Poczta": "Gdańsk", "Kraj": "Polska",
            "Telefon": "58 555 01 40", "Faks": "58 1", "E-mail": "biuro@zuraw.example; f@zuraw.example",
            "WWW": "zuraw.example", "Osoba kontaktowa": "mgr inż. Łucja Żółć",
            "Termin płatności": "14 dni", "Rachunek bankowy": "PL61", "Uwagi": "płaci w terminie",
        },
        {"Symbol": "W", "Nazwa": "Młyn Wieś", "NIP": "123", "Miejscowość": "Bojano", "Poczta": "Kielno",
         "Nr domu": "7"},
    ]  # fmt: skip
    path = written(tmp_path, "kontrahenci.txt", table(BOOKKEEPING, rows, ";"), encoding)
    assert read_source(path).encoding == encoding
    plan = planned(desk, path)
    assert [(fault.line, fault.heading) for fault in plan.faults] == [(3, "NIP")]
    assert plan.left_out_headings == ()
    imported(desk, path)
    assert found(desk) == {
        "Hotel Żuraw sp. z o.o.": (
            {
                "name": "Hotel Żuraw sp. z o.o.", "short_name": "Żuraw", "nip": "5250007738",
                "regon": "016298263", "street": "Długa 5/2", "postal_code": "80-827", "city": "Gdańsk",
                "country": "Polska", "phone": "58 555 01 40", "email": "biuro@zuraw.example",
                "website": "zuraw.example",
                "channels": (
                    Channel(kind=PHONE, value="58 1", label="Faks"),
                    Channel(kind=EMAIL, value="f@zuraw.example", label="E-mail"),
                ),
                "notes": "płaci w terminie\nSymbol: ZURAW\nTermin płatności: 14 dni\nRachunek bankowy: PL61",
            },
            [{"first_name": "Łucja", "surname": "Żółć", "job_title": "mgr inż."}],
        ),
        "Młyn Wieś": (
            {
                "name": "Młyn Wieś", "street": "Bojano 7", "city": "Bojano",
                "notes": "Symbol: W\nNIP: 123 (from the import, not valid)\nPoczta: Kielno",
            },
            [],
        ),
    }  # fmt: skip


def test_a_phone_with_vcard_2_1(desk: Desk, tmp_path: Path) -> None:
    name = "Hotel „Żuraw” i bardzo długa nazwa spółki z ograniczoną odpowiedzialnością"
    coded = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    lines = [
        "BEGIN:VCARD", "VERSION:2.1", f"N{coded}{quoted_printable('Żółć;Łucja;;dr;')}",
        f"FN{coded}{quoted_printable('dr Łucja Żółć')}", "TEL;WORK;FAX:58 555 01 41",
        "TEL;WORK:58 555 01 40", "TEL;CELL;PREF:+48601222333", "EMAIL;WORK:lucja@zuraw.example",
        f"ADR;WORK{coded}{quoted_printable(';;ul. Długa 5;Gdańsk;;80-827;Polska')}",
        f"ORG{coded}{quoted_printable(name)}", "TITLE:prezeska", "BDAY:1980-04-15",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ", " SkZJRgABAQAAAQ", " AB==", "",
        f"NOTE{coded}{quoted_printable('Pierwszy' + chr(13) + chr(10) + 'drugi; „koniec”')}",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Lu;;", "END:VCARD",
        "BEGIN:VCARD", "VERSION:2.1", "N:;Taxi Łódź;;;", "FN:Taxi Łódź", "TEL;CELL:422222222", "END:VCARD",
    ]  # fmt: skip
    path = written(tmp_path, "00001.vcf", "\r\n".join(lines) + "\r\n")
    assert planned(desk, path).left_out_headings == ("X-ANDROID-CUSTOM",)
    imported(desk, path)
    assert found(desk) == {
        name: (
            {
                "name": name, "street": "ul. Długa 5", "postal_code": "80-827", "city": "Gdańsk",
                "country": "Polska", "notes": "Pierwszy\ndrugi; „koniec”",
                "channels": (
                    Channel(kind=PHONE, value="58 555 01 40", label="Łucja Żółć, work"),
                    Channel(kind=PHONE, value="58 555 01 41", label="Łucja Żółć, work, fax"),
                ),
            },
            [
                {
                    "first_name": "Łucja", "surname": "Żółć", "job_title": "prezeska, dr",
                    "email": "lucja@zuraw.example", "phone": "+48601222333", "birthday": "1980-04-15",
                }
            ],
        ),
        "Taxi Łódź": (
            {"name": "Taxi Łódź", "phone": "422222222"},
            [{"first_name": "Taxi", "surname": "Łódź", "phone": "422222222"}],
        ),
    }  # fmt: skip


def test_an_iphone_with_vcard_3_0(desk: Desk, tmp_path: Path) -> None:
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 17.5.1//EN", "N:Bąk;Jan;;;",
        "FN:Jan Bąk", "ORG:Drukarnia Świt\\, s.c.;Skład;", "TITLE:współwłaściciel",
        "item1.EMAIL;type=INTERNET;type=pref:jan@swit.example", "item1.X-ABLabel:_$!<Work>!$_",
        "EMAIL;type=INTERNET;type=HOME:jan@dom.example",
        "TEL;type=CELL;type=VOICE;type=pref:+48 602 000 111", "item2.TEL:+48 22 100 20 30",
        "item2.X-ABLabel:Księgowość", "item3.ADR;type=WORK;type=pref:;;ul. Prosta 1\\nlok. 2;Warszawa;;"
        "00-001;Polska", "item3.X-ABADR:pl", "ADR;type=HOME:;;Leśna 1;Zgierz;;;",
        "item4.URL;type=pref:swit.example", "item4.X-ABLabel:_$!<HomePage>!$_",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
        "NOTE:Pierwszy\\ndrugi\\, trzeci i bardzo długi tekst\\, który iPhone zawija po siedemdz",
        " iesięciu pięciu znakach", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", "  SkZJRg==", "END:VCARD",
        "BEGIN:VCARD", "VERSION:3.0", "N:;;;;", "FN:Kwiaciarnia Bez", "ORG:Kwiaciarnia Bez;",
        "X-ABShowAs:COMPANY", "TEL;type=MAIN:12 345", "END:VCARD",
    ]  # fmt: skip
    path = written(tmp_path, "kontakty.vcf", "\r\n".join(lines))
    assert planned(desk, path).left_out_headings == ()
    imported(desk, path)
    assert found(desk) == {
        "Drukarnia Świt, s.c.": (
            {
                "name": "Drukarnia Świt, s.c.", "street": "ul. Prosta 1 lok. 2", "postal_code": "00-001",
                "city": "Warszawa", "country": "Polska", "website": "swit.example",
                "addresses": (Address(label="home", street="Leśna 1", city="Zgierz"),),
                "channels": (
                    Channel(kind=PHONE, value="+48 22 100 20 30", label="Jan Bąk, Księgowość"),
                    Channel(kind=EMAIL, value="jan@dom.example", label="Jan Bąk, home"),
                ),
                "notes": "Pierwszy\ndrugi, trzeci i bardzo długi tekst, który iPhone zawija po "
                "siedemdziesięciu pięciu znakach",
            },
            [
                {
                    "first_name": "Jan", "surname": "Bąk", "job_title": "współwłaściciel, Skład",
                    "email": "jan@swit.example", "phone": "+48 602 000 111", "birthday": "--02-29",
                }
            ],
        ),
        "Kwiaciarnia Bez": ({"name": "Kwiaciarnia Bez", "phone": "12 345"}, []),
    }  # fmt: skip


def test_vcard_4_0_of_another_program(desk: Desk, tmp_path: Path) -> None:
    text = (
        'BEGIN:VCARD\nVERSION:4.0\nFN:Ewa Śliwa\nTEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+48-601-1;ext=5\n'
        "TEL;TYPE=work:22 2\nEMAIL:ewa@x.example\nGENDER:F\nBDAY:--0415\n"
        "CATEGORIES:Kwiaty\\,bukiety,myContacts\n"
        "X-SOCIALPROFILE;TYPE=x:https://x.example/ewa\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Huta Szkła\nEND:VCARD\n"
    )
    path = written(tmp_path, "inne.vcard", text)
    assert planned(desk, path).left_out_headings == ("X-SOCIALPROFILE",)
    imported(desk, path)
    assert found(desk) == {
        "Ewa Śliwa": (
            {
                "name": "Ewa Śliwa", "phone": "+48-601-1", "email": "ewa@x.example",
                "tags": ("Kwiaty", "bukiety"),
                "channels": (Channel(kind=PHONE, value="22 2", label="work"),),
            },
            [
                {
                    "first_name": "Ewa", "surname": "Śliwa", "gender": Gender.F, "birthday": "--04-15",
                    "phone": "+48-601-1", "email": "ewa@x.example",
                }
            ],
        ),
        "Huta Szkła": ({"name": "Huta Szkła"}, []),
    }  # fmt: skip
