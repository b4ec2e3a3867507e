"""The Partnerships tab: what was agreed with whom, and the way into the wizard."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partnership import ObligationStatus, Partnership, State
from partnerdesk.language.interface import _
from partnerdesk.language.labels import state_label, status_label
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.checkups import Checkups
from partnerdesk.services.directory import Directory
from partnerdesk.services.partnerships import Agreement, Partnerships
from partnerdesk.ui.dialogs.checkup import CheckupDialog
from partnerdesk.ui.partnership_wizard.wizard import PartnershipWizard
from partnerdesk.ui.tab import Tab
from partnerdesk.ui.tabs.partnerships.agreement_view import AgreementView
from partnerdesk.ui.tabs.partnerships.evidence_dialog import EvidenceDialog
from partnerdesk.ui.tabs.partnerships.table import PartnershipTable
from partnerdesk.ui.tabs.partnerships.table_model import Entry, PartnershipTableModel
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.search_line import search_line

#: Below this width, in pixels, the table stands above the details so that its columns are not cut.
_SIDE_BY_SIDE = 1120


class PartnershipsTab(Tab):
    """A table of partnerships and the chosen one beside or below it."""

    watches = frozenset({"partner", "partnership", "obligation", "checkup"})
    icon_name = "partnerships"

    #: A partnership's key: show its agreement as a sheet of paper.
    sheet_asked = Signal(int)

    def __init__(
        self,
        directory: Directory,
        partnerships: Partnerships,
        checkups: Checkups,
        catalogue: Catalogue,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.title = _("Partnerships")
        self._directory = directory
        self._partnerships = partnerships
        self._checkups = checkups
        self._catalogue = catalogue
        self._theme = theme
        #: The wizard while it is open.
        self.wizard: PartnershipWizard | None = None
        self.model = PartnershipTableModel()
        self.table = PartnershipTable(self.model)
        self.search_line = search_line(
            "partnership_search", theme, _("Search: partner, partnership"), _("Search partnerships")
        )
        self.state_box = self._make_state_box()
        self.view = AgreementView(theme)
        self._nothing_chosen = plain_label(_("Choose a partnership from the list."), "muted", wrap=True)
        self._nothing_chosen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pane = QStackedWidget()
        self.pane.addWidget(self._nothing_chosen)
        self.pane.addWidget(self.view)
        self.empty, self.no_results = self._make_empty_states()
        self._lay_out()
        self._connect()
        self.refresh()

    def _make_state_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("state_filter")
        box.setAccessibleName(_("State"))
        box.addItem(_("Every state"), None)
        for state in State:
            box.addItem(state_label(state), state)
        return box

    def _make_empty_states(self) -> tuple[EmptyState, EmptyState]:
        empty = EmptyState(
            self._theme.icon("partnerships"),
            _("One and one make three"),
            _(
                "Partners open doors that you cannot open alone: their clients, their premises, their name. "
                "Choose a firm that serves the same people with other goods, and agree who does what by when."
            ),
            _("New partnership"),
        )
        no_results = EmptyState(
            self._theme.icon("search"),
            _("No partnership found"),
            _("No partnership matches what you look for."),
            _("Clear the filter"),
        )
        empty.setObjectName("no_partnerships")
        no_results.setObjectName("no_results")
        return empty, no_results

    def _lay_out(self) -> None:
        self.new_button = QPushButton(
            self._theme.icon("add", self._theme.colours.on_accent), _("New partnership")
        )
        self.new_button.setObjectName("new_partnership")
        self.new_button.setProperty("primary", True)
        top = QHBoxLayout()
        top.addWidget(self.search_line, 1)
        top.addWidget(self.state_box)
        top.addWidget(self.new_button)
        self.splitter = QSplitter()
        self.splitter.setObjectName("partnership_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.pane)
        self.splitter.setSizes([600, 400])
        self._list = QStackedWidget()
        self._list.addWidget(self.splitter)
        self._list.addWidget(self.no_results)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(top)
        inner.addWidget(self._list, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._content)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        self.search_line.textChanged.connect(self._narrow)
        self.state_box.currentIndexChanged.connect(self._narrow)
        self.new_button.clicked.connect(lambda: self.begin(0))
        self.empty.action_asked.connect(lambda: self.begin(0))
        self.no_results.action_asked.connect(self._clear_filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.edit_asked.connect(self.edit)
        self.table.delete_asked.connect(self.delete)
        self.view.edit_asked.connect(self.edit)
        self.view.delete_asked.connect(self.delete)
        self.view.letter_asked.connect(self._ask_for_letter)
        self.view.sheet_asked.connect(lambda: self.sheet_asked.emit(self.table.key()))
        self.view.settled.connect(self._settle)
        self.view.note_asked.connect(self._ask_for_note)
        self.view.checkups.asked.connect(self._ask_for_checkup)
        self.view.checkups.delete_asked.connect(self._delete_checkup)

    def refresh(self) -> None:
        """Read all partnerships anew; the choice stays."""
        found = self._partnerships.all()
        ids = sorted({partnership.partner_id for partnership in found})
        names = {partner.key: partner.name for partner in self._directory.partners(ids)}
        counts = self._partnerships.open_promises()
        self.model.show_entries(
            [self._entry(one, names[one.partner_id], counts.get(one.key, 0)) for one in found]
        )

    def _entry(self, partnership: Partnership, partner_name: str, open_promises: int) -> Entry:
        kind = self._catalogue.types[partnership.type_key].title
        title = f"{partnership.name} · {kind}" if partnership.name else kind
        return Entry(partnership, partner_name, title, open_promises)

    def begin(self, partner_id: int, type_key: str = "") -> None:
        """Open the wizard for a new partnership, with a partner chosen unless the key is 0, and a type."""
        self._open_wizard(partner_id=partner_id or None)
        if type_key and self.wizard is not None:
            self.wizard.propose(type_key)

    def edit(self) -> None:
        """Open the wizard on the chosen partnership."""
        key = self.table.key()
        if key:
            self._open_wizard(agreement=self._partnerships.agreement(key))

    def _open_wizard(self, partner_id: int | None = None, agreement: Agreement | None = None) -> None:
        if self.wizard is not None:
            self.wizard.raise_()
            self.wizard.activateWindow()
            return
        self.wizard = PartnershipWizard(
            self._directory, self._partnerships, self._catalogue, self._theme, partner_id, agreement, self
        )
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wizard.saved.connect(self._after_save)
        self.wizard.finished.connect(self._forget_wizard)
        self.wizard.open()

    def _forget_wizard(self) -> None:
        self.wizard = None
        self.table.setFocus()

    def _after_save(self, key: int) -> None:
        self.show_partnership(key)
        partnership = self._partnerships.agreement(key).partnership
        self.undoable_done.emit(_("{name} saved").format(name=self._partnerships.title(partnership)))

    def show_partnership(self, key: int) -> None:
        """Choose a partnership in the table; a filter that hides it is cleared."""
        if self.model.row_of(key) < 0:
            self._clear_filter()
        row = self.model.row_of(key)
        if row >= 0:
            self.table.choose(row)

    def delete(self) -> None:
        """Move the chosen partnership to the bin; the message offers to undo it."""
        key = self.table.key()
        if key:
            gone = self._partnerships.delete(key)
            self.undoable_done.emit(_("{name} deleted").format(name=self._partnerships.title(gone)))

    def _settle(self, obligation_id: int, status: ObligationStatus) -> None:
        settled = self._partnerships.settle(obligation_id, status, date.today())
        self.undoable_done.emit(
            _("“{promise}”: {status}").format(promise=settled.text, status=status_label(settled.status))
        )

    def _ask_for_note(self, obligation_id: int) -> None:
        promise = next(row.obligation for row in self.view.rows if row.obligation.key == obligation_id)
        note = partial(self._partnerships.note_evidence, obligation_id)
        EvidenceDialog(promise, note, self).open()

    def _ask_for_checkup(self) -> None:
        partnership = self._partnerships.agreement(self.table.key()).partnership
        title = self._partnerships.title(partnership)
        dialog = CheckupDialog(self._checkups, partnership.key, title, date.today(), self)
        dialog.saved.connect(lambda: self.undoable_done.emit(_("Check-up saved")))
        dialog.open()

    def _delete_checkup(self, key: int) -> None:
        self._checkups.remove(key)
        self.undoable_done.emit(_("Check-up deleted"))

    def _ask_for_letter(self) -> None:
        self.letter_asked.emit(self._partnerships.agreement(self.table.key()).partnership.partner_id)

    def _narrow(self) -> None:
        # Qt hands an enum of strings back as a plain string.
        chosen = self.state_box.currentData()
        self.model.narrow(self.search_line.text(), State(chosen) if chosen else None)

    def _clear_filter(self) -> None:
        self.state_box.setCurrentIndex(0)
        self.search_line.clear()

    def _show_chosen(self) -> None:
        self._pages.setCurrentWidget(self.empty if self.model.is_empty else self._content)
        self._list.setCurrentWidget(self.splitter if self.model.rowCount() else self.no_results)
        key = self.table.key()
        if not key:
            self.pane.setCurrentWidget(self._nothing_chosen)
            return
        agreement = self._partnerships.agreement(key)
        partnership = agreement.partnership
        self.view.show_agreement(
            agreement,
            self._partnerships.title(partnership),
            self._directory.partner(partnership.partner_id),
            self._catalogue.types[partnership.type_key],
        )
        self.view.checkups.show_checkups(self._checkups.of_partnership(key))
        self.pane.setCurrentWidget(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the details beside the table where there is room, below it elsewhere."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() is not orientation:
            self.splitter.setOrientation(orientation)
            self.splitter.setSizes([600, 400] if wide else [400, 600])
