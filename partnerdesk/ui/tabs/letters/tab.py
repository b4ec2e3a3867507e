"""The Letters tab."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.directory import Directory
from partnerdesk.services.letters import Letters
from partnerdesk.services.own_firm import OwnFirmService
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.problems import Problem
from partnerdesk.ui.dialogs.message import ask_and_wait
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.letters.composer import ComposedLetter, Composer
from partnerdesk.ui.tabs.letters.drafts import Drafts
from partnerdesk.ui.tabs.letters.export_panel import ExportPanel
from partnerdesk.ui.tabs.letters.exported_list import ExportedList
from partnerdesk.ui.tabs.letters.preview_panel import PreviewPanel
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.work import Worker

_WRITING, _EXPORTED = 0, 1
_PAGE_BAR_LOOK = """
QTabBar::tab {
    padding: 5px 10px; margin-right: 4px; border: none; border-bottom: 2px solid transparent;
    color: palette(placeholder-text);
}
QTabBar::tab:selected { color: palette(text); border-bottom-color: palette(link); }
QTabBar::tab:hover { color: palette(text); }
QTabBar::tab:focus { background: palette(highlight); }
"""


class LettersTab(Tab):
    """Composes a letter beside its real page and exports it; a second page lists the exported ones.

    The folder that ``export_folder`` gives is where files go, and ``remember_folder`` is told another.
    ``drafts`` keeps what was typed when the tab itself is made anew, as for another screen language.
    """

    icon_name = "letters"
    watches = frozenset({"partner", "contact", "partnership", "result", "own_firm", "letter"})

    #: Show the window where our own firm is entered.
    firm_asked = Signal()

    def __init__(
        self,
        directory: Directory,
        partnerships: Partnerships,
        letters: Letters,
        own_firm: OwnFirmService,
        catalogue: Catalogue,
        theme: Theme,
        worker: Worker,
        export_folder: Callable[[], Path],
        remember_folder: Callable[[Path], None],
        clock: Callable[[], date] = date.today,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__()
        self.title = _("Letters")
        self._directory = directory
        self._letters = letters
        self._own_firm = own_firm
        self._export_folder = export_folder
        self._firm_has_name = False
        self._to_export: ComposedLetter | None = None
        self._exported_letter: ComposedLetter | None = None
        captions = Captions(menu_letters())
        self.export = ExportPanel(export_folder, remember_folder, theme, captions)
        self.composer = Composer(
            directory, partnerships, letters, catalogue, theme, clock, drafts or Drafts(), captions
        )
        self.preview = PreviewPanel(letters, worker)
        self.exported = ExportedList(letters, directory, theme)
        self._lay_out(theme)
        self._connect()
        self.refresh()

    def _lay_out(self, theme: Theme) -> None:
        self.page_bar = QTabBar()
        self.page_bar.setObjectName("letter_pages")
        self.page_bar.setAccessibleName(_("Letters"))
        self.page_bar.setDrawBase(False)
        self.page_bar.setStyleSheet(_PAGE_BAR_LOOK)
        self.page_bar.addTab(_("Write a letter"))
        self.page_bar.addTab(_("Exported letters"))
        self._nobody = EmptyState(
            theme.icon("letters"),
            _("Whom would you like to thank?"),
            _("Choose the partner on the left. The letter appears here as it will be printed."),
        )
        self._empty = EmptyState(
            theme.icon("letters"),
            _("Thank a partner in writing"),
            _("A letter needs a partner to go to. Its name, people and facts then fill the letter in."),
            _("Add a partner"),
        )
        right = QWidget()
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(12, 0, 0, 0)
        right_layout.addWidget(self.preview, 1)
        right_layout.addWidget(self.export)
        self._right = QStackedWidget()
        for page in (self._nobody, right):
            self._right.addWidget(page)
        self._letter_page = right
        self.splitter = QSplitter()
        self.splitter.addWidget(self.composer)
        self.splitter.addWidget(self._right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([450, 550])
        self._pages = QStackedWidget()
        for shown in (self.splitter, self.exported, self._empty):
            self._pages.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.page_bar, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.page_bar.currentChanged.connect(self._show_page)
        self._empty.action_asked.connect(lambda: self.partner_asked.emit(0))
        self.exported.partner_asked.connect(self.partner_asked)
        self.exported.letter_begun.connect(lambda: self.page_bar.setCurrentIndex(_WRITING))
        self.composer.changed.connect(self._follow_letter)
        self.preview.made.connect(self._follow_preview)
        self.export.export_asked.connect(self._export_when_current)
        self.export.firm_asked.connect(self.firm_asked)

    def begin(self, partner_id: int) -> None:
        """Write to this partner; 0 for one still to be chosen."""
        self.page_bar.setCurrentIndex(_WRITING)
        self._show_page()
        self.composer.begin(partner_id)

    def continue_from(self, other: "LettersTab") -> None:
        """Go on with the letter that another tab over the same drafts was at."""
        self.composer.continue_from(other.composer)
        self._show_page()

    def refresh(self) -> None:
        """Read anew what is shown. What was typed stays."""
        self.composer.refresh()
        self.exported.refresh()
        self._show_page()

    def may_close(self) -> bool:
        """Ask about a letter whose text was changed by hand and is in no file; ``False`` to go on writing."""
        if not self.has_unsaved():
            return True
        return ask_and_wait(
            self, _("You changed the text of a letter that is not exported yet."), _("Discard the text")
        )

    def has_unsaved(self) -> bool:
        """Whether a letter's text was changed by hand and is in no file yet."""
        return self.composer.has_unexported()

    def _show_page(self) -> None:
        nobody = self.composer.partner is None and not self._directory.count()
        if self.page_bar.currentIndex() == _EXPORTED:
            self._pages.setCurrentWidget(self.exported)
        else:
            self._pages.setCurrentWidget(self._empty if nobody else self.splitter)

    def _follow_letter(self) -> None:
        letter = self.composer.composed()
        # Kept, because reasons are shown later too, when the workspace may be closed.
        self._firm_has_name = bool(self._own_firm.get().name.strip())
        self._right.setCurrentWidget(self._letter_page if letter else self._nobody)
        self.preview.show_letter(letter)
        self._show_reasons()

    def _follow_preview(self) -> None:
        self._show_reasons()
        if self._to_export is not None and self.preview.is_current:
            letter, self._to_export = self._to_export, None
            self._export(letter)

    def _show_reasons(self) -> None:
        reasons = [*self.composer.faults(), *self.preview.lacks]
        self.export.show_reasons(reasons, firm_is_missing=bool(reasons) and not self._firm_has_name)
        if self.composer.composed() != self._exported_letter:
            self.export.forget_export()

    def _export_when_current(self) -> None:
        """Export the letter as it stands now, once its page is made."""
        if not self.composer.faults():
            self._to_export = self.composer.composed()
            self.preview.make_now()

    def _export(self, letter: ComposedLetter) -> None:
        self._exported_letter = letter
        folder = self._export_folder()
        try:
            printed = self._letters.print(letter.request, letter.wording)
            if printed == self.preview.printed and not self.preview.lacks:
                # The very bytes that are shown.
                exported = self._letters.export_rendered(letter.request, printed, self.preview.pdf, folder)
            else:
                exported = self._letters.export(letter.request, letter.wording, folder)
        except Problem as problem:
            self.export.show_problem(str(problem))
            return
        self.composer.note_export(letter)
        self.export.show_exported(exported.path)
