"""A line over a partner's form that says whether the firm is in the directory already."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.duplicates import Duplicates, Suspect
from partnerdesk.services.problems import known_problem
from partnerdesk.ui.widgets.labels import plain_label

_WAITED_MS = 250
# Of a text longer than that the rest would push the form away.
_LETTERS_SHOWN = 120


class LikenessBar(QFrame):
    """Compares a form with the directory when its typist pauses; never stands in the way of saving."""

    #: The key of a partner that the user wants to see.
    partner_shown = Signal(int)

    def __init__(self, duplicates: Duplicates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("likeness_bar")
        self.setProperty("role", "card")
        self._duplicates = duplicates
        self._read: Callable[[], PartnerFile] | None = None
        self._key = 0
        self.label = plain_label("", "warning", wrap=True)
        self.label.setObjectName("likeness")
        self.button = QPushButton(_("Show it"))
        self.button.setObjectName("show_likeness")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.partner_shown.emit(self._key))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAITED_MS)
        self._timer.timeout.connect(self._look_if_seen)
        self.hide()

    def look_at(self, read: Callable[[], PartnerFile]) -> None:
        """Compare what ``read`` gives once nothing was typed for a moment."""
        self._read = read
        self._timer.start()

    def forget(self) -> None:
        """Show nothing, as for a form just opened."""
        self._timer.stop()
        self._read = None
        self.hide()

    def _look_if_seen(self) -> None:
        # A form that was left needs no answer, and its file may be closed by now.
        holder = self.parentWidget()
        if holder is not None and holder.isVisible():
            self.look()

    def look(self) -> None:
        """Compare now."""
        self._timer.stop()
        if self._read is None:
            return
        try:
            suspects = self._duplicates.likely_same(self._read())
        except Exception as error:
            # A file that cannot be read will be told when the form is saved, not at each letter.
            if known_problem(error) is None:
                raise
            suspects = []
        self._show(suspects)

    def _show(self, suspects: list[Suspect]) -> None:
        if not suspects:
            self.hide()
            return
        first, *others = suspects
        text = _("Looks like {name}: {reasons}").format(
            name=_name_of(first), reasons=", ".join(map(_shortened, first.reasons))
        )
        if others:
            more = ngettext("and {count} more partner", "and {count} more partners", len(others))
            text = f"{text} · {more.format(count=len(others))}"
        self._key = first.partner.key
        self.label.setText(f"⚠ {text}")
        self.button.setAccessibleName(_("Show {name}").format(name=_shortened(first.partner.name)))
        self.show()


def _name_of(suspect: Suspect) -> str:
    partner = suspect.partner
    name, city = _shortened(partner.name), _shortened(partner.city)
    return f"{name} ({city})" if city else name


def _shortened(text: str) -> str:
    return text if len(text) <= _LETTERS_SHOWN else f"{text[: _LETTERS_SHOWN - 1]}…"
