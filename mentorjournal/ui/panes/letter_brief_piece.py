"""One piece of evidence: a quiet row, and situation, deed, result and witness once it is open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from mentorjournal.journal import letter_evidence
from mentorjournal.journal.between import Evidence
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letter_brief_facts import (
    BriefFacts,
    source_words,
    told_words,
    witness_words,
)
from mentorjournal.ui.panes.letter_brief_parts import BriefPen
from mentorjournal.ui.pen import show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.keyed_row import asked
from mentorjournal.ui.widgets.label import ElidedLabel, beginning, label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.words import tr

LABELS = 76  # px of the column of captions


class PieceRow(QFrame):
    """Enter opens it, Delete leaves it out; its strength moves it on Alt+Up and Alt+Down."""

    open_wanted = Signal(int, bool)
    leave_out_wanted = Signal(int)
    neighbour_wanted = Signal(int, int)  # id, -1 or +1

    def __init__(self, pen: BriefPen, piece: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.piece = pen, piece
        self.details: PieceDetails | None = None
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chip = Chip("")
        self.words = ElidedLabel("", "body", most_lines=2)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.witness = ElidedLabel("", "small", "muted")
        self.witness.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.caret = IconButton("caret-down", tr("Open this evidence"), side=24)
        self.caret.clicked.connect(
            lambda: self.open_wanted.emit(self.piece.id, not self.is_open))
        self.drop = IconButton("x", "", side=24)
        self.drop.clicked.connect(lambda: self.leave_out_wanted.emit(self.piece.id))
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = QWidget()
        across = row(self._head, gap=8)
        across.setContentsMargins(theme.px(8), theme.px(5), theme.px(4), theme.px(5))
        texts = column(gap=1)
        texts.addWidget(self.words)
        beneath = row(gap=8)
        beneath.addWidget(self.chip)
        beneath.addWidget(self.witness, 1)
        texts.addLayout(beneath)
        across.addLayout(texts, 1)
        across.addWidget(self.caret, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._head)

    def show_piece(self, facts: BriefFacts, piece: Evidence, own: bool) -> None:
        """Show what the journal holds."""
        self.piece = piece
        said, seen = told_words(piece), witness_words(facts, piece)
        source, tone = source_words(piece)
        self.words.setText(said)
        self.chip.set_chip(source, tone)
        self.witness.setText(seen)
        self.drop.set_face("x", tr("Leave out: {what}", what=beginning(said)))
        self.setAccessibleName(tr("{source}: {what}. {seen}", source=source,
                                  what=beginning(said, 200), seen=seen))
        if self.details is not None:
            self.details.show_piece(facts, piece, own)

    def set_open(self, is_open: bool, facts: BriefFacts) -> None:
        """Open it in place, or close it."""
        if is_open == self.is_open:
            return
        self.is_open = is_open
        if is_open and self.details is None:
            self.details = PieceDetails(self._pen, self.piece, facts)
            self.details.show_piece(facts, self.piece, own=False)
            self._lines.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(is_open)
        self.caret.set_face(
            "caret-up" if is_open else "caret-down",
            tr("Close this evidence") if is_open else tr("Open this evidence"))

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        inside = self.details.tab_chain() if self.details is not None and self.is_open else []
        return [self, self.caret, self.drop, *inside]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.open_wanted.emit(self.piece.id, not self.is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mine = event.key(), self.hasFocus()
        deed, step = asked(event)
        if key == Qt.Key.Key_Escape and self.is_open:
            self.open_wanted.emit(self.piece.id, False)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif mine and (deed == "open" or key == Qt.Key.Key_Space):
            self.open_wanted.emit(self.piece.id, not self.is_open)
        elif mine and deed == "go":
            self.neighbour_wanted.emit(self.piece.id, step)
        elif mine and deed == "remove":
            self.leave_out_wanted.emit(self.piece.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class PieceDetails(QWidget):
    """The parts of a piece of evidence, in the order in which a letter tells them."""

    def __init__(
        self, pen: BriefPen, piece: Evidence, facts: BriefFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen, self._id = pen, piece.id
        self._seen_by = piece.seen_by_id
        self.situation = self._text("situation", tr("What was the matter?"))
        self.behaviour = self._text("behaviour", tr("What exactly did I do?"))
        self.impact = self._text("impact", tr("What came of it? A number is best"))
        self.seen_by = PersonBox(facts.everybody, facts.called)
        self.seen_by.activated.connect(lambda _place: self._edit_witness())
        self.seen_by.lineEdit().editingFinished.connect(self._edit_witness)
        self.when = DateField(optional=True)
        self.when.day_changed.connect(lambda day: self._edit({"date": day}))
        self._lay_out()

    def _text(self, name: str, placeholder: str) -> GrowingText:
        field = GrowingText(placeholder, quiet=False, most_lines=12)
        field.setProperty("dense", True)
        self._pen.bind(
            field, letter_evidence.edit_evidence, "letter_evidence", self._id, name)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(10))
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(LABELS))
        grid.setColumnStretch(1, 1)
        for place, (words, field) in enumerate((
            (tr("Situation"), self.situation), (tr("What I did"), self.behaviour),
            (tr("Result"), self.impact), (tr("Who saw it"), self.seen_by), (tr("When"), self.when),
        )):
            caption = label(words, "small", "muted")
            caption.setBuddy(field)
            caption.setContentsMargins(0, theme.px(7), 0, 0)
            field.setAccessibleName(words)
            grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, GrowingText):
                told = column(gap=2)
                told.addWidget(field)
                told.addWidget(self._pen.look(field))
                grid.addLayout(told, place, 1)
                continue
            sides = Qt.AlignmentFlag.AlignLeft if field is self.when else Qt.AlignmentFlag(0)
            grid.addWidget(field, place, 1, sides)

    def show_piece(self, facts: BriefFacts, piece: Evidence, own: bool) -> None:
        """Show what the journal holds."""
        show_text(self.situation, piece.situation, own=own)
        show_text(self.behaviour, piece.behaviour, own=own)
        show_text(self.impact, piece.impact, own=own)
        if not self.seen_by.lineEdit().hasFocus() or piece.seen_by_id != self._seen_by:
            self._seen_by = piece.seen_by_id
            self.seen_by.choose(piece.seen_by_id)
        if self.when.day() != piece.date:
            self.when.blockSignals(True)
            self.when.set_day(piece.date)
            self.when.blockSignals(False)

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        return [self.situation, self.behaviour, self.impact, self.seen_by, self.when]

    def _edit_witness(self) -> None:
        """Whoever is meant saw it; no name at all means that nobody did."""
        self.seen_by.write_out()
        who = self.seen_by.person()
        if who is None and self.seen_by.currentText().strip():
            self._pen.refused.emit(tr(
                "“{name}” is nobody in the journal; add them first.",
                name=beginning(self.seen_by.currentText())))
            self.seen_by.choose(self._seen_by)
            return
        chosen = who.id if who else None
        if chosen != self._seen_by:
            self._seen_by = chosen
            self._edit({"seen_by_id": chosen})

    def _edit(self, values: dict[str, Any]) -> None:
        merge = f"letter_evidence:{self._id}:{next(iter(values))}"
        self._pen.write(letter_evidence.edit_evidence, self._id, values, merge=merge)
