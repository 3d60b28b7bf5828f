"""Today, of feedback: what waits for me in the loop, the longest due first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from mentorjournal.journal import feedback_log, reports
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.feedback_log import Row as Entry
from mentorjournal.journal.today_facts import Asked, Found, days_late
from mentorjournal.mentoring import loop, today
from mentorjournal.mentoring.deeds import Deed, Ref, go
from mentorjournal.mentoring.loop import Move
from mentorjournal.mentoring.today import Counts, Row
from mentorjournal.words import capital, sentence, tr

TABLES = ("feedback", "action", "meeting", "agenda_item", "person")
MOST = 30  # read one by one; a log with more waiting says how many, and is where they are seen


def read(asked: Asked, aside: Collection[str] = ()) -> Found:
    """The entries with something to do, and how many there are beyond them.

    `aside` are keys that are put aside: their entries are read whatever their place.
    """
    until = asked.as_of + timedelta(today.HORIZON)
    hidden = _entries(aside)
    todo = feedback_log.to_do(asked.journal, asked.as_of, until, MOST + len(hidden))
    found = feedback_log.rows(asked.journal, todo.ids, asked.as_of, asked.people)
    rows = [_row(asked, found[one]) for one in todo.ids if one in found]
    seen = today.counts(rows, asked.as_of)
    return Found(tuple(_unless_planned(asked, rows)), Counts(
        todo.pressing - seen.pressing, todo.coming - seen.coming))


def _unless_planned(asked: Asked, rows: Iterable[Row]) -> Iterator[Row]:
    """What came of it is told at the next meeting, where that is on its agenda already."""
    told = {one.source_id for one in asked.agendas
            if one.source == reports.SOURCE and one.kind == reports.KIND}
    for row in rows:
        if not row.rests_on.startswith("report:") or row.person_id is None:
            yield row
        elif row.id not in told:
            yield asked.waits(row, asked.planned(reports.KIND, row.person_id))


def _entries(aside: Collection[str]) -> set[int]:
    begins = "today:feedback:"
    return {int(key.removeprefix(begins).split(":")[0]) for key in aside if key.startswith(begins)}


def _row(asked: Asked, found: Entry) -> Row:
    one = found.entry
    move = loop.next_move(one, found.around, asked.as_of)
    due = loop.due_on(one, found.around, asked.as_of)
    said = _where_it_stands(asked, one, move)
    begun = one.date or one.asked_on
    about = tr("Feedback from {name}", name=asked.name(one.person_id)) if one.date else tr(
        "Asked {name}", name=asked.name(one.person_id))
    if begun is not None:
        about = tr("{about}, {day}", about=about, day=asked.past(begun))
    return today.row(
        "feedback", one.id, Ref("feedback", one.id), asked.as_of,
        title=capital(one.topic or one.gist or tr("Feedback")),
        line=tr("{about} · {said}", about=about, said=said), why=_why(asked, about, said, due),
        deed=_deed(one, move), due=due, person_id=one.person_id,
        rests_on=f"{move.kind}:{due or '-'}")


def _where_it_stands(asked: Asked, one: Feedback, move: Move) -> str:
    if move.kind == "report" and one.acted_on is not None:
        return tr("acted on {day}, not told yet", day=asked.past(one.acted_on))
    if move.kind == "note" and one.note_text:
        return tr("the follow-up note is drafted")
    return {
        "ask": tr("you have not asked yet"), "answer": tr("they have not answered"),
        "talk": tr("you asked for a talk") if one.talk_asked_on else tr(
            "you have not talked about it yet"),
        "plan": tr("you have not made a plan yet"), "note": tr("no follow-up note yet"),
        "act": tr("all is done; say what came of it"),
    }.get(move.kind, move.words)


def _why(asked: Asked, about: str, said: str, due: date | None) -> str:
    whole = [f"{about}: {sentence(said)}"]
    if due is not None:
        late = (asked.as_of - due).days
        whole += [
            tr("It was best done by {day}.", day=asked.day(due)) if late > 0 else
            tr("It is best done by {day}.", day=asked.day(due)), days_late(late)]
    return " ".join(filter(None, whole))


def _deed(one: Feedback, move: Move) -> Deed:
    ref = Ref("feedback", one.id)
    if move.kind == "note":
        words = tr("Review and send") if one.note_text else tr("Write the note")
        return go(words, "feedback", one.id)
    deeds = {
        "ask": Deed("feedback_edit", tr("Ask for it"), ref),
        "answer": Deed("feedback_heard", tr("Note the answer"), ref),
        "talk": Deed("feedback_talk", tr("Ask for a talk"), ref),
        "plan": go(tr("Make a plan"), "feedback", one.id),
        "act": go(tr("Say what you did"), "feedback", one.id),
        "report": Deed("feedback_told", tr("Mark told"), ref),
    }
    return deeds.get(move.kind, go(tr("Open"), "feedback", one.id))
