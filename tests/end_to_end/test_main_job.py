"""The main job in one window: own firm, partner, any type of partnership, any letter, PDF, restart."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partnership import State
from partnerdesk.services.history_text import history_line
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from tests.conftest import type_text
from tests.ui.wizard_steps import choose_type, fill_governance, fill_terms, finish, go_on, press

ROOT = Path(__file__).parents[2]
TYPES = sorted(path.stem for path in (ROOT / "resources/partnership_types").glob("*.toml"))
LETTERS = sorted(path.stem for path in (ROOT / "resources/letter_templates").glob("*.toml"))

Start = Callable[[], DeskWindow]


def child(window: QWidget, kind: type, name: str):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def enter_firm(qtbot: QtBot, window: DeskWindow) -> None:
    dialog = child(window, OwnFirmDialog, "own_firm_dialog")
    type_text(child(dialog, QLineEdit, "name"), "Kwiaciarnia „Mimoza”")
    press(qtbot, dialog.next_button)
    type_text(child(dialog, QLineEdit, "nip"), "525-000-77-38")
    type_text(child(dialog, QLineEdit, "city"), "Gdańsk")
    press(qtbot, dialog.next_button)
    type_text(child(dialog, QLineEdit, "signatory_first_name"), "Łucja")
    type_text(child(dialog, QLineEdit, "signatory_surname"), "Żółkiewska")
    press(qtbot, dialog.save_button)


def enter_partner(qtbot: QtBot, window: DeskWindow) -> int:
    child(window, QAction, "new_partner").trigger()
    editor = window.partners.editor
    type_text(editor.form.editors["name"].focus_target, "Śruba & Syn <Łódź>")
    press(qtbot, child(editor, QPushButton, "contacts_add"))
    type_text(child(editor, QLineEdit, "first_name"), "Wiktor")
    type_text(child(editor, QLineEdit, "surname"), "Gżegżółka")
    press(qtbot, editor.save_button)
    return window._desk.directory.keys()[0]


def agree(qtbot: QtBot, window: DeskWindow, key: str) -> dict[str, object]:
    press(qtbot, child(window.partners.view, QPushButton, "new_partnership"))
    wizard = window.partnerships.wizard
    assert wizard is not None
    qtbot.waitExposed(wizard)
    go_on(qtbot, wizard)
    choose_type(qtbot, wizard, key)
    go_on(qtbot, wizard)
    terms = fill_terms(qtbot, wizard)
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    fill_governance(qtbot, wizard)
    go_on(qtbot, wizard)
    press(qtbot, child(wizard, QAbstractButton, "state_agreed"))
    finish(qtbot, wizard)
    return terms


def write_letter(qtbot: QtBot, window: DeskWindow, partner: int, template: str, language: str) -> bytes:
    tab = window.letters
    window.begin_letter(partner)
    tab.composer.letter.choose(template, language)
    with qtbot.waitSignal(tab.preview.made, timeout=20_000):
        tab.preview.make_now()
    before = len(window._desk.letters.exported())
    press(qtbot, tab.export.export_button)
    qtbot.waitUntil(lambda: len(window._desk.letters.exported()) == before + 1, timeout=20_000)
    letter = window._desk.letters.exported()[0]
    return (window._preferences.export_folder / letter.file_name).read_bytes()


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(("number", "key"), list(enumerate(TYPES)))
def test_the_whole_main_job_for_each_type(qtbot: QtBot, start: Start, number: int, key: str) -> None:
    window = start()
    enter_firm(qtbot, window)
    partner = enter_partner(qtbot, window)
    terms = agree(qtbot, window, key)
    template, language = LETTERS[number % len(LETTERS)], ("pl", "en")[number % 2]
    text = words(write_letter(qtbot, window, partner, template, language))
    assert {"pl": "Szanowny Panie Wiktorze,", "en": "Dear Mr Gżegżółka,"}[language] in text
    assert "Śruba & Syn <Łódź>" in text
    assert "Mimoza" in text
    assert "Łucja Żółkiewska" in text
    assert not set("{}|□") & set(text)

    window = start()
    desk = window._desk
    partnership = desk.partnerships.all()[0]
    assert (partnership.type_key, partnership.state) == (key, State.AGREED)
    assert partnership.terms == terms
    assert desk.partnerships.obligations(partnership.key)
    lines = [history_line(entry) for entry in desk.directory.history(partner)]
    assert len(lines) == 2
    assert any(" – " in line and ".pdf" in line for line in lines)
    assert window.partners.model.index(0, 0).data() == "Śruba & Syn <Łódź>"
    assert desk.own_firm.get().nip == "5250007738"
