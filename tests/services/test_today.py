"""What needs attention on a day."""

from datetime import date, timedelta

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, Partnership, RefusalReason, State
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.services.today import Urgency
from partnerdesk.storage.partner_life import latest_attempt_days

TODAY = date(2026, 11, 23)


def add(desk: Desk, partner: str, state: State, *due: date | None, **more: object) -> int:
    """A partnership with a promise for each of the days; returns its key."""
    firm = desk.directory.save(PartnerFile(Partner(name=partner), ())).partner
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    partnership = Partnership(partner_id=firm.key, type_key="card_swap", state=state, terms=terms, **more)
    promises = tuple(Obligation(side=Side.THEIRS, text=f"by {day}", due_on=day) for day in due)
    return desk.partnerships.save(Agreement(partnership, promises)).partnership.key


def test_tasks_come_most_urgent_first_each_with_its_partner(desk: Desk) -> None:
    week = timedelta(days=7)
    add(desk, "Proposed", State.PROPOSED, TODAY)
    add(desk, "Refused", State.REFUSED, refusal_reason=RefusalReason.NO_TIME, retry_on=TODAY)
    add(desk, "Later", State.REFUSED, refusal_reason=RefusalReason.NO_TIME, retry_on=TODAY + week)
    add(desk, "Running", State.RUNNING, TODAY + week, TODAY + 2 * week, None, TODAY - week)
    add(desk, "Agreed", State.AGREED, TODAY - 2 * week, TODAY)
    found = [(task.urgency, task.partner.name, task.day) for task in desk.today.tasks(TODAY)]
    assert found == [
        (Urgency.OVERDUE, "Agreed", TODAY - 2 * week),
        (Urgency.OVERDUE, "Running", TODAY - week),
        (Urgency.DUE_SOON, "Agreed", TODAY),
        (Urgency.DUE_SOON, "Running", TODAY + week),
        (Urgency.RETRY, "Refused", TODAY),
        (Urgency.PROPOSED, "Proposed", None),
    ]


def test_what_lies_in_the_bin_needs_no_attention(desk: Desk) -> None:
    key = add(desk, "Running", State.RUNNING, TODAY)
    add(desk, "Proposed", State.PROPOSED)
    desk.partnerships.delete(key)
    proposed = next(partner for partner in desk.directory.all() if partner.name == "Proposed")
    desk.directory.delete([proposed.key])
    assert desk.today.tasks(TODAY) == []


def test_open_promises_are_counted_for_each_partnership(desk: Desk) -> None:
    two = add(desk, "Alfa", State.RUNNING, TODAY, None)
    add(desk, "Beta", State.RUNNING)
    assert desk.partnerships.open_promises() == {two: 2}


def attempt(desk: Desk, partner: int, day: date, retry_on: date | None) -> None:
    desk.approaches.save(
        Approach(
            partner_id=partner,
            happened_on=day,
            channel=ApproachChannel.VISIT,
            outcome=ApproachOutcome.LATER,
            retry_on=retry_on,
        )
    )


def test_firms_to_ask_again_after_an_attempt_stand_beside_refused_partnerships(desk: Desk) -> None:
    week = timedelta(days=7)
    refused = {"refusal_reason": RefusalReason.NO_TIME}
    add(desk, "Refused", State.REFUSED, **refused, retry_on=TODAY - week)
    for name, retry_on in (("Due", TODAY), ("Later", TODAY + week), ("Never", None)):
        firm = desk.directory.save(PartnerFile(Partner(name=name), ())).partner
        attempt(desk, firm.key, TODAY - week, retry_on)
    found = [(task.partner.name, task.day, task.partnership is None) for task in desk.today.tasks(TODAY)]
    assert found == [("Refused", TODAY - week, False), ("Due", TODAY, True)]
    due = desk.today.tasks(TODAY)[1]
    assert due.urgency is Urgency.RETRY
    assert due.approach is not None
    assert due.approach.channel is ApproachChannel.VISIT


def test_one_firm_is_to_be_asked_once_however_often_it_refused(desk: Desk) -> None:
    week = timedelta(days=7)
    key = add(desk, "Alfa", State.REFUSED, refusal_reason=RefusalReason.TERMS, retry_on=TODAY)
    partner = desk.partnerships.agreement(key).partnership.partner_id
    attempt(desk, partner, TODAY - 2 * week, TODAY - week)
    tasks = desk.today.tasks(TODAY)
    assert [(task.day, task.partnership is not None, task.approach is not None) for task in tasks] == [
        (TODAY - week, True, True)
    ]


def test_a_new_attempt_settles_both_a_refused_partnership_and_the_attempt_before(desk: Desk) -> None:
    week = timedelta(days=7)
    key = add(desk, "Alfa", State.REFUSED, refusal_reason=RefusalReason.TERMS, retry_on=TODAY - week)
    partner = desk.partnerships.agreement(key).partnership.partner_id
    attempt(desk, partner, TODAY - 2 * week, TODAY - week)
    attempt(desk, partner, TODAY, TODAY + week)
    assert desk.today.tasks(TODAY) == []
    assert [task.day for task in desk.today.tasks(TODAY + week)] == [TODAY + week]


def test_the_latest_attempts_of_any_number_of_firms_are_read_at_once(desk: Desk) -> None:
    key = add(desk, "Alfa", State.AGREED)
    partner = desk.partnerships.agreement(key).partnership.partner_id
    attempt(desk, partner, TODAY - timedelta(days=7), None)
    attempt(desk, partner, TODAY, None)
    # SQLite takes 250,000 values in a statement at most, many builds far fewer.
    assert latest_attempt_days(desk.workspace, range(300_000)) == {partner: TODAY}
