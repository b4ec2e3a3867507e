"""Decides where everything on an agreement sheet stands: A4, one to two pages for a usual agreement."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from partnerdesk.documents.fonts import Face, boxed_text, one_line
from partnerdesk.documents.picture import PrintedPicture
from partnerdesk.documents.strips import Strip, block_strips, gap, kept_with_next, paginate
from partnerdesk.documents.table_layout import GREY, HAIRLINE, INK, pair_strips, table_strips
from partnerdesk.documents.typesetting import (
    Block,
    LineMark,
    Mark,
    PictureMark,
    Style,
    TextMark,
    set_block,
    shortened,
)
from partnerdesk.domain.printed_agreement import Entry, Note, Pair, Part, Party, PrintedAgreement, Table

Picture = Callable[[bytes, float, float], PrintedPicture]
"""Gives a picture no larger than a width and a height in points."""

_ACCENT = 0x1F3A5F
_PAGE_WIDTH, _PAGE_HEIGHT = A4
_LEFT, _RIGHT = 20 * mm, _PAGE_WIDTH - 20 * mm
_WIDTH = _RIGHT - _LEFT
_TOP, _BOTTOM, _FOOTER = 15 * mm, _PAGE_HEIGHT - 19 * mm, _PAGE_HEIGHT - 11 * mm
_LOGO_WIDTH, _LOGO_HEIGHT = 42 * mm, 16 * mm
_BETWEEN = 10 * mm
_HALF = (_WIDTH - _BETWEEN) / 2
_POINT = 10.0

_OVERLINE = Style(Face.REGULAR, 9, 13, GREY)
_TITLE = Style(Face.BOLD, 18, 23, _ACCENT)
_NAME = Style(Face.REGULAR, 12, 16, INK)
_HEADING = Style(Face.BOLD, 11, 15, _ACCENT)
_FIRM = Style(Face.BOLD, 10, 13.5, INK)
_CALLED = Style(Face.ITALIC, 9, 12.5, GREY)
_BODY = Style(Face.REGULAR, 9.5, 13, INK)
_DETAIL = Style(Face.REGULAR, 9, 12.5, INK)
_CAUTION = Style(Face.REGULAR, 8.5, 11.5, INK)
_WARNING = Style(Face.BOLD, 8.5, 11.5, INK)
_SMALL = Style(Face.REGULAR, 7.5, 10, GREY)

_HANDWRITING = 13 * mm
_PAGE_OF = {"pl": "strona {} z {}", "en": "page {} of {}"}


def set_agreement(agreement: PrintedAgreement, picture: Picture) -> list[list[Mark]]:
    """The sheet's pages, each with everything printed on it, in reading order.

    Raises ValueError for a language other than "pl" and "en".
    """
    if agreement.language not in _PAGE_OF:
        raise ValueError(f"agreements are not printed in the language {agreement.language!r}")
    strips = _head(agreement, picture) + _parties(agreement.parties)
    for part in agreement.parts:
        strips += _part(part)
    # Whoever signs finds some of the text above the signatures.
    end = max((at for at, strip in enumerate(strips) if not strip.blank), default=0)
    strips[end:] = [*kept_with_next(strips[end:]), *_signing(agreement)]
    pages = paginate(strips, _TOP, _BOTTOM)
    if len(pages) > 1:
        _number_pages(pages, agreement)
    return pages


def _head(agreement: PrintedAgreement, picture: Picture) -> list[Strip]:
    """The logo, then what the sheet is on the left and its date on the right, the title and the name."""
    strips = []
    if agreement.logo:
        logo = picture(agreement.logo, _LOGO_WIDTH, _LOGO_HEIGHT)
        strips += [Strip(logo.height, (PictureMark(logo, _LEFT, 0),)), gap(4 * mm)]
    day = set_block([agreement.place_and_date], _OVERLINE, _HALF, flush_right=True)
    strips += _beside(
        [
            (_LEFT, [set_block([agreement.overline], _OVERLINE, _HALF)]),
            (_RIGHT, [day]),
        ]
    )
    strips += block_strips(set_block([agreement.title], _TITLE, _WIDTH), _LEFT)
    strips += block_strips(set_block([agreement.name], _NAME, _WIDTH), _LEFT)
    return [*strips, gap(4 * mm)]


def _parties(parties: Sequence[Party]) -> list[Strip]:
    """The firms, two beside each other, each below a line."""
    strips: list[Strip] = []
    for pair in _in_pairs(parties):
        lines = tuple(LineMark(x, 0, _HALF, _ACCENT, 1) for x in _sides(pair))
        strips.append(Strip(4, lines, keeps=True))
        strips += _beside([(x, _party(party)) for x, party in zip(_sides(pair), pair, strict=True)])
        strips.append(gap(2 * mm))
    return strips


def _party(party: Party) -> list[Block]:
    return [
        set_block([party.name], _FIRM, _HALF),
        set_block([party.called], _CALLED, _HALF),
        set_block([*party.lines, party.signatory], _DETAIL, _HALF),
    ]


def _in_pairs(parties: Sequence[Party]) -> list[Sequence[Party]]:
    return [parties[at : at + 2] for at in range(0, len(parties), 2)]


def _sides(parties: Sequence[Party]) -> list[float]:
    return [_LEFT, _LEFT + _HALF + _BETWEEN][: len(parties)]


def _beside(columns: Sequence[tuple[float, Sequence[Block]]]) -> list[Strip]:
    """Columns of blocks on one level, as strips of one line each; ``x`` of one flush right is its end."""
    # Columns differ in their leading, so each line is as high as the highest of its level.
    levels: list[list[tuple[float, str, Block]]] = []
    for x, blocks in columns:
        lines = [(x, line, block) for block in blocks for line in block.lines]
        for at, line in enumerate(lines):
            if at == len(levels):
                levels.append([])
            levels[at].append(line)
    strips = []
    for at, level in enumerate(levels):
        marks = tuple(_text_mark(x, line, block) for x, line, block in level)
        leading = max(block.style.leading for _x, _line, block in level)
        strips.append(Strip(leading, marks, keeps=at < min(len(levels), 12) - 1))
    return strips


def _text_mark(x: float, line: str, block: Block) -> TextMark:
    style = block.style
    return TextMark(line, x - style.width(line) if block.flush_right else x, style.baseline, style)


def _part(part: Part) -> list[Strip]:
    heading = block_strips(set_block([part.heading], _HEADING, _WIDTH), _LEFT)
    strips = [gap(9), *kept_with_next([*heading, gap(1.5)])]
    last = len(part.entries) - 1
    before: Entry | None = None
    for at, entry in enumerate(part.entries):
        if isinstance(entry, Table) and before is not None:
            strips.append(gap(7))
        elif isinstance(before, Table):
            strips.append(gap(3))
        set_entry = _entry(entry)
        if isinstance(entry, Pair) and at in (0, last - 1) and at < last:
            # No pair stands alone below the heading, nor at the top of the next page.
            set_entry[-1] = replace(set_entry[-1], keeps=True)
        strips += set_entry
        before = entry
    return strips


def _entry(entry: Entry) -> list[Strip]:
    match entry:
        case Pair():
            return pair_strips(entry, _LEFT, _WIDTH)
        case Table():
            return table_strips(entry, _LEFT, _WIDTH)
        case Note(text, point=True):
            lines = block_strips(set_block([text], _CAUTION, _WIDTH - _POINT), _LEFT + _POINT)
            if lines:
                bullet = TextMark("•", _LEFT + 1, _CAUTION.baseline, _CAUTION)
                lines[0] = replace(lines[0], marks=(bullet, *lines[0].marks))
            return [*lines, gap(2.5)]
        case Note(text):
            return block_strips(set_block([text], _BODY, _WIDTH), _LEFT)


def _signing(agreement: PrintedAgreement) -> list[Strip]:
    """The warning and, on the same page, the places to sign."""
    warning = block_strips(set_block([agreement.warning], _WARNING, _WIDTH), _LEFT)
    strips = kept_with_next([gap(6), *warning, gap(8)])
    for pair in _in_pairs(agreement.parties):
        sides = _sides(pair)
        blocks = [_signatory(party) for party in pair]
        strips += kept_with_next(_beside([(x, block) for x, block in zip(sides, blocks, strict=True)]))
        strips.append(Strip(_HANDWRITING, keeps=True))
        strips.append(Strip(_SMALL.leading + 6, _signing_lines(agreement, sides), keeps=True))
    return strips


def _signatory(party: Party) -> list[Block]:
    """Who signs for a firm; very long names are cut short, for they stand in full at the top."""
    name = shortened(boxed_text(one_line(party.name), _FIRM.face), _FIRM, 2 * _HALF - 60)
    person = shortened(boxed_text(one_line(party.signatory), _DETAIL.face), _DETAIL, 2 * _HALF - 60)
    return [set_block([name], _FIRM, _HALF), set_block([person], _DETAIL, _HALF)]


def _signing_lines(agreement: PrintedAgreement, sides: Sequence[float]) -> tuple[Mark, ...]:
    day_width = 0.46 * _HALF
    marks: list[Mark] = []
    for x in sides:
        for start, length, caption in (
            (x, day_width, agreement.place_and_day),
            (x + day_width + 10, _HALF - day_width - 10, agreement.signature),
        ):
            marks.append(LineMark(start, 0, length, GREY))
            marks.append(TextMark(caption, start, 2 + _SMALL.baseline, _SMALL))
    return tuple(marks)


def _number_pages(pages: Sequence[list[Mark]], agreement: PrintedAgreement) -> None:
    """Puts what the sheet is and „page 2 of 3” at the foot of every page."""
    page_of = _PAGE_OF[agreement.language]
    widest = _SMALL.width(page_of.format(len(pages), len(pages))) + _BETWEEN
    title = boxed_text(one_line(agreement.document_title), _SMALL.face)
    title = shortened(title, _SMALL, _WIDTH - widest)
    for number, marks in enumerate(pages, start=1):
        page = page_of.format(number, len(pages))
        marks.append(LineMark(_LEFT, _FOOTER - 10, _WIDTH, HAIRLINE))
        marks.append(TextMark(title, _LEFT, _FOOTER, _SMALL))
        marks.append(TextMark(page, _RIGHT - _SMALL.width(page), _FOOTER, _SMALL))
