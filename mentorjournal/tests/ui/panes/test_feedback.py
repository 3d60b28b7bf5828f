"""The page of the feedback log: filters, keys, themes, changes, the detail, and empty states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_log, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.models.roles import Role
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback import FeedbackPane

DAY = build.SAMPLE_DAY
Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def opened(
    journal: Journal, qtbot: QtBot, width: int = 1240, settings: Settings | None = None
) -> FeedbackPane:
    made = FeedbackPane(journal, settings or Settings())
    qtbot.addWidget(made)
    made.resize(width, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, qtbot: QtBot, qapp: QApplication) -> FeedbackPane:
    theme.apply(qapp, "light")
    return opened(sample_journal, qtbot)


@pytest.fixture
def alone(journal: Journal) -> Iterator[Journal]:
    clock.set_as_of(DAY)
    yield journal


def topics(pane: FeedbackPane) -> list[str]:
    shown = [pane.list.record_at(row) for row in range(pane.list.rowCount())]
    return [str(one.entry.topic) for one in shown if one is not None]


def chosen(pane: FeedbackPane) -> str:
    while pane.detail_later.isActive():
        QApplication.processEvents()
    assert pane.detail.facts is not None
    assert pane.detail.facts.entry.id == pane.table.current_id()
    return str(pane.detail.facts.entry.topic)


def key(qtbot: QtBot, pane: FeedbackPane, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(pane.table, one)


def order(pane: FeedbackPane, name: str) -> None:
    pane.filters.order.set_current(name)
    pane.filters.order.chosen.emit(name)


# Filters --------------------------------------------------------------------------------------


def test_it_says_what_is_in_the_log(pane: FeedbackPane) -> None:
    assert pane.header._subtitle.text() == "9 entries, 2 waiting on you"
    assert [chip.text() for chip in pane.filters.chips.values() if chip.isVisible()] == [
        "All 9", "Waiting on me 2", "In progress 1", "Reported back 6"]
    assert topics(pane)[0] == chosen(pane) == "teaching slides"
    assert pane.table.model().index(0, 0).data(SPOKEN) == (
        "teaching slides: Dr. Castellanos, Fri 8 May, Reflecting, No talk after 7 days")


def test_typing_filters_and_escape_takes_it_back(qtbot: QtBot, pane: FeedbackPane) -> None:
    qtbot.keyClick(pane.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.filters.words.hasFocus()
    qtbot.keyClicks(pane.filters.words, "brandt")
    qtbot.waitUntil(lambda: topics(pane) == ["analysis plan"])
    assert chosen(pane) == "analysis plan"
    qtbot.keyClick(pane.filters.words, Key.Key_Escape)
    assert len(topics(pane)) == 9 and chosen(pane) == "analysis plan"
    qtbot.keyClick(pane.filters.words, Key.Key_Escape)
    assert pane.table.hasFocus()


def test_the_chips_and_boxes_work_together(qtbot: QtBot, pane: FeedbackPane) -> None:
    pane.filters.chips["reported"].click()
    assert len(topics(pane)) == 6
    pane.filters.person.setCurrentText("Dr. Vale")
    pane.filters.person.activated.emit(pane.filters.person.currentIndex())
    assert topics(pane) == ["taking on too much"]
    pane.filters.chips["waiting"].click()
    assert topics(pane) == [] and pane.nothing.isVisible() and pane.detail.facts is None
    pane.nothing.button().click()
    assert len(topics(pane)) == 9 and pane.table.hasFocus()


def test_what_is_worked_on_stays_in_sight(pane: FeedbackPane, sample_journal: Journal) -> None:
    """Like a mail that was read stays among the unread until another filter is chosen."""
    pane.filters.set_group("waiting")
    slides = pane.table.current_id()
    assert slides is not None
    feedback.ask_for_talk(sample_journal, slides, DAY)
    assert topics(pane) == ["teaching slides", "negotiating clinical time"]
    assert chosen(pane) == "teaching slides"
    assert pane.filters.chips["waiting"].text() == "Waiting on me 1"
    pane.filters.set_group("waiting")
    assert topics(pane) == ["negotiating clinical time"]


def test_showing_an_entry_clears_a_filter_that_hides_it(pane: FeedbackPane) -> None:
    wanted = pane.shown_ids()[-1]
    pane.filters.words.look_for("slides")
    pane.show_entry(wanted)
    assert pane.table.current_id() == wanted and pane.filters.words.text() == ""
    assert chosen(pane) == "logic of the aims page"


# Keys -----------------------------------------------------------------------------------------


def test_the_keyboard_walks_opens_and_removes(qtbot: QtBot, pane: FeedbackPane) -> None:
    wishes: list[tuple[str, int]] = []
    pane.wished.connect(lambda wish, which: wishes.append((wish, which)))
    key(qtbot, pane, Key.Key_Down)
    assert chosen(pane) == "career-award aims"
    key(qtbot, pane, Key.Key_End)
    assert chosen(pane) == "logic of the aims page"
    key(qtbot, pane, Key.Key_Delete)
    assert wishes == [("remove", pane.shown_ids()[-1])]
    key(qtbot, pane, Key.Key_Home, Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None and pane.detail.isAncestorOf(focus)
    qtbot.keyClick(focus, Key.Key_Escape)
    assert pane.table.hasFocus()


def test_several_are_chosen_with_shift(qtbot: QtBot, pane: FeedbackPane) -> None:
    gone: list[list[int]] = []
    pane.remove_wanted.connect(gone.append)
    for _ in range(2):
        qtbot.keyClick(pane.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.table.selected_ids() == pane.shown_ids()[:3]
    key(qtbot, pane, Key.Key_Delete)
    assert gone == [pane.shown_ids()[:3]]


def test_the_menu_offers_what_fits(pane: FeedbackPane, sample_journal: Journal) -> None:
    wishes: list[str] = []
    pane.wished.connect(lambda wish, _which: wishes.append(wish))

    def menu_of(*ids: int) -> list[str]:
        pane.table.menu_wanted.emit(list(ids), QPoint(9, 9))
        (menu,) = [one for one in pane.findChildren(QMenu) if one.isVisible()]
        said = [one.text() for one in menu.actions() if not one.isSeparator()]
        menu.actions()[0].trigger()
        menu.hide()
        return said

    ids = pane.shown_ids()
    assert menu_of(ids[0]) == [
        "Edit…", "Theme…", "Open the page of Dr. Castellanos", "Set aside…", "Remove"]
    assert menu_of(ids[-1]) == ["Edit…", "Theme…", "Open the page of Dr. Okafor", "Remove"]
    asked = feedback.ask(sample_journal, {"person_id": 1, "topic": "the talk", "asked_on": DAY})
    assert menu_of(asked)[0] == "Note what was said…"
    feedback.set_aside(sample_journal, asked, DAY, "Enough")
    assert "Take up again" in menu_of(asked)
    assert menu_of(*ids[:2]) == ["Theme of these 2…", "Remove 2 entries"]
    assert wishes == ["edit", "edit", "heard", "heard"]


# Themes ---------------------------------------------------------------------------------------


def test_by_theme_the_keyboard_folds_and_walks_past_names(
    qtbot: QtBot, pane: FeedbackPane, sample_journal: Journal
) -> None:
    ids = pane.shown_ids()
    feedback.set_theme(sample_journal, ids[:2], "Aims")
    feedback.set_theme(sample_journal, ids[2:], None)
    order(pane, "theme")
    model = pane.table.model()
    assert model.index(0, 0).data() == "Aims · 2 people, 2 times"
    assert model.index(3, 0).data() == "Without a theme · 7 entries"
    assert pane.table.rowHeight(0) < pane.table.rowHeight(1) == theme.px(55)
    pane.table.selectRow(2)
    key(qtbot, pane, Key.Key_Down)
    assert pane.table.currentIndex().row() == 4  # past the name
    key(qtbot, pane, Key.Key_Home, Key.Key_Left)
    assert model.index(0, 0).data(SPOKEN) == "Aims · 2 people, 2 times, folded"
    assert model.rowCount() == 9 and pane.table.currentIndex().row() == 0
    assert pane.shown_ids()[:2] == ids[:2]  # they are only out of sight
    key(qtbot, pane, Key.Key_Down, Key.Key_Up)
    assert pane.table.currentIndex().row() == 0
    key(qtbot, pane, Key.Key_Return)
    assert model.rowCount() == 11
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=pane.table.visualRect(
        model.index(0, 0)).center())
    assert model.rowCount() == 9
    pane.show_entry(ids[0])
    assert model.rowCount() == 11 and pane.table.current_id() == ids[0]
    order(pane, "newest")
    assert {pane.table.rowHeight(row) for row in range(9)} == {theme.px(55)}


# Changes --------------------------------------------------------------------------------------


def test_what_is_new_comes_to_the_front_and_what_is_gone_gives_way(
    pane: FeedbackPane, sample_journal: Journal
) -> None:
    pane.filters.words.look_for("slides")
    new = feedback.log(sample_journal, {"person_id": 1, "date": DAY, "topic": "Pauses"})
    assert pane.table.current_id() == new and chosen(pane) == "Pauses"
    assert pane.filters.words.text() == ""
    feedback.remove(sample_journal, new)
    assert chosen(pane) == "teaching slides" and len(topics(pane)) == 9
    sample_journal.undo()
    assert chosen(pane) == "Pauses"


def test_only_what_changed_is_read_again(
    pane: FeedbackPane, sample_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[set[int]] = []
    original = feedback_log.rows

    def rows(journal: Journal, wanted: set[int], as_of: date) -> object:
        read.append(set(wanted))
        return original(journal, wanted, as_of)

    topics(pane)
    ids = pane.shown_ids()
    monkeypatch.setattr(feedback_log, "rows", rows)
    feedback.edit(sample_journal, ids[3], {"topic": "Saying no"})
    assert topics(pane)[3] == "Saying no"
    people.edit(sample_journal, 1, {"name": "Dr. Rosalind Achebe"})
    assert pane.table.model().index(1, 0).data(Role.SECOND) == "Dr. Achebe"
    hers = {one.id for one in feedback.every(sample_journal) if one.person_id == 1}
    assert set().union(*read) == {ids[3], *hers} and len(hers) < len(ids) - 1


def test_an_action_changes_what_comes_next(pane: FeedbackPane, sample_journal: Journal) -> None:
    row = topics(pane).index("negotiating clinical time")
    said = pane.table.model().index(row, 3)
    assert said.data() == "An action is 3 months late"
    for one in feedback.actions(sample_journal, pane.shown_ids()[row]):
        promises.set_done(sample_journal, one.id, DAY)
    assert said.data() != "An action is 3 months late"


def test_a_new_day_is_noticed(qtbot: QtBot, pane: FeedbackPane) -> None:
    pane.hide()
    clock.set_as_of(DAY + timedelta(days=1))
    pane.show()
    assert pane.table.model().index(0, 3).data() == "No talk after 8 days"


# Room and empty states ------------------------------------------------------------------------


def test_in_a_narrow_window_the_detail_folds(
    sample_journal: Journal, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    pane = opened(sample_journal, qtbot, 1044)
    assert not pane.detail.isVisible() and pane.detail_button.isVisible()
    pane.detail_button.click()
    assert pane.detail.isVisible()
    qtbot.keyClick(pane.detail, Key.Key_Escape)
    assert not pane.detail.isVisible()
    key(qtbot, pane, Key.Key_Return)
    assert pane.detail.isVisible()
    pane.resize(1300, 800)
    assert pane.detail.isVisible() and not pane.detail_button.isVisible()


def test_where_both_have_no_room_the_detail_takes_the_place_of_the_table(
    sample_journal: Journal, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    pane = opened(sample_journal, qtbot, 800)
    key(qtbot, pane, Key.Key_Return)
    assert pane.detail.isVisible() and not pane.table.isVisible()
    qtbot.waitUntil(lambda: pane.detail.geometry().left() == 0)
    qtbot.keyClick(pane.detail, Key.Key_Escape)
    assert pane.table.hasFocus() and not pane.detail.isVisible()
    pane.detail_button.click()
    pane._find()
    assert pane.filters.words.hasFocus()
    pane.detail_button.click()
    pane.resize(1044, 800)
    assert pane.detail.isVisible() and pane.table.isVisible()


def test_widths_are_remembered(
    sample_journal: Journal, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    settings = Settings()
    first = opened(sample_journal, qtbot, settings=settings)
    first.splitter.setSizes([640, 599])
    first.splitter.splitterMoved.emit(640, 1)
    second = opened(sample_journal, qtbot, settings=settings)
    assert second.splitter.sizes() == first.splitter.sizes()


def test_an_empty_log_says_what_it_is_for(
    alone: Journal, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    pane = opened(alone, qtbot)
    with qtbot.waitSignal(pane.ask_wanted):
        button(pane, "Ask for feedback").click()
    with qtbot.waitSignal(pane.log_wanted):
        button(pane, "Log feedback").click()
    assert not pane.export_button.isVisible() and pane.header._subtitle.text() == ""
    whom = build.add_person(alone)
    feedback.log(alone, {"person_id": whom, "date": DAY, "topic": "Pauses"})
    assert pane.table.isVisible() and chosen(pane) == "Pauses"
    assert pane.header._subtitle.text() == "1 entry, 1 waiting on you"
    assert not pane.filters.person.isVisible() and not pane.filters.theme.isVisible()
