"""The letters page: groups, what stands in a row, finding, typing, and keeping its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import letter_papers, letters, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letters import LettersPane
from mentorjournal.ui.panes.letters_list import has_move_line

KEY = Qt.Key


def opened(journal: Journal, tmp_path: Path, qtbot: QtBot) -> LettersPane:
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(QApplication.instance(), "light")
    made = LettersPane(journal, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1232, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, tmp_path: Path, qtbot: QtBot) -> Iterator[LettersPane]:
    made = opened(sample_journal, tmp_path, qtbot)
    yield made
    for timer in made.preview.findChildren(QTimer):  # nothing is read of a closed journal
        timer.stop()


def rows(pane: LettersPane) -> list[str]:
    return [row.section or f"{row.letter.target.split()[0]} {row.second}" if row.letter
            else row.section for row in pane.list.records()]


def test_groups_and_rows_of_the_sample(pane: LettersPane) -> None:
    assert rows(pane) == [
        "To come", "Harrow Dr. Vale · Fri 19 Jun",
        "Sent, thanks or result owed", "Cedar Dr. Brandt · not funded",
        "Closed", "House-staff Dr. Ramanathan · not selected",
        "Northern Dr. Okafor · awarded", "Northern Dr. Haddad · awarded",
        "House-staff Joy Marchetti · Fri 7 Nov 2025",
    ]
    assert "1 letter to come, next deadline Fri 19 Jun" in read(pane.header)
    waiting = [row.move.words for row in pane.list.records() if row.move and has_move_line(row)]
    assert waiting == ["Result not told after 3 weeks"]
    said = pane.list.index(1, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Harrow Bay K12 Scholar programme, Dr. Vale · Fri 19 Jun, Agreed, " \
        "Brief due Fri 5 Jun"


def test_head_says_from_whom_when_and_what_next(pane: LettersPane) -> None:
    head = pane.page.head
    assert head.title.text() == "Harrow Bay K12 Scholar programme"
    assert head.line.text() == "Letter from Dr. Vale, due in 35 days"
    assert head.chip.text() == "Brief due Fri 5 Jun"
    assert head.stepper.accessibleName().startswith("Step 3 of 7: Brief sent")
    wishes: list[tuple[str, int]] = []
    pane.wished.connect(lambda wish, which: wishes.append((wish, which)))
    head.stepper.chosen.emit(2)
    assert wishes == [("step:brief_sent", pane.current_letter_id())]


@pytest.mark.parametrize(("values", "words"), [
    ({"deadline": None}, "no deadline yet"), ({"deadline": build.SAMPLE_DAY}, "due today"),
    ({"deadline": date(2026, 5, 16)}, "due tomorrow"),
    ({"deadline": date(2026, 5, 12)}, "due 3 days ago"),
    ({"deadline": date(2027, 5, 12)}, "due in 12 months"),
    ({"declined_on": build.SAMPLE_DAY}, "declined"),
])
def test_head_never_says_1969(
    pane: LettersPane, sample_journal: Journal, values: dict[str, object], words: str
) -> None:
    which = pane.current_letter_id()
    assert which is not None
    letters.edit(sample_journal, which, values)
    pane.show_letter(which)
    assert pane.page.head.line.text() == f"Letter from Dr. Vale, {words}"
    shown = " ".join(one.text() for one in pane.findChildren(QLabel))
    assert "1969" not in shown and "1970" not in shown and "1900" not in shown


def test_finding_by_writer_and_opportunity(pane: LettersPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.column.find, "northern haddad")
    assert rows(pane) == ["Closed", "Northern Dr. Haddad · awarded"]
    assert pane.page.head.title.text().startswith("Harrow")  # what is read stays
    qtbot.keyClicks(pane.column.find, " nobody")
    assert rows(pane) == [] and "No letter fits." in read(pane)
    pane.column.find.setFocus()
    qtbot.keyClick(pane.column.find, KEY.Key_Escape)
    assert len(rows(pane)) == 9
    assert pane.column.view.current_letter() == pane.current_letter_id()


def test_keys_pass_over_headings(pane: LettersPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.column.view, KEY.Key_Down)
    assert pane.page.head.title.text().startswith("Cedar")
    qtbot.keyClick(pane.column.view, KEY.Key_End)
    assert pane.page.head.line.text() == "Letter from Joy Marchetti, declined"
    qtbot.keyClick(pane.column.view, KEY.Key_Home)
    assert pane.page.head.title.text().startswith("Harrow")
    removed: list[tuple[str, int]] = []
    pane.wished.connect(lambda wish, which: removed.append((wish, which)))
    qtbot.keyClick(pane.column.view, KEY.Key_Delete)
    assert removed == [("remove", pane.current_letter_id())]


def test_typing_goes_into_the_journal_and_to_the_list(
    pane: LettersPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    fields = pane.page.fields
    assert fields is not None
    target = fields.texts["target"]
    target.setFocus()
    qtbot.keyClick(target, KEY.Key_End)
    qtbot.keyClicks(target, " 2027")
    pane.hand_in()
    which = pane.current_letter_id()
    assert which is not None
    assert letters.get(sample_journal, which).target == "Harrow Bay K12 Scholar programme 2027"
    assert pane.list.record_at(1).letter.target.endswith("2027")
    assert target.hasFocus() and target.textCursor().atEnd()
    fields.method.set_current("email_pdf")
    fields.method.chosen.emit("email_pdf")
    assert letters.get(sample_journal, which).method == "email_pdf"


def test_an_emptied_deadline_is_empty(
    pane: LettersPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    fields = pane.page.fields
    assert fields is not None
    fields.day.setFocus()
    qtbot.keyClick(fields.day, KEY.Key_Delete)
    which = pane.current_letter_id()
    assert which is not None
    assert letters.get(sample_journal, which).deadline is None
    assert fields.day.text() == "No date" and fields.due.isHidden()
    assert "no deadline yet" in pane.page.head.line.text()
    assert "Still needed for “Grant”: Deadline." in read(fields)


def test_what_came_from_elsewhere_is_shown(
    pane: LettersPane, sample_journal: Journal
) -> None:
    which = pane.current_letter_id()
    assert which is not None
    letters.take_step(sample_journal, which, "submitted", build.SAMPLE_DAY)
    assert pane.current_letter_id() == which
    assert button(pane.page.head, "Say thank you…")
    assert pane.footer.sent.isHidden() and pane.footer.email.property("kind") == ""
    letters.remove(sample_journal, which)
    assert pane.page.head.title.text().startswith("Cedar")
    sample_journal.undo()
    assert pane.list.row_of_letter(which) > 0


def test_waived_letter_says_why_it_is_not_kept(
    pane: LettersPane, sample_journal: Journal
) -> None:
    which = pane.current_letter_id()
    assert which is not None
    assert "you waived the right to see it" in read(pane.page.papers)
    letter_papers.add(sample_journal, which, "A map", "other")
    assert any(one.text() == "A map" for one in pane.page.papers.findChildren(QLabel))


def test_a_declined_letter_offers_somebody_else(
    pane: LettersPane, sample_journal: Journal
) -> None:
    pane.show_letter(next(
        one.id for one in letters.every(sample_journal) if one.declined_on))
    assert pane.page.head.stepper.isHidden()
    assert button(pane.page.head, "Ask somebody else for the same…")


def test_a_nomination_has_three_steps_and_nobody_to_send_to(
    pane: LettersPane, sample_journal: Journal
) -> None:
    who = people.everybody(sample_journal, build.SAMPLE_DAY)[0].person.id
    which = letters.add(sample_journal, {
        "writer_id": who, "target": "Mentor of the year", "kind": "nomination_for_mentor",
        "deadline": date(2026, 6, 1)})
    pane.show_letter(which)
    assert "Step 1 of 3" in pane.page.head.stepper.accessibleName()
    assert pane.footer.email.isHidden() and pane.footer.sent.isHidden()
    assert pane.page.head.line.text().startswith("Nomination of")


def test_empty_page_has_two_ways_to_begin(
    journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    pane = opened(journal, tmp_path, qtbot)
    assert "No letter yet" in read(pane) and pane.footer.isHidden()
    wishes: list[str] = []
    pane.letter_add_wanted.connect(lambda: wishes.append("letter"))
    pane.accomplishments_wanted.connect(lambda: wishes.append("accomplishments"))
    button(pane.empty, "New request").click()
    button(pane.empty, "Note an accomplishment").click()
    assert wishes == ["letter", "accomplishments"]
    said: list[str] = []
    pane.message_wanted.connect(said.append)
    pane.export_current(".pdf")
    assert said == ["Choose a letter first."]
