"""The bin: deleted partners, to bring back or to delete for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner import Partner
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.ui.dialogs.message import ask
from partnerdesk.ui.dialogs.work_dialog import WorkDialog
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label, with_mnemonics
from partnerdesk.ui.widgets.record_table import RecordTable
from partnerdesk.ui.widgets.text_rows import TextRows
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker


class BinDialog(WorkDialog):
    """Lists the bin, last deleted first; nothing leaves it but by these buttons."""

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, parent: QWidget) -> None:
        super().__init__(desk, worker, theme, parent)
        self.setObjectName("bin_dialog")
        self.setWindowTitle(_("Bin"))
        resize_on_screen(self, 640, 440)
        self.model = TextRows((_("Name"), _("Town"), _("Deleted on")))
        self.table = RecordTable("bin_table", _("Deleted partners"), self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((300, 150, 120)):
            self.table.setColumnWidth(column, width)
        self.table.delete_asked.connect(self.ask_removal)
        self.table.selectionModel().selectionChanged.connect(self._show_possible)
        self.empty = EmptyState(
            theme.icon("delete"),
            _("The bin is empty"),
            _("Partners that you delete wait here, with everything that belongs to them."),
        )
        self._pages = QStackedWidget()
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        self._help = plain_label(
            _(
                "Deleted partners stay here until you delete them for good. Whoever is brought back has "
                "people, letters, partnerships and history as before."
            ),
            "muted",
            wrap=True,
        )
        layout.addWidget(self._help)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())
        self.refresh()

    def _make_buttons(self) -> QHBoxLayout:
        texts = with_mnemonics([_("Bring back"), _("Delete for good…"), _("Empty the bin…"), _("Close")])
        self.restore_button, self.remove_button, self.empty_button, close = map(QPushButton, texts)
        for button, name, slot in (
            (self.restore_button, "restore_partners", self.restore),
            (self.remove_button, "remove_partners", self.ask_removal),
            (self.empty_button, "empty_bin", self.ask_emptying),
            (close, "close_bin", self.reject),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self.restore_button.setProperty("primary", True)
        row = QHBoxLayout()
        for button in (self.restore_button, self.remove_button, self.empty_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def refresh(self) -> None:
        """Read the bin anew, with the first row chosen."""
        partners = self.desk.bin.partners()
        language = screen_language()
        self.model.show_rows(
            [
                (each.key, (each.name, each.city, short_date(each.deleted_at.astimezone().date(), language)))
                for each in partners
            ]
        )
        self._pages.setCurrentWidget(self.table if partners else self.empty)
        self._help.setVisible(bool(partners))
        if partners:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_possible()

    undone = stopped = refresh

    def _show_possible(self) -> None:
        chosen = self.table.selectionModel().hasSelection()
        self.restore_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
        self.empty_button.setEnabled(self.model.rowCount() > 0)

    def _chosen(self) -> list[int]:
        return [self.model.key_at(index.row()) for index in self.table.selectionModel().selectedRows()]

    def restore(self) -> None:
        """Bring the chosen partners back."""
        keys = self._chosen()
        if keys:
            self.run(
                _("Bringing partners back"),
                lambda desk, report: desk.bin.restore(keys, report),
                self._tell_restored,
            )

    def _tell_restored(self, partners: list[Partner]) -> None:
        self.refresh()
        many = ngettext("{count} partner brought back", "{count} partners brought back", len(partners))
        self._tell(_("{name} brought back"), many, partners)

    def ask_removal(self) -> None:
        """Ask whether to delete the chosen partners for good."""
        self._ask_removal_of(self._chosen())

    def ask_emptying(self) -> None:
        """Ask whether to delete everything in the bin for good."""
        self._ask_removal_of([self.model.key_at(row) for row in range(self.model.rowCount())])

    def _ask_removal_of(self, keys: list[int]) -> None:
        if not keys or self.busy:
            return
        question = ngettext(
            "Delete {count} partner for good, with all people, letters, partnerships, results, history and "
            "files that belong to it? This cannot be taken back once PartnerDesk is closed.",
            "Delete {count} partners for good, with all people, letters, partnerships, results, history and "
            "files that belong to them? This cannot be taken back once PartnerDesk is closed.",
            len(keys),
        )
        ask(self, question.format(count=len(keys)), _("Delete for good"), lambda: self._remove(keys))

    def _remove(self, keys: list[int]) -> None:
        self.run(
            _("Deleting for good"),
            lambda desk, report: desk.bin.remove_for_good(keys, report),
            self._tell_removed,
        )

    def _tell_removed(self, partners: list[Partner]) -> None:
        self.refresh()
        many = ngettext(
            "{count} partner deleted for good", "{count} partners deleted for good", len(partners)
        )
        self._tell(_("{name} deleted for good"), many, partners)

    def _tell(self, one: str, many: str, partners: list[Partner]) -> None:
        if len(partners) == 1:
            self.toast.tell(one.format(name=partners[0].name), undoable=True)
        elif partners:
            self.toast.tell(many.format(count=len(partners)), undoable=True)
