"""A PDF's pages as pictures for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from partnerdesk.documents.page_pictures import PagePicture


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages of a PDF as pictures, and how many pages it has in all."""

    pictures: tuple[PagePicture, ...]
    count: int


def page_pictures(pdf: bytes, width: int, most: int) -> Pages:
    """At most ``most`` pages, each ``width`` pixels wide; to be called in the worker's thread only.

    Raises ``pypdfium2.PdfiumError`` for bytes that are no PDF.
    """
    from partnerdesk.documents.page_pictures import page_count, page_picture

    count = page_count(pdf)
    pictures = tuple(page_picture(pdf, index, width) for index in range(min(count, most)))
    return Pages(pictures, count)
