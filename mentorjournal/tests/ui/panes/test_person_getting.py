"""The tab of getting to know somebody: when it is there, the next step, homework, sheet, cards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal import candidates, me, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import candidacy
from mentorjournal.tests import build
from mentorjournal.tests.person_page import (
    CANDIDATE,
    MENTEE,
    NEW,
    OKAFOR,
    STROUD,
    VALE,
    facts,
    front,
    open_page,
)
from mentorjournal.tests.windows import button, read
from mentorjournal.ui.panes.person import GETTING, TABS, PersonPane

Opened = Callable[..., PersonPane]
DAY = build.SAMPLE_DAY


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return partial(open_page, qtbot, tmp_path)


@pytest.fixture
def pane(sample_journal: Journal, opened: Opened) -> PersonPane:
    return opened(sample_journal, CANDIDATE)


@pytest.fixture
def stranger(journal: Journal) -> int:
    return build.add_person(journal, "Dr. Una Friis", direction="candidate", stage="considering")


def is_there(pane: PersonPane) -> bool:
    return pane.tabs.isTabVisible(list(TABS).index(GETTING))


def current(pane: PersonPane) -> str:
    return list(TABS)[pane.tabs.currentIndex()]


# The tab --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whom", "there", "first"),
    [(CANDIDATE, True, GETTING), (NEW, True, "overview"), (OKAFOR, True, "overview"),
     (VALE, False, "overview"), (STROUD, False, "overview"), (MENTEE, False, "overview")],
)
def test_it_is_there_for_whom_it_concerns(
    pane: PersonPane, whom: int, there: bool, first: str
) -> None:
    pane.show_person(whom)
    assert (is_there(pane), current(pane)) == (there, first)


def test_leafing_to_somebody_without_it_shows_the_overview(pane: PersonPane) -> None:
    pane.show_person(VALE, GETTING)
    assert current(pane) == "overview"


def test_it_comes_with_a_sheet_and_goes_with_it(pane: PersonPane, sample_journal: Journal) -> None:
    pane.show_person(VALE)
    which = candidates.save_fit_sheet(sample_journal, VALE, {"date": DAY})
    assert is_there(pane)
    pane.open_tab(GETTING)
    candidates.remove_fit_sheet(sample_journal, which)
    assert not is_there(pane) and current(pane) == "overview"


def test_there_is_one_filled_button_on_the_page(
    pane: PersonPane, sample_journal: Journal
) -> None:
    def filled() -> list[str]:
        QApplication.processEvents()
        return [one.text() for one in pane.findChildren(QAbstractButton)
                if one.isVisible() and one.property("kind") == "primary"]

    assert filled() == ["Decide"]
    pane.open_tab("overview")
    assert filled() == ["Decide"]  # the next step is theirs on every tab, and leads there
    build.add_meeting(sample_journal, NEW)
    pane.show_person(NEW)
    assert filled() == ["Prepare meeting"]
    pane.show_person(OKAFOR, GETTING)  # nothing is left to do there
    assert filled() == ["Prepare meeting"]
    pane.show_person(CANDIDATE)
    candidates.decline(sample_journal, CANDIDATE, DAY)
    assert filled() == []
    candidates.consider_again(sample_journal, CANDIDATE, DAY)
    assert filled() == ["Decide"]


def test_nothing_is_filled_while_it_is_their_turn(
    journal: Journal, opened: Opened, stranger: int
) -> None:
    def filled() -> list[str]:
        return [one.text() for one in pane.findChildren(QAbstractButton)
                if one.isVisible() and one.property("kind") == "primary"]

    candidates.note_request(journal, stranger, DAY)
    pane = opened(journal, stranger)
    assert filled() == []
    pane.open_tab("overview")
    assert filled() == []
    candidates.heard(journal, stranger, DAY)
    assert filled() == ["Prepare meeting"]  # settle a time: that is what it does
    candidates.ask(journal, stranger, DAY)
    assert filled() == []


def test_the_head_says_that_they_were_asked(
    journal: Journal, opened: Opened, stranger: int
) -> None:
    pane = opened(journal, stranger)
    assert facts(pane)[0] == ("Considering", "no contact yet")
    candidates.note_request(journal, stranger, DAY - timedelta(12))
    words = "wrote on Sun 3 May, waiting for an answer"
    assert facts(pane)[0] == ("Considering", words)
    candidates.ask(journal, stranger, DAY - timedelta(2), anyway=True)
    assert facts(pane)[0] == ("Asked", "asked on Wed 13 May, waiting for an answer")
    candidates.said_no(journal, stranger, DAY)
    assert facts(pane)[0] == ("Declined", "declined May 2026")


# The next step --------------------------------------------------------------------------------


def test_decide_opens_the_answers_where_it_is_asked(pane: PersonPane) -> None:
    wishes: list[str] = []
    tab = front(pane)
    tab.wished.connect(lambda _who, what: wishes.append(what))
    pane.open_tab("overview")
    button(pane.head, "Decide").click()
    assert current(pane) == GETTING and tab.head.answers.isVisible()
    assert tab.head.answers.activeAction().text() == "Ask them"
    QTest.keyClick(tab.head.answers, Qt.Key.Key_Down)
    QTest.keyClick(tab.head.answers, Qt.Key.Key_Return)
    assert wishes == ["decide:wait"] and not tab.head.answers.isVisible()


def test_the_keyboard_never_stays_on_a_button_that_has_become_another(
    journal: Journal, opened: Opened, stranger: int
) -> None:
    pane = opened(journal, stranger)
    tab = front(pane)

    def focus() -> QWidget | None:
        QApplication.processEvents()
        return QApplication.focusWidget()

    tab.head.next.setFocus()
    candidates.note_request(journal, stranger, DAY)
    assert focus() is tab.homework.add.edit
    tab.head.next.setFocus()
    candidates.heard(journal, stranger, DAY)
    assert focus() is tab.head.next  # it is my turn, and it opens a form
    candidates.ask(journal, stranger, DAY)
    assert focus() is tab.homework.add.edit  # not on “They said yes”
    tab.head.others[0].setFocus()
    candidates.said_no(journal, stranger, DAY)
    assert focus() is tab.why.more


def test_each_state_has_its_button(journal: Journal, opened: Opened, stranger: int) -> None:
    pane = opened(journal, stranger)
    tab = front(pane)
    wishes: list[tuple[int, str]] = []
    tab.wished.connect(lambda who, what: wishes.append((who, what)))

    def press(words: str) -> str:
        QApplication.processEvents()
        button(tab.head, words).click()
        return wishes[-1][1]

    assert press("Write the first request") == "request"
    assert press("Arrange a meeting") == "arrange"
    candidates.note_request(journal, stranger, DAY)
    assert press("They answered") == "heard"
    assert tab.head.next.property("kind") != "primary"  # it is on them
    candidates.ask(journal, stranger, DAY, anyway=True)
    assert "Asked on 15 May 2026, before we had met." in read(tab.head)
    assert press("They said yes") == "answer"
    assert press("They said no") == "no"
    candidates.decline(journal, stranger, DAY)
    assert "normal outcome" in read(tab.head)
    assert press("Consider them again") == "again"
    assert all(who == stranger for who, _ in wishes)


def test_agreeing_keeps_the_tab_and_leads_to_expectations(
    pane: PersonPane, sample_journal: Journal
) -> None:
    candidates.agree(sample_journal, CANDIDATE, DAY)
    assert is_there(pane) and current(pane) == GETTING
    button(front(pane), "Write down expectations").click()
    assert current(pane) == "expectations"


def test_the_steps_are_told_with_their_days(pane: PersonPane) -> None:
    steps = front(pane).head.stepper
    assert steps.accessibleName() == "Step 2 of 4: Met"
    assert "Met Tue 28 Apr" in steps.accessibleDescription()


# Why them and homework ------------------------------------------------------------------------


def test_why_them(pane: PersonPane, sample_journal: Journal) -> None:
    tab = front(pane)
    assert "Suggested by Dr. Leila Haddad" in read(tab.why)
    assert "None of your needs is tied to them yet." in read(tab.why)
    need = needs.every(sample_journal)[4]
    needs.add_person(sample_journal, need.id, CANDIDATE)
    QApplication.processEvents()
    assert need.text in read(tab.why)
    tab.why.admire.type_anew("Follows people for years")
    tab.why.admire.commit()
    assert people.get(sample_journal, CANDIDATE).admire_for == "Follows people for years"


def test_homework_is_added_ticked_worded_and_removed(
    journal: Journal, opened: Opened, stranger: int
) -> None:
    pane = opened(journal, stranger)
    part = front(pane).homework
    for text in candidacy.suggestions():
        button(part, text).click()
        QApplication.processEvents()
    assert [one.text for one in candidates.homework_of(journal, stranger)] == list(
        candidacy.suggestions())
    assert part.count.text() == "0 of 3 done"
    ticks = part.findChildren(QCheckBox)
    ticks[0].click()
    assert candidates.homework_of(journal, stranger)[0].done_on == DAY
    assert part.count.text() == "1 of 3 done"
    ticks[0].click()
    assert candidates.homework_of(journal, stranger)[0].done_on is None
    part.list.texts()[1].type_anew("Read four papers")
    part.list.texts()[1].commit()
    assert candidates.homework_of(journal, stranger)[1].text == "Read four papers"
    part.add.edit.setText("Ask Leila")
    part.add.take()
    assert len(candidates.homework_of(journal, stranger)) == 4
    next(one for one in part.findChildren(QAbstractButton)
         if one.accessibleName() == "Remove this homework").click()
    assert len(candidates.homework_of(journal, stranger)) == 3


def test_whoever_agreed_has_no_homework_to_be_offered(pane: PersonPane) -> None:
    pane.show_person(NEW, GETTING)
    assert front(pane).homework.isHidden()


# The sheet ------------------------------------------------------------------------------------


def test_the_sheet_stands_beside_what_i_say_of_myself(
    pane: PersonPane, sample_journal: Journal
) -> None:
    shown = read(front(pane).fit)
    for words in ("private, never exported", "Offered three slots, all at sensible hours.",
                  "My own way: writes to think", "What matters to me: candour",
                  "Undecided for 17 days",
                  "You looked at the fit first with 2 of the 7 mentors you chose."):
        assert words in shown
    me.edit(sample_journal, {"work_style": []})
    QApplication.processEvents()
    assert "My own way" not in read(front(pane).fit)


def test_no_answers_are_added_up(pane: PersonPane) -> None:
    """4, 4, 4, 5, 4 are 21 of 25, 84 %, or 4.2 on average: none of it is said."""
    for one in front(pane).findChildren(QWidget):
        words = f"{one.accessibleName()} {one.toolTip()} {getattr(one, 'text', str)()}"
        assert not any(total in words for total in ("21", "25", "84", "4.2", "%"))


def test_it_is_decided_in_place_and_opened_again(
    pane: PersonPane, sample_journal: Journal
) -> None:
    line = front(pane).fit.decision
    line.choice.button("wait").click()
    sheet = candidates.fit_sheets(sample_journal, CANDIDATE)[0]
    assert (sheet.decision, sheet.decided_on) == ("wait", DAY)
    assert line.day.isVisible() and line.says.isHidden()
    line.day.set_day(DAY - timedelta(2))
    assert candidates.fit_sheets(sample_journal, CANDIDATE)[0].decided_on == DAY - timedelta(2)
    line.choice.button("wait").click()
    assert candidates.fit_sheets(sample_journal, CANDIDATE)[0].decision is None
    assert line.says.text() == "Undecided for 17 days"


def test_a_long_time_undecided_is_said_in_another_tone(
    pane: PersonPane, sample_journal: Journal
) -> None:
    which = candidates.fit_sheets(sample_journal, CANDIDATE)[0].id
    candidates.save_fit_sheet(
        sample_journal, CANDIDATE, {"date": DAY - timedelta(41)}, which)
    says = front(pane).fit.decision.says
    assert (says.text(), says.property("tone")) == ("Undecided for 41 days", "warn")


def test_earlier_sheets_can_be_opened(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    old = candidates.fit_sheets(sample_journal, CANDIDATE)[0].id
    new = candidates.save_fit_sheet(sample_journal, CANDIDATE, {"date": DAY})
    tab = front(pane)
    for words, which in (("An earlier sheet, 28 Apr 2026", old), ("Edit", new)):
        with qtbot.waitSignal(tab.sheet_wanted) as wish:
            button(tab.fit, words).click()
        assert wish.args == [CANDIDATE, which]


# Cards ----------------------------------------------------------------------------------------


def test_a_card_opens_and_asks_to_be_taken_along(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    tab = front(pane)
    card = tab.cards.cards["unwritten_rules"]
    question = "Whose yes matters, and how is it won?"
    assert question not in read(card)
    card.title.click()
    assert question in read(card)
    with qtbot.waitSignal(tab.card_wanted) as wish:
        button(card, "Put on our agenda").click()
    assert wish.args == [CANDIDATE, "unwritten_rules"]
    which = build.add_meeting(sample_journal, CANDIDATE)
    candidates.take_card(sample_journal, which, "unwritten_rules")
    QApplication.processEvents()
    assert card.says.text() == "on the agenda of Tue 19 May"
    assert card.agenda.isHidden()
    with qtbot.waitSignal(tab.question_wanted) as wish:
        next(one for one in card.findChildren(QAbstractButton)
             if question in one.accessibleName()).click()
    assert wish.args == [CANDIDATE, question]


def test_passing_on_the_talk_of_differences_leaves_no_warning(
    pane: PersonPane, sample_journal: Journal
) -> None:
    card = front(pane).cards.cards["differences"]
    card.title.click()
    QApplication.processEvents()
    assert card.says.text() == ""
    assert not any(one.property("tone") in ("warn", "alert") for one in card.findChildren(QLabel))
    button(card, "Today").click()
    assert people.get(sample_journal, CANDIDATE).differences_talk_on == DAY
    assert card.says.text() == "talked about Fri 15 May"
    card.day.set_day(None)
    assert people.get(sample_journal, CANDIDATE).differences_talk_on is None


# All of it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ب" * 300, "A" * 300, "Dr. <b>bold</b> & Søn"])
def test_no_words_widen_the_page(journal: Journal, opened: Opened, name: str) -> None:
    whom = build.add_person(journal, name, direction="candidate", stage="considering",
                            admire_for=name, suggested_by=name)
    candidates.add_homework(journal, whom, [name])
    candidates.save_fit_sheet(journal, whom, {"date": DAY, "style_note": name, "note": name})
    pane = opened(journal, whom, width=1040)
    assert front(pane).minimumSizeHint().width() <= 1040
    assert pane.minimumSizeHint().width() <= 1040


def test_everything_is_named_and_reached_by_tab(pane: PersonPane) -> None:
    tab = front(pane)
    for card in tab.cards.cards.values():
        card.title.click()
    QApplication.processEvents()
    for one in tab.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = one.accessibleName() or getattr(one, "text", str)()
            assert words or one.findChildren(QAbstractButton), one
