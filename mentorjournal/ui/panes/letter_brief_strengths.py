"""The strengths of a brief one below the other, to be ordered, and a line to add the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from mentorjournal.journal import letter_evidence
from mentorjournal.journal.between import Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import brief, phrases
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letter_brief_facts import BriefFacts
from mentorjournal.ui.panes.letter_brief_parts import BriefPen
from mentorjournal.ui.panes.letter_brief_strength import CLAIM_LIMIT, StrengthCard
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.drag import DropMark
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.undo_line import UndoLine
from mentorjournal.words import tr


class StrengthList(QFrame):
    """Reorders by dragging and by Alt with Up or Down; the focus goes along."""

    shown = Signal(QWidget)  # something to scroll to
    pick_wanted = Signal(int)

    def __init__(self, pen: BriefPen, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pen, self._letter = pen, letter_id
        self._cards: dict[int, StrengthCard] = {}
        self._chained: object = None
        self._lines = column(self, gap=0)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self.add = AddLine(tr("Add a strength"), self._add)
        self.suggest = Button(tr("Suggestions"), None, "row")
        self._menu = QMenu(self.suggest)
        self.suggest.setMenu(self._menu)
        end = QWidget()
        across = row(end, gap=4)
        across.setContentsMargins(0, 0, theme.px(8), 0)
        across.addWidget(self.add, 1)
        across.addWidget(self.suggest)
        end.setMinimumHeight(theme.px(42))
        self._lines.addWidget(end)
        self.removed = UndoLine(pen.journal)
        self.removed.refused.connect(pen.refused)
        self._lines.addWidget(self.removed)
        self.mark = DropMark(self)

    def cards(self) -> list[StrengthCard]:
        """The strengths in their order."""
        return sorted(self._cards.values(), key=self._lines.indexOf)

    def card(self, quality_id: int) -> StrengthCard | None:
        """One strength."""
        return self._cards.get(quality_id)

    def show_strengths(self, facts: BriefFacts, own: bool) -> None:
        """Show them as the journal holds them."""
        self._drop_missing({one.id for one in facts.strengths})
        for place, one in enumerate(facts.strengths):
            card = self._cards.get(one.id) or self._make_card(one)
            card.show_strength(facts, one, own)
            if self._lines.indexOf(card) != place:
                self._place(card, place)
        self._offer(facts)
        self._chain_tabs()

    def _make_card(self, strength: Quality) -> StrengthCard:
        card = StrengthCard(self._pen, strength)
        card.set_open(True)
        card.fold_wanted.connect(self._fold)
        card.move_wanted.connect(self._move)
        card.remove_wanted.connect(self.remove)
        card.pick_wanted.connect(self.pick_wanted)
        card.dragged.connect(self._show_mark)
        card.dropped.connect(self._drop)
        card.changed_widgets.connect(self._chain_tabs)
        card.shown.connect(self.shown)
        self._cards[strength.id] = card
        return card

    def _place(self, card: StrengthCard, place: int) -> None:
        """Put a card where it belongs; the focus inside it stays where it is."""
        focused = QApplication.focusWidget()
        inside = focused is not None and card.isAncestorOf(focused)
        self._lines.insertWidget(place, card)
        card.show()
        if inside and focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_missing(self, staying: set[int]) -> None:
        for gone in [key for key in self._cards if key not in staying]:
            card = self._cards.pop(gone)
            focused = QApplication.focusWidget()
            if focused is not None and card.isAncestorOf(focused):
                self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            card.hide()
            card.deleteLater()

    def _offer(self, facts: BriefFacts) -> None:
        """Fill the menu with criteria that nothing answers, and competencies not there yet."""
        self._menu.clear()
        offered = brief.suggestions(facts.letter.criteria, facts.strengths)
        before = None
        for words, criterion in offered:
            if before is not None and bool(before) != bool(criterion):
                self._menu.addSeparator()
            before = criterion
            text = tr("Criterion: {what}", what=words) if criterion else words
            self._menu.addAction(
                text.replace("&", "&&"), partial(self._add_offered, words, criterion))
        self.suggest.setEnabled(bool(offered))

    def _chain_tabs(self) -> None:
        """Tab goes down the page, whatever order the cards were made in."""
        chain = [each for card in self.cards() for each in card.tab_chain()]
        chain += [self.add.edit, self.suggest, self.removed.undo]
        known = [id(each) for each in chain]
        if known == self._chained:
            return
        self._chained = known
        for before, after in zip(chain, chain[1:], strict=False):
            QWidget.setTabOrder(before, after)

    # What one does with strengths

    def _add(self, text: str) -> bool:
        """A text that is too long for a claim goes on as its first evidence."""
        text = text.strip()
        verb = letter_evidence.add_quality if len(text) <= CLAIM_LIMIT else _add_long
        done: bool = self._pen.write(verb, self._letter, text)
        if done and self.add.edit.hasFocus():
            self.shown.emit(self.add)  # the new strength has pushed it down
        return done

    def _add_offered(self, words: str, criterion: str) -> None:
        claim = words if len(words) <= CLAIM_LIMIT else words[: CLAIM_LIMIT - 1].rstrip() + "…"
        known = set(self._cards)
        if self._pen.write(
            letter_evidence.add_quality, self._letter, claim, criterion or None
        ):
            for key in set(self._cards) - known:
                self._cards[key].add.setFocus(Qt.FocusReason.OtherFocusReason)
                self.shown.emit(self._cards[key])

    def remove(self, quality_id: int) -> None:
        """Remove a strength with its evidence; a line below offers to bring it back."""
        words = self._cards[quality_id].strength.quality
        if self._pen.write(letter_evidence.remove_quality, quality_id):
            self.removed.offer(tr("{what} is removed, with its evidence.", what=quoted(words)))

    def _fold(self, quality_id: int, is_open: bool) -> None:
        self._cards[quality_id].set_open(is_open)
        self._chain_tabs()

    def _move(self, quality_id: int, step: int) -> None:
        order = [card.id for card in self.cards()]
        self._go_to(quality_id, order.index(quality_id) + step)

    def _go_to(self, quality_id: int, place: int) -> None:
        order = [card.id for card in self.cards()]
        if 0 <= place < len(order) and order.index(quality_id) != place:
            order.remove(quality_id)
            order.insert(place, quality_id)
            self._pen.write(letter_evidence.order_qualities, self._letter, order)
            self.shown.emit(self._cards[quality_id])

    def _place_at(self, spot: QPoint) -> int:
        """Before which card something dropped at `spot` (global) would come."""
        y = self.mapFromGlobal(spot).y()
        return sum(1 for card in self.cards() if card.geometry().center().y() < y)

    def _show_mark(self, quality_id: int, spot: QPoint) -> None:
        order, place = self.cards(), self._place_at(spot)
        top = order[place].y() if place < len(order) else order[-1].geometry().bottom()
        self.mark.setGeometry(8, top - 1, self.width() - 16, 2)
        self.mark.raise_()
        self.mark.show()

    def _drop(self, quality_id: int, spot: QPoint) -> None:
        self.mark.hide()
        now = [card.id for card in self.cards()].index(quality_id)
        place = self._place_at(spot)
        self._go_to(quality_id, place - 1 if place > now else place)


def _add_long(journal: Journal, letter_id: int, text: str, origin: object = None) -> None:
    claim, rest = phrases.parted(text, CLAIM_LIMIT)
    with journal.change(tr("Add quality"), origin=origin):
        quality = letter_evidence.add_quality(journal, letter_id, claim, origin=origin)
        letter_evidence.add_evidence(journal, quality, [{"behaviour": rest}], origin=origin)
