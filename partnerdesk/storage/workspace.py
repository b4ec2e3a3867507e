"""The workspace: one SQLite file, opened safely, with its tables."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from partnerdesk.domain.approach import Approach
from partnerdesk.domain.attachment import Attachment, StoredFile
from partnerdesk.domain.checkup import Checkup
from partnerdesk.domain.custom_field import CustomField
from partnerdesk.domain.directory_record import DistinctPair, KeptChange, KeptKind, SavedFilter
from partnerdesk.domain.letter import Letter
from partnerdesk.domain.own_firm import OwnFirm, Picture
from partnerdesk.domain.partner import Contact, HistoryEntry, Partner
from partnerdesk.domain.partnership import Obligation, Partnership, Result
from partnerdesk.domain.record import Record
from partnerdesk.storage.backup import back_up_before_update
from partnerdesk.storage.change import Change, Edit, same_content
from partnerdesk.storage.connection import Connection
from partnerdesk.storage.errors import Conflict, FileFault, WorkspaceFileError
from partnerdesk.storage.file_check import check_workspace_file, fault_of, known_steps
from partnerdesk.storage.kept_change import pack
from partnerdesk.storage.migrations import steps
from partnerdesk.storage.partner_index import INDEX_VERSION, PartnerIndex, order_of_partner
from partnerdesk.storage.records import RecordTable

_REPORTED_EACH = 200


class Workspace:
    """An open workspace file; belongs to the thread that opened it.

    Every write happens inside :meth:`change` and is on the disk when that block has ended: the rollback
    journal with ``synchronous=EXTRA`` keeps acknowledged commits through kill and power loss (measured;
    WAL with NORMAL did not).
    """

    def __init__(self, path: Path) -> None:
        """Open ``path``, creating it where there is no file, and bring its schema up to date.

        Raises ``WorkspaceFileError`` for a file that is no workspace, is damaged or comes from a newer
        version; the file is then left as it was.
        """
        self.path = path
        if path.exists():
            check_workspace_file(path)
        self._running: list[Edit] | None = None
        self._label = ""
        self._listeners: list[Callable[[Change], None]] = []
        try:
            self._connection = Connection(path)
        except OSError as error:
            raise WorkspaceFileError(FileFault.UNWRITABLE, path, str(error)) from error
        self._index = PartnerIndex(self._connection)
        self._add_tables()
        try:
            self._migrate()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise WorkspaceFileError(fault_of(error), path, str(error)) from error
        except BaseException:
            self._connection.close()
            raise

    def _add_tables(self) -> None:
        db, journal = self._connection, self._note
        stale = self._index.stale
        self.pictures = RecordTable(db, "picture", Picture, journal)
        self.own_firm = RecordTable(db, "own_firm", OwnFirm, journal)
        self.partners = RecordTable(
            db, "partner", Partner, journal, order_of_partner, lambda partner: stale.add(partner.key)
        )
        self.contacts = RecordTable(
            db, "contact", Contact, journal, written=lambda contact: stale.add(contact.partner_id)
        )
        self.partnerships = RecordTable(db, "partnership", Partnership, journal)
        self.obligations = RecordTable(db, "obligation", Obligation, journal)
        self.results = RecordTable(db, "result", Result, journal)
        self.checkups = RecordTable(db, "checkup", Checkup, journal)
        self.letters = RecordTable(db, "letter", Letter, journal)
        self.history = RecordTable(
            db, "history_entry", HistoryEntry, journal, written=lambda entry: stale.add(entry.partner_id)
        )
        self.approaches = RecordTable(
            db, "approach", Approach, journal, written=lambda approach: stale.add(approach.partner_id)
        )
        self.stored_files = RecordTable(db, "stored_file", StoredFile, journal)
        self.attachments = RecordTable(db, "attachment", Attachment, journal)
        self.custom_fields = RecordTable(db, "custom_field", CustomField, journal)
        self.saved_filters = RecordTable(db, "saved_filter", SavedFilter, journal)
        self.distinct_pairs = RecordTable(db, "distinct_pair", DistinctPair, journal)
        self.kept_changes = RecordTable(db, "kept_change", KeptChange, journal)
        tables: tuple[RecordTable[Any], ...] = (
            self.pictures, self.own_firm, self.partners, self.contacts, self.partnerships,
            self.obligations, self.results, self.letters, self.history, self.approaches,
            self.stored_files, self.attachments, self.custom_fields, self.saved_filters,
            self.distinct_pairs, self.kept_changes, self.checkups,
        )  # fmt: skip
        self.tables: dict[str, RecordTable[Any]] = {table.name: table for table in tables}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is waiting to be written."""
        self._connection.close()

    def select(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query finds; for :mod:`partnerdesk.storage` alone."""
        return self._connection.select(query, values)

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``listener`` with every change, after it is safely on the disk; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def change(self, label: str) -> Iterator[None]:
        """One action of the user, all or nothing; ``label`` names it in "Undo …".

        Inside another change it becomes part of that one. Listeners hear of it after the commit, and not
        at all when nothing was written. Raises ``WorkspaceFileError``, with the data as they were before,
        when the file cannot be written.
        """
        if self._running is not None:
            yield
            return
        self._running, self._label = [], label
        try:
            with self._connection.transaction():
                yield
                self.freshen_index()
            done = Change(label, tuple(self._running))
        finally:
            self._running = None
            self._index.stale.clear()
        if done.edits:
            self.tell(done)

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the running change that leaves no trace when it raises; what was done before it stays.

        A broken constraint in it is raised as ``Conflict``.
        """
        if self._running is None:
            raise RuntimeError("part outside of a change")
        noted = len(self._running)
        try:
            with self._connection.savepoint():
                yield
        except BaseException as error:
            # Partners stay stale: deriving anew what has not changed does no harm.
            del self._running[noted:]
            if isinstance(error, sqlite3.IntegrityError):
                raise Conflict(str(error)) from error
            raise

    def remove_contact(self, contact: Contact) -> None:
        """Remove a person within the running change; letters to that person stay, without a recipient.

        They are written by hand and not left to the file's own rule, so that undo gives them back.
        """
        for letter in self.letters.find("contact_id = ?", [contact.key]):
            self.letters.update(replace(letter, contact_id=None))
        self.contacts.remove(contact)

    def freshen_index(self) -> None:
        """Bring what partners are found by up to date within the running change.

        The end of a change does so by itself; a long one does it in between, so that it can show how far it
        is and be stopped.
        """
        self._index.freshen(self.partners, self.contacts)
        self._index.stale.clear()

    def tell(self, change: Change) -> None:
        """Let listeners hear of a change that was made over another connection to this file."""
        for listener in list(self._listeners):
            listener(change)

    def keep_running(self, kind: KeptKind, details: dict[str, Any]) -> KeptChange:
        """Keep what the running change has done so far, so that it can be taken back in a later session.

        The note is part of that change. Raises ``RuntimeError`` outside of one.
        """
        if self._running is None:
            raise RuntimeError("keep_running outside of a change")
        return self.kept_changes.insert(
            KeptChange(
                kind=kind,
                label=self._label,
                happened_at=datetime.now(UTC),
                details=details,
                edits=pack(self._running, self.tables),
            )
        )

    def revert(self, change: Change, report: Callable[[int, int], None] = lambda done, total: None) -> Change:
        """Write back what was before ``change``, as a change of its own, and return that.

        ``report(done, total)`` hears how far it is and may raise in order to stop, whereupon nothing is
        written. Raises ``Conflict``, with nothing written, when one of its rows has been changed since.
        """
        kept: list[Edit] = []
        try:
            with self.change(change.label):
                assert self._running is not None  # noqa: S101 - change() has just set it
                for done, edit in enumerate(reversed(change.edits)):
                    if done % _REPORTED_EACH == 0:
                        report(done, len(change.edits))
                        self.freshen_index()
                    self._revert(edit)
                kept = list(self._running)
        except sqlite3.IntegrityError as error:
            raise Conflict(f"{change.label}: something new hangs on it") from error
        return Change(change.label, tuple(kept))

    def _revert(self, edit: Edit) -> None:
        table = self.tables[edit.table]
        if edit.after is None:
            if edit.before is not None:
                table.insert(edit.before)
            return
        current = table.find("id = ?", [edit.after.key])
        if not current or not same_content(current[0], edit.after):
            raise Conflict(f"{edit.table} {edit.after.key} was changed since")
        if edit.before is None:
            # A letter would let go of its contact without a word.
            if edit.table == "contact" and self.letters.count("contact_id = ?", [edit.after.key]):
                raise Conflict(f"a letter was written to contact {edit.after.key}")
            table.remove(current[0])
        else:
            table.update(replace(edit.before, version=current[0].version))

    def _note(self, table: str, before: Record | None, after: Record | None) -> None:
        if self._running is None:
            raise RuntimeError(f"write to {table} outside of a change")
        self._running.append(Edit(table, before, after))

    def _migrate(self) -> None:
        database = Database(self._connection.sqlite, execute_plugins=False)
        if steps.pending(database):
            if known_steps(self._connection.sqlite):
                back_up_before_update(self.path)
            steps.apply(database)
        if self.select("PRAGMA user_version")[0][0] != INDEX_VERSION:
            self._index_all_partners()

    def _index_all_partners(self) -> None:
        with self._connection.transaction():
            self._index.stale.update(row[0] for row in self.select("SELECT id FROM partner"))
            self.freshen_index()
            # In the same transaction, so that a file that was left half-way is indexed at the next opening.
            self._connection.write(f"PRAGMA user_version = {INDEX_VERSION}")
