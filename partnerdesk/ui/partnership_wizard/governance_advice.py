"""What a partnership's governance still lacks, in words; it advises and never forbids."""

from partnerdesk.domain.partnership import LastWord
from partnerdesk.language.interface import _

#: The type that needs its governance most (first article of the source, option 17).
_JOINT_BUSINESS = "joint_business"


def governance_warnings(type_key: str, last_word: LastWord | None, dispute_rule: str) -> tuple[str, ...]:
    """What is worth settling: a last word for one side, and a rule for disputes (second article)."""
    joint = type_key == _JOINT_BUSINESS
    warnings = []
    if last_word is None:
        warnings.append(_nobody_decides(joint))
    elif last_word is LastWord.BOTH:
        warnings.append(_both_decide(joint))
    if not dispute_rule.strip():
        warnings.append(_no_dispute_rule(joint))
    return tuple(warnings)


def _nobody_decides(joint: bool) -> str:
    if joint:
        return _(
            "Nobody has the last word yet. Do not found a business together before you have settled it: "
            "later, every change turns into a fight."
        )
    return _("Nobody has the last word yet. Choose one side while you still agree easily.")


def _both_decide(joint: bool) -> str:
    if joint:
        return _(
            "Equal power blocks a joint business at its first serious quarrel. Give one founder the last "
            "word and the responsibility, and pay more for it if need be."
        )
    return _(
        "Equal power seldom works. It is better if one side has the last word and the responsibility for it."
    )


def _no_dispute_rule(joint: bool) -> str:
    if joint:
        return _(
            "There is no rule for disputes. Write one down before you found a business, and have a lawyer "
            "read it: a deadlock can cost you the business."
        )
    return _("There is no rule for disputes. One sentence now saves reproaches later.")
