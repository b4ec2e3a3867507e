"""The partnership wizard, used as its owner uses it: by mouse and keyboard, on a real file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import LastWord, ObligationStatus, RefusalReason, ReviewRhythm, State
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import default_obligations
from partnerdesk.ui.partnership_wizard.carrying import carried_promises, carried_terms, moved_promises
from partnerdesk.ui.partnership_wizard.flow import Answers, Page, next_page, steps
from partnerdesk.ui.partnership_wizard.wizard import PartnershipWizard
from partnerdesk.ui.theme import Theme
from tests.ui.wizard_steps import (
    choose_partner,
    choose_type,
    complete,
    fill_governance,
    fill_terms,
    finish,
    go_back,
    go_on,
    press,
)

TYPES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "resources/partnership_types").glob("*.toml")
)
TODAY = date.today()

Opener = Callable[..., PartnershipWizard]


@pytest.fixture
def theme(qapp: Any, resources: Path) -> Theme:
    return Theme(qapp, resources)


@pytest.fixture
def bakery(desk: Desk) -> Partner:
    for name in ("Hotel Pod Lipa", "Bakery Zloty Klos"):
        file = desk.directory.save(PartnerFile(Partner(name=name, city="Gdynia"), ()))
    return file.partner


@pytest.fixture
def open_wizard(desk: Desk, theme: Theme, qtbot: QtBot) -> Opener:
    def opener(**more: Any) -> PartnershipWizard:
        wizard = PartnershipWizard(desk.directory, desk.partnerships, desk.catalogue, theme, **more)
        qtbot.addWidget(wizard, before_close_func=lambda window: window.done(0))
        wizard.resize(800, 560)
        with qtbot.waitExposed(wizard):
            wizard.open()
        return wizard

    return opener


@pytest.mark.parametrize("key", TYPES)
def test_every_type_is_completed_stored_reopened_and_changed(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener, key: str
) -> None:
    kind = desk.catalogue.types[key]
    wizard = open_wizard()
    terms = complete(qtbot, wizard, key)
    go_back(qtbot, wizard)
    fill_governance(qtbot, wizard)
    go_on(qtbot, wizard)
    press(qtbot, wizard.findChild(QAbstractButton, "state_agreed"))
    with qtbot.waitSignal(wizard.saved) as saved:
        finish(qtbot, wizard)

    stored = desk.partnerships.agreement(saved.args[0])
    partnership = stored.partnership
    assert (partnership.partner_id, partnership.type_key) == (bakery.key, key)
    assert (partnership.state, partnership.starts_on) == (State.AGREED, TODAY)
    assert partnership.terms == terms
    usual = sorted(default_obligations(kind, TODAY), key=lambda obligation: obligation.side)
    assert [(entry.side, entry.text, entry.due_on) for entry in stored.obligations] == [
        (entry.side, entry.text, entry.due_on) for entry in usual
    ]
    assert partnership.last_word is LastWord.US
    assert partnership.review_rhythm is ReviewRhythm.QUARTERLY
    assert partnership.dispute_rule == "Rule of dispute_rule"

    again = open_wizard(agreement=stored)
    assert again.currentId() == Page.TERMS
    assert again.terms_page.values()["terms"] == terms
    qtbot.keyClicks(again.terms_page.basics.editors["partnership_name"].focus_target, "Autumn")
    go_on(qtbot, again)
    ours = again.promises_page.lists[Side.OURS]
    press(qtbot, ours.lines[0].remove_button)
    press(qtbot, ours.add_button)
    qtbot.keyClicks(ours.lines[-1].text, "Send a basket")
    go_on(qtbot, again)
    go_on(qtbot, again)
    box = again.findChild(QComboBox, "state")
    box.setCurrentIndex(box.findData(State.RUNNING))
    finish(qtbot, again)

    changed = desk.partnerships.agreement(saved.args[0])
    assert (changed.partnership.name, changed.partnership.state) == ("Autumn", State.RUNNING)
    assert changed.partnership.terms == terms
    assert changed.partnership.dispute_rule == "Rule of dispute_rule"
    assert stored.obligations[0].id not in [entry.id for entry in changed.obligations]
    assert {entry.id for entry in stored.obligations[1:]} < {entry.id for entry in changed.obligations}
    assert "Send a basket" in [entry.text for entry in changed.obligations]


def test_next_waits_for_a_partner_and_says_so(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    assert wizard.findChild(QLabel, "chosen_partner").text() == "Choose a partner to go on."
    choose_partner(qtbot, wizard, "zlo")
    assert wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    qtbot.keyClick(wizard.partner_page.search, Qt.Key.Key_Return)
    assert wizard.currentId() == Page.TYPE
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_a_partner_is_preselected(bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    assert wizard.partner_page.partner == bakery
    assert wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_a_new_partner_is_added_by_name(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    page = wizard.partner_page
    assert not page.add_button.isEnabled()
    qtbot.keyClicks(page.search, "Sail School")
    assert page.none_found.isVisible()
    press(qtbot, page.add_button)
    assert [partner.name for partner in desk.directory.all()].count("Sail School") == 1
    assert page.partner is not None
    assert page.partner.name == "Sail School"
    assert not page.add_button.isEnabled()
    assert wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_cards_are_moved_through_by_arrow_keys(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    go_on(qtbot, wizard)
    cards = list(wizard.type_page.cards.values())
    wizard.activateWindow()
    cards[0].setFocus()
    qtbot.waitUntil(cards[0].hasFocus)
    qtbot.keyClick(cards[0], Qt.Key.Key_Space)
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert wizard.type_page.chosen() == cards[1].kind
    details = wizard.type_page.details.text()
    assert cards[1].kind.fits_when in details
    assert "Law" in details
    assert all(card.accessibleName() and card.kind.weakness in card.accessibleDescription() for card in cards)


def test_types_are_filtered_by_words(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    go_on(qtbot, wizard)
    page = wizard.type_page
    qtbot.keyClicks(page.filter, "barter")
    assert page.cards["barter"].isVisible()
    assert not page.cards["joint_business"].isVisible()
    qtbot.keyClicks(page.filter, "qqq")
    assert page.none_found.isVisible()


def test_a_required_term_is_asked_for_beside_its_field(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    go_on(qtbot, wizard)
    choose_type(qtbot, wizard, "joint_business")
    go_on(qtbot, wizard)
    go_on(qtbot, wizard)
    assert wizard.currentId() == Page.TERMS
    fault = wizard.terms_page.terms.findChild(QLabel, "venture_fault")
    assert fault.isVisible()
    assert "New business" in fault.text()


def test_the_last_day_must_not_lie_before_the_first(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    go_on(qtbot, wizard)
    choose_type(qtbot, wizard, "card_swap")
    go_on(qtbot, wizard)
    fill_terms(qtbot, wizard)
    qtbot.keyClicks(wizard.terms_page.basics.editors["partnership_ends_on"].focus_target, "01.01.2020")
    go_on(qtbot, wizard)
    assert wizard.currentId() == Page.TERMS
    assert wizard.findChild(QLabel, "partnership_ends_on_fault").isVisible()


def test_back_keeps_every_answer(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    terms = complete(qtbot, wizard, "barter")
    go_back(qtbot, wizard)
    fill_governance(qtbot, wizard)
    go_back(qtbot, wizard)
    line = wizard.promises_page.lists[Side.THEIRS].lines[0]
    qtbot.keyClicks(line.responsible, "Ola")
    for _page in range(3):
        go_back(qtbot, wizard)
    assert wizard.currentId() == Page.PARTNER
    for _page in range(5):
        go_on(qtbot, wizard)
    assert wizard.terms_page.values()["terms"] == terms
    assert "Ola" in [entry.responsible for entry in wizard.promises_page.obligations()]
    assert wizard.governance_page.values()["exit_rule"] == "Rule of exit_rule"


def test_another_type_brings_its_own_terms_and_promises(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "barter")
    for _page in range(2):
        go_back(qtbot, wizard)
    press(qtbot, wizard.promises_page.lists[Side.OURS].add_button)
    qtbot.keyClicks(wizard.promises_page.lists[Side.OURS].lines[-1].text, "Bring cake")
    for _page in range(2):
        go_back(qtbot, wizard)
    for key in TYPES:
        choose_type(qtbot, wizard, key)
        go_on(qtbot, wizard)
        go_back(qtbot, wizard)
    choose_type(qtbot, wizard, "resource_swap")
    go_on(qtbot, wizard)
    assert wizard.terms_page.terms is not None
    # What the types have in common was carried over; typing would go behind it.
    wizard.terms_page.terms.set_values({})
    fill_terms(qtbot, wizard)
    go_on(qtbot, wizard)
    assert wizard.currentId() == Page.PROMISES
    usual = default_obligations(desk.catalogue.types["resource_swap"], TODAY)
    texts = [entry.text for entry in wizard.promises_page.obligations()]
    assert sorted(texts) == sorted(["Bring cake", *(entry.text for entry in usual)])


def test_a_later_first_day_moves_the_usual_dates(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "card_swap")
    before = wizard.promises_page.obligations()
    for _page in range(3):
        go_back(qtbot, wizard)
    later = TODAY + timedelta(days=10)
    wizard.terms_page.basics.editors["partnership_starts_on"].set_value(later.isoformat())
    go_on(qtbot, wizard)
    after = wizard.promises_page.obligations()
    assert after == tuple(replace(entry, due_on=entry.due_on + timedelta(days=10)) for entry in before)


def test_a_promise_needs_words_and_a_day_that_can_be_read(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "card_swap")
    go_back(qtbot, wizard)
    go_back(qtbot, wizard)
    promises = wizard.promises_page.lists[Side.OURS]
    promises.lines[0].text.clear()
    go_on(qtbot, wizard)
    assert wizard.currentId() == Page.PROMISES
    assert promises.lines[0].fault.isVisible()
    qtbot.keyClicks(promises.lines[0].text, "Cards")
    qtbot.keyClicks(promises.lines[0].due.line, "x")
    go_on(qtbot, wizard)
    assert wizard.currentId() == Page.PROMISES
    assert "Enter a day" in promises.lines[0].fault.text()


def test_what_is_wrong_with_an_added_promise_is_scrolled_to(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "joint_business")
    go_back(qtbot, wizard)
    go_back(qtbot, wizard)
    press(qtbot, wizard.promises_page.lists[Side.THEIRS].add_button)
    go_on(qtbot, wizard)
    fault = wizard.promises_page.lists[Side.THEIRS].lines[-1].fault
    qtbot.waitUntil(lambda: not fault.visibleRegion().isEmpty())
    assert "Say what is promised" in fault.text()


def test_enter_in_a_promise_goes_on(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "card_swap")
    go_back(qtbot, wizard)
    go_back(qtbot, wizard)
    qtbot.keyClick(wizard.promises_page.lists[Side.OURS].lines[0].text, Qt.Key.Key_Return)
    assert wizard.currentId() == Page.GOVERNANCE


def test_a_refusal_needs_a_reason_and_keeps_it(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "stand_swap")
    press(qtbot, wizard.findChild(QAbstractButton, "state_refused"))
    finish(qtbot, wizard)
    assert wizard.isVisible()
    assert wizard.findChild(QLabel, "refusal_reason_fault").isVisible()
    assert desk.partnerships.all() == []
    box = wizard.findChild(QComboBox, "refusal_reason")
    box.setCurrentIndex(box.findData("no_time"))
    qtbot.keyClicks(wizard.findChild(QLineEdit, "refusal_note"), "After the season")
    qtbot.keyClicks(wizard.findChild(QLineEdit, "retry_on"), "01.09.2027")
    finish(qtbot, wizard)
    stored = desk.partnerships.all()[0]
    assert (stored.state, stored.refusal_reason) == (State.REFUSED, RefusalReason.NO_TIME)
    assert (stored.refusal_note, stored.retry_on) == ("After the season", date(2027, 9, 1))


def test_a_stored_partnership_is_saved_from_any_page_and_a_conflict_is_told(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "card_swap")
    finish(qtbot, wizard)
    stored = desk.partnerships.agreement(desk.partnerships.all()[0].key)
    first, second = open_wizard(agreement=stored), open_wizard(agreement=stored)
    qtbot.keyClicks(first.terms_page.basics.editors["partnership_name"].focus_target, "First")
    finish(qtbot, first)
    assert desk.partnerships.all()[0].name == "First"
    qtbot.keyClicks(second.terms_page.basics.editors["partnership_name"].focus_target, "Second")
    finish(qtbot, second)
    assert second.isVisible()
    assert "changed or removed" in second.findChild(QLabel, "save_fault").text()
    assert second.terms_page.values()["name"] == "Second"
    assert desk.partnerships.all()[0].name == "First"


def test_a_settled_promise_stays_settled_when_the_partnership_is_edited(
    qtbot: QtBot, desk: Desk, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "card_swap")
    finish(qtbot, wizard)
    key = desk.partnerships.all()[0].key
    kept = desk.partnerships.settle(desk.partnerships.obligations(key)[0].key, ObligationStatus.KEPT, TODAY)
    again = open_wizard(agreement=desk.partnerships.agreement(key))
    finish(qtbot, again)
    assert desk.partnerships.obligations(key)[0] == kept


def test_cancel_closes_at_once_when_nothing_was_entered(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    press(qtbot, wizard.button(QWizard.WizardButton.CancelButton))
    assert not wizard.isVisible()


@pytest.mark.parametrize(("answer", "stays"), [("keep_editing", True), ("discard", False)])
def test_cancel_asks_when_something_was_entered(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener, answer: str, stays: bool
) -> None:
    wizard = open_wizard(partner_id=bakery.key)
    go_on(qtbot, wizard)
    choose_type(qtbot, wizard, "barter")
    press(qtbot, wizard.button(QWizard.WizardButton.CancelButton))
    question = wizard.findChild(QMessageBox, "discard_question")
    assert "Discard this partnership?" in question.text()
    press(qtbot, question.findChild(QPushButton, answer))
    assert wizard.isVisible() is stays


def test_buttons_and_title_speak_of_the_partnership(bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    texts = [
        wizard.buttonText(button).replace("&", "")
        for button in (
            QWizard.WizardButton.BackButton,
            QWizard.WizardButton.NextButton,
            QWizard.WizardButton.FinishButton,
            QWizard.WizardButton.CancelButton,
        )
    ]
    assert texts == ["Back", "Next", "Save partnership", "Cancel"]
    assert wizard.windowTitle() == "New partnership"


def test_every_control_has_an_accessible_name(qtbot: QtBot, bakery: Partner, open_wizard: Opener) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "gift_bundle")
    for control in wizard.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None
        if reached and control.window() is wizard:
            named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
            assert named or control.objectName().startswith("qt_"), control


def test_a_stored_partnership_has_its_partner_and_type_fixed() -> None:
    assert steps(Answers(editing=False)) == tuple(Page)
    assert steps(Answers(editing=True))[0] is Page.TERMS
    assert next_page(Page.PARTNER, Answers(editing=False)) is Page.TYPE
    assert next_page(Page.SUMMARY, Answers(editing=True)) is None


def test_terms_are_carried_over_where_the_new_type_can_hold_them() -> None:
    choices = (Choice("a", "A"), Choice("b", "B"))
    old = {
        "share": (Field("share", "Share", FieldKind.PERCENT), "12.5"),
        "place": (Field("place", "Place"), "Counter"),
        "who": (Field("who", "Who", FieldKind.CHOICE, choices=choices), "a"),
        "gifts": (
            Field("gifts", "Gifts", FieldKind.ROWS, columns=(Field("gift", "Gift"), Field("of", "Of"))),
            [{"gift": "Cake", "of": "us"}],
        ),
    }
    new = (
        Field("share", "Share", FieldKind.PERCENT),
        Field("place", "Place", FieldKind.MONEY),
        Field("who", "Who", FieldKind.CHOICE, choices=choices[1:]),
        Field("gifts", "G", FieldKind.ROWS, columns=(Field("gift", "G"), Field("of", "Of", FieldKind.MONEY))),
    )
    assert carried_terms(old, new) == {"share": "12.5", "gifts": [{"gift": "Cake"}]}


def test_promises_left_as_they_came_go_with_their_type(desk: Desk) -> None:
    first, second = (default_obligations(desk.catalogue.types[key], TODAY) for key in ("barter", "card_swap"))
    mine = replace(first[0], text="My own words")
    assert carried_promises((mine, *first[1:]), first, second) == (*second, mine)
    pinned = replace(first[1], due_on=date(2030, 1, 1))
    moved = moved_promises((pinned,), first, default_obligations(desk.catalogue.types["barter"], TODAY))
    assert moved == (pinned,)


def test_advice_stands_beside_its_fields_and_follows_what_is_entered(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    complete(qtbot, wizard, "barter")
    go_back(qtbot, wizard)
    page = wizard.governance_page

    def advised() -> set[str]:
        labels = page.form.findChildren(QLabel, QRegularExpression("_advice$"))
        return {label.objectName().removesuffix("_advice") for label in labels if label.isVisibleTo(page)}

    assert advised() == {"their_functions", "last_word", "dispute_rule", "review_rhythm"}
    assert page.advice.text().startswith("⚠ 4 points are still open")
    page.form.editors["last_word"].set_value("both")
    assert "Equal power" in page.form.findChild(QLabel, "last_word_advice").text()
    fill_governance(qtbot, wizard)
    assert advised() == set()
    assert not page.advice.isVisible()


def test_a_joint_business_needs_more_settled_than_a_card_swap(
    qtbot: QtBot, bakery: Partner, open_wizard: Opener
) -> None:
    wizard = open_wizard()
    choose_partner(qtbot, wizard, "zlo")
    go_on(qtbot, wizard)
    counts = {}
    for key in ("joint_business", "card_swap"):
        choose_type(qtbot, wizard, key)
        wizard.governance_page.initializePage()
        counts[key] = int(wizard.governance_page.advice.text().split()[1])
    assert counts == {"joint_business": 6, "card_swap": 2}
