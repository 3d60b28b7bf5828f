"""On the page of people I mentor: feedback I gave, as the loop looks from the other side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.passing_on_parts import ListRow, Part, RowCard
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import beginning, label
from mentorjournal.ui.widgets.parts import row, wrapped
from mentorjournal.words import tr

MOST_FIRST = 8  # shown before "Show all"


class GivenPart(Part):
    """Rows of feedback, what is due first; wishes carry its id."""

    add_wanted = Signal()
    edit_wanted = Signal(int)
    look_wanted = Signal(int)
    remove_wanted = Signal(int)
    person_wanted = Signal(int)

    def __init__(self, *, names: bool = True) -> None:
        """`names` says whose it was in each row, for a list of several people."""
        self.add = Button(tr("Note feedback"), "plus", "row")
        super().__init__(tr("Feedback I gave"), self.add)
        self._with_names, self._whole = names, False
        self._shown: tuple[Sequence[FeedbackGiven], Mapping[int, Person], date] | None = None
        self.card = RowCard(tr("Feedback I gave"))
        self.more = Button("", "caret-down", "link")
        self.more.clicked.connect(self._show_all)
        self.add.clicked.connect(self.add_wanted)
        self.below.addWidget(self.card)
        self.below.addWidget(self.more)

    def show_given(
        self, found: Sequence[FeedbackGiven], who: Mapping[int, Person], as_of: date
    ) -> None:
        """Show these, each of somebody in `who`."""
        self._shown = found, who, as_of
        self._show()

    def reveal(self, given_id: int) -> bool:
        """Put the keyboard on a row, also on one that is not among the first; whether it is there.
        """
        key = f"given:{given_id}"
        if not self.card.focus_key(key):
            self._show_all()
        return self.card.focus_key(key)

    def _show_all(self) -> None:
        self._whole = True
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        found, who, as_of = self._shown
        ordered = sorted(found, key=lambda one: not rules.next_of(one, as_of).is_due)
        shown = ordered if self._whole else ordered[:MOST_FIRST]
        self.more.setVisible(len(shown) < len(ordered))
        self.more.setText(tr("Show all {n}", n=len(ordered)))
        self.say("" if ordered else tr(
            "What you saw, and what it did; then what they want to try, and a day to look again. "
            "You know from your own side which half gets lost."))
        self.card.show_rows([self._row(one, who[one.person_id], as_of) for one in shown])

    def _row(self, one: FeedbackGiven, who: Person, as_of: date) -> ListRow:
        coming = rules.next_of(one, as_of)
        title = one.topic or beginning(one.behaviour or one.situation or tr("Feedback"), 80)
        about = about_words(one, who if self._with_names else None, as_of)
        made = ListRow(f"given:{one.id}", ". ".join(
            (title, about, rules.next_words(coming, as_of))), self._choices(one, who))
        made.words.addWidget(wrapped(title, "row-title"))
        made.words.addWidget(wrapped(about, "small", "muted"))
        if one.topic and one.behaviour:
            made.words.addWidget(wrapped(one.behaviour, "body", "ink2"))
        if one.their_plan:
            made.words.addWidget(wrapped(
                tr("Wants to try: {plan}", plan=one.their_plan), "body", "ink2"))
        if one.came_of:
            made.words.addWidget(wrapped(tr("Came of it: {what}", what=one.came_of),
                                         "body", "ink2"))
        made.words.addSpacing(theme.px(3))
        made.words.addWidget(LoopLine(one, coming, as_of))
        face = None
        if self._with_names:
            face = Avatar(who.initials, None, who.standing, 28)
            face.setAccessibleName(who.name)
        made.lay_out(face, self._deed(one, coming, title))
        made.opened.connect(lambda: self.edit_wanted.emit(one.id))
        made.remove_wanted.connect(lambda: self.remove_wanted.emit(one.id))
        return made

    def _deed(self, one: FeedbackGiven, coming: rules.Next, title: str) -> list[QWidget]:
        words = {"ask_plan": tr("Add their plan"), "set_day": tr("Name a day"),
                 "look_again": tr("Look again"), "hear_back": tr("Heard back")}.get(coming.do)
        if words is None:
            return []
        wish = self.look_wanted if coming.do in ("look_again", "hear_back") else self.edit_wanted
        made = Button(words, None, "row")
        made.setAccessibleName(tr("{what}: {name}", what=words, name=title[:80]))
        made.clicked.connect(lambda: wish.emit(one.id))
        return [made]

    def _choices(
        self, one: FeedbackGiven, who: Person
    ) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [
            (tr("Edit…"), lambda: self.edit_wanted.emit(one.id)),
            (tr("Look again…"), lambda: self.look_wanted.emit(one.id)),
        ]
        if self._with_names:
            found.append((tr("Open the page of {name}", name=who.short_name[:60]),
                          lambda: self.person_wanted.emit(who.id)))
        return [*found, ("", lambda: None),
                (tr("Remove"), lambda: self.remove_wanted.emit(one.id))]


def about_words(one: FeedbackGiven, who: Person | None, as_of: date) -> str:
    """Whose it was, when, and whether they had asked for it."""
    return " · ".join(filter(None, (
        who.name if who else "", rules.day_words(one.date, as_of) if one.date else tr("No date"),
        tr("they asked") if one.requested else tr("unasked"))))


class LoopLine(QWidget):
    """Given, their plan, look again, heard back: which of them is done, and when the next is due.
    """

    def __init__(self, one: FeedbackGiven, coming: rules.Next, as_of: date) -> None:
        super().__init__()
        done = rules.steps_done(one)
        flow = FlowLayout(self)
        day = one.look_again_on
        again = tr("look again")
        if day is not None and done < 3:
            again = tr("look again {day}", day=rules.day_words(day, as_of))
        words = [tr("given"), tr("their plan"), again, tr("heard back")]
        for place, said in enumerate(words):
            is_done = place < done
            due = coming.is_due and place == 2
            flow.addWidget(_step(
                "check-circle" if is_done else "clock" if due else "circle",
                "ok" if is_done else "warn" if due else "ctl", said,
                "warn" if due else "ink2" if is_done else "muted"))
        self.setAccessibleName(tr("{n} of 4 steps: {next}", n=done,
                                  next=rules.next_words(coming, as_of)))


def _step(sign: str, token: str, words: str, tone: str) -> QWidget:
    made = QWidget()
    parts = row(made, 4)
    parts.setContentsMargins(0, 0, theme.px(6), 0)
    parts.addWidget(IconLabel(sign, token, 13))
    parts.addWidget(label(words, "small", tone))
    return made
