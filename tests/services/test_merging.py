"""Merging two entries of a firm: nothing is lost, and all of it can be taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    Gender,
    HistoryKind,
    Partner,
    Stage,
)
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.language.labels import gender_label
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.differences import Side
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.merged_values import united_addresses, united_channels, united_notes
from partnerdesk.services.numbers import annual_day_text
from partnerdesk.services.problems import Cancelled, Problem
from tests.services.rich_partners import add_rich_partner, content_of, derived_of

MOVED = ("partnership", "letter", "history_entry", "approach", "attachment", "contact")


def two(desk: Desk) -> tuple[Partner, Partner]:
    kept = add_rich_partner(
        desk,
        Partner(
            name="Kwiaciarnia Róża",
            nip="5250007738",
            phone="601 234 567",
            city="Gdańsk",
            street="Długa 1",
            tags=("kwiaty",),
            notes="pierwsza",
        ),
        Contact(first_name="Anna", surname="Nowak", email="anna@roza.pl", phone="600 000 002"),
        Contact(first_name="Jan", surname="Kot", phone="600 000 001"),
    )
    gone = add_rich_partner(
        desk,
        Partner(
            name="Róża sp. z o.o.",
            phone="+48 58 765 43 21",
            email="biuro@roza.pl",
            city="Sopot",
            street="Krótka 2",
            tags=("Kwiaty", "śluby"),
            audience=("pary młode",),
            assets=(Asset.PREMISES,),
            stage=Stage.PARTNER,
            notes="druga",
        ),
        Contact(
            first_name="Anna",
            surname="NOWAK",
            job_title="Właścicielka",
            email="Anna@roza.pl",
            phone="58 300 00 00",
        ),
        Contact(first_name="Ewa", surname="Lis"),
    )
    return kept, gone


def test_everything_that_hung_on_either_hangs_on_the_one_that_stays(desk: Desk) -> None:
    kept, gone = two(desk)
    before = {name: desk.workspace.tables[name].count() for name in MOVED}
    merged = desk.merging.merge(kept.key, gone.key, {"phone": Side.KEPT, "address": Side.KEPT})
    assert desk.directory.keys() == [kept.key]
    for name in MOVED:
        found = desk.workspace.tables[name].find("partner_id = ?", [kept.key])
        assert len(found) == desk.workspace.tables[name].count(), name
    after = {name: desk.workspace.tables[name].count() for name in MOVED}
    # One of two Annas, and the note of the merge itself.
    assert after == before | {"contact": 3, "history_entry": before["history_entry"] + 1}
    partner = merged.partner
    assert (partner.nip, partner.email, partner.stage) == ("5250007738", "biuro@roza.pl", Stage.PARTNER)
    assert (partner.tags, partner.audience) == (("kwiaty", "śluby"), ("pary młode",))
    assert partner.assets == (Asset.PREMISES,)
    assert partner.notes == "pierwsza\n\ndruga"
    assert partner.addresses == (Address(street="Krótka 2", city="Sopot"),)
    assert partner.channels == (
        Channel(kind=ChannelKind.PHONE, value="+48 58 765 43 21"),
        Channel(kind=ChannelKind.PHONE, value="58 300 00 00", label="Anna Nowak"),
    )
    assert [contact.full_name for contact in merged.contacts] == ["Anna Nowak", "Jan Kot", "Ewa Lis"]
    assert merged.contacts[0].job_title == "Właścicielka"
    letters = desk.workspace.letters.find()
    assert {letter.contact_id for letter in letters} == {merged.contacts[0].key}
    entry = desk.workspace.history.find("kind = ?", [HistoryKind.MERGE.value])[0]
    # The name of the one that went was chosen, so that of the one that stays is remembered.
    assert entry.details == {"name": "Kwiaciarnia Róża"}
    assert desk.directory.keys("ewa lis") == [kept.key]
    assert desk.workspace.select("PRAGMA foreign_key_check") == []


def test_the_side_that_was_not_chosen_is_kept_as_a_further_number_and_address(desk: Desk) -> None:
    kept, gone = two(desk)
    merged = desk.merging.merge(kept.key, gone.key, {"phone": Side.GONE, "address": Side.GONE}).partner
    assert (merged.phone, merged.city) == ("+48 58 765 43 21", "Sopot")
    assert merged.channels[0].value == "601 234 567"
    assert merged.addresses == (Address(street="Długa 1", city="Gdańsk"),)


def test_the_differences_name_each_field_with_a_sensible_side(desk: Desk) -> None:
    kept, gone = two(desk)
    found = {each.key: each for each in desk.merging.differences(kept, gone)}
    assert list(found) == ["name", "stage", "nip", "address", "email", "phone"]
    assert found["nip"].suggestion is Side.KEPT
    assert found["email"].suggestion is Side.GONE
    assert found["stage"].suggestion is Side.GONE
    assert found["address"].text_gone == "Krótka 2, Sopot"


def test_an_own_field_that_both_fill_is_asked_about_and_others_are_united(desk: Desk) -> None:
    with desk.workspace.change("Fields"):
        fields = [
            desk.workspace.custom_fields.insert(CustomField(label=name, kind=CustomKind.TEXT))
            for name in ("Rabat", "Opiekun trasy")
        ]
    discount, route = (field.uuid for field in fields)
    kept = add_rich_partner(desk, Partner(name="Alfa", custom={discount: "5 %", route: ""}))
    gone = add_rich_partner(desk, Partner(name="Alfa", custom={discount: "10 %", route: "Gdynia"}))
    assert [each.label for each in desk.merging.differences(kept, gone)] == ["Rabat"]
    merged = desk.merging.merge(kept.key, gone.key, {f"custom.{discount}": Side.GONE}).partner
    assert merged.custom == {discount: "10 %", route: "Gdynia"}


@pytest.mark.parametrize(
    ("kind", "values", "texts"),
    [
        (CustomKind.DATE, ("2026-03-05", "2026-04-01"), ("05/03/2026", "01/04/2026")),
        (CustomKind.NUMBER, ("1234.5", "7"), ("1,234.5", "7")),
        (CustomKind.YES_NO, (True, False), ("Yes", "No")),
        (CustomKind.DATE, ("wkrótce", "2026-04-01"), ("wkrótce", "01/04/2026")),
    ],
)
def test_a_value_of_an_own_field_is_shown_as_everywhere_else(
    desk: Desk, kind: CustomKind, values: tuple[object, object], texts: tuple[str, str]
) -> None:
    with desk.workspace.change("Fields"):
        uuid = desk.workspace.custom_fields.insert(CustomField(label="Audyt", kind=kind)).uuid
    kept, gone = (add_rich_partner(desk, Partner(name="Alfa", custom={uuid: value})) for value in values)
    (found,) = desk.merging.differences(kept, gone)
    assert (found.key, found.text_kept, found.text_gone) == (f"custom.{uuid}", *texts)


def test_two_people_with_one_mailbox_stay_two(desk: Desk) -> None:
    kept = add_rich_partner(desk, Partner(name="Alfa"), Contact(first_name="Anna", email="biuro@alfa.pl"))
    gone = add_rich_partner(
        desk,
        Partner(name="Alfa"),
        Contact(first_name="Piotr", email="biuro@alfa.pl"),
        Contact(first_name="A.", surname="Nowak", email="Biuro@alfa.pl"),
    )
    merged = desk.merging.merge(kept.key, gone.key, {})
    assert [contact.full_name for contact in merged.contacts] == ["Anna Nowak", "Piotr"]


def test_what_is_known_of_a_person_on_both_sides_is_filled_up_or_noted(desk: Desk) -> None:
    kept = add_rich_partner(
        desk,
        Partner(name="Alfa", phone="58 300 00 00", notes="stały klient"),
        Contact(
            first_name="Jan",
            surname="Nowak",
            gender=Gender.M,
            job_title="Prezes",
            name_day="--06-24",
            birthday="--04-15",
            phone="601 234 567",
        ),
        Contact(first_name="Ewa", phone="601 000 000"),
    )
    gone = add_rich_partner(
        desk,
        Partner(name="Alfa", notes="z targów"),
        Contact(
            first_name="Jan",
            surname="Nowak",
            gender=Gender.F,
            job_title="Dyrektor sprzedaży",
            name_day="--12-27",
            birthday="1980-04-15",
            phone="602 345 678",
            email="jan@alfa.pl",
            salutation="Drogi Janku",
            is_decision_maker=True,
        ),
        Contact(first_name="Ewa", phone="58 300 00 00"),
    )
    merged = desk.merging.merge(kept.key, gone.key, {})
    jan = merged.contacts[0]
    assert (jan.job_title, jan.gender, jan.name_day, jan.phone) == (
        "Prezes", Gender.M, "--06-24", "601 234 567",
    )  # fmt: skip
    assert (jan.birthday, jan.email, jan.salutation) == ("1980-04-15", "jan@alfa.pl", "Drogi Janku")
    assert jan.is_decision_maker
    assert merged.partner.channels == (
        Channel(kind=ChannelKind.PHONE, value="602 345 678", label="Jan Nowak"),
    )
    assert merged.partner.notes.split("\n\n") == [
        "stały klient",
        "z targów",
        "Jan Nowak: Position: Dyrektor sprzedaży\n"
        "Jan Nowak: Form of address: Ms (Pani)\n"
        "Jan Nowak: Name day: 27.12\n"
        "Ewa: Phone: 58 300 00 00",
    ]


def test_a_person_of_whom_both_say_the_same_leaves_no_note(desk: Desk) -> None:
    kept, gone = (
        add_rich_partner(
            desk, Partner(name="Alfa"), Contact(first_name="Jan", job_title=title, birthday=day, phone=phone)
        )
        for title, day, phone in (
            ("Prezes zarządu", "1980-04-15", "601 234 567"),
            ("PREZES  zarządu", "--04-15", "+48601234567"),
        )
    )
    merged = desk.merging.merge(kept.key, gone.key, {})
    assert (merged.partner.notes, merged.partner.channels) == ("", ())
    assert merged.contacts[0].birthday == "1980-04-15"


def names_and_mailboxes(file: PartnerFile) -> list[tuple[str, str]]:
    return [(contact.full_name, contact.email) for contact in file.contacts]


def test_a_father_and_his_son_of_one_entry_stay_two(desk: Desk) -> None:
    kept = add_rich_partner(desk, Partner(name="Alfa"))
    gone = add_rich_partner(
        desk,
        Partner(name="Alfa"),
        Contact(first_name="Jan", surname="Nowak"),
        Contact(first_name="Jan", surname="Nowak", job_title="Prezes"),
    )
    merged = desk.merging.merge(kept.key, gone.key, {})
    assert [(each.full_name, each.job_title) for each in merged.contacts] == [
        ("Jan Nowak", ""),
        ("Jan Nowak", "Prezes"),
    ]


def test_namesakes_find_each_other_by_their_mailboxes_first_and_nobody_is_two(desk: Desk) -> None:
    kept = add_rich_partner(
        desk, Partner(name="Alfa"), Contact(first_name="Jan", surname="Nowak", email="syn@alfa.pl")
    )
    gone = add_rich_partner(
        desk,
        Partner(name="Alfa"),
        Contact(first_name="Jan", surname="Nowak"),
        Contact(first_name="Jan", surname="Nowak", email="ojciec@alfa.pl"),
        Contact(first_name="J.", surname="Nowak", email="SYN@alfa.pl"),
    )
    merged = desk.merging.merge(kept.key, gone.key, {})
    assert names_and_mailboxes(merged) == [
        ("Jan Nowak", "syn@alfa.pl"),
        ("Jan Nowak", ""),
        ("Jan Nowak", "ojciec@alfa.pl"),
    ]


def test_namesakes_with_different_mailboxes_are_two(desk: Desk) -> None:
    kept = add_rich_partner(desk, Partner(name="Alfa"), Contact(first_name="Jan", email="jan@alfa.pl"))
    gone = add_rich_partner(desk, Partner(name="Alfa"), Contact(first_name="Jan", email="jan2@alfa.pl"))
    merged = desk.merging.merge(kept.key, gone.key, {})
    assert names_and_mailboxes(merged) == [("Jan", "jan@alfa.pl"), ("Jan", "jan2@alfa.pl")]


def test_a_merge_is_undone_and_made_again(desk: Desk) -> None:
    kept, gone = two(desk)
    before, found_by = content_of(desk), derived_of(desk)
    desk.merging.merge(kept.key, gone.key, {})
    assert desk.undo.undo_label == "Merge of Róża sp. z o.o. into Kwiaciarnia Róża"
    after, found_after = content_of(desk), derived_of(desk)
    desk.undo.undo()
    assert content_of(desk) == before
    assert derived_of(desk) == found_by
    desk.undo.redo()
    assert content_of(desk) == after
    assert derived_of(desk) == found_after


def test_judged_pairs_go_along_and_none_is_left_double(desk: Desk) -> None:
    partners = [add_rich_partner(desk, Partner(name=name)) for name in ("A", "B", "C", "D")]
    a, b, c, d = (partner.key for partner in partners)
    for one, other in ((a, b), (b, c), (a, c), (d, b)):
        desk.duplicates.judge_distinct(one, other)
    before = content_of(desk)
    desk.merging.merge(a, b, {})
    pairs = {(pair.one_id, pair.other_id) for pair in desk.workspace.distinct_pairs.find()}
    assert pairs == {(a, c), (a, d)}
    desk.undo.undo()
    assert content_of(desk) == before


def test_a_partner_that_went_away_meanwhile_is_said_in_plain_words(desk: Desk) -> None:
    kept, gone = two(desk)
    desk.directory.delete([gone.key])
    with pytest.raises(Problem, match="deleted in the meantime"):
        desk.merging.merge(kept.key, gone.key, {})
    with pytest.raises(Problem, match="deleted in the meantime"):
        desk.merging.merge(kept.key, 999, {})
    with pytest.raises(Problem, match="deleted in the meantime"):
        desk.duplicates.judge_distinct(kept.key, 999)


def bare(text: str) -> str:
    return " ".join(fold(text).split())


def texts_in(records: Iterable[object]) -> list[str]:
    return [bare(text) for record in records for text in walk(asdict(record))]


def walk(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from walk(each)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
DAYS = st.sampled_from(["", "--04-15", "1980-04-15", "--12-27"])
people = st.lists(
    st.builds(
        Contact,
        first_name=st.sampled_from(["Anna", "Jan", "A."]),
        surname=st.sampled_from(["Nowak", "Kot", ""]),
        email=st.sampled_from(["", "biuro@firma.pl", "Anna@firma.pl"]),
        phone=st.sampled_from(["", "601 234 567", "+48 601234567", "58 765"]),
        gender=st.sampled_from([None, *Gender]),
        job_title=st.sampled_from(["", "Prezes", "Dyrektor"]),
        salutation=st.sampled_from(["", "Droga Anno", "Drogi Janku"]),
        birthday=DAYS,
        name_day=DAYS,
    ),
    max_size=4,
)
firms = st.builds(
    Partner,
    name=texts.map(lambda text: f"Firma {text}".strip()),
    phone=st.sampled_from(["", "601 234 567", "601234567", "58 76"]),
    email=st.sampled_from(["", "biuro@firma.pl", "BIURO@firma.pl"]),
    website=texts,
    street=texts,
    city=texts,
    notes=texts,
    tags=st.lists(texts, max_size=3).map(tuple),
    is_key_client=st.booleans(),
    stage=st.sampled_from(Stage),
    channels=st.lists(
        st.builds(Channel, kind=st.sampled_from(ChannelKind), value=texts, label=texts), max_size=2
    ).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=firms, other=firms, ours=people, theirs=people, sides=st.lists(st.sampled_from(Side), max_size=9))
def test_any_two_partners_merge_without_loss_and_come_apart_again(
    tmp_path_factory: pytest.TempPathFactory,
    resources: Path,
    catalogues: Catalogues,
    one: Partner,
    other: Partner,
    ours: list[Contact],
    theirs: list[Contact],
    sides: list[Side],
) -> None:
    path = tmp_path_factory.mktemp("merge") / "firm.partnerdesk"
    with open_desk(path, resources, catalogues, "en") as desk:
        kept = add_rich_partner(desk, one, *ours)
        gone = add_rich_partner(desk, other, *theirs)
        before, found_by = content_of(desk), derived_of(desk)
        keys = [each.key for each in desk.merging.differences(kept, gone)]
        merged = desk.merging.merge(kept.key, gone.key, dict(zip(keys, sides, strict=False)))
        said = texts_in((merged.partner, *merged.contacts))
        for partner in (kept, gone):
            for value in (partner.email, partner.website, partner.notes, partner.street, partner.city):
                assert any(bare(value) in text for text in said), value
        for entry in (kept, gone, *ours, *theirs):
            digits = "".join(filter(str.isdigit, entry.phone))
            assert any(digits[-9:] in "".join(filter(str.isdigit, text)) for text in said), entry.phone
            assert any(bare(entry.email) in text for text in said), entry.email
        for person in (*ours, *theirs):
            for value in (person.job_title, person.salutation):
                assert any(bare(value) in text for text in said), value
            for day in (person.birthday, person.name_day):
                forms = (day.removeprefix("--"), annual_day_text(day))
                assert any(form in text for text in said for form in forms), day
            form = bare(gender_label(person.gender))
            known = {contact.gender for contact in merged.contacts}
            assert person.gender in {None, *known} or any(form in text for text in said), form
        desk.undo.undo()
        assert content_of(desk) == before
        assert derived_of(desk) == found_by
        desk.undo.redo()
    with open_desk(path, resources, catalogues, "en") as desk:
        assert len(desk.directory.keys()) == 1
        desk.kept_changes.take_back(desk.kept_changes.all()[0].key)
        assert content_of(desk, "kept_change") == {
            name: rows for name, rows in before.items() if name != "kept_change"
        }
        assert derived_of(desk) == found_by


def test_a_merged_firm_is_found_by_what_either_entry_held(desk: Desk) -> None:
    kept, gone = two(desk)
    desk.merging.merge(kept.key, gone.key, {})
    for words in ("roza", "sluby", "krotka", "765 43 21", "biuro", "druga"):
        assert desk.directory.keys(words) == [kept.key], words


def test_a_form_that_was_open_on_the_merged_entry_is_told(desk: Desk) -> None:
    kept, gone = two(desk)
    file = desk.directory.file(gone.key)
    desk.merging.merge(kept.key, gone.key, {})
    with pytest.raises(Problem, match="removed in the meantime"):
        desk.directory.save(PartnerFile(replace(file.partner, city="Hel"), file.contacts))


def test_a_stopped_merge_leaves_both_as_they_were(desk: Desk) -> None:
    kept, gone = two(desk)
    before, label = content_of(desk), desk.undo.undo_label
    steps: list[tuple[int, int]] = []

    def count(done: int, total: int) -> None:
        steps.append((done, total))

    def stop_at_the_end(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.merging.merge(kept.key, gone.key, {}, stop_at_the_end)
    assert content_of(desk) == before
    assert desk.undo.undo_label == label
    desk.merging.merge(kept.key, gone.key, {}, count)
    total = steps[0][1]
    assert total >= 4
    assert steps == [(done, total) for done in range(total + 1)]


def test_further_numbers_and_addresses_stand_once_and_not_beside_the_main_ones() -> None:
    partner = Partner(name="Alfa", phone="601 234 567", street="Długa 1", city="Gdańsk")
    warehouse = Address(label="magazyn", street="Krótka 2", city="Sopot")
    assert united_addresses(
        partner, [Address(street="DŁUGA  1", city="gdansk"), warehouse, replace(warehouse, label="")]
    ) == (warehouse,)
    office = Channel(kind=ChannelKind.PHONE, value="58 300 00 00", label="biuro")
    assert united_channels(
        partner,
        [Channel(kind=ChannelKind.PHONE, value="+48601234567"), office, replace(office, value="583000000")],
    ) == (office,)
    assert united_notes("pierwsza", "druga") == "pierwsza\n\ndruga"
    assert united_notes("pierwsza i druga", "druga") == united_notes("druga", "pierwsza i druga")
