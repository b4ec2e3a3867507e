"""The review of duplicates, imports and merges to take back, and the bin, through the window."""

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerdesk.domain.directory_record import KeptKind
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.bin import BinDialog
from partnerdesk.ui.dialogs.duplicate_review import DuplicateReview
from partnerdesk.ui.dialogs.kept_changes import KeptChangesDialog
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from partnerdesk.ui.work import Job
from tests.ui.conftest import button


def add(window: DeskWindow, name: str, *contacts: Contact, **values: object) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner


def names(window: DeskWindow) -> list[str]:
    return [partner.name for partner in window._desk.directory.all()]


def open_by_menu(window: DeskWindow, name: str, kind: type[WorkDialog], qtbot: QtBot) -> WorkDialog:
    action = window.findChild(QAction, name)
    assert action is not None
    action.trigger()
    dialog = window.findChild(kind)
    assert dialog is not None
    rest(dialog, qtbot)
    return dialog


def rest(dialog: WorkDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def click(dialog: WorkDialog, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    rest(dialog, qtbot)


def answer(dialog: QDialog, text: str, qtbot: QtBot) -> str:
    box = dialog.findChildren(QMessageBox)[-1]
    asked = box.text()
    chosen = next(each for each in box.buttons() if each.text() == text)
    qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
    return asked


def texts(widget: QWidget) -> list[str]:
    """What is read on the labels; where long words may break is not seen."""
    return [label.text().replace("\u200b", "") for label in widget.findChildren(QLabel) if label.isVisible()]


def review(window: DeskWindow, qtbot: QtBot) -> DuplicateReview:
    dialog = open_by_menu(window, "duplicates", DuplicateReview, qtbot)
    assert isinstance(dialog, DuplicateReview)
    return dialog


def test_a_pair_is_merged_as_chosen_and_the_merge_undone(window: DeskWindow, qtbot: QtBot) -> None:
    first = add(window, "Róża & <Syn>", Contact(first_name="Anna"), phone="601 234 567", city="Gdańsk")
    second = add(window, "Róża", phone="+48601234567", city="Sopot", email="biuro@roza.pl")
    dialog = review(window, qtbot)
    assert dialog.model.index(0).data().split("\n") == [
        "Róża & <Syn>, Gdańsk",
        "Róża, Sopot",
        "The same phone 601 234 567",
    ]
    shown = texts(dialog.comparison)
    for text in ("Choose what is right", "Kept from both", "Anna", "biuro@roza.pl", "–"):
        assert text in shown
    assert dialog.merge_button.text().replace("&&", "§").replace("&", "") == "Merge Róża into Róża § <Syn>"
    town = dialog.comparison.findChild(QRadioButton, "address_2")
    assert not dialog.comparison.findChild(QRadioButton, "address_1").isHidden()
    town.click()
    dialog.comparison.findChild(QRadioButton, "name_1").click()
    click(dialog, "merge_partners", qtbot)
    assert names(window) == ["Róża & <Syn>"]
    merged = window._desk.directory.partner(first.key)
    assert (merged.city, merged.email) == ("Sopot", "biuro@roza.pl")
    assert dialog.empty.isVisible()
    assert dialog.toast.isVisible()
    qtbot.mouseClick(dialog.toast.undo_button, Qt.MouseButton.LeftButton)
    assert names(window) == ["Róża", "Róża & <Syn>"]
    assert dialog.model.rowCount() == 1
    dialog.comparison.findChild(QRadioButton, "stays_2").click()
    click(dialog, "merge_partners", qtbot)
    assert window._desk.directory.keys() == [second.key]
    dialog.reject()


def test_two_firms_are_not_shown_again(window: DeskWindow, qtbot: QtBot) -> None:
    for name in ("Hotel Róża", "Hotel Rosa", "Hotel Roża"):
        add(window, name)
    dialog = review(window, qtbot)
    assert dialog.model.rowCount() == 3
    click(dialog, "two_firms", qtbot)
    click(dialog, "two_firms", qtbot)
    assert dialog.model.rowCount() == 1
    dialog.reject()
    again = review(window, qtbot)
    assert again.model.rowCount() == 1
    assert window.undo_action.text().startswith("&Undo: Two firms: ")
    again.reject()


def test_a_merge_leads_the_other_pairs_along(window: DeskWindow, qtbot: QtBot) -> None:
    for name in ("Róża", "Róża sp.j.", "Róża S.A."):
        add(window, name)
    dialog = review(window, qtbot)
    assert dialog.model.rowCount() == 3
    click(dialog, "merge_partners", qtbot)
    assert dialog.model.rowCount() == 1
    click(dialog, "merge_partners", qtbot)
    assert window._desk.directory.count() == 1
    dialog.reject()


def test_a_partner_that_went_away_meanwhile_is_told_and_left_out(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Róża")
    gone = add(window, "Róża sp.j.")
    dialog = review(window, qtbot)
    window._desk.directory.delete([gone.key])
    click(dialog, "merge_partners", qtbot)
    box = dialog.findChild(QMessageBox, "problem_box")
    assert "deleted in the meantime" in box.text()
    box.accept()
    assert dialog.model.rowCount() == 0
    assert names(window) == ["Róża"]
    dialog.reject()


def test_a_directory_without_doubles_says_so(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Róża")
    dialog = review(window, qtbot)
    assert dialog.empty.isVisible()
    assert "No duplicates found" in texts(dialog)
    assert not dialog.merge_button.isVisible()
    dialog.reject()


def test_the_review_is_worked_by_keyboard(window: DeskWindow, qtbot: QtBot) -> None:
    for name in ("Róża", "Róża sp.j.", "Lilia", "Lilia S.A."):
        add(window, name)
    dialog = review(window, qtbot)
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.comparison.kept.name == "Lilia"
    reached = []
    widget: QWidget = dialog.list
    while "close_review" not in reached:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget.objectName())
    assert reached == [
        "stays_1", "stays_2", "name_1", "name_2", "legal_form_1", "legal_form_2", "two_firms",
        "merge_partners", "close_review",
    ]  # fmt: skip
    qtbot.keyClick(dialog.comparison.findChild(QRadioButton, "name_1"), Qt.Key.Key_Right)
    assert dialog.comparison.findChild(QRadioButton, "name_2").isChecked()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_deleted_partner_is_brought_back_from_the_bin(window: DeskWindow, qtbot: QtBot) -> None:
    partner = add(window, "Żółw", Contact(surname="Kot"), city="Łódź")
    other = add(window, "Beta")
    window._desk.directory.delete([partner.key, other.key])
    dialog = open_by_menu(window, "bin", BinDialog, qtbot)
    assert isinstance(dialog, BinDialog)
    assert [dialog.model.index(row, 0).data() for row in range(2)] == ["Beta", "Żółw"]
    dialog.table.selectRow(1)
    click(dialog, "restore_partners", qtbot)
    assert names(window) == ["Żółw"]
    assert window._desk.directory.contacts(partner.key)[0].surname == "Kot"
    assert dialog.model.rowCount() == 1
    qtbot.mouseClick(dialog.toast.undo_button, Qt.MouseButton.LeftButton)
    assert names(window) == []
    assert dialog.model.rowCount() == 2
    dialog.reject()


def test_the_bin_is_emptied_by_hand_only_after_a_question(window: DeskWindow, qtbot: QtBot) -> None:
    kept = add(window, "Zostaje")
    gone = [add(window, name, Contact(surname="Kot")).key for name in ("Alfa", "Beta")]
    window._desk.directory.delete(gone)
    dialog = open_by_menu(window, "bin", BinDialog, qtbot)
    assert isinstance(dialog, BinDialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    asked = answer(dialog, "Cancel", qtbot)
    assert asked.startswith("Delete 1 partner for good, with all people, letters")
    assert window._desk.workspace.partners.count() == 3
    click(dialog, "empty_bin", qtbot)
    assert "Delete 2 partners" in answer(dialog, "Delete for good", qtbot)
    rest(dialog, qtbot)
    assert [partner.key for partner in window._desk.workspace.partners.find()] == [kept.key]
    assert dialog.empty.isVisible()
    assert not dialog.empty_button.isEnabled()
    dialog.reject()
    window.undo()
    assert window._desk.workspace.contacts.count() == 2


def test_an_import_is_taken_back_and_what_stays_is_named(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    with desk.workspace.change("Import from firmy.csv"):
        partners = [add(window, name) for name in ("Alfa", "Beta & <b>")]
        desk.workspace.keep_running(KeptKind.IMPORT, {"added": 2, "skipped": 1, "file": "firmy.csv"})
    desk.directory.save(PartnerFile(replace(partners[1], city="Hel"), ()))
    dialog = open_by_menu(window, "kept_changes", KeptChangesDialog, qtbot)
    assert isinstance(dialog, KeptChangesDialog)
    assert [dialog.model.index(0, column).data() for column in (1, 2, 3)] == [
        "Import from firmy.csv",
        "2 added, 1 skipped",
        "",
    ]
    click(dialog, "take_back", qtbot)
    assert "“Import from firmy.csv”" in answer(dialog, "Take back", qtbot)
    rest(dialog, qtbot)
    told = dialog.findChild(QMessageBox, "news_box")
    assert told.text() == (
        "1 partner taken back.\n\n"
        "1 partner stays, because it was changed since or something new belongs to it: Beta & <b>"
    )
    told.accept()
    assert names(window) == ["Beta & <b>"]
    assert dialog.model.index(0, 3).data() == ""
    file = desk.directory.file(partners[1].key)
    desk.directory.save(PartnerFile(replace(file.partner, city=""), ()))
    click(dialog, "take_back", qtbot)
    answer(dialog, "Take back", qtbot)
    rest(dialog, qtbot)
    assert names(window) == []
    assert dialog.model.index(0, 3).data().startswith("Taken back on ")
    assert not dialog.take_back_button.isEnabled()
    dialog.reject()


def test_a_merge_that_no_longer_fits_is_told_and_stays(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    kept, gone = add(window, "Róża"), add(window, "Róża sp.j.", city="Hel")
    merged = desk.merging.merge(kept.key, gone.key, {})
    dialog = open_by_menu(window, "kept_changes", KeptChangesDialog, qtbot)
    desk.directory.save(PartnerFile(replace(merged.partner, phone="601 234 567"), ()))
    click(dialog, "take_back", qtbot)
    answer(dialog, "Take back", qtbot)
    rest(dialog, qtbot)
    assert "was changed or removed since" in dialog.findChild(QMessageBox, "problem_box").text()
    assert window._desk.directory.count() == 1
    dialog.reject()


def test_empty_lists_say_what_will_be_there(window: DeskWindow, qtbot: QtBot) -> None:
    for action, kind in (("bin", BinDialog), ("kept_changes", KeptChangesDialog)):
        dialog = open_by_menu(window, action, kind, qtbot)
        assert dialog.empty.isVisible()  # type: ignore[attr-defined]
        dialog.reject()


def test_every_control_of_the_dialogs_has_a_name_and_fits_a_small_screen(
    window: DeskWindow, qtbot: QtBot
) -> None:
    long = "Przedsiębiorstwo Handlowo-Usługowe " * 4
    add(window, long + "A", nip="5250007738", email="a@b.pl")
    window._desk.directory.delete([add(window, long + "C").key])
    add(window, long + "B", nip="5250007738", notes="x " * 500)
    for action, kind in (
        ("bin", BinDialog),
        ("duplicates", DuplicateReview),
        ("kept_changes", KeptChangesDialog),
    ):
        dialog = open_by_menu(window, action, kind, qtbot)
        needed = dialog.minimumSizeHint()
        assert (needed.width() <= 780, needed.height() <= 560) == (True, True), (action, needed)
        for control in dialog.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QAbstractItemView):
                text = control.text() if isinstance(control, QAbstractButton) else ""
                hidden = control.focusPolicy() == Qt.FocusPolicy.NoFocus
                assert hidden or control.accessibleName() or text, (action, control)
        qtbot.waitUntil(lambda at=dialog: not at.findChildren(QProgressDialog, "work_progress"))
        dialog.reject()


def test_every_tab_copes_with_a_partner_that_was_merged_away(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    kept, gone = add(window, "Róża"), add(window, "Róża sp.j.", Contact(surname="Kot"))
    window.letters.begin(gone.key)
    window.partners.show_partner(gone.key)
    for tab in window.tabs:
        window.show_tab(tab)
    window.show_tab(window.letters)
    dialog = review(window, qtbot)
    click(dialog, "merge_partners", qtbot)
    dialog.reject()
    for tab in window.tabs:
        window.show_tab(tab)
    assert desk.directory.keys() == [kept.key]
    window.undo()
    for tab in window.tabs:
        window.show_tab(tab)


def stop_at_once(window: DeskWindow, begin: Callable[[], None], owner: QWidget) -> None:
    """Begin work while the worker is held, press Stop, and let go on."""
    held = threading.Event()
    window._worker.start(Job(lambda _job: held.wait(10)))
    begin()
    progress = owner.findChildren(QProgressDialog, "work_progress")[-1]
    progress.canceled.emit()
    held.set()


def test_stop_in_the_bin_brings_nobody_back(window: DeskWindow, qtbot: QtBot) -> None:
    window._desk.directory.delete([add(window, "Alfa").key, add(window, "Beta").key])
    dialog = open_by_menu(window, "bin", BinDialog, qtbot)
    assert isinstance(dialog, BinDialog)
    dialog.table.selectAll()
    stop_at_once(window, dialog.restore, dialog)
    rest(dialog, qtbot)
    assert names(window) == []
    assert dialog.model.rowCount() == 2
    assert not dialog.toast.isVisible()


def test_stop_in_the_review_neither_merges_nor_judges(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Róża", phone="601 234 567")
    add(window, "Róża", phone="601 234 567")
    dialog = review(window, qtbot)
    for begin in (dialog.merge, dialog.judge_distinct):
        stop_at_once(window, begin, dialog)
        rest(dialog, qtbot)
        assert names(window) == ["Róża", "Róża"]
        assert window._desk.workspace.distinct_pairs.count() == 0
        assert len(dialog.model.pairs) == 1


def test_values_of_any_length_make_the_review_no_wider(window: DeskWindow, qtbot: QtBot) -> None:
    for name in ("Róża" * 3_000, "Róża"):
        add(window, name, email=f"{'a' * 3_000}@example.pl", notes="x" * 3_000)
    dialog = review(window, qtbot)
    assert "a" * 3_000 in dialog._reason.text()
    assert dialog.minimumSizeHint().width() <= 780
