"""A long form in sections with headings, each of which can be folded away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from partnerdesk.domain.field import Field
from partnerdesk.language.interface import ngettext
from partnerdesk.services.field_values import is_empty
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.form import Form
from partnerdesk.ui.widgets.labels import ElidedLabel
from partnerdesk.ui.widgets.scrolling import bring_into_view


@dataclass(frozen=True, slots=True)
class FormSection:
    """Some fields under a heading; whether they are seen at first."""

    key: str
    title: str
    fields: tuple[Field, ...]
    is_open: bool = True


class SectionedForm(QWidget):
    """Sections one below the other; speaks as one :class:`partnerdesk.ui.widgets.form.Form` does."""

    changed = Signal()

    def __init__(self, sections: Sequence[FormSection], taken: str = "") -> None:
        super().__init__()
        self.sections: dict[str, Section] = {}
        self.editors: dict[str, Editor] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for section in sections:
            shown = Section(section, taken)
            taken += shown.form.letters
            shown.form.changed.connect(self.changed)
            self.sections[section.key] = shown
            self.editors |= shown.form.editors
            layout.addWidget(shown)
        layout.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What was entered, by key; see :meth:`Form.values`."""
        return {key: value for part in self._forms() for key, value in part.values().items()}

    def faults(self) -> dict[str, str]:
        """A message for each field whose text cannot be read; see :meth:`Form.faults`."""
        return {key: fault for part in self._forms() for key, fault in part.faults().items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values by key, nothing where a key is missing, and take messages away."""
        for section in self.sections.values():
            section.form.set_values(values)
            section.say_what_it_holds()

    def suggest(self, values: Mapping[str, Sequence[str]]) -> None:
        """Offer values while somebody types, by the fields' keys."""
        for key, offered in values.items():
            if key in self.editors:
                self.editors[key].suggest(offered)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show a message beside each field named, unfolding its section, and lead to the first."""
        found = []
        for section in self.sections.values():
            first = section.form.mark_faults(faults)
            if first is not None:
                section.unfold(True)
                found.append(first)
        if found:
            found[0].setFocus()
            bring_into_view(found[0])

    def _forms(self) -> list[Form]:
        return [section.form for section in self.sections.values()]


class Section(QWidget):
    """A heading that folds and unfolds a form; folded, it says what the form is about."""

    def __init__(self, section: FormSection, taken: str) -> None:
        super().__init__()
        self._title = section.title
        self._names = ", ".join(field.label for field in section.fields)
        #: Whether the heading says already what the only field is.
        self._is_alone = len(section.fields) == 1 and section.fields[0].label == section.title
        self.form = Form(section.fields, taken, captions=not self._is_alone)
        self.heading = QPushButton()
        self.heading.setObjectName(f"section_{section.key}")
        self.heading.setProperty("role", "section")
        self.heading.setCheckable(True)
        self.heading.setAutoDefault(False)
        self.heading.setAccessibleName(section.title)
        self.heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(self._fold)
        self._about: QLabel = ElidedLabel("muted")
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self._about, 1)
        # Keeps the heading at its side while nothing stands beside it.
        head.addStretch(0)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(14, 2, 0, 10)
        inner.addWidget(self.form)
        self._body = body
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(body)
        self.heading.setChecked(section.is_open)
        self._fold(section.is_open)

    @property
    def is_unfolded(self) -> bool:
        """Whether the form is seen."""
        return self.heading.isChecked()

    def unfold(self, unfolded: bool) -> None:
        """Show the form or fold it away."""
        self.heading.setChecked(unfolded)

    def say_what_it_holds(self) -> None:
        """Beside the folded heading: how many fields are filled in, and what there is to fill in."""
        values = self.form.values()
        if self._is_alone:
            about = _in_short(next(iter(values.values()), None))
        else:
            filled = sum(not is_empty(value) and value is not False for value in values.values())
            count = ngettext("{count} filled in", "{count} filled in", filled).format(count=filled)
            about = f"{count} · {self._names}" if filled else self._names
        self._about.setText(about)
        self.heading.setAccessibleDescription(about)

    def _fold(self, unfolded: bool) -> None:
        self.heading.setText(("▾  " if unfolded else "▸  ") + self._title.replace("&", "&&"))
        self._body.setVisible(unfolded)
        self._about.setVisible(not unfolded)
        self.say_what_it_holds()


def _in_short(value: Any) -> str:
    """The beginning of a text, or how many rows there are."""
    if isinstance(value, list):
        return str(len(value))
    return str(value or "")
