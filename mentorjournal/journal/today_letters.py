"""Today, of letters and thanks: what a letter needs next, whom it is still owed, and who helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from mentorjournal.journal import letters, thanks
from mentorjournal.journal.between import Letter
from mentorjournal.journal.today_facts import Asked, days_late
from mentorjournal.mentoring import letter_steps, today
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.deeds import Deed, Ref, go
from mentorjournal.mentoring.letters import Move
from mentorjournal.mentoring.today import Row
from mentorjournal.store.schema import thanks as thanks_table
from mentorjournal.words import capital, tr

LETTER_TABLES = ("letter", "thanks", "person", "person_tag")
THANKS_TABLES = ("thanks", "contact", "letter", "meeting", "person")
ASK_AGAIN = timedelta(days=14)  # after asking without a day for the answer; ours


def read_letters(asked: Asked) -> list[Row]:
    """What comes next with each letter, where it is for me to do and near.

    A note of thanks that is written and not sent stands for itself.
    """
    written = set(asked.journal.read().execute(
        select(thanks_table.c.letter_id).where(thanks_table.c.date.is_(None))).scalars())
    return [row for one in letters.every(asked.journal)
            if one.writer_id in asked.people for row in _of_letter(asked, one)
            if row.kind != "letter_thanks" or one.id not in written]


def _of_letter(asked: Asked, one: Letter) -> Iterator[Row]:
    move = letter_steps.next_move(one, asked.as_of, asked.home)
    if move.kind == "thank":
        if rules.is_declined(one) or one.submitted_on is None:  # the others are help received
            yield _thank(asked, one)
    elif move.kind == "tell":
        yield _tell(asked, one)
    elif move.kind in _WORDS:
        due = _due(asked, one, move)
        if move.waiting or today.is_near(due, asked.as_of, today.LETTER_HORIZON):
            yield _letter(asked, one, move, due)


_WORDS = {
    "ask": "Ask them", "answer": "Ask again", "brief": "Finish brief", "remind": "Remind them",
    "submit": "Mark submitted", "write": "Write it",
}


def _due(asked: Asked, one: Letter, move: Move) -> date | None:
    """The day of a move; an answer that nobody named a day for is asked after in two weeks."""
    due = letter_steps.due_on(one, asked.as_of, asked.home)
    if move.kind == "answer" and not move.waiting:
        again = one.asked_on + ASK_AGAIN if one.asked_on and move.on is None else None
        return again if again is not None and again <= asked.as_of else None
    if move.kind == "remind" and not move.waiting:
        return due if today.is_near(due, asked.as_of, today.SOON) else None
    return due


def _letter(asked: Asked, one: Letter, move: Move, due: date | None) -> Row:
    said = move.words[:1].lower() + move.words[1:]
    last = rules.last_day(one, asked.home)
    whole = [move.words] if last is None else [
        move.words, tr("letter {day}", day=asked.day(last))]
    if move.kind == "answer" and one.asked_on:
        whole = [tr("No answer since {day}", day=asked.past(one.asked_on)), *whole[1:]]
    ref = Ref("letter", one.id)
    words = tr(_WORDS[move.kind])
    deed = go(words, "letter", one.id) if move.kind in ("brief", "write") else Deed(
        f"letter_{move.kind}", words, ref)
    deadline = rules.deadline_words(one, asked.home)
    why = tr("{name} writes for “{target}”: {move}.", name=asked.name(one.writer_id),
             target=one.target, move=said)
    if deadline:
        why = tr("{why} The letter is due {day}.", why=why, day=deadline)
    late = (asked.as_of - due).days if due else 0
    is_undated_answer = move.kind == "answer" and move.on is None
    return today.row(
        "letter", one.id, ref, asked.as_of, title=one.target, line=" · ".join(whole),
        why=" ".join(filter(None, (why, "" if is_undated_answer else days_late(late)))),
        deed=deed, due=None if is_undated_answer else due, person_id=one.writer_id,
        rests_on=f"{move.kind}:{due or '-'}")


def _tell(asked: Asked, one: Letter) -> Row:
    assert one.decided_on is not None
    due = letter_steps.due_on(one, asked.as_of, asked.home)
    return today.row(
        "result", one.id, Ref("letter", one.id), asked.as_of,
        title=tr("Tell {name} the result", name=asked.name(one.writer_id)),
        line=tr("{target} · decided {day}", target=one.target, day=asked.past(one.decided_on)),
        why=tr("They wrote for you, and it was decided on {day}, {n} days ago. Within two weeks is "
               "kind, also when it ended badly.", day=asked.day(one.decided_on),
               n=(asked.as_of - one.decided_on).days),
        deed=Deed("letter_tell", tr("Tell them"), Ref("letter", one.id)), due=due,
        person_id=one.writer_id, rests_on=one.decided_on)


def _thank(asked: Asked, one: Letter) -> Row:
    declined = rules.is_declined(one)
    return today.row(
        "letter_thanks", one.id, Ref("letter", one.id), asked.as_of,
        title=asked.people[one.writer_id].name,
        line=tr("Answered plainly: {target}", target=one.target) if declined else tr(
            "The letter for {target}", target=one.target),
        why=tr("They said no, and said it: that deserves thanks too.") if declined else tr(
            "The letter has gone out, and no thanks are noted."),
        deed=Deed("letter_thank", tr("Say thank you"), Ref("letter", one.id)),
        person_id=one.writer_id)


# Thanks ---------------------------------------------------------------------------------------


def read_thanks(asked: Asked) -> list[Row]:
    """Help that nobody was thanked for, notes still to be sent, and mentors never thanked."""
    given = thanks.every(asked.journal)
    helps = thanks.to_thank_for(asked.journal, asked.as_of, with_aside=True)
    written = {one.person_id for one in given if one.date is None}  # a note that is only to be sent
    rows = [
        today.row(
            "thanks", help.source_id, Ref(help.source, help.source_id), asked.as_of,
            title=asked.people[help.person_id].name,
            line=tr("{what}, {day}", what=capital(help.what), day=asked.past(help.day)),
            why=tr("{what}, {day}; no thanks are noted since.", what=capital(help.what),
                   day=asked.day(help.day)),
            deed=Deed("thank_for", tr("Say thank you"), Ref(help.source, help.source_id),
                      help.person_id, help.what),
            person_id=help.person_id, aside=help.key)
        for help in helps if help.person_id in asked.people and help.person_id not in written
    ]
    rows += [
        today.row(
            "note", one.id, Ref("thanks", one.id), asked.as_of,
            title=asked.people[one.person_id].name,
            line=tr("The note is written, not sent: {what}", what=one.for_what),
            why=tr("You wrote it and have not said that it went out."),
            deed=Deed("thanks_sent", tr("Mark sent"), Ref("thanks", one.id)),
            person_id=one.person_id)
        for one in given if one.date is None and one.person_id in asked.people
    ]
    owed = {one.person_id for one in helps} | {one.person_id for one in given}
    return [*rows, *_never(asked, owed)]


def _never(asked: Asked, thanked_or_owed: set[int]) -> Iterator[Row]:
    """Active mentors with whom there was contact often enough, and never a word of thanks."""
    for facts in asked.facts:
        one = facts.person
        if not one.is_active or one.id in thanked_or_owed:
            continue
        count = len(asked.points.days.get(one.id, ()))
        if count < today.LEAST_TOUCHPOINTS:
            continue
        yield today.row(
            "never", one.id, Ref("person", one.id), asked.as_of, title=one.name,
            line=tr("{n} contacts, no thanks noted yet", n=count),
            why=tr("In the last year you were in touch on {n} days, and the journal knows of no "
                   "thanks. Perhaps you said it and did not write it down.", n=count),
            deed=Deed("thank", tr("Say thank you"), person_id=one.id), person_id=one.id)
