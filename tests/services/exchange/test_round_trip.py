"""What is exported comes back unchanged, whatever it is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerdesk.domain.custom_field import CustomField, CustomKind
from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    Gender,
    LegalForm,
    Partner,
    Stage,
)
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.language.interface import use_language
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.csv_source import neutralised, restored
from tests.services.exchange.conftest import everything, exported, imported, planned

ENDINGS = ["csv", "xlsx", "vcf"]
OWN_FIELDS = (
    CustomField(label="Kolor; „ulubiony”", kind=CustomKind.TEXT),
    CustomField(label="Obrót", kind=CustomKind.NUMBER, position=1),
    CustomField(label="Audyt", kind=CustomKind.DATE, position=2),
    CustomField(label="Segment", kind=CustomKind.CHOICE, choices=("A, duży", "B"), position=3),
    CustomField(label="Telefon", kind=CustomKind.YES_NO, position=4),
)
FULL = Partner(
    name='Hotel „Żuraw”; bar "Łódź", s.c.', short_name="=1+1", stage=Stage.NEGOTIATING, nip="5250007738",
    regon="016298263", krs="0000028860", legal_form=LegalForm.CIVIL_PARTNERSHIP, tags=("VIP", "'cytat"),
    responsible="Ewa; Żak", is_key_client=True, street="ul. Długa 5\nklatka B", postal_code="80-827",
    city="Gdańsk", country="Polska", email="a@b.example", phone="+48 58 555 01 40", website="@www",
    industry="-hotele", sells=("noclegi", "=SUMA(A1)"), audience=("pary", "grupy"), is_competitor=True,
    language="en", first_day=date(2021, 11, 23), source="targi | 2020", assets=(Asset.GIFTS,),
    addresses=(
        Address(label="magazyn | B", street="ul. \\Boczna 1", postal_code="80-001", city="Hel", country="PL"),
        Address(city="Hel"),
    ),
    channels=(
        Channel(kind=ChannelKind.PHONE, value="58 1", label="recepcja; noc"),
        Channel(kind=ChannelKind.EMAIL, value="x@y.example"),
        Channel(kind=ChannelKind.WEBSITE, value="https://a.example/?a=1&b=2,3"),
    ),
    notes="Pierwszy wiersz\n\nDrugi; z \"cudzysłowem\" i 'apostrofem' \\n\n=SUM(A1) ::: koniec",
)  # fmt: skip
PEOPLE = (
    Contact(
        first_name="Łucja", surname="Żółć", job_title="prezeska, dr", gender=Gender.F, email="l@b.example",
        phone="'+48", is_decision_maker=True, name_day="--12-13", birthday="1980-02-29",
        salutation="Droga Łucjo",
    ),
    Contact(first_name="Kuba", surname="@Kowalski; Nowak", gender=Gender.M, birthday="--02-29"),
    Contact(first_name="Alex"),
    Contact(surname="Jan Kowalski", phone="+48 58 555 01 40"),
)  # fmt: skip


def with_own_fields(desk: Desk) -> dict[str, str]:
    """Add the owner's own fields, anew in each workspace, and return their labels by key."""
    with desk.workspace.change("Fields"):
        fields = [
            desk.workspace.custom_fields.insert(
                CustomField(label=one.label, kind=one.kind, choices=one.choices, position=one.position)
            )
            for one in OWN_FIELDS
        ]
    return {field.uuid: field.label for field in fields}


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_written_comes_back_unchanged(
    desk: Desk, other_desk: Desk, tmp_path: Path, resources: Path, language: str, ending: str
) -> None:
    use_language(language, resources)
    mine, other = with_own_fields(desk), with_own_fields(other_desk)
    values: dict[str, Any] = dict(
        zip(mine, ("zielony\n„mech”", "1234.50", "2026-11-23", "A, duży", False), strict=True)
    )
    desk.directory.save(PartnerFile(FULL, PEOPLE))
    desk.directory.save(PartnerFile(Partner(name="Żabka", custom=values), ()))
    # Two firms that nothing but their identity tells apart.
    desk.directory.save(PartnerFile(Partner(name="Żabka"), (Contact(surname="Nowak"),)))
    desk.directory.save(PartnerFile(Partner(name="'=Apostrof"), (Contact(surname="Nowak"),) * 1))
    path = tmp_path / f"out.{ending}"
    assert exported(desk, path) == 4
    plan = planned(other_desk, path)
    assert (plan.faults, plan.left_out_headings) == ((), ())
    report = imported(other_desk, path)
    assert (report.added, report.skipped) == (4, 0)
    assert everything(other_desk, lambda custom: {other[key]: value for key, value in custom.items()}) == (
        everything(desk, lambda custom: {mine[key]: value for key, value in custom.items()})
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_comes_back_is_known_as_what_it_was(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.directory.save(PartnerFile(FULL, PEOPLE))
    desk.directory.save(PartnerFile(Partner(name="Żabka"), ()))
    before = everything(desk)
    path = tmp_path / f"out.{ending}"
    exported(desk, path)
    plan = planned(desk, path)
    assert [entry.match and entry.match.reason for entry in plan.partners] == ["Exported from here"] * 2
    assert [entry.changes for entry in plan.partners] == [(), ()]
    assert imported(desk, path).skipped == 2
    assert everything(desk) == before


TEXT = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\ufffe\uffff")
    | st.sampled_from("'=+-@;,|\\\"\n\tąłżÓ:."),
    max_size=12,
).filter(lambda text: all(letter >= " " or letter in "\n\t" for letter in text))
LINE = TEXT.map(str.strip)
WORD = st.text("abcżół'=+-", min_size=1, max_size=6)
EMAIL = st.just("") | st.builds("{}@{}.example".format, st.text("abcż'=", min_size=1, max_size=4), WORD)
TERMS = st.lists(WORD, max_size=3, unique_by=str.casefold).map(tuple)
PARTNERS = st.builds(
    Partner,
    name=LINE.filter(bool), short_name=LINE, stage=st.sampled_from(Stage), street=LINE, postal_code=LINE,
    city=LINE, country=LINE, email=EMAIL, phone=LINE, website=LINE, industry=LINE, responsible=LINE,
    source=LINE, notes=LINE, legal_form=st.none() | st.sampled_from(LegalForm), is_key_client=st.booleans(),
    tags=TERMS, sells=TERMS, audience=TERMS, is_competitor=st.booleans(),
    assets=st.lists(st.sampled_from(Asset), max_size=3, unique=True).map(tuple),
    first_day=st.none() | st.dates(), language=st.sampled_from(["pl", "en"]),
    addresses=st.lists(
        st.builds(Address, label=LINE, street=LINE.filter(bool), postal_code=LINE, city=LINE, country=LINE),
        max_size=2,
    ).map(tuple),
    channels=st.lists(
        st.builds(
            Channel, kind=st.sampled_from([ChannelKind.PHONE, ChannelKind.WEBSITE]),
            value=LINE.filter(bool), label=LINE,
        ),
        max_size=2,
    ).map(tuple),
)  # fmt: skip
CONTACTS = st.builds(
    Contact,
    first_name=LINE.filter(bool), surname=LINE, job_title=LINE, gender=st.none() | st.sampled_from(Gender),
    email=EMAIL, phone=LINE, salutation=LINE, is_decision_maker=st.booleans(),
    name_day=st.sampled_from(["", "--02-29", "--12-01"]),
    birthday=st.just("") | st.dates(min_value=date(1900, 1, 1)).map(date.isoformat),
)  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_survives_saving_exporting_and_importing(
    tmp_path_factory: pytest.TempPathFactory,
    resources: Path,
    catalogues: Catalogues,
    ending: str,
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("survives")
    files = data.draw(st.lists(st.tuples(PARTNERS, st.lists(CONTACTS, max_size=2)), min_size=1, max_size=3))
    with (
        open_desk(folder / "a.partnerdesk", resources, catalogues, "en") as desk,
        open_desk(folder / "b.partnerdesk", resources, catalogues, "en") as other,
    ):
        for partner, contacts in files:
            desk.directory.save(PartnerFile(partner, tuple(contacts)))
        path = folder / f"out.{ending}"
        exported(desk, path)
        imported(other, path)
        assert everything(other) == everything(desk)


@given(st.text(alphabet="'=+-@\t\r aż1", max_size=8))
@settings(max_examples=300, deadline=None)
def test_neutralising_can_always_be_taken_back(cell: str) -> None:
    written = neutralised(cell)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restored(written) == cell
