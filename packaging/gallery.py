"""Show every part of the window in one picture: `python packaging/gallery.py [FOLDER]`.

With a folder, pictures of the light, the dark and the large-text gallery are saved there; without
one the gallery stays open. For looking at, beside the drawings the parts were made from.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.message_bar import MessageBar
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.reach_boxes import ReachBoxes
from mentorjournal.ui.widgets.row_delegate import RowDelegate
from mentorjournal.ui.widgets.segmented import FilterChip, Segmented
from mentorjournal.ui.widgets.sidebar import Sidebar, SidebarEntry
from mentorjournal.ui.widgets.stepper import Stepper
from mentorjournal.ui.widgets.time_bar import Segment, TimeBar, time_parts

ROLE_WORDS = {
    "coach": "Coach", "research_adviser": "Research adviser", "project_sponsor": "Sponsor",
    "institutional_advocate": "Advocate", "confidante": "Confidante",
}
AGENDA = (Segment("1", 12, "must"), Segment("2", 8, "should"), Segment("3", 5, "if_time"))
FULL_AGENDA = (Segment("1", 12, "must"), Segment("2", 12, "should"), Segment("3", 11, "if_time"))
STEPS = ("Asked", "Received", "Reflecting", "Planned", "Acted", "Reported back")
LONG_NAME = "Prof. Maximiliane-Anastasia Featherstonehaugh-Cholmondeley of Northfield"


class Rows(QAbstractListModel):
    """A few rows with everything that a row can show."""

    ROWS: tuple[dict[int, Any], ...] = (
        {0: "Upcoming", Role.SECTION: "Upcoming"},
        {0: "Prof. Okafor", Role.SECOND: "Thu 26 Nov, 15:00 · not sent", Role.INITIALS: "AO",
         Role.ROLE: "research_adviser"},
        {0: "Dr Ortega", Role.SECOND: "Tue 1 Dec, 07:30 · no items yet", Role.INITIALS: "LO",
         Role.ROLE: "coach"},
        {0: "Sam Brooks", Role.SECOND: "Tue 15 Dec, 17:00 · you mentor", Role.INITIALS: "SB",
         Role.STANDING: "mentee"},
        {0: "To arrange", Role.SECTION: "To arrange"},
        {0: "Dr Ångström", Role.INITIALS: "SÅ", Role.ROLE: "project_sponsor",
         Role.SECOND: [("2 weeks over", "alert"), (" · every 8 weeks", "muted")]},
        {0: LONG_NAME, Role.SECOND: "Candidate, sponsor · Hanoi and many other places",
         Role.INITIALS: "MF", Role.ROLE: "institutional_advocate", Role.STANDING: "candidate",
         Role.RIGHT: [("due Wed", "warn")]},
        {0: "Prof. George Alder", Role.SECOND: "Past · closed Mar 2026", Role.INITIALS: "GA",
         Role.STANDING: "past"},
    )

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ROWS)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        return self.ROWS[index.row()].get(role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        section = Role.SECTION in self.ROWS[index.row()]
        return Qt.ItemFlag.NoItemFlags if section else super().flags(index)


class ExampleForm(FormDialog):
    """A form with one of each field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a person", parent, ok="Add", columns=2,
                         intro="Only the name is needed now. Everything else can wait.")
        self.add_field("name", "Name", QLineEdit(), wide=True)
        choices = list(ROLE_WORDS.items())
        self.add_field("role", "Role", ChoiceBox(choices))
        self.add_field("since", "Since", DateField(optional=True), hint="Leave it open if unsure.")
        self.add_field("time", "Time", TimeField())
        weeks = NumberField(1, 104, 4, suffix=" weeks")
        self.add_field("weeks", "Rhythm", weeks)
        self.add_field("notes", "Notes", GrowingText(least_lines=3, quiet=False), wide=True)
        self.add_check("mentee", QCheckBox("I mentor them"))
        self.fill_in()

    def check(self, values: Any) -> dict[str, str]:
        return {} if values["name"] else {"name": "A name is still missing."}


def line(*widgets: QWidget, gap: int = 8, stretch: bool = True) -> QWidget:
    """Widgets side by side."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for each in widgets:
        row.addWidget(each)
    if stretch:
        row.addStretch(1)
    return made


def swatches() -> QWidget:
    """The surfaces and inks of the theme."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(6)
    for place, token in enumerate(list(theme.current().colors)[:21]):
        patch = QFrame()
        patch.setFixedSize(26, 26)
        patch.setStyleSheet(
            f"background: {theme.color(token).name()}; border-radius: 5px;"
            f"border: 1px solid {theme.color('line2').name()};"
        )
        grid.addWidget(line(patch, label(token, "micro")), place // 3, place % 3)
    return made


def first_column() -> list[tuple[str, QWidget]]:
    types = QWidget()
    column = QVBoxLayout(types)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for style in ("countdown", "welcome", "display", "page-title", "record-title", "heading",
                  "row-title", "body", "small", "micro"):
        words = "5:48" if style == "countdown" else f"{style.capitalize()} 0123 Ångström"
        column.addWidget(label(words, style, "muted" if style in ("small", "micro") else "ink"))
    chips = QWidget()
    flow = FlowLayout(chips)
    for words, tone, sign in (
        ("Decide", "neutral", None), ("Achievement", "accent", None),
        ("Due Fri 27 Nov", "warn", "clock"), ("Overdue", "alert", None), ("Kept", "ok", None),
        *((words, role, None) for role, words in ROLE_WORDS.items()),
    ):
        flow.addWidget(Chip(words, tone, sign))
    return [("Surfaces and text", swatches()), ("Type", types), ("Chips", chips),
            ("Long words", ElidedLabel(LONG_NAME * 2, "row-title")),
            ("Reach", line(label("5 of 7 are in your own department", "small"), ReachBoxes(5, 7)))]


def second_column() -> list[tuple[str, QWidget]]:
    off, off_primary = Button("Export", "file-pdf"), Button("Send agenda", kind="primary")
    off.setEnabled(False)
    off_primary.setEnabled(False)
    wrong = GrowingText(quiet=False)
    wrong.set_text_quietly("31 Nov")
    wrong.set_wrong(True)
    name = GrowingText(quiet=False)
    name.set_text_quietly("Dr Noor Haddad")
    ticked, partly, on = QCheckBox(), QCheckBox("Goes out with the agenda"), QRadioButton("First")
    ticked.setChecked(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    on.setChecked(True)
    dense = ChoiceBox([("must", "Must"), ("should", "Should")], dense=True)
    spin = NumberField(1, 60, 12, suffix=" min", dense=True)
    every, coach, tick = FilterChip("All roles"), FilterChip("Coach", "coach"), FilterChip(
        "Candidates", tick=True)
    every.setChecked(True)
    tick.setChecked(True)
    notes = GrowingText(quiet=False)
    notes.set_text_quietly("The sedation-weaning trial can power only one primary outcome with "
                           "180 patients. Ethics closes on Fri 4 Dec.")
    quiet = GrowingText("Background: what do they need to know?")
    danger = Button("Delete", "trash", "danger")
    return [
        ("Primary", line(Button("Send agenda", kind="primary"), off_primary,
                         Button("Add a person", "plus", "primary"))),
        ("Secondary, row, quiet, icon", line(
            Button("Export", "file-pdf"), off, Button("Make a plan", kind="row"),
            Button("Preview", "eye", "quiet"), IconButton("dots-three", "More", "box"), danger)),
        ("Fields", line(name, wrong, DateField(date(2026, 11, 26)), stretch=False)),
        ("", line(ChoiceBox([("a", "Decide")]), dense, spin, DateField(optional=True),
                  TimeField())),
        ("", line(Segmented([("a", "Agree"), ("p", "Partly"), ("d", "Disagree")]), every, coach,
                  tick)),
        ("", line(QCheckBox(), ticked, partly, QRadioButton("Second"), on)),
        ("Text that grows", notes), ("", quiet),
        ("Notice inside a card", NoticeStrip("Realign by Thu 26 Nov.", "You meet that day.",
                                             "Add to agenda", "arrows-clockwise")),
    ]


def third_column() -> list[tuple[str, QWidget]]:
    steps = Stepper(STEPS)
    steps.set_steps(STEPS, 3)
    within, over, low = TimeBar(), TimeBar(), TimeBar(low=True)
    within.set_agenda(AGENDA, 30)
    over.set_agenda(FULL_AGENDA, 30)
    low.set_agenda(AGENDA, 30)
    head, rest = time_parts(25, 30)
    times = QWidget()
    column = QVBoxLayout(times)
    column.setContentsMargins(0, 0, 0, 0)
    for each in (line(label(head, "heading"), label(rest, "small", "muted")), within, over, low):
        column.addWidget(each)
    avatars = line(
        Avatar("AO", "research_adviser", side=22), Avatar("SÅ", "project_sponsor"),
        Avatar("HW", "institutional_advocate", side=40),
        Avatar("NÁ", "project_sponsor", "candidate", 40), Avatar("GA", None, "past", 40),
        Avatar("SB", None, "mentee", 40), Avatar("JW", "coach", side=64))
    card = QFrame()
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 5)
    rows = QListView()
    rows.setModel(Rows(rows))
    rows.setItemDelegate(RowDelegate(rows))
    rows.setCurrentIndex(rows.model().index(1, 0))
    rows.setFixedHeight(theme.px(395))
    inside.addWidget(rows)
    return [("Stepper", steps), ("Time bar", times), ("Avatars", avatars), ("Rows", card),
            ("", EmptyState("No feedback yet", "Ask one person one question, and write down what "
                            "they say.", "Ask for feedback", "question", card=True))]


def column_of(parts: list[tuple[str, QWidget]]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for words, part in parts:
        if words:
            column.addSpacing(6)
            column.addWidget(label(words, "label", "muted"))
        column.addWidget(part)
    column.addStretch(1)
    return made


def gallery() -> QMainWindow:
    """The window with everything in it."""
    window = QMainWindow()
    window.setWindowTitle("Parts")
    for words in ("File", "Edit", "View", "Journal", "Help"):
        window.menuBar().addMenu(words).addAction("Open…")
    pages = [SidebarEntry("today", "sun", "Today", 4),
             SidebarEntry("map", "share-network", "Network map"),
             SidebarEntry("prep", "clipboard-text", "Meeting prep", 2),
             SidebarEntry("tips", "lightbulb", "Twelve tips")]
    side = Sidebar(pages, [SidebarEntry("search", "magnifying-glass", "Search", 0, "Ctrl+K"),
                           SidebarEntry("settings", "gear-six", "Settings")])
    side.set_journal("Noor’s journal")
    side.set_current("map")
    header = PageHeader("Components", "7 mentors, 1 candidate, 2 people you mentor")
    header.add_widget(Segmented([("map", "Map"), ("list", "List")]))
    header.add_button("Export image", "export")
    header.add_button("Add a person", "plus", "primary")
    bar = MessageBar()
    bar.say("The page could not be written: the disk is full.", "alert", "Choose a folder")
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(24, 8, 24, 16)
    row.setSpacing(28)
    for part, stretch in ((first_column(), 4), (second_column(), 5), (third_column(), 5)):
        row.addWidget(column_of(part), stretch)
    page = QVBoxLayout()
    page.setSpacing(0)
    page.addWidget(header)
    page.addWidget(bar)
    page.addWidget(body, 1)
    center = QWidget()
    whole = QHBoxLayout(center)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(side)
    whole.addLayout(page, 1)
    window.setCentralWidget(center)
    window.resize(1600, 1000)
    return window


def save_pictures(app: QApplication, folder: Path) -> None:
    """Light, dark and large, and the form."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, mode, scale in (("light", "light", 1.0), ("dark", "dark", 1.0),
                              ("large", "light", 1.5)):
        theme.apply(app, mode, scale)
        window = gallery()
        window.show()
        button = next(b for b in window.findChildren(QPushButton) if b.text() == "Export")
        window.activateWindow()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
        window.grab().save(str(folder / f"gallery-{name}.png"))
        form = ExampleForm(window)
        form.show()
        app.processEvents()
        form.grab().save(str(folder / f"form-{name}.png"))
        form.close()
        window.close()


def main() -> int:
    app = QApplication(sys.argv[:1])
    if len(sys.argv) > 1:
        save_pictures(app, Path(sys.argv[1]))
        return 0
    theme.apply(app, "system")
    window = gallery()
    window.show()
    QTimer.singleShot(0, window.activateWindow)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
