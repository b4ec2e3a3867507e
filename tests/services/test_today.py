"""What needs attention on a day."""

from datetime import date, timedelta

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, Partnership, RefusalReason, State
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.services.today import Urgency

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
