"""The agreement sheet of every type in both languages, read back from its PDF."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.partnership import (
    LastWord,
    Obligation,
    ObligationStatus,
    Partnership,
    ReviewRhythm,
)
from partnerdesk.domain.partnership_type import PartnershipType, Side
from partnerdesk.domain.recurrence import Recurrence
from partnerdesk.language.agreement_words import agreement_words
from partnerdesk.language.formats import long_date, short_date
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.field_values import is_empty, value_text
from partnerdesk.services.partnerships import Agreement, default_obligations
from partnerdesk.services.problems import Problem
from partnerdesk.services.sample import write_sample

TODAY = date(2026, 11, 23)
TYPES = [
    "card_swap", "client_base_sale", "dead_lead_swap", "gift_bundle", "discount_programme", "stand_swap",
    "catalogue_swap", "joint_event", "barter", "resource_swap", "joint_client_projects",
    "information_partnership", "affiliate_programme", "product_launch", "joint_business",
]  # fmt: skip
VALUES: dict[FieldKind, Any] = {
    FieldKind.INTEGER: 1250,
    FieldKind.MONEY: "1250.55",
    FieldKind.PERCENT: "12.5",
    FieldKind.DECIMAL: "7.25",
    FieldKind.DATE: "2027-03-15",
    FieldKind.YES_NO: True,
}


def squeezed(text: str) -> str:
    """Without white space, where lines may break, and without the kind of quotation marks."""
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("“„”’'", '"""\'\''))
    return "".join(text.split())


def read_back(pdf: bytes) -> str:
    return squeezed("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def made_value(field: Field) -> Any:
    if field.kind is FieldKind.ROWS:
        return [{column.key: made_value(column) for column in field.columns} for _row in range(2)]
    if field.kind is FieldKind.CHOICE:
        return field.choices[-1].key
    return VALUES.get(field.kind, f"{field.key} zażółć")


def cells(fields: tuple[Field, ...], values: dict[str, Any], language: str) -> Iterator[str]:
    """Every label and value of the terms, one by one."""
    for field in fields:
        value = values.get(field.key)
        if is_empty(value):
            continue
        yield field.label
        if field.kind is FieldKind.ROWS:
            for row in value:
                yield from cells(field.columns, row, language)
        else:
            yield value_text(field, value, language)


@pytest.fixture
def firm(desk: Desk) -> OwnFirm:
    return desk.own_firm.save(
        OwnFirm(
            id=1,
            name="Kwiaciarnia „Mimoza”",
            street="ul. Ogarna 87/2",
            postal_code="80-826",
            city="Gdańsk",
            nip="9993834547",
            signatory_first_name="Joanna",
            signatory_surname="Lewandowska",
            signatory_job_title="właścicielka",
            signatory_job_title_en="Owner",
        )
    )


def agree(desk: Desk, kind: PartnershipType, partner: Partner | None = None, **more: Any) -> int:
    """A stored partnership with every term filled and the usual promises."""
    people = (
        Contact(first_name="Adam", surname="Pierwszy"),
        Contact(first_name="Łucja", surname="Decyzyjna", job_title="prezeska", is_decision_maker=True),
    )
    known = partner or Partner(name="Drukarnia Żółw & Syn sp. z o.o.", city="Łódź", nip="9992223132")
    stored = desk.directory.save(PartnerFile(known, people)).partner
    given: dict[str, Any] = {
        "name": "Jesienna próba",
        "starts_on": TODAY,
        "ends_on": date(2027, 12, 31),
        "our_functions": "Kwiaty i dowóz",
        "their_functions": "Druk i cięcie",
        "last_word": LastWord.US,
        "decision_rule": "Do pięciuset złotych każdy sam",
        "dispute_rule": "Najpierw rozmowa",
        "review_rhythm": ReviewRhythm.QUARTERLY,
        "exit_rule": "Z miesięcznym wyprzedzeniem",
    } | more
    terms = given.pop("terms", {field.key: made_value(field) for field in kind.terms})
    partnership = Partnership(partner_id=stored.key, type_key=kind.key, terms=terms, **given)
    promises = tuple(
        replace(promise, responsible="Marta") if promise.side is Side.OURS else promise
        for promise in default_obligations(kind, TODAY)
    )
    return desk.partnerships.save(Agreement(partnership, promises)).partnership.key


def pdf_of(desk: Desk, key: int, language: str) -> bytes:
    sheets = desk.agreement_sheets
    return sheets.render(sheets.print(sheets.request_for(key, language, TODAY)))


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("type_key", TYPES)
def test_the_sheet_holds_everything_that_was_agreed(
    desk: Desk, firm: OwnFirm, catalogues: Catalogues, type_key: str, language: str
) -> None:
    kind = catalogues.in_language(language).types[type_key]
    # Stored in the other language, as when a Polish owner prints for an English partner.
    other = catalogues.in_language("en" if language == "pl" else "pl").types[type_key]
    key = agree(desk, other)
    pdf = pdf_of(desk, key, language)
    text = read_back(pdf)
    agreement = desk.partnerships.agreement(key)
    words = agreement_words(language)
    wanted = [
        kind.title, "Jesienna próba", kind.agreement, words.warning,
        "Gdańsk, " + long_date(TODAY, language), long_date(date(2027, 12, 31), language),
        "Kwiaciarnia „Mimoza”", "ul. Ogarna 87/2", "Joanna Lewandowska",
        "Drukarnia Żółw & Syn sp. z o.o.", "Łódź", "Łucja Decyzyjna, prezeska",
        "Kwiaty i dowóz", "Druk i cięcie", "Do pięciuset złotych każdy sam", "Najpierw rozmowa",
        "Z miesięcznym wyprzedzeniem", words.rhythms[ReviewRhythm.QUARTERLY], "Marta",
        *cells(kind.terms, agreement.partnership.terms, language),
        *(caution.text for caution in kind.cautions if caution.legal),
        *(promise.text for promise in kind.obligations),
        *(short_date(promise.due_on, language) for promise in agreement.obligations if promise.due_on),
    ]  # fmt: skip
    assert [text_ for text_ in wanted if squeezed(text_) not in text] == []
    assert "Pierwszy" not in text
    assert ("NIP999-222-31-32" if language == "pl" else "PL9992223132") in text
    assert "PartnerDesk".lower() not in text.lower()
    assert pdf == pdf_of(desk, key, language)


def test_every_type_has_a_sentence_that_speaks_of_both_firms(catalogues: Catalogues) -> None:
    for language, you in (("en", {"you", "your"}), ("pl", {"twój", "twoje", "twoi", "ty", "ciebie"})):
        for kind in catalogues.in_language(language).types.values():
            spoken = {word.strip(".,–();:").lower() for word in kind.agreement.split()}
            assert kind.agreement.endswith("."), kind.key
            assert not spoken & you, kind.key


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, resources: Path, catalogues: Catalogues
) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("sheets") / "sample.partnerdesk"
    with open_desk(path, resources, catalogues, "en") as desk:
        write_sample(desk, TODAY)
        yield desk


def test_every_sheet_of_the_sample_has_at_most_two_pages_and_lacks_nothing(sample: Desk) -> None:
    for partnership in sample.partnerships.all():
        for language in ("pl", "en"):
            printed = sample.agreement_sheets.print(
                sample.agreement_sheets.request_for(partnership.key, language, TODAY)
            )
            assert sample.agreement_sheets.lacks(printed) == []
            pages = PdfReader(BytesIO(sample.agreement_sheets.render(printed))).pages
            assert len(pages) <= 2, partnership.name


def test_the_language_is_the_partners_unless_another_is_asked_for(desk: Desk, firm: OwnFirm) -> None:
    key = agree(desk, desk.catalogue.types["barter"], Partner(name="Smith Ltd", language="en"))
    assert desk.agreement_sheets.request_for(key).language == "en"
    assert desk.agreement_sheets.request_for(key, "pl").language == "pl"
    assert desk.agreement_sheets.request_for(key).place == "Gdańsk"


def test_waived_promises_and_empty_terms_are_left_out(desk: Desk, firm: OwnFirm) -> None:
    kind = desk.catalogue.types["card_swap"]
    key = agree(
        desk, kind, terms={"our_cards_place": "lada", "their_cards_place": "okno", "card_mark": " "},
        last_word=None, decision_rule="", exit_rule="", review_rhythm=None,
    )  # fmt: skip
    agreement = desk.partnerships.agreement(key)
    waived = replace(
        agreement.obligations[0], text="Dropped", status=ObligationStatus.WAIVED, settled_on=TODAY
    )
    desk.partnerships.save(Agreement(agreement.partnership, (waived, *agreement.obligations[1:])))
    text = read_back(pdf_of(desk, key, "en"))
    words = agreement_words("en")
    for gone in ("Dropped", "Mark on the cards", words.last_word, words.decisions, words.review, words.exit):
        assert squeezed(gone) not in text
    assert "lada" in text


def test_a_promise_that_comes_again_is_said_once_with_its_rhythm(desk: Desk, firm: OwnFirm) -> None:
    key = agree(desk, desk.catalogue.types["card_swap"])
    agreement = desk.partnerships.agreement(key)
    monthly = Obligation(
        side=Side.THEIRS, text="Count the cards", due_on=date(2026, 12, 1), recurrence=Recurrence.MONTHLY
    )
    saved = desk.partnerships.save(Agreement(agreement.partnership, (monthly,)))
    desk.partnerships.settle(saved.obligations[0].key, ObligationStatus.KEPT, date(2026, 12, 1))
    assert len(desk.partnerships.obligations(key)) == 2
    for language, due in (("pl", "co miesiąc od 01.12.2026"), ("en", "every month from 01/12/2026")):
        text = read_back(pdf_of(desk, key, language))
        assert text.count("Countthecards") == 1
        assert squeezed(due) in text


def test_every_rhythm_has_words() -> None:
    for language in ("pl", "en"):
        rhythms = agreement_words(language).rhythms
        assert set(rhythms) == {one.value for one in (*ReviewRhythm, *Recurrence)}


def test_an_own_text_is_printed_as_it_was_typed(desk: Desk, firm: OwnFirm) -> None:
    key = agree(desk, desk.catalogue.types["barter"], name="<b>AT&T</b> {contact} „Lato”")
    agreement = desk.partnerships.agreement(key)
    own = Obligation(side=Side.THEIRS, text="Oddać <i>wazony</i> & stojak", due_on=date(2028, 2, 29))
    desk.partnerships.save(Agreement(agreement.partnership, (own,)))
    for language, day in (("pl", "29.02.2028"), ("en", "29/02/2028")):
        text = read_back(pdf_of(desk, key, language))
        for wanted in ("<b>AT&T</b>{contact}", "Oddać<i>wazony</i>&stojak", day):
            assert wanted in text
    english = desk.agreement_sheets.print(desk.agreement_sheets.request_for(key, "en", TODAY))
    assert english.name == "<b>AT&T</b> {contact} „Lato”"


def test_the_file_is_named_safely_and_never_overwritten(desk: Desk, firm: OwnFirm, tmp_path: Path) -> None:
    key = agree(desk, desk.catalogue.types["barter"], Partner(name="../Łąka / Las", language="pl"))
    request = desk.agreement_sheets.request_for(key, written_on=TODAY)
    first, second = (desk.agreement_sheets.export(request, tmp_path / "out") for _time in range(2))
    assert first.name == "Łąka Las – ustalenia – 2026-11-23.pdf"
    assert second.name == "Łąka Las – ustalenia – 2026-11-23 (2).pdf"
    assert first.read_bytes() == second.read_bytes()
    english = desk.agreement_sheets.export(replace(request, language="en"), tmp_path / "out")
    assert english.name == "Łąka Las – agreement – 2026-11-23.pdf"


def test_what_keeps_a_sheet_from_being_exported_is_said(desk: Desk, tmp_path: Path) -> None:
    key = agree(desk, desk.catalogue.types["barter"], name="Snow ☃")
    request = desk.agreement_sheets.request_for(key, written_on=TODAY)
    with pytest.raises(Problem, match=r"(?s)firm's name is missing.*☃"):
        desk.agreement_sheets.export(request, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_named(desk: Desk, firm: OwnFirm, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    request = desk.agreement_sheets.request_for(agree(desk, desk.catalogue.types["barter"]))
    with pytest.raises(Problem, match="could not be read or written"):
        desk.agreement_sheets.export(request, tmp_path / "file")
