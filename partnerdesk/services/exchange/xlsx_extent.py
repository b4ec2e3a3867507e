"""How far the cells of a workbook reach and how long their texts are, measured while its XML is read."""

from array import array
from collections.abc import Callable
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.csv_source import too_many_cells, too_many_columns, too_many_rows
from partnerdesk.services.exchange.source import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from partnerdesk.services.problems import Problem

#: The most that may be inside, once unpacked.
LARGEST_UNPACKED = 250 * 1024 * 1024
#: What Excel itself allows.
LONGEST_TEXT = 32_767
LAST_ROW = 1_048_576

_POINTERS_BETWEEN_LOOKS = 256 * 1024


def broken(path: Path) -> Problem:
    """A file that cannot be read as it should, in the user's words."""
    text = _(
        "The file {file} is damaged or no real .xlsx file. Open it in a spreadsheet, save it as .xlsx and "
        "import that."
    )
    return Problem(text.format(file=path))


def too_large(path: Path) -> Problem:
    """A workbook beyond the limit, in the user's words."""
    text = _("The file {file} holds more than {limit} MB once it is unpacked. Divide it into smaller files.")
    return Problem(text.format(file=path, limit=LARGEST_UNPACKED // 1024 // 1024))


class Extent:
    """How far the cells of a sheet reach, whether they say where they are or follow each other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._row = self._column = 0
        self._first_column = 10**9
        self._last_row = self._last_column = 0

    def refuse(self, *_arguments: object) -> None:
        """No document type is needed here, and one can be a bomb."""
        raise broken(self._path)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow rows and cells."""
        if name == "c":
            place = attributes.get("r")
            if place is None:
                self._column += 1
            else:
                self._place(place)
            self._note()
        elif name == "row":
            number = attributes.get("r")
            self._row = self._row + 1 if number is None else int(number)
            self._column = 0
            if self._row > LAST_ROW:
                raise broken(self._path)

    def _place(self, place: str) -> None:
        letters = place.rstrip("0123456789")
        digits = place[len(letters) :]
        if (
            not 0 < len(letters) <= 3
            or not 0 < len(digits) <= 7
            or not letters.isalpha()
            or not letters.isascii()
        ):
            raise broken(self._path)
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
        self._row, self._column = int(digits), column
        if self._row > LAST_ROW:
            raise broken(self._path)

    def _note(self) -> None:
        row, column = self._row, self._column
        if row > self._last_row or column > self._last_column or column < self._first_column:
            self._last_row, self._last_column = max(row, self._last_row), max(column, self._last_column)
            self._first_column = min(column, self._first_column)
            # The parser hands out every row from the sheet's first one on, used or not.
            rows = self._last_row
            columns = self._last_column - self._first_column + 1
            if columns > MOST_COLUMNS:
                raise too_many_columns(self._path)
            if rows > MOST_ROWS + 1:
                raise too_many_rows(self._path)
            if rows * columns > MOST_CELLS:
                raise too_many_cells(self._path)


class SharedTexts:
    """How long the texts are that cells share: the parser copies one for every cell that points to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sizes = array("L")
        self._pointers = array("L")
        self._in_text = self._points = self._in_pointer = False
        self._length = self._size = 0
        self._pointer = ""
        self._has_sizes = False

    def begin_member(self) -> None:
        """What comes now is another file; only one of them may hold the shared texts."""
        self._has_sizes = bool(self._sizes)
        self._in_text = self._points = self._in_pointer = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow texts and the cells that point to one."""
        if name == "c":
            self._points = attributes.get("t") == "s"
        elif name == "v":
            self._in_pointer, self._pointer = self._points, ""
        elif name in ("si", "is"):
            self._length = self._size = 0
        elif name == "t":
            self._in_text = True

    def read(self, text: str) -> None:
        """Measure what stands in a text, or take what points to one."""
        if self._in_pointer:
            self._pointer += text
            if len(self._pointer) > 20:
                raise broken(self._path)
        elif self._in_text:
            self._length += len(text)
            self._size += len(text.encode())
            if self._length > LONGEST_TEXT:
                message = _(
                    "The file {file} has a cell with more than {limit} characters, so it is no list of "
                    "partners."
                )
                raise Problem(message.format(file=self._path, limit=LONGEST_TEXT))

    def end(self, name: str) -> None:
        """Note a text, or that a cell points to one."""
        name = name.rpartition(":")[2]
        if name == "t":
            self._in_text = False
        elif name == "v" and self._in_pointer:
            self._in_pointer = False
            if self._pointer:
                self._pointers.append(int(self._pointer))
        elif name == "si":
            if self._has_sizes:
                raise broken(self._path)
            self._sizes.append(self._size)

    def check(self, go_on: Callable[[], None]) -> None:
        """Raise ``Problem`` when all cells together hold more than may be unpacked."""
        total = 0
        for place in range(0, len(self._pointers), _POINTERS_BETWEEN_LOOKS):
            total += sum(
                self._sizes[pointer]
                for pointer in self._pointers[place : place + _POINTERS_BETWEEN_LOOKS]
                if pointer < len(self._sizes)
            )
            if total > LARGEST_UNPACKED:
                raise too_large(self._path)
            go_on()
