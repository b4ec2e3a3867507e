"""The Results tab: one wrong result among many is found and deleted."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Direction, Measure, Partnership, Result
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.tabs.results.funnel_dialog import FunnelDialog
from partnerdesk.ui.tabs.results.single_results import SingleResults
from tests.ui.conftest import button

TODAY = date.today()


def add(window: DeskWindow, name: str, *amounts: str, note: str = "") -> int:
    """A partnership that brought these revenues today; returns its key."""
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name=name), ())).partner
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    partnership = Partnership(partner_id=partner.key, type_key="card_swap", name="Autumn", terms=terms)
    key = desk.partnerships.save(Agreement(partnership, ())).partnership.key
    for amount in amounts:
        desk.results.add(
            Result(
                partnership_id=key,
                happened_on=TODAY,
                measure=Measure.REVENUE,
                direction=Direction.RECEIVED,
                amount=Decimal(amount),
                note=note,
            )
        )
    return key


def open_single(window: DeskWindow, qtbot: QtBot, row: int = 0) -> SingleResults:
    window.show_tab(window.results)
    window.results.table.selectRow(row)
    qtbot.mouseClick(button(window.results, "single_results"), Qt.MouseButton.LeftButton)
    return dialog_of(window)


def dialog_of(window: DeskWindow) -> SingleResults:
    (dialog,) = window.results.findChildren(SingleResults)
    assert isinstance(dialog, SingleResults)
    assert dialog.isVisible()
    return dialog


def test_without_a_chosen_row_there_is_nothing_to_open(window: DeskWindow) -> None:
    add(window, "Alfa", "5")
    window.show_tab(window.results)
    names = ("single_results", "show_results_partnership")
    assert [button(window.results, name).isEnabled() for name in names] == [False, False]
    window.results.show_single()
    assert window.results.findChildren(SingleResults) == []
    window.results.table.selectRow(0)
    assert [button(window.results, name).isEnabled() for name in names] == [True, True]


def test_the_single_results_are_those_of_the_chosen_partnership(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", "5", "70", note="<b>fair</b>\nAutumn")
    add(window, "Beta", "9")
    dialog = open_single(window, qtbot)
    shown = [[dialog.model.item(row, at).text() for at in range(5)] for row in range(dialog.model.rowCount())]
    day = TODAY.strftime("%d/%m/%Y")
    assert shown == [
        [day, "Revenue", "Received", "PLN\N{NO-BREAK SPACE}70.00", "<b>fair</b>\nAutumn"],
        [day, "Revenue", "Received", "PLN\N{NO-BREAK SPACE}5.00", "<b>fair</b>\nAutumn"],
    ]
    assert dialog.model.item(0, 4).toolTip() == "<qt>&lt;b&gt;fair&lt;/b&gt;<br>Autumn</qt>"


@pytest.mark.parametrize("by", ["Delete", "button"])
def test_a_wrong_result_is_deleted_and_undo_brings_it_back(window: DeskWindow, qtbot: QtBot, by: str) -> None:
    key = add(window, "Alfa", "5", "7000")
    dialog = open_single(window, qtbot)
    if by == "Delete":
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert [result.amount for result in window._desk.results.of_partnership(key)] == [Decimal(5)]
    assert dialog.model.rowCount() == 1
    assert dialog.delete_button.isEnabled()
    with qtbot.waitSignal(window.results.undoable_done) as told:
        qtbot.mouseClick(button(dialog, "close_single_results"), Qt.MouseButton.LeftButton)
    assert told.args == ["Result deleted"]
    assert window.results.table.item(0, 4).text() == "PLN\N{NO-BREAK SPACE}5.00"
    assert window.results._chosen() == key
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert window.results.table.item(0, 4).text() == "PLN\N{NO-BREAK SPACE}7,005.00"


def test_the_last_result_can_be_deleted_too(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", "5")
    dialog = open_single(window, qtbot)
    dialog.delete()
    dialog.delete()
    assert dialog.model.rowCount() == 0
    assert not dialog.delete_button.isEnabled()
    dialog.reject()
    assert not window._desk.results.exist()


def test_closing_without_deleting_says_nothing(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", "5")
    dialog = open_single(window, qtbot)
    with qtbot.assertNotEmitted(window.results.undoable_done):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("by", ["Enter", "double click"])
def test_a_row_opens_its_single_results(window: DeskWindow, qtbot: QtBot, by: str) -> None:
    add(window, "Alfa", "5")
    window.show_tab(window.results)
    table = window.results.table
    table.selectRow(0)
    if by == "Enter":
        qtbot.keyClick(table, Qt.Key.Key_Return)
    else:
        place = table.visualItemRect(table.item(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog_of(window).reject()


def test_a_row_leads_to_its_partnership(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", "5")
    key = add(window, "Beta", "5")
    window.show_tab(window.results)
    window.results.table.selectRow(1)
    qtbot.mouseClick(button(window.results, "show_results_partnership"), Qt.MouseButton.LeftButton)
    assert window.tab_row.currentWidget() is window.partnerships
    assert window.partnerships.table.key() == key


def test_the_dialog_fits_a_small_screen_and_names_its_controls(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "A very long name of a partner " * 4, "5", note="a long note " * 30)
    dialog = open_single(window, qtbot)
    assert dialog.width() <= 800
    assert dialog.height() <= 560
    assert dialog.table.hasFocus() or dialog.focusWidget() is dialog.table
    for control in dialog.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            assert control.accessibleName() or control.property("text"), control
    dialog.reject()


def test_how_asking_went_is_shown_for_the_chosen_days(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", "5")
    window.show_tab(window.results)
    qtbot.mouseClick(button(window.results, "show_funnel"), Qt.MouseButton.LeftButton)
    (dialog,) = window.results.findChildren(FunnelDialog)
    shown = [[dialog.types.item(row, at).text() for at in range(5)] for row in range(dialog.types.rowCount())]
    assert shown == [["All types", "1", "0", "0", "–"], ["Business card swap", "1", "0", "0", "–"]]
    summary = dialog.findChild(QLabel, "funnel_summary")
    assert summary.text() == "0 attempts. No proposal has been answered in this period."
    window.results.first.line.setText("x")
    assert not window.results.funnel_button.isEnabled()
