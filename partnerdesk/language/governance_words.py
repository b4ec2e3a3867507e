"""What a partnership's governance lacks, and what to do about it, in the language of the screen."""

from partnerdesk.domain.governance import GovernanceWarning
from partnerdesk.domain.partnership_type import GovernanceDepth
from partnerdesk.language.interface import _


def governance_advice(warning: GovernanceWarning, depth: GovernanceDepth) -> str:
    """What is missing and how to mend it, in two short sentences; weightier where more is at stake."""
    if depth is GovernanceDepth.FULL and warning in (weighty := _weighty()):
        return weighty[warning]
    return {
        GovernanceWarning.FUNCTIONS_NOT_SPLIT: _(
            "The functions are not split. Write down what each side sees to, so that neither waits for "
            "the other."
        ),
        GovernanceWarning.NO_LEADER: _(
            "Nobody has the last word yet. Choose one side while you still agree easily."
        ),
        GovernanceWarning.ALL_EQUAL: _(
            "Equal power seldom works. It is better if one side has the last word and the responsibility "
            "for it."
        ),
        GovernanceWarning.NO_DECISION_RULE: _(
            "There is no rule for decisions. Say who may decide what alone, and what you decide together."
        ),
        GovernanceWarning.NO_DISPUTE_RULE: _(
            "There is no rule for disputes. One sentence now saves reproaches later."
        ),
        GovernanceWarning.NO_REVIEW: _(
            "You have not agreed to look at the results together. Choose how often, so that nobody forgets."
        ),
        GovernanceWarning.NO_EXIT_RULE: _(
            "Nobody knows how to part. Agree on the notice, and on what becomes of money, goods and clients."
        ),
    }[warning]


def _weighty() -> dict[GovernanceWarning, str]:
    return {
        GovernanceWarning.FUNCTIONS_NOT_SPLIT: _(
            "The functions are not split. Write down what each side sees to: otherwise every change turns "
            "into a fight over the interesting and the profitable ones."
        ),
        GovernanceWarning.NO_LEADER: _(
            "Nobody has the last word yet. Settle it before you start: with this much at stake, "
            "a quarrel without a leader stops everything."
        ),
        GovernanceWarning.ALL_EQUAL: _(
            "Equal power blocks a joint undertaking at its first serious quarrel. Give one side the last "
            "word and the responsibility, and pay more for it if need be."
        ),
        GovernanceWarning.NO_DISPUTE_RULE: _(
            "There is no rule for disputes. Write one down before you start, and have a lawyer read it: "
            "a deadlock can cost you the whole undertaking."
        ),
    }
