"""The page of needs: what a row says, order, filters, keys, the fold, and what stands beside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import needs, people, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.needs import NeedsPane
from mentorjournal.ui.panes.needs_row import NeedRow

KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def opened(journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232) -> NeedsPane:
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(QApplication.instance(), "light")
    made = NeedsPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, 872)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> NeedsPane:
    return opened(sample_journal, settings, qtbot)


def texts(pane: NeedsPane) -> list[str]:
    return [one.shown.need.text for one in pane.list.rows()]


def row(pane: NeedsPane, text: str) -> NeedRow:
    return next(one for one in (*pane.list.rows(), *pane.list.met_rows())
                if text in one.shown.need.text)


def words(pane: QWidget) -> list[str]:
    QApplication.processEvents()  # what a row is filled with anew is shown after that
    return read(pane).replace("\u200b", "").split("\n")


def test_the_sample_has_four_of_five_needs_covered(pane: NeedsPane) -> None:
    said = words(pane)
    assert "5 needs, 1 with nobody yet" in said
    assert "4" in said and "of 5 with somebody" in said
    assert pane.list.rows()[0].hasFocus()


def test_a_row_says_who_meets_it_and_where_i_stand(pane: NeedsPane, qtbot: QtBot) -> None:
    first = row(pane, "trial design")
    said = words(first)
    assert "I cannot go on without it · Research · Trial design and frank reading" in said
    assert "Looking for: Finds the weak line on the page." in said
    assert "1 then, 3 now, 4 wanted" in said
    assert "Nobody yet" not in said
    assert first.accessibleName().endswith("Rosalind Okafor and Tomas Brandt")
    with qtbot.waitSignal(pane.person_wanted) as heard:
        button(first, "Rosalind Okafor").click()
    assert heard.args == [whom(pane._journal)]
    with qtbot.waitSignal(pane.goal_wanted):
        button(first, "80 ICU survivors followed to 6 months").click()
    assert button(first, "Submit first-author paper 1, done")


def test_an_uncovered_need_offers_both_ways(pane: NeedsPane, qtbot: QtBot) -> None:
    last = row(pane, "linked data")
    assert "Nobody yet" in words(last)
    with qtbot.waitSignal(pane.mentor_wanted) as heard:
        button(last, "Find a mentor").click()
    assert heard.args == [last.shown.need.id]
    with qtbot.waitSignal(pane.wished) as wished:
        button(last, "Link somebody").click()
    assert wished.args == ["link", last.shown.need.id]


def test_a_candidate_would_fill_it_and_a_past_mentor_does_not(
    pane: NeedsPane, sample_journal: Journal
) -> None:
    last = row(pane, "linked data")
    needs.link_people(sample_journal, last.shown.need.id,
                      [whom(sample_journal, "Osei"), whom(sample_journal, "Stroud")])
    said = words(row(pane, "linked data"))
    assert {"Nobody yet", "might fill it", "past mentor"} <= set(said)
    assert last.accessibleName().endswith("Nobody yet; Daniel Osei might fill it")
    people.edit(sample_journal, whom(sample_journal, "Osei"),
                {"direction": "mentor", "stage": "initiation"})
    assert "Nobody yet" not in words(row(pane, "linked data"))
    assert "5 needs, all with somebody" in words(pane)


def test_a_need_that_cannot_wait_is_said_beside_the_list(
    pane: NeedsPane, sample_journal: Journal
) -> None:
    needs.edit(sample_journal, row(pane, "linked data").shown.need.id, {"importance": 3})
    assert any("You cannot go on without “Large linked data sets”" in one for one in words(pane))


def test_walking_and_moving_by_keys(
    pane: NeedsPane, qtbot: QtBot, sample_journal: Journal
) -> None:
    first, second = pane.list.rows()[:2]
    qtbot.keyClick(first, KEY.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pane.list.rows()[0] is second and second.hasFocus()
    assert needs.every(sample_journal)[0].id == second.shown.need.id
    sample_journal.undo()
    assert pane.list.rows()[0] is first
    for key, wish in ((KEY.Key_Return, pane.edit_wanted), (KEY.Key_Delete, pane.wished)):
        with qtbot.waitSignal(wish) as heard:
            qtbot.keyClick(second, key)
        assert heard.args[-1] == second.shown.need.id


def test_dragging_a_row(pane: NeedsPane, qtbot: QtBot) -> None:
    rows = pane.list.rows()
    third = rows[2].mapToGlobal(QPoint(10, rows[2].height() - 4))
    rows[0].handle.dragged.emit(third)
    assert pane.list.mark.isVisible()
    before = texts(pane)
    rows[0].handle.dropped.emit(third)
    assert texts(pane) == [*before[1:3], before[0], *before[3:]]
    assert not pane.list.mark.isVisible()


def test_adding_in_place(pane: NeedsPane, qtbot: QtBot, sample_journal: Journal) -> None:
    line = pane.list.add.edit
    line.setFocus()
    line.insert("  Somebody  who has sat on a panel ")
    qtbot.keyClick(line, KEY.Key_Return)
    assert texts(pane)[-1] == "Somebody who has sat on a panel"
    assert line.text() == "" and line.hasFocus()
    QApplication.processEvents()
    hint = button(row(pane, "panel"), "What kind of guidance would help most?")
    with qtbot.waitSignal(pane.wished) as heard:
        hint.click()
    assert heard.args[0] == "kind"
    line.insert("x" * 50_000)  # nothing is cut
    qtbot.keyClick(line, KEY.Key_Return)
    assert len(texts(pane)[-1]) == 50_000


def test_filters(pane: NeedsPane, qtbot: QtBot) -> None:
    pane.filters.nobody.click()
    assert texts(pane) == ["Large linked data sets"]
    pane.filters.kind.set_current("sponsorship")
    pane.filters.kind.chosen.emit("sponsorship")
    assert pane.rows.currentWidget() is pane.nothing
    pane.nothing.button().click()
    assert len(texts(pane)) == 5 and not pane.filters.nobody.isChecked()
    pane.filters.domain.set_current("personal")
    pane.filters.domain.chosen.emit("personal")
    assert texts(pane) == ["How to combine ICU service and a family"]
    only = pane.list.rows()[0]
    with qtbot.waitSignal(pane.refused):
        only.move_wanted.emit(only.shown.need.id, -1)
    pane.show_need(needs.every(pane._journal)[0].id)
    assert pane.list.rows()[0].hasFocus() and len(texts(pane)) == 5


def test_a_filter_goes_with_the_last_need_of_its_kind(
    pane: NeedsPane, sample_journal: Journal
) -> None:
    pane.filters.kind.set_current("sponsorship")
    pane.filters.kind.chosen.emit("sponsorship")
    needs.edit(sample_journal, pane.list.rows()[0].shown.need.id, {"guidance_kind": "example"})
    assert len(texts(pane)) == 5


def test_needs_that_are_met_are_folded_with_their_day(
    pane: NeedsPane, sample_journal: Journal
) -> None:
    assert not pane.list.fold.isVisible()
    which = row(pane, "linked data").shown.need.id
    needs.meet(sample_journal, which, date(2026, 5, 1))
    assert pane.list.fold.text() == "1 need that is met"
    assert len(texts(pane)) == 4 and not pane.list.met_card.isVisible()
    assert "4 needs, all with somebody" in words(pane)
    pane.show_need(which)
    met = pane.list.met_rows()[0]
    assert met.isVisible() and met.hasFocus() and "Met on Friday 1 May 2026" in words(met)
    labels = [one.text() for one in met.menu().actions() if one.text()]
    assert labels == ["Edit…", "Open it again", "Remove"]


def test_removing_goes_on_with_the_next(pane: NeedsPane, sample_journal: Journal) -> None:
    first, second = pane.list.rows()[:2]
    needs.remove(sample_journal, first.shown.need.id)
    assert second.hasFocus()
    sample_journal.undo()
    assert pane.list.rows()[0].hasFocus()  # what came back


def test_looks_stand_beside_and_are_compared(pane: NeedsPane, sample_journal: Journal) -> None:
    said = words(pane.looks)
    assert "As of Sunday 11 January 2026" in said
    assert "1 then, 3 now, 4 wanted" in said
    assert any(one.startswith("2 then and now") for one in said)
    assert not pane.looks.look.isVisible() and pane.look.isVisible()  # one way, not two
    self_looks.save(sample_journal, build.SAMPLE_DAY, [Mark("study_design", 5, 5)])
    said = words(pane.looks)
    assert "As of Friday 15 May 2026" in said and "3 then, 5 now, 5 wanted" in said
    pane.looks.earlier.set_current("2025-01-05")
    pane.looks.earlier.chosen.emit("2025-01-05")
    assert "1 then, 5 now, 5 wanted" in words(pane.looks)


def test_an_empty_page_asks_and_offers_two_ways(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert pane.body.currentWidget() is pane.start and "What do you need?" in words(pane)
    assert pane.start.look.hasFocus() and not pane.add.isVisible()
    with qtbot.waitSignal(pane.self_look_wanted):
        qtbot.keyClick(pane.start.look, KEY.Key_Space)
    with qtbot.waitSignal(pane.add_wanted):
        pane.start.one.click()
    needs.add(journal, {"text": "A question"})
    assert pane.body.currentWidget() is pane.splitter
    assert "Write three needs first." in words(pane)
    journal.undo()
    assert pane.body.currentWidget() is pane.start


def test_a_look_without_any_need_is_shown(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    self_looks.save(journal, build.SAMPLE_DAY, [Mark("writing", 3, 4)])
    assert pane.body.currentWidget() is pane.splitter
    assert "3 of 5 now, 4 wanted" in words(pane.looks)
    assert not pane.filters.isVisible() and not pane.looks.earlier.isVisible()
    pane.focus_first()
    assert pane.list.add.edit.hasFocus()


def test_in_a_narrow_row_the_people_stand_below(
    sample_journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(sample_journal, settings, qtbot, width=800)
    first = pane.list.rows()[0]
    name = button(first, "Rosalind Okafor")
    assert name.mapTo(first, QPoint(0, 0)).y() > 80
    assert pane.list.width() <= pane.area.viewport().width()
    pane.resize(1400, 872)
    qtbot.waitUntil(lambda: name.mapTo(first, QPoint(0, 0)).y() < 40)


def test_tab_goes_down_the_page(pane: NeedsPane, qtbot: QtBot) -> None:
    reached = []
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused.accessibleName() or focused.text())
    assert reached[:4] == [
        "Goal: 80 ICU survivors followed to 6 months", "Goal: Submit first-author paper 1, done",
        "Open Dr. Rosalind Okafor", "Open Dr. Tomas Brandt"]
    assert reached[4] == "What can be done with this need"
    assert reached[5].startswith("Someone who decides about protected time")
