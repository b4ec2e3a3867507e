"""What all partnerships brought of one measure."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from partnerdesk.domain.partnership import Direction, Measure
from partnerdesk.language.labels import direction_label, measure_label
from partnerdesk.ui.tabs.results.amount import amount_text
from partnerdesk.ui.widgets.labels import plain_label


class MeasureCard(QFrame):
    """The sum of one measure over the period, received and given."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self.setProperty("role", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.addWidget(plain_label(measure_label(measure), "muted"), 0, 0, 1, 2)
        self._values = {}
        for row, way in enumerate((Direction.RECEIVED, Direction.GIVEN), 1):
            grid.addWidget(plain_label(direction_label(way)), row, 0)
            value = plain_label("", "heading")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, row, 1)
            self._values[way] = value

    def show_amounts(self, received: Decimal, given: Decimal) -> None:
        """Show both sums."""
        said = []
        for way, amount in ((Direction.RECEIVED, received), (Direction.GIVEN, given)):
            text = amount_text(self._measure, amount)
            self._values[way].setText(text)
            said.append(f"{direction_label(way)} {text}")
        self.setAccessibleName(f"{measure_label(self._measure)}: {', '.join(said)}")
