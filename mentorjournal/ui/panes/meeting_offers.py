"""Quiet lines around an agenda that offer something: the order of the paper, a shorter meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.records import AgendaItem
from mentorjournal.mentoring.agenda import Offer, as_printed
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import row, wrapped
from mentorjournal.words import tr


class PaperOrder(QWidget):
    """Says how the paper will order the items, while they stand in another order here.

    `chosen` carries the ids of the items in the order of the paper.
    """

    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: list[int] = []
        parts = row(self)
        parts.addWidget(IconLabel("list-numbers", "muted", 16))
        parts.addWidget(wrapped(
            tr("On paper: Must first, then Should, then If time."), "small", "ink2"), 1)
        self.sort = Button(tr("Put in this order"), kind="link")
        self.sort.clicked.connect(lambda: self.chosen.emit(self._order))
        parts.addWidget(self.sort)

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show the line where it has something to say."""
        self._order = [item.id for item in as_printed(items)]
        self.setVisible(self._order != [item.id for item in items])


class NothingNew(QWidget):
    """The quiet line that offers a shorter meeting, or none for now."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self.parts = row(self)
        self.parts.addWidget(IconLabel("leaf", "muted", 16))
        self.parts.addWidget(label(tr("Nothing new to discuss?"), "body", "muted"))
        self.links = {key: Button("", kind="link") for key in ("shorten", "postpone")}
        self._or = label(tr("or"), "body", "muted")
        self.parts.addWidget(self.links["shorten"])
        self.parts.addWidget(self._or)
        self.parts.addWidget(self.links["postpone"])
        self.parts.addStretch(1)
        for key, link in self.links.items():
            link.clicked.connect(lambda _on=False, key=key: self._choose(key))

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these; none hides the line."""
        self._offers = offers
        self.setVisible(bool(offers))
        words = {offer.key: offer.words for offer in offers}
        for key, link in self.links.items():
            said = words.get(key, "")
            both = key == "postpone" and len(words) == 2
            link.setText(said[:1].lower() + said[1:] if both else said)
            link.setVisible(bool(said))
        self._or.setVisible(len(words) == 2)

    def _choose(self, key: str) -> None:
        for offer in self._offers:
            if offer.key == key:
                self.chosen.emit(offer)
