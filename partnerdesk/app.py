"""The only place where objects meet: opens the workspace, builds the window, rebuilds it when asked."""

import logging
import logging.handlers
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QStandardPaths, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from partnerdesk import __version__
from partnerdesk.language.interface import use_language
from partnerdesk.services.catalogue import Catalogues, read_catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.problems import Problem, known_problem
from partnerdesk.services.resources import resources_folder
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.bad_start import BadStart
from partnerdesk.ui.dialogs.message import tell_news, tell_problem, tell_unexpected
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.file_commands import FileCommands
from partnerdesk.ui.preferences import Preferences, default_workspace
from partnerdesk.ui.tabs.letters.drafts import Drafts
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.work import Worker

_log = logging.getLogger(__name__)


class App:
    """One running PartnerDesk: one open workspace and its window."""

    def __init__(self, application: QApplication, preferences: Preferences, resources: Path) -> None:
        self._application = application
        self._preferences = preferences
        self._resources = resources
        self._theme = Theme(application, resources)
        self._worker = Worker()
        self._catalogues: Catalogues = read_catalogues(resources)
        self._desk: Desk | None = None
        self._files: FileCommands | None = None
        self.window: DeskWindow | None = None
        self._qt_texts = QTranslator(application)
        self._translate()
        self._theme.apply(preferences.look)
        application.styleHints().colorSchemeChanged.connect(self._follow_system_look)

    def _translate(self) -> None:
        use_language(self._preferences.language, self._resources)
        self._application.removeTranslator(self._qt_texts)
        folder = str(Path(sys.modules["PySide6"].__file__ or "").parent / "Qt" / "translations")
        if self._qt_texts.load(f"qtbase_{self._preferences.language}", folder):
            self._application.installTranslator(self._qt_texts)

    def open(self, path: Path, *, create: bool = True, ask_for_firm: bool = True) -> bool:
        """Open a workspace and show its window; where that fails, let the user choose what to do.

        While another workspace is open, that one stays and ``Problem`` is raised instead. Returns ``False``
        when the user chose to leave.
        """
        try:
            desk = open_desk(
                path, self._resources, self._catalogues, self._preferences.language, create=create
            )
            try:
                # Built before anything is closed or remembered: only reading shows a damaged page.
                files = FileCommands(desk, self._preferences, self._worker, date.today)
                window = self._make_window(desk, files, None)
            except BaseException:
                desk.close()
                raise
        except Exception as error:
            problem = known_problem(error)
            if problem is None:
                raise
            if self._desk is not None:
                raise problem from error
            return self._after_bad_start(path, problem)
        self._close_desk()
        self._desk, self._files = desk, files
        files.open_asked.connect(self._open_other)
        files.restored.connect(self._reopen)
        self._preferences.save("workspace", str(path))
        self._present(window)
        if ask_for_firm and self._should_ask():
            window.ask_for_firm()
        return True

    def _after_bad_start(self, path: Path, problem: Problem) -> bool:
        choice = BadStart(path, str(problem)).choose()
        return choice is not None and self.open(choice)

    def _make_window(self, desk: Desk, files: FileCommands, drafts: Drafts | None) -> DeskWindow:
        window = DeskWindow(desk, self._preferences, self._theme, self._worker, files, date.today, drafts)
        window.rebuild_asked.connect(self._rebuild_first_questions)
        window.settings_changed.connect(self._rebuild_settings)
        return window

    def _present(self, window: DeskWindow) -> None:
        old, self.window = self.window, window
        window.place_like(old)
        window.show()
        if old is not None:
            old.retire()

    def _should_ask(self) -> bool:
        desk = self._desk
        return desk is not None and not (desk.own_firm.is_known() or self._preferences.was_skipped(desk.path))

    def _open_other(self, path: Path) -> None:
        try:
            self.open(path)
        except Problem as problem:
            tell_problem(self.window, str(problem))

    def _rebuild(self) -> None:
        """Show everything anew in another language or look; the workspace stays open, undo included."""
        if self._desk is None or self._files is None or self.window is None:
            return
        self._translate()
        self._theme.apply(self._preferences.look)
        self._desk = self._desk.in_language(self._preferences.language)
        self._present(self._make_window(self._desk, self._files, self.window.drafts))

    def _rebuild_first_questions(self, dialog: OwnFirmDialog) -> None:
        self._rebuild()
        if self.window is not None:
            self.window.ask_for_firm(dialog)

    def _rebuild_settings(self) -> None:
        self._rebuild()
        if self.window is not None:
            self.window.edit_settings()

    def _reopen(self, message: str) -> None:
        if self._desk is None or self.window is None:
            return
        path, closed = self._desk.path, self.window
        self._close_desk()
        if self.open(path, create=False):
            tell_news(self.window, message)
        else:
            closed.retire()
            self._application.quit()

    def _follow_system_look(self) -> None:
        if self._preferences.look != "system":
            return
        # Colours can change under anything; icons need a new window, which must not take what is being typed.
        busy = self._application.activeModalWidget() is not None or self._worker.desk_work > 0
        if self.window is None or busy or self.window.holds_unsaved_form():
            self._theme.apply("system")
        else:
            self._rebuild()

    def _close_desk(self) -> None:
        self._worker.finish()
        if self._desk is not None:
            self._desk.close()
        self._desk = self._files = None

    def take_picture(self, file: Path) -> None:
        """Save a picture of the window once it has come to rest, and leave."""

        def take() -> None:
            window = self.window
            saved = window is not None and window.grab().save(str(file))
            if not saved:
                _log.error("no picture could be written to %s", file)
            self._application.exit(0 if saved else 1)

        # The window paints itself, icons and all, within its first rounds of the event loop.
        QTimer.singleShot(500, take)

    def finish(self) -> None:
        """Wait for work under way and close the file."""
        self._close_desk()


def run(arguments: Sequence[str], file: Path | None, picture: Path | None) -> int:
    """Start the app on ``file`` or the workspace that was open last; returns the exit status."""
    application = make_application(arguments)
    preferences = Preferences(_settings())
    _log_to_file()
    resources = resources_folder()
    app = App(application, preferences, resources)
    _show_unexpected(app)
    # A workspace that was open last and is gone is asked about; a new empty one would look like lost data.
    path = file or preferences.workspace
    create = file is not None or path == default_workspace()
    if not app.open(path, create=create, ask_for_firm=picture is None):
        return 1
    if picture is not None:
        app.take_picture(picture)
    status = application.exec()
    app.finish()
    return status


def make_application(arguments: Sequence[str]) -> QApplication:
    """The QApplication with its names; the organisation's is empty, for Qt would double the folder."""
    application = QApplication(list(arguments))
    application.setApplicationName("PartnerDesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("partnerdesk")
    QGuiApplication.setQuitOnLastWindowClosed(True)
    return application


def _settings() -> QSettings:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(str(Path(folder) / "partnerdesk.ini"), QSettings.Format.IniFormat)


def _log_to_file() -> None:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "log"
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "partnerdesk.log", maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _show_unexpected(app: App) -> None:
    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.exit(130)
            return
        problem = known_problem(error)
        if problem is not None:
            tell_problem(app.window, str(problem))
        else:
            tell_unexpected(app.window, kind, error, trace)

    sys.excepthook = show
    # A terminal's or the session's "please end" closes the window as its button does.
    signal.signal(signal.SIGTERM, lambda _number, _frame: QApplication.quit())
    ticker = QTimer(QApplication.instance())
    ticker.timeout.connect(lambda: None)  # lets Python see the signal while Qt waits for events
    ticker.start(250)
