"""Partners from and to CSV files: read whole or not at all, written so that no cell runs as a formula."""

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile, check_contacts, check_partner
from partnerdesk.services.numbers import format_nip
from partnerdesk.services.partner_columns import CONTACT, Column, columns, find_column
from partnerdesk.services.problems import Problem, disk_problem

_ENCODINGS = ("utf-8-sig", "cp1250")
_SEPARATORS = ";,\t"
_FAULTS_SHOWN = 20
# What a spreadsheet runs as a formula. An apostrophe in front keeps it text; a cell that has some before
# such a mark already gets one more, so that taking one away again always gives back what was there.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NEUTRALISED = re.compile(r"''*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class PartnerTable:
    """What a file holds: its partners, and the headings of columns that nobody knows."""

    files: tuple[PartnerFile, ...]
    unknown_headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many partners were added, and how many were left out because they are there already."""

    added: int
    known: int


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]


def read_partners(path: Path) -> PartnerTable:
    """Read a CSV file whose first line holds headings in Polish or English.

    Encoding (UTF-8 or cp1250) and separator are found out. A row that repeats the name, NIP and town of the
    row before is another person there. Raises ``Problem`` that names the line of each fault.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise disk_problem(error, path) from error
    rows = list(_rows(_decoded(content, path)))
    if not rows:
        raise Problem(_("The file {file} is empty. Choose another file.").format(file=path))
    found = [find_column(heading) for heading in rows[0].cells]
    _check_headings(found, path)
    faults: list[str] = []
    files: list[PartnerFile] = []
    for row in rows[1:]:
        file = _file_of(row, found, faults)
        if files and file.contacts and _same_firm(files[-1].partner, file.partner):
            files[-1] = PartnerFile(files[-1].partner, files[-1].contacts + file.contacts)
        else:
            files.append(file)
    if faults:
        raise Problem(_fault_list(faults))
    unknown = (heading for heading, column in zip(rows[0].cells, found, strict=True) if column is None)
    return PartnerTable(tuple(files), tuple(heading for heading in unknown if heading))


def add_partners(desk: Desk, table: PartnerTable) -> ImportReport:
    """Add the partners of a file as one change, all or none of them.

    One with the NIP of a partner that is there already, or with its name and town, is left out.
    """
    there = desk.directory.all()
    nips = {partner.nip for partner in there if partner.nip}
    names = {_name_and_town(partner) for partner in there}
    added = 0
    with desk.workspace.change(_("Import partners")):
        for file in table.files:
            nip, name = format_nip(file.partner.nip), _name_and_town(file.partner)
            if nip in nips or name in names:
                continue
            desk.directory.save(file)
            added += 1
            names.add(name)
            if nip:
                nips.add(nip)
    return ImportReport(added, len(table.files) - added)


def write_partners(desk: Desk, path: Path, *, overwrite: bool = False) -> int:
    """Write every partner into a CSV file, a row for each of its people, and return how many there are.

    Headings are in the language of the screen, the encoding is UTF-8 with the mark that spreadsheets look
    for, the separator a semicolon. Raises ``Problem``; a file that is there is only replaced on request.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    language = screen_language()
    heads = columns(language)
    writer.writerow([column.heading for column in heads])
    partners = desk.directory.all()
    for partner in partners:
        people: list[Contact | None] = [*desk.directory.contacts(partner.key)]
        for contact in people or [None]:
            cells = (column.cell(_value(column, partner, contact), language) for column in heads)
            writer.writerow([_neutralised(cell) for cell in cells])
    try:
        _write(path, text.getvalue().encode("utf-8-sig"), overwrite)
    except FileExistsError as error:
        raise Problem(_("The file {file} already exists. Choose another name.").format(file=path)) from error
    except OSError as error:
        raise disk_problem(error, path) from error
    return len(partners)


def _decoded(content: bytes, path: Path) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Problem(_("The file {file} is no text. Save it as CSV UTF-8 and try again.").format(file=path))


def _rows(text: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    try:
        for cells in reader:
            tidy = [_restored(cell).strip() for cell in cells]
            if any(tidy):
                yield _Row(line, tidy)
            line = reader.line_num + 1
    except csv.Error as error:
        # An unclosed quotation mark swallows all that follows, so the line where the row began is named.
        message = _("Line {line}: a quotation mark is not closed, or the line is not CSV.")
        raise Problem(message.format(line=line)) from error


def _separator(text: str) -> str:
    """The separator by which the first line gives the most headings that are known."""
    first = text.lstrip("\r\n").splitlines()[:1] or [""]

    def known(separator: str) -> int:
        return sum(find_column(part.strip('" ')) is not None for part in first[0].split(separator))

    return max(_SEPARATORS, key=known)


def _check_headings(found: Sequence[Column | None], path: Path) -> None:
    keys = [column.key for column in found if column]
    twice = [column.heading for column in found if column and keys.count(column.key) > 1]
    if "name" not in keys:
        raise Problem(
            _("The first line of {file} has no heading “Nazwa” or “Name”. Write the headings there.").format(
                file=path
            )
        )
    if twice:
        raise Problem(
            _("These headings mean the same: {headings}. Keep one of them.").format(headings=", ".join(twice))
        )


def _file_of(row: _Row, found: Sequence[Column | None], faults: list[str]) -> PartnerFile:
    partner: dict[str, Any] = {"name": ""}
    contact: dict[str, Any] = {}

    def complain(heading: str, fault: str) -> None:
        place = f"{heading}: " if heading else ""
        faults.append(_("Line {line}: {fault}").format(line=row.line, fault=f"{place}{fault}"))

    if any(row.cells[len(found) :]):
        complain("", _("There are more cells than headings."))
    for column, cell in zip(found, row.cells, strict=False):
        if column is None or not cell:
            continue
        target = contact if column.key.startswith(CONTACT) else partner
        try:
            target[column.key.removeprefix(CONTACT)] = column.value(cell)
        except ValueError as error:
            complain(column.heading, str(error))
    file = PartnerFile(Partner(**partner), (Contact(**contact),) if contact else ())
    headings = {column.key: column.heading for column in found if column}
    for key, fault in (check_partner(file.partner) | check_contacts(file.contacts)).items():
        complain(headings.get(key.replace("contacts.0.", CONTACT), ""), fault)
    return file


def _fault_list(faults: Sequence[str]) -> str:
    shown = [_("Nothing was imported. Correct these lines:"), *faults[:_FAULTS_SHOWN]]
    more = len(faults) - _FAULTS_SHOWN
    if more > 0:
        shown.append(ngettext("… and {count} more.", "… and {count} more.", more).format(count=more))
    return "\n".join(shown)


def _same_firm(one: Partner, other: Partner) -> bool:
    return (format_nip(one.nip), _name_and_town(one)) == (format_nip(other.nip), _name_and_town(other))


def _name_and_town(partner: Partner) -> tuple[str, str]:
    return fold(partner.name), fold(partner.city)


def _value(column: Column, partner: Partner, contact: Contact | None) -> Any:
    if not column.key.startswith(CONTACT):
        return getattr(partner, column.key)
    return None if contact is None else getattr(contact, column.key.removeprefix(CONTACT))


def _neutralised(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _restored(cell: str) -> str:
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def _write(path: Path, content: bytes, overwrite: bool) -> None:
    """Write a whole file or none: under another name first, so that a full disk cannot ruin the old one."""
    if path.exists() and not overwrite:
        raise FileExistsError(path)
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
