"""Names of the domain's values in the language of the screen."""

from partnerdesk.domain.partner import Gender, Stage
from partnerdesk.domain.partnership import (
    Direction,
    LastWord,
    Measure,
    ObligationStatus,
    RefusalReason,
    ReviewRhythm,
    State,
)
from partnerdesk.domain.partnership_type import Effort, Side
from partnerdesk.language.interface import _, pgettext


def stage_label(stage: Stage) -> str:
    """How far we have come with a firm."""
    return {
        Stage.PROSPECT: _("Prospect"),
        Stage.CONTACTED: _("Contacted"),
        Stage.NEGOTIATING: _("Negotiating"),
        Stage.PARTNER: _("Partner"),
        Stage.PAUSED: _("Paused"),
        Stage.REFUSED: _("Refused"),
        Stage.FORMER: _("Former partner"),
    }[stage]


def state_label(state: State) -> str:
    """Where a partnership stands."""
    return {
        State.IDEA: pgettext("partnership", "Idea"),
        State.PROPOSED: pgettext("partnership", "Proposed"),
        State.NEGOTIATING: pgettext("partnership", "In talks"),
        State.AGREED: pgettext("partnership", "Agreed"),
        State.RUNNING: pgettext("partnership", "Running"),
        State.PAUSED: pgettext("partnership", "Paused"),
        State.ENDED: pgettext("partnership", "Ended"),
        State.REFUSED: pgettext("partnership", "Refused"),
    }[state]


def gender_label(gender: Gender | None) -> str:
    """The form by which a person is addressed."""
    if gender is None:
        return _("Not known")
    return {Gender.M: _("Mr (Pan)"), Gender.F: _("Ms (Pani)")}[gender]


def refusal_label(reason: RefusalReason) -> str:
    """Why a firm said no."""
    return {
        RefusalReason.DISTRUST: _("Distrust"),
        RefusalReason.NO_TIME: _("No time to talk"),
        RefusalReason.LAZINESS: _("Not motivated"),
        RefusalReason.NO_INTEREST: _("No interest"),
        RefusalReason.TERMS: _("The terms do not suit them"),
        RefusalReason.OTHER: _("Another reason"),
    }[reason]


def last_word_label(last_word: LastWord) -> str:
    """Who decides when both sides disagree."""
    return {
        LastWord.US: _("Our firm"),
        LastWord.THEM: _("The partner"),
        LastWord.BOTH: _("Both together"),
    }[last_word]


def rhythm_label(rhythm: ReviewRhythm) -> str:
    """How often both sides review."""
    return {
        ReviewRhythm.MONTHLY: _("Every month"),
        ReviewRhythm.QUARTERLY: _("Every quarter"),
        ReviewRhythm.HALF_YEARLY: _("Every half-year"),
        ReviewRhythm.YEARLY: _("Every year"),
    }[rhythm]


def effort_label(effort: Effort) -> str:
    """How much work a type takes."""
    return {
        Effort.LOW: _("Little effort"),
        Effort.MEDIUM: _("Some effort"),
        Effort.HIGH: _("A lot of effort"),
    }[effort]


def side_label(side: Side) -> str:
    """Who promises."""
    return {Side.OURS: _("We promise"), Side.THEIRS: _("They promise"), Side.BOTH: _("Both promise")}[side]


def status_label(status: ObligationStatus) -> str:
    """What became of a promise."""
    return {
        ObligationStatus.OPEN: pgettext("promise", "Open"),
        ObligationStatus.KEPT: pgettext("promise", "Kept"),
        ObligationStatus.LATE: pgettext("promise", "Kept late"),
        ObligationStatus.BROKEN: pgettext("promise", "Broken"),
        ObligationStatus.WAIVED: pgettext("promise", "Waived"),
    }[status]


def measure_label(measure: Measure) -> str:
    """What a result is counted in."""
    return {
        Measure.NEW_CLIENTS: _("New clients"),
        Measure.REVENUE: _("Revenue"),
        Measure.SAVINGS: _("Savings"),
    }[measure]


def direction_label(direction: Direction) -> str:
    """Who had the result."""
    return {Direction.RECEIVED: _("Received"), Direction.GIVEN: _("Given")}[direction]
