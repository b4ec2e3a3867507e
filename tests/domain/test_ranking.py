"""Who suits us best and by which type, by table, with the types that ship."""

from datetime import date, timedelta
from typing import Any

import pytest

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Stage
from partnerdesk.domain.partnership import State
from partnerdesk.domain.partnership_type import Asset, Audience, PartnershipType
from partnerdesk.domain.ranking import Candidate, Comparison, ReasonKind, Suggestion, Verdict, rank
from partnerdesk.services.catalogue import Catalogues

TODAY = date(2026, 11, 24)
SOON, PAST = TODAY + timedelta(days=9), TODAY - timedelta(days=1)
FIRM = OwnFirm(
    sells=("bukiety", "wieńce"),
    audience=("pary młode", "firmy", "rodziny"),
    assets=(Asset.PREMISES, Asset.NEWSLETTER, Asset.SURPLUS),
)
BRIDES: dict[str, Any] = {"audience": ("młode pary",), "sells": ("suknie ślubne",)}


@pytest.fixture
def types(catalogues: Catalogues) -> dict[str, PartnershipType]:
    return catalogues.en.types


def judged(types: dict[str, PartnershipType], firm: OwnFirm = FIRM, **values: Any) -> Suggestion:
    return Comparison(firm, types, TODAY).suggest(Candidate(key=1, **values))


def kinds(suggestion: Suggestion) -> list[ReasonKind]:
    return [reason.kind for reason in suggestion.reasons]


@pytest.mark.parametrize(
    ("assets", "expected"),
    [
        ((Asset.PREMISES,), "stand_swap"),
        ((Asset.NEWSLETTER,), "information_partnership"),
        ((Asset.EVENTS,), "information_partnership"),
        ((Asset.ONLINE_SHOP,), "affiliate_programme"),
        ((Asset.GIFTS,), "gift_bundle"),
        ((Asset.SURPLUS,), "resource_swap"),
        ((), "barter"),
    ],
)
def test_the_type_follows_from_what_both_have(
    types: dict[str, PartnershipType], assets: tuple[Asset, ...], expected: str
) -> None:
    found = judged(types, **BRIDES, assets=assets)
    assert (found.verdict, found.type_key) == (Verdict.ASK, expected)
    assert kinds(found)[:2] == [ReasonKind.SHARED_AUDIENCE, ReasonKind.OTHER_GOODS]
    assert found.reasons[0].values == ("pary młode",)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((Asset.PREMISES,), (Asset.PREMISES,), [(ReasonKind.BOTH_BRING, ("premises",))]),
        (
            (Asset.NEWSLETTER,),
            (Asset.EVENTS,),
            [(ReasonKind.THEY_BRING, ("events",)), (ReasonKind.WE_BRING, ("newsletter",))],
        ),
        ((), (Asset.ONLINE_SHOP,), [(ReasonKind.THEY_BRING, ("online_shop",))]),
        ((), (), []),
    ],
)
def test_what_both_bring_in_is_told(
    types: dict[str, PartnershipType], ours: tuple[Asset, ...], theirs: tuple[Asset, ...], expected: Any
) -> None:
    firm = OwnFirm(audience=FIRM.audience, sells=FIRM.sells, assets=ours)
    found = judged(types, firm, **BRIDES, assets=theirs)
    told = [(reason.kind, reason.values) for reason in found.reasons if reason.kind.endswith("_bring")]
    assert told == expected


def test_no_suggested_type_asks_for_what_one_side_lacks(types: dict[str, PartnershipType]) -> None:
    for ours in Asset:
        for theirs in Asset:
            for audience in (("młode pary",), ("żeglarze",)):
                firm = OwnFirm(audience=FIRM.audience, assets=(ours,))
                found = judged(types, firm, audience=audience, assets=(theirs,))
                fit = types[found.type_key].fit
                assert not fit.we_need or ours in fit.we_need
                assert not fit.they_need or theirs in fit.they_need
                if audience == ("żeglarze",):
                    assert fit.audience is Audience.IRRELEVANT, found.type_key


@pytest.mark.parametrize(
    "state", [State.PROPOSED, State.NEGOTIATING, State.AGREED, State.RUNNING, State.PAUSED]
)
def test_a_type_under_way_gives_way_to_another(types: dict[str, PartnershipType], state: State) -> None:
    found = judged(types, **BRIDES, assets=(Asset.PREMISES,), partnerships=(("stand_swap", state),))
    assert found.type_key == "card_swap"
    assert ReasonKind.UNDER_WAY in kinds(found)


@pytest.mark.parametrize(
    ("retries", "expected"),
    [((), "card_swap"), ((("stand_swap", SOON),), "card_swap"), ((("stand_swap", PAST),), "stand_swap")],
)
def test_a_refused_type_comes_back_only_on_its_day(
    types: dict[str, PartnershipType], retries: tuple[tuple[str, date], ...], expected: str
) -> None:
    refused = (("stand_swap", State.REFUSED),)
    found = judged(types, **BRIDES, assets=(Asset.PREMISES,), partnerships=refused, retry_days=retries)
    assert found.type_key == expected


def test_an_idea_or_a_partnership_that_ended_may_be_proposed(types: dict[str, PartnershipType]) -> None:
    for state in (State.IDEA, State.ENDED):
        found = judged(types, **BRIDES, assets=(Asset.PREMISES,), partnerships=(("stand_swap", state),))
        assert found.type_key == "stand_swap"


def test_where_all_that_suits_is_under_way_nothing_new_is_said(types: dict[str, PartnershipType]) -> None:
    found = judged(types, **BRIDES, partnerships=(("barter", State.RUNNING),))
    assert (found.verdict, found.type_key) == (Verdict.NOTHING_NEW, "")


@pytest.mark.parametrize(
    ("values", "verdict", "kind"),
    [
        ({}, Verdict.UNKNOWN, ReasonKind.AUDIENCE_UNKNOWN),
        ({"assets": (Asset.PREMISES,)}, Verdict.UNKNOWN, ReasonKind.AUDIENCE_UNKNOWN),
        (BRIDES | {"retry_on": SOON}, Verdict.NOT_NOW, ReasonKind.WAIT),
        (BRIDES | {"retry_on": PAST, "stage": Stage.REFUSED}, Verdict.ASK, ReasonKind.RETRY_DUE),
        (BRIDES | {"retry_on": TODAY}, Verdict.ASK, ReasonKind.RETRY_DUE),
        (BRIDES | {"stage": Stage.REFUSED}, Verdict.ASK, ReasonKind.REFUSED),
        (BRIDES | {"stage": Stage.PAUSED}, Verdict.ASK, ReasonKind.PAUSED),
        (BRIDES | {"stage": Stage.FORMER}, Verdict.ASK, ReasonKind.FORMER),
        (BRIDES | {"stage": Stage.NEGOTIATING}, Verdict.ASK, ReasonKind.TALKS),
        (BRIDES | {"is_competitor": True}, Verdict.COMPETITOR, ReasonKind.COMPETES),
        ({"audience": ("firmy",), "sells": ("bukiet",)}, Verdict.ASK, ReasonKind.SAME_GOODS),
        ({"audience": ("żeglarze",)}, Verdict.ASK, ReasonKind.OTHER_AUDIENCE),
    ],
)
def test_each_case_has_its_verdict_and_its_reason(
    types: dict[str, PartnershipType], values: dict[str, Any], verdict: Verdict, kind: ReasonKind
) -> None:
    found = judged(types, **values)
    assert found.verdict is verdict
    assert kind in kinds(found)
    assert bool(found.type_key) == (verdict in (Verdict.ASK, Verdict.NOT_NOW))


def test_a_competitor_is_asked_only_for_what_competitors_can_do(types: dict[str, PartnershipType]) -> None:
    assets = (Asset.NEWSLETTER, Asset.PREMISES)
    found = judged(types, **BRIDES, assets=assets, is_competitor=True)
    assert (found.verdict, found.type_key) == (Verdict.ASK, "dead_lead_swap")
    assert types[found.type_key].fit.competitor_possible


def test_what_is_not_known_is_not_claimed(types: dict[str, PartnershipType]) -> None:
    assert ReasonKind.OTHER_GOODS not in kinds(judged(types, audience=("firmy",)))
    nothing_sold = OwnFirm(audience=("firmy",))
    assert ReasonKind.OTHER_GOODS not in kinds(judged(types, nothing_sold, **BRIDES))


def test_the_best_come_first_and_competitors_last(types: dict[str, PartnershipType]) -> None:
    shop = (Asset.PREMISES,)
    candidates = [
        Candidate(key=1, **BRIDES, is_competitor=True),
        Candidate(key=2, **BRIDES, assets=shop, retry_on=SOON),
        Candidate(key=3),
        Candidate(key=4, audience=("żeglarze",), sells=("liny",)),
        Candidate(key=5, **BRIDES, assets=shop, stage=Stage.REFUSED),
        Candidate(key=6, **BRIDES, assets=shop, stage=Stage.PAUSED),
        Candidate(key=7, **BRIDES),
        Candidate(key=8, **BRIDES, assets=shop),
        Candidate(key=9, **BRIDES, assets=shop),
        Candidate(key=10, audience=("pary młode", "firmy"), sells=("torty",), assets=shop),
        Candidate(key=11, **BRIDES, assets=shop, stage=Stage.REFUSED, retry_on=TODAY),
        Candidate(key=12, audience=("pary młode",), sells=("bukiety",), assets=shop),
    ]
    order = [one.key for one in rank(FIRM, candidates, types, TODAY)]
    assert order[:2] == [10, 11]
    assert order[2:4] == [8, 9]
    assert order[-3:] == [3, 2, 1]
    places = {key: order.index(key) for key in order}
    assert places[8] < places[7] < places[4]
    assert places[8] < places[6] < places[5]
    assert places[8] < places[12]
    assert len(order) == len(candidates)


def test_an_empty_directory_gives_an_empty_ranking(types: dict[str, PartnershipType]) -> None:
    assert rank(FIRM, [], types, TODAY) == []
