"""Files dropped on the window, by the events that a desktop sends."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.services.desk import open_desk
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.partner_import.dialog import PartnerImport
from tests.ui.exchange_steps import csv_file, vcard_file, xlsx_file

_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def dragged(files: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def enter(window: QWidget, *files: Path) -> QDragEnterEvent:
    data = dragged(files)
    event = QDragEnterEvent(QPoint(300, 300), _ACTIONS, data, _BUTTON, _KEYS)
    QApplication.sendEvent(window, event)
    return event


def drop(window: QWidget, *files: Path) -> bool:
    """Drag the files over the window and let go."""
    enter(window, *files)
    data = dragged(files)
    event = QDropEvent(QPointF(300, 300), _ACTIONS, data, _BUTTON, _KEYS)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def import_dialog(window: DeskWindow) -> PartnerImport:
    found = window.findChild(PartnerImport, "partner_import")
    assert found is not None
    return found


def test_the_pointer_shows_which_files_can_be_dropped(window: DeskWindow, tmp_path: Path) -> None:
    for file in (csv_file(tmp_path), xlsx_file(tmp_path), vcard_file(tmp_path), tmp_path / "notes.txt"):
        event = enter(window, file)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
    assert enter(window, tmp_path / "other.PartnerDesk").isAccepted()
    assert not window.toast.isVisible()
    assert not enter(window, tmp_path / "photo.jpg").isAccepted()
    assert "cannot be taken in" in window.toast.accessibleName()


def test_a_dropped_list_opens_the_import(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert drop(window, vcard_file(tmp_path))
    qtbot.waitUntil(lambda: window.findChild(PartnerImport, "partner_import") is not None)
    dialog = import_dialog(window)
    qtbot.waitUntil(lambda: dialog.file_page.table is not None)
    assert dialog.file_page.name_label.text() == "kontakty.vcf"
    assert not dialog.file_page.note_label.isVisible()
    # While the import is open, nothing can be dropped behind it.
    assert not enter(window, csv_file(tmp_path)).isAccepted()
    assert not drop(window, csv_file(tmp_path))


def test_of_several_files_the_first_of_use_is_taken_and_that_is_said(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert drop(window, tmp_path / "photo.jpg", csv_file(tmp_path), vcard_file(tmp_path))
    qtbot.waitUntil(lambda: window.findChild(PartnerImport, "partner_import") is not None)
    page = import_dialog(window).file_page
    qtbot.waitUntil(lambda: page.table is not None)
    assert page.name_label.text() == "kontrahenci.csv"
    assert page.note_label.text().startswith("Several files were dropped; kontrahenci.csv is taken.")


def test_a_file_of_no_use_is_refused_in_words(window: DeskWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "photo.jpg")
    assert "cannot be taken in" in window.toast.accessibleName()
    assert window.findChild(PartnerImport, "partner_import") is None


def test_a_dropped_data_file_is_opened(app: App, window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.partnerdesk"
    with open_desk(other, window._desk.resources, window._desk.catalogues, "en"):
        pass
    assert drop(window, other)
    qtbot.waitUntil(lambda: app.window is not window)
    assert app.window is not None
    assert app.window._desk.path == other
