"""One partner to read: what is known, what happened, files, attempts."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    HistoryKind,
    Partner,
    Stage,
)
from partnerdesk.domain.partnership import Obligation, ObligationStatus, Partnership, RefusalReason, State
from partnerdesk.domain.partnership_type import Asset, Side
from partnerdesk.services.attachments import LARGEST
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.approach import ApproachDialog
from partnerdesk.ui.dialogs.history_entry import HistoryEntryDialog
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.tabs.partners.partner_view import PartnerView
from tests.conftest import type_text
from tests.ui.conftest import button
from tests.ui.test_directory_dialogs import stop_at_once
from tests.ui.test_partner_form import mnemonics

TODAY = date.today()


@pytest.fixture
def partner(window: DeskWindow) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name="Alfa & Syn"), ())).partner


@pytest.fixture
def view(window: DeskWindow, partner: Partner) -> PartnerView:
    window.show()
    window.show_tab(window.partners)
    window.partners.show_partner(partner.key)
    return window.partners.view


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def lines(view: PartnerView) -> list[QFrame]:
    return [each for each in view.timeline.findChildren(QFrame, "timeline_item") if each.isVisible()]


def attempt(partner: Partner, outcome: ApproachOutcome, days: int, **more: object) -> Approach:
    return Approach(
        partner_id=partner.key,
        happened_on=TODAY - timedelta(days=days),
        channel=ApproachChannel.PHONE,
        outcome=outcome,
        **more,
    )


def test_only_what_is_known_is_shown(window: DeskWindow, view: PartnerView) -> None:
    assert texts(view.about) == ["Prospect", "Nothing more is known yet. Add it with Edit."]
    full = Partner(
        name="Beta",
        stage=Stage.NEGOTIATING,
        is_key_client=True,
        responsible="Łucja",
        nip="5250007738",
        tags=("targi", "<b>śluby</b>"),
        sells=("kwiaty",),
        assets=(Asset.EVENTS,),
        addresses=(Address(label="Magazyn", city="Sopot"),),
        channels=(Channel(kind=ChannelKind.PHONE, value="600 100 200", label="biuro"),),
    )
    anna = Contact(
        first_name="Anna",
        is_decision_maker=True,
        name_day="--04-15",
        birthday="1980-05-03",
        salutation="Droga Aniu",
    )
    stored = window._desk.directory.save(PartnerFile(full, (anna,))).partner
    window._desk.history.add(stored.key, "x", HistoryKind.CALL)
    window.partners.show_partner(stored.key)
    shown = texts(view.about)
    for text in (
        "Negotiating", "Key client", "targi", "<b>śluby</b>", "525-000-77-38", "kwiaty", "Events", "Magazyn",
        "Sopot", "Phone (biuro)", "600 100 200", "Anna · decides", "Name day 15.04 · Birthday 03.05.1980",
        "Salutation: “Droga Aniu”",
    ):  # fmt: skip
        assert text in shown, text
    assert any("Looked after by Łucja" in text for text in shown)
    assert any(f"{TODAY:%d/%m/%Y}" in text for text in shown)
    assert "Website" not in shown


def test_a_refusal_is_recorded_with_reason_and_day_and_moves_the_stage(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(view, "record_attempt"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(ApproachDialog)
    editors = dialog.form.editors
    assert editors["happened_on"].value() == TODAY.isoformat()
    assert not editors["refusal_reason"].isVisible()
    editors["outcome"].set_value("refused")
    assert editors["refusal_reason"].isVisible()
    editors["retry_on"].set_value((TODAY - timedelta(days=1)).isoformat())
    type_text(editors["note"].focus_target, "może wiosną")
    qtbot.mouseClick(button(dialog, "save_form"), Qt.MouseButton.LeftButton)
    assert "why they refused" in dialog.form.findChild(QLabel, "refusal_reason_fault").text()
    assert "before the attempt" in dialog.form.findChild(QLabel, "retry_on_fault").text()
    assert editors["note"].value() == "może wiosną"
    editors["refusal_reason"].set_value("no_time")
    editors["retry_on"].set_value((TODAY + timedelta(days=90)).isoformat())
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(button(dialog, "save_form"), Qt.MouseButton.LeftButton)
    assert window._desk.directory.partner(partner.key).stage is Stage.REFUSED
    assert window.toast.accessibleName() == "Attempt recorded; Alfa & Syn is now “Refused”"
    assert "Refused" in texts(view.about)
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert window._desk.approaches.of_partner(partner.key) == []
    assert "Prospect" in texts(view.about)


def test_braces_in_a_name_are_shown_as_they_are(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    braces = window._desk.directory.save(PartnerFile(Partner(name="Firma {x} {name}"), ())).partner
    window.partners.show_partner(braces.key)
    qtbot.mouseClick(button(view, "record_attempt"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(ApproachDialog)
    assert dialog.windowTitle() == "Record an attempt: Firma {x} {name}"
    dialog.save()
    assert window.toast.accessibleName() == "Attempt recorded; Firma {x} {name} is now “Contacted”"


def test_an_attempt_is_changed_and_deleted_in_the_history(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    window._desk.approaches.save(attempt(partner, ApproachOutcome.LATER, 3))
    view.pages.setCurrentWidget(view.timeline)
    assert "Phone call: Asked to come back later" in texts(view.timeline)
    qtbot.mouseClick(lines(view)[0].findChild(QToolButton, "edit_item"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(ApproachDialog)
    dialog.form.editors["outcome"].set_value("interested")
    dialog.save()
    assert "Phone call: Interested" in texts(view.timeline)
    qtbot.mouseClick(lines(view)[0].findChild(QToolButton, "delete_item"), Qt.MouseButton.LeftButton)
    assert lines(view) == []
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert len(lines(view)) == 1


def test_a_call_of_another_day_is_written_changed_and_deleted(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    view.pages.setCurrentWidget(view.timeline)
    entry = view.timeline.entry
    entry.kind.choose("call")
    entry.day.line.setText("01.03.2026")
    type_text(entry.text, "Pierwszy wiersz")
    qtbot.keyClick(entry.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(entry.text, "łódź")
    qtbot.mouseClick(entry.add_button, Qt.MouseButton.LeftButton)
    stored = window._desk.directory.history(partner.key)[0]
    assert (stored.kind, stored.details["text"]) == (HistoryKind.CALL, "Pierwszy wiersz\nłódź")
    assert "01/03/2026 · Call" in texts(view.timeline)
    assert entry.text.toPlainText() == ""
    qtbot.mouseClick(lines(view)[0].findChild(QToolButton, "edit_item"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(HistoryEntryDialog)
    dialog.form.editors["text"].set_value(" ")
    dialog.save()
    assert "is needed" in dialog.form.findChild(QLabel, "text_fault").text()
    dialog.form.editors["text"].set_value("Poprawione")
    dialog.form.editors["kind"].set_value("meeting")
    dialog.save()
    assert "01/03/2026 · Meeting" in texts(view.timeline)
    qtbot.mouseClick(lines(view)[0].findChild(QToolButton, "delete_item"), Qt.MouseButton.LeftButton)
    assert lines(view) == []
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert "Poprawione" in texts(view.timeline)


def test_a_wrong_day_is_told_and_the_text_stays(view: PartnerView, qtbot: QtBot) -> None:
    view.pages.setCurrentWidget(view.timeline)
    entry = view.timeline.entry
    entry.day.line.setText("31.02.2026")
    type_text(entry.text, "ważne")
    qtbot.keyClick(entry.text, Qt.Key.Key_Return)
    assert any("Enter a day" in text for text in texts(entry))
    assert entry.text.toPlainText() == "ważne"
    assert lines(view) == []


def test_a_text_not_yet_added_waits_for_its_partner(
    window: DeskWindow, view: PartnerView, partner: Partner
) -> None:
    other = window._desk.directory.save(PartnerFile(Partner(name="Beta"), ())).partner
    view.pages.setCurrentWidget(view.timeline)
    type_text(view.timeline.entry.text, "niedokończone")
    window.partners.show_partner(other.key)
    assert view.timeline.entry.text.toPlainText() == ""
    window.partners.show_partner(partner.key)
    assert view.timeline.entry.text.toPlainText() == "niedokończone"


def answer_unsaved(window: DeskWindow, text: str) -> list[str]:
    """Answer the next question about what is not saved; the list holds it afterwards."""
    asked: list[str] = []

    def answer() -> None:
        box = next(each for each in window.findChildren(UnsavedBox) if each.isVisible())
        asked.append(box.text())
        next(each for each in box.buttons() if each.text() == text).click()

    QTimer.singleShot(0, answer)
    return asked


def test_closing_asks_about_entries_that_are_not_added(
    window: DeskWindow, view: PartnerView, partner: Partner
) -> None:
    desk = window._desk
    other = desk.directory.save(PartnerFile(Partner(name="Beta"), ())).partner
    view.pages.setCurrentWidget(view.timeline)
    entry = view.timeline.entry
    entry.kind.choose("call")
    entry.day.line.setText("31.02.2026")
    type_text(entry.text, "zwykła rozmowa")
    asked = answer_unsaved(window, "Discard")
    assert window.partners.may_close()
    assert asked == ["The entry typed for Alfa & Syn is not added to the history."]
    window.partners.show_partner(other.key)
    type_text(entry.text, "druga")
    window.show_tab(window.today)
    asked = answer_unsaved(window, "Save")
    assert not window.may_leave()
    assert asked == ["2 typed entries are not added to the history."]
    assert desk.directory.history(partner.key) == desk.directory.history(other.key) == []
    assert window.tab_row.currentWidget() is window.partners
    assert entry.text.toPlainText() == "zwykła rozmowa"
    assert any("Enter a day" in text for text in texts(entry))
    entry.day.line.setText("01.03.2026")
    answer_unsaved(window, "Save")
    assert window.may_leave()
    (stored,) = desk.directory.history(partner.key)
    assert (stored.kind, stored.details["text"]) == (HistoryKind.CALL, "zwykła rozmowa")
    assert stored.happened_at.astimezone().date() == date(2026, 3, 1)
    assert [each.details["text"] for each in desk.directory.history(other.key)] == ["druga"]
    assert desk.undo.undo_label == "Add 2 entries"
    assert window.may_leave()


def test_keeping_an_entry_leads_back_to_it(window: DeskWindow, view: PartnerView, partner: Partner) -> None:
    view.pages.setCurrentWidget(view.timeline)
    type_text(view.timeline.entry.text, "niedokończone")
    view.pages.setCurrentWidget(view.about)
    window.show_tab(window.letters)
    answer_unsaved(window, "Keep editing")
    assert not window.close()
    assert window.isVisible()
    assert view.timeline.entry.text.isVisible()
    assert view.timeline.entry.text.toPlainText() == "niedokończone"


def test_a_window_built_anew_goes_on_with_the_same_page_and_entries(
    app: App, window: DeskWindow, view: PartnerView, partner: Partner
) -> None:
    other = window._desk.directory.save(PartnerFile(Partner(name="Beta"), ())).partner
    view.pages.setCurrentWidget(view.timeline)
    view.timeline.entry.day.line.setText("1.3.2026")
    type_text(view.timeline.entry.text, "pierwsze")
    window.partners.show_partner(other.key)
    view.timeline.entry.kind.choose("call")
    type_text(view.timeline.entry.text, "drugie")
    app._preferences.save("language", "pl")
    app._rebuild()
    assert app.window is not None
    again = app.window.partners.view
    assert again is not view
    assert again.pages.currentWidget() is again.timeline
    assert again.timeline.entry.text.toPlainText() == "drugie"
    assert again.timeline.entry.kind.currentData() == "call"
    app.window.partners.show_partner(partner.key)
    assert again.timeline.entry.text.toPlainText() == "pierwsze"
    assert again.timeline.entry.day.value() == date(2026, 3, 1)


def many_notes(window: DeskWindow, partner: Partner, count: int) -> None:
    with window._desk.workspace.change("many"):
        for number in range(count):
            window._desk.history.add(partner.key, f"nr {number}", day=TODAY - timedelta(days=number + 1))


def test_cards_whose_entry_has_not_changed_stay(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    many_notes(window, partner, 60)
    view.pages.setCurrentWidget(view.timeline)
    first = list(view.timeline.list.cards)
    assert len(first) == 50
    button(view, "more_timeline").click()
    assert view.timeline.list.cards[:50] == first
    assert len(view.timeline.list.cards) == 60
    assert not button(view, "more_timeline").isVisible()
    window._desk.history.add(partner.key, "teraz")
    assert view.timeline.list.cards[1:51] == first
    history = window._desk.history
    history.change(first[3].item.record, "poprawione", HistoryKind.NOTE, TODAY)
    cards = view.timeline.list.cards
    assert {card.item.text for card in cards[:2]} == {"teraz", "poprawione"}
    assert [card.item.text for card in cards[2:]] == [f"nr {at}" for at in range(60) if at != 3]
    assert [card for card in cards if card in first] == [*first[:3], *first[4:]]
    qtbot.waitUntil(lambda: all(above.y() < below.y() for above, below in pairwise(cards)))


def tab_stops(first: QWidget, last: QWidget) -> list[QWidget]:
    stops, at = [first], first
    while at is not last:
        at = at.nextInFocusChain()
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            stops.append(at)
    return stops


def test_the_tab_key_goes_through_entries_as_they_stand(
    window: DeskWindow, view: PartnerView, partner: Partner
) -> None:
    many_notes(window, partner, 55)
    view.pages.setCurrentWidget(view.timeline)
    window._desk.history.add(partner.key, "teraz")
    timeline = view.timeline.list
    expected = [timeline, *(each for card in timeline.cards for each in card.buttons), timeline.more_button]
    assert tab_stops(timeline, timeline.more_button) == expected


def test_the_focus_goes_on_to_new_entries_and_to_the_neighbour_of_one_that_is_deleted(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    many_notes(window, partner, 52)
    view.pages.setCurrentWidget(view.timeline)
    timeline = view.timeline.list
    timeline.more_button.setFocus()
    qtbot.keyClick(timeline.more_button, Qt.Key.Key_Space)
    assert window.focusWidget() is timeline.cards[50].buttons[0]
    for place, follower in ((50, 50), (50, 49), (0, 0)):
        delete = timeline.cards[place].buttons[1]
        delete.setFocus()
        qtbot.keyClick(delete, Qt.Key.Key_Space)
        assert window.focusWidget() is timeline.cards[follower].buttons[1]
        assert window.toast.isVisible()
    view.timeline.filter.choose("call")
    view.timeline.entry.kind.choose("call")
    type_text(view.timeline.entry.text, "jedyna")
    view.timeline.entry.enter()
    (only,) = timeline.cards
    only.buttons[1].setFocus()
    qtbot.keyClick(only.buttons[1], Qt.Key.Key_Space)
    assert window.focusWidget() is timeline


def test_a_long_history_is_shown_by_fifties_and_narrowed_by_kind(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    with window._desk.workspace.change("many"):
        for number in range(70):
            kind = HistoryKind.CALL if number < 3 else HistoryKind.NOTE
            window._desk.history.add(partner.key, f"nr {number}", kind, TODAY - timedelta(days=number))
    view.pages.setCurrentWidget(view.timeline)
    assert len(lines(view)) == 50
    more = view.timeline.findChild(QPushButton, "more_timeline")
    more.click()
    assert len(lines(view)) == 70
    view.timeline.filter.choose("call")
    assert [text for text in texts(view.timeline) if text.startswith("nr")] == ["nr 0", "nr 1", "nr 2"]
    view.timeline.filter.choose("file")
    assert "Nothing of this kind." in texts(view.timeline)


def test_a_kept_promise_stands_in_the_history_and_leads_to_its_partnership(
    window: DeskWindow, view: PartnerView, partner: Partner, qtbot: QtBot
) -> None:
    desk = window._desk
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    agreed = Partnership(partner_id=partner.key, type_key="card_swap", state=State.RUNNING, terms=terms)
    stored = desk.partnerships.save(Agreement(agreed, (Obligation(side=Side.THEIRS, text="Ulotki"),)))
    desk.partnerships.settle(stored.obligations[0].key, ObligationStatus.KEPT, TODAY)
    view.pages.setCurrentWidget(view.timeline)
    view.timeline.filter.choose("promise")
    assert "Promise kept: Ulotki" in texts(view.timeline)
    with qtbot.waitSignal(view.partnership_shown) as shown:
        qtbot.mouseClick(lines(view)[0].findChild(QToolButton, "show_item"), Qt.MouseButton.LeftButton)
    assert shown.args == [stored.partnership.key]


def write(tmp_path: Path, name: str, size: int) -> Path:
    path = tmp_path / name
    path.write_bytes(bytes(size))
    return path


def drop(view: PartnerView, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(view, enter)
    if not enter.isAccepted():
        return False
    hint = view.findChild(QLabel, "drop_hint")
    assert "keep a copy with Alfa & Syn" in hint.text()
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys, QEvent.Type.Drop)
    QApplication.sendEvent(view, event)
    assert not hint.isVisible()
    return event.isAccepted()


def rows(view: PartnerView) -> list[tuple[str, ...]]:
    table = view.files.table
    return [tuple(table.item(row, at).text() for at in range(3)) for row in range(table.rowCount())]


def test_a_dropped_file_is_kept_listed_and_undone(
    window: DeskWindow, view: PartnerView, tmp_path: Path, qtbot: QtBot
) -> None:
    assert drop(view, write(tmp_path, "oferta.pdf", 1_500_000))
    qtbot.waitUntil(lambda: bool(rows(view)))
    assert rows(view) == [("oferta.pdf", "1.5\u00a0MB", f"{TODAY:%d/%m/%Y}")]
    assert view.pages.currentWidget() is view.files
    assert window.undo_action.text() == "&Undo: Add file oferta.pdf"
    qtbot.waitUntil(window.toast.isVisible)
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert rows(view) == []
    assert view.files.empty.isVisible()


def test_text_that_is_dropped_is_not_taken(view: PartnerView) -> None:
    data = QMimeData()
    data.setText("tekst")
    event = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


def test_a_file_too_large_is_refused_in_words_and_nothing_is_kept(
    window: DeskWindow, view: PartnerView, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(view, write(tmp_path, "mały.txt", 10), write(tmp_path, "film.mp4", LARGEST + 1))

    def told() -> list[str]:
        boxes = [box for box in window.findChildren(QWidget, "problem_box") if box.isVisible()]
        return [box.text() for box in boxes]

    qtbot.waitUntil(lambda: bool(told()))
    assert "“film.mp4” has 10.1\u00a0MB; at most 10\u00a0MB" in told()[0]
    assert rows(view) == []


@pytest.fixture
def kept(window: DeskWindow, view: PartnerView, partner: Partner, tmp_path: Path) -> Callable[[str], None]:
    def keep(name: str) -> None:
        window._desk.attachments.add(partner.key, write(tmp_path, name, 2_000))
        view.pages.setCurrentWidget(view.files)

    return keep


def test_a_file_is_opened_as_a_copy_by_enter(
    view: PartnerView, kept: Callable[[str], None], qtbot: QtBot
) -> None:
    kept("umowa – „żółw”.txt")
    opened: list[Path] = []
    view.files.open_url = lambda url: opened.append(Path(url.toLocalFile())) or True
    view.files.table.setFocus()
    qtbot.keyClick(view.files.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].name == "umowa – „żółw”.txt"
    assert opened[0].read_bytes() == bytes(2_000)
    assert opened[0].parent.stat().st_mode & 0o077 == 0


def test_stop_leaves_a_file_unopened_and_unsaved(
    window: DeskWindow, view: PartnerView, kept: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    kept("a.txt")
    opened: list[QUrl] = []
    view.files.open_url = lambda url: opened.append(url) or True
    file, target = view.files._files[0], tmp_path / "b.txt"
    for begin in (lambda: view.files.open(file), lambda: view.files.save(file, target)):
        stop_at_once(window, begin, view.files)
        qtbot.waitUntil(lambda: not view.files._work.busy)
    assert opened == []
    assert not target.exists()


def test_a_program_is_not_opened_but_saved(
    window: DeskWindow, view: PartnerView, kept: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    kept("narzędzie.exe")
    opened: list[QUrl] = []
    view.files.open_url = lambda url: opened.append(url) or True
    qtbot.mouseClick(button(view, "open_file"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "problem_box") is not None)
    assert "Save as" in window.findChild(QWidget, "problem_box").text()
    assert opened == []
    view.files.save(view.files._files[0], tmp_path / "zapisane.exe")
    qtbot.waitUntil((tmp_path / "zapisane.exe").exists)


def test_a_file_is_removed_by_the_delete_key_and_comes_back(
    window: DeskWindow, view: PartnerView, kept: Callable[[str], None], qtbot: QtBot
) -> None:
    kept("a.txt")
    qtbot.keyClick(view.files.table, Qt.Key.Key_Delete)
    assert rows(view) == []
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert [row[0] for row in rows(view)] == ["a.txt"]


@pytest.mark.parametrize("language", ["en", "pl"])
def test_each_page_names_its_controls_and_fits_a_small_window(
    app: App, language: str, tmp_path: Path, qtbot: QtBot
) -> None:
    app._preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name="Alfa"), (Contact(first_name="Anna"),))).partner
    desk.approaches.save(
        attempt(partner, ApproachOutcome.REFUSED, 1, refusal_reason=RefusalReason.TERMS, note="x " * 80)
    )
    desk.history.add(partner.key, "a" * 200 + "\nb")
    desk.attachments.add(partner.key, write(tmp_path, "a.txt", 3))
    window.resize(800, 600)
    window.show_tab(window.partners)
    window.partners.show_partner(partner.key)
    view = window.partners.view
    for page in (view.about, view.timeline, view.files):
        view.pages.setCurrentWidget(page)
        tabs = view.pages.tabBar()
        titles = [tabs.tabText(at) for at in range(tabs.count())]
        letters = mnemonics(view) + [title[title.index("&") + 1].lower() for title in titles if "&" in title]
        assert len(letters) == len(set(letters)), letters
        for control in view.findChildren(QWidget):
            if control.isVisibleTo(view) and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                caption = control.text() if isinstance(control, QAbstractButton) else ""
                named = (
                    control.accessibleName()
                    or caption
                    or control.objectName() in ("about_partner", "timeline")
                )
                assert named or control.objectName().startswith("qt_") or control is view.pages, control
        assert view.minimumSizeHint().width() <= 340
        assert view.minimumSizeHint().height() <= 470
