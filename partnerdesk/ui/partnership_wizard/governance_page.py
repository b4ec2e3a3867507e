"""The fifth page: who does what, who decides, and how both sides may part."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.governance import GovernanceWarning, governance_warnings
from partnerdesk.domain.partnership import LastWord, Partnership, ReviewRhythm
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.governance_words import governance_advice
from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import last_word_label, rhythm_label
from partnerdesk.ui.partnership_wizard.button_texts import letters_of_buttons
from partnerdesk.ui.partnership_wizard.flow import Answers, Page
from partnerdesk.ui.partnership_wizard.step import Step, scrolling
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import plain_label

# In pixels; the form's own height would push the last word out of sight in a small window.
_AREA_HEIGHT = 76
_FIELDS = {
    GovernanceWarning.FUNCTIONS_NOT_SPLIT: "their_functions",
    GovernanceWarning.NO_LEADER: "last_word",
    GovernanceWarning.ALL_EQUAL: "last_word",
    GovernanceWarning.NO_DECISION_RULE: "decision_rule",
    GovernanceWarning.NO_DISPUTE_RULE: "dispute_rule",
    GovernanceWarning.NO_REVIEW: "review_rhythm",
    GovernanceWarning.NO_EXIT_RULE: "exit_rule",
}
_TEXTS = ("our_functions", "their_functions", "decision_rule", "dispute_rule", "exit_rule")


def governance_fields() -> tuple[Field, ...]:
    """How a partnership is run, by the names of the record's own fields."""
    words = tuple(Choice(word.value, last_word_label(word)) for word in LastWord)
    rhythms = tuple(Choice(rhythm.value, rhythm_label(rhythm)) for rhythm in ReviewRhythm)
    return (
        Field("our_functions", _("What we see to"), FieldKind.LONG_TEXT),
        Field("their_functions", _("What they see to"), FieldKind.LONG_TEXT),
        Field("last_word", _("Who has the last word"), FieldKind.CHOICE, choices=words),
        Field("decision_rule", _("How we decide")),
        Field("dispute_rule", _("What we do if we disagree")),
        Field("review_rhythm", _("How often we look at results together"), FieldKind.CHOICE, choices=rhythms),
        Field("exit_rule", _("How we part")),
    )


class GovernancePage(Step):
    """Advises while it is filled in; nothing here is required."""

    def __init__(self, answers: Callable[[], Answers], kind: Callable[[], PartnershipType | None]) -> None:
        super().__init__(
            Page.GOVERNANCE,
            answers,
            _("How you run it"),
            _("Settle it at the start, while agreeing is easy."),
        )
        self._kind = kind
        self.form = Form(governance_fields(), letters_of_buttons())
        self.form.changed.connect(self._advise)
        for area in self.form.findChildren(QPlainTextEdit):
            area.setMaximumHeight(_AREA_HEIGHT)
        self.advice = plain_label("", "warning", wrap=True)
        self.advice.setObjectName("governance_advice")
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(2, 0, 12, 0)
        inner.addWidget(self.form)
        self.area = scrolling(body, "governance_area")
        self.column.addWidget(self.advice)
        self.column.addWidget(self.area, 1)

    def load(self, partnership: Partnership) -> None:
        """Show a stored partnership."""
        self.form.set_values(
            {field.key: getattr(partnership, field.key) or None for field in self.form.fields}
        )
        self._advise()

    def initializePage(self) -> None:
        """Word the advice for the chosen type."""
        self._advise()

    def values(self) -> dict[str, Any]:
        """The partnership's fields that this page fills."""
        entered = self.form.values()
        values: dict[str, Any] = {key: entered[key] or "" for key in _TEXTS}
        values["last_word"] = LastWord(entered["last_word"]) if entered["last_word"] else None
        rhythm = entered["review_rhythm"]
        values["review_rhythm"] = ReviewRhythm(rhythm) if rhythm else None
        return values

    def snapshot(self) -> object:
        """What is entered."""
        return self.form.values()

    def enter(self) -> None:
        """Begin with the first field."""
        self.form.editors["our_functions"].setFocus()

    def _advise(self) -> None:
        kind = self._kind()
        if kind is None:
            return
        entered = Partnership(partner_id=0, type_key=kind.key, **self.values())
        warnings = governance_warnings(entered, kind.governance)
        self.form.show_advice(
            {_FIELDS[warning]: governance_advice(warning, kind.governance) for warning in warnings}
        )
        open_points = ngettext(
            "{count} point is still open; it is marked below. You can also settle it later.",
            "{count} points are still open; they are marked below. You can also settle them later.",
            len(warnings),
        )
        self.advice.setText("⚠ " + open_points.format(count=len(warnings)))
        self.advice.setVisible(bool(warnings))
