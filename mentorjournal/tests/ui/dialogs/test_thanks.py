"""The form for thanks: who, what for, a note that follows, and nothing lost or made up."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, me, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.dialogs.thanks import ThanksForm
from mentorjournal.ui.widgets.recorded import RecordField, record_of


@pytest.fixture(autouse=True)
def _today(journal: Journal) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    me.edit(journal, {"name": "Amara"})


def form(qtbot: QtBot, journal: Journal, *people: int, **values: object) -> ThanksForm:
    made = ThanksForm(journal, people, values)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_note_follows_what_is_typed_until_it_is_changed_by_hand(
    qtbot: QtBot, journal: Journal
) -> None:
    ann, bo = build.add_person(journal, "Dr. Ann Ay"), build.add_person(journal, "Dr. Bo Be")
    one = form(qtbot, journal, ann)
    assert one.note.text() == "" and not one.ok_button().isEnabled()
    one.for_what.type_anew("the two evenings")
    assert one.note.text() == (
        "Dear Dr. Ay,\n\nThank you for the two evenings.\n\nWith thanks,\nAmara")
    one.changed.type_anew("nobody asked anything")
    one.field("who").set_value((ann, bo))
    assert one.note.text().startswith("Dear Dr. Ay and Dr. Be,")
    assert "Nobody asked anything." in one.note.text()
    assert one.again.isHidden()
    one.note.type_anew("My own words")
    one.for_what.type_anew("the three evenings")
    assert one.note.text() == "My own words"
    one.again.click()
    assert "the three evenings" in one.note.text()


def test_general_words_are_asked_about_and_taken_all_the_same(
    qtbot: QtBot, journal: Journal
) -> None:
    one = form(qtbot, journal, build.add_person(journal))
    one.for_what.type_anew("everything")
    assert "Which thing?" in one.for_what.accessibleDescription()
    assert one.ok_button().isEnabled()
    one.for_what.type_anew("the two evenings")
    assert one.for_what.accessibleDescription() == ""


def test_a_kind_brings_its_usual_reach_until_one_was_chosen(
    qtbot: QtBot, journal: Journal
) -> None:
    one = form(qtbot, journal, build.add_person(journal), for_what="the half-day")
    assert (one.reach.current(), one.done_already.current()) == ("private", "later")
    one.kind.set_current("praise_to_leadership")
    one.kind.chosen.emit("praise_to_leadership")
    assert (one.reach.current(), one.done_already.current()) == ("public", "done")
    assert one.note.text() == "" and one.tools.isHidden() and one.changed.isHidden()
    assert one.note.accessibleName() == "What you said, and to whom"
    one.reach.button("private").click()
    one.kind.set_current("praise_to_peer")
    one.kind.chosen.emit("praise_to_peer")
    assert one.reach.current() == "private"


def test_what_is_still_to_send_has_no_day(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    one = form(qtbot, journal, ann, for_what="the letter", letter_id=7)
    found = one.values()
    assert found["date"] is None and one.day.isHidden()
    assert found["person_ids"] == (ann,) and found["letter_id"] == 7
    one.done_already.button("done").click()
    assert one.values()["date"] == build.SAMPLE_DAY and one.day.isVisible()
    one.day.set_day(date(2026, 5, 16))
    assert not one.ok_button().isEnabled()


def test_without_anybody_or_anything_it_cannot_be_saved(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    one = form(qtbot, journal, for_what="the letter")
    assert not one.ok_button().isEnabled()
    line = one.field("who").line
    line.setFocus()
    qtbot.keyClicks(line, "Ann")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert one.isVisible() and one.values()["person_ids"] == (ann,)
    assert one.ok_button().isEnabled()
    one.field("who").chip(ann).click()
    assert one.values()["person_ids"] == () and one.focusWidget() is line


def test_the_note_is_copied_and_handed_out(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    one = form(qtbot, journal, ann, for_what="the letter")
    asked: list[object] = []
    one.export = lambda who, text, suffix: asked.append((who, text, suffix)) or "It is written."
    one.files[".eml"].click()
    assert asked == [((ann,), one.note.text(), ".eml")]
    assert one.written.isVisible() and one.written.text() == "It is written."
    one.copy.click()
    assert QGuiApplication.clipboard().text() == one.note.text()


def test_editing_shows_the_thanks_and_keeps_the_note(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    [made] = thanks.add(journal, [ann], {
        "for_what": "two evenings", "kind": "note", "date": date(2026, 5, 1),
        "note_text": "My own words", "reach": "public"})
    one = ThanksForm(journal, thanks=thanks.get(journal, made))
    qtbot.addWidget(one)
    assert one.values() == {
        "for_what": "two evenings", "kind": "note", "reach": "public",
        "date": date(2026, 5, 1), "note_text": "My own words"}
    one.for_what.type_anew("three evenings")
    assert one.values()["note_text"] == "My own words"
    assert record_of(one.note) == RecordField("thanks", made, "note_text")
    assert record_of(one.changed) is None


def test_thanks_given_without_a_note_get_none_by_being_looked_at(
    qtbot: QtBot, journal: Journal
) -> None:
    [made] = thanks.add(journal, [build.add_person(journal)], {
        "for_what": "two evenings", "kind": "note", "date": date(2026, 5, 1)})
    one = ThanksForm(journal, thanks=thanks.get(journal, made))
    qtbot.addWidget(one)
    one.show()
    assert one.values()["note_text"] is None
    assert one.again.text() == "Draft a note"
    one.again.click()
    assert one.values()["note_text"].startswith("Dear Dr. Okafor,")


def test_a_draft_comes_back_whole(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    one = form(qtbot, journal, ann, letter_id=7)
    one.keep_draft(journal, "thanks:new")
    one.for_what.type_anew("the letter")
    one.note.type_anew("My own words")
    one.put_aside()
    assert list(drafts.every(journal)) == ["thanks:new"]
    again = form(qtbot, journal)
    again.keep_draft(journal, "thanks:new")
    again.take_up_draft()
    found = again.values()
    assert (found["person_ids"], found["for_what"], found["note_text"], found["letter_id"]) == (
        (ann,), "the letter", "My own words", 7)


@pytest.mark.parametrize("words", build.NAUGHTY)
def test_any_words_are_kept(qtbot: QtBot, journal: Journal, words: str) -> None:
    ann = build.add_person(journal)
    one = form(qtbot, journal, ann)
    one.for_what.type_anew(words)
    found = one.values()
    [made] = thanks.add(journal, found.pop("person_ids"), found)
    assert " ".join(thanks.get(journal, made).for_what.split()) == " ".join(words.split())
