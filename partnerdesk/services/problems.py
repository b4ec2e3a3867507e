"""What a service cannot do, worded for the person who asked."""

from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.storage.errors import Conflict, FileFault, NotFound, WorkspaceFileError


class Problem(Exception):  # noqa: N818 - shown to people, not only raised
    """Something asked for that cannot be done; its text says what, where and how to mend it."""


class InvalidInput(Problem):
    """Values that cannot be stored; ``faults`` holds a message for each field's key."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__("\n".join(faults.values()))
        self.faults = faults


class Cancelled(Exception):  # noqa: N818 - it names what happened
    """The user stopped a piece of work; nothing of a running change was stored."""


def file_problem(error: WorkspaceFileError) -> Problem:
    """The same error in the user's words."""
    return Problem(_file_message(error.fault).format(file=error.path))


def _file_message(fault: FileFault) -> str:
    return {
        FileFault.MISSING: _("There is no file {file}. Check the name, or open another file."),
        FileFault.EMPTY: _(
            "The file {file} is empty, so it holds no data. It was left as it is. "
            "Open another file or restore a backup."
        ),
        FileFault.NOT_A_DATABASE: _(
            "The file {file} is not a PartnerDesk file. It was left as it is. Open another file."
        ),
        FileFault.FOREIGN: _(
            "The file {file} belongs to another program. It was left as it is. Open another file."
        ),
        FileFault.NEWER: _(
            "The file {file} was written by a newer version of PartnerDesk. "
            "Update PartnerDesk to open it; the file was left as it is."
        ),
        FileFault.DAMAGED: _("The file {file} is damaged. It was left as it is. Restore it from a backup."),
        FileFault.UNWRITABLE: _(
            "The file {file} cannot be opened for writing. Check that you may write to its folder "
            "and that the disk is not full."
        ),
        FileFault.LOCKED: _(
            "The file {file} is in use by another program. Close that program and try again."
        ),
    }[fault]


def known_problem(error: BaseException) -> Problem | None:
    """An error that a person can do something about, in the user's words; ``None`` for any other."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, WorkspaceFileError):
        return file_problem(error)
    if isinstance(error, Conflict | NotFound):
        return changed_elsewhere()
    return None


def disk_problem(error: OSError, path: Path) -> Problem:
    """A failed reading or writing of a file in the user's words."""
    reason = error.strerror or str(error)
    return Problem(
        _("{path} could not be read or written: {reason}. Choose another place and try again.").format(
            path=path, reason=reason
        )
    )


def changed_elsewhere() -> Problem:
    """A save that came too late, in the user's words."""
    return Problem(
        _("This entry was changed or removed in the meantime. Open it again and repeat your change.")
    )
