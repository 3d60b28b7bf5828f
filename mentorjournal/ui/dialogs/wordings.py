"""Earlier wordings of a text: each with its day, and what has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal.wordings import Change, Wording, compare
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets import long_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import flat, label
from mentorjournal.ui.widgets.row_delegate import RowDelegate
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import clock_time, short_day, tr, trn

AROUND = 400  # characters shown before and after a change in a long text
WHOLE = 20_000  # characters; a longer text is shown around its changes only


def ask_wording(
    parent: QWidget, name: str, wordings: Sequence[Wording], now: str
) -> str | None:
    """The earlier wording to use for the field called `name`; None when it stays as it is."""
    dialog = WordingsDialog(parent, name, wordings, now)
    answer = dialog.exec()
    dialog.deleteLater()
    return dialog.wording().text if answer == QDialog.DialogCode.Accepted else None


class WordingsDialog(QDialog):
    """The list at the left, the chosen wording with its marks at the right."""

    def __init__(
        self, parent: QWidget | None, name: str, wordings: Sequence[Wording], now: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Earlier wordings"))
        self._wordings, self._now = wordings, now
        self.list = QListWidget()
        self.text = QPlainTextEdit()
        self.says = label("", "small", "muted", wrap=True)
        self.cancel = Button(tr("Keep it as it is"))
        self.use = Button(tr("Use this wording"), kind="primary")
        self.cancel.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)
        self.use.setDefault(True)
        self._fill()
        self._lay_out(name)
        open_at(self, 820, 520)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def wording(self) -> Wording:
        """The one that is chosen."""
        return self._wordings[self.list.currentRow()]

    def _fill(self) -> None:
        self.list.setItemDelegate(RowDelegate(self.list, rounded=False, avatars=False))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in self._wordings:
            item = QListWidgetItem(tr(
                "{day}, {time}", day=short_day(each.at.date(), clock.today()),
                time=clock_time(each.at),
            ))
            item.setData(Role.SECOND, flat(each.text, 80))
            self.list.addItem(item)
        self.list.setAccessibleName(tr("Earlier wordings, newest first"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setAccessibleName(tr("The wording, with what has changed since"))

    def _lay_out(self, name: str) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        keep_width(card, 220)
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(16))
        sides.addWidget(card)
        sides.addWidget(self.text, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.px(8))
        deeds.addWidget(self.says, 1)
        deeds.addWidget(self.cancel)
        deeds.addWidget(self.use)
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(label(
            tr("Earlier wordings of “{name}”", name=name) if name else tr("Earlier wordings"),
            "record-title", wrap=True))
        head.addWidget(label(
            tr("Struck through: no longer there. Underlined: new since then."), "body", "muted",
            wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 16)))
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addLayout(sides, 1)
        column.addLayout(deeds)

    def _show(self) -> None:
        pieces = compare(self.wording().text, self._now)
        gone, new = (_count(pieces, change) for change in ("gone", "new"))
        self.says.setText(tr(
            "{gone} and {new} since then.",
            gone=trn("{n} word is gone", "{n} words are gone", gone),
            new=trn("{n} is new", "{n} are new", new),
        ))
        if sum(len(text) for _, text in pieces) > WHOLE:
            pieces = _around_changes(pieces)
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for change, text in pieces:
            cursor.insertText(long_text.cut(text), _mark(change))
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _mark(change: Change) -> QTextCharFormat:
    """A line as well as a colour, so that nobody has to tell colours apart."""
    mark = QTextCharFormat()
    if change == "gone":
        mark.setFontStrikeOut(True)
        mark.setForeground(theme.color("alert"))
    elif change == "new":
        mark.setFontUnderline(True)
        mark.setForeground(theme.color("ok"))
    else:
        mark.setForeground(theme.color("ink"))
    return mark


def _count(pieces: Sequence[tuple[Change, str]], change: str) -> int:
    return sum(len(text.split()) for what, text in pieces if what == change)


def _around_changes(pieces: Sequence[tuple[Change, str]]) -> list[tuple[Change, str]]:
    """What stayed the same is cut to what stands next to a change, and changes to their ends."""
    shown: list[tuple[Change, str]] = []
    for place, (change, text) in enumerate(pieces):
        ahead = AROUND if place else 0
        behind = AROUND if place < len(pieces) - 1 else 0
        most = ahead + behind if change == "same" else WHOLE
        if len(text) > most + 2:
            first = ahead if change == "same" else WHOLE // 2
            last = behind if change == "same" else WHOLE // 2
            text = f"{text[:first]} […] {text[len(text) - last:]}"
        shown.append((change, text))
    return shown
