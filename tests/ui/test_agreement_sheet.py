"""The agreement as PDF in the window: chosen, previewed, exported, opened."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement, default_obligations
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.agreement_sheet import AgreementSheetDialog
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from tests.conftest import type_text
from tests.ui.conftest import button

TODAY = date.today()


@pytest.fixture
def desk(window: DeskWindow) -> Desk:
    return window._desk


@pytest.fixture
def partnership(desk: Desk) -> int:
    desk.own_firm.save(OwnFirm(id=1, name="Mimoza", city="Gdańsk"))
    firm = desk.directory.save(PartnerFile(Partner(name="Łąka & Las"), ())).partner
    kind = desk.catalogue.types["card_swap"]
    terms = {"our_cards_place": "<b>lada</b>", "their_cards_place": "okno"}
    agreed = Partnership(partner_id=firm.key, type_key="card_swap", name="Jesień", terms=terms)
    return desk.partnerships.save(Agreement(agreed, default_obligations(kind, TODAY))).partnership.key


@pytest.fixture
def dialog(qtbot: QtBot, window: DeskWindow, partnership: int) -> Iterator[AgreementSheetDialog]:
    window.show_tab(window.partnerships)
    window.partnerships.show_partnership(partnership)
    qtbot.mouseClick(button(window, "agreement_sheet"), Qt.MouseButton.LeftButton)
    found = window.findChild(AgreementSheetDialog, "agreement_sheet_dialog")
    assert isinstance(found, AgreementSheetDialog)
    yield found
    found.close()


def wait_shown(qtbot: QtBot, dialog: AgreementSheetDialog) -> str:
    """Wait until the page is that of what is entered; its text without white space."""
    preview = dialog.preview
    qtbot.waitUntil(
        lambda: preview.is_current and bool(preview.pdf) and preview.view.pdf == preview.pdf, timeout=10_000
    )
    pages = PdfReader(BytesIO(preview.view.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def test_the_very_page_that_is_shown_is_exported_and_can_be_opened(
    qtbot: QtBot, dialog: AgreementSheetDialog, tmp_path: Path
) -> None:
    text = wait_shown(qtbot, dialog)
    for wanted in ("Wymianawizytówek", "Jesień", "<b>lada</b>", "Mimoza", "Łąka&Las", "poradąprawną"):
        assert wanted in text
    qtbot.mouseClick(button(dialog, "export_agreement"), Qt.MouseButton.LeftButton)
    path = tmp_path / "letters" / f"Łąka & Las – ustalenia – {TODAY.isoformat()}.pdf"
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == dialog.preview.view.pdf
    opened: list[QUrl] = []
    dialog.export.exported_bar.open_url = lambda url: bool(opened.append(url)) or True
    qtbot.mouseClick(button(dialog, "open_exported_file"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(dialog, "open_exported_folder"), Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [path, path.parent]


def test_language_place_and_day_change_the_page(qtbot: QtBot, dialog: AgreementSheetDialog) -> None:
    wait_shown(qtbot, dialog)
    dialog.language_box.choose("en")
    dialog.place_line.clear()
    type_text(dialog.place_line, "Łódź")
    dialog.day_field.set_value(date(2027, 2, 28))
    text = wait_shown(qtbot, dialog)
    assert "Łódź,28February2027" in text
    assert "Businesscardswap" in text
    assert "nolegaladvice" in text
    qtbot.mouseClick(button(dialog, "export_agreement"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.exported_bar.isVisible)
    assert "agreement – 2027-02-28.pdf" in dialog.export.exported_bar.label.text()
    dialog.language_box.choose("pl")
    assert not dialog.export.exported_bar.isVisible()


def test_a_day_that_is_none_is_said_beside_the_field_and_keeps_the_export(
    qtbot: QtBot, dialog: AgreementSheetDialog
) -> None:
    wait_shown(qtbot, dialog)
    line = dialog.day_field.findChild(QLineEdit, "date_line")
    assert line is not None
    line.setText("31.02.2027")
    fault = dialog.findChild(QLabel, "sheet_day_fault")
    assert fault is not None
    assert fault.isVisible()
    assert not button(dialog, "export_agreement").isEnabled()
    line.setText("28.02.2027")
    assert not fault.isVisible()
    wait_shown(qtbot, dialog)
    assert button(dialog, "export_agreement").isEnabled()


def test_without_our_name_the_dialog_leads_to_it(
    qtbot: QtBot, desk: Desk, dialog: AgreementSheetDialog
) -> None:
    desk.own_firm.save(replace(desk.own_firm.get(), name=""))
    dialog.refresh()
    wait_shown(qtbot, dialog)
    assert not button(dialog, "export_agreement").isEnabled()
    qtbot.mouseClick(button(dialog, "open_own_firm"), Qt.MouseButton.LeftButton)
    firm = dialog.findChild(OwnFirmDialog, "own_firm_dialog")
    assert isinstance(firm, OwnFirmDialog)
    desk.own_firm.save(replace(desk.own_firm.get(), name="Mimoza"))
    firm.reject()
    wait_shown(qtbot, dialog)
    assert button(dialog, "export_agreement").isEnabled()


def test_a_folder_that_cannot_be_written_to_is_told_in_the_dialog(
    qtbot: QtBot, dialog: AgreementSheetDialog, tmp_path: Path
) -> None:
    wait_shown(qtbot, dialog)
    (tmp_path / "letters").write_text("in the way")
    qtbot.mouseClick(button(dialog, "export_agreement"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.problem_label.isVisible)
    assert "could not be read or written" in dialog.export.problem_label.text()


def test_every_control_is_named_and_no_letter_is_taken_twice(dialog: AgreementSheetDialog) -> None:
    for control in dialog.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None
        if reached and control.window() is dialog:
            named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
            assert named or control.objectName().startswith("qt_"), control
    texts = [one.text() for one in (*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton))]
    letters = [text[at + 1].lower() for text in texts if (at := text.replace("&&", "  ").find("&")) >= 0]
    assert len(letters) == len(set(letters)) >= 5


def test_the_dialog_can_be_as_small_as_a_small_screen(qtbot: QtBot, dialog: AgreementSheetDialog) -> None:
    wait_shown(qtbot, dialog)
    needed = dialog.minimumSizeHint()
    assert (needed.width() <= 760, needed.height() <= 540) == (True, True), needed
