"""The entries of a timeline, each in a card; what has not changed stays where it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.timeline import TimelineItem, timeline_kind_label
from partnerdesk.ui.widgets.content_scroll import ContentScroll
from partnerdesk.ui.widgets.labels import plain_label, selectable_label
from partnerdesk.ui.widgets.scrolling import bring_into_view


class TimelineCard(QFrame):
    """One thing that happened, with the buttons for what can be done with it."""

    def __init__(self, item: TimelineItem, buttons: Sequence[QToolButton]) -> None:
        super().__init__()
        self.item = item
        self.buttons = tuple(buttons)
        self.setProperty("role", "card")
        self.setObjectName("timeline_item")
        head = QHBoxLayout()
        day = short_date(item.day, screen_language())
        head.addWidget(plain_label(f"{day} · {timeline_kind_label(item.kind)}", "muted"))
        head.addStretch(1)
        for button in buttons:
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 6)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(selectable_label(item.text))
        if item.detail:
            layout.addWidget(selectable_label(item.detail, "muted"))


class TimelineList(ContentScroll):
    """Cards one below the other and a button for more; only cards whose item changed are made anew."""

    more_asked = Signal()

    def __init__(self, make_buttons: Callable[[TimelineItem], Sequence[QToolButton]]) -> None:
        super().__init__("timeline")
        self._make_buttons = make_buttons
        self.cards: list[TimelineCard] = []
        self._nothing = plain_label("", "muted", wrap=True)
        self.more_button = QPushButton(_("Show more"))
        self.more_button.setObjectName("more_timeline")
        self.more_button.clicked.connect(self.more_asked)
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 4, 8, 4)
        self._lines.setSpacing(6)
        self._lines.addWidget(self._nothing)
        self._lines.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._lines.addStretch(1)
        self.show_content(content)

    def show_items(self, items: Sequence[TimelineItem], *, has_more: bool, nothing: str) -> None:
        """Show these items, or ``nothing`` where there are none.

        The focus stays with its entry, or goes to the one that takes the place of an entry that is gone.
        """
        focused = self._focused()
        known = {_key(card.item): card for card in self.cards}
        cards = []
        for item in items:
            card = known.get(_key(item))
            if card is None or card.item != item:
                card = TimelineCard(item, self._make_buttons(item))
            else:
                del known[_key(item)]
            cards.append(card)
        for gone in known.values():
            # The button that was clicked may lie in it, and is not done with its signal yet.
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.cards = cards
        self._place_cards()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not items)
        self.more_button.setVisible(has_more)
        if focused is not None:
            self._focus_again(*focused)

    def _place_cards(self) -> None:
        before: QWidget = self
        # Or the layout of all of them would be worked out again for each card that is shown.
        self._lines.setEnabled(False)
        for place, card in enumerate(self.cards):
            there = self._lines.itemAt(place)
            if there is None or there.widget() is not card:
                self._lines.removeWidget(card)
                self._lines.insertWidget(place, card)
                card.show()
                # New widgets come last in the tab order.
                for button in card.buttons:
                    QWidget.setTabOrder(before, button)
                    before = button
            before = card.buttons[-1] if card.buttons else before
        self._lines.setEnabled(True)

    def _focused(self) -> tuple[int, TimelineItem, str] | None:
        """Where the focus is: the place of its card, what that shows, and the name of the button."""
        widget = self.window().focusWidget()
        if widget is None or not self.isAncestorOf(widget):
            return None
        holders = ((at, card) for at, card in enumerate(self.cards) if card.isAncestorOf(widget))
        return next(((at, card.item, widget.objectName()) for at, card in holders), None)

    def _focus_again(self, place: int, item: TimelineItem, name: str) -> None:
        same = next((card for card in self.cards if _key(card.item) == _key(item)), None)
        if same is None and self.cards:
            same = self.cards[min(place, len(self.cards) - 1)]
        buttons = same.buttons if same is not None else ()
        named = (button for button in buttons if button.objectName() == name)
        target = next(named, buttons[0] if buttons else self)
        if self.window().focusWidget() is not target:
            target.setFocus()

    def focus_from(self, place: int) -> None:
        """Lead to the first button in the cards from this place on, else to the list itself."""
        buttons = (button for card in self.cards[place:] for button in card.buttons)
        target = next(buttons, None)
        if target is None:
            self.setFocus()
        else:
            target.setFocus()
            bring_into_view(target)


def _key(item: TimelineItem) -> tuple[type, int]:
    return type(item.record), item.record.key
