"""At the top of a person's page: what wants to be decided, told or made good, one line at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import endings, letters, missteps
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import endings as ending_rules
from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring import missteps as misstep_rules
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import short_day, span, tr

Said = tuple[str, str, str, str]  # strong words, the rest, the button, and what it wishes


class Asks(QWidget):
    """Takes no room while there is nothing to ask.

    `wished` is "moving_on", "contact", or "letter:3" with the letter's id.
    """

    wished = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._settings = journal, settings
        self._wish = ""
        self.strip = NoticeStrip(icon_name="arrows-clockwise")
        self.strip.acted.connect(lambda: self.wished.emit(self._wish))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.strip)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Ask what there is to ask about this person; the first thing that is so."""
        looks: tuple[Callable[[Person, date], Said | None], ...] = (
            self._update, self._ghost, self._letter, self._decide)
        said = next((found for look in looks if (found := look(one, as_of))), None)
        self.setVisible(said is not None)
        if said is not None:
            *words, self._wish = said
            self.strip.set_words(*words)

    def _update(self, one: Person, as_of: date) -> Said | None:
        for each in endings.of_person(self._journal, one.id):
            if one.is_over and ending_rules.update_is_due(each, as_of):
                assert each.check_in_on is not None
                return (tr("You promised an update."),
                        tr("It is due since {day}.", day=short_day(each.check_in_on, as_of)),
                        tr("Show it"), "moving_on")
        return None

    def _ghost(self, one: Person, as_of: date) -> Said | None:
        found = missteps.ghosts(self._journal, as_of, [one.id]).get(one.id)
        if found is None or missteps.is_aside(self._journal, "quiet", one.id, as_of):
            return None
        return (misstep_rules.ghost_words(found), tr("That was {span} ago.", span=span(found.days)),
                tr("Log a contact"), "contact")

    def _letter(self, one: Person, as_of: date) -> Said | None:
        home = clock.zone_name()
        for each in letters.of_person(self._journal, one.id):
            move = letter_steps.next_move(each, as_of, home)
            if move.waiting:
                return (tr("{move}.", move=move.words), tr("The letter for {target}.",
                        target=beginning(each.target, 80)), tr("Open in letter briefs"),
                        f"letter:{each.id}")
        return None

    def _decide(self, one: Person, as_of: date) -> Said | None:
        days = self._settings.get(DEFAULT_RHYTHM_DAYS)
        why = endings.to_ask(self._journal, as_of, days, [one.id]).get(one.id, ())
        if not why:
            return None
        return (tr("Keep, change or close?"),
                " ".join(ending_rules.reason_words(each) for each in why), tr("Decide"),
                "moving_on")
