"""Asks for what a change to many partners needs: a tag, a stage, a name, yes or no."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.bulk import BulkChange
from partnerdesk.services.problems import InvalidInput
from partnerdesk.ui.widgets.answer_row import AnswerRow
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class BulkDialog(QDialog):
    """One question about a selection; ``confirmed`` with the change that its answer makes.

    ``make`` turns the answer into a change and may raise ``InvalidInput``, which is shown below the answer.
    """

    confirmed = Signal(BulkChange)

    def __init__(
        self,
        name: str,
        question: str,
        caption: str,
        verb: str,
        box: QComboBox,
        make: Callable[[Any], BulkChange],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(caption)
        self.box = box
        self._make = make
        label_text, confirm, leave = with_mnemonics([caption, verb, _("Cancel")])
        label = plain_label()
        set_buddy(label, label_text, box, caption)
        self.fault = plain_label("", "fault", wrap=True)
        self.fault.setObjectName("bulk_fault")
        self.fault.hide()
        if box.isEditable():
            box.editTextChanged.connect(self.fault.hide)
        buttons = AnswerRow(self, (leave, "bulk_leave"), (confirm, "bulk_confirm"), self.confirm)
        self.confirm_button = buttons.confirm_button
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(plain_label(question, "heading", wrap=True))
        layout.addWidget(label)
        layout.addWidget(box)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)
        resize_on_screen(self, 420, self.sizeHint().height())
        box.setFocus()

    def answer(self) -> Any:
        """What was chosen or typed."""
        return self.box.currentText() if self.box.isEditable() else self.box.currentData()

    def confirm(self) -> None:
        """Go on with the answer, or say what is wrong with it."""
        try:
            change = self._make(self.answer())
        except InvalidInput as error:
            self.fault.setText(f"⚠ {error}")
            self.fault.show()
            self.box.setFocus()
            return
        self.confirmed.emit(change)
        self.accept()


def typing_box(name: str, texts: Sequence[str]) -> QComboBox:
    """A box to type into or to choose from, empty at first."""
    box = ChoiceBox(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(texts))
    box.setCurrentIndex(-1)
    box.setEditText("")
    return box


def choosing_box(name: str, entries: Sequence[tuple[str, Any]]) -> QComboBox:
    """A box to choose from."""
    box = ChoiceBox(name)
    box.fill(entries)
    return box
