"""Opening a workspace, backing it up and putting a backup back."""

from datetime import datetime
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.problems import Problem, disk_problem, file_problem
from partnerdesk.storage.backup import SUFFIX as FILE_SUFFIX
from partnerdesk.storage.backup import back_up, restore
from partnerdesk.storage.errors import WorkspaceFileError
from partnerdesk.storage.file_check import check_soundness
from partnerdesk.storage.workspace import Workspace

__all__ = ["FILE_SUFFIX", "back_up_to", "check_workspace", "open_workspace", "restore_backup"]


def open_workspace(path: Path, *, create: bool = True) -> Workspace:
    """Open a workspace file, creating it where there is none and ``create`` says so. Raises ``Problem``."""
    if not create and not path.exists():
        raise Problem(_("There is no file {file}. Check the name, or open another file.").format(file=path))
    try:
        return Workspace(path)
    except WorkspaceFileError as error:
        raise file_problem(error) from error
    except OSError as error:
        raise disk_problem(error, path) from error


def check_workspace(path: Path) -> None:
    """Read the whole file and raise ``Problem`` unless it is sound."""
    try:
        check_soundness(path)
    except WorkspaceFileError as error:
        raise file_problem(error) from error


def back_up_to(path: Path, folder: Path) -> Path:
    """Make a verified copy of the workspace ``path`` in ``folder`` and return it. Raises ``Problem``."""
    try:
        check_soundness(path)
        return back_up(path, folder, datetime.now().astimezone())
    except WorkspaceFileError as error:
        raise file_problem(error) from error
    except OSError as error:
        raise disk_problem(error, folder) from error


def restore_backup(backup: Path, target: Path) -> Path | None:
    """Put ``backup`` in place of the closed workspace ``target``; returns where its old data are kept.

    Raises ``Problem`` with the target as it was (see :func:`partnerdesk.storage.backup.restore`).
    """
    if target.exists() and backup.exists() and backup.samefile(target):
        raise Problem(_("This is the file that is open, not a backup of it. Choose another file."))
    try:
        return restore(backup, target, datetime.now().astimezone())
    except WorkspaceFileError as error:
        raise file_problem(error) from error
    except OSError as error:
        raise disk_problem(error, target) from error
