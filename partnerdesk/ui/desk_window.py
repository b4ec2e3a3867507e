"""The main window of one open workspace: its tabs wired to each other, and what the menus do."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog

from partnerdesk import __version__
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.ui.dialogs.first_steps import FirstSteps
from partnerdesk.ui.dialogs.message import tell_news
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.dialogs.settings import SettingsDialog
from partnerdesk.ui.file_commands import FileCommands
from partnerdesk.ui.main_window import Command, MainWindow
from partnerdesk.ui.menu_titles import menu_titles
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.tabs.letters.drafts import Drafts
from partnerdesk.ui.tabs.letters.tab import LettersTab
from partnerdesk.ui.tabs.partners.tab import PartnersTab
from partnerdesk.ui.tabs.partnerships.tab import PartnershipsTab
from partnerdesk.ui.tabs.results.tab import ResultsTab
from partnerdesk.ui.tabs.today.tab import TodayTab
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.work import Worker


class DeskWindow(MainWindow):
    """The window with its five tabs. What needs the workspace closed it asks the app for by signals."""

    #: The language was chosen in the first questions: their dialog, for what was entered.
    rebuild_asked = Signal(object)
    settings_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        worker: Worker,
        files: FileCommands,
        clock: Callable[[], date],
        drafts: Drafts | None = None,
    ) -> None:
        self._desk = desk
        self._preferences = preferences
        #: What was typed for letters and is in no file; handed on when the window is built anew.
        self.drafts = drafts or Drafts()
        self.today = TodayTab(desk.today, desk.directory, desk.partnerships, theme, clock)
        self.partners = PartnersTab(desk.directory, desk.partnerships, theme)
        self.partnerships = PartnershipsTab(
            desk.directory, desk.partnerships, desk.checkups, desk.catalogue, theme
        )
        self.letters = LettersTab(
            desk.directory,
            desk.partnerships,
            desk.letters,
            desk.own_firm,
            desk.catalogue,
            theme,
            worker,
            lambda: preferences.export_folder,
            lambda folder: preferences.save("export_folder", str(folder)),
            clock,
            self.drafts,
        )
        self.results = ResultsTab(
            desk.results, desk.directory, desk.partnerships, desk.catalogue, theme, clock
        )
        tabs = (self.today, self.partners, self.partnerships, self.letters, self.results)
        super().__init__(desk, tabs, theme)
        self.files = files
        files.window, files.may_leave = self, self.may_leave
        files.told.connect(self._tell_briefly)
        files.backed_up.connect(self._show_last_backup)
        self._wire_tabs()
        self.show_menus(self._menus())
        self._show_last_backup()
        self._restore_places()

    def _wire_tabs(self) -> None:
        for tab in self.tabs:
            tab.partner_asked.connect(self._go_to_partner)
            tab.partnership_asked.connect(self._begin_partnership)
            tab.partnership_shown.connect(self._go_to_partnership)
            tab.letter_asked.connect(self._begin_letter)
        self.today.sample_asked.connect(self.files.fill_with_sample)
        self.letters.firm_asked.connect(self.edit_firm)

    def _go_to_partner(self, key: int) -> None:
        self.show_tab(self.partners)
        self.partners.show_partner(key)

    def _begin_partnership(self, partner: int) -> None:
        self.show_tab(self.partnerships)
        self.partnerships.begin(partner)

    def _go_to_partnership(self, key: int) -> None:
        self.show_tab(self.partnerships)
        self.partnerships.show_partnership(key)

    def _begin_letter(self, partner: int) -> None:
        self.show_tab(self.letters)
        self.letters.begin(partner)

    def _menus(self) -> list[tuple[str, list[Command | None]]]:
        keys = QKeySequence.StandardKey
        view: list[Command | None] = [
            Command(f"tab_{number}", tab.title, partial(self.show_tab, tab), f"Ctrl+{number}")
            for number, tab in enumerate(self.tabs, 1)
        ]
        file, edit, view_title, tools, help_title = menu_titles()
        return [
            (
                file,
                [
                    Command("new_partner", _("&New partner"), lambda: self._go_to_partner(0), keys.New),
                    Command(
                        "new_partnership",
                        _("New partner&ship…"),
                        lambda: self._begin_partnership(0),
                        "Ctrl+Shift+N",
                    ),
                    Command("new_letter", _("New &letter"), lambda: self._begin_letter(0), "Ctrl+L"),
                    None,
                    Command("new_file", _("New &file…"), self.files.ask_new_file),
                    Command("open_file", _("&Open file…"), self.files.ask_open_file, keys.Open),
                    None,
                    Command("back_up", _("&Back up…"), self.files.ask_backup_folder, "Ctrl+B"),
                    Command("restore", _("&Restore from backup…"), self.files.ask_backup),
                    None,
                    Command("quit", _("&Quit"), self.close, "Ctrl+Q"),
                ],
            ),
            (edit, [Command("find", _("&Find partner"), self.find_partner, keys.Find)]),
            (view_title, view),
            (
                tools,
                [
                    Command("own_firm", _("&Your firm…"), self.edit_firm),
                    Command("check_file", _("&Check the data file"), self.files.check_file),
                    None,
                    Command("settings", _("&Settings…"), self.edit_settings, "Ctrl+,"),
                ],
            ),
            (
                help_title,
                [
                    Command(
                        "first_steps", _("&First steps"), lambda: FirstSteps(self).open(), keys.HelpContents
                    ),
                    Command("about", _("&About PartnerDesk"), self.show_about),
                ],
            ),
        ]

    def _tell_briefly(self, text: str) -> None:
        self.toast.tell(text, undoable=False)

    def may_leave(self) -> bool:
        """Whether this file may be left; asks about what is not saved."""
        return all(tab.may_close() for tab in self.tabs)

    def holds_unsaved_form(self) -> bool:
        """Whether building the window anew would lose something typed."""
        return self.partners.has_unsaved()

    def retire(self) -> None:
        """Leave without questions, with every dialog over this window."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        super().retire()

    def find_partner(self) -> None:
        """Go to the search line of the partner directory."""
        self.show_tab(self.partners)
        self.partners.search_line.setFocus()
        self.partners.search_line.selectAll()

    def ask_for_firm(self, before: OwnFirmDialog | None = None) -> None:
        """Ask about the firm in three steps; ``before`` is the dialog before a change of language."""
        dialog = OwnFirmDialog(self._desk.own_firm, self, first_run=True)
        dialog.skipped.connect(lambda: self._preferences.remember_skipped(self._desk.path))
        dialog.language_chosen.connect(lambda language: self._change_first_language(dialog, language))
        if before is not None:
            dialog.continue_from(before)
        dialog.open()

    def edit_firm(self) -> None:
        """Edit our own firm."""
        OwnFirmDialog(self._desk.own_firm, self).open()

    def edit_settings(self) -> None:
        """Edit the language of the screen and the look."""
        dialog = SettingsDialog(self._preferences, self)
        dialog.language_chosen.connect(lambda language: self._change(dialog, "language", language))
        dialog.look_chosen.connect(lambda look: self._change(dialog, "look", look))
        dialog.open()

    def _change(self, dialog: SettingsDialog, key: str, value: str) -> None:
        # Typed letters go with the window that is built anew; a partner's form does not.
        if self.partners.may_close():
            self._preferences.save(key, value)
            self.settings_changed.emit()
        else:
            dialog.show_choices()

    def _change_first_language(self, dialog: OwnFirmDialog, language: str) -> None:
        self._preferences.save("language", language)
        self.rebuild_asked.emit(dialog)

    def show_about(self) -> None:
        """Show the version and where the data are."""
        text = _("PartnerDesk {version}\n\nYour data: {file}")
        tell_news(self, text.format(version=__version__, file=self._desk.path))

    def _show_last_backup(self) -> None:
        last = self._preferences.last_backup(self._desk.path)
        if not last:
            self.backup_label.setText(_("No backup yet"))
            return
        day = short_date(datetime.fromisoformat(last).date(), screen_language())
        self.backup_label.setText(_("Last backup: {day}").format(day=day))

    def _restore_places(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1024, room.width()), min(720, room.height()))
        for name, restore in self._places():
            state = self._preferences.bytes(name)
            if state is not None:
                restore(state)
        # A smaller screen than last time must not hide the window's edges.
        self.resize(self.size().boundedTo(room.size()))
        if not room.contains(self.geometry()):
            self.move(room.topLeft())

    def _places(self) -> list[tuple[str, Callable[[Any], Any]]]:
        return [
            ("geometry", self.restoreGeometry),
            ("partner_columns", self.partners.table.horizontalHeader().restoreState),
            ("partner_splitter", self.partners.splitter.restoreState),
            ("letter_splitter", self.letters.splitter.restoreState),
        ]

    def place_like(self, other: "DeskWindow | None") -> None:
        """Stand where another window of this program stands, with the same tab in front."""
        if other is not None:
            self.restoreGeometry(other.saveGeometry())
            if self.drafts is other.drafts:
                self.letters.continue_from(other.letters)
            self.tab_row.setCurrentIndex(other.tab_row.currentIndex())

    def remember_places(self) -> None:
        """Keep sizes and columns for the next start."""
        self._preferences.save("geometry", self.saveGeometry())
        self._preferences.save("partner_columns", self.partners.table.horizontalHeader().saveState())
        self._preferences.save("partner_splitter", self.partners.splitter.saveState())
        self._preferences.save("letter_splitter", self.letters.splitter.saveState())
