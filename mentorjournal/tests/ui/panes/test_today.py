"""Today in the real window: each row deals with its thing, Undo brings it back, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import (
    dismissals,
    goals,
    keeping,
    meetings,
    people,
    promises,
    today,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.today import KINDS, Row
from mentorjournal.settings import WEEK_START
from mentorjournal.tests import build
from mentorjournal.tests.journal.test_today import CASES
from mentorjournal.tests.windows import act, answering, button, read, sentence, start
from mentorjournal.ui import deeds, theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.today import TodayPane
from mentorjournal.ui.panes.today_row import TodayRow
from mentorjournal.ui.widgets.buttons import Button

DAY = build.SAMPLE_DAY
RAMANATHAN = 3


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def bare(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> MainWindow:
    """The window with an empty journal."""
    return start(qtbot, build.copy(empty_file, tmp_path / "e.mentorjournal"), tmp_path / "s")


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "s")


def pane(window: MainWindow) -> TodayPane:
    return window.panes["today"]  # type: ignore[return-value]


def keys(window: MainWindow) -> set[str]:
    return {one.key for one in pane(window).today.rows}


def row_of(window: MainWindow, kind: str, n: int = 0) -> TodayRow:
    found = [one.key for one in pane(window).today.rows if one.kind == kind]
    made = pane(window).row_of(found[n])
    assert made is not None
    return made


def count(window: MainWindow, key: str) -> int:
    (entry,) = [one for one in window.sidebar.pages.entries() if one.key == key]
    return entry.count


# Every kind of row ----------------------------------------------------------------------------


def accept(form: Any) -> None:
    form.accept()


def no(form: Any) -> None:
    form.decision.set_current("declined")
    form.accept()


def in_words(key: str) -> Callable[[Any], None]:
    return lambda form: (form.field(key).setPlainText("Two evenings"), form.accept())


def named(form: Any) -> None:
    form.field("name").setText("Hana Yoon")
    form.accept()


def keeps(form: Any) -> None:
    for one in form.rows:
        one.choice.button("keep").click()
    form.accept()


# What is done in the form that a row brings up; what is not here needs none.
FORMS: dict[str, Callable[[Any], None]] = {
    "request": no, "result": accept, "thanks": accept, "letter_thanks": accept,
    "never": in_words("for_what"), "theirs": accept, "compact": accept, "differs": accept,
    "given": in_words("came_of"), "stage_mentors": keeps, "stage_behind": named,
}
# Kinds whose button leads to the page where it is dealt with.
LEADS = {"goal": "goals", "feedback": "feedback", "passed": "meetings", "unclosed": "meetings",
         "moving_on": "person", "candidate": "person", "touch": "person"}


def _form_of(row: Row) -> Callable[[Any], None] | None:
    if row.deed.name in ("letter_ask", "letter_answer", "log_contact"):
        return accept
    return FORMS.get(row.kind)


def deal_with(window: MainWindow, made: TodayRow, deal: Callable[[Journal, Row], object]) -> None:
    """Press the button, answer its form, or do on its page what it leads to."""
    row = made.row
    form = _form_of(row)
    with answering(form) if form else nullcontext():
        made.button.click()
    if row.deed.name in ("go", "page", "close_meeting", "review_agenda"):
        assert window.current_pane() == LEADS.get(row.kind, "meetings")
        deal(window.journal, row)
        window.show_pane("today")


@pytest.mark.parametrize(("kind", "begin", "deal"), CASES, ids=[
    f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_what_is_done_goes_and_is_back_after_undo(
    bare: MainWindow, kind: str, begin: Callable[[Journal], object],
    deal: Callable[[Journal, Row], object],
) -> None:
    begin(bare.journal)
    before, strip = bare.journal.undo_label(), pane(bare).meeting
    if kind == "agenda":  # the next meeting has a strip instead of a row
        key = strip.row().key
        [one] = [one for one in strip.send.actions() if one.text() == "I have sent it"] \
            if strip.row().deed.name == "review_agenda" else [None]
        one.trigger() if one else deal(bare.journal, strip.row())
    else:
        made = row_of(bare, kind)
        key = made.row.key
        assert made.toolTip() and made.accessibleDescription() == made.row.why
        deal_with(bare, made, deal)
    bare.show_pane("today")
    assert key not in keys(bare)
    assert key not in {one.row.key for one in pane(bare).rows()}
    for _ in range(9):
        if key in keys(bare) and bare.journal.undo_label() == before:
            break
        bare.undo_journal()
    assert key in keys(bare)
    assert [one.key for one in today.read(bare.journal, DAY).rows] == [
        one.key for one in pane(bare).today.rows]


def test_every_deed_of_a_row_is_known(window: MainWindow) -> None:
    for one in pane(window).today.rows:
        assert one.deed.name in deeds.TABLE
    assert set(FORMS) | set(LEADS) <= set(KINDS)


@pytest.mark.parametrize("n", range(14))
def test_every_title_of_the_sample_opens_something(window: MainWindow, n: int) -> None:
    made = pane(window).rows()
    one = pane(window).row_of(pane(window).today.rows[1:][n].key) or made[0]
    at = one.title_rect().center().toPoint()
    for kind, button_ in ((QEvent.Type.MouseMove, Qt.MouseButton.NoButton),
                          (QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton)):
        QApplication.sendEvent(one, QMouseEvent(
            kind, QPointF(at), one.mapToGlobal(QPointF(at)), button_, button_,
            Qt.KeyboardModifier.NoModifier))
    assert window.current_pane() != "today" and sentence(window) == ""


# The page -------------------------------------------------------------------------------------


def test_it_opens_first_with_its_counts(window: MainWindow) -> None:
    assert window.current_pane() == "today" and window.sidebar.current() == "today"
    assert "Friday 15 May 2026 · 9 overdue or due today, 14 coming up" in read(window)
    assert (count(window, "today"), count(window, "meetings")) == (9, 1)


def test_sections_without_rows_are_absent(bare: MainWindow) -> None:
    promises.add(bare.journal, {"text": "Outline", "due": DAY,
                                "person_id": people.add(bare.journal, {"name": "Ann"})})
    shown = {name for name, one in pane(bare).sections.items() if one.isVisible()}
    assert shown == {"follow"}
    assert not pane(bare).meeting.isVisible() and not pane(bare).aside.isVisible()


def test_an_empty_journal_says_where_to_begin(bare: MainWindow) -> None:
    page = pane(bare)
    assert page.start.isVisible() and not page.log.isVisible()
    assert page.start.buttons["add_names"].hasFocus()
    with answering(lambda form: (form.place(0).setText("Bo"), form.accept())):
        page.start.buttons["add_names"].click()
    bare.show_pane("today")
    assert not page.start.isVisible() and page.calm.isVisible()
    assert "Nothing needs you today" in read(page) and "Nothing is arranged" in read(page)


def test_a_calm_day_says_what_comes_next(bare: MainWindow) -> None:
    whom = people.add(bare.journal, {"name": "Dr. Ann Bo", "start": DAY})
    build.add_meeting(bare.journal, whom, "2026-06-20T10:00")
    assert pane(bare).calm.isVisible()
    assert "Next: Dr. Bo, Sat 20 Jun, 10:00." in read(pane(bare))


def test_a_long_section_shows_the_rest_when_asked(window: MainWindow) -> None:
    section = pane(window).sections["follow"]
    assert len(section.rows()) == 7 and section.more.text() == "Show 5 more"
    section.more.click()
    assert len(section.rows()) == 12 and section.more.text() == "Show fewer"
    section.more.click()
    assert len(section.rows()) == 7


def test_the_next_meeting_is_shown_and_its_agenda_goes_out(window: MainWindow) -> None:
    card = pane(window).meeting
    said = read(card)
    for words in ("in 4 days", "Tue 19 May, 16:00–16:45 · Video", "35 of 45 min",
                  "4 items planned", "K12 research plan, final"):
        assert words in said
    assert card.strip.button().text() == "Send agenda"
    next(one for one in card.send.actions() if one.text() == "I have sent it").trigger()
    assert not card.strip.isVisible() and count(window, "meetings") == 0  # its read went along
    act(window)
    assert card.strip.isVisible() and count(window, "meetings") == 1
    card.name.click()
    assert window.current_pane() == "meetings"


def test_the_agenda_can_be_looked_over_first(window: MainWindow) -> None:
    next(one for one in pane(window).meeting.send.actions()
         if one.text() == "Look it over first").trigger()
    assert window.current_pane() == "meetings"
    assert window.panes["meetings"].footer.email.hasFocus()


def test_it_follows_what_is_changed_elsewhere(window: MainWindow) -> None:
    window.show_pane("goals")
    key = next(one.key for one in pane(window).today.rows if one.kind == "promise")
    promises.set_done(window.journal, int(key.split(":")[2]), DAY)
    assert key in keys(window)  # behind another page it waits
    window.show_pane("today")
    assert key not in keys(window)


def test_the_count_is_right_while_another_page_is_in_front(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_pane("goals")
    [one, *_] = [one for one in pane(window).today.rows if one.kind == "promise"]
    promises.set_done(window.journal, one.id, DAY)
    qtbot.waitUntil(lambda: count(window, "today") == 9)


def test_on_a_new_day_it_is_read_anew(window: MainWindow) -> None:
    clock.set_as_of(DAY + timedelta(1))
    pane(window)._look_at_clock()
    assert "Saturday 16 May" in read(window)
    clock.set_as_of(DAY + timedelta(2))
    window.show_pane("goals")
    window.show_pane("today")
    assert "Sunday 17 May" in read(window) and row_of(window, "touch", 1).row.tone == "over"


# The keyboard ---------------------------------------------------------------------------------


def press(qtbot: QtBot, key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def here() -> TodayRow:
    focused = QApplication.focusWidget()
    assert isinstance(focused, TodayRow)
    return focused


def test_up_and_down_go_through_everything(window: MainWindow, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is pane(window).meeting.strip.button()
    seen = []
    for _ in pane(window).rows():
        press(qtbot, Qt.Key.Key_Down)
        seen.append(here())
    assert seen == pane(window).rows()
    press(qtbot, Qt.Key.Key_Down)  # the last stays
    assert here() is seen[-1]
    for _ in seen:
        press(qtbot, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is pane(window).meeting.strip.button()


def test_enter_does_it_and_the_keyboard_is_on_the_next(window: MainWindow, qtbot: QtBot) -> None:
    row_of(window, "promise").setFocus()
    first, second = row_of(window, "promise").row, row_of(window, "promise", 1).row
    press(qtbot, Qt.Key.Key_Return)
    assert first.key not in keys(window) and here().row.key == second.key
    window.undo_journal()
    assert first.key in keys(window) and here().row.key == first.key  # it is back


def test_after_a_form_the_keyboard_is_on_the_next(window: MainWindow, qtbot: QtBot) -> None:
    made = next(one for one in pane(window).rows() if one.row.kind == "touch"
                and one.row.person_id == RAMANATHAN)
    made.setFocus()
    with answering(accept):
        press(qtbot, Qt.Key.Key_Return)
    held = window.focusWidget()  # the window itself is not active again without a desktop
    assert isinstance(held, TodayRow) and held.row.title == "Hana Yoon"


def test_space_and_control_enter_open(window: MainWindow, qtbot: QtBot) -> None:
    for key, held in ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
                      (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)):
        window.show_pane("today")
        row_of(window, "step").setFocus()
        press(qtbot, key, held)
        assert window.current_pane() == "goals"


def test_coming_back_the_keyboard_is_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    made = row_of(window, "result")
    made.setFocus()
    window.show_pane("goals")
    window.show_pane("today")
    assert here() is made


# Later, not again -----------------------------------------------------------------------------


def test_s_snoozes_until_tomorrow_and_undo_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    made = row_of(window, "promise")
    key, title = made.row.key, made.row.title
    made.setFocus()
    press(qtbot, Qt.Key.Key_S)
    assert key not in keys(window) and f"“{title}” comes back Sat 16 May." in sentence(window)
    assert pane(window).aside.button.text() == "1 put aside"
    act(window)
    assert key in keys(window) and not pane(window).aside.isVisible()


def test_delete_dismisses_and_it_can_be_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    made = row_of(window, "differs")
    key = made.row.key
    made.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert key not in keys(window) and "comes back only if" in sentence(window)
    assert count(window, "today") == 9
    pane(window).aside.button.click()
    said = read(pane(window).aside)
    assert "Authorship and credit" in said and "not again" in said
    button(pane(window).aside, "Bring back").click()
    assert key in keys(window) and "is back" in sentence(window)


def test_a_person_is_snoozed_as_everywhere(window: MainWindow) -> None:
    row = next(one for one in pane(window).today.rows if one.person_id == RAMANATHAN
               and one.kind == "touch")
    pane(window).snooze_wanted.emit(row, 3)
    assert people.get(window.journal, RAMANATHAN).snoozed_until == DAY + timedelta(3)
    assert not dismissals.keys(window.journal, DAY, "today:")
    pane(window).aside.button.click()
    button(pane(window).aside, "Bring back").click()
    assert row.key in keys(window)
    assert people.get(window.journal, RAMANATHAN).snoozed_until is None


def test_a_day_can_be_chosen(window: MainWindow) -> None:
    row = row_of(window, "promise").row
    with answering(lambda form: (form.day.set_day(DAY + timedelta(40)), form.accept())):
        pane(window).snooze_wanted.emit(row, 0)
    assert [one.until for one in pane(window).today.aside] == [DAY + timedelta(40)]


def test_the_strip_of_the_meeting_is_put_aside_too(window: MainWindow, qtbot: QtBot) -> None:
    card = pane(window).meeting
    card.strip.button().setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert card.isVisible() and not card.strip.isVisible()
    which = card.row()
    assert which is None and here() is pane(window).rows()[0]
    meetings.move(window.journal, 51, meetings.get(window.journal, 51).starts_at - timedelta(1))
    assert card.strip.isVisible()  # it rested on another time


def test_the_menu_of_a_row_has_all_of_it(window: MainWindow) -> None:
    made = row_of(window, "promise")
    key = made.row.key
    made.menu_wanted.emit(made.row, made.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text() for one in menu.actions() if one.text()]
    assert words == ["Mark done", "Open", "Open their page", "Snooze", "Not again"]
    later = next(one.menu() for one in menu.actions() if one.text() == "Snooze")
    assert [one.text() for one in later.actions() if one.text()] == [
        "Tomorrow", "In 3 days", "Next week", "Choose a day…"]
    later.actions()[2].trigger()
    menu.close()
    assert key not in keys(window)
    assert [one.until for one in pane(window).today.aside] == [DAY + timedelta(7)]


# The week and the rest ------------------------------------------------------------------------


def test_the_week_says_what_is_on_it_and_opens_it(window: MainWindow) -> None:
    week = pane(window).week
    assert [one.day.day for one in week.cells] == [15, 16, 17, 18, 19, 20, 21]
    friday, sunday, tuesday = week.cells[0], week.cells[2], week.cells[4]
    assert friday.accessibleName().startswith("Friday 15 May 2026, today, ")
    assert sunday.marks and sunday.marks[0].short.startswith("Agenda")
    assert tuesday.marks[0].short == "Okafor 16:00"
    assert week.heading.text() == "The next 7 days"
    week.turn.click()
    assert week.cells[0].day.day == 22 and week.heading.text() == "The 7 days after"
    week.turn.click()
    tuesday.opened.emit(tuesday.marks[0])
    assert window.current_pane() == "meetings"


def test_the_week_begins_where_it_is_set_to(window: MainWindow) -> None:
    clock.set_as_of(DAY - timedelta(3))
    pane(window).reload()
    assert pane(window).week.heading.text() == "This week"
    assert [one.day.day for one in pane(window).week.cells][0] == 11
    window.settings.set(WEEK_START, 6)
    assert [one.day.day for one in pane(window).week.cells][0] == 10


def test_who_is_on_course(window: MainWindow) -> None:
    said = read(pane(window).course)
    assert "Seven people are within rhythm." in said and "+3" in said
    assert "Next: Dr. Okafor, Tue 19 May, 16:00." in said
    keeping.pause(window.journal, 5, DAY + timedelta(9))
    assert "Six people" in read(pane(window).course)


def test_something_new_can_be_added_from_here(window: MainWindow) -> None:
    words = [one.text().replace("&", "") for one in pane(window).new_menu.actions()]
    assert "New meeting…" in words and "Add a goal…" in words
    with answering(lambda form: form.reject()):
        pane(window).log.click()


@pytest.mark.parametrize(("width", "scale", "folded"), [
    (1100, 1.0, False), (1440, 1.0, False), (1280, 1.5, True), (1100, 2.0, True)])
def test_it_folds_and_nothing_is_cut(
    window: MainWindow, qapp: QApplication, qtbot: QtBot, width: int, scale: float, folded: bool
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(width, 800)
    QApplication.processEvents()
    QApplication.processEvents()
    page = pane(window)
    left, right = page.sections["follow"], page.sections["thanks"]
    beside = right.mapTo(page, QPoint(0, 0)).x() > left.mapTo(page, QPoint(0, 0)).x()
    assert beside != folded
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0)
    qtbot.waitUntil(lambda: all(  # laid out once the buttons know their new size
        one.height() >= one.heightForWidth(one.width()) for one in page.rows()))
    for one in page.rows():
        assert one.title_rect().right() <= one.button.x()
    for one in page.findChildren(Button):
        if one.isVisible() and one.parent() is not page.header:
            assert one.width() >= one.minimumSizeHint().width() or one.sizeHint().width() < 20


def test_a_long_title_wraps(bare: MainWindow) -> None:
    text = "A promise that takes a whole paragraph to say. " * 8
    promises.add(bare.journal, {"text": text, "due": DAY,
                                "person_id": people.add(bare.journal, {"name": "Ann"})})
    QApplication.processEvents()
    made = row_of(bare, "promise")
    assert made.height() > 3 * theme.line("row-title")
    goals.add(bare.journal, {"text": "<b>x</b> & y", "due": DAY})
    assert "<b>x</b> & y" in row_of(bare, "goal").accessibleName()
