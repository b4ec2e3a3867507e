"""Undo and redo of everything that was changed since the program was started."""

from collections.abc import Callable

from partnerdesk.domain.attachment import StoredFile
from partnerdesk.services.problems import changed_elsewhere
from partnerdesk.storage.change import Change, Edit
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.workspace import Workspace

__all__ = ["Change", "UndoStack"]

# Measured: writing this much takes about as long as a row.
_BYTES_AS_A_ROW = 50_000


class UndoStack:
    """The changes that can be taken back, and those that can be made again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._listeners: list[Callable[[], None]] = []
        self._replaying = False
        #: The change that is taken back elsewhere, and the lists that it moves between.
        self._awaited: tuple[Change, list[Change], list[Change]] | None = None
        #: The change that another thread could not take back.
        self._misfit: Change | None = None
        workspace.on_change(self._remember)

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` whenever the labels below may have changed; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def undo_label(self) -> str | None:
        """What :meth:`undo` would take back; ``None`` for nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What :meth:`redo` would make again; ``None`` for nothing."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> None:
        """Take back the latest change.

        Raises ``Problem``, with nothing written, when it no longer fits; it is then forgotten, so that what
        was done before it can still be taken back.
        """
        self._move(self._done, self._undone)

    def redo(self) -> None:
        """Make the latest change that was taken back again. Raises ``Problem`` as :meth:`undo` does."""
        self._move(self._undone, self._done)

    def size(self, *, redo: bool = False) -> int:
        """How many rows :meth:`undo` (or :meth:`redo`) would write; a large file counts as many."""
        source = self._undone if redo else self._done
        return sum(_weight(edit) for edit in source[-1].edits) if source else 0

    def begin_apart(self, *, redo: bool = False) -> Change:
        """The change to be taken back (or made again) by work over another connection.

        The next change that is told with its label and as many rows is taken for its opposite;
        :meth:`give_up` where there will be none.
        """
        source, target = (self._undone, self._done) if redo else (self._done, self._undone)
        self._awaited = (source[-1], source, target)
        return source[-1]

    def revert_apart(
        self, change: Change, workspace: Workspace, report: Callable[[int, int], None]
    ) -> Change:
        """Take a change back over another connection, in its thread; see :meth:`begin_apart`.

        Raises ``Conflict`` or ``NotFound`` where it no longer fits; :meth:`give_up` then drops the step.
        """
        try:
            return workspace.revert(change, report)
        except (Conflict, NotFound):
            self._misfit = change
            raise

    def give_up(self) -> None:
        """Await no change any more: the work was stopped or failed, and all is as before.

        A step that no longer fits is dropped, so that those before it can be reached.
        """
        if self._awaited is not None and self._awaited[0] is self._misfit:
            self._awaited[1].remove(self._misfit)
            self._tell()
        self._awaited = self._misfit = None

    def _move(self, source: list[Change], target: list[Change]) -> None:
        if not source:
            return
        self._replaying = True
        try:
            # revert() hands back the opposite change, which is exactly what the other direction reverts.
            target.append(self._workspace.revert(source[-1]))
            source.pop()
        except (Conflict, NotFound) as error:
            source.pop()
            self._tell()
            raise changed_elsewhere() from error
        finally:
            self._replaying = False
        self._tell()

    def _remember(self, change: Change) -> None:
        if self._replaying:
            return
        if self._awaited is not None and _is_opposite(change, self._awaited[0]):
            taken_back, source, target = self._awaited
            self._awaited = None
            if taken_back in source:
                source.remove(taken_back)
            target.append(change)
        else:
            self._done.append(change)
            self._undone.clear()
        self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


def _is_opposite(change: Change, other: Change) -> bool:
    return change.label == other.label and len(change.edits) == len(other.edits)


def _weight(edit: Edit) -> int:
    """As many rows as take as long to write: 1, or more for a file's bytes."""
    record = edit.after or edit.before
    return 1 + len(record.content) // _BYTES_AS_A_ROW if isinstance(record, StoredFile) else 1
