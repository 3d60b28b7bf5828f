"""What I gave to those I mentor is for no document: nothing of it leaves by itself."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QApplication

from mentorjournal.exchange import agenda_files, catch_ups, compact_files, follow_up_files
from mentorjournal.journal import carry_in, expectations, meetings, passing_on
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.test_privacy import READ, leaks

DAY = build.SAMPLE_DAY
FIELDS = {"feedback_given": ("topic", "situation", "behaviour", "impact", "came_of", "their_plan"),
          "advice": ("text", "when_it_helps")}


def marked(journal: Journal) -> dict[str, str]:
    """A word of its own in every text I wrote of feedback and advice -> the field it is in."""
    words = {}
    for table, fields in FIELDS.items():
        for name in fields:
            word = f"myownword{len(words):02}zz"
            words[word] = f"{table}.{name}"
            journal.read().exec_driver_sql(
                f'UPDATE "{table}" SET "{name}" = ? WHERE "{name}" IS NOT NULL', (word,))
    return words


def test_no_paper_of_any_meeting_holds_what_i_gave(
    sample_journal: Journal, qapp: QApplication
) -> None:
    held = marked(sample_journal)
    for mentored in passing_on.everybody(sample_journal, DAY, 91):
        meetings.add(sample_journal, {
            "person_id": mentored.person.id, "starts_at": datetime(2026, 5, 20, 9),
            "planned_minutes": 30})
    ids = [one for (one,) in sample_journal.read().exec_driver_sql("SELECT id FROM meeting")]
    for which in ids:
        text = READ[".eml"](agenda_files.make(sample_journal, which, DAY, ".eml"))
        text += follow_up_files.first_draft(sample_journal, which, DAY)
        assert leaks(held, text) == [], which
    for whom in expectations.summaries(sample_journal):
        data = compact_files.make(sample_journal, whom, DAY, ".txt")
        assert leaks(held, READ[".txt"](data)) == [], whom
    stamped = datetime(2026, 5, 15, 9).astimezone()
    assert leaks(held, READ[".ics"](catch_ups.make(sample_journal, DAY, stamped))) == []


def test_only_what_i_put_on_an_agenda_stands_there_and_never_what_i_saw(
    sample_journal: Journal, qapp: QApplication
) -> None:
    held = marked(sample_journal)
    whom = passing_on.everybody(sample_journal, DAY, 91)[0].person.id
    meeting = meetings.add(sample_journal, {
        "person_id": whom, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 30})
    for carry in carry_in.collect(sample_journal, meeting, DAY):
        if carry.source in ("advice", "feedback_given"):
            carry_in.take(sample_journal, meeting, carry)
    text = READ[".txt"](agenda_files.make(sample_journal, meeting, DAY, ".txt"))
    told = leaks(held, text)
    assert sorted(told) == ["advice.text", "feedback_given.their_plan"]
