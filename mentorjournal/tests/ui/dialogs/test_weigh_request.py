"""Weighing a request: six questions, the live total, the decision, and the reply."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import commitments, drafts
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_hours import called, elective
from mentorjournal.tests.windows import read
from mentorjournal.ui.dialogs.weigh_request import DECISIONS, WeighForm
from mentorjournal.ui.widgets.form_page import FormPage

DAY = build.SAMPLE_DAY
JUNE = date(2026, 6, 19)


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(DAY)


def form(
    journal: Journal, qtbot: QtBot, key: int | None = None, decision: str = ""
) -> WeighForm:
    made = WeighForm(journal, commitments.get(journal, key) if key else None, decision)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(made: WeighForm, decision: str) -> None:
    made.decision.button(decision).click()


def says(made: WeighForm) -> str:
    return read(made)


def test_what_is_shown_is_what_is_kept(sample_journal: Journal, qtbot: QtBot) -> None:
    key = elective(sample_journal)
    one = commitments.get(sample_journal, key)
    found = form(sample_journal, qtbot, key).values()
    for name in ("title", "asked_by_id", "asked_by", "hours_per_week", "asked_on", "since",
                 "until", "what_exactly", "why_me", "how_to_stop", "fits_goal", "goal_id"):
        assert found[name] == getattr(one, name), name
    assert found["decision"] == "pending" and "hours_asked" not in found


def test_the_total_is_live_and_a_question_never_a_block(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal), "accepted")
    assert "15.0 of 12 h. You would be 3.0 h over." in says(made.total)
    assert "That is 125% of what you can give." in says(made.total)
    assert "It would fit from 19 June, when “K12 application” is over." in says(made.total)
    assert made.ok_button().isEnabled() and made.ok_button().text() == "Note the yes"
    assert made.values()["since"] == DAY  # the day it was wanted from has passed
    assert "That has passed: a yes counts from today." in says(made)
    made.hours.setValue(1.0)
    assert "14.0 of 12 h." in says(made.total)
    made.since.set_day(JUNE)
    assert "11.0 of 12 h. 1.0 h would be left." in says(made.total)
    assert "It fits, but only just." in says(made.total)
    assert "That is 92% of what you can give. What would give way in a full week?" in says(
        made.total)
    made.hours.setValue(0.1)
    assert "It fits." in says(made.total) and not made.total.think.isVisible()
    made.hours.setValue(0)
    assert "How many hours a week?" in says(made.total) and not made.total.bar.isVisible()


def test_a_yes_for_later_begins_when_it_fits(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal), "yes_later")
    assert made.later.day() == JUNE and made.ok_button().isEnabled()
    assert "12.0 of 12 h. Nothing would be left." in says(made.total)
    assert made.reply.text() == (
        "Dear Dr. Castellanos, yes to “Student elective coordinator”, and I can begin on 19 June.\n"
        "If that is too late for you, please do ask somebody else.")
    assert made.values()["since"] == JUNE and made.since.day() == date(2026, 5, 6)
    made.later.set_day(DAY)
    assert not made.ok_button().isEnabled() and "still to come" in says(made)


def test_a_yes_for_later_may_name_its_day_later(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal), "yes_later")
    made.later.set_day(None)
    made.hours.setValue(1.5)  # what was emptied by hand is not filled again
    assert made.later.day() is None and made.ok_button().isEnabled()
    assert "until you name a day; that can wait" in says(made)
    assert "What is the latest beginning" in made.reply.text()
    assert made.values()["since"] is None


def test_a_smaller_yes_asks_for_fewer_hours(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal))
    assert not made.fewer.isVisible()
    choose(made, "smaller_yes")
    assert made.fewer.isVisible() and made.fewer.value() == 1.0
    assert "14.0 of 12 h." in says(made.total) and "1 hour a week" in made.reply.text()
    found = made.values()
    assert (found["hours_per_week"], found["hours_asked"]) == (1.0, 2.0)
    made.fewer.setValue(2.0)
    assert not made.ok_button().isEnabled()
    choose(made, "accepted")
    assert not made.fewer.isVisible() and made.values()["hours_per_week"] == 2.0
    made.hours.setValue(0)  # nobody has said yet
    choose(made, "smaller_yes")
    made.fewer.setValue(0)
    assert made.ok_button().isEnabled() and "until you say how many; that can wait" in says(made)


def test_an_answer_that_is_looked_at_changes_no_question_and_goes_stale_nowhere(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal))
    before = made.values()
    for decision in (*DECISIONS, *reversed(DECISIONS)):
        choose(made, decision)
    assert made.values() == before
    choose(made, "smaller_yes")
    made.hours.setValue(6.0)
    assert made.fewer.value() == 3.0  # what is suggested follows
    made.fewer.setValue(2.0)
    choose(made, "yes_later")
    made.hours.setValue(4.0)
    choose(made, "smaller_yes")
    assert made.fewer.value() == 2.0  # what was written stays


def test_the_total_the_answer_and_the_reply_are_seen_together(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal))
    made.setFixedSize(1060, 640)  # in a window of 1100 × 700
    for decision in DECISIONS:
        choose(made, decision)
        QApplication.processEvents()
        for each in (made.total, made.decision, made.reply, made.tools.copy, made.ok_button()):
            seen = page.viewport() if (page := _page(each)) else made
            place = QRect(each.mapTo(seen, QPoint(0, 0)), each.size())
            assert seen.rect().contains(place), (decision, place)


def _page(inside: QWidget) -> FormPage | None:
    above = inside.parentWidget()
    return above if above is None or isinstance(above, FormPage) else _page(above)


def test_no_field_is_cut_where_there_is_little_room(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal))
    made.setFixedSize(700, 640)
    QApplication.processEvents()
    for key in ("title", "asked_by", "asked_on", "last", "fits_goal", "reply"):
        each, page = made.field(key), _page(made.field(key))
        assert page is not None
        assert each.mapTo(page.body, each.rect().bottomRight()).x() < page.viewport().width(), key
    asked, day = made.field("asked_by"), made.field("asked_on")
    assert asked.mapTo(made, QPoint()).x() == day.mapTo(made, QPoint()).x()
    made.setFixedSize(1060, 640)
    QApplication.processEvents()
    assert asked.mapTo(made, QPoint()).x() < day.mapTo(made, QPoint()).x()


def test_passing_on_may_name_somebody(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal), "passed_to")
    assert made.ok_button().isEnabled() and made.ok_button().text() == "Note it"
    assert "A name can be added later." in says(made)
    made.field("passed_to").setText("Joy Marchetti")
    assert made.ok_button().isEnabled() and "may I suggest Joy Marchetti?" in made.reply.text()
    assert made.values()["passed_to"] == "Joy Marchetti"
    choose(made, "declined")
    assert made.values()["passed_to"] is None and made.ok_button().text() == "Note the no"


def test_the_reply_follows_until_it_is_changed_by_hand(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal), "declined")
    assert "I cannot take it on" in made.reply.text() and not made.tools.again.isVisible()
    made.field("title").setText("Electives")
    assert "“Electives”" in made.reply.text()
    made.reply.type_anew("No, thank you.")
    choose(made, "accepted")
    assert made.reply.text() == "No, thank you." and made.tools.again.isVisible()
    made.tools.copy.click()
    assert QApplication.clipboard().text() == "No, thank you."
    assert made.tools.copy.text() == "Copied"
    made.tools.again.click()
    assert "gladly" in made.reply.text() and made.tools.copy.text() == "Copy"
    assert made.values()["reply"] == made.reply.text()


def test_a_reply_that_was_kept_stays(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, called(sample_journal, "Book chapter"))
    assert made.reply.text().startswith("Thank you for thinking of me. I have an application")
    assert made.decision.current() == "declined"


def test_only_what_was_asked_is_needed(journal: Journal, qtbot: QtBot) -> None:
    made = form(journal, qtbot)
    assert not made.ok_button().isEnabled() and "Say what was asked for." in says(made)
    made.field("title").setText("A talk")
    assert made.ok_button().isEnabled() and made.values()["asked_on"] == DAY
    for decision in DECISIONS:
        choose(made, decision)
        assert made.reply.text().strip()
    choose(made, "accepted")
    made.since.set_day(DAY + timedelta(5))
    made.last.set_day(DAY)
    assert "That is before it begins." in says(made)
    made.last.set_day(DAY + timedelta(5))
    assert made.ok_button().isEnabled() and made.values()["until"] == DAY + timedelta(6)
    made.field("title").setText("x" * 301)
    assert "too long" in says(made)


def test_who_asked_may_be_a_person_or_a_name(journal: Journal, qtbot: QtBot) -> None:
    ann = build.add_person(journal, "Dr. Ann Lee")
    made = form(journal, qtbot)
    made.who.setCurrentText("Dr. Ann Lee")
    assert (made.values()["asked_by_id"], made.values()["asked_by"]) == (ann, None)
    assert made.reply.text().startswith("Dear Dr. Lee,")
    made.who.setCurrentText("The dean’s office")
    assert (made.values()["asked_by_id"], made.values()["asked_by"]) == (None, "The dean’s office")
    assert made.reply.text().startswith("Thank you")


def test_neither_goes_with_no_goal(sample_journal: Journal, qtbot: QtBot) -> None:
    made = form(sample_journal, qtbot, elective(sample_journal))
    made.goal.set_current("1")  # where "neither" was said: what is chosen last stays
    assert made.values()["goal_id"] == 1 and made.values()["fits_goal"] is None
    made.fits.button("neither").click()
    assert made.values()["goal_id"] is None and made.values()["fits_goal"] == "neither"


def test_a_draft_is_kept_and_taken_up_again(sample_journal: Journal, qtbot: QtBot) -> None:
    key = elective(sample_journal)
    made = form(sample_journal, qtbot, key)
    made.keep_draft(sample_journal, f"request:{key}")
    choose(made, "passed_to")
    made.field("passed_to").setText("Joy")
    made.put_aside()
    assert drafts.every(sample_journal)
    again = form(sample_journal, qtbot, key)
    again.keep_draft(sample_journal, f"request:{key}")
    again.take_up_draft()
    assert again.decision.current() == "passed_to" and again.values()["passed_to"] == "Joy"
    assert again.field("passed_to").isVisible() and "suggest Joy?" in again.reply.text()


@pytest.mark.parametrize("word", build.NAUGHTY)
def test_any_words_are_taken(journal: Journal, qtbot: QtBot, word: str) -> None:
    key = commitments.add(journal, {"title": f"T {word}"[:300], "asked_by": word[:300] or None})
    made = form(journal, qtbot, key, "declined")
    assert made.values()["title"] == commitments.get(journal, key).title
    made.grab()
