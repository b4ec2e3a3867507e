"""A scrolled view whose whole content is built anew whenever it changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class ContentScroll(QScrollArea):
    """Scrolls downwards only, and stays where it was when its content is exchanged."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self.setWidget(holder)

    def show_content(self, content: QWidget) -> None:
        """Show other content."""
        if self._content is not None:
            # The button that was clicked may lie in it, and is not done with its signal yet.
            self._body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._body.addWidget(content)
        # At once, so that the body never shrinks to nothing and the scroll bar stays where it is.
        content.show()
