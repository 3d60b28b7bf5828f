"""Only the cards in sight and those near them are made: how many goals there are costs nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from mentorjournal.ui.panes.goals_card import GoalCard
from mentorjournal.ui.panes.goals_list import GoalList

NEAR, FAR = 1.0, 3.0  # heights of the page: what is nearer is made, what is farther let go


class NearCards(QObject):
    """Follows what is in sight of `area`; what is seen stays where it is while cards are made."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._list: GoalList | None = None
        self._looking = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self._look(NEAR))
        area.verticalScrollBar().valueChanged.connect(lambda _value: self.look())
        area.viewport().installEventFilter(self)

    def take(self, cards: GoalList) -> None:
        """Follow these."""
        self._list = cards
        self.look_soon()

    def look_soon(self) -> None:
        """Make what is near, once what is in sight was painted."""
        self._soon.start()

    def look(self) -> None:
        """Make what is in sight at once, and what is near soon."""
        self._look(0)
        self.look_soon()

    def _look(self, near: float) -> None:
        """Again, as long as what was made brings others near."""
        if self._looking or self._list is None or not self._area.isVisible():
            return
        self._looking = True
        try:
            while self._look_once(self._list.cards(), near):
                pass
        finally:
            self._looking = False

    def _look_once(self, cards: list[GoalCard], near: float) -> bool:
        """Make what is near, let go what is far; whether any was made."""
        height = self._area.viewport().height()
        held = self._held(cards)
        before = self._top(held) if held else 0
        made = False
        for card in cards:
            top = self._top(card)
            away = max(top - height, -top - card.height())
            if away > FAR * height:
                card.empty()
            elif away <= near * height and not card.is_filled():
                made = card.inside is not None
        if made and held is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            moved = self._top(held) - before
            if moved:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + moved)
        return made

    def _held(self, cards: list[GoalCard]) -> GoalCard | None:
        """What must not move: the card with the keyboard if it is in sight, else the first seen."""
        height = self._area.viewport().height()
        seen = [one for one in cards if self._top(one) + one.height() > 0
                and self._top(one) < height]
        focus = QApplication.focusWidget()
        return next((one for one in seen if one is focus or one.isAncestorOf(focus or one)),
                    seen[0] if seen else None)

    def _top(self, card: QWidget) -> int:
        return card.mapTo(self._area.viewport(), QPoint(0, 0)).y()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.look_soon()
        return False
