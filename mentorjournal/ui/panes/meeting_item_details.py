"""The open part of an agenda item: background, question, options, my view, what I hope for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mentorjournal.journal import agenda
from mentorjournal.journal.records import AgendaItem, Goal
from mentorjournal.mentoring import vocabulary
from mentorjournal.mentoring.sides import Preparing
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_asks import AsksEditor
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_options import OptionsEditor
from mentorjournal.ui.panes.meeting_parts import DenseChoice
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import in_sentence, listing, tr

LABELS = 96  # px of the label column (TOKENS §4)


class ItemDetails(QWidget):
    """Everything about an item besides what stands in its row."""

    remove_wanted = Signal()

    def __init__(
        self, pen: Pen, item: AgendaItem, goals: Sequence[Goal], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen, self._id = pen, item.id
        self.background = self._text("background")
        self.question = self._text("question")
        self.options = OptionsEditor(pen, item.id)
        self.view = self._text("my_view")
        self.wanted = self._choice("wanted", tr("No result named"), vocabulary.WANTED)
        self.domain = self._choice("domain", tr("No domain"), vocabulary.DOMAINS)
        self.goal = DenseChoice([], tr("Goal it serves"))
        self.goal.chosen.connect(lambda key: self._edit("goal_id", int(key) if key else None))
        self.strengths = label("", "small", "muted", wrap=True)
        self.asks = AsksEditor(pen, item.meeting_id, item.id)
        self.park = Button(tr("Park for next time"), "push-pin", "row")
        self.park.clicked.connect(self._park)
        self.remove = Button(tr("Remove"), "trash", "row")
        self.remove.clicked.connect(self.remove_wanted)
        self._parked = False
        self._offer_goals(goals)
        self._lay_out()

    def _text(self, name: str) -> GrowingText:
        field = GrowingText()
        field.setProperty("dense", True)
        self._pen.bind(field, agenda.edit_item, "agenda_item", self._id, name)
        return field

    def _choice(self, name: str, none: str, ids: Sequence[str]) -> DenseChoice:
        words = {"wanted": tr("I hope for"), "domain": tr("Domain")}[name]
        box = DenseChoice([("", none), *((one, word(one)) for one in ids)], words)
        box.chosen.connect(lambda key: self._edit(name, key or None))
        return box

    def _offer_goals(self, goals: Sequence[Goal]) -> None:
        named = ((str(goal.id), _short(goal.text)) for goal in goals)
        self.goal.set_choices([("", tr("Serves no goal")), *named], self.goal.current())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(40), 0, theme.px(14), theme.px(12))
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnMinimumWidth(0, theme.px(LABELS))
        grid.setColumnStretch(1, 1)
        sorts = QWidget()
        flow = FlowLayout(sorts, gap=theme.px(8), line_gap=theme.px(6))
        for box in (self.wanted, self.domain, self.goal):
            flow.addWidget(box)
        hopes = QWidget()
        lines = column(hopes, 0)
        lines.addWidget(sorts)
        lines.addWidget(self.strengths)
        self.strengths.setContentsMargins(theme.px(9), 0, 0, theme.px(2))
        deeds = FlowLayout(gap=theme.px(8), line_gap=theme.px(6))
        deeds.setContentsMargins(theme.px(9), theme.px(4), 0, 0)
        deeds.addWidget(self.park)
        deeds.addWidget(self.remove)
        self._parts: dict[str, tuple[QLabel, QWidget]] = {}
        for key, part, inset in (
            ("background", self.background, 6), ("question", self.question, 6),
            ("options", self.options, 6), ("view", self.view, 6), ("hopes", hopes, 8),
            ("asks", self.asks, 7),
        ):
            place = grid.rowCount()
            caption = label("", "small", "muted")
            caption.setContentsMargins(0, theme.px(inset), 0, 0)
            grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, place, 1)
            self._parts[key] = caption, part
        sorts.setContentsMargins(theme.px(9), theme.px(2), 0, theme.px(2))
        grid.addLayout(deeds, grid.rowCount(), 1)

    def _word(self, say: Preparing) -> None:
        """Speak to my mentor, or to somebody I mentor."""
        for key, words in (
            ("background", tr("Background")), ("question", say.question),
            ("options", say.options), ("view", say.view), ("hopes", say.hopes),
            ("asks", tr("Ask ahead")),
        ):
            caption, part = self._parts[key]
            caption.setText(words)
            part.setAccessibleName(words)
        self.background.setPlaceholderText(say.background_example)
        self.question.setPlaceholderText(say.question_example)
        self.view.setPlaceholderText(say.view_example)
        self.wanted.setAccessibleName(say.hopes)

    def show_item(
        self, item: AgendaItem, facts: MeetingFacts, goals: Sequence[Goal], own: bool
    ) -> None:
        """Show what the journal holds."""
        side = facts.side
        self._word(side.preparing)
        show_text(self.background, item.background, own=own)
        show_text(self.question, item.question, own=own)
        show_text(self.view, item.my_view, own=own)
        self.options.show_options(item.options, own, side.preparing.leans)
        self.wanted.set_current(item.wanted)
        self.domain.set_current(item.domain)
        self._offer_goals(goals)
        self.goal.set_current(str(item.goal_id) if item.goal_id else "")
        self.goal.setVisible(bool(goals) and (not side.i_mentor or bool(item.goal_id)))
        known = facts.person.strengths
        self.strengths.setText(tr("{name} is strong at: {strengths}", strengths=listing(known),
                                  name=in_sentence(facts.person.short_name)) if known else "")
        self.strengths.setVisible(bool(known and goals) and not side.i_mentor)
        mine = [ask for ask in facts.asks if ask.item_id == item.id]
        self.asks.show_asks(mine, facts, own)
        self._parked = item.state == "parked"
        self.park.setText(tr("Back on the agenda") if self._parked else tr("Park for next time"))

    def widgets_key(self) -> tuple[tuple[int, ...], ...]:
        """The ids of options and asks in their order."""
        return (
            tuple(line.option_id for line in self.options.rows()),
            tuple(line.ask_id for line in self.asks.rows()),
        )

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        chain: list[QWidget] = [self.background, self.question]
        for option in self.options.rows():
            chain += [option.lean, option.text, option.note, option.drop]
        chain += [self.options.add.edit, self.view, self.wanted, self.domain, self.goal]
        for ask in self.asks.rows():
            chain += [ask.text, ask.minutes, ask.due, ask.link, ask.sent, ask.drop]
        return [*chain, self.asks.add.edit, self.park, self.remove]

    def _park(self) -> None:
        self._edit("state", "planned" if self._parked else "parked")

    def _edit(self, name: str, value: object) -> None:
        merge = f"agenda_item:{self._id}:{name}"
        self._pen.write(agenda.edit_item, self._id, {name: value}, merge=merge)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
