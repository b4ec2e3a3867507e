"""The Today tab in the window."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import (
    Obligation,
    ObligationStatus,
    Partnership,
    RefusalReason,
    State,
)
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.approach import ApproachDialog
from tests.ui.conftest import button


def promise(window: DeskWindow, count: int) -> int:
    """A running partnership with so many promises due today; returns its key."""
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name="Alfa"), ())).partner
    kind = desk.catalogue.types["card_swap"]
    partnership = Partnership(
        partner_id=partner.key,
        type_key="card_swap",
        state=State.RUNNING,
        terms={field.key: "7" for field in kind.terms if field.required},
    )
    promises = tuple(
        Obligation(side=Side.OURS, text=f"promise {number}", due_on=date.today()) for number in range(count)
    )
    return desk.partnerships.save(Agreement(partnership, promises)).partnership.key


def cards(window: DeskWindow) -> list[QFrame]:
    found = window.today.findChildren(QFrame, "task")
    return [card for card in found if card.isVisible()]


def more(window: DeskWindow) -> list[str]:
    return [label.text() for label in window.today.findChildren(QLabel, "more_tasks") if label.isVisible()]


def test_a_hundred_entries_are_all_shown(window: DeskWindow) -> None:
    promise(window, 100)
    assert len(cards(window)) == 100
    assert more(window) == []


def test_of_a_long_list_a_hundred_are_shown_and_the_rest_is_counted(window: DeskWindow) -> None:
    promise(window, 103)
    assert len(cards(window)) == 100
    assert more(window) == ["… and 3 more things"]
    headings = [label.text() for label in window.today.findChildren(QLabel) if label.isVisible()]
    assert "Due within a week (103)" in headings


def test_a_promise_is_kept_by_its_button_and_the_list_stays_where_it_was(
    window: DeskWindow, qtbot: QtBot
) -> None:
    key = promise(window, 40)
    scroll = window.today.findChild(QScrollArea, "today_scroll")
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(400)
    button = cards(window)[12].findChild(QPushButton, "keep_task")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kept = [entry.status for entry in window._desk.partnerships.obligations(key)]
    assert kept.count(ObligationStatus.KEPT) == 1
    window.today.refresh()
    qtbot.waitUntil(lambda: len(window.today.findChildren(QFrame, "task")) == 39)
    qtbot.wait(20)
    assert len(cards(window)) == 39
    assert bar.value() == 400


def test_the_list_shrinks_to_its_end_and_to_nothing(window: DeskWindow, qtbot: QtBot) -> None:
    key = promise(window, 2)
    for left in (1, 0):
        button = cards(window)[0].findChild(QPushButton, "keep_task")
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(cards(window)) == left
    titles = [label.text() for label in window.today.findChildren(QLabel) if label.isVisible()]
    assert "Nothing is waiting" in titles
    assert key
    assert window._desk.today.tasks(date.today() + timedelta(days=400)) == []


def test_a_firm_that_refused_is_asked_again_from_here(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name="Alfa & Syn"), ())).partner
    refused_on = date.today() - timedelta(days=80)
    desk.approaches.save(
        Approach(
            partner_id=partner.key,
            happened_on=refused_on,
            channel=ApproachChannel.VISIT,
            outcome=ApproachOutcome.REFUSED,
            refusal_reason=RefusalReason.NO_TIME,
            retry_on=date.today(),
        )
    )
    shown = [label.text() for label in window.today.findChildren(QLabel) if label.isVisible()]
    assert "Ask again (1)" in shown
    assert "Alfa & Syn" in shown
    assert f"Refused on {refused_on:%d/%m/%Y}: No time to talk" in shown
    with qtbot.waitSignal(window.today.partner_asked) as asked:
        qtbot.mouseClick(button(cards(window)[0], "show_task"), Qt.MouseButton.LeftButton)
    assert asked.args == [partner.key]
    window.show_tab(window.today)
    qtbot.mouseClick(button(cards(window)[0], "record_attempt"), Qt.MouseButton.LeftButton)
    dialog = window.today.findChild(ApproachDialog)
    dialog.form.editors["outcome"].set_value("interested")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert cards(window) == []
    assert window.toast.accessibleName() == "Attempt recorded; Alfa & Syn is now “Contacted”"
