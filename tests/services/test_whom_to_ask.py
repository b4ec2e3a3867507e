"""The ranked directory and the sentences that say why, in both languages."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.domain.partnership import Partnership, RefusalReason, State
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.domain.ranking import Reason, ReasonKind, Suggestion, Verdict
from partnerdesk.language.interface import use_language
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Cancelled
from partnerdesk.services.sample import write_sample
from partnerdesk.services.whom_to_ask import MOST_SHOWN, explain, rank_partners

TODAY = date(2026, 11, 24)


@pytest.fixture
def firm(desk: Desk) -> OwnFirm:
    return desk.own_firm.save(
        OwnFirm(
            id=1, name="Mimoza", sells=("bukiety",), audience=("pary młode", "firmy"),
            assets=(Asset.PREMISES, Asset.NEWSLETTER),
        )
    )  # fmt: skip


def add(desk: Desk, name: str, **values: object) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name=name, **values), ())).partner


def attempt(desk: Desk, partner: Partner, day: date, retry_on: date | None) -> None:
    with desk.workspace.change("attempt"):
        desk.workspace.approaches.insert(
            Approach(
                partner_id=partner.key,
                happened_on=day,
                channel=ApproachChannel.PHONE,
                outcome=ApproachOutcome.REFUSED,
                refusal_reason=RefusalReason.NO_TIME,
                retry_on=retry_on,
            )
        )


def test_without_clients_of_our_own_nothing_is_compared(desk: Desk) -> None:
    add(desk, "Alfa", audience=("firmy",))
    ranking = rank_partners(desk, TODAY)
    assert ranking.lacks_audience
    assert ranking.lacks_assets
    assert ranking.advice == ()


def test_the_sentence_says_whom_both_serve_and_what_both_bring(desk: Desk, firm: OwnFirm) -> None:
    add(desk, "Salon", audience=("młode pary",), sells=("suknie",), assets=(Asset.PREMISES,))
    ranking = rank_partners(desk, TODAY)
    assert ranking.count == 1
    assert not ranking.lacks_assets
    [advice] = ranking.advice
    assert advice.type_key == "stand_swap"
    assert advice.sentence == (
        "You both serve “pary młode”, and you do not compete. "
        "Each of you has: premises with traffic. “Stand swap” would suit."
    )


def test_partners_in_the_bin_are_not_ranked(desk: Desk, firm: OwnFirm) -> None:
    kept, gone = add(desk, "Alfa", audience=("firmy",)), add(desk, "Beta", audience=("firmy",))
    desk.directory.delete([gone.key])
    assert [one.partner.key for one in rank_partners(desk, TODAY).advice] == [kept.key]


def test_the_latest_attempt_decides_when_to_ask_again(desk: Desk, firm: OwnFirm) -> None:
    partner = add(desk, "Alfa", audience=("firmy",), stage=Stage.REFUSED)
    attempt(desk, partner, TODAY - timedelta(days=30), TODAY + timedelta(days=60))
    assert rank_partners(desk, TODAY).advice[0].verdict is Verdict.NOT_NOW
    assert "23/01/2027" in rank_partners(desk, TODAY).advice[0].sentence
    attempt(desk, partner, TODAY - timedelta(days=10), TODAY)
    assert rank_partners(desk, TODAY).advice[0].verdict is Verdict.ASK
    attempt(desk, partner, TODAY - timedelta(days=5), None)
    assert rank_partners(desk, TODAY).advice[0].sentence.endswith("They refused before.")


def test_a_refused_partnership_with_a_day_counts_for_a_partner_that_refused(
    desk: Desk, firm: OwnFirm
) -> None:
    partner = add(desk, "Alfa", audience=("firmy",), stage=Stage.REFUSED)
    refused = Partnership(
        partner_id=partner.key,
        type_key="barter",
        state=State.REFUSED,
        refusal_reason=RefusalReason.TERMS,
        retry_on=TODAY + timedelta(days=5),
    )
    with desk.workspace.change("refusal"):
        desk.workspace.partnerships.insert(refused)
    assert rank_partners(desk, TODAY).advice[0].verdict is Verdict.NOT_NOW


def test_only_the_best_hundred_are_shown_and_equal_ones_by_name(desk: Desk, firm: OwnFirm) -> None:
    with desk.workspace.change("many"):
        for number in range(MOST_SHOWN + 20, 0, -1):
            desk.workspace.partners.insert(Partner(name=f"Firma {number:03}", audience=("firmy",)))
    ranking = rank_partners(desk, TODAY)
    assert ranking.count == MOST_SHOWN + 20
    assert [one.partner.name for one in ranking.advice] == [f"Firma {n:03}" for n in range(1, MOST_SHOWN + 1)]


def test_comparing_tells_how_far_it_is_and_can_be_stopped(desk: Desk, firm: OwnFirm) -> None:
    add(desk, "Alfa", audience=("firmy",))
    told: list[tuple[int, int]] = []
    rank_partners(desk, TODAY, lambda done, total: told.append((done, total)))
    assert told == [(0, 1)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rank_partners(desk, TODAY, stop)


def test_the_sample_gives_each_kind_of_answer(desk: Desk) -> None:
    write_sample(desk, TODAY)
    ranking = rank_partners(desk, TODAY)
    assert {one.verdict for one in ranking.advice} == set(Verdict) - {Verdict.NOTHING_NEW}
    assert ranking.advice[0].partner.short_name == "Pod Lipami"
    assert len({one.type_key for one in ranking.advice}) >= 6
    assert ranking.advice[-1].partner.is_competitor
    for one in ranking.advice:
        assert_reads_well(one.sentence)


def assert_reads_well(sentence: str) -> None:
    assert sentence.endswith(".")
    assert not re.search(r"[{}]|\s{2}|\.\.|None| ,", sentence), sentence


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_set_of_reasons_gives_whole_sentences(desk: Desk, resources: Path, language: str) -> None:
    use_language(language, resources)
    types = desk.in_language(language).catalogue.types
    audiences: list[list[Reason]] = [
        [Reason(ReasonKind.SHARED_AUDIENCE, ("pary młode", "{firmy}"))],
        [Reason(ReasonKind.OTHER_AUDIENCE, ("a", "b", "c", "d"))],
        [Reason(ReasonKind.AUDIENCE_UNKNOWN)],
    ]
    goods = [[], [Reason(ReasonKind.COMPETES)], [Reason(ReasonKind.SAME_GOODS, ("kwiaty",))],
             [Reason(ReasonKind.OTHER_GOODS)]]  # fmt: skip
    assets = [
        [],
        [Reason(ReasonKind.BOTH_BRING, ("premises", "newsletter"))],
        [Reason(ReasonKind.THEY_BRING, ("gifts",))],
        [Reason(ReasonKind.THEY_BRING, ("gifts",)), Reason(ReasonKind.WE_BRING, ("premises",))],
        [Reason(ReasonKind.WE_BRING, ("premises",))],
    ]
    standing = [
        [],
        [Reason(ReasonKind.UNDER_WAY, ("barter", "stand_swap"))],
        *([Reason(kind, day=TODAY)] for kind in (ReasonKind.WAIT, ReasonKind.RETRY_DUE)),
        *([Reason(kind)] for kind in (ReasonKind.TALKS, ReasonKind.PAUSED, ReasonKind.FORMER)),
    ]
    for first in audiences:
        for second in goods:
            for third in assets:
                for fourth in standing:
                    for verdict in Verdict:
                        reasons = (*first, *second, *third, *fourth)
                        key = "" if verdict is Verdict.UNKNOWN else "stand_swap"
                        sentence = explain(Suggestion(1, verdict, 0, key, reasons), types)
                        assert_reads_well(sentence.replace("{firmy}", "firmy"))
