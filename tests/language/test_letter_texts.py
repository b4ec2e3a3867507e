"""The eight letters, read as their files stand and printed in every variant."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.letter_template import Addressee, Fact, Sender, Voice
from partnerdesk.language.checking import check
from partnerdesk.language.filling import Value, Values, built_in_entries, fill, value_of
from partnerdesk.language.template import Template, parse
from partnerdesk.language.typography import typeset
from partnerdesk.language.variable import letter_variables, senders_of

FOLDER = Path(__file__).parents[2] / "resources" / "letter_templates"
KEYS = (
    "new_clients",
    "joint_project",
    "long_cooperation",
    "project_success",
    "mutual_support",
    "sole_trader_thanks",
    "media_thanks",
    "school_thanks",
)
LANGUAGES = ("pl", "en")
STORED: dict[str, Any] = {
    "new_clients": 3,
    "new_field": "wyposażenie hoteli",
    "year_end": True,
    "project": "Grand Lux",
    "project_kind": "budowa centrum handlowego",
    "place": "Gdańsk",
    "years_together": 5,
    "employee": "Pani Anna Nikonenko",
    "employee_position": "starsza administratorka",
    "merit": "szybkie decyzje",
    "achievement": "otwarcie przed terminem",
    "goods": "meble biurowe",
    "pleased": "dostawa w ciągu jednego dnia",
    "event": "Młoda Jesień",
    "media_kind": "radio",
    "institution": "kindergarten",
}
FAULTS = re.compile(r"[{}|]|None|[ \u00a0]{2}|[ \u00a0][,.;:)!?]|\.\.|,,|,\.|\( |„\s|“\s|\s”")


def read(key: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))


def fields_of(letter: dict[str, Any], language: str) -> list[Field]:
    return [
        Field(
            key=field["key"],
            label=field["label"][language],
            kind=FieldKind(field["kind"]),
            choices=tuple(Choice(c["key"], c["label"][language]) for c in field.get("choices", [])),
        )
        for field in letter.get("fields", [])
    ]


def texts_of(letter: dict[str, Any], language: str) -> dict[str, Template]:
    return {part: parse(letter[part][language]) for part in ("subject", "body", "closing")}


def values(
    letter: dict[str, Any], language: str, sender: Sender, addressee: Addressee, stored: dict[str, Any]
) -> Values:
    entries: dict[str, Value] = built_in_entries(
        language=language,
        firm="Stroy-Master sp. z o.o.",
        partner="Delo S.A.",
        addressee=addressee,
        contact=None,
        signatory_position="dyrektor" if stored else "",
        written_on=date(2026, 11, 23),
    )
    for field in fields_of(letter, language):
        entries[field.key] = value_of(field, stored.get(field.key), language)
    return Values(language, sender, addressee, entries)


def variants(letter: dict[str, Any], language: str) -> Iterator[Values]:
    """Every set of filled fields, from none to all, for every sender and addressee."""
    keys = [field.key for field in fields_of(letter, language)]
    filled = itertools.chain.from_iterable(
        itertools.combinations(keys, size) for size in range(len(keys) + 1)
    )
    for chosen, sender, addressee in itertools.product(filled, senders_of(Voice(letter["voice"])), Addressee):
        stored = {key: STORED[key] for key in chosen}
        yield values(letter, language, sender, addressee, stored)


def paragraphs(text: str, language: str) -> list[str]:
    return [typeset(" ".join(part.split()), language) for part in text.strip().split("\n\n")]


@pytest.fixture(params=KEYS)
def letter(request: pytest.FixtureRequest) -> dict[str, Any]:
    return read(request.param)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_there_is_one_file_for_each_letter() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(KEYS)
    assert [read(key)["order"] for key in KEYS] == list(range(1, 9))


def test_every_fault_that_could_show_up_while_filling_is_absent(
    letter: dict[str, Any], language: str
) -> None:
    known = letter_variables(Voice(letter["voice"]), fields_of(letter, language))
    for template in texts_of(letter, language).values():
        assert check(template, known, language) == []


def test_every_field_is_optional_used_and_filled_by_a_fact_that_exists(letter: dict[str, Any]) -> None:
    for field in letter.get("fields", []):
        assert not field.get("required", False)
        assert field["key"] in parse(letter["body"]["pl"]).variables()
        assert field["key"] in parse(letter["body"]["en"]).variables()
        assert "fact" not in field or Fact(field["fact"])


def test_every_variant_reads_whole(letter: dict[str, Any], language: str) -> None:
    texts = texts_of(letter, language)
    for variant in variants(letter, language):
        body = paragraphs(fill(texts["body"], variant), language)
        assert 3 <= len(body) <= 5
        for text in (*body, *paragraphs(fill(texts["subject"], variant), language)):
            assert text
            assert not FAULTS.search(text), text
        for paragraph in body:
            assert paragraph.endswith("."), paragraph


def test_a_polish_body_goes_on_after_the_comma_and_an_english_one_starts_anew(
    letter: dict[str, Any], language: str
) -> None:
    body = texts_of(letter, language)["body"]
    for variant in variants(letter, language):
        first = fill(body, variant).lstrip()[0]
        assert first.islower() if language == "pl" else first.isupper()


def test_every_sentence_starts_with_a_capital(letter: dict[str, Any], language: str) -> None:
    body = texts_of(letter, language)["body"]
    for variant in variants(letter, language):
        text = fill(body, variant).replace("sp. z o.o.", "").replace("S.A.", "")
        for start in re.findall(r"\.\s+(\S)", text):
            assert start.isupper(), text


@pytest.mark.parametrize("addressee", list(Addressee))
def test_a_letter_speaks_to_its_addressee_in_one_form_only(
    letter: dict[str, Any], addressee: Addressee
) -> None:
    forms = {
        Addressee.M: r"\b(?:Pani|Panią|Państw\w+)\b",
        Addressee.F: r"\b(?:Pan|Pana|Panu|Panem|Państw\w+)\b",
        Addressee.GROUP: r"\b(?:Pan|Pana|Panu|Panem|Pani|Panią)\b",
    }
    sender = senders_of(Voice(letter["voice"]))[0]
    stored = {key: value for key, value in STORED.items() if key != "employee"}
    text = fill(texts_of(letter, "pl")["body"], values(letter, "pl", sender, addressee, stored))
    assert not re.search(forms[addressee], text)
    assert not re.search(r"\b(?:Ty|Ciebie|Tobie|Cię|Ci|Twój|Twoj\w+|Wasz\w*|Wam|Was)\b", text)


@pytest.mark.parametrize(
    ("sender", "other"), [(Sender.M, r"\w(?:łam|łaby)\b"), (Sender.F, r"\w(?:łem|łby)m?\b")]
)
def test_a_person_speaks_in_one_gender(sender: Sender, other: str) -> None:
    for key in ("project_success", "sole_trader_thanks"):
        letter = read(key)
        text = fill(texts_of(letter, "pl")["body"], values(letter, "pl", sender, Addressee.M, STORED))
        assert not re.search(other, text.replace("by się nie udał", ""))


def test_values_that_look_like_markup_come_out_as_they_are() -> None:
    letter = read("joint_project")
    stored = {"project": "A & {b} | <i>"}
    text = fill(texts_of(letter, "pl")["body"], values(letter, "pl", Sender.WE, Addressee.GROUP, stored))
    assert "„A & {b} | <i>”" in text
