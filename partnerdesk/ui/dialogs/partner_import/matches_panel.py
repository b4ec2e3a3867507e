"""Partners of the file that are in the directory already: both side by side, and what becomes of each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.exchange.plan import Decision
from partnerdesk.services.numbers import format_nip
from partnerdesk.ui.dialogs.partner_import.plan_models import MatchesModel, decision_text
from partnerdesk.ui.dialogs.partner_import.source_text import one_line
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.choice_table import ChoiceTable
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label, plain_tooltip

_DECISIONS = (Decision.SKIP, Decision.UPDATE, Decision.ADD)
_WIDTHS = (60, 160, 160, 150, 130, 110)


class MatchesPanel(QWidget):
    """A table of the matches, the chosen one in detail, and decisions for all of them."""

    def __init__(
        self, model: MatchesModel, partner: Callable[[int], Partner | None], theme: Theme, captions: Captions
    ) -> None:
        super().__init__()
        self.model = model
        self._partner = partner
        self.table = self._make_table(theme)
        model.chosen_rows = self._chosen_rows
        model.modelReset.connect(self._show_first)
        self.file_label = BreakingLabel()
        self.file_label.setObjectName("match_in_file")
        self.directory_label = BreakingLabel()
        self.directory_label.setObjectName("match_in_directory")
        self.changes_label = BreakingLabel("", "muted")
        self.buttons: dict[Decision, QPushButton] = {}
        texts = (_("Skip all"), _("Update all"), _("Add all as new"))
        for decision, text in zip(_DECISIONS, texts, strict=True):
            button = QPushButton(captions.marked(text))
            button.setObjectName(f"{decision.value}_all")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, one=decision: self._decide_all(one))
            self.buttons[decision] = button
        self._lay_out()

    def _make_table(self, theme: Theme) -> ChoiceTable:
        table = ChoiceTable(
            "import_matches",
            _("Partners that are in the directory already"),
            self.model,
            MatchesModel.DECISION,
            lambda: [(decision_text(one), one.value) for one in _DECISIONS],
            theme.icon("chevron-dark" if theme.colours.name == "dark" else "chevron-light"),
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(1, header.ResizeMode.Stretch)
        header.setSectionResizeMode(2, header.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._show_details)
        return table

    def _lay_out(self) -> None:
        for_all = QHBoxLayout()
        how = _("One by one in the last column, for several marked rows together, or:")
        for_all.addWidget(plain_label(how, "muted", wrap=True), 1)
        for button in self.buttons.values():
            for_all.addWidget(button)
        self.details = QFrame()
        self.details.setProperty("role", "card")
        grid = QGridLayout(self.details)
        grid.setContentsMargins(10, 6, 10, 6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        for column, (caption, label) in enumerate(
            ((_("In the file"), self.file_label), (_("In the directory"), self.directory_label))
        ):
            grid.addWidget(plain_label(caption, "muted"), 0, column)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, 1, column)
        grid.addWidget(self.changes_label, 2, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(for_all)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)

    def _chosen_rows(self) -> list[int]:
        return [index.row() for index in self.table.selectionModel().selectedRows()]

    def _decide_all(self, decision: Decision) -> None:
        self.model.decide(range(self.model.rowCount()), decision)

    def _show_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self._show_details()

    def _show_details(self) -> None:
        row = self.table.currentIndex().row()
        self.details.setVisible(0 <= row < self.model.rowCount())
        if not self.details.isVisibleTo(self):
            return
        planned = self.model.planned(row)
        changes = ", ".join(planned.changes) or _("nothing")
        self.changes_label.setText(_("An update changes: {fields}").format(fields=changes))
        stored = self._partner(planned.match.partner_id) if planned.match else None
        for label, partner in ((self.file_label, planned.file.partner), (self.directory_label, stored)):
            text = _described(partner) if partner else ""
            label.setText(text)
            label.setToolTip(plain_tooltip(text))


def _described(partner: Partner) -> str:
    street = " ".join(part for part in (partner.postal_code, partner.city) if part)
    lines = (
        partner.name,
        " · ".join(part for part in (format_nip(partner.nip) if partner.nip else "", street) if part),
        " · ".join(part for part in (partner.email, partner.phone) if part),
    )
    return "\n".join(one_line(line) for line in lines if line)
