"""The two steps of a look at where I stand: rating topics in groups, and needs to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from mentorjournal.journal.self_looks import Look
from mentorjournal.mentoring import needs as need_rules
from mentorjournal.mentoring import self_look as rules
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.mentoring.self_look import OTHER, Mark
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import breakable, column, row
from mentorjournal.ui.widgets.rating_field import RatingField
from mentorjournal.words import tr

LAST = 132  # px of what was said the last time
OWN = 240  # px of the field for a topic of one's own


class TopicsStep(QWidget):
    """Topics in small groups, each with five marks for now and five for wanted."""

    changed = Signal()

    def __init__(self, last: Look | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[RatingField, RatingField]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(3, theme.px(LAST) if last else 0)
        self._last = last
        self._own_before = next((one.words for one in last.marks if one.topic == OTHER), "") if (
            last) else ""
        for words, topics in rules.groups():
            self._add_heading(words)
            for topic in topics:
                self._add_topic(topic, label(rules.topic_words(topic)))
        self._add_heading(tr("Something else"))
        self.own = QLineEdit(placeholderText=tr("A topic of your own"))
        self.own.setAccessibleName(tr("A topic of your own"))
        self.own.setMaxLength(LONGEST_LINE)
        self.own.setMinimumWidth(theme.px(OWN))
        self.own.textChanged.connect(lambda _text: self.changed.emit())
        self._add_topic(OTHER, self.own)
        if self._own_before:
            self.own.setText(self._own_before)

    def _add_heading(self, words: str) -> None:
        place = self._grid.rowCount()
        heading = label(words, "heading")
        heading.setContentsMargins(0, theme.px(8) if place > 1 else 0, 0, 0)
        self._grid.addWidget(heading, place, 0)
        if place == 1:
            for at, said in ((1, tr("Now")), (2, tr("Wanted")), (3, tr("Last time"))):
                if at < 3 or self._last:
                    self._grid.addWidget(label(said, "label", "muted"), place, at)

    def _add_topic(self, topic: str, words: QWidget) -> None:
        place = self._grid.rowCount()
        name = rules.topic_words(topic) if topic != OTHER else tr("A topic of your own")
        now = RatingField(tr("{topic}, now", topic=name))
        wanted = RatingField(tr("{topic}, wanted", topic=name))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(words, place, 0, middle if topic != OTHER else
                             middle | Qt.AlignmentFlag.AlignLeft)
        for at, field in ((1, now), (2, wanted)):
            field.value_changed.connect(self.changed)
            self._grid.addWidget(field, place, at, middle)
        self._fields[topic] = now, wanted
        before = self._before(topic)
        if before:
            self._grid.addWidget(label(before, "small", "muted"), place, 3, middle)

    def _before(self, topic: str) -> str:
        """What was said the last time."""
        one = next((mark for mark in self._last.marks if mark.topic == topic), None) if (
            self._last) else None
        if one is None:
            return ""
        if one.now is None or one.wanted is None:
            return need_rules.standing_words(one.now, one.wanted)
        return tr("{now}, wanted {wanted}", now=one.now, wanted=one.wanted)

    def fields(self) -> list[RatingField]:
        """All marks in their order."""
        return [field for pair in self._fields.values() for field in pair]

    def field(self, topic: str) -> tuple[RatingField, RatingField]:
        """The marks of a topic: now and wanted."""
        return self._fields[topic]

    def marks(self) -> Iterator[Mark]:
        """What is said of every topic."""
        for topic, (now, wanted) in self._fields.items():
            words = " ".join(self.own.text().split()) if topic == OTHER else ""
            yield Mark(topic, now.value(), wanted.value(), words)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Say this of the topics."""
        for one in marks:
            if one.topic in self._fields:
                now, wanted = self._fields[one.topic]
                now.set_value(one.now)
                wanted.set_value(one.wanted)
            if one.topic == OTHER:
                self.own.setText(one.words)

    def own_is_missing(self) -> bool:
        """Whether a topic of one's own was rated without being named."""
        return any(one.topic == OTHER and one.is_said and not one.words for one in self.marks())


class NeedsStep(QWidget):
    """What is far away, each a line to tick that becomes a need in one's own words."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Mark, QCheckBox, GrowingText]] = []
        outer = column(self, 10)
        outer.addWidget(label(
            tr("Which of them do you want help with? Say it in your own words. "
               "None is fine too: the look is kept either way."), "body", "muted", wrap=True))
        self._column = column(gap=12)
        outer.addLayout(self._column)
        self.known = label("", "small", "muted", wrap=True)
        outer.addWidget(self.known)
        outer.addStretch(1)

    def show_known(self, known: Sequence[tuple[Mark, str]]) -> None:
        """Say which topics have brought a need already: it is not made twice."""
        self.known.setText("\n".join(breakable(tr(
            "{topic}: already among your needs, as {need}",
            topic=rules.topic_words(one.topic, one.words), need=quoted(text)))
            for one, text in known))
        self.known.setVisible(bool(known))

    def offer(self, marks: Sequence[Mark]) -> None:
        """Offer these; what was said of one that is offered again stays."""
        said = {one: (tick.isChecked(), text.text()) for one, tick, text in self._lines}
        if list(said) == list(marks):
            return
        known = {one.topic: each for one, each in said.items()}
        while self._column.count():
            old = self._column.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self._lines = []
        for one in marks:
            self._add(one, *known.get(one.topic, (True, rules.offered_need(one))))

    def _add(self, mark: Mark, ticked: bool, text: str) -> None:
        name = rules.topic_words(mark.topic, mark.words)
        tick = QCheckBox()
        tick.setChecked(ticked)
        tick.setAccessibleName(tr("Make a need of: {topic}", topic=name))
        field = GrowingText(tr("In your own words"), quiet=False, most_lines=4)
        field.setAccessibleName(tr("The need, in your own words: {topic}", topic=name))
        field.set_text_quietly(text)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tick.toggled.connect(field.setEnabled)
        field.setEnabled(ticked)
        for signal in (tick.toggled, field.textChanged):
            signal.connect(lambda *_: self.changed.emit())
        box = QWidget()
        parts = row(box, 10)
        parts.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        tick.setContentsMargins(0, 0, 0, 0)
        words = column(gap=4)
        said = need_rules.standing_words(mark.now, mark.wanted)
        words.addWidget(label(
            breakable(tr("{topic}: {said}", topic=name, said=said)), "label", "ink2", wrap=True))
        words.addWidget(field)
        parts.addLayout(words, 1)
        self._column.addWidget(box)
        self._lines.append((mark, tick, field))

    def lines(self) -> list[tuple[QCheckBox, GrowingText]]:
        """The tick and the words of each."""
        return [(tick, text) for _, tick, text in self._lines]

    def chosen(self) -> dict[str, str]:
        """The needs that are ticked, in their words, by topic."""
        return {one.topic: text.text().strip() for one, tick, text in self._lines
                if tick.isChecked()}

    def said(self) -> list[tuple[str, bool, str]]:
        """Topic, tick and words of each, as a draft keeps them."""
        return [(one.topic, tick.isChecked(), text.text()) for one, tick, text in self._lines]

    def set_said(self, said: Sequence[tuple[str, bool, str]]) -> None:
        """Show what a draft kept."""
        kept = {topic: (ticked, text) for topic, ticked, text in said}
        for one, tick, text in self._lines:
            if one.topic in kept:
                tick.setChecked(kept[one.topic][0])
                text.set_text_quietly(kept[one.topic][1])

    def focus_first(self) -> None:
        """Put the keyboard on the first line."""
        if self._lines:
            self._lines[0][1].setFocus(Qt.FocusReason.OtherFocusReason)
