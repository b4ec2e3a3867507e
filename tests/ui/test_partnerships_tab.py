"""The Partnerships tab on a real file, refreshed by its changes as in the main window."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget, QWizard
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import LastWord, ObligationStatus, Partnership, ReviewRhythm, State
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement, default_obligations
from partnerdesk.ui.partnership_wizard.flow import Page
from partnerdesk.ui.tabs.partnerships.evidence_dialog import EvidenceDialog
from partnerdesk.ui.tabs.partnerships.tab import PartnershipsTab
from partnerdesk.ui.theme import Theme

TODAY = date.today()


@pytest.fixture
def tab(qapp: Any, qtbot: QtBot, desk: Desk, resources: Path) -> PartnershipsTab:
    tab = PartnershipsTab(
        desk.directory, desk.partnerships, desk.checkups, desk.catalogue, Theme(qapp, resources)
    )
    qtbot.addWidget(tab)
    desk.workspace.on_change(lambda change: tab.refresh() if change.tables & tab.watches else None)
    tab.resize(790, 480)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def add(desk: Desk, partner: str, type_key: str = "card_swap", **more: Any) -> int:
    """A stored partnership whose required terms are filled."""
    kind = desk.catalogue.types[type_key]
    firm = desk.directory.save(PartnerFile(Partner(name=partner), ())).partner
    terms = {field.key: "7" for field in kind.terms if field.required}
    given: dict[str, Any] = {"terms": terms, "starts_on": TODAY} | more
    partnership = Partnership(partner_id=firm.key, type_key=type_key, **given)
    saved = desk.partnerships.save(Agreement(partnership, default_obligations(kind, TODAY)))
    return saved.partnership.key


def press(qtbot: QtBot, button: QAbstractButton | None) -> None:
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))


def column(tab: PartnershipsTab, number: int) -> list[str]:
    return [str(tab.model.index(row, number).data()) for row in range(tab.model.rowCount())]


def test_an_empty_tab_says_how_to_begin_and_opens_the_wizard(qtbot: QtBot, tab: PartnershipsTab) -> None:
    assert tab.empty.isVisible()
    press(qtbot, tab.empty.button)
    assert tab.wizard is not None
    assert tab.wizard.isVisible()
    tab.wizard.reject()
    assert tab.wizard is None


def test_a_saved_partnership_appears_and_is_chosen(qtbot: QtBot, desk: Desk, tab: PartnershipsTab) -> None:
    firm = desk.directory.save(PartnerFile(Partner(name="Bakery"), ())).partner
    tab.begin(firm.key)
    wizard = tab.wizard
    assert wizard is not None
    on = wizard.button(QWizard.WizardButton.NextButton)
    press(qtbot, on)
    press(qtbot, wizard.type_page.cards["card_swap"])
    press(qtbot, on)
    form = wizard.terms_page.terms
    assert form is not None
    for field in form.fields:
        if field.required:
            qtbot.keyClicks(form.editors[field.key].focus_target, "7")
    for _page in range(3):
        press(qtbot, on)
    assert wizard.currentId() == Page.SUMMARY
    with qtbot.waitSignal(tab.undoable_done):
        press(qtbot, wizard.button(QWizard.WizardButton.FinishButton))
    assert tab.wizard is None
    assert column(tab, 0) == ["Bakery"]
    assert tab.table.key() == desk.partnerships.all()[0].key
    assert tab.view.isVisible()


def test_rows_are_sorted_as_in_a_polish_dictionary(desk: Desk, tab: PartnershipsTab) -> None:
    for name in ("Żagiel", "Łódka", "Lipa", "Zegar", "Ćma", "Cebula"):
        add(desk, name)
    assert column(tab, 0) == ["Cebula", "Ćma", "Lipa", "Łódka", "Zegar", "Żagiel"]
    tab.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(tab, 0) == ["Żagiel", "Zegar", "Łódka", "Lipa", "Ćma", "Cebula"]


def test_rows_tell_type_state_first_day_and_open_promises(desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Lipa", name="Autumn", state=State.AGREED)
    kind = desk.catalogue.types["card_swap"]
    row = [column(tab, number)[0] for number in range(5)]
    count = len(default_obligations(kind, TODAY))
    assert row == ["Lipa", f"Autumn · {kind.title}", "Agreed", TODAY.strftime("%d/%m/%Y"), str(count)]


def test_no_results_differ_from_no_partnerships(qtbot: QtBot, desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Łódka")
    qtbot.keyClicks(tab.search_line, "lodk")
    assert tab.model.rowCount() == 1
    qtbot.keyClicks(tab.search_line, "qqq")
    assert tab.no_results.isVisible()
    assert not tab.empty.isVisible()
    press(qtbot, tab.no_results.button)
    assert tab.search_line.text() == ""
    assert tab.model.rowCount() == 1


def test_the_state_narrows_the_list(desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Lipa", state=State.AGREED)
    add(desk, "Zegar", state=State.RUNNING)
    tab.state_box.setCurrentIndex(tab.state_box.findData(State.RUNNING))
    assert column(tab, 0) == ["Zegar"]


def test_a_promise_is_settled_and_opened_again(qtbot: QtBot, desk: Desk, tab: PartnershipsTab) -> None:
    key = add(desk, "Lipa", state=State.RUNNING)
    tab.show_partnership(key)
    first = desk.partnerships.obligations(key)[0]
    row = tab.view.rows[0]
    row.buttons[ObligationStatus.KEPT].setFocus()
    with qtbot.waitSignal(tab.undoable_done) as told:
        qtbot.keyClick(row.buttons[ObligationStatus.KEPT], Qt.Key.Key_Space)
    assert told.args == [f"“{first.text}”: Kept"]
    assert desk.partnerships.obligations(key)[0].status is ObligationStatus.KEPT
    again = tab.view.rows[0].buttons[ObligationStatus.OPEN]
    press(qtbot, again)
    assert desk.partnerships.obligations(key)[0].status is ObligationStatus.OPEN
    for status in (ObligationStatus.BROKEN, ObligationStatus.WAIVED):
        press(qtbot, tab.view.rows[0].buttons[status])
        assert desk.partnerships.obligations(key)[0].status is status
        press(qtbot, tab.view.rows[0].buttons[ObligationStatus.OPEN])


def test_the_choice_survives_a_change_elsewhere(desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Lipa")
    key = add(desk, "Zegar")
    tab.show_partnership(key)
    add(desk, "Cebula")
    assert tab.table.key() == key
    assert tab.view.title.text().startswith("Zegar")


def test_deleting_moves_to_the_bin_and_offers_undo(qtbot: QtBot, desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Lipa")
    key = add(desk, "Zegar", name="Autumn")
    tab.show_partnership(key)
    with qtbot.waitSignal(tab.undoable_done) as told:
        press(qtbot, tab.findChild(QPushButton, "delete_partnership"))
    assert told.args == ["Autumn deleted"]
    assert column(tab, 0) == ["Lipa"]
    desk.undo.undo()
    assert column(tab, 0) == ["Lipa", "Zegar"]


def test_showing_a_partnership_clears_a_filter_that_hides_it(
    qtbot: QtBot, desk: Desk, tab: PartnershipsTab
) -> None:
    key = add(desk, "Lipa")
    qtbot.keyClicks(tab.search_line, "qqq")
    tab.show_partnership(key)
    assert tab.table.key() == key
    assert tab.search_line.text() == ""


def test_a_letter_is_asked_for_with_the_partner(qtbot: QtBot, desk: Desk, tab: PartnershipsTab) -> None:
    key = add(desk, "Lipa")
    tab.show_partnership(key)
    with qtbot.waitSignal(tab.letter_asked) as asked:
        press(qtbot, tab.findChild(QPushButton, "write_letter"))
    assert asked.args == [desk.partnerships.agreement(key).partnership.partner_id]


@pytest.mark.parametrize("by", ["double click", "Enter", "button"])
def test_a_partnership_is_opened_for_editing(qtbot: QtBot, desk: Desk, tab: PartnershipsTab, by: str) -> None:
    key = add(desk, "Lipa", name="Autumn")
    tab.show_partnership(key)
    if by == "double click":
        place = tab.table.visualRect(tab.model.index(0, 0)).center()
        qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    elif by == "Enter":
        tab.activateWindow()
        tab.table.setFocus()
        qtbot.waitUntil(tab.table.hasFocus)
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    else:
        press(qtbot, tab.findChild(QPushButton, "edit_partnership"))
    assert tab.wizard is not None
    assert tab.wizard.windowTitle() == "Autumn"
    tab.wizard.reject()


def test_the_governance_card_says_what_is_settled_and_what_is_open(desk: Desk, tab: PartnershipsTab) -> None:
    terms = {"product": "Box", "cart_opens_on": TODAY.isoformat(), "cart_closes_on": TODAY.isoformat()}
    key = add(desk, "Lipa", "product_launch", terms=terms)
    tab.show_partnership(key)
    card = tab.view.governance
    assert "Nothing is settled yet." in card.settled.text()
    assert card.advice.text().count("⚠") == 6
    assert not card.all_settled.isVisibleTo(tab)
    agreement = desk.partnerships.agreement(key)
    settled = replace(
        agreement.partnership, our_functions="<i>Flowers</i>", their_functions="Hall", last_word=LastWord.US,
        decision_rule="Alone to 500", dispute_rule="Mediator", exit_rule="A month",
        review_rhythm=ReviewRhythm.MONTHLY,
    )  # fmt: skip
    desk.partnerships.save(Agreement(settled, agreement.obligations))
    assert "<i>Flowers</i>" in card.settled.text()
    assert not card.advice.isVisibleTo(tab)
    assert card.all_settled.isVisibleTo(tab)
    assert "Flowers" not in tab.view.summary.text()


def test_the_sheet_of_the_chosen_partnership_is_asked_for(
    qtbot: QtBot, desk: Desk, tab: PartnershipsTab
) -> None:
    key = add(desk, "Lipa")
    tab.show_partnership(key)
    with qtbot.waitSignal(tab.sheet_asked) as asked:
        press(qtbot, tab.findChild(QPushButton, "agreement_sheet"))
    assert asked.args == [key]


def test_user_text_is_never_read_as_markup(desk: Desk, tab: PartnershipsTab) -> None:
    key = add(desk, "<b>Lipa</b>", name="<i>Autumn</i>")
    agreement = desk.partnerships.agreement(key)
    first = replace(agreement.obligations[0], text="<u>cards</u>", due_on=TODAY - timedelta(days=1))
    desk.partnerships.save(Agreement(agreement.partnership, (first, *agreement.obligations[1:])))
    tab.show_partnership(key)
    assert tab.view.title.text() == "<b>Lipa</b>: <i>Autumn</i>"
    assert tab.view.title.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Lipa</b>" in tab.view.summary.text()


def test_every_control_has_an_accessible_name(desk: Desk, tab: PartnershipsTab) -> None:
    add(desk, "Lipa")
    for control in tab.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None
        if reached and control.window() is tab:
            named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
            assert named or control.objectName().startswith("qt_"), control


@pytest.mark.parametrize(("size", "orientation"), [((790, 480), "Vertical"), ((1250, 640), "Horizontal")])
def test_table_and_details_are_both_in_sight(
    qtbot: QtBot, desk: Desk, tab: PartnershipsTab, size: tuple[int, int], orientation: str
) -> None:
    tab.show_partnership(add(desk, "Lipa"))
    tab.resize(*size)
    qtbot.waitUntil(lambda: tab.splitter.orientation().name == orientation)
    assert min(tab.splitter.sizes()) > 130


def test_a_note_on_a_promise_is_written_and_shown(tab: PartnershipsTab, desk: Desk, qtbot: QtBot) -> None:
    key = add(desk, "Lipa", state=State.RUNNING)
    tab.show_partnership(key)
    QApplication.processEvents()
    row = tab.view.rows[0]
    press(qtbot, row.note_button)
    (dialog,) = tab.findChildren(EvidenceDialog)
    dialog.text.setPlainText("Protokół z 3 maja")
    press(qtbot, dialog.findChild(QPushButton, "save_evidence"))
    assert desk.workspace.obligations.get(row.obligation.key).evidence == "Protokół z 3 maja"
    assert "Protokół z 3 maja" in tab.view.rows[0].findChild(QLabel).text()


def test_a_note_that_cannot_be_stored_stays_with_the_reason(
    tab: PartnershipsTab, desk: Desk, qtbot: QtBot
) -> None:
    key = add(desk, "Lipa", state=State.RUNNING)
    tab.show_partnership(key)
    QApplication.processEvents()
    row = tab.view.rows[0]
    press(qtbot, row.note_button)
    (dialog,) = tab.findChildren(EvidenceDialog)
    dialog.text.setPlainText("Protokół z 3 maja")
    obligations = desk.workspace.obligations
    with desk.workspace.change("elsewhere"):
        obligations.remove(obligations.get(row.obligation.key))
    press(qtbot, dialog.findChild(QPushButton, "save_evidence"))
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "Protokół z 3 maja"
    problem = dialog.findChild(QLabel, "evidence_problem")
    assert problem.isVisible()
    assert "removed in the meantime" in problem.text()
    desk.undo.undo()
    press(qtbot, dialog.findChild(QPushButton, "save_evidence"))
    assert obligations.get(row.obligation.key).evidence == "Protokół z 3 maja"
    assert not dialog.isVisible()
