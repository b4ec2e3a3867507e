"""Partnerships as rows of a table, narrowed and sorted in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from partnerdesk.domain.folding import fold, search_words, sort_key
from partnerdesk.domain.partnership import Partnership, State
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import state_label
from partnerdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a partnership, its partner's name, its title in words, and how many promises are open."""

    partnership: Partnership
    partner_name: str
    title: str
    open_promises: int


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    text: Callable[[Entry], str]
    order: Callable[[Entry], Any]


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(_("Partner"), lambda entry: entry.partner_name, lambda entry: sort_key(entry.partner_name)),
        _Column(_("Partnership"), lambda entry: entry.title, lambda entry: sort_key(entry.title)),
        _Column(
            _("State"),
            lambda entry: state_label(entry.partnership.state),
            lambda entry: sort_key(state_label(entry.partnership.state)),
        ),
        _Column(_("First day"), _first_day, lambda entry: entry.partnership.starts_on or date.max),
        _Column(
            _("Open promises"), lambda entry: str(entry.open_promises), lambda entry: entry.open_promises
        ),
    )


def _first_day(entry: Entry) -> str:
    day = entry.partnership.starts_on
    return "" if day is None else short_date(day, screen_language())


class PartnershipTableModel(QAbstractTableModel):
    """All partnerships; shown are those that match the words and the state looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = _columns()
        self._all: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self._words: list[str] = []
        self._state: State | None = None
        self._sorted_by = 0
        self._descending = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no partnership at all, shown or not."""
        return not self._all

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Take these entries in place of the ones before."""
        self._all = entries
        self._arrange()

    def narrow(self, text: str, state: State | None) -> None:
        """Show only entries that contain each word of ``text`` and, if given, stand at ``state``."""
        self._words, self._state = search_words(text), state
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, texts in Polish alphabetical order."""
        self._sorted_by = column
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def key_at(self, row: int) -> int:
        """The partnership's key in a row."""
        return self._shown[row].partnership.key

    def row_of(self, key: int) -> int:
        """The row of a partnership, -1 where it is not shown."""
        keys = [entry.partnership.key for entry in self._shown]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many partnerships are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, which is also its tooltip where a column is too narrow for it."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._columns[index.column()].text(self._shown[index.row()])
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _arrange(self) -> None:
        self.beginResetModel()
        found = [entry for entry in self._all if self._is_found(entry)]
        self._shown = sorted(found, key=self._columns[self._sorted_by].order, reverse=self._descending)
        self.endResetModel()

    def _is_found(self, entry: Entry) -> bool:
        if self._state is not None and entry.partnership.state is not self._state:
            return False
        searched = fold(f"{entry.partner_name} {entry.title}")
        return all(word in searched for word in self._words)
