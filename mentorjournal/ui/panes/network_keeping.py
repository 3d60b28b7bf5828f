"""In the overview: whom to be in touch with, most urgent first; and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorjournal.journal.keeping import has_rhythm
from mentorjournal.mentoring import keeping as rules
from mentorjournal.mentoring.keeping import Place, Starts
from mentorjournal.models.people_list import PersonLine
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network_parts import heading
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.label import label as text_label
from mentorjournal.ui.widgets.parts import column, rule, wrapped
from mentorjournal.words import listing, short_day, tr, trn

MOST_ROWS = 5  # before one asks for more
NAME_LETTERS = 24
TONES: dict[Place, str] = {"dormant": "alert", "overdue": "alert", "due_soon": "warn"}

Wish = Callable[[str], object]  # what `ContactAnswers.keep` understands, such as "snooze:7"


class KeepInTouch(QWidget):
    """A row for everybody whose rhythm is nearly over or over, and for those who are quiet."""

    person_chosen = Signal(int)
    wanted = Signal(int, str)

    def __init__(
        self, lines: Iterable[PersonLine], starts: Starts, show_all: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        known = list(lines)
        rows = in_order(known)
        calling = [line for line in rows if line.place in rules.CALLING]
        below = column(self, 8)
        count = text_label(str(len(calling)), "small", "muted") if calling else None
        below.addLayout(heading(tr("Keep in touch"), count))
        if not calling:
            below.addWidget(wrapped(_calm(known), "small", "muted"))
        shown = rows if show_all else rows[:MOST_ROWS]
        for place, line in enumerate(shown):
            if place:
                below.addWidget(rule())
            below.addWidget(self._row(line))
        self.more = None
        if len(rows) > MOST_ROWS:
            self.more = Button(
                tr("Fewer") if show_all else trn("{n} more", "{n} more", len(rows) - MOST_ROWS),
                "caret-up" if show_all else "caret-down", "link")
            self.more.setObjectName("keep-more")
            below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        said = readings(known, starts)
        if said:
            below.addWidget(rule())
        for sentence in said:
            below.addWidget(wrapped(sentence, "small", "muted"))
        below.addSpacing(theme.px(8))

    def _row(self, line: PersonLine) -> QWidget:
        one = line.person
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addLayout(self._name_and_words(line), 1)
        log = Button(tr("Log"), None, "row")
        log.setAccessibleName(tr("Log a contact with {name}", name=one.name))
        log.setObjectName(f"keep-log-{one.id}")
        log.clicked.connect(lambda: self.wanted.emit(one.id, "log"))
        more = IconButton("dots-three", tr("More about keeping in touch with {name}",
                                           name=one.short_name), "box", 28)
        more.setObjectName(f"keep-menu-{one.id}")
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        fill_menu(menu, line, lambda wish: self.wanted.emit(one.id, wish))
        more.setMenu(menu)
        for button in (log, more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _name_and_words(self, line: PersonLine) -> QVBoxLayout:
        one = line.person
        words = column(gap=0)
        words.setContentsMargins(0, theme.px(3), 0, 0)  # the name in line with the buttons
        name = Button(beginning(one.short_name, NAME_LETTERS).replace("&", "&&"), None, "link")
        name.setAccessibleName(tr("Show {name}", name=one.name))
        name.setObjectName(f"keep-name-{one.id}")
        name.clicked.connect(lambda: self.person_chosen.emit(one.id))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(theme.px(3))  # for the ring of the keyboard
        for text, tone in row_words(line):
            words.addWidget(wrapped(text, "small", tone))
        return words


def in_order(lines: Iterable[PersonLine]) -> list[PersonLine]:
    """Dormant, overdue, due soon, without any contact, snoozed, paused; most urgent first."""
    def key(line: PersonLine) -> tuple[int, float, str]:
        assert line.place is not None
        return rules.order(line.place, line.reading, line.folded_name)

    return sorted((line for line in lines if line.place is not None), key=key)


def row_words(line: PersonLine) -> list[tuple[str, str]]:
    """Lines with their tones, such as "Dormant: 213 of 60 days" and below "3 of 4 in a year"."""
    one = line.person
    assert line.place is not None
    where = rules.place_words(
        line.place, line.reading, one.snoozed_until, one.paused_for, line.as_of)
    said = []
    if one.is_active and line.year is not None and line.year.state == "below":
        said.append(rules.year_words(line.year))
    day = rules.next_date(line.facts.next_meeting, one.next_contact_on, line.as_of)
    if day is not None:
        said.append(tr("next {day}", day=short_day(day, line.as_of)))
    lines = [(where, TONES.get(line.place, "muted"))]
    return [*lines, (" · ".join(said), "muted")] if said else lines


def readings(lines: Sequence[PersonLine], starts: Starts) -> list[str]:
    """Who begins, who was asked how they like it, and with whom a next date is set."""
    mentors = [line for line in lines if line.person.is_active]
    if not mentors:
        return []
    asked = rules.asked((line.person for line in mentors), mentors[0].as_of)
    said = [rules.starts_words(starts), tr(
        "{n} of {total} were asked how they like to be in touch.",
        n=len(asked.asked), total=asked.total)]
    if asked.to_ask and len(asked.to_ask) <= 3:
        names = {line.id: line.person.short_name for line in mentors}
        said[-1] += " " + tr("Not yet: {names}.", names=listing(
            [names[one] for one in asked.to_ask]))
    dated = sum(1 for line in mentors if rules.next_date(
        line.facts.next_meeting, line.person.next_contact_on, line.as_of))
    return [*said, trn("{n} of {total} has a next date.", "{n} of {total} have a next date.",
                       dated, total=len(mentors))]


def _calm(lines: Sequence[PersonLine]) -> str:
    """What is said when nobody is due, with who comes next."""
    coming = [line for line in lines if line.place is None and has_rhythm(line.person)
              and line.reading.due_on is not None]
    if not coming:
        return tr("Nobody is due for a word.")
    first = min(coming, key=lambda line: line.reading.due_on)
    return tr("Nobody is due for a word. The next is {name}, on {day}.",
              name=first.person.short_name, day=short_day(first.reading.due_on, first.as_of))


def fill_menu(menu: QMenu, line: PersonLine, wish: Wish) -> None:
    """What can be done about the rhythm with one person."""
    one = line.person

    def add(words: str, what: str, where: QMenu = menu) -> None:
        where.addAction(words, lambda: wish(what))

    for newest, *_ in line.waiting_sides:
        day = short_day(newest.date, line.as_of)
        add(tr("I answered the message of {day}", day=day) if newest.is_theirs
            else tr("They answered my message of {day}", day=day), f"answered:{newest.id}")
    if line.waiting:
        menu.addSeparator()
    if line.place == "snoozed":
        add(tr("Remind me again now"), "wake")
    later = menu.addMenu(tr("Remind me later"))
    add(tr("Tomorrow"), "snooze:1", later)
    add(tr("In a week"), "snooze:7", later)
    add(tr("On a date…"), "snooze", later)
    if line.reading.state == "paused":
        add(tr("Resume now"), "resume")
        add(tr("Change the pause…"), "pause")
    else:
        add(tr("Pause…"), "pause")
    menu.addSeparator()
    add(tr("Agree on the rhythm…") if not one.cadence_agreed_on else tr("Change the rhythm…"),
        "rhythm")
    add(tr("Set a next date…"), "next")
    if one.is_active:
        menu.addSeparator()
        add(tr("Keep, change or close…"), "moving_on")
