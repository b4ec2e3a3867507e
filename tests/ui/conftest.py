"""A whole running app for the tests of the window: real file, real settings, real widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from partnerdesk.app import App
from partnerdesk.language.interface import screen_language
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.save("language", "en")
    preferences.save("look", "light")
    preferences.save("export_folder", str(tmp_path / "letters"))
    preferences.save("backup_folder", str(tmp_path / "backups"))
    return preferences


@pytest.fixture
def app(qapp: QApplication, preferences: Preferences, resources: Path, tmp_path: Path) -> Iterator[App]:
    app = App(qapp, preferences, resources)
    assert app.open(tmp_path / "firm.partnerdesk", ask_for_firm=False)
    assert screen_language() == "en"
    yield app
    if app.window is not None:
        app.window.retire()
    app.finish()
    qapp.setStyleSheet("")
    # Nobody returns to an event loop between tests, where windows that are left would go by themselves.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(app: App) -> DeskWindow:
    assert app.window is not None
    return app.window


def button(parent: QWidget, name: str) -> QPushButton:
    """The button with this object name."""
    found = parent.findChild(QPushButton, name)
    assert found is not None, name
    return found
