"""A table one column of which is chosen from a list, row by row; as light for 100,000 rows as for ten."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.record_table import RecordTable

Index = QModelIndex | QPersistentModelIndex
#: A text and its value; the value ``None`` makes it a heading among the entries.
Entry = tuple[str, str | None]

_OPENING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROW = 16


class ChoiceTable(RecordTable):
    """Opens the list of a row by a click in its column, or by Space, Enter, F2 or Alt+Down."""

    def __init__(
        self,
        name: str,
        accessible_name: str,
        model: QAbstractItemModel,
        column: int,
        entries: Callable[[], Sequence[Entry]],
        arrow: QIcon,
    ) -> None:
        super().__init__(name, accessible_name, model)
        self.choice_column = column
        self._keeps_selection = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        caption = str(model.headerData(column, Qt.Orientation.Horizontal))
        self.setItemDelegateForColumn(column, _ChoiceDelegate(self, entries, arrow, caption))

    def open_choice(self, row: int) -> None:
        """Open the list of a row."""
        index = self.model().index(row, self.choice_column)
        if index.isValid():
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list of the row that has the focus."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if (event.key() in _OPENING_KEYS or alt_down) and self.currentIndex().isValid():
            self.open_choice(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what is marked when the list of a marked row is asked for."""
        index = self.indexAt(event.position().toPoint())
        self._keeps_selection = self._asks_for_list(event, index) and self.selectionModel().isSelected(index)
        if self._keeps_selection:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list of the cell that was clicked, unless rows are being gathered."""
        if not self._keeps_selection:
            super().mouseReleaseEvent(event)
        self._keeps_selection = False
        index = self.indexAt(event.position().toPoint())
        if self._asks_for_list(event, index):
            self.open_choice(index.row())

    def _asks_for_list(self, event: QMouseEvent, index: QModelIndex) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.button() is Qt.MouseButton.LeftButton and index.column() == self.choice_column


class _ChoiceDelegate(QStyledItemDelegate):
    """Shows the value with an arrow and edits it in a box with all entries."""

    def __init__(
        self, parent: QWidget, entries: Callable[[], Sequence[Entry]], arrow: QIcon, caption: str
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self._arrow = arrow
        self._caption = caption

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the text and, at the right, the arrow of a list."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -(_ARROW + 8), 0)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        view = option.widget
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, whole, painter, view)
        super().paint(painter, narrower, index)
        left, top = option.rect.right() - _ARROW - 6, option.rect.center().y() - _ARROW // 2
        self._arrow.paint(painter, left, top, _ARROW, _ARROW)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """A box with the entries, which opens at once."""
        box = ChoiceBox("cell_choice")
        box.setParent(parent)
        box.setAccessibleName(self._caption)
        box.setMaxVisibleItems(14)
        # A list that scrolls instead of a menu over the whole screen.
        box.setStyleSheet("QComboBox { combobox-popup: 0; }")
        for text, value in self._entries():
            box.addItem(text, value)
            model = box.model()
            if value is None and isinstance(model, QStandardItemModel):
                model.item(box.count() - 1).setEnabled(False)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose what the cell holds and open the list."""
        if isinstance(editor, ChoiceBox):
            editor.choose(index.data(Qt.ItemDataRole.EditRole))
            editor.activated.connect(lambda: self._finish(editor))
            QTimer.singleShot(0, editor, editor.showPopup)

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Store what was chosen."""
        if isinstance(editor, ChoiceBox) and editor.currentData() is not None:
            model.setData(index, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)
