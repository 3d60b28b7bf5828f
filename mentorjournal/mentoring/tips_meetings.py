"""Indicators that are read from meetings: tips 3, 5 and 7."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from mentorjournal.mentoring import agenda, deeds, meetings
from mentorjournal.mentoring.deeds import Deed, Ref
from mentorjournal.mentoring.meetings import Held, Share
from mentorjournal.mentoring.passing_on import day_words
from mentorjournal.mentoring.tips import ACT, Part, Reading
from mentorjournal.mentoring.tips_day import OnDay
from mentorjournal.mentoring.tips_reading import (
    because,
    behind,
    is_below,
    judged,
    look_if,
    share_words,
    too_little,
)
from mentorjournal.words import day_month, number, tr, trn

if TYPE_CHECKING:
    from mentorjournal.journal.records import Meeting

LEAST_PROBLEMS = 3
SEVERAL_WITHIN = 90  # days in which several late cancellations count (D7.2)


def _next(on: OnDay, words: str) -> Deed:
    """The step of going to the next meeting, or of arranging one."""
    return _prepare(words, on.coming[0]) if on.coming else deeds.menu(
        tr("New meeting…"), "new_meeting")


def _prepare(words: str, which: Meeting) -> Deed:
    return deeds.go(words.format(day=day_month(which.day)), "meeting", which.id)


def _those(held: Sequence[Held], is_wanting: Callable[[Held], bool]) -> tuple[Ref, ...]:
    """The meetings that lack something, the newest first."""
    return tuple(Ref("meeting", one.meeting.id) for one in held
                 if is_wanting(one))


def _people(held: Sequence[Held], entries: Sequence[Ref]) -> tuple[int, ...]:
    """Whom those meetings were with."""
    ids = {one.id for one in entries}
    return tuple(dict.fromkeys(
        one.meeting.person_id for one in held
        if one.meeting.id in ids))


def _share(
    on: OnDay, key: str, found: Share, limit: str, says: str,
    is_wanting: Callable[[Held], bool], lead: str, step: Deed,
    is_counted: Callable[[Held], bool] = lambda one: True,
) -> Reading:
    """The reading of a share of meetings that is worth a look below a threshold."""
    if not found.is_enough:
        return too_little(on, key, found.of, step=_next(on, tr("Prepare {day}")))
    entries = _those(on.held, is_wanting)
    return judged(
        on, key, look_if(is_below(on, found.n, found.of, limit)), says,
        because(on, share_words(on, found.n, found.of, limit), limit),
        numerator=found.n, denominator=found.of, people=_people(on.held, entries), step=step,
        **behind(entries, lead, _those(on.held, is_counted)))


# 3 Say what you need --------------------------------------------------------------------------


def result_named(on: OnDay) -> Reading:
    """D3.3: meetings whose wanted result was written down before they began."""
    found = on.meetings.result_named
    return _share(
        on, "D3.3", found, "result_named",
        tr("A result named before {n} of {of} meetings", n=found.n, of=found.of),
        lambda one: not meetings.named_first(one.meeting), tr("Not named before"),
        _next(on, tr("Name {day}’s result")))


def left_with(on: OnDay) -> Reading:
    """D3.4: meetings that left an outcome or a promise."""
    found = on.meetings.left_with
    empty = _those(on.held, lambda one: not one.left_with)
    step = deeds.go(tr("Note what came of it"), "meeting", empty[0].id) if empty else _next(
        on, tr("Prepare {day}"))
    return _share(
        on, "D3.4", found, "left_with",
        tr("Left {n} of {of} meetings with something noted", n=found.n, of=found.of),
        lambda one: not one.left_with, tr("Nothing noted"), step)


# 5 Help them do their job ---------------------------------------------------------------------


def agenda_ahead(on: OnDay) -> Reading:
    """D5.1: agendas that went out 48 hours ahead, judged by those that did 24 hours ahead."""
    early, just = on.meetings.agenda_in_good_time, on.meetings.agenda_just_in_time
    if not just.is_enough:
        return too_little(on, "D5.1", just.of, step=_next(on, tr("Prepare {day}")))
    entries = _those(on.held, lambda one: not meetings.agenda_was_ahead(
        one.meeting, agenda.HOURS_AHEAD))
    unsent = [one for one in on.coming if not one.agenda_sent_at]
    step = _prepare(tr("Send {day}’s agenda"), unsent[0]) if unsent else _next(
        on, tr("Prepare {day}"))
    return judged(
        on, "D5.1", look_if(is_below(on, just.n, just.of, "agenda_ahead")),
        tr("Agenda 48 hours ahead for {n} of {of} meetings, 24 hours ahead for {just}",
           n=early.n, of=early.of, just=just.n),
        because(on, tr("24 hours ahead: {share}",
                       share=share_words(on, just.n, just.of, "agenda_ahead")), "agenda_ahead"),
        numerator=early.n, denominator=early.of, people=_people(on.held, entries), step=step,
        **behind(entries, tr("Not 48 hours ahead"), _those(on.held, lambda one: True)),
        parts=(Part(tr("48 hours ahead"), numerator=early.n, denominator=early.of),
               Part(tr("24 hours ahead"), numerator=just.n, denominator=just.of),
               Part(tr("with something to do ahead"), numerator=on.meetings.asked_ahead.n,
                    denominator=on.meetings.asked_ahead.of)))


def options(on: OnDay) -> Reading:
    """D5.2: problems on agendas that came with a way out."""
    all_of_them = on.problems
    with_options = sum(one.options > 0 for one in all_of_them)
    n = len(all_of_them)
    if n < LEAST_PROBLEMS:
        return too_little(on, "D5.2", n, step=_next(on, tr("Prepare {day}")))
    bare = [one for one in all_of_them if not one.options]
    return judged(
        on, "D5.2", look_if(is_below(on, with_options, n, "options_given")),
        tr("Options for {n} of {of} problems", n=with_options, of=n),
        because(on, share_words(on, with_options, n, "options_given"), "options_given"),
        numerator=with_options, denominator=n,
        people=tuple(dict.fromkeys(one.person_id for one in bare)),
        **behind((Ref("meeting", one.meeting_id) for one in bare), tr("Without an option"),
                 (Ref("meeting", one.meeting_id) for one in all_of_them)),
        step=_next(on, tr("Prepare {day}")))


# 7 Respect their time -------------------------------------------------------------------------


def on_time(on: OnDay) -> Reading:
    """D7.1: meetings to which I came early or on time."""
    found = on.meetings.on_time
    return _share(
        on, "D7.1", found, "on_time",
        tr("On time for {n} of {of} meetings", n=found.n, of=found.of),
        lambda one: one.meeting.arrival == "late", tr("Late"), _next(on, tr("Prepare {day}")),
        lambda one: bool(one.meeting.arrival))


def called_off_late(on: OnDay) -> Reading:
    """D7.2: meetings I called off with less than a day's notice."""
    late = sorted((one for one in on.called_off if agenda.is_late_calling_off(
        one.status, one.called_off_by, one.notice_hours)), key=lambda one: one.day, reverse=True)
    if not (on.held or on.called_off):
        return too_little(on, "D7.2", 0, step=_next(on, tr("Prepare {day}")))
    since = on.as_of - timedelta(SEVERAL_WITHIN - 1)
    lately = sum(one.day >= since for one in late)
    state = (ACT if lately >= on.limits["late_act"]
             else look_if(len(late) >= on.limits["late_look"]))
    if late:
        says = trn("{n} late cancellation in a year, on {day} with {hours} hours’ notice",
                   "{n} late cancellations in a year, the last on {day} with {hours} hours’ notice",
                   len(late), day=day_words(late[0].day, on.as_of),
                   hours=number(round(late[0].notice_hours or 0, 1)))
    else:
        says = tr("No late cancellation in a year")
    found = trn("You called off {n} meeting with less than a day’s notice",
                "You called off {n} meetings with less than a day’s notice", len(late))
    return judged(
        on, "D7.2", state, says,
        because(on, trn("{n} of them lately", "{n} of them lately", lately) if state == ACT
                else found, "late_act" if state == ACT else "late_look"),
        value=len(late), unit="meetings", step=_next(on, tr("Prepare {day}")),
        people=tuple(dict.fromkeys(one.person_id for one in late)),
        **behind((Ref("meeting", one.id) for one in late), tr("Called off late"), (
            *(Ref("meeting", one.id) for one in on.called_off), *_those(
                on.held, lambda one: True))))


def ran_over(on: OnDay) -> Reading:
    """D7.3: meetings that took over five minutes more than planned."""
    found = on.meetings.ran_over
    if not found.is_enough:
        return too_little(on, "D7.3", found.of, step=_next(on, tr("Prepare {day}")))
    entries = _those(on.held, lambda one: one.meeting.actual_minutes is not None and (
        one.meeting.actual_minutes - one.meeting.planned_minutes > meetings.OVER_MINUTES))
    return judged(
        on, "D7.3", look_if(100 * found.n > on.limits["ran_over"] * found.of),
        tr("{n} of {of} meetings ran over by more than 5 minutes", n=found.n, of=found.of),
        because(on, share_words(on, found.n, found.of, "ran_over"), "ran_over"),
        numerator=found.n, denominator=found.of, people=_people(on.held, entries),
        step=_next(on, tr("Plan time for {day}")),
        **behind(entries, tr("Ran over"), _those(
            on.held, lambda one: one.meeting.actual_minutes is not None)))
