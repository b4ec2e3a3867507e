"""Help on one page: the way from a firm you know to a partner you thank."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.window_size import resize_on_screen


class FirstSteps(QDialog):
    """Five steps and the keys that save time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("first_steps")
        self.setWindowTitle(_("First steps"))
        resize_on_screen(self, 560, 520)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setSpacing(8)
        for heading, text in _steps():
            inner.addWidget(plain_label(heading, "heading", wrap=True))
            inner.addWidget(plain_label(text, wrap=True))
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)


def _steps() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("1. Your firm"),
            _("Under Tools, Your firm: name, address, logo and signature. Letters use them."),
        ),
        (
            _("2. Partners"),
            _(
                "Add firms that serve the same people as you with other goods, and the people in them. "
                "Search finds any of them by the beginnings of words, with or without Polish letters."
            ),
        ),
        (
            _("3. Partnerships"),
            _(
                "New partnership leads through 15 kinds: what each is, how much effort it takes, what to "
                "agree on, who promises what until when, and who has the last word. "
                "A refusal is a normal outcome: note the reason and when to ask again."
            ),
        ),
        (
            _("4. Today"),
            _("Promises that are due or overdue, ours and theirs, stay here until somebody settles them."),
        ),
        (
            _("5. Letters and results"),
            _(
                "Thank a partner with a letter; beside the text you see the very page that will be printed. "
                "Under Results write down what came of it, received and given, and look at any period."
            ),
        ),
        (
            _("Your data"),
            _(
                "Everything is in one file on this computer. Back it up under File; a backup is an ordinary "
                "file that can be opened by itself."
            ),
        ),
        (
            _("Keys"),
            _(
                "Ctrl+N new partner, Ctrl+Shift+N new partnership, Ctrl+L letter, Ctrl+F search, "
                "Ctrl+1 to Ctrl+5 tabs, Ctrl+Z undo, F1 this page."
            ),
        ),
    )
