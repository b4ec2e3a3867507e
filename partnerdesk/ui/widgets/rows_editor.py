"""A list of rows, each with the same few fields: gifts, mailings, tasks."""

from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.editors import Editor, YesNoEditor, make_editor
from partnerdesk.ui.widgets.labels import plain_label

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
        self.add_button.clicked.connect(self._add_and_enter)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._cards)
        layout.addLayout(foot)
        self.focus_target = self.add_button
        self.setFocusProxy(self.add_button)

    def value(self) -> Any:
        """The rows that hold anything, each as a dictionary; an unreadable cell names its row.

        What a shown row held besides the columns, such as a record's key, comes back with it.
        """
        rows = []
        for number, row in enumerate(self._rows, 1):
            try:
                values = row.values()
            except ValueError as error:
                raise ValueError(_("Line {number}: {fault}").format(number=number, fault=error)) from error
            if any(value not in (None, False) for value in values.values()):
                rows.append(values | row.carried)
        return rows or None

    def set_value(self, value: Any) -> None:
        """Show rows."""
        for row in list(self._rows):
            self._remove(row)
        for values in value or []:
            self._add().set_values(values)

    def show_cell_faults(self, faults: dict[tuple[int, str], str]) -> None:
        """Show a message under each cell named by row (from 0) and column's key; none elsewhere."""
        for number, row in enumerate(self._rows):
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
        return row

    def _add_and_enter(self) -> None:
        row = self._add()
        next(iter(row.editors.values())).setFocus()
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
        for key, label in self._fault_labels.items():
            fault = faults.get(key, "")
            label.setText(f"⚠ {fault}" if fault else "")
            label.setVisible(bool(fault))
            self.editors[key].mark(bool(fault))


def _captioned(column: Field, editor: Editor, fault: QLabel) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    if isinstance(editor, YesNoEditor):
        editor.caption(column.label)
    else:
        layout.addWidget(plain_label(column.label))
    layout.addWidget(editor)
    layout.addWidget(fault)
    layout.addStretch(1)
    return holder
