"""A form made from field descriptions, with messages beside the fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.editors import YesNoEditor, make_editor, stacked
from partnerdesk.ui.widgets.labels import letters_of, plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.rows_editor import RowsEditor
from partnerdesk.ui.widgets.scrolling import bring_into_view


class Form(QWidget):
    """Fields one below the other: label, editor, help, and a message where something is wrong.

    ``taken`` are letters that other controls of the same window use as mnemonics; ``letters`` are then those
    of this form. Without ``captions`` a heading above the form has to say what its field is.
    """

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        taken: str = "",
        parent: QWidget | None = None,
        *,
        captions: bool = True,
    ) -> None:
        super().__init__(parent)
        self._captions = captions
        self._rows: dict[str, QWidget] = {}
        self.fields = tuple(fields)
        self.editors: dict[str, Editor] = {}
        self._fault_labels: dict[str, QLabel] = {}
        self._advice_labels: dict[str, QLabel] = {}
        self._holders: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        labels = [_caption(field) for field in self.fields]
        labels = with_mnemonics(labels, taken) if captions else labels
        self.letters = letters_of(labels) if captions else ""
        for field, label in zip(self.fields, labels, strict=True):
            self._rows[field.key] = self._row(field, label)
            layout.addWidget(self._rows[field.key])
        layout.addStretch(1)

    def _row(self, field: Field, label: str) -> QWidget:
        editor = make_editor(field)
        editor.changed.connect(self.changed)
        editor.changed.connect(lambda: self._clear_fault(field.key))
        self.editors[field.key] = editor
        caption = plain_label(wrap=True)
        if self._captions:
            set_buddy(caption, label, editor.focus_target, field.label)
        editor.name(field.label)
        fault = plain_label("", "fault", wrap=True)
        fault.setObjectName(f"{field.key}_fault")
        fault.hide()
        self._fault_labels[field.key] = fault
        parts: list[QWidget] = [caption, editor] if self._captions else [editor]
        if isinstance(editor, YesNoEditor):
            # The box itself says what is ticked; a caption "…" with a box "Yes" would say it twice.
            editor.caption(label)
            parts = [editor]
        if field.help:
            parts.append(plain_label(field.help, "muted", wrap=True))
            editor.focus_target.setAccessibleDescription(field.help)
        self._holders[field.key] = stacked(*parts, fault)
        return self._holders[field.key]

    def values(self) -> dict[str, Any]:
        """What was entered, by key; a field whose text cannot be read is left out (see :meth:`faults`)."""
        values = {}
        for key, editor in self.editors.items():
            try:
                values[key] = editor.value()
            except ValueError:
                continue  # faults() holds the message
        return values

    def faults(self) -> dict[str, str]:
        """A message for each field whose text cannot be read, by key; "key.row.column" inside rows."""
        faults: dict[str, str] = {}
        for key, editor in self.editors.items():
            if isinstance(editor, RowsEditor):
                cells = editor.cell_faults().items()
                faults |= {f"{key}.{number}.{column}": text for (number, column), text in cells}
                continue
            try:
                editor.value()
            except ValueError as error:
                faults[key] = str(error)
        return faults

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values by key, nothing where a key is missing, and take messages away."""
        for key, editor in self.editors.items():
            editor.set_value(values.get(key))
        self.show_faults({})

    def show_field(self, key: str, shown: bool) -> None:
        """Show a field or, where it has nothing to say at present, hide it."""
        self._rows[key].setVisible(shown)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show a message beside each field named ("key.row.column": beside that cell); lead to the first."""
        first = self.mark_faults(faults)
        if first is not None:
            first.setFocus()
            bring_into_view(first)

    def mark_faults(self, faults: Mapping[str, str]) -> QWidget | None:
        """Show messages as :meth:`show_faults` does; return what is typed into at the first of them."""
        for key, editor in self.editors.items():
            if isinstance(editor, RowsEditor):
                editor.show_cell_faults(_cell_faults(key, faults))
        for key, label in self._fault_labels.items():
            self._show_fault(key, label, faults.get(key, ""))
        return next((self._at_fault(key, faults) for key in self.editors if _names(key, faults)), None)

    def show_advice(self, advice: Mapping[str, str]) -> None:
        """Show what is worth doing below each field named; unlike a fault it marks nothing as wrong."""
        for key in advice.keys() - self._advice_labels.keys():
            label = plain_label("", "warning", wrap=True)
            label.setObjectName(f"{key}_advice")
            layout = self._holders[key].layout()
            if layout is not None:
                layout.addWidget(label)
            self._advice_labels[key] = label
        for key, label in self._advice_labels.items():
            text = advice.get(key, "")
            if label.text() != (shown := f"⚠ {text}" if text else ""):
                label.setText(shown)
                self.editors[key].focus_target.setAccessibleDescription(text)
            label.setVisible(bool(text))

    def _at_fault(self, key: str, faults: Mapping[str, str]) -> QWidget:
        editor = self.editors[key]
        cells = sorted(_cell_faults(key, faults))
        if isinstance(editor, RowsEditor) and cells:
            return editor.cell(*cells[0]).focus_target
        return editor.focus_target

    def _clear_fault(self, key: str) -> None:
        self._show_fault(key, self._fault_labels[key], "")

    def _show_fault(self, key: str, label: QLabel, fault: str) -> None:
        if label.text() == fault:
            return
        # A sign besides the colour, for those who do not see it.
        label.setText(f"⚠ {fault}" if fault else "")
        label.setVisible(bool(fault))
        self.editors[key].mark(bool(fault))


def _names(key: str, faults: Mapping[str, str]) -> bool:
    """Whether a fault is that of the field ``key`` or of one of its cells."""
    return any(fault == key or fault.startswith(f"{key}.") for fault in faults)


def _cell_faults(key: str, faults: Mapping[str, str]) -> dict[tuple[int, str], str]:
    """Those of the faults that belong to cells of the rows field ``key``."""
    parts = ((fault_key.split("."), fault) for fault_key, fault in faults.items())
    return {(int(part[1]), part[2]): fault for part, fault in parts if part[0] == key and len(part) == 3}


def _caption(field: Field) -> str:
    return f"{field.label} *" if field.required else field.label
