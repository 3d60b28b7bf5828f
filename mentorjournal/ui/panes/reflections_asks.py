"""Beside the reflections: what the journal has reason to ask, and questions that are due again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mentorjournal.journal import missteps, people, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.missteps import Looked
from mentorjournal.mentoring import missteps_words as asked
from mentorjournal.mentoring import reflection as rules
from mentorjournal.mentoring.missteps_words import Finding
from mentorjournal.mentoring.missteps_words import Signal as Kind
from mentorjournal.mentoring.reflection import Prompt
from mentorjournal.ui import theme
from mentorjournal.ui.panes.reflections_energy import EnergyLine, Point
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule, scrolled, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import tr, trn

MOST = 3  # questions about missteps that are shown at once; the others are a click away
SIDES = (20, 16, 16, 20)
WIDEST = 680  # px, where it stands alone in a narrow window


@dataclass(frozen=True)
class AskFacts:
    """Everything that is asked on a day, and how much energy there was."""

    looked: Looked
    prompts: tuple[Prompt, ...]
    names: tuple[tuple[int, str], ...]  # of those whom prompts are about
    energies: tuple[Point, ...]
    as_of: date

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.looked.findings) + len(self.prompts)


def read(journal: Journal, as_of: date, default_days: int) -> AskFacts:
    """What there is to ask; of the questions that come again, none before the first entry."""
    prompts = tuple(reflections.prompts(journal, as_of)) if reflections.count(journal) else ()
    about = [one.person_id for one in prompts if one.person_id is not None]
    known = people.everybody(journal, as_of, about) if about else []
    return AskFacts(
        missteps.look(journal, as_of, default_days), prompts,
        tuple((one.person.id, one.person.short_name) for one in known),
        tuple(reflections.energies(journal, as_of)), as_of)


class AskCard(QFrame):
    """A question, what it rests on, and what can be done; where it comes from is folded away."""

    def __init__(
        self, question: str, facts: Sequence[str], source: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(question)
        self._lines = column(self, 6)
        self._lines.setContentsMargins(*(theme.px(n) for n in (14, 12, 12, 12)))
        self._lines.addWidget(wrapped(question, "heading"))
        for each in facts:
            self._lines.addWidget(wrapped(each, "small", "muted"))
        self._deeds = FlowLayout(None, 6, 6)
        self._lines.addLayout(self._deeds)
        self._last = row()
        self._last.addStretch(1)
        self._lines.addLayout(self._last)
        if source:
            self._fold(source)

    def add_deed(self, name: str, words: str, deed: Callable[[], object]) -> None:
        """Something that can be done; `name` tells it from the others on the page."""
        self._deeds.addWidget(self._made(name, words, deed, "row"))

    def add_aside(self, name: str, deed: Callable[[], object]) -> None:
        """The way to be left in peace, in every card at the right end of its last line."""
        self._last.addWidget(self._made(name, tr("Not now"), deed, "link"))

    def _made(
        self, name: str, words: str, deed: Callable[[], object], kind: str
    ) -> Button:
        made = Button(words, None, kind)
        made.setObjectName(name)
        made.clicked.connect(lambda: deed())
        return made

    def _fold(self, source: str) -> None:
        said = wrapped(source, "small", "muted")
        said.hide()
        open_ = Button(tr("Where this comes from"), "caret-right", "link")
        open_.setCheckable(True)

        def turn(shown: bool) -> None:
            said.setVisible(shown)
            open_.set_icon("caret-down" if shown else "caret-right")

        open_.toggled.connect(turn)
        self._last.insertWidget(0, open_)
        self._lines.addWidget(said)


class AsksColumn(QWidget):
    """Built anew when something else is asked; the keyboard stays where it was."""

    step_wanted = Signal(object)  # the finding whose next step is to be taken
    write_wanted = Signal(object)  # values of a reflection to begin with
    aside_wanted = Signal(str)  # the key of a question, as the next one
    back_wanted = Signal(str)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Worth asking yourself"))
        self._journal = journal
        self.facts: AskFacts | None = None
        self._whole = self._told = False  # all questions; everything that is looked at
        self._scale = theme.px(100)
        self.area: QScrollArea = scrolled(QWidget())
        column(self, gap=0).addWidget(self.area)

    def show_facts(self, facts: AskFacts) -> None:
        """Show what is asked; nothing is rebuilt when all is the same."""
        if facts != self.facts:
            self.facts = facts
            self._build()

    def _build(self) -> None:
        assert self.facts is not None
        again, place = self._held(), self.area.verticalScrollBar().value()
        body = QWidget()
        body.setProperty("clear", True)
        body.setMaximumWidth(theme.px(WIDEST))
        lines = column(body, 10)
        lines.setContentsMargins(*(theme.px(n) for n in SIDES))
        for part in self._parts(self.facts):
            lines.addWidget(part)
        lines.addStretch(1)
        before = self.area.takeWidget()  # one of its buttons may just be pressed
        if before is not None:
            before.hide()
            before.setParent(self)
            before.deleteLater()
        self.area.setWidget(body)
        self.area.verticalScrollBar().setValue(place)
        stops = [one for one in body.findChildren(Button) if one.objectName()]
        found = next((one for one in stops if one.objectName() == again), None)
        if again and (found or stops):
            (found or stops[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> str:
        focused = self.window().focusWidget()
        inside = focused is not None and self.area.isAncestorOf(focused)
        return focused.objectName() if inside else ""

    # What it says -----------------------------------------------------------------------------

    def _parts(self, facts: AskFacts) -> list[QWidget]:
        mine = [one for one in facts.looked.findings if one.kind in asked.MINE]
        theirs = [one for one in facts.looked.findings if one.kind in asked.THEIRS]
        parts: list[QWidget] = [label(tr("Worth asking yourself"), "heading"), PrivateMark()]
        parts += self._cards(mine)
        parts += [self._prompt(one, facts) for one in facts.prompts]
        if not mine and not facts.prompts:
            parts.append(wrapped(_nothing_words(facts.looked), "small", "muted"))
        if theirs:
            parts += [_gap(), label(tr("Worth naming, and only here"), "heading"),
                      wrapped(asked.advice_words(), "small", "muted"), *self._cards(theirs)]
        if len(facts.energies) >= rules.LEAST_ENERGY:
            parts += [_gap(), self._energy(facts)]
        parts += [_gap(), self._look_button()]
        if self._told:
            parts += [self._look_line(one, facts.looked) for one in asked.signals()]
        return parts

    def _cards(self, findings: Sequence[Finding]) -> list[QWidget]:
        shown = findings if self._whole else findings[:MOST]
        parts: list[QWidget] = [self._finding(one) for one in shown]
        if len(shown) < len(findings):
            more = Button(trn("Show {n} more", "Show {n} more", len(findings) - len(shown)), None,
                          "link")
            more.setObjectName("more")
            more.clicked.connect(lambda: self._unfold("_whole", True))
            parts.append(more)
        return parts

    def _finding(self, one: Finding) -> AskCard:
        about = asked.signal(one.kind)
        card = AskCard(one.question, one.facts, about.source)
        card.add_deed(f"step:{one.key}", about.step, lambda: self.step_wanted.emit(one))
        card.add_deed(f"write:{one.key}", tr("Write about it"),
                      lambda: self.write_wanted.emit(_begun(one)))
        card.add_aside(f"aside:{one.key}", lambda: self.aside_wanted.emit(one.key))
        return card

    def _prompt(self, one: Prompt, facts: AskFacts) -> AskCard:
        name = dict(facts.names).get(one.person_id or 0, "")
        card = AskCard(one.question, [rules.prompt_words(one, name)])
        values = {"question": one.question, "tag": one.tag or None, "person_id": one.person_id}
        card.add_deed(f"write:{one.key}", tr("Answer"), lambda: self.write_wanted.emit(values))
        card.add_aside(f"aside:{one.key}", lambda: self.aside_wanted.emit(one.key))
        return card

    def _energy(self, facts: AskFacts) -> QWidget:
        made = QWidget()
        lines = column(made, 4)
        lines.addWidget(label(tr("My energy"), "heading"))
        line = EnergyLine()
        line.show_points(facts.energies, facts.as_of)
        lines.addWidget(line)
        return made

    def _look_button(self) -> QWidget:
        made = Button(tr("What is looked at here"), "caret-down" if self._told else "caret-right",
                      "link")
        made.setObjectName("told")
        made.clicked.connect(lambda: self._unfold("_told", not self._told))
        holder = QWidget()
        line = row(holder)
        line.addWidget(made)
        line.addStretch(1)
        return holder

    def _look_line(self, one: Kind, looked: Looked) -> QWidget:
        made = QWidget()
        lines = column(made, 1)
        lines.addWidget(wrapped(one.name, "label"))
        aside = [each for each in looked.aside if each.kind == one.kind]
        if any(each.kind == one.kind for each in looked.findings):
            said = tr("Asked above.")
        elif aside:
            said = tr("Put aside for now.")
        elif one.kind in looked.untold:
            said = tr("{why} It needs {needs}.", why=one.too_little, needs=one.needs)
        else:
            said = tr("Nothing to ask.")
        lines.addWidget(wrapped(said, "small", "muted"))
        for each in aside:
            back = Button(tr("Bring back: {question}", question=each.question), None, "link")
            back.setObjectName(f"back:{each.key}")
            back.clicked.connect(lambda _on=False, key=each.key: self.back_wanted.emit(key))
            lines.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _unfold(self, name: str, on: bool) -> None:
        setattr(self, name, on)
        self._build()

    # Its size ---------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, lambda: self._build() if self.facts else None)


def _begun(one: Finding) -> dict[str, object]:
    """What a reflection about a finding begins with."""
    tag = "person" if one.person_id is not None else "energy" if one.kind == "overcommitted" else ""
    return {"question": one.question, "tag": tag or None, "person_id": one.person_id}


def _nothing_words(looked: Looked) -> str:
    """That nothing is asked; where nothing can be told yet, what is needed first."""
    if len(looked.untold) < len(asked.KINDS):
        return tr("Nothing here asks for a second look today.")
    return tr("There is too little here yet to ask about. Note what you and a mentor promise each "
              "other, log what passes between you, and set the hours you can give.")


def _gap() -> QWidget:
    holder = QWidget()
    lines = column(holder)
    lines.setContentsMargins(0, theme.px(6), 0, theme.px(2))
    lines.addWidget(rule())
    return holder

