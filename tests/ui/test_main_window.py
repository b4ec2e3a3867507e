"""When the tabs of the window read anew what they show."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.main_window import MainWindow
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.theme import Theme


def add(window: DeskWindow, name: str) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name), ())).partner


def test_a_change_refreshes_the_tab_in_front_at_once(window: DeskWindow) -> None:
    window.show_tab(window.partners)
    add(window, "Alfa")
    assert window.partners.model.rowCount() == 1


def test_a_hidden_tab_is_refreshed_once_when_it_comes_to_the_front(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_tab(window.results)
    read: list[Tab] = []
    for tab in window.tabs:
        monkeypatch.setattr(tab, "refresh", lambda tab=tab: read.append(tab))
    add(window, "Alfa")
    add(window, "Beta")
    assert read == [window.results, window.results]
    window.tab_row.setCurrentWidget(window.partners)
    window.show_tab(window.today)
    window.show_tab(window.partners)
    assert read[2:] == [window.partners, window.today]


def test_going_to_a_partner_from_another_tab_finds_it_though_it_is_new(window: DeskWindow) -> None:
    window.show_tab(window.results)
    partner = add(window, "Alfa")
    window.results.partner_asked.emit(partner.key)
    assert window.partners._current_key() == partner.key


def test_an_error_while_refreshing_is_reported_and_the_save_succeeds(
    window: DeskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("cannot be drawn")

    monkeypatch.setattr(window.tabs[0], "refresh", fail)
    with qtbot.capture_exceptions() as reported:
        partner = add(window, "Alfa")
    assert [kind for kind, _error, _trace in reported] == [ZeroDivisionError]
    assert window._desk.directory.partner(partner.key).name == "Alfa"
    assert window._counts.text().startswith("1 partner")


class CountingTab(Tab):
    """Counts how often it was refreshed."""

    title = "Counting"
    icon_name = "today"
    watches = frozenset({"partner"})

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def refresh(self) -> None:
        self.times += 1


def test_a_window_that_left_reads_nothing_more(qapp: QApplication, desk: Desk, resources: Path) -> None:
    front, hidden = CountingTab(), CountingTab()
    window = MainWindow(desk, (front, hidden), Theme(qapp, resources))
    desk.directory.save(PartnerFile(Partner(name="Alfa"), ()))
    assert (front.times, hidden.times) == (1, 0)
    window.retire()
    window.show_tab(hidden)
    desk.directory.save(PartnerFile(Partner(name="Beta"), ()))
    assert (front.times, hidden.times) == (1, 0)


def test_a_message_with_undo_goes_when_something_else_changes(window: DeskWindow) -> None:
    first = add(window, "Alfa")
    window.partners.undoable_done.emit("Imported 1 partner")
    assert window.toast.isVisible()
    window._desk.directory.save(PartnerFile(replace(first, city="Sopot"), ()))
    assert not window.toast.isVisible()
