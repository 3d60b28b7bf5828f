"""What is being typed into a form, kept as a draft while it is typed and offered after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import clock_time, short_day, tr

if TYPE_CHECKING:
    from mentorjournal.journal.drafts import Draft
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.widgets.form_dialog import FormDialog

EVERY_MS = 2_000  # what a kill can cost at the most


class FormDrafts(QObject):
    """Made for a form that is filled in; only what differs from then on is kept."""

    def __init__(self, form: FormDialog, journal: Journal, key: str) -> None:
        super().__init__(form)
        self._form, self._journal, self._key = form, journal, key
        self._start = form.field_values()
        self._offered: Mapping[str, Any] = {}
        self._strip: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)
        form.edited.connect(self._touched)
        self._offer()

    def keep(self) -> None:
        """Keep what differs from what the form began with, and what is still being offered."""
        from mentorjournal.journal import drafts

        self._timer.stop()
        values = {**self._offered, **self._differing()}
        if values:
            drafts.keep(self._journal, self._key, values)
        else:
            drafts.drop(self._journal, self._key)

    def end(self) -> None:
        """The form was saved or given up: nothing is kept."""
        from mentorjournal.journal import drafts

        self._timer.stop()
        drafts.drop(self._journal, self._key)

    def take_up(self) -> None:
        """Go on with what was offered."""
        values = self._offered
        self._settle()
        self._form.fill_draft(values)
        self.keep()

    def let_go(self) -> None:
        """Forget what was offered."""
        self._settle()
        self.keep()

    def _touched(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _differing(self) -> dict[str, Any]:
        return {
            key: value for key, value in self._form.field_values().items()
            if value != self._start.get(key) and not isinstance(value, bytes)
        }

    def _offer(self) -> None:
        from mentorjournal.journal import drafts

        found = drafts.find(self._journal, self._key)
        if found is None:
            return
        self._offered = {
            key: value for key, value in found.values.items()
            if key in self._start and value != self._start[key]
        }
        if self._offered:
            self._show(found)
        else:  # it was saved in the moment before the end
            drafts.drop(self._journal, self._key)

    def _show(self, found: Draft) -> None:
        strip = NoticeStrip(
            tr("You were writing this on {day} at {time}.",
               day=short_day(found.at.date(), clock.today()), time=clock_time(found.at)),
            "", tr("Go on with it"), "pencil-simple",
        )
        drop = Button(tr("Drop it"), kind="row")
        drop.clicked.connect(self.let_go)
        strip.add_button(drop)
        strip.acted.connect(self.take_up)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        row.addWidget(strip)
        self._form.layout().insertWidget(1, self._strip)

    def _settle(self) -> None:
        self._offered = {}
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
