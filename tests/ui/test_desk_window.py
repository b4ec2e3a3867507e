"""The window as a whole: menus, languages, looks, undo, backup, first run."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.partner import Partner
from partnerdesk.services.desk import open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Problem
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.message import tell_unexpected
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.preferences import Preferences
from tests.ui.conftest import button


def add(window: DeskWindow, name: str) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name), ())).partner


def child(window: QObject, name: str) -> QWidget:
    found = [each for each in window.findChildren(QWidget) if each.objectName() == name]
    assert found, name
    return found[-1]


def menu_actions(window: DeskWindow) -> Iterable[tuple[str, list[QAction]]]:
    for top in window.menuBar().actions():
        yield top.text(), [action for action in top.menu().actions() if not action.isSeparator()]


def test_each_tab_opens_in_each_language_and_look(app: App, preferences: Preferences) -> None:
    for language in ("pl", "en"):
        for look in ("dark", "light"):
            preferences.save("language", language)
            preferences.save("look", look)
            app._rebuild()
            assert app.window is not None
            for tab in app.window.tabs:
                app.window.show_tab(tab)
                assert tab.isVisible()
            titles = [app.window.tab_row.tabText(at) for at in range(5)]
            assert titles[1] == {"pl": "Partnerzy", "en": "Partners"}[language]


def test_menus_have_unique_mnemonics_and_shortcuts_and_no_more_than_nine_titles(app: App) -> None:
    for language in ("pl", "en"):
        app._preferences.save("language", language)
        app._rebuild()
        assert app.window is not None
        menus = list(menu_actions(app.window))
        assert len(menus) <= 9
        titles = [title[title.index("&") + 1].lower() for title, _actions in menus]
        assert len(set(titles)) == len(titles), titles
        shortcuts = [
            action.shortcut().toString()
            for _title, actions in menus
            for action in actions
            if not action.shortcut().isEmpty()
        ]
        assert len(set(shortcuts)) == len(shortcuts)
        for title, actions in menus:
            letters = [a.text()[a.text().index("&") + 1].lower() for a in actions if "&" in a.text()]
            assert len(set(letters)) == len(letters), (title, letters)


def test_every_control_that_takes_the_focus_has_a_name(window: DeskWindow) -> None:
    add(window, "Alfa")
    nameless = []
    for tab in window.tabs:
        for kind in (
            QLineEdit,
            QPlainTextEdit,
            QComboBox,
            QAbstractButton,
            QAbstractItemView,
            QAbstractSpinBox,
        ):
            for control in tab.findChildren(kind):
                text = control.text() if isinstance(control, QAbstractButton) else ""
                in_popup = (
                    control.window() is not window or "PrivateContainer" in type(control.parent()).__name__
                )
                if control.focusPolicy() is Qt.FocusPolicy.NoFocus or in_popup:
                    continue
                if control.objectName().startswith("qt_") or isinstance(control.parent(), QComboBox):
                    continue
                if not (control.accessibleName() or text):
                    nameless.append((type(tab).__name__, type(control).__name__, control.objectName()))
    assert nameless == []


def test_undo_and_redo_go_through_the_menu_and_name_their_step(window: DeskWindow) -> None:
    assert not window.undo_action.isEnabled()
    add(window, "Tom & Syn")
    assert window.undo_action.text() == "&Undo: Add partner Tom && Syn"
    window.undo_action.trigger()
    assert window._desk.directory.keys() == []
    window.redo_action.trigger()
    assert len(window._desk.directory.keys()) == 1


def test_the_language_changes_at_once_and_undo_stays(app: App, window: DeskWindow) -> None:
    add(window, "Alfa")
    window.show_tab(window.results)
    window.edit_settings()
    box = child(window, "language_choice")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("pl"))
    new = app.window
    assert new is not None
    assert new is not window
    assert new.tab_row.currentWidget() is new.results
    assert new.tab_row.tabText(4) == "Wyniki"
    new.undo_action.trigger()
    assert new._desk.directory.keys() == []
    new.show_tab(new.partners)
    assert new.partners.model.rowCount() == 0


def test_a_typed_letter_stays_when_the_language_changes(app: App, window: DeskWindow) -> None:
    partner = add(window, "Alfa")
    window.show_tab(window.letters)
    window.letters.begin(partner.key)
    body = window.letters.findChild(QPlainTextEdit, "letter_body")
    body.setPlainText("My own words.")
    window.edit_settings()
    box = child(window, "language_choice")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("pl"))
    new = app.window
    assert new is not None
    assert new is not window
    assert new.letters.composer.partner == partner
    assert new.letters.findChild(QPlainTextEdit, "letter_body").toPlainText() == "My own words."


def test_a_language_that_is_not_taken_up_is_not_shown(app: App, window: DeskWindow) -> None:
    window.show_tab(window.partners)
    window.partners.add()
    window.partners.editor.form.editors["name"].set_value("Half typed")
    window.edit_settings()
    choice = child(window, "language_choice")
    assert isinstance(choice, QComboBox)

    def keep_editing() -> None:
        asked = child(window, "unsaved_box")
        assert isinstance(asked, QMessageBox)
        next(each for each in asked.buttons() if each.text() == "Keep editing").click()

    QTimer.singleShot(0, keep_editing)
    choice.setCurrentIndex(choice.findData("pl"))
    assert choice.currentData() == "en"
    assert app.window is window


def test_a_backup_is_made_and_restored_with_todays_data_kept(
    app: App, window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(window, "Alfa")
    window.files.back_up(tmp_path / "backups")
    qtbot.waitUntil(lambda: window.toast.isVisible())
    backup = next((tmp_path / "backups").glob("firm – backup – *.partnerdesk"))
    assert "Last backup" in window.backup_label.text()
    add(window, "Beta")
    window.files.confirm_restore(backup)
    box = child(window, "question_box")
    assert isinstance(box, QMessageBox)
    qtbot.mouseClick(
        next(each for each in box.buttons() if each.text() == "Restore"), Qt.MouseButton.LeftButton
    )
    new = app.window
    assert new is not None
    assert [partner.name for partner in new._desk.directory.all()] == ["Alfa"]
    kept = list(tmp_path.glob("firm – backup – *.partnerdesk"))
    assert len(kept) == 1
    with open_desk(kept[0], new._desk.resources, new._desk.catalogues, "en") as old:
        assert {partner.name for partner in old.directory.all()} == {"Alfa", "Beta"}


def test_a_damaged_backup_is_refused_and_the_data_stay_open(
    app: App, window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add(window, "Alfa")
    bad = tmp_path / "bad.partnerdesk"
    bad.write_bytes(b"SQLite format 3\x00" + b"\x00" * 500)
    window.files._restore(bad)
    new = app.window
    assert new is not None
    assert [partner.name for partner in new._desk.directory.all()] == ["Alfa"]
    box = child(new, "news_box")
    assert isinstance(box, QMessageBox)
    assert "bad.partnerdesk" in box.text()


def test_opening_a_file_of_another_program_leaves_the_open_one(
    app: App, window: DeskWindow, tmp_path: Path
) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("hello")
    window.files.open_asked.emit(foreign)
    assert app.window is window
    assert foreign.read_text() == "hello"
    with pytest.raises(Problem):
        app.open(foreign)
    assert window._desk.directory.keys() == []


def test_a_damaged_file_is_refused_and_the_open_one_goes_on(
    app: App, window: DeskWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.partnerdesk"
    with open_desk(bad, window._desk.resources, window._desk.catalogues, "en") as desk:
        desk.directory.save(PartnerFile(Partner(name="Alfa"), ()))
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'partner_in_order'"
        page = desk.workspace.select(query)[0][0]
    content = bytearray(bad.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    bad.write_bytes(content)
    window.files.open_asked.emit(bad)
    box = child(window, "problem_box")
    assert isinstance(box, QMessageBox)
    assert "damaged" in box.text()
    assert app.window is window
    add(window, "Beta")
    assert window._desk.directory.count() == 1
    assert app._preferences.workspace == tmp_path / "firm.partnerdesk"


def test_a_workspace_that_is_gone_is_not_made_anew_in_silence(app: App, tmp_path: Path) -> None:
    gone = tmp_path / "usb" / "firm.partnerdesk"
    with pytest.raises(Problem, match="no file"):
        app.open(gone, create=False)
    assert not gone.parent.exists()


def test_a_form_that_is_not_saved_survives_a_change_of_the_systems_look(app: App, window: DeskWindow) -> None:
    app._preferences.save("look", "system")
    window.show_tab(window.partners)
    window.partners.add()
    window.partners.editor.form.editors["name"].set_value("Half typed")
    app._follow_system_look()
    assert app.window is window
    assert window.partners.editor.form.values()["name"] == "Half typed"
    window.partners.editor.leave()
    app._follow_system_look()
    assert app.window is not window


def test_another_file_is_opened_only_after_asking_about_what_is_not_saved(
    app: App, window: DeskWindow, tmp_path: Path
) -> None:
    window.show_tab(window.partners)
    window.partners.add()
    window.partners.editor.form.editors["name"].set_value("Half typed")

    def keep_editing() -> None:
        box = child(window, "unsaved_box")
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if each.text() == "Keep editing").click()

    QTimer.singleShot(0, keep_editing)
    window.files.leave_for(tmp_path / "other.partnerdesk")
    assert app.window is window
    assert window.partners.has_unsaved()


def test_the_last_backup_is_that_of_the_open_file(app: App, window: DeskWindow, tmp_path: Path) -> None:
    path = window._desk.path
    app._preferences.remember_backup(path, "2026-11-23T10:00:00+01:00")
    assert app.open(tmp_path / "other.partnerdesk", ask_for_firm=False)
    assert app.window is not None
    assert app.window.backup_label.text() == "No backup yet"
    assert app.open(path, ask_for_firm=False)
    assert app.window.backup_label.text() == "Last backup: 23/11/2026"


def test_the_first_run_asks_three_steps_and_keeps_what_was_typed_over_a_change_of_language(
    app: App, window: DeskWindow, qtbot: QtBot
) -> None:
    window.ask_for_firm()
    dialog = child(window, "own_firm_dialog")
    assert isinstance(dialog, OwnFirmDialog)
    assert dialog.pages.count() == 3
    dialog.name_form.editors["name"].set_value("Mimoza")
    box = dialog.findChild(QComboBox, "language")
    box.setCurrentIndex(box.findData("pl"))
    new = app.window
    assert new is not None
    dialog = child(new, "own_firm_dialog")
    assert isinstance(dialog, OwnFirmDialog)
    assert dialog.entered()["name"] == "Mimoza"
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    dialog.address_form.editors["nip"].set_value("525-000-77-39")
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentIndex() == 1
    dialog.address_form.editors["nip"].set_value("525-000-77-38")
    dialog.save()
    firm = new._desk.own_firm.get()
    assert (firm.name, firm.nip) == ("Mimoza", "5250007738")


def test_the_questions_can_be_skipped_and_are_not_asked_again(
    app: App, window: DeskWindow, qtbot: QtBot
) -> None:
    assert app._should_ask()
    window.ask_for_firm()
    qtbot.mouseClick(button(child(window, "own_firm_dialog"), "skip_firm"), Qt.MouseButton.LeftButton)
    assert not app._should_ask()


def test_an_unforeseen_error_is_shown_without_its_traceback(window: DeskWindow) -> None:
    try:
        raise ZeroDivisionError("secret detail")
    except ZeroDivisionError as error:
        box = tell_unexpected(window, type(error), error, error.__traceback__)
    assert "secret detail" not in box.text()
    copy = next(each for each in box.buttons() if each.text() == "Copy details")
    copy.click()
    assert box.isVisible()
    from PySide6.QtGui import QGuiApplication

    assert "secret detail" in QGuiApplication.clipboard().text()
    box.close()


def test_the_sample_firm_opens_in_a_file_of_its_own(
    app: App, window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.files.fill_with_sample()
    qtbot.waitUntil(lambda: app.window is not window, timeout=30_000)
    new = app.window
    assert new is not None
    assert new._desk.path == tmp_path / "Sample firm.partnerdesk"
    assert len(new._desk.directory.keys()) >= 25
    assert new._desk.today.tasks(date.today())


def test_the_window_closes_and_remembers_its_place(window: DeskWindow, preferences: Preferences) -> None:
    window.resize(900, 640)
    assert window.close()
    assert preferences.bytes("geometry") is not None
