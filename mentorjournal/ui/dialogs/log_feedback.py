"""Noting what was said of my work: by whom and when, what, how it landed, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_agenda, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring import loop
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.recent_day import RecentDay
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import clock_time, short_day, tr

SAID = ("gist", "situation", "behaviour", "impact")  # one of them at least
TEXTS = (*SAID, "topic", "theme", "first_reaction")
CHOICES = ("kind", "stance")
LONGEST_TOPIC = 300


def log_feedback(
    parent: QWidget | None, journal: Journal, person_id: int | None = None,
    take: Take | None = None,
) -> None:
    """`take` is called with values for `feedback.log`, and "asked", the entry it answers or None.
    """
    form = LogForm(journal, person_id, parent=parent)
    form.take = take
    form.keep_draft(journal, "feedback:new")
    form.exec()


def log_feedback_edit(
    parent: QWidget | None, journal: Journal, entry: Feedback, take: Take | None = None
) -> None:
    """Show an entry, or what was asked and is heard now.

    `take` is called with values for `feedback.edit`, and "asked", the entry it answers or None.
    """
    form = LogForm(journal, entry.person_id, entry, parent)
    form.take = take
    form.keep_draft(journal, f"{'feedback' if entry.date else 'feedback_heard'}:{entry.id}")
    form.exec()


class LogForm(FormDialog):
    """One sentence is enough; what was said can be told in three parts as well."""

    def __init__(
        self, journal: Journal, person_id: int | None = None, entry: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _title(journal, entry), parent, columns=2,
            ok=tr("Save") if entry and entry.date else tr("Note it"),
            intro=_asked_words(entry) if entry else "",
            record=("feedback", entry.id) if entry else None,
        )
        self._journal, self._entry = journal, entry
        self._everybody: dict[int, Person] = {
            one.person.id: one.person for one in people.everybody(journal, clock.today())}
        self._asked: dict[int, Feedback] = {}
        self._whose: tuple[int | None, date | None] = (None, None)
        self._answered = ""
        self._add_who()
        self._add_what()
        self._add_how()
        self._wire()
        self._begin(person_id)

    def _add_who(self) -> None:
        if self._entry is None:
            called = told_apart(self._journal, self._everybody.values(), clock.today())
            self.people = self.add_field("people", tr("Who said it"), PeopleField(
                list(self._everybody.values()), called, most=1), wide=True)
        self.day = self.add_field("date", tr("When"), RecentDay())
        self.requested = self.add_field("requested", tr("Who began it"), Segmented([
            ("yes", tr("I asked")), ("no", tr("They offered it"))], "no"))
        self.asked = self.add_field(
            "asked", tr("Does it answer what you asked?"), ChoiceBox([("", "")]), wide=True)
        self.meeting = self.add_field("meeting_id", tr("Where"), ChoiceBox([("", "")]), wide=True)

    def _add_what(self) -> None:
        self.topic = self.add_field("topic", tr("What it was about"), _line(
            tr("Such as: the simulation talk")))
        self.theme = self.add_field("theme", tr("Theme"), _line(tr("Such as: pace")), hint=tr(
            "The same word brings together what several people told you."))
        self._complete()
        self.gist = self.add_field("gist", tr("What was said, in a sentence or two"), GrowingText(
            quiet=False, least_lines=2, most_lines=6), wide=True)
        self.add_heading(tr("Or in three parts"))
        self.parts = {
            "situation": self._part("situation", tr("Situation"),
                                    tr("When and where: the round on bay C, ten minutes late")),
            "behaviour": self._part("behaviour", tr("What I did"),
                                    tr("As they saw it: I gave each plan to the monitor")),
            "impact": self._part("impact", tr("What it led to"),
                                 tr("Two nurses missed the new targets and had to ask")),
        }

    def _part(self, key: str, words: str, placeholder: str) -> GrowingText:
        return self.add_field(key, words, GrowingText(
            placeholder, quiet=False, most_lines=5), wide=True)

    def _add_how(self) -> None:
        self.add_heading(tr("If you like"))
        unsaid = ("", tr("Not said"))
        self.kind = self.add_field("kind", tr("What kind it was"), ChoiceBox(
            [unsaid, *((one, v.label(one)) for one in v.FEEDBACK_KINDS)]))
        self.stance = self.add_field("stance", tr("How it landed"), ChoiceBox(
            [unsaid, *((one, v.label(one)) for one in v.STANCES)]))
        self.reaction = self.add_field("first_reaction", tr("My first reaction"), GrowingText(
            quiet=False, least_lines=2, most_lines=6), wide=True)
        self.add_wide(PrivateMark())

    def _complete(self) -> None:
        completer = QCompleter(feedback.themes(self._journal), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.theme.setCompleter(completer)

    def _wire(self) -> None:
        if self._entry is None:
            self.people.entered.connect(lambda: self.topic.setFocus())
            self.people.value_changed.connect(self._look_around)
        self.day.value_changed.connect(self._look_around)
        self.asked.chosen.connect(self._take_asked)
        self.stance.chosen.connect(lambda _stance: self._say_rest())

    def _begin(self, person_id: int | None) -> None:
        found = self._entry
        if found is None:
            self.fill_in({"people": (person_id,) if person_id is not None else (),
                          "requested": "no"})
        else:
            self.fill_in({
                **{key: getattr(found, key) for key in TEXTS}, "date": found.date,
                **{key: getattr(found, key) or "" for key in CHOICES},
                "requested": "yes" if found.requested or found.asked_on else "no"})
        self._look_around()
        if found is not None and found.date:
            self.meeting.set_current(str(found.meeting_id or ""))
        self._chosen = {"meeting_id": self.meeting.current(), "asked": self.asked.current()}
        self.validate()
        self._say_rest()
        first = self.gist if found else self.topic if person_id is not None else self.people
        first.setFocus()

    # What it gives ----------------------------------------------------------------------------

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self._entry is None and self.people.wrong():
            wrong["people"] = self.people.wrong()
        elif self._entry is None and not values["people"]:
            wrong["people"] = tr("Say who said it.")
        if values["date"] > clock.today():
            wrong["date"] = tr("That day is still to come; note it once it was said.")
        for key in ("topic", "theme"):
            if len(values[key]) > LONGEST_TOPIC:
                wrong[key] = tr("At most {n} characters.", n=LONGEST_TOPIC)
        if not any(values[key] for key in SAID):
            wrong["gist"] = tr("Write what was said, in a sentence or in its parts.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        given: dict[str, Any] = {key: found[key] or None for key in (*TEXTS, *CHOICES)}
        given |= {"date": found["date"], "requested": found["requested"] == "yes",
                  "meeting_id": int(found["meeting_id"]) if found["meeting_id"] else None}
        given["asked"] = int(found["asked"]) if found["asked"] else None
        return given if self._entry is not None else {**given, "person_id": found["people"][0]}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._look_around()
        for key, before in self._chosen.items():  # a draft leaves out what is as it was
            self.field(key).set_current(str(values.get(key, before) or ""))
        self._say_rest()
        self.validate()

    # What follows from what -------------------------------------------------------------------

    def _whom(self) -> int | None:
        return self._entry.person_id if self._entry else next(iter(self.people.value()), None)

    def _look_around(self) -> None:
        """That day's meetings with them, and what they were asked and have not answered."""
        whom, day = self._whom(), self.day.value()
        if (whom, day) == self._whose:
            return
        is_other = whom is None or whom != self._whose[0]
        self._whose = whom, day
        self._offer_meetings(feedback_agenda.meetings_on(self._journal, whom, day) if whom else [])
        if is_other:
            may_answer = whom is not None and (
                self._entry is None or bool(self._entry.date and not self._entry.asked_on))
            self._offer_asked(
                feedback.unanswered(self._journal, whom) if whom and may_answer else [])

    def _offer_meetings(self, found: Sequence[Meeting]) -> None:
        if self._entry and self._entry.meeting_id and self._entry.meeting_id not in {
            one.id for one in found
        }:
            found = [*found, *feedback_agenda.meeting_of(self._journal, self._entry)]
        self.meeting.set_choices([("", tr("Not in a meeting")), *(
            (str(one.id), tr("In the meeting of {day} at {time}",
                             day=short_day(one.day, clock.today()),
                             time=clock_time(one.starts_at))) for one in found)],
            str(found[0].id) if found else "")
        self.set_field_shown("meeting_id", bool(found))

    def _offer_asked(self, found: Sequence[Feedback]) -> None:
        self._asked = {one.id: one for one in found}
        self.asked.set_choices([("", tr("No, it is about something else")), *(
            (str(one.id), _asked_words(one)) for one in found)], "")
        self.set_field_shown("asked", bool(found))

    def _take_asked(self, key: str) -> None:
        """What was asked names the topic, until that is changed by hand."""
        entry = self._asked.get(int(key)) if key else None
        if self.topic.text() == self._answered:
            self._answered = (entry.topic or "") if entry else ""
            self.topic.setText(self._answered)
        if entry is not None:
            self.requested.set_current("yes")
            if not self.theme.text():
                self.theme.setText(entry.theme or "")
        self.validate()

    def _say_rest(self) -> None:
        """Something hard gets a few days, and a word about who says such things."""
        if self.stance.current() not in loop.HARD:
            self.set_hint("stance", "")
            return
        until = loop.cool_off_of(self.day.value())
        kind = tr("Whoever tells you this is usually on your side.")
        if until > clock.today():
            kind = tr("{kind} Let it rest until {day} before you answer.", kind=kind,
                      day=short_day(until, clock.today()))
        self.set_hint("stance", kind)


def _title(journal: Journal, entry: Feedback | None) -> str:
    if entry is None:
        return tr("Note feedback received")
    name = people.get(journal, entry.person_id).short_name[:60]
    if entry.date is None:
        return tr("What {name} said", name=name)
    return tr("Feedback from {name}", name=name)


def _asked_words(entry: Feedback) -> str:
    """What was asked, and when."""
    if not (entry.asked_on or entry.date is None):
        return ""
    about = (entry.topic or entry.question or "")[:80]
    if entry.asked_on is None:
        return tr("You wanted to ask about: {topic}", topic=about)
    return tr("You asked about this on {day}: {topic}", topic=about,
              day=short_day(entry.asked_on, clock.today()))


def _line(placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
    made.setPlaceholderText(placeholder)
    return made
