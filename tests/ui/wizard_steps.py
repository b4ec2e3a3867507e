"""Going through the partnership wizard by mouse and keyboard, for the tests that do."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFrame, QPushButton, QWidget, QWizard
from pytestqt.qtbot import QtBot

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.ui.partnership_wizard.flow import Page
from partnerdesk.ui.partnership_wizard.wizard import PartnershipWizard

TYPED = {
    FieldKind.INTEGER: ("1250", 1250),
    FieldKind.MONEY: ("1250,55", "1250.55"),
    FieldKind.PERCENT: ("12.5", "12.5"),
    FieldKind.DATE: ("15.03.2027", "2027-03-15"),
}


def press(qtbot: QtBot, button: QAbstractButton | None) -> None:
    assert button is not None
    assert button.isEnabled()
    # A new page is laid out by events still waiting: the button must be where it will be.
    QApplication.processEvents()
    # Near the left edge, because only the text of a radio button or a box can be clicked.
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))


def go_on(qtbot: QtBot, wizard: QWizard) -> None:
    press(qtbot, wizard.button(QWizard.WizardButton.NextButton))


def go_back(qtbot: QtBot, wizard: QWizard) -> None:
    press(qtbot, wizard.button(QWizard.WizardButton.BackButton))


def finish(qtbot: QtBot, wizard: QWizard) -> None:
    press(qtbot, wizard.button(QWizard.WizardButton.FinishButton))


def choose_type(qtbot: QtBot, wizard: PartnershipWizard, key: str) -> None:
    press(qtbot, wizard.type_page.cards[key])


def choose_partner(qtbot: QtBot, wizard: PartnershipWizard, name: str) -> None:
    page = wizard.partner_page
    qtbot.keyClicks(page.search, name)
    place = page.view.visualRect(page.view.model().index(0, 0)).center()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fill(qtbot: QtBot, widget: QWidget, field: Field) -> Any:
    """Enter a plausible value through the widget of one field; return what is to be stored."""
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.count() - 1)
        return field.choices[-1].key
    if field.kind is FieldKind.YES_NO:
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        return True
    text, stored = TYPED.get(field.kind, (f"Some {field.key}", f"Some {field.key}"))
    qtbot.keyClicks(widget, text)
    return stored


def fill_rows(qtbot: QtBot, wizard: PartnershipWizard, field: Field) -> list[dict[str, Any]]:
    assert wizard.terms_page.terms is not None
    editor = wizard.terms_page.terms.editors[field.key]
    rows = []
    for number in range(2):
        press(qtbot, editor.findChild(QPushButton, f"{field.key}_add"))
        card = editor.findChildren(QFrame, f"{field.key}_row")[number]
        rows.append(
            {column.key: fill(qtbot, card.findChild(QWidget, column.key), column) for column in field.columns}
        )
    return rows


def fill_terms(qtbot: QtBot, wizard: PartnershipWizard) -> dict[str, Any]:
    form = wizard.terms_page.terms
    assert form is not None
    stored = {}
    for field in form.fields:
        if field.kind is FieldKind.ROWS:
            stored[field.key] = fill_rows(qtbot, wizard, field)
        else:
            stored[field.key] = fill(qtbot, form.editors[field.key].focus_target, field)
    return stored


def fill_governance(qtbot: QtBot, wizard: PartnershipWizard) -> None:
    form = wizard.governance_page.form
    for key in ("our_functions", "their_functions", "decision_rule", "dispute_rule", "exit_rule"):
        qtbot.keyClicks(form.editors[key].focus_target, f"Rule of {key}")
    form.editors["last_word"].set_value("us")
    form.editors["review_rhythm"].set_value("quarterly")


def complete(qtbot: QtBot, wizard: PartnershipWizard, key: str) -> dict[str, Any]:
    """Go from the partner to the summary; return the terms entered."""
    choose_partner(qtbot, wizard, "zlo")
    go_on(qtbot, wizard)
    choose_type(qtbot, wizard, key)
    go_on(qtbot, wizard)
    terms = fill_terms(qtbot, wizard)
    for _page in range(3):
        go_on(qtbot, wizard)
    assert wizard.currentId() == Page.SUMMARY
    return terms
