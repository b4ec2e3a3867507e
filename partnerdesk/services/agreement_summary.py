"""A partnership in words: what the last page of the wizard and the detail pane show."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, State
from partnerdesk.domain.partnership_type import PartnershipType, Side
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import (
    last_word_label,
    recurrence_label,
    refusal_label,
    rhythm_label,
    side_label,
    state_label,
    status_label,
)
from partnerdesk.services.field_values import value_text
from partnerdesk.services.partnerships import Agreement


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """A heading and its lines: pairs of a name ("" for none) and a text."""

    heading: str
    lines: tuple[tuple[str, str], ...]


def summarise(agreement: Agreement, partner: Partner, kind: PartnershipType) -> tuple[SummaryPart, ...]:
    """The whole agreement in the language of the screen; parts and lines without content are left out."""
    parts = (
        SummaryPart(_("Partnership"), _basics(agreement, partner, kind)),
        SummaryPart(
            _("Terms"),
            tuple(
                (
                    field.label,
                    value_text(field, agreement.partnership.terms.get(field.key), screen_language()),
                )
                for field in kind.terms
            ),
        ),
        *(
            SummaryPart(side_label(side), _promises(agreement.obligations, side))
            for side in (Side.OURS, Side.THEIRS)
        ),
        SummaryPart(_("How we run it"), _governance(agreement)),
    )
    filled = (SummaryPart(part.heading, tuple(line for line in part.lines if line[1])) for part in parts)
    return tuple(part for part in filled if part.lines)


def _basics(agreement: Agreement, partner: Partner, kind: PartnershipType) -> tuple[tuple[str, str], ...]:
    partnership = agreement.partnership
    language = screen_language()
    refused = partnership.state is State.REFUSED
    reason = partnership.refusal_reason
    return (
        (_("Partner"), partner.name),
        (_("Type"), kind.title),
        (_("Name"), partnership.name),
        (_("State"), state_label(partnership.state)),
        (_("First day"), short_date(partnership.starts_on, language) if partnership.starts_on else ""),
        (_("Last day"), short_date(partnership.ends_on, language) if partnership.ends_on else ""),
        (_("Why they refused"), refusal_label(reason) if refused and reason else ""),
        (_("What they said"), partnership.refusal_note if refused else ""),
        (
            _("Ask again on"),
            short_date(partnership.retry_on, language) if refused and partnership.retry_on else "",
        ),
    )


def _promises(obligations: Sequence[Obligation], side: Side) -> tuple[tuple[str, str], ...]:
    return tuple(("", promise_line(obligation)) for obligation in obligations if obligation.side is side)


def promise_line(obligation: Obligation) -> str:
    """A promise with its date, person and, once it is no longer open, what became of it."""
    parts = [obligation.text]
    if obligation.due_on is not None:
        parts.append(_("by {day}").format(day=short_date(obligation.due_on, screen_language())))
    if obligation.recurrence is not None:
        parts.append(recurrence_label(obligation.recurrence))
    if obligation.responsible:
        parts.append(obligation.responsible)
    line = " · ".join(parts)
    if obligation.settled_on:
        line = f"{line} ({status_label(obligation.status)})"
    return f"{line}\n{obligation.evidence}" if obligation.evidence else line


def _governance(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    partnership = agreement.partnership
    return (
        (_("Our part"), partnership.our_functions),
        (_("Their part"), partnership.their_functions),
        (_("Last word"), last_word_label(partnership.last_word) if partnership.last_word else ""),
        (_("How we decide"), partnership.decision_rule),
        (_("If we disagree"), partnership.dispute_rule),
        (_("Review"), rhythm_label(partnership.review_rhythm) if partnership.review_rhythm else ""),
        (_("How we part"), partnership.exit_rule),
    )
