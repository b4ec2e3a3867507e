"""Importing partners through the window, with files as other programs write them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.partner import Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.plan import Decision
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.partner_import.dialog import PartnerImport, Stage
from partnerdesk.ui.preferences import Preferences
from tests.ui.conftest import button
from tests.ui.exchange_steps import (
    ROWS,
    begin,
    cells,
    check,
    click,
    csv_file,
    go_to_columns,
    let_stand_for,
    mnemonics,
    nameless,
    names,
    run,
    vcard_file,
    xlsx_file,
)


def add(window: DeskWindow, **values: str) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(**values), ())).partner


def test_a_polish_table_shows_how_it_was_read_and_its_first_rows(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(window, qtbot, csv_file(tmp_path)).file_page
    assert page.found_label.text() == "Table of texts (CSV): 2 rows, 6 columns"
    assert page.encoding_box.currentText() == "Found out: Windows-1250"
    assert page.separator_box.currentText() == "Found out: semicolon ;"
    assert not page.sheet_box.isVisible()
    assert cells(page.model)[0][0] == "Zakład Żółć"
    assert page.model.headerData(0, Qt.Orientation.Vertical) == "2"


def test_another_encoding_or_separator_reads_the_file_anew(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(window, qtbot, csv_file(tmp_path)).file_page
    page.encoding_box.choose("cp852")
    qtbot.waitUntil(lambda: page.table is not None)
    assert cells(page.model)[0][0] != "Zakład Żółć"
    page.separator_box.choose(",")
    qtbot.waitUntil(lambda: page.table is not None)
    assert page.found_label.text() == "Table of texts (CSV): 2 rows, 1 column"
    page.encoding_box.setCurrentIndex(0)
    page.separator_box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.table is not None)
    assert cells(page.model)[0][0] == "Zakład Żółć"


def test_an_encoding_that_does_not_fit_is_said_and_another_can_be_chosen(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    page = dialog.file_page
    page.encoding_box.choose("utf-8")
    qtbot.waitUntil(page.fault_label.isVisible)
    assert not dialog.next_button.isEnabled()
    assert page.encoding_box.isVisible()
    page.encoding_box.choose("cp1250")
    qtbot.waitUntil(lambda: page.table is not None)
    assert not page.fault_label.isVisible()
    assert dialog.next_button.isEnabled()


def test_a_broken_file_is_named_and_another_one_can_be_chosen(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "zdjęcie.csv"
    broken.write_bytes(b"\x89PNG\r\n\0\0\0" + bytes(range(256)))
    dialog = window.exchange.import_file(broken)
    qtbot.waitUntil(dialog.file_page.fault_label.isVisible)
    assert "zdjęcie.csv" in dialog.file_page.fault_label.text()
    assert not dialog.next_button.isEnabled()
    click(qtbot, dialog.file_page.other_button)
    chooser = dialog.findChild(QFileDialog, "import_file_dialog")
    assert chooser is not None
    chooser.fileSelected.emit(str(csv_file(tmp_path)))
    chooser.close()
    qtbot.waitUntil(lambda: dialog.file_page.table is not None)
    assert dialog.file_page.name_label.text() == "kontrahenci.csv"
    assert dialog.next_button.isEnabled()


def test_a_column_is_chosen_from_its_list_and_the_choice_is_remembered(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    go_to_columns(dialog, qtbot)
    page = dialog.columns_page
    guess = page.mapping
    assert guess[0] == "name"
    assert not page.remembered_label.isVisible()
    row = 5
    page.table_view.setCurrentIndex(page.model.index(row, 0))
    qtbot.keyClick(page.table_view, Qt.Key.Key_Space)
    box = page.table_view.findChild(QComboBox, "cell_choice")
    assert box is not None
    assert box.accessibleName() == "Goes to"
    box.setCurrentIndex(box.findData("short_name"))
    box.activated.emit(box.currentIndex())
    assert page.mapping[row] == "short_name"
    assert page.guess_button.isEnabled()
    check(dialog, qtbot)
    run(dialog, qtbot)
    click(qtbot, dialog.close_button)

    again = begin(window, qtbot, csv_file(tmp_path, ROWS[:1], "następne.csv"))
    go_to_columns(again, qtbot)
    assert again.columns_page.mapping[row] == "short_name"
    assert again.columns_page.remembered_label.isVisible()
    click(qtbot, again.columns_page.guess_button)
    assert again.columns_page.mapping == guess


def test_what_is_remembered_of_columns_holds_nothing_of_the_file(preferences: Preferences) -> None:
    preferences.remember_column_choices(["Nazwa", "Tajne"], ["name", ""])
    assert preferences.column_choices(["Nazwa", "Tajne"]) == ("name", "")
    assert preferences.column_choices(["Nazwa", "Inne"]) is None
    settings = preferences._settings
    assert not any("Tajne" in key or "Tajne" in str(settings.value(key)) for key in settings.allKeys())


def test_columns_without_a_name_are_told_and_can_be_mended(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    go_to_columns(dialog, qtbot)
    let_stand_for(dialog, "Nazwa", "")
    assert "1 column is left out" not in dialog.columns_page.left_out_label.text()
    click(qtbot, dialog.next_button)
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "problem_box") is not None)
    box = dialog.findChild(QMessageBox, "problem_box")
    assert box is not None
    assert "name" in box.text()
    box.close()
    assert dialog.stage is Stage.COLUMNS
    let_stand_for(dialog, "Nazwa", "name")
    check(dialog, qtbot)


def test_the_check_names_the_line_and_column_of_what_is_wrong_and_stores_nothing(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = ("Firma z błędem", "123-456-78-90", "Sopot", "", "", "")
    dialog = begin(window, qtbot, csv_file(tmp_path, (*ROWS, wrong, ("", "", "Hel", "", "bez nazwy", ""))))
    check(dialog, qtbot)
    faults = cells(dialog.check_page.faults_panel.model)
    assert ("4", "NIP") in [row[:2] for row in faults]
    assert any(row[0] == "5" and row[3] == "the row is left out" for row in faults)
    assert dialog.import_button.text().replace("&", "") == "Import 3 partners"
    assert names(window) == []


def test_a_partner_that_is_there_already_is_shown_side_by_side_and_updated_when_so_decided(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(window, name="Zakład Żółć sp. z o.o.", nip="5260001246")
    dialog = begin(window, qtbot, csv_file(tmp_path))
    check(dialog, qtbot)
    panel = dialog.check_page.matches_panel
    assert panel.isVisible()
    assert [row[1:3] for row in cells(panel.model)] == [("Zakład Żółć", "Zakład Żółć sp. z o.o.")]
    assert "Zakład Żółć" in panel.file_label.text()
    assert "sp. z o.o." in panel.directory_label.text()
    index = panel.model.index(0, panel.model.DECISION)
    assert panel.model.setData(index, Decision.UPDATE.value)
    assert index.data() == "Update"
    run(dialog, qtbot)
    assert dialog.report is not None
    assert (dialog.report.added, dialog.report.updated) == (1, 1)
    partner = window._desk.directory.partners(window._desk.directory.keys("zolc"))[0]
    assert partner.city == "Łódź"


def test_one_decision_counts_for_all_marked_rows(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for row in ROWS:
        add(window, name=row[0], email=row[3])
    dialog = begin(window, qtbot, csv_file(tmp_path))
    check(dialog, qtbot)
    panel = dialog.check_page.matches_panel
    click(qtbot, panel.buttons[Decision.SKIP])
    assert not dialog.import_button.isEnabled()
    assert "nothing to import" in dialog.check_page.reason_label.text()
    assert dialog.import_button.accessibleDescription() == dialog.check_page.reason
    panel.table.selectAll()
    column = panel.model.DECISION
    place = panel.table.visualRect(panel.model.index(1, column)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box = panel.table.findChild(QComboBox, "cell_choice")
    assert box is not None
    box.setCurrentIndex(box.findData("add"))
    box.activated.emit(box.currentIndex())
    assert [row[column] for row in cells(panel.model)] == ["Add as new", "Add as new"]
    assert dialog.import_button.isEnabled()


def test_going_back_keeps_what_was_chosen(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    add(window, name=ROWS[0][0], email=ROWS[0][3])
    dialog = begin(window, qtbot, csv_file(tmp_path))
    go_to_columns(dialog, qtbot)
    let_stand_for(dialog, "Nasz kod", "short_name")
    check(dialog, qtbot)
    click(qtbot, dialog.check_page.matches_panel.buttons[Decision.UPDATE])
    click(qtbot, dialog.back_button)
    click(qtbot, dialog.back_button)
    assert dialog.stage is Stage.FILE
    go_to_columns(dialog, qtbot)
    assert dialog.columns_page.mapping[5] == "short_name"
    check(dialog, qtbot)
    assert cells(dialog.check_page.matches_panel.model)[0][5] == "Update"


def test_an_import_is_undone_from_its_result(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_tab(window.partners)
    dialog = begin(window, qtbot, csv_file(tmp_path))
    check(dialog, qtbot)
    run(dialog, qtbot)
    assert sorted(names(window)) == ["Piekarnia Kłos", "Zakład Żółć"]
    assert dialog.result_page.summary_label.text() == "✓ 2 partners imported"
    assert window.partners.model.rowCount() == 2
    click(qtbot, dialog.result_page.undo_button)
    qtbot.waitUntil(lambda: dialog.report is None)
    assert names(window) == []
    assert window.partners.model.rowCount() == 0
    assert not dialog.result_page.undo_button.isVisible()
    click(qtbot, dialog.close_button)
    assert not window.toast.isVisible()
    window.redo_action.trigger()
    assert len(names(window)) == 2


def test_an_import_that_was_taken_back_can_be_changed_and_repeated(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    check(dialog, qtbot)
    run(dialog, qtbot)
    assert not dialog.back_button.isVisible()
    click(qtbot, dialog.result_page.undo_button)
    qtbot.waitUntil(lambda: dialog.report is None)
    click(qtbot, dialog.back_button)
    click(qtbot, dialog.back_button)
    let_stand_for(dialog, "Nasz kod", "short_name")
    check(dialog, qtbot)
    run(dialog, qtbot)
    found = window._desk.directory.partners(window._desk.directory.keys("klos"))
    assert [partner.short_name for partner in found] == ["K2"]


def test_the_message_after_an_import_offers_to_undo_it(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    check(dialog, qtbot)
    run(dialog, qtbot)
    click(qtbot, dialog.close_button)
    assert window.toast.accessibleName() == "2 partners imported"
    click(qtbot, window.toast.undo_button)
    assert names(window) == []


def test_an_import_that_is_stopped_leaves_nothing_and_can_be_repeated(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [(f"Firma {at}", "", "Łódź", "", "", "") for at in range(3000)]
    dialog = begin(window, qtbot, csv_file(tmp_path, rows))
    check(dialog, qtbot)
    click(qtbot, dialog.import_button)
    stop = dialog.findChildren(QProgressDialog, "work_progress")[-1].findChild(QPushButton)
    assert stop is not None
    stop.click()
    qtbot.waitUntil(lambda: not dialog._importing.busy, timeout=20_000)
    assert dialog.stage is Stage.CHECK
    assert names(window) == []
    assert window._desk.undo.undo_label is None
    assert dialog.import_button.isEnabled()


def test_a_workbook_offers_its_sheets(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = begin(window, qtbot, xlsx_file(tmp_path))
    page = dialog.file_page
    assert page.sheet_box.isVisible()
    assert not page.encoding_box.isVisible()
    page.sheet_box.choose("Opis")
    qtbot.waitUntil(lambda: page.table is not None)
    page.sheet_box.choose("Firmy")
    qtbot.waitUntil(lambda: page.table is not None)
    assert page.found_label.text() == "Excel workbook: 2 rows, 6 columns"
    check(dialog, qtbot)
    run(dialog, qtbot)
    assert sorted(names(window)) == ["Piekarnia Kłos", "Zakład Żółć"]


def test_cards_need_no_columns(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = begin(window, qtbot, vcard_file(tmp_path))
    assert dialog.file_page.found_label.text() == "vCard with 2 cards"
    click(qtbot, dialog.next_button)
    qtbot.waitUntil(lambda: dialog.stage is Stage.CHECK)
    assert dialog.stages.accessibleName() == "Step 2 of 3: Check"
    run(dialog, qtbot)
    assert sorted(names(window)) == ["Piekarnia Kłos", "Zakład Żółć"]


def test_leaving_asks_only_when_something_was_chosen(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = begin(window, qtbot, csv_file(tmp_path))
    dialog.reject()
    assert not dialog.isVisible()
    other = begin(window, qtbot, csv_file(tmp_path))
    go_to_columns(other, qtbot)
    let_stand_for(other, "Nasz kod", "short_name")
    other.reject()
    question = other.findChild(QMessageBox, "question_box")
    assert question is not None
    assert other.isVisible()
    leave = next(one for one in question.buttons() if one.text() == "Leave")
    leave.click()
    assert not other.isVisible()


def test_a_large_table_is_shown_without_delay_per_row(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [(f"Firma {at}", "", "Łódź", f"a{at}@example.pl", "", "") for at in range(20_000)]
    dialog = begin(window, qtbot, csv_file(tmp_path, rows))
    check(dialog, qtbot)
    view = dialog.check_page.new_view
    assert view.model().rowCount() == 20_000
    assert not view.viewport().children()


def test_texts_of_any_length_make_the_dialog_no_wider(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "x" * 120_000
    add(window, name=long, email="zolc@example.pl")
    headings = ("Nazwa", "E-mail", "NIP", "a" + long, "b\nc", *(f"Kolumna {at}" for at in range(20)))
    path = tmp_path / ("y" * 200 + ".csv")
    cells = ("z" * 90_000, "zolc@example.pl", "9" * 90_000, *("w" for _heading in headings[3:]))
    lines = [";".join(f'"{cell}"' for cell in row) for row in (headings, cells)]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    dialog = begin(window, qtbot, path)
    assert dialog.minimumSizeHint().width() <= 780
    check(dialog, qtbot)
    for place in range(dialog.check_page.tabs.count()):
        dialog.check_page.tabs.setCurrentIndex(place)
        assert dialog.minimumSizeHint().width() <= 780
    told = dialog.check_page.left_out_label.text()
    assert told.startswith(f"Columns left out: a{'x' * 38}…, b c, Kolumna 0, ")
    assert told.endswith("Kolumna 17 …")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_each_page_has_names_and_letters_of_its_own_and_fits_a_small_window(
    app: App, qtbot: QtBot, tmp_path: Path, language: str, preferences: Preferences
) -> None:
    preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    add(window, name=ROWS[0][0], email=ROWS[0][3])
    rows = (*ROWS, ("Firma z błędem", "123-456-78-90", "", "", "", ""))
    dialog = begin(window, qtbot, csv_file(tmp_path, rows))

    def looks_right() -> None:
        letters = mnemonics(dialog)
        assert len(letters) == len(set(letters)), letters
        assert nameless(dialog) == []
        assert dialog.minimumSizeHint().width() <= 780
        assert dialog.minimumSizeHint().height() <= 540

    looks_right()
    go_to_columns(dialog, qtbot)
    looks_right()
    check(dialog, qtbot)
    for place in range(dialog.check_page.tabs.count()):
        dialog.check_page.tabs.setCurrentIndex(place)
        looks_right()
    run(dialog, qtbot)
    looks_right()
    click(qtbot, dialog.close_button)


def test_the_menu_asks_for_a_file_and_opens_the_import(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    action = next(one for one in window.findChildren(type(window.undo_action), "import_partners"))
    action.trigger()
    chooser = window.findChild(QFileDialog, "import_file_dialog")
    assert chooser is not None
    assert "*.vcf" in chooser.nameFilters()[0]
    chooser.fileSelected.emit(str(csv_file(tmp_path)))
    chooser.close()
    dialog = window.findChild(PartnerImport, "partner_import")
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.file_page.table is not None)
    assert preferences.exchange_folder == tmp_path
    assert button(dialog, "import_next").isEnabled()
