"""What else is known of a goal: why, gaps, who helps and knows of it, agendas, how it changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QVBoxLayout, QWidget

from mentorjournal.journal.aims import GoalGap, GoalPerson
from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_facts import CardFacts, called, is_counted, year_day
from mentorjournal.ui.panes.goals_parts import LINE, GoalWishes, avatar_of, caption, put_away
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import ENTER, Button, IconButton
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import number, short_day, tr, trn

MOST_NUMBERS = 4  # earlier numbers that are named


class GoalDetails(QWidget):
    """Two columns below the card: in words why and how it changed, and what can be ticked."""

    def __init__(
        self, wishes: GoalWishes, goal_id: int, add_gap: Callable[[int, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wishes, self._goal_id = wishes, goal_id
        self.gaps: dict[int, GapLine] = {}
        self._words, self._people = column(gap=4), column(gap=6)
        self._gaps = column(gap=4)
        self.add = AddLine(
            tr("What stands in the way?"), lambda text: add_gap(goal_id, text), inset=0)
        grid = QGridLayout(self)
        grid.setContentsMargins(*(theme.px(n) for n in (16, 12, 16, 14)))
        grid.setHorizontalSpacing(theme.px(24))
        right = column(gap=6)
        right.addWidget(caption(tr("Gaps in the way")))
        right.addLayout(self._gaps)
        right.addWidget(self.add)
        right.addSpacing(theme.px(6))
        right.addLayout(self._people)
        right.addStretch(1)
        left = column(gap=0)
        left.addLayout(self._words)
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def show_facts(self, facts: CardFacts) -> None:
        """Show what the journal holds."""
        clear(self._words)
        self._say(facts)
        self._show_gaps(facts)
        clear(self._people)
        self._show_people(facts)

    def _say(self, facts: CardFacts) -> None:
        goal, about = facts.goal, facts.about
        for heading, text in (
            (tr("Why it matters"), goal.why or ""), (tr("How it shows"), goal.measure or ""),
            (tr("A mentor’s part"), goal.mentor_part or ""), (tr("So far"), _numbers(facts)),
        ):
            if text:
                self._words.addWidget(caption(heading))
                self._words.addWidget(wrapped(text))
                self._words.addSpacing(theme.px(4))
        if about.versions:
            self._words.addWidget(self._link(
                trn("{n} earlier wording…", "{n} earlier wordings…", len(about.versions)),
                "clock-counter-clockwise", lambda: self._wishes.history.emit(self._goal_id)))
        if not self._words.count():
            self._words.addWidget(self._link(
                tr("Say why it matters…"), "pencil-simple",
                lambda: self._wishes.edit.emit(self._goal_id)))

    def _show_gaps(self, facts: CardFacts) -> None:
        wanted = {one.id: one for one in facts.about.gaps}
        for key in [key for key in self.gaps if key not in wanted]:
            put_away(self.gaps.pop(key), self._gaps)
        for place, (key, gap) in enumerate(wanted.items()):
            if key not in self.gaps:
                self.gaps[key] = GapLine(self._wishes, gap)
            if self._gaps.indexOf(self.gaps[key]) != place:
                self._gaps.insertWidget(place, self.gaps[key])
            self.gaps[key].show_gap(gap)

    def _show_people(self, facts: CardFacts) -> None:
        if facts.people:  # without anybody that is said, and offered, beside the steps
            self._people.addWidget(caption(tr("Who helps, and knows of it")))
        for part in facts.about.people:
            one = facts.person(part.person_id)
            if one is not None:
                self._people.addWidget(self._person(one, part, facts))
        if facts.people:
            self._people.addWidget(self._link(
                tr("Attach somebody…"), "user-plus",
                lambda: self._wishes.attach.emit(self._goal_id)))
        for item in facts.about.agenda:
            whom = facts.person(item.person_id)
            day = short_day(item.day, facts.as_of)
            words = tr("On the agenda with {name}, {day}", name=called(whom), day=day) if (
                whom) else tr("On the agenda of {day}", day=day)
            self._people.addWidget(self._link(
                words, "clipboard-text",
                lambda item=item: self._wishes.meeting.emit(item.meeting_id)))

    def _person(self, one: Person, part: GoalPerson, facts: CardFacts) -> QWidget:
        line = QWidget()
        parts = row(line, 8)
        top = Qt.AlignmentFlag.AlignTop
        shared = tr("shared {day}", day=year_day(part.shared_on)) if (
            part.shared_on) else tr("not shared yet")
        words = column(gap=0)
        said = tr("{name}: {part}", name=one.name, part=part.part) if part.part else one.name
        words.addWidget(wrapped(said))
        words.addWidget(wrapped(shared, "small", "muted" if part.shared_on else "warn"))
        more = IconButton("dots-three", tr("More for {name}", name=one.name))
        more.clicked.connect(lambda: self._menu(one, part).popup(
            more.mapToGlobal(more.rect().bottomLeft())))
        parts.addWidget(avatar_of(one), 0, top)
        parts.addLayout(words, 1)
        parts.addWidget(more, 0, top)
        return line

    def _menu(self, one: Person, part: GoalPerson) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Mark as shared today"), lambda: self._wishes.share.emit(
            self._goal_id, (one.id,)))
        menu.addAction(tr("Their part…"), lambda: self._wishes.part_edit.emit(part.id))
        menu.addAction(tr("Open their page"), lambda: self._wishes.person.emit(one.id))
        menu.addSeparator()
        menu.addAction(tr("Does not help after all"), lambda: self._wishes.detach.emit(part.id))
        return menu

    def _link(self, words: str, icon_name: str, deed: Callable[[], object]) -> QWidget:
        made = Button(words, icon_name, "link")
        made.setProperty("calm", True)
        made.clicked.connect(deed)
        line = QWidget()
        parts: QVBoxLayout = column(line, 0)
        parts.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return line


class _GapBox(QCheckBox):
    edit = Signal()
    remove = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.edit.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit()
        else:
            super().keyPressEvent(event)


class GapLine(QWidget):
    """A gap, ticked when it is closed; Enter or a click on its words changes them."""

    def __init__(self, wishes: GoalWishes, gap: GoalGap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes, self._id = wishes, gap.id
        self.box = _GapBox()
        self.box.setMinimumHeight(theme.px(LINE))
        self.text = wrapped(gap.text)
        self.text.setMinimumHeight(theme.px(LINE))
        self.text.setCursor(Qt.CursorShape.PointingHandCursor)
        parts = row(self, 8)
        parts.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        parts.addWidget(self.text, 1)
        self.box.clicked.connect(lambda on: wishes.gap_done.emit(gap.id, on))
        self.box.edit.connect(lambda: wishes.gap_edit.emit(gap.id))
        self.box.remove.connect(lambda: wishes.gap_remove.emit(gap.id))

    def show_gap(self, gap: GoalGap) -> None:
        """Show what the journal holds."""
        closed = tr("{gap} (closed {day})", gap=gap.text, day=year_day(gap.closed_on)) if (
            gap.closed_on) else gap.text
        set_wrapped(self.text, closed)
        dress(self.text, "body", "muted" if gap.closed_on else "ink")
        self.box.setChecked(gap.closed_on is not None)
        self.box.setAccessibleName(closed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.text.geometry().contains(
                event.position().toPoint()):
            self._wishes.gap_edit.emit(self._id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit gap…"), lambda: self._wishes.gap_edit.emit(self._id))
        menu.addAction(tr("Remove gap"), lambda: self._wishes.gap_remove.emit(self._id))
        menu.popup(event.globalPos())


def _numbers(facts: CardFacts) -> str:
    """The last numbers with their days, where the measure is one."""
    if not is_counted(facts.goal):
        return ""
    told = [one for one in facts.about.progress if one.value is not None and one.date]
    return "\n".join(
        tr("{value} on {day}", value=number(one.value or 0), day=year_day(one.date))
        for one in told[:MOST_NUMBERS] if one.date)
