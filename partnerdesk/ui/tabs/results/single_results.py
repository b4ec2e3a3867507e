"""The single results of one partnership, where a wrong one can be deleted."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.partnership import Result
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import direction_label, measure_label
from partnerdesk.services.results import Results
from partnerdesk.ui.tabs.results.amount import amount_text
from partnerdesk.ui.widgets.labels import plain_label, plain_tooltip, with_mnemonics
from partnerdesk.ui.widgets.record_table import RecordTable
from partnerdesk.ui.widgets.window_size import resize_on_screen

_AMOUNT, _NOTE = 3, 4
#: What the frame around the current cell takes from its text, in pixels.
_FOCUS_FRAME = 8


class SingleResults(QDialog):
    """Lists every result of a partnership, of whatever day, latest first."""

    def __init__(self, results: Results, partnership_id: int, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("single_results_dialog")
        self.setWindowTitle(_("Single results"))
        resize_on_screen(self, 700, 420)
        self._results = results
        self._partnership_id = partnership_id
        #: Whether anything was deleted here.
        self.has_deleted = False
        self.model = QStandardItemModel(0, _NOTE + 1)
        self.table = self._make_table(title)
        delete_text, close_text = with_mnemonics([_("Delete"), _("Close")])
        self.delete_button = QPushButton(delete_text)
        self.delete_button.setObjectName("delete_result")
        self.delete_button.setAutoDefault(False)
        self.delete_button.clicked.connect(self.delete)
        close = QPushButton(close_text)
        close.setObjectName("close_single_results")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(title, "heading", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._fill(0)
        self.table.setFocus()

    def _make_table(self, title: str) -> RecordTable:
        name = _("Single results")
        table = RecordTable("single_results_table", f"{name}: {title}", self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setStretchLastSection(True)
        table.delete_asked.connect(self.delete)
        return table

    def _fill(self, row: int) -> None:
        """Read the results anew and choose the one in ``row``, or the last."""
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [_("Day"), _("What"), _("Who benefited"), _("Amount"), _("Note")]
        )
        for result in self._results.of_partnership(self._partnership_id):
            self.model.appendRow(_items(result))
        for column in range(_NOTE):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, self.table.columnWidth(column) + _FOCUS_FRAME)
        count = self.model.rowCount()
        self.delete_button.setEnabled(count > 0)
        if count:
            self.table.selectRow(min(row, count - 1))

    def delete(self) -> None:
        """Delete the chosen result."""
        index: QModelIndex = self.table.currentIndex()
        if not index.isValid():
            return
        self._results.remove(index.siblingAtColumn(0).data(Qt.ItemDataRole.UserRole))
        self.has_deleted = True
        self._fill(index.row())


def _items(result: Result) -> list[QStandardItem]:
    texts = (
        short_date(result.happened_on, screen_language()),
        measure_label(result.measure),
        direction_label(result.direction),
        amount_text(result.measure, result.amount),
        result.note,
    )
    items = [QStandardItem(text) for text in texts]
    items[0].setData(result.key, Qt.ItemDataRole.UserRole)
    items[_AMOUNT].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    items[_NOTE].setToolTip(plain_tooltip(result.note))
    return items
