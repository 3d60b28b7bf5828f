"""Rows of lists: an avatar, two lines, a word at the right; and headings between groups of rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import paint_avatar, photo_pixmap
from mentorjournal.ui.widgets.label import flat, plain_tooltip
from mentorjournal.ui.widgets.painted_text import (
    paint_line,
    paint_pieces,
    pieces_text,
    split_pieces,
)

Index = QModelIndex | QPersistentModelIndex
AVATAR = 28
INSET = 8
SECTION_HEIGHT = 31
State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """Paints what the roles of `Role` say; DisplayRole is the first line.

    SECOND and RIGHT may be a text, or pieces of (text, token of its colour). With `rounded` the
    selected row is a rounded patch; without, rows reach both edges and lines part them.
    """

    def __init__(
        self, view: QAbstractItemView, *, rounded: bool = True, height: int = 52,
        avatars: bool = True,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._rounded = rounded
        self._height = height
        self._avatars = avatars
        view.setMouseTracking(True)
        view.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        section = index.data(Role.SECTION)
        height = theme.px(SECTION_HEIGHT if section else self._height)
        if section and index.row() == 0:
            height += theme.px(5)
        return QSize(theme.px(120), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if index.data(Role.SECTION):
            self._paint_section(painter, area, index)
        else:
            self._paint_ground(painter, area, option, index)
            self._paint_row(painter, area, option, index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole of a row whose lines were cut; else what the model says."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            own = index.data(Qt.ItemDataRole.ToolTipRole)
            words = str(own) if own else self._cut_words(option, index)
            QToolTip.showText(event.globalPos(), plain_tooltip(words), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_section(self, painter: QPainter, area: QRectF, index: Index) -> None:
        room = area.adjusted(theme.px(2 * INSET), 0, -theme.px(2 * INSET), 0)
        room.setTop(area.bottom() - theme.px(SECTION_HEIGHT - 3))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or index.data(Role.SECTION))
        paint_line(painter, room, words, theme.font("label"), theme.color("muted"))

    def _paint_ground(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        token = ""
        if option.state & State.State_Selected:
            token = "accent-sel"
        elif option.state & State.State_MouseOver and option.state & State.State_Enabled:
            token = "hover"
        patch = area.adjusted(theme.px(INSET), 0, -theme.px(INSET), 0) if self._rounded else area
        if token:
            painter.fillPath(self._patch_path(patch, index), theme.color(token))
        if not self._rounded and index.row() > 0:
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), theme.color("line"))
        if option.state & State.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(patch.adjusted(1, 1, -1, -1), 6, 6)

    def _patch_path(self, patch: QRectF, index: Index) -> QPainterPath:
        """Rounded; in a list that fills a card only where the card is round."""
        path = QPainterPath()
        if self._rounded:
            path.addRoundedRect(patch, 6, 6)
            return path
        path.addRoundedRect(patch, 7, 7)
        last = index.model().rowCount() - 1
        middle = patch.center().y()
        square = QRectF(patch)
        if index.row() == 0:
            square.setTop(middle)
        if index.row() == last:
            square.setBottom(middle)
        rest = QPainterPath()
        rest.addRect(square)
        return path if index.row() == 0 == last else path.united(rest)

    def _paint_row(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        selected = bool(option.state & State.State_Selected)
        room = self._text_room(area)
        if self._avatars:
            self._paint_avatar(painter, area, index, selected)
        right = index.data(Role.RIGHT)
        if right:
            small = theme.font("small")
            width = QFontMetricsF(small).horizontalAdvance(pieces_text(right)) + 1
            width = min(width, room.width() / 2)
            end = QRectF(room.right() - width, room.top(), width, room.height())
            paint_pieces(painter, end, right, small)
            room.setRight(room.right() - width - theme.px(12))
        self._paint_lines(painter, room, index, selected)

    def _paint_lines(
        self, painter: QPainter, room: QRectF, index: Index, selected: bool
    ) -> None:
        second = index.data(Role.SECOND)
        title_line, small_line = theme.line("row-title"), theme.line("small")
        font = theme.font("heading" if selected else "row-title")
        ink = theme.color("accent-ink" if selected else "ink")
        top = room.center().y() - (title_line + (small_line if second else 0)) / 2
        first_room = QRectF(room.left(), top, room.width(), title_line)
        paint_line(painter, first_room, str(index.data() or ""), font, ink)
        if second:
            tone = str(index.data(Role.TONE) or "muted")
            pieces = split_pieces(second, tone)
            if selected:  # muted is too faint on the selected ground
                pieces = [(text, "ink2" if token == "muted" else token) for text, token in pieces]
            second_room = QRectF(room.left(), top + title_line, room.width(), small_line)
            paint_pieces(painter, second_room, pieces, theme.font("small"))

    def _paint_avatar(
        self, painter: QPainter, area: QRectF, index: Index, selected: bool
    ) -> None:
        side = theme.px(AVATAR)
        place = QRectF(area.left() + theme.px(2 * INSET), area.center().y() - side / 2, side, side)
        place.moveTop(round(place.top()))
        photo = photo_pixmap(
            index.data(Role.PHOTO), round(side * painter.device().devicePixelRatioF())
        )
        paint_avatar(
            painter, place, str(index.data(Role.INITIALS) or ""), index.data(Role.ROLE),
            str(index.data(Role.STANDING) or "mentor"), selected, photo,
        )

    def _text_room(self, area: QRectF) -> QRectF:
        left = theme.px(2 * INSET)
        if self._avatars:
            left += theme.px(AVATAR) + theme.px(10)
        return area.adjusted(left, 0, -theme.px(2 * INSET), 0)

    def _cut_words(self, option: QStyleOptionViewItem, index: Index) -> str:
        """Both lines in full, or "" when nothing of them was cut."""
        room = self._text_room(QRectF(option.rect)).width()
        title, second = str(index.data() or ""), pieces_text(index.data(Role.SECOND) or "")
        right = pieces_text(index.data(Role.RIGHT) or "")
        small = QFontMetricsF(theme.font("small"))
        if right:
            room -= min(small.horizontalAdvance(flat(right)), room / 2) + theme.px(12)
        fits = (
            QFontMetricsF(theme.font("heading")).horizontalAdvance(flat(title)) <= room
            and small.horizontalAdvance(flat(second)) <= room
        )
        return "" if fits else "\n".join(words for words in (title, second, right) if words)
