"""What the network pane knows: people, coverage and gaps, read once and refreshed by ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mentorjournal.journal import contacts, endings, keeping, me, needs, people, stages
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import PersonFacts
from mentorjournal.mentoring import coverage as coverage_rules
from mentorjournal.mentoring import gaps as gap_rules
from mentorjournal.mentoring.gaps import EmptyPlace
from mentorjournal.models.people_list import (
    PersonLine,
    contact_tone,
    contact_words,
    line_of,
    role_words,
    sentence,
)
from mentorjournal.ui.map.person import MapGap, MapPerson
from mentorjournal.ui.panes.network_overview import Overview
from mentorjournal.ui.panes.network_person import PersonShown
from mentorjournal.ui.panes.network_stage import StageQuestion
from mentorjournal.ui.panes.network_updates import UpdateOwed
from mentorjournal.words import listing, tr, trn

CONTACT = {"within": "within", "due_soon": "due_soon", "overdue": "overdue", "dormant": "overdue",
           "paused": "within", "none": "none"}
AROUND = ("person_tag", "meeting", "contact", "need", "need_person", "me", "ending", "my_stage",
          "dismissal", "person_stage")


class NetworkFacts:
    """People as lines, coverage and gaps on the day `as_of`."""

    def __init__(self, journal: Journal, as_of: date, default_days: int) -> None:
        self.journal = journal
        self.as_of = as_of
        self._default_days = default_days
        self._photos: dict[str, bytes | None] = {}
        self.lines: dict[int, PersonLine] = {}
        self._read_around()
        self._read_contact()
        self._take(people.everybody(journal, as_of))
        self._judge()

    # Reading ----------------------------------------------------------------------------------

    def is_touched(self, changes: Changes) -> bool:
        """Whether a change is about anything shown here."""
        return changes.touches("person", *AROUND)

    def refresh(self, changes: Changes) -> frozenset[int] | None:
        """Read what was touched; the ids of people who look different now.

        None when people came or went, or when gaps or I myself changed, so that all must be shown.
        """
        before, frame = dict(self.lines), self._frame()
        named = changes.of("person")
        if changes.touches(*AROUND):
            if changes.touches("need", "need_person", "me"):
                self._read_around()
            self._read_contact()
            self._take(people.everybody(self.journal, self.as_of))
        else:
            found = people.everybody(self.journal, self.as_of, named)
            others = [line.facts for key, line in self.lines.items() if key not in named]
            self._take(sorted((*others, *found), key=lambda one: one.person.name.lower()))
        self._judge()
        if before.keys() != self.lines.keys() or frame != self._frame():
            return None
        return frozenset(key for key, line in self.lines.items() if line != before[key])

    def _frame(self) -> tuple[object, ...]:
        return self.empty_places, self.me_name, self.setting

    def _read_around(self) -> None:
        self._me = me.get(self.journal)
        self._needs = needs.every(self.journal)
        self.setting = self._me.setting or "clinical"
        self.me_name = _first_name(self._me.name)

    def _read_contact(self) -> None:
        self._points = keeping.touchpoints(self.journal, self.as_of)
        self._waiting = contacts.waiting(self.journal, self.as_of)
        self._asked = people.asked_on(self.journal)
        self.starts = keeping.who_begins(self.journal, self.as_of)
        self.updates = tuple(
            UpdateOwed(whom, one.update_promised or "", one.check_in_on, self.as_of)
            for whom, one in endings.updates_due(self.journal, self.as_of) if one.check_in_on
        )

        self.stage = self._read_stage()

    def _read_stage(self) -> StageQuestion | None:
        """The question of a new stage of mine, while there is anybody to decide about."""
        which = stages.question(self.journal, stages.MENTORS, self.as_of)
        left = len(stages.undecided(self.journal, self.as_of, self._default_days)) if which else 0
        return StageQuestion(which, left, self.as_of) if which and left else None

    def _take(self, found: Iterable[PersonFacts]) -> None:
        self.lines = {
            facts.person.id: line_of(
                facts, self.as_of, self._default_days, self.setting, self._photo(facts),
                self._points.year(facts.person, self.as_of),
                keeping.since(self._waiting.get(facts.person.id, ()), facts.last_touchpoint),
                self._asked.get(facts.person.id),
            )
            for facts in found
        }

    def _photo(self, facts: PersonFacts) -> bytes | None:
        digest = facts.person.photo
        if not digest:
            return None
        if digest not in self._photos:
            self._photos[digest] = people.photo(self.journal, facts.person)
        return self._photos[digest]

    def _judge(self) -> None:
        everyone = [line.person for line in self.lines.values()]
        self.coverage = coverage_rules.cover(everyone, self._needs, self._me)
        self.gaps = gap_rules.gaps(self.coverage)
        self.empty_places: tuple[EmptyPlace, ...] = gap_rules.empty_places(self.gaps)

    # For the details --------------------------------------------------------------------------

    @property
    def has_begun(self) -> bool:
        """Whether there is anything to show: somebody, or a need that nobody meets yet."""
        return bool(self.lines or self.coverage.needs)

    def overview(self) -> Overview:
        """What is shown while nobody is chosen."""
        return Overview(
            self.coverage, self.gaps, dict(self.lines), self.starts, self.updates, self.stage)

    def shown(self, person_id: int) -> PersonShown:
        """What is shown of one person; "what if" only for those who cover something now."""
        line = self.lines[person_id]
        if not line.person.is_active:
            return PersonShown(line, None)
        everyone = [one.person for one in self.lines.values()]
        leaving = coverage_rules.what_if_leaves(person_id, everyone, self._needs, self._me)
        without = [one for one in everyone if one.id != person_id]
        known = {gap.key for gap in self.gaps}
        after = gap_rules.gaps(coverage_rules.cover(without, self._needs, self._me))
        opened = tuple(gap for gap in after if gap.key not in known)
        names = {one.id: one.short_name for one in everyone if one.standing == "candidate"}
        return PersonShown(line, leaving, opened, names)


def map_person(line: PersonLine) -> MapPerson:
    """A person as the map draws them."""
    one = line.person
    missing = [
        word for word, there in ((tr("level"), one.level), (tr("area"), one.areas),
                                 (tr("role"), one.roles)) if not there
    ]
    wants = bool(missing) and one.standing in ("mentor", "candidate")
    return MapPerson(
        one.id, one.name, one.initials, one.standing, one.level, one.areas, one.roles,
        role_words(one), CONTACT[line.reading.state], contact_words(line), contact_tone(line),
        sentence(line), line.photo,
        tr("Not noted yet: {what}.", what=listing(missing)) if wants else "",
    )


def map_gaps(places: Sequence[EmptyPlace]) -> list[MapGap]:
    """The empty places as the map draws them."""
    return [MapGap(place.level, place.area, place.words, place.gap_key.startswith("need:"))
            for place in places]


def subtitle(lines: Iterable[PersonLine]) -> str:
    """Such as "8 mentors, 1 candidate, 2 people I mentor"; what is none is left out."""
    standings = [line.person.standing for line in lines]
    counts = (
        (standings.count("mentor"), "{n} mentor", "{n} mentors"),
        (standings.count("candidate"), "{n} candidate", "{n} candidates"),
        (standings.count("mentee"), "{n} person I mentor", "{n} people I mentor"),
        (standings.count("past"), "{n} past mentor", "{n} past mentors"),
    )
    said = [trn(one, many, n) for n, one, many in counts[:3] if n]
    if not said and counts[3][0]:
        said = [trn(counts[3][1], counts[3][2], counts[3][0])]
    return ", ".join(said)


def _first_name(name: str | None) -> str:
    """What stands in the middle of the map."""
    parts = [part for part in (name or "").split(",")[0].split() if not part.endswith(".")]
    parts = [part for part in parts if part not in ("Dr", "Prof", "Professor")] or parts
    return parts[0] if parts else tr("Me")
