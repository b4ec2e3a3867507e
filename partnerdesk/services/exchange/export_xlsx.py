"""XLSX whose cells are texts and nothing else: no formula, no link, no number that loses its zeros."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.language.interface import _
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.columns import HEADINGS
from partnerdesk.services.exchange.csv_source import doubled
from partnerdesk.services.exchange.export_table import body_rows, head_row
from partnerdesk.services.problems import Problem

_LONGEST_CELL = 32_767
_WIDTHS = {
    "name": 34, "street": 26, "city": 18, "email": 28, "website": 24, "notes": 40, "addresses": 40,
    "channels": 40, "contact.email": 28, "contact.job_title": 22, "audience": 28, "sells": 28, "tags": 24,
    "assets": 28, "phone": 18, "contact.phone": 18,
}  # fmt: skip
_WIDTH = 15


def write_xlsx(
    target: BinaryIO, files: Iterable[PartnerFile], custom_fields: Sequence[CustomField], language: str
) -> int:
    """Write partners, a row for each person; return how many partners there were.

    Rows leave memory as they are written. Raises ``Problem`` for a text that no cell can hold.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(
        target,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    sheet = book.add_worksheet(_("Partners"))
    bold = book.add_format({"bold": True})
    for column, key in enumerate((*HEADINGS, *("" for _field in custom_fields))):
        sheet.set_column(column, column, _WIDTHS.get(key, _WIDTH))
    for column, name in enumerate(head_row(custom_fields, language)):
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 1)
    count, row = 0, 0
    for file in files:
        count += 1
        for cells in body_rows(file, custom_fields, language):
            row += 1
            for column, cell in enumerate(cells):
                if len(cell) > _LONGEST_CELL:
                    raise Problem(
                        _(
                            "A text of {name} is too long for a spreadsheet. Export as CSV or vCard instead."
                        ).format(name=file.partner.name)
                    )
                if cell:
                    sheet.write_string(row, column, doubled(cell))
    if row:
        sheet.autofilter(0, 0, row, len(HEADINGS) + len(custom_fields) - 1)
    book.close()
    return count
