"""CSV files of partners: there and back unchanged, from other programs, and refused as a whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerdesk.domain.partner import Contact, Gender, Partner, Stage
from partnerdesk.language.interface import use_language
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.partner_columns import columns, find_column
from partnerdesk.services.partner_files import (
    _neutralised,
    _restored,
    add_partners,
    read_partners,
    write_partners,
)
from partnerdesk.services.problems import Problem

FULL = Partner(
    name='Hotel „Żuraw”; bar "Łódź", s.c.', short_name="=1+1", stage=Stage.NEGOTIATING, nip="5250007738",
    street="ul. Długa 5\nklatka B", postal_code="80-827", city="Gdańsk", country="Polska",
    email="a@b.example", phone="+48 58 555 01 40", website="@www", industry="-hotele", sells=("noclegi",),
    audience=("'cytat",), is_competitor=True, language="en", first_day=date(2021, 11, 23),
    notes="Pierwszy wiersz\nDrugi; z \"cudzysłowem\" i 'apostrofem'\n=SUM(A1)",
)  # fmt: skip
PEOPLE = (
    Contact(
        first_name="Łucja", surname="Żółć", job_title="prezeska", gender=Gender.F, email="l@b.example",
        phone="'+48", is_decision_maker=True,
    ),
    Contact(first_name="Kuba", surname="@Kowalski", gender=Gender.M),
    Contact(first_name="Alex"),
)  # fmt: skip


@pytest.fixture
def other_desk(tmp_path: Path, resources: Path, catalogues: Catalogues) -> Desk:
    with open_desk(tmp_path / "other.partnerdesk", resources, catalogues, "en") as desk:
        yield desk


def facts(desk: Desk) -> list[tuple[object, ...]]:
    """Everything that a file holds of each partner and its people."""
    keys = [column.key for column in columns("en")]
    found = []
    for partner in desk.directory.all():
        own = tuple(getattr(partner, key) for key in keys if "." not in key)
        people = tuple(
            tuple(getattr(contact, key.partition(".")[2]) for key in keys if "." in key)
            for contact in desk.directory.contacts(partner.key)
        )
        found.append((*own, people))
    return found


def csv_file(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "partners.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def imported(desk: Desk, path: Path) -> list[Partner]:
    add_partners(desk, read_partners(path))
    return desk.directory.all()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_what_is_written_comes_back_unchanged(
    desk: Desk, other_desk: Desk, tmp_path: Path, resources: Path, language: str
) -> None:
    use_language(language, resources)
    desk.directory.save(PartnerFile(FULL, PEOPLE))
    desk.directory.save(PartnerFile(Partner(name="Żabka"), ()))
    desk.directory.save(PartnerFile(Partner(name="'=Apostrof"), (Contact(surname="Nowak"),)))
    path = tmp_path / "out.csv"
    assert write_partners(desk, path) == 3
    use_language("en", resources)
    report = add_partners(other_desk, read_partners(path))
    assert (report.added, report.known) == (3, 0)
    assert facts(other_desk) == facts(desk)


def test_an_exported_file_is_what_a_spreadsheet_expects(desk: Desk, tmp_path: Path, resources: Path) -> None:
    desk.directory.save(PartnerFile(replace(FULL, name="=cmd|' /C calc'!A0"), ()))
    use_language("pl", resources)
    path = tmp_path / "out.csv"
    write_partners(desk, path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfNazwa;")
    assert b"\r\n'=cmd|' /C calc'!A0;" in content
    assert b";'+48 58 555 01 40;" in content


@given(st.text(alphabet="'=+-@\t\r aż1", max_size=8))
@settings(max_examples=300, deadline=None)
def test_neutralising_can_always_be_taken_back(cell: str) -> None:
    written = _neutralised(cell)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert _restored(written) == cell


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_heading_leads_back_to_its_column(language: str) -> None:
    for column in columns(language):
        assert find_column(column.heading.upper()).key == column.key


def test_a_file_of_polish_excel_is_read(desk: Desk, tmp_path: Path) -> None:
    text = (
        "NAZWA FIRMY;Miasto;Imię;Nazwisko;Płeć;Konkurent;Współpraca od\r\n"
        "Żuraw;Łódź;Jaś;Bąk;pan;tak;23.11.2021\r\n"
    )
    partner = imported(desk, csv_file(tmp_path, text, "cp1250"))[0]
    assert (partner.name, partner.city, partner.is_competitor) == ("Żuraw", "Łódź", True)
    assert partner.first_day == date(2021, 11, 23)
    contact = desk.directory.contacts(partner.key)[0]
    assert (contact.full_name, contact.gender) == ("Jaś Bąk", Gender.M)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found_out(desk: Desk, tmp_path: Path, separator: str) -> None:
    path = csv_file(tmp_path, separator.join(["Name", "City", "Phone"]) + "\nAcme" + separator + "Frome\n")
    assert [(partner.name, partner.city) for partner in imported(desk, path)] == [("Acme", "Frome")]


def test_columns_that_nobody_knows_are_named(tmp_path: Path) -> None:
    table = read_partners(csv_file(tmp_path, "Name;Obroty;Kolor\nAcme;1;2\n"))
    assert table.unknown_headings == ("Obroty", "Kolor")


def test_empty_lines_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    assert len(imported(desk, csv_file(tmp_path, "\nName;City\n\nAcme;Frome\n;\n\n"))) == 1


def test_each_fault_is_named_with_its_line_and_nothing_is_stored(desk: Desk, tmp_path: Path) -> None:
    text = (
        "Name;NIP;E-mail;Stage;Notes;First name;Contact: e-mail\n"
        'Acme;;;partner;"two\nlines";;\n'
        "Bad;1234567890;nobody;?;;;\n"
        ";;;;;Jan;\n"
        "Last;;;;;;x@y.example\n"
    )
    with pytest.raises(Problem) as caught:
        imported(desk, csv_file(tmp_path, text))
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("Nothing was imported")
    assert [line.split(":")[0] for line in lines[1:]] == ["Line 4", "Line 4", "Line 4", "Line 5", "Line 6"]
    assert any("“?” is not known here" in line and "partner" in line for line in lines)
    assert any(line.startswith("Line 4: NIP:") for line in lines)
    assert desk.directory.count() == 0


def test_many_faults_are_cut_short(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"… and 30 more\.") as caught:
        read_partners(csv_file(tmp_path, "Name;NIP\n" + "Acme;1\n" * 50))
    assert len(str(caught.value).splitlines()) == 22


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"City;Phone\nA;B\n", "no heading"),
        (b"Name;City;Town\nA;B;C\n", "mean the same: City, Town"),
        (b"Name;City\nA;B;C\n", "Line 2: There are more cells"),
        (b'Name;City\nA;B\nC;"D\nE;F\n', "Line 3: a quotation mark is not closed"),
        (b"Name\nA\x81B\n", "is no text"),
        ("Name\nAcme\n".encode("utf-16"), "Line|no heading|no text"),
        (b"Name;Stage\nA;" + b"x" * 140_000 + b"\n", "Line 2"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Problem, match=message):
        read_partners(csv_file(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"nowhere\.csv"):
        read_partners(tmp_path / "nowhere.csv")


def test_partners_that_are_there_already_are_left_out(desk: Desk, tmp_path: Path) -> None:
    desk.directory.save(PartnerFile(Partner(name="Acme", city="Łódź"), ()))
    desk.directory.save(PartnerFile(Partner(name="Other", nip="5250007738"), ()))
    text = "Name;Town;NIP\nACME;Lodz;\nNew name;;525-000-77-38\nAcme;Frome;\nAcme;Frome;\n"
    report = add_partners(desk, read_partners(csv_file(tmp_path, text)))
    assert (report.added, report.known) == (1, 3)


def test_an_import_is_one_step_to_undo(desk: Desk, tmp_path: Path) -> None:
    imported(desk, csv_file(tmp_path, "Name;First name\nA;Jan\nB;Ewa\n"))
    desk.undo.undo()
    assert desk.workspace.partners.count() == desk.workspace.contacts.count() == 0


def test_a_file_that_is_there_is_replaced_only_on_request(desk: Desk, tmp_path: Path) -> None:
    path = csv_file(tmp_path, "mine")
    with pytest.raises(Problem, match="already exists"):
        write_partners(desk, path)
    assert path.read_text() == "mine"
    write_partners(desk, path, overwrite=True)
    assert "Name" in path.read_text(encoding="utf-8-sig")
    assert [entry.name for entry in tmp_path.glob("*.csv*")] == ["partners.csv"]


def test_a_place_that_cannot_be_written_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be read or written"):
        write_partners(desk, tmp_path / "no" / "folder.csv")
