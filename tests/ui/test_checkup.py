"""The check-up in the window."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from partnerdesk.domain.checkup import Factor
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.checkup import CheckupDialog
from tests.ui.conftest import button


def begin(window: DeskWindow, qtbot: QtBot) -> CheckupDialog:
    qtbot.mouseClick(button(window.partnerships, "begin_checkup"), Qt.MouseButton.LeftButton)
    return window.partnerships.findChildren(CheckupDialog)[-1]


def answer(dialog: CheckupDialog, factor: Factor, score: int) -> None:
    radio = dialog.findChild(QRadioButton, f"{factor.value}_{score}")
    assert radio is not None
    radio.click()


def text(window: DeskWindow, name: str) -> str:
    label = window.partnerships.view.checkups.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_a_checkup_is_answered_shown_with_its_trend_and_undone(window: DeskWindow, qtbot: QtBot) -> None:
    desk = window._desk
    partner = desk.directory.save(PartnerFile(Partner(name="Firma"), ())).partner
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    partnership = Partnership(partner_id=partner.key, type_key="card_swap", terms=terms)
    key = desk.partnerships.save(Agreement(partnership, ())).partnership.key
    window.show_tab(window.partnerships)
    window.partnerships.show_partnership(key)
    assert "five questions" in text(window, "checkup_text")
    dialog = begin(window, qtbot)
    for factor in Factor:
        if factor is not Factor.DIALOGUE:
            answer(dialog, factor, 4)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    fault = dialog.findChild(QLabel, "dialogue_fault")
    assert fault.isVisibleTo(dialog)
    assert desk.checkups.of_partnership(key) == []
    answer(dialog, Factor.DIALOGUE, 2)
    assert not fault.isVisibleTo(dialog)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    (stored,) = desk.checkups.of_partnership(key)
    assert stored.happened_on == date.today()
    assert "3.6 out of 5" in text(window, "checkup_text")
    assert text(window, "checkup_advice").startswith("Lowest: Dialogue. Arrange a short talk")
    dialog = begin(window, qtbot)
    for factor in Factor:
        answer(dialog, factor, 5)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "Better than before. 2 check-ups so far." in text(window, "checkup_text")
    assert text(window, "checkup_advice") == ""
    assert window.undo_action.text() == "&Undo: Add check-up"
    window.undo()
    assert "3.6 out of 5" in text(window, "checkup_text")
