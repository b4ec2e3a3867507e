"""Work on the data apart from the window: nothing else begins meanwhile, and its outcome is never lost."""

import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.partner import Partner
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Problem
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from tests.ui.conftest import button


def fill(window: DeskWindow, count: int) -> list[int]:
    directory = window._desk.directory
    return [
        directory.save(PartnerFile(Partner(name=f"Firma {number:03}"), ())).partner.key
        for number in range(count)
    ]


def held(window: DeskWindow, label: str = "Waiting") -> tuple[DeskWork, threading.Event]:
    """Work that waits in the worker's thread until the event is set."""
    work, go_on = DeskWork(window._desk, window._worker, window), threading.Event()
    work.start(lambda desk, report: go_on.wait(30), label)
    return work, go_on


def test_keys_and_clicks_begin_nothing_while_work_is_under_way(window: DeskWindow, qtbot: QtBot) -> None:
    fill(window, 2)
    window.show_tab(window.partners)
    window.partners.table.selectRow(0)
    work, go_on = held(window)
    qtbot.keyClick(window.partners.table, Qt.Key.Key_Delete)
    qtbot.mouseClick(button(window.partners, "add_partner"), Qt.MouseButton.LeftButton)
    assert window._desk.directory.count() == 2
    assert not window.partners.editor.isVisible()
    with qtbot.waitSignal(work.done):
        go_on.set()
    qtbot.keyClick(window.partners.table, Qt.Key.Key_Delete)
    assert window._desk.directory.count() == 1


def test_the_window_is_not_left_while_work_is_under_way(window: DeskWindow, qtbot: QtBot) -> None:
    work, go_on = held(window)
    assert not window.close()
    assert window.isVisible()
    assert not window.may_leave()
    with qtbot.waitSignal(work.done):
        go_on.set()
    assert window.may_leave()


def test_another_look_of_the_system_waits_for_the_work(app: App, window: DeskWindow, qtbot: QtBot) -> None:
    app._preferences.save("look", "system")
    work, go_on = held(window)
    app._follow_system_look()
    assert app.window is window
    with qtbot.waitSignal(work.done):
        go_on.set()


def test_the_progress_shows_any_label_as_it_is(window: DeskWindow, qtbot: QtBot) -> None:
    work, go_on = held(window, "Undo: Add <b>Bold</b> " + "x" * 5000)
    (progress,) = window.findChildren(QProgressDialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in progress.findChildren(QLabel))
    progress.show()
    assert progress.width() < 600
    with qtbot.waitSignal(work.done):
        go_on.set()


def test_a_large_undo_is_asked_for_twice_and_done_once(window: DeskWindow, qtbot: QtBot) -> None:
    keys = fill(window, 120)
    desk = window._desk
    desk.directory.delete(keys)
    window.undo()
    window.undo()
    qtbot.waitUntil(lambda: desk.directory.count() == 120 and not window._large_steps.work.busy)
    assert window.redo_action.text() == "&Redo: Delete 120 partners"


def test_a_large_step_that_no_longer_fits_is_told_and_dropped(window: DeskWindow, qtbot: QtBot) -> None:
    keys = fill(window, 120)
    desk = window._desk
    desk.directory.delete(keys)
    first = desk.workspace.partners.get(keys[0])
    desk.workspace._listeners.remove(desk.undo._remember)
    with desk.workspace.change("Behind the back of undo"):
        desk.workspace.partners.update(replace(first, notes="changed"))
    desk.workspace.on_change(desk.undo._remember)
    window.undo()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in boxes(window)))
    assert "in the meantime" in boxes(window)[0].text()
    assert desk.undo.undo_label == "Add partner Firma 119"


def test_a_change_told_during_a_large_undo_is_not_taken_for_its_end(desk: Desk) -> None:
    keys = [desk.directory.save(PartnerFile(Partner(name=f"F{at}"), ())).partner.key for at in range(3)]
    desk.directory.delete(keys)
    change = desk.undo.begin_apart()
    desk.history.add(keys[0], "meanwhile")
    desk.workspace.revert(change)
    assert desk.undo.redo_label == "Delete 3 partners"
    assert desk.undo.undo_label == "Add note"


def test_opening_another_file_drops_a_search_under_way(
    app: App, window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(window, 3)
    other = tmp_path / "other.partnerdesk"
    with open_desk(other, window._desk.resources, window._desk.catalogues, "en"):
        pass
    window.partners.list.finder.large_from = 0
    window.partners.search_line.setText("fir")
    window.files.leave_for(other)
    assert app.window is not None
    assert app.window._desk.path == other
    qtbot.waitUntil(lambda: not window.partners.list.finder.busy)


class Closing(WorkDialog):
    def stopped(self) -> None:
        self.hide()


def test_a_failure_is_told_though_its_dialog_has_gone(window: DeskWindow, qtbot: QtBot) -> None:
    dialog = Closing(window._desk, window._worker, window._theme, window)
    dialog.open()

    def fail(desk: Desk, report: object) -> None:
        raise Problem("The disk is full.")

    dialog.run("Failing", fail, lambda value: None)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in boxes(window)))
    (box,) = boxes(window)
    assert box.text() == "The disk is full."


def boxes(window: DeskWindow) -> list:
    return [child for child in window.children() if child.objectName() == "problem_box"]
