"""What stands beside the list of partners while none of them is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label


class NothingChosen(QWidget):
    """Asks to choose a partner, or offers advice on whom to ask next."""

    advice_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        text = plain_label(_("Choose a partner from the list."), "muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.advice_button = QPushButton(_("Whom to ask next…"))
        self.advice_button.setObjectName("ask_whom")
        self.advice_button.clicked.connect(self.advice_asked)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(text)
        layout.addWidget(self.advice_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
