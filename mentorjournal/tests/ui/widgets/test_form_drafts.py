"""A form that was not saved is offered again, once, and whatever is chosen nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read
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


def test_typing_on_before_choosing_loses_neither(
    qtbot: QtBot, left: Journal, tmp_path: Path
) -> None:
    form = open_form(qtbot, left, tmp_path)
    form.field("rank").insert("Professor")  # and nothing was chosen yet
    qtbot.waitUntil(
        lambda: "rank" in drafts.find(left, "person:1").values, timeout=4000)
    assert drafts.find(left, "person:1").values["private_note"] == "Ask again"
    button(form, "Go on with it").click()
    assert form.values()["rank"] == "Professor"
    assert form.values()["private_note"] == "Ask again"
    form.put_aside()


def test_putting_it_aside_keeps_the_last_letter(
    qtbot: QtBot, journal: Journal, tmp_path: Path
) -> None:
    build.add_person(journal)
    form = open_form(qtbot, journal, tmp_path)
    form.field("rank").insert("Prof")
    form.put_aside()
    assert not form.isVisible()
    assert drafts.find(journal, "person:1").values == {"rank": "Prof"}


def test_closing_the_form_forgets_it(qtbot: QtBot, left: Journal, tmp_path: Path) -> None:
    form = open_form(qtbot, left, tmp_path)
    form.reject()
    assert not form.isVisible()
    assert drafts.find(left, "person:1") is None


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
