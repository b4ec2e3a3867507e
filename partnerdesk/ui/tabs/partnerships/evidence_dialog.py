"""A note on a promise: by what one can see what became of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from partnerdesk.domain.partnership import Obligation
from partnerdesk.language.interface import _
from partnerdesk.services.problems import known_problem
from partnerdesk.ui.widgets.answer_row import AnswerRow
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen


class EvidenceDialog(QDialog):
    """Shows the note on one promise to be changed.

    ``store`` gets its text. When that cannot be kept, it is said here, and what was typed stays.
    """

    def __init__(self, promise: Obligation, store: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("evidence_dialog")
        self.setWindowTitle(_("Note on a promise"))
        resize_on_screen(self, 460, 260)
        self._store = store
        texts = with_mnemonics([_("What shows what became of it"), _("Save"), _("Cancel")])
        self.text = QPlainTextEdit(promise.evidence)
        self.text.setObjectName("evidence")
        self.text.setTabChangesFocus(True)
        caption = plain_label(wrap=True)
        set_buddy(caption, texts[0], self.text, _("What shows what became of it"))
        self._problem = BreakingLabel("", "fault")
        self._problem.setObjectName("evidence_problem")
        self._problem.hide()
        buttons = AnswerRow(self, (texts[2], "leave_evidence"), (texts[1], "save_evidence"), self._save)
        layout = QVBoxLayout(self)
        layout.addWidget(BreakingLabel(promise.text, "heading"))
        layout.addWidget(caption)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def _save(self) -> None:
        try:
            self._store(self.text.toPlainText())
        except Exception as error:
            problem = known_problem(error)
            if problem is None:
                raise
            self._problem.setText(f"⚠ {problem}")
            self._problem.show()
        else:
            self.accept()
