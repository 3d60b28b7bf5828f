"""Settings: how the program looks, says days, reminds and locks; each holds once it is chosen.

What belongs to the journal, the hours one can give and the thresholds of the twelve tips, is here
as well; it is kept in the journal and can be undone there.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import settings as kept
from mentorjournal.mentoring.tips_table import Thresholds
from mentorjournal.settings import Preference, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.settings_thresholds import ThresholdsPage
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.hours_field import HoursField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.parts import column, row, rule, scrolled, wrapped
from mentorjournal.ui.widgets.path_field import PathField
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr, weekday_long

WIDTH, HEIGHT = 680, 560  # px
CONTROL = 260  # px that what is set has beside its words
A_MONDAY = date(2026, 11, 23)
PAGES = ("look", "dates", "habits", "safety", "tips")  # as they stand
MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)  # of idleness before the lock; 0 is never


class SettingsDialog(QDialog):
    """States what was chosen by signal, at once; `show_settings` shows what holds now."""

    chosen = Signal(object, object)  # a Preference and its new value
    capacity_chosen = Signal(object)  # hours a week, None for not said
    threshold_chosen = Signal(str, object)  # its key and number, None for the usual one
    folder_wanted = Signal()
    no_folder_wanted = Signal()

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *,
        thresholds: Thresholds | None = None, capacity: float | None = None,
    ) -> None:
        """Without `thresholds` no journal is open, and what belongs to one is not offered."""
        super().__init__(parent)
        self._settings = settings
        self._scale = theme.px(100)  # the text size it was measured for
        self.setWindowTitle(tr("Settings"))
        self.pages = QTabWidget()
        self.pages.setAccessibleName(tr("Settings"))
        self._says = wrapped("", "small", "alert")
        self._says.hide()
        self.pages.addTab(self._look(), tr("Look"))
        self.pages.addTab(self._dates(), tr("Dates and paper"))
        self.pages.addTab(self._habits(thresholds is not None, capacity), tr("Rhythm and hours"))
        self.pages.addTab(self._safety(), tr("Safety"))
        self.thresholds = ThresholdsPage(thresholds) if thresholds is not None else None
        if self.thresholds is not None:
            self.thresholds.chosen.connect(self.threshold_chosen)
            self.pages.addTab(self.thresholds, tr("Twelve tips"))
        self._lay_out()
        self._size()

    def say(self, sentence: str) -> None:
        """Say why something was not taken; "" takes it back."""
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))

    def show_folder(self) -> None:
        """Show the second folder for backups as it is kept now."""
        folder = self._settings.get(kept.BACKUP_FOLDER)
        self.folder.setVisible(bool(folder))
        self.no_folder.setVisible(bool(folder))
        if folder:
            self.folder.set_path(Path(folder))

    def show_page(self, key: str) -> None:
        """Bring a page of `PAGES` to the front; that of the tips is there with a journal only."""
        self.pages.setCurrentIndex(PAGES.index(key))

    def _lay_out(self) -> None:
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        deeds = QHBoxLayout()
        deeds.addWidget(label(tr("What you choose holds at once."), "small", "muted"))
        deeds.addStretch(1)
        deeds.addWidget(close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*[theme.px(20)] * 4)
        lines.setSpacing(theme.px(12))
        lines.addWidget(self.pages, 1)
        lines.addWidget(self._says)
        lines.addLayout(deeds)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._size()

    def _size(self) -> None:
        """As large as its words are now, where the screen has the room."""
        self._scale = theme.px(100)
        open_at(self, WIDTH, HEIGHT)

    # The pages --------------------------------------------------------------------------------

    def _look(self) -> QWidget:
        look = Segmented((("system", tr("Like the system")), ("light", tr("Light")),
                          ("dark", tr("Dark"))))
        look.set_current(self._settings.get(kept.THEME))
        look.chosen.connect(lambda key: self.chosen.emit(kept.THEME, key))
        now = round(self._settings.get(kept.TEXT_SCALE) * 100)
        sizes = sorted({*range(80, 201, 10), now})
        size = ChoiceBox([(str(n), tr("{n}%, usual", n=n) if n == 100 else tr("{n}%", n=n))
                          for n in sizes], str(now))
        size.chosen.connect(lambda key: self.chosen.emit(kept.TEXT_SCALE, int(key) / 100))
        return _page(
            _row(tr("Colours"), look),
            _row(tr("Text size"), size, tr("Also Ctrl++ and Ctrl+−, anywhere.")),
            self._tick(kept.SECOND_LOOK, tr("Underlined in letters and notes, never changed.")),
        )

    def _dates(self) -> QWidget:
        orders = ChoiceBox([("day", "Thu 26 Nov 2026"), ("month", "Thu Nov 26, 2026"),
                            ("iso", "Thu 2026-11-26")], self._settings.get(kept.DATE_ORDER))
        orders.chosen.connect(lambda key: self.chosen.emit(kept.DATE_ORDER, key))
        week = ChoiceBox(
            [(str(n), weekday_long(A_MONDAY.replace(day=A_MONDAY.day + n))) for n in range(7)],
            str(self._settings.get(kept.WEEK_START)))
        week.chosen.connect(lambda key: self.chosen.emit(kept.WEEK_START, int(key)))
        paper = Segmented((("A4", tr("A4")), ("Letter", tr("US Letter"))))
        paper.set_current(self._settings.get(kept.PAPER))
        paper.chosen.connect(lambda key: self.chosen.emit(kept.PAPER, key))
        return _page(
            _row(kept.DATE_ORDER.label, orders, tr("On the screen and on paper.")),
            _row(kept.WEEK_START.label, week),
            _row(kept.PAPER.label, paper),
        )

    def _habits(self, has_journal: bool, capacity: float | None) -> QWidget:
        ahead = self._number(kept.AGENDA_HOURS_AHEAD, 1, 336, tr(" hours"))
        days = self._number(kept.DEFAULT_RHYTHM_DAYS, 1, 730, tr(" days"))
        rows = [
            _row(tr("Send an agenda ahead by"), ahead,
                 tr("Two days is common advice; a mentor’s own wish goes before it.")),
            _row(tr("Days between touchpoints"), days,
                 tr("Where nothing is agreed. 91 is four times a year, as the paper says.")),
            self._tick(kept.REMIND_DAILY, tr("Only how many people, never a name.")),
        ]
        if has_journal:
            hours = HoursField(tr("Not said"))
            hours.setValue(capacity or 0)
            hours.setKeyboardTracking(False)
            hours.valueChanged.connect(
                lambda value: self.capacity_chosen.emit(value or None))
            rows.insert(0, _row(
                tr("Hours a week you can give"), hours,
                tr("Beside your daily work, from today on. What held before stays for before.")))
        return _page(*rows)

    def _safety(self) -> QWidget:
        now = self._settings.get(kept.LOCK_AFTER_MINUTES)
        minutes = [n for n in MINUTES if n] + ([now] if now not in MINUTES else []) + [0]
        lock = ChoiceBox(
            [(str(n), tr("After 1 minute") if n == 1 else tr("After {n} minutes", n=n) if n
              else tr("Never")) for n in minutes], str(now))
        lock.chosen.connect(lambda key: self.chosen.emit(kept.LOCK_AFTER_MINUTES, int(key)))
        self.folder = PathField()
        self.folder.setAccessibleName(kept.BACKUP_FOLDER.label)
        choose = Button(tr("Choose a folder…"), kind="row")
        choose.clicked.connect(self.folder_wanted)
        self.no_folder = Button(tr("Stop using it"), kind="row")
        self.no_folder.clicked.connect(self.no_folder_wanted)
        both = QWidget()
        lines = column(both, 6)
        lines.addWidget(self.folder)
        deeds = row(gap=6)
        deeds.addWidget(choose)
        deeds.addWidget(self.no_folder)
        deeds.addStretch(1)
        lines.addLayout(deeds)
        self.show_folder()
        return _page(
            _row(tr("Lock when nobody is there"), lock,
                 tr("For journals with a passphrase.")),
            _row(kept.BACKUP_FOLDER.label, both,
                 tr("Such as a stick or another disk. Every backup is copied there as well.")),
        )

    # Their controls ---------------------------------------------------------------------------

    def _tick(self, preference: Preference[bool], hint: str = "") -> QWidget:
        box = QCheckBox(preference.label)
        box.setChecked(self._settings.get(preference))
        box.toggled.connect(lambda on: self.chosen.emit(preference, on))
        made = QWidget()
        lines = column(made, 2)
        lines.addWidget(box)
        if hint:
            below = wrapped(hint, "small", "muted")
            below.setContentsMargins(theme.px(26), 0, 0, 0)
            lines.addWidget(below)
        return made

    def _number(self, preference: Preference[int], least: int, most: int, unit: str) -> NumberField:
        field = NumberField(least, most, self._settings.get(preference), suffix=unit)
        field.setKeyboardTracking(False)  # said when it is whole, not at every digit
        field.valueChanged.connect(lambda value: self.chosen.emit(preference, value))
        return field


def _row(words: str, control: QWidget, hint: str = "") -> QWidget:
    made = QWidget()
    beside = row(made, 16)
    said = column(gap=2)
    heading = label(words, "row-title", wrap=True)
    heading.setBuddy(control)
    control.setAccessibleName(words)
    control.setAccessibleDescription(hint)
    said.addWidget(heading)
    if hint:
        said.addWidget(wrapped(hint, "small", "muted"))
    said.addStretch(1)
    beside.addLayout(said, 1)
    place = column()
    control.setMinimumWidth(0)
    place.addWidget(control)
    place.addStretch(1)
    holder = QWidget()
    holder.setLayout(place)
    keep_width(holder, CONTROL)
    beside.addWidget(holder)
    return made


def _page(*rows: QWidget) -> QWidget:
    inside = QWidget()
    lines = column(inside, 12)
    lines.setContentsMargins(theme.px(4), theme.px(16), theme.px(12), theme.px(8))
    for place, each in enumerate(rows):
        if place:
            lines.addWidget(rule())
        lines.addWidget(each)
    lines.addStretch(1)
    return scrolled(inside)
