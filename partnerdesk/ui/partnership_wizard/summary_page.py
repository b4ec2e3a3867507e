"""The last page: the partnership in words, and where it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from partnerdesk.domain.partnership import Partnership
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_summary import SummaryPart
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.state_choice import StateChoice
from partnerdesk.ui.partnership_wizard.step import Step, scrolling
from partnerdesk.ui.partnership_wizard.summary_view import SummaryView
from partnerdesk.ui.widgets.labels import plain_label


class SummaryPage(Step):
    """Shows what ``describe`` says, which is asked again whenever the state changes."""

    def __init__(self, answers: Callable[[], Answers], describe: Callable[[], Sequence[SummaryPart]]) -> None:
        super().__init__(
            Page.SUMMARY,
            answers,
            _("Summary"),
            _("Read it through. A refusal is worth saving too, with a reason and a day to ask again."),
        )
        self._describe = describe
        self.state_choice = StateChoice(answers().editing)
        self.state_choice.changed.connect(self._refresh)
        self.summary = SummaryView()
        self.summary.setObjectName("summary")
        self.fault = plain_label("", "fault", wrap=True)
        self.fault.setObjectName("save_fault")
        self.fault.hide()
        paper = QFrame()
        paper.setProperty("role", "card")
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.summary)
        inner.addStretch(1)
        body = QWidget()
        around = QVBoxLayout(body)
        around.setContentsMargins(0, 0, 8, 0)
        around.addWidget(paper)
        layout = self.column
        layout.addWidget(self.state_choice)
        layout.addWidget(self.fault)
        layout.addWidget(scrolling(body, "summary_area"), 1)

    def load(self, partnership: Partnership) -> None:
        """Show a stored partnership's state."""
        self.state_choice.load(partnership)

    def initializePage(self) -> None:
        """Word everything entered so far."""
        self._refresh()

    def values(self) -> dict[str, Any]:
        """The partnership's fields that this page fills."""
        return self.state_choice.values()

    def check(self) -> bool:
        """Whether the day to ask again can be read."""
        return self.state_choice.check()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show messages beside the refusal's fields."""
        self.state_choice.show_faults(faults)

    def show_problem(self, message: str) -> None:
        """Say why nothing was saved; "" takes the message away."""
        self.fault.setText(f"⚠ {message}")
        self.fault.setVisible(bool(message))

    def snapshot(self) -> object:
        """What is chosen."""
        return tuple(self.values().items())

    def enter(self) -> None:
        """Begin with the state."""
        self.state_choice.enter()

    def _refresh(self) -> None:
        self.show_problem("")
        self.summary.show_parts(self._describe())
