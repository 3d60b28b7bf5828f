"""Answers to the expectations of a person: dialogs, agendas, and the compact on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import compact_files, papers
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import carry_in, expectations, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import CarryIn
from mentorjournal.settings import PAPER
from mentorjournal.ui import questions
from mentorjournal.ui.answers.take_along import on_agenda_words, take_along
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.removal import guarded
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.person_expectations import ExpectationsTab

KINDS = {".pdf": "PDF (*.pdf)", ".eml": "Mail draft (*.eml)", ".txt": "Text (*.txt)"}


class ExpectationsAnswers(QObject):
    """Opens the dialog a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, tab: ExpectationsTab) -> None:
        super().__init__(tab)
        self._window, self._tab = window, tab
        assert window.journal is not None
        self._journal: Journal = window.journal
        for signal, answer in (
            (tab.topics_wanted, self.add_topics), (tab.talk_wanted, self.note_talk),
            (tab.wordings_wanted, self.show_wordings),
            (tab.topic_agenda_wanted, self.put_topic),
            (tab.review_agenda_wanted, self.put_review),
            (tab.compact_remove_wanted, self.remove_compact),
            (tab.export_wanted, self.export), (tab.print_wanted, self.print),
        ):
            signal.connect(self._trying(answer))
        tab.removed.connect(window.say_undoable)

    def _trying(self, answer: Callable[..., None]) -> Callable[..., None]:
        return lambda *values: attempt(self._window.messages, lambda: answer(*values))

    # Dialogs

    def add_topics(self, person_id: int) -> None:
        """Ask which topics, and add them."""
        from mentorjournal.ui.dialogs.topics import ask_topics

        there = {one.topic for one in expectations.topics(self._journal, person_id) if one.topic}
        made: list[int] = []

        def add(answer: dict[str, Any]) -> None:
            made.extend(expectations.add_topics(self._journal, person_id, **answer))

        name = people.get(self._journal, person_id).short_name
        ask_topics(self._window, name, there, take=taking(add))
        if made:
            self._tab.table.open_to_write(made[0])

    def note_talk(self, topic_id: int) -> None:
        """Ask when it was talked about and what came of it."""
        from mentorjournal.ui.dialogs.topic_talk import ask_talk

        topic = expectations.get(self._journal, topic_id)
        ask_talk(self._window, self._journal, topic, take=taking(
            lambda answer: expectations.note_talk(
                self._journal, topic_id, answer.pop("on"), **answer)))

    def show_wordings(self, topic_id: int) -> None:
        """Show what a topic said before."""
        from mentorjournal.ui.dialogs.topic_wordings import show_wordings

        topic = expectations.get(self._journal, topic_id)
        earlier = expectations.versions(self._journal, topic.person_id).get(topic_id, [])
        name = people.get(self._journal, topic.person_id).short_name
        show_wordings(self._window, topic, earlier, name)

    def remove_compact(self, compact_id: int) -> None:
        """Remove a compact; no question, because it can be taken back in one click."""
        guarded(
            self._window, self._journal,
            lambda: expectations.remove_compact(self._journal, compact_id))
        self._window.say_undoable(tr("The compact was removed with its topics."))

    # Agendas

    def put_topic(self, topic_id: int) -> None:
        """Put a topic that is seen differently on the next agenda."""
        topic = expectations.get(self._journal, topic_id)
        self._put(topic.person_id, carry_in.topic_of(topic))

    def put_review(self, person_id: int) -> None:
        """Put looking over the compact on the next agenda."""
        compact = expectations.compact_of(self._journal, person_id)
        if compact is not None:
            self._put(person_id, carry_in.review_of(compact, clock.today()))

    def _put(self, person_id: int, carry: CarryIn) -> None:
        following = take_along(self._window, person_id, carry)
        if following is not None:
            self._window.messages.say(
                on_agenda_words(carry, following), "info", tr("Open the agenda"),
                lambda: self._window.prepare_meeting(person_id))

    # On paper

    def export(self, person_id: int, suffix: str, to_sign: bool) -> None:
        """Write the compact as a file and say where it is."""
        data = self._paper(person_id, suffix, to_sign)
        if data is None:
            return
        name = safe_name(compact_files.title(self._journal, person_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Export compact"), Path.home() / name, tr(KINDS[suffix]))
        if path is not None:
            write_whole(path, data)
            self._window.messages.say(tr("{name} is written.", name=path.name), "info")

    def print(self, person_id: int, to_sign: bool) -> None:
        """Send the compact's pages to a printer."""
        from mentorjournal.ui.printing import print_pages

        data = self._paper(person_id, ".pdf", to_sign)
        if data is not None:
            title = compact_files.title(self._journal, person_id)
            print_pages(self._window, data, title, self._window.settings.get(PAPER))

    def _paper(self, person_id: int, suffix: str, to_sign: bool) -> bytes | None:
        """The file, unless the mentee would rather mend what cannot be printed."""
        today = clock.today()
        if suffix != ".txt":
            missing = compact_files.unprintable(self._journal, person_id, today)
            if missing and not questions.confirm(
                self._window, tr("Some characters cannot be printed"),
                papers.unprintable_words(missing), tr("Go on"),
            ):
                return None
        paper = self._window.settings.get(PAPER)
        return compact_files.make(
            self._journal, person_id, today, suffix, paper, to_sign=to_sign)
