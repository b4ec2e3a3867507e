"""The table of partnerships: one row can be chosen, and stays chosen when the rows are read anew."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from partnerdesk.language.interface import _
from partnerdesk.ui.tabs.partnerships.table_model import PartnershipTableModel

_STRETCHED = (0, 1)


class PartnershipTable(QTableView):
    """Shows ``model``; ``chosen`` when another row was chosen or the rows were read anew."""

    chosen = Signal()
    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, model: PartnershipTableModel) -> None:
        super().__init__()
        self._rows = model
        self._before = (0, 0)
        self.setObjectName("partnership_table")
        self.setAccessibleName(_("Partnerships"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.doubleClicked.connect(self.edit_asked)
        for key, signal in ((Qt.Key.Key_Return, self.edit_asked), (Qt.Key.Key_Delete, self.delete_asked)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(signal)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
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
        self.chosen.emit()
