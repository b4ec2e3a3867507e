"""Files kept with partners."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from partnerdesk.domain.attachment import Attachment
from partnerdesk.domain.partner import Partner
from partnerdesk.services.attachments import LARGEST, file_name, is_program
from partnerdesk.services.desk import Desk, work_apart
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.problems import Cancelled, Problem


@pytest.fixture
def partner(desk: Desk) -> Partner:
    return desk.directory.save(PartnerFile(Partner(name="Alfa"), ())).partner


def write(tmp_path: Path, name: str, content: bytes = b"tre\xc5\x9b\xc4\x87") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def stored(desk: Desk) -> tuple[int, int]:
    return desk.workspace.attachments.count(), desk.workspace.stored_files.count()


def test_a_file_is_kept_and_comes_out_as_it_went_in(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    content = os.urandom(100_000)
    kept = desk.attachments.add(partner.key, write(tmp_path, "Oferta – „żółw”.pdf", content))
    assert (kept.name, kept.size) == ("Oferta – „żółw”.pdf", 100_000)
    assert desk.attachments.content(kept) == content
    desk.undo.undo()
    assert stored(desk) == (0, 0)
    desk.undo.redo()
    assert desk.attachments.content(desk.attachments.of_partner(partner.key)[0]) == content


def test_an_empty_file_and_one_of_exactly_the_limit_are_kept(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    for size in (0, LARGEST):
        assert desk.attachments.add(partner.key, write(tmp_path, f"{size}.txt", bytes(size))).size == size


def test_a_file_above_the_limit_is_refused_with_its_size_and_the_limit(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    path = write(tmp_path, "film.mp4", bytes(LARGEST + 1))
    with pytest.raises(Problem, match=r"“film.mp4” has 10.1.MB; at most 10.MB"):
        desk.attachments.add(partner.key, path)
    assert stored(desk) == (0, 0)


def test_what_is_no_readable_file_is_refused(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rura")
    for path, reason in (
        (tmp_path, "is a folder"),
        (tmp_path / "brak.pdf", "not there any more"),
        (tmp_path / "rura", "not a file that can be kept"),
        (Path("/dev/zero"), "not a file that can be kept"),
    ):
        with pytest.raises(Problem, match=reason):
            desk.attachments.add(partner.key, path)
    assert stored(desk) == (0, 0)


def test_a_name_that_is_no_text_is_kept_readable(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/umowa\xb3.txt"))
    path.write_bytes(b"x")
    assert desk.attachments.add(partner.key, path).name == "umowa?.txt"


def test_a_file_for_a_partner_that_is_gone_is_refused_in_plain_words(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    desk.directory.delete([partner.key])
    desk.bin.remove_for_good([partner.key])
    with pytest.raises(Problem, match="changed or removed in the meantime"):
        desk.attachments.add(partner.key, write(tmp_path, "a.txt"))
    assert stored(desk) == (0, 0)


def test_several_files_are_kept_as_one_step_or_not_at_all(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    one, two = write(tmp_path, "a.txt"), write(tmp_path, "b.txt")
    with pytest.raises(Problem, match="brak"):
        desk.attachments.add_all(partner.key, [one, tmp_path / "brak.txt", two])
    assert stored(desk) == (0, 0)
    desk.attachments.add_all(partner.key, [one, two])
    assert desk.undo.undo_label == "Add 2 files"
    assert stored(desk) == (2, 2)
    desk.undo.undo()
    assert stored(desk) == (0, 0)


def test_adding_can_be_stopped_without_a_trace(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    paths = [write(tmp_path, "a.txt"), write(tmp_path, "b.txt")]
    with pytest.raises(Cancelled):
        desk.attachments.add_all(partner.key, paths, stop)
    assert stored(desk) == (0, 0)


def test_a_file_added_over_another_connection_can_be_undone_here(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt")
    outcome = work_apart(desk, lambda other: other.attachments.add(partner.key, path))
    for change in outcome.changes:
        desk.workspace.tell(change)
    assert desk.undo.undo_label == "Add file a.txt"
    desk.undo.undo()
    assert stored(desk) == (0, 0)


def test_a_removed_file_leaves_nothing_and_undo_brings_it_back(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    kept = desk.attachments.add(partner.key, write(tmp_path, "a.txt", b"abc"))
    desk.attachments.remove(kept.key)
    assert stored(desk) == (0, 0)
    with pytest.raises(Problem, match="removed in the meantime"):
        desk.attachments.content(kept)
    desk.undo.undo()
    assert desk.attachments.content(desk.attachments.of_partner(partner.key)[0]) == b"abc"


def test_a_copy_to_open_is_whole_private_and_only_to_be_read(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    kept = desk.attachments.add(partner.key, write(tmp_path, "a.txt", b"abc"))
    first = desk.attachments.write_copy(kept, tmp_path / "out")
    second = desk.attachments.write_copy(kept, tmp_path / "out")
    assert [first.name, second.name] == ["a.txt", "a (2).txt"]
    assert first.read_bytes() == b"abc"
    assert stat.S_IMODE(first.stat().st_mode) == stat.S_IREAD


@pytest.mark.parametrize(
    "name",
    ["a.exe", "faktura.pdf.EXE", "a.bat", "a.cmd", "a.js", "a.vbs", "a.lnk", "a.desktop", "a.sh", "a.scr"],
)
def test_a_program_is_not_opened_but_can_be_saved(
    desk: Desk, partner: Partner, tmp_path: Path, name: str
) -> None:
    kept = desk.attachments.add(partner.key, write(tmp_path, name, b"abc"))
    with pytest.raises(Problem, match="Save as"):
        desk.attachments.write_copy(kept, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert desk.attachments.save_as(kept, tmp_path / "saved").read_bytes() == b"abc"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("umowa.pdf", "umowa.pdf"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a.exe. ", "a.exe"),
        ("a.exe\u200b", "a.exe"),
        ("CON.txt", None),
        (".ukryty", None),
        ("x" * 300 + ".docx", "x" * 80 + ".docx"),
        ("a:b|c?.txt", None),
    ],
)
def test_names_are_made_safe_and_keep_their_ending(name: str, safe: str | None) -> None:
    made = file_name(Attachment(partner_id=1, stored_file_id=1, name=name, size=0))
    assert safe in (None, made)
    assert made.strip(" .-")
    assert not set(made) & set('/\\:*?"<>|\n\u202e')
    assert Path(made).name == made
    assert is_program(made) is (".exe" in name)


_SAVE_WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from partnerdesk.services.attachments import Attachments
from partnerdesk.services.problems import Problem
from partnerdesk.storage.workspace import Workspace
with Workspace(Path(sys.argv[1])) as workspace:
    attachments = Attachments(workspace)
    [kept] = attachments.of_partner(1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        attachments.save_as(kept, Path(sys.argv[2]))
    except Problem as problem:
        print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are limited by POSIX means")
def test_saving_without_room_leaves_the_file_that_was_there(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    desk.attachments.add(partner.key, write(tmp_path, "film.mp4", bytes(100_000)))
    target = write(tmp_path, "saved.mp4", b"old")
    command = [sys.executable, "-c", _SAVE_WITHOUT_ROOM, str(desk.path), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "could not be read or written" in done.stdout
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".saved*"))


def test_saving_where_one_may_not_write_says_so(desk: Desk, partner: Partner, tmp_path: Path) -> None:
    kept = desk.attachments.add(partner.key, write(tmp_path, "a.txt"))
    with pytest.raises(Problem, match="could not be read or written"):
        desk.attachments.save_as(kept, tmp_path / "no such folder" / "a.txt")


def test_handing_a_file_out_can_be_stopped_with_nothing_written(
    desk: Desk, partner: Partner, tmp_path: Path
) -> None:
    kept = desk.attachments.add(partner.key, write(tmp_path, "a.txt"))
    folder, target = tmp_path / "kopie", write(tmp_path, "stary.txt", b"stare")
    folder.mkdir()

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.attachments.write_copy(kept, folder, stop)
    with pytest.raises(Cancelled):
        desk.attachments.save_as(kept, target, stop)
    assert list(folder.iterdir()) == []
    assert target.read_bytes() == b"stare"
