"""Letters through the service: facts, salutation, recipient, file, history."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, HistoryKind, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.letter_facts import years_together
from partnerdesk.services.problems import Problem

DAY = date(2026, 11, 23)
WIKTOR = Contact(first_name="Wiktor", surname="Nikonenko", job_title="", gender=Gender.M)


@pytest.fixture
def partner(desk: Desk) -> Partner:
    desk.own_firm.save(
        OwnFirm(
            id=1, name="Kwiaciarnia Mimoza", street="ul. Długa 5", postal_code="80-827", city="Gdańsk",
            nip="525-000-77-38", signatory_first_name="Zofia", signatory_surname="Żuk",
            signatory_job_title="właścicielka", signatory_gender=Gender.F,
        )
    )  # fmt: skip
    file = PartnerFile(
        Partner(
            name="Delo & Synowie sp. z o.o.", street="ul. Krótka 1", postal_code="81-001", city="Gdynia",
            first_day=date(2021, 11, 23), sells=("druk",),
        ),
        (WIKTOR,),
    )  # fmt: skip
    return desk.directory.save(file).partner


def pdf_text(content: bytes) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.split())


def test_a_letter_goes_to_the_person_in_the_vocative_and_names_both_firms(
    desk: Desk, partner: Partner
) -> None:
    request = desk.letters.request_for("long_cooperation", partner, written_on=DAY)
    printed = desk.letters.print(request, desk.letters.compose(request))
    text = pdf_text(desk.letters.render(printed))
    assert "Szanowny Panie Wiktorze," in text
    assert "Pan Wiktor Nikonenko" in text
    assert "Delo & Synowie sp. z o.o." in text
    assert "Gdańsk, 23 listopada 2026 r." in text
    assert "NIP 525-000-77-38" in text
    assert "Zofia Żuk" in text
    assert "5 lat" in text or "pięć lat" in text


def test_the_language_follows_the_partner_and_not_the_screen(desk: Desk, partner: Partner) -> None:
    english = replace(partner, language="en")
    request = desk.letters.request_for("mutual_support", english, written_on=DAY)
    printed = desk.letters.print(request, desk.letters.compose(request))
    assert printed.salutation == "Dear Mr Nikonenko,"
    assert printed.place_and_date == "Gdańsk, 23\u00a0November 2026"
    assert printed.closing.endswith(",")
    polish = desk.letters.request_for("mutual_support", partner, written_on=DAY)
    assert not desk.letters.print(polish, desk.letters.compose(polish)).closing.endswith(",")


def test_a_letter_to_the_whole_firm_greets_everybody(desk: Desk, partner: Partner) -> None:
    request = replace(desk.letters.request_for("mutual_support", partner, written_on=DAY), contact=None)
    printed = desk.letters.print(request, desk.letters.compose(request))
    assert printed.salutation == "Szanowni Państwo,"
    assert printed.recipient[0] == "Delo & Synowie sp. z o.o."


def test_an_export_is_a_new_file_and_stands_in_the_history(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    request = desk.letters.request_for("mutual_support", partner, written_on=DAY)
    wording = replace(desk.letters.compose(request), body="Własny tekst, ąćęłńóśźż.\n\nDrugi akapit.")
    first = desk.letters.export(request, wording, tmp_path / "out")
    second = desk.letters.export(request, wording, tmp_path / "out")
    assert first.path.name.startswith("Delo & Synowie sp. z o.o. – ")
    assert first.path.name.endswith(" – 2026-11-23.pdf")
    assert second.path != first.path
    assert first.path.read_bytes() == second.path.read_bytes()
    assert "Własny tekst, ąćęłńóśźż. Drugi akapit." in pdf_text(first.path.read_bytes())
    entries = desk.directory.history(partner.key)
    assert [entry.kind for entry in entries] == [HistoryKind.LETTER, HistoryKind.LETTER]
    assert entries[1].details["file"] == first.path.name
    assert first.letter.printed["paragraphs"] == ["Własny tekst, ąćęłńóśźż.", "Drugi akapit."]


def test_a_letter_that_lacks_something_is_not_exported_and_says_what(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    request = desk.letters.request_for("mutual_support", partner, written_on=DAY)
    wording = desk.letters.compose(request)
    desk.own_firm.save(replace(desk.own_firm.get(), name=""))
    for bad, reason in (
        (wording, "firm's name"),
        (replace(wording, body=" \n "), "no text"),
        (replace(wording, salutation=" , "), "salutation is empty"),
        (replace(wording, body="Dziękujemy 漢"), "漢"),
    ):
        with pytest.raises(Problem, match=reason):
            desk.letters.export(request, bad, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []
    assert desk.directory.history(partner.key) == []


def test_an_export_into_a_place_that_cannot_be_written_is_a_problem(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    request = desk.letters.request_for("mutual_support", partner, written_on=DAY)
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Problem, match="Choose another place"):
        desk.letters.export(request, desk.letters.compose(request), blocked / "inner")
    assert desk.directory.history(partner.key) == []


@pytest.mark.parametrize(
    ("first_day", "today", "years"),
    [
        (None, DAY, 0),
        (date(2021, 11, 23), DAY, 5),
        (date(2021, 11, 24), DAY, 4),
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2027, 1, 1), DAY, 0),
    ],
)
def test_years_together_are_full_years(first_day: date | None, today: date, years: int) -> None:
    assert years_together(first_day, today) == years


def test_a_persons_own_salutation_is_used_in_the_language_of_the_firm_alone(
    desk: Desk, partner: Partner
) -> None:
    file = desk.directory.file(partner.key)
    own = replace(file.contacts[0], salutation="Drogi Wiktorze")
    desk.directory.save(replace(file, contacts=(own,)))
    request = desk.letters.request_for("mutual_support", partner, written_on=DAY)
    printed = desk.letters.print(request, desk.letters.compose(request))
    assert printed.salutation == "Drogi Wiktorze,"
    english = desk.letters.request_for("mutual_support", partner, "en", DAY)
    assert desk.letters.compose(english).salutation == "Dear Mr Nikonenko"
