"""What a partnership's governance still lacks; it advises and never forbids."""

from enum import StrEnum

from partnerdesk.domain.partnership import LastWord, Partnership
from partnerdesk.domain.partnership_type import GovernanceDepth


class GovernanceWarning(StrEnum):
    """Something about running a partnership that is worth settling (second article of the source)."""

    FUNCTIONS_NOT_SPLIT = "functions_not_split"
    NO_LEADER = "no_leader"
    ALL_EQUAL = "all_equal"
    NO_DECISION_RULE = "no_decision_rule"
    NO_DISPUTE_RULE = "no_dispute_rule"
    NO_REVIEW = "no_review"
    NO_EXIT_RULE = "no_exit_rule"


_LIGHT = frozenset({GovernanceWarning.NO_LEADER, GovernanceWarning.NO_REVIEW})
_STANDARD = _LIGHT | {
    GovernanceWarning.FUNCTIONS_NOT_SPLIT,
    GovernanceWarning.ALL_EQUAL,
    GovernanceWarning.NO_DISPUTE_RULE,
}
_WATCHED = {
    GovernanceDepth.LIGHT: _LIGHT,
    GovernanceDepth.STANDARD: _STANDARD,
    GovernanceDepth.FULL: frozenset(GovernanceWarning),
}


def governance_warnings(partnership: Partnership, depth: GovernanceDepth) -> tuple[GovernanceWarning, ...]:
    """What is open of all that a partnership of this depth needs, in the order in which it is entered."""
    open_points = {
        GovernanceWarning.FUNCTIONS_NOT_SPLIT: not _are_split(partnership),
        GovernanceWarning.NO_LEADER: partnership.last_word is None,
        GovernanceWarning.ALL_EQUAL: partnership.last_word is LastWord.BOTH,
        GovernanceWarning.NO_DECISION_RULE: not partnership.decision_rule.strip(),
        GovernanceWarning.NO_DISPUTE_RULE: not partnership.dispute_rule.strip(),
        GovernanceWarning.NO_REVIEW: partnership.review_rhythm is None,
        GovernanceWarning.NO_EXIT_RULE: not partnership.exit_rule.strip(),
    }
    watched = _WATCHED[depth]
    return tuple(warning for warning, is_open in open_points.items() if is_open and warning in watched)


def _are_split(partnership: Partnership) -> bool:
    """Whether each side has functions, and not the very same ones."""
    ours, theirs = (
        " ".join(text.split()).casefold() for text in (partnership.our_functions, partnership.their_functions)
    )
    return bool(ours and theirs) and ours != theirs
