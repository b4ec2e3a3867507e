"""How a partnership is doing: the latest check-up, its trend, and something to do about the lowest factor."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerdesk.domain.checkup import BEST, Checkup, Factor, Trend, trend
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.checkups import advice, answer_label, factor_label, obstacle_label
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.trend_line import TrendLine


class CheckupCard(QFrame):
    """Shows the check-ups of one partnership; ``asked`` when a new one is wanted."""

    asked = Signal()
    #: The key of the latest check-up, which is to be deleted.
    delete_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("checkup_card")
        self._latest = 0
        self._colours = theme.colours
        self.button = QPushButton(_("Check-up (two minutes)…"))
        self.button.setObjectName("begin_checkup")
        self.button.clicked.connect(self.asked)
        self.delete_button = QPushButton(_("Delete the latest"))
        self.delete_button.setObjectName("delete_checkup")
        self.delete_button.clicked.connect(lambda: self.delete_asked.emit(self._latest))
        self._text = plain_label("", wrap=True)
        self._text.setObjectName("checkup_text")
        self._advice = plain_label("", "muted", wrap=True)
        self._advice.setObjectName("checkup_advice")
        self._line = TrendLine(1, BEST, theme.colours.accent, theme.colours.border)
        self._line.setMaximumWidth(420)
        self._table: QWidget | None = None
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.addWidget(plain_label(_("How we are doing together"), "heading"))
        for widget in (self._text, self._advice, self._line):
            self._layout.addWidget(widget)
        self._layout.addLayout(buttons)

    def show_checkups(self, checkups: Sequence[Checkup]) -> None:
        """Show these check-ups of one partnership, the oldest first."""
        latest = checkups[-1] if checkups else None
        self._latest = latest.key if latest else 0
        self.delete_button.setVisible(latest is not None)
        self._line.setVisible(len(checkups) > 1)
        self._line.show_values([checkup.mean for checkup in checkups], _trend_words(checkups))
        self._text.setText(_summary(checkups))
        lowest = latest.lowest if latest else None
        self._advice.setText("" if latest is None or lowest is None else _to_do(latest, lowest))
        self._advice.setVisible(bool(self._advice.text()))
        self._show_table(checkups[-6:])

    def _show_table(self, checkups: Sequence[Checkup]) -> None:
        if self._table is not None:
            self._layout.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if not checkups:
            return
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(len(checkups) + 1, 1)
        for column, checkup in enumerate(checkups, 1):
            day = short_date(checkup.happened_on, screen_language())
            grid.addWidget(plain_label(day, "muted"), 0, column)
        for row, factor in enumerate(Factor, 1):
            grid.addWidget(plain_label(factor_label(factor), "muted"), row, 0)
            for column, checkup in enumerate(checkups, 1):
                grid.addWidget(_score(checkup.score(factor)), row, column)
        self._layout.insertWidget(self._layout.count() - 1, self._table)


def _score(score: int) -> QLabel:
    label = plain_label(f"{score}/{BEST}")
    label.setAccessibleName(answer_label(score))
    return label


def _summary(checkups: Sequence[Checkup]) -> str:
    if not checkups:
        return _(
            "Judge the partnership now and then: five questions show what it rests on, and the trend shows "
            "where it is going."
        )
    latest = checkups[-1]
    text = _("{day}: {mean} out of 5.").format(
        day=short_date(latest.happened_on, screen_language()), mean=_mean(latest.mean)
    )
    direction = _trend_words(checkups)
    return f"{text} {direction}" if direction else text


def _mean(mean: float) -> str:
    shown = f"{mean:.1f}"
    return shown.replace(".", ",") if screen_language() == "pl" else shown


def _trend_words(checkups: Sequence[Checkup]) -> str:
    direction = trend(checkups)
    if direction is None:
        return ""
    words = {
        Trend.UP: _("↑ Better than before."),
        Trend.DOWN: _("↓ Worse than before."),
        Trend.STEADY: _("→ Much as before."),
    }[direction]
    count = ngettext("{count} check-up so far.", "{count} check-ups so far.", len(checkups))
    return f"{words} {count.format(count=len(checkups))}"


def _to_do(checkup: Checkup, lowest: Factor) -> str:
    parts = [_("Lowest: {factor}. {advice}").format(factor=factor_label(lowest), advice=advice(lowest))]
    if checkup.obstacles:
        named = "; ".join(obstacle_label(obstacle) for obstacle in checkup.obstacles)
        parts.append(_("In the way: {obstacles}.").format(obstacles=named))
    if checkup.note:
        parts.append(checkup.note)
    return "\n".join(parts)
