"""Earlier wordings of a topic: what both sides said then, beside what followed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal.between import Expectation, ExpectationVersion
from mentorjournal.journal.wordings import compare
from mentorjournal.mentoring.expectations import topic_label
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import listing, short_day, tr

LONGEST = 2_000  # characters of one text here; the whole is in the topic
Wording = Expectation | ExpectationVersion


def show_wordings(
    parent: QWidget | None, topic: Expectation, versions: Sequence[ExpectationVersion], name: str
) -> None:
    """Show how a topic was worded; `versions` the newest first, `name` the other person's."""
    dialog = TopicWordingsDialog(topic, versions, name, parent)
    dialog.exec()
    dialog.deleteLater()


class TopicWordingsDialog(QDialog):
    """One card for each wording: at the left as it was, at the right as it read afterwards."""

    def __init__(
        self, topic: Expectation, versions: Sequence[ExpectationVersion], name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Earlier wordings"))
        self._sides = (
            ("mine", tr("I expect")), ("theirs", tr("{name} expects", name=name)),
            ("agreed", tr("We agreed")),
        )
        page = QWidget()
        page.setProperty("clear", True)
        self._cards = QVBoxLayout(page)
        self._cards.setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(8))
        self._cards.setSpacing(theme.px(12))
        followed: Wording = topic
        for version in versions:
            self._cards.addWidget(self._card(version, followed, followed is topic))
            followed = version
        self._cards.addStretch(1)
        self._lay_out(topic, page)
        height = page.sizeHint().height() + theme.px(150)  # with what is above and below
        self.resize(theme.px(820), min(height, theme.px(560)))

    def _card(self, then: ExpectationVersion, after: Wording, is_now: bool) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(*(theme.px(n) for n in (15, 11, 15, 13)))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(130))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        day = short_day(then.date, clock.today()) if then.date else tr("an earlier day")
        state = word(then.status).lower() if then.status != "differs" else tr("seen differently")
        title = label(tr("Until {day}: {state}", day=day, state=state), "heading")
        grid.addWidget(title, 0, 0, 1, 2)
        changed = [
            words for name, words in self._sides if getattr(then, name) != getattr(after, name)]
        if changed:
            said = tr("Changed: {what}", what=listing(changed))
            grid.addWidget(label(said, "small", "muted"), 0, 2)
        heads = ("", tr("As it was"), tr("As it is now") if is_now else tr("As it read then"))
        for place, words in enumerate(heads):
            grid.addWidget(label(words, "small", "muted"), 1, place)
        for row, (name, words) in enumerate(self._sides, 2):
            before, later = getattr(then, name) or "", getattr(after, name) or ""
            grid.addWidget(_top(label(words, "small", "muted", wrap=True)), row, 0)
            grid.addWidget(_marked(before, later, "gone", words), row, 1)
            grid.addWidget(_marked(before, later, "new", words), row, 2)
        return card

    def _lay_out(self, topic: Expectation, page: QWidget) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        head.setSpacing(theme.px(4))
        head.addWidget(label(
            tr("Earlier wordings of “{name}”", name=topic_label(topic)), "record-title", wrap=True))
        head.addWidget(label(
            tr("Struck through: no longer there. Underlined: new since then."), "body", "muted",
            wrap=True))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Earlier wordings, newest first"))
        scroll.setWidget(page)
        self.close_button = Button(tr("Close"), kind="primary")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        deeds = QHBoxLayout()
        deeds.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        deeds.addStretch(1)
        deeds.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(deeds)
        scroll.setFocus()


def _marked(before: str, after: str, shown: str, what: str) -> QLabel:
    """One side of a comparison: a line as well as a colour, so that nobody has to tell colours."""
    style = {
        "gone": f"text-decoration: line-through; color: {theme.color('alert').name()}",
        "new": f"text-decoration: underline; color: {theme.color('ok').name()}",
    }[shown]
    own = before if shown == "gone" else after
    parts = [
        _span(text, style) if change == shown else escape(text)
        for change, text in compare(before[:LONGEST], after[:LONGEST]) if change in ("same", shown)
    ]
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)  # only ever our markup; the words are escaped
    made.setWordWrap(True)
    more = " …" if len(own) > LONGEST else ""
    made.setText(("".join(parts) + more).replace("\n", "<br>") if own else escape(tr("empty")))
    if not own:
        made.setProperty("tone", "muted")
    made.setAccessibleName(f"{what}: {own[:LONGEST] or tr('empty')}")
    return _top(made)


def _span(text: str, style: str) -> str:
    """`text` with its mark; the space behind it bears none."""
    words = text.rstrip()
    return f'<span style="{style}">{escape(words)}</span>{escape(text[len(words):])}'


def _top(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
