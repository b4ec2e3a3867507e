"""How a partnership is run, on a card of its own, with what is still open."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from partnerdesk.domain.governance import governance_warnings
from partnerdesk.domain.partnership import Partnership
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.governance_words import governance_advice
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_summary import SummaryPart, governance_part
from partnerdesk.ui.partnership_wizard.summary_view import SummaryView
from partnerdesk.ui.widgets.labels import selectable_label


class GovernanceCard(QFrame):
    """Shows what is settled and advises on the rest; it forbids nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("governance_card")
        self.setProperty("role", "card")
        self.settled = SummaryView(name_width=120)
        self.advice = selectable_label("", "warning")
        self.advice.setObjectName("governance_advice")
        self.all_settled = selectable_label(
            "✓ " + _("All that this kind of partnership needs is settled."), "success"
        )
        self.all_settled.setObjectName("governance_settled")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        for widget in (self.settled, self.advice, self.all_settled):
            layout.addWidget(widget)

    def show_partnership(self, partnership: Partnership, kind: PartnershipType) -> None:
        """Show how this partnership is run."""
        part = governance_part(partnership)
        nothing = (("", _("Nothing is settled yet.")),)
        self.settled.show_parts([SummaryPart(part.heading, part.lines or nothing)])
        warnings = governance_warnings(partnership, kind.governance)
        texts = (governance_advice(warning, kind.governance) for warning in warnings)
        self.advice.setText("\n".join(f"⚠ {text}" for text in texts))
        self.advice.setVisible(bool(warnings))
        self.all_settled.setVisible(not warnings)
