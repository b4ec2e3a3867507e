"""What can be wrong with a workspace file or a write to it."""

from enum import StrEnum
from pathlib import Path


class FileFault(StrEnum):
    """Why a file cannot be used as a workspace."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_DATABASE = "not_a_database"
    FOREIGN = "foreign"
    NEWER = "newer"
    DAMAGED = "damaged"
    UNWRITABLE = "unwritable"
    LOCKED = "locked"


class WorkspaceFileError(Exception):
    """A file that cannot be used as a workspace; the file was left as it was."""

    def __init__(self, fault: FileFault, path: Path, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {path}" + (f" ({detail})" if detail else ""))
        self.fault = fault
        self.path = path
        self.detail = detail


class Conflict(Exception):  # noqa: N818 - it names what happened
    """A save of a record that somebody else has changed or removed since it was read."""


class NotFound(Exception):  # noqa: N818 - it names what happened
    """A record that is not (or no longer) in the workspace."""
