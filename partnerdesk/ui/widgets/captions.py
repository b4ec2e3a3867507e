"""Captions of a tab or dialog, each with a mnemonic of its own, and its remarks."""

from PySide6.QtWidgets import QLabel, QWidget

from partnerdesk.ui.widgets.editors import stacked
from partnerdesk.ui.widgets.labels import letters_of, plain_label, set_buddy, with_mnemonics


class Captions:
    """Gives out mnemonics one by one; ``taken`` are the letters that are used already."""

    def __init__(self, taken: str = "") -> None:
        self.taken = taken

    def marked(self, text: str) -> str:
        """The text with "&" before a letter that nothing else there has, while there is one left."""
        (marked,) = with_mnemonics([text], self.taken)
        self.taken += letters_of([marked])
        return marked

    def above(self, text: str, widget: QWidget, *below: QWidget) -> QWidget:
        """A holder with a caption, the widget that it names, and what belongs below."""
        caption = plain_label(wrap=True)
        set_buddy(caption, self.marked(text), widget, text)
        return stacked(caption, widget, *below)


def say(label: QLabel, text: str, role: str) -> None:
    """Show a text in the look that ``role`` names in the style sheet; hide the label for no text."""
    label.setText(text)
    label.setVisible(bool(text))
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)
