"""Whom to ask next, and our own firm's side of it, in the window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.dialogs.whom_to_ask import WhomToAsk
from tests.conftest import type_text
from tests.ui.conftest import button

LEFT = Qt.MouseButton.LeftButton


def add(window: DeskWindow, name: str, **values: Any) -> Partner:
    return window._desk.directory.save(PartnerFile(Partner(name=name, **values), ())).partner


def describe(window: DeskWindow, *assets: Asset) -> None:
    window._desk.own_firm.save(OwnFirm(id=1, name="Mimoza", sells=("bukiety",), audience=("pary młode",),
                                       assets=assets))  # fmt: skip


def opened(window: DeskWindow, qtbot: QtBot) -> WhomToAsk:
    action = window.findChild(QAction, "whom_to_ask")
    action.trigger()
    dialog = window.findChild(WhomToAsk)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog._work.busy)
    return dialog


def cards(dialog: WhomToAsk) -> list[QFrame]:
    return dialog.findChildren(QFrame, "advice_card")


def test_a_firm_that_says_not_whom_it_serves_is_asked_first(window: DeskWindow, qtbot: QtBot) -> None:
    add(window, "Salon", audience=("młode pary",), sells=("suknie",), assets=(Asset.PREMISES,))
    dialog = opened(window, qtbot)
    assert dialog.unknown_firm.isVisible()
    qtbot.mouseClick(dialog.unknown_firm.button, LEFT)
    firm = dialog.findChild(OwnFirmDialog)
    type_text(firm.offer_form.editors["sells"].focus_target, "bukiety, wieńce; Bukiety")
    type_text(firm.offer_form.editors["audience"].focus_target, "pary młode")
    firm.findChild(QCheckBox, "assets_premises").click()
    qtbot.mouseClick(firm.save_button, LEFT)
    qtbot.waitUntil(lambda: len(cards(dialog)) == 1)
    stored = window._desk.own_firm.get()
    assert stored.sells == ("bukiety", "wieńce")
    assert stored.assets == (Asset.PREMISES,)
    texts = [label.text() for label in cards(dialog)[0].findChildren(QLabel)]
    assert "1. Salon" in texts
    assert any("“Stand swap” would suit" in text for text in texts)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in cards(dialog)[0].findChildren(QLabel)
    )


def test_nobody_to_compare_leads_to_a_first_partner(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window)
    dialog = opened(window, qtbot)
    assert dialog.nobody.isVisible()
    qtbot.mouseClick(dialog.nobody.button, LEFT)
    assert window.partners.editor.isVisible()


def test_a_partner_is_shown_from_its_card(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window)
    partner = add(window, "Tom & <i>Syn</i>", audience=("młode pary",))
    dialog = opened(window, qtbot)
    assert dialog.lack_label.isVisible()
    show = button(dialog, "show_advised")
    assert show.accessibleName() == "Show Tom & <i>Syn</i>"
    assert dialog.focusWidget() is show
    qtbot.keyClick(show, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert window.tab_row.currentWidget() is window.partners
    assert window.partners.view._partner.key == partner.key


def test_the_wizard_begins_with_the_partner_and_the_type(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window, Asset.PREMISES)
    partner = add(window, "Salon", audience=("młode pary",), assets=(Asset.PREMISES,))
    dialog = opened(window, qtbot)
    assert not dialog.lack_label.isVisible()
    qtbot.mouseClick(button(dialog, "begin_advised"), LEFT)
    wizard = window.partnerships.wizard
    assert wizard.type_page.chosen().key == "stand_swap"
    assert wizard.partner_page.snapshot() == partner.key
    # What was proposed is no entry to lose: leaving asks nothing.
    wizard.reject()
    assert not wizard.isVisible()


def test_more_cards_come_when_asked_for(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window)
    for number in range(1, 46):
        add(window, f"Firma {number:02}", audience=("pary młode",))
    dialog = opened(window, qtbot)
    assert dialog.count_label.text() == "45 firms compared."
    assert len(cards(dialog)) == 20
    qtbot.mouseClick(dialog.more_button, LEFT)
    assert len(cards(dialog)) == 40
    assert dialog.focusWidget().accessibleName() == "Show Firma 21"
    qtbot.mouseClick(dialog.more_button, LEFT)
    assert len(cards(dialog)) == 45
    assert not dialog.more_button.isVisible()


def test_a_firm_of_which_too_little_is_known_has_no_type_to_begin(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window)
    add(window, "Cicha")
    dialog = opened(window, qtbot)
    [card] = cards(dialog)
    assert card.findChild(QPushButton, "begin_advised") is None
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "Too little known · Prospect" in texts
    assert "Not enough is known: add whom it serves." in texts


def test_the_partners_tab_offers_it_while_nobody_is_chosen(window: DeskWindow, qtbot: QtBot) -> None:
    describe(window)
    add(window, "Alfa", audience=("pary młode",))
    window.show_tab(window.partners)
    qtbot.mouseClick(button(window.partners, "ask_whom"), LEFT)
    dialog = window.findChild(WhomToAsk)
    qtbot.waitUntil(lambda: len(cards(dialog)) == 1)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("first_run", [True, False])
def test_our_firm_says_what_it_does_and_for_whom(window: DeskWindow, qtbot: QtBot, first_run: bool) -> None:
    describe(window, Asset.GIFTS)
    dialog = OwnFirmDialog(window._desk.own_firm, window, first_run=first_run)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.pages.count() == (3 if first_run else 4)
    assert dialog.entered()["audience"] == ["pary młode"]
    dialog.offer_form.editors["audience"].set_value(["firmy", "Firmy", "szkoły"])
    dialog.save()
    stored = window._desk.own_firm.get()
    assert stored.audience == ("firmy", "szkoły")
    assert stored.assets == (Asset.GIFTS,)
