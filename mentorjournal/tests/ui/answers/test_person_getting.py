"""What the window does about a candidate: letters, the fit sheet, asking, and their answer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, candidates, contacts, dealings, meetings, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, button, read, sentence, start
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.ask_mentor import AskForm
from mentorjournal.ui.dialogs.first_request import RequestForm
from mentorjournal.ui.dialogs.fit_sheet import FitForm
from mentorjournal.ui.dialogs.five_names import FiveNamesDialog
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person_getting import GettingTab

OSEI = 9
DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def stranger(window: MainWindow) -> int:
    return build.add_person(
        window.journal, "Dr. Una Friis", direction="candidate", stage="considering",
        email="u.friis@example.org", admire_for="Her paper on those who never return")


def tab(window: MainWindow, whom: int) -> GettingTab:
    window.open_person(whom, "getting_to_know")
    QApplication.processEvents()
    return window.panes["person"].current_tab()


def test_a_request_is_written_saved_and_noted(
    window: MainWindow, stranger: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def fill(form: RequestForm) -> None:
        form.field("why_you").type_anew("your paper on those who never return")
        for suffix, action in form.files.items():
            monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(
                lambda *_a, suffix=suffix: (str(tmp_path / f"letter{suffix}"), "")))
            action.click()
            said.append(form.written.text())
        form.ok_button().click()

    page = tab(window, stranger)
    with answering(fill):
        button(page.head, "Write the first request").click()
    assert said == ["letter.eml is written.", "letter.txt is written."]
    text = (tmp_path / "letter.txt").read_text()
    assert "What made me write to you: your paper on those who never return." in text
    assert b"To: \"Dr. Una Friis\" <u.friis@example.org>" in (
        tmp_path / "letter.eml").read_bytes()
    assert sentence(window) == "Noted. Give it a week."
    [waiting] = contacts.waiting(window.journal, DAY)[stranger]
    assert (waiting.date, waiting.initiated_by, waiting.answered) == (DAY, "me", False)
    QApplication.processEvents()
    assert page.head.next.text() == "They answered"
    act(window)
    assert stranger not in contacts.waiting(window.journal, DAY)


def test_a_file_that_cannot_be_written_is_said_in_the_form(
    window: MainWindow, stranger: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(
        lambda *_a: (str(tmp_path / "nowhere" / "letter.txt"), "")))

    def save(form: RequestForm) -> None:
        form.files[".txt"].click()
        said.append(form.written.text())

    with answering(save):
        tab(window, stranger).wished.emit(stranger, "request")
    assert said[0].startswith("letter.txt could not be written")
    assert stranger not in contacts.waiting(window.journal, DAY)


def test_one_nudge_and_then_others(window: MainWindow, stranger: int) -> None:
    candidates.note_request(window.journal, stranger, DAY - timedelta(20))
    page = tab(window, stranger)

    def send(form: RequestForm) -> None:
        assert "On Saturday 25 April I asked you for 20 minutes." in form.text.text()
        form.day.set_day(DAY - timedelta(7))
        form.ok_button().click()

    with answering(send):
        button(page.head, "Write one nudge").click()
    QApplication.processEvents()
    with answering(lambda form: isinstance(form, FiveNamesDialog) or pytest.fail("no names")):
        button(page.head, "Think of others").click()


def test_an_answer_makes_a_touchpoint_and_then_a_meeting_is_arranged(
    window: MainWindow, stranger: int
) -> None:
    candidates.note_request(window.journal, stranger, DAY - timedelta(2))
    page = tab(window, stranger)
    button(page.head, "They answered").click()
    assert sentence(window) == "Dr. Friis has answered."
    assert people.everybody(window.journal, DAY, [stranger])[0].last_touchpoint
    QApplication.processEvents()

    def arrange(form: MeetingForm) -> None:
        assert form.person.person().id == stranger
        assert form.purpose.current() == "getting_to_know"
        form.ok_button().click()

    with answering(arrange):
        button(page.head, "Arrange the meeting").click()
    coming = dealings.next_meeting(window.journal, stranger, DAY)
    assert coming is not None and coming.meeting.purpose == "getting_to_know"
    assert window.current_pane() == "meetings"
    button(tab(window, stranger).head, "Prepare the meeting").click()
    assert window.panes["meetings"].current_meeting_id() == coming.meeting.id


def test_the_sheet_is_filled_and_edited(window: MainWindow, stranger: int) -> None:
    build.add_meeting(window.journal, stranger, "2026-05-14T09:00", status="held")
    page = tab(window, stranger)

    def answer(form: FitForm) -> None:
        form.field("style").choice.button("4").click()
        form.field("style_note").type_anew("Laughs at the same things.")
        form.ok_button().click()

    with answering(answer):
        button(page.head, "Fill the fit sheet").click()
    sheet = candidates.fit_sheets(window.journal, stranger)[0]
    assert (sheet.style, sheet.style_note, sheet.date) == (4, "Laughs at the same things.", DAY)
    QApplication.processEvents()

    def change(form: FitForm) -> None:
        form.field("decision").button("ask").click()
        form.ok_button().click()

    with answering(change):
        button(page.fit, "Edit").click()
    [sheet] = candidates.fit_sheets(window.journal, stranger)
    assert (sheet.decision, sheet.style) == ("ask", 4)
    QApplication.processEvents()
    assert page.head.next.text() == "Ask them"


def test_a_sheet_is_removed_and_comes_back(window: MainWindow) -> None:
    before = candidates.fit_sheets(window.journal, OSEI)
    tab(window, OSEI).fit.remove.click()
    assert candidates.fit_sheets(window.journal, OSEI) == []
    assert sentence(window) == "The fit sheet was removed."
    act(window)
    assert candidates.fit_sheets(window.journal, OSEI) == before


def test_asking_whom_one_knows_and_a_yes(window: MainWindow) -> None:
    page = tab(window, OSEI)
    page.wished.emit(OSEI, "decide:ask")
    assert sentence(window) == "Decided: ask them."
    assert candidates.fit_sheets(window.journal, OSEI)[0].decided_on == DAY
    QApplication.processEvents()
    with answering(lambda form: form.ok_button().click()):
        button(page.head, "Ask them").click()
    assert sentence(window) == "You have asked Dr. Osei."
    assert people.get(window.journal, OSEI).stage == "asked"
    QApplication.processEvents()
    button(page.head, "They said yes").click()
    one = people.get(window.journal, OSEI)
    assert (one.is_active, one.start) == (True, DAY)
    act(window)
    assert people.get(window.journal, OSEI).stage == "asked"
    QApplication.processEvents()
    button(page.head, "They said no").click()
    assert people.get(window.journal, OSEI).stage == "declined"
    QApplication.processEvents()
    button(page.head, "Consider them again").click()
    assert people.get(window.journal, OSEI).stage == "met"


def test_asking_somebody_unmet_can_lead_to_a_meeting_or_go_on(
    window: MainWindow, stranger: int
) -> None:
    page = tab(window, stranger)

    def meet(form: AskForm) -> None:
        assert form.stop.isVisible()
        form.stop.button().click()

    before = build.dump(window.journal)
    with answering(meet, lambda form: form.reject()):
        page.wished.emit(stranger, "ask")
    assert build.dump(window.journal) == before
    with answering(lambda form: form.ok_button().click()):
        page.wished.emit(stranger, "ask")
    assert people.get(window.journal, stranger).stage == "asked"
    assert candidates.read(window.journal, stranger, DAY).asked_early.startswith("Asked on 15 May")
    window.undo_journal()
    assert build.dump(window.journal) == before


def test_what_was_decided_against_is_set_aside(window: MainWindow) -> None:
    candidates.decide(window.journal, OSEI, "no", DAY)
    button(tab(window, OSEI).head, "Set aside").click()
    assert sentence(window) == "Dr. Osei is set aside."
    assert people.get(window.journal, OSEI).stage == "declined"


def test_a_card_and_a_question_go_to_the_next_meeting(window: MainWindow) -> None:
    page = tab(window, OSEI)
    page.card_wanted.emit(OSEI, "unwritten_rules")
    assert sentence(window) == "There is no next meeting with Dr. Osei yet."
    which = build.add_meeting(window.journal, OSEI)
    page.card_wanted.emit(OSEI, "unwritten_rules")
    assert sentence(window) == "“The unwritten rules here” is on the agenda of Tue 19 May."
    page.question_wanted.emit(OSEI, "What would make this worth your time?")
    assert [one.title for one in agenda.items(window.journal, which)] == [
        "The unwritten rules here", "What would make this worth your time?"]


def test_the_close_step_of_a_first_meeting_offers_the_sheet(
    window: MainWindow, stranger: int
) -> None:
    which = build.add_meeting(
        window.journal, stranger, "2026-05-14T09:00", status="held", purpose="getting_to_know")
    prep = window.show_pane("meetings")
    prep.show_meeting(which)
    prep.pages.open_close(which)
    QApplication.processEvents()
    form = prep.page.form
    assert form.fit.isVisible()
    with answering(lambda sheet: sheet.ok_button().click()):
        form.fit.button().click()
    assert len(candidates.fit_sheets(window.journal, stranger)) == 1
    QApplication.processEvents()
    assert prep.page.form.fit.isHidden()


def test_the_close_step_after_meeting_mode_offers_it_as_well(
    window: MainWindow, stranger: int
) -> None:
    which = build.add_meeting(
        window.journal, stranger, "2026-05-14T09:00", status="held", purpose="getting_to_know")
    mode = window.pane("meeting_mode")
    mode.closing.show_meeting(which)
    with answering(lambda sheet: sheet.ok_button().click()):
        mode.closing.form.fit.acted.emit()
    assert len(candidates.fit_sheets(window.journal, stranger)) == 1


def test_the_page_of_a_first_meeting_shows_the_homework(
    window: MainWindow, stranger: int
) -> None:
    which = build.add_meeting(
        window.journal, stranger, "2026-05-18T09:00", purpose="getting_to_know")
    prep = window.show_pane("meetings")
    prep.show_meeting(which)
    QApplication.processEvents()
    card = prep.page.homework
    assert card.isVisible()
    button(card, "Read three of their papers").click()
    QApplication.processEvents()
    [task] = candidates.homework_of(window.journal, stranger)
    assert task.text == "Read three of their papers"
    [tick] = [one for one in card.findChildren(QCheckBox) if one.isVisible()]
    tick.click()
    assert candidates.homework_of(window.journal, stranger)[0].done_on == DAY
    QApplication.processEvents()
    assert prep.page.homework.isHidden()  # all of it is done
    assert meetings.get(window.journal, which).status == "confirmed"


def test_the_form_of_a_person_stops_gently_too(window: MainWindow, stranger: int) -> None:
    hints: list[str] = []

    def ask(form: PersonDialog) -> None:
        stage = form.field("stage")
        for one in ("asked", "considering", "asked"):
            stage.set_current(one)
            hints.append(stage.accessibleDescription())
        form.ok_button().click()

    with answering(ask):
        window.pane("network").person_edit_wanted.emit(stranger)
    words = ("You have not met yet. Asking somebody who knows you a little goes better, and you "
             "see whether it fits.")
    assert hints == [words, "", words]
    assert people.get(window.journal, stranger).stage == "asked"
    assert candidates.read(window.journal, stranger, DAY).asked_early
    window.undo_journal()
    assert people.get(window.journal, stranger).stage == "considering"
    assert candidates.read(window.journal, stranger, DAY).asked_early == ""


def test_the_form_says_nothing_of_whom_one_has_met(window: MainWindow) -> None:
    hints: list[str] = []

    def ask(form: PersonDialog) -> None:
        form.field("stage").set_current("asked")
        hints.append(form.field("stage").accessibleDescription())
        form.ok_button().click()

    with answering(ask):
        window.pane("network").person_edit_wanted.emit(OSEI)
    assert hints == [""]
    assert candidates.read(window.journal, OSEI, DAY).asked_early == ""


def test_a_new_person_who_was_asked_already_is_kept_as_asked_early(window: MainWindow) -> None:
    def add(form: PersonDialog) -> None:
        form.field("name").setText("Dr. Kit Brandon")
        form.ok_button().click()

    with answering(add):
        window.pane("network").person_add_wanted.emit(
            {"direction": "candidate", "stage": "asked"})
    new = next(one.person for one in people.everybody(window.journal, DAY)
               if one.person.name == "Dr. Kit Brandon")
    assert candidates.read(window.journal, new.id, DAY).asked_early


def test_a_meeting_whose_day_has_passed_is_asked_about(
    window: MainWindow, stranger: int
) -> None:
    candidates.note_request(window.journal, stranger, DAY - timedelta(9))
    which = build.add_meeting(
        window.journal, stranger, "2026-05-12T09:00", purpose="getting_to_know")
    page = tab(window, stranger)
    assert "You were to meet on Tue 12 May. Did it take place?" in read(page.head)
    button(page.head, "Say how it went").click()
    assert window.current_pane() == "meetings"
    assert window.panes["meetings"].current_meeting_id() == which


def test_a_no_to_the_first_request_is_noted(window: MainWindow, stranger: int) -> None:
    candidates.note_request(window.journal, stranger, DAY - timedelta(2))
    page = tab(window, stranger)
    button(page.head, "They said no").click()
    assert stranger not in contacts.waiting(window.journal, DAY)
    assert people.get(window.journal, stranger).stage == "declined"
    act(window)
    assert people.get(window.journal, stranger).stage == "considering"
