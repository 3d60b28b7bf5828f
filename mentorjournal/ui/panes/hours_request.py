"""A request that waits for an answer: who asked, the new total, whose goal, when it would fit."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from mentorjournal.journal.aims import Commitment
from mentorjournal.mentoring import load_check as check
from mentorjournal.mentoring.load_check import weigh
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours_facts import HoursFacts
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import ENTER, Button, IconButton
from mentorjournal.ui.widgets.capacity_bar import CapacityBar, Part
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.parts import breakable, column, row, rule, wrapped
from mentorjournal.words import tr

AVATAR = 28
# Kind of wish -> its words in the menu; "" is a line.
CHOICES = (
    ("decide", "Weigh it…"), ("", ""), ("accepted", "Say yes…"), ("yes_later", "Yes, later…"),
    ("smaller_yes", "A smaller yes…"), ("declined", "Say no kindly…"),
    ("passed_to", "Pass it on…"), ("", ""), ("remove", "Remove"),
)


class RequestCard(QFrame):
    """`wished` carries an answer or another wish, and the id; Enter weighs it, Del removes it."""

    wished = Signal(str, int)

    def __init__(
        self, facts: HoursFacts, about: Commitment, *, primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.about, self._facts = about, facts
        self.setProperty("card", True)
        self.setProperty("focusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        hours = facts.plan.hours_of(about, facts.as_of)
        self.weighed = weigh(facts.plan, hours, about.since, about.until, facts.as_of, about.id)
        self._lines = column(self, 10)
        self._lines.setContentsMargins(*(theme.px(n) for n in (14, 12, 14, 13)))
        self._lines.addLayout(self._head())
        self._lines.addWidget(rule())
        self._lines.addLayout(self._total())
        self._lines.addWidget(rule())
        strong, text = check.goal_words(about.fits_goal, self._goal())
        self._lines.addLayout(_said("target", "muted" if text else "warn", strong, text))
        fit = check.fit_words(self.weighed, {one.id: one.title for one in facts.all}, facts.as_of)
        if fit[0]:
            self._lines.addWidget(rule())
            self._lines.addLayout(_said("calendar-blank", "muted", *fit))
        self._lines.addWidget(self._buttons(primary))
        self.setAccessibleName(
            ". ".join((about.title, facts.asked(about), *check.total_words(self.weighed),
                       " ".join(fit))))

    def _goal(self) -> str:
        found = self._facts.goals.get(self.about.goal_id or 0)
        return found.text if found else ""

    def _head(self) -> QHBoxLayout:
        line = row(gap=11)
        top = Qt.AlignmentFlag.AlignTop
        who = self._facts.people.get(self.about.asked_by_id or 0)
        if who is not None:
            face = Avatar(side=AVATAR)
            role = who.roles[0] if who.roles else None
            face.set_person(who.initials, role, who.standing, None, who.name)
            line.addWidget(face, 0, top)
        else:
            line.addWidget(IconLabel("user", "muted", 20), 0, top)
        words = column(gap=1)
        words.addWidget(wrapped(self.about.title, "row-title"))
        words.addWidget(wrapped(self._facts.asked(self.about), "small", "muted"))
        line.addLayout(words, 1)
        self.more = IconButton("dots-three", tr("More for {what}", what=self.about.title[:80]),
                               side=24)
        self.more.clicked.connect(
            lambda: self._menu(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        line.addWidget(self.more, 0, top)
        return line

    def _total(self) -> QHBoxLayout:
        found = self.weighed
        strong, text = check.total_words(found)
        over = found.total.is_over and found.is_known
        line = row(gap=11)
        sign = IconLabel("warning-circle" if over else "clock", "alert" if over else "muted", 16)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=3)
        lines.addWidget(_rich(strong, text))
        if found.is_known:
            bar = CapacityBar(low=True)
            bar.set_hours([Part(tr("committed"), found.now.hours)], found.total.capacity,
                          [Part(tr("asked"), found.hours)], f"{strong} {text}")
            lines.addWidget(bar)
            lines.addWidget(wrapped(check.parts_words(found), "small", "muted"))
            if found.is_tight:  # what is over says so already
                lines.addWidget(wrapped(check.think_words(found), "small", "warn"))
        line.addLayout(lines, 1)
        return line

    def _buttons(self, primary: bool) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        kindest = self.weighed.kindest
        self._add(flow, check.offer_words(self.weighed), kindest, primary)
        if kindest != "declined":
            self._add(flow, tr("Say no kindly"), "declined")
        self._add(flow, tr("Ask first"), "pending")
        return box

    def _add(self, flow: FlowLayout, words: str, kind: str, primary: bool = False) -> None:
        made = Button(words, kind="primary" if primary else "row")
        made.setProperty("row", primary)
        made.setAccessibleDescription(self.about.title)
        made.clicked.connect(lambda: self.wished.emit(kind, self.about.id))
        flow.addWidget(made)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, words in CHOICES:
            if kind:
                menu.addAction(tr(words), lambda kind=kind: self.wished.emit(kind, self.about.id))
            else:
                menu.addSeparator()
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # a key of what stands inside
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in ENTER:
            self.wished.emit("decide", self.about.id)
        elif key == Qt.Key.Key_Delete:
            self.wished.emit("remove", self.about.id)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._menu(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))


def _said(sign: str, token: str, strong: str, text: str) -> QHBoxLayout:
    line = row(gap=11)
    line.addWidget(IconLabel(sign, token, 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(_rich(strong, text), 1)
    return line


def _rich(strong: str, text: str) -> QLabel:
    """A sentence that begins in semibold; the only markup is ours."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    weight = theme.current().semibold
    first = f'<span style="font-weight:{weight}">{escape(breakable(strong))}</span>'
    made.setText(f"{first} {escape(breakable(text))}".strip())
    made.setAccessibleName(f"{strong} {text}".strip())
    return made


