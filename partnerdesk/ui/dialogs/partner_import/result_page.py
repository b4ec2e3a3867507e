"""The last page: what was stored, and the way to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.exchange.run import ImportReport
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.labels import plain_label


class ResultPage(QWidget):
    """Says how many partners were added, updated and skipped."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, captions: Captions) -> None:
        super().__init__()
        self.setObjectName("import_result_page")
        self.summary_label = plain_label("", "heading", wrap=True)
        self.summary_label.setObjectName("import_summary")
        self.details_label = plain_label("", wrap=True)
        self.details_label.setObjectName("import_details")
        self.hint_label = plain_label(
            _("You can also take the whole import back later: Tools, Imports and merges."), "muted", wrap=True
        )
        self.undo_button = QPushButton(theme.icon("undo"), captions.marked(_("Undo the import")))
        self.undo_button.setObjectName("undo_import")
        self.undo_button.setAutoDefault(False)
        self.undo_button.clicked.connect(self.undo_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.summary_label)
        layout.addWidget(self.details_label)
        layout.addWidget(self.hint_label)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def show_report(self, report: ImportReport) -> None:
        """Say what was stored."""
        say(self.summary_label, f"✓ {imported_text(report)}", "heading")
        counts = (
            (report.added, ngettext("{count} partner added", "{count} partners added", report.added)),
            (report.updated, ngettext("{count} partner updated", "{count} partners updated", report.updated)),
            (report.skipped, ngettext("{count} partner skipped", "{count} partners skipped", report.skipped)),
            (report.left_out, ngettext("{count} row left out", "{count} rows left out", report.left_out)),
        )
        self.details_label.setText("\n".join(text.format(count=count) for count, text in counts if count))
        self.undo_button.show()
        self.hint_label.show()

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        say(self.summary_label, _("The import was taken back."), "heading")
        self.details_label.setText(_("The directory is as it was before."))
        self.undo_button.hide()
        self.hint_label.hide()


def imported_text(report: ImportReport) -> str:
    """How many partners an import stored."""
    count = report.added + report.updated
    return ngettext("{count} partner imported", "{count} partners imported", count).format(count=count)
