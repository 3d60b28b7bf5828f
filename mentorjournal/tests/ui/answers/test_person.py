"""What the window does about a person's page: other pages, forms, questions for a meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, dealings, knowing, meetings, people, reflections
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, read, sentence, start
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.day import DayForm
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person import PersonPane
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.field_values import fill
from mentorjournal.ui.widgets.form_dialog import FormDialog

OKAFOR, BRANDT = 1, 4


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def pane(window: MainWindow) -> PersonPane:
    window.open_person(OKAFOR)
    return window.panes["person"]


def test_the_page_opens_from_the_list_and_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    network = window.show_pane("network")
    network.set_mode("list")
    table = network.people_view.table
    table.select(BRANDT)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.current_pane() == "person"
    assert window.panes["person"].person.id == BRANDT
    window.panes["person"].head.up.click()
    assert window.current_pane() == "network"


def test_reflections_about_somebody_stand_on_their_page_with_the_way_to_them(
    window: MainWindow, pane: PersonPane
) -> None:
    section = pane.tab("overview").reflections
    before = len(reflections.found(window.journal, reflections.Wanted(person_id=OKAFOR)))
    made = [reflections.add(window.journal, {
        "text": f"Thought {n}", "date": build.SAMPLE_DAY, "person_id": OKAFOR}) for n in range(6)]
    QApplication.processEvents()
    shown = read(section)
    assert "private, never exported" in shown and "Thought 5" in shown and "Thought 0" not in shown
    assert f"and {before + 1} earlier one" in shown
    next(one for one in section.findChildren(Button)
         if one.accessibleName().endswith("Thought 4")).click()
    assert window.current_pane() == "reflections"
    assert window.panes["reflections"].current_id() == made[4]
    with answering(lambda form: form.reject()):
        section.write.click()


def test_nothing_is_said_of_reflections_where_there_are_none(
    window: MainWindow, pane: PersonPane
) -> None:
    section = pane.tab("overview").reflections
    for one in reflections.found(window.journal, reflections.Wanted(person_id=OKAFOR)):
        reflections.remove(window.journal, one.id)
    QApplication.processEvents()
    assert section.isHidden()


def test_the_page_opens_from_a_meeting(window: MainWindow) -> None:
    prep = window.show_pane("meetings")
    prep.person_wanted.emit(OKAFOR)
    assert window.current_pane() == "person"
    window.panes["person"].map_wanted.emit(OKAFOR)
    assert window.current_pane() == "network"
    assert window.panes["network"].person.shown.line.person.id == OKAFOR


@pytest.mark.parametrize("by_menu", [True, False])
def test_the_timeline_shows_the_person_alone(
    window: MainWindow, pane: PersonPane, by_menu: bool
) -> None:
    if by_menu:
        next(a for a in pane.head.menu.actions() if a.data() == "timeline").trigger()
    else:
        pane.current_tab().recent.more.click()
    assert window.current_pane() == "timeline"
    assert set(window.panes["timeline"].filter.people) == {OKAFOR}


def test_edit_opens_the_form_of_the_person(window: MainWindow, pane: PersonPane) -> None:
    def rename(form: PersonDialog) -> None:
        form.field("name").setText("Prof. Rosalind Okafor")
        form.ok_button().click()

    with answering(rename):
        pane.head.edit.click()
    assert window.current_pane() == "person"
    assert pane.head.name.text() == "Prof. Rosalind Okafor"


def test_a_contact_is_logged_from_the_page(window: MainWindow, pane: PersonPane) -> None:
    def log(form: FormDialog) -> None:
        form.field("line").setFocus()
        fill(form.field("line"), "She rang about the aims.")
        form.ok_button().click()

    with answering(log):
        pane.head.contact.click()
    newest = dealings.recent(window.journal, OKAFOR, build.SAMPLE_DAY)[0]
    assert (newest.table, newest.text) == ("contact", "She rang about the aims.")
    QApplication.processEvents()
    assert "She rang about the aims." in read(pane.current_tab())


def test_prepare_shows_the_next_meeting(window: MainWindow, pane: PersonPane) -> None:
    pane.head.prepare.click()
    assert window.current_pane() == "meetings"
    which = window.panes["meetings"].current_meeting_id()
    assert meetings.get(window.journal, which).person_id == OKAFOR


def test_removing_asks_goes_back_to_the_map_and_can_be_undone(window: MainWindow) -> None:
    window.open_person(7)  # Dr. Gregory Stroud
    pane = window.panes["person"]
    with answering(press("Remove")):
        pane.remove_wanted.emit(7)
    assert window.current_pane() == "network"
    assert sentence(window) == "Dr. Stroud was removed."
    act(window)
    assert people.get(window.journal, 7).name == "Dr. Gregory Stroud"


def test_a_question_goes_to_the_next_agenda_once(window: MainWindow, pane: PersonPane) -> None:
    pane.open_tab("knowing")
    question = "What would you skip if you began again?"
    coming = next(s.meeting for s in meetings.coming(window.journal) if s.person.id == OKAFOR)
    before = agenda.items(window.journal, coming.id)
    pane.current_tab().cards["lessons"].question_wanted.emit(question)
    assert sentence(window) == "It is on the agenda of Tue 19 May."
    items = agenda.items(window.journal, coming.id)
    assert [item.title for item in items[len(before):]] == [question]
    pane.current_tab().cards["lessons"].question_wanted.emit(question)
    assert sentence(window) == "That is on the agenda of Tue 19 May already."
    assert len(agenda.items(window.journal, coming.id)) == len(before) + 1


def test_a_question_taken_by_mistake_is_taken_back(window: MainWindow, pane: PersonPane) -> None:
    pane.open_tab("knowing")
    before = build.dump(window.journal)
    pane.current_tab().differences.question_wanted.emit("What would you like me to call you?")
    act(window)
    assert build.dump(window.journal) == before


def test_without_a_meeting_one_is_offered(window: MainWindow) -> None:
    window.open_person(BRANDT, "knowing")
    window.panes["person"].current_tab().cards["who"].question_wanted.emit("How?")
    assert sentence(window) == "There is no next meeting with Dr. Brandt yet."
    titles: list[str] = []
    with answering(lambda form: titles.append(form.windowTitle())):
        act(window)
    assert titles and "eeting" in titles[0]


def test_another_day_is_given_to_an_answer_and_to_news(
    window: MainWindow, pane: PersonPane
) -> None:
    def earlier(form: DayForm) -> None:
        form.field("day").set_day(date(2025, 11, 3))
        form.ok_button().click()

    news = knowing.news_of(window.journal, OKAFOR)[0]
    with answering(earlier):
        pane.current_tab().news._days[news.id].click()
    assert knowing.news(window.journal, news.id).date == date(2025, 11, 3)
    assert pane.current_tab().news._days[news.id].text() == "Mon 3 Nov 2025"
    pane.open_tab("knowing")
    card = pane.current_tab().cards["goals"]
    with answering(earlier):
        card.day.click()
    assert card.day.text() == "as of 3 Nov 2025"
