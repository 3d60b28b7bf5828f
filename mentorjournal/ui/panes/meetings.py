"""Meeting prep: the meetings, the agenda of one of them, and what to carry in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.exchange import agenda_files
from mentorjournal.journal import people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.meeting_list import MeetingList, MeetingRow
from mentorjournal.settings import AGENDA_HOURS_AHEAD, DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes import meeting_facts
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_facts import TABLES, MeetingFacts, only_agenda, same_sources
from mentorjournal.ui.panes.meeting_footer import MeetingFooter
from mentorjournal.ui.panes.meeting_list_view import MeetingListView
from mentorjournal.ui.panes.meeting_pages import MeetingPages
from mentorjournal.ui.panes.meeting_running_sign import RunningSign
from mentorjournal.ui.panes.meeting_side import LIST, SideColumn
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.three_columns import ThreeColumns
from mentorjournal.words import tr, trn

NARROW = 1124  # px of pane width, a window of 1180: the right column folds to a button


class MeetingsPane(Pane):
    """States wishes by signal; edits of an agenda it hands to the verbs itself."""

    meeting_add_wanted = Signal(object)  # a person's id, or None
    meeting_move_wanted = Signal(int)
    meeting_postpone_wanted = Signal(int)
    meeting_cancel_wanted = Signal(int)
    meeting_remove_wanted = Signal(int)
    meeting_erase_wanted = Signal(int)
    meeting_start_wanted = Signal(int)
    export_wanted = Signal(int, str)  # ".pdf", ".eml" or ".ics"
    print_wanted = Signal(int)
    person_wanted = Signal(int)
    link_wanted = Signal(str)
    note_export_wanted = Signal(int, str)  # ".pdf", ".txt", ".eml" or "copy"
    message_wanted = Signal(str)
    refused = Signal(str)  # the journal did not take something; its sentence

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._hours = settings.get(AGENDA_HOURS_AHEAD)
        self._pen = Pen(journal, self)
        self._facts: MeetingFacts | None = None
        self._day = clock.today()
        self._scale = theme.px(100)
        self._narrow = False
        self._side_open = False  # only in a narrow window
        self._read_people()
        self.list = MeetingList(journal, settings.get(DEFAULT_RHYTHM_DAYS), self._hours, self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._show_side()
        self._show_subtitle()
        self._show_row(self.list.first_row())

    # What others ask of it

    def current_meeting_id(self) -> int | None:
        """The meeting that is shown."""
        return self._facts.meeting.id if self._facts is not None else None

    @property
    def page(self) -> QWidget:
        """What is shown in the middle."""
        return self.pages.page

    def show_meeting(self, meeting_id: int) -> None:
        """Bring a meeting to the front, also a past one."""
        row = self.list.reveal(meeting_id)
        if row >= 0:
            self._show_row(row)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.list.is_empty():
            self.new_button.setFocus()
        elif isinstance(self.page, MeetingEditor):
            self.page.focus_first()
        else:
            self.view.setFocus()

    def export_current(self, suffix: str) -> None:
        """Ask for the shown agenda as a file."""
        if self._hand_in_for_paper():
            self.export_wanted.emit(self.current_meeting_id(), suffix)

    def print_current(self) -> None:
        """Ask for the shown agenda on paper."""
        if self._hand_in_for_paper():
            self.print_wanted.emit(self.current_meeting_id())

    def start_current(self) -> None:
        """Ask for the shown meeting to begin."""
        if self._hand_in_for_paper():
            self.meeting_start_wanted.emit(self.current_meeting_id())

    def copy_current(self) -> None:
        """Put the shown agenda on the clipboard as text."""
        if not self._hand_in_for_paper():
            return
        meeting_id = self.current_meeting_id()
        assert meeting_id is not None
        facts = agenda_files.facts_of(self._journal, meeting_id, clock.today())
        QGuiApplication.clipboard().setText(agenda_files.as_text(facts))
        self.message_wanted.emit(tr("The agenda is on the clipboard as text."))

    def wish_meeting(self, person_id: int | None = None) -> None:
        """Ask for a new meeting, with the person who is shown when none is named."""
        if person_id is None:
            row = self.view.current_row()
            person_id = row.person_to_meet if row is not None else None
        self.meeting_add_wanted.emit(person_id)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.pages.hand_in()

    # How it is made

    def _make_parts(self) -> None:
        self.header = PageHeader(tr("Meeting prep"))
        self.side_button = Button(tr("Carry in"), "sidebar-simple")
        self.footer = MeetingFooter()
        self.running_sign = RunningSign(self._journal, self.footer.start)
        self.header.add_widget(self.running_sign)
        self.header.add_widget(self.side_button)
        self.new_button = self.header.add_button(tr("New meeting"), "plus")
        self.view = MeetingListView(self.list)
        self.pages = MeetingPages(self._pen, self._journal, self._settings)
        self.side = SideColumn(self._pen, self._journal, self._settings)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setObjectName("canvas")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = column(middle, gap=0)
        lines.addWidget(self.pages, 1)
        lines.addWidget(self.footer)
        self.columns = ThreeColumns(
            self._settings, "meetings", (self.view, middle, self.side), (200, 280))
        whole = QVBoxLayout(self)
        # Columns fold before they are too narrow, so the window may be smaller than all of them.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.columns, 1)

    def _wire(self) -> None:
        self._pen.refused.connect(self.refused)
        self.side.render_wanted.connect(self._render)
        self.view.row_chosen.connect(self._row_chosen)
        self.view.row_opened.connect(self._row_opened)
        self.new_button.clicked.connect(lambda: self.wish_meeting())
        self.pages.meeting_wanted.connect(lambda: self.wish_meeting())
        self.pages.wanted.connect(self._head_wish)
        self.pages.note_wanted.connect(self.note_export_wanted)
        self.pages.focus_left.connect(self.view.setFocus)
        self.side_button.clicked.connect(self._toggle_side)
        self.footer.wanted.connect(self._footer_wish)
        self.footer.preview_toggled.connect(self._toggle_preview)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.side)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave_side)

    # Which meeting

    def _show_row(self, row: int) -> None:
        self.view.select_quietly(row)
        self._row_chosen(self.list.record_at(row) if row >= 0 else None)

    def _row_chosen(self, row: MeetingRow | None) -> None:
        self.hand_in()
        if row is not None and row.meeting_id is not None:
            self._open(row.meeting_id)
        else:
            self._facts = None
            if row is None:
                self.pages.open_empty()
            else:
                self.pages.open_person(row)
        self._show_side()

    def _row_opened(self, row: MeetingRow) -> None:
        if row.person_to_meet is not None:
            self.meeting_add_wanted.emit(row.person_to_meet)
        else:
            self.focus_first()

    def _open(self, meeting_id: int) -> None:
        """Show a meeting in a page made for it."""
        facts = self._read(meeting_id)
        if facts is not None:
            self._facts = facts
            self.pages.open_meeting(facts)
            self.footer.show_facts(facts)
            self._fill_side(facts)

    def _read(self, meeting_id: int) -> MeetingFacts | None:
        try:
            return meeting_facts.read(self._journal, meeting_id, self._hours, self._people)
        except JournalError:  # removed meanwhile
            return None

    def _read_people(self) -> None:
        everybody = people.everybody(self._journal, clock.today())
        self._people: list[Person] = [facts.person for facts in everybody]

    # The journal has changed

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        own = changes.origin is self._pen
        if changes.touches("person", "person_tag"):
            self._read_people()
        if changes.touches("goal"):
            self.pages.read_goals()
        shown, row = self.current_meeting_id(), self.view.current_row()
        key = row.key if row is not None else None
        place = row.place if row is not None else ""
        self.view.set_quiet(True)
        self.list.refresh(changes, shown if own else None)
        self.view.set_quiet(False)
        self._show_subtitle()
        self._follow(changes, own, key, place)

    def _follow(self, changes: Changes, own: bool, key: str | None, place: str) -> None:
        """Keep showing what was shown; what is new and made elsewhere comes to the front."""
        shown = self.current_meeting_id()
        row = self.list.row_of(key) if key is not None else -1
        if shown is None or row < 0:
            self._show_row(row if row >= 0 else self.list.first_row())
            return
        self.view.select_quietly(row)
        facts = self._read(shown)
        if facts is None:
            return
        before, self._facts = self._facts, facts
        self.pages.refresh(facts, own)
        self.footer.show_facts(facts)
        if only_agenda(changes, facts) and same_sources(before, facts):
            self.side.render_soon()  # nothing else in the column can have changed
        else:
            self._fill_side(facts)
        if self.list.record_at(row).place != place:
            self._show_side()
            self.view.scrollTo(self.list.index(row, 0))

    def _fill_side(self, facts: MeetingFacts) -> None:
        if facts.is_coming:
            self.side.show_meeting(facts)

    def _show_subtitle(self) -> None:
        n = self.list.agendas_to_finish()
        self.header.set_subtitle(
            trn("{n} agenda to finish", "{n} agendas to finish", n) if n
            else tr("No agenda waiting")
        )

    # Carry-in and preview

    def _render(self) -> None:
        if self.side.is_preview_shown() and self._facts is not None:
            self.pages.hand_in(lines=False)
            self.side.render_now(self._facts.meeting.id)

    def _toggle_preview(self, shown: bool) -> None:
        self.side.choose(shown)
        self._side_open = shown
        self._show_side()

    def _toggle_side(self) -> None:
        self._side_open = self.side.isHidden()
        if self._side_open:
            self.side.choose(False)
        self._show_side()

    def _leave_side(self) -> None:
        if self._narrow and self._side_open:
            self._toggle_side()
            self.side_button.setFocus()

    def _show_side(self) -> None:
        """The right column; in a narrow window it takes the place of the list when it is open."""
        coming = self._facts is not None and self._facts.is_coming
        shown = coming and (self._side_open or not self._narrow)
        listed = not (self._narrow and shown) and not self.list.is_empty()
        self.columns.arrange(LIST if listed else None, self.side.wanted_width(listed) if shown
                             else None, self.side.shown_name())
        self.side_button.setVisible(self._narrow and coming)
        self.side_button.setText(tr("Meetings") if shown else tr("Carry in"))
        self.side_button.set_icon("list-bullets" if shown else "sidebar-simple")
        self.footer.setVisible(coming)
        self.footer.show_preview(shown and self.side.is_preview_chosen())
        self.side.render_soon()

    # Wishes

    def _head_wish(self, wish: str) -> None:
        facts = self._facts
        if facts is None:
            return
        self.hand_in()
        meeting_id = facts.meeting.id
        signals = {
            "move": self.meeting_move_wanted, "postpone": self.meeting_postpone_wanted,
            "cancel": self.meeting_cancel_wanted, "remove": self.meeting_remove_wanted,
            "erase": self.meeting_erase_wanted,
        }
        if wish in signals:
            signals[wish].emit(meeting_id)
        elif wish == "person":
            self.person_wanted.emit(facts.person.id)
        elif wish == "link":
            self.link_wanted.emit(facts.meeting.link)
        elif wish == "send":
            self.footer.email.setFocus(Qt.FocusReason.OtherFocusReason)

    def _footer_wish(self, wish: str) -> None:
        if wish == "readiness" and isinstance(self.page, MeetingEditor):
            self.page.show_readiness()
        elif wish == "start":
            self.start_current()
        elif wish == "copy":
            self.copy_current()
        elif wish == "print":
            self.print_current()
        else:
            self.export_current(wish)

    def _hand_in_for_paper(self) -> bool:
        """Whether there is an agenda to put on paper, with all that was typed in it."""
        self.hand_in()
        if self.current_meeting_id() is None:
            self.message_wanted.emit(tr("Choose a meeting first."))
            return False
        return True

    # The window

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(640), theme.px(400))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._text_resized)

    def _text_resized(self) -> None:
        """Make anew what was measured for another text size."""
        self.hand_in()
        shown = self.current_meeting_id()
        if shown is not None:
            self.side.forget()
            if not self.pages.is_closing:  # the close step measures anew by itself
                self._open(shown)
        self.columns.measure()
        self._narrow = self.width() < theme.px(NARROW)
        self._show_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._side_open = False
            self._show_side()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            self._day = clock.today()
            self.list.load()
            self._show_subtitle()
