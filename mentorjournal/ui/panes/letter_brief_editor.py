"""The words of a brief: why, how they know me, strengths with evidence, growth and context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import letters
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import brief
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.settings import SECOND_LOOK, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.panes import letter_brief_facts as reading
from mentorjournal.ui.panes.letter_brief_facts import BriefFacts
from mentorjournal.ui.panes.letter_brief_parts import BriefPen, Section, WarnLine
from mentorjournal.ui.panes.letter_brief_rest import Context, Growth
from mentorjournal.ui.panes.letter_brief_strengths import StrengthList
from mentorjournal.ui.pen import show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import listing, tr

GAP = 18  # px between sections


class BriefEditor(QWidget):
    """Shows one letter; as high as what it shows, to stand in a page that scrolls."""

    wished = Signal(str, int)  # "pick" with a strength's id, "pick_any" or "grid" with the letter's
    refused = Signal(str)  # the journal did not take something; its sentence
    typed = Signal()  # some text has another letter; it may not be handed in yet
    shown = Signal(QWidget)  # something to scroll to

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.journal, self.settings = journal, settings
        self.pen = BriefPen(journal, settings, self)
        self.pen.refused.connect(self.refused)
        self.pen.typed.connect(self.typed)
        self.page: BriefPage | None = None
        self._loops: Sequence[Feedback] | None = None  # closed ones; there may be thousands
        self._lines: QVBoxLayout = column(self)

    def letter_id(self) -> int | None:
        """The letter that is shown."""
        return self.page.letter_id if self.page else None

    def show_letter(self, letter_id: int | None) -> None:
        """Show another letter, or none; what is being typed for the one before is handed in."""
        if letter_id == self.letter_id():
            self._refresh(own=False)
            return
        self.hand_in()
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None
        if letter_id is not None:
            self.page = BriefPage(self, letter_id)
            self._lines.addWidget(self.page)
            self._refresh(own=False)

    def take_changes(self, changes: Changes) -> None:
        """Show what has changed of the letter, or of what stands around it."""
        if self.page is not None and changes.touches(*reading.TABLES):
            if changes.touches("feedback", "person"):
                self._loops = None
            self._refresh(own=changes.origin is self.pen)

    def hand_in(self) -> None:
        """Hand in now what was typed, as before printing."""
        for field in self.findChildren(GrowingText):
            field.commit()

    def show_strength(self, quality_id: int) -> None:
        """Unfold a strength and go to it."""
        card = self.page.strengths.card(quality_id) if self.page else None
        if card is not None:
            card.set_open(True)
            card.claim.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(card)

    def show_picked(self, quality_id: int) -> None:
        """Unfold a strength that got evidence, where the next piece can be picked."""
        card = self.page.strengths.card(quality_id) if self.page else None
        if card is not None:
            card.set_open(True)
            card.pick.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(card)

    def _refresh(self, own: bool) -> None:
        if self.page is None:
            return
        try:
            facts = reading.read(
                self.journal, self.page.letter_id, clock.today(), self._loops)
        except JournalError:  # it was removed meanwhile
            self.page.hide()
            self.page.deleteLater()
            self.page = None
            return
        self._loops = facts.loops
        self.pen.names = tuple(one.name for one in facts.everybody)
        self.page.show_facts(facts, own)


class BriefPage(QWidget):
    """Made for one letter; its fields hand in their texts by the editor's pen."""

    def __init__(self, editor: BriefEditor, letter_id: int) -> None:
        super().__init__(editor)
        self.letter_id, self._pen, self._settings = letter_id, editor.pen, editor.settings
        self._facts: BriefFacts | None = None
        self.texts: dict[str, GrowingText] = {}
        lines = column(self, gap=GAP)
        lines.addWidget(self._section("why", tr("Why this matters"), tr(
            "What it would change, in two or three lines")))
        lines.addWidget(self._section("why_you", tr("Why you"), tr(
            "What this writer can say that nobody else can")))
        lines.addWidget(self._known_section())
        lines.addWidget(self._strengths_section(editor))
        self.unnamed = WarnLine()
        lines.addWidget(self._section("evidence_unknown", tr("Evidence they could not know"), tr(
            "Papers, talks, teaching numbers, grants"), below=[self.unnamed]))
        self.growth = Growth(self._pen, letter_id)
        self.context = Context(self._pen, letter_id)
        lines.addWidget(self.growth)
        lines.addWidget(self.context)
        lines.addWidget(self._section("leave_out", tr("Rather leave out"), tr(
            "What you would rather not see in the letter")))
        self.from_grid = Button(tr("Fill in from the other briefs"), None, "link")
        self.from_grid.clicked.connect(self._fill_others)
        lines.addWidget(self._section(
            "others_writing", tr("Others writing, and what they cover"), tr(
                "Such as Dr. Brandt: the analysis"), [self.from_grid]))
        lines.addWidget(PrivateMark(tr(
            "First reactions and private notes are never offered as evidence.")))
        lines.addStretch(1)
        self.destroyed.connect(
            self._settings.listen(SECOND_LOOK, lambda _on: self._show_unnamed()))

    def _section(
        self, name: str, words: str, hint: str, deeds: list[QWidget] | None = None,
        below: list[QWidget] | None = None,
    ) -> Section:
        field = GrowingText(hint, quiet=False, most_lines=16)
        self._pen.bind(field, letters.edit, "letter", self.letter_id, name)
        self.texts[name] = field
        return Section(words, field, deeds or [], [self._pen.look(field), *(below or [])])

    def _known_section(self) -> Section:
        self.together = wrapped("", "small", "muted")
        self.begin = Button(tr("Begin with a first sentence"), None, "link")
        self.begin.clicked.connect(self._begin_known)
        return self._section(
            "how_known", tr("How you know me"), tr("Since when, in what role, how closely"),
            [self.begin], [self.together])

    def _strengths_section(self, editor: BriefEditor) -> Section:
        self.strengths = StrengthList(self._pen, self.letter_id)
        self.strengths.setAccessibleName(tr("Strengths, each with evidence"))
        self.strengths.pick_wanted.connect(lambda which: editor.wished.emit("pick", which))
        self.strengths.shown.connect(editor.shown)
        self.grid = Button(tr("Who covers what"), None, "link")
        self.grid.clicked.connect(lambda: editor.wished.emit("grid", self.letter_id))
        self.pick = Button(tr("Pick evidence"), "plus", "link")
        self.pick.clicked.connect(lambda: editor.wished.emit("pick_any", self.letter_id))
        self.unanswered = WarnLine()
        self.many = wrapped("", "small", "muted")
        return Section(
            tr("Strengths, each with evidence"), self.strengths, [self.grid, self.pick],
            [self.unanswered, self.many])

    def show_facts(self, facts: BriefFacts, own: bool) -> None:
        """Show what the journal holds."""
        self._facts = facts
        for name, field in self.texts.items():
            show_text(field, getattr(facts.letter, name), own=own)
        set_wrapped(self.together, reading.together_words(facts))
        self.begin.setVisible(bool(self._first_sentence()))
        self.strengths.show_strengths(facts, own)
        self.grid.setVisible(bool(facts.beside))
        open_ones = brief.criteria_without(facts.letter.criteria, facts.strengths)
        self.unanswered.say(tr("No strength answers {criteria} yet.", criteria=listing(
            [quoted(one) for one in open_ones])) if open_ones else "")
        many = brief.count_words(facts.strengths)
        set_wrapped(self.many, many)
        self.many.setVisible(bool(many))
        self._show_unnamed()
        self.growth.show_facts(facts, own)
        self.context.show_facts(facts, own)
        self.from_grid.setVisible(bool(self._others()))

    def _show_unnamed(self) -> None:
        if self._facts is not None:
            wanted = self._settings.get(SECOND_LOOK)
            self.unnamed.say(reading.unnamed_words(self._facts) if wanted else "")

    def _first_sentence(self) -> str:
        if self._facts is None:
            return ""
        return "" if self._facts.letter.how_known else reading.first_sentence(self._facts)

    def _begin_known(self) -> None:
        if self._facts is not None:
            said = self._first_sentence()
            self.texts["how_known"].commit()
            rest = self.texts["how_known"].text()
            self._edit({"how_known": f"{said} {rest}".strip()})
            self.texts["how_known"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self) -> list[str]:
        """What the other briefs say that is not said here yet."""
        if self._facts is None:
            return []
        there = self._facts.letter.others_writing or ""
        return [one for one in reading.others_words(self._facts) if one not in there]

    def _fill_others(self) -> None:
        if self._facts is not None:
            self.texts["others_writing"].commit()
            there = (self._facts.letter.others_writing or "").strip()
            added = " ".join(self._others())
            self._edit({"others_writing": "\n".join(filter(None, (there, added)))})

    def _edit(self, values: Mapping[str, Any]) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, GrowingText):
            focused.commit()
        self._pen.write(letters.edit, self.letter_id, values)
