"""A row of Today: painted, with one button; it wraps where there is little room and never cuts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.between import Letter
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring.today import Row
from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.focus_ring import PROPERTY
from mentorjournal.ui.widgets.label import flat, plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.stepper import paint_mini_stepper
from mentorjournal.words import tr

AVATAR, INSET, GAP = 28, 14, 12
LEAST = 53  # px high (TOKENS §4)
WIDE = 480  # px from which the day stands at the right instead of in the second line
STEPPER = 112  # px that the dots of a letter take, with air behind
TONES = {"plain": "muted", "soon": "warn", "over": "alert"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# What stands before a row about nobody.
SIGNS = {"goal": "target", "step": "target", "request": "hourglass-medium", "promise": "handshake",
         "stage_mentors": "path", "stage_behind": "graduation-cap"}


@dataclass(frozen=True)
class RowFacts:
    """A row with whom it is about, and the letter whose steps it shows."""

    row: Row
    person: Person | None = None
    photo: bytes | None = None
    letter: Letter | None = None


class TodayRow(QWidget):
    """Enter does what the button says, Space opens, S snoozes, Delete dismisses."""

    acted = Signal(object)  # each carries the row
    opened = Signal(object)
    snooze_wanted = Signal(object)
    dismissed = Signal(object)
    menu_wanted = Signal(object, QPoint)
    stepped = Signal(int)
    reached = Signal(object)  # it has the keyboard now

    def __init__(self, facts: RowFacts) -> None:
        super().__init__()
        self.facts = facts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(PROPERTY, False)  # it paints its own ring
        self.setMouseTracking(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.button = Button("", None, "row", self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the row does the same
        self.button.clicked.connect(lambda: self.acted.emit(self.facts.row))
        self._title, self._second = QTextLayout(), QTextLayout()
        self._fitted = -1  # the width that the lines were broken for
        self._highs: dict[int, int] = {}  # width -> height; Qt asks for the same few very often
        self._button_width = 0
        self._hovered = self._on_title = False
        self._is_first, self._is_last = True, True
        self.set_facts(facts)

    @property
    def row(self) -> Row:
        """What it shows."""
        return self.facts.row

    def set_facts(self, facts: RowFacts) -> None:
        """Show other words about the same thing."""
        self.facts = facts
        row = facts.row
        self.button.setText(row.deed.words.replace("&", "&&"))
        self.button.setAccessibleName(tr("{what}: {title}", what=row.deed.words, title=row.title))
        self.setAccessibleName(", ".join(filter(None, (
            row.title, row.line, row.due_words, row.deed.words))))
        self.setAccessibleDescription(row.why)
        self.setToolTip(plain_tooltip(row.why))
        self._measure_again()

    def set_place(self, first: bool, last: bool, button_width: int) -> None:
        """Say where in its card it stands, and how wide the buttons there are."""
        if (first, last, button_width) != (self._is_first, self._is_last, self._button_width):
            self._is_first, self._is_last, self._button_width = first, last, button_width
            self._measure_again()

    # Lines

    def _measure_again(self) -> None:
        self._fitted = -1
        self._highs.clear()
        self._place_button()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._highs:
            self._fit(width)
        return self._highs[width]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(LEAST))

    def _is_wide(self, width: int) -> bool:
        return width >= theme.px(WIDE)

    def _text_room(self, width: int) -> tuple[int, int]:
        """Where the words begin, and how wide they may be."""
        left = theme.px(INSET + AVATAR + GAP)
        right = width - theme.px(GAP) - self._button_width - theme.px(GAP)
        if self._is_wide(width) and self.row.due_words:
            right -= self._due_width() + theme.px(GAP)
        return left, max(theme.px(60), right - left)

    def _due_width(self) -> int:
        self.ensurePolished()
        return QFontMetrics(theme.font("small")).horizontalAdvance(self.row.due_words) + 2

    def _fit(self, width: int) -> None:
        if width == self._fitted:
            return
        self._fitted = width
        room = self._text_room(width)[1]
        title = flat(self.row.title)
        high = _broken(self._title, title, theme.font("row-title"), room, theme.line("row-title"),
                       [_underlined(len(title))] if self._on_title else [])
        pieces = self._pieces(width)
        formats, start = [], 0
        for words, token in pieces:
            formats.append(_colored(start, len(words), theme.color(token)))
            start += len(words)
        high += _broken(self._second, "".join(words for words, _ in pieces), theme.font("small"),
                        room, theme.line("small"), formats)
        if self.facts.letter is not None:
            high += theme.line("small")
        self._highs[width] = max(theme.px(LEAST), high + theme.px(18))

    def _pieces(self, width: int) -> list[tuple[str, str]]:
        row = self.row
        line = flat(row.line)
        if self._is_wide(width) or not row.due_words:
            return [(line, "muted")]
        said = row.due_words[:1].upper() + row.due_words[1:]
        if row.kind == "letter" and row.tone == "plain":
            return [(line, "muted")]  # its line says when
        return [(said, TONES[row.tone]), (f" · {line}" if line else "", "muted")]

    def _place_button(self) -> None:
        hint = self.button.sizeHint()
        wide = max(self._button_width, hint.width()) if self._button_width else hint.width()
        self.button.setFixedSize(wide, hint.height())
        self.button.move(self.width() - theme.px(GAP) - wide,
                         (self.height() - hint.height() + 1) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure_again()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_face(painter)
        left, _ = self._text_room(self.width())
        top = (self.height() - (self._words_high())) / 2
        painter.setPen(theme.color("accent-ink" if self._on_title or self.hasFocus() else "ink"))
        self._title.draw(painter, QPointF(left, top))
        top += _height(self._title, theme.line("row-title"))
        painter.setPen(theme.color("muted"))
        self._second.draw(painter, QPointF(left, top))
        top += _height(self._second, theme.line("small"))
        if self.facts.letter is not None:
            self._paint_steps(painter, QRectF(left, top, self.width(), theme.line("small")))
        if self._is_wide(self.width()) and self.row.due_words:
            right = self.width() - 2 * theme.px(GAP) - self._button_width
            room = QRectF(right - self._due_width(), 0, self._due_width(), self.height())
            paint_line(painter, room, self.row.due_words, theme.font("small"),
                       theme.color(TONES[self.row.tone]), Qt.AlignmentFlag.AlignRight)

    def _words_high(self) -> float:
        letter = theme.line("small") if self.facts.letter is not None else 0
        return (_height(self._title, theme.line("row-title"))
                + _height(self._second, theme.line("small")) + letter)

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        if self.hasFocus() or self._hovered:
            token = "accent-sel" if self.hasFocus() else "hover"
            painter.fillPath(self._shape(area), theme.color(token))
        if not self._is_first:
            painter.fillRect(QRectF(0, 0, area.width(), 1), theme.color("line"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 3, -2, -2), 6, 6)

    def _shape(self, area: QRectF) -> QPainterPath:
        """Rounded where the card is round."""
        path = QPainterPath()
        path.addRoundedRect(area, 7, 7)
        square = QRectF(area)
        if self._is_first:
            square.setTop(area.center().y())
        if self._is_last:
            square.setBottom(area.center().y())
        rest = QPainterPath()
        rest.addRect(square)
        return path if self._is_first and self._is_last else path.united(rest)

    def _paint_face(self, painter: QPainter) -> None:
        side = theme.px(AVATAR)
        place = QRectF(theme.px(INSET), round((self.height() - side) / 2), side, side)
        who = self.facts.person
        if who is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("neutral-tint"))
            painter.drawEllipse(place)
            sign = theme.px(16)
            inside = QRectF(0, 0, sign, sign)
            inside.moveCenter(place.center())
            paint_icon(painter, inside, SIGNS.get(self.row.kind, "circle"),
                       theme.color("neutral-ink"))
            return
        photo = photo_pixmap(self.facts.photo, round(side * self.devicePixelRatioF()))
        paint_avatar(painter, place, who.initials, next(iter(who.roles), None), who.standing,
                     self.hasFocus(), photo)

    def _paint_steps(self, painter: QPainter, room: QRectF) -> None:
        one = self.facts.letter
        assert one is not None
        total = len(letter_steps.steps(one))
        paint_mini_stepper(painter, room, letter_steps.at(one), total)
        room.setLeft(room.left() + theme.px(STEPPER - 17 * (7 - total) + 10))
        paint_line(painter, room, letter_steps.now_words(one), theme.font("micro"),
                   theme.color("muted"))

    # Hands

    def title_rect(self) -> QRectF:
        """Where the title stands, which opens what the row is about."""
        self._fit(self.width())
        left, _ = self._text_room(self.width())
        top = (self.height() - self._words_high()) / 2
        wide = max((self._title.lineAt(n).naturalTextWidth()
                    for n in range(self._title.lineCount())), default=0.0)
        return QRectF(left, top, wide, _height(self._title, theme.line("row-title")))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.row.entry is not None and self.title_rect().contains(event.position()))

    def _point(self, on_title: bool) -> None:
        if on_title != self._on_title:
            self._on_title = on_title
            self._fitted = -1
            shape = Qt.CursorShape.PointingHandCursor if on_title else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._on_title:
            self.opened.emit(self.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.row.entry is not None and not self._on_title:
            self.opened.emit(self.row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.globalPos() if by_mouse else self.mapToGlobal(QPoint(theme.px(54), 30))
        self.menu_wanted.emit(self.row, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if key in ENTER and not held:
            self.button.click()
        elif (key == Qt.Key.Key_Space and not held) or (key in ENTER and control):
            if self.row.entry is not None:
                self.opened.emit(self.row)
        elif key == Qt.Key.Key_S and not held:
            self.snooze_wanted.emit(self.row)
        elif key == Qt.Key.Key_Delete and not held:
            self.dismissed.emit(self.row)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the button wants another size
            self._place_button()
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._hovered = event.type() == QEvent.Type.Enter
            if not self._hovered:
                self._point(False)
            self.update()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.reached.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _broken(
    layout: QTextLayout, text: str, font: QFont, width: int, line_height: int,
    formats: list[QTextLayout.FormatRange],
) -> int:
    """Break a text into lines of a height; how high all of them are, 0 without words."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFont(font)
    layout.setText(text)
    layout.setFormats(formats)
    layout.beginLayout()
    top = 0
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    layout.endLayout()
    return top


def _underlined(length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = 0, length
    look = QTextCharFormat()
    look.setFontUnderline(True)
    made.format = look
    return made


def _height(layout: QTextLayout, line_height: int) -> int:
    return layout.lineCount() * line_height if layout.text() else 0


def _colored(start: int, length: int, color: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setForeground(color)
    made.format = look
    return made
