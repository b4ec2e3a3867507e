"""Labels and tooltips that show text as it is, with unique mnemonics."""

import html
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

# Of a longest word that fits a narrow column; behind so many letters, and behind @, a line may end.
_LONG_WORD = re.compile(r"@|[^\s@]{18}")


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label for any text, never read as markup; ``role`` names its look in the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def selectable_label(text: str = "", role: str = "", *, narrow: bool = False) -> QLabel:
    """A wrapping label whose text can be marked with the mouse and then copied.

    It is no stop of the Tab key: a page of such labels would have dozens of stops before its buttons.
    A ``narrow`` one is as wide as there is room, and cuts a word that is longer: what is copied must not hold
    signs at which it breaks.
    """
    label = plain_label(text, role, wrap=True)
    if narrow:
        _take_any_width(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _take_any_width(label: QLabel) -> None:
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)


class BreakingLabel(QLabel):
    """Lines of any text, as wide as there is room: long words break and make no window wider."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        _take_any_width(self)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def text(self) -> str:
        """The text, without the places at which it may break."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        super().setText(_LONG_WORD.sub("\\g<0>\u200b", text))


class ElidedLabel(QLabel):
    """One line of any text, of which the end is left out where there is no room for it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """No width is needed."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out as much as the new width asks for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        line = " ".join(self._text.split())
        super().setText(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width()))


def plain_tooltip(text: str) -> str:
    """A tooltip for any text, which wraps and is never read as the user's markup; "" for no text."""
    # Qt guesses whether a tooltip is markup, so it gets markup that says nothing but the text.
    lines = [html.escape(line) for line in text.splitlines()]
    return f"<qt>{'<br>'.join(lines)}</qt>" if text else ""


def with_mnemonics(labels: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """The labels, each with "&" before a letter that no other label has; without where none is left.

    Only letters that every keyboard has are taken, initial ones first; "&" in the labels themselves is
    doubled so that it is shown.
    """
    used = {letter.lower() for letter in taken}
    marked = []
    for label in labels:
        starts = [at for at in range(len(label)) if at == 0 or label[at - 1] == " "]
        places = starts + [at for at in range(len(label)) if at not in starts]
        place = next((at for at in places if _is_easy(label[at]) and label[at].lower() not in used), None)
        if place is None:
            marked.append(label.replace("&", "&&"))
            continue
        used.add(label[place].lower())
        marked.append(label[:place].replace("&", "&&") + "&" + label[place:].replace("&", "&&"))
    return marked


def letters_of(marked: Iterable[str]) -> str:
    """The mnemonics that labels carry, to be passed on as taken."""
    return "".join(text[at + 1] for text in marked if (at := text.replace("&&", "  ").find("&")) >= 0)


def _is_easy(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def set_buddy(label: QLabel, text: str, widget: QWidget, accessible_name: str) -> None:
    """Make ``label`` show ``text`` with its mnemonic, which leads to ``widget``, and name the widget."""
    label.setText(text)
    label.setBuddy(widget)
    widget.setAccessibleName(accessible_name)
