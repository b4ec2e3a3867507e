"""The list of partners with all that narrows and orders it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.ui.tabs.partners.column_layout import ListLayout
from partnerdesk.ui.tabs.partners.columns_dialog import ColumnsDialog
from partnerdesk.ui.tabs.partners.condition_line import ConditionLine
from partnerdesk.ui.tabs.partners.filter_panel import FilterPanel
from partnerdesk.ui.tabs.partners.finding import PartnerFinder, Wanted
from partnerdesk.ui.tabs.partners.saved_filters_button import SavedFiltersButton
from partnerdesk.ui.tabs.partners.table_columns import TableColumns
from partnerdesk.ui.tabs.partners.table_model import PartnerTableModel
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.record_table import RecordTable
from partnerdesk.ui.widgets.search_line import search_line
from partnerdesk.ui.work import Worker

# A choice scattered over more runs of rows than this would slow the table down; the current row stays then.
_MOST_SPANS = 1_000


class ListPanel(QWidget):
    """Search line, conditions, table; what is chosen in it stays chosen while the list is read anew."""

    #: Other rows were chosen, by the user or because the list was narrowed.
    chosen = Signal()
    #: The list shows other partners than before.
    narrowed = Signal()
    add_asked = Signal()
    told = Signal(str)
    layout_changed = Signal()

    def __init__(
        self, desk: Desk, theme: Theme, worker: Worker, clock: Callable[[], date], layout: ListLayout
    ) -> None:
        super().__init__()
        self._desk = desk
        self.model = PartnerTableModel(desk.listing)
        self.search_line = search_line(
            "partner_search", theme, _("Search: name, person, town, NIP, notes"), _("Search partners")
        )
        self.table = RecordTable("partner_table", _("Partners"), self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.columns = TableColumns(self.table, self.model, layout)
        self.filter_panel = FilterPanel(desk.listing)
        self.filter_panel.hide()
        self.conditions = ConditionLine(theme)
        self.finder = PartnerFinder(desk, worker, clock, self)
        self.no_results = EmptyState(
            theme.icon("search"),
            _("No partner found"),
            _("No partner matches these words and conditions."),
            _("Clear search and filter"),
        )
        self.count_label = plain_label("", "muted")
        self.count_label.setObjectName("found_count")
        self._theme = theme
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_conditions()

    def _make_buttons(self) -> None:
        icon = self._theme.icon("add", self._theme.colours.on_accent)
        # Without mnemonics, which belong to the form and the details beside the list.
        self.add_button = QPushButton(_("Add partner"))
        self.filter_button = QPushButton(_("Filter"))
        self.saved_button = SavedFiltersButton(self._desk.saved_filters, lambda: self.where, self)
        self.columns_button = QPushButton(_("Columns…"))
        self.add_button.setIcon(icon)
        self.add_button.setProperty("primary", True)
        self.filter_button.setCheckable(True)
        for button, name, spoken in (
            (self.add_button, "add_partner", _("Add partner")),
            (self.filter_button, "filter_button", _("Filter")),
            (self.columns_button, "columns_button", _("Columns and order of the list")),
        ):
            button.setObjectName(name)
            button.setAccessibleName(spoken)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search_line, 1)
        top.addWidget(self.add_button)
        tools = QHBoxLayout()
        for button in (self.filter_button, self.saved_button, self.columns_button):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.count_label)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.no_results)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(top)
        layout.addLayout(tools)
        layout.addWidget(self.filter_panel)
        layout.addWidget(self.conditions)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.search_line.textChanged.connect(self._look)
        self.filter_panel.changed.connect(self._take_filter)
        self.filter_panel.clear_asked.connect(lambda: self.show_filter(PartnerFilter()))
        self.conditions.clear_asked.connect(lambda: self.show_filter(PartnerFilter()))
        self.conditions.remove_asked.connect(lambda name: self.show_filter(self.where.without(name)))
        self.filter_button.toggled.connect(self._open_panel)
        self.saved_button.chosen.connect(self.show_filter)
        self.saved_button.told.connect(self.told)
        self.columns_button.clicked.connect(self.choose_columns)
        self.add_button.clicked.connect(self.add_asked)
        self.no_results.action_asked.connect(self.clear_narrowing)
        self.finder.found.connect(self._show_found)
        self.columns.order_chosen.connect(self._look)
        self.columns.order_refused.connect(self._tell_orders)
        self.columns.dialog_asked.connect(self.choose_columns)
        self.columns.changed.connect(self.layout_changed)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    @property
    def where(self) -> PartnerFilter:
        """The conditions in force."""
        return self.filter_panel.value()

    @property
    def wanted(self) -> Wanted:
        """All that is looked for."""
        return Wanted(self.search_line.text(), self.where, self.columns.order)

    @property
    def is_narrowed(self) -> bool:
        """Whether words or conditions may leave partners out."""
        return bool(self.search_line.text()) or not self.where.is_empty

    def look_for(self, words: str, where: PartnerFilter) -> None:
        """Show these words and conditions, and what they find."""
        was_blocked = self.search_line.blockSignals(True)
        self.search_line.setText(words)
        self.search_line.blockSignals(was_blocked)
        self.show_filter(where)

    def show_filter(self, where: PartnerFilter) -> None:
        """Narrow the list by other conditions."""
        self.filter_panel.set_value(where)
        self._take_filter()

    def clear_narrowing(self) -> None:
        """Show everybody."""
        self.look_for("", PartnerFilter())

    def show_everybody(self) -> None:
        """Show everybody, and that before this returns however many there are."""
        was_blocked = self.blockSignals(True)
        self.clear_narrowing()
        self.refresh()
        self.blockSignals(was_blocked)

    def _take_filter(self) -> None:
        self._show_conditions()
        self._look()

    def _show_conditions(self) -> None:
        where = self.where
        number = len(where.active)
        title = _("Filter")
        self.filter_button.setText(f"{title} ({number})" if number else title)
        spoken = ngettext("Filter, {count} condition", "Filter, {count} conditions", number)
        self.filter_button.setAccessibleName(spoken.format(count=number) if number else title)
        had_focus = self.conditions.has_focus
        self.conditions.show_filter(where)
        # In the open panel the same conditions can be seen and changed.
        self.conditions.setVisible(number > 0 and not self.filter_panel.isVisibleTo(self))
        self.filter_panel.clear_button.setEnabled(number > 0)
        if had_focus and not self.conditions.isVisibleTo(self):
            self.filter_button.setFocus()

    def open_filter(self) -> None:
        """Open the conditions and go to the first."""
        self.filter_button.setChecked(True)
        self.filter_panel.choices["stages"].setFocus()

    def _open_panel(self, is_open: bool) -> None:
        self.filter_panel.setVisible(is_open)
        self._show_conditions()
        if is_open:
            self.filter_panel.choices["stages"].setFocus()

    def _look(self) -> None:
        self.finder.look_for(self.wanted)

    def _show_found(self, keys: list[int]) -> None:
        self._show_keys(keys)
        self.narrowed.emit()

    def refresh(self) -> None:
        """Read the list anew; what is chosen stays chosen."""
        self.columns.read_anew()
        self._show_keys(self.finder.find(self.wanted))

    def _show_keys(self, keys: list[int]) -> None:
        chosen, current = self.chosen_keys(), self.current_key()
        # Choosing nothing for a moment is no wish of the user's to leave a form.
        selection = self.table.selectionModel()
        was_blocked = selection.blockSignals(True)
        self.model.show_keys(keys)
        selection.blockSignals(was_blocked)
        self._choose_again(chosen, current)
        self._pages.setCurrentWidget(self.table if keys or not self.is_narrowed else self.no_results)
        self._show_count()

    def _show_count(self) -> None:
        found = self.model.rowCount()
        text = ""
        if self.is_narrowed and found:
            text = ngettext("{count} found", "{count} found", found).format(count=found)
        self.count_label.setText(text)

    def current_key(self) -> int:
        """The partner in the row with the focus if that is chosen, else in the first that is; 0 for none."""
        selection = self.table.selectionModel()
        current = selection.currentIndex()
        if current.isValid() and selection.isSelected(current):
            return self.model.key_at(current.row())
        return next(iter(self.chosen_keys()), 0)

    def chosen_keys(self) -> list[int]:
        """The partners in all rows that are chosen, from the top."""
        return self.model.keys_of(self.table.selectionModel().selection())

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return len(self.chosen_keys())

    def select(self, key: int) -> None:
        """Choose one partner's row and bring it into sight; nothing where it is not shown. Says nothing."""
        self._choose_again([key] if key else [], key)
        row = self.model.row_of(key)
        if row >= 0:
            self.table.scrollTo(self.model.index(row, 0))

    def _choose_again(self, keys: list[int], current: int) -> None:
        selection = self.table.selectionModel()
        was_blocked = selection.blockSignals(True)
        row = self.model.row_of(current)
        spans = [(row, row)] if row >= 0 else []
        if len(keys) > 1:
            many = self.model.spans_of(keys)
            if 0 < len(many) <= _MOST_SPANS:
                spans = many
                row = row if row >= 0 else many[0][0]
        flag = QItemSelectionModel.SelectionFlag
        if row >= 0:
            selection.setCurrentIndex(self.model.index(row, 0), flag.NoUpdate)
        wanted = QItemSelection()
        last = self.model.columnCount() - 1
        for top, bottom in spans:
            wanted.select(self.model.index(top, 0), self.model.index(bottom, last))
        selection.select(wanted, flag.ClearAndSelect)
        selection.blockSignals(was_blocked)
        self.table.viewport().update()

    def _choose(self) -> None:
        self.chosen.emit()

    def choose_columns(self) -> None:
        """Open the dialog about columns and order."""
        dialog = ColumnsDialog(self.columns.layout_now(), self.model.columns, self)
        dialog.chosen.connect(self.show_layout)
        dialog.open()

    def show_layout(self, layout: ListLayout) -> None:
        """Show other columns, and the list in another order."""
        order = self.columns.order
        self.columns.show_layout(layout)
        self.layout_changed.emit()
        if layout.order != order:
            self._look()

    def _tell_orders(self) -> None:
        headings = [column.heading for column in self.model.columns if column.order is not None]
        self.told.emit(_("The list can be ordered by: {columns}").format(columns=", ".join(headings)))
