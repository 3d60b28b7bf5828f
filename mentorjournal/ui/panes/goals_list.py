"""The cards of the goals, one group a horizon, with an honest line where a horizon is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.mentoring.vocabulary import HORIZONS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_card import GoalCard
from mentorjournal.ui.panes.goals_facts import CardFacts, PageFacts
from mentorjournal.ui.panes.goals_inside import GOAL, NEED, WIDE, Adding
from mentorjournal.ui.panes.goals_parts import GoalWishes, put_away
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import tr


class _Group(QWidget):
    """The cards of one horizon below its name."""

    def __init__(self, wishes: GoalWishes, horizon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = word(horizon) if horizon else tr("Without a horizon")
        self.count = label("", "body", "muted")
        head = row(gap=6)
        head.addWidget(label(words, "heading"))
        head.addWidget(self.count, 1)
        self.nothing = QWidget()
        line = row(self.nothing, 10)
        line.addWidget(label(tr("No goal for {horizon} yet.", horizon=words), "small", "muted"))
        self.write = Button(tr("Write one"), kind="link")
        self.write.setProperty("calm", True)
        self.write.setAccessibleName(tr("Write a goal for {horizon}", horizon=words))
        self.write.clicked.connect(lambda: wishes.add.emit({"horizon": horizon}))
        line.addWidget(self.write)
        line.addStretch(1)
        self.cards = column(gap=10)
        lines = column(self, 8)
        lines.addLayout(head)
        lines.addWidget(self.nothing)
        lines.addLayout(self.cards)

    def show_count(self, count: int) -> None:
        """How many goals there are."""
        self.count.setText(str(count) if count else "")
        self.nothing.setVisible(not count)


class GoalList(QWidget):
    """Keeps its cards, so that nobody is interrupted while they write."""

    unfolded = Signal(int)  # a goal of which all that is known is shown now

    def __init__(
        self, wishes: GoalWishes, add_step: Adding, add_gap: Adding, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wishes, self._add_step, self._add_gap = wishes, add_step, add_gap
        self._cards: dict[int, GoalCard] = {}
        self._head = QWidget()
        heads = row(self._head, 0)
        for words, width in (
            (tr("What I need"), NEED), (tr("Goal"), GOAL), (tr("Steps, and who helps"), 0)
        ):
            made = label(words, "label", "muted")
            made.setContentsMargins(theme.px(17), 0, 0, 0)
            if width:
                keep_width(made, width)
            heads.addWidget(made, 0 if width else 1)
        self._groups = {one: _Group(wishes, one) for one in (*HORIZONS, "")}
        lines = column(self, 16)
        lines.addWidget(self._head)
        for group in self._groups.values():
            lines.addWidget(group)

    def show_page(self, page: PageFacts) -> None:
        """Show these goals; cards that stay keep the focus and what is typed in them."""
        wanted = {one.goal.id for one in page.cards}
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            for group in self._groups.values():
                if group.cards.indexOf(card) >= 0:
                    put_away(card, group.cards)
        for horizon, group in self._groups.items():
            facts = page.of_horizon(horizon)
            group.setVisible(bool(facts or horizon))
            group.show_count(len(facts))
            for place, one in enumerate(facts):
                card = self._card(one)
                if group.cards.indexOf(card) != place:
                    group.cards.insertWidget(place, card)
                    card.show()
                card.can_move = (place > 0, place < len(facts) - 1)
                card.show_facts(one)

    def _card(self, facts: CardFacts) -> GoalCard:
        key = facts.goal.id
        if key not in self._cards:
            card = self._cards[key] = GoalCard(
                self._wishes, key, self._add_step, self._add_gap, self)
            card.go.connect(self._go)
            card.move.connect(self._move)
            card.unfolded.connect(self.unfolded)
        return self._cards[key]

    def cards(self) -> list[GoalCard]:
        """The cards from above to below."""
        found = []
        for group in self._groups.values():
            for place in range(group.cards.count()):
                found.append(group.cards.itemAt(place).widget())
        return found

    def card(self, goal_id: int) -> GoalCard | None:
        """The card of a goal, None when it is not worked on."""
        return self._cards.get(goal_id)

    def place_of_focus(self) -> int:
        """The place of the card that has the keyboard, -1 when none has."""
        return next((place for place, card in enumerate(self.cards())
                     if card.hasFocus() or card.isAncestorOf(self.window().focusWidget())), -1)

    def _go(self, goal_id: int, way: int) -> None:
        cards = self.cards()
        place = [card.goal_id for card in cards].index(goal_id) + way
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, goal_id: int, way: int) -> None:
        """Change places with the neighbour in the same horizon."""
        facts = self._cards[goal_id].facts
        assert facts is not None
        group = self._groups[facts.goal.horizon or ""].cards
        order = [group.itemAt(place).widget().goal_id for place in range(group.count())]
        place = order.index(goal_id)
        if 0 <= place + way < len(order):
            order[place], order[place + way] = order[place + way], order[place]
            self._wishes.order.emit(order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setVisible(event.size().width() >= theme.px(WIDE))
