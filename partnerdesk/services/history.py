"""A partner's history: what people write into it by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from partnerdesk.domain.partner import WRITTEN_KINDS, HistoryEntry, HistoryKind
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.workspace import Workspace


class History:
    """Adds, changes and removes notes, calls, meetings and e-mails."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def add(
        self, partner_id: int, text: str, kind: HistoryKind = HistoryKind.NOTE, day: date | None = None
    ) -> HistoryEntry:
        """Write down what happened now, or on another day.

        Raises ``InvalidInput`` for an empty text, and ``Problem`` where the partner was removed meanwhile.
        """
        entry = HistoryEntry(
            partner_id=partner_id, kind=kind, happened_at=_moment(day), details={"text": _checked(kind, text)}
        )
        try:
            with self._workspace.change(_added(kind)):
                self._workspace.partners.get(partner_id)
                return self._workspace.history.insert(entry)
        except NotFound as error:
            raise changed_elsewhere() from error

    def add_all(self, entries: Sequence[tuple[int, str, HistoryKind, date]]) -> None:
        """Write down several things, each with its partner, as one change.

        Raises ``InvalidInput`` as :meth:`add` does, and ``Problem`` when a partner was removed, with nothing
        written.
        """
        keys = {partner_id for partner_id, _text, _kind, _day in entries}
        if len(self._workspace.partners.get_many(list(keys))) < len(keys):
            raise changed_elsewhere()
        label = _added(entries[0][2])
        if len(entries) > 1:
            label = ngettext("Add {count} entry", "Add {count} entries", len(entries))
        with self._workspace.change(label.format(count=len(entries))):
            for partner_id, text, kind, day in entries:
                self.add(partner_id, text, kind, day)

    def change(self, entry: HistoryEntry, text: str, kind: HistoryKind, day: date) -> HistoryEntry:
        """Correct an entry. Raises ``InvalidInput``, and ``Problem`` when somebody else saved first."""
        if entry.kind not in WRITTEN_KINDS:
            raise ValueError(f"{entry.kind} is not written by hand")
        same_day = entry.happened_at.astimezone().date() == day
        changed = replace(
            entry,
            kind=kind,
            happened_at=entry.happened_at if same_day else _moment(day),
            details=entry.details | {"text": _checked(kind, text)},
        )
        try:
            with self._workspace.change(_("Change entry in the history")):
                return self._workspace.history.update(changed)
        except (Conflict, NotFound) as error:
            raise changed_elsewhere() from error

    def remove(self, entry: HistoryEntry) -> None:
        """Remove an entry that was written by hand. Raises ``Problem`` when it is gone already."""
        if entry.kind not in WRITTEN_KINDS:
            raise ValueError(f"{entry.kind} is not written by hand")
        try:
            with self._workspace.change(_("Delete entry from the history")):
                self._workspace.history.remove(entry)
        except NotFound as error:
            raise changed_elsewhere() from error


def _checked(kind: HistoryKind, text: str) -> str:
    text = text.strip()
    if not text:
        note = kind is HistoryKind.NOTE
        raise InvalidInput({"text": _("Write the note first.") if note else _("Write what it was about.")})
    return text


def _moment(day: date | None) -> datetime:
    """Now for today, midday for any other day."""
    now = datetime.now().astimezone()
    if day is None or day == now.date():
        return now.astimezone(UTC)
    return datetime.combine(day, time(12)).astimezone(UTC)


def _added(kind: HistoryKind) -> str:
    return {
        HistoryKind.CALL: _("Add call"),
        HistoryKind.MEETING: _("Add meeting"),
        HistoryKind.EMAIL: _("Add e-mail"),
    }.get(kind, _("Add note"))
