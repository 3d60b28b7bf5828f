"""Erased for good: no byte of it is left in the file, and the rest of the journal is as it was."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import (
    agenda,
    deleted,
    drafts,
    erasing,
    expectations,
    feedback,
    letter_evidence,
    letter_papers,
    letters,
    meetings,
    people,
    promises,
    wordings,
)
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, search
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

CANARY = "Quetzalcoatlus"
FOLDED = CANARY.casefold()


def write_letter_and_feedback(journal: Journal, whom: int) -> None:
    """Said, planned and noted; asked for, with evidence and with a paper that was replaced."""
    told = feedback.log(journal, {
        "person_id": whom, "topic": f"{CANARY} slides", "theme": CANARY, "gist": CANARY,
        "first_reaction": f"{CANARY} first"})
    feedback.edit(journal, told, {"first_reaction": None, "missing": CANARY})
    feedback.add_action(journal, told, f"{CANARY} planned")
    asked = letters.add(
        journal, {"writer_id": whom, "target": f"{CANARY} award"}, {"specialty": CANARY})
    quality = letter_evidence.add_quality(journal, asked, f"{CANARY} rigour")
    letter_evidence.add_evidence(journal, quality, [
        {"situation": f"{CANARY} evidence", "seen_by_id": whom}])
    paper = letter_papers.add(journal, asked, f"{CANARY}.txt", "cv", ChosenFile(
        f"{CANARY}.txt", f"{CANARY} as a file".encode()))
    letter_papers.edit(journal, paper, {}, ChosenFile("b.txt", f"{CANARY} again".encode()))


def write_canaries(journal: Journal) -> int:
    """Somebody whose every word is a canary, edited, met, and partly removed again."""
    whom = build.add_person(journal, f"Dr. {CANARY}", private_note=f"{CANARY} once")
    people.edit(journal, whom, {"private_note": f"{CANARY} twice", "strengths": [CANARY]})
    people.edit(journal, whom, {"strengths": [], "limits": f"{CANARY} “'quoted'”"})
    people.set_photo(journal, whom, f"{CANARY} as a picture".encode())
    which = build.add_meeting(journal, whom, headline=f"{CANARY} again")
    write_letter_and_feedback(journal, whom)
    item = agenda.add_item(journal, which, {"title": f"{CANARY} on the agenda"})
    agenda.remove_item(journal, item)
    promises.add(journal, {"text": f"Send {CANARY}", "meeting_id": which})
    meetings.remove(journal, which)
    drafts.keep(journal, f"person:{whom}", {"rank": CANARY})
    drafts.keep(journal, f"person:{whom}:newer", {"rank": CANARY[::-1]})
    drafts.keep(journal, "meeting:new", {"place": f"Where Dr. {CANARY} sits"})
    return whom


def traces(path: Path) -> list[str]:
    """The canaries whose bytes are in a file."""
    data = path.read_bytes()
    return [word for word in (CANARY, FOLDED, FOLDED[:8]) if word.encode() in data]


def erase(journal: Journal, table: str, row: int, *, backups_too: bool = False) -> None:
    erasing.erase_for_good(
        journal, erasing.prospect(journal, table, row), backups_too=backups_too)


@pytest.mark.parametrize("is_removed", [False, True])
@pytest.mark.parametrize("passphrase", ["", "four unrelated words"])
def test_not_a_byte_is_left(tmp_path: Path, passphrase: str, is_removed: bool) -> None:
    path = tmp_path / "mine.mentorjournal"
    with closing(Journal.create(path, passphrase)) as journal:
        build.do_not_wait_for_the_disk(journal)
        build.add_person(journal, "Hana Yoon")
        before = build.dump(journal)
        whom = write_canaries(journal)
        assert bool(traces(path)) != bool(passphrase)
        if is_removed:
            people.remove(journal, whom)
        erase(journal, "person", whom)
        assert build.dump(journal) == before
        assert journal.findings() == [] and deleted.every(journal) == []
        assert search.find(journal.read(), CANARY) == []
        assert search.find(journal.read(), "Yoon") != []
        assert journal.undo_label() is None and journal.undo() is None
        assert drafts.find(journal, "meeting:new") is None
        assert drafts.find(journal, f"person:{whom}:newer") is None
        journal.set_passphrase("")  # so that its bytes can be read
        assert traces(path) == []


def test_an_entry_goes_and_its_owner_stays(journal: Journal) -> None:
    whom = build.add_person(journal)
    which = build.add_meeting(journal, whom, headline=CANARY)
    meetings.edit(journal, which, {"headline": f"{CANARY} again"})
    found = erasing.prospect(journal, "meeting", which)
    assert found.title == "Meeting with Dr. Okafor" and found.counts == {}
    heard = build.notices(journal)
    erase(journal, "meeting", which)
    assert [each.of("meeting") for each in heard] == [frozenset({which})]
    assert traces(journal.path) == []
    assert people.get(journal, whom).name == "Dr. Rosalind Okafor"
    assert wordings.earlier(journal, "meeting", which, "headline") == []


def test_drafts_that_only_choose_somebody_go_too(journal: Journal) -> None:
    """None of them has the name in it."""
    whom, other = build.add_person(journal), build.add_person(journal, "Hana Yoon")
    topic = expectations.add_topics(journal, whom, (), ["Authorship"])[0]
    which = build.add_meeting(journal, whom)
    told = feedback.log(journal, {"person_id": whom, "topic": "Slides"})
    asked = letters.add(journal, {"writer_id": whom, "target": "Harrow"})
    paper = letter_papers.add(journal, asked, "CV")
    about = {
        **{f"{form}:{told}": {} for form in (
            "feedback", "feedback_ask", "feedback_heard", "feedback_talk", "feedback_aside")},
        **{f"{form}:{asked}": {} for form in (
            "letter", "letter-ask", "letter-remind", "letter-tell", "letter-result",
            "letter-paper-new")},
        f"letter-paper:{paper}": {}, "feedback:new": {"meeting_id": str(which)},
        "letter:new": {"writer": whom},
        "contact:new": {"people": (other, whom)}, "thanks:new": {"who": (whom,)},
        "meeting:new": {"person": whom}, f"pause:{whom}": {}, f"talk:{topic}": {},
        "accomplishment:new": {"contributors": ([whom, "", "", "author"],)},
        "accomplishment:new:newer": {"witnesses": (whom,)},
        "running-meeting": {"meeting_id": which}, "running-line": {},
    }
    for key, values in about.items():
        drafts.keep(journal, key, {**values, "text": CANARY})
    kept = {f"pause:{other}", "contact:new:newer"}
    for key in kept:
        drafts.keep(journal, key, {"people": (other,), "text": "They are away"})
    erase(journal, "person", whom)
    assert set(drafts.every(journal)) == kept
    assert traces(journal.path) == []


def test_the_line_of_another_running_meeting_stays(journal: Journal) -> None:
    whom, other = build.add_person(journal), build.add_person(journal, "Hana Yoon")
    drafts.keep(journal, "running-meeting", {"meeting_id": build.add_meeting(journal, other)})
    drafts.keep(journal, "running-line", {"text": "Ask for the data"})
    build.add_meeting(journal, whom)
    erase(journal, "person", whom)
    assert set(drafts.every(journal)) == {"running-meeting", "running-line"}


def test_backups_that_hold_it_are_named_and_go_on_consent(journal: Journal) -> None:
    backup.make(journal.path, journal.key, "hand")
    whom = write_canaries(journal)
    holding = backup.make(journal.path, journal.key, "hand")
    folder = backup.folder_of(journal.path)
    assert [each.path for each in erasing.prospect(journal, "person", whom).backups] == [
        holding.path]
    erase(journal, "person", whom, backups_too=True)
    left = backup.found_in(folder)
    assert [each.reason for each in left] == ["removal", "hand"]
    assert all(traces(each.path) == [] for each in left)


def test_backups_are_kept_when_that_is_wanted(journal: Journal) -> None:
    whom = write_canaries(journal)
    holding = backup.make(journal.path, journal.key, "hand")
    erase(journal, "person", whom)
    assert backup.found_in(backup.folder_of(journal.path)) == [holding]


@settings(max_examples=8, phases=[Phase.explicit, Phase.generate],
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 5), max_size=10))
def test_whatever_was_done_before_nothing_is_left(
    empty_file: Path, tmp_path: Path, deeds: list[int]
) -> None:
    path = build.copy(empty_file, tmp_path / "journal")
    with closing(Journal(path)) as journal:
        build.do_not_wait_for_the_disk(journal)
        whom = write_canaries(journal)
        verbs = [
            journal.undo, journal.redo,
            lambda: people.edit(journal, whom, {"name": f"Prof. {CANARY}"}),
            lambda: build.add_meeting(journal, whom, headline=CANARY),
            lambda: people.remove(journal, whom),
            lambda: [deleted.restore(journal, one.table, one.id)
                     for one in deleted.every(journal)[:1]],
        ]
        for deed in deeds:
            try:
                verbs[deed]()
            except JournalError:
                continue
        erase(journal, "person", whom)
        assert traces(path) == [] and journal.findings() == []
