"""A button that says what is chosen and opens a list in which several entries can be ticked."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QPushButton, QSizePolicy, QVBoxLayout

from partnerdesk.domain.folding import fold
from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label, plain_tooltip

_NARROWED_FROM = 9
_ROLE = Qt.ItemDataRole.UserRole

#: An entry: its text and its value.
Entry = tuple[str, str]


class ManyChoice(QPushButton):
    """Shows "caption: any" or what is ticked; ``changed`` when a tick was set or taken.

    ``entries`` is asked each time the list opens, because what can be chosen follows the data.
    """

    changed = Signal()

    def __init__(
        self, name: str, caption: str, any_text: str, entries: Callable[[], Sequence[Entry]]
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.caption = caption
        self._any_text = any_text
        self._entries = entries
        self._known: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.popup: ChoicePopup | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.clicked.connect(self.open)
        self._say()

    def value(self) -> tuple[str, ...]:
        """The values of the entries that are ticked."""
        return self._chosen

    def set_value(self, values: Iterable[str]) -> None:
        """Tick these, without a signal."""
        self._chosen = tuple(values)
        self._say()

    def text_of(self, value: str) -> str:
        """How a value is shown; as it is stored where nothing else is known."""
        return self._known.get(value, value)

    def know(self, entries: Iterable[Entry]) -> None:
        """Learn how values are shown."""
        self._known |= {value: text for text, value in entries}
        self._say()

    def open(self) -> None:
        """Show the list below the button."""
        entries = list(self._entries())
        self.know(entries)
        offered = {value for _text, value in entries}
        # What is ticked and no longer in use must be seen, so that it can be taken away.
        entries = [(self.text_of(value), value) for value in self._chosen if value not in offered] + entries
        self.popup = ChoicePopup(self, self.caption, entries, self._chosen)
        self.popup.ticked.connect(self._take)
        self.popup.show_below()

    def _take(self, values: tuple[str, ...]) -> None:
        self._chosen = values
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        shown = ", ".join(self.text_of(value) for value in self._chosen) or self._any_text
        text = f"{self.caption}: {shown}"
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text) if self._chosen else "")
        self._full_text = text
        self._elide()

    def _elide(self) -> None:
        room = max(60, self.width() - 46)
        text = self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&") + "  ▾")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._elide()


class ChoicePopup(QFrame):
    """The list itself, with a line that narrows it where it is long."""

    ticked = Signal(tuple)

    def __init__(
        self, button: QPushButton, caption: str, entries: Sequence[Entry], chosen: Sequence[str]
    ) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("choice_popup")
        self._button = button
        self._model = QStandardItemModel(self)
        for text, value in entries:
            item = QStandardItem(text)
            item.setEditable(False)
            item.setCheckable(True)
            item.setData(value, _ROLE)
            item.setData(fold(text), _ROLE + 1)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(self._model)
        self._narrowed.setFilterRole(_ROLE + 1)
        self.list = QListView()
        self.list.setObjectName("choice_list")
        self.list.setAccessibleName(caption)
        self.list.setModel(self._narrowed)
        self.list.installEventFilter(self)
        self.line = QLineEdit()
        self.line.setObjectName("choice_search")
        self.line.setPlaceholderText(_("Narrow the list"))
        self.line.setAccessibleName(_("Narrow the list"))
        self.line.textChanged.connect(lambda text: self._narrowed.setFilterFixedString(fold(text)))
        self.line.installEventFilter(self)
        self.line.setVisible(len(entries) >= _NARROWED_FROM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.line)
        if entries:
            layout.addWidget(self.list)
        else:
            layout.addWidget(plain_label(_("Nothing to choose from yet."), "muted"))
        self._model.itemChanged.connect(self._tell)

    def show_below(self) -> None:
        """Open under the button, within the screen."""
        rows = min(max(self._model.rowCount(), 1), 9)
        height = 24 * rows + 26 + (44 if self.line.isVisibleTo(self) else 0)
        self.resize(max(self._button.width(), 230), height)
        room = self._button.screen().availableGeometry()
        place = self._button.mapToGlobal(QPoint(0, self._button.height()))
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        # Sizes of entries asked for before the popup had its style are too small.
        self.list.doItemsLayout()
        self.list.setCurrentIndex(self._narrowed.index(0, 0))
        (self.line if self.line.isVisibleTo(self) else self.list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ticks the entry, Down leads from the line into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._toggle_current()
                return True
            if watched is self.line and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _toggle_current(self) -> None:
        index = self._narrowed.mapToSource(self.list.currentIndex())
        item = self._model.itemFromIndex(index) if index.isValid() else None
        if item is not None:
            checked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _tell(self) -> None:
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        self.ticked.emit(
            tuple(item.data(_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)
        )
