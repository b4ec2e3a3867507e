"""A list of rows, each with the same few fields: gifts, mailings, tasks."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.editors import YesNoEditor, make_editor
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.scrolling import bring_into_view

_COLUMNS = 2


class RowsEditor(Editor):
    """Rows of a ``rows`` field as cards, which fit a narrow window as well as a wide one."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._rows: list[_Row] = []
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.add_button = QPushButton(_("Add a line"))
        self.add_button.setObjectName(f"{field.key}_add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add_and_enter)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._cards)
        layout.addLayout(foot)
        self.focus_target = self.add_button

    def value(self) -> Any:
        """The rows that hold anything, each as a dictionary; an unreadable cell names its row.

        What a shown row held besides the columns, such as a record's key, comes back with it.
        """
        faults = self.cell_faults()
        if faults:
            (number, _column), fault = next(iter(faults.items()))
            raise ValueError(_("Line {number}: {fault}").format(number=number + 1, fault=fault))
        return [row.values() | row.carried for row in self._filled()] or None

    def cell_faults(self) -> dict[tuple[int, str], str]:
        """A message for each cell whose text cannot be read, by row (from 0) and column's key."""
        return {
            (number, key): fault
            for number, row in enumerate(self._filled())
            for key, fault in row.faults().items()
        }

    def cell(self, number: int, key: str) -> Editor:
        """The editor of a cell, by row (from 0, empty ones not counted) and column's key."""
        return self._filled()[number].editors[key]

    def _filled(self) -> list["_Row"]:
        return [row for row in self._rows if row.is_filled()]

    def set_value(self, value: Any) -> None:
        """Show rows."""
        for row in list(self._rows):
            self._remove(row)
        for values in value or []:
            self._add().set_values(values)

    def show_cell_faults(self, faults: dict[tuple[int, str], str]) -> None:
        """Show a message under each cell named by row (from 0, empty ones not counted) and column's key."""
        for number, row in enumerate(self._filled()):
            row.show_faults({key: fault for (at, key), fault in faults.items() if at == number})

    def name(self, text: str) -> None:
        """Name the button that adds a line after the list."""
        self.add_button.setAccessibleName(text + ": " + _("Add a line"))

    def _add(self) -> "_Row":
        row = _Row(self._field, len(self._rows) + 1)
        row.remove_button.clicked.connect(lambda: self._remove(row))
        for editor in row.editors.values():
            editor.changed.connect(self.changed)
        self._rows.append(row)
        self._cards.addWidget(row)
        self._put_in_tab_order(row)
        return row

    def _put_in_tab_order(self, row: "_Row") -> None:
        # New widgets come last in the tab order; these belong before the button that added them.
        before: QWidget | None = self.add_button.previousInFocusChain()
        while before is not None and before is not self.add_button and not _takes_tab(before, self):
            before = before.previousInFocusChain()
        if before is None or before is self.add_button:
            return  # Nothing else takes the focus yet, so that any order is right.
        for control in (*row.controls(), self.add_button):
            QWidget.setTabOrder(before, control)
            before = control

    def _add_and_enter(self) -> None:
        row = self._add()
        next(iter(row.editors.values())).setFocus()
        bring_into_view(row)
        self.changed.emit()

    def _remove(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.deleteLater()
        for number, left in enumerate(self._rows, 1):
            left.number(number)
        self.changed.emit()


class _Row(QFrame):
    def __init__(self, field: Field, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"{field.key}_row")
        self._field = field
        self.editors: dict[str, Editor] = {}
        self.carried: dict[str, Any] = {}
        self._fault_labels: dict[str, QLabel] = {}
        self._heading = plain_label("", "muted")
        self.remove_button = QPushButton(_("Remove"))
        self.remove_button.setObjectName("remove_row")
        self.remove_button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.remove_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, column in enumerate(field.columns):
            editor = make_editor(column)
            self.editors[column.key] = editor
            self._fault_labels[column.key] = fault = plain_label("", "fault", wrap=True)
            fault.hide()
            editor.changed.connect(partial(self._show_fault, column.key, ""))
            grid.addWidget(_captioned(column, editor, fault), place // _COLUMNS, place % _COLUMNS)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addLayout(head)
        layout.addLayout(grid)
        self.number(number)

    def number(self, number: int) -> None:
        """Say which line of the list this is, to the eye and to assistive technology."""
        self._heading.setText(_("Line {number}").format(number=number))
        for column in self._field.columns:
            self.editors[column.key].name(f"{self._field.label} {number}: {column.label}")
        self.remove_button.setAccessibleName(_("Remove line {number}").format(number=number))

    def controls(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        return [self.remove_button, *(child for each in self.editors.values() for child in _controls(each))]

    def faults(self) -> dict[str, str]:
        """A message for each cell whose text cannot be read, by the column's key."""
        faults = {}
        for key, editor in self.editors.items():
            try:
                editor.value()
            except ValueError as error:
                faults[key] = str(error)
        return faults

    def is_filled(self) -> bool:
        """Whether anything was entered, readable or not."""
        return bool(self.faults()) or any(value not in (None, False) for value in self.values().values())

    def values(self) -> dict[str, Any]:
        """What was entered, by the columns' keys; raises as the editors do."""
        return {key: editor.value() for key, editor in self.editors.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show a row's values."""
        for key, editor in self.editors.items():
            editor.set_value(values.get(key))
        self.carried = {key: value for key, value in values.items() if key not in self.editors}

    def show_faults(self, faults: dict[str, str]) -> None:
        """Show a message under each cell named by its column's key; none elsewhere."""
        for key in self.editors:
            self._show_fault(key, faults.get(key, ""))

    def _show_fault(self, key: str, fault: str) -> None:
        label = self._fault_labels[key]
        text = f"⚠ {fault}" if fault else ""
        if label.text() != text:
            label.setText(text)
            label.setVisible(bool(fault))
            self.editors[key].mark(bool(fault))


def _controls(editor: Editor) -> list[QWidget]:
    # The list that a box drops down is a window of its own.
    return [child for child in editor.findChildren(QWidget) if _takes_tab(child, editor)]


def _takes_tab(widget: QWidget, beside: QWidget) -> bool:
    same_window = widget.window() is beside.window()
    return same_window and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _captioned(column: Field, editor: Editor, fault: QLabel) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    if isinstance(editor, YesNoEditor):
        editor.caption(column.label)
    else:
        layout.addWidget(plain_label(column.label, wrap=True))
    layout.addWidget(editor)
    layout.addWidget(fault)
    layout.addStretch(1)
    return holder
