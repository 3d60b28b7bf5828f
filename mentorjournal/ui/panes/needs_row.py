"""One need in the list: its words, how much it matters, where I stand, and who meets it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from mentorjournal.journal.needs import NeedShown
from mentorjournal.journal.records import Goal, Person
from mentorjournal.mentoring import needs as rules
from mentorjournal.mentoring.coverage import Coverage
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.drag import Handle
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import beginning, label, plain_tooltip
from mentorjournal.ui.widgets.level_marks import LevelMarks
from mentorjournal.ui.widgets.parts import clear, column, row, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import bare_name, capital, long_day, tr, trn

WHO = 256  # px of the column of people
BESIDE = 560  # px of a row in which they stand beside the words
MOST_PEOPLE = 4
NAME_LETTERS, SHORT_LETTERS = 28, 18  # of a name alone, and of one with words after it
DOT = " · "
TOP = Qt.AlignmentFlag.AlignTop


class NeedRow(QFrame):
    """Takes the focus; Enter edits, Delete removes, Alt+Up and Alt+Down move, the menu has all.

    `wished` carries what is wanted ("edit", "remove", "find", "link", "kind", "meet", "reopen",
    "rate") and the id of the need.
    """

    wished = Signal(str, int)
    person_wanted = Signal(int)
    goal_wanted = Signal(int)
    move_wanted = Signal(int, int)  # id, -1 or +1
    neighbour_wanted = Signal(int, int)  # id, -1 or +1: the focus goes on
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, shown: NeedShown, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.handle = Handle()
        kept = self.handle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the words of all rows begin at one line
        self.handle.setSizePolicy(kept)
        self.handle.dragged.connect(lambda spot: self.dragged.emit(self.shown.need.id, spot))
        self.handle.dropped.connect(lambda spot: self.dropped.emit(self.shown.need.id, spot))
        self.more = IconButton("dots-three", tr("What can be done with this need"))
        self.more.clicked.connect(lambda: self._menu(
            self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self._words, self._who = column(gap=3), column(gap=4)
        self._lay_out()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(
                lambda step=step: self.move_wanted.emit(self.shown.need.id, step))
        self._known: object = None
        self.show_need(shown, coverage)

    def _lay_out(self) -> None:
        parts = row(self, 8)
        parts.setContentsMargins(*(theme.px(n) for n in (8, 13, 10, 14)))
        parts.addWidget(self.handle, 0, TOP)
        left = column()
        left.addLayout(self._words)
        left.addStretch(1)
        box = QWidget()
        keep_width(box, WHO)
        outer = QVBoxLayout(box)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._who)
        outer.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(box, 0, TOP)
        parts.addLayout(self._sides, 1)
        parts.addWidget(self.more, 0, TOP)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the people below the words."""
        return QSize(theme.px(WHO + 90), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow row the people stand below the words."""
        below = self.width() < theme.px(BESIDE)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != way:
            self._sides.setDirection(way)
        self._sides.setSpacing(theme.px(8 if below else 20))

    def show_need(self, shown: NeedShown, coverage: Coverage) -> None:
        """Show what the journal holds; nothing is rebuilt when that is the same."""
        known = (shown, rules.held(shown.need, coverage))
        if known == self._known:
            return
        self._known, self.shown = known, shown
        held_inside = self.isAncestorOf(self.window().focusWidget() or self)
        is_met = shown.need.met_on is not None
        self.handle.setVisible(not is_met)
        clear(self._words)
        clear(self._who)
        self._fill_words(coverage)
        self._fill_who(coverage)
        self.setAccessibleName(sentence(shown, coverage))
        if held_inside and self.window().focusWidget() is not self:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab stops inside, from left to right."""
        parts = [layout.itemAt(place).widget() for layout in (self._words, self._who)
                 for place in range(layout.count())]
        return [*(one for part in parts for one in part.findChildren(Button)), self.more]

    # The words

    def _fill_words(self, coverage: Coverage) -> None:
        need = self.shown.need
        self._words.addWidget(wrapped(need.text, "row-title", "muted" if need.met_on else "ink"))
        self._words.addWidget(wrapped(about_words(self.shown), "small", "muted"))
        if need.met_on is not None:
            return
        if need.skill_sought:
            self._words.addWidget(wrapped(
                tr("Looking for: {skill}", skill=need.skill_sought), "small", "ink2"))
        if self.shown.newest is not None:
            self._words.addWidget(self._standing())
        for goal in self.shown.goals:
            self._words.addWidget(self._goal(goal))
        question = rules.hints(need, coverage).get("guidance_kind")
        if question:
            self._words.addWidget(self._link(question, "kind"))

    def _standing(self) -> QWidget:
        first, newest = self.shown.first, self.shown.newest
        assert first is not None and newest is not None
        said = rules.standing_words(newest.now, newest.wanted)
        then = rules.then_words(first.now, newest.now, newest.wanted) if (
            first.id != newest.id) else ""
        marks = LevelMarks(newest.now, newest.wanted, said)
        box = QWidget()
        parts = row(box, 8)
        parts.addWidget(marks)
        parts.addWidget(wrapped(then or said, "small", "muted"), 1)
        return box

    def _goal(self, goal: Goal) -> QWidget:
        text = beginning(goal.text, 60)
        is_done = goal.status == "done"
        said = tr("{goal}, done", goal=text) if is_done else text
        link = Button(said.replace("&", "&&"), "check-circle" if is_done else "target", "day")
        link.setAccessibleName(tr("Goal: {goal}", goal=said))
        link.clicked.connect(lambda: self.goal_wanted.emit(goal.id))
        return _left(link)

    def _link(self, words: str, wish: str) -> QWidget:
        link = Button(words, None, "link")
        link.setProperty("calm", True)
        link.clicked.connect(lambda: self.wished.emit(wish, self.shown.need.id))
        return _left(link)

    # The people

    def _fill_who(self, coverage: Coverage) -> None:
        found = rules.held(self.shown.need, coverage)
        people = {one.id: one for one in self.shown.people}
        if not found.is_covered and self.shown.need.met_on is None:
            self._who.addWidget(_nobody())
        counted = (*found.mentors, *found.candidates)
        ordered = [*counted, *(one for one in people if one not in counted)]
        for key in ordered[:MOST_PEOPLE]:
            if key in people:
                self._who.addWidget(self._person(people[key]))
        rest = len(ordered) - MOST_PEOPLE
        if rest > 0:
            self._who.addWidget(label(trn("{n} more", "{n} more", rest), "small", "muted"))
        if not found.is_covered and self.shown.need.met_on is None:
            self._who.addWidget(self._ways())

    def _person(self, one: Person) -> QWidget:
        box = QWidget()
        parts = row(box, 8)
        avatar = Avatar(side=22)
        avatar.set_person(one.initials, next(iter(one.roles), None), one.standing)
        parts.addWidget(avatar)
        said = {"candidate": tr("might fill it"), "past": tr("past mentor"),
                "mentee": tr("you mentor them")}.get(one.standing, "")
        if not said and not one.is_active:
            said = tr("paused")
        whole = bare_name(one.name)
        shown = beginning(whole, SHORT_LETTERS if said else NAME_LETTERS)
        name = Button(shown.replace("&", "&&"), None, "link")
        name.setProperty("calm", True)
        name.setAccessibleName(tr("Open {name}", name=one.name))
        name.setToolTip(plain_tooltip(one.name if shown != whole else ""))
        name.clicked.connect(lambda: self.person_wanted.emit(one.id))
        parts.addWidget(name)
        parts.addWidget(label(said, "small", "muted"), 1)
        return box

    def _ways(self) -> QWidget:
        box = QWidget()
        parts = FlowLayout(box, theme.px(12), theme.px(4))
        find = Button(tr("Find a mentor"), "user-plus", "row")
        find.setAccessibleDescription(self.shown.need.text[:200])
        find.clicked.connect(lambda: self.wished.emit("find", self.shown.need.id))
        link = Button(tr("Link somebody"), None, "link")
        link.setProperty("calm", True)
        link.setToolTip(plain_tooltip(tr("Somebody you know who helps with this need")))
        link.clicked.connect(lambda: self.wished.emit("link", self.shown.need.id))
        parts.addWidget(find)
        parts.addWidget(link)
        return box

    # The menu and the keys

    def menu(self) -> QMenu:
        """All that can be done with it."""
        key, made = self.shown.need.id, QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: list[tuple[str, str] | None] = [
            (tr("Edit…"), "edit"), (tr("Find a mentor…"), "find"),
            (tr("Link somebody I know…"), "link"), (tr("Where I stand with it…"), "rate"), None,
            (tr("This need is met"), "meet"), None, (tr("Remove"), "remove"),
        ]
        if self.shown.need.met_on is not None:
            entries = [(tr("Edit…"), "edit"), (tr("Open it again"), "reopen"), None,
                       (tr("Remove"), "remove")]
        for each in entries:
            if each is None:
                made.addSeparator()
            else:
                made.addAction(each[0], lambda wish=each[1]: self.wished.emit(wish, key))
        return made

    def _menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._menu(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wished.emit("edit", self.shown.need.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, which = event.key(), self.shown.need.id
        if not self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit("edit", which)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.neighbour_wanted.emit(which, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.wished.emit("remove", which)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), 6, 6)


def about_words(shown: NeedShown) -> str:
    """How much it matters, what it is about, and the kind of guidance; or when it was met."""
    need = shown.need
    if need.met_on is not None:
        return tr("Met on {day}", day=long_day(need.met_on))
    kind = word(need.guidance_kind) if need.guidance_kind else ""
    parts = (rules.importance_words(need.importance), word(need.domain), capital(kind))
    return DOT.join(filter(None, parts))


def sentence(shown: NeedShown, coverage: Coverage) -> str:
    """A need as it is read out."""
    parts = [shown.need.text, about_words(shown)]
    if shown.need.met_on is None:
        parts.append(rules.held_words(shown.need, coverage))
    return ". ".join(parts)


def _nobody() -> QWidget:
    box = QWidget()
    parts = row(box, 8)
    parts.setContentsMargins(theme.px(3), 0, 0, 0)
    parts.addWidget(IconLabel("warning-circle", "warn", 16))
    parts.addWidget(label(tr("Nobody yet"), "row-title", "warn"), 1)
    return box


def _left(widget: QWidget) -> QWidget:
    """`widget` as wide as its words, at the left."""
    box = QWidget()
    parts = row(box, 0)
    parts.addWidget(widget)
    parts.addStretch(1)
    return box
