"""A note on a promise: by what one can see what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.partnership import Obligation
from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class EvidenceDialog(QDialog):
    """Shows the note on one promise to be changed; ``written`` with its text when it is to be kept."""

    written = Signal(str)

    def __init__(self, promise: Obligation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("evidence_dialog")
        self.setWindowTitle(_("Note on a promise"))
        resize_on_screen(self, 460, 260)
        texts = with_mnemonics([_("What shows what became of it"), _("Save"), _("Cancel")])
        self.text = QPlainTextEdit(promise.evidence)
        self.text.setObjectName("evidence")
        self.text.setTabChangesFocus(True)
        caption = plain_label(wrap=True)
        set_buddy(caption, texts[0], self.text, _("What shows what became of it"))
        save, leave = QPushButton(texts[1]), QPushButton(texts[2])
        save.setObjectName("save_evidence")
        save.setDefault(True)
        save.clicked.connect(self._save)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(promise.text, "heading", wrap=True))
        layout.addWidget(caption)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

    def _save(self) -> None:
        self.written.emit(self.text.toPlainText())
        self.accept()
