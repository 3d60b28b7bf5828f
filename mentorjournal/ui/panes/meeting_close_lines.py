"""Lines of the close step that add up: what I left with, promises made, and thanks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import (
    after_meeting,
    feedback,
    feedback_given,
    outcomes,
    promises,
    thanks,
)
from mentorjournal.journal.between import Outcome, Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Meeting
from mentorjournal.journal.running import Heard
from mentorjournal.mentoring.follow_up import is_too_general
from mentorjournal.mentoring.sides import Meeting as MeetingWords
from mentorjournal.mentoring.sides import Side
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_close_parts import RowLine, Rows, unless_emptied
from mentorjournal.ui.panes.meeting_parts import AddLine, DenseChoice
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.words import tr

KIND_SIGNS = {"decision": "scales", "idea": "lightbulb"}


class OutcomeRow(QWidget):
    """One thing I left with; Alt with Up or Down moves it."""

    def __init__(
        self, pen: Pen, one: Outcome, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.record_id = one.id
        self.sign = IconLabel(KIND_SIGNS.get(one.kind, "check"), "muted", 15)
        self.text = RowLine(words)
        self.text.setToolTip(plain_tooltip(tr("Alt with Up or Down moves this line")))
        pen.bind(self.text, unless_emptied(outcomes.edit), "outcome", one.id, "text")
        self.drop = IconButton("x", tr("Remove this line"), side=24)
        self.drop.clicked.connect(lambda: pen.write(outcomes.remove, one.id))
        _lay_out(self, self.sign, self.text, self.drop)

    def show_record(self, one: Outcome, own: bool) -> None:
        """Show what the journal holds."""
        self.sign.set_icon(KIND_SIGNS.get(one.kind, "check"), "muted")
        show_text(self.text, one.text, own=own)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.text, self.drop]


class OutcomeRows(Rows):
    """What I left with, or what came of a meeting with somebody I mentor, a line each."""

    def __init__(
        self, pen: Pen, meeting_id: int, say: MeetingWords, parent: QWidget | None = None
    ) -> None:
        self._pen, self._words = pen, say.left
        add = AddLine(
            say.left_example,
            lambda text: pen.write(outcomes.add, meeting_id, {"text": text}), inset=0,
        )
        super().__init__(self._make_row, add, gap=0, parent=parent)

    def _make_row(self, one: Outcome) -> OutcomeRow:
        made = OutcomeRow(self._pen, one, self._words)
        made.text.move_wanted.connect(partial(self._move, one.id))
        return made

    def _move(self, outcome_id: int, by: int) -> None:
        order = [line.record_id for line in self.rows()]
        place = order.index(outcome_id)
        to = place + by
        if 0 <= to < len(order):
            order.insert(to, order.pop(place))
            self.row_of(outcome_id).text.commit()
            self._pen.write(outcomes.reorder, order)


class PromiseRow(QWidget):
    """One promise: its words, whose it is, by when; one of theirs may become mine at once."""

    def __init__(
        self, pen: Pen, action_id: int, side: Side, their_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pen, self.record_id, self._side = pen, action_id, side
        self.text = RowLine(tr("What was promised"))
        self.owner = DenseChoice(
            [("me", tr("Me")), (side.party, their_name), ("both", tr("Both of us"))],
            tr("Whose promise it is"))
        self.due = DateField(optional=True)
        self.due.setProperty("dense", True)
        self.due.setAccessibleName(tr("Due"))
        self.instead = Button(tr("Could I do this instead?"), kind="link")
        self.drop = IconButton("x", tr("Remove this promise"), side=24)
        pen.bind(self.text, unless_emptied(promises.edit), "action", action_id, "text")
        self.owner.chosen.connect(lambda key: self._edit(owner=key))
        self.due.day_changed.connect(lambda day: self._edit(due=day))
        self.instead.clicked.connect(lambda: self._edit(owner="me"))
        self.drop.clicked.connect(lambda: pen.write(promises.remove, action_id))
        fields = QWidget()
        flow = FlowLayout(fields, gap=theme.px(8), line_gap=theme.px(4))
        flow.setContentsMargins(theme.px(28), 0, 0, 0)
        for each in (self.owner, self.due, self.instead):
            flow.addWidget(each)
        lines = column(self, gap=2)
        first = QWidget()
        _lay_out(first, IconLabel("handshake", "muted", 15), self.text, self.drop)
        lines.addWidget(first)
        lines.addWidget(fields)

    def show_record(self, one: Action, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, one.text, own=own)
        self.owner.set_current(self._side.called(one.owner))
        self.instead.setVisible(one.owner not in ("me", "both"))
        if self.due.day() != one.due:
            self.due.blockSignals(True)
            self.due.set_day(one.due)
            self.due.blockSignals(False)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.text, self.drop, self.owner, self.due, self.instead]

    def _edit(self, **values: object) -> None:
        name = next(iter(values))
        self._pen.write(
            promises.edit, self.record_id, values, merge=f"action:{self.record_id}:{name}")


class PromiseRows(Rows):
    """Promises made when we met."""

    def __init__(
        self, pen: Pen, meeting_id: int, side: Side, their_name: str,
        parent: QWidget | None = None,
    ) -> None:
        add = AddLine(
            tr("Who does what, by when"),
            lambda text: pen.write(promises.add, {"text": text, "meeting_id": meeting_id}),
            inset=0,
        )
        super().__init__(
            lambda one: PromiseRow(pen, one.id, side, their_name), add, gap=6, parent=parent)


class FeedbackRow(QWidget):
    """What was said of my work, or `told` to them of theirs; it stands in its list too."""

    def __init__(
        self, pen: Pen, row_id: int, *, told: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.record_id = row_id
        self.text = RowLine(tr("What you told them") if told else tr("What was said of my work"))
        self.drop = IconButton("x", tr("Remove this feedback"), side=24)
        if told:
            pen.bind(self.text, unless_emptied(_reword(feedback_given.reword)),
                     "feedback_given", row_id, "behaviour")
            self.drop.clicked.connect(lambda: pen.write(feedback_given.remove, row_id))
        else:
            pen.bind(self.text, unless_emptied(_reword(feedback.edit_gist)),
                     "feedback", row_id, "gist")
            self.drop.clicked.connect(lambda: pen.write(feedback.remove, row_id))
        _lay_out(self, IconLabel("chat-centered-text", "muted", 15), self.text, self.drop)

    def show_record(self, one: Heard, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, one.text, own=own)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.text, self.drop]


class FeedbackRows(Rows):
    """Feedback when we met: on my work, or `told` to somebody I mentor on theirs."""

    def __init__(
        self, pen: Pen, which: Meeting, *, told: bool = False, parent: QWidget | None = None
    ) -> None:
        words = (tr("What you told them: one thing you saw, and what it did") if told
                 else tr("What was said of my work, in their words"))
        add = AddLine(
            words, lambda text: pen.write(
                feedback_given.tell if told else feedback.hear, which.person_id, text, which.day,
                meeting_id=which.id),
            inset=0,
        )
        super().__init__(
            lambda one: FeedbackRow(pen, one.id, told=told), add, gap=0, parent=parent)


class ThanksRow(QWidget):
    """Thanks for one thing, and the question which one where the words name none."""

    def __init__(self, pen: Pen, thanks_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record_id = thanks_id
        self.text = RowLine(tr("For what exactly"))
        edit = unless_emptied(thanks.edit)
        pen.bind(self.text, edit, "thanks", thanks_id, "for_what")
        self.text.textChanged.connect(self._judge)
        self.hint = wrapped(
            tr("Which thing? One they would remember says more than all of it."),
            "small", "muted")
        self.hint.setContentsMargins(theme.px(28), 0, 0, theme.px(4))
        self.drop = IconButton("x", tr("Remove these thanks"), side=24)
        self.drop.clicked.connect(lambda: pen.write(thanks.remove, thanks_id))
        lines = column(self, gap=0)
        first = QWidget()
        _lay_out(first, IconLabel("heart", "muted", 15), self.text, self.drop)
        lines.addWidget(first)
        lines.addWidget(self.hint)

    def show_record(self, one: Thanks, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.text, one.for_what, own=own)
        self._judge()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.text, self.drop]

    def _judge(self) -> None:
        self.hint.setVisible(is_too_general(self.text.text()))


class ThanksRows(Rows):
    """What I thanked them for."""

    def __init__(
        self, pen: Pen, meeting_id: int, example: str, parent: QWidget | None = None
    ) -> None:
        add = AddLine(
            example,
            lambda text: pen.write(after_meeting.thank, meeting_id, text), inset=0,
        )
        super().__init__(lambda one: ThanksRow(pen, one.id), add, gap=0, parent=parent)


def _reword(edit: Callable[..., None]) -> Callable[..., None]:
    """The verb that takes words alone, for a field that hands in values."""

    def reword(
        journal: Journal, row_id: int, values: Mapping[str, Any], **named: Any
    ) -> None:
        edit(journal, row_id, next(iter(values.values())), **named)

    return reword


def _lay_out(line: QWidget, sign: QWidget, text: QWidget, drop: QWidget) -> None:
    parts = row(line, gap=4)
    top = column(gap=0)
    top.addSpacing(theme.px(6))
    top.addWidget(sign)
    top.addStretch(1)
    parts.addLayout(top)
    parts.addWidget(text, 1)
    parts.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
