"""Letters to several partners, by mouse and keyboard in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.letter_batch import Files
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.letter_batch import LetterBatch
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from tests.ui.conftest import button

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def keys(window: DeskWindow) -> list[int]:
    desk = window._desk
    desk.own_firm.save(OwnFirm(id=1, name="Mimoza"))
    names = ("Alfa & <b>Syn</b>", "Beta", "花屋")
    return [desk.directory.save(PartnerFile(Partner(name=name), ())).partner.key for name in names]


def opened(window: DeskWindow, keys: list[int], qtbot: QtBot) -> LetterBatch:
    window.write_letters(keys)
    dialog = window.findChild(LetterBatch)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == len(keys))
    return dialog


def export(dialog: LetterBatch, qtbot: QtBot) -> str:
    qtbot.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(dialog.outcome.isVisible)
    return dialog.outcome.outcome_label.text()


def cells(dialog: LetterBatch, row: int) -> list[str]:
    return [dialog.model.index(row, column).data() for column in range(dialog.model.columnCount())]


def test_recipients_are_named_before_anything_is_written(
    window: DeskWindow, keys: list[int], qtbot: QtBot
) -> None:
    dialog = opened(window, keys, qtbot)
    assert cells(dialog, 0)[:4] == ["Alfa & <b>Syn</b>", "The whole firm", "Szanowni Państwo,", "Polish"]
    assert "花" in cells(dialog, 2)[4]
    assert dialog.model.chosen == tuple(keys[:2])
    assert dialog.count_label.text().startswith("2 of 3 letters will be written.")
    assert window._desk.letters.exported() == []


def test_space_leaves_a_recipient_out_and_one_that_lacks_something_cannot_be_ticked(
    window: DeskWindow, keys: list[int], qtbot: QtBot
) -> None:
    dialog = opened(window, keys, qtbot)
    dialog.table.setCurrentIndex(dialog.model.index(0, 2))
    assert "Alfa & <b>Syn</b> · The whole firm" in dialog.row_label.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.chosen == (keys[1],)
    dialog.table.setCurrentIndex(dialog.model.index(2, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.chosen == (keys[1],)
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.export_button.isEnabled()


def test_what_was_left_out_stays_so_in_another_letter(
    window: DeskWindow, keys: list[int], qtbot: QtBot
) -> None:
    dialog = opened(window, keys, qtbot)
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.letter_box.choose("long_cooperation")
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert dialog.model.chosen == (keys[1],)


def test_letters_are_written_and_the_outcome_names_who_was_left_out(
    window: DeskWindow, keys: list[int], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(window, keys, qtbot)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert export(dialog, qtbot) == "2 letters exported"
    assert len(list((tmp_path / "letters").glob("*.pdf"))) == 2
    shown = [label.text() for label in dialog.outcome.findChildren(QLabel)]
    assert any("花屋" in text and "cannot be printed" in text for text in shown)
    assert window.undo_action.text() == "&Undo: Export 2 letters"
    asked: list[QUrl] = []
    dialog.outcome.open_url = lambda url: bool(asked.append(url)) or True
    qtbot.mouseClick(dialog.outcome.folder_button, LEFT)
    assert asked == [QUrl.fromLocalFile(str(tmp_path / "letters"))]
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    window.undo_action.trigger()
    assert window._desk.letters.exported() == []


def test_one_file_with_all_letters_is_named(
    window: DeskWindow, keys: list[int], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(window, keys[:2], qtbot)
    dialog.files_box.choose(Files.MERGED)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert export(dialog, qtbot) == "2 letters exported"
    [path] = (tmp_path / "letters").iterdir()
    assert dialog.outcome.place_label.text() == str(path)


def test_a_wrong_date_is_told_and_nothing_can_be_exported(
    window: DeskWindow, keys: list[int], qtbot: QtBot
) -> None:
    dialog = opened(window, keys, qtbot)
    dialog.day.line.setText("31.02.2026")
    assert "Enter the date" in dialog.fault_label.text()
    assert not dialog.export_button.isEnabled()
    dialog.day.line.setText("28.02.2026")
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert not dialog.fault_label.isVisible()


def test_without_our_firms_name_the_dialog_leads_to_it(
    window: DeskWindow, keys: list[int], qtbot: QtBot
) -> None:
    desk = window._desk
    desk.undo.undo(), desk.undo.undo(), desk.undo.undo(), desk.undo.undo()
    key = desk.directory.save(PartnerFile(Partner(name="Alfa"), ())).partner.key
    dialog = opened(window, [key], qtbot)
    assert dialog.firm_button.isVisible()
    assert "firm's name is missing" in dialog.count_label.text()
    assert not dialog.export_button.isEnabled()
    qtbot.mouseClick(dialog.firm_button, LEFT)
    firm = dialog.findChild(OwnFirmDialog)
    firm.name_form.editors["name"].set_value("Mimoza")
    qtbot.mouseClick(firm.save_button, LEFT)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert not dialog.firm_button.isVisible()


def test_a_folder_that_cannot_be_written_is_told_and_the_choices_stay(
    window: DeskWindow, keys: list[int], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letters").write_text("in the way")
    dialog = opened(window, keys[:2], qtbot)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    qtbot.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(lambda: dialog.findChild(QDialog, "problem_box") is not None)
    box = dialog.findChild(QDialog, "problem_box")
    assert "could not be read or written" in box.text()
    box.accept()
    assert dialog.table.isVisible()
    assert dialog.model.chosen == tuple(keys[:2])


def test_every_control_has_a_name(window: DeskWindow, keys: list[int], qtbot: QtBot) -> None:
    dialog = opened(window, keys, qtbot)
    for control in (
        dialog.letter_box,
        dialog.day.line,
        dialog.files_box,
        dialog.folder_line,
        dialog.table,
        dialog.change_button,
    ):
        assert control.accessibleName()
    assert button(dialog, "cancel_batch").text()


def test_names_of_any_length_make_the_dialog_no_wider(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    desk.own_firm.save(OwnFirm(id=1, name="Mimoza"))
    long = [desk.directory.save(PartnerFile(Partner(name=name * 9_000), ())).partner for name in "xż花"]
    dialog = opened(window, [partner.key for partner in long], qtbot)
    for row in range(3):
        dialog.table.selectRow(row)
        assert dialog.minimumSizeHint().width() <= 780
    window._preferences.save("export_folder", str(window._preferences.export_folder / ("ł" * 90)))
    export(dialog, qtbot)
    assert dialog.minimumSizeHint().width() <= 780
