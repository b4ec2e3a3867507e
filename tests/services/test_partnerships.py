"""Partnerships, their promises and their results through the services."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import (
    Direction,
    Measure,
    Obligation,
    ObligationStatus,
    Partnership,
    RefusalReason,
    Result,
    State,
)
from partnerdesk.domain.partnership_type import Side
from partnerdesk.domain.recurrence import Recurrence
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


def recurring(desk: Desk, partner: Partner, **values: object) -> Agreement:
    promise = Obligation(
        side=Side.THEIRS, text="Rozliczyć miesiąc", due_on=date(2026, 1, 31), recurrence=Recurrence.MONTHLY
    )
    return desk.partnerships.save(replace(agree(desk, partner, **values), obligations=(promise,)))


def test_a_promise_that_comes_again_is_followed_by_its_next_day_once(desk: Desk, partner: Partner) -> None:
    stored = recurring(desk, partner, starts_on=date(2026, 1, 1))
    key = stored.partnership.key
    (first,) = stored.obligations
    assert first.first_due_on == date(2026, 1, 31)
    desk.partnerships.settle(first.key, ObligationStatus.KEPT, date(2026, 1, 30), "faktura 1/2026")
    (done, second) = desk.partnerships.obligations(key)
    assert (done.status, done.evidence) == (ObligationStatus.KEPT, "faktura 1/2026")
    assert (second.due_on, second.status) == (date(2026, 2, 28), ObligationStatus.OPEN)
    desk.partnerships.settle(first.key, ObligationStatus.OPEN, date(2026, 1, 30))
    desk.partnerships.settle(first.key, ObligationStatus.BROKEN, date(2026, 2, 1))
    assert len(desk.partnerships.obligations(key)) == 2
    desk.partnerships.settle(second.key, ObligationStatus.KEPT, date(2026, 3, 2))
    days = [(each.due_on, each.status) for each in desk.partnerships.obligations(key)]
    assert days[1:] == [
        (date(2026, 2, 28), ObligationStatus.LATE),
        (date(2026, 3, 31), ObligationStatus.OPEN),
    ]
    assert desk.undo.undo_label == "Settle promise “Rozliczyć miesiąc”"
    desk.undo.undo()
    assert len(desk.partnerships.obligations(key)) == 2


@pytest.mark.parametrize(
    "values", [{"ends_on": date(2026, 2, 27)}, {"state": State.ENDED}], ids=["last day", "ended"]
)
def test_nothing_comes_again_once_the_partnership_is_over(
    desk: Desk, partner: Partner, values: dict[str, object]
) -> None:
    stored = recurring(desk, partner, **{"starts_on": date(2026, 1, 1)} | values)
    desk.partnerships.settle(stored.obligations[0].key, ObligationStatus.KEPT, date(2026, 1, 30))
    assert len(desk.partnerships.obligations(stored.partnership.key)) == 1


def test_promises_on_the_first_and_last_days_there_are_can_be_saved_and_settled(
    desk: Desk, partner: Partner
) -> None:
    stored = recurring(desk, partner)
    (promise,) = stored.obligations
    for day in (date.min, date.max):
        stored = desk.partnerships.save(
            replace(stored, obligations=(replace(promise, due_on=day, first_due_on=day),))
        )
        (promise,) = stored.obligations
    desk.partnerships.settle(promise.key, ObligationStatus.KEPT, TODAY)
    assert len(desk.partnerships.obligations(stored.partnership.key)) == 1
    for kind in desk.catalogue.types.values():
        assert {each.due_on for each in default_obligations(kind, date.max)} == {date.max}


def test_a_promise_moved_off_its_days_counts_anew_from_there(desk: Desk, partner: Partner) -> None:
    stored = recurring(desk, partner)
    (first,) = stored.obligations
    later = replace(first, due_on=date(2026, 3, 31))
    (kept,) = desk.partnerships.save(replace(stored, obligations=(later,))).obligations
    assert kept.first_due_on == date(2026, 1, 31)
    off = replace(kept, due_on=date(2026, 4, 10))
    again = replace(desk.partnerships.agreement(stored.partnership.key), obligations=(off,))
    assert desk.partnerships.save(again).obligations[0].first_due_on == date(2026, 4, 10)


def test_a_promise_that_comes_again_needs_a_first_day(desk: Desk, partner: Partner) -> None:
    stored = recurring(desk, partner)
    promises = (replace(stored.obligations[0], due_on=None),)
    with pytest.raises(InvalidInput) as error:
        desk.partnerships.save(replace(stored, obligations=promises))
    assert list(error.value.faults) == ["obligation.0"]


def test_a_note_on_a_promise_is_kept_and_taken_back(desk: Desk, partner: Partner) -> None:
    promise = recurring(desk, partner).obligations[0]
    noted = desk.partnerships.note_evidence(promise.key, " e-mail z 3 lutego ")
    assert noted.evidence == "e-mail z 3 lutego"
    desk.undo.undo()
    assert desk.workspace.obligations.get(promise.key).evidence == ""
