"""What somebody sees whose journal is damaged: what is hurt, and the ways back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.words import tr, trn

WIDTH = 752  # px, as the first screen
SHOWN = 2  # backups that are shown at once


@dataclass(frozen=True)
class Offer:
    """A way back: what it is, what it holds, and whether it can be taken."""

    title: str
    text: str
    possible: bool = True


class Choice(QWidget):
    """A radio button with a quiet line below it."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self._text = label("", "small", "muted", wrap=True)
        self._text.setContentsMargins(theme.px(24), 0, 0, 0)
        # Without a height of its own a page that scrolls would squeeze it.
        self.radio.setMinimumHeight(theme.px(20))
        self._text.setMinimumHeight(theme.px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.radio)
        column.addWidget(self._text)
        self.say(offer)

    def say(self, offer: Offer) -> None:
        """Show something else."""
        self.radio.setText(offer.title)
        self.radio.setEnabled(offer.possible)
        self.radio.setAccessibleDescription(offer.text)
        self._text.setText(offer.text)


class RecoveryPane(QWidget):
    """The page for one damaged, empty or vanished journal; nothing happens before a button is."""

    passphrase_given = Signal(str)
    backup_wanted = Signal(int)  # its place in the list
    salvage_wanted = Signal()
    again_wanted = Signal()
    other_wanted = Signal()

    def __init__(
        self, journal: Path, sentence: str, *, backups: Sequence[Offer], is_there: bool,
        opens: bool, asks: bool,
    ) -> None:
        """`opens`: the journal can be opened as it is; `asks`: its passphrase is needed."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._journal, self._is_there = journal, is_there
        if not is_there:
            sentence = f"{sentence} {tr('Nothing is put in its place until you choose.')}"
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("Its passphrase"))
        self.unlock = Button(tr("Look inside"))
        self._wrong = label("", "small", "alert", wrap=True)
        self.backups = [Choice(offer) for offer in backups]
        self.salvage = Choice(Offer(tr("Take what can be saved from the damaged file"), "", False))
        self.older = Button(trn("Show {n} older backup", "Show {n} older backups",
                                len(backups) - SHOWN), "caret-down", "link")
        again = tr("Open it as it is") if opens else tr("Try again")
        self.again = Button(again, "arrows-clockwise", "link")
        self.other = Button(tr("Open another journal…"), "folder-open", "link")
        self.go = Button("", kind="primary")
        self._hurt = QVBoxLayout()
        self._hurt.setSpacing(theme.px(6))
        self._group = QButtonGroup(self)
        self._lay_out(sentence, asks)
        self._wire()
        self._show_choice()

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        if self.passphrase.isVisibleTo(self):
            self.passphrase.setFocus()
            return
        chosen = self._group.checkedButton()
        (chosen or self.again).setFocus()

    # What is known comes bit by bit ---------------------------------------------------------------

    def show_hurt(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """What is hurt and what is not: icon, tone and sentence, a line each."""
        while (item := self._hurt.takeAt(0)) is not None:
            item.widget().deleteLater()
        for icon_name, tone, text in lines:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(IconLabel(icon_name, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(text, wrap=True), 1)
            self._hurt.addWidget(line)

    def show_backup(self, place: int, offer: Offer) -> None:
        """Say what a backup holds."""
        self.backups[place].say(offer)
        self._choose_first()

    def show_salvage(self, offer: Offer) -> None:
        """Say what can be saved."""
        self.salvage.say(offer)
        self._choose_first()

    def show_wrong(self, sentence: str) -> None:
        """Say that the passphrase was wrong."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            self.passphrase.setFocus()
            self.passphrase.selectAll()

    def set_busy(self, busy: bool) -> None:
        """Take no wish while one is being carried out."""
        for each in (self.go, self.again, self.other, self.unlock):
            each.setEnabled(not busy)
        if busy:
            self.go.setText(tr("One moment…"))
        else:
            self._show_choice()

    # How it is put together -----------------------------------------------------------------------

    def _lay_out(self, sentence: str, asks: bool) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        column.setContentsMargins(0, theme.px(48), 0, theme.px(24))
        column.addLayout(self._head(sentence))
        hurt = self._card(tr("What is hurt, and what is not"), self._hurt)
        hurt.setVisible(self._is_there)
        column.addWidget(hurt)
        self.key_card = self._key_card()
        self.key_card.setVisible(asks)
        column.addWidget(self.key_card)
        self.ways = self._ways()
        column.addWidget(self.ways)
        column.addLayout(self._deeds())
        column.addStretch(1)
        body = QWidget()
        body.setProperty("clear", True)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDTH))
        inner.setLayout(column)
        row = QHBoxLayout(body)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self, sentence: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(IconLabel("warning-circle", "alert", 40), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(2))
        lines.addWidget(label(tr("Let us get your journal back"), "welcome"))
        lines.addWidget(label(sentence, "body", wrap=True))
        lines.addWidget(ElidedLabel(_short(self._journal.parent), "small", "muted"))
        row.addLayout(lines, 1)
        return row

    def _card(self, title: str, inside: QVBoxLayout) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(label(title, "heading"))
        column.addLayout(inside)
        return card

    def _key_card(self) -> QFrame:
        inside = QVBoxLayout()
        inside.setSpacing(theme.px(6))
        inside.addWidget(label(
            tr("Give the passphrase to see what its backups hold and what is left of the file."),
            "small", "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.unlock)
        inside.addLayout(row)
        self._wrong.hide()
        inside.addWidget(self._wrong)
        return self._card(tr("Its passphrase"), inside)

    def _ways(self) -> QFrame:
        inside = QVBoxLayout()
        inside.setSpacing(theme.px(14))
        for place, choice in enumerate(self.backups):
            self._group.addButton(choice.radio, place)
            choice.setVisible(place < SHOWN)
            inside.addWidget(choice)
        self.older.setVisible(len(self.backups) > SHOWN)
        inside.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        if not self.backups:
            inside.addWidget(label(tr("There is no backup of this journal on this computer."),
                                   "body", "muted", wrap=True))
        self._group.addButton(self.salvage.radio, len(self.backups))
        self.salvage.setVisible(self._is_there)
        inside.addWidget(self.salvage)
        return self._card(tr("Ways back"), inside)

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(20))
        row.addWidget(self.again)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.go)
        return row

    def _wire(self) -> None:
        self._group.idToggled.connect(lambda place, on: self._show_choice())
        self.older.clicked.connect(self._show_older)
        self.again.clicked.connect(self.again_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.go.clicked.connect(self._go)
        self.unlock.clicked.connect(self._give)
        self.passphrase.returnPressed.connect(self._give)

    def _give(self) -> None:
        if self.passphrase.text():
            self.passphrase_given.emit(self.passphrase.text())

    def _show_older(self) -> None:
        for choice in self.backups:
            choice.show()
        self.older.hide()
        self.backups[SHOWN].radio.setFocus()

    def _choose_first(self) -> None:
        """Choose the newest backup that can be taken, else what can be saved."""
        chosen = self._group.checkedButton()
        if chosen is None or not chosen.isEnabled():
            for choice in (*self.backups, self.salvage):
                if choice.radio.isEnabled():
                    choice.radio.setChecked(True)
                    break
        self._show_choice()

    def _show_choice(self) -> None:
        chosen = self._group.checkedId()
        radio = self._group.checkedButton()
        self.go.setText(
            tr("Save what can be saved") if chosen == len(self.backups)
            else tr("Go back to this backup"))
        self.go.setEnabled(radio is not None and radio.isEnabled())

    def _go(self) -> None:
        chosen = self._group.checkedId()
        if chosen == len(self.backups):
            self.salvage_wanted.emit()
        else:
            self.backup_wanted.emit(chosen)


def _short(folder: Path) -> str:
    """Where a folder is, as people say it."""
    home, shown = str(Path.home()), str(folder)
    return "~" + shown[len(home):] if shown.startswith(home) else shown
