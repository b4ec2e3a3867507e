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
from partnerdesk.ui.preferences import Preferences
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

    def open(self, path: Path, *, ask_for_firm: bool = True) -> bool:
        """Open a workspace and show its window; where that fails, let the user choose what to do.

        Returns ``False`` when the user chose to leave.
        """
        try:
            desk = open_desk(path, self._resources, self._catalogues, self._preferences.language)
        except Problem as problem:
            if self._desk is not None:
                raise
            return self._after_bad_start(path, problem)
        self._close_desk()
        self._desk = desk
        self._preferences.remember_file(path)
        self._show(ask_for_firm=ask_for_firm)
        return True

    def _after_bad_start(self, path: Path, problem: Problem) -> bool:
        choice = BadStart(path, str(problem)).choose()
        return choice is not None and self.open(choice)

    def _show(self, *, ask_for_firm: bool = False, entered: dict[str, object] | None = None) -> None:
        if self._desk is None:
            return
        old, self.window = self.window, None
        # Typed letters belong to partners of this file and are of no use in another.
        drafts = old.drafts if old is not None and old.shows(self._desk) else None
        window = DeskWindow(self._desk, self._preferences, self._theme, self._worker, date.today, drafts)
        window.files.open_asked.connect(self._open_other)
        window.rebuild_asked.connect(self._rebuild)
        window.files.restored.connect(self._reopen)
        window.place_like(old)
        window.show()
        self.window = window
        if old is not None:
            old.retire()
        if entered is not None or (ask_for_firm and self._should_ask()):
            window.ask_for_firm(entered)

    def _should_ask(self) -> bool:
        desk = self._desk
        return desk is not None and not (desk.own_firm.is_known() or self._preferences.was_skipped(desk.path))

    def _open_other(self, path: Path) -> None:
        try:
            self.open(path)
        except Problem as problem:
            tell_problem(self.window, str(problem))

    def _rebuild(self, entered: dict[str, object] | None) -> None:
        """Show everything anew in another language or look; the workspace stays open, undo included."""
        if self._desk is None:
            return
        self._translate()
        self._theme.apply(self._preferences.look)
        self._desk = self._desk.in_language(self._preferences.language)
        self._show(entered=entered)

    def _reopen(self, message: str) -> None:
        if self._desk is not None:
            path = self._desk.path
            self._close_desk()
            if self.open(path) and self.window is not None:
                tell_news(self.window, message)

    def _follow_system_look(self) -> None:
        if self._preferences.look == "system":
            self._rebuild(None)

    def _close_desk(self) -> None:
        self._worker.finish()
        if self._desk is not None:
            self._desk.close()
            self._desk = None

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
    if not app.open(file or preferences.workspace, ask_for_firm=picture is None):
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
