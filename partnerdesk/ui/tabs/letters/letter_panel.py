"""Which letter is written: its template, language, tone and date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.language.interface import _
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.ui.widgets.captions import Captions
from partnerdesk.ui.widgets.choice_box import ChoiceBox
from partnerdesk.ui.widgets.editors import DayEditor
from partnerdesk.ui.widgets.labels import plain_label


class LetterPanel(QWidget):
    """Chooses the letter. The language is the partner's until another one is chosen."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue, clock: Callable[[], date], captions: Captions) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._language_chosen = False
        #: The letter's day; while what is entered cannot be read, the one before.
        self.written_on = clock()
        self._clock = clock
        self._offered_day = self.written_on
        self.letter_box = ChoiceBox("letter_template")
        self.letter_box.fill((letter.title, key) for key, letter in catalogue.letters.items())
        self.letter_box.currentIndexChanged.connect(self._letter_chosen)
        self.occasion_label = plain_label("", "muted", wrap=True)
        self.occasion_label.setObjectName("letter_occasion")
        self.language_box = ChoiceBox("letter_language")
        self.language_box.fill([(_("Polish"), "pl"), (_("English"), "en")])
        self.language_box.currentIndexChanged.connect(self._language_changed)
        self.day_editor = DayEditor(Field("letter_date", _("Date"), FieldKind.DATE))
        self.day_editor.name(_("Date"))
        self.day_editor.set_value(self.written_on.isoformat())
        self.day_editor.changed.connect(self._date_changed)
        self.warm_check = QCheckBox(captions.marked(_("Warm greeting, by first name")))
        self.warm_check.setObjectName("letter_warm")
        self.warm_check.toggled.connect(self.changed)
        self._lay_out(captions)
        self._show_occasion()

    def _lay_out(self, captions: Captions) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(captions.above(_("Language"), self.language_box), 1)
        row.addWidget(captions.above(_("Date"), self.day_editor), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(captions.above(_("Letter"), self.letter_box, self.occasion_label))
        layout.addLayout(row)
        layout.addWidget(self.warm_check)

    @property
    def template_key(self) -> str:
        """The letter's key."""
        return str(self.letter_box.currentData())

    @property
    def language(self) -> str:
        """The letter's language, "pl" or "en"."""
        return str(self.language_box.currentData())

    @property
    def is_warm(self) -> bool:
        """Whether the greeting is to be by first name."""
        return self.warm_check.isChecked()

    def fault(self) -> str:
        """What is wrong with the day that is entered, or nothing."""
        try:
            return "" if self.day_editor.value() else _("Enter the letter's date.")
        except ValueError as error:
            return _("Date: {fault}").format(fault=error)

    def begin_for(self, language: str) -> None:
        """Write in the language of a newly chosen partner, today unless another day was entered."""
        if self.written_on == self._offered_day and not self.fault():
            self._offered_day = self._clock()
            self.day_editor.set_value(self._offered_day.isoformat())
        self._language_chosen = False
        self.follow(language)

    def follow(self, language: str) -> None:
        """Write in the partner's language, unless one was chosen for this letter."""
        if not self._language_chosen:
            self.language_box.blockSignals(True)
            self.language_box.choose(language)
            self.language_box.blockSignals(False)

    def choose(self, template_key: str, language: str) -> None:
        """Choose a letter and its language; told as one change."""
        self.letter_box.blockSignals(True)
        self.letter_box.choose(template_key)
        self.letter_box.blockSignals(False)
        self.language_box.blockSignals(True)
        self.language_box.choose(language)
        self.language_box.blockSignals(False)
        self._language_chosen = True
        self._letter_chosen()

    def _letter_chosen(self) -> None:
        self._show_occasion()
        self.changed.emit()

    def _show_occasion(self) -> None:
        self.occasion_label.setText(self._catalogue.letters[self.template_key].occasion)

    def _language_changed(self) -> None:
        self._language_chosen = True
        self.changed.emit()

    def _date_changed(self) -> None:
        fault = self.fault()
        self.day_editor.mark(bool(fault))
        if not fault:
            self.written_on = date.fromisoformat(self.day_editor.value())
        self.changed.emit()
