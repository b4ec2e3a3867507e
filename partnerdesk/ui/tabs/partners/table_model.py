"""Partners as rows of a table, read from the workspace as they are shown."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt

from partnerdesk.services.partner_listing import ListColumn, ListedPartner, PartnerListing
from partnerdesk.ui.widgets.labels import plain_tooltip

_PAGE = 200
# A page is some 100 kilobytes; what was scrolled past long ago is read again when it is needed.
_MOST_PAGES = 40

Index = QModelIndex | QPersistentModelIndex


class PartnerTableModel(QAbstractTableModel):
    """Holds the keys of all rows, and the records of the pages that were looked at."""

    def __init__(self, listing: PartnerListing) -> None:
        super().__init__()
        self._listing = listing
        self._keys: list[int] = []
        self._pages: dict[int, list[ListedPartner]] = {}
        self.columns: tuple[ListColumn, ...] = listing.columns()

    def show_keys(self, keys: list[int]) -> None:
        """Show the partners with these keys, in that order."""
        self.beginResetModel()
        self._keys = keys
        self._pages = {}
        self.endResetModel()

    def read_columns(self) -> bool:
        """Take in the owner's own fields as they are now; whether a column came, went or was named anew."""
        columns = self._listing.columns()
        heads = [(column.key, column.heading) for column in columns]
        if heads == [(column.key, column.heading) for column in self.columns]:
            self.columns = columns
            return False
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()
        return True

    def column_of(self, key: str) -> int:
        """The number of the column with this key, -1 for none."""
        return next((at for at, column in enumerate(self.columns) if column.key == key), -1)

    def key_at(self, row: int) -> int:
        """The partner's key in a row."""
        return self._keys[row]

    def keys_of(self, selection: QItemSelection) -> list[int]:
        """The keys of the rows in a selection, from the top.

        Its ranges are looked at, which are few however many rows there are.
        """
        ranges = map(selection.at, range(selection.count()))
        spans = sorted({(span.top(), span.bottom()) for span in ranges})
        keys: list[int] = []
        end = -1
        for top, bottom in spans:
            keys += self._keys[max(top, end + 1) : bottom + 1]
            end = max(end, bottom)
        return keys

    def row_of(self, key: int) -> int:
        """The row of a partner, -1 where it is not shown."""
        # A search through 100,000 numbers takes about a millisecond; a dictionary would take ten to make.
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def spans_of(self, keys: Iterable[int]) -> list[tuple[int, int]]:
        """First and last row of each run of rows that show these partners."""
        wanted = set(keys)
        spans: list[tuple[int, int]] = []
        for row, key in enumerate(self._keys):
            if key in wanted:
                if spans and spans[-1][1] == row - 1:
                    spans[-1] = (spans[-1][0], row)
                else:
                    spans.append((row, row))
        return spans

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many partners are shown."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column."""
        if orientation is Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.columns[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, which is also its tooltip where a column is too narrow for it."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._text(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index)
        return None

    def _text(self, index: Index) -> str:
        row = self._row(index.row())
        return "" if row is None else self.columns[index.column()].text(row)

    def _row(self, row: int) -> ListedPartner | None:
        page = row // _PAGE
        if page not in self._pages:
            start = page * _PAGE
            if len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[page] = self._read(self._keys[start : start + _PAGE])
        rows = self._pages[page]
        # A partner that went away since the keys were read leaves its page one short until the refresh.
        place = row % _PAGE
        return rows[place] if place < len(rows) else None

    def _read(self, keys: Sequence[int]) -> list[ListedPartner]:
        return self._listing.rows(keys)
