"""Messages in a box: what happened, and what can be done about it."""

import logging
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from partnerdesk import __version__
from partnerdesk.language.interface import _

_log = logging.getLogger(__name__)


def tell_problem(parent: QWidget | None, text: str) -> QMessageBox:
    """Show what cannot be done and why; not waiting for an answer."""
    box = _box(parent, QMessageBox.Icon.Warning, text)
    box.setObjectName("problem_box")
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def tell_news(parent: QWidget | None, text: str) -> QMessageBox:
    """Show what is so, without alarm; not waiting for an answer."""
    box = _box(parent, QMessageBox.Icon.NoIcon, text)
    box.setObjectName("news_box")
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def ask(parent: QWidget | None, text: str, verb: str, on_yes: Callable[[], None]) -> QMessageBox:
    """Ask before something serious; the button says the verb, Escape cancels."""
    box, yes = _question(parent, text, verb)
    box.finished.connect(lambda: on_yes() if box.clickedButton() is yes else None)
    box.open()
    return box


def ask_and_wait(parent: QWidget | None, text: str, verb: str) -> bool:
    """Ask as :func:`ask` does where the answer is needed at once, as when the window closes."""
    box, yes = _question(parent, text, verb)
    box.exec()
    return box.clickedButton() is yes


def _question(parent: QWidget | None, text: str, verb: str) -> tuple[QMessageBox, QPushButton]:
    box = _box(parent, QMessageBox.Icon.Question, text)
    box.setObjectName("question_box")
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
    return box, yes


def tell_unexpected(
    parent: QWidget | None,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> QMessageBox:
    """Log an error nobody foresaw and show it without its traceback, which can be copied."""
    _log.error("unexpected error", exc_info=(kind, error, trace))
    details = "".join(traceback.format_exception(kind, error, trace))
    box = _box(
        parent,
        QMessageBox.Icon.Critical,
        _(
            "Something went wrong that PartnerDesk was not prepared for. What was saved before is safe. "
            "You can go on; if it happens again, copy the details and send them to us."
        ),
    )
    box.setObjectName("unexpected_box")
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    # An action button would close the box; copying should leave it open.
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"PartnerDesk {__version__}\n{details}"))
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setWindowTitle("PartnerDesk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
