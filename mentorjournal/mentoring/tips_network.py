"""Indicators of tips 1 and 2: whom I chose, and what my network covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentorjournal.mentoring import deeds, fit, needs, phrases
from mentorjournal.mentoring.coverage import NEEDS_TO_COUNT, REACH_NEEDS, Ids, resting
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.tips import ACT, LOOK, WELL, Part, Reading, State
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    by_rule,
    judged,
    look_if,
    told,
    too_little,
)
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.mentoring.vocabulary import FIVE_ROLES
from mentorjournal.words import listing, number, tr, trn


def add_people() -> Deed:
    """The step of somebody who has nobody in the journal yet."""
    return deeds.menu(tr("Add people"), "add_names")


def _find() -> Deed:
    return deeds.menu(tr("Find a mentor"), "find_mentor")


def _see_network() -> Deed:
    return Deed("show", tr("See your network"), detail="network")


def people(ids: Iterable[int]) -> tuple[Ref, ...]:
    """Some people as entries."""
    return tuple(Ref("person", one) for one in ids)


def everybody(on: OnDay) -> tuple[Ref, ...]:
    """All active mentors as entries."""
    return people(one.id for one in on.mentors)


# 1 Choose your own mentors --------------------------------------------------------------------


def needs_covered(on: OnDay) -> Reading:
    """D1.1: needs that an active mentor meets, of all that are open."""
    cover = on.coverage
    total, covered = len(cover.needs), len(cover.covered_needs)
    if total < NEEDS_TO_COUNT:
        step = deeds.menu(tr("Write a need"), "add_need")
        return too_little(on, "D1.1", total, step=step)
    bare = sorted((one for one in cover.needs if one.id not in cover.covered_needs),
                  key=lambda one: -one.importance)
    urgent = needs.urgent(cover, on.limits["important_need"])
    might = tuple(dict.fromkeys(who for one in bare for who in needs.held(one, cover).candidates))
    says = tr("{n} of {of} needs have somebody", n=covered, of=total)
    if bare:
        says = tr("{said}; nobody yet for {need}", said=says, need=phrases.quoted(bare[0].text))
    found = tr("{need} has nobody", need=phrases.quoted(urgent[0].text)) if urgent else tr(
        "every need of that importance has somebody")
    if might:
        step = deeds.page(tr("Meet {name}", name=on.name(might[0])), might[0],
                          "getting_to_know")
    elif bare:
        step = deeds.go(tr("Find somebody for it"), "need", bare[0].id)
    else:
        step = Deed("show", tr("Review your needs"), detail="needs")
    return judged(
        on, "D1.1", look_if(bool(urgent)), says, because(on, found, "important_need"),
        numerator=covered, denominator=total, people=might, step=step,
        **behind((Ref("need", one.id) for one in bare), tr("Not covered yet"),
                 (Ref("need", one.id) for one in cover.needs)))


def fit_checked(on: OnDay) -> Reading:
    """D1.2: mentors I chose with a fit sheet from before we began."""
    sheets = on.first_sheets
    found = fit.checked_before(on.mentors, sheets)
    unsure = [one.id for one in on.candidates if one.id not in sheets]
    step = deeds.page(tr("{name}: a fit?", name=on.name(unsure[0])), unsure[0],
                      "getting_to_know") if unsure else deeds.menu(
        tr("Add a candidate"), "add_person")
    if not found.is_known:
        return too_little(on, "D1.2", found.of, step=step)
    bare = [one.id for one in on.mentors
            if fit.is_chosen(one) and not fit.was_checked(one, sheets)]
    return told(on, "D1.2", fit.checked_words(found), numerator=found.n, denominator=found.of,
                people=tuple(bare), step=step, **behind(
                    people(bare), tr("Not looked at first"),
                    people(one.id for one in on.mentors if fit.is_chosen(one))))


_PLACES = {
    "own_department": "your own department", "other_department": "another department",
    "outside": "outside", "unknown": "not noted",
}


def reach(on: OnDay) -> Reading:
    """D1.3: where the active mentors work, seen from here."""
    found, n = on.coverage.reach, len(on.mentors)
    own, other, outside = found.own_department, found.other_department, found.outside
    placed, parts = n - len(found.unknown), _held(on, {
        tr(words): getattr(found, key) for key, words in _PLACES.items()})
    if n < REACH_NEEDS:
        return too_little(on, "D1.3", n, step=add_people())
    same = found.same(on.limits["same_place"])
    if found.unknown and (placed < REACH_NEEDS or found.same(1)):
        step = deeds.page(tr("Say where they work"),
                          found.unknown[0])
        return too_little(
            on, "D1.3", placed, tr("It is not noted where they work"), step=step, parts=parts,
            people=found.unknown, **behind(people(found.unknown), tr("Not noted yet")))
    says = tr("{own} of {n} mentors are in your department, {other} in others, {outside} outside",
              own=len(own), n=n, other=len(other), outside=len(outside))
    where = trn("your {n} mentor works in {places}", "your {n} mentors work in {places}", n,
                places=trn("{n} kind of place", "{n} kinds of place",
                           sum(map(bool, (own, other, outside)))))
    return judged(
        on, "D1.3", look_if(same is not None), says, because(on, where, "same_place"),
        numerator=len(own), denominator=n, parts=parts,
        **behind(people(getattr(found, same) if same else ()), tr("All from one place"),
                 everybody(on)),
        step=_find() if same else _see_network())


# 2 Build a network ----------------------------------------------------------------------------


def levels(on: OnDay) -> Reading:
    """D2.1: peers, a step ahead, senior."""
    held = {phrases.level(key): ids for key, ids in on.coverage.levels.items()}
    return _covered(on, "D2.1", held, tr("a level with nobody is worth a look"))


def areas(on: OnDay) -> Reading:
    """D2.2: clinical work, academic goals, personal life."""
    setting = on.coverage.setting
    return _covered(
        on, "D2.2",
        {phrases.area(key, setting): ids for key, ids in on.coverage.areas.items()},
        tr("an area with nobody is worth a look"))


def roles(on: OnDay) -> Reading:
    """D2.3: the five roles."""
    return _covered(on, "D2.3", {phrases.role(key): ids for key, ids in on.coverage.roles.items()},
                    tr("a role with nobody is worth a look"))


def _covered(on: OnDay, key: str, held: Mapping[str, Ids], rule: str) -> Reading:
    n = len(on.mentors)
    if not n:
        return too_little(on, key, n, step=add_people())
    missing = [words for words, ids in held.items() if not ids]
    found = tr("Nobody yet: {missing}", missing=listing(missing)) if missing else tr(
        "None is without anybody")
    return judged(
        on, key, look_if(bool(missing)), _covered_words(on, key, held, missing),
        by_rule(INDICATORS[key], found, rule),
        numerator=len(held) - len(missing), denominator=len(held), parts=_held(on, held),
        step=_find() if missing else _see_network(), **behind((), "", everybody(on)))


_SETS = {"D2.1": "three levels", "D2.2": "three areas", "D2.3": "five roles"}


def _covered_words(on: OnDay, key: str, held: Mapping[str, Ids], missing: list[str]) -> str:
    """Such as "Your 8 mentors cover all three levels: 1 peer, 1 step-ahead and 6 senior"."""
    n, sets = len(on.mentors), tr(_SETS[key])
    if missing:
        return trn("Your {n} mentor covers {there} of the {sets}; nobody yet: {missing}",
                   "Your {n} mentors cover {there} of the {sets}; nobody yet: {missing}", n,
                   there=len(held) - len(missing), sets=sets, missing=listing(missing))
    said = trn("Your {n} mentor covers all {sets}", "Your {n} mentors cover all {sets}", n,
               sets=sets)
    if key != "D2.3":
        counts = [tr("{n} {words}", n=len(ids), words=words) for words, ids in held.items()]
        if key == "D2.2":
            counts = [tr("{words} {n}", n=len(ids), words=words) for words, ids in held.items()]
        return tr("{said}: {counts}", said=said, counts=listing(counts))
    alone = [(words, ids[0]) for words, ids in held.items() if len(ids) == 1]
    if n > 1 and len(alone) == 1:
        words, who = alone[0]
        return tr("{said}; only {name} is your {role}", said=said, name=on.name(who), role=words)
    return said


def _held(on: OnDay, held: Mapping[str, Ids]) -> tuple[Part, ...]:
    return tuple(
        Part(words, numerator=len(ids), denominator=len(on.mentors),
             detail=listing(on.names(ids)))
        for words, ids in held.items())


def concentration(on: OnDay) -> Reading:
    """D2.4: the most of the five roles that one mentor holds."""
    held, n = on.coverage.concentration, len(on.mentors)
    state = resting(held.most, n, on.limits["roles_held_look"], on.limits["roles_held_act"])
    if state == "not_enough":
        return too_little(on, "D2.4", n, step=add_people())
    judgement: State = {"act": ACT, "look": LOOK}.get(state, WELL)
    if judgement == WELL:
        says = tr("Nobody holds more than {n} of the five roles", n=held.most)
    else:
        says = tr("{n} of the five roles rest on one person: {names}", n=held.most,
                  names=phrases.some(on.names(held.person_ids)))
    key = "roles_held_act" if judgement == ACT else "roles_held_look"
    found = tr("{n} of the five roles is the most that one person holds", n=number(held.most))
    return judged(
        on, "D2.4", judgement, says, because(on, found, key), value=held.most, unit="roles",
        people=held.person_ids, step=_see_network() if judgement == WELL else _find(),
        **behind(people(held.person_ids if judgement != WELL else ()), tr("With most roles"),
                 everybody(on)),
        parts=tuple(
            Part(on.name(one.id), numerator=len(set(FIVE_ROLES) & set(one.roles)), denominator=5,
                 person_id=one.id)
            for one in on.mentors))
