"""All that happened with a partner."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import HistoryKind, Partner
from partnerdesk.domain.partnership import Obligation, ObligationStatus, Partnership, RefusalReason, State
from partnerdesk.domain.partnership_type import Side
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partnerships import Agreement
from partnerdesk.services.problems import InvalidInput
from partnerdesk.services.timeline import TimelineKind

TODAY = date.today()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def partner(desk: Desk) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name="Alfa"), ())).partner


def promise(desk: Desk, partner: Partner, side: Side, text: str) -> Obligation:
    terms = {field.key: "7" for field in desk.catalogue.types["card_swap"].terms if field.required}
    agreed = Partnership(partner_id=partner.key, type_key="card_swap", state=State.RUNNING, terms=terms)
    promises = (Obligation(side=side, text=text, due_on=ago(1), responsible="Anna"),)
    return desk.partnerships.save(Agreement(agreed, promises)).obligations[0]


def test_everything_stands_in_one_list_newest_first(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    desk.approaches.save(
        Approach(
            partner_id=partner.key,
            happened_on=ago(80),
            channel=ApproachChannel.PHONE,
            who="Łucja",
            outcome=ApproachOutcome.REFUSED,
            refusal_reason=RefusalReason.NO_TIME,
            retry_on=ago(20),
            note="proszą o spokój",
        )
    )
    desk.history.add(partner.key, "Rozmowa o targach", HistoryKind.CALL, ago(60))
    kept = promise(desk, partner, Side.THEIRS, "Ulotki w kasie")
    desk.partnerships.settle(kept.key, ObligationStatus.KEPT, ago(3))
    desk.history.add(partner.key, "Notatka")
    path = tmp_path / "oferta.pdf"
    path.write_bytes(bytes(2_000))
    desk.attachments.add(partner.key, path)
    items = desk.timeline.of_partner(partner.key)
    assert [(item.kind, item.text) for item in items] == [
        (TimelineKind.FILE, "File added: oferta.pdf"),
        (TimelineKind.NOTE, "Notatka"),
        (TimelineKind.PARTNERSHIP, "Partnership “Business card swap”: Running"),
        (TimelineKind.PROMISE, "Promise kept: Ulotki w kasie"),
        (TimelineKind.CALL, "Rozmowa o targach"),
        (TimelineKind.APPROACH, "Phone call: Refused – No time to talk"),
    ]
    assert [item.day for item in items[3:]] == [ago(3), ago(60), ago(80)]
    assert items[3].detail == "They promised · Business card swap · Anna"
    assert items[5].detail == f"Łucja · Ask again on {ago(20):%d/%m/%Y}\nproszą o spokój"


@pytest.mark.parametrize(
    ("status", "day", "text"),
    [
        (ObligationStatus.KEPT, ago(0), "Promise kept late: x"),
        (ObligationStatus.BROKEN, ago(0), "Promise broken: x"),
        (ObligationStatus.WAIVED, ago(0), "Promise waived: x"),
    ],
)
def test_promises_say_what_became_of_them(
    desk: Desk, partner: Partner, status: ObligationStatus, day: date, text: str
) -> None:
    desk.partnerships.settle(promise(desk, partner, Side.OURS, "x").key, status, day)
    items = desk.timeline.of_partner(partner.key, {TimelineKind.PROMISE})
    assert [item.text for item in items] == [text]
    assert items[0].detail.startswith("We promised")


def test_an_open_promise_and_one_of_a_deleted_partnership_are_not_told(desk: Desk, partner: Partner) -> None:
    promise(desk, partner, Side.OURS, "open")
    gone = promise(desk, partner, Side.OURS, "gone")
    desk.partnerships.settle(gone.key, ObligationStatus.BROKEN, ago(0))
    desk.partnerships.delete(gone.partnership_id)
    assert desk.timeline.of_partner(partner.key, {TimelineKind.PROMISE}) == []


def test_a_long_list_is_cut_at_its_newest_entries_and_narrowed_by_kind(desk: Desk, partner: Partner) -> None:
    with desk.workspace.change("many"):
        for number in range(120):
            kind = HistoryKind.CALL if number % 2 else HistoryKind.NOTE
            desk.history.add(partner.key, f"nr {number}", kind, ago(number))
    items = desk.timeline.of_partner(partner.key, limit=50)
    assert [item.text for item in items] == [f"nr {number}" for number in range(50)]
    calls = desk.timeline.of_partner(partner.key, {TimelineKind.CALL}, 3)
    assert [item.text for item in calls] == ["nr 1", "nr 3", "nr 5"]
    assert desk.timeline.of_partner(partner.key, set()) == []


def test_what_was_written_by_hand_is_corrected_and_removed(desk: Desk, partner: Partner) -> None:
    entry = desk.history.add(partner.key, "Notatka")
    changed = desk.history.change(entry, " Spotkanie\nw kawiarni ", HistoryKind.MEETING, ago(2))
    item = desk.timeline.of_partner(partner.key)[0]
    assert (item.kind, item.text, item.day) == (TimelineKind.MEETING, "Spotkanie\nw kawiarni", ago(2))
    assert item.is_written
    assert desk.directory.last_contact(partner.key) == ago(2)
    with pytest.raises(InvalidInput, match="what it was about"):
        desk.history.change(changed, " ", HistoryKind.CALL, ago(2))
    desk.history.remove(changed)
    assert desk.timeline.of_partner(partner.key) == []
    desk.undo.undo()
    assert len(desk.timeline.of_partner(partner.key)) == 1


def test_what_the_program_noted_cannot_be_changed(desk: Desk, partner: Partner) -> None:
    promise(desk, partner, Side.OURS, "x")
    entry = desk.directory.history(partner.key)[0]
    with pytest.raises(ValueError, match="not written by hand"):
        desk.history.change(entry, "x", HistoryKind.NOTE, TODAY)
    with pytest.raises(ValueError, match="not written by hand"):
        desk.history.remove(entry)
