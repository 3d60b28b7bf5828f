"""The agenda of one meeting, on exactly one page.

`AgendaFacts` is the whitelist: what is not one of its fields cannot reach the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mentorjournal.documents import document as d
from mentorjournal.documents.agenda_limits import (
    MOST_ITEMS,
    MOST_OPTIONS,
    SHORTER,
    TIGHT,
    Limits,
    ladder,
)
from mentorjournal.mentoring.sides import OnPaper, with_mentor
from mentorjournal.words import (
    clock_time,
    long_day,
    short_day,
    tr,
    trn,
    weekday_day,
    whole_day,
)

PRIORITIES = ("must", "should", "if_time")
OPENING_SENTENCES = 2
# What weighs less stays longer: every question, then the rows of the musts, then those of OTHERS.
OPTIONS, BACKGROUND, VIEW, OTHERS = 1.0, 2.0, 3.0, 4.0
DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+")


@dataclass(frozen=True)
class OptionLine:
    """One way out that the mentee sees, and whether it is the one they prefer."""

    text: str
    note: str = ""
    preferred: bool = False


@dataclass(frozen=True)
class AgendaLine:
    """One point to talk about; `priority` is must, should or if_time."""

    title: str
    kind_words: str = ""
    priority: str = "should"
    minutes: int = 0
    question: str = ""
    background: str = ""
    options: tuple[OptionLine, ...] = ()
    my_view: str = ""
    wanted_words: str = ""


@dataclass(frozen=True)
class AskLine:
    """Something the mentor is asked to do before the meeting."""

    text: str
    minutes: int = 0
    due: date | None = None
    link: str = ""


@dataclass(frozen=True)
class PromiseLine:
    """A promise of either side, kept on a day or still open."""

    text: str
    owner_name: str = ""
    done_on: date | None = None
    due: date | None = None


@dataclass(frozen=True)
class AgendaFacts:
    """Everything an agenda may say."""

    person_name: str
    me_name: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    where: str = ""
    link: str = ""
    result_wanted: str = ""
    opening: str = ""
    time_saver: str = ""
    items: tuple[AgendaLine, ...] = ()
    asks: tuple[AskLine, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    since: date | None = None
    goals: tuple[str, ...] = ()
    planned_minutes: int = 0
    slot_minutes: int = 0
    prepared_on: date | None = None
    next_date: str = ""
    language: str = "en-GB"
    says: OnPaper = field(default_factory=lambda: with_mentor().paper)


def fit_one_page(facts: AgendaFacts, page: d.PageSize = "A4") -> d.Document:
    """The fullest agenda that stands on one page; what is left out is counted on it."""
    from mentorjournal.documents.pdf import page_count

    def fits(limits: Limits) -> bool:
        return page_count(compose(facts, page, limits)) == 1

    shown = in_priority_order(facts.items)[:MOST_ITEMS]
    weights = sorted(weight for item in shown for weight, _ in _rows(item, TIGHT, facts.says))
    musts, questions = bisect_left(weights, OTHERS), bisect_left(weights, OPTIONS)
    steps = ladder(len(weights), len(weights) - musts, questions)
    if fits(steps[0]):
        return compose(facts, page)
    limits = steps[bisect_left(steps, True, hi=len(steps) - 1, key=fits)]
    kept = len(weights) - limits.dropped
    for place in range(kept, musts if kept < musts else len(weights)):
        fuller = replace(limits, put_back=(*limits.put_back, place))
        limits = fuller if fits(fuller) else limits
    return compose(facts, page, limits)


def compose(
    facts: AgendaFacts, page: d.PageSize = "A4", limits: Limits = SHORTER[0]
) -> d.Document:
    """The agenda's blocks; with the widest limits they may take more than one page."""
    blocks = [*_head(facts, limits), *_items(facts, limits)]
    columns = _columns(facts, limits)
    if columns is not None:
        blocks += [d.Rule(strong=True), columns] if facts.items else [columns]
    if facts.items or columns is not None:
        blocks.append(d.Rule())
    blocks.append(d.NoteLines(tr("Decisions and actions"), tr("Next date:"), facts.next_date))
    return d.Document(
        title=tr("Agenda for {name}", name=_short(facts.person_name)),
        author=facts.me_name,
        subject=_when(facts)[0] if facts.starts_at else "",
        language=facts.language,
        page=page,
        blocks=tuple(blocks),
        footer=_footer(facts),
        gaps=limits.gaps,
        dated=facts.prepared_on,
    )


def _short(text: str, most: int = 200) -> str:
    """A text as one line of bounded length, for places that are never laid out."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def isolated(text: str) -> str:
    """A text to stand inside another one: its direction stays its own affair."""
    bare = DIRECTION_CONTROLS.sub("", text)
    return f"\u2068{bare}\u2069" if RIGHT_TO_LEFT.search(bare) else bare


def _more(count: int) -> str:
    return trn("+{n} more", "+{n} more", count) if count > 0 else ""


# Head


def _head(facts: AgendaFacts, limits: Limits) -> list[d.Block]:
    head = [d.Fact(tr("Who"), _who(facts), limits.names, joiner=" ")]
    if facts.starts_at:
        head.append(d.Fact(tr("When"), _when(facts), 2))
    places = [place for place in (*facts.where.split("\n")[:2], facts.link) if place.strip()]
    if places:
        head.append(d.Fact(tr("Where"), tuple(places), limits.names))
    blocks: list[d.Block] = [d.Title(tr("Agenda")), d.Facts(tuple(head)), d.Rule(strong=True)]
    if facts.result_wanted.strip():
        blocks.append(d.Box(facts.says.result, facts.result_wanted, limits.result))
    if facts.opening.strip():
        blocks.append(d.Paragraph(_opening(facts.opening), lines=limits.result))
    if len(blocks) > 3:
        blocks.append(d.Gap(8))
    return blocks


def _who(facts: AgendaFacts) -> tuple[str, ...]:
    """Both names, a line each; one from right to left has its line alone, and is copied whole."""
    mine, theirs = facts.me_name, facts.person_name
    if not mine.strip():
        return (theirs,)
    if RIGHT_TO_LEFT.search(mine):
        return mine, tr("with {name}", name=isolated(theirs))
    return tr("{name} with", name=mine), theirs


def _when(facts: AgendaFacts) -> tuple[str, ...]:
    starts, ends = facts.starts_at, facts.ends_at
    if starts is None:
        return ()
    day, time = long_day(starts.date()), clock_time(starts)
    if ends is None:
        return day, time
    return day, tr("{start} to {end}", start=time, end=clock_time(ends))


def _opening(text: str) -> str:
    sentences = SENTENCE_END.split(text.strip())
    kept = " ".join(sentences[:OPENING_SENTENCES])
    return kept if len(sentences) <= OPENING_SENTENCES else f"{kept} …"


# Items


def _priority_words(priority: str) -> str:
    return {"must": tr("must"), "should": tr("should"), "if_time": tr("if time")}.get(priority, "")


def in_priority_order(items: Sequence[AgendaLine]) -> list[AgendaLine]:
    """Must, should, if time; in their own order within each."""
    order = {priority: at for at, priority in enumerate(PRIORITIES)}
    return sorted(items, key=lambda item: order.get(item.priority, len(order)))


def _items(facts: AgendaFacts, limits: Limits) -> list[d.Block]:
    ordered = in_priority_order(facts.items)
    shown = ordered[: limits.items]
    rows = _kept_rows(shown, limits, facts.says)
    blocks: list[d.Block] = []
    for number, (item, kept) in enumerate(zip(shown, rows, strict=True), 1):
        if blocks and limits.rules:
            blocks.append(d.Rule())
        blocks.append(_item(number, item, kept, limits, facts.says))
    parked = ordered[limits.items :]
    if parked:
        titles = "; ".join(isolated(_short(item.title, 80)) for item in parked[:10])
        text = tr("{more} when we meet: {titles}", more=_more(len(parked)), titles=titles)
        blocks += [d.Rule(), d.Paragraph(text, tone="small", lines=min(2, limits.small))]
    return blocks


def _kept_rows(
    items: Sequence[AgendaLine], limits: Limits, says: OnPaper
) -> list[list[d.Row]]:
    """Each item's rows without the `dropped` ones that weigh most."""
    weighed = [
        (weight, at, row) for at, item in enumerate(items)
        for weight, row in _rows(item, limits, says)
    ]
    by_weight = sorted(range(len(weighed)), key=lambda i: weighed[i][0])
    kept = set(by_weight[: max(0, len(weighed) - limits.dropped)])
    kept |= {by_weight[place] for place in limits.put_back if place < len(weighed)}
    rows: list[list[d.Row]] = [[] for _ in items]
    for i, (_, at, row) in enumerate(weighed):
        if i in kept:
            rows[at].append(row)
    return rows


def _item(
    number: int, item: AgendaLine, kept: Sequence[d.Row], limits: Limits, says: OnPaper
) -> d.Item:
    more = tr("more when we meet") if len(kept) < len(_rows(item, limits, says)) else ""
    parts = (item.kind_words, _priority_words(item.priority), _wanted(item), more)
    return d.Item(
        str(number),
        item.title,
        tr("{n} min", n=item.minutes) if item.minutes > 0 else "",
        " · ".join(part for part in parts if part.strip()),
        tuple(kept),
        lines=limits.title,
    )


def _wanted(item: AgendaLine) -> str:
    """What is hoped for, unless the kind of the item says so already."""
    wanted = item.wanted_words.strip()
    if not wanted or wanted.casefold() in item.kind_words.casefold():
        return ""
    return tr("wanted: {what}", what=wanted[:1].lower() + wanted[1:])


def _rows(item: AgendaLine, limits: Limits, says: OnPaper) -> list[tuple[float, d.Row]]:
    """The item's rows as they are read, each with its weight (lower stays longer)."""
    letters = [chr(ord("A") + at) for at in range(len(item.options[:MOST_OPTIONS]))]
    options: list[d.Words] = [
        (d.Span(f"{letter}. {_full_stop(option.text)}", strong=True), d.Span(f" {option.note}"))
        for letter, option in zip(letters, item.options, strict=False)
    ]
    if len(item.options) > len(letters):
        options.append(_more(len(item.options) - len(letters)))
    preferred = [x for x, option in zip(letters, item.options, strict=False) if option.preferred]
    view = " ".join([*(f"{letter}." for letter in preferred), item.my_view.strip()])
    at = PRIORITIES.index(item.priority) if item.priority in PRIORITIES else len(PRIORITIES)
    later = OTHERS + 1.2 * at if at else 0.0
    rows = (
        (BACKGROUND + later, tr("Background"), (item.background,)),
        (OPTIONS + later, says.options, tuple(options)),
        (VIEW + later, says.view, (view,)),
        (at / 10, says.question, (item.question,)),
    )
    return [
        (weight, d.Row(label, texts, lines=limits.text))
        for weight, label, texts in rows
        if any(d.plain(text).strip() for text in texts)
    ]


def _full_stop(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…。！？" else f"{text}."


# Below the items


def _columns(facts: AgendaFacts, limits: Limits) -> d.Columns | None:
    left: list[d.Block] = []
    right: list[d.Block] = []
    if facts.asks:
        left.append(_asks(facts, limits))
    if facts.time_saver.strip() and limits.time_saver:
        left.append(d.Listing(tr("To make this quick"), (facts.time_saver,), lines=limits.small))
    if facts.promises:
        right.append(_promises(facts, limits))
    if facts.goals and limits.goals:
        goals = facts.goals[: limits.goals]
        listing = d.Listing(
            tr("Running goals"), goals, _more(len(facts.goals) - len(goals)), lines=1
        )
        on_left = 2 * len(left) + len(facts.asks[: limits.asks])
        (left if on_left <= len(facts.promises[: limits.promises]) else right).append(listing)
    return d.Columns(tuple(left), tuple(right)) if left or right else None


def _asks(facts: AgendaFacts, limits: Limits) -> d.Checks:
    checks = []
    for ask in facts.asks[: limits.asks]:
        notes = [tr("{n} min", n=ask.minutes)] if ask.minutes > 0 else []
        if ask.due:
            notes.append(tr("by {day}", day=short_day(ask.due)))
        below = "\n".join(filter(None, (", ".join(notes), ask.link.strip())))
        checks.append(d.Check(ask.text, lines=limits.small, below=below))
    more = _more(len(facts.asks) - len(checks))
    return d.Checks(tr("Before we meet, please"), tuple(checks), more)


def _promises(facts: AgendaFacts, limits: Limits) -> d.Checks:
    checks = []
    for promise in facts.promises[: limits.promises]:
        text = isolated(promise.text.strip())
        if promise.owner_name.strip():
            text = tr("{name}: {text}", name=isolated(promise.owner_name.strip()), text=text)
        if promise.due and not promise.done_on:
            text = tr("{text}, due {day}", text=text, day=_day(promise.due, facts))
        checks.append(d.Check(text, done=promise.done_on is not None, lines=limits.small))
    heading = tr("Promises so far")
    if facts.since:
        heading = tr("Since {day}", day=_day(facts.since, facts))
    return d.Checks(heading, tuple(checks), _more(len(facts.promises) - len(checks)))


def _day(day: date, facts: AgendaFacts) -> str:
    """Such as "Thursday 29 October", with the year where it is not the meeting's."""
    near = facts.starts_at.date() if facts.starts_at else facts.prepared_on
    if near is None or near.year != day.year:
        return long_day(day)
    return weekday_day(day)


def _footer(facts: AgendaFacts) -> d.Footer:
    left = ""
    planned, slot = facts.planned_minutes, facts.slot_minutes
    if planned > 0 and slot > planned:
        left = tr(
            "{planned} of {slot} minutes planned, {rest} to sum up",
            planned=planned, slot=slot, rest=slot - planned,
        )  # fmt: skip
    elif planned > 0 and slot > 0:
        left = tr("{planned} of {slot} minutes planned", planned=planned, slot=slot)
    centre = _short(facts.me_name, 60)
    if facts.prepared_on:
        day = whole_day(facts.prepared_on)
        centre = tr("Prepared by {name}, {day}", name=isolated(centre), day=day) if centre else day
    return d.Footer(left, centre)
