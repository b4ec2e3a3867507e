"""The Letters tab, used as its owner uses it, on a real file and with real PDFs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, HistoryKind, Partner
from partnerdesk.domain.partnership import Partnership, State
from partnerdesk.language.interface import use_language
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.ui.tabs.letters.drafts import Drafts
from partnerdesk.ui.tabs.letters.partner_choice import MOST_HITS
from partnerdesk.ui.tabs.letters.tab import LettersTab
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.work import Worker

LETTERS = sorted(
    path.stem for path in (Path(__file__).parents[2] / "resources/letter_templates").glob("*.toml")
)
TODAY = date(2026, 11, 23)

Opener = Callable[..., LettersTab]


@pytest.fixture
def worker(qapp: Any) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.finish()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "letters"


@pytest.fixture
def firm(desk: Desk) -> OwnFirm:
    return desk.own_firm.save(
        OwnFirm(
            id=1,
            name="Piekarnia Złoty Kłos",
            city="Gdynia",
            signatory_first_name="Łucja",
            signatory_surname="Żółkiewska",
            signatory_job_title="Prezes Zarządu",
            signatory_gender=Gender.F,
        )
    )


@pytest.fixture
def builder(desk: Desk) -> Partner:
    """A partner with two people whose names the rules know, one whom they do not, and a project."""
    people = (
        Contact(first_name="Anna", surname="Nikonenko"),
        Contact(first_name="Wiktor", surname="Małecki", is_decision_maker=True),
        Contact(first_name="Sasza", surname="Vbnm"),
    )
    partner = Partner(
        name="Stroy-Master", city="Gdańsk", first_day=date(2021, 3, 1), sells=("meble biurowe",)
    )
    file = desk.directory.save(PartnerFile(partner, people))
    agreed = Partnership(
        partner_id=file.partner.key,
        type_key="joint_client_projects",
        state=State.RUNNING,
        terms={"project": "Grand Lux", "parts": [{"firm": "My", "part": "Pieczywo"}]},
    )
    desk.partnerships.save(Agreement(agreed, ()))
    return file.partner


@pytest.fixture
def open_tab(
    desk: Desk, resources: Path, worker: Worker, folder: Path, qapp: QApplication, qtbot: QtBot
) -> Opener:
    def opener(**more: Any) -> LettersTab:
        folders = [folder]
        tab = LettersTab(
            desk.directory,
            desk.partnerships,
            desk.letters,
            desk.own_firm,
            more.pop("catalogue", desk.catalogue),
            Theme(qapp, resources),
            worker,
            lambda: folders[-1],
            folders.append,
            lambda: TODAY,
            **more,
        )
        qtbot.addWidget(tab)
        desk.workspace.on_change(
            lambda change: tab.refresh() if tab.watches & {edit.table for edit in change.edits} else None
        )
        tab.resize(1000, 700)
        tab.show()
        qtbot.waitExposed(tab)
        return tab

    return opener


@pytest.fixture
def tab(open_tab: Opener, firm: OwnFirm, builder: Partner) -> LettersTab:
    tab = open_tab()
    tab.begin(builder.key)
    return tab


def find(tab: QWidget, kind: type[Any], name: str) -> Any:
    found = tab.findChild(kind, name)
    assert found is not None, name
    return found


def choose(tab: QWidget, name: str, value: Any) -> None:
    box = find(tab, QComboBox, name)
    at = box.findData(value)
    assert at >= 0, value
    box.setCurrentIndex(at)


def choose_person(tab: QWidget, first_name: str) -> None:
    box = find(tab, QComboBox, "letter_contact")
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemText(at).startswith(first_name)))


def line(tab: QWidget, name: str) -> QLineEdit:
    return find(tab, QLineEdit, name)


def body(tab: QWidget) -> QPlainTextEdit:
    return find(tab, QPlainTextEdit, "letter_body")


def note_of(tab: QWidget, name: str) -> QLabel:
    return find(tab, QLabel, f"{name}_note")


def settle(tab: LettersTab, qtbot: QtBot) -> None:
    """Wait until the page shown is that of the letter as it stands."""
    qtbot.waitUntil(
        lambda: tab.preview.is_current and tab.preview.view.pdf == tab.preview.pdf, timeout=10_000
    )


def export(tab: LettersTab, qtbot: QtBot) -> Path:
    settle(tab, qtbot)
    button = find(tab, QPushButton, "export_letter")
    assert button.isEnabled(), find(tab, QLabel, "export_reason").text()
    before = set(tab._export_folder().glob("*"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(tab._export_folder().glob("*")) != before)
    (path,) = set(tab._export_folder().glob("*")) - before
    return path


def text_of(pdf: bytes | Path) -> str:
    reader = PdfReader(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return flat(" ".join(page.extract_text() for page in reader.pages))


def mnemonic(widget: QWidget, tab: QWidget) -> str:
    """The letter that leads to a widget shown, if there is one."""
    leads = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy())
    if not leads or not widget.isVisibleTo(tab):
        return ""
    _before, _mark, behind = widget.text().replace("&&", "").partition("&")
    return behind[:1].lower()


def flat(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("key", LETTERS)
def test_each_letter_goes_from_the_window_to_a_complete_file(
    tab: LettersTab, key: str, language: str, qtbot: QtBot
) -> None:
    choose(tab, "letter_template", key)
    choose(tab, "letter_language", language)
    salutation = line(tab, "letter_salutation").text()
    assert salutation == {"pl": "Szanowny Panie Wiktorze", "en": "Dear Mr Małecki"}[language]
    path = export(tab, qtbot)
    printed = text_of(path)
    for text in (f"{salutation},", body(tab).toPlainText(), line(tab, "letter_closing").text()):
        assert flat(text) in printed
    assert "Piekarnia Złoty Kłos" in printed
    assert "Stroy-Master" in printed
    assert path.name.startswith("Stroy-Master – ")
    assert path.name.endswith(" – 2026-11-23.pdf")
    assert path.read_bytes() == tab.preview.view.pdf


def test_the_page_shown_and_the_exported_file_are_the_same_bytes(tab: LettersTab, qtbot: QtBot) -> None:
    path = export(tab, qtbot)
    assert path.read_bytes() == tab.preview.view.pdf == tab.preview.pdf


def test_a_second_export_leaves_the_first_file_alone(tab: LettersTab, qtbot: QtBot) -> None:
    first = export(tab, qtbot)
    content = first.read_bytes()
    body(tab).setPlainText("Another text.")
    second = export(tab, qtbot)
    assert second.name == f"{first.stem} (2).pdf"
    assert first.read_bytes() == content


def test_an_export_is_noted_in_the_partners_history_and_listed(
    tab: LettersTab, desk: Desk, builder: Partner, qtbot: QtBot
) -> None:
    path = export(tab, qtbot)
    (entry,) = [one for one in desk.directory.history(builder.key) if one.kind is HistoryKind.LETTER]
    assert entry.details["file"] == path.name
    table = tab.exported.table
    assert [table.item(0, column).text() for column in (1, 3)] == ["Stroy-Master", path.name]
    tab.page_bar.setCurrentIndex(1)
    table.selectRow(0)
    with qtbot.waitSignal(tab.partner_asked) as asked:
        qtbot.mouseClick(find(tab, QPushButton, "show_letters_partner"), Qt.MouseButton.LeftButton)
    assert asked.args == [builder.key]


def test_facts_are_filled_in_from_what_is_known(tab: LettersTab) -> None:
    choose(tab, "letter_template", "long_cooperation")
    assert line(tab, "years_together").text() == "5"
    assert line(tab, "project").text() == "Grand Lux"
    assert "Grand Lux" in body(tab).toPlainText()


def test_a_fact_typed_goes_into_the_text_and_stays_when_contact_and_language_change(tab: LettersTab) -> None:
    choose(tab, "letter_template", "long_cooperation")
    line(tab, "project").setText("Bursztyn")
    assert "Bursztyn" in body(tab).toPlainText()
    choose_person(tab, "Anna")
    choose(tab, "letter_language", "en")
    assert line(tab, "project").text() == "Bursztyn"
    assert "Bursztyn" in body(tab).toPlainText()
    assert line(tab, "letter_salutation").text() == "Dear Ms Nikonenko"


def test_a_fact_typed_stays_when_the_data_change_and_others_follow(
    tab: LettersTab, desk: Desk, builder: Partner
) -> None:
    choose(tab, "letter_template", "long_cooperation")
    line(tab, "project").setText("Bursztyn")
    file = desk.directory.file(builder.key)
    desk.directory.save(replace(file, partner=replace(file.partner, first_day=date(2016, 3, 1))))
    assert line(tab, "project").text() == "Bursztyn"
    assert line(tab, "years_together").text() == "10"
    assert "10 lat" in body(tab).toPlainText()


def test_a_text_written_by_hand_is_printed(tab: LettersTab, qtbot: QtBot) -> None:
    body(tab).selectAll()
    body(tab).insertPlainText("Zażółć gęślą jaźń.\n\nDrugi akapit.")
    printed = text_of(export(tab, qtbot))
    assert "Zażółć gęślą jaźń. Drugi akapit." in printed


def test_a_text_written_by_hand_stays_when_a_fact_changes_and_says_so(tab: LettersTab) -> None:
    choose(tab, "letter_template", "long_cooperation")
    body(tab).setPlainText("Mój tekst.")
    assert note_of(tab, "letter_body").isVisibleTo(tab)
    assert "stays" in note_of(tab, "letter_body").text()
    line(tab, "project").setText("Bursztyn")
    assert body(tab).toPlainText() == "Mój tekst."
    assert "Check that it still fits" in note_of(tab, "letter_body").text()
    assert not note_of(tab, "letter_subject").isVisibleTo(tab)


def test_the_templates_text_can_be_taken_again_and_that_be_undone(tab: LettersTab, qtbot: QtBot) -> None:
    template = body(tab).toPlainText()
    body(tab).setPlainText("Mój tekst.")
    reset = find(tab, QPushButton, "letter_body_reset")
    tab.composer.ensureWidgetVisible(reset)
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert body(tab).toPlainText() == template
    assert not reset.isVisibleTo(tab)
    body(tab).undo()
    assert body(tab).toPlainText() == "Mój tekst."
    line(tab, "letter_subject").setText("Mój temat")
    qtbot.mouseClick(find(tab, QPushButton, "letter_subject_reset"), Qt.MouseButton.LeftButton)
    assert line(tab, "letter_subject").text() != "Mój temat"


def test_a_salutation_written_for_one_person_warns_when_another_is_chosen(tab: LettersTab) -> None:
    line(tab, "letter_salutation").setText("Cześć Wiktorze")
    choose_person(tab, "Anna")
    assert line(tab, "letter_salutation").text() == "Cześć Wiktorze"
    assert "Check that it still fits" in note_of(tab, "letter_salutation").text()


def test_what_was_typed_for_one_letter_waits_there_and_gets_into_no_other(tab: LettersTab) -> None:
    choose(tab, "letter_template", "long_cooperation")
    line(tab, "employee").setText("Pani Anna Nikonenko")
    body(tab).setPlainText("Mój tekst.")
    choose(tab, "letter_template", "mutual_support")
    assert "Mój tekst." not in body(tab).toPlainText()
    bar = tab.composer.kept_bar
    assert bar.isVisibleTo(tab)
    bar.button.click()
    assert body(tab).toPlainText() == "Mój tekst."
    assert line(tab, "employee").text() == "Pani Anna Nikonenko"
    assert not bar.isVisibleTo(tab)


def test_each_language_has_texts_of_its_own(tab: LettersTab) -> None:
    body(tab).setPlainText("Mój tekst.")
    choose(tab, "letter_language", "en")
    assert "Mój" not in body(tab).toPlainText()
    choose(tab, "letter_language", "pl")
    assert body(tab).toPlainText() == "Mój tekst."


def test_each_partner_has_texts_of_its_own(tab: LettersTab, desk: Desk, builder: Partner) -> None:
    other = desk.directory.save(PartnerFile(Partner(name="Zoo", language="en"), ())).partner
    body(tab).setPlainText("Mój tekst.")
    tab.begin(other.key)
    assert find(tab, QComboBox, "letter_language").currentData() == "en"
    assert "Mój" not in body(tab).toPlainText()
    assert line(tab, "letter_salutation").text() == "Dear Zoo team"
    tab.composer.kept_bar.button.click()
    assert line(tab, "letter_partner").text() == "Stroy-Master"
    assert body(tab).toPlainText() == "Mój tekst."


def test_the_window_can_ask_whether_a_text_is_in_no_file_yet(tab: LettersTab, qtbot: QtBot) -> None:
    assert not tab.has_unsaved()
    body(tab).setPlainText("Mój tekst.")
    assert tab.has_unsaved()
    export(tab, qtbot)
    assert not tab.has_unsaved()
    body(tab).setPlainText("Mój inny tekst.")
    assert tab.has_unsaved()


def test_drafts_outlive_a_tab_made_anew(open_tab: Opener, firm: OwnFirm, builder: Partner) -> None:
    drafts = Drafts()
    first = open_tab(drafts=drafts)
    first.begin(builder.key)
    body(first).setPlainText("Mój tekst.")
    assert first.has_unsaved()
    second = open_tab(drafts=drafts)
    second.begin(builder.key)
    assert body(second).toPlainText() == "Mój tekst."


def test_without_the_firms_name_nothing_is_exported_and_the_reason_is_said(
    open_tab: Opener, builder: Partner, desk: Desk, qtbot: QtBot
) -> None:
    tab = open_tab()
    tab.begin(builder.key)
    settle(tab, qtbot)
    button = find(tab, QPushButton, "export_letter")
    reason = find(tab, QLabel, "export_reason")
    assert not button.isEnabled()
    assert "Your firm's name is missing" in reason.text()
    assert button.accessibleDescription() == reason.text()
    with qtbot.waitSignal(tab.firm_asked):
        qtbot.mouseClick(find(tab, QPushButton, "open_own_firm"), Qt.MouseButton.LeftButton)
    desk.own_firm.save(OwnFirm(id=1, name="Piekarnia"))
    qtbot.waitUntil(button.isEnabled)
    assert not reason.isVisibleTo(tab)
    settle(tab, qtbot)
    assert "Piekarnia" in text_of(tab.preview.view.pdf)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("letter_date", "31.02.2026", "Enter a day"),
        ("letter_date", "", "Enter the letter's date"),
        ("years_together", "many", "Years of cooperation: Enter a whole number"),
        ("letter_salutation", "", "The salutation is empty"),
        ("letter_subject", "漢", "cannot be printed"),
    ],
)
def test_what_cannot_be_printed_keeps_the_export_shut_and_is_said(
    tab: LettersTab, name: str, text: str, reason: str, qtbot: QtBot
) -> None:
    choose(tab, "letter_template", "long_cooperation")
    line(tab, name).setText(text)
    settle(tab, qtbot)
    assert not find(tab, QPushButton, "export_letter").isEnabled()
    assert reason in find(tab, QLabel, "export_reason").text()
    assert line(tab, name).text() == text


def test_an_export_waits_for_the_page_that_shows_the_latest_text(tab: LettersTab, qtbot: QtBot) -> None:
    settle(tab, qtbot)
    body(tab).setPlainText("Ostatnie słowo.")
    assert not tab.preview.is_current
    qtbot.mouseClick(find(tab, QPushButton, "export_letter"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.export.exported_bar.isVisibleTo(tab))
    settle(tab, qtbot)
    (path,) = tab._export_folder().glob("*.pdf")
    assert "Ostatnie słowo." in text_of(path)
    assert path.read_bytes() == tab.preview.view.pdf


def test_what_is_typed_after_the_click_is_not_exported(tab: LettersTab, folder: Path, qtbot: QtBot) -> None:
    body(tab).setPlainText("Przed.")
    qtbot.mouseClick(find(tab, QPushButton, "export_letter"), Qt.MouseButton.LeftButton)
    body(tab).setPlainText("Po.")
    settle(tab, qtbot)
    (path,) = folder.glob("*.pdf")
    assert "Przed." in text_of(path)
    assert "Po." in text_of(tab.preview.view.pdf)
    assert tab.has_unsaved()


def test_pages_of_texts_that_are_typed_over_are_never_shown(tab: LettersTab, qtbot: QtBot) -> None:
    settle(tab, qtbot)
    shown: list[bytes] = []
    tab.preview.view.shown.connect(lambda: shown.append(tab.preview.view.pdf))
    for text in ("Jeden.", "Dwa.", "Trzy."):
        body(tab).setPlainText(text)
        tab.preview.make_now()
    settle(tab, qtbot)
    assert shown
    assert all("Trzy." in text_of(pdf) for pdf in shown)


def test_after_an_export_the_file_is_named_until_the_letter_changes(tab: LettersTab, qtbot: QtBot) -> None:
    path = export(tab, qtbot)
    bar = tab.export.exported_bar
    assert bar.isVisibleTo(tab)
    assert bar.label.text() == f"Exported: {path.name}"
    choose(tab, "letter_template", "mutual_support")
    assert not bar.isVisibleTo(tab)


def test_the_exported_file_and_its_folder_are_opened_by_their_programs(
    tab: LettersTab, folder: Path, qtbot: QtBot
) -> None:
    opened: list[str] = []
    bar = tab.export.exported_bar
    bar.open_url = lambda url: bool(opened.append(url.toLocalFile())) or len(opened) < 3
    path = export(tab, qtbot)
    for name in ("open_exported_file", "open_exported_folder"):
        qtbot.mouseClick(find(tab, QPushButton, name), Qt.MouseButton.LeftButton)
    assert opened == [str(path), str(folder)]
    qtbot.mouseClick(find(tab, QPushButton, "open_exported_file"), Qt.MouseButton.LeftButton)
    assert "No program was found" in bar.label.text()
    path.unlink()
    qtbot.mouseClick(find(tab, QPushButton, "open_exported_file"), Qt.MouseButton.LeftButton)
    assert "no longer there" in bar.label.text()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(
    tab: LettersTab, folder: Path, desk: Desk, qtbot: QtBot
) -> None:
    settle(tab, qtbot)
    folder.write_text("a file where a folder should be")
    qtbot.mouseClick(find(tab, QPushButton, "export_letter"), Qt.MouseButton.LeftButton)
    problem = find(tab, QLabel, "export_problem")
    qtbot.waitUntil(lambda: problem.isVisibleTo(tab))
    assert str(folder) in problem.text()
    assert desk.letters.exported() == []


def test_another_folder_is_used_and_remembered(tab: LettersTab, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other"
    other.mkdir()
    qtbot.mouseClick(find(tab, QPushButton, "change_folder"), Qt.MouseButton.LeftButton)
    dialog = find(tab, QFileDialog, "folder_dialog")
    dialog.fileSelected.emit(str(other))
    dialog.reject()
    assert line(tab, "export_folder").text() == str(other)
    assert export(tab, qtbot).parent == other


def test_the_one_who_decides_is_chosen_first(tab: LettersTab) -> None:
    box = find(tab, QComboBox, "letter_contact")
    assert box.currentText() == "Wiktor Małecki"
    assert [box.itemText(at) for at in range(2)] == ["The whole firm", "Wiktor Małecki"]


def test_a_person_of_unknown_address_is_pointed_out(tab: LettersTab, desk: Desk) -> None:
    # A form of address that was left open long ago, when it was not yet guessed on saving.
    (wiktor,) = desk.workspace.contacts.find("first_name = 'Wiktor'")
    with desk.workspace.change("Forget"):
        desk.workspace.contacts.update(replace(wiktor, gender=None))
    tab.refresh()
    warning = find(tab, QLabel, "address_note")
    assert "by the first name" in warning.text()
    choose(tab, "letter_contact", None)
    assert not warning.isVisibleTo(tab)
    choose_person(tab, "Sasza")
    assert warning.isVisibleTo(tab)
    assert "is not known" in warning.text()
    assert line(tab, "letter_salutation").text() == "Szanowni Państwo"


def test_a_warm_letter_greets_by_first_name(tab: LettersTab) -> None:
    tab.composer.letter.warm_check.setChecked(True)
    assert line(tab, "letter_salutation").text() == "Drogi Wiktorze"


def test_the_language_follows_the_partner_until_another_is_chosen(
    tab: LettersTab, desk: Desk, builder: Partner
) -> None:
    box = find(tab, QComboBox, "letter_language")
    assert box.currentData() == "pl"
    file = desk.directory.file(builder.key)
    saved = desk.directory.save(replace(file, partner=replace(file.partner, language="en")))
    assert box.currentData() == "en"
    choose(tab, "letter_language", "pl")
    desk.directory.save(replace(saved, partner=replace(saved.partner, notes="x")))
    assert box.currentData() == "pl"


def test_the_partnership_is_only_asked_for_where_there_is_one(tab: LettersTab, desk: Desk) -> None:
    box = find(tab, QComboBox, "letter_partnership")
    assert box.isVisibleTo(tab)
    zoo = desk.directory.save(PartnerFile(Partner(name="Zoo"), ())).partner
    tab.begin(zoo.key)
    assert not box.isVisibleTo(tab)


def test_a_deleted_partner_gets_no_letter(tab: LettersTab, desk: Desk, builder: Partner) -> None:
    zoo = desk.directory.save(PartnerFile(Partner(name="Zoo"), ())).partner
    desk.directory.delete([builder.key])
    assert tab.composer.partner is None
    assert line(tab, "letter_partner").text() == ""
    assert not find(tab, QPushButton, "export_letter").isVisibleTo(tab)
    tab.begin(zoo.key)
    assert line(tab, "letter_partner").text() == "Zoo"


def test_an_empty_workspace_leads_to_the_first_partner(open_tab: Opener, qtbot: QtBot) -> None:
    tab = open_tab()
    buttons = [one for one in tab.findChildren(QPushButton, "empty_action") if one.isVisible()]
    assert [one.text() for one in buttons] == ["Add a partner"]
    with qtbot.waitSignal(tab.partner_asked) as asked:
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == [0]


def test_beginning_without_a_partner_asks_for_one(tab: LettersTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    tab.begin(0)
    assert tab.composer.partner is None
    qtbot.waitUntil(line(tab, "letter_partner").hasFocus)


def test_typing_finds_a_partner_and_enter_takes_it(tab: LettersTab, desk: Desk, qtbot: QtBot) -> None:
    desk.directory.save(PartnerFile(Partner(name="Łódzkie Zoo", city="Łódź"), ()))
    search = line(tab, "letter_partner")
    search.setFocus()
    search.selectAll()
    qtbot.keyClicks(search, "lodz")
    qtbot.waitUntil(lambda: tab.composer.recipient.partner_line.found == ["Łódzkie Zoo – Łódź"])
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "Łódzkie Zoo"
    assert tab.composer.partner.name == "Łódzkie Zoo"


def test_the_list_of_many_partners_is_cut_and_says_so(tab: LettersTab, desk: Desk, qtbot: QtBot) -> None:
    for number in range(MOST_HITS):
        desk.directory.save(PartnerFile(Partner(name=f"Firm {number:03}"), ()))
    search = tab.composer.recipient.partner_line
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert len(search.found) == MOST_HITS + 1
    assert search.found[-1].startswith("There are more")


def test_a_search_without_a_choice_brings_the_partner_back(tab: LettersTab, qtbot: QtBot) -> None:
    search = tab.composer.recipient.partner_line
    tab.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    search.selectAll()
    qtbot.keyClicks(search, "nobody")
    qtbot.waitUntil(lambda: search.found == ["No partner found"], timeout=20_000)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert tab.composer.partner.name == "Stroy-Master"
    qtbot.keyClick(search.listed, Qt.Key.Key_Escape)
    body(tab).setFocus()
    assert search.text() == "Stroy-Master"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_control_has_a_name_and_no_two_share_a_mnemonic(
    open_tab: Opener, firm: OwnFirm, builder: Partner, catalogues: Catalogues, resources: Path, language: str
) -> None:
    use_language(language, resources)
    tab = open_tab(catalogue=catalogues.in_language(language))
    tab.begin(builder.key)
    for key in LETTERS:
        choose(tab, "letter_template", key)
        for control in tab.findChildren(QWidget):
            if control.isVisibleTo(tab) and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                caption = control.text() if isinstance(control, QAbstractButton) else ""
                assert control.accessibleName() or caption, control
        letters = [letter for one in tab.findChildren(QWidget) for letter in mnemonic(one, tab)]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_tab_fits_a_small_window(
    open_tab: Opener, firm: OwnFirm, builder: Partner, catalogues: Catalogues, resources: Path, language: str
) -> None:
    use_language(language, resources)
    tab = open_tab(catalogue=catalogues.in_language(language))
    tab.begin(builder.key)
    hint = tab.minimumSizeHint()
    assert hint.width() <= 800
    assert hint.height() <= 480
    sheet = tab.composer.widget()
    assert sheet.minimumSizeHint().width() <= tab.composer.viewport().width()
