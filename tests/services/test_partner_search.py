"""Finding partners through the service: words, conditions, orders."""

import random
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.folding import fold, search_words
from partnerdesk.domain.partner import Contact, HistoryEntry, HistoryKind, Partner, Stage
from partnerdesk.domain.partner_filter import OrderBy, PartnerFilter, PartnerOrder
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile

TODAY = date(2026, 11, 23)


def add(desk: Desk, name: str, *contacts: Contact, called: str = "", **values: object) -> Partner:
    partner = desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner
    if called:
        with desk.workspace.change("Call"):
            desk.workspace.history.insert(
                HistoryEntry(
                    partner_id=partner.key,
                    kind=HistoryKind.CALL,
                    happened_at=datetime.fromisoformat(called).replace(tzinfo=UTC),
                    details={"text": "Rozmowa"},
                )
            )
    return partner


def names(desk: Desk, words: str = "", **more: object) -> list[str]:
    keys = desk.directory.keys(words, today=TODAY, **more)
    return [partner.name for partner in desk.directory.partners(keys)]


@pytest.fixture
def four(desk: Desk) -> Desk:
    add(
        desk, "Łąka", city="Łódź", stage=Stage.PARTNER, tags=("VIP", "Ślub"), audience=("pary młode",),
        responsible="Żaneta", is_key_client=True, called="2026-11-01", first_day=date(2020, 1, 1),
    )  # fmt: skip
    add(
        desk,
        "Beta",
        city="lodz",
        stage=Stage.PROSPECT,
        tags=("vip",),
        responsible="Łucja",
        called="2026-05-01",
    )
    add(desk, "Ćma", city="Gdańsk", stage=Stage.PARTNER, is_competitor=True, first_day=date(2024, 1, 1))
    add(desk, "Alfa", city="", stage=Stage.REFUSED, audience=("Pary Młode", "firmy"), responsible="Ewa")
    gone = add(desk, "Gone", city="Łódź", stage=Stage.PARTNER, tags=("VIP",), responsible="Ola")
    desk.directory.delete([gone.key])
    return desk


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (PartnerFilter(), ["Alfa", "Beta", "Ćma", "Łąka"]),
        (PartnerFilter(stages=(Stage.PARTNER,)), ["Ćma", "Łąka"]),
        (PartnerFilter(stages=(Stage.PARTNER, Stage.REFUSED)), ["Alfa", "Ćma", "Łąka"]),
        (PartnerFilter(tags=("vip",)), ["Beta", "Łąka"]),
        (PartnerFilter(tags=("slub", "missing")), ["Łąka"]),
        (PartnerFilter(cities=("ŁÓDŹ",)), ["Łąka"]),
        (PartnerFilter(cities=("lodz",)), ["Beta"]),
        (PartnerFilter(audiences=("PARY MLODE",)), ["Alfa", "Łąka"]),
        (PartnerFilter(responsible=("Łucja", "")), ["Beta", "Ćma"]),
        (PartnerFilter(key_client=True), ["Łąka"]),
        (PartnerFilter(key_client=False), ["Alfa", "Beta", "Ćma"]),
        (PartnerFilter(competitor=True), ["Ćma"]),
        (PartnerFilter(competitor=False), ["Alfa", "Beta", "Łąka"]),
        (PartnerFilter(not_contacted_days=22), ["Alfa", "Beta", "Ćma"]),
        (PartnerFilter(not_contacted_days=21), ["Alfa", "Beta", "Ćma", "Łąka"]),
        (PartnerFilter(not_contacted_days=365), ["Alfa", "Ćma"]),
        (PartnerFilter(stages=(Stage.PARTNER,), tags=("VIP",), key_client=True), ["Łąka"]),
        (PartnerFilter(stages=(Stage.PARTNER,), competitor=True, key_client=True), []),
        (PartnerFilter(tags=("\ud800",), cities=("\x00",), responsible=("'\"",)), []),
    ],
)
def test_conditions_combine(four: Desk, where: PartnerFilter, found: list[str]) -> None:
    assert names(four, where=where) == found
    assert PartnerFilter.from_criteria(where.to_criteria()) == where


def test_words_and_conditions_combine(four: Desk) -> None:
    assert names(four, "lodz", where=PartnerFilter(tags=("VIP",))) == ["Beta", "Łąka"]
    assert names(four, "laka lod", where=PartnerFilter(stages=(Stage.PARTNER,))) == ["Łąka"]
    assert names(four, "laka", where=PartnerFilter(stages=(Stage.REFUSED,))) == []


@pytest.mark.parametrize(
    ("by", "upwards", "downwards"),
    [
        (OrderBy.NAME, ["Alfa", "Beta", "Ćma", "Łąka"], ["Łąka", "Ćma", "Beta", "Alfa"]),
        (OrderBy.CITY, ["Ćma", "Beta", "Łąka", "Alfa"], ["Łąka", "Beta", "Ćma", "Alfa"]),
        (OrderBy.STAGE, ["Beta", "Ćma", "Łąka", "Alfa"], ["Alfa", "Ćma", "Łąka", "Beta"]),
        (OrderBy.RESPONSIBLE, ["Alfa", "Beta", "Łąka", "Ćma"], ["Łąka", "Beta", "Alfa", "Ćma"]),
        (OrderBy.LAST_CONTACT, ["Alfa", "Ćma", "Beta", "Łąka"], ["Łąka", "Beta", "Alfa", "Ćma"]),
        (OrderBy.FIRST_DAY, ["Łąka", "Ćma", "Alfa", "Beta"], ["Ćma", "Łąka", "Alfa", "Beta"]),
    ],
)
def test_each_order_goes_both_ways_and_names_settle_the_rest(
    four: Desk, by: OrderBy, upwards: list[str], downwards: list[str]
) -> None:
    assert names(four, order=PartnerOrder(by)) == upwards
    assert names(four, order=PartnerOrder(by, True)) == downwards
    keys = four.directory.keys(order=PartnerOrder(by))
    assert four.directory.keys(order=PartnerOrder(by), limit=2) == keys[:2]


def test_every_polish_letter_stands_in_its_place(desk: Desk) -> None:
    alphabet = "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ"
    mixed = list(alphabet)
    random.Random(3).shuffle(mixed)  # noqa: S311 - no secret
    for at, letter in enumerate(mixed):
        add(desk, f"{letter if at % 2 else letter.lower()}x")
    assert "".join(name[0] for name in names(desk)).upper() == alphabet


def test_what_can_be_chosen_is_what_partners_outside_the_bin_have(four: Desk) -> None:
    assert four.listing.tags() == ["Ślub", "VIP"]
    assert [fold(one) for one in four.listing.audiences()] == ["firmy", "pary mlode"]
    assert four.listing.cities() == ["Gdańsk", "lodz", "Łódź"]
    assert four.listing.responsible() == ["Ewa", "Łucja", "Żaneta"]


@pytest.mark.parametrize(
    "criteria",
    [
        {"stages": ["partner", "unknown", 3], "future": {"x": 1}, "tags": "VIP"},
        {"not_contacted_days": -4, "key_client": "yes", "cities": None},
        {"not_contacted_days": True, "responsible": [1, None]},
    ],
)
def test_criteria_that_are_not_understood_are_left_out(criteria: dict[str, object]) -> None:
    where = PartnerFilter.from_criteria(criteria)
    assert where == PartnerFilter(stages=(Stage.PARTNER,) if "stages" in criteria else ())


def test_a_filter_names_its_conditions_and_lets_go_of_one() -> None:
    where = PartnerFilter(tags=("a",), key_client=False, not_contacted_days=30)
    assert where.active == ("tags", "key_client", "not_contacted_days")
    assert where.without("key_client").active == ("tags", "not_contacted_days")
    assert PartnerFilter().is_empty


_PIECES = (
    '"', "'", "*", "-", "^", ":", "(", ")", "{", "}", "+", "%", "_", "\\", "\x00", "\ud800", "\udfff",
    "\u202e", "NEAR", "AND", "OR", "NOT", "search_text:", "o.o.", "ł", "Ż", "ß", "ﷺ", "𝔄", "𞤀", "ก", "हिन्दी",
    "İ", " ", "\n",
)  # fmt: skip


def nasty(chance: random.Random) -> str:
    """A search string of odd pieces and of any characters there are, now and then a very long one."""
    parts = []
    for _ in range(chance.randrange(1, 12)):
        if chance.random() < 0.5:
            parts.append(chance.choice(_PIECES))
        else:
            parts.append(chr(chance.randrange(sys.maxunicode + 1)))
    text = "".join(parts)
    return text * 2_000 if chance.random() < 0.002 else text


def search_for_many(desk: Desk, count: int, seed: int) -> None:
    add(desk, "Żółw i spółka", notes="hotel o.o.")
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(count):
        desk.directory.keys(nasty(chance), 10)


def test_20_000_random_search_strings_raise_nothing(desk: Desk) -> None:
    search_for_many(desk, 20_000, 20_000)


@pytest.mark.long
def test_a_million_random_search_strings_raise_nothing(desk: Desk) -> None:
    search_for_many(desk, 1_000_000, 1)


@pytest.mark.parametrize("text", ["a " * 50_000, "x" * 1_000_000, "\x00", "\ud800", "\ufffe", " ", "*", '"'])
def test_no_length_and_no_sign_is_too_much_to_search_for(four: Desk, text: str) -> None:
    assert isinstance(four.directory.keys(text), list)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40),
    chance=st.randoms(use_true_random=False),
)
def test_any_text_is_found_by_the_beginnings_of_its_words_in_any_order(
    desk: Desk, text: str, chance: random.Random, tmp_path: Path
) -> None:
    """Also in scripts that SQLite's tokenizer does not know: such words are compared letter by letter."""
    del tmp_path
    key = add(desk, f"Firma {text}").key
    words = search_words(text)[:10]
    chance.shuffle(words)
    typed = " ".join(word[: chance.randrange(1, len(word) + 1)] for word in words)
    assert key in desk.directory.keys(typed)
    assert key in desk.directory.keys(typed.upper() if fold(typed.upper()) == typed else typed)


def test_letters_younger_than_sqlites_tables_are_found(desk: Desk) -> None:
    adlam = add(desk, "Firma 𞤀𞤣𞤤𞤢𞤥 Ż")
    add(desk, "Inna Ż")
    assert desk.directory.keys("𞤢𞤣 z") == [adlam.key]
    assert desk.directory.keys("𞤥") == []


@pytest.mark.parametrize(
    "typed",
    ["58 555 38 12", "585553812", "58-555-38-12", "+48 58 555 38 12", "+48585553812", "0048 58 555 38 12"],
)
@pytest.mark.parametrize("kept", ["58 555 38 12", "+48 58 555 38 12", "(58) 555-38-12"])
def test_a_phone_is_found_however_it_is_typed_and_kept(desk: Desk, typed: str, kept: str) -> None:
    add(desk, "Plusk", phone=kept, nip="5250007738")
    assert names(desk, typed) == ["Plusk"]
    assert names(desk, "PL5250007738") == ["Plusk"]
    assert names(desk, "pl") == ["Plusk"]
