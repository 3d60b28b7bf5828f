"""On a person's page: how reliable I was with them, in plain counts from the meetings held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from mentorjournal.journal import dealings, reliability
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring.meetings import Share
from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.panes.person_parts import Section, said
from mentorjournal.ui.panes.person_seek import spoken_of
from mentorjournal.ui.widgets.label import label, plain_tooltip
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.words import short_day, tr, trn

MEETINGS = 10
SQUARE, GAP = 16, 4


class ReliabilitySection(Section):
    """On time, cancelled late, agenda ahead, promises on date; hidden for people I mentor."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__("", label(tr("from your meetings"), "small", "muted"), parent)
        self._journal = journal
        self._shown: object = None
        self._body: QWidget | None = None
        self.lines.setContentsMargins(0, 0, 0, 0)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        self.setVisible(one.direction != "mentee")
        self.set_title(tr("Your reliability with {them}", them=spoken_of(one).object))
        found = reliability.with_person(self._journal, one.id, as_of, MEETINGS)
        held = dealings.last_held(self._journal, one.id, as_of, MEETINGS)
        if (found, held) == self._shown:
            return
        self._shown = (found, held)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        if held:
            self._body = self._counts(found, held, as_of)
        else:
            self._body = said(
                "users", tr("It is counted once you have held a meeting."), tone="muted")
            self._body.setContentsMargins(*(theme.px(n) for n in (14, 9, 8, 9)))
        self.lines.addWidget(self._body)

    def _counts(
        self, found: reliability.Reliability, held: Sequence[Meeting], as_of: date
    ) -> QWidget:
        kept = found.promises.kept
        on_time = found.meetings.on_time
        body = QWidget()
        cells = row(body, 0)
        cells.addWidget(_Cell(
            trn("Last meeting", "Last {n} meetings", len(held)),
            tr("On time {share}", share=_share(on_time)) if on_time.of else tr("Not noted"),
            Arrivals(held, as_of), edge=False), 10)
        for caption, words in (
            (tr("Cancelled late"), str(found.meetings.called_off_late)),
            (tr("Agenda ahead"), _share(found.agenda_ahead)),
            (tr("Promises on date"), _share(kept) if kept.of else tr("None due")),
        ):
            cells.addWidget(_Cell(caption, words), 7)
        return body


def _share(share: Share) -> str:
    return tr("{n} of {all}", n=share.n, all=share.of)


class _Cell(QFrame):
    """A caption and a count, with an edge at its left."""

    def __init__(
        self, caption: str, words: str, below: QWidget | None = None, *, edge: bool = True
    ) -> None:
        super().__init__()
        self.setProperty("fact", True)
        self.setProperty("edge", edge)
        lines = column(self, 2)
        lines.setContentsMargins(*(theme.px(n) for n in (16, 12, 8, 12)))
        lines.addWidget(wrapped(caption, "small", "muted"))
        lines.addWidget(wrapped(words, "heading"))
        if below is not None:
            lines.addSpacing(theme.px(4))
            lines.addWidget(below)
        lines.addStretch(1)


class Arrivals(QWidget):
    """A square for each meeting: a tick where I was on time, a clock where I was late."""

    def __init__(
        self, held: Sequence[Meeting], as_of: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._arrivals = [which.arrival for which in held]
        self._words = [_arrival_words(which, as_of) for which in held]
        self.setAccessibleName(", ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        count = len(self._arrivals)
        return QSize(theme.px(SQUARE + GAP) * count - theme.px(GAP), theme.px(SQUARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, arrival in enumerate(self._arrivals):
            area = self._square(place)
            if arrival in ("early", "on_time"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                sign, token = "check-bold", "on-accent"
            else:
                token = "warn" if arrival == "late" else "ctl"
                painter.setPen(QPen(theme.color(token), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                area = area.adjusted(0.5, 0.5, -0.5, -0.5)
                sign = "clock" if arrival == "late" else ""
            painter.drawRoundedRect(area, 4, 4)
            if sign:
                inside = theme.px(3)
                paint_icon(painter, area.adjusted(inside, inside, -inside, -inside), sign,
                           theme.color(token))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = event.pos()
            words = next((said for place, said in enumerate(self._words)
                          if self._square(place).contains(spot.toPointF())), "")
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def _square(self, place: int) -> QRectF:
        side = theme.px(SQUARE)
        return QRectF(place * (side + theme.px(GAP)), 0, side, side)


def _arrival_words(which: Meeting, as_of: date) -> str:
    how = {
        "early": tr("early"), "on_time": tr("on time"),
        "late": trn("{n} minute late", "{n} minutes late", which.late_minutes or 0)
        if which.late_minutes else tr("late"),
    }.get(which.arrival or "", tr("not noted how you came"))
    return tr("{day}: {how}", day=short_day(which.day, as_of), how=how)
