"""The recipients of a batch of letters as rows to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from partnerdesk.language.interface import _
from partnerdesk.services.letter_batch import Recipient
from partnerdesk.ui.widgets.labels import plain_tooltip

_MISSING = 4

Index = QModelIndex | QPersistentModelIndex


class RecipientModel(QAbstractTableModel):
    """Recipients with a tick each; one whose letter lacks something cannot be ticked."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Recipient, ...] = ()
        self._left_out: set[int] = set()
        self._headings = (
            _("Partner"), _("Person addressed"), _("Salutation"), _("Language"), _("What is missing"),
        )  # fmt: skip

    def show_recipients(self, recipients: Sequence[Recipient]) -> None:
        """Show recipients; those that the user left out stay so."""
        self.beginResetModel()
        self._rows = tuple(recipients)
        self.endResetModel()
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The keys of the partners that get a letter."""
        return tuple(one.partner.key for one in self._rows if self._is_ticked(one))

    def row_text(self, row: int) -> str:
        """All that a row says, however narrow the columns are; "" for no row."""
        if not 0 <= row < len(self._rows):
            return ""
        texts = (_text(self._rows[row], column) for column in range(len(self._headings)))
        return " · ".join(text for text in texts if text)

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """All recipients, in their order."""
        return self._rows

    def _is_ticked(self, recipient: Recipient) -> bool:
        return not recipient.lacks and recipient.partner.key not in self._left_out

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many recipients there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked unless the letter lacks something."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 0 and not self._rows[index.row()].lacks:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, which is also its tooltip, and the tick of the first column."""
        recipient = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_text(recipient, index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(recipient, index.column()).replace("\n", " ")
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self._is_ticked(recipient) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a recipient or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole or self._rows[index.row()].lacks:
            return False
        key = self._rows[index.row()].partner.key
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


class RecipientTable(QTableView):
    """The table: Space ticks the row that has the focus."""

    def __init__(self, model: RecipientModel) -> None:
        super().__init__()
        self.setObjectName("recipients")
        self.setAccessibleName(_("Recipients"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in enumerate((185, 140, 190, 84)):
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row on Space, whichever of its cells has the focus."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            first = self.model().index(row, 0)
            was = Qt.CheckState(first.data(Qt.ItemDataRole.CheckStateRole))
            now = Qt.CheckState.Unchecked if was is Qt.CheckState.Checked else Qt.CheckState.Checked
            self.model().setData(first, now, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


def _text(recipient: Recipient, column: int) -> str:
    if column == _MISSING:
        return "\n".join(f"⚠ {lack}" for lack in recipient.lacks) or ", ".join(recipient.gaps)
    language = _("Polish") if recipient.language == "pl" else _("English")
    person = recipient.person or _("The whole firm")
    return (recipient.partner.name, person, recipient.salutation, language)[column]
