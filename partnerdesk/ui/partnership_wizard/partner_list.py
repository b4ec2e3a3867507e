"""A list of partners that reads their names as they come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from partnerdesk.domain.partner import Partner
from partnerdesk.services.directory import Directory
from partnerdesk.ui.widgets.labels import plain_tooltip

_CHUNK = 100


class PartnerList(QAbstractListModel):
    """The partners that a search found, in Polish alphabetical order."""

    def __init__(self, directory: Directory) -> None:
        super().__init__()
        self._directory = directory
        self._keys: Sequence[int] = []
        self._read: dict[int, Partner] = {}

    def search(self, text: str) -> None:
        """Show the partners found by ``text``, all of them where it holds no word."""
        self.beginResetModel()
        self._keys = self._directory.keys(text)
        self._read = {}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The number of partners found."""
        return 0 if parent.isValid() else len(self._keys)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A partner's name and town."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        partner = self.partner_at(index.row())
        text = f"{partner.name} · {partner.city}" if partner.city else partner.name
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def partner_at(self, row: int) -> Partner:
        """The partner in a row."""
        if row not in self._read:
            first = row - row % _CHUNK
            found = self._directory.partners(self._keys[first : first + _CHUNK])
            self._read |= {first + place: partner for place, partner in enumerate(found)}
        return self._read[row]

    def row_of(self, key: int) -> int | None:
        """The row of the partner with this key, if it is among those found."""
        return self._keys.index(key) if key in self._keys else None
