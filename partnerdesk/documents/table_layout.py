"""Sets tables and pairs of name and text into strips; columns share the width by what they hold."""

from collections.abc import Sequence
from dataclasses import replace

from partnerdesk.documents.fonts import Face, printable_text
from partnerdesk.documents.strips import Strip, block_strips, gap, kept_with_next, line_strips
from partnerdesk.documents.typesetting import Block, FillMark, LineMark, Mark, Style, TextMark, set_block
from partnerdesk.domain.printed_agreement import Column, Pair, Table

INK, GREY, HAIRLINE, SHADE = 0x1C1E21, 0x5C6470, 0xD3D9E0, 0xF0F3F6

_NAME = Style(Face.REGULAR, 9, 12.5, GREY)
_TEXT = Style(Face.REGULAR, 9.5, 12.5, INK)
_CAPTION = Style(Face.BOLD, 9.5, 13, INK)
_HEADING = Style(Face.BOLD, 8, 11, GREY)
_CELL = Style(Face.REGULAR, 9, 12.5, INK)
_GROUP = Style(Face.BOLD, 9, 12.5, INK)

_PADDING = 3.0
_SIDE = 4.0
_GUTTER = 12.0
_NAMES_SHARE = 0.36
# A longer word than this share of the table is parted, so that it cannot squeeze the other columns.
_WIDEST_WORD = 0.3


def pair_strips(pair: Pair, left: float, width: float) -> list[Strip]:
    """A name on the left and its text on the right, with a hairline below."""
    names = _NAMES_SHARE * width
    cells = [
        (left, set_block([pair.name], _NAME, names - _GUTTER)),
        (left + names, set_block([pair.text], _TEXT, width - names)),
    ]
    return _row(cells, LineMark(left, 0, width, HAIRLINE))


def table_strips(table: Table, left: float, width: float) -> list[Strip]:
    """Caption, headings and rows; the first two are set again on every page that the table reaches."""
    widths = _column_widths(table, width - 2 * _SIDE)
    places = [left + _SIDE + sum(widths[:at]) + at * _GUTTER for at in range(len(widths))]
    rule = LineMark(left, 0, width, HAIRLINE)
    columns = list(zip(table.columns, places, widths, strict=True))
    caption = set_block([table.caption], _CAPTION, width)
    heading = tuple(
        kept_with_next(
            [
                *block_strips(caption, left),
                *([gap(2)] if caption.lines else []),
                *_shaded(_row(_cells([one.heading for one in table.columns], columns, _HEADING), rule)),
            ]
        )
    )
    strips = [*heading]
    for row in table.rows:
        if len(row) == 1 < len(table.columns):
            block = set_block(row, _GROUP, width - 2 * _SIDE)
            strips += kept_with_next(_row([(left + _SIDE, block)], rule, heading))
        else:
            strips += _row(_cells(row, columns, _CELL), rule, heading)
    return strips


def _shaded(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a row on a shade as wide as the rule below it."""
    rule = next(mark for strip in strips for mark in strip.marks if isinstance(mark, LineMark))
    return [
        replace(strip, marks=(FillMark(rule.x, 0, rule.length, strip.height, SHADE), *strip.marks))
        for strip in strips
    ]


def _cells(
    texts: Sequence[str], columns: Sequence[tuple[Column, float, float]], style: Style
) -> list[tuple[float, Block]]:
    """Each cell's block with its left edge or, where it is ranged on the right, its right one."""
    return [
        (
            x + width if column.numeric else x,
            set_block([text], style, width, flush_right=column.numeric),
        )
        for text, (column, x, width) in zip(texts, columns, strict=True)
    ]


def _row(
    cells: Sequence[tuple[float, Block]], rule: LineMark, heading: tuple[Strip, ...] = ()
) -> list[Strip]:
    """Lines of cells side by side between white space, the rule at the bottom."""
    count = max(1, *(len(block.lines) for _x, block in cells))
    leading = max(block.style.leading for _x, block in cells)
    lines = line_strips(
        [tuple(mark for x, block in cells for mark in _line(block, at, x)) for at in range(count)], leading
    )
    strips = [
        *kept_with_next([Strip(_PADDING)]),
        *lines[:-1],
        # The rule stays with the last line.
        *kept_with_next(lines[-1:]),
        Strip(_PADDING, (replace(rule, y=_PADDING),)),
    ]
    return [replace(strip, heading=heading) for strip in strips]


def _line(block: Block, at: int, x: float) -> list[Mark]:
    if at >= len(block.lines):
        return []
    line, style = block.lines[at], block.style
    return [TextMark(line, x - style.width(line) if block.flush_right else x, style.baseline, style)]


def _column_widths(table: Table, width: float) -> list[float]:
    """Widths that share the whole: each column at least its longest word, more to those with more text."""
    room = width - _GUTTER * (len(table.columns) - 1)
    texts = [[(column.heading, _HEADING)] for column in table.columns]
    for row in table.rows:
        if len(row) == len(table.columns):
            for column, text in zip(texts, row, strict=True):
                column.append((text, _CELL))
    natural = [max(_widest_line(text, style) for text, style in column) for column in texts]
    least = [
        min(max(_widest_word(text, style) for text, style in column), _WIDEST_WORD * room) for column in texts
    ]
    if sum(natural) <= room:
        return _stretched(natural, table.columns, room)
    return _squeezed(natural, least, room)


def _squeezed(natural: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Columns that need less than their share get it whole; the others share the rest by what they hold."""
    widths = list(natural)
    long = set(range(len(widths)))
    while short := {at for at in long if natural[at] <= room / len(long)}:
        room -= sum(natural[at] for at in short)
        long -= short
    spare = room - sum(least[at] for at in long)
    wanted = sum(natural[at] - least[at] for at in long)
    for at in long:
        if spare > 0 and wanted > 0:
            widths[at] = least[at] + spare * (natural[at] - least[at]) / wanted
        else:
            widths[at] = room * natural[at] / sum(natural[at] for at in long)
    return widths


def _stretched(widths: Sequence[float], columns: Sequence[Column], room: float) -> list[float]:
    """Columns that all have what they need; what is left over goes to the wide ones."""
    growing = [width if column.wide else 0.0 for width, column in zip(widths, columns, strict=True)]
    if not sum(growing):
        growing = list(widths)
    spare = room - sum(widths)
    return [width + spare * one / sum(growing) for width, one in zip(widths, growing, strict=True)]


def _widest_line(text: str, style: Style) -> float:
    return max(style.width(line) for line in printable_text(text).split("\n")) + 0.1


def _widest_word(text: str, style: Style) -> float:
    words = printable_text(text).replace("\n", " ").split(" ")
    return max(style.width(word) for word in words) + 0.1
