"""What came of a batch of letters: how many were written, where they are, who was left out and why."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.letter_batch import BatchOutcome, Recipient
from partnerdesk.ui.widgets.labels import plain_label, selectable_label


class BatchOutcomeView(QWidget):
    """Says the outcome and opens the folder."""

    def __init__(self, folder_text: str) -> None:
        super().__init__()
        #: Hands a folder to the program that shows it; false where there is none.
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._folder = Path()
        self.outcome_label = plain_label("", "heading", wrap=True)
        self.outcome_label.setObjectName("batch_outcome")
        self.place_label = selectable_label("", "muted", narrow=True)
        self.place_label.setObjectName("batch_place")
        self._left_out = QScrollArea()
        self._left_out.setWidgetResizable(True)
        self._left_out.setAccessibleName(_("Left out"))
        self.folder_button = QPushButton(folder_text)
        self.folder_button.setObjectName("open_batch_folder")
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._open_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.outcome_label)
        layout.addWidget(self.place_label)
        layout.addLayout(row)
        layout.addWidget(self._left_out, 1)

    def show_outcome(self, outcome: BatchOutcome, recipients: Sequence[Recipient], folder: Path) -> None:
        """Show what became of the batch that these recipients were offered for."""
        self._folder = folder
        text = ngettext("{count} letter exported", "{count} letters exported", outcome.written)
        text = text.format(count=outcome.written)
        if outcome.was_stopped:
            text = _("Stopped: {exported}. What was finished is kept.").format(exported=text)
        self.outcome_label.setText(text)
        self.place_label.setText(_place(outcome, folder))
        self.folder_button.setVisible(bool(outcome.files))
        self._list_left_out(outcome, recipients)

    def _list_left_out(self, outcome: BatchOutcome, recipients: Sequence[Recipient]) -> None:
        # Each reason once with all it holds for: a label for each of hundreds would be slow and tell no more.
        reasons: dict[str, dict[int, str]] = {}
        lacking = [(one.partner, "\n".join(one.lacks)) for one in recipients if one.lacks]
        for partner, reason in (*outcome.skipped, *lacking):
            reasons.setdefault(reason, {})[partner.key] = partner.name
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 8, 0, 0)
        if outcome.problem:
            layout.addWidget(selectable_label(f"⚠ {outcome.problem}"))
        if reasons:
            layout.addWidget(plain_label(_("Left out"), "heading"))
        for reason, names in reasons.items():
            layout.addWidget(selectable_label(f"⚠ {reason}\n{', '.join(names.values())}", narrow=True))
        layout.addStretch(1)
        self._left_out.setWidget(content)

    def _open_folder(self) -> None:
        if not self.open_url(QUrl.fromLocalFile(str(self._folder))):
            text = _("No program was found that opens {name}.").format(name=self._folder)
            self.place_label.setText(text)


def _place(outcome: BatchOutcome, folder: Path) -> str:
    if not outcome.files:
        return _("Nothing was written.")
    return str(outcome.files[0]) if len(outcome.files) == 1 else _("In the folder {name}").format(name=folder)
