"""What is offered as evidence, as a list in groups: what the writer saw, what others saw, the rest.

Several can be ticked. What is not for this letter goes out of the list until it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mentorjournal.journal.evidence_offers import Offer, matching
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.models.roles import Role
from mentorjournal.words import short_day, tr

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, int]


def key_of(offer: Offer) -> Key:
    """What tells one offer from another."""
    return offer.kind, offer.source_id


class OfferList(QAbstractListModel):
    """Rows are offers, and a heading over each group; `ticked_changed` follows every tick."""

    ticked_changed = Signal()

    def __init__(
        self, offers: Sequence[Offer], writer: str, name: Callable[[int | None], str],
        as_of: date, parent: QObject | None = None,
    ) -> None:
        """`writer` and `name` are how people are called in a sentence."""
        super().__init__(parent)
        self._offers, self._name, self._as_of = offers, name, as_of
        self._groups = (tr("Seen by {name}", name=writer), tr("Seen by others"),
                        tr("Nobody saw it yet"))
        self._ticked: dict[Key, None] = {}
        self._declined: dict[Key, None] = {}
        self._rows: list[Offer | str] = []
        self._filter: dict[str, Any] = {}
        self.narrow()

    def narrow(
        self, text: str = "", kind: str = "", *, only_writer: bool = False, declined: bool = False
    ) -> None:
        """Show those that fit; what is ticked stays ticked when it is not shown."""
        self._filter = {"text": text, "kinds": [kind] if kind else [],
                        "only_writer": only_writer, "declined": declined}
        self.beginResetModel()
        self._rows = []
        group = None
        for one in matching(self._offers, **self._filter):
            if key_of(one) in self._declined and not declined:
                continue
            if one.group != group:
                group = one.group
                self._rows.append(self._groups[group])
            self._rows.append(one)
        self.endResetModel()

    # What is chosen

    def toggle(self, index: Index) -> None:
        """Tick an offer, or take its tick away; what was left out comes back in by that."""
        offer = self.offer(index)
        if offer is None:
            return
        key = key_of(offer)
        if key in self._ticked:
            del self._ticked[key]
        else:
            self._ticked[key] = None
            self._declined.pop(key, None)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()

    def decline(self, index: Index) -> None:
        """Say that an offer is not for this letter."""
        offer = self.offer(index)
        if offer is not None:
            self._declined[key_of(offer)] = None
            self._ticked.pop(key_of(offer), None)
            self.narrow(self._filter["text"], "".join(self._filter["kinds"]),
                        only_writer=self._filter["only_writer"],
                        declined=self._filter["declined"])
            self.ticked_changed.emit()

    def ticked(self) -> list[Offer]:
        """Those with a tick, in their order."""
        return [one for one in self._offers if key_of(one) in self._ticked]

    def declined(self) -> list[Offer]:
        """Those that were declined here and now."""
        return [one for one in self._offers
                if key_of(one) in self._declined and one.state != "declined"]

    def has_declined(self) -> bool:
        """Whether anything was left out of this letter, before or now."""
        return bool(self._declined) or any(one.state == "declined" for one in self._offers)

    def offer(self, index: Index) -> Offer | None:
        """The offer of a row; None for a heading."""
        found = self._rows[index.row()] if index.isValid() else None
        return None if isinstance(found, str) else found

    def first(self) -> int:
        """The row of the first offer, -1 without any."""
        return next((n for n, one in enumerate(self._rows) if not isinstance(one, str)), -1)

    # What a view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.offer(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if isinstance(one, str):
            return one if role in (Qt.ItemDataRole.DisplayRole, Role.SECTION) else None
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = key_of(one) in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        known: dict[int, Callable[[Offer], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda each: each.title, Role.RECORD: lambda each: each,
            Role.SECOND: self.seen_words, Role.RIGHT: self._right,
            Qt.ItemDataRole.AccessibleTextRole: self._sentence,
        }
        return known[role](one) if role in known else None

    def seen_words(self, offer: Offer) -> str:
        """Who saw it, and when."""
        day = short_day(offer.date, self._as_of) if offer.date else ""
        who = self._name(offer.seen_by_id) or tr("Nobody yet")
        return tr("{who}, {day}", who=who, day=day) if day else who

    def _right(self, offer: Offer) -> str:
        if offer.state == "declined" or key_of(offer) in self._declined:
            return tr("Left out")
        return tr("In this brief") if offer.state == "picked" else label(offer.kind)

    def _sentence(self, offer: Offer) -> str:
        ticked = tr("ticked") if key_of(offer) in self._ticked else tr("not ticked")
        return tr("{title}, {seen}, {kind}, {ticked}", title=offer.title,
                  seen=self.seen_words(offer), kind=label(offer.kind), ticked=ticked)
