"""How asking went, counted from attempts and states."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.funnel import Reached, funnel
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership, RefusalReason, State
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.services.results import Period

TODAY = date.today()


def attempt(outcome: ApproachOutcome, reason: RefusalReason | None = None, **values: object) -> Approach:
    given = {"partner_id": 1, "happened_on": TODAY} | values
    return Approach(channel=ApproachChannel.PHONE, outcome=outcome, refusal_reason=reason, **given)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([State.IDEA], (0, 0, 0, None)),
        ([State.PROPOSED], (1, 0, 0, None)),
        ([State.PROPOSED, State.AGREED, State.RUNNING], (1, 1, 0, 1.0)),
        ([State.AGREED], (1, 1, 0, 1.0)),
        ([State.NEGOTIATING, State.REFUSED], (1, 0, 1, 0.0)),
        ([State.PAUSED, State.ENDED], (0, 0, 0, None)),
    ],
)
def test_a_partnership_counts_once_in_each_column(
    states: list[State], expected: tuple[int, int, int, float | None]
) -> None:
    step = funnel([], [Reached(1, "barter", state) for state in states]).total
    assert (step.proposals, step.agreements, step.refusals, step.acceptance) == expected


def test_reasons_come_from_attempts_and_from_partnerships() -> None:
    found = funnel(
        [
            attempt(ApproachOutcome.REFUSED, RefusalReason.NO_TIME),
            attempt(ApproachOutcome.INTERESTED),
            attempt(ApproachOutcome.REFUSED, RefusalReason.DISTRUST),
        ],
        [
            Reached(1, "barter", State.REFUSED, RefusalReason.NO_TIME),
            Reached(2, "card_swap", State.AGREED),
            Reached(3, "card_swap", State.PROPOSED),
        ],
    )
    assert (found.attempts, found.refused_attempts) == (3, 2)
    assert found.reasons == {RefusalReason.NO_TIME: 2, RefusalReason.DISTRUST: 1}
    assert found.total.acceptance == 0.5
    assert found.by_type["card_swap"].proposals == 2
    assert found.by_type["barter"].acceptance == 0.0


def test_the_workspace_tells_what_fell_into_the_period(desk: Desk) -> None:
    partner = desk.directory.save(PartnerFile(Partner(name="Firma"), ())).partner
    with desk.workspace.change("Attempts"):
        for days in (0, 10, 400):
            day = TODAY - timedelta(days=days)
            desk.workspace.approaches.insert(
                attempt(ApproachOutcome.NO_ANSWER, partner_id=partner.key, happened_on=day)
            )
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    partnership = Partnership(partner_id=partner.key, type_key="card_swap", terms=terms, state=State.PROPOSED)
    stored = desk.partnerships.save(Agreement(partnership, ())).partnership
    desk.partnerships.save(Agreement(replace(stored, state=State.AGREED), ()))
    year = Period(TODAY - timedelta(days=30), TODAY)
    found = desk.results.funnel(year)
    assert (found.attempts, found.total.proposals, found.total.agreements) == (2, 1, 1)
    before = desk.results.funnel(Period(TODAY - timedelta(days=500), TODAY - timedelta(days=300)))
    assert (before.attempts, before.total.proposals) == (1, 0)
    desk.directory.delete([partner.key])
    assert desk.results.funnel(year).attempts == 0
