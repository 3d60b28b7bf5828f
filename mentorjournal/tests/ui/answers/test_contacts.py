"""What the window does about contacts: logged from anywhere, changed, answered, undone; rhythms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import contacts, drafts, keeping, people
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.contact import ContactForm
from mentorjournal.ui.main_window import MainWindow

TODAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(TODAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


def whom(window: MainWindow, name: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, TODAY)
                if name in one.person.name)


def last(window: MainWindow, name: str) -> date | None:
    return people.everybody(window.journal, TODAY, [whom(window, name)])[0].last_touchpoint


@pytest.mark.parametrize("place", ["network", "meetings"])
def test_two_keys_a_name_and_enter_from_anywhere(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.show_pane(place)

    def type_a_name(form: ContactForm) -> None:
        qtbot.waitUntil(form.people.line.hasFocus)
        qtbot.keyClicks(form.people.line, "rama")
        qtbot.keyClick(form.people.completer.popup(), Qt.Key.Key_Return)

    before = build.dump(window.journal)
    with answering(type_a_name):
        qtbot.keyClick(window, Qt.Key.Key_L,
                       Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert last(window, "Ramanathan") == TODAY
    assert sentence(window) == "Contact with Dr. Ramanathan is logged."
    act(window)
    assert build.dump(window.journal) == before


def test_several_people_are_logged_and_undone_together(window: MainWindow) -> None:
    ids = [whom(window, name) for name in ("Okafor", "Vale", "Haddad", "Yoon")]
    with answering(lambda form: form.ok_button().click()):
        window.log_contact(ids)
    assert sentence(window) == (
        "Contact with Dr. Okafor, Dr. Vale, Dr. Haddad and 1 more is logged.")
    assert {last(window, name) for name in ("Okafor", "Vale", "Haddad", "Yoon")} == {TODAY}
    act(window)
    assert last(window, "Okafor") == date(2026, 4, 21)
    assert last(window, "Yoon") != TODAY


def test_an_unanswered_message_waits_and_one_click_says_it_was_answered(
    qtbot: QtBot, window: MainWindow
) -> None:
    okafor = whom(window, "Okafor")

    def not_yet(form: ContactForm) -> None:
        form.answered.button("no").click()
        form.ok_button().click()

    with answering(not_yet):
        window.log_contact([okafor])
    assert sentence(window) == (
        "Your message to Dr. Okafor is logged; it counts once it is answered.")
    assert last(window, "Okafor") == date(2026, 4, 21)
    pane = window.show_pane("network")
    pane.show_person(okafor)
    message = contacts.waiting(window.journal, TODAY)[okafor][0]
    answered = pane.person.findChild(type(pane.add_button), f"answered-{message.id}")
    answered.click()
    assert last(window, "Okafor") == TODAY
    qtbot.waitUntil(lambda: pane.person.findChild(
        type(pane.add_button), f"answered-{message.id}") is None)
    act(window)
    assert last(window, "Okafor") == date(2026, 4, 21)


def test_a_message_of_theirs_waits_for_me(window: MainWindow) -> None:
    def theirs(form: ContactForm) -> None:
        form.by.button("mentor").click()
        form.answered.button("no").click()
        form.ok_button().click()

    with answering(theirs):
        window.log_contact([whom(window, "Okafor")])
    assert sentence(window) == (
        "The message from Dr. Okafor is logged; it counts once you have answered.")


def test_a_contact_is_changed_and_removed(window: MainWindow) -> None:
    first = contacts.of_person(window.journal, whom(window, "Haddad"))[0]

    def change(form: ContactForm) -> None:
        form.line.setText("Other words")
        form.ok_button().click()

    with answering(change):
        window.edit_contact(first.id)
    assert contacts.get(window.journal, first.id).line == "Other words"
    assert contacts.get(window.journal, first.id).occasion == first.occasion
    with answering(lambda form: form.remove.click()):
        window.edit_contact(first.id)
    assert sentence(window) == "The contact with Dr. Haddad on Wed 22 Apr was removed."
    act(window)
    assert contacts.get(window.journal, first.id).line == "Other words"
    window.edit_contact(9999)
    assert sentence(window) == "This entry is no longer in the journal."


def test_an_edit_without_a_change_leaves_no_step(window: MainWindow) -> None:
    first = contacts.of_person(window.journal, whom(window, "Haddad"))[0]
    before = window.journal.undo_label()
    with answering(lambda form: form.ok_button().click()):
        window.edit_contact(first.id)
    assert window.journal.undo_label() == before


def test_with_nobody_there_a_sentence_says_so(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    window = start(qtbot, build.copy(empty_file, tmp_path / "e.mentorjournal"), tmp_path / "s")
    trigger(window, "log_contact")
    assert sentence(window) == "There is nobody to log a contact with yet; add a person first."
    trigger(window, "catch_ups")
    assert sentence(window) == "There is no active mentor to make a calendar of."


def test_a_draft_of_a_contact_is_told_of_and_gone_on_with(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    clock.set_as_of(TODAY)
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    from mentorjournal.journal.journal import Journal

    journal = Journal(path)
    drafts.keep(journal, "contact:new", {"line": "Half a thought", "people": (3,)})
    drafts.keep(journal, "pause:3", {"why": "Grant"})
    journal.close()
    window = start(qtbot, path, tmp_path / "s")
    qtbot.waitUntil(lambda: "You were writing about" in sentence(window))

    def check(form: QDialog) -> None:
        field = form.line if isinstance(form, ContactForm) else form.why
        qtbot.waitUntil(lambda: field.text() != "")
        said.append(field.text())
        QDialog.reject(form)

    said: list[str] = []
    for _ in range(2):
        with answering(check):
            act(window)
    assert sorted(said) == ["Grant", "Half a thought"]


# The rhythm -----------------------------------------------------------------------------------


def one(window: MainWindow, name: str) -> keeping.Keeping:
    return next(each for each in keeping.everybody(window.journal, TODAY)
                if name in each.person.name)


def test_snooze_pause_and_resume(window: MainWindow) -> None:
    joy = whom(window, "Marchetti")
    window.contacts.keep(joy, "snooze:7")
    assert one(window, "Marchetti").place == "snoozed"
    assert sentence(window) == "You will not be reminded of Joy Marchetti before Fri 22 May."
    act(window)
    assert one(window, "Marchetti").place == "dormant"
    with answering(lambda form: (form.day.set_day(TODAY + timedelta(3)), form.accept())):
        window.contacts.keep(joy, "snooze")
    assert one(window, "Marchetti").person.snoozed_until == TODAY + timedelta(3)
    window.contacts.keep(joy, "wake")
    assert one(window, "Marchetti").place == "dormant"
    assert sentence(window) == "You will be reminded of Joy Marchetti again."
    with answering(lambda form: (form.why.setText("Grant weeks"), form.accept())):
        window.contacts.keep(joy, "pause")
    assert (one(window, "Marchetti").place, one(window, "Marchetti").person.paused_for) == (
        "paused", "Grant weeks")
    assert sentence(window) == "Paused with Joy Marchetti until Fri 12 Jun."
    window.contacts.keep(joy, "resume")
    assert one(window, "Marchetti").place is None
    assert sentence(window) == "The rhythm with Joy Marchetti begins afresh today."


def test_a_pause_can_be_with_everybody(window: MainWindow) -> None:
    def tick(form: QDialog) -> None:
        form.everybody.setChecked(True)
        form.accept()

    with answering(tick):
        window.contacts.keep(whom(window, "Marchetti"), "pause")
    assert sentence(window) == "Paused with 10 people until Fri 12 Jun."
    assert keeping.calling(window.journal, TODAY) == []
    act(window)
    assert one(window, "Marchetti").place == "dormant"


def test_rhythm_and_next_date(window: MainWindow) -> None:
    joy = whom(window, "Marchetti")
    with answering(lambda form: (form.days.set_value(91), form.accept())):
        window.contacts.keep(joy, "rhythm")
    found = one(window, "Marchetti").person
    assert (found.cadence_days, found.cadence_agreed_on) == (91, TODAY)
    assert sentence(window) == "The rhythm with Joy Marchetti is every 13 weeks now."
    with answering(lambda form: (form.day.set_day(TODAY + timedelta(2)), form.accept())):
        window.contacts.keep(joy, "next")
    assert one(window, "Marchetti").person.next_contact_on == TODAY + timedelta(2)
    assert sentence(window) == "The next date with Joy Marchetti is Sun 17 May."
    with answering(lambda form: (form.day.set_day(None), form.accept())):
        window.contacts.keep(joy, "next")
    assert one(window, "Marchetti").person.next_contact_on is None


@pytest.mark.parametrize(
    ("wish", "deed"),
    [
        ("pause", lambda form: form.until.set_day(TODAY)),
        ("snooze", lambda form: form.day.set_day(TODAY)),
        ("next", lambda form: form.day.set_day(TODAY - timedelta(1))),
        ("rhythm", lambda form: form.agreed_on.set_day(TODAY + timedelta(1))),
    ],
)
def test_a_day_that_makes_no_sense_is_not_taken(
    window: MainWindow, wish: str, deed: Callable[[QDialog], object]
) -> None:
    def look(form: QDialog) -> None:
        deed(form)
        assert not form.ok_button().isEnabled()
        form.reject()

    before = build.dump(window.journal)
    with answering(look):
        window.contacts.keep(whom(window, "Marchetti"), wish)
    assert build.dump(window.journal) == before


def test_the_calendar_is_written_and_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "Catch-ups.ics"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: out)
    people.edit(window.journal, whom(window, "Vale"), {"cadence_days": None})
    window.settings.set(DEFAULT_RHYTHM_DAYS, 56)
    trigger(window, "catch_ups")
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert len(events) == 8
    vale = next(each for each in events if "Vale" in str(each["SUMMARY"]))
    assert vale["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=8"
    assert sentence(window).startswith("Catch-ups.ics is written, with a day for each of 8")
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "no" / "out.ics")
    trigger(window, "catch_ups")
    assert "could not be written" in sentence(window)


@pytest.mark.parametrize("name", ["<b>Bold</b> Name", "A&B {0} {name} %s", "\u202eevil\u202c",
                                  "<img src=/etc/passwd>", "e\u0301 👩🏽‍⚕️"])
def test_whatever_somebody_is_called_is_shown_letter_by_letter(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    who = people.add(window.journal, {"name": name, "start": TODAY - timedelta(400)})
    kept = people.get(window.journal, who)

    def log(form: ContactForm) -> None:
        form.line.setText(name)
        assert form.people.chip(who).text().replace("&&", "&") == kept.name
        form.ok_button().click()

    with answering(log):
        window.log_contact([who])
    assert contacts.of_person(window.journal, who)[0].line == kept.name
    assert sentence(window) == f"Contact with {kept.short_name} is logged."
    window.contacts.keep(who, "snooze:1")
    assert kept.short_name in sentence(window)
    with answering(lambda form: form.accept()):
        window.contacts.keep(who, "pause")
    window.show_pane("network").show_person(who)
    assert window.journal.undo_label() == f"Pause {kept.short_name}"
