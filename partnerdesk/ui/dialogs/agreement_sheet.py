"""A partnership on paper: language, place and day, the very page, and its export."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.agreement_sheets import AgreementSheets, SheetRequest
from partnerdesk.services.problems import Problem
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.export_panel import ExportPanel
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.pdf_preview import PdfPreview
from partnerdesk.ui.widgets.window_size import resize_on_screen
from partnerdesk.ui.work import Worker

_COLUMN_WIDTH = 280


class AgreementSheetDialog(QDialog):
    """Shows the sheet as it will be printed and exports the bytes that are shown."""

    #: Show the window where our own firm is entered; :meth:`refresh` is to be called afterwards.
    firm_asked = Signal()

    def __init__(
        self,
        sheets: AgreementSheets,
        partnership_id: int,
        theme: Theme,
        worker: Worker,
        export_folder: Callable[[], Path],
        remember_folder: Callable[[Path], None],
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("agreement_sheet_dialog")
        self.setWindowTitle(_("Agreement as PDF"))
        resize_on_screen(self, 860, 640)
        self._sheets = sheets
        self._export_folder = export_folder
        self._asked_for = sheets.request_for(partnership_id, written_on=today)
        self._exported: SheetRequest | None = None
        self._wants_export = False
        self._firm_has_name = False
        captions = Captions()
        self.language_box = ChoiceBox("sheet_language")
        self.language_box.fill((("Polski", "pl"), ("English", "en")), self._asked_for.language)
        self.place_line = QLineEdit(self._asked_for.place)
        self.place_line.setObjectName("sheet_place")
        self.day_field = DateField(theme.icon("calendar"))
        self.day_field.set_value(today)
        self.preview = PdfPreview(lambda printed: (sheets.render(printed), sheets.lacks(printed)), worker)
        self.export = ExportPanel(export_folder, remember_folder, theme, captions, "export_agreement")
        self._lay_out(captions)
        self._connect()
        self.refresh()

    def _lay_out(self, captions: Captions) -> None:
        self.language_hint = plain_label(
            _("What you typed yourself is printed as you typed it, in its own language."), "muted", wrap=True
        )
        self.day_fault = plain_label("", "fault", wrap=True)
        self.day_fault.setObjectName("sheet_day_fault")
        self.day_fault.hide()
        close = QPushButton(captions.marked(_("Close")))
        close.setObjectName("close_sheet")
        close.clicked.connect(self.accept)
        holder = QWidget()
        holder.setFixedWidth(_COLUMN_WIDTH)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(captions.above(_("Language of the sheet"), self.language_box, self.language_hint))
        column.addWidget(captions.above(_("Place"), self.place_line))
        column.addWidget(captions.above(_("Day"), self.day_field, self.day_fault))
        column.addWidget(
            plain_label(
                _(
                    "For both firms to read and sign: terms, promises, how you work together, and what "
                    "the law asks. It is a summary and no legal advice."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addStretch(1)
        column.addWidget(self.export)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setSpacing(14)
        layout.addWidget(holder)
        layout.addWidget(self.preview, 1)
        for button in self.findChildren(QPushButton):
            # Enter in a field must not open the file that was exported before.
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.language_box.currentIndexChanged.connect(self.refresh)
        self.place_line.textChanged.connect(self.refresh)
        self.day_field.changed.connect(self.refresh)
        self.preview.made.connect(self._follow_preview)
        self.export.export_asked.connect(self._export_when_current)
        self.export.firm_asked.connect(self.firm_asked)

    def refresh(self) -> None:
        """Show the sheet as it stands now, with what is chosen and entered here."""
        fault = self._take_entries()
        self.day_fault.setText(f"⚠ {fault}" if fault else "")
        self.day_fault.setVisible(bool(fault))
        self.language_hint.setVisible(self._asked_for.language != screen_language())
        printed = self._sheets.print(self._asked_for)
        # Kept, because reasons are shown later too, when the workspace may be closed.
        self._firm_has_name = bool(printed.author.strip())
        self.preview.show_printed(printed)
        if self._asked_for != self._exported:
            self.export.forget_export()
        self._show_reasons()

    def _take_entries(self) -> str:
        """Read the fields; returns what is wrong with the day, which stays as it was then."""
        self._asked_for = replace(
            self._asked_for, language=self.language_box.currentData(), place=self.place_line.text()
        )
        try:
            day = self.day_field.value()
        except ValueError:
            day = None
        if day is None:
            return _("Enter the day as 23.11.2026.")
        self._asked_for = replace(self._asked_for, written_on=day)
        return ""

    def _reasons(self) -> list[str]:
        fault = self.day_fault.text().removeprefix("⚠ ")
        return [*([fault] if fault else []), *self.preview.lacks]

    def _show_reasons(self) -> None:
        reasons = self._reasons()
        self.export.show_reasons(reasons, firm_is_missing=bool(reasons) and not self._firm_has_name)

    def _follow_preview(self) -> None:
        self._show_reasons()
        if self._wants_export and self.preview.is_current:
            self._wants_export = False
            if not self._reasons():
                self._export()

    def _export_when_current(self) -> None:
        """Export the sheet as it stands now, once its pages are made."""
        self._wants_export = True
        self.preview.make_now()

    def _export(self) -> None:
        try:
            # The very bytes that are shown.
            path = self._sheets.export_rendered(self._asked_for, self.preview.pdf, self._export_folder())
        except Problem as problem:
            self.export.show_problem(str(problem))
            return
        self._exported = self._asked_for
        self.export.show_exported(path)
