"""On the page of people I mentor: a row for each, with what is open and one next thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from mentorjournal.journal.passing_on import Mentored
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.models.people_list import where
from mentorjournal.ui.panes.passing_on_parts import ListRow, Part, RowCard, signed_line
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.parts import wrapped
from mentorjournal.words import listing, rhythm, tr, trn

SIDE = 40


class PeoplePart(Part):
    """States wishes by signal, each with the id of the person or of the feedback."""

    page_wanted = Signal(int)
    meeting_wanted = Signal(int)
    contact_wanted = Signal(int)
    given_wanted = Signal(int)
    look_wanted = Signal(int)
    reflection_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("With whom"))
        self.card = RowCard(tr("People I mentor"))
        self.reflect = Button("", "notebook", "link")
        self.reflect.clicked.connect(self.reflection_wanted)
        self.below.addWidget(self.card)
        self.below.addWidget(self.reflect, 0, Qt.AlignmentFlag.AlignLeft)

    def say_last(self, day: date | None, as_of: date) -> None:
        """When I last wrote down what mentoring others taught me; the way to the next one."""
        self.reflect.setVisible(day is not None)
        if day is not None:
            self.reflect.setText(tr("Last reflected on it {day}: write again",
                                    day=rules.day_words(day, as_of)))

    def show_people(self, found: Sequence[Mentored], photos: dict[int, bytes | None],
                    as_of: date) -> None:
        """Show these."""
        self.card.show_rows([self._row(one, photos.get(one.person.id), as_of) for one in found])

    def _row(self, one: Mentored, photo: bytes | None, as_of: date) -> ListRow:
        who = one.person
        lines = lines_of(one, as_of)
        made = ListRow(f"person:{who.id}", ". ".join((who.name, *lines)), self._choices(one))
        made.words.addWidget(wrapped(who.name, "row-title"))
        about = " · ".join(filter(None, (who.rank, where(who))))
        if about:
            made.words.addWidget(wrapped(about, "small", "muted"))
        made.words.addWidget(wrapped(lines[0], "small", "ink2"))
        for words in lines[1:]:
            made.words.addWidget(signed_line("circle-dashed", words, tone="ink2"))
        due = one.due(as_of)
        if due is not None:
            words = rules.next_words(rules.next_of(due, as_of), as_of)
            if due.topic:
                words = tr("{what}: {topic}", what=words, topic=due.topic)
            made.words.addWidget(signed_line("clock", words, "warn", "warn"))
        face = Avatar(who.initials, None, "mentee", SIDE)
        face.set_person(who.initials, None, "mentee", photo, who.name)
        made.lay_out(face, [self._next(one, as_of)])
        made.opened.connect(lambda: self.page_wanted.emit(who.id))
        return made

    def _next(self, one: Mentored, as_of: date) -> Button:
        words, deed = self._deed(one, as_of)
        made = Button(words, None, "row")
        made.setAccessibleName(tr("{what}: {name}", what=words, name=one.person.name))
        made.setObjectName(f"next-{one.person.id}")
        made.clicked.connect(lambda: deed())
        return made

    def _deed(self, one: Mentored, as_of: date) -> tuple[str, Callable[[], object]]:
        due, whose = one.due(as_of), one.person.id
        wanted = rules.next_deed(
            due is not None, one.next_meeting is not None, one.rhythm.state, one.is_over)
        deeds: dict[str, tuple[str, Callable[[], object]]] = {
            "look_again": (tr("Look again"), lambda: self.look_wanted.emit(due.id if due else 0)),
            "prepare": (tr("Prepare the meeting"), lambda: self.meeting_wanted.emit(whose)),
            "contact": (tr("Log a contact"), lambda: self.contact_wanted.emit(whose)),
            "open": (tr("Open"), lambda: self.page_wanted.emit(whose)),
        }
        return deeds[wanted]

    def _choices(self, one: Mentored) -> list[tuple[str, Callable[[], object]]]:
        whose = one.person.id
        return [
            (tr("Open the page"), lambda: self.page_wanted.emit(whose)),
            (tr("Prepare a meeting"), lambda: self.meeting_wanted.emit(whose)),
            (tr("Log a contact…"), lambda: self.contact_wanted.emit(whose)),
            (tr("Note feedback I gave…"), lambda: self.given_wanted.emit(whose)),
        ]


def lines_of(one: Mentored, as_of: date) -> list[str]:
    """Contact and next meeting in one line, then what is open between us."""
    last = tr("Last in touch {day}", day=rules.day_words(one.last, as_of)) if one.last else tr(
        "No contact noted yet")
    if one.is_over:
        return [tr("{last} · it has ended", last=last)]
    coming = tr("next meeting {day}", day=rules.day_words(one.next_meeting, as_of)) if (
        one.next_meeting) else tr("no meeting planned")
    said = [last, coming]
    if one.rhythm.is_agreed:
        said.append(rhythm(one.rhythm.every_days))
    lines = [" · ".join(said)]
    mine, theirs = one.mine_open, one.theirs_open
    parts = [trn("{n} promise of yours", "{n} promises of yours", mine)] if mine else []
    parts += [trn("{n} of theirs", "{n} of theirs", theirs)] if theirs else []
    if parts:
        lines.append(tr("Open: {what}", what=listing(parts)))
    waits = sum(1 for given in one.given if rules.next_of(given, as_of).do != "nothing")
    if waits and one.due(as_of) is None:
        lines.append(trn("{n} piece of feedback you gave is still open",
                         "{n} pieces of feedback you gave are still open", waits))
    return lines
