"""The previews of papers: what is wanted shows on the very pages, what is typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import reflections, year_ahead, yearly
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.tests import build, windows
from mentorjournal.tests.test_privacy import pdf_text
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.paper_preview import PaperDialog
from mentorjournal.ui.dialogs.paper_review import ACADEMIC, BEFORE, OWN, SHARED, ReviewOptions
from mentorjournal.ui.dialogs.paper_sheet import SheetOptions
from mentorjournal.ui.main_window import MainWindow

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(DAY)
    theme.apply(qapp, "light")
    file = build.copy(sample_file, tmp_path / "sample.mentorjournal")
    return windows.start(qtbot, file, tmp_path)


@pytest.fixture
def review(window: MainWindow, qtbot: QtBot) -> PaperDialog:
    dialog = window.papers.review_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> PaperDialog:
    dialog = window.papers.sheet_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(options: ReviewOptions, key: str) -> None:
    options.which.set_current(key)
    options.which.chosen.emit(key)


def save_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)


@pytest.mark.parametrize("key", ["annual_review", "network_sheet"])
def test_the_menu_opens_it(window: MainWindow, key: str) -> None:
    seen: list[str] = []

    def look(dialog: PaperDialog) -> None:
        seen.append(dialog.windowTitle())
        assert dialog.preview.pages
        dialog.reject()

    with windows.answering(look):
        window.actions_table.by_key[key].trigger()
    assert seen == [{"annual_review": "Annual review", "network_sheet": "Network sheet"}[key]]


def test_the_map_offers_the_sheet_beside_its_pictures(window: MainWindow) -> None:
    menu = window.pane("network").export_button.menu()
    assert [action.text() for action in menu.actions()] == [
        "Picture (PNG)…", "Drawing (SVG)…", "Network sheet…"]
    with windows.answering(lambda dialog: dialog.reject()):
        menu.actions()[-1].trigger()


def test_a_fourth_intention_is_remarked_upon_and_kept(
    window: MainWindow, review: PaperDialog
) -> None:
    options = review.options
    assert isinstance(options, ReviewOptions) and window.journal is not None
    for text, is_said in (("a\n\nb\nc\n", False), ("a\nb\nc\nd", True), ("a\nb", False),
                          ("a\nb\nc\nd", True)):
        options.intentions.setPlainText(text)
        assert options.more.isVisible() == is_said
    options.hand_in()
    kept = year_ahead.after(window.journal, options.period())
    assert kept.intentions == ("a", "b", "c", "d")
    again = window.papers.review_dialog()
    again.show()
    assert isinstance(again.options, ReviewOptions) and again.options.more.isVisible()
    again.close()


def test_for_myself_or_to_share_shows_on_the_pages(review: PaperDialog, qtbot: QtBot) -> None:
    options = review.options
    assert isinstance(options, ReviewOptions)
    assert len(review.preview.pages) == 3
    options.whom.button(SHARED).click()
    qtbot.waitUntil(lambda: len(review.preview.pages) == 1)
    assert "nobody who left" in options.says.text()
    assert options.file_title() == "Review to share 2026-05-15"


def test_the_days_are_chosen_and_wrong_ones_are_said_beside_them(
    review: PaperDialog, window: MainWindow
) -> None:
    options = review.options
    assert isinstance(options, ReviewOptions)
    choose(options, ACADEMIC)
    assert options.period().since == date(2025, 7, 1)
    choose(options, BEFORE)
    assert (options.period().since, options.period().until) == (
        date(2024, 7, 1), date(2025, 6, 30))
    assert options.days.isHidden()
    choose(options, OWN)
    assert not options.days.isHidden()
    options.until.set_day(date(2025, 1, 1))
    assert options.wrong.text() == "The last day comes before the first."
    review.copy.click()
    assert review._says.text() == "The last day comes before the first."
    options.until.set_day(date(2026, 1, 1))
    assert options.wrong.isHidden()


def test_without_a_day_of_starting_there_is_no_academic_year(
    journal: Journal, qtbot: QtBot
) -> None:
    clock.set_as_of(DAY)
    options = ReviewOptions(journal)
    qtbot.addWidget(options)
    assert [options.which.itemData(n) for n in range(options.which.count())] == ["year", "own"]


def test_what_i_mean_to_do_is_kept_as_it_is_typed(
    review: PaperDialog, window: MainWindow, qtbot: QtBot
) -> None:
    options, journal = review.options, window.journal
    assert isinstance(options, ReviewOptions) and journal is not None
    period = options.period()
    options.intentions.type_anew("Say no twice.\n\nFinish.")
    options.intentions.commit()
    options.stop.setText("Night mail")
    options.share.click()
    kept = year_ahead.after(journal, period)
    assert kept.intentions == ("Say no twice.", "Finish.") and kept.to_stop == "Night mail"
    assert kept.may_be_shared
    options.person.setText("A clinic builder")
    review.reject()  # what is still being typed is handed in
    assert year_ahead.after(journal, period).new_person == "A clinic builder"
    journal.undo()
    assert year_ahead.after(journal, period).is_empty


def test_opening_it_and_looking_round_writes_nothing(
    review: PaperDialog, window: MainWindow
) -> None:
    options, journal = review.options, window.journal
    assert isinstance(options, ReviewOptions) and journal is not None
    before = build.dump(journal)
    for key in (ACADEMIC, OWN, BEFORE):
        choose(options, key)
    review.reject()
    assert build.dump(journal) == before


def test_plans_belong_to_the_days_they_were_written_for(
    review: PaperDialog, window: MainWindow
) -> None:
    options, journal = review.options, window.journal
    assert isinstance(options, ReviewOptions) and journal is not None
    options.stop.setText("Night mail")
    choose(options, BEFORE)
    assert options.stop.text() == ""
    assert year_ahead.after(journal, yearly.chosen(journal, DAY)).to_stop == "Night mail"
    assert reflections.count(journal) == 4  # three of the sample's


def test_last_years_plans_are_offered(window: MainWindow, qtbot: QtBot) -> None:
    journal = window.journal
    assert journal is not None
    period = yearly.chosen(journal, DAY)
    year_ahead.write(journal, yearly.chosen(journal, DAY, None, period.eve),
                     Ahead(("Finish paper 1.",)), period.eve)
    options = ReviewOptions(journal)
    qtbot.addWidget(options)
    assert options.meant.text() == "A year ago you meant to:\n– Finish paper 1."


def test_the_sheet_begins_with_the_ask_that_is_known_and_takes_another(
    sheet: PaperDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: MainWindow
) -> None:
    options = sheet.options
    assert isinstance(options, SheetOptions) and window.journal is not None
    before = build.dump(window.journal)
    assert options.ask.text() == "Dr. Osei: Teach me enough about linkage to write aim 3."
    options.ask.type_anew("Priya: one morning in clinic.")
    options.by.set_day(date(2026, 6, 1))
    options.candidates.click()
    path = tmp_path / "sheet.pdf"
    save_to(path, monkeypatch)
    sheet.save.click()
    text = pdf_text(path.read_bytes())
    assert "one morning in clinic" in text and "1 June 2026" in text and "candidate" not in text
    assert sheet._says.text() == "sheet.pdf is written."
    assert build.dump(window.journal) == before


@pytest.mark.parametrize(("name", "press"), [
    ("review.pdf", lambda dialog: dialog.save.click()),
    ("review.txt", lambda dialog: dialog.text.click()),
    ("review.md", lambda dialog: dialog.text.click())])
def test_the_review_is_saved_as_its_ending_says(
    review: PaperDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str,
    press: Callable[[PaperDialog], None],
) -> None:
    path = tmp_path / name
    save_to(path, monkeypatch)
    press(review)
    data = path.read_bytes()
    assert data.startswith(b"%PDF") if name.endswith("pdf") else b"Okafor" in data
    save_to(tmp_path / "gone" / name, monkeypatch)
    press(review)
    assert review._says.property("tone") == "alert" and "Traceback" not in review._says.text()


def test_it_is_copied_whole(review: PaperDialog) -> None:
    review.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "My year of mentoring" in text and "more in the journal" not in text
    assert review._says.text() == "Copied."


def test_every_field_can_be_named_and_reached(review: PaperDialog, sheet: PaperDialog) -> None:
    one, other = review.options, sheet.options
    assert isinstance(one, ReviewOptions) and isinstance(other, SheetOptions)
    named = (one.intentions, one.person, one.stop, other.ask, other.by)
    assert all(field.accessibleName() for field in named)
    assert review.save.isDefault()
