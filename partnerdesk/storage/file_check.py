"""Whether a file is a sound workspace of a version that we can read; looks without writing."""

import sqlite3
from pathlib import Path

from partnerdesk.storage.errors import FileFault, WorkspaceFileError
from partnerdesk.storage.migrations import steps

#: "PDsk" as a number; SQLite keeps it at byte 68 of the file.
APPLICATION_ID = 0x5044736B

_HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


def check_workspace_file(path: Path) -> None:
    """Raise ``WorkspaceFileError`` unless ``path`` is a workspace that this version can read.

    Reads the header and the list of applied migrations only; see :func:`check_soundness` for the rest.
    """
    header = _read_header(path)
    if not header:
        # SQLite itself takes a file without a byte for a healthy empty database.
        raise WorkspaceFileError(FileFault.EMPTY, path)
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise WorkspaceFileError(FileFault.NOT_A_DATABASE, path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise WorkspaceFileError(FileFault.FOREIGN, path)
    connection = _open_to_read(path)
    try:
        applied = known_steps(connection)
    except sqlite3.DatabaseError as error:
        raise WorkspaceFileError(fault_of(error), path, str(error)) from error
    finally:
        connection.close()
    # Looked at only now: the connection has rolled back what a crash left half written.
    if path.stat().st_size < _size_by_header(_read_header(path)):
        # SQLite reads what is missing of the last page as zeros and may call that sound.
        raise WorkspaceFileError(FileFault.DAMAGED, path, "the file is cut off")
    if applied - {step.name for step in steps._migrations}:  # noqa: SLF001 - no public list of steps
        raise WorkspaceFileError(FileFault.NEWER, path)


def check_soundness(path: Path) -> None:
    """Raise ``WorkspaceFileError`` unless every page, index and foreign key of the file is in order."""
    check_workspace_file(path)
    connection = _open_to_read(path)
    try:
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        broken_keys = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        raise WorkspaceFileError(fault_of(error), path, str(error)) from error
    finally:
        connection.close()
    if faults or broken_keys:
        detail = "; ".join(faults) or f"{len(broken_keys)} broken references"
        raise WorkspaceFileError(FileFault.DAMAGED, path, detail)


def known_steps(connection: sqlite3.Connection) -> set[str]:
    """The names of the migrations that a file has been through; empty for a new file."""
    table = steps.migrations_table
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
        return set()
    rows = connection.execute(f"SELECT name FROM {table} WHERE migration_set = ?", [steps.name])
    return {row[0] for row in rows}


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except FileNotFoundError as error:
        raise WorkspaceFileError(FileFault.MISSING, path) from error
    except OSError as error:
        raise WorkspaceFileError(FileFault.UNWRITABLE, path, str(error)) from error


def _size_by_header(header: bytes) -> int:
    """The file's size in bytes as its header gives it, 0 where the header is out of date (SQLite, 1.3.7)."""
    if header[24:28] != header[92:96]:
        return 0
    page_size = int.from_bytes(header[16:18], "big")
    return (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")


def _open_to_read(path: Path) -> sqlite3.Connection:
    # Plain, not mode=ro: a journal left by a crash must be rolled back before anything is read.
    return sqlite3.connect(path, timeout=5.0, isolation_level=None)


def fault_of(error: sqlite3.DatabaseError) -> FileFault:
    """What SQLite's error says of the file."""
    text = str(error)
    if "locked" in text:
        return FileFault.LOCKED
    if any(sign in text for sign in ("readonly", "unable to open", "full", "disk I/O")):
        return FileFault.UNWRITABLE
    return FileFault.DAMAGED
