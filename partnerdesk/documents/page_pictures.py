"""Pictures of a PDF's pages, for the preview on the screen.

PDFium is not thread-safe: call these functions from one thread at a time, in the whole process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page in pixels, row by row from the top.

    ``pixels`` holds ``height`` rows of ``stride`` bytes; a pixel is four bytes, blue, green, red and one
    without meaning, as QImage.Format_RGB32 is on little-endian machines.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has. Raises pypdfium2.PdfiumError if it is not a PDF."""
    with _opened(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, index: int, width: int) -> PagePicture:
    """One page, ``width`` pixels wide and as high as its shape asks for; the first has the index 0.

    Raises IndexError if there is no such page, ValueError for a width below one pixel.
    """
    if width < 1:
        raise ValueError(f"a picture cannot be {width} pixels wide")
    with _opened(pdf) as document:
        if not 0 <= index < len(document):
            raise IndexError(f"no page {index} among {len(document)}")
        page = document[index]
        # A hair less than the full scale: PDFium rounds up, and would add a column.
        scale = (width - 0.001) / page.get_width()
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    document = PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
