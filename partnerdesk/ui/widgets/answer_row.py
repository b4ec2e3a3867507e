"""The foot of a small dialog: leave it, or go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton


class AnswerRow(QHBoxLayout):
    """A button that leaves the dialog and, last and chosen by Enter, the one that goes on."""

    def __init__(
        self,
        dialog: QDialog,
        leave: tuple[str, str],
        confirm: tuple[str, str],
        on_confirm: Callable[[], object],
    ) -> None:
        """``leave`` and ``confirm`` are each a button's text with its mnemonic, and its object name."""
        super().__init__()
        self.leave_button, self.confirm_button = QPushButton(leave[0]), QPushButton(confirm[0])
        self.leave_button.setObjectName(leave[1])
        self.leave_button.setAutoDefault(False)
        self.leave_button.clicked.connect(dialog.reject)
        self.confirm_button.setObjectName(confirm[1])
        self.confirm_button.setDefault(True)
        self.confirm_button.clicked.connect(lambda: on_confirm())
        self.addStretch(1)
        self.addWidget(self.leave_button)
        self.addWidget(self.confirm_button)
