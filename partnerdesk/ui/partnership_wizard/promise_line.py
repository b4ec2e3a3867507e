"""One promise as it is entered: what, until when, by whom."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from partnerdesk.domain.partnership import Obligation, ObligationStatus
from partnerdesk.domain.recurrence import Recurrence
from partnerdesk.language.interface import _, pgettext
from partnerdesk.language.labels import recurrence_label, status_label
from partnerdesk.services.partnerships import check_promise
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.labels import plain_label


class PromiseText(QPlainTextEdit):
    """A sentence that wraps; the field grows with it, and Enter and Tab lead on as in a line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sentence(self) -> str:
        """The text as one line."""
        # Unlike toPlainText(), the raw text keeps no-break spaces.
        return " ".join(self.document().toRawText().splitlines()).strip()

    def sizeHint(self) -> QSize:
        """As wide as it comes, as high as the text."""
        return QSize(200, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the width."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        # A plain text document counts its height in lines.
        lines = max(1, int(self.document().size().height()))
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth()
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)


class PromiseLine(QFrame):
    """Edits one promise; whatever else its record holds stays as it is."""

    remove_asked = Signal()

    def __init__(self, record: Obligation, theme: Theme) -> None:
        super().__init__()
        self.record = record
        self.setProperty("role", "card")
        self.setObjectName("promise")
        self.text = PromiseText()
        self.text.setObjectName("promise_text")
        self.text.setPlaceholderText(_("What is promised"))
        self.text.setPlainText(record.text)
        self.due = DateField(theme.icon("calendar"))
        self.due.line.setObjectName("promise_due")
        self.due.set_value(record.due_on)
        self.recurrence = ChoiceBox("promise_recurrence")
        self.recurrence.fill(
            [(recurrence_label(each), each) for each in (None, *Recurrence)], record.recurrence
        )
        self.responsible = QLineEdit(record.responsible)
        self.responsible.setObjectName("promise_responsible")
        self.responsible.setPlaceholderText(_("Who sees to it"))
        self.remove_button = QPushButton(_("Remove"))
        self.remove_button.setObjectName("remove_promise")
        self.remove_button.clicked.connect(self.remove_asked)
        self.fault = plain_label("", "fault", wrap=True)
        self.fault.setObjectName("promise_fault")
        self.fault.hide()
        self.text.textChanged.connect(self._clear_fault)
        self.due.changed.connect(self._clear_fault)
        self.recurrence.currentIndexChanged.connect(self._clear_fault)
        self._lay_out()

    def _lay_out(self) -> None:
        details = QHBoxLayout()
        details.addWidget(plain_label(pgettext("due", "by"), "muted"))
        details.addWidget(self.due, 1)
        details.addWidget(self.recurrence, 1)
        people = QHBoxLayout()
        people.addWidget(self.responsible, 1)
        people.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(details)
        layout.addLayout(people)
        layout.addWidget(self.fault)
        if self.record.status is not ObligationStatus.OPEN:
            layout.addWidget(plain_label(status_label(self.record.status), "muted"))

    def name(self, side: str, number: int) -> None:
        """Tell assistive technology which promise this is."""
        parts = (
            (self.text, _("What is promised")),
            (self.due, _("Due")),
            (self.recurrence, _("How often")),
            (self.responsible, _("Who sees to it")),
            (self.remove_button, _("Remove")),
        )
        for widget, meaning in parts:
            widget.setAccessibleName(f"{side} {number}: {meaning}")

    def obligation(self) -> Obligation:
        """The record with what was entered; a date that cannot be read leaves the record's own."""
        try:
            due = self.due.value()
        except ValueError:
            due = self.record.due_on
        return replace(
            self.record,
            text=self.text.sentence(),
            due_on=due,
            recurrence=self._chosen_recurrence(),
            responsible=self.responsible.text().strip(),
        )

    def _chosen_recurrence(self) -> Recurrence | None:
        # Qt hands an enum of strings back as a plain string.
        chosen = self.recurrence.currentData()
        return Recurrence(chosen) if chosen else None

    def check(self) -> bool:
        """Whether the line can be saved; if not, say why beneath it."""
        try:
            due = self.due.value()
        except ValueError:
            self.show_fault(_("Enter a day, for example 23.11.2026, or pick it from the calendar."))
            self.due.setFocus()
            return False
        fault = check_promise(self.text.sentence(), due, self._chosen_recurrence())
        if fault:
            self.show_fault(fault)
        return not fault

    def show_fault(self, message: str) -> None:
        """Show a message beneath the line and lead to it."""
        self.fault.setText(f"⚠ {message}")
        self.fault.show()
        self.text.setFocus()

    def snapshot(self) -> tuple[str, ...]:
        """What is typed, read or not."""
        return (
            self.record.uuid,
            self.text.sentence(),
            self.due.line.text(),
            self.recurrence.currentText(),
            self.responsible.text(),
        )

    def _clear_fault(self) -> None:
        self.fault.hide()
