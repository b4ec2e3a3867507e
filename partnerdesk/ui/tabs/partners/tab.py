"""The Partners tab."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.partners.partner_editor import PartnerEditor
from partnerdesk.ui.tabs.partners.partner_view import PartnerView
from partnerdesk.ui.tabs.partners.table_model import PartnerTableModel
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.record_table import RecordTable
from partnerdesk.ui.widgets.search_line import search_line
from partnerdesk.ui.work import Worker


class PartnersTab(Tab):
    """Search, a table of partners, and one of them beside it to read or edit."""

    watches = frozenset(
        {
            "partner", "contact", "partnership", "history_entry", "approach", "attachment", "obligation",
            "custom_field",
        }
    )  # fmt: skip
    icon_name = "partners"

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, clock: Callable[[], date]) -> None:
        super().__init__()
        self.title = _("Partners")
        directory = desk.directory
        self._directory = directory
        self.model = PartnerTableModel(directory)
        self.search_line = search_line(
            "partner_search", theme, _("Search: name, person, town, NIP, notes"), _("Search partners")
        )
        self.table = self._make_table()
        self.view = PartnerView(desk, worker, theme, clock)
        self.editor = PartnerEditor(directory, desk.custom_fields, desk.duplicates)
        self._nothing_chosen = plain_label(_("Choose a partner from the list."), "muted", wrap=True)
        self._nothing_chosen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pane = QStackedWidget()
        for page in (self._nothing_chosen, self.view, self.editor):
            self.pane.addWidget(page)
        self.no_results = EmptyState(
            theme.icon("search"),
            _("No partner found"),
            _("No partner matches these words."),
            _("Clear the search"),
        )
        self.no_results.action_asked.connect(self.search_line.clear)
        self.empty = EmptyState(
            theme.icon("partners"),
            _("Find your first partner"),
            _(
                "The best partner serves the same people as you with other goods, so you do not compete. "
                "Add a firm that you would like to work with; its people and letters will be kept here."
            ),
            _("Add a partner"),
        )
        self.empty.action_asked.connect(self.add)
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self.no_results)
        self._connect()
        self._lay_out(theme)
        self.refresh()

    def _make_table(self) -> RecordTable:
        table = RecordTable("partner_table", _("Partners"), self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        for column, width in enumerate((200, 95, 118, 120, 190, 130)):
            header.resizeSection(column, width)
        return table

    def _connect(self) -> None:
        self.search_line.textChanged.connect(self._search)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.table.edit_asked.connect(self.edit)
        self.table.delete_asked.connect(self.delete)
        self.view.edit_asked.connect(self.edit)
        self.view.delete_asked.connect(self.delete)
        self.view.letter_asked.connect(lambda: self.letter_asked.emit(self._current_key()))
        self.view.partnership_asked.connect(lambda: self.partnership_asked.emit(self._current_key()))
        self.view.partnership_shown.connect(self.partnership_shown)
        self.view.undoable_done.connect(self.undoable_done)
        self.view.told.connect(self.told)
        self.editor.saved.connect(self._after_save)
        self.editor.left.connect(self._leave_editor)
        self.editor.likeness.partner_shown.connect(self.show_partner)

    def _lay_out(self, theme: Theme) -> None:
        self.add_button = QPushButton(theme.icon("add", theme.colours.on_accent), _("Add partner"))
        self.add_button.setObjectName("add_partner")
        self.add_button.setProperty("primary", True)
        self.add_button.clicked.connect(self.add)
        top = QHBoxLayout()
        top.addWidget(self.search_line, 1)
        top.addWidget(self.add_button)
        left = QWidget()
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(0, 0, 8, 0)
        left_layout.addLayout(top)
        left_layout.addWidget(self._list, 1)
        self.pane.setMinimumWidth(340)
        self.splitter = QSplitter()
        self.splitter.addWidget(left)
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
        key = self._current_key()
        self._fill_list()
        self._select(key)
        if not self._is_editing():
            self._show_selected()

    def _fill_list(self) -> None:
        words = self.search_line.text()
        # Selecting nothing for a moment is no wish of the user's to leave the form.
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self.model.search(words)
        selection.blockSignals(False)
        found = self.model.rowCount() > 0
        self._list.setCurrentWidget(self.table if found or not words else self.no_results)
        nobody = not found and not self._directory.count()
        self._pages.setCurrentWidget(self.empty if nobody and not self._is_editing() else self.splitter)

    def _search(self) -> None:
        self.refresh()
        if not self._is_editing() and self._current_key() == 0 and self.model.rowCount():
            self.table.selectRow(0)

    def add(self) -> None:
        """Open an empty form for a new partner."""
        self._leave_form_then(lambda: self._open_editor(PartnerFile(Partner(name=""), ())))

    def edit(self) -> None:
        """Open the chosen partner's form."""
        key = self._current_key()
        if key and not self._is_editing():
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
            self.search_line.clear()
        self._select(key)
        self._show_selected()

    def delete(self) -> None:
        """Move the chosen partners to the bin; the message offers to undo it."""
        keys = [self.model.key_at(index.row()) for index in self.table.selectionModel().selectedRows()]
        if not keys or self._is_editing():
            return
        row = self.table.selectionModel().selectedRows()[0].row()
        gone = self._directory.delete(keys)
        self.refresh()
        if self.model.rowCount():
            self.table.selectRow(min(row, self.model.rowCount() - 1))
        names = gone[0].name if len(gone) == 1 else ""
        many = ngettext("{count} partner deleted", "{count} partners deleted", len(gone))
        message = _("{name} deleted").format(name=names) if names else many.format(count=len(gone))
        self.undoable_done.emit(message)

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
        """Whether a form holds something that is not stored."""
        return self._is_editing() and self.editor.is_changed

    def may_close(self) -> bool:
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
                self._select(self.editor.key)
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _current_key(self) -> int:
        rows = self.table.selectionModel().selectedRows()
        return self.model.key_at(rows[0].row()) if rows else 0

    def _select(self, key: int) -> None:
        row = self.model.row_of(key)
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            selection.setCurrentIndex(self.model.index(row, 0), flags)
            self.table.scrollTo(self.model.index(row, 0))
        else:
            selection.clear()
        selection.blockSignals(False)
        self.table.viewport().update()

    def _show_selected(self) -> None:
        key = self._current_key()
        if self._is_editing():
            if not self.editor.is_changed:
                self.pane.setCurrentWidget(self.view)
            else:
                self._leave_form_then(lambda: self._go_to(key))
                return
        if key:
            self.view.show_partner(key)
            self.pane.setCurrentWidget(self.view)
        else:
            self.pane.setCurrentWidget(self._nothing_chosen)
