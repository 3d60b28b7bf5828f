"""What is being typed into a form, kept as a draft while it is typed, and offered the next time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import clock_time, short_day, tr

if TYPE_CHECKING:
    from mentorjournal.journal.drafts import Draft
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.widgets.form_dialog import FormDialog

EVERY_MS = 2_000  # what a kill can cost at the most


@dataclass(frozen=True)
class _Offer:
    """A draft of an earlier form that waits for an answer; until then nothing touches it."""

    values: Mapping[str, Any]
    strip: QWidget


class FormDrafts(QObject):
    """Made for a form that is filled in; only what differs from then on is kept."""

    def __init__(self, form: FormDialog, journal: Journal, key: str) -> None:
        super().__init__(form)
        self._form, self._journal, self._key = form, journal, key
        self._start = form.field_values()
        # A new entry begins with what the form was opened for, which its draft must name as well.
        self._whole = key.endswith(":new")
        self._offers: dict[str, _Offer] = {}  # by the key of the draft, oldest first
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)
        form.edited.connect(self._touched)
        self._offer_what_was_left()
        self._own = self._free_key()  # of the draft of this form

    def keep(self) -> None:
        """Keep what differs from what the form began with, apart from what is being offered."""
        from mentorjournal.journal import drafts

        self._timer.stop()
        values = self._differing()
        if values:
            if self._whole:
                values = self._form.field_values()
            drafts.keep(self._journal, self._own, values)
        else:
            drafts.drop(self._journal, self._own)

    def set_aside(self) -> None:
        """The form was closed without saving: what was written is offered when it opens again."""
        from mentorjournal.journal import drafts

        if not self._form.draft_words(self._differing()).strip():
            self.end()
            return
        self.keep()
        kept = drafts.find(self._journal, self._own)
        if kept is not None:
            drafts.keep(self._journal, self._own, {**kept.values, drafts.SET_ASIDE: True})

    def end(self) -> None:
        """The form was saved or given up: nothing of it is kept; what is offered stays."""
        from mentorjournal.journal import drafts

        self._timer.stop()
        drafts.drop(self._journal, self._own)

    def take_up(self, key: str) -> None:
        """Go on with what was offered; what it covers in the form is offered in its place."""
        from mentorjournal.journal import drafts

        self.keep()
        values = self._settle(key)
        typed = self._differing()
        own = drafts.find(self._journal, self._own)
        if own is not None and any(typed.get(name, each) != each for name, each in values.items()):
            self._show(self._own, own, own.values)
        else:
            drafts.drop(self._journal, self._own)
        self._own = key
        self._form.fill_draft(values)
        self.keep()

    def take_up_newest(self) -> None:
        """Go on with the last of what was offered, if anything was."""
        if self._offers:
            self.take_up(list(self._offers)[-1])

    def let_go(self, key: str) -> None:
        """Forget what was offered."""
        from mentorjournal.journal import drafts

        self._settle(key)
        drafts.drop(self._journal, key)

    def _touched(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _differing(self) -> dict[str, Any]:
        return {
            key: value for key, value in self._form.field_values().items()
            if value != self._start.get(key) and not isinstance(value, bytes)
        }

    def _offer_what_was_left(self) -> None:
        from mentorjournal.journal import drafts

        for key, found in drafts.left(self._journal, self._key).items():
            values = {
                name: value for name, value in found.values.items()
                if name in self._start and value != self._start[name]
            }
            if values:
                self._show(key, found, values)
            else:  # it was saved in the moment before the end
                drafts.drop(self._journal, key)

    def _free_key(self) -> str:
        from mentorjournal.journal import drafts

        key = self._key
        while key in self._offers:
            key += drafts.NEWER
        return key

    def _show(self, key: str, found: Draft, values: Mapping[str, Any]) -> None:
        words = beginning(self._form.draft_words(values))
        strip = NoticeStrip(
            tr("You were writing this on {day} at {time}.",
               day=short_day(found.at.date(), clock.today()), time=clock_time(found.at)),
            tr("“{words}”", words=words) if words else "", tr("Go on with it"), "pencil-simple",
        )
        drop = Button(tr("Drop it"), kind="row")
        drop.clicked.connect(lambda: self.let_go(key))
        strip.add_button(drop)
        strip.acted.connect(lambda: self.take_up(key))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        row.addWidget(strip)
        self._form.layout().insertWidget(1 + len(self._offers), box)
        box.show()
        self._offers[key] = _Offer(values, box)

    def _settle(self, key: str) -> Mapping[str, Any]:
        """Take an offer off the form; what it held."""
        offer = self._offers.pop(key)
        offer.strip.hide()
        offer.strip.deleteLater()
        return offer.values
