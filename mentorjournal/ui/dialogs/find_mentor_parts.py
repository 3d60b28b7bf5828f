"""Parts of finding a mentor: people to choose, lines for new names, and whom to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.mentoring import pronouns
from mentorjournal.mentoring import sought as rules
from mentorjournal.models.namesakes import name_key
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.label import beginning, label
from mentorjournal.ui.widgets.name_lines import NameLine, NameLines
from mentorjournal.ui.widgets.parts import breakable, clear, column, row, rule
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.words import tr, trn

MOST_LETTERS = 600  # of what is said of somebody
MOST_SHOWN = 4  # people before the others are asked for
FIRST = 2  # lines for new names
NAME_LETTERS = 60
STRETCH = (5, 6, 5)  # name, admired for, suggested by


@dataclass(frozen=True)
class KnownLine:
    """Somebody who may be chosen, and what is known of them."""

    person: Person
    about: str
    is_linked: bool = False  # to the need already


def _key(name: str) -> str:
    """Alike for one person however they are written; a name of signs alone is only like itself."""
    return name_key(name) or name


def _said(text: str, style: str, tone: str) -> QLabel:
    """Words that wrap, the beginning of a long text."""
    return label(breakable(text[:MOST_LETTERS]), style, tone, wrap=True)


class Choices(QWidget):
    """A heading and people, each with a button; hidden while there is nobody."""

    chosen = Signal(int)

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, 6)
        outer.setContentsMargins(0, theme.px(6), 0, 0)
        head = row(gap=8)
        head.addWidget(label(title, "heading"))
        head.addWidget(label(hint, "small", "muted"), 1)
        outer.addLayout(head)
        card = QFrame()
        card.setProperty("card", True)
        self._lines = column(card, 0)
        outer.addWidget(card)
        self.more = Button("", "caret-down", "link")
        self.more.clicked.connect(lambda: self._fill(len(self._known)))
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._known: Sequence[KnownLine] = ()

    def show_lines(self, lines: Sequence[KnownLine]) -> None:
        """Offer these people, the first of many until all are asked for."""
        self._known = lines
        self._fill(MOST_SHOWN if len(lines) > MOST_SHOWN + 1 else len(lines))
        self.setVisible(bool(lines))

    def _fill(self, most: int) -> None:
        clear(self._lines)
        for place, one in enumerate(self._known[:most]):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(one))
        left = len(self._known) - most
        self.more.setText(trn("{n} more", "{n} more", left))
        self.more.setVisible(left > 0)

    def _line(self, one: KnownLine) -> QWidget:
        who = one.person
        box = QWidget()
        parts = row(box, 10)
        parts.setContentsMargins(*(theme.px(n) for n in (12, 8, 12, 8)))
        avatar = Avatar()
        avatar.set_person(who.initials, next(iter(who.roles), None), who.standing, name=who.name)
        parts.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        words.addWidget(_said(who.name, "row-title", "ink"))
        words.addWidget(_said(one.about, "small", "muted"))
        parts.addLayout(words, 1)
        button = Button(tr("Open") if one.is_linked else tr("Choose"), kind="row")
        button.setAccessibleName(
            tr("Open {name}", name=who.name) if one.is_linked else
            tr("Choose {name}", name=who.name))
        button.clicked.connect(lambda: self.chosen.emit(who.id))
        if one.is_linked:
            parts.addWidget(label(tr("Linked already"), "small", "muted"))
        parts.addWidget(button)
        return box


class _Line(QWidget):
    """One new candidate: a name, and two things that may be left out."""

    def __init__(
        self, name: NameLine, people: Sequence[Person], called: Mapping[int, str],
    ) -> None:
        super().__init__()
        self.name = name
        self.admired = QLineEdit()
        self.admired.setMaxLength(LONGEST_LINE)
        self.suggested = PersonBox(people, called)
        self.suggested.setMinimumContentsLength(8)
        self.suggested.lineEdit().setPlaceholderText("")
        number = name.accessibleName()
        self.admired.setAccessibleName(tr("{name}: admired for", name=number))
        self.suggested.setAccessibleName(tr("{name}: suggested by", name=number))
        parts = row(self, 8)
        for field, stretch in zip((name, self.admired, self.suggested), STRETCH, strict=True):
            parts.addWidget(field, stretch)

    def said(self) -> tuple[str, str, str]:
        """What is written: name, admired for, suggested by."""
        return (self.name.name(), self.admired.text().strip(),
                " ".join(self.suggested.currentText().split()))


class CandidateLines(NameLines):
    """Lines of name, what they are admired for, and who suggested them: a known person or words."""

    def __init__(
        self, people: Sequence[Person], called: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        self._people, self._called = people, called
        self._rows: list[_Line] = []
        super().__init__(FIRST, parent)
        head = QWidget()
        parts = row(head, 8)
        heads = (tr("Name"), tr("Admired for"), tr("Suggested by"))
        for words, stretch in zip(heads, STRETCH, strict=True):
            said = label(words, "label", "ink2")
            said.setMinimumWidth(1)
            parts.addWidget(said, stretch)
        self._column.insertWidget(0, head)

    def row_of(self, name: NameLine) -> QWidget:
        """The name with what else there is to say."""
        made = _Line(name, self._people, self._called)
        made.admired.textChanged.connect(lambda _: self.changed.emit())
        made.suggested.currentTextChanged.connect(lambda _: self.changed.emit())
        self._rows.append(made)
        return made

    def line(self, number: int) -> _Line:
        """One line, from 0."""
        return self._rows[number]

    def records(self, without: Collection[str] = ()) -> list[dict[str, object]]:
        """Values of a new person for each name, once where it stands twice; none for `without`.

        What is said of the second is kept where nothing is said of the first.
        """
        found: dict[str, dict[str, object]] = {}
        for each in self._rows:
            name, admired, suggested = each.said()
            key = _key(name)
            if not name or key in without:
                continue
            by = each.suggested.person()
            values: dict[str, object] = {"name": name}
            values |= {"admire_for": admired} if admired else {}
            if by is not None:
                values |= {"suggested_by_id": by.id, "origin": "referred"}
            elif suggested:
                values |= {"suggested_by": suggested, "origin": "referred"}
            found[key] = {**values, **found.get(key, {})}
        return list(found.values())

    def twice(self) -> list[str]:
        """The names that stand on two lines, as they were written first."""
        counts = Counter(_key(name) for name in self.names())
        first = {_key(name): name for name in reversed(self.names())}
        return [first[key] for key, n in counts.items() if n > 1]

    def has_words_without_name(self) -> bool:
        """Whether something was said of somebody who is not named."""
        return any(not name and (admired or suggested)
                   for name, admired, suggested in (each.said() for each in self._rows))

    def said(self) -> list[tuple[str, str, str]]:
        """What is written in each line, as a draft keeps it."""
        return [each.said() for each in self._rows if any(each.said())]

    def set_said(self, said: Sequence[tuple[str, str, str]]) -> None:
        """Show what a draft kept."""
        for place, (name, admired, suggested) in enumerate(said):
            if place < len(self._rows):
                each = self._rows[place]
                each.name.setText(name)  # the last one brings another line
                each.admired.setText(admired)
                each.suggested.setCurrentText(suggested)


class KnownNames(QWidget):
    """A tick for everybody who is in the journal under a name that was written: they are meant,
    unless the tick is taken away; then somebody else of that name is added.
    """

    changed = Signal()

    def __init__(self, called: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._called = called
        self._ticks: dict[int, QCheckBox] = {}
        self._others: set[int] = set()  # whose tick was taken away
        self._people: Sequence[Person] = ()
        self._lines = column(self, 4)
        self.hide()

    def show_known(self, people: Sequence[Person]) -> None:
        """Offer these; a choice that was made stays."""
        if [one.id for one in people] == list(self._ticks):
            return
        self._people = people
        clear(self._lines)
        self._ticks = {one.id: self._tick(one) for one in people}
        self.setVisible(bool(people))

    def _tick(self, one: Person) -> QCheckBox:
        name = beginning(self._called.get(one.id, one.name), NAME_LETTERS)
        them = pronouns.said(name, one.pronouns).object
        tick = QCheckBox((
            tr("{name} is in the journal already: use that entry", name=name) if them == name else
            tr("{name} is in the journal already: use {them}", name=name, them=them)
        ).replace("&", "&&"))
        tick.setChecked(one.id not in self._others)
        tick.toggled.connect(lambda on: self._take(one.id, on))
        self._lines.addWidget(tick)
        return tick

    def _take(self, person_id: int, on: bool) -> None:
        self._others = self._others - {person_id} if on else self._others | {person_id}
        self.changed.emit()

    def ids(self) -> list[int]:
        """Who is meant."""
        return [key for key, tick in self._ticks.items() if tick.isChecked()]

    def keys(self) -> set[str]:
        """The names of those who are meant, as `name_key` has them."""
        return {name_key(one.name) for one in self._people if self._ticks[one.id].isChecked()}

    def tick(self, person_id: int) -> QCheckBox:
        """The tick of somebody."""
        return self._ticks[person_id]


class WhomToAsk(QFrame):
    """Questions for peers inside and outside one's own place, while there are few candidates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("well")
        lines = column(self, 4)
        lines.setContentsMargins(*(theme.px(n) for n in (14, 10, 14, 12)))
        lines.addWidget(label(tr("Who could I ask?"), "heading"))
        self._says = label("", "small", "muted", wrap=True)
        lines.addWidget(self._says)
        beside = row(gap=24)
        for where, questions in rules.whom_to_ask():
            group = column(gap=2)
            group.addWidget(label(where, "label", "ink2"))
            for question in questions:
                group.addWidget(_said(tr("“{question}”", question=question), "small", "ink"))
            group.addStretch(1)
            beside.addLayout(group, 1)
        lines.addSpacing(theme.px(4))
        lines.addLayout(beside)

    def show_count(self, candidates: int) -> None:
        """Shown while there are fewer than three candidates."""
        self.setVisible(candidates < rules.FEW_CANDIDATES)
        self._says.setText(
            trn("You have {n} candidate so far. Peers often know somebody you have not met.",
                "You have {n} candidates so far. Peers often know somebody you have not met.",
                candidates) if candidates else
            tr("You have no candidates yet. Peers often know somebody you have not met."))
