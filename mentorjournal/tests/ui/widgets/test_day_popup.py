"""A day said in words, and the small window that asks for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.ui.widgets.day_popup import DayButton, DayPopup, ask_day
from mentorjournal.ui.widgets.parts import column

TODAY = date(2026, 5, 15)


def shown(qtbot: QtBot) -> tuple[QWidget, DayButton]:
    clock.set_as_of(TODAY)
    host = QWidget()
    qtbot.addWidget(host)
    button = DayButton("We talked", "Talked about it {day}", name="When we talked")
    column(host).addWidget(button)
    host.resize(400, 500)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    return host, button


def popup() -> DayPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, DayPopup)
    return found


def test_a_button_without_a_day_asks_for_it_and_offers_today(qtbot: QtBot) -> None:
    _, button = shown(qtbot)
    assert button.text() == "We talked"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert popup().accessibleName() == "When we talked" and popup().field.hasFocus()
    assert not popup().clear.isVisible()
    with qtbot.waitSignal(button.day_chosen) as chosen:
        qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    assert chosen.args == [TODAY]
    assert QApplication.activePopupWidget() is None


def test_a_day_is_said_and_can_be_taken_back(qtbot: QtBot) -> None:
    _, button = shown(qtbot)
    button.show_day(date(2025, 12, 5), TODAY)
    assert button.text() == "Talked about it Fri 5 Dec 2025"
    button.click()
    assert popup().field.day() == date(2025, 12, 5)
    with qtbot.waitSignal(button.day_chosen) as chosen:
        popup().clear.click()
    assert chosen.args == [None]


def test_escape_leaves_it_as_it_was(qtbot: QtBot) -> None:
    _, button = shown(qtbot)
    button.click()
    with qtbot.assertNotEmitted(button.day_chosen):
        qtbot.keyClick(popup(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_it_opens_inside_the_window(qtbot: QtBot) -> None:
    host, _ = shown(qtbot)
    corner = host.mapToGlobal(QPoint(host.width() - 4, host.height() - 4))
    ask_day(host, "Acted", None, lambda _day: None, corner)
    frame = popup().geometry()
    assert frame.right() <= host.frameGeometry().right()
    assert frame.bottom() <= host.frameGeometry().bottom()
    popup().close()
