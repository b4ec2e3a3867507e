"""Puts set pages into a PDF file; the same pages always give the same bytes."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from partnerdesk.documents.fonts import Face
from partnerdesk.documents.letter_layout import ACCENT, LEFT, PAGE_HEIGHT, RIGHT
from partnerdesk.documents.typesetting import FillMark, LineMark, Mark, PictureMark, RuleMark, Style, TextMark

# Text armour around compressed bytes makes files a quarter larger and serves no one.
rl_config.useA85 = 0


def open_canvas(file: BytesIO, *, title: str, author: str, language: str | None, day: date) -> Any:
    """A4 pages with their metadata; ``day`` counts as the day on which the file was made."""
    canvas = Canvas(
        file,
        pagesize=A4,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.REGULAR.value,
        lang=language,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("")
    canvas.setCreator("PartnerDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: _pdf_date(day))
    return canvas


def _pdf_date(day: date) -> str:
    """Noon, so that no time zone makes another day of it (PDF 1.7, 7.9.4)."""
    return f"D:{day.year:04}{day.month:02}{day.day:02}120000Z"


def draw_page(canvas: Any, marks: Sequence[Mark]) -> None:
    """Draw everything that stands on one page, and end the page."""
    style: Style | None = None
    for mark in marks:
        if isinstance(mark, TextMark):
            if mark.style != style:
                style = mark.style
                canvas.setFont(style.face.value, style.size)
                canvas.setFillColor(HexColor(style.colour))
            canvas.drawString(mark.x, PAGE_HEIGHT - mark.y, mark.text)
            continue
        if isinstance(mark, FillMark):
            style = None
        _draw_shape(canvas, mark)
    canvas.showPage()


def _draw_shape(canvas: Any, mark: PictureMark | RuleMark | LineMark | FillMark) -> None:
    match mark:
        case PictureMark(picture, x, y):
            lower = PAGE_HEIGHT - y - picture.height
            canvas.drawImage(picture.reader, x, lower, picture.width, picture.height)
        case RuleMark(y):
            _draw_line(canvas, LineMark(LEFT, y, RIGHT - LEFT, ACCENT, 0.8))
        case LineMark():
            _draw_line(canvas, mark)
        case FillMark(x, y, width, height, colour):
            canvas.setFillColor(HexColor(colour))
            canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)


def _draw_line(canvas: Any, line: LineMark) -> None:
    canvas.setStrokeColor(HexColor(line.colour))
    canvas.setLineWidth(line.thickness)
    canvas.line(line.x, PAGE_HEIGHT - line.y, line.x + line.length, PAGE_HEIGHT - line.y)
