"""A line that finds a partner while one types, however many partners there are."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.directory import Directory

MOST_HITS = 50
_PAUSE_MILLISECONDS = 120
_KEY = Qt.ItemDataRole.UserRole


class PartnerChoice(QLineEdit):
    """Shows the chosen partner's name; typing lists the partners found, the down arrow the first of all.

    Enter takes the first one found. Leaving the line without choosing brings back the name chosen before.
    """

    picked = Signal(int)

    def __init__(self, directory: Directory, icon: QIcon) -> None:
        super().__init__()
        self.setObjectName("letter_partner")
        self.setPlaceholderText(_("Type a name, person or town"))
        self.setAccessibleDescription(_("Type to search, or press the down arrow for the list."))
        self._directory = directory
        self._name = ""
        self._hits: list[Partner] = []
        self._model = QStandardItemModel(self)
        self.listed = QListView()
        self.listed.setObjectName("found_partners")
        self._completer = QCompleter(self._model, self)
        self._completer.setPopup(self.listed)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        # Not setCompleter(): that would write the list's lines, town and all, into this line.
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.search)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._take_first)
        action = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(_("List the partners"))
        action.triggered.connect(self.list_all)

    @property
    def found(self) -> list[str]:
        """The lines of the list, a remark at its end included."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def show_partner(self, partner: Partner | None) -> None:
        """Show who is chosen. What is being typed at the moment stays."""
        self._name = partner.name if partner else ""
        if not self._pause.isActive() and not self.listed.isVisible():
            self._show_name()

    def search(self) -> None:
        """List the partners found by what is typed."""
        self._pause.stop()
        self._list(self.text())

    def list_all(self) -> None:
        """List the first partners, whatever is typed."""
        self.setFocus()
        self._list("")

    def _list(self, words: str) -> None:
        keys = self._directory.keys(words, MOST_HITS + 1)
        self._hits = self._directory.partners(keys[:MOST_HITS])
        self._model.clear()
        for partner in self._hits:
            item = QStandardItem(" – ".join(filter(None, (partner.name, partner.city))))
            item.setData(partner.key, _KEY)
            self._model.appendRow(item)
        if not keys:
            self._add_remark(_("No partner found"))
        elif len(keys) > MOST_HITS:
            self._add_remark(_("There are more. Keep typing to narrow the list."))
        self._completer.complete()

    def _add_remark(self, text: str) -> None:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._model.appendRow(item)

    def _take(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if key is not None:
            self._pick(next(partner for partner in self._hits if partner.key == key))

    def _take_first(self) -> None:
        if self.text() == self._name:
            return
        if self._pause.isActive():
            self.search()
        if self._hits:
            self._pick(self._hits[0])

    def _pick(self, partner: Partner) -> None:
        self.listed.hide()
        self._name = partner.name
        self._show_name()
        self.picked.emit(partner.key)

    def _show_name(self) -> None:
        self.setText(self._name)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on the down arrow."""
        if event.key() == Qt.Key.Key_Down and not self.listed.isVisible():
            self.list_all()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces the name."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Bring back the chosen name."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.listed.isVisible():
            self._pause.stop()
            self._show_name()
