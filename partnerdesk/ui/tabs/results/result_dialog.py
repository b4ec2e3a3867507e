"""Writing down one result."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partnership import Direction, Measure, Result
from partnerdesk.language.interface import _
from partnerdesk.language.labels import direction_label, measure_label
from partnerdesk.services.field_values import check_values
from partnerdesk.services.problems import InvalidInput
from partnerdesk.services.results import Results
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import letters_of, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class ResultDialog(QDialog):
    """Asks which partnership brought what; ``saved`` once it is stored."""

    saved = Signal()

    def __init__(
        self, results: Results, partnerships: Sequence[tuple[int, str]], today: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add result"))
        resize_on_screen(self, 480, 540)
        self._results = results
        save_text, leave_text = with_mnemonics([_("Save"), _("Cancel")])
        self.form = Form(_fields(partnerships), letters_of((save_text, leave_text)))
        self.form.set_values(
            {
                "partnership": str(partnerships[0][0]),
                "happened_on": today.isoformat(),
                "measure": Measure.NEW_CLIENTS.value,
                "direction": Direction.RECEIVED.value,
            }
        )
        self.save_button = QPushButton(save_text)
        self.save_button.setObjectName("save_result")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        leave = QPushButton(leave_text)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.save_button)
        # Lines that wrap need more height than a dialog reckons with beforehand.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

    def save(self) -> None:
        """Store the result, or say beside the field what is wrong."""
        values = self.form.values()
        faults = self.form.faults() or check_values(self.form.fields, values)
        if not faults:
            try:
                self._results.add(_result(values))
            except InvalidInput as error:
                faults = error.faults
        if faults:
            self.form.show_faults(faults)
            return
        self.saved.emit()
        self.accept()


def _fields(partnerships: Sequence[tuple[int, str]]) -> tuple[Field, ...]:
    named = tuple(Choice(str(key), name) for key, name in partnerships)
    measures = tuple(Choice(measure.value, measure_label(measure)) for measure in Measure)
    ways = tuple(Choice(way.value, direction_label(way)) for way in Direction)
    return (
        Field("partnership", _("Partnership"), FieldKind.CHOICE, required=True, choices=named),
        Field("happened_on", _("Day"), FieldKind.DATE, required=True),
        Field("measure", _("What"), FieldKind.CHOICE, required=True, choices=measures),
        Field(
            "direction",
            _("Who benefited"),
            FieldKind.CHOICE,
            required=True,
            choices=ways,
            help=_("Received: we had it from the partner. Given: the partner had it from us."),
        ),
        Field("amount", _("Amount"), FieldKind.MONEY, required=True, unit=_("clients or zł")),
        Field("note", _("Note")),
    )


def _result(values: dict[str, Any]) -> Result:
    return Result(
        partnership_id=int(values["partnership"]),
        happened_on=date.fromisoformat(values["happened_on"]),
        measure=Measure(values["measure"]),
        direction=Direction(values["direction"]),
        amount=Decimal(values["amount"]),
        note=(values["note"] or "").strip(),
    )
