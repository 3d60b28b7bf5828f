"""One strength of a brief: the claim, the criterion it answers, and its evidence, row by row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from mentorjournal.journal import fields, letter_evidence
from mentorjournal.journal.between import Evidence, Quality
from mentorjournal.mentoring import brief
from mentorjournal.mentoring.letters import criteria_of
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letter_brief_facts import BriefFacts
from mentorjournal.ui.panes.letter_brief_parts import BriefPen, WarnLine
from mentorjournal.ui.panes.letter_brief_piece import PieceRow
from mentorjournal.ui.pen import show_text
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.dense_choice import DenseChoice
from mentorjournal.ui.widgets.drag import Handle
from mentorjournal.ui.widgets.label import beginning, label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.styled_text import WrappedLine
from mentorjournal.ui.widgets.undo_line import UndoLine
from mentorjournal.words import capital, listing, tr, trn

INSET = 35  # px, so that everything stands below the claim and not below its handle
CLAIM_LIMIT = fields.limit("letter_quality", "quality")


class StrengthCard(QFrame):
    """The claim can always be edited; the caret folds the rest.

    Alt+Up and Alt+Down move it, or the piece of its evidence that has the focus.
    """

    fold_wanted = Signal(int, bool)
    move_wanted = Signal(int, int)  # id, -1 or +1
    remove_wanted = Signal(int)
    pick_wanted = Signal(int)
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)
    changed_widgets = Signal()
    shown = Signal(QWidget)

    def __init__(self, pen: BriefPen, strength: Quality, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.strength = pen, strength
        self._facts: BriefFacts | None = None
        self._rows: dict[int, PieceRow] = {}
        self._open_piece: int | None = None
        self.is_open = True
        self._make_head()
        self._make_body()
        self._lay_out()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))

    @property
    def id(self) -> int:
        """The id of the strength."""
        return self.strength.id

    def _make_head(self) -> None:
        self.handle = Handle()
        self.handle.dragged.connect(lambda spot: self.dragged.emit(self.id, spot))
        self.handle.dropped.connect(lambda spot: self.dropped.emit(self.id, spot))
        self.claim = WrappedLine(
            tr("What can they say of you?"), "row-title", most_lines=8, longest=CLAIM_LIMIT)
        self.claim.setAccessibleName(tr("Strength"))
        self._pen.bind(
            self.claim, letter_evidence.edit_quality, "letter_quality", self.id, "quality")
        self._pen.keep_draft(self.claim, f"letter_quality:{self.id}:quality")
        self.count = label("", "small", "muted")
        self.caret = IconButton("caret-up", tr("Fold this strength"), side=26)
        self.caret.clicked.connect(lambda: self.fold_wanted.emit(self.id, not self.is_open))

    def _make_body(self) -> None:
        self.criterion = DenseChoice([], tr("Criterion it answers"))
        self.criterion.chosen.connect(lambda key: self._pen.write(
            letter_evidence.edit_quality, self.id, {"criterion": key or None}))
        self.pick = Button(tr("Pick…"), None, "link")
        self.pick.clicked.connect(lambda: self.pick_wanted.emit(self.id))
        self.remove = IconButton("trash", "", side=26)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.id))
        self.add = AddLine(tr("Add evidence"), self._add_piece, inset=8)
        self.add.setMinimumHeight(theme.px(34))
        self.warning = WarnLine()
        self.left_out = UndoLine(self._pen.journal)
        self.left_out.refused.connect(self._pen.refused)

    def _lay_out(self) -> None:
        head = row(gap=2)
        head.setContentsMargins(theme.px(8), theme.px(7), theme.px(8), theme.px(3))
        self.count.setContentsMargins(0, theme.px(5), theme.px(4), 0)
        top = Qt.AlignmentFlag.AlignTop
        grip = column(gap=0)
        grip.setContentsMargins(0, theme.px(6), 0, 0)
        grip.addWidget(self.handle)
        grip.addStretch(1)
        head.addLayout(grip)
        head.addWidget(self.claim, 1, top)
        head.addWidget(self.count, 0, top)
        head.addWidget(self.caret, 0, top)
        self._body = QWidget()
        inside = column(self._body, gap=0)
        inside.setContentsMargins(theme.px(INSET - 8), 0, theme.px(8), 0)
        adding = row(gap=4)
        adding.setContentsMargins(0, 0, theme.px(8), 0)
        adding.addWidget(self.add, 1)
        adding.addWidget(self.pick)
        deeds = row(gap=4)
        deeds.setContentsMargins(theme.px(8), theme.px(2), 0, theme.px(8))
        deeds.addWidget(self.criterion)
        deeds.addStretch(1)
        deeds.addWidget(self.remove)
        self._pieces = column(gap=0)
        inside.addLayout(self._pieces)
        inside.addWidget(self.left_out)
        inside.addLayout(adding)
        inside.addLayout(deeds)
        self.warning.setContentsMargins(theme.px(INSET), 0, theme.px(8), theme.px(8))
        lines = column(self, gap=0)
        lines.setContentsMargins(0, 0, 0, 1)
        lines.addLayout(head)
        look = self._pen.look(self.claim)
        look.setContentsMargins(theme.px(INSET), 0, theme.px(8), 0)
        lines.addWidget(look)
        lines.addWidget(self._body)
        lines.addWidget(self.warning)

    def show_strength(self, facts: BriefFacts, strength: Quality, own: bool) -> None:
        """Show what the journal holds."""
        self._facts, self.strength = facts, strength
        show_text(self.claim, strength.quality, own=own)
        self._show_criteria(facts)
        self._show_pieces(facts, own)
        lacking = brief.lacks(strength)
        self.warning.say(capital(tr("{what}.", what=listing(lacking))) if lacking else "")
        self.warning.says.setAccessibleName(brief.unsupported(strength))
        n = len(strength.picked)
        self.count.setText(trn("{n} piece", "{n} pieces", n) if n else tr("nothing yet"))
        name = beginning(strength.quality)
        self.pick.setAccessibleName(tr("Pick evidence for {strength}", strength=name))
        self.remove.set_face("trash", tr("Remove strength {strength}", strength=name))
        self.add.edit.setAccessibleName(tr("Add evidence for {strength}", strength=name))

    def _show_criteria(self, facts: BriefFacts) -> None:
        lines = [*criteria_of(facts.letter.criteria)]
        mine = self.strength.criterion
        if mine and mine not in lines:
            lines.append(mine)
        none = tr("Answers no criterion") if lines else tr("No criteria given")
        self.criterion.set_choices(
            [("", none), *((one, tr("Answers: {what}", what=beginning(one, 60)))
                           for one in lines)], mine or "")
        self.criterion.setEnabled(bool(lines))

    # Evidence

    def rows(self) -> list[PieceRow]:
        """Its evidence in order."""
        return sorted(self._rows.values(), key=self._pieces.indexOf)

    def _show_pieces(self, facts: BriefFacts, own: bool) -> None:
        picked = self.strength.picked
        staying = {one.id for one in picked}
        order = [one.piece.id for one in self.rows()]
        for gone in [key for key in order if key not in staying]:
            self._drop_row(gone, order)
        for place, piece in enumerate(picked):
            made = self._rows.get(piece.id) or self._make_row(piece)
            made.show_piece(facts, piece, own)
            if self._pieces.indexOf(made) != place:
                self._pieces.insertWidget(place, made)
                made.setVisible(True)

    def _make_row(self, piece: Evidence) -> PieceRow:
        made = PieceRow(self._pen, piece)
        made.open_wanted.connect(self.open_piece)
        made.leave_out_wanted.connect(self.leave_out)
        made.neighbour_wanted.connect(self._go_on)
        self._rows[piece.id] = made
        return made

    def _drop_row(self, gone: int, order: list[int]) -> None:
        made = self._rows.pop(gone)
        focused = QApplication.focusWidget()
        if focused is not None and (focused is made or made.isAncestorOf(focused)):
            place = order.index(gone)
            near = [key for key in order[place + 1:] + order[:place][::-1] if key in self._rows]
            (self._rows[near[0]] if near else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._open_piece == gone:
            self._open_piece = None
        made.hide()
        made.deleteLater()

    def open_piece(self, piece_id: int, is_open: bool = True) -> None:
        """Open a piece of evidence in place, and close the one that was open."""
        if self._facts is None or piece_id not in self._rows:
            return
        self._open_piece = piece_id if is_open else None
        for key, each in self._rows.items():
            each.set_open(key == self._open_piece, self._facts)
        self.changed_widgets.emit()
        details = self._rows[piece_id].details
        if is_open and details is not None:
            details.situation.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(self._rows[piece_id])
        else:
            self._rows[piece_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_out(self, piece_id: int) -> None:
        """Take a piece out of this letter: what came from the journal is not offered again."""
        piece = self._rows[piece_id].piece
        is_mine = not (piece.accomplishment_id or piece.feedback_id or piece.meeting_id)
        verb = letter_evidence.remove_evidence if is_mine else letter_evidence.decline
        if self._pen.write(verb, piece_id):
            self.left_out.offer(tr("{what} is left out.", what=quoted(brief.piece_words(piece))))

    def _add_piece(self, text: str) -> bool:
        done = self._pen.write(
            letter_evidence.add_evidence, self.id, [{"behaviour": text.strip()}])
        if done and self.add.edit.hasFocus() and (made := self.rows()):
            self.open_piece(made[-1].piece.id)
        return done

    def _go_on(self, piece_id: int, step: int) -> None:
        order = self.rows()
        place = order.index(self._rows[piece_id]) + step
        if place == len(order):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        elif place < 0:
            self.claim.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            order[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, step: int) -> None:
        """Move the piece that is worked on among its neighbours, else this whole strength."""
        focused = QApplication.focusWidget()
        order = self.rows()
        place = next((place for place, each in enumerate(order)
                      if focused is each or each.isAncestorOf(focused)), None)
        if place is None:
            self.move_wanted.emit(self.id, step)
        elif 0 <= place + step < len(order):
            ids = [each.piece.id for each in order]
            ids.insert(place + step, ids.pop(place))
            left_out = [one.id for one in self.strength.evidence if one.id not in ids]
            self._pen.write(letter_evidence.order_evidence, self.id, [*ids, *left_out])
            self.changed_widgets.emit()
            self.shown.emit(order[place])

    # Folding and keys

    def set_open(self, is_open: bool) -> None:
        """Unfold it, or fold it to its claim."""
        self.is_open = is_open
        self._body.setVisible(is_open)
        self.count.setVisible(not is_open)
        self.caret.set_face(
            "caret-up" if is_open else "caret-down",
            tr("Fold this strength") if is_open else tr("Unfold this strength"))

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        chain: list[QWidget] = [self.claim, self.caret]
        if self.is_open:
            for each in self.rows():
                chain += each.tab_chain()
            chain += [self.left_out.undo, self.add.edit, self.pick, self.criterion, self.remove]
        return chain

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
