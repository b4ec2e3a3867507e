"""A short message at the foot of the window, with a way to take back what was done."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label

_SHOWN_FOR_MS = 10_000
_MARGIN = 40


class Toast(QFrame):
    """Lies over its parent's foot for ten seconds; ``undo_asked`` when its button was used."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self._label = plain_label("", wrap=False)
        self.undo_button = QPushButton(_("Undo"))
        self.undo_button.setObjectName("toast_undo")
        self.undo_button.clicked.connect(self._undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 10, 8)
        layout.setSpacing(16)
        layout.addWidget(self._label)
        layout.addWidget(self.undo_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, message: str, *, undoable: bool) -> None:
        """Show a message, cut to the window's width, with or without the way back."""
        self.undo_button.setVisible(undoable)
        room = self._window.width() - 3 * _MARGIN - (self.undo_button.sizeHint().width() + 40)
        metrics = self._label.fontMetrics()
        self._label.setText(metrics.elidedText(message, Qt.TextElideMode.ElideMiddle, max(120, room)))
        self.setAccessibleName(message)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_FOR_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window when that changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _MARGIN)

    def _undo(self) -> None:
        self.hide()
        self.undo_asked.emit()
