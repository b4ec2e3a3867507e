"""Labels that show text as it is, with unique mnemonics."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label for any text, never read as markup; ``role`` names its look in the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def selectable_label(text: str = "", role: str = "") -> QLabel:
    """A wrapping label whose text can be marked and copied by mouse and keyboard."""
    label = plain_label(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def with_mnemonics(labels: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """The labels, each with "&" before a letter that no other label has; without where none is left.

    Initial letters are preferred; "&" in the labels themselves is doubled so that it is shown.
    """
    used = {letter.lower() for letter in taken}
    marked = []
    for label in labels:
        starts = [at for at in range(len(label)) if at == 0 or label[at - 1] == " "]
        places = starts + [at for at in range(len(label)) if at not in starts]
        place = next((at for at in places if label[at].isalnum() and label[at].lower() not in used), None)
        if place is None:
            marked.append(label.replace("&", "&&"))
            continue
        used.add(label[place].lower())
        marked.append(label[:place].replace("&", "&&") + "&" + label[place:].replace("&", "&&"))
    return marked


def set_buddy(label: QLabel, text: str, widget: QWidget, accessible_name: str) -> None:
    """Make ``label`` show ``text`` with its mnemonic, which leads to ``widget``, and name the widget."""
    label.setText(text)
    label.setBuddy(widget)
    widget.setAccessibleName(accessible_name)
