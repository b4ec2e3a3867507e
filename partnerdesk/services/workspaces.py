"""Opening a workspace, backing it up and putting a backup back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.problems import Problem, disk_problem, file_problem
from partnerdesk.storage.backup import SUFFIX as FILE_SUFFIX
from partnerdesk.storage.backup import back_up, restore
from partnerdesk.storage.errors import FileFault, WorkspaceFileError
from partnerdesk.storage.file_check import check_soundness
from partnerdesk.storage.workspace import Workspace

__all__ = ["FILE_SUFFIX", "back_up_to", "check_workspace", "open_workspace", "restore_backup"]


def open_workspace(path: Path, *, create: bool = True) -> Workspace:
    """Open a workspace file, creating it where there is none and ``create`` says so. Raises ``Problem``."""
    with _in_words(path):
        if not create and not path.exists():
            raise WorkspaceFileError(FileFault.MISSING, path)
        return Workspace(path)


def check_workspace(path: Path) -> None:
    """Read the whole file and raise ``Problem`` unless it is sound."""
    with _in_words(path):
        check_soundness(path)


def back_up_to(path: Path, folder: Path) -> Path:
    """Make a verified copy of the workspace ``path`` in ``folder`` and return it. Raises ``Problem``."""
    with _in_words(folder):
        check_soundness(path)
        return back_up(path, folder, datetime.now().astimezone())


def restore_backup(backup: Path, target: Path) -> Path | None:
    """Put ``backup`` in place of the closed workspace ``target``; returns where its old data are kept.

    Raises ``Problem`` with the target as it was (see :func:`partnerdesk.storage.backup.restore`).
    """
    if target.exists() and backup.exists() and backup.samefile(target):
        raise Problem(_("This is the file that is open, not a backup of it. Choose another file."))
    with _in_words(target):
        return restore(backup, target, datetime.now().astimezone())


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    """Errors of files in the user's words; ``place`` is where an error of the disk happened."""
    try:
        yield
    except WorkspaceFileError as error:
        raise file_problem(error) from error
    except OSError as error:
        raise disk_problem(error, place) from error
