"""The Today tab in the window."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, ObligationStatus, Partnership, State
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.desk_window import DeskWindow


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
