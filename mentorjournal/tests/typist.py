"""Types into the real window until it is killed: run as a process by the tests of drafts.

`python -m mentorjournal.tests.typist JOURNAL field|form|mode` prints, after each letter, the
seconds since the first one and what stands there, one line a letter; in meeting mode, where it
turns to the next item now and then, the place comes before the text.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mentorjournal import app
from mentorjournal.journal import meetings
from mentorjournal.settings import Settings
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meeting_mode import MeetingModePane

TURN, TO_LINE = 40, 25  # letters until the next item, and until the line that captures
EVERY_MS = 50  # never long enough to be a pause


def main() -> int:
    """Open the journal, go to the text, and type on and on."""
    path, where = Path(sys.argv[1]), sys.argv[2]
    settings = Settings(path.with_name("settings.json"))
    application = app.make_application(settings)
    window = MainWindow(settings)
    window.open_after_first_picture(path, path.parent)
    window.show()
    while not window.panes:
        application.processEvents()
    if where == "field":
        pane = window.show_pane("meetings")
        pane.show_meeting(meetings.coming(window.journal)[0].meeting.id)
        _type_into(pane.page.outcome)
        return application.exec()
    if where == "mode":
        window.actions_table.by_key["start_meeting"].trigger()
        _type_in_mode(window.panes["meeting_mode"])
        return application.exec()
    QTimer.singleShot(0, _find_form)
    window.show_pane("network").person_edit_wanted.emit(1)
    return 1  # the form was closed: nobody should have


def _find_form() -> None:
    form = QApplication.activeModalWidget()
    if form is None:
        QTimer.singleShot(20, _find_form)
        return
    form.show_field("private_note")
    _type_into(form.field("private_note"))


def _type_into(field: QPlainTextEdit) -> None:
    began = time.monotonic()
    typing = QTimer(field)

    def one_letter() -> None:
        QTest.keyClicks(field, "abcdefghij"[len(field.toPlainText()) % 10])
        print(f"{time.monotonic() - began:.3f} {field.toPlainText()}", flush=True)

    field.setFocus()
    typing.timeout.connect(one_letter)
    typing.start(EVERY_MS)


def _type_in_mode(pane: MeetingModePane) -> None:
    """Some letters into the notes, some into the line that captures, then on to the next item."""
    began = time.monotonic()
    typing = QTimer(pane)
    letters = itertools.count()

    def one_letter() -> None:
        number = next(letters) % TURN
        if number == 0 and pane.stage.notes.field().text():
            pane.stage.line.edit.clear()
            pane.stage.close_line()
            pane._go_on()
        elif number == TO_LINE:
            pane.stage.open_line("action")
        in_line = number >= TO_LINE
        field = pane.stage.line.edit if in_line else pane.stage.notes.field()
        QTest.keyClicks(field, "abcdefghij"[number % 10])
        text = field.text()
        place = "line" if in_line else pane.stage._live.current
        print(f"{time.monotonic() - began:.3f} {place} {text}", flush=True)

    typing.timeout.connect(one_letter)
    typing.start(EVERY_MS)


if __name__ == "__main__":
    sys.exit(main())
