"""A few lines to write down what happened with a partner."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.partner import WRITTEN_KINDS, HistoryKind
from partnerdesk.language.interface import _
from partnerdesk.language.labels import history_kind_label
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.date_field import DateField, parse_date
from partnerdesk.ui.widgets.labels import plain_label


class EntryText(QPlainTextEdit):
    """Several lines of text: Enter hands them over, Shift+Enter begins a new one, Tab leads on."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entry_text")
        self.setTabChangesFocus(True)
        # A file that is dropped here is meant for the partner, not for the text.
        self.setAcceptDrops(False)
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 20)
        self.setPlaceholderText(_("What happened? Enter adds it, Shift+Enter begins a new line."))
        self.setAccessibleName(_("New entry"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over on Enter."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What was typed for an entry that is not added; ``day`` as it was typed."""

    kind: str
    text: str
    day: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to add."""
        return not self.text.strip()

    def read(self, today: date) -> tuple[HistoryKind, str, date]:
        """Kind, text and day, today for none. Raises ``ValueError`` when what is typed is no day."""
        return HistoryKind(self.kind), self.text, parse_date(self.day) or today


class EntryBar(QWidget):
    """Kind, day and text of a new entry; ``entered`` with them when it is to be added."""

    entered = Signal(object, str, object)

    def __init__(self, clock: Callable[[], date]) -> None:
        super().__init__()
        self._clock = clock
        self.kind = ChoiceBox("entry_kind")
        self.kind.fill((history_kind_label(kind), kind.value) for kind in WRITTEN_KINDS)
        self.kind.setAccessibleName(_("Kind of entry"))
        self.day = DateField()
        self.day.line.setObjectName("entry_day")
        self.day.setAccessibleName(_("Day of the entry"))
        self.text = EntryText()
        self.text.entered.connect(self.enter)
        self.text.textChanged.connect(self._clear_fault)
        self.day.changed.connect(self._clear_fault)
        self.add_button = QPushButton(_("Add"))
        self.add_button.setObjectName("add_entry")
        self.add_button.setAccessibleName(_("Add the entry"))
        self.add_button.clicked.connect(self.enter)
        self._fault = plain_label("", "fault", wrap=True)
        self._fault.setObjectName("entry_fault")
        self._fault.hide()
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        top.addWidget(self.day, 1)
        below = QHBoxLayout()
        below.addWidget(self.text, 1)
        below.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self._fault)
        self.begin()

    def begin(self, draft: EntryDraft | None = None) -> None:
        """Begin an entry of today, or go on with one that was begun before."""
        if draft is None:
            self.day.set_value(self._clock())
        else:
            self.kind.choose(draft.kind)
            self.day.line.setText(draft.day)
        self.text.setPlainText(draft.text if draft else "")
        self._clear_fault()

    def draft(self) -> EntryDraft:
        """What is typed."""
        return EntryDraft(self.kind.currentData(), self.text.toPlainText(), self.day.line.text())

    def show_fault(self, fault: str) -> None:
        """Say below the entry why it was not added."""
        self._fault.setText(f"⚠ {fault}")
        self._fault.show()

    def enter(self) -> None:
        """Hand the entry over, or say what is wrong with it; Enter in an empty text asks for nothing."""
        draft = self.draft()
        if not draft.is_empty and self.check():
            self.entered.emit(*draft.read(self._clock()))

    def check(self) -> bool:
        """Whether the day can be read; says so where it cannot."""
        try:
            self.draft().read(self._clock())
        except ValueError:
            self.show_fault(_("Enter a day, for example 23.11.2026, or pick it from the calendar."))
            self.day.setFocus()
            return False
        return True

    def _clear_fault(self) -> None:
        self._fault.hide()
