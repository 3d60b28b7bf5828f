"""Writing a reflection: a question or none, as much text as wanted, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, goals, people, reflections
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import reflection as rules
from mentorjournal.mentoring.vocabulary import REFLECTION_TAGS, label
from mentorjournal.models.namesakes import told_apart
from mentorjournal.models.people_list import spoken_word
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import family_first, tr

OWN, NONE, UNSAID = "own", "none", "unsaid"
PAIR = "paired_with_id"
GOAL_LETTERS = 120


def ask_reflection(
    parent: QWidget | None, journal: Journal, begun: Mapping[str, Any] | None = None,
    entry: Reflection | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `reflections.add` or `edit`; None if cancelled.

    `begun` is what a new one begins with: question, tag, person_id, goal_id, paired_with_id.
    """
    form = ReflectionForm(journal, begun, entry, parent)
    form.take = take
    form.keep_draft(journal, f"reflection:{entry.id if entry else 'new'}")
    return form.values() if form.exec() else None


class ReflectionForm(FormDialog):
    """Only the text is needed."""

    def __init__(
        self, journal: Journal, begun: Mapping[str, Any] | None = None,
        entry: Reflection | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit reflection") if entry else tr("Write a reflection"), parent,
            ok="" if entry else tr("Keep"), columns=2)
        self._journal = journal
        self._begun = dict(begun or {}) if entry is None else _begun_of(entry)
        self._tag_chosen = bool(self._begun.get("tag"))
        self.add_wide(PrivateMark())
        self._add_question()
        self.text = self.add_field("text", tr("What I think"), GrowingText(
            tr("As it comes. Ctrl+Return keeps it."), quiet=False, least_lines=9, most_lines=18),
            wide=True)
        self.headings = Button(tr("Set out the seven headings of a yearly look back"), None, "link")
        self.headings.clicked.connect(self._set_out)
        self.add_wide(self.headings)
        self._add_facts(journal, entry)
        if entry is not None:
            for key in ("question", "text"):
                set_record(self.field(key), "reflection", entry.id, key)
        self.fill_in(self._shown(entry))
        self.person.choose(self._begun.get("person_id"))
        self._wire()
        (self.own if self.ask.current() == OWN and not self.own.text() else self.text).setFocus()

    def _add_question(self) -> None:
        asked = [(NONE, tr("No question"))]
        asked += [(one.key, one.text) for one in rules.suiting(self._begun.get("tag") or "")]
        known = {key for key, _ in asked}
        asked += [(one.key, one.text) for one in rules.questions() if one.key not in known]
        self.ask = self.add_field(
            "ask", tr("Question"), ChoiceBox([*asked, (OWN, tr("A question of my own…"))]),
            wide=True)
        self.own = self.add_field("question", tr("My question"), QLineEdit(
            placeholderText=tr("Such as: Why did this one sting?")), wide=True)
        self.own.setMaxLength(LONGEST_LINE)

    def _add_facts(self, journal: Journal, entry: Reflection | None) -> None:
        tags = [("", tr("No tag")), *((one, label(one)) for one in REFLECTION_TAGS)]
        tag = self._begun.get("tag")
        if tag and tag not in REFLECTION_TAGS:
            tags.append((tag, spoken_word(tag[:80])))
        self.add_field("date", tr("On"), DateField(optional=True))
        self.tag = self.add_field("tag", tr("Tag"), ChoiceBox(tags))
        everybody = sorted((one.person for one in people.everybody(journal, clock.today())),
                           key=lambda one: family_first(one.name).casefold())
        self.person = self.add_field("person", tr("About whom, if anybody"), PersonBox(
            everybody, told_apart(journal, everybody, clock.today())))
        self.add_field("goal_id", tr("About which goal, if any"), ChoiceBox(
            _goals(journal, self._begun.get("goal_id"))))
        self.add_field("energy", tr("My energy, if you like: 1 is empty, 5 is full"), Segmented(
            [(UNSAID, tr("Not said")), *((str(n), str(n)) for n in range(1, 1 + rules.MOST_ENERGY))]
        ), wide=True)

    def _wire(self) -> None:
        self.ask.chosen.connect(self._asked)
        self.tag.chosen.connect(self._tagged)
        self.person.lineEdit().editingFinished.connect(self.person.write_out)
        self._arrange()

    def _shown(self, entry: Reflection | None) -> dict[str, Any]:
        question = self._begun.get("question")
        known = rules.known(question)
        ask = NONE if not question else OWN if known is None else known.key
        return {
            "ask": ask, "question": question if ask == OWN else "",
            "text": entry.text if entry else "",
            "date": entry.date if entry else clock.today(),
            "tag": self._begun.get("tag") or "",
            "goal_id": str(self._begun.get("goal_id") or ""),
            "energy": str(entry.energy) if entry and entry.energy else UNSAID,
        }

    def field_values(self) -> dict[str, Any]:
        """With the reflection this one answers to, which no field shows: a draft keeps it too."""
        return {**super().field_values(), PAIR: self._begun.get(PAIR)}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        if PAIR in values:
            first = values[PAIR]
            there = first is not None and reflections.is_there(self._journal, first)
            self._begun[PAIR] = first if there else None
        self._arrange()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Write at least a word.")
        if values["ask"] == OWN and not values["question"]:
            wrong["question"] = tr("Write your question, or choose another one.")
        if values["person"] and self.person.person() is None:
            wrong["person"] = tr("Choose somebody from the list, or nobody.")
        for key in ("text", "question"):
            most = fields.limit("reflection", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=f"{most:,}")
        return wrong

    def values(self) -> dict[str, Any]:
        found, whom = self.field_values(), self.person.person()
        return {
            "question": self._question(found), "text": found["text"], "date": found["date"],
            "tag": found["tag"] or None, "person_id": whom.id if whom else None,
            "goal_id": int(found["goal_id"]) if found["goal_id"] else None,
            "energy": None if found["energy"] == UNSAID else int(found["energy"]),
            PAIR: found[PAIR],
        }

    def _question(self, found: Mapping[str, Any]) -> str | None:
        key = found["ask"]
        if key in (NONE, OWN):
            return found["question"] or None if key == OWN else None
        return rules.question(key).text

    def _asked(self, key: str) -> None:
        """A question suits a tag, until somebody chose one."""
        if not self._tag_chosen and key not in (NONE, OWN):
            self.tag.set_current(rules.question(key).tags[0])
        self._arrange()
        (self.own if key == OWN else self.text).setFocus()

    def _tagged(self, _key: str) -> None:
        self._tag_chosen = True
        self._arrange()

    def _arrange(self) -> None:
        self.set_field_shown("question", self.ask.current() == OWN)
        self.headings.setVisible(self.tag.current() == "yearly")

    def _set_out(self) -> None:
        """Write the headings below what is there, each with room to answer."""
        written = self.text.text().rstrip()
        headings = "\n\n\n".join(rules.yearly_headings())
        self.text.type_anew(f"{written}\n\n{headings}\n" if written else f"{headings}\n")
        self.text.setFocus()


def _begun_of(entry: Reflection) -> dict[str, Any]:
    names = ("question", "tag", "person_id", "goal_id", "paired_with_id")
    return {name: getattr(entry, name) for name in names}


def _goals(journal: Journal, goal_id: int | None) -> list[tuple[str, str]]:
    """The goals that are worked on, and the one it belongs to now."""
    found = {one.id: one for one in goals.active(journal)}
    found |= goals.with_ids(journal, [goal_id] if goal_id else [])
    return [("", tr("None")),
            *((str(one.id), one.text[:GOAL_LETTERS]) for one in found.values())]
