"""A small dialog with one form and a button that stores it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.language.interface import _
from partnerdesk.services.field_values import check_values
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.widgets.answer_row import AnswerRow
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, plain_label, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class FormDialog(QDialog):
    """Asks for the values of some fields; ``saved`` once ``store`` took them.

    ``store`` gets the values and may raise ``InvalidInput``, which is said beside the fields, or any other
    ``Problem``, which is said below them; what was typed stays.
    """

    saved = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, Any],
        store: Callable[[dict[str, Any]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        resize_on_screen(self, 480, 520)
        self._store = store
        save_text, leave_text = with_mnemonics([_("Save"), _("Cancel")])
        self.form = Form(fields, letters_of((save_text, leave_text)))
        self.form.set_values(values)
        self._problem = plain_label("", "fault", wrap=True)
        self._problem.hide()
        buttons = AnswerRow(self, (leave_text, "leave_form"), (save_text, "save_form"), self.save)
        self.save_button = buttons.confirm_button
        # Lines that wrap need more height than a dialog reckons with beforehand.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2, 2, 10, 2)
        inner.addWidget(self.form)
        scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def save(self) -> None:
        """Store the values, or say what is wrong with them."""
        values = self.form.values()
        faults = self.form.faults() or check_values(self.form.fields, values)
        problem = ""
        if not faults:
            try:
                self._store(values)
            except InvalidInput as error:
                faults = error.faults
            except Problem as error:
                problem = str(error)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if faults:
            self.form.show_faults(faults)
        elif not problem:
            self.saved.emit()
            self.accept()
