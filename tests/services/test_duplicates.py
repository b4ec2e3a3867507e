"""Likely doubles: by number, address and name, while typing and over the whole directory."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.partner import Channel, ChannelKind, Contact, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.name_likeness import name_likeness
from partnerdesk.services.problems import Cancelled
from partnerdesk.storage.likeness import nearly_named


def add(desk: Desk, name: str, *contacts: Contact, **values: object) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name=name, **values), contacts)).partner


def typed(name: str, *contacts: Contact, **values: object) -> PartnerFile:
    return PartnerFile(Partner(name=name, **values), contacts)


def looks_like(desk: Desk, file: PartnerFile) -> list[tuple[str, tuple[str, ...]]]:
    return [(suspect.partner.name, suspect.reasons) for suspect in desk.duplicates.likely_same(file)]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (typed("", nip="PL 525-000-77-38"), "the same NIP 525-000-77-38"),
        (typed("Inna", regon="146 216 304"), "the same REGON 146216304"),
        (typed("Inna", krs="0000 123 456"), "the same KRS 0000123456"),
        (typed("Inna", email=" BIURO@Roza.pl "), "the same e-mail biuro@roza.pl"),
        (typed("Inna", phone="(0-58) 765 43 21"), "the same phone 587 654 321"),
        (
            typed("Inna", channels=(Channel(kind=ChannelKind.PHONE, value="+48 601 234 567"),)),
            "the same phone 601 234 567",
        ),
        (typed("Inna", Contact(email="anna@roza.pl")), "the same e-mail anna@roza.pl"),
        (typed("KWIACIARNIA ROZA Sp. z o. o."), "a similar name"),
        (typed("Róża kwiaciarnia"), "a similar name"),
        (typed("Kwiaciarnai Róża"), "a similar name"),
        (typed("Kwiaciarnia Róża-Gdańsk, spółka jawna"), ""),
        (typed("Kwiaciarnia Lilia"), ""),
        (typed("Inna", phone="123"), ""),
        (typed(""), ""),
        (typed("!?"), ""),
    ],
)
def test_a_known_firm_is_recognised_by_each_of_its_marks(desk: Desk, file: PartnerFile, reason: str) -> None:
    add(
        desk,
        "Kwiaciarnia Róża sp. z o.o.",
        Contact(first_name="Anna", email="Anna@roza.pl", phone="601234567"),
        nip="5250007738",
        regon="146216304",
        krs="0000123456",
        email="biuro@roza.pl",
        phone="58 765 43 21",
    )
    add(desk, "Drukarnia Kliks", nip="9999999605", email="druk@kliks.pl")
    expected = [("Kwiaciarnia Róża sp. z o.o.", (reason,))] if reason else []
    assert looks_like(desk, file) == expected


def test_names_written_as_one_word_or_two_are_the_same(desk: Desk) -> None:
    add(desk, "Bud-Max s.c.")
    for name in ("BudMax", "BUD MAX sp.j.", "budmax"):
        assert looks_like(desk, typed(name)) == [("Bud-Max s.c.", ("a similar name",))], name


def test_a_partner_is_not_its_own_double_nor_like_one_in_the_bin_or_judged(desk: Desk) -> None:
    first = add(desk, "Róża", nip="5250007738")
    assert looks_like(desk, desk.directory.file(first.key)) == []
    second = add(desk, "Róża")
    assert looks_like(desk, desk.directory.file(second.key)) == [("Róża", ("a similar name",))]
    desk.duplicates.judge_distinct(second.key, first.key)
    assert looks_like(desk, desk.directory.file(second.key)) == []
    assert looks_like(desk, desk.directory.file(first.key)) == []
    desk.undo.undo()
    desk.directory.delete([first.key])
    assert looks_like(desk, desk.directory.file(second.key)) == []


def test_another_nip_outweighs_a_name_and_surer_reasons_come_first(desk: Desk) -> None:
    add(desk, "Róża", nip="5250007738")
    add(desk, "Fiołek", email="biuro@roza.pl", nip="9999999605")
    assert looks_like(desk, typed("Roza", nip="9999999605", email="biuro@roza.pl")) == [
        ("Fiołek", ("the same NIP 999-999-96-05", "the same e-mail biuro@roza.pl"))
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("hotel roza", "hotel rosa", True),
        ("kwiaciarnia rozana", "kwiaciarnia rozanka", True),
        ("nr podstawowa szkola 15", "nr podstawowa szkola 16", False),
        ("budowlane jan przedsiebiorstwo", "budowlane ela przedsiebiorstwo", False),
        ("hurtownia materialow", "hurtownia materialow", True),
        ("", "a", False),
    ],
)
def test_a_long_common_beginning_hides_no_difference(one: str, other: str, alike: bool) -> None:
    assert bool(name_likeness(one, other)) is alike
    assert bool(name_likeness(other, one)) is alike


def pairs(desk: Desk) -> list[tuple[str, str, tuple[str, ...]]]:
    found = desk.duplicates.suspected_pairs(lambda _done, _total: None)
    return [(pair.one.name, pair.other.name, pair.reasons) for pair in found]


def test_pairs_of_the_whole_directory_come_best_first_without_those_judged(desk: Desk) -> None:
    add(desk, "Piekarnia Kłos", phone="601 234 567")
    add(desk, "Hotel Bursztyn")
    rose = add(desk, "Kwiaciarnia Róża", nip="5250007738")
    add(desk, "Hotel Bursztyn sp. z o.o.")
    add(desk, "Róża Import", nip="5250007738")
    add(desk, "Kłos", phone="+48601234567")
    near = add(desk, "Kwiaciarnia Róża")
    add(desk, "Hotel Bursztyn", nip="9999999605")
    gone = add(desk, "Kwiaciarnia Róża")
    desk.directory.delete([gone.key])
    name, same_nip = ("a similar name",), ("the same NIP 525-000-77-38",)
    assert pairs(desk) == [
        ("Kwiaciarnia Róża", "Róża Import", same_nip),
        ("Piekarnia Kłos", "Kłos", ("the same phone 601 234 567",)),
        ("Hotel Bursztyn", "Hotel Bursztyn sp. z o.o.", name),
        ("Hotel Bursztyn", "Hotel Bursztyn", name),
        ("Kwiaciarnia Róża", "Kwiaciarnia Róża", name),
        ("Hotel Bursztyn sp. z o.o.", "Hotel Bursztyn", name),
    ]
    desk.duplicates.judge_distinct(near.key, rose.key)
    assert ("Kwiaciarnia Róża", "Kwiaciarnia Róża", name) not in pairs(desk)
    assert len(pairs(desk)) == 5


def test_near_names_are_found_in_the_whole_directory_but_not_with_other_nips(desk: Desk) -> None:
    add(desk, "Kwiaciarnia Rózyczka", nip="5250007738")
    add(desk, "Kwiaciarnia Różyczki")
    add(desk, "Kwiaciarnia Różyczka", nip="9999999605")
    assert {pair[:2] for pair in pairs(desk)} == {
        ("Kwiaciarnia Rózyczka", "Kwiaciarnia Różyczki"),
        ("Kwiaciarnia Różyczki", "Kwiaciarnia Różyczka"),
    }


def test_a_value_that_very_many_share_floods_nothing(desk: Desk) -> None:
    with desk.workspace.change("Add"):
        for number in range(60):
            add(desk, f"Firma nr {number}", email="biuro@ksiegowa.pl")
    assert len(pairs(desk)) == 59


def test_each_of_many_entries_with_one_nip_is_reviewed(desk: Desk) -> None:
    with desk.workspace.change("Add"):
        for number in range(30):
            add(desk, f"Firma nr {number}", nip="5250007738")
    found = desk.duplicates.suspected_pairs(lambda _done, _total: None)
    assert {partner.name for pair in found for partner in (pair.one, pair.other)} == {
        f"Firma nr {number}" for number in range(30)
    }


def test_what_is_compared_of_a_pasted_text_is_short_and_it_is_known_again(desk: Desk) -> None:
    pasted = " ".join(f"słowo{number}" for number in range(6000))
    first, second = add(desk, pasted), add(desk, pasted.upper())
    near = nearly_named(desk.workspace, pasted)
    assert {key for key, _mark in near} == {first.key, second.key}
    assert all(len(mark) <= 200 for _key, mark in near)
    assert looks_like(desk, typed(pasted)) == [(pasted, name := ("a similar name",)), (pasted.upper(), name)]
    assert pairs(desk) == [(pasted, pasted.upper(), name)]


def test_long_marks_from_earlier_files_are_compared_by_their_beginning(desk: Desk) -> None:
    known = add(desk, "Kwiaciarnia Róża")
    partner_mark = "UPDATE partner_mark SET value = value || ? WHERE partner_id = ?"
    desk.workspace._connection.sqlite.execute(partner_mark, ["x" * 5000, known.key])
    assert {len(mark) for _key, mark in nearly_named(desk.workspace, "Kwiaciarnia Lilia")} == {200}


def test_the_search_can_be_stopped(desk: Desk) -> None:
    add(desk, "Kwiaciarnia Róża")
    add(desk, "Kwiaciarnia Rosa")

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.duplicates.suspected_pairs(stop)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=40), number=st.text(max_size=20))
def test_nothing_typed_raises(desk: Desk, name: str, number: str) -> None:
    file = typed(name, Contact(email=number, phone=number), nip=number, phone=number, email=number)
    desk.duplicates.likely_same(file)


def test_a_stopped_judgement_is_not_remembered(desk: Desk) -> None:
    first, second = add(desk, "Róża"), add(desk, "Róża")
    for stopped_at in (0, 1):

        def stop(done: int, _total: int, at: int = stopped_at) -> None:
            if done == at:
                raise Cancelled

        with pytest.raises(Cancelled):
            desk.duplicates.judge_distinct(first.key, second.key, stop)
        assert desk.workspace.distinct_pairs.count() == 0
