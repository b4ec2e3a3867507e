"""The Partners tab by mouse and keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partner_fields import contact_fields
from partnerdesk.ui.desk_window import DeskWindow
from tests.conftest import type_text
from tests.ui.conftest import button


def add(window: DeskWindow, name: str, *contacts: Contact, **values: object) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner


def names(window: DeskWindow) -> list[str]:
    model = window.partners.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_directory_says_how_to_begin(window: DeskWindow, qtbot: QtBot) -> None:
    tab = window.partners
    window.show_tab(tab)
    assert tab.empty.isVisible()
    qtbot.mouseClick(tab.empty.button, Qt.MouseButton.LeftButton)
    assert tab.editor.isVisible()


def test_a_partner_is_added_with_a_contact_by_keyboard_and_shown(window: DeskWindow, qtbot: QtBot) -> None:
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    type_text(tab.editor.form.editors["name"].focus_target, "Łąka & Syn <b>")
    people = tab.editor.form.editors["contacts"]
    qtbot.mouseClick(people.add_button, Qt.MouseButton.LeftButton)
    type_text(people.findChild(QLineEdit, "first_name"), "Święta")
    qtbot.mouseClick(tab.editor.save_button, Qt.MouseButton.LeftButton)
    assert names(window) == ["Łąka & Syn <b>"]
    shown = [label.text() for label in tab.view.findChildren(QLabel)]
    assert "Łąka & Syn <b>" in shown
    assert "Święta" in shown
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in tab.view.findChildren(QLabel))


def test_a_wrong_nip_is_told_beside_its_field_and_nothing_typed_is_lost(window: DeskWindow) -> None:
    tab = window.partners
    tab.add()
    form = tab.editor.form
    form.editors["name"].set_value("Firma")
    form.editors["nip"].set_value("525-000-77-39")
    form.editors["notes"].set_value("wiele tekstu")
    assert tab.editor.save() is False
    fault = form.findChild(QLabel, "nip_fault")
    assert "typing mistake" in fault.text()
    assert form.editors["nip"].focus_target.property("wrong") is True
    assert form.values()["notes"] == "wiele tekstu"
    form.editors["nip"].set_value("525-000-77-38")
    assert fault.text() == ""
    assert tab.editor.save() is True


def test_a_wrong_date_is_told_and_kept(window: DeskWindow) -> None:
    tab = window.partners
    tab.add()
    form = tab.editor.form
    form.editors["name"].set_value("Firma")
    form.editors["first_day"].day.line.setText("31.02.2026")
    assert tab.editor.save() is False
    assert "Enter a day" in form.findChild(QLabel, "first_day_fault").text()
    assert form.editors["first_day"].day.line.text() == "31.02.2026"


def test_a_contacts_wrong_email_is_told_in_its_line(window: DeskWindow) -> None:
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    tab.editor.form.set_values(
        {
            "name": "Firma",
            "stage": "prospect",
            "language": "pl",
            "contacts": [{"surname": "Nowak", "email": "x"}],
        }
    )
    assert tab.editor.save() is False
    faults = [label.text() for label in tab.editor.form.editors["contacts"].findChildren(QLabel)]
    assert sum("name@firm.pl" in text for text in faults) == 1
    tab.editor.form.editors["contacts"].cell(0, "email").set_value("x@firma.pl")
    faults = [label.text() for label in tab.editor.form.editors["contacts"].findChildren(QLabel)]
    assert not any("name@firm.pl" in text for text in faults)


def test_search_finds_while_typing_and_none_offers_to_clear(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Łódź Druk")
    add(window, "Żółw", Contact(surname="Święch"))
    tab = window.partners
    window.show_tab(tab)
    type_text(tab.search_line, "lo")
    assert names(window) == ["Łódź Druk"]
    tab.search_line.setText("swiech")
    assert names(window) == ["Żółw"]
    tab.search_line.setText("brak")
    assert tab.no_results.isVisible()
    qtbot.mouseClick(tab.no_results.button, Qt.MouseButton.LeftButton)
    assert names(window) == ["Łódź Druk", "Żółw"]


def test_deleting_shows_a_message_whose_undo_brings_the_partner_back(
    window: DeskWindow, qtbot: QtBot
) -> None:
    add(window, "Alfa")
    add(window, "Beta")
    tab = window.partners
    window.show_tab(tab)
    tab.table.selectRow(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert names(window) == ["Beta"]
    assert window.toast.isVisible()
    assert window.undo_action.text() == "&Undo: Delete partner Alfa"
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert names(window) == ["Alfa", "Beta"]
    assert window.redo_action.isEnabled()


def test_a_change_elsewhere_does_not_overwrite_the_form(window: DeskWindow) -> None:
    partner = add(window, "Alfa")
    tab = window.partners
    window.show_tab(tab)
    window.show_tab(tab)
    tab.show_partner(partner.key)
    tab.edit()
    tab.editor.form.editors["city"].set_value("Sopot")
    add(window, "Beta")
    assert tab.has_unsaved()
    assert tab.editor.form.values()["city"] == "Sopot"
    assert names(window) == ["Alfa", "Beta"]


def test_leaving_a_changed_form_asks_first(window: DeskWindow, qtbot: QtBot) -> None:
    first, second = add(window, "Alfa"), add(window, "Beta")
    tab = window.partners
    window.show_tab(tab)
    tab.show_partner(first.key)
    tab.edit()
    tab.editor.form.editors["city"].set_value("Sopot")
    tab.table.selectRow(1)
    asked = [child for child in tab.children() if child.objectName() == "unsaved_box"]
    assert len(asked) == 1
    keep = next(each for each in asked[0].buttons() if each.text() == "Keep editing")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert tab.has_unsaved()
    assert tab._current_key() == first.key
    tab.table.selectRow(1)
    asked = [child for child in tab.children() if child.objectName() == "unsaved_box"]
    save = next(each for each in asked[-1].buttons() if each.text() == "Save")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert window._desk.directory.partner(first.key).city == "Sopot"
    assert tab._current_key() == second.key


def test_the_buttons_lead_to_letter_and_partnership(window: DeskWindow, qtbot: QtBot) -> None:
    partner = add(window, "Alfa")
    tab = window.partners
    window.show_tab(tab)
    window.show_tab(tab)
    tab.show_partner(partner.key)
    with qtbot.waitSignal(tab.letter_asked) as asked:
        qtbot.mouseClick(button(tab, "write_letter"), Qt.MouseButton.LeftButton)
    assert asked.args == [partner.key]
    assert window.tab_row.currentWidget() is window.letters


def test_a_note_is_added_by_enter(window: DeskWindow, qtbot: QtBot) -> None:
    partner = add(window, "Alfa")
    tab = window.partners
    window.show_tab(tab)
    window.show_tab(tab)
    tab.show_partner(partner.key)
    tab.view.pages.setCurrentWidget(tab.view.timeline)
    text = tab.view.timeline.entry.text
    type_text(text, "Zadzwonić jutro")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert any(label.text() == "Zadzwonić jutro" for label in tab.view.findChildren(QLabel))
    assert text.toPlainText() == ""


def test_tab_leads_through_a_persons_line_and_on_to_the_button_below(
    window: DeskWindow, qtbot: QtBot
) -> None:
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    people = tab.editor.form.editors["contacts"]
    qtbot.mouseClick(people.add_button, Qt.MouseButton.LeftButton)
    line = people.findChild(QLineEdit, "first_name")
    qtbot.waitUntil(line.isVisible)
    seen = []
    widget = line
    for _ in range(40):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(people):
            seen.append(widget.objectName())
        if widget is people.add_button:
            break
    own = [field.key for field in contact_fields()][1:]
    assert seen == [*own, "contacts_add"]
