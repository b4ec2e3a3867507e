"""Imports and merges taken back after the program was closed and opened anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.directory_record import KeptKind
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Cancelled, Problem
from tests.services.rich_partners import add_rich_partner, content_of, derived_of

Open = Callable[[], Desk]


@pytest.fixture
def opened(tmp_path: Path, resources: Path, catalogues: Catalogues) -> Open:
    """Opens the same file anew, as the program does at each start."""
    return lambda: open_desk(tmp_path / "firm.partnerdesk", resources, catalogues, "en")


def import_partners(desk: Desk, *files: PartnerFile) -> list[Partner]:
    with desk.workspace.change("Import partners"):
        partners = [desk.directory.save(file).partner for file in files]
        desk.workspace.keep_running(KeptKind.IMPORT, {"added": len(files)})
    return partners


def new(name: str, *contacts: Contact, **values: object) -> PartnerFile:
    return PartnerFile(Partner(name=name, **values), contacts)


def test_an_import_is_taken_back_after_a_restart_as_if_it_had_never_been(opened: Open) -> None:
    with opened() as desk:
        old = add_rich_partner(desk, Partner(name="Stara"), Contact(first_name="Anna"), Contact(surname="B"))
        before, found_by = content_of(desk, "kept_change"), derived_of(desk)
        assert any(letter.contact_id for letter in desk.workspace.letters.find())
        file = desk.directory.file(old.key)
        changed = PartnerFile(
            replace(file.partner, city="Sopot", tags=("nowy",)),
            (replace(file.contacts[1], phone="601 234 567"), Contact(surname="Nowy")),
        )
        import_partners(desk, new("Nowa", Contact(surname="Kot")), new("Druga"), changed)
    with opened() as desk:
        kept = desk.kept_changes.all()
        assert [(each.label, each.details, each.taken_back_at) for each in kept] == [
            ("Import partners", {"added": 3}, None)
        ]
        taken = desk.kept_changes.take_back(kept[0].key)
        assert (taken.done, taken.left) == (3, ())
        assert content_of(desk, "kept_change") == before
        assert derived_of(desk) == found_by
        assert desk.kept_changes.all()[0].taken_back_at is not None
        with pytest.raises(Problem, match="taken back already"):
            desk.kept_changes.take_back(kept[0].key)
        assert desk.undo.undo_label == "Take back: Import partners"
        desk.undo.undo()
        assert len(desk.directory.keys("nowa")) == 1
        desk.kept_changes.take_back(kept[0].key)
        assert content_of(desk, "kept_change") == before


def test_partners_changed_since_are_left_whole_and_named_all_others_go(opened: Open) -> None:
    with opened() as desk:
        old = desk.directory.save(new("Stara", city="Hel")).partner
        files = [new(f"Firma {n}", Contact(surname=f"Osoba {n}")) for n in range(6)]
        imported = import_partners(desk, *files, PartnerFile(replace(old, city="Sopot"), ()))
        # Changed itself, in its person, by a note, moved to the bin, removed for good.
        people = tuple(desk.directory.contacts(imported[0].key))
        desk.directory.save(PartnerFile(replace(imported[0], city="Gdynia"), people))
        person = desk.directory.contacts(imported[1].key)[0]
        desk.directory.save(PartnerFile(imported[1], (replace(person, phone="601"),)))
        desk.history.add(imported[2].key, "Zadzwonić")
        desk.directory.delete([imported[3].key, imported[4].key])
        desk.bin.remove_for_good([imported[4].key])
        desk.history.add(old.key, "Nie przeszkadza")
        state = content_of(desk, "kept_change")
    with opened() as desk:
        taken = desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert sorted(taken.left) == ["Firma 0", "Firma 1", "Firma 2", "Firma 3"]
        assert taken.done == 2
        assert desk.directory.partner(old.key).city == "Hel"
        assert desk.directory.keys("firma 5") == []
        for name, rows in content_of(desk, "kept_change").items():
            for key, record in rows.items():
                assert record == state[name][key] or (name, key) == ("partner", old.key)
        assert desk.workspace.select("PRAGMA foreign_key_check") == []
        desk.undo.undo()
        assert content_of(desk, "kept_change") == state


def test_an_import_of_which_nothing_can_go_says_so_and_stays_to_be_taken_back(opened: Open) -> None:
    with opened() as desk:
        partner = import_partners(desk, new("Nowa"))[0]
        desk.history.add(partner.key, "Ważne")
        with pytest.raises(Problem, match="Nowa"):
            desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert desk.kept_changes.all()[0].taken_back_at is None
        assert desk.undo.undo_label == "Add note"


def test_what_was_left_of_an_import_is_taken_back_another_time(opened: Open) -> None:
    with opened() as desk:
        old = [desk.directory.save(new(f"Stara {n}", city="Hel")).partner for n in range(3)]
        field = CustomField(label="Numer", kind=CustomKind.TEXT)
        with desk.workspace.change("Import partners"):
            desk.workspace.custom_fields.insert(field)
            for partner in old:
                file = desk.directory.save(PartnerFile(replace(partner, city="Sopot"), ()))
                # Two lines of a file may hold the same partner.
                desk.directory.save(PartnerFile(replace(file.partner, phone="601"), ()))
            added = desk.directory.save(new("Nowa", Contact(surname="Kot"))).partner
            desk.workspace.keep_running(KeptKind.IMPORT, {})
        kept = desk.kept_changes.all()[0]
        note = desk.history.add(added.key, "Zadzwonić")
        for partner, city in ((old[0], "Gdynia"), (old[1], "Hel")):
            file = desk.directory.file(partner.key)
            phone = "" if city == "Hel" else "601"
            desk.directory.save(PartnerFile(replace(file.partner, city=city, phone=phone), ()))
    with opened() as desk:
        taken = desk.kept_changes.take_back(kept.key)
        # One was put back by hand, which is as good as taken back.
        assert (taken.done, sorted(taken.left)) == (1, ["Nowa", "Stara 0"])
        assert desk.kept_changes.all()[0].taken_back_at is None
        assert desk.workspace.custom_fields.count() == 1
        # What was taken back is nobody's business any more, whatever becomes of it.
        back = desk.directory.file(old[2].key)
        assert back.partner.city == "Hel"
        desk.directory.save(PartnerFile(replace(back.partner, city="Puck"), ()))
        desk.history.remove(note)
    with opened() as desk:
        assert desk.kept_changes.take_back(kept.key).left == ("Stara 0",)
        assert desk.kept_changes.all()[0].taken_back_at is None
        with pytest.raises(Problem, match="Stara 0"):
            desk.kept_changes.take_back(kept.key)
        file = desk.directory.file(old[0].key)
        desk.directory.save(PartnerFile(replace(file.partner, city="Sopot"), ()))
        taken = desk.kept_changes.take_back(kept.key)
        assert (taken.done, taken.left) == (1, ())
        assert desk.kept_changes.all()[0].taken_back_at is not None
        assert desk.workspace.custom_fields.count() == 0
        assert [partner.city for partner in desk.directory.all()] == ["Hel", "Hel", "Puck"]
        desk.undo.undo()
        assert desk.kept_changes.all()[0].taken_back_at is None
        assert desk.kept_changes.take_back(kept.key).done == 1


def test_a_letter_to_an_imported_person_keeps_the_partner(opened: Open) -> None:
    with opened() as desk:
        old = desk.directory.save(new("Stara")).partner
        import_partners(desk, PartnerFile(old, (Contact(surname="Nowa"),)), new("Inna"))
        other = add_rich_partner(desk, Partner(name="Pisze"), Contact(surname="Kot"))
        letter = desk.workspace.letters.find("partner_id = ?", [other.key])[0]
        person = desk.directory.contacts(old.key)[0]
        with desk.workspace.change("Letter"):
            desk.workspace.letters.insert(
                replace(letter, id=None, uuid=old.uuid, partner_id=old.key, contact_id=person.key)
            )
        taken = desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert taken.left == ("Stara",)
        assert desk.directory.contacts(old.key) == [person]


def test_a_stopped_taking_back_leaves_everything(opened: Open) -> None:
    with opened() as desk:
        import_partners(desk, *(new(f"Firma {n}") for n in range(300)))
        before = content_of(desk)

        def stop(done: int, _total: int) -> None:
            if done:
                raise Cancelled

        with pytest.raises(Cancelled):
            desk.kept_changes.take_back(desk.kept_changes.all()[0].key, stop)
        assert content_of(desk) == before


def test_the_index_is_freshened_in_between_so_that_the_end_is_no_wait(opened: Open) -> None:
    with opened() as desk:
        old = [desk.directory.save(new(f"Firma {n}", city="Hel")).partner for n in range(201)]
        import_partners(desk, *(PartnerFile(replace(each, city="Sopot"), ()) for each in old))
        found: list[int] = []
        desk.kept_changes.take_back(
            desk.kept_changes.all()[0].key,
            lambda _done, _total: found.append(len(desk.directory.keys("sopot"))),
        )
        # Told before each hundred, whose index follows the report of the hundred after it.
        assert found == [201, 201, 101]
        assert desk.directory.keys("sopot") == []


def test_a_merge_is_taken_back_after_a_restart_though_much_was_added_since(opened: Open) -> None:
    with opened() as desk:
        third = add_rich_partner(desk, Partner(name="Trzecia"))
        kept = add_rich_partner(desk, Partner(name="Alfa"), Contact(first_name="Anna", surname="Nowak"))
        gone = add_rich_partner(
            desk, Partner(name="Alfa S.A.", phone="601 234 567"), Contact(first_name="Anna", surname="Nowak")
        )
        desk.duplicates.judge_distinct(third.key, gone.key)
        before, found_by = content_of(desk, "kept_change"), derived_of(desk)
        desk.merging.merge(kept.key, gone.key, {})
    with opened() as desk:
        # Were the key of the one that is gone given again, it could not come back.
        added = add_rich_partner(desk, Partner(name="Nowa"), Contact(first_name="Jan"))
        assert added.key > gone.key
        desk.bin.remove_for_good([each.key for each in desk.directory.delete([added.key])])
        desk.history.add(kept.key, "Po połączeniu")
    with opened() as desk:
        desk.undo.undo()
        taken = desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert taken.left == ()
        after = content_of(desk, "kept_change")
        note = desk.directory.history(kept.key)[0]
        assert note.details == {"text": "Po połączeniu"}
        del after["history_entry"][note.key]
        assert after == before
        desk.undo.undo()
        assert desk.directory.keys("alfa") == [kept.key]
        desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        with desk.workspace.change("Tidy"):
            desk.workspace.history.remove(note)
        assert derived_of(desk) == found_by


def test_a_merge_that_no_longer_fits_names_the_partner_and_changes_nothing(opened: Open) -> None:
    with opened() as desk:
        kept = add_rich_partner(desk, Partner(name="Alfa"))
        gone = add_rich_partner(desk, Partner(name="Alfa S.A.", phone="601 234 567"))
        desk.merging.merge(kept.key, gone.key, {})
        file = desk.directory.file(kept.key)
        desk.directory.save(PartnerFile(replace(file.partner, name="Alfa Nowa"), file.contacts))
        before = content_of(desk)
    with opened() as desk:
        with pytest.raises(Problem, match="“Alfa Nowa” or one of its people was changed"):
            desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert content_of(desk) == before


def test_a_pair_judged_anew_since_does_not_stand_in_the_way_of_a_merge(opened: Open) -> None:
    with opened() as desk:
        third, kept, gone = (add_rich_partner(desk, Partner(name=name)) for name in ("C", "A", "B"))
        desk.duplicates.judge_distinct(third.key, gone.key)
        desk.merging.merge(kept.key, gone.key, {})
        desk.directory.delete([third.key])
        desk.bin.remove_for_good([third.key])
        desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert sorted(partner.name for partner in desk.directory.all()) == ["A", "B"]


def test_an_import_of_twenty_thousand_partners_is_kept_in_little_room(opened: Open) -> None:
    with opened() as desk:
        workspace = desk.workspace
        with workspace.change("Import partners"):
            for number in range(2000):
                partner = workspace.partners.insert(Partner(name=f"Firma {number}"))
                workspace.contacts.insert(Contact(partner_id=partner.key, surname=f"Osoba {number}"))
            kept = workspace.keep_running(KeptKind.IMPORT, {})
        # A tenth of it, so that the test is short; it grows in proportion.
        assert len(kept.edits) < 300_000
