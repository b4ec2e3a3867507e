"""Imports and merges, to be taken back even long after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.directory_record import KeptChange, KeptKind
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.services.kept_changes import TakenBack, counts_text, names_in_short
from partnerdesk.ui.dialogs.message import ask, tell_news
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label, with_mnemonics
from partnerdesk.ui.widgets.record_table import RecordTable
from partnerdesk.ui.widgets.text_rows import TextRows
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker


class KeptChangesDialog(WorkDialog):
    """Lists what can be taken back, latest first."""

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, parent: QWidget) -> None:
        super().__init__(desk, worker, theme, parent)
        self.setObjectName("kept_changes_dialog")
        self.setWindowTitle(_("Imports and merges"))
        resize_on_screen(self, 770, 440)
        self._kept: dict[int, KeptChange] = {}
        self.model = TextRows((_("Day"), _("What was done"), _("Partners"), _("State")))
        self.table = RecordTable("kept_changes_table", _("Imports and merges"), self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((95, 280, 200, 140)):
            self.table.setColumnWidth(column, width)
        self.table.edit_asked.connect(self.ask)
        self.table.selectionModel().selectionChanged.connect(self._show_possible)
        self.empty = EmptyState(
            theme.icon("undo"),
            _("Nothing to take back"),
            _("Imports and merged partners are listed here, so that they can be taken back at any time."),
        )
        self._help = plain_label(
            _(
                "Each of these can be taken back, even after the program was closed. Partners that were "
                "changed since an import stay as they are."
            ),
            "muted",
            wrap=True,
        )
        self._pages = QStackedWidget()
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(self._help)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())
        self.refresh()

    def _make_buttons(self) -> QHBoxLayout:
        texts = with_mnemonics([_("Take back…"), _("Close")])
        self.take_back_button, close = map(QPushButton, texts)
        self.take_back_button.setObjectName("take_back")
        self.take_back_button.setProperty("primary", True)
        self.take_back_button.clicked.connect(self.ask)
        close.setObjectName("close_kept_changes")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.take_back_button)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.take_back_button, close):
            button.setAutoDefault(False)
        return row

    def refresh(self) -> None:
        """Read the list anew."""
        kept = self.desk.kept_changes.all()
        self._kept = {each.key: each for each in kept}
        self.model.show_rows([(each.key, _row(each)) for each in kept])
        self._pages.setCurrentWidget(self.table if kept else self.empty)
        self._help.setVisible(bool(kept))
        if kept:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_possible()

    undone = stopped = refresh

    def _chosen(self) -> KeptChange | None:
        rows = self.table.selectionModel().selectedRows()
        return self._kept[self.model.key_at(rows[0].row())] if rows else None

    def _show_possible(self) -> None:
        chosen = self._chosen()
        self.take_back_button.setEnabled(chosen is not None and chosen.taken_back_at is None)

    def ask(self) -> None:
        """Ask whether to take the chosen change back."""
        chosen = self._chosen()
        if chosen is None or chosen.taken_back_at is not None or self.busy:
            return
        if chosen.kind is KeptKind.MERGE:
            question = _("Take back “{step}”? Both partners will be there again, with what belonged to each.")
        else:
            question = _(
                "Take back “{step}”? Partners that it added will be gone, those that it changed will be as "
                "before. Partners that were changed since stay as they are."
            )
        ask(
            self,
            question.format(step=chosen.label),
            _("Take back"),
            lambda: self._take_back(chosen.key),
        )

    def _take_back(self, key: int) -> None:
        self.run(
            _("Taking back"), lambda desk, report: desk.kept_changes.take_back(key, report), self._tell_taken
        )

    def _tell_taken(self, taken: TakenBack) -> None:
        self.refresh()
        done = ngettext("{count} partner taken back.", "{count} partners taken back.", taken.done).format(
            count=taken.done
        )
        if not taken.left:
            self.toast.tell(done, undoable=True)
            return
        left = ngettext(
            "{count} partner stays, because it was changed since or something new belongs to it: {names}",
            "{count} partners stay, because they were changed since or something new belongs to them: "
            "{names}",
            len(taken.left),
        ).format(count=len(taken.left), names=names_in_short(taken.left))
        tell_news(self, f"{done}\n\n{left}")


def _row(kept: KeptChange) -> tuple[str, ...]:
    language = screen_language()
    state = ""
    if kept.taken_back_at is not None:
        day = short_date(kept.taken_back_at.astimezone().date(), language)
        state = _("Taken back on {day}").format(day=day)
    return short_date(kept.happened_at.astimezone().date(), language), kept.label, counts_text(kept), state
