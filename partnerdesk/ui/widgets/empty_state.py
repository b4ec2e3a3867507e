"""What a view shows when there is nothing in it yet: an icon, a sentence, a button to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from partnerdesk.ui.widgets.labels import plain_label


class EmptyState(QWidget):
    """Says what will be here and how to begin; ``action_asked`` when the button was used.

    Without ``action`` there is no button.
    """

    action_asked = Signal()

    def __init__(self, icon: QIcon, title: str, sentence: str, action: str = "") -> None:
        super().__init__()
        picture = plain_label()
        picture.setPixmap(icon.pixmap(48, 48))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = plain_label(title, "heading", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = plain_label(sentence, "muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(picture)
        layout.addWidget(heading)
        layout.addWidget(text)
        if action:
            self.button = QPushButton(action)
            self.button.setObjectName("empty_action")
            self.button.setProperty("primary", True)
            self.button.clicked.connect(self.action_asked)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
