"""From needs to a mentor: an empty journal, a gap, a candidate, an agreement, the first agenda."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, candidates, expectations, meetings, needs, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, button, read, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.find_mentor import FindMentorForm
from mentorjournal.ui.dialogs.first_request import RequestForm
from mentorjournal.ui.dialogs.fit_sheet import FitForm
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meeting_carry_in import CarryRow
from mentorjournal.ui.panes.person_getting import GettingTab

FIRST_DAY = build.SAMPLE_DAY
NEEDS = ("Somebody to pull my design apart", "Large linked data sets", "Evenings at home")
JARGON = ("pipeline", "CRM", "stakeholder")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(FIRST_DAY)


def shows(window: MainWindow) -> str:
    """What the page in front says; none of it in words that nobody says."""
    QApplication.processEvents()
    said = read(window.panes[window.current_pane()])
    assert [word for word in JARGON if word.lower() in said.lower()] == []
    return said


def write_needs(window: MainWindow, qtbot: QtBot) -> None:
    """The first page offers needs as a quieter way in; only one's own words are asked for."""
    button(window.panes["today"], "Begin with what I need").click()
    pane = window.panes["needs"]
    assert "What do you need?" in shows(window)
    with answering(lambda form: (form.field("text").setPlainText(NEEDS[0]), form.accept())):
        pane.start.one.click()
    line = pane.list.add.edit
    line.setFocus()
    for words in NEEDS[1:]:
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tuple(one.text for one in needs.every(window.journal)) == NEEDS
    assert "3 needs" in shows(window)


def find_somebody(window: MainWindow) -> int:
    """The gap stands beside the map, and leads to a candidate of whom only a name is asked."""
    network = window.show_pane("network")
    said = shows(window)
    assert all(words in said for words in NEEDS)

    def write(form: FindMentorForm) -> None:
        form.lines.line(0).name.setText("Dr. Daniel Osei")
        form.lines.line(0).admired.setText("Follows people for years")
        form.accept()

    found = next(one for one in network.overview.findChildren(type(network.add_button))
                 if one.text() == "Find a mentor" and NEEDS[1] in one.accessibleDescription())
    with answering(write):
        found.click()
    assert window.current_pane() == "person"
    who = window.panes["person"].person
    assert (who.name, who.stage) == ("Dr. Daniel Osei", "considering")
    assert who.id in needs.every(window.journal)[1].person_ids
    return who.id


def tab(window: MainWindow, who: int) -> GettingTab:
    window.open_person(who, "getting_to_know")
    QApplication.processEvents()
    return window.panes["person"].current_tab()


def ask_to_meet(window: MainWindow, who: int, folder: Path) -> None:
    kept: list[str] = []

    def send(form: RequestForm) -> None:
        kept.append(form.text.text())
        form.ok_button().click()

    with answering(send):
        button(tab(window, who).head, "Write the first request").click()
    assert "Dear Dr. Osei," in kept[0] and "Dr. Noor Haddad" in kept[0]
    clock.set_as_of(FIRST_DAY + timedelta(3))
    button(tab(window, who).head, "They answered").click()


def arrange(form: MeetingForm, day: date) -> None:
    form.day.setDate(QDate(day.year, day.month, day.day))
    form.ok_button().click()


def meet(window: MainWindow, who: int) -> None:
    """The meeting is arranged, held and closed, and its close step offers the fit sheet."""
    day = FIRST_DAY + timedelta(7)
    with answering(lambda form: arrange(form, day)):
        button(tab(window, who).head, "Arrange the meeting").click()
    pane = window.panes["meetings"]
    which = pane.current_meeting_id()
    assert meetings.get(window.journal, which).purpose == "getting_to_know"
    clock.set_as_of(day + timedelta(1))
    next(one for one in pane.page.head.menu.actions() if one.data() == "held").trigger()
    pane.show_meeting(which)
    pane.pages.open_close(which)
    QApplication.processEvents()

    def judge(form: FitForm) -> None:
        form.field("inspired").choice.button("4").click()
        form.field("decision").button("ask").click()
        form.ok_button().click()

    with answering(judge):
        pane.page.form.fit.button().click()
    pane.page.finish.click()
    assert [one.decision for one in candidates.fit_sheets(window.journal, who)] == ["ask"]


def become_mentor(window: MainWindow, who: int) -> None:
    with answering(lambda form: form.ok_button().click()):
        button(tab(window, who).head, "Ask them").click()
    button(tab(window, who).head, "They said yes").click()
    assert people.get(window.journal, who).is_active
    covered = needs.overview(window.journal, clock.today()).coverage.covered_needs
    assert covered == (needs.every(window.journal)[1].id,)


def agree(window: MainWindow, who: int) -> None:
    window.open_person(who, "expectations")
    QApplication.processEvents()
    page = window.panes["person"].current_tab()
    page.empty.button().click()
    assert len(expectations.topics(window.journal, who)) == 5
    shows(window)


def first_agenda(window: MainWindow, who: int, qtbot: QtBot, path: Path) -> str:
    with answering(lambda form: arrange(form, clock.today() + timedelta(14))):
        window.prepare_meeting(who)
    pane = window.panes["meetings"]
    line = pane.page.agenda.add.edit
    line.setFocus()
    for title in ("How linkage is paid for", "What you expect of me"):
        qtbot.keyClicks(line, title)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "What you need Dr. Osei for" in shows(window)
    need = next(row for row in pane.findChildren(CarryRow) if row.carry.source == "need")
    need.add.click()
    assert [one.title for one in agenda.items(window.journal, pane.current_meeting_id())] == [
        "How linkage is paid for", "What you expect of me", NEEDS[1]]
    pane.export_current(".pdf")
    assert sentence(window).startswith("agenda.pdf is written.")
    document = pypdfium2.PdfDocument(path.read_bytes())
    assert len(document) == 1
    words = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    return words


def test_from_three_needs_to_the_first_agenda_on_paper(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    window.resize(1440, 900)
    first = window.panes["first-run"]
    qtbot.keyClicks(first.name, "Dr. Noor Haddad")
    qtbot.mouseClick(first.go, Qt.MouseButton.LeftButton)

    write_needs(window, qtbot)
    who = find_somebody(window)
    ask_to_meet(window, who, tmp_path)
    meet(window, who)
    become_mentor(window, who)
    agree(window, who)
    path = tmp_path / "agenda.pdf"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    words = first_agenda(window, who, qtbot, path)
    assert "Osei" in words and "How linkage is paid for" in words

    for page in ("goals", "needs", "hours", "reflections", "passing_on", "network"):
        window.show_pane(page)
        assert shows(window)
    trigger(window, "show_goals")
    while window.journal.undo_label():
        window.undo_journal()
    assert not any(build.dump(window.journal).values())
