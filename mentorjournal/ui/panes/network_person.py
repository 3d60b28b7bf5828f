"""Beside the map when somebody is chosen: who they are to me, and what if they left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from mentorjournal.journal.between import Contact
from mentorjournal.journal.keeping import has_rhythm
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import gaps as gap_rules
from mentorjournal.mentoring import phrases, pronouns
from mentorjournal.mentoring.coverage import Leaving
from mentorjournal.mentoring.gaps import Gap
from mentorjournal.mentoring.rhythm import four_a_year_words
from mentorjournal.mentoring.vocabulary import area_label, label
from mentorjournal.models.people_list import (
    PersonLine,
    contact_tone,
    contact_words,
    level_words,
    origin_words,
    rhythm_words,
    role_word,
    spoken_word,
    standing_words,
    where,
    year_tone,
)
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network_keeping import fill_menu
from mentorjournal.ui.panes.network_parts import heading, signed
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import label as text_label
from mentorjournal.ui.widgets.parts import column, rule, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import listing, long_day, short_day, tr, trn


@dataclass(frozen=True)
class PersonShown:
    """A person, what would be missing without them, and the gaps that would open."""

    line: PersonLine
    leaving: Leaving | None
    new_gaps: tuple[Gap, ...] = ()
    names: Mapping[int, str] | None = None


class NetworkPerson(QWidget):
    """One person; built anew for every other person or fact."""

    overview_wanted = Signal()
    meeting_wanted = Signal(int)
    edit_wanted = Signal(int)
    merge_wanted = Signal(int)
    remove_wanted = Signal(int)
    erase_wanted = Signal(int)
    page_wanted = Signal(int)
    keeping_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: PersonShown | None = None
        self._back = Button(tr("Whole network"), "arrow-left", "link")
        self._back.clicked.connect(self.overview_wanted)
        self._page = column(self, 14)
        self._page.setContentsMargins(*(theme.px(n) for n in (20, 14, 14, 24)))
        self._page.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QWidget()
        self._page.addWidget(self._body)
        self._page.addStretch(1)

    def show_person(self, shown: PersonShown) -> None:
        """Show this person; nothing is rebuilt when all is the same."""
        if shown == self.shown:
            return
        held = self._held_key()
        self.shown = shown
        body = QWidget()
        below = column(body, 14)
        one = shown.line.person
        below.addLayout(self._who(one))
        below.addLayout(self._deeds(one))
        for side in self.shown.line.waiting_sides:
            below.addWidget(self._waiting(side))
        below.addWidget(rule())
        below.addLayout(self._facts())
        for part in (self._leaving(), *self._words(one)):
            if part is not None:
                below.addWidget(rule())
                below.addWidget(part)
        self._page.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.show()
        if held and (again := body.findChild(QWidget, held)):
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held_key(self) -> str:
        """The name of the button that has the focus, so that a refresh does not take it away."""
        # Not hasFocus: a form that was asked from here may still be open in front.
        focused = self._body.focusWidget()
        held = focused is not None and self.window().focusWidget() is focused
        return focused.objectName() if held else ""

    # Who --------------------------------------------------------------------------------------

    def _who(self, one: Person) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        avatar = Avatar(side=56)
        avatar.set_person(
            one.initials, next(iter(one.roles), None), one.standing, self.shown.line.photo, one.name
        )
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        name = wrapped(one.name, "record-title")
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        words.addWidget(name)  # at the left also in Arabic, as in lists and on their page
        for text in (one.rank, where(one)):
            if text:
                words.addWidget(wrapped(text, "small", "muted"))
        words.addSpacing(theme.px(4))
        words.addWidget(self._chips(one))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _chips(self, one: Person) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        if one.standing != "mentor":
            flow.addWidget(Chip(standing_words(one)))
        for role in one.roles:
            chip = Chip(role_word(role), role if ":" not in role else "neutral")
            # Own words may be long: they are cut, and never widen the details.
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            flow.addWidget(chip)
        if level_words(one):
            flow.addWidget(Chip(level_words(one)))
        for area in one.areas:
            flow.addWidget(Chip(area_label(area, self.shown.line.setting)))
        if one.outside_field:
            flow.addWidget(Chip(tr("Outside my field")))
        return box

    def _deeds(self, one: Person) -> FlowLayout:
        row = FlowLayout(gap=theme.px(6), line_gap=theme.px(8))
        prepare = _deed("prepare", tr("Prepare meeting"), "clipboard-text")
        prepare.clicked.connect(lambda: self.meeting_wanted.emit(one.id))
        log = _deed("log", tr("Log a contact"), "hand-waving")
        log.clicked.connect(lambda: self.keeping_wanted.emit(one.id, "log"))
        page = _deed("page", tr("Open page"), "user")
        page.clicked.connect(lambda: self.page_wanted.emit(one.id))
        edit = _deed("edit", tr("Edit"), "pencil-simple")
        edit.clicked.connect(lambda: self.edit_wanted.emit(one.id))
        shown = (page, edit) if one.standing == "past" else (prepare, log, page, edit)
        for button in (*shown, self._more(one)):
            row.addWidget(button)
        return row

    def _more(self, one: Person) -> IconButton:
        more = IconButton("dots-three", tr("More"), "box", 32)
        more.setObjectName("more")
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        if has_rhythm(one):
            fill_menu(menu, self.shown.line, lambda wish: self.keeping_wanted.emit(one.id, wish))
            menu.addSeparator()
        menu.addAction(tr("Join with another entry…"), lambda: self.merge_wanted.emit(one.id))
        menu.addAction(tr("Remove…"), lambda: self.remove_wanted.emit(one.id))
        menu.addAction(tr("Erase for good…"), lambda: self.erase_wanted.emit(one.id))
        more.setMenu(menu)
        return more

    def _waiting(self, side: Sequence[Contact]) -> QWidget:
        """Messages of one side that nobody has answered, and the one click that says they were."""
        message, theirs = side[0], side[0].is_theirs
        days = listing([short_day(one.date, self.shown.line.as_of) for one in side[::-1]])
        part = QWidget()
        below = column(part, 6)
        below.addWidget(signed("hourglass-medium", "muted", trn(
            "Their message of {days} waits for your answer.",
            "Their messages of {days} wait for your answer.", len(side), days=days,
        ) if theirs else trn(
            "Your message of {days} is not answered yet.",
            "Your messages of {days} are not answered yet.", len(side), days=days)))
        answered = Button(tr("I answered") if theirs else tr("They answered"), "check", "row")
        answered.setObjectName(f"answered-{message.id}")
        answered.clicked.connect(
            lambda: self.keeping_wanted.emit(message.person_id, f"answered:{message.id}"))
        below.addWidget(answered, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    # Facts ------------------------------------------------------------------------------------

    def _facts(self) -> QGridLayout:
        line, one = self.shown.line, self.shown.line.person
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(84))
        grid.setColumnStretch(1, 1)
        day = line.facts.next_meeting
        facts = [
            (tr("Pronouns"), one.pronouns or "", "ink"),
            (tr("Rhythm"), rhythm_words(line), "ink"),
            (tr("Contact"), contact_words(line), contact_tone(line)),
            (tr("Four a year"), _year(line), year_tone(line)),
            (tr("Be in touch"), _agreed_day(line), "ink"),
            (tr("Reminder"), _quiet(line), "ink"),
            (tr("Paused for"), _pause(line), "ink"),
            (tr("Next meeting"), _next(line) if day or one.is_active else "", "ink"),
            (tr("Since"), long_day(one.start) if one.start else "", "ink"),
            (tr("How we met"), _met(one), "ink"),
            (tr("I admire"), one.admire_for or "", "ink"),
            (tr("Strong at"), ", ".join(one.strengths), "ink"),
            (tr("Does for me"), ", ".join(map(spoken_word, one.functions)), "ink"),
            (tr("Helps with"), ", ".join(map(spoken_word, one.domains)), "ink"),
        ]
        for name, text, tone in facts:
            if text:
                at = grid.rowCount()
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(text_label(name, "small", "muted"), at, 0, top)
                grid.addWidget(wrapped(text, "body", "ink" if tone == "muted" else tone), at, 1)
        return grid

    def _words(self, one: Person) -> list[QWidget | None]:
        said = pronouns.said(one.short_name, one.pronouns)
        likes = said.verb(tr("likes"), tr("like"))
        ways = [label(one.channel)] if one.channel else []
        ways += [label(style) for style in one.styles]
        note = "\n".join(filter(None, (one.style_note, one.usual_place, one.usual_link)))
        private = "\n\n".join(filter(None, (one.limits, one.private_note)))
        return [
            self._said(tr("Greatest added value"), one.added_value),
            self._said(tr("What I ask of {them}", them=said.object), one.my_ask),
            self._said(
                tr("How {she} {likes} to work", she=said.subject, likes=likes),
                "\n".join(filter(None, (", ".join(ways), note))),
            ),
            self._said(
                tr("{Her} limits, and my own notes", Her=_capital(said.possessive)), private,
                PrivateMark(),
            ) if private else None,
        ]

    def _said(self, title: str, text: str | None, mark: QWidget | None = None) -> QWidget | None:
        if not text:
            return None
        part = QWidget()
        below = column(part, 4)
        below.addWidget(wrapped(title, "heading"))
        if mark is not None:
            below.addWidget(mark)
        below.addWidget(wrapped(text))
        return part

    def _leaving(self) -> QWidget | None:
        leaving = self.shown.leaving
        if leaving is None:
            return None
        part = QWidget()
        below = column(part, 6)
        below.addLayout(heading(tr("What if this person leaves?")))
        staying = sum(1 for ids in (leaving.fallbacks or {}).values() if ids)
        cut = len(leaving.sentences) - staying
        for sentence in leaving.sentences[:cut]:
            calm = leaving.loses_nothing
            below.addWidget(signed(
                "check-circle" if calm else "warning", "ok" if calm else "warn", sentence
            ))
        for sentence in leaving.sentences[cut:]:
            below.addWidget(signed("check-circle", "ok", sentence))
        for sentence in self._who_could_step_in():
            below.addWidget(signed("user-plus", "muted", sentence))
        return part

    def _who_could_step_in(self) -> list[str]:
        names = self.shown.names or {}
        helpers: dict[int, None] = {}
        for gap in self.shown.new_gaps:
            if gap.importance > gap_rules.HINT:
                helpers |= dict.fromkeys(one for one in gap.candidate_ids if one in names)
        if not helpers:
            return []
        who = phrases.some([names[one] for one in helpers])
        return [trn(
            "{who}, a candidate, could step in.", "{who}, all candidates, could step in.",
            len(helpers), who=who,
        )]


def _next(line: PersonLine) -> str:
    day = line.facts.next_meeting
    return short_day(day, line.as_of) if day else tr("no date yet")


def _year(line: PersonLine) -> str:
    return four_a_year_words(line.year) if line.year and line.person.is_active else ""


def _agreed_day(line: PersonLine) -> str:
    day = line.person.next_contact_on
    return short_day(day, line.as_of) if day and day >= line.as_of else ""


def _quiet(line: PersonLine) -> str:
    until = line.person.snoozed_until
    if line.place != "snoozed" or until is None:
        return ""
    return tr("quiet until {day}", day=short_day(until, line.as_of))


def _pause(line: PersonLine) -> str:
    return line.person.paused_for or "" if line.reading.state == "paused" else ""


def _deed(name: str, words: str, sign: str) -> Button:
    made = Button(words, sign)
    made.setObjectName(name)  # so that the keyboard stays on it when all is built anew
    return made


def _met(one: Person) -> str:
    words = origin_words(one)
    if one.suggested_by and one.origin != "referred":
        by = tr("suggested by {name}", name=one.suggested_by)
        return f"{words}, {by}" if words else _capital(by)
    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
