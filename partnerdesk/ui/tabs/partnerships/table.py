"""The table of partnerships: one row can be chosen, and stays chosen when the rows are read anew."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from partnerdesk.language.interface import _
from partnerdesk.ui.tabs.partnerships.table_model import PartnershipTableModel
from partnerdesk.ui.widgets.record_table import RecordTable

_STRETCHED = (0, 1)


class PartnershipTable(RecordTable):
    """Shows ``model``; ``chosen`` when another row was chosen or the rows were read anew."""

    chosen = Signal()

    def __init__(self, model: PartnershipTableModel) -> None:
        super().__init__("partnership_table", _("Partnerships"), model)
        self._rows = model
        self._before = (0, 0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def key(self) -> int:
        """The chosen partnership's key, 0 for none."""
        rows = self.selectionModel().selectedRows()
        return self._rows.key_at(rows[0].row()) if rows else 0

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self._rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _remember(self) -> None:
        self._before = (self.key(), max(0, self.currentIndex().row()))

    def _restore(self) -> None:
        key, row = self._before
        found = self._rows.row_of(key)
        count = self._rows.rowCount()
        if count:
            self.choose(found if found >= 0 else min(row, count - 1))
        else:
            self.chosen.emit()
