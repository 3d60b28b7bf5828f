"""The forms for accomplishments and for giving credit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import accomplishments, drafts, files, goals
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.dialogs.accomplishment import AccomplishmentForm
from mentorjournal.ui.dialogs.credit import CreditForm

MAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(build.SAMPLE_DAY)


def test_what_is_shown_is_what_is_saved(qtbot: QtBot, journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    goal = goals.add(journal, {"text": "Paper 1", "status": "done"})
    values = {"title": "Poster", "date": MAY, "result": "Four wrote", "number": 212.5,
              "unit": "discharges", "goal_id": goal,
              "competencies": ("rigour", "other:Ultrasound")}
    parts = [{"person_id": ann, "part": "contributor", "credited_on": MAY, "credited_how": "Named"},
             {"person_id": ann, "part": "witness"}, {"person_id": bo, "part": "witness"}]
    made = accomplishments.add(journal, values, parts)
    one = AccomplishmentForm(journal, achieved=accomplishments.get(journal, made))
    qtbot.addWidget(one)
    assert one.values() == {**values, "contributors": parts}


def test_contributors_are_added_and_taken_out(qtbot: QtBot, journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    one = AccomplishmentForm(journal, [ann])
    qtbot.addWidget(one)
    one.show()
    people = one.field("contributors")
    people.choice.choose(bo)
    people.choice.pick()
    row = people.rows[bo]
    assert not row.day.isVisible() and not row.how.isVisible()
    row.credited.click()
    assert row.day.isVisible() and row.day.day() == build.SAMPLE_DAY
    row.how.setText("Co-author")
    row.day.set_day(MAY)
    people.rows[ann].drop.click()
    assert one.focusWidget() is people.choice and people.choice.currentText() == ""
    assert one.values()["contributors"] == [
        {"person_id": bo, "part": "contributor", "credited_on": MAY, "credited_how": "Co-author"}]


def test_a_tick_taken_back_takes_the_credit_back(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    made = accomplishments.add(journal, {"title": "Talk"}, [
        {"person_id": ann, "credited_on": MAY, "credited_how": "Named"}])
    one = AccomplishmentForm(journal, achieved=accomplishments.get(journal, made))
    qtbot.addWidget(one)
    one.contributors.rows[ann].credited.click()
    assert one.values()["contributors"] == [
        {"person_id": ann, "part": "contributor", "credited_on": None, "credited_how": None}]
    one.contributors.rows[ann].credited.click()
    assert one.values()["contributors"][0]["credited_how"] == "Named"
    one.contributors.rows[ann].day.set_day(date(2026, 5, 16))
    assert not one.ok_button().isEnabled()


def test_whoever_saw_it_is_named_beside_those_who_contributed(
    qtbot: QtBot, journal: Journal
) -> None:
    ann = build.add_person(journal, "Ann")
    one = AccomplishmentForm(journal, [ann])
    qtbot.addWidget(one)
    one.field("title").setText("Talk")
    one.witnesses.line.setText("Nobody")
    assert not one.ok_button().isEnabled()
    one.witnesses.line.setText("ann")
    assert one.ok_button().isEnabled()
    assert [(part["person_id"], part["part"]) for part in one.values()["contributors"]] == [
        (ann, "contributor"), (ann, "witness")]


@pytest.mark.parametrize("value", [0.1 + 0.2, 1234567.0, 123456789.125, 1e14, -0.5])
def test_a_number_is_the_same_after_saving_without_touching_it(
    qtbot: QtBot, journal: Journal, value: float
) -> None:
    made = accomplishments.add(journal, {"title": "Count", "number": value})
    one = AccomplishmentForm(journal, achieved=accomplishments.get(journal, made))
    qtbot.addWidget(one)
    assert one.values()["number"] == value


def test_a_file_is_chosen_replaced_and_taken_away(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    poster = tmp_path / "poster.pdf"
    poster.write_bytes(b"%PDF")
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.show()
    one.field("title").setText("Poster")
    assert "file" not in one.values() and not one.file.remove.isVisible()
    one.file.take_file(tmp_path)
    assert "is a folder" in one.file.says.text() and one.file.value() == ""
    one.file.take_file(poster)
    assert one.values()["file"] == poster and one.file.name.text() == "poster.pdf"
    one.file.take_file(tmp_path / "gone.pdf")
    assert "no longer there" in one.file.says.text() and one.values()["file"] == poster
    assert one.ok_button().isEnabled()
    one.file.remove.click()
    assert "file" not in one.values() and one.focusWidget() is one.file.choose


def test_the_file_in_the_journal_stays_unless_it_is_changed(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    made = accomplishments.add(journal, {
        "title": "Poster", "file": files.ChosenFile("poster.pdf", b"%PDF of 11 by")})
    one = AccomplishmentForm(journal, achieved=accomplishments.get(journal, made))
    qtbot.addWidget(one)
    one.show()
    assert one.file.name.text() == "poster.pdf" and "file" not in one.values()
    assert "13 bytes" in [label.text() for label in one.file.findChildren(QLabel)]
    one.file.remove.click()
    assert one.values()["file"] is None
    other = tmp_path / "other.txt"
    other.write_text("Other")
    one.file.take_file(other)
    assert one.values()["file"] == other


def test_a_draft_keeps_which_file_was_chosen(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    poster = tmp_path / "poster.pdf"
    poster.write_bytes(b"%PDF")
    for is_there in (True, False):
        one = AccomplishmentForm(journal)
        qtbot.addWidget(one)
        one.keep_draft(journal, "accomplishment:new")
        one.field("title").setText("Poster")
        one.file.take_file(poster)
        one.put_aside()
        if not is_there:
            poster.unlink()
        again = AccomplishmentForm(journal)
        qtbot.addWidget(again)
        again.keep_draft(journal, "accomplishment:new")
        again.take_up_draft()
        assert again.values()["title"] == "Poster"
        assert again.values().get("file") == (poster if is_there else None)
        again.done(0)


@pytest.mark.parametrize(("number", "taken"), [("212", 212.0), ("1,5", 1.5), ("", None)])
def test_numbers_are_taken_as_they_are_written(
    qtbot: QtBot, journal: Journal, number: str, taken: float | None
) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.field("title").setText("Poster")
    one.field("number").setText(number)
    assert one.ok_button().isEnabled() and one.values()["number"] == taken


def test_own_words_for_what_it_shows_stay_words(qtbot: QtBot, journal: Journal) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.field("title").setText("Poster")
    own = one.field("competencies").own
    own.setText("Ultrasound, knots")
    assert one.values()["competencies"] == ("other:Ultrasound", "other:knots")
    own.setText("x" * 200)
    assert not one.ok_button().isEnabled()


def test_a_file_that_is_dropped_on_the_field_is_taken(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    poster = tmp_path / "poster.pdf"
    poster.write_bytes(b"%PDF")
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    dropped = QMimeData()
    for links, taken in ((["https://example.org/x.pdf"], False), ([poster.as_uri()], True)):
        dropped.setUrls([QUrl(link) for link in links])
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        coming = QDragEnterEvent(QPoint(5, 5), action, dropped, left,
                                 Qt.KeyboardModifier.NoModifier)
        coming.ignore()
        one.file.dragEnterEvent(coming)
        assert coming.isAccepted() is taken
    one.file.dropEvent(QDropEvent(QPointF(5, 5), action, dropped, left,
                                  Qt.KeyboardModifier.NoModifier))
    assert one.file.path() == poster


@pytest.mark.parametrize("number", ["many", "nan", "inf", "1e300"])
def test_what_is_no_number_is_refused(qtbot: QtBot, journal: Journal, number: str) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.field("title").setText("Poster")
    one.field("number").setText(number)
    assert not one.ok_button().isEnabled()


def test_a_title_is_needed(qtbot: QtBot, journal: Journal) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    assert not one.ok_button().isEnabled()


def test_a_draft_brings_the_contributors_back(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    one = AccomplishmentForm(journal, [ann])
    qtbot.addWidget(one)
    one.keep_draft(journal, "accomplishment:new")
    one.field("title").setText("Poster")
    one.field("contributors").rows[ann].credited.click()
    one.field("contributors").rows[ann].how.setText("Named")
    one.put_aside()
    assert list(drafts.every(journal)) == ["accomplishment:new"]
    again = AccomplishmentForm(journal)
    qtbot.addWidget(again)
    again.keep_draft(journal, "accomplishment:new")
    again.take_up_draft()
    assert again.values()["title"] == "Poster"
    assert again.values()["contributors"][0]["credited_how"] == "Named"


def test_credit_says_how_and_when(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    made = accomplishments.add(journal, {"title": "Award"}, [{"person_id": ann}])
    [part] = accomplishments.get(journal, made).credits
    one = CreditForm(journal, part)
    qtbot.addWidget(one)
    assert not one.ok_button().isEnabled()
    one.field("how").setText("On the slide")
    assert one.values() == {
        "on": build.SAMPLE_DAY, "how": "On the slide", "kind": "credit_in_talk"}
    one.thank.setChecked(False)
    assert one.values()["kind"] is None
