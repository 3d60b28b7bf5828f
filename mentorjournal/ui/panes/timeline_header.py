"""The head of the timeline: back, today and forward, the scale, the filter, chart or list, more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mentorjournal.ui.timeline.layout import MONTH, QUARTER, YEAR
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

SCALES = {"month": MONTH, "quarter": QUARTER, "year": YEAR}  # px a day
BUTTON = 32


class TimelineHeader(PageHeader):
    """States what is wanted by signal."""

    step_wanted = Signal(int)  # -1 for back, 1 for forward
    today_wanted = Signal()
    scale_chosen = Signal(float)  # px a day
    mode_chosen = Signal(str)  # "chart", "list"
    export_wanted = Signal(str)  # "png", "pdf"
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Timeline"), parent=parent)
        self.back = IconButton("caret-left", tr("Back"), "box", BUTTON)
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.forward = IconButton("caret-right", tr("Forward"), "box", BUTTON)
        self.forward.clicked.connect(lambda: self.step_wanted.emit(1))
        self.add_widget(self.back)
        self.today = self.add_button(tr("Today"))
        self.today.clicked.connect(self.today_wanted)
        self.add_widget(self.forward)
        self.scale = Segmented(
            [("month", tr("Month")), ("quarter", tr("Quarter")), ("year", tr("Year"))], "year")
        self.scale.setAccessibleName(tr("Scale"))
        self.scale.chosen.connect(lambda key: self.scale_chosen.emit(SCALES[key]))
        self.add_widget(self.scale)
        self.filter = self.add_button(tr("Filter"), "funnel")
        self.mode = Segmented([("chart", tr("Chart")), ("list", tr("List"))], "chart")
        self.mode.chosen.connect(self.mode_chosen)
        self.add_widget(self.mode)
        self.more = IconButton("dots-three", tr("More"), "box", BUTTON)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addAction(tr("Export as picture (PNG)…"), lambda: self.export_wanted.emit("png"))
        menu.addAction(tr("Export as PDF…"), lambda: self.export_wanted.emit("pdf"))
        menu.addSeparator()
        menu.addAction(tr("Print…"), self.print_wanted)
        self.more.setMenu(menu)
        self.add_widget(self.more)

    def show_scale(self, px_a_day: float) -> None:
        """Mark the scale that is shown; one in between marks none."""
        key = next((key for key, px in SCALES.items() if abs(px - px_a_day) < 0.01), None)
        self.scale.set_current(key)

    def set_mode(self, mode: str) -> None:
        """Show only what belongs to the "chart" or the "list"."""
        self.mode.set_current(mode)
        for part in (self.back, self.forward, self.scale):
            part.setVisible(mode == "chart")

    def set_filtered(self, count: int) -> None:
        """Say on the button how many things are filtered by."""
        self.filter.setText(tr("Filter · {n}", n=count) if count else tr("Filter"))
        self.filter.setAccessibleName(self.filter.text())

    def set_usable(self, usable: bool) -> None:
        """An empty journal has nothing to move, filter or export."""
        for part in (self.back, self.today, self.forward, self.scale, self.filter, self.mode,
                     self.more):
            part.setVisible(usable)
        if usable:
            self.set_mode(self.mode.current())
