"""Attempts to win firms as partners: writing them down, and when to ask again."""

from dataclasses import dataclass, replace
from datetime import date

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.domain.partnership import RefusalReason
from partnerdesk.language.interface import _
from partnerdesk.language.labels import approach_channel_label, approach_outcome_label, refusal_label
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.partner_life import approaching_people, used_values
from partnerdesk.storage.workspace import Workspace

_LATEST_FIRST = "happened_on DESC, id DESC"


def approach_fields() -> tuple[Field, ...]:
    """What is written down of an attempt, in the language of the screen."""
    channels = tuple(Choice(channel.value, approach_channel_label(channel)) for channel in ApproachChannel)
    outcomes = tuple(Choice(outcome.value, approach_outcome_label(outcome)) for outcome in ApproachOutcome)
    reasons = tuple(Choice(reason.value, refusal_label(reason)) for reason in RefusalReason)
    return (
        Field("happened_on", _("Day"), FieldKind.DATE, required=True),
        Field("channel", _("How"), FieldKind.CHOICE, required=True, choices=channels),
        Field("who", _("Who of us")),
        Field("outcome", _("What came of it"), FieldKind.CHOICE, required=True, choices=outcomes),
        Field("refusal_reason", _("Why they refused"), FieldKind.CHOICE, choices=reasons),
        Field("retry_on", _("Ask again on"), FieldKind.DATE, help=_("On that day it stands under Today.")),
        Field("note", _("Note"), FieldKind.LONG_TEXT),
    )


@dataclass(frozen=True, slots=True)
class Recorded:
    """An attempt as it is stored, its partner, and whether it moved that partner to another stage."""

    approach: Approach
    partner: Partner
    moved: bool


class Approaches:
    """Finds, saves and removes attempts."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_partner(self, partner_id: int, limit: int | None = None) -> list[Approach]:
        """The attempts at one partner, latest first."""
        return self._workspace.approaches.find("partner_id = ?", [partner_id], _LATEST_FIRST, limit)

    def people(self) -> list[str]:
        """Who of us made attempts or looks after partners, for suggestions."""
        responsible = used_values(self._workspace)["responsible"]
        return list(dict.fromkeys([*approaching_people(self._workspace), *responsible]))

    def save(self, approach: Approach) -> Recorded:
        """Save an attempt; where it is the latest and its outcome is news, the partner's stage follows.

        Raises ``InvalidInput`` with a message for each wrong field and ``Problem`` when somebody else saved
        first; nothing is stored then.
        """
        approach = _tidy(approach)
        faults = check_approach(approach, date.today())
        if faults:
            raise InvalidInput(faults)
        label = _("Change attempt at {name}") if approach.version else _("Record attempt at {name}")
        try:
            partner = self._workspace.partners.get(approach.partner_id)
            with self._workspace.change(label.format(name=partner.name)):
                return self._store(approach, partner)
        except (Conflict, NotFound) as error:
            raise changed_elsewhere() from error

    def _store(self, approach: Approach, partner: Partner) -> Recorded:
        before = None if approach.id is None else self._workspace.approaches.get(approach.id)
        stored = self._workspace.approaches.save(approach)
        is_news = before is None or before.outcome is not stored.outcome
        stage = stage_after(partner.stage, stored.outcome) if is_news else partner.stage
        if stage is partner.stage or self.of_partner(partner.key, 1) != [stored]:
            return Recorded(stored, partner, moved=False)
        return Recorded(stored, self._workspace.partners.update(replace(partner, stage=stage)), moved=True)

    def delete(self, key: int) -> Approach:
        """Remove an attempt; the partner's stage stays."""
        try:
            approach = self._workspace.approaches.get(key)
            partner = self._workspace.partners.get(approach.partner_id)
            with self._workspace.change(_("Delete attempt at {name}").format(name=partner.name)):
                self._workspace.approaches.remove(approach)
        except NotFound as error:
            raise changed_elsewhere() from error
        return approach


def stage_after(stage: Stage, outcome: ApproachOutcome) -> Stage:
    """The stage of a firm after an attempt with this outcome; a partner of today or yesterday stays one."""
    if stage not in (Stage.PROSPECT, Stage.CONTACTED, Stage.NEGOTIATING, Stage.REFUSED):
        return stage
    if outcome is ApproachOutcome.REFUSED:
        return Stage.REFUSED
    if outcome is ApproachOutcome.AGREED:
        return Stage.NEGOTIATING
    talks_again = outcome in (ApproachOutcome.INTERESTED, ApproachOutcome.MEETING)
    if stage is Stage.PROSPECT or (stage is Stage.REFUSED and talks_again):
        return Stage.CONTACTED
    return stage


def check_approach(approach: Approach, today: date) -> dict[str, str]:
    """A message for each wrong field of an attempt, by its key."""
    faults = {}
    if approach.happened_on > today:
        # It would count as the last contact, and hide for how long there was none.
        faults["happened_on"] = _("This day is still to come. Enter the day of the attempt itself.")
    if approach.outcome is ApproachOutcome.REFUSED and approach.refusal_reason is None:
        faults["refusal_reason"] = _("Choose why they refused; it helps when you try again.")
    if approach.retry_on is not None and approach.retry_on < approach.happened_on:
        faults["retry_on"] = _("This day lies before the attempt. Choose a later one.")
    return faults


def _tidy(approach: Approach) -> Approach:
    refused = approach.outcome is ApproachOutcome.REFUSED
    return replace(
        approach,
        who=approach.who.strip(),
        note=approach.note.strip(),
        refusal_reason=approach.refusal_reason if refused else None,
    )
