"""Taking back a change that was kept, long after it was made and whatever was done since."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from partnerdesk.domain.directory_record import KeptChange
from partnerdesk.domain.record import Record
from partnerdesk.storage.change import same_content
from partnerdesk.storage.errors import Conflict
from partnerdesk.storage.kept_change import KeptEdit, digest, pack_kept, unpack
from partnerdesk.storage.workspace import Workspace

#: What is put back where that is possible; nothing else need wait for it.
_SIDE_ISSUES = frozenset({"distinct_pair"})
_REPORTED_EVERY = 100


class Overtaken(Conflict):
    """A row of a kept change that was changed since; ``partner_id`` is that of its partner, 0 for none."""

    def __init__(self, message: str, partner_id: int) -> None:
        super().__init__(message)
        self.partner_id = partner_id


def kept_changes(workspace: Workspace) -> list[KeptChange]:
    """All kept changes, latest first, without their edits, which may be large."""
    columns = [field.name for field in fields(KeptChange) if field.name != "edits"]
    rows = workspace.select(
        f"SELECT {', '.join(columns)} FROM kept_change ORDER BY happened_at DESC, id DESC"
    )
    read = workspace.kept_changes.record_of
    return [read(dict(zip(columns, row, strict=True)) | {"edits": b""}) for row in rows]


def take_back_whole(workspace: Workspace, change: KeptChange) -> None:
    """Take back all edits of a change, within a running change. Raises ``Overtaken``."""
    for edit in reversed(unpack(change.edits, workspace.tables)):
        try:
            with workspace.part():
                _take_back(workspace, edit)
        except Conflict as error:
            if edit.table not in _SIDE_ISSUES:
                raise Overtaken(str(error), _partner_of(workspace, edit)) from error


def take_back_by_partner(
    workspace: Workspace, change: KeptChange, report: Callable[[int, int], None]
) -> tuple[int, list[str], bytes]:
    """Take back a change partner by partner, within a running change.

    Each partner with all that belongs to it is taken back whole or left whole: left where any of it was
    changed since, or something new hangs on it. What belongs to no partner is taken back when nothing was
    left. Returns how many partners were taken back, the names of those that were left, and the edits that
    remain to be taken back once they are as the change made them, or as they were before it.
    """
    groups = _by_partner(workspace, unpack(change.edits, workspace.tables))
    rest = groups.pop(0, [])
    done = 0
    left: list[str] = []
    remaining: list[KeptEdit] = []
    for number, (key, edits) in enumerate(groups.items()):
        if number % _REPORTED_EVERY == 0:
            report(number, len(groups))
            workspace.freshen_index()
        if _is_as_before(workspace, edits):
            continue
        name = _name_of(workspace, key, edits)
        try:
            with workspace.part():
                taken = [_take_back(workspace, edit) for edit in reversed(edits)]
        except Conflict:
            left.append(name)
            remaining += edits
        else:
            done += any(taken)
    if rest and not left:
        _take_back_where_possible(workspace, rest)
    return done, left, pack_kept([*remaining, *rest], workspace.tables)


def _is_as_before(workspace: Workspace, edits: Sequence[KeptEdit]) -> bool:
    """Whether every row is as it was before the first of the edits, so that there is nothing to take back."""
    firsts: dict[tuple[str, int], Record | None] = {}
    for edit in edits:
        firsts.setdefault((edit.table, edit.key), edit.before)
    for (name, key), before in firsts.items():
        found = workspace.tables[name].find("id = ?", [key])
        if before is None or not found:
            if found or before is not None:
                return False
        elif not same_content(found[0], before):
            return False
    return True


def _take_back_where_possible(workspace: Workspace, edits: Sequence[KeptEdit]) -> None:
    for edit in reversed(edits):
        try:
            with workspace.part():
                _take_back(workspace, edit)
        except Conflict:
            continue


def _take_back(workspace: Workspace, edit: KeptEdit) -> bool:
    """Put one row back as it was; ``False`` where it was added and is gone already. Raises ``Conflict``."""
    table = workspace.tables[edit.table]
    if not edit.digest:
        if edit.before is not None:
            table.insert(edit.before)
        return True
    found = table.find("id = ?", [edit.key])
    if not found and edit.before is None:
        return False
    if not found or digest(table, found[0]) != edit.digest:
        raise Conflict(f"{edit.table} {edit.key} was changed since")
    if edit.before is not None:
        table.update(replace(edit.before, version=found[0].version))
        return True
    # A letter would let go of its contact without a word.
    if edit.table == "contact" and workspace.letters.count("contact_id = ?", [edit.key]):
        raise Conflict(f"a letter was written to contact {edit.key}")
    table.remove(found[0])
    return True


def _by_partner(workspace: Workspace, edits: Sequence[KeptEdit]) -> dict[int, list[KeptEdit]]:
    """The edits by the key of the partner that they belong to, 0 for none, in their order."""
    groups: dict[int, list[KeptEdit]] = {}
    for edit in edits:
        groups.setdefault(_partner_of(workspace, edit), []).append(edit)
    return groups


def _partner_of(workspace: Workspace, edit: KeptEdit) -> int:
    if edit.table == "partner":
        return edit.key
    record = edit.before
    if record is None:
        record = next(iter(workspace.tables[edit.table].find("id = ?", [edit.key])), None)
    return 0 if record is None else _owner(workspace, record)


def _owner(workspace: Workspace, record: Record) -> int:
    owned: Any = record
    for name in ("partner_id", "one_id"):
        if hasattr(record, name):
            return int(getattr(owned, name))
    if not hasattr(record, "partnership_id"):
        return 0
    found = workspace.partnerships.find("id = ?", [owned.partnership_id])
    return found[0].partner_id if found else 0


def _name_of(workspace: Workspace, key: int, edits: Sequence[KeptEdit]) -> str:
    found = workspace.partners.find("id = ?", [key])
    if found:
        return found[0].name
    befores: list[Any] = [edit.before for edit in edits if edit.table == "partner" and edit.before]
    return befores[0].name if befores else ""
