"""Partners as rows of a table, read from the workspace as they are shown."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.language.labels import stage_label
from partnerdesk.services.directory import Directory
from partnerdesk.ui.widgets.labels import plain_tooltip

_PAGE = 200

Index = QModelIndex | QPersistentModelIndex


class PartnerTableModel(QAbstractTableModel):
    """Holds the keys of all rows, and the records of the pages that were looked at."""

    def __init__(self, directory: Directory) -> None:
        super().__init__()
        self._directory = directory
        self._keys: list[int] = []
        self._pages: dict[int, list[Partner]] = {}
        self._headings = (_("Name"), _("Town"), _("Stage"), _("Industry"), _("E-mail"), _("Phone"))

    def search(self, text: str) -> None:
        """Show the partners found by ``text``, or all of them."""
        self.beginResetModel()
        self._keys = self._directory.keys(text)
        self._pages = {}
        self.endResetModel()

    def key_at(self, row: int) -> int:
        """The partner's key in a row."""
        return self._keys[row]

    def row_of(self, key: int) -> int:
        """The row of a partner, -1 where it is not shown."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many partners are shown."""
        return 0 if parent.isValid() else len(self._keys)

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, which is also its tooltip where a column is too narrow for it."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._text(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index)
        return None

    def _text(self, index: Index) -> str:
        partner = self._partner(index.row())
        if partner is None:
            return ""
        return (
            partner.name,
            partner.city,
            stage_label(partner.stage),
            partner.industry,
            partner.email,
            partner.phone,
        )[index.column()]

    def _partner(self, row: int) -> Partner | None:
        page = row // _PAGE
        if page not in self._pages:
            start = page * _PAGE
            self._pages[page] = self._directory.partners(self._keys[start : start + _PAGE])
        partners = self._pages[page]
        # A partner that went away since the keys were read leaves its page one short until the refresh.
        place = row % _PAGE
        return partners[place] if place < len(partners) else None
