"""Pictures of the previews of papers: the review of a year and the network sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.journal import year_ahead, yearly
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.dialogs.paper_preview import PaperDialog
from mentorjournal.ui.dialogs.paper_review import OWN, SHARED, ReviewOptions
from mentorjournal.ui.main_window import MainWindow

PLANS = Ahead(
    ("Say no to two committees before saying yes to one.",
     "Hand the journal club over with the rota in July.",
     "Show one talk before it is given, to somebody who will say where it dies."),
    "Somebody who has built a recovery clinic and had it paid for.",
    "Answering mail on nights.", True)


def preview(
    key: str, shape: Callable[[ReviewOptions], object] | None = None, *, plans: bool = False,
) -> Callable[[MainWindow], None]:
    """The dialog of a menu entry, changed by `shape` once it is up."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        assert window.journal is not None
        if plans:
            period = yearly.chosen(window.journal, LAST_DAY)
            year_ahead.write(window.journal, period, PLANS, LAST_DAY)
            last = yearly.chosen(window.journal, LAST_DAY, None, period.eve)
            year_ahead.write(window.journal, last, PLANS, period.eve)
        if shape is not None:
            QTimer.singleShot(40, lambda: _shape(shape))
        window.actions_table.by_key[key].trigger()

    return show


def _shape(shape: Callable[[ReviewOptions], object]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PaperDialog) and isinstance(dialog.options, ReviewOptions)
    shape(dialog.options)
    dialog.again()


def _shared(options: ReviewOptions) -> None:
    options.whom.set_current(SHARED)
    options._arrange()


def _four(options: ReviewOptions) -> None:
    options.intentions.setPlainText("\n".join([*PLANS.intentions, "Learn to draw a flow chart."]))


def _own_days(options: ReviewOptions) -> None:
    options.which.set_current(OWN)
    options.until.set_day(options.since.day())
    options.since.set_day(LAST_DAY)


def empty(key: str) -> Callable[[MainWindow], None]:
    """The same of a journal that was only just begun."""

    def show(window: MainWindow) -> None:
        begin(window)
        window.actions_table.by_key[key].trigger()

    return show


SHOTS = (
    ("paper-review", preview("annual_review")),
    ("paper-review-plans", preview("annual_review", plans=True)),
    ("paper-review-shared", preview("annual_review", _shared, plans=True)),
    ("paper-review-four", preview("annual_review", _four)),
    ("paper-review-wrong", preview("annual_review", _own_days)),
    ("paper-sheet", preview("network_sheet")),
)
EMPTY_SHOTS = (
    ("paper-review-empty", empty("annual_review")),
    ("paper-sheet-empty", empty("network_sheet")),
)
