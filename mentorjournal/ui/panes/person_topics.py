"""The topics of a compact, a row each, one of them open; their order is the person's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.journal import expectations
from mentorjournal.mentoring import expectations as rules
from mentorjournal.ui.panes.person_topic import TopicFacts, TopicRow, columns, measure
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import in_sentence, tr


class TopicTable(QFrame):
    """Reorders by Alt with Up or Down; the focus goes along."""

    talk_wanted = Signal(int)  # a topic's id
    wordings_wanted = Signal(int)
    agenda_wanted = Signal(int)
    removed = Signal(str)  # what is gone, to be brought back
    shown = Signal(QWidget)  # something to scroll to
    left = Signal()  # the keyboard goes on below

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pen, self._name = pen, ""
        self._order: list[int] = []
        self._rows: dict[int, TopicRow] = {}
        self._open: int | None = None
        self.notice = NoticeStrip(icon_name="arrows-clockwise", place="top")
        head = QFrame()
        head.setObjectName("tableHead")
        self._grid = columns(head)
        self._heads = [ElidedLabel("", "small", "muted") for _ in range(5)]
        for place, each in enumerate(self._heads):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(each, 0, place)
        self._grid.addWidget(QWidget(), 0, 5)  # an empty column would have no gap before it
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.notice)
        self._lines.addWidget(head)

    def rows(self) -> list[TopicRow]:
        """The topics in their order."""
        return [self._rows[topic_id] for topic_id in self._order]

    def open_id(self) -> int | None:
        """The topic that is open."""
        return self._open

    def show_topics(self, several: Sequence[TopicFacts], name: str, own: bool) -> None:
        """Show the topics as the journal holds them; `name` is how the other is called."""
        self._name = name
        heads = (tr("Topic"), tr("I expect"), tr("{name} expects", name=in_sentence(name)),
                 tr("We agreed"), tr("How it stands"))
        for head, words in zip(self._heads, heads, strict=True):
            head.setText(words)
        self._drop_missing([one.topic.id for one in several])
        for place, facts in enumerate(several):
            row = self._rows.get(facts.topic.id) or self._make_row(facts)
            row.show_topic(facts, own)
            if self._lines.indexOf(row) != place + 2:  # below the notice and the head
                self._place(row, place + 2)
        self._chain_tabs()

    def measure(self) -> None:
        """Follow another text size."""
        measure(self._grid)

    def forget(self) -> None:
        """Take away all rows, as before another person."""
        self._open = None
        self._drop_missing([])

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for each in self._rows.values():
            if each.details is not None:
                each.details.hand_in()

    def open_topic(self, topic_id: int | None) -> None:
        """Open one topic and close the one that was open; None closes all."""
        self._open = topic_id if topic_id in self._rows else None
        for each in self.rows():
            each.set_open(each.id == self._open)
        self._chain_tabs()

    def open_to_write(self, topic_id: int, is_open: bool = True) -> None:
        """Open a topic and begin to write in it, or close it; the focus goes along."""
        self.open_topic(topic_id if is_open else None)
        row = self._rows.get(topic_id)
        if row is None:
            return
        target = row.details.first() if is_open and row.details is not None else row
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, lambda: self._reveal(topic_id))  # once it has its height

    # Rows

    def _make_row(self, facts: TopicFacts) -> TopicRow:
        row = TopicRow(self._pen, facts, self._name)
        row.open_wanted.connect(self.open_to_write)
        row.move_wanted.connect(self._move)
        row.neighbour_wanted.connect(self._go_on)
        row.remove_wanted.connect(self._remove)
        row.agenda_wanted.connect(self.agenda_wanted)
        row.talk_wanted.connect(self.talk_wanted)
        row.wordings_wanted.connect(self.wordings_wanted)
        self._rows[facts.topic.id] = row
        return row

    def _place(self, row: TopicRow, place: int) -> None:
        """Put a row where it belongs; the focus inside it stays where it is."""
        focused = QApplication.focusWidget()
        self._lines.insertWidget(place, row)
        row.show()
        if focused is not None and _is_in(focused, row):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_missing(self, order: list[int]) -> None:
        """Take away the rows of topics that are gone; the focus goes to what stood there."""
        before, self._order = self._order, order
        for gone in [topic_id for topic_id in self._rows if topic_id not in order]:
            row = self._rows.pop(gone)
            had_focus = _is_in(QApplication.focusWidget(), row)
            self._open = None if self._open == gone else self._open
            row.hide()
            row.deleteLater()
            if had_focus:
                place = before.index(gone)
                near = [i for i in before[place + 1:] + before[:place][::-1] if i in self._rows]
                if near:
                    self._rows[near[0]].setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    self.left.emit()

    def _chain_tabs(self) -> None:
        """Tab goes down the page, whatever order the rows were made in."""
        before: QWidget = self.notice.button()
        for row in self.rows():
            for each in row.tab_chain():
                QWidget.setTabOrder(before, each)
                before = each

    # What one does

    def _reveal(self, topic_id: int) -> None:
        if topic_id in self._rows:
            self.shown.emit(self._rows[topic_id])

    def _go_on(self, topic_id: int, step: int) -> None:
        place = self._order.index(topic_id) + step
        if place == len(self._order):
            self.left.emit()
        elif place >= 0:
            self._rows[self._order[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal(self._order[place])

    def _move(self, topic_id: int, step: int) -> None:
        place = self._order.index(topic_id) + step
        if 0 <= place < len(self._order):
            self.hand_in()
            self._pen.write(expectations.move_topic, topic_id, place)
            self._reveal(topic_id)

    def _remove(self, topic_id: int) -> None:
        self.hand_in()
        name = rules.topic_label(self._rows[topic_id].facts.topic)
        if self._pen.write(expectations.remove_topic, topic_id):
            self.removed.emit(tr("“{topic}” was taken out of the compact.", topic=name))


def _is_in(focused: QWidget | None, row: QWidget) -> bool:
    return focused is not None and (focused is row or row.isAncestorOf(focused))
