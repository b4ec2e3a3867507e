"""The main window of one open workspace: its tabs wired to each other, and what the menus do."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from partnerdesk import __version__
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.ui.desk_menus import desk_menus
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.agreement_sheet import AgreementSheetDialog
from partnerdesk.ui.dialogs.custom_fields import CustomFieldsDialog
from partnerdesk.ui.dialogs.message import tell_news
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.dialogs.settings import SettingsDialog
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from partnerdesk.ui.file_commands import FileCommands
from partnerdesk.ui.main_window import MainWindow
from partnerdesk.ui.outreach import Outreach
from partnerdesk.ui.partner_exchange import PartnerExchange
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.replay import Replay
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
        self._theme, self._worker, self._clock = theme, worker, clock
        #: What was typed for letters and is in no file; handed on when the window is built anew.
        self.drafts = drafts or Drafts()
        self.today = TodayTab(desk.today, desk.directory, desk.partnerships, desk.approaches, theme, clock)
        self.partners = PartnersTab(desk, preferences, theme, worker, clock)
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
        self._partner_work = DeskWork(desk, worker, self)
        self._partner_work.done.connect(self._finish_partner_work)
        self._after_partner_work: Callable[[Any], None] | None = None
        self._large_steps = Replay(desk, worker, self, self.toast)
        self.files = files
        files.window, files.may_leave = self, self.may_leave
        files.told.connect(self._tell_briefly)
        files.backed_up.connect(self._show_last_backup)
        self.outreach = Outreach(desk, preferences, theme, worker, clock, self)
        self.exchange = PartnerExchange(desk, preferences, theme, worker, files, self, self._shown_partners)
        self._wire_tabs()
        self.show_menus(desk_menus(self))
        self.edit_menu.addMenu(self.partners.bulk.make_menu(_("&Chosen partners"), self))
        self._show_last_backup()
        self._restore_places()

    def _wire_tabs(self) -> None:
        for tab in self.tabs:
            tab.partner_asked.connect(self.go_to_partner)
            tab.partnership_asked.connect(self.begin_partnership)
            tab.partnership_shown.connect(self.go_to_partnership)
            tab.letter_asked.connect(self.begin_letter)
        self.today.sample_asked.connect(self.files.fill_with_sample)
        self.letters.firm_asked.connect(self.edit_firm)
        self.partnerships.sheet_asked.connect(self.make_agreement_sheet)
        self.partners.advice_asked.connect(self.outreach.advise)
        self.outreach.partner_asked.connect(self.go_to_partner)
        self.outreach.partnership_asked.connect(self.begin_partnership)
        self.partners.work_asked.connect(self._do_partner_work)
        self.partners.export_asked.connect(self.exchange.export_chosen)
        self.partners.letters_asked.connect(self.write_letters)

    def _do_partner_work(
        self, work: Callable[[Desk, Callable[[int, int], None]], Any], label: str, done: Callable[[Any], None]
    ) -> None:
        if not self._partner_work.busy:
            self._after_partner_work = done
            self._partner_work.start(work, label)

    def _finish_partner_work(self, outcome: Any) -> None:
        if self._after_partner_work is not None:
            self._after_partner_work(outcome)

    def undo(self) -> None:
        """Take back the latest change; a large one in the worker's thread."""
        if not self._large_steps.starts(redo=False):
            super().undo()

    def redo(self) -> None:
        """Make the latest change that was taken back again; a large one in the worker's thread."""
        if not self._large_steps.starts(redo=True):
            super().redo()

    def go_to_partner(self, key: int) -> None:
        """Show one partner, or a new form for key 0."""
        self.show_tab(self.partners)
        self.partners.show_partner(key)

    def begin_partnership(self, partner: int, type_key: str = "") -> None:
        """Open the wizard for a new partnership, with partner and type chosen where they are given."""
        self.show_tab(self.partnerships)
        self.partnerships.begin(partner, type_key)

    def go_to_partnership(self, key: int) -> None:
        """Show one partnership."""
        self.show_tab(self.partnerships)
        self.partnerships.show_partnership(key)

    def begin_letter(self, partner: int) -> None:
        """Begin a letter to a partner (0: ask for the partner first)."""
        self.show_tab(self.letters)
        self.letters.begin(partner)

    def open_over(self, dialog: type[WorkDialog]) -> None:
        """Open a dialog that works on the whole file."""
        dialog(self._desk, self._worker, self._theme, self).open()

    def _shown_partners(self) -> list[int]:
        model = self.partners.model
        in_front = self.tab_row.currentWidget() is self.partners
        return [model.key_at(row) for row in range(model.rowCount())] if in_front else []

    def _tell_briefly(self, text: str) -> None:
        self.toast.tell(text, undoable=False)

    def may_leave(self) -> bool:
        """Whether this file may be left: not while it is worked on; asks about what is not saved."""
        if self._worker.desk_work:
            self._tell_briefly(_("Wait until the work under way has ended, or stop it."))
            return False
        return super().may_leave()

    def holds_unsaved_form(self) -> bool:
        """Whether building the window anew would lose something typed."""
        return self.partners.has_unsaved()

    def retire(self) -> None:
        """Leave without questions, with every dialog over this window."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        self.partners.list.finder.drop()
        super().retire()

    def find_partner(self) -> None:
        """Go to the search line of the partner directory."""
        self.show_tab(self.partners)
        self.partners.search_line.setFocus()
        self.partners.search_line.selectAll()

    def filter_partners(self) -> None:
        """Go to the conditions by which the list of partners is narrowed."""
        self.show_tab(self.partners)
        self.partners.list.open_filter()

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

    def make_agreement_sheet(self, partnership: int) -> None:
        """Show a partnership on paper, to be exported."""
        dialog = AgreementSheetDialog(
            self._desk.agreement_sheets,
            partnership,
            self._theme,
            self._worker,
            lambda: self._preferences.export_folder,
            lambda folder: self._preferences.save("export_folder", str(folder)),
            self._clock(),
            self,
        )
        dialog.firm_asked.connect(lambda: self._edit_firm_over(dialog))
        dialog.open()

    def _edit_firm_over(self, sheet: AgreementSheetDialog) -> None:
        dialog = OwnFirmDialog(self._desk.own_firm, sheet)
        dialog.finished.connect(sheet.refresh)
        dialog.open()

    def write_letters(self, keys: Sequence[int]) -> None:
        """Write the same letter to the partners with these keys."""
        self.outreach.write_letters(keys)

    def edit_settings(self) -> None:
        """Edit the language of the screen and the look."""
        dialog = SettingsDialog(self._preferences, self)
        dialog.language_chosen.connect(lambda language: self._change(dialog, "language", language))
        dialog.look_chosen.connect(lambda look: self._change(dialog, "look", look))
        dialog.own_fields_asked.connect(lambda: self.edit_own_fields(dialog))
        dialog.open()

    def edit_own_fields(self, parent: QWidget) -> None:
        """Edit the owner's own fields of partners."""
        dialog = CustomFieldsDialog(self._desk.custom_fields, parent)
        dialog.saved.connect(lambda: self.toast.tell(_("Own fields changed"), undoable=True))
        dialog.open()

    def _change(self, dialog: SettingsDialog, key: str, value: str) -> None:
        # Typed letters and entries go with the window that is built anew; a partner's form does not.
        if self.partners.may_leave_form():
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
            ("partner_splitter", self.partners.splitter.restoreState),
            ("letter_splitter", self.letters.splitter.restoreState),
        ]

    def place_like(self, other: "DeskWindow | None") -> None:
        """Stand where another window of this program stands, with the same tab in front."""
        if other is not None:
            self.restoreGeometry(other.saveGeometry())
            if self.drafts is other.drafts:
                self.letters.continue_from(other.letters)
                self.partners.continue_from(other.partners)
            self.tab_row.setCurrentIndex(other.tab_row.currentIndex())

    def remember_places(self) -> None:
        """Keep sizes and columns for the next start."""
        self._preferences.save("geometry", self.saveGeometry())
        self.partners.remember_layout()
        self._preferences.save("partner_splitter", self.partners.splitter.saveState())
        self._preferences.save("letter_splitter", self.letters.splitter.saveState())
