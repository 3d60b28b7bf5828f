"""Words worth a second look in a field: underlined, counted, explained, replaced, turned off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.settings import LANGUAGE, SECOND_LOOK, Settings
from mentorjournal.tests.windows import answering, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.wording_evidence import WordingEvidence
from mentorjournal.ui.widgets import long_text, second_look
from mentorjournal.ui.widgets.growing_text import GrowingText

TEXT = "I am hardworking. I might help."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


class Page(QWidget):
    """A field of several lines and one of a single line, both watched."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.text, self.line = GrowingText(quiet=False), QLineEdit()
        self.look = second_look.watch(self.text, settings, lambda: ["Dr. Rosalind Okafor"])
        self.line_look = second_look.watch(self.line, settings)
        column = QVBoxLayout(self)
        for part in (self.text, self.look, self.line, self.line_look):
            column.addWidget(part)
        column.addStretch(1)
        self.resize(500, 400)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Page]:
    theme.apply(qapp, "light")
    made = Page(settings)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.text.setFocus()
    yield made


def marked(page: Page) -> list[str]:
    return [mark.cursor.selectedText() for mark in page.text.extraSelections()]


def menu(page: Page) -> QMenu:
    return next(one for one in page.findChildren(QMenu) if one.isVisible())


def choose(page: Page, words: str) -> None:
    opened = menu(page)
    next(one for one in opened.actions() if one.text().startswith(words)).trigger()
    opened.close()


def test_typed_words_are_underlined_after_a_pause(qtbot: QtBot, page: Page) -> None:
    assert not page.look.isVisible()
    qtbot.keyClicks(page.text, TEXT)
    qtbot.waitUntil(lambda: marked(page) == ["hardworking", "might"])
    assert page.look.step.text() == "2 words worth a second look"
    assert page.look.isVisible() and not page.line_look.isVisible()
    mark = page.text.extraSelections()[0]
    assert mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    assert mark.format.underlineColor() == theme.color("warn")
    theme.apply(QApplication.instance(), "dark")
    mark = page.text.extraSelections()[0]
    assert mark.format.underlineColor() == theme.color("warn")
    theme.apply(QApplication.instance(), "light")


def test_the_text_and_its_undo_steps_are_left_alone(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly(TEXT)
    page.text.document().clearUndoRedoStacks()
    with qtbot.assertNotEmitted(page.text.textChanged):
        page.look.look()
    assert page.text.text() == TEXT and not page.text.document().isUndoAvailable()


def test_places_are_right_after_letters_of_two_pieces_and_in_long_lines(page: Page) -> None:
    page.text.set_text_quietly(
        "😀😀 I am hardworking. " + "x " * 800 + "I might. 😀 Rosalind came.")
    assert long_text.SEAM in page.text.toPlainText()
    page.look.look()
    assert marked(page) == ["hardworking", "might", "Rosalind"]
    page.look.replace(page.look.flags()[1], "can")
    assert page.text.text().endswith("I can. 😀 Rosalind came.")


def test_the_button_and_its_key_step_through_and_say_why(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly(TEXT)
    page.look.look()
    page.look.step.click()
    assert page.text.hasFocus() and page.text.textCursor().selectedText() == "hardworking"
    assert page.look.reason.isVisible()
    assert "how hard somebody works" in page.look.reason.accessibleName()
    assert "taught 12 sessions" in page.look.reason.accessibleName()
    qtbot.keyClick(page.text, Qt.Key.Key_F7)
    assert page.text.textCursor().selectedText() == "might"
    assert "can, will" in page.look.reason.accessibleName()
    qtbot.keyClick(page.text, Qt.Key.Key_F7)
    assert page.text.textCursor().selectedText() == "hardworking"
    page.text.type_anew("I led it.")
    page.look.look()
    assert not page.look.isVisible() and page.look.reason.text() == ""


def test_the_menu_replaces_a_word_in_one_step(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly("I am a careful colleague.")
    page.text.document().clearUndoRedoStacks()
    page.look.look()
    page.look.step.click()
    qtbot.keyClick(page.text, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "how hard" in menu(page).accessibleDescription()
    choose(page, "Write “insightful”")
    assert page.text.text() == "I am an insightful colleague." and marked(page) == []
    page.text.undo()
    assert page.text.text() == "I am a careful colleague."
    assert not page.text.document().isUndoAvailable()


def test_the_menu_key_and_the_mouse_find_the_word(page: Page) -> None:
    page.text.set_text_quietly("It is somewhat new, I say.")
    page.look.look()
    cursor = page.text.textCursor()
    cursor.setPosition(8)
    page.text.setTextCursor(cursor)
    spot = page.text.cursorRect().center()
    reason = QContextMenuEvent.Reason
    by_key = QContextMenuEvent(reason.Keyboard, QPoint(1, 1), page.text.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(page.text, by_key)
    assert any(one.text() == "Leave it out" for one in menu(page).actions())
    menu(page).close()
    QApplication.processEvents()
    cursor.setPosition(0)
    page.text.setTextCursor(cursor)
    viewport = page.text.viewport()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(reason.Mouse, spot, viewport.mapToGlobal(spot)))
    choose(page, "Leave it out")
    assert page.text.text() == "It is new, I say."


def test_elsewhere_the_menu_is_the_usual_one(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly(TEXT)
    page.look.look()
    qtbot.keyClick(page.text, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert menu(page).actions() and not menu(page).accessibleDescription()
    assert "Turn off" not in " ".join(one.text() for one in menu(page).actions())
    menu(page).close()


def test_a_tooltip_says_why_as_plain_text(page: Page) -> None:
    page.text.set_text_quietly("I might <b>help</b>.")
    page.look.look()
    cursor = page.text.textCursor()
    cursor.setPosition(4)
    spot = page.text.cursorRect(cursor).center()
    over = page.text.viewport()
    QApplication.sendEvent(over, QHelpEvent(QEvent.Type.ToolTip, spot, over.mapToGlobal(spot)))
    assert "less sure" in QToolTip.text() and "can, will" in QToolTip.text()
    QToolTip.hideText()


def test_a_single_line_is_counted_stepped_through_and_mended(qtbot: QtBot, page: Page) -> None:
    page.line.setText("😀 I am hardworking")
    page.line_look.look()
    assert page.line_look.step.text() == "1 word worth a second look"
    page.line_look.step.click()
    assert page.line.selectedText() == "hardworking"
    qtbot.keyClick(page.line, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    choose(page, "Write “skilled”")
    assert page.line.text() == "😀 I am skilled"
    page.line.undo()
    assert page.line.text() == "😀 I am hardworking"


def test_turned_off_in_one_place_it_is_off_everywhere(
    qtbot: QtBot, page: Page, settings: Settings
) -> None:
    page.text.set_text_quietly(TEXT)
    page.line.setText("I might")
    page.look.look()
    page.line_look.look()
    page.look.step.click()
    qtbot.keyClick(page.text, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    choose(page, "Turn off everywhere")
    assert settings.get(SECOND_LOOK) is False
    assert marked(page) == [] and not page.look.isVisible() and not page.line_look.isVisible()
    settings.set(SECOND_LOOK, True)
    assert marked(page) == ["hardworking", "might"]
    assert page.look.isVisible() and page.line_look.isVisible()


def test_a_language_without_lists_has_nothing_to_say(page: Page, settings: Settings) -> None:
    settings.set(LANGUAGE, "de")
    page.text.set_text_quietly(TEXT)
    page.look.look()
    assert page.look.flags() == [] and not page.look.isVisible()


def test_what_is_not_to_be_changed_is_only_explained(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly(TEXT)
    page.text.setReadOnly(True)
    page.look.look()
    page.look.step.click()
    qtbot.keyClick(page.text, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    said = [one.text() for one in menu(page).actions()]
    assert "Why this list?" in said and not any(one.startswith("Write") for one in said)
    menu(page).close()


def test_a_field_that_is_gone_leaves_nobody_listening(
    qtbot: QtBot, page: Page, settings: Settings
) -> None:
    page.text.deleteLater()
    page.look.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settings.set(SECOND_LOOK, False)
    assert settings.get(SECOND_LOOK) is False


def test_the_evidence_is_shown_on_request_and_called_mixed(qtbot: QtBot, page: Page) -> None:
    page.text.set_text_quietly(TEXT)
    page.look.look()
    page.look.step.click()
    seen: list[str] = []

    def look(dialog: WordingEvidence) -> None:
        seen.append(read(dialog))
        dialog.accept()

    with answering(look):
        page.look.why.click()
    assert "The evidence is mixed." in seen[0] and "Trix and Psenka 2003" in seen[0]
    assert "12,738" in seen[0] and "bias" not in seen[0].casefold()
