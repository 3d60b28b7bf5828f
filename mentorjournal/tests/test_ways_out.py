"""Everything that can leave a journal is written, and searched for every private word in it.

Each private text of the sample is replaced by a word of its own, so that none can hide by chance.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mentorjournal import paths
from mentorjournal.exchange import (
    agenda_files,
    brief_files,
    catch_ups,
    closing_files,
    compact_files,
    feedback_note,
    feedback_table,
    follow_up_files,
    letter_dates,
    papers,
    request_files,
    review_files,
    review_private,
    sheet_files,
    thanks_note,
)
from mentorjournal.journal import (
    candidates,
    feedback,
    letter_evidence,
    letters,
    tips,
    year_ahead,
    yearly,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import conversation, first_request
from mentorjournal.mentoring.vocabulary import ENDING_REASONS, label
from mentorjournal.settings import Settings
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.test_privacy import pdf_text
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network import NetworkPane
from mentorjournal.ui.panes.timeline import TimelinePane

DAY = build.SAMPLE_DAY
NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)
# What is no note to oneself by name, but was never meant for the mentor either.
ALSO_MINE = (("meeting", "notes"), ("agenda_item", "notes"))


@pytest.fixture
def words(sample_journal: Journal) -> dict[str, str]:
    """Word -> where it stands; every row of every private column has one."""
    private = [(table.name, column.name) for table in RECORD_TABLES.values()
               for column in table.c if column.info.get("private")]
    found = {}
    for table, column in (*private, *ALSO_MINE):
        for (row,) in sample_journal.read().exec_driver_sql(f"SELECT id FROM {table}").all():
            word = f"private{len(found):04}word"
            found[word] = f"{table}.{column} {row}"
            sample_journal.read().exec_driver_sql(
                f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (word, row))
    return found


def ids(journal: Journal, table: str, where: str = "1") -> list[int]:
    sql = f"SELECT id FROM {table} WHERE {where}"
    return list(journal.read().exec_driver_sql(sql).scalars())


def text_of(data: bytes, suffix: str) -> str:
    if suffix == ".pdf":
        return pdf_text(data)
    if suffix != ".eml":
        return data.decode().replace("\r\n ", "")
    mail = message_from_bytes(data, policy=default)
    pages = [pdf_text(part.get_content()) for part in mail.iter_attachments()]
    return " ".join([*map(str, mail.values()), mail.get_body().get_content(), *pages])


def agendas(journal: Journal) -> Iterator[str]:
    for which in ids(journal, "meeting")[::6]:
        for suffix in agenda_files.SUFFIXES:
            yield text_of(agenda_files.make(journal, which, DAY, suffix), suffix)


def follow_ups(journal: Journal) -> Iterator[str]:
    for which in ids(journal, "meeting", "status = 'held'"):
        yield follow_up_files.first_draft(journal, which, DAY)
    for which in ids(journal, "meeting", "follow_up_text IS NOT NULL")[:3]:
        for suffix in papers.SUFFIXES:
            yield text_of(follow_up_files.make(journal, which, DAY, suffix), suffix)


def compacts(journal: Journal) -> Iterator[str]:
    owners = journal.read().exec_driver_sql("SELECT person_id FROM compact").scalars().all()
    for whom in owners:
        for suffix in papers.SUFFIXES:
            yield text_of(compact_files.make(journal, whom, DAY, suffix), suffix)


def closing_notes(journal: Journal) -> Iterator[str]:
    for which in ids(journal, "ending"):
        for suffix in papers.SUFFIXES:
            text = text_of(closing_files.make(journal, which, DAY, suffix), suffix)
            assert not any(label(reason) in text for reason in ENDING_REASONS if reason != "other")
            yield text


def thank_yous(journal: Journal) -> Iterator[str]:
    rows = journal.read().exec_driver_sql("SELECT person_id, for_what FROM thanks").all()
    for whom, what in rows:
        yield text_of(thanks_note.make(journal, [whom], what, DAY, ".pdf"), ".pdf")


def first_requests(journal: Journal) -> Iterator[str]:
    """To everybody, whatever I noted of them; with all that the form adds, and the nudge."""
    for whom in ids(journal, "person"):
        asking = request_files.facts(journal, whom)
        for text in (first_request.draft(asking),
                     first_request.nudge(asking.called, asking.me, DAY)):
            for suffix in request_files.SUFFIXES:
                yield text_of(request_files.make(journal, whom, text, suffix), suffix)


def readings_of_tips(journal: Journal) -> Iterator[str]:
    """What the twelve tips say, now and a while later, with everything they rest on."""
    for days in (0, 40, 400):
        yield json.dumps(tips.told(journal, DAY + timedelta(days)), ensure_ascii=False)


def card_items(journal: Journal) -> Iterator[str]:
    """Agendas with every conversation card on them."""
    for which in ids(journal, "meeting", "status = 'confirmed'"):
        for key in conversation.CARDS:
            candidates.take_card(journal, which, key)
        for suffix in agenda_files.SUFFIXES:
            yield text_of(agenda_files.make(journal, which, DAY, suffix), suffix)


def feedback_notes(journal: Journal) -> Iterator[str]:
    """As each entry stands, and as it would if I saw it differently; with the short mails."""
    for which in ids(journal, "feedback"):
        for stance in ("accepted", "disagree", "hurt"):
            feedback.edit(journal, which, {"stance": stance, "their_view": "They want it done."})
            feedback.edit(journal, which, {"cool_off_until": None, "note_text": (
                feedback_note.first_draft(journal, which, DAY))})
            for suffix in papers.SUFFIXES:
                text = text_of(feedback_note.make(journal, which, DAY, suffix), suffix)
                assert not any(word in text for word in ("Disagree", "disagree", "Hurt", "hurt"))
                yield text
        whose = feedback.get(journal, which).person_id
        for mail in (feedback_note.asking(journal, whose, "the aims", "What is missing?"),
                     feedback_note.asking_to_talk(journal, which)):
            yield text_of(feedback_note.as_mail(journal, whose, "A question", mail), ".eml")


def feedback_tables(journal: Journal) -> Iterator[str]:
    yield feedback_table.make(journal, DAY).decode("utf-8-sig")


def briefs(journal: Journal) -> Iterator[str]:
    """Of every letter, with its context not allowed."""
    for which in ids(journal, "letter"):
        letters.edit(journal, which, {"context_allowed": False})
        for suffix in brief_files.SUFFIXES:
            yield text_of(brief_files.make(journal, which, DAY, suffix), suffix)


def calendars(journal: Journal) -> Iterator[str]:
    yield text_of(catch_ups.make(journal, DAY, NOW), ".ics")
    for which in ids(journal, "letter", "deadline IS NOT NULL"):
        yield text_of(letter_dates.make(journal, which, NOW), ".ics")


def sheets(journal: Journal) -> Iterator[str]:
    for suffix in papers.READABLE:
        yield text_of(sheet_files.make(journal, DAY, suffix), suffix)


def reviews_to_share(journal: Journal) -> Iterator[str]:
    """Of several years; with every reflection a plan for the next one that nobody ticked."""
    journal.read().exec_driver_sql("UPDATE reflection SET tag = 'next_year', shareable = 0")
    for last in (DAY, date(2025, 12, 31), date(2025, 5, 15)):
        for suffix in papers.READABLE:
            yield text_of(
                review_files.make(journal, yearly.chosen(journal, DAY, None, last), DAY, suffix),
                suffix)


def pictures(journal: Journal) -> Iterator[str]:
    settings = Settings(paths.settings_file())
    network, line = NetworkPane(journal, settings), TimelinePane(journal, settings)
    yield network.image("svg").decode()
    yield pdf_text(line.picture("pdf", "A4"))
    for lane in line.facts.lanes:
        yield " ".join(line.words_of(lane.marks))
    for pane in (network, line):
        pane.deleteLater()


WAYS: tuple[Callable[[Journal], Iterator[str]], ...] = (
    agendas, follow_ups, compacts, closing_notes, thank_yous, first_requests, card_items,
    readings_of_tips, feedback_notes, feedback_tables, briefs, calendars, sheets,
    reviews_to_share, pictures,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_private_word_leaves(
    sample_journal: Journal, words: dict[str, str], qapp: QApplication,
    way: Callable[[Journal], Iterator[str]],
) -> None:
    theme.apply(qapp, "light")
    said = list(way(sample_journal))
    assert sum(map(len, said)) > 400
    whole = "\n".join(said)
    assert [place for word, place in words.items() if word in whole] == []


@pytest.mark.parametrize("suffix", brief_files.SUFFIXES)
def test_a_brief_has_allowed_context_and_no_declined_evidence(
    sample_journal: Journal, words: dict[str, str], suffix: str
) -> None:
    which = next(one for one in letters.every(sample_journal) if "K12" in one.target)
    piece = letter_evidence.qualities(sample_journal, which.id)[0].evidence[0]
    letter_evidence.edit_evidence(sample_journal, piece.id, {"situation": "declinedword"})

    def brief() -> str:
        return text_of(brief_files.make(sample_journal, which.id, DAY, suffix), suffix).casefold()

    letters.edit(sample_journal, which.id, {"context_allowed": True})
    assert str(which.context).casefold() in brief()
    assert "declinedword" in brief()
    letters.edit(sample_journal, which.id, {"context_allowed": False})
    letter_evidence.decline(sample_journal, piece.id)
    assert [word for word in words if word in brief()] == []
    assert "declinedword" not in brief()


def test_the_review_for_myself_has_my_plans_and_no_other_private_word(
    sample_journal: Journal, words: dict[str, str], qapp: QApplication
) -> None:
    """It may hold hours, stances and questions; notes about people stay where they are."""
    period = yearly.chosen(sample_journal, DAY)
    plans = year_ahead.Ahead(("plannedword",), "", "stoppedword")
    year_ahead.write(sample_journal, period, plans, DAY)
    for suffix in papers.READABLE:
        data = review_private.make(sample_journal, period, DAY, suffix)
        text = text_of(data, suffix)
        assert "plannedword" in text and "stoppedword" in text and "Private" in text
        assert [place for word, place in words.items() if word in text] == []
        assert not any(label(one) in text for one in ENDING_REASONS if one != "other")


def test_words_would_be_found(words: dict[str, str]) -> None:
    places = {place.split()[0] for place in words.values()}
    assert {"ending.reason_note", "boundary.note", "feedback.first_reaction",
            "person.limits", "person.perspective_note", "fit_sheet.availability_note",
            "fit_sheet.track_record", "fit_sheet.note"} <= places
    assert len(words) > 150


def test_every_module_that_writes_files_is_among_the_ways() -> None:
    """A new kind of paper must be added here, or it could leak unseen."""
    folder = Path(str(papers.__file__)).parent
    helpers = {"__init__", "addressing", "calendar", "mail", "papers", "writing"}
    there = {file.stem for file in folder.glob("*.py")} - helpers
    assert there == {"agenda_files", "brief_files", "catch_ups", "closing_files", "compact_files",
                     "feedback_note", "feedback_table", "follow_up_files", "letter_dates",
                     "request_files", "review_files", "review_private", "sheet_files",
                     "thanks_note"}
