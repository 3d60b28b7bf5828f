"""What the page of goals shows: read at once, and put into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import goal_overview, goal_people, people
from mentorjournal.journal.aims import GoalStep, SelfRating
from mentorjournal.journal.goal_overview import BareNeed, GoalFacts
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, MeetingSummary, Person
from mentorjournal.mentoring import goals as rules
from mentorjournal.mentoring.goals import Presence, Standing
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.mentoring.vocabulary import HORIZONS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.words import day_month_year, in_sentence, listing, number, short_day, tr, trn

TABLES = (
    "goal", "goal_gap", "goal_step", "goal_person", "goal_version", "goal_progress", "need",
    "self_rating", "commitment", "commitment_hours", "agenda_item", "meeting", "person",
    "person_tag",
)
LONGEST_NAME = 28  # letters of a name on a button
NO_BREAK = "\u00a0"  # a space at which no line ends


@dataclass(frozen=True)
class CardFacts:
    """An active goal with its people, what is there of the five, and what is worth a look.

    `meeting` is the next one with somebody who is attached, if there is one.
    """

    about: GoalFacts
    people: tuple[Person, ...]
    presence: Presence
    signs: tuple[tuple[str, str], ...]
    meeting: MeetingSummary | None
    as_of: date

    @property
    def goal(self) -> Goal:
        """The goal."""
        return self.about.goal

    def person(self, person_id: int | None) -> Person | None:
        """One of its people."""
        return next((one for one in self.people if one.id == person_id), None)


@dataclass(frozen=True)
class PageFacts:
    """Everything on the page; `cards` stand by horizon, the nearest first."""

    cards: tuple[CardFacts, ...]
    past: tuple[GoalFacts, ...]
    needs: tuple[BareNeed, ...]

    def of_horizon(self, horizon: str) -> list[CardFacts]:
        """The cards of a horizon, "" for goals without one."""
        return [one for one in self.cards if (one.goal.horizon or "") == horizon]


def read(journal: Journal, as_of: date) -> PageFacts:
    """Read the page."""
    every = goal_overview.overview(journal, as_of)
    wanted = {key for one in every for key in one.helper_ids}
    known = {one.person.id: one.person for one in people.everybody(journal, as_of, wanted)} if (
        wanted) else {}
    coming = goal_people.coming_meetings(journal, as_of)
    cards = [_card(one, known, coming, as_of) for one in every if one.goal.status == "active"]
    order = {horizon: place for place, horizon in enumerate(HORIZONS)}
    cards.sort(key=lambda one: order.get(one.goal.horizon or "", len(order)))
    past = [one for one in every if one.goal.status != "active"]
    past.sort(key=lambda one: one.goal.done_on or date.min, reverse=True)
    return PageFacts(tuple(cards), tuple(past), tuple(goal_overview.bare_needs(journal)))


def _card(
    about: GoalFacts, known: dict[int, Person], coming: list[MeetingSummary], as_of: date
) -> CardFacts:
    helpers = tuple(known[key] for key in about.helper_ids if key in known)
    standing = Standing(
        since=about.since, gaps=len(about.gaps), helpers=len(helpers),
        unshared=tuple(in_sentence(known[key].short_name) for key in about.unshared),
        on_agenda=bool(about.agenda))
    signs = tuple(
        (sign, rules.sign_words(sign, about.goal, about.steps, standing, as_of))
        for sign in rules.signs(about.goal, about.steps, standing, as_of))
    fitting = [one for one in coming if one.person.id in about.helper_ids]
    return CardFacts(
        about, helpers, rules.present(about.goal, about.steps), signs,
        fitting[0] if fitting else None, as_of)


# Words ----------------------------------------------------------------------------------------


def subtitle(page: PageFacts) -> str:
    """Such as "5 goals in 3 horizons · 1 need without a goal"."""
    filled = len(rules.horizons_filled([one.goal for one in page.cards]))
    parts = []
    if page.cards:
        in_horizons = (
            trn("in {n} horizon", "in {n} horizons", filled) if filled else tr("without a horizon"))
        count = trn("{n} goal", "{n} goals", len(page.cards))
        parts.append(tr("{goals} {where}", goals=count, where=in_horizons))
    if page.needs:
        parts.append(trn("{n} need without a goal", "{n} needs without a goal", len(page.needs)))
    return " · ".join(parts)


def year_day(day: date) -> str:
    """Such as "31 Dec 2026"."""
    return day_month_year(day)


def kind_words(card: CardFacts) -> str:
    """Domain, day and hours, such as "Research · 31 Dec 2026 · 4 h a week"; none is broken."""
    goal, hours = card.goal, card.about.hours
    return " · ".join(part.replace(" ", NO_BREAK) for part in (
        word(goal.domain), year_day(goal.due) if goal.due else tr("no day yet"),
        tr("{n} h a week", n=number(hours)) if hours else "") if part)


def late_words(card: CardFacts) -> str:
    """How late the goal is, "" when it is not."""
    return rules.due_words(card.goal.due, card.as_of) if card.goal.due else ""


def is_counted(goal: Goal) -> bool:
    """Whether its measure is a number."""
    return goal.measure_target is not None


def progress_words(card: CardFacts) -> tuple[float | None, str]:
    """How far it is, 0 to 1 or None, and the same in words."""
    goal, steps = card.goal, card.about.steps
    if goal.measure_target is not None:
        target = number(goal.measure_target)
        if goal.measure_value is None:
            return None, tr("No number yet, {target} to reach", target=target)
        far = rules.progress(goal)
        words = tr("{value} now, {target} to reach") if far is None else tr("{value} of {target}")
        return far, words.format(value=number(goal.measure_value), target=target)
    if not steps:
        return None, tr("No steps yet")
    done = sum(1 for one in steps if one.done_on)
    return done / len(steps), trn(
        "{done} of {n} step", "{done} of {n} steps", len(steps), done=done)


def presence_words(presence: Presence) -> str:
    """Such as "All parts are there" or "4 of 5 parts: no measure yet"."""
    missing = rules.missing_words(presence)
    if not missing:
        return tr("All parts are there")
    return tr("{n} of 5 parts: {missing}", n=len(presence.there), missing=missing)


def presence_tip(presence: Presence) -> str:
    """What the five are, and what is missing."""
    said = tr("The five parts of a goal: words, a measure, a day, a reason, a next step.")
    return f"{said} {presence_words(presence)}."


def rating_words(rating: SelfRating) -> str:
    """Such as "2 of 5 now, 4 wanted"."""
    if rating.now is None:
        return tr("{n} of 5 wanted", n=rating.wanted) if rating.wanted else ""
    if rating.wanted is None:
        return tr("{n} of 5 now", n=rating.now)
    return tr("{n} of 5 now, {wanted} wanted", n=rating.now, wanted=rating.wanted)


def step_day(step: GoalStep, as_of: date) -> tuple[str, str]:
    """The day of a step and the tone of its words: when it was taken, is due, or how late it is."""
    if step.done_on is not None:
        return short_day(step.done_on, as_of), "muted"
    if step.due is None:
        return "", "muted"
    late = rules.due_words(step.due, as_of)
    return (late, "alert") if late else (short_day(step.due, as_of), "muted")


def whose_words(step: GoalStep, helper: Person | None) -> str:
    """Whose step it is, "" for my own."""
    if step.owner == "me":
        return ""
    name = in_sentence(helper.short_name) if helper else ""
    if step.owner == "both":
        return tr("{name} and I together", name=name) if name else tr("together")
    return tr("{name}’s step", name=name) if name else tr("their step")


def called(one: Person) -> str:
    """A name that fits on a button."""
    name = one.short_name
    name = name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME - 1].rstrip() + "…"
    return name.replace("&", "&&")


def spoken(card: CardFacts) -> str:
    """A goal as it is read out."""
    return ", ".join(filter(None, (
        card.goal.text, kind_words(card), late_words(card),
        progress_words(card)[1] if is_counted(card.goal) else "",
        *(words for _, words in card.signs))))


def past_words(goal: Goal) -> str:
    """When a goal was reached or dropped."""
    if goal.status == "done":
        return tr("Reached {day}", day=year_day(goal.done_on)) if goal.done_on else tr("Reached")
    return tr("Dropped {day}", day=year_day(goal.done_on)) if goal.done_on else tr("Dropped")


def still_words(about: GoalFacts) -> str:
    """What takes hours for a goal that is over, such as "“Data safety board” still takes 2.5 h a
    week for it."; "" when nothing does."""
    if not about.commitments:
        return ""
    return trn(
        "{what} still takes {hours} h a week for it.",
        "{what} still take {hours} h a week for it.", len(about.commitments),
        what=listing([quoted(one.title) for one in about.commitments]),
        hours=number(about.hours))
