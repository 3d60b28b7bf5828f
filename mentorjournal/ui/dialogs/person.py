"""The form for one person: who they are, their place with me, how we work, what is private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal import words as language
from mentorjournal.journal import candidates, fields, me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import candidacy
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.mentoring.vocabulary import area_label, label, role_label
from mentorjournal.models.namesakes import known_words, told_apart
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui import questions
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.choice_chips import ChoiceChips
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE, value_of
from mentorjournal.ui.widgets.form_dialog import Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.ui.widgets.photo_field import PhotoField
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.rhythm_field import RhythmField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.ui.widgets.tabbed_form import TabbedForm
from mentorjournal.words import tr

STAGES_OF = {
    "mentor": ("initiation", "cultivation", "separation", "redefinition", "paused", "closed"),
    "candidate": ("considering", "met", "asked", "declined"),
    "mentee": ("initiation", "cultivation", "separation", "redefinition", "paused", "closed"),
}
FIRST_STAGE = {"mentor": "cultivation", "candidate": "considering", "mentee": "cultivation"}
LEVELS_SAID = {"peer": "Peer: at my own stage", "step_ahead": "Step-ahead: one or two steps on",
               "senior": "Senior"}
LINES = (
    "name", "pronouns", "rank", "institution", "department", "email", "phone", "assistant",
    "usual_place", "usual_link", "admire_for", "suggested_by", "added_value", "my_ask",
    "capacity_note",
)
OF_MENTORS = ("roles", "functions", "admire_for", "not_for", "support_note")
# What a field asks about a mentor, and about somebody I mentor.
WORDS_OF = {
    "domains": ("Helps me with", "What I help with"),
    "added_value": ("Greatest added value, in one line", "Good at, in one line"),
    "my_ask": ("What I ask of them, in one line", "What we work on, in one line"),
    "limits": ("Limits: what not to bring to them", "Limits: what not to bring up with them"),
    "perspective_note": ("What view do they bring that I lack?",
                         "What do they see that I no longer see?"),
}
PHOTO = "photo_data"  # PNG bytes or None; for people.set_photo, as it is no field of a person


def ask_person(
    parent: QWidget, journal: Journal, settings: Settings,
    values: Mapping[str, Any] | None = None, person: Person | None = None,
    take: Take | None = None,
) -> dict[str, Any] | None:
    """Ask for a new person beginning with `values`, or for changes of `person`; None if cancelled.

    For people.add or people.edit. Of `person` only what changed is given. Two keys may be there
    that are no fields: "photo_data" (PNG bytes, None to take it away) for people.set_photo, and
    "need_id", the need that a new person is to be linked to. `take` may refuse the values, and the
    form stays.
    """
    dialog = PersonDialog(parent, journal, settings, values, person)
    dialog.take = take
    dialog.keep_draft(journal, f"person:{person.id if person else 'new'}")
    return dialog.values() if dialog.exec() == QDialog.DialogCode.Accepted else None


class PersonDialog(TabbedForm):
    """Four pages; only the name is needed."""

    def __init__(
        self, parent: QWidget | None, journal: Journal, settings: Settings,
        values: Mapping[str, Any] | None = None, person: Person | None = None,
    ) -> None:
        title = tr("Edit {name}", name=person.short_name[:60]) if person else {
            "candidate": tr("Add a candidate"), "mentee": tr("Add somebody you mentor"),
        }.get((values or {}).get("direction", ""), tr("Add a person"))
        super().__init__(
            title, parent, ok="" if person else tr("Add"),
            record=("person", person.id) if person else None,
        )
        self._person = person
        self._given = dict(values or {})
        self._setting = me.get(journal).setting or "clinical"
        self._default_days = settings.get(DEFAULT_RHYTHM_DAYS)
        self._journal = journal
        self._others = [
            facts.person for facts in people.everybody(journal, clock.today())
            if person is None or facts.person.id != person.id
        ]
        self._who()
        self._network()
        self._work()
        self._private()
        self._wire()
        photo = people.photo(journal, person) if person else None
        self._before = self._start(photo)
        self.fill_in(self._before)
        if person and person.suggested_by_id:
            self.field("suggested_by").choose(person.suggested_by_id)
        # What the fields make of the values is what later values are compared with.
        self._untouched = self._record()
        self.resize(self.sizeHint())
        self.field("name").setFocus()

    # The pages --------------------------------------------------------------------------------

    def _who(self) -> None:
        self.add_page(tr("Who"))
        self.add_check("photo", PhotoField())
        self._line("name", tr("Name"), tr("With title, as you would write it"), wide=False)
        self._line("pronouns", tr("Pronouns"), tr("Such as she/her"))
        self.add_field("direction", tr("Who is this to you?"), Segmented([
            ("mentor", tr("A mentor")), ("candidate", tr("A candidate")),
            ("mentee", tr("Someone I mentor")),
        ]))
        self.add_field("stage", tr("Where it stands"), ChoiceBox())
        self._line("rank", tr("Rank or position"))
        self.add_field("level", tr("Level"), ChoiceBox([
            ("", tr("Not set")), *((level, tr(LEVELS_SAID[level])) for level in v.LEVELS),
        ]))
        self._line("institution", tr("Institution"))
        self._line("department", tr("Department"))
        self.add_check("outside_field", QCheckBox(tr("Works outside my field")))

    def _network(self) -> None:
        self.add_page(tr("In my network"))
        self.add_field("roles", tr("Roles"), ChoiceChips(
            [(role, role_label(role)) for role in v.ROLES if role != "other"],
            dotted=v.FIVE_ROLES, own=tr("Another role, in your own words"),
        ), wide=True, hint=tr("The first five are what the map and the coverage look at."))
        self.add_field("areas", tr("Areas of life"), ChoiceChips(
            [(area, area_label(area, self._setting)) for area in v.AREAS]
        ), wide=True)
        self.add_field("domains", tr("Helps me with"), ChoiceChips(
            _labelled(v.DOMAINS), own=tr("Something else")
        ), wide=True)
        self.add_field("functions", tr("What they do for me"), ChoiceChips(
            _labelled(v.FUNCTIONS), own=tr("Something else")
        ), wide=True)
        self.add_field("origin", tr("How we met"), ChoiceBox(
            [("", tr("Not set")), *((one, label(one)) for one in v.ORIGINS)]
        ))
        called = told_apart(self._journal, self._others, clock.today())
        self.add_field("suggested_by", tr("Suggested by"), PersonBox(self._others, called))
        self._line("admire_for", tr("What I admire"), wide=True)
        self.add_field("start", tr("Since"), DateField(optional=True))
        self.add_field("ended", tr("Ended on"), DateField(optional=True))

    def _work(self) -> None:
        self.add_page(tr("How we work"))
        self._line("added_value", tr("Greatest added value, in one line"), wide=True)
        self.add_check("added_value_shareable", QCheckBox(
            tr("This line may be shown to others, on a sheet of my network")
        ))
        self._line("my_ask", tr("What I ask of them, in one line"), wide=True)
        self.add_field(
            "strengths", tr("Strengths"),
            QLineEdit(placeholderText=tr("Such as trial design, plain writing")), wide=True,
        )
        self.add_field("cadence_days", tr("Rhythm"), RhythmField())
        self.add_field(
            "cadence_agreed_on", tr("Agreed on"), DateField(optional=True), hint=tr(
                "Without a date it counts as not agreed yet; {rhythm} is the usual.",
                rhythm=language.rhythm(self._default_days),
            ),
        )
        self.add_field("channel", tr("Best reached by"), ChoiceBox(
            [("", tr("Not set")), *((one, label(one)) for one in v.CHANNELS)]
        ))
        self.add_field("paused_until", tr("Paused until"), DateField(optional=True))
        self.add_field("styles", tr("How they like to work"), ChoiceChips(
            _labelled(v.STYLES)
        ), wide=True)
        self._text("style_note", tr("More on that"))
        self._line(
            "capacity_note", tr("Their load: shown when you plan a meeting"),
            tr("Such as: on service every second month"), wide=True,
        )
        self._line("email", tr("Email"))
        self._line("phone", tr("Phone"))
        self._line("assistant", tr("Assistant"))
        self._line("usual_place", tr("Usual place"))
        self._line("usual_link", tr("Usual link"), "https://", wide=True)

    def _private(self) -> None:
        self.add_page(tr("Private"), "lock-simple")
        self.add_wide(PrivateMark(tr("Everything on this page is private, never exported.")))
        self._text("limits", tr("Limits: what not to bring to them"))
        self.add_field("not_for", tr("Not the person for"), ChoiceChips(
            _labelled(v.DOMAINS[:-1])
        ), wide=True)
        self._text("perspective_note", tr("What view do they bring that I lack?"))
        self._text("support_note", tr("What support do I find with them?"))
        self._text("private_note", tr("My own notes"))

    def _line(self, key: str, words: str, example: str = "", *, wide: bool = False) -> None:
        field = QLineEdit()
        field.setPlaceholderText(example)
        field.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
        self.add_field(key, words, field, wide=wide)

    def _text(self, key: str, words: str) -> None:
        field = GrowingText(least_lines=2, most_lines=8, quiet=False)
        self.add_field(key, words, field, wide=True)

    # What depends on what ---------------------------------------------------------------------

    def _wire(self) -> None:
        self.field("direction").chosen.connect(lambda _: self._offer_stages())
        self.field("direction").chosen.connect(lambda _: self._face())
        self.field("stage").currentIndexChanged.connect(lambda _: self._allow())
        self.field("name").textChanged.connect(lambda _: self._face())
        self.field("name").textChanged.connect(self._tell_known)
        self.field("roles").value_changed.connect(self._face)

    def _offer_stages(self, stage: str | None = None) -> None:
        direction = self.field("direction").current()
        offered = STAGES_OF[direction]
        kept = stage or self.field("stage").current()
        if stage and stage not in offered:
            offered = (stage, *offered)
        self.field("stage").set_choices(
            [(one, _stage_words(one)) for one in offered],
            kept if kept in offered else FIRST_STAGE[direction],
        )
        self._allow()

    def _allow(self) -> None:
        self.field("ended").setEnabled(self.field("stage").current() in ("closed", "declined"))
        mentee = self.field("direction").current() == "mentee"
        self.field("level").setEnabled(not mentee)
        for key in OF_MENTORS:  # what they hold stays
            self.set_field_shown(key, not mentee)
        for key, (mentors, mentees) in WORDS_OF.items():
            self.set_words(key, tr(mentees if mentee else mentors))
        self._stop_gently()

    def _stop_gently(self) -> None:
        """Say that getting to know each other comes first; nothing is in the way (tip 1)."""
        now = self.field("stage").current() == "asked"
        was = self._person is not None and self._person.stage == "asked"
        early = now and not was and (self._person is None or candidates.is_early(
            self._journal, self._person, clock.today()))
        self.set_hint("stage", " ".join(candidacy.early_words()) if early else "")

    def _tell_known(self, name: str) -> None:
        new = self._person is None or name.strip() != self._person.name
        self.set_hint("name", known_words([name], self._others) if new else "")

    def _face(self) -> None:
        roles = value_of(self.field("roles"))
        standing = self.field("direction").current()
        name = self.field("name").text()[:300]
        self.field("photo").set_face(
            language.initials(name) if name.strip() else "", next(iter(roles), None), standing
        )

    # Values -----------------------------------------------------------------------------------

    def _start(self, photo: bytes | None) -> dict[str, Any]:
        if self._person is not None:
            start = {
                key: getattr(self._person, key) for key in self._fields if key != "photo"
            }
        else:
            start = {key: self._given[key] for key in self._fields if key in self._given}
            start.setdefault("direction", "mentor")
            start.setdefault("stage", FIRST_STAGE[start["direction"]])
        start["strengths"] = ", ".join(start.get("strengths") or ())
        self.field("direction").set_current(start["direction"])
        self._offer_stages(start["stage"])
        return start | {"photo": photo}

    def _record(self) -> dict[str, Any]:
        """What the fields say, in the journal's terms."""
        said = self.field_values()
        said["strengths"] = tuple(
            part.strip() for part in said["strengths"].split(",") if part.strip()
        )
        suggested = self.field("suggested_by").person()
        said["suggested_by_id"] = suggested.id if suggested else None
        said["suggested_by"] = suggested.name if suggested else said["suggested_by"]
        if said["direction"] == "mentee":
            said["level"] = "junior"
        if said["stage"] not in ("closed", "declined"):
            said["ended"] = None
        said[PHOTO] = said.pop("photo")
        return {key: None if value == "" else value for key, value in said.items()}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        if "direction" in values:  # which decides what stages there are
            self.field("direction").set_current(values["direction"])
        self._offer_stages(values.get("stage"))
        super().fill_draft(values)
        self._face()

    def values(self) -> dict[str, Any]:
        """For a new person all that was said, for a known one what changed."""
        now = self._record()
        if self._person is not None:
            return {key: value for key, value in now.items() if value != self._untouched[key]}
        extra = {key: value for key, value in self._given.items() if key not in self._fields}
        said = {key: value for key, value in now.items() if value not in (None, (), False)}
        return extra | said

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong: dict[str, str] = {}
        for key in LINES:
            most, n = fields.limit("person", key), len(values.get(key) or "")
            if n > most:
                wrong[key] = tr(
                    "“{field}” is too long: {n} characters, and {most} fit.",
                    field=self.field(key).accessibleName(), n=f"{n:,}", most=most,
                )
        if not values["name"]:
            wrong["name"] = tr("Please write a name.")
        start, ended = values["start"], values["ended"]
        if start and ended and ended < start and self.field("ended").isEnabled():
            wrong["ended"] = tr("This is before it began.")
        for key in ("roles", "domains", "functions"):
            if any(len(word) > 300 for word in values[key]):
                wrong[key] = tr("Your own words are too long: 300 characters fit.")
        if any(len(part.strip()) > 300 for part in values["strengths"].split(",")):
            wrong["strengths"] = tr("One of these is too long: 300 characters fit.")
        return wrong

    def reject(self) -> None:
        """Nothing that was written is lost without a question."""
        if self._record() == self._untouched or questions.confirm(
            self, tr("Close without saving?"), tr("What you wrote here would be lost."),
            tr("Close without saving"),
        ):
            self.give_up()
            super().reject()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 360)


def _labelled(ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, label(one)) for one in ids if one != "other"]


def _stage_words(stage: str) -> str:
    said = {
        "considering": tr("Considering: not asked yet"), "met": tr("Met: getting to know"),
        "asked": tr("Asked: waiting for an answer"), "initiation": tr("Initiation: beginning"),
        "cultivation": tr("Cultivation: well under way"),
        "separation": tr("Separation: needing each other less"),
        "redefinition": tr("Redefinition: finding a new form"),
    }
    return said.get(stage) or label(stage)

