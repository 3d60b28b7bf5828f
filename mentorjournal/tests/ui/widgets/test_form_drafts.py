"""A form that was not saved is offered again, once, and whatever is chosen nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, button, press, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.call_off import PostponeForm
from mentorjournal.ui.dialogs.five_names import FiveNamesDialog
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.widgets.form_dialog import FormDialog


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


def open_form(qtbot: QtBot, journal: Journal, tmp_path: Path) -> PersonDialog:
    """The form of the person with the id 1, as the window opens it."""
    settings = Settings(tmp_path / "settings.json")
    form = PersonDialog(None, journal, settings, person=people.get(journal, 1))
    qtbot.addWidget(form)
    form.keep_draft(journal, "person:1")
    form.show()
    return form


def offer(form: FormDialog) -> bool:
    return "Go on with it" in [
        one.text() for one in form.findChildren(type(form.ok_button())) if one.isVisible()]


@pytest.fixture
def left(qtbot: QtBot, journal: Journal, tmp_path: Path) -> Journal:
    """A journal whose program ended while a form was being written."""
    build.add_person(journal)
    form = open_form(qtbot, journal, tmp_path)
    assert not offer(form)
    form.field("private_note").insertPlainText("Ask again")
    form.field("direction").button("candidate").click()
    form.field("stage").set_current("met")
    qtbot.waitUntil(lambda: drafts.find(journal, "person:1") is not None, timeout=4000)
    form.put_aside()
    return journal


def test_it_is_taken_up_with_what_depends_on_what(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    form = open_form(qtbot, left, tmp_path)
    assert offer(form)
    assert form.values() == {}
    button(form, "Go on with it").click()
    assert not offer(form)
    assert form.values() == {
        "private_note": "Ask again", "direction": "candidate", "stage": "met"}
    form.accept()
    assert drafts.find(left, "person:1") is None


def test_it_is_dropped(qtbot: QtBot, left: Journal, tmp_path: Path) -> None:
    form = open_form(qtbot, left, tmp_path)
    button(form, "Drop it").click()
    assert not offer(form) and form.values() == {}
    assert drafts.find(left, "person:1") is None


def test_what_is_typed_past_the_offer_is_kept_apart(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    old = drafts.find(left, "person:1")
    form = open_form(qtbot, left, tmp_path)
    form.field("private_note").insertPlainText("Newly typed")  # and nothing was chosen yet
    qtbot.waitUntil(lambda: len(drafts.left(left, "person:1")) == 2, timeout=4000)
    form.put_aside()
    assert drafts.find(left, "person:1") == old
    again = open_form(qtbot, left, tmp_path)
    assert read(again).count("You were writing") == 2
    assert [one.values["private_note"] for one in drafts.left(left, "person:1").values()] == [
        "Ask again", "Newly typed"]
    again.field("private_note").insertPlainText("Third")
    again.put_aside()
    assert [one.values["private_note"] for one in drafts.left(left, "person:1").values()] == [
        "Ask again", "Newly typed", "Third"]


def test_each_of_two_is_answered_by_itself(qtbot: QtBot, left: Journal, tmp_path: Path) -> None:
    drafts.keep(left, "person:1:newer", {"rank": "Professor"})
    form = open_form(qtbot, left, tmp_path)
    button(form, "Drop it").click()
    assert list(drafts.left(left, "person:1")) == ["person:1:newer"]
    button(form, "Go on with it").click()
    assert form.values() == {"rank": "Professor"} and not offer(form)
    form.accept()
    assert drafts.left(left, "person:1") == {}


def test_going_on_after_typing_loses_neither(qtbot: QtBot, left: Journal, tmp_path: Path) -> None:
    form = open_form(qtbot, left, tmp_path)
    form.field("rank").insert("Professor")
    button(form, "Go on with it").click()
    assert form.values()["rank"] == "Professor"
    assert form.values()["private_note"] == "Ask again"
    assert not offer(form) and list(drafts.left(left, "person:1")) == ["person:1"]
    form.put_aside()


def test_going_on_offers_what_it_covers(qtbot: QtBot, left: Journal, tmp_path: Path) -> None:
    form = open_form(qtbot, left, tmp_path)
    form.field("private_note").insertPlainText("Newly typed")
    button(form, "Go on with it").click()
    assert form.values()["private_note"] == "Ask again"
    button(form, "Go on with it").click()
    assert form.values()["private_note"] == "Newly typed"
    form.put_aside()
    assert {one.values["private_note"] for one in drafts.left(left, "person:1").values()} == {
        "Ask again", "Newly typed"}


def test_putting_it_aside_keeps_the_last_letter(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    build.add_person(journal)
    form = open_form(qtbot, journal, tmp_path)
    form.field("rank").insert("Prof")
    form.put_aside()
    assert not form.isVisible()
    assert drafts.find(journal, "person:1").values == {"rank": "Prof"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_looking_in_leaves_the_offer_where_it_was(
    qtbot: QtBot, left: Journal, tmp_path: Path, key: Qt.Key | None
) -> None:
    old = drafts.find(left, "person:1")
    form = open_form(qtbot, left, tmp_path)
    qtbot.keyClick(form, key) if key else button(form, "Cancel").click()
    assert not form.isVisible()
    assert drafts.find(left, "person:1") == old
    assert offer(open_form(qtbot, left, tmp_path))


def test_saving_something_else_leaves_the_offer(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    old = drafts.find(left, "person:1")
    form = open_form(qtbot, left, tmp_path)
    form.field("rank").insert("Professor")
    form.accept()
    assert drafts.left(left, "person:1") == {"person:1": old}


def test_giving_up_what_was_taken_up_forgets_it(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    form = open_form(qtbot, left, tmp_path)
    button(form, "Go on with it").click()
    with answering(press("Close without saving")):
        button(form, "Cancel").click()
    assert not form.isVisible()
    assert drafts.left(left, "person:1") == {}


def test_what_was_saved_in_the_last_moment_is_not_offered(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    people.edit(left, 1, {"private_note": "Ask again", "direction": "candidate", "stage": "met"})
    form = open_form(qtbot, left, tmp_path)
    assert not offer(form) and "You were writing" not in read(form)
    assert drafts.find(left, "person:1") is None


def test_names_and_notes_are_kept_too(qtbot: QtBot, journal: Journal) -> None:
    names = FiveNamesDialog()
    qtbot.addWidget(names)
    drafts.keep(journal, "names", {"names": ("Ann", "Bo"), "kind": "candidate"})
    names.keep_draft(journal, "names")
    names.show()
    button(names, "Go on with it").click()
    assert names.names() == ["Ann", "Bo"] and names.values()["kind"] == "candidate"


def test_a_note_to_postpone_is_kept(qtbot: QtBot, journal: Journal) -> None:
    whom = build.add_person(journal)
    which = meetings.get(journal, build.add_meeting(journal, whom))
    form = PostponeForm(me.get(journal), people.get(journal, whom), which)
    qtbot.addWidget(form)
    form.keep_draft(journal, "postpone:1")
    form.show()
    form.why.insertPlainText("Ill")
    qtbot.waitUntil(lambda: drafts.find(journal, "postpone:1") is not None, timeout=4000)
    assert drafts.find(journal, "postpone:1").values == {"why": "Ill"}


@pytest.mark.parametrize(("written", "said"), [
    ("Ask again", "“Ask again”"),
    ("<b>Zed</b> & Quill", "“&lt;b&gt;Zed&lt;/b&gt; &amp; Quill”"),
    ("Zed Quill\nsaw the ward and then went on about the trial",
     "“Zed Quill saw the ward and then went on …”"),
    ("x" * 90, f"“{'x' * 40} …”"),
])
def test_the_offer_says_the_first_words(
    qtbot: QtBot, journal: Journal, tmp_path: Path, written: str, said: str
) -> None:
    build.add_person(journal)
    drafts.keep(journal, "person:1", {"direction": "candidate", "private_note": written})
    assert said in read(open_form(qtbot, journal, tmp_path))


def test_of_choices_alone_no_words_are_said(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    build.add_person(journal)
    drafts.keep(journal, "person:1", {"direction": "candidate"})
    form = open_form(qtbot, journal, tmp_path)
    assert offer(form) and "“" not in read(form)


def test_the_offer_of_names_says_them(qtbot: QtBot, journal: Journal) -> None:
    names = FiveNamesDialog()
    qtbot.addWidget(names)
    drafts.keep(journal, "names", {"names": ("Ann", "Bo"), "kind": "candidate"})
    names.keep_draft(journal, "names")
    names.show()
    assert "“Ann, Bo”" in read(names)
