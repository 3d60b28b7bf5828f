"""On a person's page: whether to keep, change or close the relationship, closing it, reopening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import endings
from mentorjournal.journal.between import Ending
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_closing import NOTE, Closing
from mentorjournal.ui.panes.person_moving_choice import MovingChoice
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import short_day, tr

WIDEST = 1184  # px; two columns as on the other tabs


class MovingOnTab(PersonTab):
    """Made anew for another person and for another state; what is typed is kept by the journal."""

    TABLES = ("ending", "goal", "goal_person", "my_stage", "meeting", "contact")
    keep_wanted = Signal(int, object)  # the person, and the day of the next word or None
    change_wanted = Signal(int, str, object)  # the person, how, and days or a day
    closing_wanted = Signal(int)
    close_wanted = Signal(int, object)  # the ending, and the day
    give_up_wanted = Signal(int)
    reopen_wanted = Signal(int)
    talk_wanted = Signal(int)
    copy_wanted = Signal(int)
    export_wanted = Signal(int, str)
    print_wanted = Signal(int)
    sent_wanted = Signal(int, object)  # the ending, and the day the note went out or None
    update_wanted = Signal(int, object)  # the ending, and the day the update went out or None
    later_wanted = Signal(int)

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._state: object = None
        self.page: MovingChoice | Closing | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._scroll)

    def refresh(self) -> None:
        assert self.person is not None
        past = endings.of_person(self.journal, self.person.id)
        current = _current(self.person, past)
        state = (self.person.id, self.person.standing, self.person.is_over, current and current.id,
                 tuple(one for one in past if one is not current))
        was_held = state != self._state and self._has_keyboard()
        if state != self._state:
            self._state = state
            self._build(current, past)
        if isinstance(self.page, Closing) and current is not None:
            self.page.show_ending(current, self.person)
        elif isinstance(self.page, MovingChoice):
            days = self.settings.get(DEFAULT_RHYTHM_DAYS)
            why = endings.to_ask(self.journal, clock.today(), days, [self.person.id])
            self.page.show_person(self.person, why.get(self.person.id, ()))
        if was_held:
            self.focus_first()

    def _has_keyboard(self) -> bool:
        """Whether the keyboard is on this tab; a question on top of the window may have it now."""
        held = self.window().focusWidget()
        return held is not None and self.isAncestorOf(held)

    def export_current(self, suffix: str) -> None:
        """Ask for the closing note as a file."""
        self._on_paper(lambda which: self.export_wanted.emit(which, suffix))

    def print_current(self) -> None:
        """Ask for the closing note on paper."""
        self._on_paper(self.print_wanted.emit)

    def _on_paper(self, wish: Callable[[int], object]) -> None:
        if isinstance(self.page, Closing):
            self.hand_in()
            wish(self.page.ending_id)
        else:
            self.refused.emit(tr("There is no closing note to put on paper."))

    def hand_in(self) -> None:
        if isinstance(self.page, Closing):
            self.page.hand_in()

    def focus_first(self) -> None:
        if self.page is not None:
            self.page.focus_first()

    def _build(self, current: Ending | None, past: list[Ending]) -> None:
        assert self.person is not None
        self.hand_in()
        body = QWidget()
        body.setProperty("clear", True)
        outer = QHBoxLayout(body)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        held = QWidget()
        held.setMaximumWidth(theme.px(WIDEST))
        outer.addWidget(held, 100)
        outer.addStretch(1)
        lines = QVBoxLayout(held)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(16))
        self.page = self._page(current)
        if self.page is None:
            lines.addWidget(label(_nothing_to_end(self.person), "body", "muted", wrap=True))
        else:
            lines.addWidget(self.page)
        earlier = [one for one in past if one is not current and one.decided_on]
        if earlier:
            lines.addWidget(self._earlier(earlier))
        lines.addStretch(1)
        self._scroll.setWidget(body)
        body.show()  # as Qt wants it when the area is seen already

    def _earlier(self, past: list[Ending]) -> QWidget:
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        lines.addWidget(label(tr("Decided before"), "heading"))
        for one in past:
            lines.addWidget(label(_decided(one), "small", "muted", wrap=True))
            if one.decision == "close" and any(getattr(one, name) for name in NOTE):
                lines.addWidget(self._note_of(one))
        return part

    def _note_of(self, one: Ending) -> QWidget:
        """The note of a closing that was taken back, on demand."""
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, theme.px(8))
        text = "\n\n".join(filter(None, (getattr(one, name) for name in NOTE)))
        note = label(text, "body", "ink2", wrap=True)
        note.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        note.hide()
        show = Button(tr("Show the note"), "caret-down", "link")
        show.clicked.connect(lambda: (note.show(), show.hide(), note.setFocus()))
        lines.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(note)
        return part

    def _page(self, current: Ending | None) -> MovingChoice | Closing | None:
        assert self.person is not None
        if current is not None:
            closing = Closing(self.pen, current.id)
            for name in ("close_wanted", "give_up_wanted", "reopen_wanted", "talk_wanted",
                         "copy_wanted", "export_wanted", "sent_wanted", "update_wanted",
                         "later_wanted"):
                getattr(closing, name).connect(getattr(self, name))
            return closing
        if self.person.standing not in ("mentor", "mentee", "past"):
            return None
        choice = MovingChoice()
        for name in ("keep_wanted", "change_wanted", "closing_wanted", "reopen_wanted"):
            getattr(choice, name).connect(getattr(self, name))
        return choice


def _current(person: Person, past: list[Ending]) -> Ending | None:
    """The closing that is being written, or the one a closed relationship ended with."""
    closings = [one for one in past if one.decision == "close" and one.reopened_on is None]
    if person.is_over:
        return closings[0] if closings else None
    return next((one for one in closings if one.outcome is None), None)


def _nothing_to_end(person: Person) -> str:
    return tr("{name} is still a candidate: there is nothing to end yet.", name=person.short_name)


def _decided(one: Ending) -> str:
    assert one.decided_on is not None
    what = {"keep": tr("Keep"), "change": tr("Change"), "close": tr("Close")}
    said = [short_day(one.decided_on, clock.today()), what.get(one.decision or "", "")]
    if one.decision == "change" and one.outcome:
        said.append(word(one.outcome))
    if one.reopened_on:
        said.append(tr("reopened {day}", day=short_day(one.reopened_on, clock.today())))
    return " · ".join(said)
