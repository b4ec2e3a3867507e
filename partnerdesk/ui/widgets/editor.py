"""What all editors of fields share."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget


class Editor(QWidget):
    """What every editor does; ``focus_target`` is the widget that is typed into."""

    changed = Signal()
    focus_target: QWidget

    def value(self) -> Any:
        """What was entered; ``None`` for nothing. Raises ``ValueError`` with a message for the user."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Give the editor the look of a wrong or a right one."""
        self.focus_target.setProperty("wrong", wrong)
        style = self.focus_target.style()
        style.unpolish(self.focus_target)
        style.polish(self.focus_target)

    def name(self, text: str) -> None:
        """Tell assistive technology what is entered here."""
        self.focus_target.setAccessibleName(text)

    def suggest(self, values: Sequence[str]) -> None:
        """Offer values while somebody types, where that makes sense."""

    def _lay_out(self, *widgets: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for place, widget in enumerate(widgets):
            layout.addWidget(widget, 1 if place == 0 else 0)
        self.focus_target = widgets[0]
        self.setFocusProxy(widgets[0])
