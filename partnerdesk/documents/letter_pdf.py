"""Prints letters as PDF files; see letter_layout for what stands where."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from partnerdesk.documents.fonts import Face, register_fonts
from partnerdesk.documents.letter_layout import ACCENT, LEFT, PAGE_HEIGHT, RIGHT, one_line, set_letter
from partnerdesk.documents.picture import printed_picture
from partnerdesk.documents.typesetting import Mark, PictureMark, RuleMark, Style, TextMark
from partnerdesk.domain.printed_letter import PrintedLetter

# Text armour around compressed bytes makes files a quarter larger and serves no one.
rl_config.useA85 = 0


def render_letter(letter: PrintedLetter, resources: Path) -> bytes:
    """One letter as a PDF; the same letter always gives the same bytes. Errors as in render_letters."""
    return render_letters([letter], resources)


def render_letters(letters: Sequence[PrintedLetter], resources: Path) -> bytes:
    """All letters in one PDF, each beginning on a page of its own and numbering its own pages.

    ``resources`` is the folder that holds ``fonts``. Raises PictureError if a logo or a signature cannot
    be printed, ValueError if there are no letters or one is in a language other than "pl" and "en".
    """
    if not letters:
        raise ValueError("there is no letter to print")
    register_fonts(resources)
    file = BytesIO()
    canvas = _open_canvas(file, letters)
    picture = cache(printed_picture)
    for letter in letters:
        for marks in set_letter(letter, picture):
            _draw_page(canvas, marks)
    canvas.save()
    return file.getvalue()


def _open_canvas(file: BytesIO, letters: Sequence[PrintedLetter]) -> Any:
    languages = {letter.language for letter in letters}
    titles = {_title(letter) for letter in letters}
    authors = {one_line(letter.author) for letter in letters}
    author = authors.pop() if len(authors) == 1 else ""
    written_on = max(letter.written_on for letter in letters)
    canvas = Canvas(
        file,
        pagesize=A4,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.REGULAR.value,
        lang=languages.pop() if len(languages) == 1 else None,
    )
    canvas.setTitle(titles.pop() if len(titles) == 1 else author)
    canvas.setAuthor(author)
    canvas.setSubject("")
    canvas.setCreator("PartnerDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: _pdf_date(written_on))
    return canvas


def _title(letter: PrintedLetter) -> str:
    """The subject or, without one, whom the letter is for."""
    candidates = (letter.subject, *letter.recipient, letter.salutation, letter.author)
    return next(filter(None, map(one_line, candidates)), "")


def _pdf_date(day: date) -> str:
    """Noon, so that no time zone makes another day of it (PDF 1.7, 7.9.4)."""
    return f"D:{day.year:04}{day.month:02}{day.day:02}120000Z"


def _draw_page(canvas: Any, marks: Sequence[Mark]) -> None:
    style: Style | None = None
    for mark in marks:
        match mark:
            case TextMark():
                if mark.style != style:
                    style = mark.style
                    canvas.setFont(style.face.value, style.size)
                    canvas.setFillColor(HexColor(style.colour))
                canvas.drawString(mark.x, PAGE_HEIGHT - mark.y, mark.text)
            case PictureMark(picture, x, y):
                lower = PAGE_HEIGHT - y - picture.height
                canvas.drawImage(picture.reader, x, lower, picture.width, picture.height)
            case RuleMark(y):
                canvas.setStrokeColor(HexColor(ACCENT))
                canvas.setLineWidth(0.8)
                canvas.line(LEFT, PAGE_HEIGHT - y, RIGHT, PAGE_HEIGHT - y)
    canvas.showPage()
