"""Firms' names inside a sentence."""

import pytest

from partnerdesk.domain.partner import LegalForm
from partnerdesk.language.firm_name import guess_legal_form, in_quotes, split_legal_form


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


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Dekora sp. z o.o.", LegalForm.LIMITED_COMPANY),
        ("DEKORA SP. Z O. O.", LegalForm.LIMITED_COMPANY),
        ("ABC spółka z ograniczoną odpowiedzialnością", LegalForm.LIMITED_COMPANY),
        ("Dekora sp. z o.o. sp. k.", LegalForm.LIMITED_PARTNERSHIP),
        ("Dekora sp. z o.o. S.K.A.", LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP),
        ("Delo spółka komandytowo-akcyjna", LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP),
        ("Delo SA", LegalForm.JOINT_STOCK_COMPANY),
        ("Delo Spółka Akcyjna", LegalForm.JOINT_STOCK_COMPANY),
        ("Delo P.S.A.", LegalForm.SIMPLE_JOINT_STOCK_COMPANY),
        ("Delo prosta spółka akcyjna", LegalForm.SIMPLE_JOINT_STOCK_COMPANY),
        ("Kowalski i Syn sp.j.", LegalForm.GENERAL_PARTNERSHIP),
        ("Nowak, Zych sp. p.", LegalForm.PROFESSIONAL_PARTNERSHIP),
        ("Ala i Ola s.c.", LegalForm.CIVIL_PARTNERSHIP),
        ("Müller GmbH", LegalForm.FOREIGN),
        ("Fundacja Żółw", LegalForm.FOUNDATION),
        ("Stowarzyszenie „Razem”", LegalForm.ASSOCIATION),
        ("Spółdzielnia Mleczarska", LegalForm.COOPERATIVE),
        ("Parafia św. Anny", LegalForm.CHURCH),
        ("Gmina Sopot", LegalForm.PUBLIC_BODY),
        ("Fundacja", None),
        ("Salon Casa", None),
        ("SA", None),
        ("", None),
    ],
)
def test_the_legal_form_is_guessed_from_the_name(name: str, form: LegalForm | None) -> None:
    assert guess_legal_form(name) is form
