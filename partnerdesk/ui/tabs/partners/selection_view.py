"""What stands beside the list while several partners are chosen: how many, and what can be done with them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.tabs.partners.bulk_actions import BulkActions, chosen_text
from partnerdesk.ui.widgets.labels import plain_label, with_mnemonics


class SelectionView(QWidget):
    """A button for each action on the selection."""

    def __init__(self, bulk: BulkActions) -> None:
        super().__init__()
        self.setObjectName("selection_view")
        self.heading = plain_label("", "title", wrap=True)
        self.heading.setObjectName("selection_heading")
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        spoken = [action.text().replace("&", "") for action in bulk.actions]
        for place, (action, text) in enumerate(
            zip(bulk.actions, with_mnemonics(spoken, menu_letters()), strict=True)
        ):
            button = QPushButton(action.icon(), text)
            button.setObjectName(f"{action.objectName()}_button")
            button.clicked.connect(action.trigger)
            grid.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(
            plain_label(_("What you do here is done with all of them, and one Undo takes it back."), "muted",
                        wrap=True)
        )  # fmt: skip
        layout.addWidget(holder)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_count(self, count: int) -> None:
        """Say how many are chosen."""
        self.heading.setText(chosen_text(count))
