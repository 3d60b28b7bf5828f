"""In the overview: a new stage of mine asks whether to keep, change or close each mentor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.aims import MyStage
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network_parts import heading
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, wrapped
from mentorjournal.words import tr


@dataclass(frozen=True)
class StageQuestion:
    """A stage that has just begun, and how many mentors are still to be decided about."""

    stage: MyStage
    left: int
    as_of: date


class StageAsked(QWidget):
    """It comes up once a stage; "Not now" puts it aside."""

    mentors_wanted = Signal()
    aside_wanted = Signal(int)

    def __init__(self, asked: StageQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        below = column(self, 6)
        below.addLayout(heading(
            tr("Keep, change or close?"), label(str(asked.left), "small", "muted")))
        stage = asked.stage
        below.addWidget(wrapped(tr(
            "You have been “{stage}” since {day}. Some mentors fit it as they are, some in another "
            "way, some have done their part.", stage=rules.plain_stage(stage.stage),
            day=rules.day_words(stage.started or asked.as_of, asked.as_of)), "small", "muted"))
        look = Button(tr("Look at each"), "arrows-clockwise", "row")
        look.setObjectName("stage-look")
        look.clicked.connect(self.mentors_wanted)
        later = Button(tr("Not now"), None, "row")
        later.setObjectName("stage-later")
        later.clicked.connect(lambda: self.aside_wanted.emit(stage.id))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(look)
        flow.addWidget(later)
        below.addWidget(buttons)
        below.addSpacing(theme.px(8))
