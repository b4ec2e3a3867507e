"""Prints letters as PDF files; see letter_layout for what stands where."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from partnerdesk.documents.drawing import draw_page, open_canvas
from partnerdesk.documents.fonts import one_line, register_fonts
from partnerdesk.documents.letter_layout import set_letter
from partnerdesk.documents.picture import printed_picture
from partnerdesk.domain.printed_letter import PrintedLetter


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
            draw_page(canvas, marks)
    canvas.save()
    return file.getvalue()


def _open_canvas(file: BytesIO, letters: Sequence[PrintedLetter]) -> Any:
    languages = {letter.language for letter in letters}
    titles = {_title(letter) for letter in letters}
    authors = {one_line(letter.author) for letter in letters}
    author = authors.pop() if len(authors) == 1 else ""
    return open_canvas(
        file,
        title=titles.pop() if len(titles) == 1 else author,
        author=author,
        language=languages.pop() if len(languages) == 1 else None,
        day=max(letter.written_on for letter in letters),
    )


def _title(letter: PrintedLetter) -> str:
    """The subject or, without one, whom the letter is for."""
    candidates = (letter.subject, *letter.recipient, letter.salutation, letter.author)
    return next(filter(None, map(one_line, candidates)), "")
