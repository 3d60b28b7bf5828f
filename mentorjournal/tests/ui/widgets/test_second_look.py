"""Wording worth a second look in a text: marked, explained, replaced in one step, switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal.settings import SECOND_LOOK, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.wording_evidence import EvidenceDialog
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.second_look import SecondLook, why

TEXT = "😀 I am hardworking. I might help."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def look(qapp: QApplication, qtbot: QtBot, settings: Settings) -> SecondLook:
    theme.apply(qapp, "light")
    field = GrowingText()
    qtbot.addWidget(field)
    made = SecondLook(field, settings)
    qtbot.addWidget(made.line)
    field.setPlainText(TEXT)
    qtbot.waitUntil(lambda: len(made.flags) == 2)
    return made


def words_marked(look: SecondLook) -> list[str]:
    return [one.cursor.selectedText() for one in look.parent().extraSelections()]


def test_words_are_marked_also_after_signs_of_two_units(look: SecondLook) -> None:
    assert words_marked(look) == ["hardworking", "might"]
    assert look.line.text() == "2 words worth a second look" and not look.line.isHidden()


def test_a_change_is_looked_at_after_a_pause(look: SecondLook, qtbot: QtBot) -> None:
    look.parent().setPlainText("I led 12 sessions.")
    qtbot.waitUntil(lambda: not look.flags)
    assert look.line.isHidden() and words_marked(look) == []


def test_the_line_steps_through_them_and_says_why(look: SecondLook) -> None:
    field = look.parent()
    look.step()
    assert field.textCursor().selectedText() == "hardworking"
    assert field.accessibleDescription() == why(look.flags[0])
    look.step()
    assert field.textCursor().selectedText() == "might"
    look.step()
    assert field.textCursor().selectedText() == "hardworking"


def test_the_menu_offers_other_words_and_undo_brings_the_old_ones_back(
    look: SecondLook, qtbot: QtBot
) -> None:
    field = look.parent()
    look.step()
    menu = QMenu()
    look.fill(menu, QPoint(-5, -5))
    by_words = {action.text(): action for action in menu.actions()}
    assert "Turn this off everywhere" in by_words
    by_words["Write “skilled”"].trigger()
    assert field.text() == TEXT.replace("hardworking", "skilled")
    field.undo()
    assert field.text() == TEXT


def test_a_menu_elsewhere_has_nothing_of_it(look: SecondLook) -> None:
    field = look.parent()
    field.setPlainText("All is well.")
    look.look()
    menu = QMenu()
    look.fill(menu, QPoint(2, 2))
    assert menu.isEmpty()


def test_one_switch_turns_all_of_it_off_and_on(look: SecondLook, settings: Settings) -> None:
    settings.set(SECOND_LOOK, False)
    assert look.flags == [] and words_marked(look) == [] and look.line.isHidden()
    settings.set(SECOND_LOOK, True)
    assert len(look.flags) == 2


def test_the_evidence_is_said_to_be_mixed(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = EvidenceDialog()
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "mixed" in said and "bias" not in said
