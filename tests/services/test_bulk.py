"""One change to many partners: one step for undo, and nothing where nothing differs."""

import pytest

from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.services.bulk import (
    BulkChange,
    add_tags,
    move_to_bin,
    remove_tags,
    set_key_client,
    set_responsible,
    set_stage,
)
from partnerdesk.services.desk import Desk, work_apart
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Cancelled, InvalidInput


@pytest.fixture
def keys(desk: Desk) -> list[int]:
    partners = (
        Partner(name="Alfa", tags=("VIP", "stary")),
        Partner(name="Beta", tags=("vip",), stage=Stage.PARTNER, is_key_client=True),
        Partner(name="Gama", responsible="Ewa"),
    )
    return [desk.directory.save(PartnerFile(partner, ())).partner.key for partner in partners]


@pytest.mark.parametrize(
    ("change", "field", "values", "label", "news"),
    [
        (
            add_tags("vip; nowy , nowy"), "tags",
            [("VIP", "stary", "nowy"), ("vip", "nowy"), ("vip", "nowy")],
            "Add tag vip, nowy to 3 partners", "Tag vip, nowy added to 3 partners",
        ),
        (
            remove_tags("VIP"), "tags", [("stary",), (), ()],
            "Remove tag VIP from 2 partners", "Tag VIP removed from 2 partners",
        ),
        (
            set_stage(Stage.PARTNER), "stage", [Stage.PARTNER] * 3,
            "Set stage of 2 partners", "2 partners are now at stage “Partner”",
        ),
        (
            set_responsible("  Łucja  Żak "), "responsible", ["Łucja Żak"] * 3,
            "Set who is responsible for 3 partners", "Łucja Żak is now responsible for 3 partners",
        ),
        (
            set_responsible(""), "responsible", [""] * 3,
            "Set who is responsible for 1 partner", "Nobody is responsible for 1 partner now",
        ),
        (
            set_key_client(True), "is_key_client", [True] * 3,
            "Set key client for 2 partners", "2 partners marked as key clients",
        ),
        (
            set_key_client(False), "is_key_client", [False] * 3,
            "Set key client for 1 partner", "1 partner is no longer a key client",
        ),
    ],
)  # fmt: skip
def test_each_change_is_one_step_that_is_undone(
    desk: Desk, keys: list[int], change: BulkChange, field: str, values: list[object], label: str, news: str
) -> None:
    before = desk.directory.partners(keys)
    changed = desk.bulk.apply(keys, change)
    assert [getattr(partner, field) for partner in desk.directory.partners(keys)] == values
    assert desk.undo.undo_label == label
    assert change.news_for(changed) == news
    desk.undo.undo()
    assert [getattr(one, field) for one in desk.directory.partners(keys)] == [
        getattr(one, field) for one in before
    ]
    assert desk.undo.undo_label == "Add partner Gama"


def test_what_is_so_already_is_not_written(desk: Desk, keys: list[int]) -> None:
    assert desk.bulk.apply(keys[1:2], set_stage(Stage.PARTNER)) == []
    assert desk.bulk.apply([], move_to_bin()) == []
    assert desk.bulk.apply([999], move_to_bin()) == []
    assert desk.undo.undo_label == "Add partner Gama"


def test_what_was_changed_is_found_by_it_at_once(desk: Desk, keys: list[int]) -> None:
    desk.bulk.apply(keys, add_tags("Ważny"))
    assert len(desk.directory.keys("wazny")) == 3
    desk.bulk.apply(keys, remove_tags("wazny"))
    assert desk.directory.keys("wazny") == []


def test_one_partner_is_named_in_the_step_that_deletes_it(desk: Desk, keys: list[int]) -> None:
    change = move_to_bin()
    assert change.news_for(desk.bulk.apply(keys[:1], change)) == "Alfa deleted"
    assert desk.undo.undo_label == "Delete partner Alfa"
    assert desk.bulk.apply(keys[:1], add_tags("x")) == []


@pytest.mark.parametrize("make", [add_tags, remove_tags])
def test_a_tag_is_needed(make: object) -> None:
    with pytest.raises(InvalidInput) as error:
        make(" , ;")
    assert list(error.value.faults) == ["tags"]


def test_stopping_leaves_everything_as_it_was(desk: Desk) -> None:
    with desk.workspace.change("Add"):
        keys = [desk.workspace.partners.insert(Partner(name=f"Firma {n}")).key for n in range(450)]

    def stop(done: int, total: int) -> None:
        if done >= 400:
            raise Cancelled
        assert total == 450

    with pytest.raises(Cancelled):
        desk.bulk.apply(keys, set_stage(Stage.PAUSED), stop)
    assert {partner.stage for partner in desk.directory.partners(keys)} == {Stage.PROSPECT}
    assert desk.undo.undo_label == "Add"


def test_a_change_is_taken_back_over_another_connection(desk: Desk, keys: list[int]) -> None:
    desk.bulk.apply(keys, set_stage(Stage.PAUSED))
    for redo, stage in ((False, Stage.PROSPECT), (True, Stage.PAUSED), (False, Stage.PROSPECT)):
        assert desk.undo.size(redo=redo) == 3
        change = desk.undo.begin_apart(redo=redo)
        outcome = work_apart(desk, lambda other, change=change: other.workspace.revert(change))
        for told in outcome.changes:
            desk.workspace.tell(told)
        assert desk.directory.partner(keys[0]).stage is stage
    assert desk.undo.redo_label == "Set stage of 3 partners"
    desk.undo.begin_apart(redo=True)
    desk.undo.give_up()
    desk.bulk.apply(keys, set_responsible("Ewa"))
    assert desk.undo.redo_label is None
    assert desk.undo.undo_label == "Set who is responsible for 2 partners"
