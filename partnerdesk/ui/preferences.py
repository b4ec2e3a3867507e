"""What this computer remembers of the window: language, look, folders, sizes. No data of the firm."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from partnerdesk.language.interface import closest_language

_RECENT = 6


class Preferences:
    """Typed access to the settings file."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def _text(self, key: str, default: str) -> str:
        return str(self._settings.value(key, default))

    def save(self, key: str, value: Any) -> None:
        """Remember a value at once, so that a crash loses none."""
        self._settings.setValue(key, value)
        self._settings.sync()

    @property
    def language_choice(self) -> str:
        """ "pl", "en", or "system" for that of the desktop."""
        return self._text("language", "system")

    @property
    def language(self) -> str:
        """The language of the screen, "pl" or "en"."""
        choice = self.language_choice
        return closest_language(QLocale.system().name()) if choice == "system" else choice

    @property
    def look(self) -> str:
        """ "light", "dark", or "system" for that of the desktop."""
        return self._text("look", "system")

    @property
    def workspace(self) -> Path:
        """The workspace that was open last, or the default place."""
        return Path(self._text("workspace", str(default_workspace())))

    @property
    def recent_files(self) -> list[Path]:
        """Workspaces opened lately, latest first, as far as they still exist."""
        # An INI file gives a list of one back as text, and an empty one as nothing.
        value = self._settings.value("recent_files")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for path in map(Path, names) if path.exists()]

    def remember_file(self, path: Path) -> None:
        """Put a workspace first among the recent ones."""
        others = [recent for recent in self.recent_files if recent != path]
        self.save("recent_files", [str(file) for file in [path, *others][:_RECENT]])
        self.save("workspace", str(path))

    @property
    def export_folder(self) -> Path:
        """Where letters were exported to last, or a folder among the user's documents."""
        return Path(self._text("export_folder", str(documents_folder())))

    @property
    def backup_folder(self) -> Path:
        """Where backups were put last, or a folder among the user's documents."""
        return Path(self._text("backup_folder", str(documents_folder())))

    @property
    def last_backup(self) -> str:
        """When the last backup was made, as ISO text; "" for never."""
        return self._text("last_backup", "")

    def was_skipped(self, path: Path) -> bool:
        """Whether the questions about the firm were skipped for this workspace."""
        return self._text("skipped_for", "") == str(path)

    def bytes(self, key: str) -> QByteArray | None:
        """A remembered geometry or state; ``None`` where there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None


def default_workspace() -> Path:
    """The workspace in the user's own data folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "PartnerDesk.partnerdesk"


def documents_folder() -> Path:
    """The program's folder among the user's documents; made when something is put there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / "PartnerDesk"
