"""Parts of a change that leave no trace, keys that are given once, and digests that outlive new columns."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.record import Record
from partnerdesk.storage.change import Change
from partnerdesk.storage.errors import Conflict
from partnerdesk.storage.kept_change import digest
from partnerdesk.storage.records import RecordTable
from partnerdesk.storage.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace(tmp_path / "firm.partnerdesk") as workspace:
        yield workspace


def test_a_part_that_fails_leaves_no_trace_and_the_change_goes_on(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.on_change(heard.append)
    with workspace.change("Mixed"):
        first = workspace.partners.insert(Partner(name="Alfa"))
        with pytest.raises(Conflict), workspace.part():
            _rename_then_fail(workspace, first)
        with workspace.part():
            workspace.contacts.insert(Contact(partner_id=first.key, surname="Kot"))
            with pytest.raises(Conflict), workspace.part():
                _rename_then_fail(workspace, first)
    assert [partner.name for partner in workspace.partners.find()] == ["Alfa"]
    assert [contact.surname for contact in workspace.contacts.find()] == ["Kot"]
    assert [edit.table for edit in heard[0].edits] == ["partner", "contact"]
    found = workspace.select("SELECT search_text FROM partner")
    assert found == [("alfa kot",)]
    workspace.revert(heard[0])
    assert workspace.partners.count() == 0


def _rename_then_fail(workspace: Workspace, partner: Partner) -> None:
    workspace.partners.update(replace(partner, name="Beta"))
    workspace.partners.insert(Partner(name=" "))


def test_a_part_outside_of_a_change_is_a_fault(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="outside of a change"), workspace.part():
        pass


def test_a_key_is_never_given_twice(workspace: Workspace) -> None:
    with workspace.change("Add"):
        first = workspace.partners.insert(Partner(name="Alfa"))
        second = workspace.partners.insert(Partner(name="Beta"))
        workspace.partners.remove(second)
        third = workspace.partners.insert(Partner(name="Gamma"))
        workspace.partners.remove(first)
        workspace.partners.insert(second)
    assert third.key == second.key + 1
    assert [partner.name for partner in workspace.partners.find()] == ["Beta", "Gamma"]


def test_a_contact_that_moves_is_found_with_its_new_partner_only(workspace: Workspace) -> None:
    with workspace.change("Add"):
        first, second = (workspace.partners.insert(Partner(name=name)) for name in ("Alfa", "Beta"))
        contact = workspace.contacts.insert(Contact(partner_id=first.key, surname="Kot"))
    with workspace.change("Move"):
        workspace.contacts.update(replace(contact, partner_id=second.key))
    assert workspace.select("SELECT search_text FROM partner ORDER BY id") == [("alfa",), ("beta kot",)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wider(Partner):
    """A partner as a later version may know it."""

    rating: int = 0
    links: dict[str, Any] = field(default_factory=dict)


def test_a_digest_outlives_a_column_that_is_added_later(workspace: Workspace) -> None:
    with workspace.change("Add"):
        partner = workspace.partners.insert(Partner(name="Alfa", tags=("a",)))

    def ignore(table: str, before: Record | None, after: Record | None) -> None:
        raise AssertionError

    later = RecordTable(workspace._connection, "partner", _Wider, ignore)
    values = {name: getattr(partner, name) for name in Partner.__dataclass_fields__}
    kept = digest(workspace.partners, partner)
    assert digest(later, _Wider(**values)) == kept
    assert digest(later, _Wider(**values, rating=1)) != kept
