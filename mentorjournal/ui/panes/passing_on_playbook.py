"""On the page of people I mentor: advice that worked for me, to look through and to pass on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import advice, people
from mentorjournal.journal.advice import Piece
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.ui.panes.passing_on_parts import ListRow, Part, RowCard, signed_line
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import column, wrapped
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.words import listing, tr, trn, whole_day

MOST_NAMED = 4  # people a piece was passed on to, named in its row


class Playbook(Part):
    """A list with a search above it and a line to add in below; wishes carry ids."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    pass_on_wanted = Signal(int)
    take_back_wanted = Signal(int)
    add_wanted = Signal()

    def __init__(self, journal: Journal, pen: Pen) -> None:
        add = Button(tr("Add advice"), "plus", "row")
        super().__init__(tr("Playbook: advice that worked for me"), add)
        self._journal, self._pen = journal, pen
        self._as_of = date.min
        self._names: Mapping[int, str] = {}
        add.clicked.connect(self.add_wanted)
        self.search = SearchLine(tr("Search the playbook"), tr("Search the playbook"), dense=True)
        self.search.searched.connect(lambda _words: self._show())
        self.nothing = wrapped(
            tr("Nothing matches. Use fewer words, or a name."), "small", "muted")
        self.card = RowCard(tr("Playbook"))
        self.line = AddLine(tr("Add a sentence that helped you"), self._add, inset=14)
        self._last = QWidget()
        room = column(self._last, 0)
        room.setContentsMargins(0, 6, 0, 6)
        room.addWidget(self.line)
        for each in (self.search, self.nothing, self.card):
            self.below.addWidget(each)

    def show_advice(self, as_of: date) -> None:
        """Show what there is."""
        everybody = people.everybody(self._journal, as_of)
        self._names = {one.person.id: one.person.short_name for one in everybody}
        self._as_of = as_of
        self._show()

    def reveal(self, advice_id: int) -> bool:
        """Put the keyboard on a piece; a search that hides it goes. Whether it is there."""
        if not self.card.focus_key(f"advice:{advice_id}"):
            self.search.look_for("")
        return self.card.focus_key(f"advice:{advice_id}")

    def hand_in(self) -> None:
        """Add what is typed."""
        self.line.take()

    def _add(self, text: str) -> bool:
        return self._pen.write(advice.add, {"text": text.strip(), "date": self._as_of})

    def _show(self) -> None:
        words = self.search.text()
        found = advice.every(self._journal, words)
        searches = bool(words.strip())
        self.search.setVisible(bool(found) or searches)
        self.nothing.setVisible(searches and not found)
        self.say("" if found or searches else tr(
            "Advice that worked for you: the words, who said them, and when it helps. "
            "It is offered when you prepare to meet somebody you mentor."))
        self.card.show_rows([self._row(one) for one in found], self._last)

    def _row(self, piece: Piece) -> ListRow:
        one, key = piece.advice, piece.advice.id
        credit, passed = credit_words(piece), passed_words(piece, self._names, self._as_of)
        made = ListRow(f"advice:{key}", ". ".join(filter(None, (one.text, credit, passed))),
                       self._choices(piece))
        made.words.addWidget(wrapped(tr("“{text}”", text=one.text), "row-title"))
        if credit:
            made.words.addWidget(wrapped(credit, "small", "muted"))
        if one.when_it_helps:
            made.words.addWidget(signed_line("lightbulb", one.when_it_helps, tone="ink2"))
        made.words.addWidget(signed_line(
            "share-network" if piece.uses else "circle-dashed", passed, tone="muted"))
        give = Button(tr("Pass it on"), None, "row")
        give.setAccessibleName(tr("Pass it on: {text}", text=beginning(one.text, 80)))
        give.clicked.connect(lambda: self.pass_on_wanted.emit(key))
        made.lay_out(None, [give])
        made.opened.connect(lambda: self.edit_wanted.emit(key))
        made.remove_wanted.connect(lambda: self.remove_wanted.emit(key))
        return made

    def _choices(self, piece: Piece) -> list[tuple[str, Callable[[], object]]]:
        key = piece.advice.id
        found: list[tuple[str, Callable[[], object]]] = [
            (tr("Edit…"), lambda: self.edit_wanted.emit(key)),
            (tr("Pass it on…"), lambda: self.pass_on_wanted.emit(key)),
        ]
        for use in piece.uses[:MOST_NAMED]:
            found.append((
                tr("Not passed on to {name} after all", name=_name(use.person_id, self._names)),
                lambda use=use: self.take_back_wanted.emit(use.id)))
        return [*found, ("", lambda: None), (tr("Remove"), lambda: self.remove_wanted.emit(key))]


def credit_words(piece: Piece) -> str:
    """Such as "Priya Ramanathan, 20 January 2026"; "" where nobody and no day is noted."""
    day = piece.advice.date
    said = whole_day(day) if day else ""
    return ", ".join(filter(None, (piece.credited, said)))


def passed_words(piece: Piece, names: Mapping[int, str], as_of: date) -> str:
    """To whom it was passed on and when; the latest first, a few of them by name."""
    if not piece.uses:
        return tr("Not passed on yet")
    said = [
        tr("{name} on {day}", name=_name(use.person_id, names),
           day=rules.day_words(use.date, as_of)) if use.date else _name(use.person_id, names)
        for use in piece.uses[:MOST_NAMED]
    ]
    more = len(piece.uses) - MOST_NAMED
    if more > 0:
        said.append(trn("{n} more", "{n} more", more))
    return tr("Passed on to {names}", names=listing(said))


def _name(person_id: int | None, names: Mapping[int, str]) -> str:
    return names.get(person_id or 0, "") or tr("somebody else")
