"""What the tab of thanks and credit knows of one person, read once a change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import accomplishments, dismissals, thanks
from mentorjournal.journal.accomplishments import Achieved
from mentorjournal.journal.between import Credit, KnowAnswer, News, Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import gratitude
from mentorjournal.mentoring.gratitude import Help, Standing, ThanksInYear
from mentorjournal.words import ago, short_day, tr, trn

HINT = "evidence:thanks"  # shown until it has been read once


@dataclass(frozen=True)
class ThanksFacts:
    """One person's thanks, credit, aims and offers on the day `as_of`."""

    person: Person
    as_of: date
    waiting: tuple[Help, ...]
    given: tuple[Thanks, ...]
    standing: Standing
    year: ThanksInYear
    achieved: tuple[Achieved, ...]
    aims: tuple[KnowAnswer, ...]
    news: News | None
    hint_is_new: bool

    @property
    def asks_for_goals(self) -> bool:
        """Whether it is time to ask what they are after."""
        knows = any(one.topic == "goals" for one in self.aims)
        return gratitude.goals_are_due(self.person.start, knows, self.as_of)

    @property
    def asks_for_offer(self) -> bool:
        """Whether it is time to offer something."""
        return gratitude.offer_is_due(
            self.given, self.person.start, self.news is not None, self.as_of)

    @property
    def last_offer(self) -> Thanks | None:
        """The last time help or a letter was offered."""
        return next((one for one in self.given if one.kind in gratitude.OFFERS and one.date), None)

    def summary(self) -> str:
        """Such as "Last thanked 50 days ago; 5 times in the last year, 2 of them before others"."""
        if self.standing.days is None:
            return tr("None said or sent yet") if self.given else tr("No thanks noted yet")
        last = tr("Last thanked {ago}", ago=ago(self.standing.days))
        if not self.year.count:
            return last
        count = trn("once in the last year", "{n} times in the last year", self.year.count)
        public = trn("{n} of them public", "{n} of them public", self.year.public)
        return ", ".join([last, count, *([public] if self.year.public else [])])

    def help_words(self, help: Help) -> str:
        """When help came, and whether thanks have waited long."""
        day = short_day(help.day, self.as_of)
        days = ago((self.as_of - help.day).days)
        if help.is_late(self.as_of):
            return tr("{day}, {ago}; no thanks noted since", day=day, ago=days)
        return tr("{day}, {ago}", day=day, ago=days)

    def credit_words(self, credit: Credit) -> str:
        """How and when they were credited, or that they were not."""
        if credit.credited_on is None or credit.credited_on > self.as_of:
            return tr("Not credited yet")
        day = short_day(credit.credited_on, self.as_of)
        if credit.credited_how:
            return tr("Credited {day}: {how}", day=day, how=credit.credited_how)
        return tr("Credited {day}", day=day)

    def aim_words(self, aim: KnowAnswer) -> str:
        """What kind of aim it is, and from when."""
        kind = tr("Goals ahead") if aim.topic == "goals" else tr("What they attend to now")
        if aim.as_of is None:
            return kind
        told = tr("{kind}, as of {day}", kind=kind, day=short_day(aim.as_of, self.as_of))
        if (self.as_of - aim.as_of).days > gratitude.YEAR:
            return tr("{told}; ask again", told=told)
        return told


def read(journal: Journal, person: Person, as_of: date) -> ThanksFacts:
    """All of it, with as many questions whatever there is."""
    given = thanks.of_person(journal, person.id)
    waiting = thanks.to_thank_for(journal, as_of, [person.id])
    return ThanksFacts(
        person, as_of, tuple(waiting), tuple(given),
        gratitude.standings([person.id], given, waiting, as_of)[person.id],
        gratitude.in_year(given, as_of),
        tuple(accomplishments.of_person(journal, person.id)),
        tuple(_newest(thanks.aims(journal, person.id))),
        thanks.good_news(journal, person.id, as_of),
        HINT not in dismissals.keys(journal, as_of, HINT),
    )


def _newest(aims: list[KnowAnswer]) -> list[KnowAnswer]:
    """The last answer on each topic, goals first."""
    found: dict[str | None, KnowAnswer] = {}
    for one in aims:
        found.setdefault(one.topic, one)
    return list(found.values())
