"""No window is larger than the screen."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

import partnerdesk.ui
from partnerdesk.ui.widgets.window_size import resize_on_screen


def test_a_window_gets_the_size_that_was_asked_for_or_what_the_screen_has(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_on_screen(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    resize_on_screen(dialog, 10_000, 20_000)
    room = dialog.screen().availableGeometry()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()


def test_no_dialog_asks_for_a_size_without_looking_at_the_screen() -> None:
    folder = Path(partnerdesk.ui.__file__).parent
    careless = [
        f"{path.relative_to(folder)}:{node.lineno}"
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "resize"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert careless == []
