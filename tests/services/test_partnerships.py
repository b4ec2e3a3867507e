"""Partnerships, their promises and their results through the services."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import (
    Direction,
    Measure,
    ObligationStatus,
    Partnership,
    RefusalReason,
    Result,
    State,
)
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.agreement_summary import summarise
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.history_text import history_line
from partnerdesk.services.partnerships import Agreement, default_obligations
from partnerdesk.services.problems import InvalidInput
from partnerdesk.services.results import Period, last_months, last_year, this_year, total
from partnerdesk.services.today import Urgency

TODAY = date(2026, 11, 23)
TERMS = {"our_cards_place": "lada", "their_cards_place": "recepcja"}


@pytest.fixture
def partner(desk: Desk) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name="Dekora"), ())).partner


def agree(desk: Desk, partner: Partner, **values: object) -> Agreement:
    kind = desk.catalogue.types["card_swap"]
    terms = {field.key: "lada" if field.required else None for field in kind.terms}
    terms |= {field.key: 5 for field in kind.terms if field.kind == "integer"}
    first = TODAY - timedelta(days=10)
    given: dict[str, object] = {"state": State.AGREED, "starts_on": first, "terms": terms} | values
    partnership = Partnership(partner_id=partner.key, type_key="card_swap", **given)
    return desk.partnerships.save(Agreement(partnership, default_obligations(kind, first)))


def test_default_promises_bind_both_sides_and_count_from_the_first_day(desk: Desk) -> None:
    for kind in desk.catalogue.types.values():
        promises = default_obligations(kind, TODAY)
        assert {promise.side for promise in promises} == {Side.OURS, Side.THEIRS}, kind.key
        assert all(promise.due_on >= TODAY for promise in promises)


def test_a_partnership_comes_back_with_terms_and_promises(desk: Desk, partner: Partner) -> None:
    stored = agree(desk, partner)
    assert desk.partnerships.agreement(stored.partnership.key) == stored
    assert history_line(desk.directory.history(partner.key)[0]).endswith(": Agreed")


def test_a_missing_term_is_named(desk: Desk, partner: Partner) -> None:
    with pytest.raises(InvalidInput) as error:
        agree(desk, partner, terms={})
    assert all(key.startswith("terms.") for key in error.value.faults)


def test_a_refusal_needs_a_reason_and_keeps_it(desk: Desk, partner: Partner) -> None:
    with pytest.raises(InvalidInput) as error:
        agree(desk, partner, state=State.REFUSED)
    assert list(error.value.faults) == ["refusal_reason"]
    refused = agree(
        desk,
        partner,
        state=State.REFUSED,
        refusal_reason=RefusalReason.NO_TIME,
        retry_on=TODAY,
        refusal_note=" Po świętach ",
    )
    assert refused.partnership.refusal_note == "Po świętach"
    assert [task.urgency for task in desk.today.tasks(TODAY)] == [Urgency.RETRY]
    again = desk.partnerships.save(
        replace(refused, partnership=replace(refused.partnership, state=State.PROPOSED))
    )
    assert again.partnership.refusal_reason is None


def test_a_promise_kept_after_its_day_counts_as_late_and_can_be_taken_back(
    desk: Desk, partner: Partner
) -> None:
    obligation = agree(desk, partner).obligations[0]
    assert obligation.due_on is not None
    day = obligation.due_on + timedelta(days=1)
    assert (
        desk.partnerships.settle(obligation.key, ObligationStatus.KEPT, day).status is ObligationStatus.LATE
    )
    desk.undo.undo()
    in_time = desk.partnerships.settle(obligation.key, ObligationStatus.KEPT, obligation.due_on)
    assert in_time.status is ObligationStatus.KEPT
    reopened = desk.partnerships.settle(obligation.key, ObligationStatus.OPEN, day)
    assert reopened.settled_on is None


def test_today_shows_overdue_until_settled_and_nothing_of_the_bin(desk: Desk, partner: Partner) -> None:
    stored = agree(desk, partner)
    late = TODAY + timedelta(days=365)
    overdue = [task for task in desk.today.tasks(late) if task.urgency is Urgency.OVERDUE]
    assert len(overdue) == len(stored.obligations)
    desk.partnerships.settle(stored.obligations[0].key, ObligationStatus.WAIVED, late)
    assert len(desk.today.tasks(late)) == len(stored.obligations) - 1
    desk.directory.delete([partner.key])
    assert desk.today.tasks(late) == []


def test_the_summary_says_everything_that_was_agreed(desk: Desk, partner: Partner) -> None:
    stored = agree(desk, partner, dispute_rule="Rozmowa, potem mediator")
    parts = {
        part.heading: part.lines for part in summarise(stored, partner, desk.catalogue.types["card_swap"])
    }
    assert ("Partner", "Dekora") in parts["Partnership"]
    assert ("If we disagree", "Rozmowa, potem mediator") in parts["How we run it"]
    assert len(parts["We promise"]) + len(parts["They promise"]) == len(stored.obligations)
    assert all(text for lines in parts.values() for _name, text in lines)


def test_results_add_up_over_any_period(desk: Desk, partner: Partner) -> None:
    key = agree(desk, partner).partnership.key
    for day, amount in ((date(2026, 1, 1), "0.10"), (date(2026, 1, 31), "0.20"), (date(2026, 2, 1), "99.99")):
        desk.results.add(
            Result(
                partnership_id=key,
                happened_on=day,
                measure=Measure.REVENUE,
                direction=Direction.RECEIVED,
                amount=Decimal(amount),
            )
        )
    january = desk.results.totals(Period(date(2026, 1, 1), date(2026, 1, 31)))
    assert total(january, Measure.REVENUE, Direction.RECEIVED) == Decimal("0.30")
    assert total(january, Measure.REVENUE, Direction.GIVEN) == 0
    with pytest.raises(InvalidInput, match="whole numbers"):
        desk.results.add(
            Result(
                partnership_id=key,
                happened_on=TODAY,
                measure=Measure.NEW_CLIENTS,
                direction=Direction.GIVEN,
                amount=Decimal("1.5"),
            )
        )


def test_periods_are_whole_months_and_years() -> None:
    assert last_months(12, TODAY) == Period(date(2025, 12, 1), TODAY)
    assert last_months(3, date(2026, 1, 31)) == Period(date(2025, 11, 1), date(2026, 1, 31))
    assert this_year(TODAY) == Period(date(2026, 1, 1), TODAY)
    assert last_year(TODAY) == Period(date(2025, 1, 1), date(2025, 12, 31))
