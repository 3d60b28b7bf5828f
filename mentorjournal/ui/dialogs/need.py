"""The form for a need: in one's own words, what would help, how it matters, and who helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.needs import NeedShown
from mentorjournal.mentoring import needs as rules
from mentorjournal.mentoring.vocabulary import DOMAINS, GUIDANCE_KINDS, label
from mentorjournal.models.name_search import found_by
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.dialogs.need_people import NewPeople
from mentorjournal.ui.widgets.choice_box import ChoiceBox, ChoiceRow
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.rating_field import RatingField
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.words import tr

WORDS = ("text", "skill_sought")
# No fields of a need: for needs.rate, needs.link_people and considering.add.
NOW, WANTED, PEOPLE, NEW = "now", "wanted", "people", "new"


def ask_need(
    parent: QWidget | None, journal: Journal, shown: NeedShown | None = None,
    text: str = "", take: Take | None = None, at: str = "",
) -> dict[str, Any] | None:
    """Values for `needs.add` or `edit`; None if cancelled. `at` is the field to begin with.

    With them come "people" (ids, for link_people), "new" (names of people to consider) and "now"
    and "wanted" (for rate).
    """
    form = NeedForm(journal, shown, text, parent)
    form.take = take
    form.keep_draft(journal, f"need:{shown.need.id if shown else 'new'}")
    form.field(at or "text").setFocus()
    return form.values() if form.exec() else None


class KindBox(QComboBox):
    """A kind of guidance: one of the list, or one's own words typed into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(ChoiceRow(self))
        for kind in GUIDANCE_KINDS:
            self.addItem(label(kind), kind)
        self.setCurrentIndex(-1)
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer().popup().setObjectName("completions")
        self.lineEdit().setMaxLength(LONGEST_LINE)
        self.lineEdit().setPlaceholderText(tr("Choose, or say it in your own words"))

    def setCurrentText(self, text: str) -> None:
        super().setCurrentText(text)
        self.lineEdit().setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the form


def kind_of(words: str) -> str | None:
    """The id of a kind that is called like `words`; else the words, None for none."""
    plain = " ".join(words.split())
    known = {label(kind).casefold(): kind for kind in GUIDANCE_KINDS}
    return known.get(plain.casefold(), plain) or None


def _kind_words(kind: str | None) -> str:
    """What a kind is called; own words stay as they are."""
    return label(kind) if kind in GUIDANCE_KINDS else kind or ""


class NeedForm(FormDialog):
    """Only the text is needed."""

    def __init__(
        self, journal: Journal, shown: NeedShown | None = None, text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        need = shown.need if shown else None
        super().__init__(
            tr("Edit need") if need else tr("Add a need"), parent, ok="" if need else tr("Add"),
            columns=2, intro="" if need else tr(
                "What do you need, in your own words? The rest can wait, but it helps to find "
                "the right person."),
        )
        self.add_field("text", tr("What I need"), GrowingText(
            tr("Such as: Somebody to pull my trial design apart"), quiet=False, most_lines=4),
            wide=True)
        self.add_field("guidance_kind", tr("Kind of guidance that would help most"), KindBox())
        self.add_field("domain", tr("About"), ChoiceBox([
            ("", tr("Not said")), *((one, label(one)) for one in DOMAINS)]))
        skill = QLineEdit(placeholderText=tr("Such as: Has linked hospital records, and published"))
        skill.setMaxLength(LONGEST_LINE)
        self.add_field("skill_sought", tr("Skill I look for in a mentor"), skill, wide=True)
        self.add_field("importance", tr("How much it matters"), ChoiceBox([
            (str(n), rules.importance_words(n)) for n in reversed(rules.IMPORTANCES)]),
            wide=need is None)
        if need is not None:  # a new one is not met yet
            self.add_field("met_on", tr("Met on"), DateField(optional=True), hint=tr(
                "Once it is met, it is folded away below the others."))
        self.add_field(NOW, tr("Where I stand now, 1 to 5"), RatingField())
        self.add_field(WANTED, tr("Where I want to be"), RatingField())
        self._everybody = [one.person for one in people.everybody(journal, clock.today())]
        self._called = told_apart(journal, self._everybody, clock.today())
        self.people = self.add_field(PEOPLE, tr("Who helps with it"), PeopleField(
            self._everybody, self._called), wide=True, hint=tr(
            "A candidate may be named too; they count once they are your mentor."))
        self.new = self.add_wide(NewPeople())
        self.people.entered.connect(self.accept)
        self.people.line.entered.connect(self._go_to_offer)
        self.new.added.connect(self._take_in)
        self.new.changed.connect(self.edited)
        for key in WORDS if need else ():
            set_record(self.field(key), "need", need.id, key)
        self.fill_in(_shown(shown, text))

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Say in a few words what you need.")
        for key in (*WORDS, "guidance_kind"):
            most = fields.limit("need", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=f"{most:,}")
        if values.get("met_on") and values["met_on"] > clock.today():
            wrong["met_on"] = tr("That day is still to come.")
        if self.people.wrong():
            wrong[PEOPLE] = self.people.wrong()
        return wrong

    def validate(self) -> bool:
        self.new.offer_name(self._unknown())
        return super().validate()

    def _unknown(self) -> str:
        """The name that is typed, if nobody in the journal is called like that."""
        name = " ".join(self.people.line.text().split())
        fits = len(name) <= fields.limit("person", "name")
        return name if fits and not found_by(name, self._everybody, self._called) else ""

    def _go_to_offer(self) -> None:
        if not self.new.offer.isHidden():
            self.new.offer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_in(self) -> None:
        """Somebody new is among the people; the line is free for the next."""
        self.people.line.clear()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_values(self) -> dict[str, Any]:
        return {**super().field_values(), NEW: self.new.names()}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self.new.set_names(values.get(NEW, ()))

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {
            "met_on": None, **found, "guidance_kind": kind_of(found["guidance_kind"]),
            "domain": found["domain"] or None, "skill_sought": found["skill_sought"] or None,
            "importance": int(found["importance"]),
        }


def _shown(shown: NeedShown | None, text: str) -> dict[str, Any]:
    if shown is None:
        return {"text": text, "importance": "2"}
    need, rated = shown.need, shown.newest
    return {
        "text": need.text, "guidance_kind": _kind_words(need.guidance_kind),
        "domain": need.domain or "", "skill_sought": need.skill_sought or "",
        "importance": str(need.importance),
        "met_on": need.met_on, PEOPLE: need.person_ids,
        NOW: rated.now if rated else None, WANTED: rated.wanted if rated else None,
    }
