"""The command line as people and programs meet it; as a process of its own where that makes a difference."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from partnerdesk.cli import COMMANDS, run_command

ROOT = Path(__file__).resolve().parents[2]
TYPES = [
    "card_swap", "client_base_sale", "dead_lead_swap", "gift_bundle", "discount_programme", "stand_swap",
    "catalogue_swap", "joint_event", "barter", "resource_swap", "joint_client_projects",
    "information_partnership", "affiliate_programme", "product_launch", "joint_business",
]  # fmt: skip
LETTERS = [
    "new_clients", "joint_project", "long_cooperation", "project_success", "mutual_support",
    "sole_trader_thanks", "media_thanks", "school_thanks",
]  # fmt: skip


def environment(folder: Path, language: str = "C.UTF-8") -> dict[str, str]:
    """An environment in which nothing of the user's own data can be met."""
    places = dict.fromkeys(["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"], str(folder))
    return os.environ | places | {"LC_ALL": language, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def english_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def call(arguments: Sequence[str | Path]) -> Answer:
    """Run a sub-command in this process, which is quick."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = run_command([*map(str, arguments)])
        except SystemExit as end:
            status = int(end.code or 0)
    return Answer(status, out.getvalue(), err.getvalue())


def process(arguments: Sequence[str | Path], folder: Path, language: str = "C.UTF-8") -> Answer:
    """Run a sub-command as a process of its own, as a shell does."""
    done = subprocess.run(
        [sys.executable, "-m", "partnerdesk", *map(str, arguments)],
        capture_output=True, encoding="utf-8", env=environment(folder, language), timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sample")
    path = folder / "w.partnerdesk"
    answer = process(["--file", path, "sample"], folder)
    assert answer.status == 0, answer.err
    return path.read_bytes()


@pytest.fixture
def workspace(tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "w.partnerdesk"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def run(workspace: Path) -> Callable[..., Answer]:
    return lambda *arguments: call(["--file", workspace, *arguments])


def names(answer: Answer) -> list[str]:
    return [partner["name"] for partner in answer.json]


def test_types_and_letters_need_no_workspace(tmp_path: Path) -> None:
    kinds = process(["types", "--json"], tmp_path).json
    assert [kind["key"] for kind in kinds] == TYPES
    assert {"title", "idea", "effort", "weakness", "fits_when", "cautions", "terms", "obligations"} <= set(
        kinds[0]
    )
    letters = process(["--json", "templates"], tmp_path).json
    assert [letter["key"] for letter in letters] == LETTERS
    assert all(set(letter) == {"key", "title", "occasion", "voice", "fields"} for letter in letters)
    assert list(tmp_path.iterdir()) == []


def test_the_language_follows_the_locale(tmp_path: Path) -> None:
    assert "Wymiana wizytówek" in process(["types"], tmp_path, "pl_PL.UTF-8").out
    assert "Business card swap" in process(["types"], tmp_path).out


def test_a_sample_is_believable_and_written_once(tmp_path: Path) -> None:
    path = tmp_path / "w.partnerdesk"
    assert call(["sample", "--file", path, "--json"]).json["partners"] >= 25
    before = path.read_bytes()
    again = call(["--file", path, "sample"])
    assert again.status == 1
    assert "holds data already" in again.err
    assert path.read_bytes() == before


def test_an_empty_workspace_may_be_filled_with_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "w.partnerdesk"
    (tmp_path / "none.csv").write_text("Name\n")
    assert call(["--file", path, "partners", "import", tmp_path / "none.csv"]).status == 0
    assert call(["--file", path, "sample"]).status == 0


def test_partners_are_listed_for_programs_and_for_people(run: Callable[..., Answer]) -> None:
    partners = run("partners", "list", "--json").json
    assert len(partners) >= 25
    assert {"uuid", "name", "city", "nip", "stage", "email", "phone"} <= set(partners[0])
    lines = run("partners", "list").out.splitlines()
    assert len(lines) == len(partners) + 1
    assert lines[0].split() == ["Name", "Town", "NIP", "Stage", "E-mail"]


def test_search_folds_case_and_accents(run: Callable[..., Answer]) -> None:
    assert names(run("search", "OSEMKA", "--json")) == ["Cukiernia „Słodka Ósemka” Marek Jankowski"]
    assert names(run("search", "slod", "jankow", "--json")) == ["Cukiernia „Słodka Ósemka” Marek Jankowski"]
    nothing = run("search", "nigdzie")
    assert (nothing.status, nothing.out) == (0, "No partner found.\n")
    assert run("search", "nigdzie", "--json").json == []


@pytest.mark.parametrize(
    "wanted",
    [
        "9996461911",
        "999-646-19-11",
        "bursztynowa przystan",
        "HOTEL „BURSZTYNOWA PRZYSTAŃ” SP. Z O.O.",
        "burszt",
    ],
)
def test_a_partner_is_shown_by_nip_or_name(run: Callable[..., Answer], wanted: str) -> None:
    shown = run("partners", "show", wanted, "--json").json
    assert shown["name"] == "Hotel „Bursztynowa Przystań” sp. z o.o."
    assert [contact["surname"] for contact in shown["contacts"]] == ["Zieliński", "Kaczmarek", "Wrona"]
    assert [entry["type_key"] for entry in shown["partnerships"]] == ["stand_swap", "card_swap"]
    assert shown["partnerships"][0]["obligations"]
    kinds = {entry["kind"] for entry in shown["history"]}
    assert kinds == {"note", "call", "meeting", "letter", "partnership"}


def test_a_partner_is_shown_by_uuid_to_people_too(run: Callable[..., Answer]) -> None:
    uuid = run("search", "Aksamit", "--json").json[0]["uuid"]
    text = run("partners", "show", uuid).out
    assert "Salon kosmetyczny „Aksamit” Zofia Krawczyk" in text
    assert "Klub Mimozy" in text
    assert "None" not in text


def test_a_name_that_fits_several_is_answered_with_the_candidates(run: Callable[..., Answer]) -> None:
    answer = run("partners", "show", "hotel")
    assert (answer.status, answer.out) == (1, "")
    assert "Bursztynowa" in answer.err
    assert "Dolina Radości" in answer.err
    assert run("partners", "show", "nikt taki").status == 1
    assert run("partners", "show", "?!").status == 1


def test_a_partner_is_added_with_a_person_and_the_file_made(tmp_path: Path) -> None:
    path = tmp_path / "new.partnerdesk"
    added = call(
        [
            "partners", "add", "--file", path, "--json", "--name", " Młyn & Syn ", "--nip", "525-000-77-38",
            "--city", "Łódź", "--stage", "contacted", "--first-day", "2021-11-23", "--competitor",
            "--contact-first-name", "Zofia", "--contact-surname", "Żak", "--contact-position", "prezeska",
            "--contact-gender", "f", "--contact-decides",
        ]
    ).json  # fmt: skip
    assert (added["name"], added["nip"], added["is_competitor"]) == ("Młyn & Syn", "5250007738", True)
    shown = call(["--file", path, "partners", "show", added["uuid"], "--json"]).json
    assert shown["first_day"] == "2021-11-23"
    person = shown["contacts"][0]
    assert (person["job_title"], person["gender"], person["is_decision_maker"]) == ("prezeska", "f", True)


def test_a_wrong_value_is_explained_and_stores_nothing(run: Callable[..., Answer]) -> None:
    before = len(run("partners", "list", "--json").json)
    answer = run("partners", "add", "--name", "Acme", "--nip", "1234567890", "--email", "nobody")
    assert answer.status == 1
    assert "NIP" in answer.err
    assert "e-mail" in answer.err
    assert len(run("partners", "list", "--json").json) == before


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_partners_go_to_a_file_and_into_another_workspace(
    run: Callable[..., Answer], tmp_path: Path, ending: str
) -> None:
    file, other = tmp_path / f"partners.{ending}", tmp_path / "other.partnerdesk"
    assert run("partners", "export", file).status == 0
    kept = file.read_bytes()
    assert run("partners", "export", file).status == 1
    assert file.read_bytes() == kept
    assert run("partners", "export", file, "--force").status == 0
    counts = call(["--file", other, "partners", "import", file, "--json"]).json
    assert counts["added"] == len(run("partners", "list", "--json").json)
    # The sample's own fields are not among those of the other workspace, and that is said.
    assert sorted(counts["unknown_headings"]) == ["Own field: Dzień dostaw", "Own field: Ulubione kwiaty"]
    assert (counts["already_there"], counts["faults"]) == (0, [])
    mine = run("partners", "list", "--json").json
    theirs = call(["--file", other, "partners", "list", "--json"]).json
    assert [{**one, "uuid": ""} for one in theirs] == [{**one, "uuid": ""} for one in mine]
    again = call(["--file", other, "partners", "import", file, "--json"]).json
    assert (again["added"], again["already_there"]) == (0, counts["added"])


def test_an_export_needs_an_ending_that_says_its_kind(run: Callable[..., Answer], tmp_path: Path) -> None:
    answer = run("partners", "export", tmp_path / "partners.pdf")
    assert answer.status == 1
    assert ".vcf" in answer.err


def test_a_bad_file_imports_nothing_and_makes_no_workspace(tmp_path: Path) -> None:
    file, path = tmp_path / "bad.csv", tmp_path / "w.partnerdesk"
    for text, message in (('Name;NIP\nAcme;\n"Bad;123\n', "Line 3"), ("Town;NIP\nA;\n", "holds a name")):
        file.write_text(text, encoding="utf-8")
        answer = call(["--file", path, "partners", "import", file])
        assert answer.status == 1
        assert message in answer.err
        assert not path.exists()


def test_what_an_import_could_not_take_is_told_with_its_line(tmp_path: Path) -> None:
    file, path = tmp_path / "some.csv", tmp_path / "w.partnerdesk"
    file.write_text("Name;NIP;Kolor\nAcme;123;red\n;;blue\n", encoding="utf-8")
    answer = call(["--file", path, "partners", "import", file])
    assert answer.status == 0
    assert "Added 1 partner." in answer.out
    assert "Columns left out: Kolor" in answer.err
    assert "Line 2: NIP: This is not a valid NIP" in answer.err
    assert "Line 3: There is no name" in answer.err


def test_an_import_updates_only_when_told_to(tmp_path: Path) -> None:
    file, path = tmp_path / "some.csv", tmp_path / "w.partnerdesk"
    file.write_text("Name;Phone\nAcme;1\n", encoding="utf-8")
    call(["--file", path, "partners", "import", file])
    file.write_text("Name;Phone\nAcme;2\n", encoding="utf-8")
    assert "1 was there already" in call(["--file", path, "partners", "import", file]).out
    assert "Updated 1 partner." in call(["--file", path, "partners", "import", file, "--update"]).out
    assert call(["--file", path, "partners", "list", "--json"]).json[0]["phone"] == "2"


def test_letters_go_to_named_partners_in_their_own_language(
    run: Callable[..., Answer], tmp_path: Path
) -> None:
    out = tmp_path / "letters"
    answer = run(
        "letters",
        "long_cooperation",
        "--to",
        "Aksamit",
        "Nordblüten",
        "aksamit",
        "--out",
        out,
        "--merged",
        "--json",
    )
    assert len(answer.json["files"]) == 2
    texts = [PdfReader(path).pages[0].extract_text() for path in answer.json["files"]]
    assert "Szanowna Pani Zofio," in texts[0]
    assert "Dear Ms Müller," in texts[1]
    assert len(PdfReader(answer.json["merged"]).pages) == 2
    assert sorted(map(str, out.iterdir())) == sorted([*answer.json["files"], answer.json["merged"]])
    history = run("partners", "show", "Aksamit", "--json").json["history"]
    assert history[0]["kind"] == "letter"


def test_letters_go_to_everybody_in_one_language(run: Callable[..., Answer], tmp_path: Path) -> None:
    answer = run("letters", "mutual_support", "--all", "--language", "en", "--out", tmp_path / "out")
    assert answer.status == 0, answer.err
    files = [Path(line) for line in answer.out.splitlines()]
    assert len(files) == len(run("partners", "list", "--json").json)
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)


def test_letters_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    path = tmp_path / "w.partnerdesk"
    call(["--file", path, "partners", "add", "--name", "Acme"])
    answer = call(["--file", path, "letters", "new_clients", "--all", "--out", tmp_path / "out", "--merged"])
    assert (answer.status, answer.out) == (1, "")
    assert "Acme: Your firm's name is missing" in answer.err
    unknown = call(["--file", path, "letters", "love", "--all", "--out", tmp_path / "out"])
    assert unknown.status == 1
    assert "mutual_support" in unknown.err


def test_an_agreement_is_written_by_name_in_the_partners_language_or_another(
    run: Callable[..., Answer], tmp_path: Path
) -> None:
    assert "no partnership" in run("agreement", "Nigdzie", "--out", tmp_path).err
    polish = Path(run("agreement", "Studio „Nitka i Mimoza”", "--out", tmp_path, "--json").json["file"])
    english = Path(
        run("agreement", "STUDIO „nitka i mimoza”", "--language", "en", "--out", tmp_path).out.strip()
    )
    assert "ustalenia" in polish.name
    assert "agreement" in english.name
    assert "Wspólna firma" in PdfReader(polish).pages[0].extract_text()
    assert "Joint business" in PdfReader(english).pages[0].extract_text()


def test_a_backup_is_put_back_and_what_was_there_is_kept(run: Callable[..., Answer], tmp_path: Path) -> None:
    before = names(run("partners", "list", "--json"))
    backup = Path(run("backup", tmp_path / "backups").out.strip())
    assert backup.is_file()
    run("partners", "add", "--name", "Aaa później")
    saved = run("restore", backup, "--json").json["before"]
    assert names(run("partners", "list", "--json")) == before
    assert "Aaa później" in names(call(["--file", saved, "partners", "list", "--json"]))


def test_a_damaged_backup_changes_nothing(
    run: Callable[..., Answer], workspace: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.partnerdesk"
    bad.write_bytes(workspace.read_bytes()[:5000])
    before = workspace.read_bytes()
    assert run("restore", bad).status == 1
    assert run("restore", tmp_path / "none.partnerdesk").status == 1
    assert workspace.read_bytes() == before


def test_check_tells_sound_files_from_damaged_ones(run: Callable[..., Answer], workspace: Path) -> None:
    found = run("check", "--json").json
    assert (found["types"], found["letters"]) == (15, 8)
    assert found["partnerships"] >= 12
    assert "is sound" in run("check").out
    content = bytearray(workspace.read_bytes())
    content[8192:12288] = bytes(4096)
    workspace.write_bytes(content)
    assert run("check").status == 1


@pytest.mark.parametrize(
    "command",
    [
        ["partners", "list"], ["partners", "show", "x"], ["partners", "export", "x.csv"], ["search", "x"],
        ["letters", "new_clients", "--all", "--out", "x"], ["backup", "x"], ["check"],
    ],
)  # fmt: skip
def test_a_missing_workspace_is_named_and_not_made(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "none.partnerdesk"
    answer = call([*command, "--file", path])
    assert (answer.status, answer.out) == (1, "")
    assert str(path) in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 50])
def test_a_file_that_is_no_workspace_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(content)
    for command in (["partners", "list"], ["sample"], ["check"], ["partners", "add", "--name", "x"]):
        assert call(["--file", path, *command]).status == 1
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "arguments",
    [
        ["types", "--nonsense"], ["partners"], ["partners", "add"], ["partners", "show"], ["search"],
        ["letters", "new_clients", "--out", "x"], ["letters", "new_clients", "--all"],
        ["letters", "new_clients", "--all", "--to", "x", "--out", "x"],
        ["letters", "new_clients", "--all", "--language", "de", "--out", "x"],
        ["partners", "add", "--name", "x", "--first-day", "yesterday"], ["backup"], ["restore"],
    ],
)  # fmt: skip
def test_arguments_that_make_no_sense_end_with_two(arguments: list[str]) -> None:
    answer = call(arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "usage: partnerdesk" in answer.err


def test_exit_statuses_reach_the_shell(tmp_path: Path) -> None:
    missing = tmp_path / "none.partnerdesk"
    assert process(["--file", missing, "partners", "list"], tmp_path).status == 1
    usage = process(["partners", "add"], tmp_path)
    assert (usage.status, usage.out) == (2, "")
    assert "--name" in usage.err


def test_without_a_workspace_the_usage_is_shown() -> None:
    answer = call(["check"])
    assert (answer.status, answer.out) == (2, "")
    assert "--file FILE" in answer.err


def test_help_names_every_command(tmp_path: Path) -> None:
    answer = process(["--help"], tmp_path)
    assert answer.status == 0
    assert all(command in answer.out for command in COMMANDS)
    assert call(["--version"]).out.startswith("PartnerDesk ")


def test_a_reader_that_goes_away_is_no_disaster(workspace: Path, tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "partnerdesk", "--file", workspace, "partners", "list", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path),
    )  # fmt: skip
    writer.stdout.close()
    errors = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait(60) == 1
    assert errors == b""


def test_output_is_utf8_whatever_the_locale(workspace: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "partnerdesk", "--file", workspace, "search", "osemka"],
        capture_output=True, env=environment(tmp_path, "C") | {"PYTHONIOENCODING": "ascii"},
        timeout=60, check=True,
    )  # fmt: skip
    assert "Słodka Ósemka" in done.stdout.decode("utf-8")


SAVER = """
import sys, time
from pathlib import Path
from partnerdesk.domain.partner import Partner
from partnerdesk.services.catalogue import read_catalogues
from partnerdesk.services.desk import open_desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.resources import resources_folder
resources = resources_folder()
desk = open_desk(Path(sys.argv[1]), resources, read_catalogues(resources), "en")
desk.directory.save(PartnerFile(Partner(name="Zapisany"), ()))
print("saved", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_what_was_saved_survives_a_kill(run: Callable[..., Answer], workspace: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, workspace], stdout=subprocess.PIPE, env=environment(tmp_path)
    ) as saver:
        assert saver.stdout.readline().strip() == b"saved"
        saver.kill()
    assert "Zapisany" in names(run("partners", "list", "--json"))
    assert run("check").status == 0
