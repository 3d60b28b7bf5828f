"""Nothing is cut off on any page at 1280×800: with text at 150 %, nor with texts 40 % longer."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths, words
from mentorjournal.mentoring.tips_table import Thresholds
from mentorjournal.settings import TEXT_SCALE, Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import start
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.settings import SettingsDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.tips_parts import StepButton
from mentorjournal.ui.places import PLACES
from mentorjournal.ui.widgets.label import ElidedLabel

ROUNDING = 2  # px
TABS = ("overview", "expectations", "knowing", "thanks", "moving_on")


class Longer(gettext.NullTranslations):
    """A language whose texts are 40 % longer than the English ones."""

    def gettext(self, message: str) -> str:
        """The text with a tail of about four tenths of its letters."""
        letters = len([c for c in re.sub(r"{.*?}", "", message) if c.isalpha()])
        return message + "~" + "ö" * max(1, round(letters * 0.4) - 1) if letters > 1 else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Likewise, for a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak that language."""
    monkeypatch.setattr(words, "_catalogue", Longer())


@pytest.fixture(params=["150 %", "longer"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, sample_file: Path,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    """The sample journal in a window of 1280×800."""
    clock.set_as_of(build.SAMPLE_DAY)
    scale = 1.5 if request.param == "150 %" else 1.0
    if request.param == "longer":
        request.getfixturevalue("longer")
    settings = Settings(paths.settings_file())
    settings.set(TEXT_SCALE, scale)
    theme.apply(qapp, "light", scale)
    made = start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"),
                 tmp_path / "scratch", settings)
    made.resize(1280, 800)
    yield made
    theme.apply(qapp, "light")


def cut_off(page: QWidget) -> list[str]:
    """What on a page is too small for its words, or lies outside what is around it."""
    found = []
    for one in page.findChildren(QWidget):
        if one.isVisible() and not one.visibleRegion().isEmpty() and (why := _why(one)):
            found.append(f"{why}: {type(one).__name__} {_words(one)!r}")
    return found


def _words(one: QWidget) -> str:
    text = one.text() if isinstance(one, QLabel | QAbstractButton) else ""
    return (text or one.accessibleName() or one.objectName())[:60]


def _why(one: QWidget) -> str:
    if isinstance(one, QLabel) and not isinstance(one, ElidedLabel) and one.text():
        if one.wordWrap():
            longest = max(one.text().split() or [""], key=one.fontMetrics().horizontalAdvance)
            if one.fontMetrics().horizontalAdvance(longest) > one.width() + ROUNDING:
                return "too narrow"
            if one.heightForWidth(one.width()) > one.height() + ROUNDING:
                return "too low"
        elif one.sizeHint().width() > one.width() + ROUNDING:
            return "too narrow"
    if isinstance(one, QPushButton | QToolButton | QCheckBox) and one.text():
        metrics = one.fontMetrics()
        sign = 0 if one.icon().isNull() else one.iconSize().width() + 4
        if metrics.horizontalAdvance(one.text().replace("&", "")) + sign > one.width() + ROUNDING:
            return "too narrow"
        if metrics.height() > one.height():
            return "too low"
    return "outside" if _is_outside(one) else ""


def _is_outside(one: QWidget) -> bool:
    """Whether it lies outside its parent where nothing scrolls."""
    if not isinstance(one, QLabel | QAbstractButton) or one.isWindow():
        return False
    inside = one.parentWidget()
    area = QRect(one.mapTo(inside, QPoint(0, 0)), one.size()) if inside else QRect()
    while inside is not None and not inside.isWindow():
        scroll = inside.parentWidget()
        if isinstance(scroll, QAbstractScrollArea) and scroll.viewport() is inside:
            across = scroll.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return across and (area.right() > inside.width() + ROUNDING or area.left() < -ROUNDING)
        if not inside.rect().adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(area):
            return True
        area.translate(inside.pos())
        inside = inside.parentWidget()
    return False


@pytest.mark.parametrize("key", [key for key in PLACES if key not in ("person", "meeting_mode")])
def test_no_page_cuts_anything_off(window: MainWindow, key: str) -> None:
    window.show_pane(key)
    QApplication.processEvents()
    assert not cut_off(window)


def enlarge(qapp: QApplication) -> None:
    """Change to text at 150 % while something is open."""
    theme.apply(qapp, "light", 1.5)


def settled(page: QWidget, qtbot: QtBot) -> list[str]:
    """What stays cut off once the page, which measures anew a moment later, has come to rest."""
    for _ in range(20):
        qtbot.wait(100)
        if not (found := cut_off(page)):
            break
    return found


@pytest.fixture
def usual(
    qapp: QApplication, qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    """The sample journal in a window of 1280×800, at 100 %."""
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(qapp, "light")
    made = start(
        qtbot, build.copy(sample_file, tmp_path / "u.mentorjournal"), tmp_path / "scratch")
    made.resize(1280, 800)
    yield made
    theme.apply(qapp, "light")


@pytest.mark.parametrize("key", [key for key in PLACES if key not in ("person", "meeting_mode")])
def test_no_page_that_is_open_cuts_anything_off_when_the_text_grows(
    usual: MainWindow, qapp: QApplication, qtbot: QtBot, key: str
) -> None:
    usual.show_pane(key)
    QApplication.processEvents()
    enlarge(qapp)
    assert not settled(usual, qtbot)


@pytest.mark.parametrize("tab", TABS)
def test_no_open_tab_of_a_person_cuts_anything_off_when_the_text_grows(
    usual: MainWindow, qapp: QApplication, qtbot: QtBot, tab: str
) -> None:
    usual.open_person(1, tab)
    QApplication.processEvents()
    enlarge(qapp)
    assert not settled(usual, qtbot)


def test_an_open_tip_cuts_no_step_off_when_the_text_grows(
    usual: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    usual.show_pane("tips")
    pane = usual.panes["tips"]
    pane.show_tip(1)  # type: ignore[attr-defined]
    QApplication.processEvents()
    shown = [one for one in pane.findChildren(StepButton) if one.isVisible() and not one.toolTip()]
    enlarge(qapp)
    assert shown and not settled(usual, qtbot)
    assert not [one.text() for one in shown if one.isVisible() and one.toolTip()]


def test_open_settings_cut_nothing_off_when_the_text_grows(
    usual: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(usual.settings, usual, thresholds=Thresholds({}), capacity=None)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    enlarge(qapp)
    for page in range(dialog.pages.count()):
        dialog.pages.setCurrentIndex(page)
        assert not settled(dialog, qtbot)
    bar = dialog.pages.tabBar()
    for place in range(bar.count()):
        words = bar.fontMetrics().horizontalAdvance(bar.tabText(place))
        assert words <= bar.tabRect(place).width() and bar.tabRect(place).right() <= bar.width()


@pytest.mark.parametrize("tab", TABS)
def test_no_tab_of_a_person_cuts_anything_off(window: MainWindow, tab: str) -> None:
    window.open_person(1, tab)
    QApplication.processEvents()
    assert not cut_off(window)
