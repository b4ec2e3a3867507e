"""Partners into a file of their own, written whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.export_csv import write_csv
from partnerdesk.services.exchange.export_table import files_in_order
from partnerdesk.services.exchange.export_vcard import write_vcards
from partnerdesk.services.exchange.export_xlsx import write_xlsx
from partnerdesk.services.exchange.plan import own_fields
from partnerdesk.services.exchange.source import Report, SourceKind
from partnerdesk.services.file_names import write_whole
from partnerdesk.services.problems import Problem, disk_problem

_Writer = Callable[[BinaryIO, Iterable[PartnerFile], Sequence[CustomField], str], int]
_WRITERS: dict[SourceKind, _Writer] = {
    SourceKind.CSV: write_csv,
    SourceKind.XLSX: write_xlsx,
    SourceKind.VCARD: write_vcards,
}


def export_partners(
    desk: Desk,
    keys: Sequence[int],
    path: Path,
    kind: SourceKind,
    *,
    overwrite: bool,
    report: Report,
) -> int:
    """Write the partners with these keys, in that order, into ``path`` and return how many there are.

    Headings and words are in the language of the screen. ``report(done, total)`` is called every now and
    then and may raise ``Cancelled``; the file is then not written. Raises ``Problem``; a file that is there
    is only replaced when ``overwrite`` says so.
    """
    if path.exists() and not overwrite:
        raise Problem(_("The file {file} already exists. Choose another name.").format(file=path))
    fields, language = own_fields(desk), screen_language()
    try:
        return write_whole(
            path, lambda file: _WRITERS[kind](file, files_in_order(desk, keys, report), fields, language)
        )
    except OSError as error:
        raise disk_problem(error, path) from error
