"""Nothing private leaves: no document, no picture of the map and no log holds a private word."""

from __future__ import annotations

import ast
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import mentorjournal
from mentorjournal import clock, crash, paths
from mentorjournal.exchange import (
    agenda_files,
    brief_files,
    catch_ups,
    compact_files,
    feedback_note,
    feedback_table,
    follow_up_files,
    letter_dates,
    papers,
    review_files,
    sheet_files,
)
from mentorjournal.journal import (
    expectations,
    feedback,
    letters,
    people,
    reflections,
    yearly,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network import NetworkPane
from mentorjournal.ui.panes.timeline import TimelinePane

LEAST = 16  # letters of a piece that is searched for; shorter ones stand in public words by chance


def squeezed(text: str) -> str:
    """`text` as letters only: lines are broken and folded differently in every kind of file."""
    return re.sub(r"[\W_]+", "", text).casefold()


def columns() -> list[tuple[str, str]]:
    found = [
        (table.name, column.name) for table in RECORD_TABLES.values() for column in table.c
        if column.info.get("private")
    ]
    return [*found, ("meeting", "notes")]


def private_pieces(journal: Journal) -> dict[str, str]:
    """Every sentence that must not leave, squeezed, with the column it is from."""
    pieces = {}
    for table, column in columns():
        rows = journal.read().exec_driver_sql(
            f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'
        )
        for (text,) in rows:
            for piece in (text, *re.split(r"[.!?;:\n]", text)):
                if len(squeezed(piece)) >= LEAST:
                    pieces[squeezed(piece)] = f"{table}.{column}"
    said = " ".join(public_texts(journal))
    return {piece: column for piece, column in pieces.items() if piece not in said}


def public_texts(journal: Journal) -> Iterator[str]:
    """What may leave; a private note may quote it word by word."""
    for table in RECORD_TABLES.values():
        for column in table.c:
            if (table.name, column.name) not in columns():
                for (text,) in journal.read().exec_driver_sql(
                    f'SELECT "{column.name}" FROM "{table.name}" '
                    f'WHERE typeof("{column.name}") = \'text\''
                ):
                    yield squeezed(text)


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        return " ".join([*texts, *document.get_metadata_dict().values()])
    finally:
        document.close()


def mail_text(data: bytes) -> str:
    mail = message_from_bytes(data, policy=default)
    attached = [pdf_text(part.get_content()) for part in mail.iter_attachments()]
    return " ".join([*map(str, mail.values()), mail.get_body().get_content(), *attached])


READ = {
    ".pdf": pdf_text, ".eml": mail_text, ".txt": bytes.decode,
    ".ics": lambda data: data.decode().replace("\r\n ", ""),
}


def leaks(pieces: dict[str, str], text: str) -> list[str]:
    whole = squeezed(text)
    return [column for piece, column in pieces.items() if piece in whole]


def test_every_private_column_is_found_in_the_sample(sample_journal: Journal) -> None:
    pieces = private_pieces(sample_journal)
    assert len(pieces) > 50
    assert len(set(pieces.values())) > 8
    assert leaks(pieces, f"x {next(iter(pieces))} y") != []


def test_no_document_of_any_meeting_holds_a_private_word(
    sample_journal: Journal, qapp: QApplication
) -> None:
    pieces = private_pieces(sample_journal)
    assert READ.keys() == set(agenda_files.SUFFIXES)
    ids = [one for (one,) in sample_journal.read().exec_driver_sql("SELECT id FROM meeting")]
    assert len(ids) > 20
    for suffix, read in READ.items():
        # A mail carries the very page, so that the page alone is read only now and then.
        for which in ids[::8] if suffix == ".pdf" else ids:
            data = agenda_files.make(sample_journal, which, build.SAMPLE_DAY, suffix)
            text = read(data)
            assert len(text) > 50
            assert leaks(pieces, text) == [], (which, suffix)


def test_no_compact_holds_a_private_word(sample_journal: Journal, qapp: QApplication) -> None:
    """A boundary that is agreed on is in it; those kept to oneself are not."""
    pieces = private_pieces(sample_journal)
    several = expectations.summaries(sample_journal)
    assert len(several) == 3
    for person in several:
        build.add_record(
            sample_journal, "boundaries", person_id=person, note="never about my own health")
        for suffix in compact_files.SUFFIXES:
            data = compact_files.make(sample_journal, person, build.SAMPLE_DAY, suffix)
            text = READ[suffix](data)
            assert len(text) > 50
            assert leaks(pieces, text) == [], (person, suffix)
            assert "neveraboutmyownhealth" not in squeezed(text)


def test_a_private_word_in_every_private_column_stays_inside(
    journal: Journal, qapp: QApplication
) -> None:
    """The sample may not fill all of them; here each has a word of its own."""
    words = {}
    meeting = build.add_meeting(journal, build.add_person(journal))
    for number, (table, column) in enumerate(columns()):
        if table in ("person", "meeting"):
            row = journal.read().exec_driver_sql(f"SELECT id FROM {table}").scalar()
        else:
            kind = next(k for k, t in build_kinds().items() if t.name == table)
            row = build.add_record(journal, kind)
        word = f"privateword{number:02}zz"
        words[word] = f"{table}.{column}"
        journal.read().exec_driver_sql(
            f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (word, row))
    for suffix, read in READ.items():
        text = read(agenda_files.make(journal, meeting, build.SAMPLE_DAY, suffix))
        assert leaks(words, text) == [], suffix


def test_no_brief_note_or_table_of_feedback_holds_a_private_word(
    sample_journal: Journal, qapp: QApplication
) -> None:
    """Each private column of every row has a word of its own; no context was allowed."""
    words = {f"privateword{number:02}zz": place for number, place in enumerate(columns())}
    for word, (table, column) in words.items():
        sample_journal.read().exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ?', (word,))
    sample_journal.read().exec_driver_sql("UPDATE letter SET context_allowed = 0")
    said = [feedback_table.make(sample_journal, build.SAMPLE_DAY).decode()]
    for letter in letters.every(sample_journal):
        said.append(READ[".ics"](letter_dates.make(sample_journal, letter.id, clock.now())))
        said += [_brief_text(sample_journal, letter.id, suffix) for suffix in brief_files.SUFFIXES]
    for entry in feedback.every(sample_journal):
        with suppress(JournalError):  # it is too early for a note
            said.append(feedback_note.first_draft(sample_journal, entry.id, build.SAMPLE_DAY))
    assert len(said) > 30 and min(map(len, said)) > 50
    for text in said:
        assert [place for word, place in words.items() if word in squeezed(text)] == []


def _brief_text(journal: Journal, letter_id: int, suffix: str) -> str:
    data = brief_files.make(journal, letter_id, build.SAMPLE_DAY, suffix)
    return READ[suffix](data)


def test_no_follow_up_note_holds_a_private_word(
    sample_journal: Journal, qapp: QApplication
) -> None:
    """Neither one that was written, as a file, nor a draft of what was captured."""
    pieces = private_pieces(sample_journal)
    rows = sample_journal.read().exec_driver_sql(
        "SELECT id, follow_up_text FROM meeting WHERE status = 'held'").fetchall()
    assert len(rows) > 40
    for which, written in rows:
        draft = follow_up_files.first_draft(sample_journal, which, build.SAMPLE_DAY)
        assert leaks(pieces, draft) == [], which
        for suffix in papers.SUFFIXES if written else ():
            data = follow_up_files.make(sample_journal, which, build.SAMPLE_DAY, suffix)
            read = {".eml": _mail_words, ".pdf": pdf_text}.get(suffix, bytes.decode)
            assert leaks(pieces, read(data)) == [], (which, suffix)


def _mail_words(data: bytes) -> str:
    mail = message_from_bytes(data, policy=default)
    return " ".join([*map(str, mail.values()), mail.get_content()])


PRIVATE_MODULES = ("reflection", "missteps", "yearly_private", "review_private")
# The paper for myself, which says on every page that it is private.
FOR_MYSELF = "review_private.py"
# Reads of what I plan only what I ticked as shareable; `test_ways_out` holds it to that.
TICKED = ("year_ahead.py", "mentorjournal.store.schema.reflection")


def test_nothing_that_leaves_is_made_of_reflections_or_missteps() -> None:
    """Neither documents nor exporters ask for them, by themselves or by way of what they ask."""
    package = Path(mentorjournal.__file__).parent
    ways_out = [*package.glob("documents/*.py"), *package.glob("exchange/*.py")]
    ways_out = [path for path in ways_out if path.name != FOR_MYSELF]
    assert len(ways_out) > 15
    seen: set[Path] = set()
    while ways_out:
        path = ways_out.pop()
        seen.add(path)
        for name in _imported(path):
            if (path.name, name) != TICKED:
                assert not any(one in name for one in PRIVATE_MODULES), (path.name, name)
            found = package.parent.joinpath(*name.split(".")).with_suffix(".py")
            if found.exists() and found not in seen:
                ways_out.append(found)
    assert package / "journal" / "people.py" in seen


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mentorjournal"):
            yield from (f"{node.module}.{one.name}" for one in node.names)
            yield str(node.module)


def test_a_reflection_that_may_be_shared_is_in_none_of_todays_documents(
    sample_journal: Journal, qapp: QApplication
) -> None:
    word = "privatewordof reflection"
    (aim,) = reflections.about_goals(sample_journal)
    for one in people.everybody(sample_journal, build.SAMPLE_DAY):
        reflections.add(sample_journal, {
            "text": word, "question": word, "shareable": True, "person_id": one.person.id,
            "goal_id": aim, "date": build.SAMPLE_DAY})
    assert len(said := list(_every_paper(sample_journal))) > 60
    assert not [text for text in said if squeezed(word) in squeezed(text)]


def _every_paper(journal: Journal) -> Iterator[str]:
    """Every document there is today, in its plainest form."""
    for (which,) in journal.read().exec_driver_sql("SELECT id FROM meeting").fetchall():
        yield READ[".txt"](agenda_files.make(journal, which, build.SAMPLE_DAY, ".txt"))
        yield follow_up_files.first_draft(journal, which, build.SAMPLE_DAY)
    for person in expectations.summaries(journal):
        yield READ[".txt"](compact_files.make(journal, person, build.SAMPLE_DAY, ".txt"))
    for letter in letters.every(journal):
        yield _brief_text(journal, letter.id, ".txt")
    yield feedback_table.make(journal, build.SAMPLE_DAY).decode()
    yield sheet_files.make(journal, build.SAMPLE_DAY, ".txt").decode()
    yield review_files.make(
        journal, yearly.chosen(journal, build.SAMPLE_DAY), build.SAMPLE_DAY, ".txt").decode()
    yield READ[".ics"](catch_ups.make(
        journal, build.SAMPLE_DAY, datetime(2026, 5, 15, 9, tzinfo=UTC)))


@pytest.mark.parametrize("suffix", papers.READABLE)
def test_neither_the_sheet_nor_the_review_to_share_holds_a_private_word(
    sample_journal: Journal, qapp: QApplication, suffix: str
) -> None:
    pieces, read = private_pieces(sample_journal), {".pdf": pdf_text}.get(suffix, bytes.decode)
    period = yearly.chosen(sample_journal, build.SAMPLE_DAY)
    for data in (sheet_files.make(sample_journal, build.SAMPLE_DAY, suffix),
                 review_files.make(sample_journal, period, build.SAMPLE_DAY, suffix)):
        text = read(data)
        assert "Okafor" in text
        assert leaks(pieces, text) == []
        assert "rivate" not in text


def test_the_calendar_of_catch_ups_holds_no_private_word(sample_journal: Journal) -> None:
    stamped = datetime(2026, 5, 15, 9, tzinfo=UTC)
    data = catch_ups.make(sample_journal, build.SAMPLE_DAY, stamped)
    text = READ[".ics"](data)
    assert "Okafor" in text
    assert leaks(private_pieces(sample_journal), text) == []


def build_kinds() -> dict[str, object]:
    from mentorjournal.journal.fields import KINDS

    return KINDS


def test_the_picture_of_the_map_holds_no_private_word(
    sample_journal: Journal, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    pane = NetworkPane(sample_journal, Settings(paths.settings_file()))
    qtbot.addWidget(pane)
    svg = pane.image("svg").decode()
    assert "Okafor" in svg
    words = " ".join(re.findall(r">([^<]+)<", svg))
    assert leaks(private_pieces(sample_journal), words) == []
    assert leaks(private_pieces(sample_journal), svg) == []


def test_neither_strip_nor_pages_of_the_timeline_hold_a_private_word(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    pieces = private_pieces(sample_journal)
    pane = TimelinePane(sample_journal, Settings(paths.settings_file()))
    qtbot.addWidget(pane)
    told = []
    for lane in pane.facts.lanes:
        for mark in lane.marks:
            pane.choose(mark.key)
            told += [one.text() for one in pane.strip.findChildren(QLabel)]
    assert "Forty words a slide; the room stopped looking" in told
    assert leaks(pieces, " ".join(told)) == []
    assert leaks(pieces, pdf_text(pane.picture("pdf", "A4"))) == []


@pytest.fixture
def log_file(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of a started program, and everything as before at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = logging.getLogger("mentorjournal")
    level, propagate = log.level, log.propagate
    crash.start_log(paths.log_file())
    yield paths.log_file()
    log.handlers.pop().close()
    log.setLevel(level)
    log.propagate = propagate


def test_a_crash_logs_no_word_of_the_journal(
    sample_journal: Journal, qtbot: QtBot, log_file: Path
) -> None:
    shown: list[str] = []
    crash.catch_all(shown.append)
    rows = sample_journal.read().exec_driver_sql(
        "SELECT name, private_note FROM person WHERE private_note IS NOT NULL").fetchall()
    assert rows

    def break_down() -> None:
        name, note = rows[0]
        raise ValueError(f"{name}: {note}")

    def misspell() -> None:
        sample_journal.read().exec_driver_sql(
            "SELECT nothing FROM person WHERE name = ?", (rows[0][0],))

    for wrong in (break_down, misspell):
        QTimer.singleShot(0, wrong)
    qtbot.waitUntil(lambda: len(shown) == 2)
    written = log_file.read_text() + "".join(shown)
    assert "in break_down" in written and "OperationalError" in written
    for name, note in rows:
        assert name not in written and note not in written
        assert not any(len(word) > 5 and word in written for word in name.split())
