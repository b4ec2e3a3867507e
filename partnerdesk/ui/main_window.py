"""The main window: a row of tabs, a menu, a status bar."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QTabWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import Problem
from partnerdesk.services.undo import Change
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; ``None`` in a menu's list is a line between groups."""

    name: str
    text: str
    run: Callable[[], object]
    shortcut: QKeySequence | QKeySequence.StandardKey | str | None = None


class MainWindow(QMainWindow):
    """Shows the tabs of one workspace; the one in front is always fresh."""

    def __init__(self, desk: Desk, tabs: Sequence[Tab], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(f"{desk.path.stem} – PartnerDesk")
        self.setWindowIcon(theme.icon("partnerdesk"))
        self.setMinimumSize(760, 540)
        self._desk = desk
        self.tabs = tuple(tabs)
        self._stale: set[Tab] = set()
        self.toast = Toast(self)
        self.toast.undo_asked.connect(self.undo)
        self.tab_row = QTabWidget()
        self.tab_row.setObjectName("main_tabs")
        self.tab_row.setDocumentMode(True)
        self.tab_row.tabBar().setDrawBase(False)
        for tab in tabs:
            self.tab_row.addTab(tab, theme.icon(tab.icon_name), tab.title)
            tab.undoable_done.connect(lambda text: self.toast.tell(text, undoable=True))
            tab.told.connect(lambda text: self.toast.tell(text, undoable=False))
        self.tab_row.currentChanged.connect(self._freshen)
        self.setCentralWidget(self.tab_row)
        self._counts = plain_label("", "muted")
        self.statusBar().setContentsMargins(8, 0, 8, 0)
        self.statusBar().addWidget(self._counts)
        self.backup_label = plain_label("", "muted")
        self.statusBar().addPermanentWidget(self.backup_label)
        self.undo_action = QAction(self)
        self.redo_action = QAction(self)
        self._add_undo()
        self._stop_listening = [
            desk.undo.on_change(self._name_undo),
            desk.workspace.on_change(self.take_change),
        ]
        self._show_counts()

    def show_menus(self, menus: Sequence[tuple[str, Sequence[Command | None]]]) -> None:
        """Fill the menu bar; the second menu begins with undo and redo."""
        for place, (title, commands) in enumerate(menus):
            menu = self.menuBar().addMenu(title)
            if place == 1:
                self.edit_menu = menu
                menu.addActions([self.undo_action, self.redo_action])
                menu.addSeparator()
            self._fill(menu, commands)

    def _fill(self, menu: QMenu, commands: Sequence[Command | None]) -> None:
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            action = QAction(command.text, self)
            action.setObjectName(command.name)
            if command.shortcut is not None:
                action.setShortcut(command.shortcut)
            action.triggered.connect(lambda _checked=False, run=command.run: run())
            menu.addAction(action)

    def _add_undo(self) -> None:
        for action, name, key, slot in (
            (self.undo_action, "undo", QKeySequence.StandardKey.Undo, self.undo),
            (self.redo_action, "redo", QKeySequence.StandardKey.Redo, self.redo),
        ):
            action.setObjectName(name)
            action.setShortcut(key)
            action.triggered.connect(slot)
        # Ctrl+Y and Ctrl+Shift+Z are both in people's fingers; each system lists one of them only.
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._name_undo()

    def _name_undo(self) -> None:
        for action, verb, step in (
            (self.undo_action, _("&Undo"), self._desk.undo.undo_label),
            (self.redo_action, _("&Redo"), self._desk.undo.redo_label),
        ):
            action.setText(f"{verb}: {step.replace('&', '&&')}" if step else verb)
            action.setEnabled(step is not None)

    def undo(self) -> None:
        """Take back the latest change, or say why that is no longer possible."""
        self._replay(self._desk.undo.undo)

    def redo(self) -> None:
        """Make the latest change that was taken back again, or say why not."""
        self._replay(self._desk.undo.redo)

    def _replay(self, step: Callable[[], None]) -> None:
        self.toast.hide()
        try:
            step()
        except Problem as problem:
            tell_problem(self, str(problem))

    def take_change(self, change: Change) -> None:
        """Refresh the tab in front, and the others later, if they watch a table which the change wrote to."""
        # Its button takes back the latest change, which is no longer the one that it tells of.
        self.toast.hide()
        self._stale.update(tab for tab in self.tabs if tab.watches & change.tables)
        self._freshen()
        _run_apart(self._show_counts)

    def _freshen(self) -> None:
        front = self.tab_row.currentWidget()
        if isinstance(front, Tab) and front in self._stale:
            self._stale.remove(front)
            _run_apart(front.refresh)

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front, showing what is stored now."""
        self.tab_row.setCurrentWidget(tab)

    def _show_counts(self) -> None:
        partners = self._desk.directory.count()
        partnerships = self._desk.partnerships.count()
        first = ngettext("{count} partner", "{count} partners", partners).format(count=partners)
        second = ngettext("{count} partnership", "{count} partnerships", partnerships).format(
            count=partnerships
        )
        self._counts.setText(f"{first} · {second}")

    def retire(self) -> None:
        """Leave without questions, for another window has taken over."""
        for stop in self._stop_listening:
            stop()
        # The file may be closed from now on.
        self._stale.clear()
        self.hide()
        self.deleteLater()

    def remember_places(self) -> None:
        """Keep sizes and columns for the next start."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Whether this file may be left; asks about what is not saved."""
        return all(tab.may_close() for tab in self.tabs)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved, then remember sizes and close."""
        if not self.may_leave():
            event.ignore()
            return
        self.remember_places()
        super().closeEvent(event)


def _run_apart(show: Callable[[], None]) -> None:
    """Report an error here instead of raising it: the change to be shown is stored, its caller succeeded."""
    try:
        show()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
