"""The Results tab."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partnership import Direction, Measure, Partnership
from partnerdesk.language.interface import _
from partnerdesk.language.labels import direction_label, measure_label
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.directory import Directory
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.results import Period, Results, last_months, last_year, this_year, total
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.results.amount import amount_text
from partnerdesk.ui.tabs.results.funnel_dialog import FunnelDialog
from partnerdesk.ui.tabs.results.measure_card import MeasureCard
from partnerdesk.ui.tabs.results.result_dialog import ResultDialog
from partnerdesk.ui.tabs.results.single_results import SingleResults
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label, plain_tooltip

_SHOWN = (
    (Measure.NEW_CLIENTS, Direction.RECEIVED),
    (Measure.NEW_CLIENTS, Direction.GIVEN),
    (Measure.REVENUE, Direction.RECEIVED),
    (Measure.REVENUE, Direction.GIVEN),
    (Measure.SAVINGS, Direction.RECEIVED),
    (Measure.SAVINGS, Direction.GIVEN),
)


class ResultsTab(Tab):
    """Totals of a period, given and received, for all partnerships and for each."""

    watches = frozenset({"result", "partnership", "partner", "approach"})
    icon_name = "results"

    def __init__(
        self,
        results: Results,
        directory: Directory,
        partnerships: Partnerships,
        catalogue: Catalogue,
        theme: Theme,
        clock: Callable[[], date],
    ) -> None:
        super().__init__()
        self.title = _("Results")
        self._results = results
        self._directory = directory
        self._partnerships = partnerships
        self._catalogue = catalogue
        self._clock = clock
        self.period_box = self._make_period_box()
        self.first = DateField(theme.icon("calendar"))
        self.last = DateField(theme.icon("calendar"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self._fault = plain_label("", "fault", wrap=True)
        self._fault.hide()
        self._cards = {measure: MeasureCard(measure) for measure in Measure}
        self.table = self._make_table()
        self.single_button = QPushButton(_("Single results…"))
        self.partnership_button = QPushButton(_("Show partnership"))
        self.funnel_button = QPushButton(_("How asking went…"))
        self._none_in_period = plain_label(_("No results in this period."), "muted", wrap=True)
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            theme.icon("results"),
            _("See what partnerships bring"),
            _(
                "Write down clients, revenue and savings as they come, received and given. "
                "Any period then shows which partnerships are worth your time and whether they are fair."
            ),
            _("Add a result"),
        )
        self._empty.action_asked.connect(self.add)
        self._lay_out(theme)
        self.period_box.currentIndexChanged.connect(self._choose_period)
        self.first.changed.connect(self._show_totals)
        self.last.changed.connect(self._show_totals)
        self._choose_period()
        self._show_page()

    def _make_period_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("period")
        box.setAccessibleName(_("Period"))
        for label, period in (
            (_("Last 12 months"), lambda: last_months(12, self._clock())),
            (_("This year"), lambda: this_year(self._clock())),
            (_("Last year"), lambda: last_year(self._clock())),
            (_("Last 3 months"), lambda: last_months(3, self._clock())),
            (_("Other period"), None),
        ):
            box.addItem(label, period)
        return box

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2 + len(_SHOWN))
        table.setObjectName("result_table")
        table.setAccessibleName(_("Results by partnership"))
        headings = [f"{measure_label(measure)}\n{direction_label(way).lower()}" for measure, way in _SHOWN]
        table.setHorizontalHeaderLabels([_("Partner"), _("Partnership"), *headings])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.itemActivated.connect(lambda _item: self.show_single())
        table.itemSelectionChanged.connect(self._follow_selection)
        return table

    def _lay_out(self, theme: Theme) -> None:
        self.add_button = QPushButton(theme.icon("add", theme.colours.on_accent), _("Add result"))
        self.add_button.setObjectName("add_result")
        self.add_button.setProperty("primary", True)
        self.add_button.clicked.connect(self.add)
        top = QHBoxLayout()
        for widget in (self.period_box, self.first, plain_label("–"), self.last):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.add_button)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(top)
        inner.addWidget(self._fault)
        cards = QHBoxLayout()
        for card in self._cards.values():
            cards.addWidget(card, 1)
        inner.addLayout(cards)
        inner.addWidget(self._none_in_period)
        inner.addWidget(self.table, 1)
        inner.addLayout(self._make_foot())
        self._pages.addWidget(page)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addWidget(self._pages)

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        for button, name, act in (
            (self.single_button, "single_results", self.show_single),
            (self.partnership_button, "show_results_partnership", self._show_partnership),
            (self.funnel_button, "show_funnel", self.show_funnel),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            foot.addWidget(button)
        foot.insertStretch(2, 1)
        return foot

    def _choose_period(self) -> None:
        make = self.period_box.currentData()
        if make is None:
            self.first.setFocus()
            return
        period = make()
        for field, day in ((self.first, period.first), (self.last, period.last)):
            field.blockSignals(True)
            field.set_value(day)
            field.blockSignals(False)
        self._show_totals()

    def show_funnel(self) -> None:
        """Show how asking went within the chosen days."""
        period = self.period()
        if period is not None:
            FunnelDialog(self._results.funnel(period), self._catalogue.types, period, self).open()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(0 if self._results.exist() else 1)

    def refresh(self) -> None:
        """Add up anew."""
        self._show_page()
        self._show_totals()

    def period(self) -> Period | None:
        """The chosen days; ``None`` while they make no period."""
        try:
            first, last = self.first.value(), self.last.value()
        except ValueError:
            return None
        return Period(first, last) if first and last and first <= last else None

    def _show_totals(self) -> None:
        period = self.period()
        self._fault.setVisible(period is None)
        if period is None:
            self.funnel_button.setEnabled(False)
            self._fault.setText("⚠ " + _("Enter both days; the last must not be before the first."))
            return
        totals = self._results.totals(period)
        self._show_cards({pair: total(totals, *pair) for pair in _SHOWN})
        rows: dict[int, dict[tuple[Measure, Direction], Decimal]] = {}
        for row in totals:
            rows.setdefault(row.partnership_id, {})[(row.measure, row.direction)] = row.amount
        self._fill_table(rows)
        self._none_in_period.setVisible(not rows)
        self.funnel_button.setEnabled(True)
        for widget in (self.table, self.single_button, self.partnership_button):
            widget.setVisible(bool(rows))

    def _show_cards(self, sums: dict[tuple[Measure, Direction], Decimal]) -> None:
        for measure, card in self._cards.items():
            card.show_amounts(sums[measure, Direction.RECEIVED], sums[measure, Direction.GIVEN])

    def _fill_table(self, rows: dict[int, dict[tuple[Measure, Direction], Decimal]]) -> None:
        shown = [partnership for partnership in self._partnerships.all() if partnership.key in rows]
        names = self._names(shown)
        chosen = self._chosen()
        self.table.clearSelection()
        self.table.setRowCount(len(shown))
        for at, partnership in enumerate(shown):
            texts = [names[partnership.partner_id], self._partnerships.title(partnership)]
            texts += [amount_text(pair[0], rows[partnership.key].get(pair, Decimal(0))) for pair in _SHOWN]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, partnership.key)
                if column < 2:
                    item.setToolTip(plain_tooltip(text))
                else:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, column, item)
        self.table.resizeColumnsToContents()
        for column in (0, 1):
            self.table.setColumnWidth(column, min(220, self.table.columnWidth(column)))
        self._choose([partnership.key for partnership in shown], chosen)

    def _names(self, partnerships: Sequence[Partnership]) -> dict[int, str]:
        keys = sorted({partnership.partner_id for partnership in partnerships})
        return {partner.key: partner.name for partner in self._directory.partners(keys)}

    def _chosen(self) -> int:
        """The chosen partnership's key, 0 for none."""
        items = self.table.selectedItems()
        return items[0].data(Qt.ItemDataRole.UserRole) if items else 0

    def _choose(self, keys: Sequence[int], key: int) -> None:
        if key in keys:
            self.table.selectRow(keys.index(key))
        self._follow_selection()

    def _follow_selection(self) -> None:
        for button in (self.single_button, self.partnership_button):
            button.setEnabled(bool(self._chosen()))

    def _show_partnership(self) -> None:
        if self._chosen():
            self.partnership_shown.emit(self._chosen())

    def show_single(self) -> None:
        """Show the single results of the chosen partnership, where a wrong one can be deleted."""
        key = self._chosen()
        if not key:
            return
        partnership = self._partnerships.agreement(key).partnership
        name = self._names([partnership])[partnership.partner_id]
        dialog = SingleResults(self._results, key, f"{name} – {self._partnerships.title(partnership)}", self)
        # Told when the dialog no longer keeps the button that undoes it from being used.
        dialog.finished.connect(
            lambda: self.undoable_done.emit(_("Result deleted")) if dialog.has_deleted else None
        )
        dialog.open()

    def add(self) -> None:
        """Ask for a new result; without a partnership to add it to, lead to the partnerships."""
        every = self._partnerships.all()
        names = self._names(every)
        choices = [
            (partnership.key, f"{names[partnership.partner_id]} – {self._partnerships.title(partnership)}")
            for partnership in every
        ]
        if not choices:
            self.told.emit(_("Agree on a partnership first; results belong to one."))
            self.partnership_asked.emit(0)
            return
        dialog = ResultDialog(self._results, choices, self._clock(), self)
        dialog.saved.connect(lambda: self.undoable_done.emit(_("Result added")))
        dialog.open()
