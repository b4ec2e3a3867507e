"""Decides where everything in a letter stands: A4, the recipient in an envelope's window (DIN 5008 B)."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from partnerdesk.documents.fonts import Face, boxed_text, one_line
from partnerdesk.documents.picture import PrintedPicture
from partnerdesk.documents.typesetting import Block, Mark, Sheets, Style, TextMark, set_block, shortened
from partnerdesk.domain.printed_letter import PrintedLetter

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT = 25 * mm, PAGE_WIDTH - 25 * mm
INK, ACCENT, GREY = 0x1C1E21, 0x1F3A5F, 0x5C6470

Picture = Callable[[bytes, float, float], PrintedPicture]
"""Gives a picture no larger than a width and a height in points."""

_TEXT_WIDTH = RIGHT - LEFT
_FIRST_TOP, _TOP, _BOTTOM = 12 * mm, 25 * mm, PAGE_HEIGHT - 25 * mm
_FOOTER = PAGE_HEIGHT - 13 * mm

# The window is 45 to 90 mm below the top edge and 20 to 105 mm from the left one.
_ADDRESS_TOP, _ADDRESS_WIDTH, _BODY_TOP = 50 * mm, 80 * mm, 98 * mm
_DATE_WIDTH = _TEXT_WIDTH - _ADDRESS_WIDTH - 8 * mm

_LOGO_WIDTH, _LOGO_HEIGHT = 45 * mm, 22 * mm
_NAME_WIDTH, _DETAILS_WIDTH, _LETTERHEAD_MOST = 90 * mm, 62 * mm, 60 * mm
_BESIDE_LOGO = _TEXT_WIDTH - _LOGO_WIDTH - 8 * mm
_SIGNATURE_WIDTH, _SIGNATURE_HEIGHT, _HANDWRITING = 55 * mm, 20 * mm, 16 * mm
_GAP, _SIGNATURE_GAP = 8.0, 5.0

_BODY = Style(Face.REGULAR, 10.5, 15, INK)
_ADDRESS = Style(Face.REGULAR, 10.5, 14, INK)
_SUBJECT = Style(Face.BOLD, 11.5, 16, ACCENT)
_SIGNATORY = Style(Face.BOLD, 10.5, 15, INK)
_POSITION = Style(Face.REGULAR, 9, 13, GREY)
_NAME = Style(Face.BOLD, 16, 20, ACCENT)
_SMALL_NAME = Style(Face.BOLD, 11, 16, ACCENT)
_SMALL = Style(Face.REGULAR, 8, 11.2, GREY)

_PAGE_OF = {"pl": "strona {} z {}", "en": "page {} of {}"}


def set_letter(letter: PrintedLetter, picture: Picture) -> list[list[Mark]]:
    """The letter's pages, each with everything printed on it, in reading order.

    Raises ValueError for a language other than "pl" and "en".
    """
    if letter.language not in _PAGE_OF:
        raise ValueError(f"letters are not printed in the language {letter.language!r}")
    sheets = Sheets(LEFT, RIGHT, _TOP, _BOTTOM, _FIRST_TOP)
    _set_letterhead(sheets, letter, picture)
    _set_address(sheets, letter)
    _set_body(sheets, letter, picture)
    if len(sheets.pages) > 1:
        _number_pages(sheets.pages, letter)
    return sheets.pages


def _set_letterhead(sheets: Sheets, letter: PrintedLetter, picture: Picture) -> None:
    """The logo or a large name on the left, the rest small on the right; very much text stands below."""
    name, details = letter.letterhead[:1], letter.letterhead[1:]
    level = sheets.depth
    left: list[Block] = []
    if letter.logo:
        sheets.picture(picture(letter.logo, _LOGO_WIDTH, _LOGO_HEIGHT))
        right = [
            set_block(name, _SMALL_NAME, _BESIDE_LOGO, flush_right=True),
            set_block(details, _SMALL, _BESIDE_LOGO, flush_right=True),
        ]
    else:
        large = set_block(name, _NAME, _NAME_WIDTH)
        left = [large if len(large.lines) <= 2 else set_block(name, _SMALL_NAME, _NAME_WIDTH)]
        right = [set_block(details, _SMALL, _DETAILS_WIDTH, flush_right=True)]
    below = sheets.depth
    if max(sum(block.height for block in column) for column in (left, right)) <= _LETTERHEAD_MOST:
        sheets.depth = level
        sheets.side_by_side(left, right)
        sheets.descend_to(below)
    else:
        sheets.leave(3 * mm)
        sheets.fill(set_block(name, _SMALL_NAME, _TEXT_WIDTH))
        sheets.fill(set_block(details, _SMALL, _TEXT_WIDTH))
    if sheets.pages[-1]:
        sheets.leave(3.5 * mm)
        sheets.rule()


def _set_address(sheets: Sheets, letter: PrintedLetter) -> None:
    """The recipient on the left, place and date on the right of the same level."""
    sheets.leave(5 * mm)
    _descend_on_first_page(sheets, _ADDRESS_TOP)
    recipient = set_block(letter.recipient, _ADDRESS, _ADDRESS_WIDTH)
    place_and_date = set_block([letter.place_and_date], _ADDRESS, _DATE_WIDTH, flush_right=True)
    sheets.side_by_side([recipient], [place_and_date])
    sheets.leave(10 * mm)
    _descend_on_first_page(sheets, _BODY_TOP)


def _descend_on_first_page(sheets: Sheets, depth: float) -> None:
    if len(sheets.pages) == 1:
        sheets.descend_to(depth)


def _set_body(sheets: Sheets, letter: PrintedLetter, picture: Picture) -> None:
    """Everything from the subject to the signatory; headings and the ending stay with their text."""
    headings = [
        set_block([letter.subject], _SUBJECT, _TEXT_WIDTH),
        set_block([letter.salutation], _BODY, _TEXT_WIDTH),
    ]
    paragraphs = [set_block([paragraph], _BODY, _TEXT_WIDTH) for paragraph in letter.paragraphs]
    headings = [block for block in headings if block.lines]
    blocks = headings + [block for block in paragraphs if block.lines]
    ending = _Ending.of(letter, picture)

    tails = [0.0] * len(blocks)
    following = ending.height
    for index in reversed(range(len(blocks))):
        tails[index] = following
        belongs_to_heading = 0 < index <= len(headings)
        following = _GAP + blocks[index].least_beginning(following) if belongs_to_heading else 0.0
    for block, tail in zip(blocks, tails, strict=True):
        sheets.fill(block, tail)
        sheets.leave(_GAP)
    ending.place(sheets)


@dataclass(frozen=True, slots=True)
class _Ending:
    """The closing, the signature or room for one by hand, and who signs: kept on one page."""

    closing: Block
    signature: PrintedPicture | None
    name: Block
    position: Block

    @classmethod
    def of(cls, letter: PrintedLetter, picture: Picture) -> "_Ending":
        return cls(
            set_block([letter.closing], _BODY, _TEXT_WIDTH),
            picture(letter.signature, _SIGNATURE_WIDTH, _SIGNATURE_HEIGHT) if letter.signature else None,
            set_block(letter.signatory[:1], _SIGNATORY, _TEXT_WIDTH),
            set_block(letter.signatory[1:], _POSITION, _TEXT_WIDTH),
        )

    @property
    def signing_height(self) -> float:
        """The room between closing and name, in points."""
        if self.signature:
            return self.signature.height + 2 * _SIGNATURE_GAP
        return _HANDWRITING if self.name.lines else 0.0

    @property
    def height(self) -> float:
        """All of it with the gaps before, in points."""
        texts = self.closing.height + self.name.height + self.position.height
        return 2 * _GAP + texts + self.signing_height if texts or self.signature else 0.0

    def place(self, sheets: Sheets) -> None:
        """Sets the ending where the text has left off."""
        sheets.leave(_GAP)
        sheets.fill(self.closing, self.height - 2 * _GAP - self.closing.height)
        if self.signature:
            sheets.leave(_SIGNATURE_GAP)
            sheets.picture(self.signature)
            sheets.leave(_SIGNATURE_GAP)
        else:
            sheets.leave(self.signing_height)
        sheets.fill(self.name, self.position.height)
        sheets.fill(self.position)


def _number_pages(pages: list[list[Mark]], letter: PrintedLetter) -> None:
    """Puts „firm · page 2 of 3” at the foot of every page; a long firm name is cut short."""
    page_of = _PAGE_OF[letter.language]
    widest = _SMALL.width(" · " + page_of.format(len(pages), len(pages)))
    firm = shortened(boxed_text(one_line(letter.author), _SMALL.face), _SMALL, _TEXT_WIDTH - widest)
    for number, marks in enumerate(pages, start=1):
        footer = " · ".join(filter(None, (firm, page_of.format(number, len(pages)))))
        marks.append(TextMark(footer, RIGHT - _SMALL.width(footer), _FOOTER, _SMALL))
