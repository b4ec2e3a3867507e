"""The first rows of a file, and its columns with what they stand for, as rows of tables."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.source import SourceTable
from partnerdesk.services.exchange.targets import Target
from partnerdesk.ui.dialogs.partner_import.source_text import one_line
from partnerdesk.ui.widgets.labels import plain_tooltip

_ROWS_SHOWN = 50
_ROWS_SAMPLED = 200
_SAMPLES = 3

Index = QModelIndex | QPersistentModelIndex


class FirstRowsModel(QAbstractTableModel):
    """The first rows as they were read; the lines of the file stand at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._table: SourceTable | None = None

    def show(self, table: SourceTable | None) -> None:
        """Show another table, or nothing."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows are shown."""
        return 0 if parent.isValid() or self._table is None else min(_ROWS_SHOWN, len(self._table.rows))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns the file has."""
        return 0 if parent.isValid() or self._table is None else len(self._table.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column, or the line of a row."""
        if role != Qt.ItemDataRole.DisplayRole or self._table is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._table.rows[section].line)
        return heading_of(self._table, section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell."""
        if self._table is None:
            return None
        text = one_line(self._table.rows[index.row()].cells[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class ColumnsModel(QAbstractTableModel):
    """Each column of a file: its heading, some of its values, and what it stands for."""

    TARGET = 2
    #: What a column stands for was chosen by hand.
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self._samples: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self.mapping: tuple[str, ...] = ()

    def show(self, table: SourceTable, targets: Sequence[Target], mapping: Sequence[str]) -> None:
        """Show the columns of a table, each standing for the target whose key ``mapping`` holds."""
        self.beginResetModel()
        self._headings = tuple(heading_of(table, column) for column in range(len(table.headings)))
        self._samples = tuple(_sample(table, column) for column in range(len(table.headings)))
        self._labels = {target.key: f"{target.group}: {target.label}" for target in targets}
        self.mapping = tuple(mapping)
        self.endResetModel()

    def choose_all(self, mapping: Sequence[str]) -> None:
        """Let the columns stand for these targets."""
        self.mapping = tuple(mapping)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.TARGET))
        self.chosen.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns the file has."""
        return 0 if parent.isValid() else len(self._headings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Heading, values, target."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading over headings, values or targets."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Column of the file"), _("For example"), _("Goes to"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        """The text of a cell; a column that is left out is slanted."""
        key = self.mapping[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return key
        if role == Qt.ItemDataRole.FontRole and index.column() == self.TARGET and not key:
            font = QFont()
            font.setItalic(True)
            return font
        text = (
            self._headings[index.row()],
            self._samples[index.row()],
            self._labels.get(key, left_out()),
        )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def setData(self, index: Index, value: str, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Let a column stand for another target."""
        if role != Qt.ItemDataRole.EditRole or index.column() != self.TARGET:
            return False
        if value != self.mapping[index.row()]:
            keys = list(self.mapping)
            keys[index.row()] = value
            self.mapping = tuple(keys)
            self.dataChanged.emit(index, index)
            self.chosen.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The targets can be changed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.TARGET else flags


def heading_of(table: SourceTable, column: int) -> str:
    """The heading of a column, or its number where it has none."""
    return one_line(table.headings[column]) or _("Column {number}").format(number=column + 1)


def left_out() -> str:
    """What stands in place of a target for a column that is left out."""
    return _("– left out –")


def _sample(table: SourceTable, column: int) -> str:
    found: dict[str, None] = {}
    for row in table.rows[:_ROWS_SAMPLED]:
        text = one_line(row.cells[column])
        if text:
            found[text] = None
        if len(found) == _SAMPLES:
            break
    return " · ".join(found) or _("(empty)")
