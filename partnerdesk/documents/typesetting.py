"""Sets plain text into lines and lines into pages; nothing in a text is ever markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from partnerdesk.documents.fonts import Face, boxed_text, printable_text, text_width
from partnerdesk.documents.picture import PrintedPicture

# A word wider than its line is parted after one of these, so that addresses stay readable.
_WORD_JOINTS = frozenset("-–—/\\._@?&=+,;:\u00a0\u2007\u202f")
_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class Style:
    """How a line looks: lengths in points, the colour as ``0xRRGGBB``."""

    face: Face
    size: float
    leading: float
    colour: int

    @property
    def baseline(self) -> float:
        """How far below the top of its line the letters stand (Lato's ascent is 0.805 of its size)."""
        return (self.leading - self.size) / 2 + 0.805 * self.size

    def width(self, text: str) -> float:
        """The width of one line, in points."""
        return text_width(text, self.face, self.size)


@dataclass(frozen=True, slots=True)
class TextMark:
    """A printed line; ``x`` is its left end, ``y`` its baseline, in points from the page's upper left."""

    text: str
    x: float
    y: float
    style: Style


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture; ``x`` and ``y`` are its upper left corner, in points from the page's upper left."""

    picture: PrintedPicture
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A thin line across the text, ``y`` points below the top of the page."""

    y: float


@dataclass(frozen=True, slots=True)
class LineMark:
    """A thin line of one length; ``x`` and ``y`` are its left end, in points from the page's upper left."""

    x: float
    y: float
    length: float
    colour: int
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class FillMark:
    """A filled rectangle; ``x`` and ``y`` are its upper left corner, in points from the page's upper left."""

    x: float
    y: float
    width: float
    height: float
    colour: int


Mark = TextMark | PictureMark | RuleMark | LineMark | FillMark


@dataclass(frozen=True, slots=True)
class Block:
    """Set lines of one style; ``flush_right`` ranges them on the right margin."""

    lines: tuple[str, ...]
    style: Style
    flush_right: bool = False

    @property
    def height(self) -> float:
        """The height of all lines together, in points."""
        return len(self.lines) * self.style.leading

    def last_lines(self, tail: float) -> int:
        """How many lines at the end stay on one page: short blocks whole, else two or, with a tail, three."""
        if len(self.lines) <= (6 if tail else 3):
            return len(self.lines)
        return 3 if tail else 2

    def least_beginning(self, tail: float) -> float:
        """The height a page must offer for the block to begin on it, when ``tail`` points must follow."""
        if self.last_lines(tail) == len(self.lines):
            return self.height + tail
        return 2 * self.style.leading


def set_block(texts: Iterable[str], style: Style, width: float, *, flush_right: bool = False) -> Block:
    """The texts one below the other, in lines of at most ``width`` points; blank texts take no line."""
    printable = (boxed_text(printable_text(text), style.face) for text in texts)
    lines = (line for text in printable if text.strip() for line in break_lines(text.strip(), style, width))
    return Block(tuple(lines), style, flush_right)


def break_lines(text: str, style: Style, width: float) -> Iterator[str]:
    """Printable text in lines of at most ``width`` points; its own line breaks are kept.

    Lines break at spaces, and several spaces count as one. Only a word wider than a line is parted.
    """
    space = style.width(" ")
    for source_line in text.split("\n"):
        line, used = "", 0.0
        for word in filter(None, source_line.split(" ")):
            advance = style.width(word)
            if line and used + space + advance <= width:
                line, used = f"{line} {word}", used + space + advance
                continue
            if line:
                yield line
            line, used = word, advance
            if advance > width:
                *whole_lines, line = _parted(word, style, width)
                yield from whole_lines
                used = style.width(line)
        yield line


def shortened(text: str, style: Style, width: float) -> str:
    """One line of text or, if it is wider than that, its beginning and an ellipsis."""
    if style.width(text) <= width:
        return text
    used = style.width("…")
    for index, character in enumerate(text):
        used += style.width(character)
        if used > width:
            return f"{text[:index].rstrip()}…"
    return text


def _parted(word: str, style: Style, width: float) -> Iterator[str]:
    """Pieces of one word, each at most ``width`` points (but at least one character) wide."""
    start, used, joint = 0, 0.0, 0
    for index, character in enumerate(word):
        advance = style.width(character)
        if used + advance > width and index > start:
            end = joint if joint - start > (index - start) / 2 else index
            yield word[start:end]
            start, used = end, style.width(word[end:index])
        used += advance
        if character in _WORD_JOINTS:
            joint = index + 1
    yield word[start:]


@dataclass(slots=True)
class Sheets:
    """The pages of one letter while it is being set; all lengths in points, from the page's upper left.

    ``depth`` is where the next line goes. It starts wherever the first page wants it and returns to
    ``top`` on every further page.
    """

    left: float
    right: float
    top: float
    bottom: float
    depth: float
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.bottom - self.depth + _ROUNDING

    def turn_page(self) -> None:
        """Goes on at the top of a new page."""
        self.pages.append([])
        self.depth = self.top

    def leave(self, height: float) -> None:
        """Leaves white space, but none at the top of a page."""
        if self.pages[-1]:
            self.depth += height

    def descend_to(self, depth: float) -> None:
        """Goes down to ``depth`` unless the page is already filled further."""
        self.depth = max(self.depth, depth)

    def rule(self) -> None:
        """Draws a line across the page."""
        self.pages[-1].append(RuleMark(self.depth))

    def picture(self, picture: PrintedPicture) -> None:
        """Places a picture at the left margin."""
        if picture.height > self.room and self.pages[-1]:
            self.turn_page()
        self.pages[-1].append(PictureMark(picture, self.left, self.depth))
        self.depth += picture.height

    def side_by_side(self, left: Sequence[Block], right: Sequence[Block]) -> None:
        """Two narrow columns on one level or, if the page is too short for that, one after the other."""
        heights = [sum(block.height for block in column) for column in (left, right)]
        if max(heights) > self.room:
            for block in (*left, *right):
                self.fill(block)
            return
        level = self.depth
        for column in (left, right):
            self.depth = level
            for block in column:
                self._put(block, block.lines)
        self.depth = level + max(heights)

    def fill(self, block: Block, tail: float = 0.0) -> None:
        """Places a block, on as many pages as it needs, with no single line left on any of them.

        What follows on the last line's page finds ``tail`` points there, if a page has so many.
        """
        leading = block.style.leading
        companions = int((self.bottom - self.top + _ROUNDING - tail) / leading)
        if companions < 1:
            tail, companions = 0.0, len(block.lines)
        kept = min(block.last_lines(tail), companions)
        rest = block.lines
        while len(rest) * leading + tail > self.room:
            count = min(int(self.room / leading), len(rest) - kept)
            if count < 2:
                count = 0 if self.pages[-1] else max(1, count)
            self._put(block, rest[:count])
            rest = rest[count:]
            if not rest:
                return
            self.turn_page()
        self._put(block, rest)

    def _put(self, block: Block, lines: tuple[str, ...]) -> None:
        style = block.style
        for line in lines:
            x = self.right - style.width(line) if block.flush_right else self.left
            self.pages[-1].append(TextMark(line, x, self.depth + style.baseline, style))
            self.depth += style.leading
