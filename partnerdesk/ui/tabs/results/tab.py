"""The Results tab."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partnership import Direction, Measure
from partnerdesk.language.formats import money, number
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import direction_label, measure_label
from partnerdesk.services.directory import Directory
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.results import Period, Results, last_months, last_year, this_year, total
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.results.result_dialog import ResultDialog
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label

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

    watches = frozenset({"result", "partnership", "partner"})
    icon_name = "results"

    def __init__(
        self,
        results: Results,
        directory: Directory,
        partnerships: Partnerships,
        theme: Theme,
        clock: Callable[[], date],
    ) -> None:
        super().__init__()
        self.title = _("Results")
        self._results = results
        self._directory = directory
        self._partnerships = partnerships
        self._clock = clock
        self.period_box = self._make_period_box()
        self.first = DateField(theme.icon("calendar"))
        self.last = DateField(theme.icon("calendar"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self._fault = plain_label("", "fault", wrap=True)
        self._fault.hide()
        self._cards = {measure: _Card(measure) for measure in Measure}
        self.table = self._make_table()
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
        self.refresh()

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
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.cellDoubleClicked.connect(self._open_partnership)
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
        self._pages.addWidget(page)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addWidget(self._pages)

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

    def refresh(self) -> None:
        """Add up anew."""
        self._pages.setCurrentIndex(0 if self._results.exist() else 1)
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
            self._fault.setText("⚠ " + _("Enter both days; the last must not be before the first."))
            return
        totals = self._results.totals(period)
        self._show_cards({pair: total(totals, *pair) for pair in _SHOWN})
        rows: dict[int, dict[tuple[Measure, Direction], Decimal]] = {}
        for row in totals:
            rows.setdefault(row.partnership_id, {})[(row.measure, row.direction)] = row.amount
        self._fill_table(rows)
        self._none_in_period.setVisible(not rows)
        self.table.setVisible(bool(rows))

    def _show_cards(self, sums: dict[tuple[Measure, Direction], Decimal]) -> None:
        for measure, card in self._cards.items():
            card.show_amounts(sums[measure, Direction.RECEIVED], sums[measure, Direction.GIVEN])

    def _fill_table(self, rows: dict[int, dict[tuple[Measure, Direction], Decimal]]) -> None:
        shown = [partnership for partnership in self._partnerships.all() if partnership.key in rows]
        self.table.setRowCount(len(shown))
        for at, partnership in enumerate(shown):
            name = self._directory.partner(partnership.partner_id).name
            texts = [name, self._partnerships.title(partnership)]
            texts += [_amount(pair[0], rows[partnership.key].get(pair, Decimal(0))) for pair in _SHOWN]
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, partnership.key)
                if column > 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, column, item)
        self.table.resizeColumnsToContents()
        for column in (0, 1):
            self.table.setColumnWidth(column, min(220, self.table.columnWidth(column)))

    def _open_partnership(self, row: int, _column: int) -> None:
        item = self.table.item(row, 0)
        if item is not None:
            self.partnership_shown.emit(item.data(Qt.ItemDataRole.UserRole))

    def add(self) -> None:
        """Ask for a new result; without a partnership to add it to, lead to the partnerships."""
        choices = [
            (partnership.key, self._named(partnership.partner_id, self._partnerships.title(partnership)))
            for partnership in self._partnerships.all()
        ]
        if not choices:
            self.told.emit(_("Agree on a partnership first; results belong to one."))
            self.partnership_asked.emit(0)
            return
        dialog = ResultDialog(self._results, choices, self._clock(), self)
        dialog.saved.connect(lambda: self.undoable_done.emit(_("Result added")))
        dialog.open()

    def _named(self, partner_id: int, title: str) -> str:
        return f"{self._directory.partner(partner_id).name} – {title}"


def _amount(measure: Measure, amount: Decimal) -> str:
    if not amount:
        return "–"
    if measure is Measure.NEW_CLIENTS:
        return number(int(amount), screen_language())
    return money(amount, screen_language())


class _Card(QFrame):
    """The sum of one measure over the period, received and given."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self.setProperty("role", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.addWidget(plain_label(measure_label(measure), "muted"), 0, 0, 1, 2)
        self._values = {}
        for row, way in enumerate((Direction.RECEIVED, Direction.GIVEN), 1):
            grid.addWidget(plain_label(direction_label(way)), row, 0)
            value = plain_label("", "heading")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, row, 1)
            self._values[way] = value

    def show_amounts(self, received: Decimal, given: Decimal) -> None:
        """Show both sums."""
        said = []
        for way, amount in ((Direction.RECEIVED, received), (Direction.GIVEN, given)):
            text = _amount(self._measure, amount)
            self._values[way].setText(text)
            said.append(f"{direction_label(way)} {text}")
        self.setAccessibleName(f"{measure_label(self._measure)}: {', '.join(said)}")
