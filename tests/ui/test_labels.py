"""Texts of the user in labels and tooltips."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.partnership_wizard.partner_list import PartnerList
from partnerdesk.ui.tabs.partners.table_model import PartnerTableModel
from partnerdesk.ui.tabs.partnerships.table_model import Entry, PartnershipTableModel
from partnerdesk.ui.widgets.labels import (
    BreakingLabel,
    letters_of,
    plain_label,
    plain_tooltip,
    selectable_label,
    with_mnemonics,
)

NASTY = "<h1>BIG</h1><img src=x>"


def as_shown(tooltip: str) -> str:
    """What a reader sees of a tooltip."""
    assert tooltip.startswith("<qt>")
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


@pytest.mark.parametrize("text", [NASTY, "AT&T Polska", "a < b", "first line\nsecond line", "&lt;"])
def test_a_tooltip_shows_any_text_as_it_is(text: str) -> None:
    assert as_shown(plain_tooltip(text)) == text


def test_no_text_makes_no_tooltip() -> None:
    assert plain_tooltip("") == ""


def test_tables_show_names_as_they_are_in_tooltips(desk: Desk) -> None:
    partner = desk.directory.save(PartnerFile(Partner(name=NASTY), ())).partner
    partners = PartnerTableModel(desk.listing)
    partners.show_keys([partner.key])
    choice = PartnerList(desk.directory)
    choice.search("")
    partnerships = PartnershipTableModel()
    partnerships.show_entries(
        [Entry(Partnership(partner_id=partner.key, type_key="card_swap", id=1), NASTY, NASTY, 0)]
    )
    for model, columns in ((partners, [0]), (choice, [0]), (partnerships, [0, 1])):
        for column in columns:
            index = model.index(0, column)
            assert index.data() == NASTY
            assert as_shown(index.data(Qt.ItemDataRole.ToolTipRole)) == NASTY
    assert partners.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_a_long_word_breaks_and_is_read_back_whole(qtbot: QtBot) -> None:
    text = "ż" * 5_000 + " jan.kowalski@przykład.pl"
    label = BreakingLabel(text)
    qtbot.addWidget(label)
    assert label.text() == text
    label.resize(200, 100)
    assert label.minimumSizeHint().width() < 400
    assert label.heightForWidth(200) > 50 * label.fontMetrics().height()


@pytest.mark.parametrize("labels", [["Save", "Send", "Tom & Syn"], ["Ż", "Łódź"]])
def test_the_letters_of_labels_are_those_that_they_were_marked_with(labels: Sequence[str]) -> None:
    marked = with_mnemonics(labels)
    letters = letters_of(marked).lower()
    assert len(set(letters)) == len(letters)
    assert with_mnemonics(["Save"], letters)[0].replace("&", "") == "Save"


@pytest.mark.parametrize("role", ["", "heading", "title"])
@pytest.mark.parametrize("make", [partial(plain_label, wrap=True), selectable_label])
def test_accents_on_capitals_are_seen(window: DeskWindow, make: Callable[..., QLabel], role: str) -> None:
    for bare, accented in (("S", "Ś"), ("Z", "Ż"), ("O", "Ó"), ("N", "Ń")):
        pictures = []
        for text in (bare, accented):
            label = make(text, role)
            label.setParent(window)
            label.ensurePolished()
            label.setFixedSize(60, label.heightForWidth(60))
            pictures.append(label.grab().toImage())
        assert pictures[0] != pictures[1], accented
