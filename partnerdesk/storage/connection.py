"""The connection to a workspace file: safe settings, and SQLite's errors in the storage's own words."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from partnerdesk.storage.errors import WorkspaceFileError
from partnerdesk.storage.file_check import APPLICATION_ID, fault_of

_BUSY_SECONDS = 5.0


class Connection:
    """One connection, for the thread that opened it; the file is made where there is none.

    Every method raises ``WorkspaceFileError`` when the file cannot be read or written: locked, damaged, on
    a disk that is full or gone. Broken constraints stay ``sqlite3.IntegrityError``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        is_new = not path.exists()
        if is_new:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not os.access(path, os.W_OK):
            raise PermissionError(f"no right to write to {path}")
        with self._named():
            self.sqlite = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            for pragma in (
                "journal_mode = DELETE",
                "synchronous = EXTRA",
                "foreign_keys = ON",
                # A large change of another thread must not lock out the window before it commits.
                "cache_spill = OFF",
                *([f"application_id = {APPLICATION_ID}"] if is_new else []),
            ):
                self.select(f"PRAGMA {pragma}")
        except BaseException:
            self.sqlite.close()
            raise

    def select(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that the query finds."""
        with self._named():
            return self.sqlite.execute(query, values).fetchall()

    def write(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; returns the key of the row it inserted, if it did."""
        with self._named():
            return self.sqlite.execute(statement, values).lastrowid or 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: committed at the end of the block, rolled back when it raises.

        Takes the right to write at once, so that two writers wait for each other and do not fail later.
        """
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            self.sqlite.rollback()
            raise

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part of the running transaction that leaves no trace when it raises; the rest of it stays."""
        self.write("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.write("ROLLBACK TO part")
            self.write("RELEASE part")
            raise
        self.write("RELEASE part")

    def close(self) -> None:
        """Close the file; nothing is waiting to be written."""
        self.sqlite.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise WorkspaceFileError(fault_of(error), self.path, str(error)) from error
