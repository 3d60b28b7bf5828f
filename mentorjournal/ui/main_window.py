"""The window: makes the panes of the open journal, places them, and remembers its geometry."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import paths
from mentorjournal.settings import WINDOW_GEOMETRY, Settings
from mentorjournal.ui import theme, undo
from mentorjournal.ui.actions import Actions
from mentorjournal.ui.answers.backups import BackupAnswers
from mentorjournal.ui.answers.contacts import ContactAnswers
from mentorjournal.ui.answers.damage import DamageAnswers
from mentorjournal.ui.answers.drafts import DraftAnswers
from mentorjournal.ui.answers.feedback_log import FeedbackLog
from mentorjournal.ui.answers.help import HelpAnswers
from mentorjournal.ui.answers.lock import LockAnswers
from mentorjournal.ui.answers.merging import MergeAnswers
from mentorjournal.ui.answers.papers import PaperAnswers
from mentorjournal.ui.answers.past import PastAnswers
from mentorjournal.ui.answers.running import RunningAnswers
from mentorjournal.ui.answers.search import SearchAnswers
from mentorjournal.ui.answers.settings import SettingsAnswers
from mentorjournal.ui.answers.thanks import ThanksAnswers
from mentorjournal.ui.choices import MenuChoices
from mentorjournal.ui.opening import Opening
from mentorjournal.ui.places import ASKED, COMMANDS, DEEDS, PLACES
from mentorjournal.ui.placing import first_size
from mentorjournal.ui.waiting import Waiting
from mentorjournal.ui.widgets.message_bar import MessageBar
from mentorjournal.ui.widgets.sidebar import Sidebar, SidebarEntry
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal

RAIL_BELOW = 1180  # px at the usual text size, under which the sidebar is a rail (TOKENS §4)
SMALLEST = QSize(1100, 680)
USUAL = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One journal in one window."""

    def __init__(self, settings: Settings) -> None:
        """An empty shell that paints quickly; the journal comes after the first picture."""
        super().__init__()
        self.settings = settings
        self.messages = MessageBar()
        self.opening = Opening(settings, self.messages, self)
        self.panes: dict[str, QWidget] = {}
        self._wanted: Callable[[], None] | None = None
        self._answers: list[object] = []
        self.steps = undo.UndoSteps(self)
        self.setMinimumSize(SMALLEST)
        self.setWindowTitle(tr("Mentor Journal"))
        self.lock = LockAnswers(self)
        self._merging = MergeAnswers(self)
        self._choices = MenuChoices(settings, self.opening.open)
        self._backups = BackupAnswers(self)
        self._damage = DamageAnswers(self)
        self.past = PastAnswers(self)
        self.contacts = ContactAnswers(self)
        self.thanks = ThanksAnswers(self)
        self.feedback_log = FeedbackLog(self)
        self.search = SearchAnswers(self)
        DraftAnswers(self)
        self.papers = PaperAnswers(self)
        self.running = RunningAnswers(self)
        self.preferences = SettingsAnswers(self)
        self._help = HelpAnswers(self)
        self.actions_table = Actions(self, self._handlers())
        self.sidebar = Sidebar(
            [SidebarEntry(key, place.icon, tr(place.words))
             for key, place in PLACES.items() if place.words],
            self.actions_table.sidebar_entries(COMMANDS),
        )
        self.sidebar.chosen.connect(self._choose)
        self._waiting = Waiting(self.sidebar)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        self._lay_out()
        self._wire()
        self._restore_geometry()
        self.actions_table.set_journal_open(False)
        self._choices.show_in(self.actions_table)
        self.lock.show_in(self.actions_table)
        self.contacts.show_in(self.actions_table)

    def _lay_out(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(body)

    def _wire(self) -> None:
        self.opening.opened.connect(self._take)
        self.opening.closing.connect(self._let_go)
        self.opening.nothing_open.connect(self.show_first_run)
        self.lock.wire()

    @property
    def journal(self) -> Journal | None:
        """The journal that is open."""
        return self.opening.journal

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new_journal": self.opening.ask_new,
            "open_journal": self.opening.ask_open,
            "open_sample": self.opening.open_sample,
            "export_pdf": lambda: self._on_paper("export_current", ".pdf"),
            "print": lambda: self._on_paper("print_current"),
            "quit": self.close,
            **self.steps.handlers(),
            **{key: partial(self.in_pane, *deed) for key, deed in DEEDS.items()},
            **{key: partial(self.ask_pane, *deed) for key, deed in ASKED.items()},
            **self.lock.handlers(),
            **self._merging.handlers(),
            **self._choices.handlers(),
            **self._backups.handlers(),
            **self._damage.handlers(),
            **self.past.handlers(),
            **self.running.handlers(),
            **self.contacts.handlers(),
            **self.thanks.handlers(),
            **self.search.handlers(),
            **self.papers.handlers(),
            **self.feedback_log.handlers(),
            **self.preferences.handlers(),
            **self._help.handlers(),
        }

    # The journal ------------------------------------------------------------------------------

    def open_after_first_picture(self, wanted: Path | str | None, scratch: Path) -> None:
        """Say what to open as soon as the shell has been painted; "sample" is made in `scratch`."""
        self.opening.scratch = scratch
        self._wanted = lambda: self.opening.start(wanted)
        if self.opening.begins_empty(wanted):
            self.sidebar.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wanted is not None:
            QTimer.singleShot(0, self._wanted)
            self._wanted = None

    def _take(self) -> None:
        from mentorjournal.ui.letters import Letters

        assert self.journal is not None
        self.journal.changed.connect(self._on_changed)
        self.journal.undo_changed.connect(self.steps.show)
        self.actions_table.set_journal_open(True)
        self.steps.show()
        self._choices.fill_recent()
        self.sidebar.show()
        self._name_journal()
        Letters(self.journal)  # goes with it
        self.show_pane(next(iter(PLACES)))
        self._waiting.take(self.journal)

    def renew_panes(self) -> None:
        """Make every page anew, as for another way of saying days; what was typed is kept."""
        if self.journal is None:
            return
        self.opening.hand_in()
        front = self.current_pane()
        self._drop_panes()
        self.show_pane(PLACES[front].under or front if front in PLACES else next(iter(PLACES)))

    def _drop_panes(self) -> None:
        self.stack.setCurrentIndex(0)  # the empty one, or the next page would come up at each step
        for pane in self.panes.values():
            self.stack.removeWidget(pane)
            pane.deleteLater()
        self.panes.clear()
        self._answers.clear()

    def _let_go(self) -> None:
        self._drop_panes()
        if self.journal is not None:
            self.journal.changed.disconnect(self._on_changed)
        self._waiting.take(None)
        self.actions_table.set_journal_open(False)

    def _on_changed(self, changes: object) -> None:
        if changes.touches("me"):  # type: ignore[attr-defined]
            self._name_journal()

    def _name_journal(self) -> None:
        from mentorjournal.journal import me

        assert self.journal is not None
        name = me.get(self.journal).name
        title = self.journal.path.stem
        if name:
            first = [w for w in name.split(",")[0].split() if not w.endswith(".")] or [name]
            title = tr("{name}’s journal", name=first[0] if first[0] not in ("Dr", "Prof")
                       else first[-1])
        self.sidebar.set_journal(title, tr("Only on this computer"))
        self.setWindowTitle(title)

    def name_nothing(self) -> None:
        """Show no word of a journal that was closed."""
        self.messages.clear()
        self.sidebar.set_journal("")
        self.setWindowTitle(tr("Mentor Journal"))
        self.steps.show()

    # Panes ------------------------------------------------------------------------------------

    def show_pane(self, key: str) -> QWidget | None:
        """Bring a pane to the front, made when it is first asked for."""
        if self.journal is None:
            return None
        self.stack.setCurrentWidget(self.pane(key))
        self.sidebar.set_current(PLACES[key].under or key)
        self._fold_sidebar()
        self.panes[key].focus_first()  # type: ignore[attr-defined]
        self._waiting.look()
        return self.panes[key]

    def _choose(self, key: str) -> None:
        if key in PLACES:
            self.show_pane(key)
        else:
            self.actions_table.by_key[key].trigger()

    def pane(self, key: str) -> Any:
        """A pane of the open journal, made when it is first asked for, wherever it stands."""
        if key not in self.panes:
            self.panes[key] = self._make(key)
            self.stack.addWidget(self.panes[key])
        return self.panes[key]

    def _make(self, key: str) -> QWidget:
        pane: QWidget = _named(PLACES[key].pane)(self.journal, self.settings, self.stack)
        self._answers.append(_named(PLACES[key].answers)(self, pane))
        return pane

    def current_pane(self) -> str:
        """The key of the pane in front, "" when none is."""
        front = self.stack.currentWidget()
        return next((key for key, pane in self.panes.items() if pane is front), "")

    def in_pane(self, key: str, method: str, *values: object) -> None:
        """Bring a page to the front, and ask something of it: `method` with `values`, if any."""
        pane = self.show_pane(key)
        if pane is not None and method:
            getattr(pane, method)(*values)

    def ask_pane(self, key: str, method: str, *values: object) -> None:
        """Ask something of a page that comes to the front only when something came of it."""
        if self.journal is not None:
            getattr(self.pane(key), method)(*values)

    def _on_paper(self, method: str, *values: object) -> None:
        """Let the page in front write what it shows; the agenda where it has nothing to write."""
        front = self.current_pane()
        self.in_pane(front if hasattr(self.panes.get(front), method) else "meetings",
                      method, *values)

    def prepare_meeting(self, person_id: int) -> None:
        """Show the next meeting with a person, or ask for a new one and show that."""
        from mentorjournal.journal import meetings

        assert self.journal is not None
        coming = [s.meeting for s in meetings.coming(self.journal)]
        following = [m.id for m in coming if m.person_id == person_id]
        if following:
            self.in_pane("meetings", "show_meeting", following[0])
        else:
            self.ask_pane("meetings", "wish_meeting", person_id)

    def show_person(self, person_id: int) -> None:
        """Show somebody on the network map."""
        self.in_pane("network", "show_person", person_id)

    def open_person(self, person_id: int, tab: str = "") -> None:
        """Show somebody's own page, and there a tab."""
        self.in_pane("person", "show_person", person_id, tab)

    def log_contact(self, person_ids: Sequence[int] = ()) -> None:
        """Ask for a contact, with these people to begin with."""
        self.contacts.log(person_ids)

    def edit_contact(self, contact_id: int) -> None:
        """Show a contact, to be changed or removed."""
        self.contacts.edit(contact_id)

    def thank(self, person_id: int, **values: object) -> None:
        """Say thank you to somebody; `values` are what is known of it, as for a letter."""
        self.thanks.thank([person_id], **values)

    def open_letter(self, letter_id: int) -> None:
        """Show a letter and its brief."""
        self.in_pane("letters", "show_letter", letter_id)

    def show_first_run(self) -> None:
        """Show what somebody without a journal sees."""
        from mentorjournal.ui.panes.first_run import FirstRunPane

        if self.panes:  # what was done there stays
            return
        pane = FirstRunPane(paths.default_journal().parent, suggested=self.opening.named)
        pane.begun.connect(self.opening.withdraw_refusal)
        pane.journal_wanted.connect(self.lock.create)
        pane.sample_wanted.connect(self.opening.open_sample)
        pane.open_wanted.connect(self.opening.ask_open)
        self.show_front("first-run", pane)

    def show_front(self, key: str, page: QWidget) -> None:
        """Show a page that stands where there is no open journal, and nothing else."""
        self._let_go()
        self.sidebar.hide()
        self.setWindowTitle(tr("Mentor Journal"))
        self.panes[key] = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.focus_first()  # type: ignore[attr-defined]

    # What the menus do ------------------------------------------------------------------------

    def undo_journal(self) -> None:
        """Take back the journal's last step, whatever has the focus."""
        self.steps.undo_journal()

    def say_undoable(self, text: str) -> None:
        """Say what was done, with a button for Undo for as long as it is the last thing done."""
        self.steps.say(text)

    def show_crash(self, report: str) -> None:
        """Tell of an error of our own."""
        from mentorjournal.ui import questions

        if not self._damage.is_to_blame():
            questions.crash(self, report)

    # The window itself ------------------------------------------------------------------------

    def _restore_geometry(self) -> None:
        kept = QByteArray.fromBase64(self.settings.get(WINDOW_GEOMETRY).encode("ascii", "replace"))
        if not self.restoreGeometry(kept):
            self.resize(first_size(USUAL, self.screen().availableSize()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold_sidebar()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "sidebar"):
            self._fold_sidebar()  # larger text wants more room

    def _fold_sidebar(self) -> None:
        place = PLACES.get(self.current_pane())
        wants_rail = place is not None and place.with_rail
        if (rail := wants_rail or self.width() < theme.px(RAIL_BELOW)) != self.sidebar.is_rail():
            self.sidebar.set_rail(rail)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._backups.may_quit():
            event.ignore()
            return
        self.opening.close()
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.settings.set(WINDOW_GEOMETRY, geometry)
        super().closeEvent(event)


def _named(address: str) -> Any:
    """The class at "module:Class" under `mentorjournal.ui`."""
    module, name = address.split(":")
    return getattr(import_module(f"mentorjournal.ui.{module}"), name)
