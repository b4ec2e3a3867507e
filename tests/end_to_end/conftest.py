"""A program that is started again and again on the same file and settings, in Polish."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from partnerdesk.app import App
from partnerdesk.ui.desk_window import DeskWindow
from partnerdesk.ui.preferences import Preferences


@pytest.fixture
def start(qapp: QApplication, resources: Path, tmp_path: Path):
    """Start the app on the same file and settings, ending the run before."""
    settings = tmp_path / "settings.ini"
    running: list[App] = []

    def start_again() -> DeskWindow:
        end()
        preferences = Preferences(QSettings(str(settings), QSettings.Format.IniFormat))
        preferences.save("language", "pl")
        preferences.save("look", "light")
        preferences.save("export_folder", str(tmp_path / "letters"))
        app = App(qapp, preferences, resources)
        running.append(app)
        assert app.open(tmp_path / "firma.partnerdesk")
        assert app.window is not None
        return app.window

    def end() -> None:
        while running:
            app = running.pop()
            if app.window is not None:
                app.window.retire()
            app.finish()

    yield start_again
    end()
    qapp.setStyleSheet("")
