"""A picture that can be chosen, looked at and taken away."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.own_firm import prepare_picture
from partnerdesk.services.problems import Problem
from partnerdesk.ui.widgets.labels import plain_label

_MOST_BYTES = 20_000_000


class PictureField(QWidget):
    """Shows a picture small; holds the bytes of a newly chosen one until the form is saved."""

    changed = Signal()

    def __init__(self, name: str, caption: str) -> None:
        super().__init__()
        self.chosen: bytes | None = None
        self.was_removed = False
        self._picture = QLabel()
        self._picture.setFixedSize(150, 64)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(caption)
        # Paper is white in the dark look too; a dark logo would vanish otherwise.
        self._picture.setStyleSheet("background: #ffffff; border: 1px solid #9aa4ae; border-radius: 6px;")
        self.choose_button = QPushButton(_("Choose…"))
        self.choose_button.setObjectName(f"{name}_choose")
        self.choose_button.setAccessibleName(caption + ": " + _("Choose…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button = QPushButton(_("Remove"))
        self.remove_button.setObjectName(f"{name}_remove")
        self.remove_button.setAccessibleName(caption + ": " + _("Remove"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._remove)
        self._fault = plain_label("", "fault", wrap=True)
        self._fault.hide()
        row = QHBoxLayout()
        row.addWidget(self._picture)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(plain_label(caption))
        layout.addLayout(row)
        layout.addWidget(self._fault)
        self.show_picture(None)

    def show_picture(self, content: bytes | None) -> None:
        """Show stored bytes, or none."""
        self.chosen, self.was_removed = None, False
        self._draw(content)

    def carry(self, chosen: bytes | None, *, was_removed: bool) -> None:
        """Take over what another field of this kind had chosen, if it had."""
        if chosen is not None or was_removed:
            self.chosen, self.was_removed = chosen, was_removed
            self._draw(chosen)

    def take_file(self, path: Path) -> None:
        """Take a picture from a file, or say why it cannot be used."""
        self._fault.hide()
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise Problem(_("This file is larger than 20 MB. Choose a smaller picture."))
            content = prepare_picture(path.read_bytes())
        except (Problem, OSError) as error:
            text = (
                str(error) if isinstance(error, Problem) else _("This file cannot be read. Choose another.")
            )
            self._fault.setText(f"⚠ {text}")
            self._fault.show()
            return
        self.chosen, self.was_removed = content, False
        self._draw(content)
        self.changed.emit()

    def _draw(self, content: bytes | None) -> None:
        pixmap = QPixmap()
        if content is not None:
            pixmap.loadFromData(content)
        self.remove_button.setEnabled(not pixmap.isNull())
        if pixmap.isNull():
            self._picture.clear()
            return
        size = self._picture.contentsRect().size()
        scaled = pixmap.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._picture.setPixmap(scaled)

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a picture"), "", _("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _remove(self) -> None:
        self.chosen, self.was_removed = None, True
        self._draw(None)
        self.changed.emit()
