"""The workspace file: what it refuses, what it keeps, what it takes back."""

import gzip
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.folding import sort_key
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.partner_filter import OrderBy, PartnerFilter, PartnerOrder
from partnerdesk.domain.partnership import Direction, Measure, Obligation, Partnership, Result
from partnerdesk.domain.partnership_type import Side
from partnerdesk.storage.backup import back_up, restore
from partnerdesk.storage.change import Change
from partnerdesk.storage.errors import Conflict, FileFault, WorkspaceFileError
from partnerdesk.storage.file_check import APPLICATION_ID, check_soundness
from partnerdesk.storage.migrations import steps
from partnerdesk.storage.partner_index import INDEX_VERSION
from partnerdesk.storage.partner_search import partner_keys
from partnerdesk.storage.workspace import Workspace

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace(tmp_path / "firm.partnerdesk") as workspace:
        yield workspace


def add(workspace: Workspace, name: str, **values: object) -> Partner:
    with workspace.change("Add"):
        return workspace.partners.insert(Partner(name=name, **values))


def test_a_new_file_carries_our_application_id_and_safe_settings(workspace: Workspace) -> None:
    ask = workspace.select
    assert ask("PRAGMA application_id")[0][0] == APPLICATION_ID
    assert ask("PRAGMA journal_mode")[0][0] == "delete"
    assert ask("PRAGMA synchronous")[0][0] == 3
    assert ask("PRAGMA foreign_keys")[0][0] == 1


def test_the_schema_equals_the_records(workspace: Workspace) -> None:
    derived = {"partner": {"sort_key", "city_key", "search_text", "last_contact_on"}}
    for name, table in workspace.tables.items():
        columns = {row[1] for row in workspace.select(f"PRAGMA table_info({name})")}
        assert columns - derived.get(name, set()) == {field.name for field in fields(table._record_type)}


def test_a_record_comes_back_as_it_was_stored(workspace: Workspace) -> None:
    stored = add(workspace, "Żółw & Syn", first_day=date(2024, 2, 29), is_competitor=True, notes="a\nb")
    assert stored.version == 1
    assert stored.created_at is not None
    assert stored.created_at.tzinfo is UTC
    assert workspace.partners.get(stored.key) == stored


def test_money_is_exact_to_the_grosz_and_no_finer(workspace: Workspace) -> None:
    partner = add(workspace, "A")
    with workspace.change("Add"):
        partnership = workspace.partnerships.insert(Partnership(partner_id=partner.key, type_key="barter"))
        result = Result(
            partnership_id=partnership.key,
            happened_on=date(2026, 1, 1),
            measure=Measure.REVENUE,
            direction=Direction.RECEIVED,
            amount=Decimal("0.29"),
        )
        assert workspace.results.get(workspace.results.insert(result).key).amount == Decimal("0.29")
        finer = replace(result, uuid=str(uuid4()), amount=Decimal("0.295"))
        with pytest.raises(ValueError, match="hundredth"):
            workspace.results.insert(finer)


def test_a_save_over_somebody_elses_is_refused(workspace: Workspace) -> None:
    first = add(workspace, "A")
    with workspace.change("Change"):
        workspace.partners.update(replace(first, name="B"))
    with pytest.raises(Conflict), workspace.change("Change"):
        workspace.partners.update(replace(first, name="C"))
    assert workspace.partners.get(first.key).name == "B"


def test_a_failed_change_leaves_nothing_behind_and_tells_nobody(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.on_change(heard.append)
    with pytest.raises(sqlite3.IntegrityError), workspace.change("Half"):
        _insert_then_fail(workspace)
    assert workspace.partners.count() == 0
    assert heard == []


def _insert_then_fail(workspace: Workspace) -> None:
    workspace.partners.insert(Partner(name="A"))
    workspace.partners.insert(Partner(name=" "))


def test_a_write_outside_of_a_change_is_a_fault(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="outside of a change"):
        workspace.partners.insert(Partner(name="A"))


def test_a_write_that_the_file_refuses_is_named_and_changes_nothing(workspace: Workspace) -> None:
    add(workspace, "A")
    workspace.select("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(WorkspaceFileError) as error:
        add(workspace, "B")
    assert error.value.fault is FileFault.LOCKED
    other.execute("ROLLBACK")
    other.close()
    add(workspace, "C")
    pages = workspace.select("PRAGMA page_count")[0][0]
    workspace.select(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorkspaceFileError) as error:
        add(workspace, "D", notes="x" * 100_000)
    assert error.value.fault is FileFault.UNWRITABLE
    assert [partner.name for partner in workspace.partners.find()] == ["A", "C"]


def test_constraints_hold_in_the_file_itself(workspace: Workspace) -> None:
    partner = add(workspace, "A")
    for bad in (
        Partnership(partner_id=999, type_key="barter"),
        Partnership(partner_id=partner.key, type_key=""),
        Partnership(
            partner_id=partner.key,
            type_key="barter",
            starts_on=date(2026, 2, 1),
            ends_on=date(2026, 1, 1),
        ),
    ):
        with pytest.raises(sqlite3.IntegrityError), workspace.change("Add"):
            workspace.partnerships.insert(bad)


def test_a_change_is_taken_back_and_made_again(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.on_change(heard.append)
    with workspace.change("Add"):
        partner = workspace.partners.insert(Partner(name="A"))
        contact = workspace.contacts.insert(Contact(partner_id=partner.key, first_name="Jan"))
    with workspace.change("Rename"):
        workspace.partners.update(replace(partner, name="B"))
    undone_rename = workspace.revert(heard[1])
    assert workspace.partners.get(partner.key).name == "A"
    undone_add = workspace.revert(heard[0])
    assert workspace.partners.count() == workspace.contacts.count() == 0
    workspace.revert(undone_add)
    again = workspace.contacts.get(contact.key)
    assert (again.uuid, again.first_name) == (contact.uuid, "Jan")
    workspace.revert(undone_rename)
    assert workspace.partners.get(partner.key).name == "B"


def test_a_change_that_something_else_hangs_on_is_not_taken_back(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.on_change(heard.append)
    partner = add(workspace, "A")
    with workspace.change("Add"):
        workspace.contacts.insert(Contact(partner_id=partner.key, surname="Nowak"))
    with pytest.raises(Conflict):
        workspace.revert(heard[0])
    assert workspace.partners.get(partner.key) == partner


def test_a_change_overtaken_by_another_is_not_taken_back(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.on_change(heard.append)
    partner = add(workspace, "A")
    with workspace.change("Rename"):
        renamed = workspace.partners.update(replace(partner, name="B"))
    with workspace.change("Rename"):
        workspace.partners.update(replace(renamed, name="C"))
    with pytest.raises(Conflict):
        workspace.revert(heard[1])
    assert workspace.partners.get(partner.key).name == "C"


def test_partners_are_found_without_polish_letters_by_beginnings_in_any_order(workspace: Workspace) -> None:
    partner = add(workspace, "Żółw Łódź sp. z o.o.", city="Sopot", notes="drukarnia o.o.")
    with workspace.change("Add"):
        workspace.contacts.insert(Contact(partner_id=partner.key, first_name="Grażyna", surname="Święch"))
    add(workspace, "Inny")
    for words in ("zolw", "lodz", "ŁÓDŹ", "sop zol", "grazyna", "swie zolw", "druk", "o.o.", "żó*", '"łó'):
        assert partner_keys(workspace, words) == [partner.key], words
    assert partner_keys(workspace, "zolw inny") == []
    assert len(partner_keys(workspace, ' -*" ')) == 2


def test_a_contact_that_goes_is_no_longer_found(workspace: Workspace) -> None:
    partner = add(workspace, "A")
    with workspace.change("Add"):
        contact = workspace.contacts.insert(Contact(partner_id=partner.key, surname="Nowak"))
    assert partner_keys(workspace, "nowak") == [partner.key]
    with workspace.change("Remove"):
        workspace.contacts.remove(contact)
    assert partner_keys(workspace, "nowak") == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_search_raises(workspace: Workspace, words: str) -> None:
    partner_keys(workspace, words)


def test_partners_stand_in_polish_order(workspace: Workspace) -> None:
    names = [
        "Żaba",
        "Zebra",
        "Źrebak",
        "Ćma",
        "Cyrk",
        "Dom",
        "Łoś",
        "lato",
        "Las",
        "Ala",
        "Ąka",
        "Ósemka",
        "Oko",
    ]
    for name in names:
        add(workspace, name)
    ordered = [partner.name for partner in workspace.partners.get_many(partner_keys(workspace))]
    assert ordered == [
        "Ala", "Ąka", "Cyrk", "Ćma", "Dom", "Las", "lato", "Łoś", "Oko", "Ósemka", "Zebra", "Źrebak", "Żaba",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b"hello", FileFault.NOT_A_DATABASE),
        (b"x" * 5000, FileFault.NOT_A_DATABASE),
    ],
)
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, fault: FileFault
) -> None:
    file = tmp_path / "w.partnerdesk"
    file.write_bytes(content)
    with pytest.raises(WorkspaceFileError) as error:
        Workspace(file)
    assert error.value.fault is fault
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(WorkspaceFileError) as error:
        Workspace(file)
    assert error.value.fault is FileFault.FOREIGN
    assert file.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    with Workspace(file) as workspace:
        workspace.select(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('partnerdesk', 'x', '')"
        )
    with pytest.raises(WorkspaceFileError) as error:
        Workspace(file)
    assert error.value.fault is FileFault.NEWER


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    with Workspace(file) as workspace:
        add(workspace, "A")
    file.write_bytes(file.read_bytes()[:9000])
    with pytest.raises(WorkspaceFileError) as error:
        Workspace(file)
    assert error.value.fault is FileFault.DAMAGED


def test_an_older_file_is_upgraded_step_by_step_after_a_backup(tmp_path: Path) -> None:
    from sqlite_utils import Database

    file = tmp_path / "old.partnerdesk"
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    steps.apply(Database(connection, execute_plugins=False), stop_before="create_partnerships")
    connection.close()
    with Workspace(file) as workspace:
        add(workspace, "A")
        assert workspace.partnerships.count() == 0
    backups = list(tmp_path.glob("old – before update – *.partnerdesk"))
    assert len(backups) == 1
    with sqlite3.connect(backups[0]) as old:
        assert old.execute("SELECT count(*) FROM sqlite_master WHERE name = 'partnership'").fetchone() == (0,)
    old.close()


def test_a_failed_step_leaves_the_file_at_the_step_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import Database, Migrations

    broken = Migrations("partnerdesk")

    @broken()
    def first(db: Database) -> None:
        db.conn.execute("CREATE TABLE a (x)")

    @broken()
    def second(db: Database) -> None:
        db.conn.execute("CREATE TABLE b (x)")
        raise RuntimeError("killed")

    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    with pytest.raises(RuntimeError):
        broken.apply(Database(connection, execute_plugins=False))
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert "a" in tables
    assert "b" not in tables


def test_a_backup_is_a_sound_workspace_with_the_same_content(workspace: Workspace, tmp_path: Path) -> None:
    partner = add(workspace, "Łąka")
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    copy = back_up(workspace.path, tmp_path / "copies", now)
    assert copy.name == "firm – backup – 2026-11-23 12.00.00.partnerdesk"
    second = back_up(workspace.path, tmp_path / "copies", now)
    assert second != copy
    with Workspace(copy) as restored:
        assert restored.partners.get(partner.key) == partner
    assert not list((tmp_path / "copies").glob("*.part"))


def test_restoring_removes_the_side_files_of_a_crashed_workspace(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    with Workspace(file) as workspace:
        add(workspace, "Old")
    copy = back_up(file, tmp_path / "copies", datetime(2026, 1, 1, tzinfo=UTC))
    with Workspace(file) as workspace:
        add(workspace, "New")
    shutil.copy(file, tmp_path / "w.partnerdesk-journal")
    restore(copy, file, NOW)
    assert not (tmp_path / "w.partnerdesk-journal").exists()
    with Workspace(file) as workspace:
        assert [partner.name for partner in workspace.partners.find()] == ["Old"]


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    with Workspace(file) as workspace:
        add(workspace, "Kept")
    copy = back_up(file, tmp_path / "copies", datetime(2026, 1, 1, tzinfo=UTC))
    copy.write_bytes(copy.read_bytes()[:-5000])
    with pytest.raises(WorkspaceFileError):
        restore(copy, file, NOW)
    check_soundness(file)
    with Workspace(file) as workspace:
        assert [partner.name for partner in workspace.partners.find()] == ["Kept"]


_SAVE_AND_WAIT = """
import sys
from pathlib import Path
from partnerdesk.domain.partner import Partner
from partnerdesk.storage.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
number = 0
while True:
    with workspace.change("Add"):
        workspace.partners.insert(Partner(name=f"Partner {number}"))
    print(number, flush=True)
    number += 1
"""


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    file = tmp_path / "w.partnerdesk"
    for acknowledged in (1, 4, 9):
        process = subprocess.Popen(
            [sys.executable, "-c", _SAVE_AND_WAIT, str(file)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(acknowledged):
            last = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        last = int(rest[-1]) if rest else last
        with Workspace(file) as workspace:
            names = {partner.name for partner in workspace.partners.find()}
            assert {f"Partner {number}" for number in range(last + 1)} <= names
        check_soundness(file)


_LAST_CONTACT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from partnerdesk.domain.partner import HistoryEntry, HistoryKind, Partner
from partnerdesk.storage.workspace import Workspace
with Workspace(Path(sys.argv[1])) as workspace:
    with workspace.change("Add"):
        partner = workspace.partners.insert(Partner(name="A"))
        moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
        workspace.history.insert(
            HistoryEntry(partner_id=partner.key, kind=HistoryKind.CALL, happened_at=moment, details={})
        )
    print(workspace.select("SELECT last_contact_on FROM partner")[0][0])
"""


@pytest.mark.parametrize(("zone", "day"), [("UTC0", "2026-03-01"), ("CET-1", "2026-03-02")])
def test_the_last_contact_is_of_the_day_on_the_wall(tmp_path: Path, zone: str, day: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LAST_CONTACT, str(tmp_path / "w.partnerdesk")],
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == day


def test_open_promises_know_their_sides(workspace: Workspace) -> None:
    partner = add(workspace, "A")
    with workspace.change("Add"):
        partnership = workspace.partnerships.insert(Partnership(partner_id=partner.key, type_key="barter"))
        stored = workspace.obligations.insert(
            Obligation(partnership_id=partnership.key, side=Side.OURS, text="x", due_on=date(2026, 1, 31))
        )
    assert workspace.obligations.get(stored.key).side is Side.OURS
    with pytest.raises(sqlite3.IntegrityError), workspace.change("Change"):
        workspace.obligations.update(replace(stored, settled_on=date(2026, 2, 1)))


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    """A workspace that holds "New", and a backup of it from before that holds "Old" alone."""
    file = tmp_path / "w.partnerdesk"
    with Workspace(file) as workspace:
        add(workspace, "Old")
    copy = back_up(file, tmp_path / "copies", NOW)
    with Workspace(file) as workspace:
        add(workspace, "New")
    return file, copy


def names_in(file: Path) -> list[str]:
    with Workspace(file) as workspace:
        return [partner.name for partner in workspace.partners.find()]


def test_restoring_keeps_what_was_there(two_files: tuple[Path, Path]) -> None:
    file, copy = two_files
    kept = restore(copy, file, NOW)
    assert kept is not None
    assert names_in(kept) == ["Old", "New"]
    assert names_in(file) == ["Old"]


def test_a_damaged_workspace_is_set_aside_and_not_lost(two_files: tuple[Path, Path]) -> None:
    file, copy = two_files
    damaged = file.read_bytes()[:-3000]
    file.write_bytes(damaged)
    kept = restore(copy, file, NOW)
    assert kept is not None
    assert kept.name == "w – set aside – 2026-11-23 12.00.00.partnerdesk"
    assert kept.read_bytes() == damaged
    assert names_in(file) == ["Old"]


def test_a_workspace_that_another_program_writes_to_is_not_touched(two_files: tuple[Path, Path]) -> None:
    file, copy = two_files
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE partner SET notes = 'half written'")
    with pytest.raises(WorkspaceFileError) as error:
        restore(copy, file, NOW)
    assert error.value.fault is FileFault.LOCKED
    other.execute("ROLLBACK")
    other.close()
    assert names_in(file) == ["Old", "New"]
    assert sorted(path.name for path in file.parent.iterdir()) == ["copies", "w.partnerdesk"]


_RESTORE_WITHOUT_ROOM = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from partnerdesk.storage.backup import restore
from partnerdesk.storage.errors import WorkspaceFileError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 11, 23, tzinfo=UTC))
except WorkspaceFileError as error:
    print(error.fault, error.path)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are limited by POSIX means")
def test_a_restore_without_room_changes_nothing_and_blames_the_right_place(
    two_files: tuple[Path, Path],
) -> None:
    file, copy = two_files
    damaged = file.read_bytes()[:-3000]
    file.write_bytes(damaged)
    done = subprocess.run(
        [sys.executable, "-c", _RESTORE_WITHOUT_ROOM, str(copy), str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split(maxsplit=1) == ["unwritable", f"{file.parent}\n"]
    assert file.read_bytes() == damaged
    assert sorted(path.name for path in file.parent.iterdir()) == ["copies", "w.partnerdesk"]


def test_a_damaged_page_is_named_as_damage_when_it_is_read(two_files: tuple[Path, Path]) -> None:
    file, _copy = two_files
    with Workspace(file) as workspace:
        page = workspace.select("SELECT rootpage FROM sqlite_master WHERE name = 'partner'")[0][0]
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    file.write_bytes(content)
    with Workspace(file) as workspace, pytest.raises(WorkspaceFileError) as error:
        workspace.partners.find()
    assert error.value.fault is FileFault.DAMAGED


@pytest.fixture
def version_0_1(tmp_path: Path) -> Path:
    """A file as version 0.1 left it."""
    path = tmp_path / "old.partnerdesk"
    path.write_bytes(
        gzip.decompress((Path(__file__).parent / "files/version_0.1.partnerdesk.gz").read_bytes())
    )
    return path


def test_towns_of_an_upgraded_file_are_filtered_and_ordered_by(version_0_1: Path) -> None:
    with Workspace(version_0_1) as workspace:
        partners = workspace.partners.find()
        in_gdynia = partner_keys(workspace, where=PartnerFilter(cities=("Gdynia",)))
        assert set(in_gdynia) == {partner.key for partner in partners if partner.city == "Gdynia"} != set()
        by_town = workspace.partners.get_many(partner_keys(workspace, order=PartnerOrder(OrderBy.CITY)))
        towns = [sort_key(partner.city) for partner in by_town if partner.city]
        assert towns == sorted(towns)
        assert len(set(towns)) > 1


def test_an_upgrade_killed_before_partners_were_indexed_is_finished_at_the_next_opening(
    version_0_1: Path,
) -> None:
    from sqlite_utils import Database

    with closing(sqlite3.connect(version_0_1, isolation_level=None)) as connection:
        steps.apply(Database(connection, execute_plugins=False))
        assert connection.execute("SELECT max(search_text) FROM partner").fetchone() == ("",)
    with Workspace(version_0_1) as workspace:
        assert len(partner_keys(workspace, "bursztyn")) == 1
    check_soundness(version_0_1)


@pytest.mark.parametrize("version", [0, INDEX_VERSION + 1])
def test_a_file_indexed_by_another_version_is_indexed_anew_once(tmp_path: Path, version: int) -> None:
    path = tmp_path / "firm.partnerdesk"
    with Workspace(path) as workspace:
        assert workspace.select("PRAGMA user_version") == [(INDEX_VERSION,)]
        key = add(workspace, "Alfa").key
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE partner SET search_text = 'inaczej'")
        connection.execute(f"PRAGMA user_version = {version}")
    copy = back_up(path, tmp_path / "copies", NOW)
    for file in (path, copy):
        with Workspace(file) as workspace:
            assert partner_keys(workspace, "alfa") == [key]
            assert workspace.select("PRAGMA user_version") == [(INDEX_VERSION,)]
        before = file.read_bytes()
        Workspace(file).close()
        assert file.read_bytes() == before
    assert not list(tmp_path.glob("*before update*"))


def test_a_file_of_version_0_1_is_upgraded_with_everything_in_it(version_0_1: Path) -> None:
    path = version_0_1
    with closing(sqlite3.connect(path)) as old:
        names = [row[0] for row in old.execute("SELECT name FROM partner ORDER BY id")]
        entries = old.execute("SELECT id, uuid, details FROM history_entry ORDER BY id").fetchall()
    with Workspace(path) as workspace:
        partners = workspace.partners.find()
        assert [partner.name for partner in partners] == names
        assert workspace.select("SELECT id, uuid, details FROM history_entry ORDER BY id") == entries
        hotel = next(partner for partner in partners if partner.short_name == "Bursztynowa Przystań")
        assert hotel.audience == ("goście weekendowi", "pary młode", "firmy z Trójmiasta")
        assert hotel.tags == ()
        assert partner_keys(workspace, "999-646 bursztyn sopot kaczmarek") == [hotel.key]
        terms = workspace.select("SELECT count(*) FROM partner_term WHERE folded = 'pary mlode'")
        assert terms[0][0] > 1
        # What partners sell is found by their text alone.
        assert any(partner.sells for partner in partners)
        assert workspace.select("SELECT DISTINCT kind FROM partner_term") == [("audience",)]
        assert workspace.select("SELECT last_contact_on FROM partner WHERE id = ?", [hotel.key])[0][0]
        assert workspace.select("PRAGMA foreign_key_check") == []
    check_soundness(path)
    assert len(list(path.parent.glob("*before update*"))) == 1
