"""Filters under a name: kept, replaced, renamed, deleted, and all of that undone."""

import pytest

from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import InvalidInput, Problem

PARTNERS = PartnerFilter(stages=(Stage.PARTNER,), not_contacted_days=90)


def names(desk: Desk) -> list[str]:
    return [saved.name for saved in desk.saved_filters.all()]


def test_a_filter_comes_back_as_it_was_saved(desk: Desk) -> None:
    desk.saved_filters.save("  Dawno  nie widziani ", PARTNERS)
    desk.saved_filters.save("Ćwierć", PartnerFilter(tags=("VIP",)))
    assert names(desk) == ["Ćwierć", "Dawno nie widziani"]
    saved = desk.saved_filters.named("DAWNO nie widziani")
    assert saved is not None
    assert PartnerFilter.from_criteria(saved.criteria) == PARTNERS
    assert desk.undo.undo_label == "Save filter Ćwierć"
    desk.undo.undo()
    assert names(desk) == ["Dawno nie widziani"]


def test_the_same_name_replaces(desk: Desk) -> None:
    first = desk.saved_filters.save("Łódź", PARTNERS)
    second = desk.saved_filters.save("lodz", PartnerFilter(cities=("Łódź",)))
    assert second.key == first.key
    assert names(desk) == ["lodz"]
    desk.undo.undo()
    assert names(desk) == ["Łódź"]


def test_renaming_and_deleting_are_undone(desk: Desk) -> None:
    saved = desk.saved_filters.save("A", PARTNERS)
    renamed = desk.saved_filters.rename(saved, "B")
    desk.saved_filters.delete(renamed)
    assert names(desk) == []
    desk.undo.undo()
    desk.undo.undo()
    assert names(desk) == ["A"]


def test_a_name_that_is_missing_taken_or_too_long_is_refused(desk: Desk) -> None:
    saved = desk.saved_filters.save("A", PARTNERS)
    other = desk.saved_filters.save("Ż", PARTNERS)
    for refused in (
        lambda: desk.saved_filters.save(" ", PARTNERS),
        lambda: desk.saved_filters.save("x" * 81, PARTNERS),
        lambda: desk.saved_filters.save("B", PartnerFilter()),
        lambda: desk.saved_filters.rename(saved, "z"),
        lambda: desk.saved_filters.rename(saved, ""),
    ):
        with pytest.raises(InvalidInput) as error:
            refused()
        assert list(error.value.faults) == ["name"]
    desk.saved_filters.rename(saved, "a")
    desk.saved_filters.delete(other)
    with pytest.raises(Problem, match="changed or removed"):
        desk.saved_filters.delete(other)
