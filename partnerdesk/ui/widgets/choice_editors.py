"""Editors in which values are chosen, or named one after the other."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from partnerdesk.domain.field import Field
from partnerdesk.domain.tags import split_tags
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.widgets.suggestions import suggest


class TagsEditor(Editor):
    """Single terms parted by commas."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(field.key)
        self.line.textChanged.connect(self.changed)
        self._lay_out(self.line)

    def value(self) -> Any:
        """The terms; ``None`` for none."""
        return list(split_tags(self.line.text())) or None

    def set_value(self, value: Any) -> None:
        """Show terms from the beginning of the first."""
        self.line.setText(", ".join(value or ()))
        self.line.setCursorPosition(0)

    def suggest(self, values: Sequence[str]) -> None:
        """Offer terms that were entered before, for the one after the last comma."""
        suggest(self.line, values, several=True)


class ChoicesEditor(Editor):
    """A box to tick for each of several values."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._checks: dict[str, QCheckBox] = {}
        flow = FlowLayout(self, even=True)
        for choice in field.choices:
            check = QCheckBox(choice.label.replace("&", "&&"))
            check.setObjectName(f"{field.key}_{choice.key}")
            check.toggled.connect(self.changed)
            self._checks[choice.key] = check
            flow.addWidget(check)
        self.focus_target = next(iter(self._checks.values()))
        self.setFocusProxy(self.focus_target)

    def name(self, text: str) -> None:
        """Name the group; each box names itself."""
        self.setAccessibleName(text)
        for check in self._checks.values():
            check.setAccessibleName(f"{text}: {check.text().replace('&&', '&')}")

    def value(self) -> Any:
        """The keys of the boxes that are ticked; ``None`` for none."""
        return [key for key, check in self._checks.items() if check.isChecked()] or None

    def set_value(self, value: Any) -> None:
        """Tick the boxes of these keys."""
        for key, check in self._checks.items():
            check.setChecked(key in (value or ()))


class ChoiceEditor(Editor):
    """One of several values; a field that is not required can also be left open."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.box = ChoiceBox(field.key)
        if not field.required:
            self.box.addItem("–", None)
        for choice in field.choices:
            self.box.addItem(choice.label, choice.key)
        self.box.currentIndexChanged.connect(self.changed)
        self._lay_out(self.box)

    def value(self) -> Any:
        """The key of the choice."""
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        """Show the choice with this key; one that is offered no more is shown under its key and so kept."""
        if value and self.box.findData(value) < 0:
            self.box.addItem(str(value), value)
        self.box.setCurrentIndex(max(0, self.box.findData(value)))
