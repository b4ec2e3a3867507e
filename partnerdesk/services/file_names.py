"""Names of files made from what people typed, and writing them so that nothing is lost."""

import os
import stat
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from pathvalidate import sanitize_filename

_LONGEST_PART = 80


def letter_file_name(partner: str, title: str, day: date) -> str:
    """ "Partner – letter – 2026-11-23.pdf", safe on every system."""
    return f"{safe_part(partner)} – {safe_part(title)} – {day.isoformat()}.pdf"


def safe_part(text: str) -> str:
    """Text as the beginning of a file name: no path, no control or direction marks, no leading dot or dash.

    pathvalidate takes out what file systems forbid, but keeps "..", U+202E and a leading "-".
    """
    visible = "".join(" " if unicodedata.category(mark).startswith(("C", "Z")) else mark for mark in text)
    # A name is more than this part: a dot at its end, as in „sp. z o.o.”, is no ending of a file's name.
    cleaned = sanitize_filename(f"{visible}–", replacement_text=" ", platform="universal").removesuffix("–")
    bare = " ".join(cleaned.split()).lstrip(" .-–")
    return bare[:_LONGEST_PART].rstrip(" -–") or "_"


def size_of_file(path: Path) -> int | None:
    """The bytes that a file has; ``None`` for what is no file. Raises ``OSError``.

    To be asked before opening: a pipe or a device could make the reader wait for ever.
    """
    about = path.stat()
    return about.st_size if stat.S_ISREG(about.st_mode) else None


def write_new_file(folder: Path, name: str, content: bytes) -> Path:
    """Write ``content`` under ``name``, or "name (2)" and so on if that is taken, and force it to the disk.

    The folder is made where it is missing. Raises ``OSError``; no half file is left behind then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        path = folder / name
        if number > 1:
            path = path.with_name(f"{path.stem} ({number}){path.suffix}")
        try:
            # "x" fails on a taken name, so that two exports at once cannot overwrite each other.
            file = path.open("xb")
        except FileExistsError:
            number += 1
            continue
        try:
            with file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path


def write_whole(path: Path, fill: Callable[[BinaryIO], int]) -> int:
    """Write a whole file or none: under another name first, so that a full disk cannot ruin the old one.

    Returns what ``fill`` returned.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("w+b") as file:
            count = fill(file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return count
