"""Offering what was entered before while a line is typed into."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from partnerdesk.domain.folding import fold

_FOLDED = Qt.ItemDataRole.UserRole
_LAST_TERM = re.compile(r"[^,;]*$")
_MOST_SHOWN = 8


def suggest(line: QLineEdit, values: Sequence[str], *, several: bool = False) -> None:
    """Offer those of ``values`` that hold what is typed, case and diacritics aside.

    With ``several`` the line holds terms parted by commas, of which the last is completed.
    """
    old = line.completer()
    if isinstance(old, _Completer):
        old.offer(values)
    else:
        line.setCompleter(_Completer(line, values, several))


class _Completer(QCompleter):
    def __init__(self, line: QLineEdit, values: Sequence[str], several: bool) -> None:
        super().__init__(line)
        self._several = several
        #: The line as it was typed; while a value is only looked at, the line shows that value already.
        self._typed = ""
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.offer(values)

    def offer(self, values: Sequence[str]) -> None:
        """Offer other values from now on."""
        self._model.clear()
        for value in values:
            item = QStandardItem(value)
            item.setData(fold(value), _FOLDED)
            self._model.appendRow(item)

    def splitPath(self, path: str) -> list[str]:
        """What of the line is compared with the values."""
        self._typed = path
        return [fold(_last_term(path).strip() if self._several else path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line once a value is taken."""
        value = str(index.data(Qt.ItemDataRole.DisplayRole))
        if not self._several:
            return value
        before = self._typed[: len(self._typed) - len(_last_term(self._typed))].rstrip()
        return f"{before} {value}, " if before else f"{value}, "


def _last_term(text: str) -> str:
    found = _LAST_TERM.search(text)
    return found[0] if found else ""
