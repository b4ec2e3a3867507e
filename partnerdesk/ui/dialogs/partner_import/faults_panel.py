"""What is wrong in a file, line by line, and the chosen fault in full."""

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.dialogs.partner_import.plan_models import FaultsModel
from partnerdesk.ui.widgets.labels import selectable_label
from partnerdesk.ui.widgets.record_table import RecordTable

_LINE, _COLUMN, _CONSEQUENCE = 60, 120, 180


class FaultsPanel(QWidget):
    """A table of faults; the text of the chosen one stands below, where there is room for all of it."""

    def __init__(self, model: FaultsModel) -> None:
        super().__init__()
        self.model = model
        self.table = RecordTable("import_faults", _("Problems"), model)
        header = self.table.horizontalHeader()
        for column, width in ((0, _LINE), (1, _COLUMN), (3, _CONSEQUENCE)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.fault_label = selectable_label(narrow=True)
        self.fault_label.setObjectName("import_fault_text")
        model.modelReset.connect(self._show_first)
        self.table.selectionModel().currentRowChanged.connect(self._show_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.fault_label)

    def _show_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self._show_text()

    def _show_text(self) -> None:
        row = self.table.currentIndex().row()
        shown = 0 <= row < self.model.rowCount()
        self.fault_label.setText(self.model.full_text(row) if shown else "")
