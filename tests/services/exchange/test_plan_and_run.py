"""What an import would do is shown first, and then done: all of it or nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from partnerdesk.domain.directory_record import KeptKind
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Gender, Partner, Stage
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.plan import Decision, ImportPlan, own_fields, plan_import
from partnerdesk.services.exchange.run import ImportReport, run_import
from partnerdesk.services.exchange.source import SourceTable, read_source
from partnerdesk.services.exchange.targets import guess_mapping, targets
from partnerdesk.services.kept_changes import counts_text
from partnerdesk.services.partner_fields import contact_fields, partner_fields
from partnerdesk.services.problems import Cancelled, Problem
from tests.services.exchange.conftest import everything, imported, planned, silently, told

NIP, OTHER_NIP = "5250007738", "1234563218"


def csv_file(folder: Path, text: str) -> Path:
    path = folder / "partners.csv"
    path.write_text(text, encoding="utf-8")
    return path


def add(desk: Desk, partner: Partner, *people: Contact) -> int:
    return desk.directory.save(PartnerFile(partner, people)).partner.key


def test_planning_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    add(desk, Partner(name="Acme"))
    content = desk.path.read_bytes()
    label = desk.undo.undo_label
    plan = planned(desk, csv_file(tmp_path, "Name;Phone\nAcme;1\nNew;2\n"))
    assert [entry.decision for entry in plan.partners] == [Decision.SKIP, Decision.ADD]
    assert desk.path.read_bytes() == content
    assert desk.undo.undo_label == label


def test_rows_of_one_firm_become_one_partner_wherever_they_stand(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Nazwa firmy;Miejscowość;NIP;Imię;Nazwisko;Telefon\n"
        f"Żuraw;Łódź;{NIP};Jan;Bąk;1\nAcme;Hel;;Ewa;Śliwa;2\n"
        f"Hotel Żuraw;;525-000-77-38;Ola;Lis;3\nŻURAW;lodz;;Jan;Bąk;1\n"
    )
    plan = planned(desk, csv_file(tmp_path, text))
    assert [(entry.file.partner.name, entry.lines) for entry in plan.partners] == [
        ("Żuraw", (2, 4, 5)),
        ("Acme", (3,)),
    ]
    assert [person.full_name for person in plan.partners[0].file.contacts] == ["Jan Bąk", "Ola Lis"]


def test_two_nips_are_two_firms_even_under_one_name(desk: Desk, tmp_path: Path) -> None:
    add(desk, Partner(name="Acme", nip=NIP, city="Hel"))
    plan = planned(desk, csv_file(tmp_path, f"Name;NIP;Town\nAcme;{OTHER_NIP};Hel\nAcme;{NIP};Hel\n"))
    assert [entry.match is None for entry in plan.partners] == [True, False]


def test_a_wrong_value_is_named_and_kept_and_its_row_stays(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Name;NIP;E-mail;Stage;Working together since;Contact: birthday;Contact: first name;Notes\n"
        'Acme;1234567890;nobody;?;kiedyś;31.02;Jan;"two\nlines"\n;;;;;;;only notes\n'
    )
    plan = planned(desk, csv_file(tmp_path, text))
    faults = [(fault.line, fault.heading, fault.kept_in_notes) for fault in plan.faults]
    assert faults == [
        (2, "NIP", True), (2, "E-mail", True), (2, "Stage", True), (2, "Working together since", True),
        (2, "Contact: birthday", True), (4, "", False),
    ]  # fmt: skip
    assert "Use one of" in plan.faults[2].message
    partner = plan.partners[0].file.partner
    assert partner.notes.splitlines() == [
        "two", "lines", "NIP: 1234567890 (from the import, not valid)",
        "E-mail: nobody (from the import, not valid)", "Stage: ? (from the import, not valid)",
        "Working together since: kiedyś (from the import, not valid)",
        "Contact: birthday: 31.02 (from the import, not valid)",
    ]  # fmt: skip
    report = run_import(desk, plan, "partners.csv", silently)
    assert report == ImportReport(added=1, updated=0, skipped=0, left_out=1)


def test_columns_that_nobody_knows_are_named_when_they_hold_something(desk: Desk, tmp_path: Path) -> None:
    plan = planned(desk, csv_file(tmp_path, "Name;Obroty;Kolor;\nAcme;1;;\nB;;;x\n"))
    assert plan.left_out_headings == ("Obroty", "column 4")


@pytest.mark.parametrize(
    ("there", "row", "reason"),
    [
        (Partner(name="Old", nip=NIP), f"New;525-000-77-38;;;{''}", "Same NIP"),
        (Partner(name="Old", email="a@b.example"), "New;;A@B.example;;", "Same e-mail address"),
        (Partner(name="Old", phone="601 222 333"), "New;;;+48 601-222-333;", "Same phone number"),
        (Partner(name="Żuraw sp. z o.o.", city="Łódź"), "ZURAW;;;;lodz", "Same name and town"),
        (Partner(name="Żuraw", city="Łódź"), "Żuraw;;;;", "Same name"),
        (Partner(name="Żuraw", city="Łódź"), "Żuraw;;;;Hel", None),
        (Partner(name="Old", nip=NIP, email="a@b.example"), f"New;{OTHER_NIP};a@b.example;;", None),
    ],
)
def test_partners_that_are_there_are_known(
    desk: Desk, tmp_path: Path, there: Partner, row: str, reason: str | None
) -> None:
    key = add(desk, there)
    plan = planned(desk, csv_file(tmp_path, f"Name;NIP;E-mail;Phone;Town\n{row}\n"))
    match = plan.partners[0].match
    assert (match and match.reason) == reason
    assert match is None or (match.partner_id, match.name) == (key, there.name)


def test_a_partner_in_the_bin_is_not_there(desk: Desk, tmp_path: Path) -> None:
    desk.directory.delete([add(desk, Partner(name="Acme", nip=NIP))])
    assert planned(desk, csv_file(tmp_path, f"Name;NIP\nAcme;{NIP}\n")).partners[0].match is None


UPDATE = (
    "Name;NIP;E-mail;Phone;Tags;Contact: first name;Contact: surname;Contact: e-mail;"
    "Contact: position;Notes\n"
    f"Acme Ltd;{NIP};new@acme.example;;VIP, Hel;Jan;Bak;;prezes;Second\n"
    f"Acme Ltd;{NIP};;;;Ewa;Śliwa;ewa@acme.example;;\n"
)


def acme(desk: Desk) -> int:
    return add(
        desk,
        Partner(
            name="Acme",
            nip=NIP,
            email="old@acme.example",
            phone="601 222 333",
            tags=("hel", "old"),
            notes="First",
            stage=Stage.PARTNER,
            channels=(Channel(kind=ChannelKind.PHONE, value="5"),),
        ),
        Contact(first_name="Jan", surname="Bąk", phone="9"),
        Contact(surname="Old", email="EWA@acme.example"),
    )


def test_an_update_fills_replaces_and_unites_and_never_empties(desk: Desk, tmp_path: Path) -> None:
    key = acme(desk)
    path = csv_file(tmp_path, UPDATE)
    assert planned(desk, path).partners[0].changes == ("Tags", "E-mail", "Notes", "Contacts")
    report = imported(desk, path, Decision.UPDATE)
    assert report == ImportReport(added=0, updated=1, skipped=0, left_out=0)
    assert told(desk.directory.partner(key)) == {
        "name": "Acme", "nip": NIP, "email": "new@acme.example", "phone": "601 222 333",
        "tags": ("hel", "old", "VIP"), "notes": "First\nSecond", "stage": Stage.PARTNER,
        "channels": (Channel(kind=ChannelKind.PHONE, value="5"),),
    }  # fmt: skip
    assert [told(person) for person in desk.directory.contacts(key)] == [
        {"first_name": "Jan", "surname": "Bak", "gender": Gender.M, "phone": "9", "job_title": "prezes"},
        {"first_name": "Ewa", "surname": "Śliwa", "email": "EWA@acme.example"},
    ]
    assert planned(desk, path).partners[0].changes == ()
    assert imported(desk, path, Decision.UPDATE).updated == 0


def test_an_update_does_not_repeat_what_is_there_in_other_writing(desk: Desk, tmp_path: Path) -> None:
    key = add(
        desk,
        Partner(
            name="Acme",
            nip=NIP,
            phone="601 222 333",
            street="ul. Długa 5",
            city="Łódź",
            channels=(Channel(kind=ChannelKind.PHONE, value="602 333 444", label="office"),),
            addresses=(Address(street="ul. Krótka 7", city="Hel"),),
        ),
    )
    text = (
        "Name;NIP;Other phones, e-mails and websites;Other addresses\n"
        f'Acme;{NIP};"Phone | +48 602-333-444 | x\nPhone | +48601222333 |\nE-mail | A@b.example |";'
        '"| UL. KROTKA  7 | | hel |\n| Ul. dluga 5 | | lodz |\n| ul. Nowa 1 | | Hel |"\n'
    )
    path = csv_file(tmp_path, text)
    imported(desk, path, Decision.UPDATE)
    partner = desk.directory.partner(key)
    assert [channel.value for channel in partner.channels] == ["602 333 444", "A@b.example"]
    assert [address.street for address in partner.addresses] == ["ul. Krótka 7", "ul. Nowa 1"]
    assert imported(desk, path, Decision.UPDATE).updated == 0


def test_an_update_of_people_alone_is_one_of_the_partner_too(desk: Desk, tmp_path: Path) -> None:
    key = acme(desk)
    opened = desk.directory.partner(key)
    for row in ("Ola;Lis;;", "Ola;Lis;601 111 222;"):
        before = desk.directory.partner(key).version
        text = f"Name;NIP;Contact: first name;Contact: surname;Contact: phone;\nAcme;{NIP};{row}\n"
        assert imported(desk, csv_file(tmp_path, text), Decision.UPDATE).updated == 1
        assert desk.directory.partner(key).version == before + 1
    with pytest.raises(Problem, match="changed or removed"):
        desk.directory.save(PartnerFile(opened, ()))


def test_what_is_there_can_be_added_all_the_same(desk: Desk, tmp_path: Path) -> None:
    acme(desk)
    assert imported(desk, csv_file(tmp_path, UPDATE), Decision.ADD).added == 1
    assert desk.directory.count() == 2


def test_an_import_is_one_step_to_undo_and_to_redo(desk: Desk, tmp_path: Path) -> None:
    acme(desk)
    before = everything(desk)
    path = csv_file(tmp_path, f"{UPDATE}New;;;;;Ola;Lis;;;\n")
    assert imported(desk, path, Decision.UPDATE) == ImportReport(1, 1, 0, 0)
    after = everything(desk)
    assert desk.undo.undo_label == "Import from partners.csv"
    desk.undo.undo()
    assert everything(desk) == before
    desk.undo.redo()
    assert everything(desk) == after


def test_an_import_is_kept_to_be_taken_back_later(desk: Desk, tmp_path: Path) -> None:
    imported(desk, csv_file(tmp_path, "Name\nA\n\nB\n"))
    kept = desk.workspace.kept_changes.find()
    assert [(entry.kind, entry.label) for entry in kept] == [(KeptKind.IMPORT, "Import from partners.csv")]
    counts = {"added": 2, "updated": 0, "skipped": 0, "left_out": 0}
    assert kept[0].details == {"file": "partners.csv", **counts}
    assert counts_text(kept[0]) == "2 added"


def test_nothing_to_do_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    add(desk, Partner(name="Acme"))
    label = desk.undo.undo_label
    assert imported(desk, csv_file(tmp_path, "Name\nAcme\n")).skipped == 1
    assert (desk.undo.undo_label, desk.workspace.kept_changes.count()) == (label, 0)


def many(folder: Path) -> Path:
    return csv_file(folder, "Name;First name\n" + "".join(f"Firm {number};Jan\n" for number in range(400)))


def test_an_import_stopped_in_the_middle_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    plan = planned(desk, many(tmp_path))

    def stop(done: int, _total: int) -> None:
        if done >= 150:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_import(desk, plan, "partners.csv", stop)
    assert desk.directory.count() == desk.workspace.contacts.count() == 0
    assert (desk.undo.undo_label, desk.workspace.kept_changes.count()) == (None, 0)
    assert desk.directory.keys("firm") == []
    run_import(desk, plan, "partners.csv", silently)
    assert len(desk.directory.keys("firm 399")) == 1


def test_planning_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    table = read_source(many(tmp_path))

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        plan_import(desk, table, guess_mapping(table, ()), stop)


def test_a_partner_removed_since_the_plan_refuses_the_whole_import(desk: Desk, tmp_path: Path) -> None:
    key = acme(desk)
    plan = planned(desk, csv_file(tmp_path, f"New;x\n{UPDATE}".partition("\n")[2])).decided(Decision.UPDATE)
    desk.directory.delete([key])
    with pytest.raises(Problem, match="changed or removed"):
        run_import(desk, plan, "partners.csv", silently)
    assert desk.workspace.partners.count() == 1


def chosen(desk: Desk, path: Path, mapping: Sequence[str]) -> ImportPlan:
    return plan_import(desk, read_source(path), mapping, silently)


def test_any_column_can_be_given_any_meaning(desk: Desk, tmp_path: Path) -> None:
    path = csv_file(tmp_path, "a;b;c;d;e\nprof. dr hab. Nowak-Żuk Anna;ul. Długa 5, 80-827 Gdańsk;1;2;x\n")
    mapping = ("contact.surname_first", "address_line", "more_phones", "phone", "headed_notes")
    file = chosen(desk, path, mapping).partners[0].file
    assert told(file.partner) == {
        "name": "Anna Nowak-Żuk", "street": "ul. Długa 5", "postal_code": "80-827", "city": "Gdańsk",
        "phone": "2", "notes": "e: x",
        "channels": (Channel(kind=ChannelKind.PHONE, value="1", label="c"),),
    }  # fmt: skip
    assert [told(person) for person in file.contacts] == [
        {"first_name": "Anna", "surname": "Nowak-Żuk", "job_title": "prof. dr hab."}
    ]


def test_an_import_without_a_name_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="No column holds a name"):
        planned(desk, csv_file(tmp_path, "City;Phone\nA;B\n"))


def test_every_meaning_that_is_guessed_is_one_that_is_offered(desk: Desk) -> None:
    from partnerdesk.services.exchange.guessing import _ALIASES

    offered = {target.key for target in targets(own_fields(desk))}
    assert set(_ALIASES) <= offered
    keys = [target.key for target in targets(own_fields(desk))]
    assert len(keys) == len(set(keys))


def test_a_table_without_rows_plans_nothing(desk: Desk, tmp_path: Path) -> None:
    table: SourceTable = read_source(csv_file(tmp_path, "Name\n"))
    assert plan_import(desk, table, ("name",), silently) == ImportPlan((), (), ())


def test_every_field_can_be_the_target_of_a_column() -> None:
    keys = {target.key for target in targets(())}
    groups = {"addresses", "channels"}
    assert {field.key for field in partner_fields()} - groups <= keys
    assert {f"contact.{field.key}" for field in contact_fields()} <= keys
