"""Parts of Today: sections of rows in a card, who is on course, what is put aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from mentorjournal.journal.records import Meeting, Person
from mentorjournal.journal.today_touch import Course
from mentorjournal.mentoring import today as rules
from mentorjournal.mentoring.today import MOST_ROWS, PutAside
from mentorjournal.ui import theme
from mentorjournal.ui.panes.today_row import RowFacts, TodayRow
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import clock_time, short_day, tr, trn

LEAST_BUTTON = 118
FEW = 3  # rows that may come one by one
MOST_FACES = 4


class Part(QWidget):
    """A heading with something small beside it, and a card below."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.heading = label(words, "heading")
        self.heading.setMinimumHeight(theme.px(20))
        self.beside = label("", "small", "muted")
        self.head = row(gap=8)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.beside)
        self.head.addStretch(1)
        self.card = QFrame()
        self.card.setProperty("card", True)
        self.card.setAccessibleName(words)
        self.below = column(self, 6)
        self.below.addLayout(self.head)
        self.below.addWidget(self.card)

    def say_beside(self, words: str) -> None:
        """The small words beside the heading."""
        self.beside.setText(words)


class Section(Part):
    """Rows of one kind of thing; of more than seven the rest is shown when asked for.

    `rest_wanted` is the wish to see elsewhere what is only counted here.
    """

    changing = Signal()  # rows are about to come or go at once
    changed = Signal()  # other rows can be seen
    rest_wanted = Signal()

    def __init__(self, words: str, wire: Callable[[TodayRow], None]) -> None:
        """`wire` connects each row that is made."""
        super().__init__(words)
        self._wire = wire
        self._made: dict[str, TodayRow] = {}
        self._facts: Sequence[RowFacts] = ()
        self._beyond = 0
        self._whole = False
        self.more = Button("", "caret-down", "link")
        self.more.clicked.connect(self._toggle)
        self.rest = Button("", "arrow-right", "link")
        self.rest.clicked.connect(self.rest_wanted)
        self._lines = QVBoxLayout(self.card)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        self._foot = QWidget()
        foot = row(self._foot, 16)
        foot.setContentsMargins(theme.px(14), theme.px(7), theme.px(12), theme.px(8))
        foot.addWidget(self.more)
        foot.addWidget(self.rest)
        foot.addStretch(1)
        self._lines.addWidget(self._foot)
        self.hide()

    def rows(self) -> list[TodayRow]:
        """The rows that are shown, from above to below."""
        shown = self._facts if self._whole else self._facts[:MOST_ROWS]
        return [self._made[one.row.key] for one in shown if one.row.key in self._made]

    def show_rows(self, facts: Sequence[RowFacts], beyond: int = 0) -> None:
        """Show these, with as little new as possible; `beyond` are counted and not here."""
        self._facts, self._beyond = facts, beyond
        self.setVisible(bool(facts))
        self.say_beside(str(len(facts) + beyond))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # once the buttons know their new size
            QTimer.singleShot(0, self, self._settle)

    def reveal(self, key: str) -> bool:
        """Show the rest where a row is there; whether it is in this section at all."""
        if not any(one.row.key == key for one in self._facts):
            return False
        if key not in self._made:
            self._whole = True
            self._settle()
        return True

    def _toggle(self) -> None:
        self.changing.emit()
        self._whole = not self._whole
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Many rows come while the card is hidden: each that is shown lays out the whole page."""
        shown = self._facts if self._whole else self._facts[:MOST_ROWS]
        many = sum(one.row.key not in self._made for one in shown) > FEW and self.card.isVisible()
        held = QApplication.focusWidget() if many else None
        if many:
            self.card.hide()
        self._fill(shown)
        if many:
            self.card.show()
            if held is not None and self.card.isAncestorOf(held):
                held.setFocus()

    def _fill(self, shown: Sequence[RowFacts]) -> None:
        keys = {one.row.key for one in shown}
        for key in [key for key in self._made if key not in keys]:
            gone = self._made.pop(key)
            gone.hide()
            self._lines.removeWidget(gone)
            gone.deleteLater()
        for place, one in enumerate(shown):
            self._place(place, one)
        wide = max([theme.px(LEAST_BUTTON), *(
            self._made[key].button.sizeHint().width() for key in keys)])
        has_foot = len(self._facts) > MOST_ROWS or bool(self._beyond)
        for place, one in enumerate(shown):
            self._made[one.row.key].set_place(
                place == 0, place == len(shown) - 1 and not has_foot, wide)
        self._show_foot(has_foot)

    def _place(self, place: int, one: RowFacts) -> None:
        made = self._made.get(one.row.key)
        if made is None:
            made = self._made[one.row.key] = TodayRow(one)
            self._wire(made)
        elif made.facts != one:
            made.set_facts(one)
        at = self._lines.itemAt(place)
        if at is None or at.widget() is not made:
            self._lines.insertWidget(place, made)
            made.show()

    def _show_foot(self, shown: bool) -> None:
        left = len(self._facts) - MOST_ROWS
        self._foot.setVisible(shown)
        self.more.setVisible(left > 0)
        self.more.setText(tr("Show fewer") if self._whole else trn(
            "Show {n} more", "Show {n} more", max(0, left)))
        self.more.set_icon("caret-up" if self._whole else "caret-down")
        self.rest.setVisible(bool(self._beyond))
        self.rest.setText(trn("{n} more in the feedback log", "{n} more in the feedback log",
                              self._beyond))


class OnCourse(Part):
    """The faces of those within rhythm, and who is next."""

    person_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("On course"))
        self._faces = row(gap=5)
        self._says = wrapped("", "small", "muted")
        across = row(self.card, 12)
        across.setContentsMargins(*(theme.px(n) for n in (14, 11, 14, 11)))
        across.addLayout(self._faces)
        across.addWidget(self._says, 1)

    def show_course(self, course: Course, coming: Sequence[Meeting], as_of: date) -> None:
        """Show who is on course; nobody is no card."""
        self.setVisible(bool(course.people or course.arranged))
        clear(self._faces)
        for one in course.people[:MOST_FACES]:
            self._faces.addWidget(_face(one))
        more = len(course.people) - MOST_FACES
        if more > 0:
            self._faces.addWidget(label(f"+{more}", "small", "muted"))
        said = [rules.course_words(len(course.people), course.arranged)]
        if course.next_person is not None and course.next_day is not None:
            said.append(next_words(course.next_person, course.next_day, coming, as_of))
        set_wrapped(self._says, "\n".join(said))


def _face(one: Person) -> Avatar:
    made = Avatar(one.initials, next(iter(one.roles), None), one.standing, 28)
    made.setAccessibleName(one.name)
    made.setToolTip(one.name)
    return made


def next_words(one: Person, day: date, coming: Sequence[Meeting], as_of: date) -> str:
    """Such as "Next: Dr Ortega, Tue 1 Dec, 07:30."."""
    starts: datetime | None = next(
        (each.starts_at for each in coming if each.person_id == one.id and each.day == day), None)
    when = short_day(day, as_of) if starts is None else tr(
        "{day}, {time}", day=short_day(day, as_of), time=clock_time(starts))
    return tr("Next: {name}, {when}.", name=one.short_name, when=when)


class AsideLine(QWidget):
    """A quiet line that says how much is put aside, and the way to bring each back."""

    back_wanted = Signal(object)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        """`watch` is told of each button that is made."""
        super().__init__()
        self._watch = watch
        self.button = Button("", "caret-right", "link")
        self.button.clicked.connect(self._toggle)
        self.list = QFrame()
        self.list.setProperty("card", True)
        self._lines = column(self.list, 0)
        self._lines.setContentsMargins(*(theme.px(n) for n in (14, 4, 12, 4)))
        self.list.hide()
        lines = column(self, 6)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.list)
        self._aside: Sequence[PutAside] | None = None

    def show_aside(self, aside: Sequence[PutAside], as_of: date) -> None:
        """Show what is put aside; nothing is no line."""
        if aside == self._aside:
            return
        self._aside = aside
        self.setVisible(bool(aside))
        self.button.setText(rules.aside_words(aside))
        clear(self._lines)
        for one in aside:
            self._lines.addWidget(self._line(one, as_of))
        if not aside:
            self.list.hide()
            self.button.set_icon("caret-right")

    def _line(self, one: PutAside, as_of: date) -> QWidget:
        made = QWidget()
        across = row(made, 12)
        across.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        words = column(gap=0)
        words.addWidget(wrapped(one.row.title, "row-title"))
        words.addWidget(wrapped(" · ".join(filter(None, (
            rules.until_words(one, as_of), one.row.line))), "small", "muted"))
        back = Button(tr("Bring back"), None, "row")
        back.setAccessibleName(tr("Bring back: {title}", title=one.row.title))
        self._watch(back)
        back.clicked.connect(lambda: self.back_wanted.emit(one))
        across.addLayout(words, 1)
        across.addWidget(back)
        return made

    def _toggle(self) -> None:
        shown = self.list.isHidden()
        self.list.setVisible(shown)
        self.button.set_icon("caret-down" if shown else "caret-right")
