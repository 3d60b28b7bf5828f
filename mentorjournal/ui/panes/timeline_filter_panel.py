"""The panel that opens below the filter button: people with a search, standings, roles, kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.journal.records import Person
from mentorjournal.mentoring.timeline import MARK_KINDS
from mentorjournal.mentoring.vocabulary import FIVE_ROLES
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.models.timeline_list import kind_words
from mentorjournal.store.search import fold
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.panes.timeline_filters import (
    STANDINGS,
    TimelineFilter,
    standing_words,
)
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_chips import ChoiceChips
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import tr

WIDTH = 372
PEOPLE_SHOWN = 6
ID = Qt.ItemDataRole.UserRole


class FilterPanel(QFrame):
    """`changed` after every choice; Esc or a click beside it closes it."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPanel")
        self.setAccessibleName(tr("Filter the timeline"))
        self._quiet = False
        self._make_people()
        self.standings = ChoiceChips([(key, standing_words(key)) for key in STANDINGS])
        self.roles = ChoiceChips([(key, word(key)) for key in FIVE_ROLES], dotted=FIVE_ROLES)
        self.kinds = ChoiceChips([(key, kind_words(key)) for key in MARK_KINDS])
        for chips in (self.standings, self.roles, self.kinds):
            chips.value_changed.connect(self._tell)
        self.clear = Button(tr("Clear"), None, "link")
        self.clear.clicked.connect(self._clear)
        self.done = Button(tr("Done"), None, "primary")
        self.done.clicked.connect(self.close)
        self._lay_out()

    def _make_people(self) -> None:
        self.search = QLineEdit()
        self.search.setProperty("dense", True)
        self.search.setPlaceholderText(tr("A part of the name"))
        self.search.setAccessibleName(tr("Find a person"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self.people = QListWidget()
        self.people.setObjectName("filterPeople")
        self.people.setAccessibleName(tr("People shown"))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.people.itemChanged.connect(lambda _: self._tell())
        self.people.itemActivated.connect(_turn)

    def _lay_out(self) -> None:
        lines = column(self, gap=6)
        lines.setContentsMargins(*map(theme.px, (16, 14, 16, 14)))
        lines.addWidget(label(tr("Person"), "label", "muted"))
        lines.addWidget(self.search)
        lines.addWidget(self.people)
        for words, chips in (
            (tr("Who they are"), self.standings), (tr("Role"), self.roles),
            (tr("Kind of mark"), self.kinds),
        ):
            lines.addSpacing(theme.px(6))
            lines.addWidget(label(words, "label", "muted"))
            lines.addWidget(chips)
        lines.addSpacing(theme.px(8))
        buttons = row()
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        lines.addLayout(buttons)
        self._lines: QVBoxLayout = lines

    # What is chosen ---------------------------------------------------------------------------

    def show_filter(self, chosen: TimelineFilter, people: Iterable[Person]) -> None:
        """Show who is there and what is chosen, without saying so."""
        self._quiet = True
        self.people.clear()
        for person in people:
            item = QListWidgetItem(person.name)
            item.setData(ID, person.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)
            on = person.id in chosen.people
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.people.addItem(item)
        parts: Mapping[ChoiceChips, frozenset[str]] = {
            self.standings: chosen.standings, self.roles: chosen.roles, self.kinds: chosen.kinds,
        }
        for chips, keys in parts.items():
            chips.set_value(tuple(keys))
        self.search.clear()
        self.clear.setEnabled(not chosen.is_open)
        self._quiet = False

    def chosen(self) -> TimelineFilter:
        """The filter as it is chosen now."""
        items = (self.people.item(place) for place in range(self.people.count()))
        return TimelineFilter(
            frozenset(
                item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked),
            frozenset(self.kinds.value()), frozenset(self.roles.value()),
            frozenset(self.standings.value()),
        )

    def _tell(self) -> None:
        if not self._quiet:
            chosen = self.chosen()
            self.clear.setEnabled(not chosen.is_open)
            self.changed.emit(chosen)

    def _clear(self) -> None:
        everybody = [self.people.item(place) for place in range(self.people.count())]
        self._quiet = True
        for item in everybody:
            item.setCheckState(Qt.CheckState.Unchecked)
        for chips in (self.standings, self.roles, self.kinds):
            chips.set_value(())
        self._quiet = False
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _find(self, words: str) -> None:
        wanted = fold(words).split()
        for place in range(self.people.count()):
            item = self.people.item(place)
            item.setHidden(not all(part in fold(item.text()) for part in wanted))

    def _found(self) -> list[QListWidgetItem]:
        items = [self.people.item(place) for place in range(self.people.count())]
        return [item for item in items if not item.isHidden()]

    def _take_first(self) -> None:
        if self.search.text().strip() and self._found():
            _turn(self._found()[0])
            self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (watched is self.search and event.type() == QEvent.Type.KeyPress
                and event.key() == Qt.Key.Key_Down and self._found()):
            self.people.setCurrentItem(self._found()[0])
            self.people.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    # The window -------------------------------------------------------------------------------

    def open_below(self, button: QWidget) -> None:
        """Come up below `button`, with the keyboard in the search."""
        keep_width(self, WIDTH)
        line = self.people.sizeHintForRow(0) if self.people.count() else theme.px(26)
        rows = min(max(self.people.count(), 1), PEOPLE_SHOWN)
        self.people.setFixedHeight(rows * line + theme.px(8))
        self.adjustSize()
        screen = button.screen().availableGeometry()
        spot = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        lowest = screen.bottom() - self.height() - 4
        self.move(max(screen.left() + 4, spot.x()), max(screen.top(), min(spot.y(), lowest)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def sizeHint(self) -> QSize:
        width = theme.px(WIDTH)
        return QSize(width, self.layout().totalHeightForWidth(width))


def _turn(item: QListWidgetItem) -> None:
    """Choose a person, or no longer."""
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
