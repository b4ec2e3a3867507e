"""Check-ups of a partnership: what is asked, kept, and drawn from them."""

from dataclasses import replace
from datetime import date

import pytest

from partnerdesk.domain.checkup import Checkup, Factor, Obstacle, Trend, trend
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.services.checkups import advice, question
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import InvalidInput


def judged(*scores: int, day: date = date(2026, 3, 1), partnership_id: int = 1) -> Checkup:
    values = {factor.value: score for factor, score in zip(Factor, scores, strict=True)}
    return Checkup(partnership_id=partnership_id, happened_on=day, **values)


@pytest.fixture
def partnership_id(desk: Desk) -> int:
    partner = desk.directory.save(PartnerFile(Partner(name="Firma"), ())).partner
    with desk.workspace.change("Add"):
        return desk.workspace.partnerships.insert(Partnership(partner_id=partner.key, type_key="barter")).key


@pytest.mark.parametrize(
    ("scores", "lowest"),
    [
        ((5, 5, 5, 5, 5), None),
        ((5, 4, 3, 2, 1), Factor.RESPONSIBILITY),
        ((3, 2, 2, 4, 5), Factor.INTEREST),
        ((4, 4, 4, 4, 4), Factor.RESPECT),
    ],
)
def test_the_lowest_factor_is_the_one_to_work_on(scores: tuple[int, ...], lowest: Factor | None) -> None:
    assert judged(*scores).lowest is lowest


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ((3, 3, 3, 3, 3), (3, 3, 3, 3, 4), Trend.UP),
        ((3, 3, 3, 3, 3), (3, 3, 2, 3, 3), Trend.DOWN),
        ((3, 3, 3, 3, 3), (4, 2, 3, 3, 3), Trend.STEADY),
    ],
)
def test_one_step_in_one_factor_is_a_trend(
    before: tuple[int, ...], after: tuple[int, ...], direction: Trend
) -> None:
    assert trend([judged(*before), judged(*after)]) is direction
    assert trend([judged(*after)]) is None


def test_a_checkup_is_kept_listed_by_day_and_taken_back(desk: Desk, partnership_id: int) -> None:
    later = replace(
        judged(4, 4, 3, 2, 5, day=date(2026, 6, 1), partnership_id=partnership_id),
        obstacles=(Obstacle.MONEY, Obstacle.FRICTION),
        note=" Pogadać ",
    )
    stored = desk.checkups.save(later)
    first = desk.checkups.save(judged(5, 5, 5, 5, 5, partnership_id=partnership_id))
    assert stored.obstacles == (Obstacle.MONEY, Obstacle.FRICTION)
    assert stored.note == "Pogadać"
    assert desk.checkups.of_partnership(partnership_id) == [first, stored]
    desk.checkups.remove(stored.key)
    assert desk.checkups.of_partnership(partnership_id) == [first]
    desk.undo.undo()
    desk.undo.undo()
    assert [each.uuid for each in desk.checkups.of_partnership(partnership_id)] == [stored.uuid]


def test_a_question_without_an_answer_is_named_and_nothing_is_stored(desk: Desk, partnership_id: int) -> None:
    with pytest.raises(InvalidInput) as error:
        desk.checkups.save(judged(3, 0, 3, 6, 3, partnership_id=partnership_id))
    assert set(error.value.faults) == {"interest", "dialogue"}
    assert desk.checkups.of_partnership(partnership_id) == []


def test_each_factor_has_a_question_and_something_to_do() -> None:
    assert len({question(factor) for factor in Factor}) == len(Factor)
    assert len({advice(factor) for factor in Factor}) == len(Factor)
