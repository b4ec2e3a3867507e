"""A box to choose from that the mouse wheel cannot change by accident."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """Entries with a value each; scrolling past it scrolls on, unless it has the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def fill(self, entries: Iterable[tuple[str, Any]], chosen: Any = None) -> None:
        """Offer these entries and choose the one with the value ``chosen``, else the first; say nothing."""
        was_blocked = self.blockSignals(True)
        self.clear()
        for text, value in entries:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(was_blocked)

    def choose(self, value: Any) -> None:
        """Choose the entry with this value, if there is one."""
        at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area while this has no focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
