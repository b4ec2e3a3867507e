"""Attempts to win a firm, and what they make of its stage."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.domain.partnership import RefusalReason
from partnerdesk.services.approaches import stage_after
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import InvalidInput, Problem

TODAY = date(2026, 11, 23)


def add(desk: Desk, stage: Stage = Stage.PROSPECT, name: str = "Alfa", **more: object) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name=name, stage=stage, **more), ())).partner


def attempt(partner: Partner, outcome: ApproachOutcome, day: date = TODAY, **more: object) -> Approach:
    if outcome is ApproachOutcome.REFUSED:
        more.setdefault("refusal_reason", RefusalReason.NO_TIME)
    return Approach(
        partner_id=partner.key, happened_on=day, channel=ApproachChannel.PHONE, outcome=outcome, **more
    )


@pytest.mark.parametrize(
    ("stage", "outcome", "after"),
    [
        (Stage.PROSPECT, ApproachOutcome.NO_ANSWER, Stage.CONTACTED),
        (Stage.PROSPECT, ApproachOutcome.LATER, Stage.CONTACTED),
        (Stage.PROSPECT, ApproachOutcome.REFUSED, Stage.REFUSED),
        (Stage.PROSPECT, ApproachOutcome.AGREED, Stage.NEGOTIATING),
        (Stage.CONTACTED, ApproachOutcome.NO_ANSWER, Stage.CONTACTED),
        (Stage.CONTACTED, ApproachOutcome.AGREED, Stage.NEGOTIATING),
        (Stage.NEGOTIATING, ApproachOutcome.INTERESTED, Stage.NEGOTIATING),
        (Stage.NEGOTIATING, ApproachOutcome.REFUSED, Stage.REFUSED),
        (Stage.REFUSED, ApproachOutcome.NO_ANSWER, Stage.REFUSED),
        (Stage.REFUSED, ApproachOutcome.MEETING, Stage.CONTACTED),
        (Stage.REFUSED, ApproachOutcome.AGREED, Stage.NEGOTIATING),
        (Stage.PARTNER, ApproachOutcome.REFUSED, Stage.PARTNER),
        (Stage.PAUSED, ApproachOutcome.AGREED, Stage.PAUSED),
        (Stage.FORMER, ApproachOutcome.REFUSED, Stage.FORMER),
    ],
)
def test_an_attempt_moves_a_firm_that_is_not_yet_a_partner(
    stage: Stage, outcome: ApproachOutcome, after: Stage
) -> None:
    assert stage_after(stage, outcome) is after


def test_saving_moves_the_partner_in_the_same_step_and_undo_takes_both_back(desk: Desk) -> None:
    partner = add(desk)
    recorded = desk.approaches.save(attempt(partner, ApproachOutcome.REFUSED, note=" nie teraz "))
    assert recorded.moved
    assert recorded.partner.stage is Stage.REFUSED
    assert recorded.approach.note == "nie teraz"
    assert desk.undo.undo_label == "Record attempt at Alfa"
    desk.undo.undo()
    assert desk.directory.partner(partner.key).stage is Stage.PROSPECT
    assert desk.approaches.of_partner(partner.key) == []


def test_an_older_attempt_written_down_later_leaves_the_stage(desk: Desk) -> None:
    partner = add(desk)
    desk.approaches.save(attempt(partner, ApproachOutcome.AGREED))
    older = attempt(partner, ApproachOutcome.REFUSED, TODAY - timedelta(days=90))
    assert not desk.approaches.save(older).moved
    assert desk.directory.partner(partner.key).stage is Stage.NEGOTIATING


def test_correcting_a_note_leaves_a_stage_that_was_set_by_hand(desk: Desk) -> None:
    partner = add(desk)
    stored = desk.approaches.save(attempt(partner, ApproachOutcome.REFUSED)).approach
    file = desk.directory.file(partner.key)
    desk.directory.save(replace(file, partner=replace(file.partner, stage=Stage.CONTACTED)))
    assert not desk.approaches.save(replace(stored, note="rozmowa z panią Anną")).moved
    assert desk.directory.partner(partner.key).stage is Stage.CONTACTED


def test_a_refusal_needs_a_reason_and_asking_again_a_later_day(desk: Desk) -> None:
    partner = add(desk)
    wrong = replace(
        attempt(partner, ApproachOutcome.REFUSED, retry_on=TODAY - timedelta(days=1)), refusal_reason=None
    )
    with pytest.raises(InvalidInput) as error:
        desk.approaches.save(wrong)
    assert set(error.value.faults) == {"refusal_reason", "retry_on"}
    assert desk.approaches.of_partner(partner.key) == []


def test_a_reason_goes_with_the_refusal(desk: Desk) -> None:
    partner = add(desk)
    stored = desk.approaches.save(attempt(partner, ApproachOutcome.REFUSED)).approach
    changed = desk.approaches.save(replace(stored, outcome=ApproachOutcome.LATER)).approach
    assert changed.refusal_reason is None


def test_the_latest_attempt_says_when_to_ask_again(desk: Desk) -> None:
    first, second, gone = add(desk), add(desk, name="Beta"), add(desk, name="Gamma")
    for partner in (first, second, gone):
        desk.approaches.save(
            attempt(partner, ApproachOutcome.REFUSED, TODAY - timedelta(days=60), retry_on=TODAY)
        )
    desk.approaches.save(attempt(second, ApproachOutcome.NO_ANSWER))
    desk.directory.delete([gone.key])
    assert [task.partner.key for task in desk.today.tasks(TODAY)] == [first.key]
    assert desk.today.tasks(TODAY - timedelta(days=1)) == []


def test_an_attempt_is_deleted_and_comes_back(desk: Desk) -> None:
    partner = add(desk)
    stored = desk.approaches.save(attempt(partner, ApproachOutcome.LATER)).approach
    desk.approaches.delete(stored.key)
    assert desk.approaches.of_partner(partner.key) == []
    with pytest.raises(Problem, match="removed in the meantime"):
        desk.approaches.save(stored)
    desk.undo.undo()
    assert [each.uuid for each in desk.approaches.of_partner(partner.key)] == [stored.uuid]


def test_those_who_made_attempts_or_look_after_partners_are_suggested(desk: Desk) -> None:
    partner = add(desk, responsible="Łucja")
    desk.approaches.save(attempt(partner, ApproachOutcome.LATER, who="Anna"))
    assert desk.approaches.people() == ["Anna", "Łucja"]


def test_an_attempt_still_to_come_is_refused(desk: Desk) -> None:
    partner = add(desk)
    tomorrow = replace(attempt(partner, ApproachOutcome.LATER), happened_on=date.today() + timedelta(days=1))
    with pytest.raises(InvalidInput) as error:
        desk.approaches.save(tomorrow)
    assert "happened_on" in error.value.faults
