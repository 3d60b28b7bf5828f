"""Feedback I gave: what I saw, what it did and what they want to try; and looking at it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, meetings, people
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.journal import Journal
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import short_day, tr

TEXTS = ("situation", "behaviour", "impact", "their_plan")
MOST_MEETINGS = 12


def ask_given(
    parent: QWidget | None, journal: Journal, person_id: int = 0,
    given: FeedbackGiven | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `feedback_given.add` or `edit`; None if cancelled."""
    form = GivenForm(journal, person_id, given, parent)
    form.take = take
    form.keep_draft(journal, f"given:{given.id if given else 'new'}")
    return form.values() if form.exec() else None


def ask_look_again(
    parent: QWidget | None, journal: Journal, given: FeedbackGiven, take: Take | None = None
) -> dict[str, Any] | None:
    """`came_of` and `heard_back_on` for `feedback_given.looked_again`; None if cancelled."""
    form = LookAgainForm(journal, given, parent)
    form.take = take
    form.keep_draft(journal, f"look_again:{given.id}")
    return form.values() if form.exec() else None


class GivenForm(FormDialog):
    """Situation, behaviour and impact in that order; what they want to try comes from them."""

    def __init__(
        self, journal: Journal, person_id: int = 0, given: FeedbackGiven | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit feedback I gave") if given else tr("Feedback I gave"), parent, columns=2,
            ok="" if given else tr("Add"),
            record=("feedback_given", given.id) if given else None,
        )
        self._journal = journal
        self._add_facts(given)
        self._add_texts()
        self.add_field("look_again_on", tr("Look again on"), DateField(optional=True))
        self.add_field("meeting_id", tr("In the meeting"), ChoiceBox())
        self.add_wide(PrivateMark(tr("Yours alone: it is in no document and no export for them.")))
        whose = given.person_id if given else person_id or self._first()
        shown = _shown(given) | {"person_id": str(whose or "")}
        self.fill_in(shown)
        self._offer_meetings(str(shown.get("meeting_id") or ""))
        self.field("person_id").currentIndexChanged.connect(lambda _: self._offer_meetings())
        self.field("topic" if whose else "person_id").setFocus()

    def _add_facts(self, given: FeedbackGiven | None) -> None:
        everybody = [one.person for one in people.everybody(self._journal, clock.today())]
        called = told_apart(self._journal, everybody, clock.today())
        self._mine = [one for one in everybody if one.direction == "mentee"
                      or (given is not None and one.id == given.person_id)]
        self.add_field("person_id", tr("To whom"), ChoiceBox(
            [(str(one.id), called[one.id]) for one in self._mine]))
        self.add_field("date", tr("On"), DateField())
        topic = QLineEdit(placeholderText=tr("Such as: the abstract"))
        topic.setMaxLength(LONGEST_LINE)
        self.add_field("topic", tr("About"), topic)
        self.add_field("requested", tr("Had they asked for it?"), Segmented(
            [("yes", tr("They asked")), ("no", tr("Unasked"))]))

    def _add_texts(self) -> None:
        for key, words, example in (
            ("situation", tr("Situation"), tr("When and where, so that they remember it")),
            ("behaviour", tr("Behaviour"), tr("What you saw or heard, without a verdict")),
            ("impact", tr("Impact"), tr("What it did, to you or to somebody else")),
            ("their_plan", tr("What they want to try"), tr("In their words; ask before you say")),
        ):
            self.add_field(key, words, GrowingText(
                example, quiet=False, most_lines=6, longest=fields.limit("feedback_given", key)),
                wide=True)

    def _first(self) -> int | None:
        return self._mine[0].id if self._mine else None

    def _offer_meetings(self, kept: str = "") -> None:
        """The meetings held with whoever is chosen, the latest first."""
        whose = self.field("person_id").current()
        found = [one.meeting for one in meetings.past(self._journal)
                 if str(one.meeting.person_id) == whose and (
                     one.meeting.status == "held" or str(one.meeting.id) == kept)]
        self.field("meeting_id").set_choices([
            ("", tr("None")),
            *((str(one.id), _meeting_words(one.day, one.headline)) for one in
              found[:MOST_MEETINGS]),
        ], kept)

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._offer_meetings(str(values.get("meeting_id") or ""))

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["person_id"]:
            wrong["person_id"] = tr("Add somebody you mentor first.")
        if not values["behaviour"]:
            wrong["behaviour"] = tr("Say what you saw.")
        if values["date"] > clock.today():
            wrong["date"] = tr("That day is still to come.")
        if len(values["topic"]) > (most := fields.limit("feedback_given", "topic")):
            wrong["topic"] = tr("That is too long; {most} characters fit.", most=most)
        if values["look_again_on"] and values["look_again_on"] < values["date"]:
            wrong["look_again_on"] = tr("This is before the day the feedback was given.")
        return wrong

    def values(self) -> dict[str, Any]:
        said = self.field_values()
        meeting_id = said["meeting_id"]
        return {
            "person_id": int(said["person_id"]), "date": said["date"],
            "topic": said["topic"] or None, "requested": said["requested"] == "yes",
            **{key: said[key] or None for key in TEXTS},
            "look_again_on": said["look_again_on"],
            "meeting_id": int(meeting_id) if meeting_id else None,
        }


def _shown(given: FeedbackGiven | None) -> dict[str, Any]:
    if given is None:
        return {"date": clock.today(), "requested": "no"}
    return {
        "date": given.date, "topic": given.topic or "", "meeting_id": given.meeting_id,
        "requested": "yes" if given.requested else "no", "look_again_on": given.look_again_on,
        **{key: getattr(given, key) or "" for key in TEXTS},
    }


def _meeting_words(day: date, headline: str | None) -> str:
    words = short_day(day, clock.today())
    return tr("{day}: {what}", day=words, what=headline[:60]) if headline else words


class LookAgainForm(FormDialog):
    """What came of it, and when they told me themselves."""

    def __init__(
        self, journal: Journal, given: FeedbackGiven, parent: QWidget | None = None
    ) -> None:
        name = people.get(journal, given.person_id).short_name
        about = " ".join((given.topic or given.behaviour or "")[:300].split())
        plan = tr("Wants to try: {plan}", plan=given.their_plan[:400]) if given.their_plan else ""
        super().__init__(
            tr("Look again with {name}", name=name[:60]), parent, columns=2,
            intro="\n".join(filter(None, (about, plan))))
        self._said_on = given.date
        self.add_field("came_of", tr("What came of it"), GrowingText(
            tr("What you saw since; “not yet” is an answer too"), quiet=False, least_lines=2,
            most_lines=8, longest=fields.limit("feedback_given", "came_of")), wide=True)
        self.add_field("heard_back_on", tr("They told me on"), DateField(optional=True),
                       hint=tr("Leave it open until they have said how it was for them."))
        self.fill_in({"came_of": given.came_of or "", "heard_back_on": given.heard_back_on})
        self.field("came_of").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong, heard = {}, values["heard_back_on"]
        if not values["came_of"] and heard is None:
            wrong["came_of"] = tr("Say what came of it.")
        if heard and heard > clock.today():
            wrong["heard_back_on"] = tr("That day is still to come.")
        if heard and self._said_on and heard < self._said_on:
            wrong["heard_back_on"] = tr("This is before the day the feedback was given.")
        return wrong

    def values(self) -> dict[str, Any]:
        said = self.field_values()
        return {"came_of": said["came_of"] or None, "heard_back_on": said["heard_back_on"]}
