"""The dialog before two copies become one: what it counts, what it asks, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.merging import BOTH, MINE, THEIRS, Comparison, Question
from mentorjournal.store.merge_plan import Plan
from mentorjournal.tests.windows import read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.merge_copy import MOST_ASKED, MergeCopyDialog
from mentorjournal.ui.dialogs.merge_passphrase import PassphraseDialog

EARLIER, LATER = datetime(2026, 5, 14, 10, 30), datetime(2026, 5, 15, 9)


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield


def question(
    n: int = 0, mine: str = "Mine", theirs: str = "Theirs", *, both: bool = True
) -> Question:
    return Question((f"uid{n}", "notes"), "Meeting with Dr. Okafor", "Notes", mine, theirs,
                    EARLIER, LATER, THEIRS, both)


def shown(
    qtbot: QtBot, *questions: Question, parent: QWidget | None = None, names: tuple[str, ...] = (),
    **counts: dict[str, int],
) -> MergeCopyDialog:
    found = Comparison(
        "Mine (1).mentorjournal", EARLIER, counts.get("new", {}), counts.get("changed", {}),
        counts.get("gone", {}), names, names[1:], questions, Plan(), (), 0)
    dialog = MergeCopyDialog(parent, found)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_counts_what_comes_and_what_goes(qtbot: QtBot) -> None:
    dialog = shown(qtbot, new={"person": 2, "meeting": 1, "person_tag": 4}, gone={"contact": 1})
    said = read(dialog)
    assert "until Thursday 14 May 2026, 10:30" in said
    assert "2 people and 1 meeting" in said and "1 contact" in said
    assert "Will be added" in said and "Will be removed, as in the other copy" in said
    assert "Will be changed" not in said and "Which wording" not in said
    assert dialog.values() == {"choices": {}}


def test_it_names_what_comes_and_what_goes(qtbot: QtBot) -> None:
    dialog = shown(qtbot, names=("Dr. Maya <b>Chen</b>", "Contact: A call", "and 2 more"),
                   new={"person": 2, "contact": 2}, gone={"contact": 3})
    said = read(dialog).split("\n")
    assert said.count("Dr. Maya <b>Chen</b>") == 1 and said.count("Contact: A call") == 2
    assert said.count("and 2 more") == 2


def test_of_two_wordings_of_one_minute_the_later_is_told(qtbot: QtBot) -> None:
    same = replace(question(1), theirs_at=EARLIER.replace(second=40))
    said = read(shown(qtbot, same)).split("\n")
    assert said.count("Thursday 14 May 2026, 10:30") == 1
    assert said.count("Thursday 14 May 2026, 10:30, the later one") == 1
    assert "the later one" not in read(shown(qtbot, question(2)))


def test_small_things_are_called_so(qtbot: QtBot) -> None:
    assert "small things" in read(shown(qtbot))
    assert "Nothing but the wordings" in read(shown(qtbot, question()))


def test_the_later_wording_is_chosen_and_another_can_be(qtbot: QtBot) -> None:
    dialog = shown(qtbot, question(1), question(2), question(3))
    assert {"Mine", "Theirs"} <= set(read(dialog).split("\n"))
    dialog.cards[1].choose(MINE)
    dialog.cards[2].choose(BOTH)
    assert dialog.values()["choices"] == {
        ("uid1", "notes"): THEIRS, ("uid2", "notes"): MINE, ("uid3", "notes"): BOTH}


def test_what_cannot_stand_side_by_side_is_one_or_the_other(qtbot: QtBot) -> None:
    dialog = shown(qtbot, question(mine="", both=False))
    buttons = [each.text() for each in dialog.cards[0].findChildren(QRadioButton)]
    assert buttons == ["This journal", "The other copy"]
    assert "Empty" in read(dialog)


def test_long_wordings_can_be_read_whole(qtbot: QtBot) -> None:
    long = "word " * 200_000 + "end"
    dialog = shown(qtbot, question(theirs=long))
    (field,) = dialog.findChildren(QPlainTextEdit)
    assert field.isReadOnly() and field.text() == long
    assert dialog.sizeHint().height() <= dialog.screen().availableSize().height()


def test_its_buttons_stay_in_sight_however_much_is_asked(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 500)
    window.show()
    dialog = shown(qtbot, *[question(n) for n in range(12)], parent=window)
    qtbot.waitUntil(lambda: dialog.height() == 500)  # Qt itself would take two thirds of the screen
    assert dialog.rect().contains(dialog.ok_button().geometry())
    assert dialog.frameGeometry().bottom() <= dialog.screen().availableGeometry().bottom()
    assert not dialog.rect().contains(
        dialog.cards[-1].mapTo(dialog, dialog.cards[-1].rect().bottomLeft()))


def test_words_of_others_are_plain_text(qtbot: QtBot) -> None:
    hostile = "<img src='/etc/hostname'><b>bold</b>"
    dialog = shown(qtbot, question(mine=hostile))
    assert hostile in read(dialog)


def test_of_very_many_questions_the_rest_is_settled(qtbot: QtBot) -> None:
    dialog = shown(qtbot, *[question(n) for n in range(MOST_ASKED + 2)])
    assert len(dialog.cards) == MOST_ASKED
    assert "For 2 more, the later wordings stay." in read(dialog)


def test_it_works_with_the_keyboard(qtbot: QtBot) -> None:
    dialog = shown(qtbot, question())
    mine = dialog.cards[0].findChildren(QRadioButton)[0]
    qtbot.keyClick(mine, Qt.Key.Key_Space)
    assert dialog.cards[0].choice() == MINE
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == MergeCopyDialog.DialogCode.Accepted


def test_a_passphrase_is_taken_as_it_is_typed(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None, "Mine.mentorjournal")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok_button().isEnabled()
    qtbot.keyClicks(dialog.passphrase, " two words ")
    assert dialog.values() == {"passphrase": " two words "}
    assert " two words " not in read(dialog)
