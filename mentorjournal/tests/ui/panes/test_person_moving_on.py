"""Moving on, in the real window: nothing chosen beforehand, a note ticked as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import candidates, endings, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, read, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.network_updates import UpdatesOwed
from mentorjournal.ui.panes.person_closing import Closing
from mentorjournal.ui.panes.person_moving_choice import MovingChoice
from mentorjournal.ui.panes.person_moving_on import MovingOnTab
from mentorjournal.ui.widgets.buttons import Button


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


def whom(window: MainWindow, name: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, build.SAMPLE_DAY)
                if name in one.person.name)


def opened(window: MainWindow, name: str) -> MovingOnTab:
    window.open_person(whom(window, name), "moving_on")
    QApplication.processEvents()  # what was laid out is shown
    tab = window.panes["person"].tab("moving_on")
    assert isinstance(tab, MovingOnTab)
    return tab


def choice(tab: MovingOnTab) -> MovingChoice:
    assert isinstance(tab.page, MovingChoice)
    return tab.page


def closing(tab: MovingOnTab) -> Closing:
    assert isinstance(tab.page, Closing)
    return tab.page


def test_none_of_the_three_is_chosen_beforehand_and_the_reason_is_said(window: MainWindow) -> None:
    page = choice(opened(window, "Marchetti"))
    assert page.chosen() == ""
    assert not page.asks.isVisible()
    assert page.why.isVisible()
    assert not choice(opened(window, "Okafor")).why.isVisible()


def test_change_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    tab = opened(window, "Marchetti")
    page = choice(tab)
    tab.focus_first()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert page.chosen() == "change"
    assert not page.change.isEnabled()
    page.ways["lighter_rhythm"].setFocus()
    qtbot.keyClick(page.ways["lighter_rhythm"], Qt.Key.Key_Space)
    page.change.setFocus()
    qtbot.keyClick(page.change, Qt.Key.Key_Space)
    assert people.get(window.journal, whom(window, "Marchetti")).cadence_days == 120
    act(window)  # Undo
    assert people.get(window.journal, whom(window, "Marchetti")).cadence_days == 60


def begun(window: MainWindow) -> Closing:
    tab = opened(window, "Marchetti")
    tab.closing_wanted.emit(whom(window, "Marchetti"))
    return closing(tab)


def ticked(page: Closing) -> list[str]:
    return [name for name, (sign, _) in page._ticks.items() if sign.accessibleName() == "written"]


def test_each_part_is_ticked_when_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    page = begun(window)
    assert ticked(page) == []
    for n, name in enumerate(("framing", "thanks", "door_open"), start=1):
        qtbot.keyClicks(page.fields[name], "Some words.")
        assert len(ticked(page)) == n
    assert page.missing.text() == "All three parts are there."
    assert page.length.text() == "6 of 180 words"
    page.fields["thanks"].selectAll()
    qtbot.keyClick(page.fields["thanks"], Qt.Key.Key_Delete)
    assert ticked(page) == ["framing", "door_open"]


def test_what_is_typed_stays_when_one_goes_to_somebody_else(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClicks(begun(window).fields["framing"], "We learned to listen.")
    opened(window, "Okafor")
    again = closing(opened(window, "Marchetti"))
    assert again.fields["framing"].text() == "We learned to listen."


def test_the_keyboard_stays_on_the_tab_from_the_choice_to_the_way_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    tab = opened(window, "Marchetti")
    page = choice(tab)
    page.cards["close"].radio.setChecked(True)
    begin = next(one for one in page.findChildren(Button) if one.text().startswith("Begin"))
    begin.setFocus()
    qtbot.keyClick(begin, Qt.Key.Key_Space)
    page = closing(tab)
    assert page.fields["framing"].hasFocus()
    for name in ("framing", "thanks", "door_open"):
        qtbot.keyClicks(page.fields[name], "Some words.")
    page.close_now.setFocus()
    qtbot.keyClick(page.close_now, Qt.Key.Key_Space)
    assert closing(tab).reopen.hasFocus()
    qtbot.keyClick(closing(tab).reopen, Qt.Key.Key_Space)
    assert choice(tab).cards["keep"].radio.hasFocus()


def test_a_note_can_still_be_read_after_beginning_again(window: MainWindow) -> None:
    closing(opened(window, "Stroud")).reopen.click()
    tab = opened(window, "Stroud")
    assert "first committee" not in read(tab)
    show = next(one for one in tab.findChildren(Button) if one.text() == "Show the note")
    show.click()
    assert "first committee" in read(tab) and "flattered" not in read(tab)


def test_a_meeting_that_is_still_arranged_is_said_at_the_end(window: MainWindow) -> None:
    tab = opened(window, "Okafor")
    tab.closing_wanted.emit(whom(window, "Okafor"))
    with answering(press("Close anyway")):
        closing(tab).close_now.click()
    assert "The meeting on Tue 19 May is still arranged." in sentence(window)
    act(window)
    assert people.get(window.journal, whom(window, "Okafor")).is_active


def test_closing_with_a_part_missing_asks_once(qtbot: QtBot, window: MainWindow) -> None:
    page = begun(window)
    with answering(press("Cancel")):
        page.close_now.click()
    assert people.get(window.journal, whom(window, "Marchetti")).is_active
    with answering(press("Close anyway")):
        page.close_now.click()
    assert people.get(window.journal, whom(window, "Marchetti")).standing == "past"
    assert "stays readable" in sentence(window)
    tab = window.panes["person"].tab("moving_on")
    closing(tab).reopen.click()
    assert people.get(window.journal, whom(window, "Marchetti")).is_active
    assert choice(tab).chosen() == ""


def test_promised_update_is_told_of_and_done_in_one_click(window: MainWindow) -> None:
    which = endings.of_person(window.journal, whom(window, "Stroud"))[0]
    endings.update_sent(window.journal, which.id, None)
    page = closing(opened(window, "Stroud"))
    assert page.update_strip.isVisible()
    page.update_strip.button().click()
    assert not page.update_strip.isVisible()
    assert endings.get(window.journal, which.id).check_in_done_on == build.SAMPLE_DAY


def test_promised_update_stands_in_the_overview_until_it_is_sent(window: MainWindow) -> None:
    which = endings.of_person(window.journal, whom(window, "Stroud"))[0]
    overview = window.show_pane("network").overview
    assert overview.findChildren(UpdatesOwed) == []
    endings.update_sent(window.journal, which.id, None)
    button = overview.findChild(Button, f"update-{which.person_id}")
    said = " ".join(one.text() for one in overview.findChild(UpdatesOwed).findChildren(QLabel))
    assert "Dr. Stroud" in said and "Due since Wed 18 Feb" in said
    button.click()
    QApplication.processEvents()  # what was laid out is shown
    page = window.panes["person"].tab("moving_on").page
    assert page.update_strip.isVisible()
    page.update_strip.button().click()
    window.show_pane("network")
    assert window.panes["network"].facts.updates == ()


def test_note_is_copied_and_written_without_the_reason(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = closing(opened(window, "Stroud"))
    page.copy.click()
    assert QApplication.clipboard().text().startswith("Dear Dr. Stroud,")
    path = tmp_path / "Note.txt"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    page.export_wanted.emit(page.ending_id, ".txt")
    assert "flattered" not in path.read_text()
    assert "first committee" in path.read_text()


def test_closing_note_goes_on_paper_as_any_page_does(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, "Stroud")
    path = tmp_path / "Note.pdf"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    trigger(window, "export_pdf")
    assert path.read_bytes().startswith(b"%PDF")
    asked: list[QPrintDialog] = []

    def ask(dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", ask)
    trigger(window, "print")
    assert len(asked) == 1
    opened(window, "Okafor")
    trigger(window, "export_pdf")
    assert "no closing note" in sentence(window)


def test_candidate_has_nothing_to_end(window: MainWindow) -> None:
    tab = opened(window, "Osei")
    assert tab.page is None


def test_with_somebody_i_mentor_the_prompts_are_turned_round(window: MainWindow) -> None:
    page = begun(window)
    mine = {name: field.placeholderText() for name, field in page.fields.items()}
    assert "I gained" in mine["framing"] and "I would gladly come back" in mine["door_open"]
    assert "What I offer in return" in read(page)
    for name in ("framing", "thanks", "door_open"):
        page.fields[name].type_anew(f"Said of {name}")
    page.hand_in()
    people.edit(window.journal, whom(window, "Marchetti"), {"direction": "mentee"})
    page = closing(opened(window, "Marchetti"))
    theirs = {name: field.placeholderText() for name, field in page.fields.items()}
    assert "you did well" in theirs["framing"] and "you are welcome" in theirs["door_open"]
    assert "paper ends" not in theirs["update_promised"]
    assert "What I offer in return" not in read(page) and "What I still offer" in read(page)
    assert page.fields["offer_back"].accessibleName() == "What I still offer"
    assert page.talk_plan.placeholderText().startswith("What they learned")
    assert ticked(page) == ["framing", "thanks", "door_open"]  # the same fields, the same checks
    which = endings.of_person(window.journal, whom(window, "Marchetti"))[0]
    assert which.door_open == "Said of door_open"


def test_a_candidate_with_whom_it_did_not_come_about_comes_back_as_one(
    window: MainWindow
) -> None:
    who = whom(window, "Osei")
    candidates.decline(window.journal, who, build.SAMPLE_DAY)
    tab = opened(window, "Osei")
    said = read(tab)
    assert "It did not come about with Dr. Osei." in said and "ended" not in said
    choice(tab).reopen.click()
    assert sentence(window) == "Dr. Osei is a candidate again."
    one = people.get(window.journal, who)
    assert (one.direction, one.stage, one.standing) == ("candidate", "met", "candidate")
    QApplication.processEvents()
    assert "still a candidate" in read(tab)
    act(window)
    assert people.get(window.journal, who).stage == "declined"
