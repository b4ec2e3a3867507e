"""Names of the domain's values in the language of the screen."""

from partnerdesk.domain.approach import ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import ChannelKind, Gender, HistoryKind, LegalForm, Stage
from partnerdesk.domain.partnership import (
    Direction,
    LastWord,
    Measure,
    ObligationStatus,
    RefusalReason,
    ReviewRhythm,
    State,
)
from partnerdesk.domain.partnership_type import Asset, Effort, Side
from partnerdesk.domain.recurrence import Recurrence
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


def recurrence_label(recurrence: Recurrence | None) -> str:
    """How often a promise comes again."""
    if recurrence is None:
        return pgettext("promise", "Once")
    return {
        Recurrence.WEEKLY: _("Every week"),
        Recurrence.MONTHLY: _("Every month"),
        Recurrence.QUARTERLY: _("Every quarter"),
        Recurrence.HALF_YEARLY: _("Every half-year"),
        Recurrence.YEARLY: _("Every year"),
    }[recurrence]


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


def legal_form_label(form: LegalForm) -> str:
    """In which form a firm does business."""
    return {
        LegalForm.SOLE_TRADER: _("Sole trader (JDG)"),
        LegalForm.CIVIL_PARTNERSHIP: _("Civil-law partnership (s.c.)"),
        LegalForm.GENERAL_PARTNERSHIP: _("General partnership (sp.j.)"),
        LegalForm.PROFESSIONAL_PARTNERSHIP: _("Professional partnership (sp.p.)"),
        LegalForm.LIMITED_PARTNERSHIP: _("Limited partnership (sp.k.)"),
        LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP: _("Partnership limited by shares (S.K.A.)"),
        LegalForm.LIMITED_COMPANY: _("Limited liability company (sp. z o.o.)"),
        LegalForm.SIMPLE_JOINT_STOCK_COMPANY: _("Simple joint-stock company (P.S.A.)"),
        LegalForm.JOINT_STOCK_COMPANY: _("Joint-stock company (S.A.)"),
        LegalForm.COOPERATIVE: _("Cooperative"),
        LegalForm.FOUNDATION: _("Foundation"),
        LegalForm.ASSOCIATION: _("Association"),
        LegalForm.PUBLIC_BODY: _("Public institution"),
        LegalForm.CHURCH: _("Church institution"),
        LegalForm.FOREIGN: _("Foreign firm"),
        LegalForm.OTHER: _("Another form"),
    }[form]


def asset_label(asset: Asset) -> str:
    """What a firm can bring into a partnership."""
    return {
        Asset.PREMISES: _("Premises with traffic"),
        Asset.CLIENT_LIST: _("A list of clients"),
        Asset.NEWSLETTER: _("A newsletter"),
        Asset.EVENTS: _("Events"),
        Asset.CATALOGUE: _("A catalogue"),
        Asset.ONLINE_SHOP: _("An online shop"),
        Asset.SURPLUS: _("Surplus resources"),
        Asset.GIFTS: _("Gifts and vouchers"),
        Asset.EXPERTISE: _("Expert knowledge"),
        Asset.CAPITAL: _("Capital"),
    }[asset]


def channel_label(kind: ChannelKind) -> str:
    """A way by which a firm can be reached."""
    return {
        ChannelKind.PHONE: _("Phone"),
        ChannelKind.EMAIL: _("E-mail"),
        ChannelKind.WEBSITE: _("Website"),
    }[kind]


def history_kind_label(kind: HistoryKind) -> str:
    """What happened with a partner."""
    return {
        HistoryKind.NOTE: _("Note"),
        HistoryKind.CALL: _("Call"),
        HistoryKind.MEETING: _("Meeting"),
        HistoryKind.EMAIL: _("E-mail"),
        HistoryKind.LETTER: _("Letter"),
        HistoryKind.PARTNERSHIP: _("Partnership"),
        HistoryKind.MERGE: _("Merge"),
    }[kind]


def approach_channel_label(channel: ApproachChannel) -> str:
    """How a firm was approached."""
    return {
        ApproachChannel.PHONE: _("Phone call"),
        ApproachChannel.EMAIL: _("E-mail"),
        ApproachChannel.LETTER: _("Letter"),
        ApproachChannel.VISIT: _("Visit"),
        ApproachChannel.EVENT: _("At an event"),
        ApproachChannel.MESSAGE: _("Message"),
        ApproachChannel.INTRODUCTION: _("Introduced by somebody"),
        ApproachChannel.OTHER: _("Another way"),
    }[channel]


def approach_outcome_label(outcome: ApproachOutcome) -> str:
    """What came of an attempt."""
    return {
        ApproachOutcome.NO_ANSWER: _("No answer"),
        ApproachOutcome.LATER: _("Asked to come back later"),
        ApproachOutcome.INTERESTED: _("Interested"),
        ApproachOutcome.MEETING: _("Meeting arranged"),
        ApproachOutcome.AGREED: _("Agreed"),
        ApproachOutcome.REFUSED: _("Refused"),
    }[outcome]
