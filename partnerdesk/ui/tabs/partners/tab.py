"""The Partners tab."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.partners.bulk_actions import BulkActions
from partnerdesk.ui.tabs.partners.column_layout import ListLayout
from partnerdesk.ui.tabs.partners.list_panel import ListPanel
from partnerdesk.ui.tabs.partners.nothing_chosen import NothingChosen
from partnerdesk.ui.tabs.partners.partner_editor import PartnerEditor
from partnerdesk.ui.tabs.partners.partner_view import PartnerView
from partnerdesk.ui.tabs.partners.selection_view import SelectionView
from partnerdesk.ui.tabs.partners.unadded_entries import settle_entries
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.work import Worker


class PartnersTab(Tab):
    """A list of partners, and one of them beside it to read or edit, or what can be done with several."""

    watches = frozenset(
        {
            "partner", "contact", "partnership", "history_entry", "approach", "attachment", "obligation",
            "custom_field",
        }
    )  # fmt: skip
    icon_name = "partners"

    #: Advice is wanted on whom to ask next.
    advice_asked = Signal()
    #: Keys of partners to export; keys of partners to write letters to.
    export_asked = Signal(list)
    letters_asked = Signal(list)
    #: ``work(desk, report)``, what it is called, and ``done(outcome)``: to be done in the worker's thread.
    work_asked = Signal(object, str, object)

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        worker: Worker,
        clock: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.title = _("Partners")
        self._directory = desk.directory
        self._preferences = preferences
        layout = ListLayout.from_text(preferences.partner_list)
        self.list = ListPanel(desk, theme, worker, clock, layout)
        self.model, self.table = self.list.model, self.list.table
        self.search_line, self.no_results = self.list.search_line, self.list.no_results
        self.bulk = BulkActions(desk, theme, self.chosen_keys, self)
        self.view = PartnerView(desk, worker, theme, clock)
        self.editor = PartnerEditor(desk.directory, desk.custom_fields, desk.duplicates)
        self.selection_view = SelectionView(self.bulk)
        self._nothing_chosen = NothingChosen()
        self._nothing_chosen.advice_asked.connect(self.advice_asked)
        self.pane = QStackedWidget()
        for page in (self._nothing_chosen, self.view, self.editor, self.selection_view):
            self.pane.addWidget(page)
        self.empty = EmptyState(
            theme.icon("partners"),
            _("Find your first partner"),
            _(
                "The best partner serves the same people as you with other goods, so you do not compete. "
                "Add a firm that you would like to work with; its people and letters will be kept here."
            ),
            _("Add a partner"),
        )
        self._lay_out()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.empty.action_asked.connect(self.add)
        self.list.add_asked.connect(self.add)
        self.list.chosen.connect(self._show_selected)
        self.list.narrowed.connect(self._after_narrowing)
        self.list.told.connect(self.told)
        self.list.layout_changed.connect(self.remember_layout)
        self.table.edit_asked.connect(self.edit)
        self.table.delete_asked.connect(self.bulk.delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.bulk.export_asked.connect(self.export_asked)
        self.bulk.letters_asked.connect(self.letters_asked)
        self.bulk.work_asked.connect(self.work_asked)
        self.bulk.undoable_done.connect(self.undoable_done)
        self.bulk.told.connect(self.told)
        self.view.edit_asked.connect(self.edit)
        self.view.delete_asked.connect(self.bulk.delete)
        self.view.letter_asked.connect(lambda: self.letter_asked.emit(self._current_key()))
        self.view.partnership_asked.connect(lambda: self.partnership_asked.emit(self._current_key()))
        self.view.partnership_shown.connect(self.partnership_shown)
        self.view.undoable_done.connect(self.undoable_done)
        self.view.told.connect(self.told)
        self.editor.saved.connect(self._after_save)
        self.editor.left.connect(self._leave_editor)
        self.editor.likeness.partner_shown.connect(self.show_partner)

    def _lay_out(self) -> None:
        self.pane.setMinimumWidth(340)
        self.splitter = QSplitter()
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addWidget(self._pages)

    def refresh(self) -> None:
        """Read the list anew; the choice stays, and so does a form that is being edited."""
        row = self.table.selectionModel().currentIndex().row()
        had_choice = self._current_key() != 0
        self.list.refresh()
        self._show_page()
        if self._is_editing():
            return
        if had_choice and not self._current_key() and self.model.rowCount():
            # What was chosen is gone: the next one takes its place, as when a line is deleted from a text.
            self.list.select(self.model.key_at(min(max(row, 0), self.model.rowCount() - 1)))
        self._show_selected()

    def _show_page(self) -> None:
        nobody = not self.model.rowCount() and not self._directory.count()
        self._pages.setCurrentWidget(self.empty if nobody and not self._is_editing() else self.splitter)

    def _after_narrowing(self) -> None:
        self._show_page()
        if self._is_editing():
            return
        if self._current_key() == 0 and self.model.rowCount():
            self.list.select(self.model.key_at(0))
        self._show_selected()

    def continue_from(self, other: "PartnersTab") -> None:
        """Look for what another tab of the same directory looks for, and go on with the same partner."""
        self.list.show_layout(other.list.columns.layout_now())
        wanted = other.list.wanted
        self.list.look_for(wanted.words, wanted.where)
        self.list.filter_button.setChecked(other.list.filter_button.isChecked())
        self.list.select(other.list.current_key())
        self.view.continue_from(other.view)
        self._show_selected()

    def remember_layout(self) -> None:
        """Keep columns and order for the next start."""
        self._preferences.save("partner_list", self.list.columns.layout_now().to_text())

    def add(self) -> None:
        """Open an empty form for a new partner."""
        self._leave_form_then(lambda: self._open_editor(PartnerFile(Partner(name=""), ())))

    def edit(self) -> None:
        """Open the chosen partner's form."""
        key = self._current_key()
        if key and not self._is_editing():
            self.list.select(key)
            self._open_editor(self._directory.file(key))

    def show_partner(self, key: int) -> None:
        """Show one partner, or a new form for key 0."""
        if key == 0:
            self.add()
            return
        self._leave_form_then(lambda: self._go_to(key))

    def _go_to(self, key: int) -> None:
        self.pane.setCurrentWidget(self.view)
        if self.model.row_of(key) < 0:
            self.list.show_everybody()
        self.list.select(key)
        self._show_selected()

    def chosen_keys(self) -> list[int]:
        """The partners that are chosen while this tab is in front and no form is open."""
        if self._is_editing() or not self.isVisible():
            return []
        return self.list.chosen_keys()

    def _open_menu(self, place: QPoint) -> None:
        if self.chosen_keys():
            self.make_menu().popup(self.table.viewport().mapToGlobal(place))

    def make_menu(self) -> QMenu:
        """What can be done with the rows that are chosen."""
        menu = self.bulk.make_menu("", self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self.chosen_keys()) == 1:
            first = menu.actions()[0]
            for text, run in (
                (_("Edit"), self.edit),
                (_("Write letter"), lambda: self.letter_asked.emit(self._current_key())),
                (_("New partnership"), lambda: self.partnership_asked.emit(self._current_key())),
            ):
                action = menu.addAction(text)
                action.triggered.connect(lambda _checked=False, run=run: run())
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        return menu

    def _open_editor(self, file: PartnerFile) -> None:
        self._pages.setCurrentWidget(self.splitter)
        self.pane.setCurrentWidget(self.editor)
        self.editor.edit(file)

    def _after_save(self, key: int) -> None:
        self.pane.setCurrentWidget(self.view)
        self.refresh()
        self._go_to(key)
        self.table.setFocus()

    def _leave_editor(self) -> None:
        self.pane.setCurrentWidget(self.view)
        self.refresh()

    def _is_editing(self) -> bool:
        return self.pane.currentWidget() is self.editor

    def has_unsaved(self) -> bool:
        """Whether a form holds something that is not stored and that a window built anew would not have."""
        return self._is_editing() and self.editor.is_changed

    def may_close(self) -> bool:
        """Ask about entries that are not added and a form that is not saved; ``False`` to go on editing."""
        unsettled = settle_entries(self.view.timeline, self._directory, self)
        if unsettled:
            self._go_to_entry(unsettled)
        return not unsettled and self.may_leave_form()

    def _go_to_entry(self, key: int) -> None:
        if self.has_unsaved():
            return  # The form in front has not been asked about.
        self.partner_asked.emit(key)
        self.view.pages.setCurrentWidget(self.view.timeline)
        self.view.timeline.entry.text.setFocus()
        self.view.timeline.entry.check()

    def may_leave_form(self) -> bool:
        """Ask about a form that is not saved; ``False`` to go on editing."""
        if not self.has_unsaved():
            return True
        box = UnsavedBox(self._unsaved_text(), self)
        box.exec()
        box.deleteLater()
        return self._settle(box)

    def _unsaved_text(self) -> str:
        name = self.editor.form.values().get("name")
        if not name:
            return _("The new partner is not saved.")
        return _("The changes to partner {name} are not saved.").format(name=name)

    def _settle(self, box: UnsavedBox) -> bool:
        """Save or discard as the user chose; whether the form may be left."""
        return box.wants_discard() or (box.wants_save() and self.editor.save())

    def _leave_form_then(self, go_on: Callable[[], None]) -> None:
        if not self.has_unsaved():
            go_on()
            return
        box = UnsavedBox(self._unsaved_text(), self)

        def answered() -> None:
            if self._settle(box):
                self.pane.setCurrentWidget(self.view)
                go_on()
            else:
                self.list.select(self.editor.key)
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _current_key(self) -> int:
        return self.list.current_key()

    def _show_selected(self) -> None:
        key = self._current_key()
        if self._is_editing():
            if not self.editor.is_changed:
                self.pane.setCurrentWidget(self.view)
            else:
                self._leave_form_then(lambda: self._go_to(key))
                return
        count = self.list.chosen_count()
        if count > 1:
            self.selection_view.show_count(count)
            self.pane.setCurrentWidget(self.selection_view)
        elif key:
            self.view.show_partner(key)
            self.pane.setCurrentWidget(self.view)
        else:
            self.pane.setCurrentWidget(self._nothing_chosen)
