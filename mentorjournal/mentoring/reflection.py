"""Questions to ask oneself (B11), the headings of a yearly look back, and when one is due again.

Every span of days is a default of ours; a prompt is an offer, clears with an entry, and skipping it
has no effect.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorjournal.words import tr

SELF_DAYS = 180  # without any entry (A3.2)
HALF_YEAR = 183  # without one about those I mentor (A12.4), or about what gives me energy (A6.3)
YEAR = 365  # without one about a grey area (A10.12)
ASIDE_DAYS = 90  # for which a prompt that was put aside is not shown
KEY = "reflect:"  # what the key of every prompt begins with
LEAST_ENERGY = 3  # entries that say how much energy there was, before a line is drawn (A4.5)
MOST_ENERGY = 5
PAIRED_TAG = "mentoring_others"

# Questions by key, in the order in which they are offered: the nine of B11, then ours.
_TAGS = {
    "learned": ("yearly", "feedback", "person"),
    "promised": ("yearly", "person"),
    "avoiding": ("person", "ethics"),
    "using": ("person", "yearly"),
    "no_goal": ("yearly", "energy"),
    "thanked": ("yearly", "person"),
    "stop": ("yearly", "feedback"),
    "power": ("ethics", "person"),
    "passed_on": ("mentoring_others",),
    "differently": ("mentoring_others",),  # what goes with it (A12.6)
    "sting": ("feedback",),
    "mine": ("person", "feedback"),  # what a journal cannot compute at all (B16)
    "energy": ("energy",),
    "engaged": ("person", "energy"),
    "grey": ("ethics",),
}


@dataclass(frozen=True)
class Question:
    """A question, and the tags it suits, the likeliest first."""

    key: str
    text: str
    tags: tuple[str, ...]


def questions() -> tuple[Question, ...]:
    """Everything that is offered to be asked."""
    texts = {
        "learned": tr("What did I learn, and from whom?"),
        "promised": tr("What did I promise and not do, and why: mine, theirs, nobody’s?"),
        "avoiding": tr("What am I avoiding raising?"),
        "using": tr("Which mentor am I under-using, or over-using?"),
        "no_goal": tr("What did I say yes to that serves no goal?"),
        "thanked": tr("Whom have I not thanked?"),
        "stop": tr("What would my mentor say I should stop?"),
        "power": tr("Where did I have less power, and did I still say it?"),
        "passed_on": tr("What have I passed on?"),
        "differently": tr("What will I do differently as a mentee?"),
        "sting": tr("Why did this one sting?"),
        "mine": tr("What was mine in it?"),
        "energy": tr("What gives me energy now, and what takes it?"),
        "engaged": tr("What still draws me to the work with this person?"),
        "grey": tr("Where was a grey area, and what did I do in it?"),
    }
    return tuple(Question(key, texts[key], tags) for key, tags in _TAGS.items())


def question(key: str) -> Question:
    """One of them. Raises KeyError for any other key."""
    return {one.key: one for one in questions()}[key]


def known(text: str | None) -> Question | None:
    """The question that says this, None for one of somebody's own."""
    return next((one for one in questions() if one.text == text), None)


def suiting(tag: str) -> tuple[Question, ...]:
    """The questions that suit a tag, all of them without one; the likeliest first."""
    found = [one for one in questions() if tag in one.tags]
    return tuple(sorted(found, key=lambda one: one.tags.index(tag))) if found else questions()


def paired_question() -> str:
    """What an entry about those I mentor asks of me as a mentee (A12.6)."""
    return question("differently").text


def yearly_headings() -> tuple[str, ...]:
    """The seven headings of a yearly look back, as taught for mentoring up (Lee and others)."""
    return (
        tr("Communication"), tr("Expectations"), tr("Understanding"), tr("Ethics"),
        tr("Equity and inclusion"), tr("Independence"), tr("Professional development"),
    )


@dataclass(frozen=True)
class Prompt:
    """A question that is due: how long ago its like was answered, None for never."""

    kind: str
    question: str
    tag: str
    days: int | None
    person_id: int | None = None

    @property
    def key(self) -> str:
        """What it is put aside by."""
        return f"{KEY}{self.kind}"

    @property
    def is_optional(self) -> bool:
        """Whether it is no more than an idea (A6.3)."""
        return self.kind in ("energy", "engaged")


@dataclass(frozen=True)
class Written:
    """When I last wrote: at all, by tag, and by whom it was about."""

    last: date | None = None
    by_tag: Mapping[str, date] | None = None
    by_person: Mapping[int, date] | None = None


def due(
    written: Written, mentors: Mapping[int, date | None], has_mentees: bool, as_of: date
) -> list[Prompt]:
    """The questions that are due.

    `mentors` are the active ones, with the day they became that, where it is known. One about
    staying engaged comes at most once at a time, and only half a year after it began; and nothing
    about energy comes in the half year after an entry that spoke of it or of a person.
    """
    tags = written.by_tag or {}

    def days(day: date | None) -> int | None:
        return (as_of - day).days if day is not None else None

    def is_due(day: date | None, after: int) -> bool:
        since = days(day)
        return since is None or since >= after

    found = []
    wanted = (
        ("self", "learned", "", written.last, SELF_DAYS),
        ("mentoring_others", "passed_on", "mentoring_others", tags.get("mentoring_others"),
         HALF_YEAR),
        ("ethics", "grey", "ethics", tags.get("ethics"), YEAR),
    )
    for kind, key, tag, day, after in wanted:
        if is_due(day, after) and (kind != "mentoring_others" or has_mentees):
            found.append(Prompt(kind, question(key).text, tag, days(day)))
    if is_due(_latest(tags, "energy", "person"), HALF_YEAR):
        found.append(_engaged(written, mentors, as_of) or Prompt(
            "energy", question("energy").text, "energy", days(tags.get("energy"))))
    return found


def _latest(tags: Mapping[str, date], *names: str) -> date | None:
    return max((tags[name] for name in names if name in tags), default=None)


def _engaged(
    written: Written, mentors: Mapping[int, date | None], as_of: date
) -> Prompt | None:
    """About the mentor I have written nothing about for the longest time."""
    said = written.by_person or {}
    quiet = {
        who: said.get(who) for who, since in mentors.items()
        if since is not None and (as_of - since).days >= HALF_YEAR
        and (who not in said or (as_of - said[who]).days >= HALF_YEAR)}
    if not quiet:
        return None
    who = min(quiet, key=lambda one: (quiet[one] or mentors[one] or date.min, one))
    last = quiet[who]
    return Prompt("engaged", question("engaged").text, "person",
                  (as_of - last).days if last else None, who)


def prompt_words(prompt: Prompt, name: str = "") -> str:
    """Why it is asked now, such as "No entry about those you mentor for 190 days."."""
    n = prompt.days
    if prompt.kind == "engaged":
        return tr("About {name}. An idea, twice a year; leave it if it does not help.", name=name)
    if prompt.kind == "energy":
        return tr("An idea, twice a year; leave it if it does not help.")
    if n is None:
        return {
            "self": tr("You have not written one yet."),
            "mentoring_others": tr("You have not written about those you mentor yet."),
            "ethics": tr("Once a year; you have not written about one yet."),
        }[prompt.kind]
    return {
        "self": tr("Your last entry is {n} days old.", n=n),
        "mentoring_others": tr("You last wrote about those you mentor {n} days ago.", n=n),
        "ethics": tr("Once a year; the last one is {n} days old.", n=n),
    }[prompt.kind]
