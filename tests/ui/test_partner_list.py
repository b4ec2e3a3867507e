"""The list of the Partners tab: conditions, saved filters, columns, orders, and changes to a selection."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import Contact, HistoryEntry, HistoryKind, Partner, Stage
from partnerdesk.domain.partner_filter import OrderBy, PartnerFilter, PartnerOrder
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.tabs.partners.column_layout import ListLayout
from partnerdesk.ui.tabs.partners.tab import PartnersTab
from tests.conftest import type_text
from tests.ui.conftest import button


def add(window: DeskWindow, name: str, *contacts: Contact, called: str = "", **values: object) -> Partner:
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner
    if called:
        with desk.workspace.change("Call"):
            desk.workspace.history.insert(
                HistoryEntry(
                    partner_id=partner.key,
                    kind=HistoryKind.CALL,
                    happened_at=datetime.fromisoformat(called).replace(tzinfo=UTC),
                    details={"text": "Rozmowa"},
                )
            )
    return partner


def names(tab: PartnersTab) -> list[str]:
    return [tab.model.index(row, 0).data() for row in range(tab.model.rowCount())]


def cell(tab: PartnersTab, row: int, key: str) -> str:
    return tab.model.index(row, tab.model.column_of(key)).data()


def headings(tab: PartnersTab) -> list[str]:
    """The headings that are seen, from left to right."""
    header = tab.table.horizontalHeader()
    places = [header.logicalIndex(place) for place in range(header.count())]
    return [tab.model.columns[at].heading for at in places if not header.isSectionHidden(at)]


def dialog(tab: QWidget, name: str) -> Any:
    found = [each for each in tab.findChildren(QDialog) if each.objectName() == name and each.isVisible()]
    assert len(found) == 1, name
    return found[0]


@pytest.fixture
def tab(window: DeskWindow, qtbot: QtBot) -> PartnersTab:
    boss = Contact(first_name="Ewa", surname="Żak", job_title="Prezes", is_decision_maker=True)
    add(
        window, "Łąka", Contact(surname="Pierwszy"), boss, city="Łódź", stage=Stage.PARTNER,
        tags=("VIP", "Ślub"), audience=("pary młode",), responsible="Żaneta", is_key_client=True,
        called="2020-02-01",
    )  # fmt: skip
    add(window, "Beta", city="Sopot", tags=("VIP",), responsible="Łucja", is_competitor=True)
    add(window, "Ćma & Syn", city="Gdańsk", stage=Stage.PARTNER, audience=("firmy",))
    add(window, "Alfa", stage=Stage.REFUSED)
    window.show_tab(window.partners)
    qtbot.waitExposed(window)
    return window.partners


@pytest.fixture
def panel_open(tab: PartnersTab, qtbot: QtBot) -> PartnersTab:
    qtbot.mouseClick(button(tab, "filter_button"), Qt.MouseButton.LeftButton)
    assert tab.list.filter_panel.isVisible()
    return tab


def tick(tab: PartnersTab, condition: str, text: str, qtbot: QtBot) -> None:
    """Tick an entry of a condition by keyboard."""
    choice = tab.list.filter_panel.choices[condition]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    popup = choice.popup
    assert popup is not None
    view = popup.findChild(QListView, "choice_list")
    model = view.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == text)
    view.setCurrentIndex(model.index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    popup.close()


@pytest.mark.parametrize(
    ("condition", "text", "found", "said"),
    [
        ("stages", "Partner", ["Ćma & Syn", "Łąka"], "Stage: Partner"),
        ("tags", "VIP", ["Beta", "Łąka"], "Tag: VIP"),
        ("cities", "Łódź", ["Łąka"], "Town: Łódź"),
        ("audiences", "firmy", ["Ćma & Syn"], "Whom it serves: firmy"),
        ("responsible", "Łucja", ["Beta"], "Responsible: Łucja"),
        ("responsible", "(nobody)", ["Alfa", "Ćma & Syn"], "Responsible: (nobody)"),
    ],
)
def test_each_choice_narrows_the_list_and_is_taken_away_again(
    panel_open: PartnersTab, condition: str, text: str, found: list[str], said: str, qtbot: QtBot
) -> None:
    tab = panel_open
    tick(tab, condition, text, qtbot)
    assert names(tab) == found
    assert tab.list.count_label.text() == f"{len(found)} found"
    filter_button = button(tab, "filter_button")
    assert filter_button.text() == "Filter (1)"
    assert filter_button.accessibleName() == "Filter, 1 condition"
    qtbot.mouseClick(filter_button, Qt.MouseButton.LeftButton)
    chip = button(tab, f"condition_{condition}")
    assert chip.isVisible()
    assert chip.text() == said
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(names(tab)) == 4
    assert not tab.list.conditions.isVisible()


@pytest.mark.parametrize(
    ("box", "entry", "found"),
    [
        ("filter_key_client", "Key clients only", ["Łąka"]),
        ("filter_key_client", "No key clients", ["Alfa", "Beta", "Ćma & Syn"]),
        ("filter_competitor", "Competitors only", ["Beta"]),
        ("filter_competitor", "No competitors", ["Alfa", "Ćma & Syn", "Łąka"]),
        ("filter_last_contact", "No contact for over 365 days", ["Alfa", "Beta", "Ćma & Syn", "Łąka"]),
    ],
)
def test_each_box_narrows_the_list(panel_open: PartnersTab, box: str, entry: str, found: list[str]) -> None:
    control = panel_open.findChild(QComboBox, box)
    control.setCurrentIndex(control.findText(entry))
    assert names(panel_open) == found


def test_an_own_number_of_days_can_be_typed(panel_open: PartnersTab) -> None:
    box = panel_open.findChild(QComboBox, "filter_last_contact")
    days = panel_open.findChild(QLineEdit, "filter_days")
    assert not days.isVisible()
    box.setCurrentIndex(box.count() - 1)
    assert days.isVisible()
    days.clear()
    assert len(names(panel_open)) == 4
    type_text(days, "x9000")
    assert panel_open.list.where.not_contacted_days == 9_000
    assert names(panel_open) == ["Alfa", "Beta", "Ćma & Syn"]


def test_conditions_and_words_combine_and_no_results_offers_to_clear_both(
    panel_open: PartnersTab, qtbot: QtBot
) -> None:
    tab = panel_open
    tick(tab, "stages", "Partner", qtbot)
    tick(tab, "tags", "VIP", qtbot)
    assert names(tab) == ["Łąka"]
    type_text(tab.search_line, "gdansk")
    assert names(tab) == []
    assert tab.no_results.isVisible()
    assert not tab.empty.isVisible()
    qtbot.mouseClick(tab.no_results.button, Qt.MouseButton.LeftButton)
    assert tab.search_line.text() == ""
    assert tab.list.where.is_empty
    assert len(names(tab)) == 4


def test_clear_all_takes_every_condition_away(tab: PartnersTab, qtbot: QtBot) -> None:
    tab.list.show_filter(PartnerFilter(stages=(Stage.PARTNER,), tags=("VIP",), key_client=True))
    assert button(tab, "filter_button").text() == "Filter (3)"
    qtbot.mouseClick(button(tab, "clear_conditions"), Qt.MouseButton.LeftButton)
    assert len(names(tab)) == 4
    assert button(tab, "filter_button").text() == "Filter"


def test_a_chosen_value_that_nobody_has_any_more_can_be_taken_away(
    panel_open: PartnersTab, qtbot: QtBot
) -> None:
    panel_open.list.show_filter(PartnerFilter(tags=("dawna",)))
    tick(panel_open, "tags", "dawna", qtbot)
    assert panel_open.list.where.is_empty


def test_a_long_choice_can_be_narrowed_without_polish_letters(panel_open: PartnersTab, qtbot: QtBot) -> None:
    tab = panel_open
    window = tab.window()
    for number in range(10):
        add(window, f"Firma {number}", city=f"Miasto {number}")
    choice = tab.list.filter_panel.choices["cities"]
    choice.open()
    assert choice.popup is not None
    type_text(choice.popup.line, "lod")
    qtbot.keyClick(choice.popup.line, Qt.Key.Key_Down)
    view = choice.popup.list
    assert view.model().rowCount() == 1
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    choice.popup.close()
    assert names(tab) == ["Łąka"]


def test_a_filter_is_saved_used_replaced_renamed_and_deleted(tab: PartnersTab, qtbot: QtBot) -> None:
    tab.list.show_filter(PartnerFilter(tags=("VIP",)))
    tab.list.saved_button.save_filter()
    save = dialog(tab, "save_filter_dialog")
    qtbot.mouseClick(button(save, "save_filter"), Qt.MouseButton.LeftButton)
    assert save.fault.text() == "⚠ Give the filter a name."
    type_text(save.line, "Ważni")
    qtbot.keyClick(save.line, Qt.Key.Key_Return)
    assert tab.window().toast.accessibleName() == "Filter Ważni saved"
    tab.list.clear_narrowing()
    tab.list.saved_button.saved_menu.aboutToShow.emit()
    entry = next(action for action in tab.list.saved_button.saved_menu.actions() if action.text() == "Ważni")
    entry.trigger()
    assert names(tab) == ["Beta", "Łąka"]
    tab.list.show_filter(PartnerFilter(tags=("VIP",), key_client=True))
    tab.list.saved_button.save_filter()
    save = dialog(tab, "save_filter_dialog")
    save.line.setText("wazni")
    save.save()
    question = save.findChild(QMessageBox, "question_box")
    qtbot.mouseClick(
        next(each for each in question.buttons() if each.text() == "Replace"), Qt.MouseButton.LeftButton
    )
    saved = tab.window()._desk.saved_filters
    assert [(one.name, one.criteria["key_client"]) for one in saved.all()] == [("wazni", True)]
    tab.list.saved_button.edit_saved_filters()
    edit = dialog(tab, "saved_filters_dialog")
    edit.line.setText("Najważniejsi")
    qtbot.mouseClick(edit.rename_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in saved.all()] == ["Najważniejsi"]
    qtbot.mouseClick(edit.delete_button, Qt.MouseButton.LeftButton)
    assert saved.all() == []
    assert not edit.delete_button.isEnabled()
    edit.accept()
    tab.window().undo()
    assert [one.name for one in saved.all()] == ["Najważniejsi"]


def test_cells_say_what_is_known(tab: PartnersTab) -> None:
    row = names(tab).index("Łąka")
    shown = {key: cell(tab, row, key) for key in ("city", "stage", "person", "last_contact", "tags")}
    assert shown == {
        "city": "Łódź",
        "stage": "Partner",
        "person": "Ewa Żak, Prezes",
        "last_contact": "01/02/2020",
        "tags": "VIP, Ślub",
    }
    assert cell(tab, row, "is_key_client") == "yes"
    assert cell(tab, 0, "last_contact") == "never"
    assert cell(tab, 0, "is_key_client") == ""


def test_a_heading_orders_the_list_and_a_second_click_turns_it_round(tab: PartnersTab, qtbot: QtBot) -> None:
    header = tab.table.horizontalHeader()

    def click(key: str) -> None:
        at = tab.model.column_of(key)
        place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click("city")
    assert names(tab) == ["Ćma & Syn", "Łąka", "Beta", "Alfa"]
    assert header.sortIndicatorSection() == tab.model.column_of("city")
    click("city")
    assert names(tab) == ["Beta", "Łąka", "Ćma & Syn", "Alfa"]
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    click("person")
    assert names(tab) == ["Beta", "Łąka", "Ćma & Syn", "Alfa"]
    assert header.sortIndicatorSection() == tab.model.column_of("city")
    assert "can be ordered by" in tab.window().toast.accessibleName()
    click("name")
    assert names(tab) == ["Alfa", "Beta", "Ćma & Syn", "Łąka"]


def test_columns_are_chosen_moved_and_ordered_by_keyboard_and_come_back_after_a_restart(
    app: App, tab: PartnersTab, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(tab, "columns_button"), Qt.MouseButton.LeftButton)
    columns = dialog(tab, "columns_dialog")
    keys = [columns.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(columns.list.count())]
    columns.list.setCurrentRow(keys.index("tags"))
    qtbot.keyClick(columns.list, Qt.Key.Key_Space)
    while columns.list.currentRow() > 1:
        qtbot.keyClick(columns.up_button, Qt.Key.Key_Space)
    columns.list.setCurrentRow(keys.index("city") + 1)
    qtbot.keyClick(columns.list, Qt.Key.Key_Space)
    columns.order_box.choose(OrderBy.STAGE)
    columns.direction_box.choose(True)
    qtbot.keyClick(columns.show_button, Qt.Key.Key_Space)
    expected = ["Name", "Tags", "Stage", "Person", "Phone", "Last contact"]
    assert headings(tab) == expected
    assert names(tab) == ["Alfa", "Ćma & Syn", "Łąka", "Beta"]
    tab.table.horizontalHeader().resizeSection(tab.model.column_of("tags"), 173)
    window = app.window
    assert window is not None
    assert window.close()
    again = DeskWindow(
        window._desk, window._preferences, app._theme, app._worker, window.files, window.results._clock
    )
    qtbot.addWidget(again)
    assert headings(again.partners) == expected
    header = again.partners.table.horizontalHeader()
    assert header.sectionSize(again.partners.model.column_of("tags")) == 173
    assert names(again.partners) == ["Alfa", "Ćma & Syn", "Łąka", "Beta"]
    assert header.sortIndicatorSection() == again.partners.model.column_of("stage")
    again.retire()


def test_columns_words_and_conditions_stay_in_another_language(app: App, tab: PartnersTab) -> None:
    tab.list.columns.show_column("industry", visible=True)
    tab.list.columns.choose_order(PartnerOrder(OrderBy.CITY))
    tab.list.look_for("a", PartnerFilter(stages=(Stage.PARTNER,)))
    before = names(tab)
    app._preferences.save("language", "pl")
    app._rebuild()
    assert app.window is not None
    new = app.window.partners
    assert names(new) == before
    assert new.list.where == PartnerFilter(stages=(Stage.PARTNER,))
    assert "Branża" in headings(new)
    assert new.list.columns.order == PartnerOrder(OrderBy.CITY)


def test_an_own_field_is_a_column_that_may_go_and_come_back(tab: PartnersTab) -> None:
    desk = tab.window()._desk
    with desk.workspace.change("Add field"):
        field = desk.workspace.custom_fields.insert(CustomField(label="Rabat & <b>", kind=CustomKind.NUMBER))
    key = f"custom.{field.uuid}"
    assert tab.model.column_of(key) > 0
    assert "Rabat & <b>" not in headings(tab)
    tab.list.columns.show_column(key, visible=True)
    assert headings(tab)[-1] == "Rabat & <b>"
    partner = desk.directory.partners(desk.directory.keys("alfa"))[0]
    with desk.workspace.change("Set"):
        desk.workspace.partners.update(Partner(**{**vars_of(partner), "custom": {field.uuid: "1250.50"}}))
    assert cell(tab, names(tab).index("Alfa"), key) == "1,250.5"
    with desk.workspace.change("Remove field"):
        desk.workspace.custom_fields.remove(field)
    assert tab.model.column_of(key) == -1
    assert json.loads(tab._preferences.partner_list)
    desk.undo.undo()
    assert headings(tab)[-1] == "Rabat & <b>"


def vars_of(partner: Partner) -> dict[str, Any]:
    return {name: getattr(partner, name) for name in Partner.__dataclass_fields__}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"columns": 3}', '{"columns": [1, {"key": 4}, {"key": "name", "visible": false}]}',
     '{"order": {"by": "nothing"}}', '{"columns": [{"key": "city", "width": -4, "visible": true}]}'],
)  # fmt: skip
def test_remembered_columns_that_make_no_sense_are_as_at_first(text: str, tab: PartnersTab) -> None:
    layout = ListLayout.from_text(text).for_columns(tab.model.columns)
    assert {column.key for column in layout.columns} == {column.key for column in tab.model.columns}
    assert layout.order == PartnerOrder()
    assert next(column for column in layout.columns if column.key == "name").visible
    assert all(40 <= column.width <= 2_000 for column in layout.columns)


def choose_all(tab: PartnersTab, qtbot: QtBot) -> None:
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_several_chosen_partners_are_counted_and_offered_what_can_be_done(
    tab: PartnersTab, qtbot: QtBot
) -> None:
    choose_all(tab, qtbot)
    assert tab.selection_view.isVisible()
    assert tab.selection_view.heading.text() == "4 partners chosen"
    with qtbot.waitSignal(tab.export_asked) as asked:
        qtbot.mouseClick(button(tab, "bulk_export_button"), Qt.MouseButton.LeftButton)
    assert asked.args == [tab.window()._desk.directory.keys()]
    with qtbot.waitSignal(tab.letters_asked) as asked:
        qtbot.mouseClick(button(tab, "bulk_letters_button"), Qt.MouseButton.LeftButton)
    assert len(asked.args[0]) == 4


@pytest.mark.parametrize(
    ("action", "dialog_name", "answer", "field", "value", "step"),
    [
        ("bulk_add_tag", "add_tag_dialog", "Nowa, Łódź", "tags", ("Nowa", "Łódź"), "Add tag Nowa, Łódź to 4"),
        ("bulk_remove_tag", "remove_tag_dialog", "VIP", "tags", (), "Remove tag VIP from 2 partners"),
        ("bulk_stage", "stage_dialog", "Paused", "stage", Stage.PAUSED, "Set stage of 4 partners"),
        (
            "bulk_responsible",
            "responsible_dialog",
            "Ola",
            "responsible",
            "Ola",
            "Set who is responsible for 4",
        ),
        (
            "bulk_key_client",
            "key_client_dialog",
            "Yes, a key client",
            "is_key_client",
            True,
            "Set key client",
        ),
    ],
)
def test_each_bulk_action_is_one_step_with_a_way_back(
    tab: PartnersTab,
    action: str,
    dialog_name: str,
    answer: str,
    field: str,
    value: object,
    step: str,
    qtbot: QtBot,
) -> None:
    window = tab.window()
    choose_all(tab, qtbot)
    qtbot.mouseClick(button(tab, f"{action}_button"), Qt.MouseButton.LeftButton)
    asked = dialog(tab, dialog_name)
    if asked.box.isEditable():
        type_text(asked.box.lineEdit(), answer)
    else:
        asked.box.setCurrentIndex(asked.box.findText(answer))
    qtbot.mouseClick(asked.confirm_button, Qt.MouseButton.LeftButton)
    alfa = window._desk.directory.partners(window._desk.directory.keys("alfa"))[0]
    assert getattr(alfa, field) == value
    assert window._desk.undo.undo_label.startswith(step)
    assert tab.selection_view.heading.text() == "4 partners chosen"
    assert window.toast.isVisible()
    before = window._desk.undo.undo_label
    qtbot.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert window._desk.undo.redo_label == before


def test_an_empty_tag_is_told_in_the_dialog(tab: PartnersTab, qtbot: QtBot) -> None:
    choose_all(tab, qtbot)
    tab.bulk.add_tag()
    asked = dialog(tab, "add_tag_dialog")
    qtbot.mouseClick(asked.confirm_button, Qt.MouseButton.LeftButton)
    assert "Enter a tag" in asked.fault.text()
    assert asked.isVisible()


def test_the_menus_act_on_the_selection_and_on_nothing_else(tab: PartnersTab, qtbot: QtBot) -> None:
    window = tab.window()
    tab.list.select(0)
    tab.bulk.freshen()
    assert not any(action.isEnabled() for action in tab.bulk.actions)
    choose_all(tab, qtbot)
    menu = tab.make_menu()
    assert menu.actions()[0].objectName() == "bulk_add_tag"
    tab.list.select(tab.model.key_at(0))
    single = tab.make_menu()
    assert [action.text() for action in single.actions()][:3] == ["Edit", "Write letter", "New partnership"]
    for each in (menu, single):
        each.deleteLater()
    window.show_tab(window.today)
    assert tab.chosen_keys() == []
    edit_menu = window.menuBar().actions()[1].menu()
    assert any(action.menu() and action.menu().objectName() == "bulk_menu" for action in edit_menu.actions())


def test_deleting_all_and_undoing_brings_the_selection_back(tab: PartnersTab, qtbot: QtBot) -> None:
    window = tab.window()
    choose_all(tab, qtbot)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert tab.empty.isVisible()
    assert window.undo_action.text() == "&Undo: Delete 4 partners"
    assert window.toast.accessibleName() == "4 partners deleted"
    window.undo()
    assert len(names(tab)) == 4


def test_after_a_deletion_the_next_row_is_chosen(tab: PartnersTab, qtbot: QtBot) -> None:
    tab.table.selectRow(1)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert names(tab) == ["Alfa", "Ćma & Syn", "Łąka"]
    assert tab.list.current_key() == tab.model.key_at(1)


def test_many_partners_are_changed_outside_the_windows_thread_and_taken_back(
    tab: PartnersTab, qtbot: QtBot
) -> None:
    window = tab.window()
    with window._desk.workspace.change("Add"):
        for number in range(150):
            window._desk.workspace.partners.insert(Partner(name=f"Firma {number}"))
    tab.search_line.setText("firma")
    choose_all(tab, qtbot)
    assert tab.selection_view.heading.text() == "150 partners chosen"
    tab.bulk.set_stage()
    asked = dialog(tab, "stage_dialog")
    asked.box.setCurrentIndex(asked.box.findText("Paused"))
    asked.confirm()
    qtbot.waitUntil(lambda: window.toast.accessibleName().startswith("150 partners are now"), timeout=20_000)
    assert {cell(tab, row, "stage") for row in range(150)} == {"Paused"}
    assert tab.selection_view.heading.text() == "150 partners chosen"
    window.undo()
    qtbot.waitUntil(lambda: window._desk.undo.redo_label == "Set stage of 150 partners", timeout=20_000)
    qtbot.waitUntil(lambda: cell(tab, 0, "stage") == "Prospect", timeout=20_000)
    window.redo()
    qtbot.waitUntil(lambda: cell(tab, 0, "stage") == "Paused", timeout=20_000)
    assert window._desk.undo.undo_label == "Set stage of 150 partners"


def test_in_a_large_directory_the_list_follows_while_one_types_on(tab: PartnersTab, qtbot: QtBot) -> None:
    tab.list.finder.large_from = 1
    type_text(tab.search_line, "lak")
    assert len(names(tab)) == 4
    qtbot.waitUntil(lambda: names(tab) == ["Łąka"], timeout=20_000)
    tab.search_line.setText("brak")
    qtbot.waitUntil(tab.no_results.isVisible, timeout=20_000)
    tab.search_line.clear()
    add(tab.window(), "Delta")
    assert len(names(tab)) == 5
    assert not tab.list.finder.busy


def test_a_partner_that_the_filter_hides_is_shown_when_it_is_asked_for(tab: PartnersTab) -> None:
    alfa = tab.window()._desk.directory.keys("alfa")[0]
    tab.list.show_filter(PartnerFilter(tags=("VIP",)))
    tab.show_partner(alfa)
    assert tab.list.current_key() == alfa
    assert tab.list.where.is_empty


def mnemonic(widget: QWidget) -> str:
    leads = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy())
    if not leads or not widget.isVisible():
        return ""
    _before, _mark, behind = widget.text().replace("&&", "").partition("&")
    return behind[:1].lower()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_control_has_a_name_and_no_two_share_a_mnemonic(
    app: App, tab: PartnersTab, language: str, qtbot: QtBot
) -> None:
    app._preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    new = window.partners
    window.show_tab(new)
    new.list.open_filter()
    choose_all(new, qtbot)
    new.list.choose_columns()
    new.bulk.add_tag()
    for holder in (new, dialog(new, "columns_dialog"), dialog(new, "add_tag_dialog")):
        for control in holder.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                text = control.text() if isinstance(control, QAbstractButton) else ""
                inner = isinstance(control.parent(), QComboBox) and isinstance(control, QLineEdit)
                assert control.accessibleName() or text or inner, control
    for holder in (new.selection_view, dialog(new, "columns_dialog"), dialog(new, "add_tag_dialog")):
        letters = [letter for each in holder.findChildren(QWidget) if (letter := mnemonic(each))]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_tab_fits_into_800_by_600_with_the_filter_open(
    app: App, tab: PartnersTab, language: str, qtbot: QtBot
) -> None:
    app._preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    window.resize(800, 600)
    new = window.partners
    window.show_tab(new)
    new.list.open_filter()
    new.list.show_filter(PartnerFilter(not_contacted_days=77, tags=("x" * 80,)))
    new.list.clear_narrowing()
    QApplication.processEvents()
    hint = window.minimumSizeHint()
    assert (hint.width(), hint.height()) <= (800, 600)
    assert window.width() == 800
    assert window.height() == 600
    assert new.table.isVisible()
    assert new.table.viewport().height() > 100
    new.list.choose_columns()
    columns = dialog(new, "columns_dialog")
    assert columns.minimumSizeHint().height() <= 560
    assert columns.minimumSizeHint().width() <= 760


def test_the_focus_goes_on_to_the_next_condition_and_at_last_to_the_filter_button(
    tab: PartnersTab, qtbot: QtBot
) -> None:
    def focused() -> str:
        return tab.window().focusWidget().objectName()

    tab.list.show_filter(PartnerFilter(tags=("VIP",), cities=("Łódź",), key_client=True))
    names = [f"condition_{name}" for name in tab.list.where.active]
    assert len(names) == 3
    for removed, follower in ((names[1], names[2]), (names[2], names[0]), (names[0], "filter_button")):
        chip = button(tab, removed)
        chip.setFocus()
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        assert focused() == follower
    tab.list.show_filter(PartnerFilter(key_client=True))
    assert focused() == "filter_button"
    clear = button(tab, "clear_conditions")
    clear.setFocus()
    qtbot.keyClick(clear, Qt.Key.Key_Space)
    assert focused() == "filter_button"
    tab.search_line.setFocus()
    tab.list.show_filter(PartnerFilter(key_client=True))
    tab.list.show_filter(PartnerFilter())
    assert focused() == "partner_search"
