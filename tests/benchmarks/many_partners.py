"""A workspace with any number of invented partners, made in seconds for measuring and for tests."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Contact, Gender, HistoryEntry, HistoryKind, Partner, Stage
from partnerdesk.domain.partner_marks import partner_marks
from partnerdesk.storage.partner_index import _words
from partnerdesk.storage.workspace import Workspace

_TRADES = (
    "Kwiaciarnia", "Drukarnia", "Hotel", "Piekarnia", "Cukiernia", "Salon", "Biuro", "Szkoła", "Zakład",
    "Pracownia", "Restauracja", "Hurtownia", "Gabinet", "Księgarnia", "Łaźnia", "Żeglarnia", "Ośrodek",
)  # fmt: skip
_NAMES = (
    "Słońce", "Żuraw", "Łabędź", "Bursztyn", "Mewa", "Świt", "Zorza", "Ćma", "Źródło", "Dąb", "Jaśmin",
    "Róża", "Gęś", "Kłos", "Wstążka", "Perła", "Kotwica", "Latarnia", "Bałtyk", "Muszla", "Sowa", "Oliwa",
)  # fmt: skip
_FIRST = ("Anna", "Łukasz", "Grażyna", "Paweł", "Święta", "Jan", "Zofia", "Michał", "Żaneta", "Piotr")
_SURNAMES = (
    "Nowak",
    "Wójcik",
    "Święch",
    "Łącka",
    "Żak",
    "Kowalczyk",
    "Dąbrowski",
    "Zieliński",
    "Kaźmierczak",
)
_CITIES = ("Gdańsk", "Gdynia", "Sopot", "Łódź", "Kraków", "Poznań", "Wrocław", "Świdnica", "Żary", "Ełk")
_TAGS = ("VIP", "targi 2026", "ślub", "święta", "hurt", "detal", "sąsiad", "z polecenia", "newsletter")
_AUDIENCE = ("pary młode", "firmy", "rodziny z dziećmi", "seniorzy", "turyści", "studenci")
_OWN = ("Ewa", "Łucja", "Tomasz", "", "", "")
TODAY = date(2026, 11, 23)


def fill_with_partners(path: Path, count: int, seed: int = 7) -> None:
    """Write ``count`` partners, each with a person, tags, audience, town and last contact, into a new file.

    Rows are written as the tables themselves would write them, but in bulk and without a note for undo.
    """
    chance = random.Random(seed)  # noqa: S311 - invented data
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with Workspace(path) as workspace:
        partners, people, calls, terms, marks = [], [], [], [], []
        for key in range(1, count + 1):
            partner = _partner(chance, key, now)
            person = _person(chance, key, now)
            call = _call(chance, key, now) if chance.random() < 0.7 else None
            row = workspace.partners._to_row(partner)
            spoken = [call.details["text"]] if call else []
            row["search_text"] = " ".join(dict.fromkeys(_words(partner, [person], spoken)))
            row["last_contact_on"] = call.happened_at.date().isoformat() if call else None
            if call:
                calls.append(workspace.history._to_row(call))
            partners.append(row)
            people.append(workspace.contacts._to_row(person))
            terms += [(key, "tag", fold(tag)) for tag in partner.tags]
            terms += [(key, "audience", fold(one)) for one in partner.audience]
            marks += [(key, kind, value) for kind, value in partner_marks(partner, [person])]
        sqlite = workspace._connection.sqlite
        with workspace._connection.transaction():
            for table, rows in (("partner", partners), ("contact", people), ("history_entry", calls)):
                names = ", ".join(f"[{name}]" for name in rows[0])
                values = ", ".join(f":{name}" for name in rows[0])
                sqlite.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)
            sqlite.executemany("INSERT INTO partner_term VALUES (?, ?, ?)", sorted(terms))
            sqlite.executemany("INSERT INTO partner_mark VALUES (?, ?, ?)", sorted(marks))


def _partner(chance: random.Random, key: int, now: datetime) -> Partner:
    pick = chance.choice
    name = f"{pick(_TRADES)} {pick(_NAMES)} {pick(_SURNAMES)} {key}"
    return Partner(
        id=key,
        created_at=now,
        updated_at=now,
        version=1,
        name=name,
        short_name=name.split()[1],
        nip=f"{chance.randrange(10**10):010}",
        city=pick(_CITIES),
        street=f"{pick(_NAMES)} {chance.randrange(1, 99)}",
        postal_code=f"{chance.randrange(100):02}-{chance.randrange(1000):03}",
        email=f"biuro{key}@example.pl",
        phone=f"+48 5{chance.randrange(10**8):08}",
        industry=pick(_TRADES).lower(),
        tags=tuple(chance.sample(_TAGS, chance.randrange(3))),
        audience=tuple(chance.sample(_AUDIENCE, chance.randrange(3))),
        stage=pick(list(Stage)),
        responsible=pick(_OWN),
        is_key_client=chance.random() < 0.05,
        is_competitor=chance.random() < 0.1,
        first_day=TODAY - timedelta(days=chance.randrange(4000)) if chance.random() < 0.4 else None,
        notes=f"Rozmowa o {pick(_AUDIENCE)}, {pick(_TAGS)}, {pick(_NAMES)}.",
    )


def _person(chance: random.Random, key: int, now: datetime) -> Contact:
    return replace(
        Contact(id=key, created_at=now, updated_at=now, version=1, partner_id=key),
        first_name=chance.choice(_FIRST),
        surname=chance.choice(_SURNAMES),
        gender=chance.choice(list(Gender)),
        is_decision_maker=True,
        email=f"osoba{key}@example.pl",
    )


def _call(chance: random.Random, key: int, now: datetime) -> HistoryEntry:
    return HistoryEntry(
        id=key,
        created_at=now,
        updated_at=now,
        version=1,
        partner_id=key,
        kind=HistoryKind.CALL,
        happened_at=datetime(2026, 11, 23, 9, tzinfo=UTC) - timedelta(days=chance.randrange(900)),
        details={"text": f"Telefon o {chance.choice(_TAGS)}"},
    )
