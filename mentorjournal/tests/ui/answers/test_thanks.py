"""Thanks and credit in the real window: from the tab and the menus into the journal and back."""

from __future__ import annotations

import email
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import accomplishments, drafts, entries, people, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, button, read, sentence, start, trigger
from mentorjournal.ui import questions
from mentorjournal.ui.dialogs.accomplishment import AccomplishmentForm
from mentorjournal.ui.dialogs.credit import CreditForm
from mentorjournal.ui.dialogs.thanks import ThanksForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person_thanks import ThanksTab
from mentorjournal.ui.panes.person_thanks_parts import DEED


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    return start(qtbot, mine, tmp_path / "scratch")


def whom(window: MainWindow, name: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, build.SAMPLE_DAY)
                if name in one.person.name)


def tab(window: MainWindow, name: str) -> ThanksTab:
    window.open_person(whom(window, name), "thanks")
    QApplication.processEvents()  # a tab that was just made is shown
    return window.panes["person"].current_tab()


def choose(tab: ThanksTab, begins: str, words: str) -> None:
    """An entry of the first menu whose name begins so."""
    more = next(one for one in tab.findChildren(object) if str(
        one.property(DEED) or "").startswith(begins) and not one.isHidden())
    next(one for one in more.menu().actions() if one.text() == words).trigger()


def test_the_tab_shows_what_is_owed_and_thanking_for_it_settles_it(window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    assert "The introduction to Daniel Osei" in read(shown)
    assert "Wed 22 Apr, 23 days ago; no thanks noted since" in read(shown)

    def fill(form: ThanksForm) -> None:
        assert form.for_what.text() == "the introduction to Daniel Osei"
        form.done_already.button("done").click()
        form.accept()

    with answering(fill):
        button(shown, "Thank…").click()
    assert thanks.to_thank_for(window.journal, build.SAMPLE_DAY) == []
    assert shown.waiting.isHidden() and "Last thanked today" in read(shown)
    assert thanks.of_person(window.journal, whom(window, "Haddad"))[0].note_text.startswith(
        "Dear Dr. Haddad,")
    window.journal.undo()
    assert shown.waiting.isVisible()


def test_a_note_is_kept_until_it_is_sent(window: MainWindow) -> None:
    shown = tab(window, "Whitfield")
    assert "No thanks noted yet" in read(shown)

    def fill(form: ThanksForm) -> None:
        form.for_what.type_anew("the swap on New Year's Eve")
        form.accept()

    with answering(fill):
        button(shown, "Say thank you…").click()
    assert "Note, still to send" in read(shown)
    assert "is kept" in sentence(window)
    act(window)
    [made] = thanks.of_person(window.journal, whom(window, "Whitfield"))
    assert made.date == build.SAMPLE_DAY and "Last thanked today" in read(shown)


def test_nobody_is_asked_about_a_note_that_was_marked_on_the_tab(window: MainWindow) -> None:
    shown = tab(window, "Whitfield")

    def fill(form: ThanksForm) -> None:
        form.for_what.type_anew("Thanks for the swap on New Year's Eve")
        form.accept()

    with answering(fill):
        button(shown, "Say thank you…").click()
    assert "None said or sent yet" in read(shown)
    button(shown, "Mark as sent").click()
    assert window.messages.message() is None
    [made] = thanks.of_person(window.journal, whom(window, "Whitfield"))
    assert made.for_what == "the swap on New Year's Eve"
    assert "Thank you for the swap on New Year's Eve." in made.note_text


def test_marking_as_sent_on_the_tab(window: MainWindow) -> None:
    key = whom(window, "Whitfield")
    thanks.add(window.journal, [key], {"for_what": "the swap", "kind": "note"})
    shown = tab(window, "Whitfield")
    button(shown, "Mark as sent").click()
    assert thanks.of_person(window.journal, key)[0].date == build.SAMPLE_DAY


def test_help_that_needs_no_thanks_is_taken_off_the_list(
    window: MainWindow
) -> None:
    shown = tab(window, "Haddad")
    next(one for one in shown.findChildren(object) if str(
        one.property(DEED)).startswith("aside:")).click()
    assert shown.waiting.isHidden() and "Taken off the list" in sentence(window)
    act(window)
    assert shown.waiting.isVisible()


def test_thanks_are_edited_and_removed(window: MainWindow) -> None:
    shown = tab(window, "Brandt")
    [one] = thanks.of_person(window.journal, whom(window, "Brandt"))

    def fill(form: ThanksForm) -> None:
        form.for_what.type_anew("the letter in a hurry")
        form.accept()

    with answering(fill):
        choose(shown, "more:thanks", "Edit…")
    assert thanks.get(window.journal, one.id).for_what == "the letter in a hurry"
    assert "The letter in a hurry" in read(shown)
    choose(shown, "more:thanks", "Remove")
    assert thanks.of_person(window.journal, whom(window, "Brandt")) == []
    assert "Cedar Lung" in read(shown)  # the letter is to be thanked for again
    act(window)
    assert len(thanks.of_person(window.journal, whom(window, "Brandt"))) == 1


def test_a_note_is_copied_and_written_as_a_file(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "note.eml"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    shown = tab(window, "Brandt")
    choose(shown, "more:thanks", "Copy the note")
    assert "Twenty-four days" in QGuiApplication.clipboard().text()
    choose(shown, "more:thanks", "Save as a mail draft…")
    mail = email.message_from_bytes(path.read_bytes())
    assert mail["Subject"] == "Thank you" and "Twenty-four days" in mail.get_payload()
    assert sentence(window) == "note.eml is written."


def test_a_note_from_the_form_that_cannot_be_written_says_why(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "no" / "note.pdf"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)

    def fill(form: ThanksForm) -> None:
        form.for_what.type_anew("the half-day")
        form.files[".pdf"].click()
        assert "could not be written" in form.written.text()
        path.parent.mkdir()
        form.files[".pdf"].click()
        assert "note.pdf is written." in form.written.text()

    with answering(fill):
        window.thank(whom(window, "Vale"))
    assert path.read_bytes().startswith(b"%PDF")


def test_credit_is_given_in_one_step(window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    assert "Not credited yet" in read(shown)

    def fill(form: CreditForm) -> None:
        form.field("how").setText("Named on the slide")
        form.accept()

    with answering(fill):
        button(shown, "Give credit…").click()
    assert "Credited Fri 15 May: Named on the slide" in read(shown)
    assert thanks.of_person(window.journal, whom(window, "Haddad"))[0].reach == "public"
    window.journal.undo()
    assert "Not credited yet" in read(shown)


def test_credit_is_taken_back_and_a_contributor_taken_out(window: MainWindow) -> None:
    shown = tab(window, "Okafor")
    choose(shown, "more:credit", "Not credited after all")
    assert "Not credited yet" in read(shown)
    choose(shown, "more:credit", "Did not contribute")
    assert "Paper 1 submitted" not in read(shown)
    act(window)
    assert "Paper 1 submitted" in read(shown)
    choose(shown, "more:credit", "Remove the accomplishment")
    assert len(accomplishments.every(window.journal)) == 2


def test_an_accomplishment_begins_with_whose_page_it_is(window: MainWindow) -> None:
    shown = tab(window, "Vale")
    assert "Nothing you achieved names Dr. Vale yet." in read(shown)

    def fill(form: AccomplishmentForm) -> None:
        assert list(form.field("contributors").rows) == [whom(window, "Vale")]
        form.field("title").setText("A protected half-day")
        form.accept()

    with answering(fill):
        trigger(window, "add_accomplishment")
    assert "A protected half-day" in read(shown)
    assert "Dr. Vale has not been credited yet." in sentence(window)
    with answering(lambda form: (form.field("how").setText("On the slide"), form.accept())):
        act(window)
    assert sentence(window) == "The credit is noted."
    assert accomplishments.every(window.journal)[0].contributors[0].credited_how == "On the slide"

    def change(form: AccomplishmentForm) -> None:
        form.field("title").setText("Two half-days")
        form.accept()

    with answering(change):
        choose(shown, "more:credit", "Edit the accomplishment…")
    assert "Two half-days" in read(shown)


def test_the_hint_is_shown_until_it_was_read(window: MainWindow) -> None:
    shown = tab(window, "Okafor")
    assert shown.hint.isVisible()
    button(shown.hint, "Got it").click()
    assert shown.hint.isHidden()
    assert tab(window, "Vale").hint.isHidden()


def test_what_they_are_after_leads_to_knowing_them(window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    assert "The presidency of the society" in read(shown)
    assert "Elected to the council" in read(shown)
    shown.know.click()
    person = window.panes["person"]
    assert person.tabs.currentWidget().objectName() == "knowing"


def test_offers_begin_with_their_kind(window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    kinds: list[str] = []
    for words in ("Offer to help…", "Write for them…"):
        with answering(lambda form: kinds.append(form.kind.current())):
            button(shown, words).click()
    assert kinds == ["offer_to_help", "letter_for_mentor"]


def test_the_focus_stays_with_what_is_done_over_a_change(window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    before = button(shown, "Give credit…")
    before.setFocus()
    entries.add(window.journal, "news", {"person_id": shown.person.id, "text": "A prize"})
    after = button(shown, "Give credit…")
    assert after is not before and after.hasFocus()


def test_tab_goes_down_one_column_and_then_the_other(qtbot: QtBot, window: MainWindow) -> None:
    shown = tab(window, "Haddad")
    shown.hint.button().setFocus()
    seen: list[str] = []
    for _ in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(str(window.focusWidget().property(DEED)).split(":")[0])
    assert seen == ["thank", "aside", "know", "offer", "write", "say", "more", "more"]


@pytest.mark.parametrize("words", ["<b>bold</b> & <i>", "w" * 5_000, "a word " * 100_000])
def test_any_words_are_shown_as_they_are_and_quickly(window: MainWindow, words: str) -> None:
    key = whom(window, "Whitfield")
    thanks.add(window.journal, [key], {"for_what": words, "note_text": words, "kind": "note"})
    shown = tab(window, "Whitfield")
    text = read(shown).replace("\u200b", "")
    assert words[1:30].rstrip() in text and "bold\n" not in text
    assert len(text) < 4_000
    assert shown.area.horizontalScrollBar().maximum() == 0


def test_a_journal_open_for_reading_only_refuses_in_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tab(window, "Haddad")
    window.journal.read().exec_driver_sql("PRAGMA query_only = ON")
    next(one for one in shown.findChildren(object) if str(
        one.property(DEED)).startswith("aside:")).click()
    assert "Taken off" not in sentence(window) and sentence(window)
    window.journal.read().exec_driver_sql("PRAGMA query_only = OFF")


def test_many_thanks_are_shown_in_parts(window: MainWindow) -> None:
    key = whom(window, "Whitfield")
    with window.journal.change("Many"):
        for n in range(35):
            thanks.add(window.journal, [key], {"for_what": f"thing {n}", "date": "2026-05-01"})
    shown = tab(window, "Whitfield")
    assert "Thing 34" in read(shown) and "Thing 0" not in read(shown).split("\n")
    button(shown, "Show 5 older").click()
    assert "Thing 0" in read(shown).split("\n")


def test_the_menu_asks_whom(qtbot: QtBot, window: MainWindow) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with answering(lambda form: form.field("who").value() == () or pytest.fail("somebody")):
        qtbot.keyClick(window, Qt.Key.Key_T, held)


def test_without_people_nobody_can_be_thanked(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    mine = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    window = start(qtbot, mine, tmp_path / "scratch")
    trigger(window, "thank")
    assert sentence(window) == "Add a person first, then you can thank them."


@pytest.mark.parametrize(("key", "about", "name"), [
    ("thanks:new", "a thank you", "for_what"), ("thanks:1", "thanks to Dr. Okafor", "for_what"),
    ("accomplishment:new", "an accomplishment", "title"),
    ("accomplishment:1", "“Poster at the society meeting”", "title"),
    ("credit:1", "credit for Dr. Okafor", "how"),
])
def test_what_was_being_written_is_gone_on_with(
    qtbot: QtBot, sample_file: Path, tmp_path: Path, key: str, about: str, name: str
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    with closing(Journal(path)) as journal:
        assert drafts.keep(journal, key, {name: "half a day"})
    window = start(qtbot, path, tmp_path / "scratch")
    qtbot.waitUntil(lambda: "You were writing about" in sentence(window))
    assert about in sentence(window)
    found: list[object] = []
    with answering(lambda form: qtbot.waitUntil(
        lambda: form.field_values()[name] == "half a day") or found.append(form)):
        act(window)
    assert len(found) == 1
