"""Suspected pairs as a list, each with its reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from partnerdesk.domain.partner import Partner
from partnerdesk.services.duplicates import Pair

_AROUND = 20

Index = QModelIndex | QPersistentModelIndex


class PairList(QAbstractListModel):
    """Three lines a pair: one name, the other, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[Pair] = []

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs instead."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QSize | None:
        """The pair's lines, and the room that three lines need."""
        if role == Qt.ItemDataRole.SizeHintRole:
            # Qt's own hint leaves out what the frame around the current item takes.
            return QSize(0, 3 * QFontMetrics(QGuiApplication.font()).lineSpacing() + _AROUND)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        pair = self.pairs[index.row()]
        return "\n".join((_line(pair.one), _line(pair.other), sentence(pair.reasons)))


def sentence(reasons: Sequence[str]) -> str:
    """Reasons as one line that begins with a capital letter."""
    text = ", ".join(reasons)
    return text[:1].upper() + text[1:]


def _line(partner: Partner) -> str:
    name = " ".join(partner.name.split())
    return f"{name}, {partner.city}" if partner.city else name
