"""Letter briefs: the letters asked for, one of them with its brief, and the page it becomes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.exchange import brief_files
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.models.letter_list import TABLES as LIST_TABLES
from mentorjournal.models.letter_list import LetterList, LetterRow
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes import letters_facts
from mentorjournal.ui.panes.letters_empty import LettersEmpty
from mentorjournal.ui.panes.letters_facts import TABLES, LetterFacts
from mentorjournal.ui.panes.letters_footer import LettersFooter
from mentorjournal.ui.panes.letters_head import menu_entries
from mentorjournal.ui.panes.letters_list import LettersColumn
from mentorjournal.ui.panes.letters_page import LetterPage
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.page_preview import PagePreview, Proof
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.three_columns import ThreeColumns
from mentorjournal.words import tr

LIST, PAGE = 280, 392  # px (TOKENS §9)
NARROW = 1124  # px of pane width, a window of 1180
WALK_MS = 120  # of a key held down: a letter is shown where it rests


class LettersPane(Pane):
    """States wishes by signal; what is typed it hands to the verbs itself."""

    wished = Signal(str, int)  # a wish and the letter
    paper_wished = Signal(str, int, int)  # a wish, the letter, and the paper
    letter_add_wanted = Signal()
    accomplishments_wanted = Signal()
    export_wanted = Signal(int, str)
    print_wanted = Signal(int)
    message_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._pen = Pen(journal, self)
        self._facts: LetterFacts | None = None
        self._day, self._scale = clock.today(), theme.px(100)
        self._narrow = False
        self._side_open = False  # only in a narrow window
        self._passed: LetterRow | None = None  # the row that is chosen, but not shown yet
        self._walking = QTimer(self, singleShot=True, interval=WALK_MS)
        self.list = LetterList(journal, self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._show_header()
        self._show_row(self.list.first_row())

    # What others ask of it

    def current_letter_id(self) -> int | None:
        """The letter that is shown."""
        return self._facts.letter.id if self._facts is not None else None

    def show_letter(self, letter_id: int) -> None:
        """Bring a letter to the front, whatever the list is filtered by."""
        if self.list.row_of_letter(letter_id) < 0:
            self.column.find.clear()
        row = self.list.row_of_letter(letter_id)
        if row >= 0:
            self._show_row(row)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.list.is_empty():
            self.new_button.setFocus()
        else:
            self.column.view.setFocus()

    def export_current(self, suffix: str) -> None:
        """Ask for the shown brief as a file."""
        if self._hand_in_for_paper():
            self.export_wanted.emit(self.current_letter_id(), suffix)

    def print_current(self) -> None:
        """Ask for the shown brief on paper."""
        if self._hand_in_for_paper():
            self.print_wanted.emit(self.current_letter_id())

    def wish_letter(self) -> None:
        """Ask for a new request."""
        self.hand_in()
        self.letter_add_wanted.emit()

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.page.hand_in()

    # How it is made

    def _make_parts(self) -> None:
        self.header = PageHeader(tr("Letter briefs"))
        self.side_button = self.header.add_button(tr("Preview"), "eye")
        self.accomplishments = self.header.add_button(tr("Accomplishments"), "medal")
        self.new_button = self.header.add_button(tr("New request"), "plus")
        self.column = LettersColumn(self.list)
        self.page = LetterPage(self._pen, self._journal, self._settings)
        self.empty = LettersEmpty()
        self.preview = PagePreview(self._settings)
        self.footer = LettersFooter()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.empty)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setObjectName("canvas")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = column(middle, gap=0)
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.footer)
        self.columns = ThreeColumns(
            self._settings, "letters", (self.column, middle, self.preview), (220, 300))
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.columns, 1)

    def _wire(self) -> None:
        self._pen.refused.connect(self.refused)
        self.accomplishments.clicked.connect(self.accomplishments_wanted)
        self.new_button.clicked.connect(self.wish_letter)
        self.empty.letter_wanted.connect(self.wish_letter)
        self.empty.accomplishments_wanted.connect(self.accomplishments_wanted)
        self.column.filtered.connect(self._filtered)
        self.column.view.row_chosen.connect(self._walk_to)
        self._walking.timeout.connect(self._arrive)
        self.column.view.opened.connect(lambda _row: self._open_page())
        self.column.view.removal_wanted.connect(lambda which: self.wished.emit("remove", which))
        self.column.view.menu_wanted.connect(self._show_menu)
        self.page.wanted.connect(self._wish)
        self.page.typed.connect(self.preview.typed)
        self.page.editor.refused.connect(self.refused)
        self._pen.typed.connect(self.preview.typed)
        self.preview.wanted.connect(lambda: self._render(self.preview.show_proof))
        self.side_button.clicked.connect(self._toggle_side)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.preview)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave_side)
        self.footer.wanted.connect(self._footer_wish)

    # Which letter

    def _show_row(self, row: int) -> None:
        self.column.view.select_place(row)
        self._row_chosen(self.list.record_at(row) if row >= 0 else None)

    def _walk_to(self, row: LetterRow) -> None:
        """Show a letter at once, but not every one that a held key passes."""
        if self._walking.isActive():
            self._passed = row
        else:
            self._row_chosen(row)
        self._walking.start()

    def _arrive(self) -> None:
        """Show the letter that is chosen, if it is not shown yet."""
        if self._passed is not None:
            self._row_chosen(self._passed)

    def _open_page(self) -> None:
        self._arrive()
        self.page.focus_first()

    def _filtered(self) -> None:
        self._arrive()
        self._select(self.current_letter_id())

    def _row_chosen(self, row: LetterRow | None) -> None:
        self._passed = None
        self.hand_in()
        self._facts = self._read(row.letter_id) if row and row.letter_id is not None else None
        if self._facts is not None:
            self.page.open(self._facts)
            self.footer.show_facts(self._facts)
        self._show_parts()
        self._render(self.preview.show_from_start)

    def _read(self, letter_id: int) -> LetterFacts | None:
        try:
            return letters_facts.read(self._journal, letter_id)
        except JournalError:  # removed meanwhile
            return None

    def _show_parts(self) -> None:
        there = self._facts is not None
        self.stack.setCurrentWidget(self.page if there else self.empty)
        self.footer.setVisible(there)
        shown = there and (self._side_open or not self._narrow)
        listed = not self.list.is_empty() and not (self._narrow and shown)
        self.columns.arrange(LIST if listed else None, PAGE if shown else None, "page")
        self.side_button.setVisible(self._narrow and there)
        self.side_button.setText(tr("Letters") if shown else tr("Preview"))
        self.side_button.set_icon("list-bullets" if shown else "eye")

    # The page beside it

    def _render(self, show: Callable[[Proof], None]) -> None:
        if self._facts is None or not self.preview.isVisible():
            return
        self.hand_in()
        show(partial(
            brief_files.proof, self._journal, self._facts.letter.id, clock.today()))

    def _toggle_side(self) -> None:
        self._side_open = self.preview.isHidden()
        self._show_parts()
        self._render(self.preview.show_proof)

    def _leave_side(self) -> None:
        if self._narrow and self._side_open:
            self._toggle_side()
            self.side_button.setFocus()

    # The journal has changed

    def take_changes(self, changes: Changes) -> None:
        if not changes.touches(*TABLES):
            return
        own = changes.origin is self._pen
        shown = self.current_letter_id()
        if changes.touches(*LIST_TABLES):
            self._reload(self._passed.letter_id if self._passed is not None else shown)
        facts = self._read(shown) if shown is not None else None
        if facts is None:
            self._show_row(self.list.first_row())
            return
        self._facts = facts
        self.page.refresh(facts, own)
        self.page.take_changes(changes)
        self.footer.show_facts(facts)
        self.preview.soon()

    def _reload(self, shown: int | None) -> None:
        self.column.view.set_quiet(True)
        self.list.load()
        self.column.view.set_quiet(False)
        self.column.view.doItemsLayout()  # a row with something waiting is higher
        self._show_header()
        self._select(shown)

    def _select(self, letter_id: int | None) -> None:
        """Mark a letter in the list, if it is listed."""
        row = self.list.row_of_letter(letter_id) if letter_id is not None else -1
        self.column.view.select_place(row)

    def _show_header(self) -> None:
        self.header.set_subtitle(self.list.summary())

    # Wishes

    def _wish(self, wish: str, part: int) -> None:
        which = self.current_letter_id()
        if which is None:
            return
        self.hand_in()
        if wish == ".txt":
            self.export_current(wish)
        elif wish.startswith("paper_"):
            self.paper_wished.emit(wish, which, part)
        else:
            self.wished.emit(wish, which)

    def _footer_wish(self, wish: str) -> None:
        if wish == "sent":
            self._wish(wish, 0)
        else:
            self.export_current(wish)

    def _show_menu(self, letter_id: int, place: QPoint) -> None:
        row = self.list.record_at(self.list.row_of_letter(letter_id))
        if row.letter is None or row.move is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in menu_entries(row.letter, row.move):
            menu.addAction(words).triggered.connect(
                lambda _on=False, key=key: self._wish(key, 0))
        menu.popup(place)

    def _hand_in_for_paper(self) -> bool:
        self._arrive()
        self.hand_in()
        if self.current_letter_id() is None:
            self.message_wanted.emit(tr("Choose a letter first."))
            return False
        return True

    # The window

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(640), theme.px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow, self._side_open = narrow, False
            self._show_parts()
            self.preview.soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._text_resized)

    def _text_resized(self) -> None:
        """Make anew what was measured for another text size."""
        self._narrow = self.width() < theme.px(NARROW)
        self.columns.measure()
        self._show_row(self.list.row_of_letter(self.current_letter_id() or 0))
        self.column.view.doItemsLayout()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._walking.stop()  # the journal may be closed by then

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrive()
        if clock.today() != self._day:  # the night has passed
            self._day = clock.today()
            self._reload(self.current_letter_id())
        self.preview.soon()
