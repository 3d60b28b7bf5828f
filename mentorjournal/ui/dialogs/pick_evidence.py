"""Picking evidence for a letter: what the writer saw first, with a look at each before it is added.

Returns values and never writes: what is added to which strength, and what is not for this letter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QStackedWidget,
    QWidget,
)

from mentorjournal.journal.evidence_offers import KINDS, Offer
from mentorjournal.models.offer_list import OfferList
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.pick_evidence_parts import OfferRows, Preview
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import Take
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row, scrolled
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr, trn

SIZE = 860, 620
PREVIEW = 290  # px
KIND_WORDS = {"accomplishment": "Accomplishments", "feedback": "Feedback", "meeting": "Meetings"}


def ask_evidence(
    parent: QWidget | None, offers: Sequence[Offer], strengths: Sequence[tuple[str, str]],
    chosen: str, writer: str, name: Callable[[int | None], str], as_of: date,
    take: Take | None = None,
) -> None:
    """`take` is called with the `strength`'s key, and `picked` and `declined` values.

    `strengths` are pairs of key and words, `chosen` the key of the one it is for.
    """
    dialog = PickEvidence(offers, strengths, chosen, writer, name, as_of, parent)
    dialog.take = take
    dialog.exec()
    dialog.deleteLater()


class PickEvidence(QDialog):
    """Space ticks a row, Delete says it is not for this letter, Enter adds what is ticked."""

    def __init__(
        self, offers: Sequence[Offer], strengths: Sequence[tuple[str, str]], chosen: str,
        writer: str, name: Callable[[int | None], str], as_of: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Pick evidence"))
        self.take: Take | None = None
        self.model = OfferList(offers, writer, name, as_of, self)
        self._is_empty = not offers
        self._make_filters(writer)
        self.rows = OfferRows(self.model)
        self.rows.declined.connect(self._decline)
        self.rows.selectionModel().currentChanged.connect(lambda now, _old: self._show(now))
        self.preview = Preview()
        self.empty = EmptyState()
        self.pages = QStackedWidget()
        self.strength = ChoiceBox(strengths, chosen)
        self.strength.setAccessibleName(tr("For which strength"))
        self.says = label("", "small", "muted", wrap=True)
        self._make_deeds()
        self._lay_out()
        self.model.ticked_changed.connect(self._count)
        self.resize(*(theme.px(n) for n in SIZE))
        self._narrow()
        self.search.setFocus()

    def _make_filters(self, writer: str) -> None:
        self.search = SearchLine(tr("Find by any word"), tr("Find among what happened"))
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.kind = Segmented(
            [("", tr("All")), *((each, tr(KIND_WORDS[each])) for each in KINDS)], "")
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.chosen.connect(lambda _key: self._narrow())
        self.only_writer = QCheckBox(tr("Only what {name} saw", name=writer).replace("&", "&&"))
        self.left_out = QCheckBox(tr("Show what I left out"))
        for each in (self.only_writer, self.left_out):
            each.toggled.connect(lambda _on: self._narrow())

    def _make_deeds(self) -> None:
        self.decline = Button(tr("Not for this letter"), "x")
        self.cancel = Button(tr("Cancel"))
        self.add = Button(tr("Add"), None, "primary")
        self.decline.clicked.connect(self._decline)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.add.setDefault(True)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inside = column(card)
        inside.setContentsMargins(1, 1, 1, 1)
        self.pages.addWidget(self.rows)
        self.pages.addWidget(self.empty)
        inside.addWidget(self.pages)
        look = scrolled(self.preview)
        keep_width(look, PREVIEW)
        middle = row(gap=16)
        middle.addWidget(card, 1)
        middle.addWidget(look)
        filters = QWidget()
        flow = FlowLayout(filters, gap=theme.px(14), line_gap=theme.px(6))
        for part in (self.kind, self.only_writer, self.left_out):
            flow.addWidget(part)
        target = row(gap=8)
        caption = label(tr("For which strength"), "label", "ink2")
        caption.setBuddy(self.strength)
        target.addWidget(caption)
        target.addWidget(self.strength, 1)
        target.addStretch(1)
        deeds = row(gap=8)
        for part in (self.decline, None, self.cancel, self.add):
            deeds.addWidget(part) if part else deeds.addStretch(1)
        lines = column(self, gap=12)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 16)))
        lines.addWidget(label(tr("Pick evidence"), "record-title"))
        for part in (self.search, filters):
            lines.addWidget(part)
        lines.addLayout(middle, 1)
        lines.addLayout(target)
        lines.addWidget(self.says)
        lines.addLayout(deeds)

    def values(self) -> dict[str, Any]:
        """What was chosen."""
        return {
            "strength": self.strength.current(),
            "picked": [one.values() for one in self.model.ticked()],
            "declined": [one.values() for one in self.model.declined()],
        }

    def accept(self) -> None:
        """Close once what was chosen has been taken; with nothing chosen it stays."""
        values: Mapping[str, Any] = self.values()
        if not values["picked"] and not values["declined"]:
            return
        refusal = self.take(dict(values)) if self.take else None
        if refusal is None:
            super().accept()
        else:
            self.says.setText(refusal)
            dress(self.says, "small", "alert")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _narrow(self) -> None:
        kept = self.model.offer(self.rows.currentIndex())
        self.model.narrow(
            self.search.text(), self.kind.current(), only_writer=self.only_writer.isChecked(),
            declined=self.left_out.isChecked())
        self._choose(kept)
        self._count()

    def _choose(self, kept: Offer | None) -> None:
        """The same offer as before where it is still there, else the first."""
        places = [n for n in range(self.model.rowCount())
                  if kept is not None and self.model.offer(self.model.index(n)) == kept]
        place = places[0] if places else self.model.first()
        if place >= 0:
            self.rows.setCurrentIndex(self.model.index(place))
        self._show(self.rows.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        offer = self.model.offer(index)
        self.pages.setCurrentWidget(self.rows if self.model.rowCount() else self.empty)
        self.decline.setEnabled(offer is not None)
        self.preview.show_offer(offer, self.model.seen_words(offer) if offer else "")
        if self._is_empty:
            self.empty.set_words(tr("Nothing to offer yet"), tr(
                "Accomplishments, feedback you acted on and meetings with a result stand here."))
        elif not self.model.rowCount():
            self.empty.set_words(tr("Nothing fits"), tr("Look for fewer words, or in all kinds."))

    def _decline(self) -> None:
        place = self.rows.currentIndex().row()
        self.model.decline(self.rows.currentIndex())
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        last = self.model.rowCount() - 1
        nearest = [n for n in (place, place + 1, place - 1, *range(min(place, last), -1, -1))
                   if 0 <= n <= last and self.model.offer(self.model.index(n))]
        if nearest:
            self.rows.setCurrentIndex(self.model.index(nearest[0]))
        self._show(self.rows.currentIndex())
        self._count()

    def _count(self) -> None:
        """Say how many will be added, and how many left out."""
        n, out = len(self.model.ticked()), len(self.model.declined())
        self.add.setText(
            trn("Add {n} piece", "Add {n} pieces", n) if n else tr("Save") if out else tr("Add"))
        self.add.setEnabled(bool(n or out))
        self.left_out.setEnabled(self.model.has_declined())
        self.says.setText(trn("{n} is not for this letter.", "{n} are not for this letter.", out)
                          if out else tr("Space ticks a row, Delete leaves it out."))
        dress(self.says, "small", "muted")
