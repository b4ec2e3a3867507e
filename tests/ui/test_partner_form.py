"""The partner's form: sections, suggestions, own fields."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.app import App
from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import Contact, Gender, LegalForm, Partner
from partnerdesk.language.interface import use_language
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partner_fields import partner_fields
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.custom_fields import CustomFieldsDialog
from partnerdesk.ui.dialogs.settings import SettingsDialog
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from partnerdesk.ui.widgets.sectioned_form import SectionedForm
from tests.conftest import type_text
from tests.ui.conftest import button

OWN = (
    CustomField(label="Numer klienta", kind=CustomKind.TEXT),
    CustomField(label="Poziom", kind=CustomKind.CHOICE, choices=("srebrny", "złoty")),
    CustomField(label="Newsletter", kind=CustomKind.YES_NO),
    CustomField(label="Rabat", kind=CustomKind.NUMBER),
)


def add(window: DeskWindow, name: str, *contacts: Contact, **values: object) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner


def activate(window: DeskWindow, qtbot: QtBot) -> None:
    """Give the window the keyboard, without which nothing in it has the focus."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def new_form(window: DeskWindow) -> SectionedForm:
    window.show()
    window.show_tab(window.partners)
    window.partners.add()
    return window.partners.editor.form


def mnemonics(root: QWidget) -> list[str]:
    letters = []
    for widget in root.findChildren(QWidget):
        leads = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy())
        if leads and widget.isVisibleTo(root):
            _before, _mark, behind = widget.text().replace("&&", "").partition("&")
            letters += [behind[0].lower()] if behind else []
    return letters


def test_every_field_of_a_partner_stands_in_one_section(window: DeskWindow) -> None:
    form = new_form(window)
    assert set(form.editors) == {field.key for field in partner_fields()} | {"contacts"}
    keys = [key for section in form.sections.values() for key in section.form.editors]
    assert len(keys) == len(set(keys))


def test_sections_fold_by_keyboard_and_say_what_they_hold(window: DeskWindow, qtbot: QtBot) -> None:
    form = new_form(window)
    numbers = form.sections["numbers"]
    assert not numbers.is_unfolded
    assert numbers.heading.accessibleDescription() == "Tax number (NIP), REGON, KRS, Legal form"
    numbers.heading.setFocus()
    qtbot.keyClick(numbers.heading, Qt.Key.Key_Space)
    assert numbers.is_unfolded
    assert form.editors["nip"].isVisible()
    form.editors["nip"].set_value("525-000-77-38")
    qtbot.keyClick(numbers.heading, Qt.Key.Key_Space)
    assert not form.editors["nip"].isVisible()
    assert numbers.heading.accessibleDescription().startswith("1 filled in · ")


def test_a_fault_unfolds_its_section_and_leads_there(window: DeskWindow, qtbot: QtBot) -> None:
    form = new_form(window)
    activate(window, qtbot)
    form.editors["name"].set_value("Firma")
    form.editors["regon"].set_value("123")
    form.sections["people"].unfold(False)
    assert window.partners.editor.save() is False
    assert form.sections["numbers"].is_unfolded
    assert not form.sections["people"].is_unfolded
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.editors["regon"].focus_target)
    assert "REGON" in form.findChild(QLabel, "regon_fault").text()


def test_tags_used_before_are_offered_for_the_term_after_the_last_comma(
    window: DeskWindow, qtbot: QtBot
) -> None:
    add(window, "Alfa", tags=("śluby", "targi"), city="Łódź")
    form = new_form(window)
    activate(window, qtbot)
    line = form.editors["tags"].focus_target
    type_text(line, "targi, slu")
    completer = line.completer()
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["śluby"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "targi, śluby, "
    assert form.values()["tags"] == ["targi", "śluby"]


def test_a_town_is_completed_without_polish_letters(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Alfa", city="Łódź")
    form = new_form(window)
    activate(window, qtbot)
    line = form.editors["city"].focus_target
    type_text(line, "lod")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Łódź"


def test_what_was_guessed_on_saving_is_seen_in_the_form_afterwards(window: DeskWindow) -> None:
    form = new_form(window)
    form.editors["name"].set_value("Dekora sp. z o.o.")
    form.editors["contacts"].set_value([{"first_name": "Anna"}, {"first_name": "Alex"}])
    assert window.partners.editor.save()
    window.partners.edit()
    values = window.partners.editor.form.values()
    assert values["legal_form"] == LegalForm.LIMITED_COMPANY.value
    assert [row["gender"] for row in values["contacts"]] == [Gender.F.value, None]


def test_people_added_while_the_form_was_open_are_still_there_after_saving(window: DeskWindow) -> None:
    desk, editor = window._desk, window.partners.editor
    partner = add(window, "Alfa", Contact(surname="Nowak"))
    editor.edit(desk.directory.file(partner.key))
    with desk.workspace.change("Import partners"):
        desk.workspace.contacts.insert(Contact(partner_id=partner.key, surname="Nowy"))
    assert editor.save()
    assert {contact.surname for contact in desk.directory.contacts(partner.key)} == {"Nowak", "Nowy"}


def test_own_fields_are_entered_checked_stored_and_shown(window: DeskWindow) -> None:
    fields = window._desk.custom_fields.save(OWN)
    keys = [f"custom.{field.uuid}" for field in fields]
    form = new_form(window)
    assert [*form.sections["own"].form.editors] == keys
    form.editors["name"].set_value("Firma")
    form.editors[keys[0]].set_value("A-7")
    form.editors[keys[1]].set_value("złoty")
    form.editors[keys[3]].focus_target.setText("dużo")
    form.sections["own"].unfold(False)
    assert window.partners.editor.save() is False
    assert form.sections["own"].is_unfolded
    assert "Enter a number" in form.findChild(QLabel, f"{keys[3]}_fault").text()
    form.editors[keys[3]].focus_target.setText("12,50")
    assert window.partners.editor.save()
    stored = window._desk.directory.all()[0]
    # A box that was never ticked is no answer.
    assert stored.custom == {fields[0].uuid: "A-7", fields[1].uuid: "złoty", fields[3].uuid: "12.50"}
    shown = [label.text() for label in window.partners.view.about.findChildren(QLabel)]
    assert "A-7" in shown
    assert "Newsletter" not in shown


def test_a_new_own_field_is_in_the_form_when_it_opens_next(window: DeskWindow) -> None:
    form = new_form(window)
    form.sections["reach"].unfold(False)
    assert "own" not in form.sections
    window.partners.editor.leave()
    window._desk.custom_fields.save(OWN)
    again = new_form(window)
    assert "own" in again.sections
    assert not again.sections["reach"].is_unfolded


def own_dialog(window: DeskWindow, qtbot: QtBot) -> CustomFieldsDialog:
    window.show()
    window.edit_settings()
    settings = window.findChildren(SettingsDialog)[-1]
    qtbot.mouseClick(button(settings, "own_fields"), Qt.MouseButton.LeftButton)
    return settings.findChild(CustomFieldsDialog)


def listed(dialog: CustomFieldsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_own_fields_are_added_ordered_and_removed_from_the_settings(window: DeskWindow, qtbot: QtBot) -> None:
    dialog = own_dialog(window, qtbot)
    for name in ("Numer klienta", "Poziom"):
        qtbot.mouseClick(button(dialog, "add_field"), Qt.MouseButton.LeftButton)
        type_text(dialog.form.editors["label"].focus_target, name)
    dialog.form.editors["kind"].set_value("choice")
    type_text(dialog.form.editors["choices"].focus_target, "srebrny, złoty")
    qtbot.mouseClick(button(dialog, "field_up"), Qt.MouseButton.LeftButton)
    assert listed(dialog) == ["Poziom · One of several choices", "Numer klienta · Text"]
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(button(dialog, "save_fields"), Qt.MouseButton.LeftButton)
    fields = window._desk.custom_fields.all()
    assert [(field.label, field.choices) for field in fields] == [
        ("Poziom", ("srebrny", "złoty")),
        ("Numer klienta", ()),
    ]
    assert window.toast.isVisible()
    dialog = own_dialog(window, qtbot)
    dialog.list.setCurrentRow(0)
    qtbot.mouseClick(button(dialog, "remove_field"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(dialog, "save_fields"), Qt.MouseButton.LeftButton)
    assert [field.label for field in window._desk.custom_fields.all()] == ["Numer klienta"]
    window.undo()
    assert len(window._desk.custom_fields.all()) == 2


def test_leaving_changed_own_fields_asks_first(window: DeskWindow, qtbot: QtBot) -> None:
    def answer(dialog: CustomFieldsDialog, text: str) -> None:
        box = dialog.findChildren(UnsavedBox)[-1]
        chosen = next(each for each in box.buttons() if each.text() == text)
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)

    dialog = own_dialog(window, qtbot)
    qtbot.mouseClick(button(dialog, "add_field"), Qt.MouseButton.LeftButton)
    type_text(dialog.form.editors["label"].focus_target, "Poziom")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    answer(dialog, "Keep editing")
    assert dialog.isVisible()
    assert listed(dialog) == ["Poziom · Text"]
    dialog.close()
    answer(dialog, "Save")
    assert not dialog.isVisible()
    assert [field.label for field in window._desk.custom_fields.all()] == ["Poziom"]
    dialog = own_dialog(window, qtbot)
    qtbot.mouseClick(button(dialog, "remove_field"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(dialog, "leave_fields"), Qt.MouseButton.LeftButton)
    answer(dialog, "Discard")
    assert not dialog.isVisible()
    assert [field.label for field in window._desk.custom_fields.all()] == ["Poziom"]
    dialog = own_dialog(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_wrong_with_an_own_field_is_said_at_that_field(window: DeskWindow, qtbot: QtBot) -> None:
    window._desk.custom_fields.save(OWN)
    dialog = own_dialog(window, qtbot)
    dialog.list.setCurrentRow(1)
    dialog.form.editors["choices"].set_value(["jedno"])
    dialog.list.setCurrentRow(3)
    dialog.save()
    assert dialog.list.currentRow() == 1
    assert "at least two" in dialog.form.findChild(QLabel, "choices_fault").text()
    assert dialog.form.values()["choices"] == ["jedno"]


def test_the_kind_of_a_field_with_values_is_fixed_and_the_dialog_says_why(
    window: DeskWindow, qtbot: QtBot
) -> None:
    fields = window._desk.custom_fields.save(OWN)
    add(window, "Alfa", custom={fields[0].uuid: "A-7"})
    dialog = own_dialog(window, qtbot)
    dialog.list.setCurrentRow(0)
    assert not dialog.form.editors["kind"].isEnabled()
    assert "1 partner has a value" in dialog.findChild(QLabel, "kind_fixed").text()
    dialog.list.setCurrentRow(1)
    assert dialog.form.editors["kind"].isEnabled()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_controls_have_names_and_mnemonics_of_their_own_and_fit_a_small_window(
    app: App, language: str, resources: Path, qtbot: QtBot
) -> None:
    assert app._desk is not None
    fields = app._desk.custom_fields.save(OWN)
    app._preferences.save("language", language)
    app._rebuild()
    window = app.window
    assert window is not None
    use_language(language, resources)
    partner = add(window, "Alfa", Contact(first_name="Anna"), custom={fields[0].uuid: "A-7"})
    window.resize(800, 600)
    window.show_tab(window.partners)
    window.partners.show_partner(partner.key)
    window.partners.edit()
    editor = window.partners.editor
    for section in editor.form.sections.values():
        section.unfold(True)
    letters = mnemonics(editor)
    assert len(letters) == len(set(letters)), letters
    for control in editor.findChildren(QWidget):
        if control.isVisibleTo(editor) and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            caption = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or caption or control.objectName() == "", control
    assert editor.form.minimumSizeHint().width() <= 340 - 24
    assert editor.minimumSizeHint().height() <= 480


def test_all_that_is_wrong_is_said_at_once(window: DeskWindow) -> None:
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    form = tab.editor.form
    form.editors["name"].set_value("Firma")
    form.editors["email"].set_value("zly")
    form.editors["nip"].set_value("12")
    form.editors["first_day"].day.line.setText("31.02.2026")
    assert tab.editor.save() is False
    for key in ("email", "nip", "first_day"):
        assert form.findChild(QLabel, f"{key}_fault").text(), key


def test_what_was_typed_outlives_the_partner_it_was_typed_for(window: DeskWindow) -> None:
    desk, tab = window._desk, window.partners
    partner = desk.directory.save(PartnerFile(Partner(name="Alfa"), ())).partner
    window.show_tab(tab)
    tab.show_partner(partner.key)
    tab.edit()
    tab.editor.form.editors["notes"].set_value("wiele tekstu")
    desk.directory.delete([partner.key])
    assert tab.editor.save() is False
    assert tab.editor.save() is True
    (again,) = desk.directory.all()
    assert (again.name, again.notes) == ("Alfa", "wiele tekstu")
    assert again.key != partner.key
