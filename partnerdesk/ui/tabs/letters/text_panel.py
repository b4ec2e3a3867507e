"""The four texts of a letter."""

from collections.abc import Mapping
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.letter_wording import Wording
from partnerdesk.ui.tabs.letters.text_part import TextPart, TypedText
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.labels import plain_label


class TextPanel(QWidget):
    """Subject, salutation, text and closing, each following the template until it is changed by hand."""

    changed = Signal()

    def __init__(self, captions: Captions) -> None:
        super().__init__()
        self.parts = {
            "subject": TextPart(_("Subject"), "letter_subject", captions),
            "salutation": TextPart(_("Salutation"), "letter_salutation", captions),
            "body": TextPart(_("Text"), "letter_body", captions, is_long=True),
            "closing": TextPart(_("Closing"), "letter_closing", captions),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(plain_label(_("Wording"), "heading", wrap=True))
        for part in self.parts.values():
            part.changed.connect(self.changed)
            layout.addWidget(part)

    def wording(self) -> Wording:
        """The texts as they stand."""
        return Wording(**{key: part.text for key, part in self.parts.items()})

    def typed(self) -> dict[str, TypedText]:
        """The texts that were changed by hand, by their names in ``Wording``."""
        return {key: part.typed for key, part in self.parts.items() if part.typed is not None}

    def show_wording(self, wording: Wording, typed: Mapping[str, TypedText]) -> None:
        """Show another letter's texts, and what was typed for it before."""
        for key, text in asdict(wording).items():
            self.parts[key].show_text(text, typed.get(key))

    def offer(self, wording: Wording) -> None:
        """Follow the template where nothing was typed."""
        for key, text in asdict(wording).items():
            self.parts[key].offer(text)
