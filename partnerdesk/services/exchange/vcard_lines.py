"""vCards taken apart into their properties: 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350).

Every character is looked at a bounded number of times, and there is no pattern that could run away.
"""

import binascii
import io
import quopri
import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.source import MOST_ROWS
from partnerdesk.services.problems import Problem

_LONGEST_VALUE = 1_000_000
_MOST_PROPERTIES = 2_000
_CHARACTERS_BETWEEN_LOOKS = 200_000
# Pictures, sounds and keys, which may be large and are of no use here.
_SKIPPED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"})
_BASE64 = frozenset(string.ascii_letters + string.digits + "+/=")
# Parameters of 2.1 that are written without their name.
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
# Those that cards are written in. Python knows others, some of which make halves of characters or take ever
# longer ("unicode_escape", "utf-7", "punycode").
_CHARSETS = re.compile(
    r"utf-?8|utf-?16(-?[lb]e)?|(us-)?ascii|iso-?8859-\d{1,2}|latin\d{1,2}|(windows-|cp)125\d|(cp|ibm)852",
    re.ASCII,
)


@dataclass(slots=True)
class Property:
    """One property; ``value`` is decoded but still holds the backslashes that part its components."""

    name: str
    group: str
    parameters: dict[str, list[str]]
    value: str

    def types(self) -> set[str]:
        """What its TYPE says, in upper case."""
        return {value.upper() for value in self.parameters.get("TYPE", ())}


@dataclass(slots=True)
class Card:
    """One vCard; ``line`` is that of its BEGIN."""

    line: int
    version: str = ""
    properties: list[Property] = field(default_factory=list)


def cards_in(text: str, path: Path, encoding: str, go_on: Callable[[], None]) -> Iterator[Card]:
    """The cards of a file, in order. Raises ``Problem`` that names the line of what is wrong."""
    card: Card | None = None
    nested = count = 0
    for line, content in _logical_lines(text, go_on):
        name = content.partition(":")[0].upper().strip()
        if name == "BEGIN" and _is_vcard(content):
            if card is not None and card.properties and card.properties[-1].name == "AGENT":
                nested += 1
            elif card is not None:
                raise _unfinished(card.line)
            else:
                count += 1
                card = Card(line)
                if count > MOST_ROWS:
                    raise Problem(
                        _("The file {file} has more than {limit} rows. Divide it into smaller files.").format(
                            file=path, limit=MOST_ROWS
                        )
                    )
        elif card is None:
            continue
        elif name == "END" and _is_vcard(content):
            if nested:
                nested -= 1
            else:
                yield card
                card = None
        elif not nested:
            _add(card, content, line, encoding)
    if card is not None:
        raise _unfinished(card.line)


def parts_of(value: str, separator: str) -> list[str]:
    """The parts of a value between separators that no backslash stands before, still with backslashes."""
    if "\\" not in value:
        return value.split(separator)
    parts, start, place = [], 0, 0
    while place < len(value):
        if value[place] == "\\":
            place += 1
        elif value[place] == separator:
            parts.append(value[start:place])
            start = place + 1
        place += 1
    return [*parts, value[start:]]


def plain(value: str) -> str:
    """A value without the backslashes of vCard: of commas, semicolons, colons, line ends and themselves."""
    if "\\" not in value:
        return value
    letters, found = iter(value), []
    for letter in letters:
        if letter != "\\":
            found.append(letter)
            continue
        following = next(letters, "")
        if following in ("n", "N"):
            found.append("\n")
        elif following in ("\\", ",", ";", ":", '"'):
            found.append(following)
        else:
            found.append("\\" + following)
    return "".join(found)


def _is_vcard(content: str) -> bool:
    return content.partition(":")[2].strip().upper() == "VCARD"


def _unfinished(line: int) -> Problem:
    return Problem(
        _(
            "Line {line}: the card that begins here has no end, so the file is not whole. Export it again."
        ).format(line=line)
    )


def _logical_lines(text: str, go_on: Callable[[], None]) -> Iterator[tuple[int, str]]:
    """Lines with what was folded or softly broken put together, and the number of the first of each."""
    parts: list[str] = []
    length = first = unseen = 0
    kind = _Kind("", "")
    version = ""
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        unseen += len(line)
        if unseen > _CHARACTERS_BETWEEN_LOOKS:
            unseen = 0
            go_on()
        line = line.rstrip("\n")
        if kind.continues(parts, line):
            if not kind.is_skipped:
                parts.append(kind.joined(parts, line))
                length += len(line)
                if length > _LONGEST_VALUE:
                    raise Problem(_("Line {line}: this entry is too long to be one.").format(line=first))
            continue
        if parts and parts[0].strip():
            yield first, "".join(parts)
        if line.upper().startswith("VERSION:"):
            version = line[8:].strip()
        parts, first, length = [line], number, len(line)
        kind = _Kind(line, version)
    if parts and parts[0].strip():
        yield first, "".join(parts)


class _Kind:
    """How the line that a property begins with goes on."""

    def __init__(self, line: str, version: str) -> None:
        head = line[:300].partition(":")[0].upper()
        name = head.partition(";")[0].rpartition(".")[2]
        self.is_skipped = name in _SKIPPED
        self._is_old = version == "2.1"
        self._quoted = "QUOTED-PRINTABLE" in head
        self._binary = "BASE64" in head or "ENCODING=B" in head
        self._over = False

    def continues(self, parts: list[str], line: str) -> bool:
        """Whether ``line`` belongs to the property whose ``parts`` were read so far."""
        if not parts or self._over:
            return False
        if self._quoted:
            return parts[-1].endswith("=") and not line.upper().startswith("END:VCARD")
        if self._binary and not line.strip():
            self._over = True
            return True
        if line[:1] in (" ", "\t"):
            return True
        # Some phones do not indent the lines of a picture.
        return self._binary and _BASE64.issuperset(line.strip()) and bool(line)

    def joined(self, parts: list[str], line: str) -> str:
        """What ``line`` adds; the mark of a soft line break is taken away."""
        if self._quoted:
            parts[-1] = parts[-1][:-1]
            return line
        return line if self._is_old and not self._binary else line[1:]


def _add(card: Card, content: str, line: int, encoding: str) -> None:
    if len(card.properties) >= _MOST_PROPERTIES:
        raise Problem(_("Line {line}: this card has too many entries.").format(line=card.line))
    found = _property(content, encoding)
    if found is None:
        return
    if found.name == "VERSION":
        card.version = found.value.strip()
    elif found.name not in _SKIPPED:
        card.properties.append(found)


def _property(content: str, encoding: str) -> Property | None:
    head, value = _head_and_value(content)
    if value is None:
        return None
    pieces = _outside_quotes(head, ";")
    group, _dot, name = pieces[0].rpartition(".")
    parameters: dict[str, list[str]] = {}
    for piece in pieces[1:]:
        key, equals, text = piece.partition("=")
        if not equals:
            key, text = ("ENCODING" if piece.upper() in _ENCODINGS else "TYPE"), piece
        values = [part.strip().strip('"') for part in _outside_quotes(text, ",")]
        parameters.setdefault(key.strip().upper(), []).extend(values)
    coded = {text.upper() for text in parameters.get("ENCODING", ())}
    if "QUOTED-PRINTABLE" in coded:
        charset = next(iter(parameters.get("CHARSET", ())), "")
        value = _unquoted(value, charset, encoding)
    elif coded & {"BASE64", "B"}:
        return None
    return Property(name.strip().upper(), group.strip().upper(), parameters, value)


def _head_and_value(content: str) -> tuple[str, str | None]:
    head, colon, value = content.partition(":")
    if '"' not in head:
        return head, value if colon else None
    quoted = False
    for place, letter in enumerate(content):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return content[:place], content[place + 1 :]
    return head, value if colon else None


def _outside_quotes(text: str, separator: str) -> list[str]:
    if '"' not in text:
        return text.split(separator)
    parts, start, quoted = [], 0, False
    for place, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter == separator and not quoted:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _unquoted(value: str, charset: str, encoding: str) -> str:
    """Quoted-printable text; where it does not say a charset known here, it is UTF-8 or that of the file."""
    try:
        content = quopri.decodestring(value.encode(encoding, "replace"))
    except (ValueError, binascii.Error):
        return value
    said = charset.lower().replace("_", "-").replace("latin-", "latin")
    for name in (said, "utf-8", "cp1250" if encoding == "utf-8" else encoding):
        try:
            if _CHARSETS.fullmatch(name):
                return content.decode(name).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return content.decode("cp1250", "replace").replace("\r\n", "\n")
