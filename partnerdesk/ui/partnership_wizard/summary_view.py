"""A partnership in words, as headings and lines of plain text."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from partnerdesk.domain.partnership_type import Caution
from partnerdesk.language.interface import _
from partnerdesk.services.agreement_summary import SummaryPart
from partnerdesk.ui.widgets.labels import plain_label, selectable_label


def caution_part(cautions: Iterable[Caution]) -> SummaryPart:
    """What to watch with a type; the word in front says whether a law stands behind it."""
    return SummaryPart(
        _("Watch out"),
        tuple((_("Law") if caution.legal else _("In practice"), caution.text) for caution in cautions),
    )


class SummaryView(QWidget):
    """Shows parts one below the other; ``name_width`` is that of the column of names, in pixels."""

    def __init__(self, name_width: int = 150) -> None:
        super().__init__()
        self._name_width = name_width
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_parts(self, parts: Sequence[SummaryPart]) -> None:
        """Show these parts in place of the ones before."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for place, part in enumerate(parts):
            if place:
                layout.addSpacing(8)
            layout.addWidget(plain_label(part.heading, "heading", wrap=True))
            layout.addLayout(self._lines(part))
        self._layout.addWidget(self._content)

    def text(self) -> str:
        """Everything shown, a label a line."""
        labels = [] if self._content is None else self._content.findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def _lines(self, part: SummaryPart) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, text) in enumerate(part.lines):
            if not name:
                grid.addWidget(selectable_label(f"– {text}"), row, 0, 1, 2)
                continue
            caption = plain_label(name, "muted", wrap=True)
            caption.setFixedWidth(self._name_width)
            grid.addWidget(caption, row, 0, top)
            grid.addWidget(selectable_label(text), row, 1, top)
        return grid
