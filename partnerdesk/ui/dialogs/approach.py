"""Writing down one attempt to win a firm."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import RefusalReason
from partnerdesk.language.interface import _
from partnerdesk.language.labels import stage_label
from partnerdesk.services.approaches import Approaches, Recorded, approach_fields
from partnerdesk.services.partner_values import json_safe
from partnerdesk.ui.dialogs.form_dialog import FormDialog


class ApproachDialog(FormDialog):
    """Asks how an attempt went; ``recorded`` with a sentence for the user once it is stored."""

    recorded = Signal(str)

    def __init__(
        self,
        approaches: Approaches,
        partner: Partner,
        today: date,
        parent: QWidget,
        approach: Approach | None = None,
    ) -> None:
        title = _("Record an attempt: {name}") if approach is None else _("Change the attempt: {name}")
        self._approaches = approaches
        self._approach = approach or Approach(
            partner_id=partner.key,
            happened_on=today,
            channel=ApproachChannel.PHONE,
            who=partner.responsible,
            outcome=ApproachOutcome.NO_ANSWER,
        )
        values = {field.name: json_safe(getattr(self._approach, field.name)) for field in fields(Approach)}
        super().__init__(
            "approach_dialog",
            title.format(name=partner.name),
            approach_fields(),
            values,
            self._record,
            parent,
        )
        self.form.editors["who"].suggest(approaches.people())
        self.form.editors["outcome"].changed.connect(self._follow_outcome)
        self._follow_outcome()

    def _follow_outcome(self) -> None:
        refused = self.form.editors["outcome"].value() == ApproachOutcome.REFUSED.value
        self.form.show_field("refusal_reason", refused)

    def _record(self, values: dict[str, Any]) -> None:
        recorded = self._approaches.save(_with(self._approach, values))
        self.recorded.emit(recorded_text(recorded))


def recorded_text(recorded: Recorded) -> str:
    """What came of saving an attempt, in a sentence."""
    name = recorded.partner.name
    if recorded.moved:
        stage = stage_label(recorded.partner.stage)
        return _("Attempt recorded; {name} is now “{stage}”").format(name=name, stage=stage)
    return _("Attempt recorded: {name}").format(name=name)


def _with(approach: Approach, values: dict[str, Any]) -> Approach:
    reason, retry = values["refusal_reason"], values["retry_on"]
    return replace(
        approach,
        happened_on=date.fromisoformat(values["happened_on"]),
        channel=ApproachChannel(values["channel"]),
        who=values["who"] or "",
        outcome=ApproachOutcome(values["outcome"]),
        refusal_reason=RefusalReason(reason) if reason else None,
        retry_on=date.fromisoformat(retry) if retry else None,
        note=values["note"] or "",
    )
