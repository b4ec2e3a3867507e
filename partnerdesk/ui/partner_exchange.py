"""Import and export of partners as the window offers them: by menu and by dropped files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.ui.dialogs.message import tell_news
from partnerdesk.ui.dialogs.partner_export import PartnerExport, Portion
from partnerdesk.ui.dialogs.partner_import.dialog import PartnerImport
from partnerdesk.ui.dialogs.partner_import.result_page import imported_text
from partnerdesk.ui.file_commands import FileCommands
from partnerdesk.ui.file_drop import FileDrop
from partnerdesk.ui.main_window import MainWindow
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.work import Worker

_ENDINGS = "*.csv *.xlsx *.vcf *.vcard *.txt *.tsv"


class PartnerExchange(QObject):
    """Asks for files over ``window`` and opens the dialogs that read and write them."""

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        worker: Worker,
        files: FileCommands,
        window: MainWindow,
        shown: Callable[[], Sequence[int]],
    ) -> None:
        """``shown`` gives the keys of the partners in a list that is in front, in its order."""
        super().__init__(window)
        self._desk = desk
        self._preferences = preferences
        self._theme = theme
        self._worker = worker
        self._window = window
        self._shown = shown
        self._drop = FileDrop(window)
        self._drop.partners_dropped.connect(self.import_file)
        self._drop.workspace_dropped.connect(files.leave_for)
        self._drop.told.connect(lambda text: window.toast.tell(text, undoable=False))

    def ask_import_file(self, dialog: PartnerImport | None = None) -> None:
        """Ask for a list of partners and show what it holds, in ``dialog`` if there is one."""
        chooser = QFileDialog(
            dialog or self._window, _("Import partners"), str(self._preferences.exchange_folder)
        )
        chooser.setObjectName("import_file_dialog")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        lists, every = _("Lists of partners"), _("All files")
        chooser.setNameFilters([f"{lists} ({_ENDINGS})", f"{every} (*)"])
        chooser.fileSelected.connect(lambda name: self._open(Path(name), dialog))
        chooser.open()

    def _open(self, path: Path, dialog: PartnerImport | None) -> None:
        self._preferences.save("exchange_folder", str(path.parent))
        if dialog is None:
            self.import_file(path)
        else:
            dialog.open_file(path)

    def import_file(self, path: Path, note: str = "") -> PartnerImport:
        """Open the import with this file; ``note`` is said beside its name."""
        dialog = PartnerImport(self._desk, self._preferences, self._theme, self._worker, self._window)
        dialog.other_file_asked.connect(lambda: self.ask_import_file(dialog))
        dialog.imported.connect(lambda report: self._window.toast.tell(imported_text(report), undoable=True))
        dialog.open_file(path, note)
        dialog.open()
        return dialog

    def export(self) -> PartnerExport | None:
        """Open the export of the list as it is shown, or of the whole directory."""
        shown = self._shown()
        portions = [self._everybody()]
        if 0 < len(shown) < len(portions[0].keys):
            portions.insert(0, Portion(shown, _("As shown in the list ({count})").format(count=len(shown))))
        return self._open_export(portions)

    def export_chosen(self, keys: Sequence[int]) -> PartnerExport | None:
        """Open the export of these partners; the whole directory is offered too."""
        chosen = Portion(keys, _("Chosen in the list ({count})").format(count=len(keys)))
        return self._open_export([chosen, self._everybody()])

    def _everybody(self) -> Portion:
        keys = self._desk.directory.keys()
        return Portion(keys, _("All partners ({count})").format(count=len(keys)))

    def _open_export(self, portions: Sequence[Portion]) -> PartnerExport | None:
        filled = [portion for portion in portions if portion.keys]
        if not filled:
            tell_news(self._window, _("There are no partners to export yet."))
            return None
        dialog = PartnerExport(self._desk, self._preferences, self._worker, filled, self._window)
        dialog.open()
        return dialog
