"""How asking went: attempts, proposals, agreements, and why firms said no."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.funnel import Funnel, Step
from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.language.labels import refusal_label
from partnerdesk.services.results import Period
from partnerdesk.ui.widgets.labels import plain_label, plain_tooltip
from partnerdesk.ui.widgets.window_size import resize_on_screen

_ROW = 30


class FunnelDialog(QDialog):
    """Shows what came of asking within a period, in all, by type of partnership, and by reason."""

    def __init__(
        self, funnel: Funnel, types: Mapping[str, PartnershipType], period: Period, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("funnel_dialog")
        self.setWindowTitle(_("How asking went"))
        resize_on_screen(self, 640, 540)
        language = screen_language()
        days = f"{short_date(period.first, language)} – {short_date(period.last, language)}"
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(days, "muted"))
        summary = plain_label(_summary(funnel), wrap=True)
        summary.setObjectName("funnel_summary")
        layout.addWidget(summary)
        headings = [_("Type"), _("Proposals"), _("Agreements"), _("Refusals"), _("Said yes")]
        rows = [[_("All types"), *_numbers(funnel.total)]]
        rows += [
            [types[key].title if key in types else key, *_numbers(step)]
            for key, step in funnel.by_type.items()
        ]
        self.types = _table("funnel_types", _("By type of partnership"), headings, rows)
        layout.addWidget(plain_label(_("By type of partnership"), "heading"))
        layout.addWidget(self.types, 2)
        why = [[refusal_label(reason), str(count)] for reason, count in funnel.reasons.most_common()]
        layout.addWidget(plain_label(_("Why they said no"), "heading"))
        self.reasons = _table("funnel_reasons", _("Why they said no"), [_("Reason"), _("How often")], why)
        if why:
            layout.addWidget(self.reasons, 1)
        else:
            layout.addWidget(plain_label(_("Nobody said no."), "muted"))
        layout.addWidget(
            plain_label(
                _("A refusal is a normal outcome: the more firms you ask, the more agree."),
                "muted",
                wrap=True,
            )
        )
        close = QPushButton(_("Close"))
        close.setObjectName("close_funnel")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout.addLayout(buttons)


def _summary(funnel: Funnel) -> str:
    attempts = ngettext("{count} attempt", "{count} attempts", funnel.attempts).format(count=funnel.attempts)
    ended = ngettext(
        "{count} of them ended in a refusal", "{count} of them ended in a refusal", funnel.refused_attempts
    ).format(count=funnel.refused_attempts)
    text = f"{attempts}; {ended}." if funnel.refused_attempts else f"{attempts}."
    share = funnel.total.acceptance
    if share is None:
        answers = _("No proposal has been answered in this period.")
    else:
        rate = _("Of the proposals that were answered, {rate} were accepted.")
        answers = rate.format(rate=_percent(share))
    return f"{text} {answers}"


def _numbers(step: Step) -> list[str]:
    rate = "–" if step.acceptance is None else _percent(step.acceptance)
    return [str(step.proposals), str(step.agreements), str(step.refusals), rate]


def _percent(share: float) -> str:
    shown = f"{round(share * 100)}"
    # English writes the sign without a space, Polish with a no-break one.
    return f"{shown}\N{NO-BREAK SPACE}%" if screen_language() == "pl" else f"{shown}%"


def _table(
    name: str, accessible_name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> QTableWidget:
    table = QTableWidget(len(rows), len(headings))
    table.setObjectName(name)
    table.setAccessibleName(accessible_name)
    table.setHorizontalHeaderLabels(list(headings))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    first = QTableWidgetItem(headings[0])
    first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setHorizontalHeaderItem(0, first)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            else:
                item.setToolTip(plain_tooltip(text))
            table.setItem(at, column, item)
    return table
