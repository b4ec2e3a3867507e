"""The third page: what the import would do, with nothing stored yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QTabWidget, QVBoxLayout, QWidget

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.exchange.plan import Decision, ImportPlan
from partnerdesk.ui.dialogs.partner_import.faults_panel import FaultsPanel
from partnerdesk.ui.dialogs.partner_import.matches_panel import MatchesPanel
from partnerdesk.ui.dialogs.partner_import.plan_models import (
    FaultsModel,
    MatchesModel,
    PlannedModel,
    PlanTable,
)
from partnerdesk.ui.dialogs.partner_import.source_text import one_line
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label
from partnerdesk.ui.widgets.record_table import RecordTable

_MOST_HEADINGS = 20
_LONGEST_HEADING = 40


class CheckPage(QWidget):
    """Counts, problems and matches of a plan; the decisions that are made here are in :attr:`plan`."""

    changed = Signal()

    def __init__(self, partner: Callable[[int], Partner | None], theme: Theme, captions: Captions) -> None:
        super().__init__()
        self.setObjectName("import_check_page")
        self.counts_label = plain_label("", wrap=True)
        self.counts_label.setObjectName("import_counts")
        self.left_out_label = BreakingLabel("", "muted")
        self.left_out_label.setObjectName("import_left_out")
        self.reason_label = plain_label("", "warning", wrap=True)
        self.reason_label.setObjectName("import_reason")
        self._matches = MatchesModel()
        self._matches.decided.connect(self._follow)
        self._faults = FaultsModel()
        self._new = PlannedModel()
        self.matches_panel = MatchesPanel(self._matches, partner, theme, captions)
        self.faults_panel = FaultsPanel(self._faults)
        self.new_view = _table("import_new", _("New partners"), self._new, (60, 210, 110, 170, 120))
        self.tabs = QTabWidget()
        self.tabs.setObjectName("import_parts")
        self.tabs.setAccessibleName(_("What would happen"))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.counts_label)
        layout.addWidget(plain_label(_("Nothing has been stored yet."), "success", wrap=True))
        layout.addWidget(self.left_out_label)
        layout.addWidget(self.reason_label)
        layout.addWidget(self.tabs, 1)
        for page in (self.new_view, self.matches_panel, self.faults_panel):
            self.tabs.addTab(page, "")

    @property
    def plan(self) -> ImportPlan:
        """The plan with the decisions made here."""
        return self._matches.plan

    @property
    def reason(self) -> str:
        """Why there is nothing to import; "" where there is something."""
        partners = self.plan.partners
        if any(planned.decision is not Decision.SKIP for planned in partners):
            return ""
        if partners:
            return _("There is nothing to import: all that the file holds is to be skipped.")
        return _("There is nothing to import: no row of the file gives the name of a firm.")

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what an import would do."""
        self._matches.show(plan)
        self._faults.show(plan.faults)
        self._new.show(planned for planned in plan.partners if planned.match is None)
        counts = (self._new.rowCount(), self._matches.rowCount(), self._faults.rowCount())
        titles = (
            _("New ({count})"),
            _("In the directory already ({count})"),
            _("Problems ({count})"),
        )
        for place, (title, count) in enumerate(zip(titles, counts, strict=True)):
            self.tabs.setTabText(place, title.format(count=count))
            self.tabs.setTabVisible(place, count > 0)
        # What needs a look comes first.
        self.tabs.setCurrentIndex(1 if counts[1] else 2 if counts[2] else 0)
        say(self.left_out_label, _columns_text(plan.left_out_headings), "muted")
        say(self.counts_label, _counts_text(plan, *counts[:2]), "heading")
        self._follow()

    def _follow(self) -> None:
        reason = self.reason
        say(self.reason_label, f"⚠ {reason}" if reason else "", "warning")
        self.changed.emit()


def _table(name: str, accessible_name: str, model: PlanTable, widths: Sequence[int]) -> QTableView:
    table = RecordTable(name, accessible_name, model)
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    for column, width in enumerate(widths):
        header.resizeSection(column, width)
    return table


def _counts_text(plan: ImportPlan, new: int, known: int) -> str:
    rows = sum(not (fault.heading or fault.kept_in_notes) for fault in plan.faults)
    aside = sum(fault.kept_in_notes for fault in plan.faults)
    parts = (
        (new, ngettext("{count} new partner", "{count} new partners", new)),
        (known, ngettext("{count} in the directory already", "{count} in the directory already", known)),
        (rows, ngettext("{count} row left out", "{count} rows left out", rows)),
        (aside, ngettext("{count} value kept in the notes", "{count} values kept in the notes", aside)),
    )
    return " · ".join(text.format(count=count) for count, text in parts if count)


def _columns_text(headings: Sequence[str]) -> str:
    if not headings:
        return ""
    shown = ", ".join(one_line(heading, _LONGEST_HEADING) for heading in headings[:_MOST_HEADINGS])
    return _("Columns left out: {headings}").format(
        headings=f"{shown} …" if len(headings) > _MOST_HEADINGS else shown
    )
