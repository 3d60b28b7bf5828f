"""Logging a contact: a name and Enter are enough; what it does is said before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import contacts, drafts
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.contact import (
    REMOVE,
    ContactForm,
    ask_contact,
    ask_contact_edit,
)

TODAY = build.SAMPLE_DAY
YESTERDAY = TODAY - timedelta(1)


@pytest.fixture
def ids(journal: Journal, qapp: QApplication) -> dict[str, int]:
    theme.apply(qapp, "light")
    clock.set_as_of(TODAY)
    okafor = build.add_person(journal, channel="email")
    vale = build.add_person(journal, "Dr. Henrik Vale", channel="in_person")
    yoon = build.add_person(journal, "Hana Yoon", direction="mentee", level="junior")
    contacts.add(journal, {"person_id": okafor, "date": date(2026, 4, 21), "answered": True})
    return {"okafor": okafor, "vale": vale, "yoon": yoon}


def open_form(qtbot: QtBot, journal: Journal, *people: int, **more: Any) -> ContactForm:
    form = ContactForm(journal, people, **more)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_name_and_enter_are_enough(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    form = open_form(qtbot, journal)
    assert form.people.line.hasFocus() and not form.ok_button().isEnabled()
    qtbot.keyClicks(form.people.line, "oka")
    assert form.effect.text() == "Counts as contact: 0 days instead of 24."
    qtbot.keyClick(form.people.completer.popup(), Qt.Key.Key_Return)
    assert form.result() == ContactForm.DialogCode.Accepted
    assert form.values() == {
        "people": (ids["okafor"],), "line": None, "date": TODAY, "kind": "informal",
        "channel": "email", "initiated_by": "me", "answered": True, "occasion": None,
        "answered_on": TODAY}


def test_what_it_does_is_said_as_it_changes(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    form = open_form(qtbot, journal, ids["okafor"])
    assert form.line.hasFocus()
    form.day.near.button("1").click()
    assert form.effect.text() == "Counts as contact: 1 day instead of 24."
    form.answered.button("no").click()
    assert form.effect.text() == "Not answered: it will not count until they answer."
    form.by.button("mentor").click()
    assert form.effect.text() == "Not answered: it will not count until you answer."
    form.answered.button("yes").click()
    form.people.set_value((ids["okafor"], ids["vale"]))
    assert form.effect.text() == (
        "Dr. Okafor: Counts as contact: 1 day instead of 24.\n"
        "Dr. Vale: Counts as the first contact: 1 day ago.")


def test_the_answer_follows_the_day_until_it_is_set(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    form = open_form(qtbot, journal, ids["okafor"])
    form.day.near.button("1").click()
    assert form.answered_on.day() == YESTERDAY == form.day.value()
    form.answered_on.set_day(TODAY)
    form.day.set_value(TODAY - timedelta(9))
    assert form.answered_on.day() == TODAY
    assert form.day.near.current() == ""
    form.answered.button("no").click()
    assert not form.answered_on.isVisible()
    assert (form.values()["answered"], form.values()["answered_on"]) == (False, None)


def test_their_channel_is_taken_until_another_is_chosen(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    form = open_form(qtbot, journal)
    form.people.set_value((ids["vale"],))
    assert form.channel.current() == "in_person"
    form.people.set_value((ids["okafor"],))
    assert form.channel.current() == "email"
    form.channel.set_current("phone")
    form.people.set_value((ids["vale"],))
    assert form.channel.current() == "phone"


@pytest.mark.parametrize(
    ("deed", "key", "sentence"),
    [
        (lambda f: f.people.set_value(()), "people", "Say who it was with."),
        (lambda f: f.people.line.setText("zorro"), "people",
         "Nobody in the journal is called “zorro”."),
        (lambda f: f.day.set_value(TODAY + timedelta(1)), "date",
         "That day is still to come; a contact is logged once it was."),
        (lambda f: f.answered_on.set_day(YESTERDAY), "answered_on",
         "That is before the contact itself."),
    ],
)
def test_what_cannot_be_is_said_and_not_taken(
    qtbot: QtBot, journal: Journal, ids: dict[str, int],
    deed: Callable[[ContactForm], None], key: str, sentence: str,
) -> None:
    form = open_form(qtbot, journal, ids["okafor"])
    deed(form)
    assert form.check(form.field_values()) == {key: sentence}
    assert not form.ok_button().isEnabled()


def test_editing_gives_only_what_changed(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    made = contacts.add(journal, {
        "person_id": ids["yoon"], "date": YESTERDAY, "kind": "question", "line": "When?",
        "initiated_by": "mentee", "answered": False})
    form = open_form(qtbot, journal, ids["yoon"], contact=contacts.get(journal, made))
    assert form.values() == {}
    assert form.by.current() == "mentor"
    form.answered.button("yes").click()
    form.answered_on.set_day(TODAY)
    form.line.setText("When and where?")
    assert form.values() == {
        "answered": True, "answered_on": TODAY, "line": "When and where?"}
    assert form.effect.text() == "Counts as the first contact: 1 day ago."
    contacts.edit(journal, made, form.values())
    form.people.take(ids["okafor"])
    assert form.values()["person_id"] == ids["okafor"]


def test_an_edited_contact_is_not_held_against_itself(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    only = contacts.of_person(journal, ids["okafor"])[0]
    form = open_form(qtbot, journal, ids["okafor"], contact=only)
    assert form.effect.text() == "Counts as the first contact: 24 days ago."


def test_an_edited_contact_can_be_removed(journal: Journal, ids: dict[str, int]) -> None:
    given: list[dict[str, Any]] = []
    only = contacts.of_person(journal, ids["okafor"])[0]
    with answering(lambda form: form.remove.click()):
        ask_contact_edit(None, journal, only, lambda values: given.append(values))
    assert given == [{REMOVE: True}]


def test_words_that_were_typed_are_offered_again(
    journal: Journal, ids: dict[str, int]
) -> None:
    def write(form: ContactForm) -> None:
        form.people.set_value((ids["vale"],))
        form.line.setText("About the panel")
        form.put_aside()

    def go_on(form: ContactForm) -> None:
        assert form.line.text() == ""
        form.take_up_draft()
        assert form.line.text() == "About the panel"
        assert form.people.value() == (ids["vale"],)
        form.reject()

    with answering(write):
        ask_contact(None, journal)
    assert list(drafts.every(journal)) == ["contact:new"]
    with answering(go_on):
        ask_contact(None, journal)
    [kept] = drafts.every(journal).values()  # closed without saving: offered the next time
    assert kept.values["line"] == "About the panel" and kept.values[drafts.SET_ASIDE]


def test_everything_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, journal: Journal, ids: dict[str, int]
) -> None:
    form = open_form(qtbot, journal, ids["okafor"])
    seen = []
    form.people.line.setFocus()
    for _ in range(30):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    for field in (form.line, form.day.day, form.kind, form.channel, form.occasion,
                  form.answered_on, form.ok_button()):
        assert field in seen
        assert field.accessibleName() or field.text()
    for group in (form.day.near, form.by, form.answered):
        assert any(group.isAncestorOf(one) for one in seen)
