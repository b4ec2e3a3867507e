"""What the File menu does with the workspace as a whole: new, open, back up, restore, check."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.problems import Problem, known_problem
from partnerdesk.services.workspaces import FILE_SUFFIX, back_up_to, check_workspace, restore_backup
from partnerdesk.ui.dialogs.message import ask, tell_problem
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.work import Job, Worker


class FileCommands(QObject):
    """Asks for files and folders over :attr:`window` and works on them outside its thread.

    Belongs to the open file, not to a window: the window may be built anew while a backup is made.
    """

    #: A workspace file to open instead of the present one.
    open_asked = Signal(object)
    #: A backup was put in place, or could not be; the workspace is closed. What to tell the user.
    restored = Signal(str)
    #: A short message for the user.
    told = Signal(str)
    #: A backup was made.
    backed_up = Signal()

    def __init__(
        self, desk: Desk, preferences: Preferences, worker: Worker, clock: Callable[[], date]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._preferences = preferences
        self._worker = worker
        self._clock = clock
        #: The window to ask over, and whether it may be left; set by the window itself.
        self.window: QWidget | None = None
        self.may_leave: Callable[[], bool] = lambda: True

    def fill_with_sample(self) -> None:
        """Write the sample firm into a file of its own beside this one and open that."""
        path = self._desk.path.with_name(_("Sample firm") + FILE_SUFFIX)
        if path.exists():
            self.leave_for(path)
            return
        job = Job(lambda _job: self._write_sample(path), self)
        job.finished.connect(self._after_sample)
        job.failed.connect(self._after_failure)
        self._worker.start(job)

    def _after_sample(self, path: Path) -> None:
        if QApplication.activeModalWidget() is None:
            self.leave_for(path)
        else:
            # What was begun meanwhile is not taken away.
            self.told.emit(_("The sample firm is ready: {file}").format(file=path.name))

    def _write_sample(self, path: Path) -> Path:
        from partnerdesk.services.sample import write_sample

        # Under another name until it is whole, so that a failure leaves no empty sample behind.
        unfinished = path.with_name(f".{path.name}.part")
        unfinished.unlink(missing_ok=True)
        try:
            present, language = self._desk, screen_language()
            with open_desk(unfinished, present.resources, present.catalogues, language) as desk:
                write_sample(desk, self._clock())
            return unfinished.rename(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def leave_for(self, path: Path) -> None:
        """Open another workspace instead of this one, unless something not saved is to be kept first."""
        if self.may_leave():
            self.open_asked.emit(path)

    def ask_new_file(self) -> None:
        """Ask for the place of a new workspace and open it."""
        dialog = self._file_dialog(_("New file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FILE_SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda name: self._begin_file(Path(name)))
        dialog.open()

    def _begin_file(self, path: Path) -> None:
        if path.exists():
            tell_problem(
                self.window, _("A file with this name already exists. Open it, or choose another name.")
            )
            return
        self.leave_for(path)

    def ask_open_file(self) -> None:
        """Ask for a workspace and open it."""
        dialog = self._file_dialog(_("Open file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.leave_for(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str, folder: Path | None = None) -> QFileDialog:
        dialog = QFileDialog(
            self.window, title, str(folder or self._desk.path.parent), f"PartnerDesk (*{FILE_SUFFIX})"
        )
        dialog.setObjectName("file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def ask_backup_folder(self) -> None:
        """Ask where to put a backup and make it."""
        dialog = self._file_dialog(_("Folder for the backup"), self._preferences.backup_folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.back_up(Path(name)))
        dialog.open()

    def back_up(self, folder: Path) -> None:
        """Make a verified backup in ``folder``, outside the window's thread."""
        path = self._desk.path
        job = Job(lambda _job: back_up_to(path, folder), self)
        job.finished.connect(self._after_backup)
        job.failed.connect(self._after_failure)
        self._worker.start(job)

    def _after_backup(self, backup: Path) -> None:
        self._preferences.save("backup_folder", str(backup.parent))
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        self._preferences.remember_backup(self._desk.path, now)
        self.backed_up.emit()
        self.told.emit(_("Backed up and checked: {file}").format(file=backup.name))

    def _after_failure(self, error: Exception) -> None:
        problem = known_problem(error)
        if problem is None:
            raise error
        tell_problem(self.window, str(problem))

    def ask_backup(self) -> None:
        """Ask which backup to restore."""
        dialog = self._file_dialog(_("Restore from backup"), self._preferences.backup_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.confirm_restore(Path(name)))
        dialog.open()

    def confirm_restore(self, backup: Path) -> None:
        """Restore a backup once the user agrees; today's data are saved first."""
        question = _(
            "Replace the data now open with the backup {file}? "
            "The data now open are saved beside them first, so that you can return."
        )
        ask(self.window, question.format(file=backup.name), _("Restore"), lambda: self._restore(backup))

    def _restore(self, backup: Path) -> None:
        if not self.may_leave():
            return
        path = self._desk.path
        self._worker.finish()
        self._desk.close()
        try:
            saved = restore_backup(backup, path)
        except Problem as problem:
            self.restored.emit(str(problem))
            return
        text = _("Restored: {backup}")
        if saved is not None:
            text = _("Restored: {backup}\n\nWhat was open before is kept in {saved}")
        self.restored.emit(text.format(backup=backup.name, saved=saved))

    def check_file(self) -> None:
        """Read the whole data file and say whether it is in order."""
        path = self._desk.path
        job = Job(lambda _job: check_workspace(path), self)
        job.finished.connect(self._after_check)
        job.failed.connect(self._after_failure)
        self._worker.start(job)

    def _after_check(self) -> None:
        self.told.emit(_("The data file is in order."))
