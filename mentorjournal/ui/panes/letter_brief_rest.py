"""The growth point, chosen from feedback that something came of, and context with its tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal.journal import letters
from mentorjournal.ui.panes.letter_brief_facts import BriefFacts, growth_draft, loop_words
from mentorjournal.ui.panes.letter_brief_parts import BriefPen, Section
from mentorjournal.ui.pen import show_text
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, wrapped
from mentorjournal.words import tr


class Growth(QWidget):
    """One thing I worked on; nothing stands in the brief unless it is chosen."""

    def __init__(self, pen: BriefPen, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._letter = pen, letter_id
        self._facts: BriefFacts | None = None
        self._offered: object = None
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(tr("Growth: one thing I worked on"))
        self.choice.chosen.connect(self._choose)
        self.words = GrowingText(
            tr("What I was told, what I did, and what came of it"), quiet=False, most_lines=16)
        self.words.setAccessibleName(tr("Growth, in my words"))
        pen.bind(self.words, letters.edit, "letter", letter_id, "growth_words")
        self.none = wrapped(tr(
            "Only feedback that you acted on can be chosen here, and there is none yet."),
            "small", "muted")
        lines = column(self)
        lines.addWidget(Section(
            tr("Growth: one thing I worked on"), self.choice, [],
            [self.words, pen.look(self.words), self.none]))

    def show_facts(self, facts: BriefFacts, own: bool) -> None:
        """Show what the journal holds."""
        self._facts = facts
        chosen = facts.letter.growth_feedback_id
        if facts.loops is not self._offered or str(chosen or "") != self.choice.current():
            self._offer(facts, str(chosen or ""))
        self.words.setVisible(chosen is not None)
        show_text(self.words, facts.letter.growth_words, own=own)

    def _offer(self, facts: BriefFacts, chosen: str) -> None:
        self._offered = facts.loops
        loops = [(str(one.id), loop_words(facts, one)) for one in facts.loops]
        if chosen and chosen not in dict(loops):
            loops.append((chosen, tr("Feedback that is open again")))
        self.choice.set_choices([("", tr("Nothing in this brief")), *loops], chosen)
        self.choice.setVisible(bool(loops))
        self.none.setVisible(not loops)

    def _choose(self, key: str) -> None:
        """First words are drafted from the entry, where nothing of one's own stands there yet."""
        if self._facts is None:
            return
        self.words.commit()
        values: dict[str, object] = {"growth_feedback_id": int(key) if key else None}
        entry = next((one for one in self._facts.loops if str(one.id) == key), None)
        now = self.words.text().strip()
        before = self._facts.letter.growth_feedback_id
        drafts = [growth_draft(self._facts, one) for one in self._facts.loops if one.id == before]
        if entry is not None and (not now or now in drafts):
            values["growth_words"] = growth_draft(self._facts, entry)
        self._pen.write(letters.edit, self._letter, values)


class Context(QWidget):
    """Something sensitive, which stays private until its tick lets the writer use it."""

    def __init__(self, pen: BriefPen, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._letter = pen, letter_id
        self.words = GrowingText(
            tr("Such as a leave, or an illness in the family"), quiet=False, most_lines=16)
        pen.bind(self.words, letters.edit, "letter", letter_id, "context")
        self.allowed = QCheckBox(tr("The writer may use this"))
        self.allowed.clicked.connect(self._allow)
        self.state = label("", "micro", "muted")
        lines = column(self)
        lines.addWidget(Section(
            tr("Context"), self.words, [self.state], [pen.look(self.words)],
            icon_name="lock-simple"))
        lines.addWidget(self.allowed, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: BriefFacts, own: bool) -> None:
        """Show what the journal holds."""
        allowed = facts.letter.context_allowed
        show_text(self.words, facts.letter.context, own=own)
        self.allowed.setChecked(allowed)
        self.state.setText(
            tr("stands in the brief") if allowed else tr("private until you tick"))
        dress(self.state, "micro", "warn" if allowed else "muted")
        self.words.setAccessibleDescription(self.state.text())

    def _allow(self, allowed: bool) -> None:
        self.words.commit()
        if not self._pen.write(letters.edit, self._letter, {"context_allowed": allowed}):
            self.allowed.setChecked(not allowed)
