"""Firms' names inside a sentence."""

import pytest

from partnerdesk.language.firm_name import in_quotes, split_legal_form


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dekora sp. z o.o.", ("Dekora", "sp. z o.o.")),
        ("Dekora, Sp. z o. o. sp. k.", ("Dekora", "Sp. z o. o. sp. k.")),
        ("  Delo   S.A. ", ("Delo", "S.A.")),
        ("Kowalski i Syn sp.j.", ("Kowalski i Syn", "sp.j.")),
        (
            "ABC spółka z ograniczoną odpowiedzialnością",
            ("ABC", "spółka z ograniczoną odpowiedzialnością"),
        ),
        ("Müller GmbH", ("Müller", "GmbH")),
        ("Casa", ("Casa", "")),
        ("SA", ("SA", "")),
        ("", ("", "")),
    ],
)
def test_the_legal_form_is_split_off(name: str, parts: tuple[str, str]) -> None:
    assert split_legal_form(name) == parts


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("Dekora", "„Dekora”"),
        ("Dekora sp. z o.o.", "„Dekora” sp. z o.o."),
        ('Zakład "Ala" s.c.', 'Zakład "Ala" s.c.'),
        ("„Dekora” S.A.", "„Dekora” S.A."),
        ("", ""),
    ],
)
def test_polish_quotes_the_name_alone_and_once(name: str, quoted: str) -> None:
    assert in_quotes(name, "pl") == quoted


def test_english_quotes_no_firm() -> None:
    assert in_quotes("Dekora sp. z o.o.", "en") == "Dekora sp. z o.o."
