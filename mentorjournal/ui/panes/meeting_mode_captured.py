"""The right column of meeting mode: what was captured so far, by kind, to be changed or removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal import agenda, feedback, feedback_given, outcomes, promises, running
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, AgendaItem
from mentorjournal.journal.running import Captured, Heard
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode_facts import ModeFacts
from mentorjournal.ui.panes.meeting_parts import LINE_LIMIT, WrappedLine
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.growing_text import LONGEST
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import flat, label
from mentorjournal.ui.widgets.parts import column, row, rule, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import short_day, tr


class CapturedRow(QWidget):
    """One entry: its words can be changed in place, and a menu removes it."""

    removed = Signal()

    def __init__(
        self, sign: QWidget, text: str, detail: str, *, longest: int = LONGEST, more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self.words = WrappedLine("", "body", quiet=True, longest=longest)
        self.words.setAccessibleName(tr("Captured: {text}", text=flat(text)))
        show_text(self.words, text, fresh=True)
        self.more = IconButton("dots-three", tr("More for: {text}", text=flat(text)), side=24)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.addAction(more or tr("Remove"), self.removed.emit)
        self.more.setMenu(self.menu)
        lines = column(gap=0)
        lines.addWidget(self.words)
        below = wrapped(detail, "small", "muted")
        below.setContentsMargins(theme.px(8), 0, 0, 0)
        lines.addWidget(below)
        parts = row(self, gap=2)
        holder = QWidget()
        keep_width(holder, 24)
        sign_lines = column(holder, gap=0)
        sign_lines.setContentsMargins(0, theme.px(5), 0, 0)
        sign_lines.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        parts.addWidget(holder)
        parts.addLayout(lines, 1)
        parts.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def bind(self, edit: Callable[[str], object]) -> None:
        """Hand words in to `edit`; an entry without words keeps those it had."""
        self.words.text_committed.connect(
            lambda text: edit(text) if text.strip() else self.words.set_text_quietly(self._text))

    def show_words(self, text: str, own: bool) -> None:
        """Show what the journal holds."""
        self._text = text
        show_text(self.words, text, own=own)


class CapturedColumn(QWidget):
    """Everything captured in the meeting that runs."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._shown: object = None
        self._rows: dict[tuple[str, int], CapturedRow] = {}
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.count = label("", "small", "muted")
        head = row()
        head.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 4)))
        head.addWidget(label(tr("Captured so far"), "heading"), 1)
        head.addWidget(self.count)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = column(self, gap=0)
        whole.addLayout(head)
        whole.addWidget(self.scroll, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(200))

    def rows(self) -> list[CapturedRow]:
        """What was captured, in order."""
        return list(self._rows.values())

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for line in self.rows():
            line.words.commit()

    def forget(self) -> None:
        """Show everything anew the next time."""
        self._shown = None

    def show_facts(self, facts: ModeFacts, own: bool = False) -> None:
        """Show what was captured; nothing moves when only words are others."""
        texts = _texts(facts.captured)
        known = (list(texts), [(a.owner, a.due, a.done_on) for a in facts.captured.actions],
                 facts.person.short_name, facts.today)
        if known == self._shown:
            for key, text in texts.items():
                self._rows[key].show_words(text, own)
            return
        self._shown = known
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        place = self.scroll.verticalScrollBar().value()
        self.count.setText(str(facts.captured.count) if facts.captured.count else "")
        self.scroll.setWidget(self._page(facts))
        self.scroll.verticalScrollBar().setValue(place)
        if inside and self.rows():
            self.rows()[0].more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, facts: ModeFacts) -> QWidget:
        page = QWidget()
        page.setProperty("clear", True)
        lines = column(page, gap=8)
        lines.setContentsMargins(*(theme.px(n) for n in (20, 4, 14, 20)))
        got = facts.captured
        self._rows = {}
        first = True
        for words, members in (
            (tr("Decisions"), [self._decision(one) for one in got.decisions]),
            (tr("Actions"), [self._action(one, facts) for one in got.actions]),
            (tr("Feedback"), [*map(self._feedback, got.feedback), *map(self._given, got.given)]),
            (tr("Parked"), [self._parked(one) for one in got.parked]),
        ):
            if members:
                _add_section(lines, words, members, first)
                first = False
        lines.addSpacing(theme.px(6))
        lines.addWidget(_closing(first))
        lines.addStretch(1)
        return page

    def _wire(
        self, made: CapturedRow, key: tuple[str, int], edit: Callable[..., Any],
        remove: Callable[..., Any],
    ) -> CapturedRow:
        kind, row_id = key
        self._rows[key] = made
        made.bind(lambda text: self._pen.write(edit, row_id, text, merge=f"{kind}:{row_id}"))
        made.removed.connect(lambda: self._pen.write(remove, row_id))
        return made

    def _decision(self, one: Heard) -> QWidget:
        made = CapturedRow(_sign("scales"), one.text, tr("Decided"))
        return self._wire(made, ("decision", one.id), _reword, outcomes.remove)

    def _action(self, one: Action, facts: ModeFacts) -> QWidget:
        tick = QCheckBox()
        tick.setChecked(one.done_on is not None)
        tick.setAccessibleName(tr("{promise}: kept", promise=flat(one.text)))
        tick.clicked.connect(lambda on: self._pen.write(
            promises.set_done, one.id, clock.today() if on else None))
        who = {"me": tr("Me"), "both": tr("Both of us")}.get(one.owner, facts.person.short_name)
        day = short_day(one.due, facts.today) if one.due else tr("no date")
        made = CapturedRow(tick, one.text, tr("{who} · {day}", who=who, day=day))
        return self._wire(made, ("action", one.id), running.edit_action, promises.remove)

    def _feedback(self, one: Heard) -> QWidget:
        made = CapturedRow(
            _sign("chat-centered-text"), one.text, tr("Goes to the feedback log as received"))
        return self._wire(made, ("feedback", one.id), feedback.edit_gist, feedback.remove)

    def _given(self, one: Heard) -> QWidget:
        made = CapturedRow(
            _sign("chat-centered-text"), one.text, tr("Goes to the feedback you gave"))
        return self._wire(
            made, ("given", one.id), feedback_given.reword, feedback_given.remove)

    def _parked(self, one: AgendaItem) -> QWidget:
        made = CapturedRow(_sign("push-pin"), one.title, tr("Carries over to the next meeting"),
                           longest=LINE_LIMIT)
        made.menu.addAction(
            tr("Take it up after all"), lambda: self._pen.write(running.take_up, one.id))
        return self._wire(made, ("parked", one.id), _retitle, agenda.remove_item)


def _texts(got: Captured) -> dict[tuple[str, int], str]:
    """The words of each entry by its kind and row."""
    return {
        **{("decision", one.id): one.text for one in got.decisions},
        **{("action", one.id): one.text for one in got.actions},
        **{("feedback", one.id): one.text for one in got.feedback},
        **{("given", one.id): one.text for one in got.given},
        **{("parked", one.id): one.title for one in got.parked},
    }


def _reword(journal: Journal, outcome_id: int, text: str, **named: Any) -> None:
    outcomes.edit(journal, outcome_id, {"text": text}, **named)


def _retitle(journal: Journal, item_id: int, title: str, **named: Any) -> None:
    agenda.edit_item(journal, item_id, {"title": title}, **named)


def _add_section(
    lines: QVBoxLayout, words: str, members: Sequence[QWidget], first: bool
) -> None:
    if not first:
        lines.addWidget(rule())
    lines.addWidget(label(words, "label", "muted"))
    for each in members:
        lines.addWidget(each)


def _closing(is_empty: bool) -> QWidget:
    card = QFrame()
    card.setProperty("card", True)
    lines = column(card, gap=2)
    lines.setContentsMargins(*(theme.px(n) for n in (14, 12, 14, 12)))
    if is_empty:
        lines.addWidget(label(tr("Nothing captured yet"), "heading"))
        lines.addWidget(wrapped(tr(
            "Ctrl+1 to 4 note an action, feedback, a decision, or something for another time."),
            "small", "muted"))
    else:
        lines.addWidget(label(tr("When you end the meeting"), "heading"))
        lines.addWidget(wrapped(tr(
            "You look over these entries once more. What you promised stays with you until it "
            "is done."), "small", "muted"))
    return card


def _sign(name: str) -> QWidget:
    return IconLabel(name, "accent", 16)
