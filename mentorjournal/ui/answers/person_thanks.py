"""Answers to the tab of thanks and credit on a person's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.gratitude import Help
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_thanks import ThanksTab


class ThanksTabAnswers(QObject):
    """Most wishes go to the window's answers about thanks, which the menus have too."""

    def __init__(self, window: MainWindow, tab: ThanksTab) -> None:
        super().__init__(tab)
        self._window, self._tab = window, tab
        assert window.journal is not None
        self._journal: Journal = window.journal
        answers = window.thanks
        for signal, answer in (
            (tab.thank_wanted, lambda who, values: window.thank(who, **values)),
            (tab.edit_wanted, answers.edit), (tab.remove_wanted, answers.remove),
            (tab.sent_wanted, answers.mark_sent), (tab.copy_wanted, answers.copy),
            (tab.export_wanted, answers.export), (tab.aside_wanted, self.put_aside),
            (tab.accomplishment_wanted, lambda who: answers.add_accomplishment([who])),
            (tab.accomplishment_edit_wanted, answers.edit_accomplishment),
            (tab.accomplishment_remove_wanted, answers.remove_accomplishment),
            (tab.credit_wanted, answers.give_credit),
            (tab.credit_back_wanted, answers.take_credit_back),
            (tab.contributor_drop_wanted, answers.drop_contributor),
            (tab.knowing_wanted, lambda who: window.open_person(who, "knowing")),
            (tab.hint_read, self.hide_hint),
        ):
            signal.connect(answer)

    def put_aside(self, help: Help) -> None:
        """There is nothing to thank for here."""
        from mentorjournal.journal import dismissals

        def deed() -> None:
            dismissals.put_aside(self._journal, help.key)
            self._window.say_undoable(tr("Taken off the list: {what}.", what=help.what[:80]))

        attempt(self._window.messages, deed)

    def hide_hint(self, key: str) -> None:
        """A hint has been read."""
        from mentorjournal.journal import dismissals

        attempt(self._window.messages, lambda: dismissals.put_aside(self._journal, key))
