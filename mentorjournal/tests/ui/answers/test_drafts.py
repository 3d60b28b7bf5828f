"""What was being written when the program ended is told of at the next start, and gone on with."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, expectations, letter_papers, letters, me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, button, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def mine(qapp: QApplication, empty_file: Path, tmp_path: Path) -> Path:
    """A journal with a person, a meeting to come, and a letter with a paper."""
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    path = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    with closing(Journal(path)) as journal:
        build.add_meeting(journal, build.add_person(journal), "2090-05-19T10:00")
        letter_papers.add(journal, letters.add(journal, {
            "writer_id": 1, "target": "Harrow", "deadline": date(2026, 6, 30)}), "CV", "cv")
    return path


def opened(
    qtbot: QtBot, path: Path, left: dict[str, dict[str, object]]
) -> MainWindow:
    """The window after the program ended while these forms were being written."""
    with closing(Journal(path)) as journal:
        for key, values in left.items():
            assert drafts.keep(journal, key, values)
    return start(qtbot, path, path.parent / "scratch")


@pytest.mark.parametrize(("key", "about", "values"), [
    ("person:new", "a new person", {"name": "Zed Quill", "direction": "candidate"}),
    ("person:1", "Dr. Okafor", {"rank": "Professor"}),
    ("names", "new names", {"names": ("Ann", "Bo")}),
    ("me", "yourself", {"interest": "Sepsis"}),
    ("meeting:new", "a new meeting", {"day": date(2090, 6, 1), "place": "Library"}),
    ("meeting:1", "moving the meeting with", {"place": "Library"}),
    ("postpone:1", "postponing the meeting with", {"why": "Ill"}),
    ("cancel:1", "cancelling the meeting with", {"why": "Ill"}),
    ("goal:new", "a new goal", {"text": "Learn to say no", "why": "Sleep"}),
    ("letter:new", "a new letter request", {"target": "Lakeside", "addressed_to": "The panel"}),
    ("letter:1", "the letter for “Harrow”", {"addressed_to": "The panel"}),
    ("letter-ask:1", "the letter for “Harrow”", {"text": "Would you write for me?"}),
    ("letter-remind:1", "the letter for “Harrow”", {"text": "A short reminder"}),
    ("letter-tell:1", "the letter for “Harrow”", {"text": "They said yes"}),
    ("letter-result:1", "the letter for “Harrow”", {"on": date(2026, 5, 1)}),
    ("letter-paper-new:1", "the letter for “Harrow”", {"name": "Aims page"}),
    ("letter-paper:1", "the letter for “Harrow”", {"name": "CV, two pages"}),
])
def test_every_form_is_told_of_and_opened_as_it_was(
    qtbot: QtBot, mine: Path, key: str, about: str, values: dict[str, object]
) -> None:
    window = opened(qtbot, mine, {key: values})
    qtbot.waitUntil(lambda: "You were writing about" in sentence(window))
    assert about in sentence(window)
    shown: list[dict[str, object]] = []

    def read_form(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: values.items() <= form.field_values().items())
        shown.append(form.field_values())
        form.put_aside()

    with answering(read_form):
        act(window)
    assert shown and sentence(window) == ""
    kept = drafts.left(window.journal, key)
    assert list(kept) == [key] and values.items() <= kept[key].values.items()


def test_a_draft_of_somebody_who_is_gone_is_dropped(qtbot: QtBot, mine: Path) -> None:
    window = opened(qtbot, mine, {
        "person:77": {"rank": "x"}, "person:77:newer": {"rank": "y"}, "postpone:9": {"why": "x"},
        "me": {"interest": "Sepsis"},
    })
    qtbot.waitUntil(lambda: "yourself" in sentence(window))
    assert list(drafts.every(window.journal)) == ["me"]
    window.messages.close_message()
    assert sentence(window) == ""


def test_a_talk_that_was_being_noted_is_gone_on_with(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    journal = Journal(path)
    okafor = next(one for one in people.everybody(journal, build.SAMPLE_DAY)
                  if "Okafor" in one.person.name).person.id
    topic = expectations.topics(journal, okafor)[0].id
    drafts.keep(journal, f"talk:{topic}", {"agreed": "Both, by June"})
    journal.close()
    window = start(qtbot, path, tmp_path / "scratch")
    qtbot.waitUntil(lambda: "a talk with Dr. Okafor" in sentence(window))
    seen: list[object] = []

    def read_form(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: form.field_values()["agreed"] == "Both, by June")
        seen.append(form)
        form.put_aside()

    with answering(read_form):
        act(window)
    assert seen


def test_of_several_forms_none_is_passed_over(qtbot: QtBot, mine: Path) -> None:
    window = opened(qtbot, mine, {
        "me": {"interest": "Sepsis"}, "me:newer": {"interest": "Shock"}, "names": {"names": ("A",)},
    })
    qtbot.waitUntil(lambda: bool(sentence(window)))
    said = {sentence(window).split(" on ")[0]}
    window.messages.close_message()
    said.add(sentence(window).split(" on ")[0])
    window.messages.close_message()
    assert said == {"You were writing about yourself", "You were writing about new names"}
    assert sentence(window) == ""


def test_what_is_gone_on_with_can_be_saved(qtbot: QtBot, mine: Path) -> None:
    window = opened(qtbot, mine, {"me": {"interest": "Sepsis"}})
    qtbot.waitUntil(lambda: bool(sentence(window)))

    def save(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: form.field_values()["interest"] == "Sepsis")
        form.accept()

    with answering(save):
        act(window)
    assert me.get(window.journal).interest == "Sepsis"
    assert drafts.every(window.journal) == {}


def test_with_whom_a_new_meeting_was_to_be_is_known_again(qtbot: QtBot, mine: Path) -> None:
    window = opened(qtbot, mine, {})
    assert sentence(window) == ""
    name = people.get(window.journal, 1).name

    def write(form: FormDialog) -> None:
        form.field("place").setText("Library")
        form.put_aside()

    with answering(write):
        window.show_pane("meetings").meeting_add_wanted.emit(1)
    assert name in drafts.find(window.journal, "meeting:new").values["person"]


def test_a_menu_entry_only_offers_it(qtbot: QtBot, mine: Path) -> None:
    window = opened(qtbot, mine, {"me": {"interest": "Sepsis"}})

    def look(form: FormDialog) -> None:
        assert button(form, "Go on with it") and form.field_values()["interest"] == ""
        form.reject()

    with answering(look):
        trigger(window, "about_me")
    assert drafts.find(window.journal, "me").values == {"interest": "Sepsis"}
