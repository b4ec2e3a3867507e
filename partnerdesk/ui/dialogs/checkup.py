"""Two minutes for the health of a partnership: five questions, what stands in the way, a note."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.checkup import BEST, Checkup, Factor, Obstacle
from partnerdesk.language.interface import _
from partnerdesk.services.checkups import Checkups, answer_label, factor_label, obstacle_label, question
from partnerdesk.services.problems import InvalidInput, Problem
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics
from partnerdesk.ui.widgets.scrolling import bring_into_view
from partnerdesk.ui.widgets.window_size import resize_on_screen


class CheckupDialog(QDialog):
    """Asks the five questions about one partnership; ``saved`` once the answers are stored."""

    saved = Signal(object)

    def __init__(
        self, checkups: Checkups, partnership_id: int, title: str, today: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("checkup_dialog")
        self.setWindowTitle(_("Check-up"))
        resize_on_screen(self, 620, 560)
        self._checkups = checkups
        self._partnership_id = partnership_id
        self._today = today
        self.answers: dict[Factor, QButtonGroup] = {}
        self._faults: dict[str, QLabel] = {}
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setSpacing(10)
        inner.addWidget(plain_label(title, "heading", wrap=True))
        for factor in Factor:
            inner.addWidget(self._question(factor))
        self.obstacles = self._make_obstacles(inner)
        texts = with_mnemonics([_("Note"), _("Save check-up"), _("Cancel")])
        self.note = QLineEdit()
        self.note.setObjectName("checkup_note")
        caption = plain_label()
        set_buddy(caption, texts[0], self.note, _("Note"))
        inner.addWidget(caption)
        inner.addWidget(self.note)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._problem = plain_label("", "fault", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons(texts[1], texts[2]))

    def _question(self, factor: Factor) -> QGroupBox:
        box = QGroupBox(factor_label(factor))
        layout = QVBoxLayout(box)
        layout.addWidget(plain_label(question(factor), wrap=True))
        row = QHBoxLayout()
        group = QButtonGroup(box)
        for score in range(1, BEST + 1):
            radio = QRadioButton(answer_label(score))
            radio.setObjectName(f"{factor.value}_{score}")
            radio.setAccessibleName(f"{factor_label(factor)}: {answer_label(score)}")
            group.addButton(radio, score)
            row.addWidget(radio)
        row.addStretch(1)
        layout.addLayout(row)
        fault = plain_label("", "fault")
        fault.setObjectName(f"{factor.value}_fault")
        fault.hide()
        group.idClicked.connect(fault.hide)
        layout.addWidget(fault)
        self.answers[factor] = group
        self._faults[factor.value] = fault
        return box

    def _make_obstacles(self, layout: QVBoxLayout) -> dict[Obstacle, QCheckBox]:
        box = QGroupBox(_("What stands in the way? (if anything)"))
        inner = QVBoxLayout(box)
        checks = {}
        for obstacle in Obstacle:
            check = QCheckBox(obstacle_label(obstacle))
            check.setObjectName(f"obstacle_{obstacle.value}")
            checks[obstacle] = check
            inner.addWidget(check)
        layout.addWidget(box)
        return checks

    def _buttons(self, save: str, leave: str) -> QHBoxLayout:
        self.save_button = QPushButton(save)
        self.save_button.setObjectName("save_checkup")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        leave_button = QPushButton(leave)
        leave_button.setAutoDefault(False)
        leave_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave_button)
        row.addWidget(self.save_button)
        return row

    def save(self) -> None:
        """Store the answers, or say beside a question that it has none."""
        answers = self.answers.items()
        scores: dict[str, Any] = {factor.value: max(0, group.checkedId()) for factor, group in answers}
        obstacles = tuple(obstacle for obstacle, check in self.obstacles.items() if check.isChecked())
        checkup = Checkup(
            partnership_id=self._partnership_id,
            happened_on=self._today,
            obstacles=obstacles,
            note=self.note.text(),
            **scores,
        )
        try:
            stored = self._checkups.save(checkup)
        except InvalidInput as error:
            self._show_faults(error.faults)
            return
        except Problem as problem:
            self._problem.setText(f"⚠ {problem}")
            self._problem.show()
            return
        self.saved.emit(stored)
        self.accept()

    def _show_faults(self, faults: dict[str, str]) -> None:
        for key, label in self._faults.items():
            label.setText(f"⚠ {faults.get(key, '')}")
            label.setVisible(key in faults)
        first = self.answers[Factor(next(iter(faults)))].button(1)
        first.setFocus()
        bring_into_view(first)
