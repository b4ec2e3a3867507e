"""What this computer remembers of the window: language, look, folders, sizes. No data of the firm."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from partnerdesk.language.interface import closest_language


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
        return closest_language(QLocale.system().name() if choice == "system" else choice)

    @property
    def look(self) -> str:
        """ "light", "dark", or "system" for that of the desktop."""
        return self._text("look", "system")

    @property
    def workspace(self) -> Path:
        """The workspace that was open last, or the default place."""
        return Path(self._text("workspace", str(default_workspace())))

    @property
    def export_folder(self) -> Path:
        """Where letters were exported to last, or a folder among the user's documents."""
        return Path(self._text("export_folder", str(documents_folder())))

    @property
    def backup_folder(self) -> Path:
        """Where backups were put last, or a folder among the user's documents."""
        return Path(self._text("backup_folder", str(documents_folder())))

    @property
    def exchange_folder(self) -> Path:
        """Where a list of partners was read from or written to last, or the user's documents."""
        folder = Path(self._text("exchange_folder", ""))
        return folder if folder.is_absolute() and folder.is_dir() else documents_folder().parent

    def column_choices(self, headings: Sequence[str]) -> tuple[str, ...] | None:
        """What each column of a file with these headings stood for last; ``None`` where there was none.

        Of the headings only a checksum is kept, of the columns only the keys of what they stood for.
        """
        try:
            kept = json.loads(self._text(_columns_key(headings), "null"))
        except json.JSONDecodeError:
            return None
        fits = isinstance(kept, list) and len(kept) == len(headings) and all(isinstance(k, str) for k in kept)
        return tuple(kept) if fits else None

    def remember_column_choices(self, headings: Sequence[str], keys: Sequence[str]) -> None:
        """Remember what each column of a file with these headings stands for; "" for left out."""
        self.save(_columns_key(headings), json.dumps(list(keys)))

    def last_backup(self, path: Path) -> str:
        """When the last backup of this workspace was made, as ISO text; "" for never."""
        return self._text(_key("last_backup", path), "")

    def remember_backup(self, path: Path, when: str) -> None:
        """Remember when a backup of this workspace was made, as ISO text."""
        self.save(_key("last_backup", path), when)

    def was_skipped(self, path: Path) -> bool:
        """Whether the questions about the firm were skipped for this workspace."""
        return self._text(_key("skipped", path), "") == "yes"

    def remember_skipped(self, path: Path) -> None:
        """Remember that the questions about the firm were skipped for this workspace."""
        self.save(_key("skipped", path), "yes")

    @property
    def partner_list(self) -> str:
        """Columns and order of the list of partners, as ``ListLayout`` of the Partners tab writes them."""
        return self._text("partner_list", "")

    def bytes(self, key: str) -> QByteArray | None:
        """A remembered geometry or state; ``None`` where there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None


def _key(name: str, path: Path) -> str:
    return _hashed(name, str(path))


def _columns_key(headings: Sequence[str]) -> str:
    return _hashed("columns", "\0".join(headings))


def _hashed(name: str, text: str) -> str:
    # A path or a heading holds signs that mean something in the name of a setting.
    return f"{name}/{sha256(text.encode(errors='replace')).hexdigest()[:16]}"


def default_workspace() -> Path:
    """The workspace in the user's own data folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "PartnerDesk.partnerdesk"


def documents_folder() -> Path:
    """The program's folder among the user's documents; made when something is put there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / "PartnerDesk"
