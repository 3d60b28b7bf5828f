"""What the window does about expectations: topics, talks, agendas, old wordings and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, expectations, meetings
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, read, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.dialogs.topic_talk import TalkForm
from mentorjournal.ui.dialogs.topic_wordings import TopicWordingsDialog
from mentorjournal.ui.dialogs.topics import TopicsForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person_expectations import ExpectationsTab

ODD = "\U0010fffd"  # of the private use planes: no font has it
DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def person(window: MainWindow) -> int:
    """Somebody with a compact of one topic that has been seen differently for 40 days."""
    whom = build.add_person(window.journal, "Dr. Ann Berg", email="ann@example.org")
    expectations.begin(window.journal, whom, ["authorship_and_credit"])
    topic = expectations.topics(window.journal, whom)[0].id
    expectations.edit_topic(window.journal, topic, {"agreed": "Ann <b>first</b>"})
    expectations.agree(window.journal, topic, DAY - timedelta(50))
    expectations.mark_differs(window.journal, topic, DAY - timedelta(40))
    return whom


@pytest.fixture
def tab(window: MainWindow, person: int) -> ExpectationsTab:
    window.open_person(person, "expectations")
    found: ExpectationsTab = window.panes["person"].current_tab()
    return found


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Has the machine's file dialog answer with a file of this name."""

    def choose(name: str) -> Path:
        monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / name)
        return tmp_path / name

    return choose


def topics(window: MainWindow, person: int) -> list[str | None]:
    return [one.topic_words or one.topic for one in expectations.topics(window.journal, person)]


def test_topics_are_chosen_from_their_groups_and_own_words_go_along(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    def choose(form: TopicsForm) -> None:
        assert not form.ok_button().isEnabled()
        with pytest.raises(KeyError):
            form.field("Credit").chip("authorship_and_credit")  # it is in the compact already
        form.field("People").chip("boundaries").click()
        form.own.setText("Conference travel")
        form.ok_button().click()

    with answering(choose):
        tab.add.click()
    assert topics(window, person) == ["authorship_and_credit", "boundaries", "Conference travel"]
    assert tab.table.rows()[1].is_open
    with answering(QDialog.reject):
        tab.add.click()
    assert len(topics(window, person)) == 3


def test_own_words_that_are_too_long_are_refused_where_they_stand(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    def write(form: TopicsForm) -> None:
        form.own.setText("x" * 301)
        assert not form.ok_button().isEnabled()
        assert "300 characters fit" in read(form)

    with answering(write):
        tab.add.click()
    assert len(topics(window, person)) == 1


def test_a_talk_that_settles_it(window: MainWindow, person: int, tab: ExpectationsTab) -> None:
    def note(form: TalkForm) -> None:
        assert form.agreed.text() == "Ann <b>first</b>"
        form.on.setDate(QDate(2026, 5, 16))
        assert not form.ok_button().isEnabled()  # that day is still to come
        form.on.setDate(QDate(2026, 5, 12))
        form.agreed.setPlainText("Whoever writes is first")
        form.ok_button().click()

    tab.table.open_to_write(tab.table.rows()[0].id)
    with answering(note):
        tab.table.rows()[0].details.talk.click()
    found = expectations.topics(window.journal, person)[0]
    assert (found.status, found.agreed) == ("agreed", "Whoever writes is first")
    assert found.conversation_on == date(2026, 5, 12)
    window.undo_journal()
    assert expectations.topics(window.journal, person)[0].status == "differs"


def test_a_talk_that_leaves_it_open(window: MainWindow, person: int, tab: ExpectationsTab) -> None:
    def note(form: TalkForm) -> None:
        form.result.button("still").click()
        assert not form.agreed.isVisible()
        form.going.setPlainText("We asked the editor")
        form.ok_button().click()

    with answering(note):
        tab.talk_wanted.emit(tab.table.rows()[0].id)
    found = expectations.topics(window.journal, person)[0]
    assert (found.status, found.conversation_on, found.how_it_goes) == (
        "differs", DAY, "We asked the editor")
    assert found.agreed == "Ann <b>first</b>"


def test_a_difference_goes_on_the_next_agenda(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    build.add_meeting(window.journal, person, "2026-05-12T10:00")  # never closed
    later = build.add_meeting(window.journal, person, "2026-05-26T10:00")
    tab.table.rows()[0].put.click()
    item, = agenda.items(window.journal, later)
    assert (item.title, item.kind, item.source) == (
        "Authorship and credit", "expectations", "expectation")
    assert sentence(window) == "“Authorship and credit” is on the agenda for Tue 26 May."
    assert not tab.table.rows()[0].put.isVisible()
    act(window)
    assert window.current_pane() == "meetings"


def test_where_no_meeting_is_arranged_one_is_and_it_begins_with_this(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    before = build.dump(window.journal)

    def arrange(form: MeetingForm) -> None:
        form.day.setDate(QDate(2026, 6, 2))
        form.ok_button().click()

    with answering(arrange):
        tab.table.rows()[0].put.click()
    arranged, = [one.meeting for one in meetings.coming(window.journal)]
    assert arranged.person_id == person
    assert [one.source for one in agenda.items(window.journal, arranged.id)] == ["expectation"]
    window.undo_journal()
    assert build.dump(window.journal) == before
    with answering(QDialog.reject):
        tab.table.rows()[0].put.click()
    assert meetings.coming(window.journal) == []


def test_a_review_goes_on_the_agenda(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    later = build.add_meeting(window.journal, person, "2027-01-05T10:00")
    clock.set_as_of(DAY + timedelta(170))
    tab.refresh()
    assert tab.table.notice.isVisible()
    tab.table.notice.button().click()
    assert [one.source for one in agenda.items(window.journal, later)] == ["expectation_review"]
    assert "is on the agenda" in sentence(window)


def test_old_words_stand_beside_the_new_ones(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    topic = tab.table.rows()[0].id
    clock.set_as_of(DAY + timedelta(1))
    expectations.edit_topic(window.journal, topic, {"agreed": "Both first", "theirs": "Hers"})

    def look(dialog: TopicWordingsDialog) -> None:
        said = [one.accessibleName() for one in dialog.findChildren(QLabel)]
        assert "We agreed: Ann <b>first</b>" in said and "We agreed: Both first" in said
        assert "Changed: Dr. Berg expects and We agreed" in read(dialog)
        assert "Until Fri 15 May: agreed" in read(dialog)
        assert "Until Sat 16 May: seen differently" in read(dialog)
        assert "line-through" in read(dialog) and "<b>first" not in read(dialog)
        dialog.close_button.click()

    with answering(look):
        tab.wordings_wanted.emit(topic)


def test_a_removed_topic_and_a_removed_compact_come_back_in_one_click(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    before = build.dump(window.journal)
    tab.table.rows()[0].remove_wanted.emit(tab.table.rows()[0].id)
    assert "was taken out of the compact" in sentence(window)
    act(window)
    assert build.dump(window.journal) == before
    tab._remove_compact()
    assert tab.empty.isVisible()
    act(window)
    assert build.dump(window.journal) == before


@pytest.mark.parametrize(("suffix", "begins"), [
    (".pdf", b"%PDF"), (".txt", b"What we expect"), (".eml", b"Subject: ")])
def test_the_compact_is_written_as_a_file(
    window: MainWindow, person: int, tab: ExpectationsTab, file: Callable[[str], Path],
    suffix: str, begins: bytes,
) -> None:
    out = file(f"compact{suffix}")
    tab.export_wanted.emit(person, suffix, True)
    assert out.read_bytes().startswith(begins)
    assert sentence(window) == f"compact{suffix} is written."


def test_the_menu_writes_what_is_in_front(
    window: MainWindow, tab: ExpectationsTab, file: Callable[[str], Path]
) -> None:
    out = file("compact.pdf")
    trigger(window, "export_pdf")
    assert out.read_bytes().startswith(b"%PDF")


def test_characters_that_cannot_be_printed_are_told_of_first(
    window: MainWindow, person: int, tab: ExpectationsTab, file: Callable[[str], Path]
) -> None:
    compact = expectations.compact_of(window.journal, person)
    expectations.edit_compact(window.journal, compact.id, {"purpose": f"Odd {ODD}"})
    out = file("compact.pdf")
    with answering(press("Cancel")):
        tab.export_current(".pdf")
    assert not out.exists()
    with answering(press("Go on")):
        tab.export_current(".pdf")
    assert out.exists()


def test_printing_asks_for_a_printer(
    window: MainWindow, tab: ExpectationsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPrintDialog] = []

    def ask(dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", ask)
    trigger(window, "print")
    assert len(asked) == 1


def test_a_refusal_is_one_sentence_in_the_window(
    window: MainWindow, person: int, tab: ExpectationsTab
) -> None:
    expectations.remove_compact(
        window.journal, expectations.compact_of(window.journal, person).id)
    trigger(window, "export_pdf")
    assert sentence(window) == "There is no compact with Dr. Berg yet."
