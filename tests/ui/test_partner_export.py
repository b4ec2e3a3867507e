"""Exporting partners through the window, and importing what was exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.partner import Contact, Partner, Stage
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.partner_export import PartnerExport
from partnerdesk.ui.preferences import Preferences
from tests.ui.exchange_steps import begin, check, click, mnemonics, nameless, names, run

_ENDINGS = {"csv": "csv", "xlsx": "xlsx", "vcard": "vcf"}


def fill(window: DeskWindow) -> None:
    for name in ("Zakład Żółć", '=Kłos; "Piekarnia"', "Ćma"):
        partner = Partner(name=name, city="Łódź", stage=Stage.PARTNER, notes="Zażółć\ngęślą")
        person = Contact(first_name="Łucja", surname="Żółkiewska", email="lucja@example.pl")
        window._desk.directory.save(PartnerFile(partner, (person,)))


def open_export(window: DeskWindow) -> PartnerExport:
    action = window.findChild(QAction, "export_partners")
    assert action is not None
    action.trigger()
    dialog = window.findChild(PartnerExport, "partner_export")
    assert dialog is not None
    return dialog


def choose_kind(dialog: PartnerExport, kind: str) -> None:
    choice = dialog.findChild(QRadioButton, f"export_{kind}")
    assert choice is not None
    choice.setChecked(True)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "vcard"])
def test_what_was_exported_is_imported_again(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path, preferences: Preferences, kind: str
) -> None:
    fill(window)
    before = sorted(names(window))
    dialog = open_export(window)
    choose_kind(dialog, kind)
    click(qtbot, dialog.save_button)
    chooser = dialog.findChild(QFileDialog, "export_file_dialog")
    assert chooser is not None
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert chooser.defaultSuffix() == _ENDINGS[kind]
    file = tmp_path / f"partnerzy.{_ENDINGS[kind]}"
    chooser.fileSelected.emit(str(file))
    chooser.close()
    qtbot.waitUntil(dialog.exported_bar.isVisible)
    assert dialog.count_label.text() == "✓ 3 partners exported"
    assert preferences.exchange_folder == tmp_path
    dialog.reject()

    window._desk.directory.delete(window._desk.directory.keys())
    assert names(window) == []
    again = begin(window, qtbot, file)
    check(again, qtbot)
    run(again, qtbot)
    assert sorted(names(window)) == before
    people = window._desk.directory.file(window._desk.directory.keys("zolc")[0]).contacts
    assert [person.surname for person in people] == ["Żółkiewska"]


def test_what_was_exported_can_be_opened_with_its_folder(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(window)
    dialog = open_export(window)
    opened: list[QUrl] = []
    dialog.exported_bar.open_url = lambda url: not opened.append(url)
    dialog.export_to(tmp_path / "partnerzy.csv")
    qtbot.waitUntil(dialog.exported_bar.isVisible)
    click(qtbot, dialog.exported_bar.file_button)
    click(qtbot, dialog.exported_bar.folder_button)
    assert [Path(url.toLocalFile()).name for url in opened] == ["partnerzy.csv", tmp_path.name]


def test_the_list_as_it_is_shown_can_be_exported(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    fill(window)
    window.show_tab(window.partners)
    qtbot.keyClicks(window.partners.search_line, "cma")
    qtbot.waitUntil(lambda: window.partners.model.rowCount() == 1)
    dialog = open_export(window)
    assert [portion.title for portion in dialog.portions] == ["As shown in the list (1)", "All partners (3)"]
    dialog.export_to(tmp_path / "jeden.csv")
    qtbot.waitUntil(dialog.exported_bar.isVisible)
    assert dialog.count_label.text() == "✓ 1 partner exported"
    dialog.portion_group.buttons()[1].setChecked(True)
    assert len(dialog.portion.keys) == 3


def test_chosen_partners_can_be_exported(window: DeskWindow, qtbot: QtBot, tmp_path: Path) -> None:
    fill(window)
    dialog = window.exchange.export_chosen(window._desk.directory.keys("zolc"))
    assert dialog is not None
    assert dialog.portion.title == "Chosen in the list (1)"
    choose_kind(dialog, "vcard")
    dialog.export_to(tmp_path / "jeden.vcf")
    qtbot.waitUntil(dialog.exported_bar.isVisible)
    assert "Zakład Żółć" in (tmp_path / "jeden.vcf").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_named_and_another_can_be_chosen(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(window)
    dialog = open_export(window)
    dialog.export_to(tmp_path / "missing" / "partnerzy.csv")
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "problem_box") is not None)
    box = dialog.findChild(QMessageBox, "problem_box")
    assert box is not None
    assert "partnerzy.csv" in box.text()
    box.close()
    assert not dialog.exported_bar.isVisible()
    dialog.export_to(tmp_path / "partnerzy.csv")
    qtbot.waitUntil(dialog.exported_bar.isVisible)


def test_an_empty_directory_has_nothing_to_export(window: DeskWindow) -> None:
    action = window.findChild(QAction, "export_partners")
    assert action is not None
    action.trigger()
    assert window.findChild(PartnerExport, "partner_export") is None
    box = window.findChild(QMessageBox, "news_box")
    assert box is not None
    assert box.text() == "There are no partners to export yet."


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_export_has_names_and_letters_of_its_own_and_fits_a_small_window(
    app: App, qtbot: QtBot, tmp_path: Path, preferences: Preferences, language: str
) -> None:
    preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    fill(window)
    dialog = window.exchange.export_chosen(window._desk.directory.keys("cma"))
    assert dialog is not None
    dialog.export_to(tmp_path / "partnerzy.csv")
    qtbot.waitUntil(dialog.exported_bar.isVisible)
    letters = mnemonics(dialog)
    assert len(letters) == len(set(letters)), letters
    assert nameless(dialog) == []
    assert dialog.sizeHint().width() <= 780
    # It is never as narrow as its hint, which does without the shortest width.
    assert dialog.layout().totalHeightForWidth(dialog.minimumWidth()) <= 560
