"""The agenda: its items one below the other, one of them open, and a line to add the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from mentorjournal.journal import agenda
from mentorjournal.journal.records import AgendaItem, Goal
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_item import AgendaItemCard
from mentorjournal.ui.panes.meeting_parts import LINE_LIMIT, AddLine
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.drag import DropMark
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.tab_order import order_page
from mentorjournal.ui.widgets.undo_line import UndoLine
from mentorjournal.words import tr


class AgendaEditor(QFrame):
    """Reorders by dragging and by Alt with Up or Down; the focus goes along."""

    shown = Signal(QWidget)  # something to scroll to

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pen, self._meeting = pen, meeting_id
        self._facts: MeetingFacts | None = None
        self._goals: Sequence[Goal] = ()
        self._cards: dict[int, AgendaItemCard] = {}
        self._open: int | None = None
        self._chained: object = None
        self._lines = column(self, gap=0)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self.add = AddLine(tr("Add an item"), self._add_item)
        self.add.setMinimumHeight(theme.px(42))
        self._lines.addWidget(self.add)
        self.removed = UndoLine(pen.journal)
        self.removed.refused.connect(pen.refused)
        self._lines.addWidget(self.removed)
        self.mark = DropMark(self)

    def cards(self) -> list[AgendaItemCard]:
        """The items in their order."""
        return sorted(self._cards.values(), key=self._lines.indexOf)

    def card(self, item_id: int) -> AgendaItemCard | None:
        """One item."""
        return self._cards.get(item_id)

    def open_id(self) -> int | None:
        """The item that is open."""
        return self._open

    def show_items(self, facts: MeetingFacts, goals: Sequence[Goal], own: bool) -> None:
        """Show the agenda as the journal holds it."""
        self._facts, self._goals = facts, goals
        self._drop_missing({item.id for item in facts.items})
        number = 0
        for place, item in enumerate(facts.items):
            parked = item.state == "parked"
            number += 0 if parked else 1
            card = self._cards.get(item.id) or self._make_card(item)
            card.show_item(item, None if parked else number, facts, goals, own)
            if self._lines.indexOf(card) != place:
                self._place(card, place)
        self._chain_tabs()

    def open_item(self, item_id: int | None) -> None:
        """Open one item and close the one that was open; None closes all."""
        if self._facts is None:
            return
        self._open = item_id if item_id in self._cards else None
        for each in self._cards.values():
            each.set_open(each.item.id == self._open, self._facts, self._goals)
        self._chain_tabs()

    def _make_card(self, item: AgendaItem) -> AgendaItemCard:
        card = AgendaItemCard(self._pen, item)
        card.open_wanted.connect(self._open_or_close)
        card.move_wanted.connect(self._move)
        card.neighbour_wanted.connect(self._go_on)
        card.remove_wanted.connect(self.remove)
        card.dragged.connect(self._show_mark)
        card.dropped.connect(self._drop)
        self._cards[item.id] = card
        return card

    def _place(self, card: AgendaItemCard, place: int) -> None:
        """Put a card where it belongs; the focus inside it stays where it is."""
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is card or card.isAncestorOf(focused))
        self._lines.insertWidget(place, card)
        card.show()
        if inside and focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_missing(self, staying: set[int]) -> None:
        order = [card.item.id for card in self.cards()]
        for gone in [item_id for item_id in order if item_id not in staying]:
            card = self._cards.pop(gone)
            focused = QApplication.focusWidget()
            if focused is not None and (focused is card or card.isAncestorOf(focused)):
                self._focus_near(order, gone)
            if self._open == gone:
                self._open = None
            card.hide()
            card.deleteLater()

    def _focus_near(self, order: list[int], gone: int) -> None:
        place = order.index(gone)
        after = [i for i in order[place + 1:] + order[:place][::-1] if i in self._cards]
        target: QWidget = self._cards[after[0]] if after else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chain_tabs(self) -> None:
        """Tab goes down the page, whatever order the cards were made in."""
        known = [(card.item.id, card.is_open, card.widgets_key()) for card in self.cards()]
        if known == self._chained:
            return
        self._chained = known
        QTimer.singleShot(0, self, lambda: order_page(self))  # once it stands on its page

    # What one does with items

    def _add_item(self, text: str) -> bool:
        values = {"title": text}
        if len(text) > LINE_LIMIT:  # the whole of it goes on as background
            values = {"title": text[: LINE_LIMIT - 1].rstrip() + "…", "background": text}
        return self._pen.write(agenda.add_item, self._meeting, values)

    def remove(self, item_id: int) -> None:
        """Take an item off; a line below offers to bring it back."""
        card = self._cards.get(item_id)
        if card is None:
            return
        title = card.item.title
        if self._pen.write(agenda.remove_item, item_id):
            self.removed.offer(tr("{item} is off the agenda.", item=quoted(title)))

    def _open_or_close(self, item_id: int, is_open: bool) -> None:
        self.open_item(item_id if is_open else None)
        card = self._cards.get(item_id)
        if card is None:
            return
        if is_open:
            card.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(card)
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, item_id: int, step: int) -> None:
        order = self.cards()
        place = next(i for i, card in enumerate(order) if card.item.id == item_id) + step
        if place == len(order):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        elif place >= 0:
            order[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.shown.emit(order[place])

    def _move(self, item_id: int, step: int) -> None:
        order = [card.item.id for card in self.cards()]
        place = order.index(item_id) + step
        if 0 <= place < len(order):
            self._pen.write(agenda.move_item, item_id, place)
            self.shown.emit(self._cards[item_id])

    def _place_at(self, spot: QPoint) -> int:
        """Before which card something dropped at `spot` (global) would come."""
        y = self.mapFromGlobal(spot).y()
        return sum(1 for card in self.cards() if card.geometry().center().y() < y)

    def _show_mark(self, item_id: int, spot: QPoint) -> None:
        order, place = self.cards(), self._place_at(spot)
        top = order[place].y() if place < len(order) else order[-1].geometry().bottom()
        self.mark.setGeometry(8, top - 1, self.width() - 16, 2)
        self.mark.raise_()
        self.mark.show()

    def _drop(self, item_id: int, spot: QPoint) -> None:
        self.mark.hide()
        now = [card.item.id for card in self.cards()].index(item_id)
        place = self._place_at(spot)
        wanted = place - 1 if place > now else place
        if wanted != now:
            self._pen.write(agenda.move_item, item_id, wanted)
