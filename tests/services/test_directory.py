"""Partners through the service: saving, refusing, deleting and taking back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.partner import Contact, Gender, HistoryKind, LegalForm, Partner
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.storage.change import Change
from partnerdesk.storage.errors import Conflict
from tests.services.rich_partners import add_rich_partner, content_of


def save(desk: Desk, name: str, *contacts: Contact, **values: object) -> PartnerFile:
    return desk.directory.save(PartnerFile(Partner(name=name, **values), contacts))


def test_a_nip_is_accepted_as_people_type_it_and_stored_as_digits(desk: Desk) -> None:
    for typed in ("525-000-77-38", "5250007738", "PL 525 000 77 38", " 525 000 77 38 "):
        assert save(desk, "Firma", nip=typed).partner.nip == "5250007738"


@pytest.mark.parametrize(
    ("values", "field"),
    [({"nip": "525-000-77-39"}, "nip"), ({"nip": "12"}, "nip"), ({"email": "biuro"}, "email")],
)
def test_wrong_input_is_named_by_its_field_and_nothing_is_stored(
    desk: Desk, values: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        save(desk, "Firma", **values)
    assert list(error.value.faults) == [field]
    assert desk.directory.keys() == []


def test_a_partner_needs_a_name_and_a_contact_some_name(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as error:
        save(desk, "  ", Contact(job_title="Prezes"))
    assert set(error.value.faults) == {"name", "contacts.0.first_name"}


def test_contacts_are_kept_changed_and_removed_with_their_partner(desk: Desk) -> None:
    first = save(desk, "Firma", Contact(first_name="Anna", gender=Gender.F), Contact(surname="Nowak"))
    anna, nowak = first.contacts
    second = desk.directory.save(replace(first, contacts=(replace(nowak, surname="Nowacki"),)))
    assert [contact.surname for contact in desk.directory.contacts(first.partner.key)] == ["Nowacki"]
    assert second.contacts[0].uuid == nowak.uuid
    desk.undo.undo()
    assert desk.directory.contacts(first.partner.key)[0].uuid == anna.uuid


def test_people_added_while_a_form_was_open_stay(desk: Desk) -> None:
    opened = save(desk, "Firma", Contact(first_name="Anna"), Contact(surname="Nowak"))
    anna, _nowak = opened.contacts
    with desk.workspace.change("Import partners"):
        new = desk.workspace.contacts.insert(
            Contact(partner_id=opened.partner.key, surname="Nowy", position=1)
        )
    stored = desk.directory.save(replace(opened, contacts=(anna,)), opened)
    assert stored.contacts == (anna, new)
    assert desk.directory.contacts(opened.partner.key) == [anna, new]


def test_a_letter_loses_a_removed_person_until_that_is_undone(desk: Desk) -> None:
    partner = add_rich_partner(desk, Partner(name="Firma"), Contact(surname="Nowak"))
    before = content_of(desk)
    desk.directory.save(PartnerFile(partner, ()))
    assert [letter.contact_id for letter in desk.workspace.letters.find()] == [None]
    desk.undo.undo()
    assert content_of(desk) == before
    desk.undo.redo()
    assert desk.directory.contacts(partner.key) == []


def test_adding_a_person_is_not_undone_while_a_letter_is_written_to_them(desk: Desk) -> None:
    heard: list[Change] = []
    partner = add_rich_partner(desk, Partner(name="Firma"))
    desk.workspace.on_change(heard.append)
    with desk.workspace.change("Add person"):
        person = desk.workspace.contacts.insert(Contact(partner_id=partner.key, surname="Nowak"))
    with desk.workspace.change("Letter"):
        letter = desk.workspace.letters.find()[0]
        desk.workspace.letters.update(replace(letter, contact_id=person.key))
    with pytest.raises(Conflict):
        desk.workspace.revert(heard[0])
    assert desk.workspace.letters.get(letter.key).contact_id == person.key


def test_a_step_that_can_no_longer_be_undone_is_told_once_and_sets_free_those_before(desk: Desk) -> None:
    first, second = save(desk, "Alfa"), save(desk, "Beta")
    with work_apart_from(desk) as other:
        file = other.directory.file(second.partner.key)
        other.directory.save(replace(file, partner=replace(file.partner, city="Hel")))
    heard: list[str | None] = []
    desk.undo.on_change(lambda: heard.append(desk.undo.undo_label))
    with pytest.raises(Problem, match="changed or removed in the meantime"):
        desk.undo.undo()
    assert heard == ["Add partner Alfa"]
    desk.undo.undo()
    assert desk.directory.keys() == [second.partner.key] != [first.partner.key]
    desk.undo.redo()
    assert desk.directory.keys() == [first.partner.key, second.partner.key]


def work_apart_from(desk: Desk) -> Desk:
    return open_desk(desk.path, desk.resources, desk.catalogues, "en", create=False)


def test_an_unchanged_contact_is_not_written_again(desk: Desk) -> None:
    first = save(desk, "Firma", Contact(first_name="Anna"))
    second = desk.directory.save(replace(first, partner=replace(first.partner, city="Gdynia")))
    assert second.contacts == first.contacts


def test_deleting_is_undone_with_everything(desk: Desk) -> None:
    kept = save(desk, "Zostaje")
    first, second = save(desk, "Alfa", Contact(first_name="Anna")), save(desk, "Beta")
    desk.directory.delete([first.partner.key, second.partner.key])
    assert desk.directory.keys() == [kept.partner.key]
    assert desk.undo.undo_label == "Delete 2 partners"
    desk.undo.undo()
    assert len(desk.directory.keys()) == 3
    assert desk.directory.contacts(first.partner.key) == list(first.contacts)
    desk.undo.redo()
    assert desk.directory.keys() == [kept.partner.key]


def test_a_save_that_comes_too_late_is_a_problem_in_plain_words(desk: Desk) -> None:
    stored = save(desk, "Firma")
    desk.directory.save(replace(stored, partner=replace(stored.partner, city="Gdynia")))
    with pytest.raises(Problem, match="changed or removed in the meantime"):
        desk.directory.save(replace(stored, partner=replace(stored.partner, city="Sopot")))


def test_a_note_stands_in_the_history_and_an_empty_one_is_refused(desk: Desk) -> None:
    partner = save(desk, "Firma").partner
    desk.history.add(partner.key, " Zadzwonić w maju ")
    assert desk.directory.history(partner.key)[0].details == {"text": "Zadzwonić w maju"}
    with pytest.raises(InvalidInput):
        desk.history.add(partner.key, " ")


def test_a_note_on_a_partner_that_is_gone_is_refused_in_plain_words(desk: Desk) -> None:
    partner = save(desk, "Firma").partner
    desk.directory.delete([partner.key])
    desk.bin.remove_for_good([partner.key])
    with pytest.raises(Problem, match="changed or removed in the meantime"):
        desk.history.add(partner.key, "Zadzwonili")


def test_a_call_of_another_day_stands_in_the_history_under_that_day(desk: Desk) -> None:
    partner = save(desk, "Firma").partner
    desk.history.add(partner.key, "Zadzwonili", HistoryKind.CALL, date(2026, 3, 1))
    entry = desk.directory.history(partner.key)[0]
    assert entry.kind is HistoryKind.CALL
    assert entry.happened_at.astimezone().date() == date(2026, 3, 1)
    assert desk.directory.last_contact(partner.key) == date(2026, 3, 1)


def test_a_new_partners_form_and_new_contacts_gender_come_from_their_names(desk: Desk) -> None:
    chosen = Contact(first_name="Anna", gender=Gender.M)
    file = save(desk, "Dekora sp. z o.o.", Contact(first_name="Anna"), Contact(first_name="Alex"), chosen)
    assert file.partner.legal_form is LegalForm.LIMITED_COMPANY
    assert [contact.gender for contact in file.contacts] == [Gender.F, None, Gender.M]
    kept = save(desk, "Delo S.A.", legal_form=LegalForm.OTHER).partner
    assert kept.legal_form is LegalForm.OTHER


def test_what_was_left_open_later_stays_open(desk: Desk) -> None:
    file = save(desk, "Dekora sp. z o.o.", Contact(first_name="Anna"))
    opened = replace(
        file,
        partner=replace(file.partner, legal_form=None),
        contacts=(replace(file.contacts[0], gender=None),),
    )
    stored = desk.directory.save(opened)
    assert stored.partner.legal_form is None
    assert stored.contacts[0].gender is None


def test_values_used_before_are_offered_the_most_frequent_first(desk: Desk) -> None:
    save(desk, "Alfa", tags=("targi",), city="Łódź", responsible="Anna")
    save(desk, "Beta", tags=("targi", "ślub"), city="Łódź", sells=("kwiaty",))
    gone = save(desk, "Gamma", tags=("stare",))
    desk.directory.delete([gone.partner.key])
    used = desk.directory.used_values()
    assert used["tags"] == ["targi", "ślub"]
    assert (used["city"], used["responsible"], used["sells"]) == (["Łódź"], ["Anna"], ["kwiaty"])
    assert used["industry"] == used["source"] == used["audience"] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_survives_saving(desk: Desk, text: str, tmp_path: Path) -> None:
    del tmp_path
    stored = save(desk, f"x{text}", notes=text, first_day=date(2024, 2, 29)).partner
    assert desk.directory.partner(stored.key).name == f"x{text}".strip()
    assert desk.directory.partner(stored.key).notes == text.strip()
