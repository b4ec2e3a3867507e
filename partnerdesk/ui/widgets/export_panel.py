"""The foot of a preview: where the file goes, what is still missing, what was exported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.interface import _
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.exported_bar import ExportedBar
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label, set_buddy


class ExportPanel(QWidget):
    """Chooses the folder and asks for the export; says why there can be none, or what came of it."""

    export_asked = Signal()
    firm_asked = Signal()

    def __init__(
        self,
        export_folder: Callable[[], Path],
        remember_folder: Callable[[Path], None],
        theme: Theme,
        captions: Captions,
        name: str = "export_letter",
    ) -> None:
        super().__init__()
        self._export_folder = export_folder
        self._remember_folder = remember_folder
        self.folder_line = QLineEdit(readOnly=True)
        self.folder_line.setObjectName("export_folder")
        self.change_button = self._button(captions.marked(_("Change…")), "change_folder", self._ask_folder)
        self.change_button.setAccessibleName(_("Change the folder"))
        self.export_button = self._button(captions.marked(_("Export PDF")), name, self.export_asked.emit)
        self.export_button.setIcon(theme.icon("export", theme.colours.on_accent))
        self.export_button.setProperty("primary", True)
        self.reason_label = BreakingLabel("", "warning")
        self.reason_label.setObjectName("export_reason")
        self.firm_button = self._button(_("Your firm…"), "open_own_firm", self.firm_asked.emit)
        self.problem_label = BreakingLabel("", "fault")
        self.problem_label.setObjectName("export_problem")
        self.exported_bar = ExportedBar()
        self._lay_out(captions)
        self.show_reasons([], firm_is_missing=False)
        self.show_problem("")
        self._show_folder()

    def _button(self, text: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _lay_out(self, captions: Captions) -> None:
        caption = plain_label()
        set_buddy(caption, captions.marked(_("Folder")), self.folder_line, _("Folder"))
        folder_row = QHBoxLayout()
        folder_row.addWidget(caption)
        folder_row.addWidget(self.folder_line, 1)
        folder_row.addWidget(self.change_button)
        button_row = QHBoxLayout()
        button_row.setSpacing(12)
        button_row.addWidget(self.export_button)
        button_row.addWidget(self.firm_button)
        button_row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.exported_bar)
        layout.addWidget(self.problem_label)
        layout.addLayout(folder_row)
        layout.addWidget(self.reason_label)
        layout.addLayout(button_row)

    def show_reasons(self, reasons: Sequence[str], *, firm_is_missing: bool) -> None:
        """Let the letter be exported if there is no reason against it, else say the reasons."""
        text = "\n".join(reasons)
        self.export_button.setEnabled(not reasons)
        self.export_button.setAccessibleDescription(text)
        self.reason_label.setText(text)
        self.reason_label.setVisible(bool(reasons))
        self.firm_button.setVisible(firm_is_missing)

    def show_problem(self, text: str) -> None:
        """Say why an export failed; nothing to take that away."""
        self.problem_label.setText(f"⚠ {text}" if text else "")
        self.problem_label.setVisible(bool(text))

    def show_exported(self, path: Path) -> None:
        """Say which file was made."""
        self.show_problem("")
        self.exported_bar.show_file(path)

    def forget_export(self) -> None:
        """Take away what was said about an earlier export."""
        self.show_problem("")
        self.exported_bar.hide()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("Folder for PDF files"), str(self._existing_folder()))
        dialog.setObjectName("folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._use_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _existing_folder(self) -> Path:
        folder = self._export_folder()
        return next((one for one in (folder, *folder.parents) if one.is_dir()), Path.home())

    def _use_folder(self, folder: str) -> None:
        self._remember_folder(Path(folder))
        self._show_folder()

    def _show_folder(self) -> None:
        self.folder_line.setText(str(self._export_folder()))
        # The end of a path says more than its beginning.
        self.folder_line.end(False)
