"""Being a mentor for the first time: advice, a talk prepared, held and closed; reflections.

From an empty journal through the real window, and back to empty by Undo.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.exchange import agenda_files
from mentorjournal.journal import advice, agenda, meetings, promises, reflections
from mentorjournal.mentoring import reflection as rules
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, button, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.dialogs.reflection import ReflectionForm
from mentorjournal.ui.main_window import MainWindow

DAY = build.SAMPLE_DAY
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    made = start(qtbot, None, tmp_path / "scratch")
    made.resize(1440, 900)
    first = made.panes["first-run"]
    qtbot.keyClicks(first.name, "Dr. Noor Haddad")
    qtbot.mouseClick(first.go, Qt.MouseButton.LeftButton)
    return made


def shows(window: MainWindow) -> str:
    QApplication.processEvents()
    return read(window.panes[window.current_pane()])


def back(window: MainWindow, qtbot: QtBot) -> None:
    """A window has the keyboard again when its dialog has gone."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def begin(window: MainWindow) -> int:
    """A piece of advice, then somebody one step behind: of both only words are asked for."""

    def say(form: object) -> None:
        form.field("text").setPlainText("Sleep a night before you say yes")
        form.field("giver").setCurrentText("My mother")
        form.accept()

    with answering(say):
        trigger(window, "add_advice")
    assert "My mother" in shows(window)
    pane = window.panes["passing_on"]
    with answering(lambda form: (form.field("name").setText("Ada Lin"), form.accept())):
        pane.begin.button().click()
    assert window.current_pane() == "passing_on" and "Ada Lin" in shows(window)
    return int(pane.people.card.rows()[0].key.partition(":")[2])


def prepare(window: MainWindow, whom: int) -> int:
    """Advice is offered with its credit, and one press puts it on the agenda."""
    day = DAY + timedelta(2)

    def arrange(form: MeetingForm) -> None:
        form.day.setDate(QDate(day.year, day.month, day.day))
        form.ok_button().click()

    with answering(arrange):
        window.prepare_meeting(whom)
    pane = window.panes["meetings"]
    assert "Nothing on the agenda yet" in pane.footer.state.text()
    (offered,) = [one for one in pane.side.carry_in.rows() if one.carry.source == "advice"]
    assert offered.carry.title == "Sleep a night before you say yes (My mother)"
    offered.add.click()
    assert pane.footer.state.text() == "1 thing to talk about"
    assert "What this meeting is for" in shows(window)
    return pane.current_meeting_id()


def hold(window: MainWindow, qtbot: QtBot, which: int) -> None:
    """The talk itself by keyboard: what they will do, and to the end."""
    clock.set_as_of(DAY + timedelta(2))
    trigger(window, "start_meeting")
    pane = window.panes["meeting_mode"]
    back(window, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_1, CONTROL)
    pane.stage.line.owner.setCurrentIndex(1)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask for a night, once")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    pane.end()
    form = pane.closing.form
    assert "What came of it" in shows(window)
    form.items.rows()[0].state.button("covered").click()
    pane.closing.finish.click()
    assert meetings.get(window.journal, which).status == "held"


def test_advice_reaches_somebody_i_mentor_and_is_known_as_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    whom = begin(window)
    which = prepare(window, whom)
    paper = agenda_files.make(window.journal, which, DAY, ".txt").decode()
    assert "(My mother)" in paper and "leave with" not in paper
    hold(window, qtbot, which)
    (told,) = advice.every(window.journal)[0].uses
    assert (told.person_id, told.meeting_id) == (whom, which)
    (made,) = promises.of_person(window.journal, whom)
    assert (made.owner, made.text) == ("mentee", "Ask for a night, once")
    window.show_pane("passing_on")
    assert "Passed on to Ada Lin on 17 May" in shows(window)
    agenda.edit_item(window.journal, agenda.items(window.journal, which)[0].id,
                     {"state": "parked"})
    assert "Passed on to" not in shows(window)  # it was not, after all
    while window.journal.undo_label():
        window.undo_journal()
    assert not any(build.dump(window.journal).values())


def test_reflections_are_written_found_gone_on_with_and_removed_by_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = window.show_pane("reflections")
    back(window, qtbot)
    pane.focus_first()

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, held)

    def write(text: str, tag: str = "") -> object:
        def deed(form: ReflectionForm) -> None:
            qtbot.keyClicks(form.text, text)
            form.tag.set_current(tag or form.tag.current())
            qtbot.keyClick(form.text, KEY.Key_Return, CONTROL)

        return deed

    with answering(write("I learned to wait")):
        press(KEY.Key_Return)
    back(window, qtbot)
    (first,) = reflections.found(window.journal)
    assert first.question == rules.question("learned").text
    assert pane.column.view.hasFocus()  # on what was written
    with answering(write("She found it herself", "mentoring_others")):
        trigger(window, "add_reflection")
    back(window, qtbot)
    assert rules.paired_question() in sentence(window)
    with answering(write("Ask before I tell")):
        button(window.messages, "Answer it").click()
    back(window, qtbot)
    pair = reflections.found(window.journal)[0]
    assert (pair.text, pair.paired_with_id) == ("Ask before I tell", first.id + 1)
    press(KEY.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "wait")
    qtbot.waitUntil(lambda: pane.list.ids() == [first.id])
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " for her")
    press(KEY.Key_Escape)
    assert reflections.get(window.journal, first.id).text == "I learned to wait for her"
    press(KEY.Key_Delete)
    assert sentence(window) == "The reflection was removed."
    assert reflections.count(window.journal) == 2
    window.undo_journal()
    assert pane.current_id() == first.id
