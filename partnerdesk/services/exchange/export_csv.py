"""CSV that opens right in a Polish Excel: UTF-8 with its mark, semicolons, CR LF, no formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.csv_source import neutralised
from partnerdesk.services.exchange.export_table import body_rows, head_row


def write_csv(
    target: BinaryIO, files: Iterable[PartnerFile], custom_fields: Sequence[CustomField], language: str
) -> int:
    """Write partners, a row for each person; return how many partners there were."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";")
    writer.writerow([neutralised(name) for name in head_row(custom_fields, language)])
    count = 0
    for file in files:
        count += 1
        for cells in body_rows(file, custom_fields, language):
            writer.writerow([neutralised(cell) for cell in cells])
    text.flush()
    text.detach()
    return count
