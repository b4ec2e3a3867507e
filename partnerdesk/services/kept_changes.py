"""Imports and merges that can be taken back, even after the program was closed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from partnerdesk.domain.directory_record import KeptChange, KeptKind
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.problems import Problem, changed_elsewhere
from partnerdesk.storage.errors import NotFound
from partnerdesk.storage.taking_back import Overtaken, kept_changes, take_back_by_partner, take_back_whole
from partnerdesk.storage.workspace import Workspace

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of it: how many partners were taken back, and the names of those that were left."""

    done: int
    left: tuple[str, ...] = ()


class KeptChanges:
    """The imports and merges of this file."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> list[KeptChange]:
        """All of them, latest first; their edits are left out."""
        return kept_changes(self._workspace)

    def take_back(self, key: int, report: Report = lambda _done, _total: None) -> TakenBack:
        """Undo an import or a merge as one change, whatever else was done since.

        A merge is taken back whole; ``Problem`` names the partner that was changed since and so stands in
        the way. An import is taken back partner by partner; partners changed since stay as they are and are
        named in what is returned; the import then stays open, so that they can be taken back another time.
        ``report(done, total)`` may raise to stop, with everything as it was.
        """
        try:
            kept = self._workspace.kept_changes.get(key)
        except NotFound as error:
            raise changed_elsewhere() from error
        if kept.taken_back_at is not None:
            raise Problem(_("This was taken back already."))
        with self._workspace.change(_("Take back: {step}").format(step=kept.label)):
            if kept.kind is KeptKind.MERGE:
                taken = self._take_back_merge(kept)
            else:
                done, left, remaining = take_back_by_partner(self._workspace, kept, report)
                taken = TakenBack(done, tuple(left))
                if left and not done:
                    raise Problem(_nothing_taken_back(taken.left))
                if left:
                    kept = replace(kept, edits=remaining)
            taken_back_at = None if taken.left else datetime.now(UTC)
            self._workspace.kept_changes.update(replace(kept, taken_back_at=taken_back_at))
        return taken

    def _take_back_merge(self, kept: KeptChange) -> TakenBack:
        try:
            take_back_whole(self._workspace, kept)
        except Overtaken as error:
            found = self._workspace.partners.get_many([error.partner_id])
            name = found[0].name if found else kept.details.get("kept", "")
            raise Problem(
                _(
                    "This merge cannot be taken back: “{name}” or one of its people was changed or removed "
                    "since. Add the other firm anew by hand, or undo those changes first."
                ).format(name=name)
            ) from error
        return TakenBack(2)


def _nothing_taken_back(left: tuple[str, ...]) -> str:
    message = _("Nothing was taken back: every partner of this import was changed since: {names}")
    return message.format(names=names_in_short(left))


def names_in_short(names: tuple[str, ...], most: int = 10) -> str:
    """Names in a row, the first of them where they are many."""
    shown = ", ".join(names[:most])
    return shown + ", …" if len(names) > most else shown


def counts_text(kept: KeptChange) -> str:
    """What a kept change did, in numbers: "3 added, 1 changed"."""
    added, updated, skipped = (_count(kept, key) for key in ("added", "updated", "skipped"))
    parts = (
        (added, ngettext("{count} added", "{count} added", added)),
        (updated, ngettext("{count} changed", "{count} changed", updated)),
        (skipped, ngettext("{count} skipped", "{count} skipped", skipped)),
    )
    return ", ".join(text.format(count=count) for count, text in parts if count)


def _count(kept: KeptChange, key: str) -> int:
    count = kept.details.get(key, 0)
    return count if isinstance(count, int) else 0
