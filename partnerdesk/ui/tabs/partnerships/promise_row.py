"""One promise in the detail pane, with what can be said of it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from partnerdesk.domain.partnership import Obligation, ObligationStatus
from partnerdesk.language.interface import _, pgettext
from partnerdesk.services.agreement_summary import promise_line
from partnerdesk.ui.widgets.labels import plain_label, selectable_label


def _actions(status: ObligationStatus) -> tuple[tuple[ObligationStatus, str], ...]:
    if status is not ObligationStatus.OPEN:
        return ((ObligationStatus.OPEN, _("Open again")),)
    return (
        (ObligationStatus.KEPT, pgettext("promise", "Kept")),
        (ObligationStatus.BROKEN, pgettext("promise", "Broken")),
        (ObligationStatus.WAIVED, pgettext("promise", "Waived")),
    )


class PromiseRow(QFrame):
    """Shows a promise and asks for a new status; it changes nothing itself."""

    #: The promise's key and its new status.
    settled = Signal(int, object)
    #: The promise's key: a note on it is to be written.
    note_asked = Signal(int)

    def __init__(self, obligation: Obligation, today: date) -> None:
        super().__init__()
        self.obligation = obligation
        self.setProperty("role", "card")
        self.setObjectName(f"promise_{obligation.key}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(selectable_label(promise_line(obligation)))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        self.buttons: dict[ObligationStatus, QPushButton] = {}
        for status, label in _actions(obligation.status):
            button = QPushButton(label)
            button.setObjectName(f"mark_{status.value}")
            button.setAccessibleName(f"{label}: {obligation.text}")
            button.clicked.connect(lambda _checked=False, status=status: self._settle(status))
            self.buttons[status] = button
            foot.addWidget(button)
        self.note_button = QPushButton(_("Note…"))
        self.note_button.setObjectName("note_promise")
        self.note_button.setAccessibleName(_("Note on “{promise}”").format(promise=obligation.text))
        self.note_button.clicked.connect(lambda: self.note_asked.emit(self.obligation.key))
        foot.addWidget(self.note_button)
        if self._is_overdue(today):
            foot.addWidget(plain_label("⚠ " + _("Overdue"), "warning"))
        foot.addStretch(1)
        layout.addLayout(foot)

    def _is_overdue(self, today: date) -> bool:
        due = self.obligation.due_on
        return self.obligation.status is ObligationStatus.OPEN and due is not None and due < today

    def _settle(self, status: ObligationStatus) -> None:
        self.settled.emit(self.obligation.key, status)

    def enter(self) -> None:
        """Put the focus on the first button."""
        next(iter(self.buttons.values())).setFocus()
