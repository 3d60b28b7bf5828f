"""Paints a row of the palette: a sign, a title with the words marked, what else there is of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mentorjournal.journal.search_hits import Marked
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.palette.rows import PaletteRow
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap
from mentorjournal.ui.widgets.label import flat
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.words import tr

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
RIGHT = Qt.AlignmentFlag.AlignRight
HEADING, ONE_LINE, PERSON, TWO_LINES = 32, 36, 40, 54
INSET, EDGE, TEXT_AT, END = 8, 16, 57, 18  # px: the patch, avatars, titles, what is at the right
ICON, AVATAR, LOCK = 16, 28, 13
GAP = 10


class PaletteDelegate(QStyledItemDelegate):
    """Paints `PaletteRow`s, which the model gives for `Role.RECORD`."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.setMouseTracking(True)
        view.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PaletteRow = index.data(Role.RECORD)
        height = HEADING if row.is_heading else TWO_LINES if row.has_two_lines else (
            PERSON if row.person else ONE_LINE)
        return QSize(theme.px(120), theme.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaletteRow = index.data(Role.RECORD)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            room = area.adjusted(theme.px(EDGE), theme.px(6), -theme.px(END), 0)
            paint_line(painter, room, row.title.text, theme.font("label"), theme.color("muted"))
        else:
            selected = bool(option.state & State.State_Selected)
            self._paint_ground(painter, area, option, selected)
            self._paint_sign(painter, area, row, selected)
            self._paint_words(painter, area, row, selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, selected: bool
    ) -> None:
        if not selected and not (
                option.state & State.State_MouseOver and option.state & State.State_Enabled):
            return
        patch = area.adjusted(theme.px(INSET), 0, -theme.px(INSET), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent-sel" if selected else "hover"))
        painter.drawRoundedRect(patch, 6, 6)

    def _paint_sign(
        self, painter: QPainter, area: QRectF, row: PaletteRow, selected: bool
    ) -> None:
        centre = area.left() + theme.px(EDGE) + theme.px(AVATAR) / 2
        middle = area.center().y()
        if row.person:
            side = theme.px(AVATAR)
            place = QRectF(round(centre - side / 2), round(middle - side / 2), side, side)
            photo = photo_pixmap(row.photo, round(side * painter.device().devicePixelRatioF()))
            paint_avatar(painter, place, row.person.initials,
                         row.person.roles[0] if row.person.roles else None,
                         row.person.standing, selected, photo)
        else:
            side = theme.px(ICON)
            if row.has_two_lines:
                middle = area.top() + theme.px(9) + theme.line("row-title") / 2
            place = QRectF(centre - side / 2, middle - side / 2, side, side)
            paint_icon(painter, place, row.icon, theme.color("ink2" if selected else "muted"))

    def _paint_words(
        self, painter: QPainter, area: QRectF, row: PaletteRow, selected: bool
    ) -> None:
        quiet = theme.color("ink2" if selected else "muted")
        room = area.adjusted(theme.px(TEXT_AT), 0, -theme.px(END), 0)
        line = QRectF(room)
        if row.has_two_lines:
            title, small = theme.line("row-title"), theme.line("small")
            top = area.center().y() - (title + small) / 2
            line = QRectF(room.left(), top, room.width(), title)
            self._paint_below(
                painter, QRectF(room.left(), top + title, room.width(), small), row, quiet)
        keys = row.keys or (tr("Enter") if selected and not row.right else "")
        if keys:
            line.setRight(line.right() - _paint_keys(painter, line, keys) - theme.px(GAP))
        if row.right:
            small_font = theme.font("small")
            width = paint_line(painter, line, row.right, small_font, quiet, RIGHT,
                               beside=theme.font("body"))
            line.setRight(line.right() - width - theme.px(GAP))
        ink = theme.color("accent-ink" if row.opens else "muted" if row.is_off else "ink")
        took = paint_marked(painter, line, row.title, "body", ink)
        line.setLeft(line.left() + took + theme.px(GAP))
        if row.second.text and line.width() > theme.px(60):
            paint_marked(painter, line, row.second, "small", quiet)

    def _paint_below(
        self, painter: QPainter, room: QRectF, row: PaletteRow, ink: QColor
    ) -> None:
        """The snippet with where it is from, and the lock of a private one."""
        if row.is_private:
            said = tr("private, never exported")
            width = paint_line(painter, room, said, theme.font("micro"), ink, RIGHT)
            side = theme.px(LOCK)
            left = room.right() - width - side - theme.px(4)
            place = QRectF(left, round(room.center().y() - side / 2), side, side)
            paint_icon(painter, place, "lock-simple", ink)
            room = QRectF(room.left(), room.top(), left - room.left() - theme.px(GAP),
                          room.height())
        if row.where and row.snippet.text:
            took = paint_line(painter, room, f"{row.where}:", theme.font("small"), ink)
            room = room.adjusted(took + theme.px(5), 0, 0, 0)
        if row.snippet.text:
            paint_marked(painter, room, row.snippet, "small", ink)


def paint_marked(
    painter: QPainter, room: QRectF, line: Marked, style: str, ink: QColor
) -> float:
    """One line in `style` with its marks in semibold accent, cut to its room; the width it took.

    It is laid out as a whole, so that scripts that join their letters or run from the right stay
    as they are written.
    """
    font, strong = theme.font(style), theme.font(style)
    strong.setWeight(QFont.Weight(theme.current().semibold))
    text = flat(line.text) if "\n" in line.text else line.text[:600]
    shown = QFontMetricsF(strong if line.marks else font).elidedText(
        text, Qt.TextElideMode.ElideRight, max(0.0, room.width()))
    whole = len(shown) if shown == text else len(shown) - 1
    layout = QTextLayout(shown, font)
    layout.setTextOption(_option(shown))
    formats = [_format(0, len(shown), font, ink)]
    formats += [_format(start, min(end, whole), strong, theme.color("accent-ink"))
                for start, end in line.marks if start < whole]
    layout.setFormats(formats)
    layout.beginLayout()
    laid = layout.createLine()
    laid.setLineWidth(100_000)
    layout.endLayout()
    metrics = QFontMetricsF(theme.font("body"))
    base = round(room.center().y() + metrics.capHeight() / 2) if style == "small" and (
        room.height() > theme.line("small")) else round(
        room.center().y() + QFontMetricsF(font).capHeight() / 2)
    width = laid.naturalTextWidth()
    layout.draw(painter, QPointF(room.left() - laid.naturalTextRect().left(),
                                 base - laid.ascent()))
    return width


def _option(text: str) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _format(start: int, end: int, font: QFont, ink: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(font.weight())
    look.setForeground(ink)
    made.format = look
    return made


def _paint_keys(painter: QPainter, room: QRectF, keys: str) -> float:
    """A key cap at the right end of `room`; its width."""
    font = theme.font("micro")
    width = QFontMetricsF(font).horizontalAdvance(keys) + theme.px(12)
    height = theme.px(20)
    cap = QRectF(room.right() - width, round(room.center().y() - height / 2) + 0.5, width, height)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(cap, 4, 4)
    paint_line(painter, cap, keys, font, theme.color("ink2"), Qt.AlignmentFlag.AlignHCenter)
    return width
