"""The indicators of tips 1 and 2: needs, fit and reach; levels, areas, roles and concentration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.deeds import Deed, menu, page
from mentorjournal.mentoring.tips import Reading, State
from mentorjournal.mentoring.tips_facts import Facts, refs
from mentorjournal.words import capital, listing, tr, trn

LEAST_NEEDS, LEAST_MENTORS, LEAST_CHOSEN = 3, 3, 2  # TIPS part D


def _find() -> Deed:
    return menu(tr("Find a mentor"), "find_mentor")


def _add() -> Deed:
    return menu(tr("Add a person"), "add_person")


def _map() -> Deed:
    return menu(tr("See the map"), "show_network")


def needs(facts: Facts) -> Reading:
    """D1.1: needs that an active mentor meets."""
    seen, covered = facts.coverage.needs, set(facts.coverage.covered_needs)
    if len(seen) < LEAST_NEEDS:
        return facts.too_little("D1.1", menu(tr("Add a need"), "add_need"))
    bare = sorted((one for one in seen if one.id not in covered), key=lambda one: -one.importance)
    urgent = any(one.importance >= facts.thresholds["important_need"] for one in bare)
    state: State = "worth a look" if urgent else "going well"
    says = tr("{n} of {of} needs are met", n=len(covered), of=len(seen))
    if bare:
        says = tr("{says}; nobody yet for {needs}", says=says,
                  needs=phrases.some([phrases.quoted(one.text, 40) for one in bare]))
    return facts.tell(
        "D1.1", state, says, facts.because("important_need", state), numerator=len(covered),
        denominator=len(seen), entries=refs("need", [one.id for one in bare]),
        step=_find() if bare else Deed("show", tr("See your needs"), detail="needs"))


def fit(facts: Facts) -> Reading:
    """D1.2: the fit was looked at before it was agreed."""
    if facts.fit.of < LEAST_CHOSEN:
        return facts.too_little("D1.2", _find())
    step = page(tr("Get to know {name}", name=facts.name(facts.candidates[0])),
                facts.candidates[0], "getting_to_know") if facts.candidates else _find()
    return facts.tell(
        "D1.2", "information",
        tr("With {n} of {of} the fit was looked at before you began", n=facts.fit.n,
           of=facts.fit.of),
        numerator=facts.fit.n, denominator=facts.fit.of, people=facts.unfit, step=step)


def reach(facts: Facts) -> Reading:
    """D1.3: how far from one's own desk the mentors are."""
    found, active = facts.coverage.reach, facts.mentors
    if len(active) < LEAST_MENTORS:
        return facts.too_little("D1.3", _add())
    places = [
        (len(found.own_department), tr("{n} in your department")),
        (len(found.other_department), tr("{n} in another one")),
        (len(found.outside), tr("{n} outside")), (len(found.unknown), tr("{n} not noted")),
    ]
    same = found.all_the_same is not None and len(active) >= facts.thresholds["same_place"]
    state: State = "worth a look" if same else "going well"
    return facts.tell(
        "D1.3", state, listing([words.format(n=n) for n, words in places if n]),
        facts.because("same_place", state), numerator=len(active) - len(found.own_department),
        denominator=len(active), people=active if same else (), step=_find() if same else _map())


def levels(facts: Facts) -> Reading:
    """D2.1: peers, a step ahead, senior."""
    words = {"peer": (tr("{n} peer"), tr("{n} peers")),
             "step_ahead": (tr("{n} a step ahead"), tr("{n} a step ahead")),
             "senior": (tr("{n} senior"), tr("{n} seniors"))}
    return _each_has_one(facts, "D2.1", facts.coverage.levels, words, {
        "peer": tr("no peer"), "step_ahead": tr("nobody a step ahead"),
        "senior": tr("no senior")})


def areas(facts: Facts) -> Reading:
    """D2.2: clinical, academic and personal life."""
    setting = facts.coverage.setting
    spoken = {key: phrases.area(key, setting) for key in facts.coverage.areas}
    words = {key: (f"{{n}} {tr('for')} {one}",) * 2 for key, one in spoken.items()}
    nobody = {key: tr("nobody for {area}", area=one) for key, one in spoken.items()}
    return _each_has_one(facts, "D2.2", facts.coverage.areas, words, nobody)


def _each_has_one(
    facts: Facts, key: str, held: Mapping[str, Sequence[int]],
    words: Mapping[str, tuple[str, ...]], nobody: Mapping[str, str],
) -> Reading:
    if not facts.mentors:
        return facts.too_little(key, _add())
    bare = [one for one, ids in held.items() if not ids]
    said = [words[one][len(ids) > 1].format(n=len(ids)) for one, ids in held.items() if ids]
    says = listing(said + [nobody[one] for one in bare])
    state: State = "worth a look" if bare else "going well"
    why = tr("One of each is what the paper asks for.")
    return facts.tell(
        key, state, says, why, numerator=len(held) - len(bare), denominator=len(held),
        people=() if bare else facts.mentors, step=_find() if bare else _map())


def roles(facts: Facts) -> Reading:
    """D2.3: the five roles."""
    if not facts.mentors:
        return facts.too_little("D2.3", _add())
    bare = facts.coverage.missing(facts.coverage.roles)
    held = len(facts.coverage.roles) - len(bare)
    says = tr("{n} of {of} roles are filled", n=held, of=len(facts.coverage.roles))
    if bare:
        says = tr("{says}; nobody yet as {roles}", says=says,
                  roles=listing([phrases.role(one) for one in bare]))
    state: State = "worth a look" if bare else "going well"
    return facts.tell(
        "D2.3", state, says, tr("No one person can be all five; the paper names them."),
        numerator=held, denominator=len(facts.coverage.roles), people=facts.mentors,
        step=_find() if bare else _map())


def concentration(facts: Facts) -> Reading:
    """D2.4: the most of the five roles that one person has."""
    if len(facts.mentors) < LEAST_MENTORS:
        return facts.too_little("D2.4", _add())
    load = {one: sum(one in ids for ids in facts.coverage.roles.values())
            for one in facts.mentors}
    most = max(load.values())
    who = tuple(one for one, n in load.items() if n == most)
    state, key = _state(most, facts.thresholds["roles_held_look"],
                        facts.thresholds["roles_held_act"])
    says = tr("Nobody has one of the five roles yet") if not most else trn(
        "At the most {n} role for one person: {names}",
        "At the most {n} roles for one person: {names}", most, names=facts.several(who))
    return facts.tell(
        "D2.4", state, capital(says), facts.because(key, state), value=most, unit="roles",
        people=who, step=_map() if state == "going well" else _find())


def _state(most: int, look: float, act: float) -> tuple[State, str]:
    if most >= act:
        return "act", "roles_held_act"
    return ("worth a look" if most >= look else "going well"), "roles_held_look"
