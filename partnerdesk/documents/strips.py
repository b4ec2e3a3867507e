"""Breaks a column of strips into pages: what belongs together stays together, table headings are repeated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from partnerdesk.documents.typesetting import Block, Mark, TextMark

# Blocks of up to so many lines are never parted; longer ones never leave a single line behind.
_WHOLE = 6
_ROUNDING = 0.001
# The largest share of a page that repeated headings may take.
_MOST_REPEATED = 0.25


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the column that no page break parts, ``height`` points high.

    The ``y`` of its marks counts from its top. One that ``keeps`` stands on the page of the next strip;
    ``blank`` ones vanish at the top of a page. ``heading`` is set again where a page begins with this strip.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keeps: bool = False
    blank: bool = False
    heading: tuple["Strip", ...] = ()


def gap(height: float, *, keeps: bool = False) -> Strip:
    """White space."""
    return Strip(height, keeps=keeps, blank=True)


def kept_with_next(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, all of which stay with what follows them."""
    return [replace(strip, keeps=True) for strip in strips]


def line_strips(rows: Sequence[tuple[Mark, ...]], leading: float) -> list[Strip]:
    """Lines of text as strips that do not part a short text, nor leave a line of a long one alone."""
    count = len(rows)
    return [
        Strip(leading, marks, keeps=at < count - 1 and (count <= _WHOLE or at in (0, count - 2)))
        for at, marks in enumerate(rows)
    ]


def block_strips(block: Block, x: float) -> list[Strip]:
    """The lines of a block, from ``x`` on."""
    style = block.style
    return line_strips(
        [(TextMark(line, x, style.baseline, style),) for line in block.lines],
        style.leading,
    )


def paginate(strips: Sequence[Strip], top: float, bottom: float) -> list[list[Mark]]:
    """The pages with everything at its place; all lengths in points from the page's upper left."""
    column = _Column(top, bottom, top)
    for unit in _units(strips):
        column.place(unit)
    return column.pages


def _units(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    unit: list[Strip] = []
    for strip in strips:
        unit.append(strip)
        if not strip.keeps:
            yield unit
            unit = []
    if unit:
        yield unit


@dataclass(slots=True)
class _Column:
    top: float
    bottom: float
    depth: float
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])

    def place(self, unit: Sequence[Strip]) -> None:
        """Set a unit on this page or the next; only one higher than a page is parted."""
        if not self._fits(sum(strip.height for strip in unit)) and self.pages[-1]:
            self._turn_page(unit)
        for strip in unit:
            if not self._fits(strip.height) and self.pages[-1]:
                self._turn_page([strip])
            self._put(strip)

    def _fits(self, height: float) -> bool:
        return self.depth + height <= self.bottom + _ROUNDING

    def _turn_page(self, unit: Sequence[Strip]) -> None:
        self.pages.append([])
        self.depth = self.top
        heading = next((strip for strip in unit if not strip.blank), unit[0]).heading
        # One that is a page long, as a hostile caption would be, is said once only.
        if sum(strip.height for strip in heading) <= _MOST_REPEATED * (self.bottom - self.top):
            for strip in heading:
                self._put(strip)

    def _put(self, strip: Strip) -> None:
        if strip.blank and not self.pages[-1]:
            return
        self.pages[-1] += [replace(mark, y=mark.y + self.depth) for mark in strip.marks]
        self.depth += strip.height
