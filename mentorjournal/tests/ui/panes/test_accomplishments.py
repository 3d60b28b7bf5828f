"""The page of accomplishments: choosing, filtering, what stands beside the list, and the keyboard.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import accomplishments
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.accomplishments import AccomplishmentsPane

AWARD = "Early Investigator Award"
KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def opened(journal: Journal, settings: Settings, qtbot: QtBot) -> AccomplishmentsPane:
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(QApplication.instance(), "light")
    made = AccomplishmentsPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> AccomplishmentsPane:
    return opened(sample_journal, settings, qtbot)


def titles(pane: AccomplishmentsPane) -> list[str]:
    return [one.about.title for one in pane.list.records()]


def choose(pane: AccomplishmentsPane, title: str) -> int:
    key = next(one.id for one in pane.list.records() if one.about.title.startswith(title))
    pane.show_accomplishment(key)
    return key


def type_words(pane: AccomplishmentsPane, words: str) -> None:
    pane.filters.words.setText(words)
    pane.filters.words.returnPressed.emit()


def pick(pane: AccomplishmentsPane, name: str, key: str) -> None:
    box = getattr(pane.filters, name)
    box.set_current(key)
    box.chosen.emit(box.current())


def test_the_newest_is_shown_first_with_the_reading_above(pane: AccomplishmentsPane) -> None:
    said = read(pane)
    assert "3 accomplishments · 2 of 3 with everybody credited" in said
    assert titles(pane)[0] == "Paper 1 submitted" and "Friday 12 December 2025, 154 days" in said
    assert pane.view.hasFocus()


def test_beside_the_list_stands_all_there_is(pane: AccomplishmentsPane) -> None:
    choose(pane, AWARD)
    said = read(pane.detail)
    assert AWARD in said and "Northern Thoracic Assembly" in said
    assert "Lead a funded ICU recovery programme" in said
    assert "Credited Tue 11 Nov 2025: Named first on the award slide" in said
    assert "Not credited yet" in said and "Who saw it" not in said and "File" not in said


def test_walking_by_keyboard_shows_each(pane: AccomplishmentsPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.view, KEY.Key_Down)
    assert AWARD in read(pane.detail)
    for key, signal in ((KEY.Key_Return, pane.edit_wanted), (KEY.Key_Delete, pane.remove_wanted)):
        with qtbot.waitSignal(signal) as heard:
            qtbot.keyClick(pane.view, key)
        assert heard.args == [pane.view.current_row().id]
    qtbot.keyClick(pane.view, KEY.Key_Tab)
    assert pane.detail.isAncestorOf(QApplication.focusWidget())


def test_every_deed_beside_the_list_is_reached_by_tab(
    pane: AccomplishmentsPane, qtbot: QtBot
) -> None:
    choose(pane, AWARD)
    pane.view.setFocus()
    reached: list[str] = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused.accessibleName() or focused.text())
    deeds = ["More for Dr. Okafor", "Give credit to Dr. Haddad…", "More for Dr. Haddad",
             "Edit…", "Remove"]
    assert set(deeds) <= set(reached)
    assert reached.index("More for Dr. Haddad") < reached.index("Edit…") < reached.index("Remove")


def test_credit_is_one_press_away(
    pane: AccomplishmentsPane, qtbot: QtBot, sample_journal: Journal
) -> None:
    choose(pane, AWARD)
    give = button(pane.detail, "Give credit…")
    with qtbot.waitSignal(pane.credit_wanted) as heard:
        give.click()
    part = accomplishments.credit(sample_journal, heard.args[0])
    assert part.credited_on is None
    give.setFocus()
    accomplishments.give_credit(sample_journal, part.id, build.SAMPLE_DAY, "On the slide")
    assert "Credited Fri 15 May: On the slide" in read(pane.detail)
    assert "3 of 3 with everybody credited" in read(pane)
    assert pane.detail.edit.hasFocus()  # the button that was pressed has gone


def test_everybody_has_what_else_can_be_done(pane: AccomplishmentsPane, qtbot: QtBot) -> None:
    choose(pane, AWARD)
    menus = [one for one in pane.detail.area.widget().findChildren(QWidget)
             if one.objectName().startswith("deed:more:")]
    words = [[action.text() for action in one.menu().actions()] for one in menus]
    assert words == [
        ["Open their page", "Change the credit…", "Not credited after all", "Did not contribute"],
        ["Open their page", "Did not contribute"]]
    with qtbot.waitSignal(pane.credit_back_wanted):
        menus[0].menu().actions()[2].trigger()
    with qtbot.waitSignal(pane.person_wanted):
        menus[1].menu().actions()[0].trigger()


def test_the_list_is_filtered_and_sorted(pane: AccomplishmentsPane, qtbot: QtBot) -> None:
    choose(pane, AWARD)
    type_words(pane, "discharge")
    assert len(titles(pane)) == 2 and AWARD not in read(pane.detail)
    type_words(pane, "")
    pick(pane, "credit", "open")
    assert titles(pane) == [AWARD] and AWARD in read(pane.detail)
    assert pane.filters.clear.isVisible()
    pane.filters.clear.click()
    assert len(titles(pane)) == 3 and not pane.filters.clear.isVisible()
    pick(pane, "competency", "rigour")
    assert titles(pane) == [AWARD]
    pick(pane, "competency", "")
    pick(pane, "order", "oldest")
    assert titles(pane)[-1] == "Paper 1 submitted" and not pane.filters.clear.isVisible()
    pick(pane, "goal", pane.filters.goal.itemData(1))
    assert len(titles(pane)) == 1


def test_the_list_is_filtered_while_typing(pane: AccomplishmentsPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.filters.words.hasFocus()
    qtbot.keyClicks(pane.filters.words, "award")
    qtbot.waitUntil(lambda: titles(pane) == [AWARD])


def test_where_nothing_matches_there_is_a_way_back(pane: AccomplishmentsPane) -> None:
    type_words(pane, "zebra")
    assert "Nothing matches" in read(pane) and not pane.detail.isVisible()
    button(pane, "Show all").click()
    assert len(titles(pane)) == 3 and pane.detail.isVisible()


def test_what_is_filtered_away_is_shown_when_it_is_asked_for(pane: AccomplishmentsPane) -> None:
    key = choose(pane, AWARD)
    type_words(pane, "poster")
    pane.show_accomplishment(key)
    assert pane.view.current_row().id == key and len(titles(pane)) == 3


def test_an_empty_journal_says_how_to_begin(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert "No accomplishments yet" in read(pane)
    assert not pane.add.isVisible() and not pane.filters.isVisible()
    with qtbot.waitSignal(pane.add_wanted):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    made = accomplishments.add(journal, {"title": "A talk"})
    assert pane.view.current_row().id == made and "A talk" in read(pane.detail)
    assert "Without a day" in read(pane.detail) and pane.add.isVisible()
    accomplishments.remove(journal, made)
    assert "No accomplishments yet" in read(pane)
    journal.undo()
    assert pane.view.current_row().id == made


def test_a_removed_one_gives_its_place_to_the_next(
    pane: AccomplishmentsPane, sample_journal: Journal
) -> None:
    key = choose(pane, AWARD)
    accomplishments.remove(sample_journal, key)
    assert pane.view.current_row().about.title.startswith("Poster")
    sample_journal.undo()
    assert pane.view.current_row().id == key


def test_other_changes_leave_what_is_shown(
    pane: AccomplishmentsPane, sample_journal: Journal
) -> None:
    key = choose(pane, "Poster")
    build.add_person(sample_journal, "Somebody new")
    accomplishments.edit(sample_journal, key, {"title": "Another title"})
    assert pane.view.current_row().id == key and "Another title" in read(pane.detail)


def test_who_saw_it_and_the_file_are_shown_and_the_file_is_never_opened(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    ann = build.add_person(journal, "Ann Lee")
    accomplishments.add(journal, {
        "title": "Poster", "file": ChosenFile("poster.pdf", b"x" * 340_000)},
        [{"person_id": ann}, {"person_id": ann, "part": "witness"}])
    pane = opened(journal, settings, qtbot)
    said = read(pane.detail)
    assert "Who saw it" in said and "poster.pdf" in said and "340 KB" in said
    for words, signal in (("Save a copy…", pane.save_wanted), ("Open a copy…", pane.open_wanted)):
        with qtbot.waitSignal(signal) as heard:
            button(pane.detail, words).click()
        assert heard.args[0].name == "poster.pdf"


@pytest.mark.parametrize("word", [*build.NAUGHTY, "x" * 290])
def test_whatever_is_written_is_shown_as_it_is(
    journal: Journal, settings: Settings, qtbot: QtBot, word: str
) -> None:
    ann = build.add_person(journal, f"Ann {word}")
    accomplishments.add(journal, {
        "title": f"T {word}", "result": word * 3, "number": 1, "unit": f"u {word}"[:300],
        "competencies": [f"other:c {word}"], "file": ChosenFile(f"f {word}", b"x")},
        [{"person_id": ann}, {"person_id": ann, "part": "witness"}])
    pane = opened(journal, settings, qtbot)
    pane.view.grab()
    assert "T " in read(pane.detail) and pane.detail.width() < pane.width() / 2
    for one in pane.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText
        assert not any(bad in one.toolTip() for bad in ("<b>", "<img"))


def test_a_very_long_text_does_not_hold_the_page_up(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    accomplishments.add(journal, {"title": "Long", "result": "word " * 200_000,
                                  "competencies": ["other:" + "x" * 200_000]})
    pane = opened(journal, settings, qtbot)
    pane.grab()
    assert "Long" in read(pane.detail) and pane.detail.width() < pane.width() / 2


def test_another_text_size_is_taken_up(pane: AccomplishmentsPane, qtbot: QtBot) -> None:
    choose(pane, AWARD)
    before = pane.detail.edit.parentWidget().height()
    theme.apply(QApplication.instance(), "light", 1.4)
    qtbot.waitUntil(lambda: pane.detail.edit.parentWidget().height() > before)
    assert AWARD in read(pane.detail)
    theme.apply(QApplication.instance(), "light")


def test_the_width_of_the_columns_is_remembered(
    pane: AccomplishmentsPane, settings: Settings, sample_journal: Journal, qtbot: QtBot
) -> None:
    pane.splitter.moveSplitter(700, 1)
    pane.splitter.splitterMoved.emit(700, 1)
    again = opened(sample_journal, settings, qtbot)
    assert again.splitter.sizes() == pane.splitter.sizes()
