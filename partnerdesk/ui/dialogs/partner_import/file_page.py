"""The first page: which file it is, how it was read, and its first rows."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.source import (
    ENCODINGS,
    SEPARATORS,
    SourceKind,
    SourceOptions,
    SourceTable,
    source_kind,
)
from partnerdesk.ui.dialogs.partner_import.reading import Reading
from partnerdesk.ui.dialogs.partner_import.source_models import FirstRowsModel
from partnerdesk.ui.dialogs.partner_import.source_text import encoding_name, found_text, separator_name
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label
from partnerdesk.ui.work import Worker

_SAID_AFTER_MS = 400


class FilePage(QWidget):
    """Reads a file and shows what was found; each guess can be changed and the file is read anew."""

    #: What the file holds has changed; ``table`` is ``None`` while it is read or cannot be used.
    changed = Signal()
    other_file_asked = Signal()

    def __init__(self, worker: Worker, captions: Captions) -> None:
        super().__init__()
        self.setObjectName("import_file_page")
        self.table: SourceTable | None = None
        self._path = Path()
        self._reading = Reading(worker, self)
        self._reading.read.connect(self._show)
        self._reading.failed.connect(self._show_fault)
        self.name_label = BreakingLabel("", "heading")
        self.other_button = QPushButton(captions.marked(_("Another file…")))
        self.other_button.setObjectName("other_import_file")
        self.other_button.setAutoDefault(False)
        self.other_button.clicked.connect(self.other_file_asked)
        self.note_label = BreakingLabel("", "warning")
        self.found_label = plain_label("", wrap=True)
        self.found_label.setObjectName("import_found")
        self.encoding_box = self._box("import_encoding")
        self.separator_box = self._box("import_separator")
        self.sheet_box = self._box("import_sheet")
        self._choices = tuple(
            captions.above(text, box)
            for text, box in (
                (_("Encoding"), self.encoding_box),
                (_("Columns are parted by"), self.separator_box),
                (_("Sheet"), self.sheet_box),
            )
        )
        self.hint_label = plain_label(
            _("Do the letters look right? If not, choose another encoding."), "muted", wrap=True
        )
        self.fault_label = BreakingLabel("", "fault")
        self.fault_label.setObjectName("import_file_fault")
        self.model = FirstRowsModel()
        self.rows_view = self._make_rows_view()
        self._late_word = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._late_word.timeout.connect(lambda: say(self.found_label, _("Reading the file…"), "muted"))
        self._lay_out()

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(name)
        box.currentIndexChanged.connect(self._read_anew)
        return box

    def _make_rows_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("import_first_rows")
        view.setAccessibleName(_("The first rows of the file"))
        view.setModel(self.model)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().setDefaultSectionSize(28)
        view.horizontalHeader().setDefaultSectionSize(150)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name_label, 1)
        top.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        for choice in self._choices:
            choices.addWidget(choice, 1)
        choices.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.note_label)
        layout.addWidget(self.found_label)
        layout.addWidget(self.fault_label)
        layout.addLayout(choices)
        layout.addWidget(self.hint_label)
        layout.addWidget(self.rows_view, 1)
        layout.addStretch(0)

    def open(self, path: Path, note: str = "") -> None:
        """Read a file as it seems to be written; ``note`` is said beside it."""
        self._path = path
        self.name_label.setText(path.name)
        say(self.fault_label, "", "fault")
        say(self.note_label, note, "warning")
        for box in (self.encoding_box, self.separator_box, self.sheet_box):
            box.fill(())
        self._show_choices(None)
        self._read(SourceOptions())

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._path.name

    def stop(self) -> None:
        """Read no further."""
        self._reading.stop()

    def options(self) -> SourceOptions:
        """How the file is to be read; nothing of what was found out by itself."""
        return SourceOptions(
            self.encoding_box.currentData(), self.separator_box.currentData(), self.sheet_box.currentData()
        )

    def _read_anew(self) -> None:
        self._read(self.options())

    def _read(self, options: SourceOptions) -> None:
        self.table = None
        self._late_word.start()
        self._reading.start(self._path, options)
        self.changed.emit()

    def _show(self, table: SourceTable) -> None:
        self._late_word.stop()
        self.table = table
        self.model.show(table)
        say(self.found_label, found_text(table), "")
        say(self.fault_label, "", "fault")
        self._show_choices(table)
        self.rows_view.show()
        self.changed.emit()

    def _show_fault(self, text: str) -> None:
        self._late_word.stop()
        self.table = None
        self.model.show(None)
        say(self.found_label, "", "")
        say(self.fault_label, f"⚠ {text}", "fault")
        if source_kind(self._path) is SourceKind.CSV:
            # Another encoding or separator may be what is needed.
            _offer(self.encoding_box, ENCODINGS, "", encoding_name)
            _offer(self.separator_box, SEPARATORS, "", separator_name)
            self._choices[0].show()
            self._choices[1].show()
        self.hint_label.hide()
        self.rows_view.hide()
        self.changed.emit()

    def _show_choices(self, table: SourceTable | None) -> None:
        encoding = table.encoding if table else ""
        separator = table.separator if table else ""
        sheets = table.sheets if table else ()
        _offer(self.encoding_box, ENCODINGS, encoding, encoding_name)
        _offer(self.separator_box, SEPARATORS, separator, separator_name)
        self.sheet_box.fill([(sheet, sheet) for sheet in sheets], table.sheet if table else None)
        for choice, offered in zip(self._choices, (encoding, separator, len(sheets) > 1), strict=True):
            choice.setVisible(bool(offered))
        self.hint_label.setVisible(bool(encoding))


def _offer(box: ChoiceBox, values: Sequence[str], found: str, name: Callable[[str], str]) -> None:
    """Offer the values, and first of all to find the right one out; what was chosen stays chosen."""
    chosen = box.currentData()
    by_itself = _("Found out: {value}").format(value=name(found)) if found and not chosen else _("Find out")
    box.fill([(by_itself, None), *((name(value), value) for value in values)], chosen)
