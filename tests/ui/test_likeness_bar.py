"""A known firm is pointed out while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.unsaved import UnsavedBox
from tests.conftest import type_text


def add(window: DeskWindow, name: str, **values: object) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name, **values), ())).partner


def test_typing_a_known_nip_says_whose_it_is_and_leads_there(window: DeskWindow, qtbot: QtBot) -> None:
    known = add(window, "Kwiaciarnia <Róża> & Syn", nip="5250007738", city="Gdańsk")
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    bar = tab.editor.likeness
    type_text(tab.editor.form.editors["nip"].focus_target, "525-000-77-3")
    bar.look()
    assert not bar.isVisible()
    type_text(tab.editor.form.editors["nip"].focus_target, "8")
    qtbot.waitUntil(bar.isVisible)
    expected = "⚠ Looks like Kwiaciarnia <Róża> & Syn (Gdańsk): the same NIP 525-000-77-38"
    assert bar.label.text() == expected
    assert bar.label.textFormat() is Qt.TextFormat.PlainText
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    box = tab.findChild(UnsavedBox)
    assert box is not None
    discard = next(each for each in box.buttons() if each.text() == "Discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert tab._current_key() == known.key
    assert "Kwiaciarnia <Róża> & Syn" in [label.text() for label in tab.view.findChildren(QLabel)]


def test_the_warning_does_not_stand_in_the_way_of_saving(window: DeskWindow) -> None:
    add(window, "Róża", nip="5250007738")
    add(window, "Róża sp.j.", nip="5250007738")
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    tab.editor.form.set_values({"name": "Roza", "nip": "5250007738", "stage": "prospect", "language": "pl"})
    tab.editor.likeness.look()
    assert "and 1 more partner" in tab.editor.likeness.label.text()
    assert tab.editor.save()
    assert window._desk.directory.count() == 3


def test_a_form_just_opened_says_nothing_and_a_value_taken_away_again_neither(window: DeskWindow) -> None:
    known = add(window, "Róża", phone="601 234 567")
    add(window, "Lilia", phone="601 234 567")
    tab = window.partners
    window.show_tab(tab)
    tab.show_partner(known.key)
    tab.edit()
    bar = tab.editor.likeness
    bar.look()
    assert not bar.isVisible()
    phone = tab.editor.form.editors["phone"]
    phone.set_value("+48 601 234 567")
    bar.look()
    assert "Lilia: the same phone 601 234 567" in bar.label.text()
    phone.set_value("")
    bar.look()
    assert not bar.isVisible()


def test_a_text_pasted_as_a_name_does_not_push_the_form_away(window: DeskWindow) -> None:
    pasted = "bardzo długa nazwa " * 50_000
    add(window, pasted)
    tab = window.partners
    window.show_tab(tab)
    tab.add()
    tab.editor.form.set_values({"name": pasted, "stage": "prospect", "language": "pl"})
    tab.editor.likeness.look()
    text = tab.editor.likeness.label.text()
    assert text.startswith("⚠ Looks like bardzo długa")
    assert text.endswith("…: a similar name")
    assert len(text) < 160
    assert len(tab.editor.likeness.button.accessibleName()) < 160
