"""The second page: what each column of the file stands for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.exchange.source import SourceTable
from partnerdesk.services.exchange.targets import Target
from partnerdesk.ui.dialogs.partner_import.source_models import ColumnsModel, left_out
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.choice_table import ChoiceTable, Entry
from partnerdesk.ui.widgets.labels import plain_label


class ColumnsPage(QWidget):
    """Shows each column with what it was taken for; any of that can be changed or taken back to the guess."""

    changed = Signal()

    def __init__(self, theme: Theme, captions: Captions) -> None:
        super().__init__()
        self.setObjectName("import_columns_page")
        self._guess: tuple[str, ...] = ()
        self._targets: tuple[Target, ...] = ()
        self.model = ColumnsModel()
        self.model.chosen.connect(self._follow)
        self.table_view = ChoiceTable(
            "import_columns",
            _("What the columns stand for"),
            self.model,
            ColumnsModel.TARGET,
            self._entries,
            theme.icon("chevron-dark" if theme.colours.name == "dark" else "chevron-light"),
        )
        header = self.table_view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.remembered_label = plain_label(
            _("As you chose for a file with the same columns before."), "success", wrap=True
        )
        self.remembered_label.setObjectName("import_remembered")
        self.left_out_label = plain_label("", "muted", wrap=True)
        self.guess_button = QPushButton(captions.marked(_("As guessed")))
        self.guess_button.setObjectName("import_guess")
        self.guess_button.setAutoDefault(False)
        self.guess_button.clicked.connect(lambda: self.model.choose_all(self._guess))
        self._lay_out()

    def _lay_out(self) -> None:
        how = _("Check where each column goes. To change one, click in the last column or press Space.")
        foot = QHBoxLayout()
        foot.addWidget(self.left_out_label, 1)
        foot.addWidget(self.guess_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(how, wrap=True))
        layout.addWidget(self.remembered_label)
        layout.addWidget(self.table_view, 1)
        layout.addLayout(foot)

    @property
    def mapping(self) -> tuple[str, ...]:
        """For each column the key of what it stands for; "" for left out."""
        return self.model.mapping

    def show_table(
        self,
        table: SourceTable,
        targets: Sequence[Target],
        guess: Sequence[str],
        remembered: Sequence[str] | None,
    ) -> None:
        """Show the columns as they were remembered, else as they are guessed."""
        self._targets, self._guess = tuple(targets), tuple(guess)
        known = {target.key for target in targets}
        mapping = [key if key in known else "" for key in remembered or guess]
        self.model.show(table, targets, mapping)
        self.remembered_label.setVisible(remembered is not None and tuple(mapping) != self._guess)
        if self.model.rowCount():
            self.table_view.selectRow(0)
        self._follow()

    def _follow(self) -> None:
        self.guess_button.setEnabled(self.mapping != self._guess)
        gone = sum(not key for key in self.mapping)
        text = ngettext(
            "{count} column is left out; its values are not taken over.",
            "{count} columns are left out; their values are not taken over.",
            gone,
        )
        say(self.left_out_label, text.format(count=gone) if gone else "", "muted")
        self.changed.emit()

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = [(left_out(), "")]
        group = ""
        for target in self._targets:
            if target.group != group:
                group = target.group
                entries.append((group.upper(), None))
            entries.append((target.label, target.key))
        return entries
