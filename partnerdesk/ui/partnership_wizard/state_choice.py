"""Where a partnership stands, and why it was refused if it was."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partnership import Partnership, RefusalReason, State
from partnerdesk.language.interface import _
from partnerdesk.language.labels import refusal_label, state_label
from partnerdesk.ui.partnership_wizard.button_texts import letters_of_buttons
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.editors import make_editor, stacked
from partnerdesk.ui.widgets.labels import letters_of, plain_label, set_buddy, with_mnemonics

_OF_NEW = (State.PROPOSED, State.AGREED, State.REFUSED)


class StateChoice(QWidget):
    """Three buttons for a new partnership, a box with every state for a stored one."""

    changed = Signal()

    def __init__(self, editing: bool) -> None:
        super().__init__()
        self.setObjectName("state_choice")
        states = tuple(State) if editing else _OF_NEW
        caption = _("Where it stands")
        labels = with_mnemonics([caption, *map(state_label, states)], letters_of_buttons())
        self._taken = letters_of_buttons() + letters_of(labels)
        self._buttons: dict[State, QRadioButton] = {}
        self._box: QComboBox | None = None
        top = QHBoxLayout()
        top.setSpacing(14)
        heading = plain_label(caption, "heading")
        top.addWidget(heading)
        if editing:
            self._box = self._make_box(states)
            set_buddy(heading, labels[0], self._box, caption)
            top.addWidget(self._box)
        else:
            self._buttons = self._make_buttons(states, labels[1:])
            for button in self._buttons.values():
                top.addWidget(button)
        top.addStretch(1)
        self._refusal = RefusalEditor(self._taken)
        self._refusal.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._refusal)
        self.changed.connect(self._show_refusal)
        self._show_refusal()

    def _make_buttons(self, states: tuple[State, ...], labels: list[str]) -> dict[State, QRadioButton]:
        group = QButtonGroup(self)
        buttons = {}
        for state, label in zip(states, labels, strict=True):
            button = QRadioButton(label)
            button.setObjectName(f"state_{state.value}")
            button.setAccessibleName(state_label(state))
            button.setChecked(state is State.PROPOSED)
            button.toggled.connect(self.changed)
            group.addButton(button)
            buttons[state] = button
        return buttons

    def _make_box(self, states: tuple[State, ...]) -> QComboBox:
        box = QComboBox()
        box.setObjectName("state")
        for state in states:
            box.addItem(state_label(state), state)
        box.currentIndexChanged.connect(self.changed)
        return box

    def state(self) -> State:
        """The chosen state."""
        if self._box is not None:
            return State(self._box.currentData())
        return next(state for state, button in self._buttons.items() if button.isChecked())

    def load(self, partnership: Partnership) -> None:
        """Show a stored partnership."""
        if self._box is not None:
            self._box.setCurrentIndex(self._box.findData(partnership.state))
        self._refusal.load(partnership)

    def values(self) -> dict[str, Any]:
        """The partnership's fields that are chosen here."""
        return {"state": self.state(), **self._refusal.values()}

    def check(self) -> bool:
        """Whether the day to ask again, if it is asked for, can be read."""
        return self.state() is not State.REFUSED or self._refusal.check()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show messages beside the refusal's fields."""
        self._refusal.show_faults(faults)

    def enter(self) -> None:
        """Put the focus on the chosen state."""
        (self._box or self._buttons[self.state()]).setFocus()

    def _show_refusal(self) -> None:
        self._refusal.setVisible(self.state() is State.REFUSED)


class RefusalEditor(QWidget):
    """Reason, words and the day to ask again, side by side."""

    changed = Signal()

    def __init__(self, taken: str) -> None:
        super().__init__()
        reasons = tuple(Choice(reason.value, refusal_label(reason)) for reason in RefusalReason)
        fields = (
            Field("refusal_reason", _("Why they refused"), FieldKind.CHOICE, choices=reasons),
            Field("refusal_note", _("What they said")),
            Field("retry_on", _("Ask again on"), FieldKind.DATE),
        )
        self._editors: dict[str, Editor] = {}
        self._faults: dict[str, QLabel] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        captions = with_mnemonics([f"{fields[0].label} *", fields[1].label, fields[2].label], taken)
        for field, caption, stretch in zip(fields, captions, (3, 4, 2), strict=True):
            layout.addWidget(self._column(field, caption), stretch)

    def _column(self, field: Field, caption: str) -> QWidget:
        editor = make_editor(field)
        label = plain_label()
        set_buddy(label, caption, editor, field.label)
        editor.name(field.label)
        fault = plain_label("", "fault", wrap=True)
        fault.setObjectName(f"{field.key}_fault")
        fault.hide()
        editor.changed.connect(lambda: self._show_fault(field.key, ""))
        editor.changed.connect(self.changed)
        self._editors[field.key], self._faults[field.key] = editor, fault
        column = stacked(label, editor, fault)
        layout = column.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - stacked() makes one
        layout.addStretch(1)
        return column

    def load(self, partnership: Partnership) -> None:
        """Show a stored refusal."""
        retry = partnership.retry_on
        self._editors["refusal_reason"].set_value(partnership.refusal_reason)
        self._editors["refusal_note"].set_value(partnership.refusal_note)
        self._editors["retry_on"].set_value(retry.isoformat() if retry else None)

    def values(self) -> dict[str, Any]:
        """The partnership's fields of a refusal; a day that cannot be read counts as none."""
        reason = self._editors["refusal_reason"].value()
        try:
            retry = self._editors["retry_on"].value()
        except ValueError:
            retry = None
        return {
            "refusal_reason": RefusalReason(reason) if reason else None,
            "refusal_note": self._editors["refusal_note"].value() or "",
            "retry_on": date.fromisoformat(retry) if retry else None,
        }

    def check(self) -> bool:
        """Whether the day can be read; if not, say so beneath it."""
        try:
            self._editors["retry_on"].value()
        except ValueError as error:
            self.show_faults({"retry_on": str(error)})
            return False
        return True

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show a message beneath each field named, and lead to the first."""
        for key in self._editors:
            self._show_fault(key, faults.get(key, ""))
        first = next((key for key in self._editors if key in faults), None)
        if first is not None:
            self._editors[first].focus_target.setFocus()

    def _show_fault(self, key: str, fault: str) -> None:
        self._faults[key].setText(f"⚠ {fault}")
        self._faults[key].setVisible(bool(fault))
        self._editors[key].mark(bool(fault))
