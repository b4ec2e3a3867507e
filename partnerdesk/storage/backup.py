"""Verified copies of a workspace file, and putting one back."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from partnerdesk.storage.errors import FileFault, WorkspaceFileError
from partnerdesk.storage.file_check import check_soundness, fault_of

SUFFIX = ".partnerdesk"


def back_up(source: Path, folder: Path, now: datetime) -> Path:
    """Copy the workspace ``source`` into ``folder`` as "name – backup – date time.partnerdesk".

    The copy is made by SQLite's own backup under a temporary name, checked page by page, forced to the
    disk and only then given its name, so that a file with that name is always whole. The folder is made
    where it is missing. Raises ``WorkspaceFileError`` or ``OSError``; no copy is left behind then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return _copy_verified(source, _unused(folder / f"{source.stem} – backup – {_stamp(now)}{SUFFIX}"))


def back_up_before_update(source: Path) -> Path:
    """Copy a workspace beside itself before its schema is changed."""
    stamp = _stamp(datetime.now().astimezone())
    name = f"{source.stem} – before update – {stamp}{SUFFIX}"
    return _copy_verified(source, _unused(source.with_name(name)))


def restore(backup: Path, target: Path, now: datetime) -> Path | None:
    """Make ``target``, which must not be open, a copy of ``backup``; returns where its old data are kept.

    The backup is checked, copied beside the target and checked again. Only then are the target's own data
    saved: by a verified copy in the same folder or, where they are no sound workspace, by setting the file
    aside under another name. Then the files are swapped. Raises ``WorkspaceFileError`` or ``OSError`` with
    the target as it was.
    """
    check_soundness(backup)
    new = target.with_name(f".{target.name}.new")
    new.unlink(missing_ok=True)
    try:
        _copy(backup, new)
        check_soundness(new)
        kept = _keep(target, now) if target.exists() else None
        try:
            # SQLite would play a crashed file's journal into the new one (79 of 80 tries gave wrong data).
            for side_file in _side_files(target):
                side_file.unlink(missing_ok=True)
            new.replace(target)
        except BaseException:
            if kept is not None and not target.exists():
                _move(kept, target)
            raise
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return kept


def _keep(target: Path, now: datetime) -> Path:
    try:
        check_soundness(target)
    except WorkspaceFileError as error:
        # A file that another program holds may be as sound as can be: it must stay where it is.
        if error.fault in (FileFault.LOCKED, FileFault.UNWRITABLE):
            raise
        aside = _unused(target.with_name(f"{target.stem} – set aside – {_stamp(now)}{target.suffix}"))
        _move(target, aside)
        return aside
    return back_up(target, target.parent, now)


def _move(source: Path, target: Path) -> None:
    for old, new in zip(_side_files(source), _side_files(target), strict=True):
        if old.exists():
            old.rename(new)
    source.rename(target)


def _side_files(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in ("-journal", "-wal", "-shm")]


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%d %H.%M.%S")


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
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.DatabaseError as error:
        fault = fault_of(error)
        # What is full or may not be written to is the place of the copy; the source is only read.
        at_fault = target.parent if fault is FileFault.UNWRITABLE else source
        raise WorkspaceFileError(fault, at_fault, str(error)) from error
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
