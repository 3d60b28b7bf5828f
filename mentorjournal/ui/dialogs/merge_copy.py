"""Before two copies become one: what comes over, what goes, and which of two wordings stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.journal import nouns
from mentorjournal.journal.merging import BOTH, MINE, THEIRS, Comparison, Question
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.words import clock_time, long_day, tr, trn

MOST_ASKED = 40  # questions shown; of more, the later wording stays
WIDTH = 720
LEAST_HEIGHT = 480  # of the dialog, however low the window is
SHORT, LINES = 500, 8  # characters and lines of a wording that is shown without scrolling


def ask_merge(parent: QWidget, found: Comparison, take: Take) -> bool:
    """Show what was found; `take` gets {"choices": …} for merging.merge. Whether it was merged."""
    dialog = MergeCopyDialog(parent, found)
    dialog.take = take
    return dialog.exec() == MergeCopyDialog.DialogCode.Accepted


class MergeCopyDialog(FormDialog):
    """Counts first, then each question with both wordings side by side."""

    def __init__(self, parent: QWidget | None, found: Comparison) -> None:
        super().__init__(
            tr("Merge another copy"), parent, ok=tr("Merge"), intro=_intro(found))
        self.setMinimumWidth(theme.px(WIDTH))
        self.add_wide(_Counts(found))
        asked = found.questions[:MOST_ASKED]
        if asked:
            self.add_heading(tr("Which wording stays?"))
            self.add_wide(label(_advice(len(found.questions) - len(asked)), "small", "muted",
                                wrap=True))
        self.cards = [self.add_wide(QuestionCard(each)) for each in asked]
        self.add_wide(label(
            tr("A backup is made first, and Undo takes all of it back."), "small", "muted"))
        self.fill_in()
        self.ensurePolished()
        self.resize(self.sizeHint())  # left to itself, Qt takes what the labels want
        self.ok_button().setFocus()

    def sizeHint(self) -> QSize:
        """No higher than the window it belongs to: what is asked scrolls."""
        wanted, parent = super().sizeHint(), self.parentWidget()
        if parent is None:
            return wanted
        most = max(parent.window().height(), theme.px(LEAST_HEIGHT))
        return wanted.boundedTo(QSize(wanted.width(), most))

    def values(self) -> dict[str, Any]:
        return {"choices": {card.question.key: card.choice() for card in self.cards}}


def _intro(found: Comparison) -> str:
    at = _moment(found.parted_at)
    if not at:
        return tr("What only “{name}” has will be added.", name=found.name)
    return tr("“{name}” and this journal were the same until {moment}.",
              name=found.name, moment=at)


def _advice(unasked: int) -> str:
    advice = tr("Both copies changed these. The later wording is chosen here; the other one stays "
                "in the history of the entry.")
    if not unasked:
        return advice
    return advice + " " + trn(
        "For {n} more, the later wording stays.", "For {n} more, the later wordings stay.", unasked)


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    return tr("{day}, {time}", day=long_day(at.date()), time=clock_time(at))


class _Counts(QFrame):
    """What is added, changed and removed, a line each."""

    def __init__(self, found: Comparison) -> None:
        super().__init__()
        self.setProperty("card", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, (heading, words, names) in enumerate(_lines(found)):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(heading, "small", "muted"), row, 0, top)
            cell = QVBoxLayout()
            cell.setSpacing(theme.px(2))
            cell.addWidget(label(words, wrap=True))
            for name in names:
                cell.addWidget(ElidedLabel(name, "small", "muted"))
            grid.addLayout(cell, row, 1)


def _lines(found: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    """What happens, how much of it, and the names of the first few entries."""
    lines = [
        (tr("Will be added"), nouns.counted(found.new), found.new_names),
        (tr("Will be changed"), nouns.counted(found.changed), ()),
        (tr("Will be removed, as in the other copy"), nouns.counted(found.gone), found.gone_names),
    ]
    shown = [line for line in lines if line[1]]
    return shown or [(
        tr("Will be changed"), tr("Nothing but the wordings below") if found.questions
        else tr("The order of some lists, and small things"), ())]


class QuestionCard(QFrame):
    """One field of one entry, as both copies have it; the later one is chosen to begin with."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.setProperty("card", True)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(ElidedLabel(question.title, "heading"))
        head.addWidget(label(question.field, "small", "muted"))
        column.addLayout(head)
        sides = QGridLayout()
        sides.setHorizontalSpacing(theme.px(16))
        sides.setVerticalSpacing(theme.px(6))
        for place, (key, words, text, at) in enumerate((
            (MINE, tr("This journal"), question.mine, question.mine_at),
            (THEIRS, tr("The other copy"), question.theirs, question.theirs_at),
        )):
            sides.setColumnStretch(place, 1)
            sides.addWidget(self._choice(key, words), 0, place)
            said = self._when(at, is_later=key == question.suggested)
            sides.addWidget(label(said, "small", "muted"), 1, place)
            sides.addWidget(self._wording(text, words), 2, place)
        column.addLayout(sides)
        if question.may_keep_both:
            column.addWidget(self._choice(BOTH, tr("Keep both, one below the other")))
        self._buttons[question.suggested].setChecked(True)

    def choice(self) -> str:
        """Which wording stays."""
        return next(key for key, each in self._buttons.items() if each.isChecked())

    def choose(self, key: str) -> None:
        """Choose a wording, as a click does."""
        self._buttons[key].click()

    def _when(self, at: datetime | None, *, is_later: bool) -> str:
        """The minute; of two wordings of the same minute also which one is the later."""
        said = _moment(at)
        same = said and _moment(self.question.mine_at) == _moment(self.question.theirs_at)
        return tr("{moment}, the later one", moment=said) if same and is_later else said

    def _choice(self, key: str, words: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setAccessibleName(tr(
            "{words}: {field}, {title}", words=words, field=self.question.field,
            title=self.question.title[:120]))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _wording(self, text: str, words: str) -> QWidget:
        if not text:
            return label(tr("Empty"), tone="muted")
        if len(text) <= SHORT and text.count("\n") < LINES:
            shown = label(text, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            return shown
        shown = GrowingText(quiet=False, least_lines=LINES, most_lines=LINES)
        shown.set_text_quietly(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(words)
        return shown
