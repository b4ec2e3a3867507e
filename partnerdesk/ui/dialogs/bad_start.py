"""What to do when the workspace cannot be opened at the start."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from partnerdesk.language.interface import _
from partnerdesk.services.problems import Problem
from partnerdesk.services.workspaces import FILE_SUFFIX, restore_backup


class BadStart:
    """Says what is wrong and offers to open another file, restore a backup, or leave."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def choose(self) -> Path | None:
        """The file to open now; ``None`` to leave."""
        while True:
            box = QMessageBox()
            box.setObjectName("bad_start")
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle("PartnerDesk")
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(self._text)
            other = box.addButton(_("Open another file…"), QMessageBox.ButtonRole.AcceptRole)
            restore = box.addButton(_("Restore a backup…"), QMessageBox.ButtonRole.AcceptRole)
            new = box.addButton(_("Start a new file…"), QMessageBox.ButtonRole.AcceptRole)
            box.setEscapeButton(box.addButton(_("Quit"), QMessageBox.ButtonRole.RejectRole))
            box.exec()
            chosen = box.clickedButton()
            if chosen is other:
                found = _ask_open(_("Open"))
            elif chosen is restore:
                found = self._restore()
            elif chosen is new:
                found = _ask_new()
            else:
                return None
            if found is not None:
                return found

    def _restore(self) -> Path | None:
        backup = _ask_open(_("Restore a backup"))
        if backup is None:
            return None
        try:
            restore_backup(backup, self._path)
        except Problem as problem:
            self._text = str(problem)
            return None
        return self._path


def _ask_open(title: str) -> Path | None:
    name, _kind = QFileDialog.getOpenFileName(None, title, "", f"PartnerDesk (*{FILE_SUFFIX})")
    return Path(name) if name else None


def _ask_new() -> Path | None:
    name, _kind = QFileDialog.getSaveFileName(None, _("New file"), "", f"PartnerDesk (*{FILE_SUFFIX})")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == FILE_SUFFIX else path.with_name(path.name + FILE_SUFFIX)
