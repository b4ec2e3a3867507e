"""The stages of an import in one line, the present one marked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import plain_label


class StageLine(QWidget):
    """Shows numbered stages; the present one is bold and said to screen readers."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("import_stages")
        self._titles = tuple(titles)
        self._labels = [plain_label(title) for title in titles]
        self._arrows: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for place, label in enumerate(self._labels):
            if place:
                self._arrows.append(plain_label("›", "muted"))
                row.addWidget(self._arrows[-1])
            row.addWidget(label)
        row.addStretch(1)

    def show_stage(self, present: int, left_out: Sequence[int] = ()) -> None:
        """Mark the stage with this number, and hide those that this file does not need."""
        shown = [place for place in range(len(self._labels)) if place not in left_out]
        for place, label in enumerate(self._labels):
            label.setVisible(place in shown)
            number = shown.index(place) + 1 if place in shown else 0
            label.setText(f"{number}. {self._titles[place]}")
            label.setProperty("role", "heading" if place == present else "muted")
            label.style().unpolish(label)
            label.style().polish(label)
        for place, arrow in enumerate(self._arrows, 1):
            arrow.setVisible(place in shown)
        text = _("Step {n} of {total}: {title}")
        self.setAccessibleName(
            text.format(n=shown.index(present) + 1, total=len(shown), title=self._titles[present])
        )
