"""The bin: what is deleted comes back with everything, and goes for good only by hand."""

import pytest

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import Cancelled
from tests.services.rich_partners import (
    add_rich_partner,
    content_of,
    derived_of,
    tables_of_a_rich_partner,
)


def test_a_deleted_partner_is_in_the_bin_and_comes_back_with_everything(desk: Desk) -> None:
    first = add_rich_partner(desk, Partner(name="Żółw", city="Łódź"), Contact(surname="Kot"))
    second = add_rich_partner(desk, Partner(name="Beta"))
    before, found_by = content_of(desk), derived_of(desk)
    desk.directory.delete([first.key])
    desk.directory.delete([second.key])
    assert [(each.name, each.city) for each in desk.bin.partners()] == [("Beta", ""), ("Żółw", "Łódź")]
    assert all(each.deleted_at.tzinfo is not None for each in desk.bin.partners())
    desk.bin.restore([first.key, second.key])
    assert desk.undo.undo_label == "Bring back 2 partners"
    assert content_of(desk) == before
    assert derived_of(desk) == found_by
    assert desk.bin.partners() == []
    desk.undo.undo()
    assert len(desk.bin.partners()) == 2


def test_removing_for_good_takes_everything_along_and_is_undone_in_one_step(desk: Desk) -> None:
    other = add_rich_partner(desk, Partner(name="Zostaje"), Contact(surname="Kot"))
    alone = content_of(desk)
    first = add_rich_partner(desk, Partner(name="Alfa"), Contact(surname="A"), Contact(surname="B"))
    second = add_rich_partner(desk, Partner(name="Beta"), Contact(surname="C"))
    desk.duplicates.judge_distinct(first.key, second.key)
    desk.duplicates.judge_distinct(first.key, other.key)
    desk.directory.delete([first.key, second.key])
    before = content_of(desk)
    assert len(desk.bin.remove_for_good([first.key, second.key])) == 2
    assert content_of(desk) == alone
    assert desk.workspace.select("SELECT count(*) FROM partner_mark WHERE partner_id <> ?", [other.key]) == [
        (0,)
    ]
    assert desk.undo.undo_label == "Delete 2 partners for good"
    desk.undo.undo()
    assert content_of(desk) == before
    desk.undo.redo()
    assert content_of(desk) == alone


def test_every_table_that_hangs_on_partners_is_tried_by_these_tests(desk: Desk) -> None:
    # A new table that hangs on partners or partnerships has to be moved by merges and emptied by the bin.
    add_rich_partner(desk, Partner(name="Alfa"), Contact(surname="Kot"))
    hanging = {
        name
        for name in desk.workspace.tables
        for row in desk.workspace.select(f"PRAGMA foreign_key_list([{name}])")
        if row[2] in ("partner", "partnership")
    }
    assert hanging - {"distinct_pair"} <= tables_of_a_rich_partner()
    for name in tables_of_a_rich_partner():
        assert desk.workspace.tables[name].count(), name


def test_a_file_that_another_partner_keeps_too_stays(desk: Desk) -> None:
    first, second = (add_rich_partner(desk, Partner(name=name)) for name in ("Alfa", "Beta"))
    shared = desk.workspace.attachments.find("partner_id = ?", [first.key])[0]
    with desk.workspace.change("Attach"):
        desk.workspace.attachments.insert(
            type(shared)(partner_id=second.key, stored_file_id=shared.stored_file_id, name="x.pdf", size=3)
        )
    desk.directory.delete([first.key])
    desk.bin.remove_for_good([first.key])
    assert desk.workspace.stored_files.get(shared.stored_file_id).content == b"Alfa"


def test_only_what_lies_in_the_bin_is_removed_or_brought_back(desk: Desk) -> None:
    partner = add_rich_partner(desk, Partner(name="Alfa"))
    before = content_of(desk)
    assert desk.bin.remove_for_good([partner.key, 999]) == []
    assert desk.bin.restore([partner.key, 999]) == []
    assert content_of(desk) == before


def test_a_stopped_removal_leaves_everything(desk: Desk) -> None:
    partners = [add_rich_partner(desk, Partner(name=name)) for name in ("Alfa", "Beta")]
    desk.directory.delete([partner.key for partner in partners])
    before = content_of(desk)

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.bin.remove_for_good([partner.key for partner in partners], stop)
    assert content_of(desk) == before


@pytest.mark.parametrize("stopped_at", [0, 1, 2])
def test_a_stopped_restoring_leaves_all_in_the_bin(desk: Desk, stopped_at: int) -> None:
    partners = [add_rich_partner(desk, Partner(name=name)) for name in ("Alfa", "Beta")]
    keys = [partner.key for partner in partners]
    desk.directory.delete(keys)
    before = content_of(desk)

    def stop(done: int, total: int) -> None:
        assert total == 2
        if done == stopped_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.bin.restore(keys, stop)
    assert content_of(desk) == before
    assert len(desk.bin.restore(keys)) == 2
