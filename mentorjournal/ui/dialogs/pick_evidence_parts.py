"""The rows of what is offered as evidence, each with a tick, and the look at one of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from mentorjournal.journal.evidence_offers import Offer
from mentorjournal.models.offer_list import OfferList
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.ui.widgets.row_delegate import INSET, Index, RowDelegate
from mentorjournal.words import tr

TICK = 18  # px


class TickDelegate(RowDelegate):
    """A row with a box to tick at its left."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(Role.SECTION):
            return
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        area, side = QRectF(option.rect), theme.px(TICK)
        box = QRectF(area.left() + theme.px(2 * INSET), area.center().y() - side / 2, side, side)
        paint_icon(painter, box, "check-square" if is_ticked else "square",
                   theme.color("accent" if is_ticked else "muted"))

    def _text_room(self, area: QRectF) -> QRectF:
        room = super()._text_room(area)
        room.setLeft(room.left() + theme.px(TICK + 10))
        return room


class OfferRows(QListView):
    """Space or a click on the box ticks a row; Delete says that it is not for this letter."""

    declined = Signal()

    def __init__(self, model: OfferList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("What happened, what the writer saw first"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TickDelegate(self, rounded=True, avatars=False))
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._offers.toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        edge = self.visualRect(index).left() + theme.px(2 * INSET + TICK + 6)
        if index.isValid() and event.position().x() < edge:
            self._offers.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._offers.toggle(self.indexAt(event.position().toPoint()))


class Preview(QWidget):
    """Situation, what I did, result and witness of one offer, as they would be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = column(self, gap=3)
        self.title = wrapped("", "heading")
        lines.addWidget(self.title)
        self._parts = {}
        for key, words in (
            ("situation", tr("Situation")), ("behaviour", tr("What I did")),
            ("impact", tr("Result")), ("seen", tr("Who saw it")),
        ):
            caption = label(words, "label", "ink2")
            caption.setContentsMargins(0, theme.px(10), 0, 0)
            said = wrapped("")
            lines.addWidget(caption)
            lines.addWidget(said)
            self._parts[key] = caption, said
        lines.addStretch(1)

    def show_offer(self, offer: Offer | None, seen: str) -> None:
        """Show another offer, or nothing."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        set_wrapped(self.title, offer.title)
        texts = {"situation": offer.situation, "behaviour": offer.behaviour,
                 "impact": offer.impact, "seen": seen}
        for key, (_, said) in self._parts.items():
            set_wrapped(said, texts[key] or tr("To be written"))
            said.setProperty("tone", "ink" if texts[key] else "muted")
            said.style().unpolish(said)
            said.style().polish(said)
