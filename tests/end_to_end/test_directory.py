"""The partner directory in one window: a list comes in, is found, asked, merged, exported, and taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partnership import RefusalReason
from partnerdesk.services.exchange.export import export_partners
from partnerdesk.services.exchange.source import SourceKind
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.dialogs.kept_changes import KeptChangesDialog
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from tests.conftest import type_text
from tests.ui.exchange_steps import begin, check, csv_file, names, run

Start = Callable[[], DeskWindow]


def shown(window: DeskWindow) -> list[str]:
    model = window.partners.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def seen(holder: QWidget) -> str:
    return "\n".join(label.text() for label in holder.findChildren(QLabel) if label.isVisibleTo(holder))


def bring_in(window: DeskWindow, qtbot: QtBot, path: Path) -> None:
    dialog = begin(window, qtbot, path)
    check(dialog, qtbot)
    run(dialog, qtbot)
    dialog.close()


def test_a_list_comes_in_is_worked_with_over_a_restart_and_is_taken_back(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    for dialog in window.findChildren(OwnFirmDialog):
        dialog.close()
    bring_in(window, qtbot, csv_file(tmp_path))
    assert names(window) == ["Piekarnia Kłos", "Zakład Żółć"]
    window.show_tab(window.partners)

    # Found without Polish letters, by the beginnings of words in any order.
    type_text(window.partners.search_line, "lodz zolc")
    assert shown(window) == ["Zakład Żółć"]
    window.partners.search_line.clear()

    # A refusal with a day to try again stands under Today once the day has come.
    desk = window._desk
    bakery = desk.directory.partner(desk.directory.keys("klos")[0])
    yesterday = date.today() - timedelta(days=1)
    desk.approaches.save(
        Approach(
            partner_id=bakery.key,
            happened_on=yesterday,
            channel=ApproachChannel.PHONE,
            outcome=ApproachOutcome.REFUSED,
            refusal_reason=RefusalReason.NO_TIME,
            retry_on=date.today(),
        )
    )
    window = start()
    window.show_tab(window.today)
    assert "Piekarnia Kłos" in seen(window.today)
    assert "Brak czasu" in seen(window.today)

    # What went out comes in again as what it was.
    desk = window._desk
    keys = desk.directory.keys()
    before = [desk.directory.file(key) for key in keys]
    card = tmp_path / "partnerzy.vcf"
    assert (
        export_partners(
            desk,
            keys,
            card,
            SourceKind.VCARD,
            overwrite=False,
            report=lambda done, total: None,
        )
        == 2
    )
    dialog = begin(window, qtbot, card)
    check(dialog, qtbot)
    assert "2" in dialog.check_page.counts_label.text()
    assert not dialog.import_button.isEnabled()
    dialog.close()
    assert desk.directory.keys() == keys
    assert [desk.directory.file(key) for key in keys] == before

    # The whole import is taken back in a later session; what was changed since stays and is named.
    window = start()
    dialog = KeptChangesDialog(window._desk, window._worker, window._theme, window)
    dialog.open()
    qtbot.mouseClick(dialog.findChild(QPushButton, "take_back"), Qt.MouseButton.LeftButton)
    box = next(each for each in dialog.findChildren(QWidget) if each.objectName() == "question_box")
    yes = next(each for each in box.buttons() if each.text() == "Cofnij")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert names(window) == ["Piekarnia Kłos"]
