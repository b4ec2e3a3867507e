"""The letters that were exported, latest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.directory import Directory
from partnerdesk.services.letters import Letters
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState

_PARTNER = Qt.ItemDataRole.UserRole


class ExportedList(QStackedWidget):
    """A table of the letters that left the house; leads to their partners."""

    partner_asked = Signal(int)
    letter_begun = Signal()

    def __init__(self, letters: Letters, directory: Directory, theme: Theme) -> None:
        super().__init__()
        self._letters = letters
        self._directory = directory
        self.table = self._make_table()
        self.partner_button = QPushButton(_("Show partner"))
        self.partner_button.setObjectName("show_letters_partner")
        self.partner_button.clicked.connect(self._show_partner)
        self.empty = EmptyState(
            theme.icon("letters"),
            _("No letter exported yet"),
            _("Each letter that you export is noted here and in the partner's history."),
            _("Write a letter"),
        )
        self.empty.action_asked.connect(self.letter_begun)
        page = QWidget()
        foot = QHBoxLayout()
        foot.addWidget(self.partner_button)
        foot.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.addWidget(page)
        self.addWidget(self.empty)
        self._page = page

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("exported_letters")
        table.setAccessibleName(_("Exported letters"))
        table.setHorizontalHeaderLabels([_("Date"), _("Partner"), _("Letter"), _("File")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        # The end of a file's name tells it from others.
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((100, 190, 220)):
            header.resizeSection(column, width)
        table.itemActivated.connect(lambda _item: self._show_partner())
        table.itemSelectionChanged.connect(self._follow_selection)
        return table

    def refresh(self) -> None:
        """Read the letters anew."""
        letters = self._letters.exported()
        keys = list(dict.fromkeys(letter.partner_id for letter in letters))
        names = {partner.key: partner.name for partner in self._directory.partners(keys)}
        self.table.setRowCount(len(letters))
        for row, letter in enumerate(letters):
            day = short_date(letter.written_on, screen_language())
            texts = (day, names.get(letter.partner_id, ""), letter.title, letter.file_name)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(_PARTNER, letter.partner_id)
                self.table.setItem(row, column, item)
        self.setCurrentWidget(self._page if letters else self.empty)
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.partner_button.setEnabled(bool(self.table.selectedItems()))

    def _show_partner(self) -> None:
        chosen = self.table.selectedItems()
        if chosen:
            self.partner_asked.emit(chosen[0].data(_PARTNER))
