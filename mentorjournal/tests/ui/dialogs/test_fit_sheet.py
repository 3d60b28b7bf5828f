"""The fit sheet and the question to a mentor: private, open answers, a gentle stop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.aims import FitSheet
from mentorjournal.journal.records import Me
from mentorjournal.mentoring import fit
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.ask_mentor import AskForm
from mentorjournal.ui.dialogs.fit_sheet import FitForm
from mentorjournal.ui.widgets.recorded import record_of

DAY = build.SAMPLE_DAY
MINE = Me(1, work_style=("writes to think",), personal_values=("candour", "credit where due"))


@pytest.fixture(autouse=True)
def _today(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)


def form(qtbot: QtBot, sheet: FitSheet | None = None, mine: Me = MINE) -> FitForm:
    made = FitForm("Dr. Osei", mine, sheet)
    qtbot.addWidget(made)
    made.show()
    return made


def said(form: FitForm) -> str:
    return "\n".join(one.text() for one in form.findChildren(QLabel) if one.isVisible())


def test_an_empty_sheet_is_all_right(qtbot: QtBot) -> None:
    one = form(qtbot)
    assert one.ok_button().isEnabled()
    assert one.values() == {
        "date": DAY, "decision": None, "decided_on": None, "track_record": None, "note": None,
        **dict.fromkeys(fit.QUESTIONS),
        **{f"{question}_note": None for question in fit.QUESTIONS},
    }
    assert "private, never exported" in said(one)


def test_an_answer_is_taken_back_by_pressing_it_again(qtbot: QtBot) -> None:
    one = form(qtbot)
    four = one.field("style").choice.button("4")
    assert four.accessibleName() == "How we talk: Well"
    four.click()
    assert one.values()["style"] == 4
    four.click()
    assert one.values()["style"] is None
    assert one.field("style").choice.current() == ""


def test_my_own_ways_stand_beside_the_questions(qtbot: QtBot) -> None:
    shown = said(form(qtbot))
    assert "My own way: writes to think." in shown
    assert "What matters to me: candour and credit where due." in shown
    assert "My own way" not in said(form(qtbot, mine=Me(0)))


def test_a_known_sheet_comes_back_as_it_was(qtbot: QtBot) -> None:
    sheet = FitSheet(7, 9, date(2026, 4, 28), 4, "Three slots.", None, None, 4, None, 5, None, 4,
                     "Yes.", "Nobody yet.", "wait", date(2026, 5, 1), "Sleep on it.")
    one = form(qtbot, sheet)
    assert one.values() == {
        name: getattr(sheet, name) for name in one.values()}
    assert record_of(one.field("style_note")).row_id == 7


def test_a_decision_has_its_day(qtbot: QtBot) -> None:
    one = form(qtbot)
    assert one.field("decided_on").isHidden()
    one.field("decision").button("ask").click()
    assert one.field("decided_on").isVisible()
    assert (one.values()["decision"], one.values()["decided_on"]) == ("ask", DAY)
    one.field("decided_on").set_day(DAY + timedelta(1))
    assert not one.ok_button().isEnabled()


def test_no_day_to_come(qtbot: QtBot) -> None:
    one = form(qtbot)
    one.field("date").set_day(DAY + timedelta(1))
    assert not one.ok_button().isEnabled()


# Asking ---------------------------------------------------------------------------------------


def ask(qtbot: QtBot, met_on: date | None) -> AskForm:
    made = AskForm("Dr. Osei", lambda day: met_on is None or day < met_on)
    qtbot.addWidget(made)
    made.show()
    return made


def test_asking_whom_one_knows_is_plain(qtbot: QtBot) -> None:
    one = ask(qtbot, DAY)
    assert one.stop.isHidden()
    assert one.ok_button().text() == "I have asked"
    one.day.set_day(DAY - timedelta(1))  # that day they had not met
    assert one.stop.isVisible() and one.ok_button().text() == "Ask anyway"
    one.day.set_day(DAY + timedelta(1))
    assert not one.ok_button().isEnabled()


def test_asking_somebody_unmet_is_stopped_gently(qtbot: QtBot) -> None:
    one = ask(qtbot, None)
    assert one.stop.isVisible()
    assert one.ok_button().text() == "Ask anyway" and one.ok_button().isEnabled()
    one.take = lambda values: None
    one.ok_button().click()
    assert one.result() == 1 and not one.meeting_wanted


def test_a_meeting_comes_first(qtbot: QtBot) -> None:
    one = ask(qtbot, None)
    one.stop.button().click()
    assert one.meeting_wanted and one.result() == 0
