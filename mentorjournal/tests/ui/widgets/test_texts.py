"""Fields that hand in their text by themselves."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets import long_text
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.growing_text import LONGEST, GrowingText


@pytest.fixture
def page(qtbot):
    """A shown page with a growing text and another field."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.text, window.other = GrowingText(), QLineEdit()
    for each in (window.text, window.other):
        column.addWidget(each)
    column.addStretch(1)
    window.resize(400, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_typing_is_handed_in_after_a_pause(qtbot, page) -> None:
    field = page.text
    field.setFocus()
    with qtbot.waitSignal(field.text_committed, timeout=3000) as caught:
        qtbot.keyClicks(field, "Ask her")
    assert caught.args == ["Ask her"]


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.4, 1.6])
def test_no_line_is_cut_at_any_text_size(qtbot, qapp, page, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    try:
        page.text.set_text_quietly("\n".join("qgypj" * 2 for _ in range(12)))
        QApplication.processEvents()
        assert page.text.verticalScrollBar().maximum() == 0
        last = page.text.blockBoundingGeometry(page.text.document().lastBlock())
        assert last.bottom() <= page.text.viewport().height()
    finally:
        theme.apply(qapp, "light")


def test_first_letters_stay_when_a_line_ends_with_a_space(qtbot, page) -> None:
    page.text.set_text_quietly("Grew up above her parents' pharmacy; sings alto in a choir. " * 3)
    for width in range(300, 400, 5):
        page.resize(width, 600)
        QApplication.processEvents()
        assert page.text.horizontalScrollBar().maximum() == 0


def test_leaving_hands_in_at_once_and_only_what_is_new(qtbot, page) -> None:
    field, heard = page.text, []
    field.text_committed.connect(heard.append)
    field.set_text_quietly("as it was")
    field.setFocus()
    page.other.setFocus()
    assert heard == []
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")
    page.other.setFocus()
    assert heard == ["as it was!"]


def test_what_the_journal_says_is_not_handed_in_again(qtbot, page) -> None:
    field, heard = page.text, []
    field.text_committed.connect(heard.append)
    field.setFocus()
    field.set_text_quietly("from the journal")
    field.commit()
    assert field.text() == "from the journal"
    assert heard == []


def test_typing_and_taking_it_back_hands_in_nothing(qtbot, page) -> None:
    heard: list[str] = []
    page.text.text_committed.connect(heard.append)
    page.text.setFocus()
    qtbot.keyClicks(page.text, "x")
    qtbot.keyClick(page.text, Qt.Key.Key_Backspace)
    page.other.setFocus()
    assert heard == []


def test_the_cursor_stays_when_the_journal_answers(qtbot, page) -> None:
    page.text.setFocus()
    qtbot.keyClicks(page.text, "one two")
    qtbot.keyClick(page.text, Qt.Key.Key_Left)
    page.text.set_text_quietly("one two three")
    assert page.text.textCursor().position() == 6


def test_it_grows_with_its_lines_up_to_its_most(page) -> None:
    low = page.text.height()
    page.text.set_text_quietly("one\ntwo\nthree")
    three = page.text.height()
    page.text.set_text_quietly("line\n" * 500)
    assert low < three < page.text.height() < 600
    page.text.set_text_quietly("")
    assert page.text.height() == low


def test_no_line_runs_under_the_scroll_bar(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, field = QVBoxLayout(window), GrowingText(most_lines=3)
    column.addWidget(field)
    field.set_text_quietly("word " * 200)
    window.resize(300, 400)
    window.show()
    assert field.verticalScrollBar().isVisible()
    broken = field.document().firstBlock().layout()
    assert broken.lineAt(0).width() == field.viewport().width()


def test_tab_goes_on_and_shift_tab_back(qtbot, page) -> None:
    page.text.setFocus()
    qtbot.keyClick(page.text, Qt.Key.Key_Tab)
    assert page.other.hasFocus()
    assert page.text.text() == ""


@pytest.mark.parametrize(
    ("html", "plain", "wanted"),
    [
        ("<b>bold</b><img src='file:///secret'>", "bold", "bold"),
        ("<p>only <i>html</i></p>", "", "only html"),
        ("", "a\r\nb\rc", "a\nb\nc"),
        ("", "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_is_pasted_becomes_plain(page, html: str, plain: str, wanted: str) -> None:
    source = QMimeData()
    if html:
        source.setHtml(html)
    if plain:
        source.setText(plain)
    page.text.insertFromMimeData(source)
    assert page.text.text().replace("\ufffc", "").strip() == wanted


def test_a_text_that_does_not_fit_stays_and_says_so_until_it_is_shorter(qtbot) -> None:
    field, heard = GrowingText(longest=10), []
    qtbot.addWidget(field)
    field.setAccessibleName("Title")
    field.resize(300, 40)
    field.show()
    field.text_committed.connect(heard.append)
    low = field.height()
    source = QMimeData()
    source.setText("12345678 and more")
    field.insertFromMimeData(source)
    field.commit()
    says = field.findChild(QLabel)
    assert field.text() == "12345678 and more" and heard == []
    assert says.text().startswith("Title: 17 characters, and 10 fit.")
    assert says.isVisible() and field.property("wrong") and field.height() > low
    assert says.geometry().bottom() < field.height() > field.viewport().geometry().bottom()
    for _ in range(9):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not says.isVisible() and not field.property("wrong") and field.height() == low
    field.commit()
    assert heard == ["12345678"]


def test_what_no_editor_can_hold_is_left_out_and_said(qtbot) -> None:
    field = GrowingText()
    qtbot.addWidget(field)
    source = QMimeData()
    source.setText("x" * (LONGEST + 1))
    with qtbot.waitSignal(field.too_long) as caught:
        field.insertFromMimeData(source)
    assert caught.args == [LONGEST] and len(field.text()) == LONGEST


def test_a_longer_text_of_the_journal_is_kept_whole(qtbot) -> None:
    field, heard = GrowingText(longest=10), []
    qtbot.addWidget(field)
    field.text_committed.connect(heard.append)
    field.set_text_quietly("123456789012345")
    field.commit()
    assert field.text() == "123456789012345"
    assert heard == []


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 200_000])
def test_a_giant_line_is_laid_out_in_pieces(qtbot, text: str) -> None:
    field = GrowingText()
    qtbot.addWidget(field)
    field.set_text_quietly(text)
    block, longest = field.document().begin(), 0
    while block.isValid():
        longest = max(longest, block.length())
        block = block.next()
    assert longest <= long_text.MOST + long_text.SEAM_LENGTH
    assert field.text() == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.integers(1, 900))
def test_cutting_and_joining_changes_nothing(text: str, times: int) -> None:
    long = text * times
    assert long_text.join(long_text.cut(long)) == long


def test_seams_vanish_wherever_editing_leaves_them() -> None:
    assert long_text.join(f"one{long_text.SEAM}two{long_text.SEAM}\nthree") == "onetwothree"


def test_typing_on_and_on_is_handed_in_all_the_same(qtbot, page) -> None:
    field, heard = page.text, []
    field.text_committed.connect(heard.append)
    field.setFocus()
    typing = QTimer()
    typing.timeout.connect(lambda: qtbot.keyClicks(field, "x"))
    typing.start(50)
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=6000)
    typing.stop()
    assert field.text().startswith(heard[0]) and len(heard[0]) < len(heard[1])
    assert field.hasFocus() and field.document().isUndoAvailable()


def test_a_line_of_a_form_takes_a_million_characters_without_freezing(qtbot) -> None:
    field = QLineEdit()
    field.setMaxLength(LONGEST_LINE)
    qtbot.addWidget(field)
    field.show()
    QApplication.clipboard().setText("x" * 1_000_000)
    began = time.monotonic()
    field.paste()
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert time.monotonic() - began < 1
    assert len(field.text()) == LONGEST_LINE - 5


def test_a_text_that_just_needs_a_scroll_bar_finds_its_height(qtbot) -> None:
    """The bar takes the room that makes it needed; without an end to that Qt went under."""
    words = ("I learned to say no before lunch", "and to write", "the question", "down first")
    chance = random.Random(99)
    field = GrowingText(most_lines=40)
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setWidget(field)
    qtbot.addWidget(around)
    around.resize(700, 500)
    around.show()
    for _ in range(40):
        count = chance.randint(6, 16)
        field.set_text_quietly("\n".join(
            " ".join(chance.choices(words, k=chance.randint(20, 120))) for _ in range(count)))
        for width in range(700, 300, -23):
            around.resize(width, 500)
            QApplication.processEvents()
            lines = min(field.document().size().height(), 40)
            assert field.height() >= lines * QFontMetricsF(field.font()).lineSpacing()
            assert field.minimumHeight() == field.maximumHeight() == field.height()
