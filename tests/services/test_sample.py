"""The sample business: whole, believable, the same each time, and every letter to it fit to be sent."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from partnerdesk.domain.approach import ApproachOutcome
from partnerdesk.domain.custom_field import CustomKind
from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partner import ChannelKind, Gender, HistoryKind, Stage
from partnerdesk.domain.partner_marks import phone_mark
from partnerdesk.domain.partnership import Direction, Measure, ObligationStatus, State
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.domain.printed_letter import PrintedLetter
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.field_values import check_values
from partnerdesk.services.problems import Problem
from partnerdesk.services.results import last_months
from partnerdesk.services.sample import write_sample
from partnerdesk.services.today import Urgency

TODAY = date(2026, 11, 23)
TEMPLATES = [
    "new_clients", "joint_project", "long_cooperation", "project_success", "mutual_support",
    "sole_trader_thanks", "media_thanks", "school_thanks",
]  # fmt: skip


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, resources: Path, catalogues: Catalogues
) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("sample") / "sample.partnerdesk"
    with open_desk(path, resources, catalogues, "en") as desk:
        write_sample(desk, TODAY)
        yield desk


def without_chance(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Every record without what is new in each file: UUIDs and the times of writing."""
    chance = {"uuid", "created_at", "updated_at"}
    return {
        name: [{k: v for k, v in asdict(record).items() if k not in chance} for record in table.find()]
        for name, table in desk.workspace.tables.items()
    }


def test_there_are_many_partners_of_all_stages_and_both_languages(sample: Desk) -> None:
    partners = sample.directory.all()
    assert len(partners) >= 25
    assert {partner.stage for partner in partners} == set(Stage)
    assert {partner.language for partner in partners} == {"pl", "en"}
    assert any(partner.is_competitor for partner in partners)
    assert any(not partner.street for partner in partners)
    assert len({partner.industry for partner in partners}) >= 15


def test_what_firms_do_and_for_whom_is_in_short_terms_that_are_shared(sample: Desk) -> None:
    partners = sample.directory.all()
    terms = [term for partner in partners for term in (*partner.sells, *partner.audience, *partner.tags)]
    firm = sample.own_firm.get()
    for term in (*terms, *firm.sells, *firm.audience):
        assert len(term) <= 32, term
        assert " i " not in term, term
    for term in ("pary młode", "rodziny", "firmy"):
        assert sum(term in partner.audience for partner in partners) >= 3, term
        assert term in firm.audience
    assert any(not partner.audience for partner in partners)
    assert {asset for partner in partners for asset in partner.assets} == set(Asset)
    assert len({tag for partner in partners for tag in partner.tags}) >= 8


def test_every_part_of_the_directory_has_something_to_show(sample: Desk) -> None:
    partners = sample.directory.all()
    assert sum(partner.is_key_client for partner in partners) >= 4
    assert {partner.responsible for partner in partners} == {"Joanna", "Marta"}
    assert len({partner.source for partner in partners}) >= 8
    assert len({partner.legal_form for partner in partners} - {None}) >= 8
    assert any(partner.addresses for partner in partners)
    channels = [channel for partner in partners for channel in partner.channels]
    assert {channel.kind for channel in channels} == set(ChannelKind)
    people = sample.workspace.contacts.find()
    assert sum(bool(person.name_day) for person in people) >= 10
    assert any(person.birthday.startswith("--") for person in people)
    assert any(person.birthday[:1].isdigit() for person in people)
    assert sum(bool(person.salutation) for person in people) >= 3
    assert sum(partner.krs != "" for partner in partners) >= 5
    # REGON and NIP are checked by saving; no office gives out numbers that begin like these.
    assert all(partner.regon.startswith("99") for partner in partners if partner.regon)
    assert sample.workspace.partners.count("deleted_at IS NOT NULL") == 1


def test_attempts_have_every_outcome_but_one_and_one_is_to_be_repeated_today(sample: Desk) -> None:
    attempts = sample.workspace.approaches.find()
    assert {attempt.outcome for attempt in attempts} == set(ApproachOutcome) - {ApproachOutcome.AGREED}
    refused = [attempt for attempt in attempts if attempt.outcome is ApproachOutcome.REFUSED]
    assert len({attempt.refusal_reason for attempt in refused}) >= 3
    assert TODAY in {attempt.retry_on for attempt in attempts}
    assert all(attempt.happened_on <= TODAY for attempt in attempts)


def test_own_fields_have_values_that_fit_them(sample: Desk) -> None:
    fields = {field.uuid: field for field in sample.workspace.custom_fields.find()}
    assert len(fields) == 2
    used = [item for partner in sample.directory.all() for item in partner.custom.items()]
    assert {key for key, _value in used} == set(fields)
    for key, value in used:
        assert fields[key].kind is not CustomKind.CHOICE or value in fields[key].choices
    assert sample.workspace.saved_filters.count() == 2


def test_attachments_are_text_and_pdf_of_the_size_they_say(sample: Desk) -> None:
    attachments = sample.workspace.attachments.find()
    assert {Path(attachment.name).suffix for attachment in attachments} == {".txt", ".pdf"}
    for attachment in attachments:
        content = sample.workspace.stored_files.get(attachment.stored_file_id).content
        assert len(content) == attachment.size
        if attachment.name.endswith(".pdf"):
            assert "zł" in "".join(text_of(content))
        else:
            assert content.decode("utf-8").strip()


def test_one_firm_was_entered_twice_and_can_be_told_by_its_phone(sample: Desk) -> None:
    phones: dict[str, list[str]] = {}
    for partner in sample.directory.all():
        phones.setdefault(phone_mark(partner.phone), []).append(partner.name)
    twice = [names for phone, names in phones.items() if phone and len(names) > 1]
    assert [len(names) for names in twice] == [2]
    assert all("Między Słowami" in name for name in twice[0])


def test_the_letter_to_a_supplier_lists_what_it_sells_as_a_sentence_does(sample: Desk) -> None:
    partner = sample.directory.partners(sample.directory.keys("Kolor Papier"))[0]
    request = sample.letters.request_for("sole_trader_thanks", partner, "pl", TODAY)
    assert "(zaproszenia, etykiety i ulotki)" in sample.letters.compose(request).body


def test_people_are_men_women_and_one_who_may_be_either(sample: Desk) -> None:
    people = {partner.name: sample.directory.contacts(partner.key) for partner in sample.directory.all()}
    assert {len(contacts) for contacts in people.values()} == {0, 1, 2, 3}
    genders = [contact.gender for contacts in people.values() for contact in contacts]
    assert genders.count(Gender.F) >= 10
    assert genders.count(Gender.M) >= 10
    assert None in genders


def test_partnerships_are_of_every_type_and_in_every_state(sample: Desk) -> None:
    partnerships = sample.partnerships.all()
    assert {entry.type_key for entry in partnerships} == set(sample.catalogue.types)
    assert {entry.state for entry in partnerships} == set(State)
    assert all(entry.name for entry in partnerships)
    refused = [entry for entry in partnerships if entry.state is State.REFUSED]
    assert all(entry.refusal_reason and entry.refusal_note for entry in refused)
    assert any(entry.retry_on for entry in refused)


def test_terms_hold_only_what_their_type_describes(sample: Desk) -> None:
    for entry in sample.partnerships.all():
        fields = sample.catalogue.types[entry.type_key].terms
        assert check_values(fields, entry.terms) == {}
        assert_fits(fields, entry.terms, entry.name)


def assert_fits(fields: tuple[Field, ...], values: dict[str, Any], place: str) -> None:
    known = {field.key: field for field in fields}
    assert set(values) <= set(known), place
    for key, value in values.items():
        field = known[key]
        match field.kind:
            case FieldKind.INTEGER:
                assert type(value) is int, (place, key)
            case FieldKind.MONEY | FieldKind.PERCENT:
                assert Decimal(value) >= 0, (place, key)
            case FieldKind.DATE:
                date.fromisoformat(value)
            case FieldKind.CHOICE:
                assert value in {choice.key for choice in field.choices}, (place, key)
            case FieldKind.YES_NO:
                assert type(value) is bool, (place, key)
            case FieldKind.ROWS:
                for row in value:
                    assert_fits(field.columns, row, f"{place}: {key}")
            case _:
                assert isinstance(value, str), (place, key)
                assert value.strip(), (place, key)


def test_promises_have_every_outcome_and_say_so_truly(sample: Desk) -> None:
    promises = sample.workspace.obligations.find()
    assert {promise.status for promise in promises} == set(ObligationStatus)
    for promise in promises:
        if promise.status is ObligationStatus.KEPT:
            assert promise.settled_on <= promise.due_on, promise.text
        if promise.status is ObligationStatus.LATE:
            assert promise.settled_on > promise.due_on, promise.text
        assert promise.settled_on is None or promise.settled_on <= TODAY


def test_today_has_something_of_every_kind(sample: Desk) -> None:
    assert {task.urgency for task in sample.today.tasks(TODAY)} == set(Urgency)


def test_results_reach_over_eighteen_months_and_both_ways(sample: Desk) -> None:
    results = sample.workspace.results.find()
    assert 60 <= len(results) <= 130
    months = {(result.happened_on.year, result.happened_on.month) for result in results}
    assert (2025, 6) in months
    assert len(months) == 18
    assert {(result.measure, result.direction) for result in results} == {
        (measure, direction) for measure in Measure for direction in Direction
    }
    assert all(result.happened_on <= TODAY for result in results)
    totals = sample.results.totals(last_months(18, TODAY))
    assert sum(row.amount for row in totals) == sum(result.amount for result in results)


def test_results_lie_within_their_partnerships(sample: Desk) -> None:
    for entry in sample.partnerships.all():
        for result in sample.results.of_partnership(entry.key):
            assert entry.starts_on <= result.happened_on <= (entry.ends_on or TODAY)


def test_history_tells_of_notes_letters_and_states_on_their_own_days(sample: Desk) -> None:
    entries = sample.workspace.history.find()
    # A merge is made by the owner, not by time.
    assert {entry.kind for entry in entries} == set(HistoryKind) - {HistoryKind.MERGE}
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 23, tzinfo=UTC)
    assert all(entry.happened_at <= now for entry in entries)
    assert len({entry.happened_at.date() for entry in entries}) > 40
    letters = sample.letters.exported()
    assert len(letters) >= 8
    assert {letter.language for letter in letters} == {"pl", "en"}


def test_the_firm_has_a_logo_and_a_signature_that_can_be_printed(sample: Desk) -> None:
    firm = sample.own_firm.get()
    assert sample.own_firm.picture(firm.logo_id)
    assert sample.own_firm.picture(firm.signature_id)
    assert firm.email.endswith(".example")


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2027, 1, 1), date(2030, 7, 31)])
def test_any_day_will_do(desk: Desk, today: date) -> None:
    write_sample(desk, today)
    assert {task.urgency for task in desk.today.tasks(today)} == set(Urgency)
    assert max(result.happened_on for result in desk.workspace.results.find()) <= today


def test_the_same_day_gives_the_same_sample(sample: Desk, desk: Desk) -> None:
    write_sample(desk, TODAY)
    assert without_chance(desk) == without_chance(sample)


def test_a_workspace_with_data_is_refused_and_left_alone(sample: Desk) -> None:
    before = sample.path.read_bytes()
    with pytest.raises(Problem, match="holds data already"):
        write_sample(sample, TODAY)
    assert sample.path.read_bytes() == before


def test_one_undo_takes_the_whole_sample_back(desk: Desk) -> None:
    write_sample(desk, TODAY)
    desk.undo.undo()
    assert all(table.count() == 0 for table in desk.workspace.tables.values())


def test_a_fault_half_way_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    shutil.copytree(desk.resources / "sample", tmp_path / "sample")
    last = max((tmp_path / "sample" / "partners").glob("*.toml"))
    last.write_text('nip = "1234567890"\n' + re.sub(r"(?m)^nip.*\n", "", last.read_text("utf-8")), "utf-8")
    with pytest.raises(Problem):
        write_sample(replace(desk, resources=tmp_path), TODAY)
    assert all(table.count() == 0 for table in desk.workspace.tables.values())


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def assert_reads_well(printed: PrintedLetter, pages: list[str]) -> None:
    text = "\n".join(pages)
    inside = squeezed(text)
    for part in printed.all_text().split("\n"):
        assert squeezed(part) in inside, part
    assert not set("{}|□■\ufffd") & set(text)
    assert "None" not in text
    assert text.count("?") == printed.all_text().count("?")
    assert not re.search(r"[^\S\n]{2}", "\n".join([printed.subject, *printed.paragraphs]))
    assert not re.search(r"\S[^\S\n]{2,}\S", text)
    assert not re.search(r"\s[,.;:!)]|\(\s|\(\)|,,|\.\.", printed.all_text().replace("…", ""))
    assert printed.salutation.strip(" ,")
    assert not re.fullmatch(r"(Dear|Szanown\w+)\s*,", printed.salutation)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("key", TEMPLATES)
def test_every_letter_to_every_partner_comes_out_whole(sample: Desk, key: str, language: str) -> None:
    for partner in sample.directory.all():
        request = sample.letters.request_for(key, partner, language, TODAY)
        printed = sample.letters.print(request, sample.letters.compose(request))
        assert sample.letters.lacks(printed) == [], partner.name
        pages = text_of(sample.letters.render(printed))
        assert len(pages) == 1, partner.name
        assert_reads_well(printed, pages)


def test_the_templates_are_those_that_ship(sample: Desk) -> None:
    assert list(sample.catalogue.letters) == TEMPLATES


def test_letters_greet_each_kind_of_person_rightly(sample: Desk) -> None:
    greetings = {
        "Bursztynowa": "Szanowny Panie Dyrektorze,",
        "Spichlerz": "Szanowna Pani Mario,",
        "Dąbrowski Fotografia": "Szanowny Panie Pawle,",
        "Kolor Papier": "Szanowny Panie Prezesie,",
        "Ósemka": "Szanowny Panie Marku,",
        "Aksamit": "Szanowna Pani Zofio,",
        "Kasztanem": "Szanowny Panie Dyrektorze,",
        "Morska Bryza": "Szanowna Pani Redaktor,",
        "Lotos": "Szanowna Pani Lan,",
        "Kovalenko": "Szanowny Panie Oleksandrze,",
        "Parafia": "Szanowny Księże Proboszczu,",
        "Olszewski": "Szanowny Panie Mecenasie,",
        "Siłownia": "Szanowni Państwo,",
        "Motława": "Szanowni Państwo,",
    }
    for words, greeting in greetings.items():
        partner = sample.directory.partners(sample.directory.keys(words))[0]
        request = sample.letters.request_for("mutual_support", partner, "pl", TODAY)
        assert sample.letters.print(request, sample.letters.compose(request)).salutation == greeting


def test_letters_count_the_years_since_the_first_day(sample: Desk) -> None:
    partner = sample.directory.partners(sample.directory.keys("Bursztynowa"))[0]
    assert partner.first_day == TODAY - timedelta(days=2590)
    assert sample.letters.known_values("long_cooperation", partner, None, TODAY, "pl")["years_together"] == 7
