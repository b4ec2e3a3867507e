"""The same letter to several partners: each recipient is named before anything is written."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.letter_batch import (
    BatchOrder,
    BatchOutcome,
    Files,
    Recipient,
    read_recipients,
    write_batch,
)
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.letter_batch_outcome import BatchOutcomeView
from partnerdesk.ui.dialogs.recipient_table import RecipientModel, RecipientTable
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker


class LetterBatch(QDialog):
    """Chooses letter, date, recipients and folder, writes the files, and says what came of it."""

    #: Our own firm is to be described, because letters lack its name.
    firm_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        clock: Callable[[], date],
        export_folder: Callable[[], Path],
        remember_folder: Callable[[Path], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("letter_batch")
        self.setWindowTitle(_("Letters to several partners"))
        resize_on_screen(self, 860, 600)
        self._export_folder = export_folder
        self._remember_folder = remember_folder
        self._keys: tuple[int, ...] = ()
        #: The letter and day that the table shows; ``None`` while it shows none.
        self._read: tuple[str, date] | None = None
        self._reading: tuple[str, date] | None = None
        self._writing: BatchOrder | None = None
        self._work = DeskWork(desk, worker, self)
        self._work.done.connect(self._take)
        self._work.stopped.connect(self._after_stop)
        self.model = RecipientModel()
        self.table = RecipientTable(self.model)
        self._make_fields(desk, clock())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_order_page())
        self.outcome = BatchOutcomeView(self._button_texts[1])
        self._pages.addWidget(self.outcome)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_buttons())
        self._connect()

    def _make_fields(self, desk: Desk, today: date) -> None:
        self.letter_box = ChoiceBox("batch_letter")
        self.letter_box.fill((letter.title, key) for key, letter in desk.catalogue.letters.items())
        self.day = DateField()
        self.day.line.setObjectName("batch_day")
        self.day.set_value(today)
        self.files_box = ChoiceBox("batch_files")
        self.files_box.fill(
            (
                (_("One file for each letter"), Files.SEPARATE),
                (_("One file with all letters"), Files.MERGED),
                (_("Both"), Files.BOTH),
            )
        )
        self.folder_line = QLineEdit(readOnly=True)
        self.folder_line.setObjectName("batch_folder")
        self.count_label = BreakingLabel()
        self.count_label.setObjectName("batch_count")
        self.row_label = BreakingLabel("", "muted")
        self.row_label.setObjectName("batch_row")
        self.row_label.hide()
        self.fault_label = plain_label("", "fault", wrap=True)
        self.fault_label.setObjectName("batch_fault")
        self.fault_label.hide()

    def _make_order_page(self) -> QWidget:
        texts = with_mnemonics(
            [_("Letter"), _("Date"), _("Recipients"), _("Files"), _("Folder"), *self._verbs()]
        )
        self._button_texts = texts[5:]
        self.change_button = QPushButton(self._button_texts[0])
        self.change_button.setObjectName("change_batch_folder")
        self.change_button.setAccessibleName(_("Change the folder"))
        self.firm_button = QPushButton(_("Your firm…"))
        self.firm_button.setObjectName("batch_firm")
        self.firm_button.hide()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_caption(texts[0], self.letter_box, _("Letter")), 0, 0)
        grid.addWidget(self.letter_box, 0, 1)
        grid.addWidget(_caption(texts[1], self.day.line, _("Date")), 0, 2)
        grid.addWidget(self.day, 0, 3)
        grid.addWidget(_caption(texts[2], self.table, _("Recipients")), 1, 0, 1, 2)
        grid.addWidget(self.table, 2, 0, 1, 4)
        grid.setRowStretch(2, 1)
        grid.addWidget(self.row_label, 3, 0, 1, 4)
        grid.addWidget(self.count_label, 4, 0, 1, 3)
        grid.addWidget(self.firm_button, 4, 3)
        grid.addWidget(_caption(texts[3], self.files_box, _("Files")), 5, 0)
        grid.addWidget(self.files_box, 5, 1)
        grid.addWidget(_caption(texts[4], self.folder_line, _("Folder")), 6, 0)
        grid.addWidget(self.folder_line, 6, 1, 1, 2)
        grid.addWidget(self.change_button, 6, 3)
        grid.addWidget(self.fault_label, 7, 0, 1, 4)
        return page

    def _verbs(self) -> list[str]:
        return [_("Change…"), _("Open folder"), _("Cancel"), _("Close"), _("Export letters")]

    def _make_buttons(self) -> QHBoxLayout:
        self.cancel_button, self.close_button, self.export_button = map(QPushButton, self._button_texts[2:])
        for button, name in (
            (self.cancel_button, "cancel_batch"),
            (self.close_button, "close_batch"),
            (self.export_button, "export_batch"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.export_button.setProperty("primary", True)
        self.close_button.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.cancel_button, self.export_button, self.close_button):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        for button in (self.change_button, self.firm_button):
            button.setAutoDefault(False)
        self.letter_box.currentIndexChanged.connect(self.read_again)
        self.day.changed.connect(self.read_again)
        self.model.ticked.connect(self._show_count)
        self.model.modelReset.connect(self._show_row)
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self.change_button.clicked.connect(self._ask_folder)
        self.firm_button.clicked.connect(self.firm_asked)
        self.cancel_button.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        self.export_button.clicked.connect(self._export)

    def open_for(self, keys: Sequence[int]) -> None:
        """Show the dialog for the partners with these keys."""
        self._keys = tuple(keys)
        self._show_folder()
        self._show_count()
        self.open()
        self.letter_box.setFocus()
        self.read_again()

    def forget_read(self) -> None:
        """Read the recipients anew, as after our own firm was described."""
        self._read = None
        self.read_again()

    @Slot()
    def read_again(self) -> None:
        """Read who gets the chosen letter and what it lacks, unless that is shown already."""
        wanted = self._wanted()
        if not self._work.busy and wanted is not None and wanted != self._read:
            self._reading = (key, day) = wanted
            keys = self._keys
            self._work.start(
                lambda desk, report: read_recipients(desk, key, keys, day, report),
                _("Preparing the letters…"),
            )
        self._show_count()

    def _wanted(self) -> tuple[str, date] | None:
        try:
            day = self.day.value()
        except ValueError:
            day = None
        self._say_fault("" if day else _("Enter the date of the letters, for example 23.11.2026."))
        return (self.letter_box.currentData(), day) if day else None

    def _say_fault(self, text: str) -> None:
        self.fault_label.setText(f"⚠ {text}" if text else "")
        self.fault_label.setVisible(bool(text))

    @Slot(object)
    def _take(self, result: BatchOutcome | tuple[Recipient, ...]) -> None:
        if isinstance(result, BatchOutcome):
            self._writing = None
            self._show_outcome(result)
            return
        self._read, self._reading = self._reading, None
        self.model.show_recipients(result)
        # Something else may have been chosen meanwhile.
        self.read_again()

    @Slot()
    def _after_stop(self) -> None:
        if self._writing is None:
            self.reject()
        self._writing = None

    def _show_count(self) -> None:
        recipients, chosen = self.model.recipients, len(self.model.chosen)
        self.count_label.setText(self._count_text(recipients, chosen))
        is_current = self._read is not None and self._read == self._wanted()
        self.export_button.setEnabled(bool(chosen) and is_current)
        self.export_button.setAccessibleDescription("" if chosen else self.count_label.text())
        self.firm_button.setVisible(bool(recipients) and all(one.lacks for one in recipients))

    @Slot()
    def _show_row(self) -> None:
        text = self.model.row_text(self.table.currentIndex().row())
        self.row_label.setText(text)
        self.row_label.setVisible(bool(text))

    def _count_text(self, recipients: Sequence[Recipient], chosen: int) -> str:
        """How many letters there will be, or why there can be none."""
        if not recipients:
            return ""
        if not chosen:
            lacks = dict.fromkeys(lack for one in recipients for lack in one.lacks)
            return "\n".join(lacks) or _("Tick at least one recipient.")
        text = ngettext(
            "{chosen} of {count} letter will be written.",
            "{chosen} of {count} letters will be written.",
            len(recipients),
        ).format(chosen=chosen, count=len(recipients))
        if any(one.gaps for one in recipients):
            text += " " + _("What is not known is left out of the letter.")
        return text

    def _export(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._work.busy:
            return
        # Qt hands an enum of strings back as a plain string.
        files = Files(self.files_box.currentData())
        order = BatchOrder(wanted[0], self.model.chosen, wanted[1], self._export_folder(), files)
        self._writing = order
        self._work.start(lambda desk, report: write_batch(desk, order, report), _("Writing the letters…"))

    def _show_outcome(self, outcome: BatchOutcome) -> None:
        self.outcome.show_outcome(outcome, self.model.recipients, self._export_folder())
        self._pages.setCurrentWidget(self.outcome)
        self.cancel_button.hide()
        self.export_button.hide()
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def reject(self) -> None:
        """Close, once nothing is under way; work is ended by its own Stop."""
        if not self._work.busy:
            super().reject()

    def _ask_folder(self) -> None:
        folder = self._export_folder()
        existing = next((one for one in (folder, *folder.parents) if one.is_dir()), Path.home())
        dialog = QFileDialog(self, _("Folder for letters"), str(existing))
        dialog.setObjectName("folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._use_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use_folder(self, folder: str) -> None:
        self._remember_folder(Path(folder))
        self._show_folder()

    def _show_folder(self) -> None:
        self.folder_line.setText(str(self._export_folder()))
        # The end of a path says more than its beginning.
        self.folder_line.end(False)


def _caption(text: str, widget: QWidget, name: str) -> QLabel:
    label = plain_label()
    set_buddy(label, text, widget, name)
    return label
