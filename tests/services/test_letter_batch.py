"""The same letter to several partners: real files, one step to undo, nothing lost when stopped."""

import os
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, HistoryKind, Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.file_names import letter_file_name
from partnerdesk.services.letter_batch import BatchOrder, Files, read_recipients, write_batch
from partnerdesk.services.problems import Cancelled, Problem

DAY = date(2026, 11, 23)


@pytest.fixture
def keys(desk: Desk) -> tuple[int, ...]:
    desk.own_firm.save(OwnFirm(id=1, name="Mimoza", city="Gdańsk"))
    anna, other = (Contact(first_name="Anna", surname="Nowak", gender=Gender.F) for _number in range(2))
    files = (
        PartnerFile(Partner(name="Żuraw", city="Gdańsk", first_day=date(2020, 1, 1)), (anna,)),
        PartnerFile(Partner(name="Smith & Sons", language="en"), ()),
        PartnerFile(Partner(name="Łódka", sells=("żagle",)), (replace(other, salutation="Droga Aniu"),)),
    )
    return tuple(desk.directory.save(file).partner.key for file in files)


@pytest.fixture
def ask(keys: tuple[int, ...], tmp_path: Path) -> Callable[..., BatchOrder]:
    def order(files: Files = Files.SEPARATE, key: str = "mutual_support") -> BatchOrder:
        return BatchOrder(key, keys, DAY, tmp_path / "letters", files)

    return order


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def stop_at(number: int) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        if done >= number:
            raise Cancelled

    return report


def letters_of(desk: Desk, key: int) -> int:
    return sum(entry.kind is HistoryKind.LETTER for entry in desk.directory.history(key))


def test_each_recipient_is_named_with_its_own_greeting_and_language(
    desk: Desk, keys: tuple[int, ...]
) -> None:
    seen: list[tuple[int, int]] = []
    found = read_recipients(desk, "mutual_support", keys, DAY, lambda done, total: seen.append((done, total)))
    assert [(one.partner.name, one.person, one.salutation, one.language) for one in found] == [
        ("Żuraw", "Anna Nowak", "Szanowna Pani Anno,", "pl"),
        ("Smith & Sons", "", "Dear Smith & Sons team,", "en"),
        ("Łódka", "Anna Nowak", "Droga Aniu,", "pl"),
    ]
    assert all(one.lacks == () for one in found)
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_fields_of_which_nothing_is_known_are_named(desk: Desk, keys: tuple[int, ...]) -> None:
    found = read_recipients(desk, "sole_trader_thanks", keys, DAY, silent)
    assert "Goods or services" in found[0].gaps
    assert "Goods or services" not in found[2].gaps


def test_without_the_firms_name_no_letter_can_be_written(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    desk.own_firm.save(replace(desk.own_firm.get(), name=""))
    found = read_recipients(desk, "mutual_support", keys, DAY, silent)
    assert all("firm's name" in one.lacks[0] for one in found)
    for files in Files:
        outcome = write_batch(desk, ask(files), silent)
        assert (outcome.written, outcome.files) == (0, ())
        assert [partner.name for partner, _reason in outcome.skipped] == ["Żuraw", "Smith & Sons", "Łódka"]
        assert all("firm's name" in reason for _partner, reason in outcome.skipped)


def test_partners_in_the_bin_get_no_letter(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    desk.directory.delete([keys[1]])
    assert len(read_recipients(desk, "mutual_support", keys, DAY, silent)) == 2
    assert write_batch(desk, ask(), silent).written == 2


def test_separate_files_are_written_noted_and_undone_in_one_step(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    outcome = write_batch(desk, ask(), silent)
    assert (outcome.written, len(outcome.files), outcome.skipped) == (3, 3, ())
    assert all(len(PdfReader(path).pages) == 1 for path in outcome.files)
    assert [letters_of(desk, key) for key in keys] == [1, 1, 1]
    assert desk.undo.undo_label == "Export 3 letters"
    desk.undo.undo()
    assert [letters_of(desk, key) for key in keys] == [0, 0, 0]
    assert desk.letters.exported() == []


def test_one_file_holds_all_letters_and_is_noted_for_each(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    outcome = write_batch(desk, ask(Files.MERGED), silent)
    [path] = outcome.files
    assert len(PdfReader(path).pages) == 3
    assert {letter.file_name for letter in desk.letters.exported()} == {path.name}
    assert [letters_of(desk, key) for key in keys] == [1, 1, 1]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_both_makes_each_letter_once_in_the_history(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    outcome = write_batch(desk, ask(Files.BOTH), silent)
    assert (outcome.written, len(outcome.files)) == (3, 4)
    assert len(PdfReader(outcome.files[0]).pages) == 3
    assert [letters_of(desk, key) for key in keys] == [1, 1, 1]


@pytest.mark.skipif(sys.platform != "linux", reason="the longest path that Linux takes")
def test_letters_that_were_written_stay_noted_though_the_file_of_all_cannot_be(
    desk: Desk, ask: Callable[..., BatchOrder], tmp_path: Path
) -> None:
    firms = [Partner(name=name, language="en") for name in ("A", "B")]
    keys = tuple(desk.directory.save(PartnerFile(firm, ())).partner.key for firm in firms)
    title = desk.catalogue.letters["mutual_support"].title
    merged = letter_file_name("All letters", title, DAY)
    # So deep that this name, which is longer than those of the firms, is one byte too much.
    room = 4096 - len(os.fsencode(tmp_path / merged)) - 1
    folder = tmp_path / "/".join(textwrap.wrap("x" * (room - room // 201), 200))
    outcome = write_batch(desk, replace(ask(Files.BOTH), keys=keys, folder=folder), silent)
    assert (outcome.written, len(outcome.files), outcome.skipped) == (2, 2, ())
    assert "could not be read or written" in outcome.problem
    assert [letters_of(desk, key) for key in keys] == [1, 1]


def test_a_letter_that_cannot_be_printed_is_left_out_and_named(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    odd = desk.directory.file(keys[1])
    desk.directory.save(PartnerFile(replace(odd.partner, name="花屋"), ()))
    for files in (Files.SEPARATE, Files.MERGED):
        outcome = write_batch(desk, ask(files), silent)
        assert outcome.written == 2
        [(partner, reason)] = outcome.skipped
        assert partner.name == "花屋"
        assert "花" in reason


def test_stopped_half_way_finished_letters_stay(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    outcome = write_batch(desk, ask(Files.BOTH), stop_at(2))
    assert outcome.was_stopped
    assert (outcome.written, len(outcome.files)) == (2, 2)
    assert all(path.exists() for path in outcome.files)
    assert [letters_of(desk, key) for key in keys] == [1, 1, 0]


def test_one_file_that_was_stopped_is_not_written_at_all(
    desk: Desk, keys: tuple[int, ...], ask: Callable[..., BatchOrder]
) -> None:
    order = ask(Files.MERGED)
    outcome = write_batch(desk, order, stop_at(1))
    assert (outcome.written, outcome.files, outcome.was_stopped) == (0, (), True)
    assert list(order.folder.iterdir()) == []
    assert desk.letters.exported() == []


def test_a_folder_that_cannot_be_made_is_told_and_nothing_noted(
    desk: Desk, ask: Callable[..., BatchOrder], tmp_path: Path
) -> None:
    (tmp_path / "letters").write_text("a file is in the way")
    with pytest.raises(Problem, match="could not be read or written"):
        write_batch(desk, ask(), silent)
    assert desk.letters.exported() == []
