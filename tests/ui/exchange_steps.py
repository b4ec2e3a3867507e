"""What tests of import and export share: files as other programs write them, and steps through the import."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.partner_import.dialog import PartnerImport, Stage

# How long a busy machine may take for a long list before a test gives up, in milliseconds.
_PATIENCE_MS = 60_000

HEADINGS = ("Nazwa", "NIP", "Miejscowość", "E-mail", "Uwagi", "Nasz kod")
ROWS = (
    ("Zakład Żółć", "526-000-12-46", "Łódź", "zolc@example.pl", "Zażółć gęślą jaźń", "K1"),
    ("Piekarnia Kłos", "", "Gdynia", "klos@example.pl", "", "K2"),
)


def csv_file(folder: Path, rows: Sequence[Sequence[str]] = ROWS, name: str = "kontrahenci.csv") -> Path:
    """A list as a Polish bookkeeping program writes it: Windows-1250, semicolons."""
    path = folder / name
    lines = [";".join(cells) for cells in (HEADINGS, *rows)]
    path.write_bytes("\r\n".join(lines).encode("cp1250"))
    return path


def xlsx_file(folder: Path) -> Path:
    """A workbook with a sheet that holds nothing of use before the list."""
    path = folder / "kontrahenci.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Opis").write(0, 0, "Lista z roku 2026")
        sheet = book.add_worksheet("Firmy")
        for number, cells in enumerate((HEADINGS, *ROWS)):
            sheet.write_row(number, 0, cells)
    return path


def vcard_file(folder: Path) -> Path:
    """Two cards as a phone writes them."""
    path = folder / "kontakty.vcf"
    cards = [
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{person}\r\nN:{person.split()[1]};{person.split()[0]};;;\r\n"
        f"ORG:{firm}\r\nTEL;TYPE=CELL:+48 601 000 00{at}\r\nEND:VCARD\r\n"
        for at, (person, firm) in enumerate(
            (("Łucja Żółkiewska", "Zakład Żółć"), ("Jan Kłos", "Piekarnia Kłos"))
        )
    ]
    path.write_text("".join(cards), encoding="utf-8")
    return path


def begin(window: DeskWindow, qtbot: QtBot, path: Path) -> PartnerImport:
    """Open the import with a file and wait until it has been read."""
    dialog = window.exchange.import_file(path)
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: dialog.file_page.table is not None)
    return dialog


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    """Click a button that is seen and enabled."""
    assert button.isVisible(), button.objectName()
    assert button.isEnabled(), button.objectName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def go_to_columns(dialog: PartnerImport, qtbot: QtBot) -> None:
    click(qtbot, dialog.next_button)
    assert dialog.stage is Stage.COLUMNS


def check(dialog: PartnerImport, qtbot: QtBot) -> None:
    """Go on until the plan is shown."""
    if dialog.stage is Stage.FILE and dialog._needs_columns():
        go_to_columns(dialog, qtbot)
    click(qtbot, dialog.next_button)
    qtbot.waitUntil(lambda: dialog.stage is Stage.CHECK, timeout=_PATIENCE_MS)


def run(dialog: PartnerImport, qtbot: QtBot) -> None:
    """Use the last button and wait for the result."""
    click(qtbot, dialog.import_button)
    qtbot.waitUntil(lambda: dialog.stage is Stage.RESULT, timeout=_PATIENCE_MS)


def let_stand_for(dialog: PartnerImport, heading: str, key: str) -> None:
    """Let the column with this heading stand for something else."""
    model = dialog.columns_page.model
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == heading]
    assert model.setData(model.index(rows[0], model.TARGET), key)


def cells(model: Any) -> list[tuple[str, ...]]:
    """All that a table shows."""
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def names(window: DeskWindow) -> list[str]:
    directory = window._desk.directory
    return [partner.name for partner in directory.partners(directory.keys())]


def mnemonics(holder: QWidget) -> list[str]:
    """The letters that lead to what is seen in a dialog."""
    letters = []
    for one in holder.findChildren(QWidget):
        leads = isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy())
        if leads and one.isVisibleTo(holder):
            _before, _mark, behind = one.text().replace("&&", "").partition("&")
            letters += [behind[0].lower()] if behind else []
    return letters


def nameless(holder: QWidget) -> list[QWidget]:
    """What takes the focus and has no name for a screen reader."""
    return [
        one
        for one in holder.findChildren(QWidget)
        if one.isVisibleTo(holder)
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
