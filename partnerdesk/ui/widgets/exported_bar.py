"""What was exported, and the way to open it or its folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.labels import BreakingLabel


class ExportedBar(QFrame):
    """Names the file that was exported and opens it or its folder."""

    def __init__(self, captions: Captions | None = None) -> None:
        """``captions`` gives its buttons mnemonics."""
        super().__init__()
        #: Hands a file or folder to the program that opens it; false where there is none.
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.setObjectName("exported_bar")
        self.setProperty("role", "card")
        self._path = Path()
        mark = captions.marked if captions else str
        self.label = BreakingLabel()
        self.label.setObjectName("exported_name")
        self.file_button = QPushButton(mark(_("Open file")))
        self.file_button.setObjectName("open_exported_file")
        self.file_button.clicked.connect(lambda: self._open(self._path))
        self.folder_button = QPushButton(mark(_("Open folder")))
        self.folder_button.setObjectName("open_exported_folder")
        self.folder_button.clicked.connect(lambda: self._open(self._path.parent))
        buttons = QHBoxLayout()
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addLayout(buttons)
        self.hide()

    def show_file(self, path: Path) -> None:
        """Name the file."""
        self._path = path
        say(self.label, _("Exported: {name}").format(name=path.name), "success")
        self.show()

    def _open(self, path: Path) -> None:
        if not path.exists():
            say(self.label, _("{name} is no longer there.").format(name=path), "fault")
        elif not self.open_url(QUrl.fromLocalFile(str(path))):
            say(self.label, _("No program was found that opens {name}.").format(name=path), "fault")
