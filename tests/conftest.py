"""What tests share: a workspace of their own, and typing of any letter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from partnerdesk.language.interface import use_language
from partnerdesk.services.catalogue import Catalogues, read_catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.resources import resources_folder


@pytest.fixture(autouse=True)
def english_interface() -> Iterator[None]:
    use_language("en", resources_folder())
    yield
    use_language("en", resources_folder())


@pytest.fixture(scope="session")
def resources() -> Path:
    return resources_folder()


@pytest.fixture(scope="session")
def catalogues(resources: Path) -> Catalogues:
    return read_catalogues(resources)


@pytest.fixture
def desk(tmp_path: Path, resources: Path, catalogues: Catalogues) -> Iterator[Desk]:
    with open_desk(tmp_path / "firm.partnerdesk", resources, catalogues, "en") as desk:
        yield desk


def type_text(widget: QWidget, text: str) -> None:
    """Type any text key by key; pytest-qt's keyClicks aborts the process at letters beyond ASCII."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)
