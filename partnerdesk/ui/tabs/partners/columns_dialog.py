"""Choosing, moving and ordering the columns of the list by keyboard as well as by mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner_filter import OrderBy, PartnerOrder
from partnerdesk.language.interface import _
from partnerdesk.services.partner_listing import ListColumn
from partnerdesk.ui.tabs.partners.column_layout import ListLayout, ShownColumn
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen

_ROLE = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Edits a layout; ``chosen`` with the new one when it was confirmed."""

    chosen = Signal(ListLayout)

    def __init__(self, layout: ListLayout, columns: Sequence[ListColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("columns_dialog")
        self.setWindowTitle(_("Columns"))
        self._columns = columns
        self._gone = tuple(one for one in layout.columns if one.key not in {each.key for each in columns})
        texts = with_mnemonics(
            [
                _("Columns that are shown"), _("Move up"), _("Move down"), _("Order by"), _("Direction"),
                _("As at first"), _("Cancel"), _("Show"),
            ]
        )  # fmt: skip
        self.list = QListWidget()
        self.list.setObjectName("column_list")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._list_label = plain_label()
        set_buddy(self._list_label, texts[0], self.list, _("Columns that are shown"))
        self.up_button, self.down_button = QPushButton(texts[1]), QPushButton(texts[2])
        self.order_box, self.direction_box = ChoiceBox("order_by"), ChoiceBox("order_direction")
        self._order_labels = (plain_label(), plain_label())
        set_buddy(self._order_labels[0], texts[3], self.order_box, _("Order by"))
        set_buddy(self._order_labels[1], texts[4], self.direction_box, _("Direction"))
        self.reset_button, self.leave_button, self.show_button = map(QPushButton, texts[5:])
        self.show_button.setDefault(True)
        for button, name, slot in (
            (self.up_button, "column_up", lambda: self._move(-1)),
            (self.down_button, "column_down", lambda: self._move(1)),
            (self.reset_button, "columns_reset", lambda: self.show_layout(ListLayout())),
            (self.leave_button, "leave_columns", self.reject),
            (self.show_button, "show_columns", self._confirm),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
        self._lay_out()
        self.show_layout(layout)
        self.list.setFocus()

    def _lay_out(self) -> None:
        moves = QVBoxLayout()
        moves.addWidget(self.up_button)
        moves.addWidget(self.down_button)
        moves.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(moves)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(
            zip(self._order_labels, (self.order_box, self.direction_box), strict=True)
        ):
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list_label)
        layout.addLayout(middle, 1)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        resize_on_screen(self, 460, 520)

    def show_layout(self, layout: ListLayout) -> None:
        """Show a layout to be edited."""
        headings = {column.key: column.heading for column in self._columns}
        self.list.clear()
        for column in layout.for_columns(self._columns).columns:
            if column.key not in headings:
                continue
            item = QListWidgetItem(headings[column.key])
            item.setData(_ROLE, column.key)
            item.setData(_ROLE + 1, column.width)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if column.visible else Qt.CheckState.Unchecked)
            if column.key == "name":
                # A list without names is of no use to anybody.
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        orders = [(column.heading, column.order) for column in self._columns if column.order is not None]
        self.order_box.fill(orders, layout.order.by)
        directions = [
            (_("Upwards (A to Z, earliest first)"), False),
            (_("Downwards (Z to A, latest first)"), True),
        ]
        self.direction_box.fill(directions, layout.order.descending)

    def value(self) -> ListLayout:
        """The layout as it is edited."""
        items = [self.list.item(row) for row in range(self.list.count())]
        columns = tuple(
            ShownColumn(item.data(_ROLE), item.checkState() is Qt.CheckState.Checked, item.data(_ROLE + 1))
            for item in items
        )
        order = PartnerOrder(OrderBy(self.order_box.currentData()), self.direction_box.currentData())
        return ListLayout((*columns, *self._gone), order)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        target = row + step
        if row < 0 or not 0 <= target < self.list.count():
            return
        self.list.insertItem(target, self.list.takeItem(row))
        self.list.setCurrentRow(target)

    def _confirm(self) -> None:
        self.chosen.emit(self.value())
        self.accept()
