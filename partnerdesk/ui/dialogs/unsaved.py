"""The question about what is not saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from partnerdesk.language.interface import _


class UnsavedBox(QMessageBox):
    """Says what is not saved, and offers to save it, to discard it or to keep editing."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved_box")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("PartnerDesk")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._save = self.addButton(_("Save"), QMessageBox.ButtonRole.AcceptRole)
        self._discard = self.addButton(_("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = self.addButton(_("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._save)
        self.setEscapeButton(keep)

    def wants_save(self) -> bool:
        """Whether Save was chosen."""
        return self.clickedButton() is self._save

    def wants_discard(self) -> bool:
        """Whether Discard was chosen."""
        return self.clickedButton() is self._discard
