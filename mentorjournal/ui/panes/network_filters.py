"""The bar above map and list: roles, standings, words; what does not fit folds into menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.mentoring.vocabulary import FIVE_ROLES, label
from mentorjournal.ui import theme
from mentorjournal.ui.icons import dot
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.ui.widgets.segmented import FilterChip
from mentorjournal.words import listing, tr, trn

HEIGHT = 44
GAP = 5
SEARCH = 168  # px that a search field needs at the least


class _DetailsButton(IconButton):
    """Folds the details; while they are folded it says how many gaps are named there."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None) -> None:
        self._count, self._words = 0, words
        super().__init__(icon_name, words, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(lambda _on: self.show_words())

    def set_count(self, count: int) -> None:
        """How many gaps there are."""
        self._count = count
        self.show_words()

    def show_words(self) -> None:
        """Count the gaps beside the sign while nothing else shows them."""
        said = trn("{n} gap", "{n} gaps", self._count) if (
            self._count and not self.isChecked()) else ""
        self.setText(said)
        self.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if said else
            Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAccessibleName(
            tr("{words}: {said}", words=self._words, said=said) if said else self._words)
        self._size()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.minimumHeight())

    def _size(self) -> None:
        super()._size()
        if self.text():
            self.setFixedWidth(super().sizeHint().width())


class FilterBar(QFrame):
    """Which people are shown; `changed` after every choice, `words_changed` after typing."""

    changed = Signal()
    words_changed = Signal(str)
    details_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.roles: frozenset[str] = frozenset()
        self._everyone = FilterChip(tr("All roles"))
        self._chips = {role: FilterChip(label(role), role) for role in FIVE_ROLES}
        self._ticks = {
            "candidate": FilterChip(tr("Candidates"), tick=True),
            "past": FilterChip(tr("Past"), tick=True),
            "mentee": FilterChip(tr("Mentees"), tick=True, tooltip=tr("People I mentor")),
        }
        self._role_button, self._role_actions = self._menu_button(
            tr("All roles"), {role: label(role) for role in FIVE_ROLES}, self._take_role
        )
        self._show_button, self._show_actions = self._menu_button(
            tr("Show"), {key: tick.accessibleName() for key, tick in self._ticks.items()},
            lambda key, on: self._ticks[key].setChecked(on),
        )
        for role, action in self._role_actions.items():
            action.setIcon(dot(role))
        self.search = SearchLine(
            tr("Filter by any word"), tr("Filter the list by any word"), dense=True)
        self.search.searched.connect(self.words_changed)
        self.details = _DetailsButton("sidebar-simple", tr("Details beside the map"))
        self._set_up()
        self._lay_out()

    def _menu_button(
        self, words: str, entries: dict[str, str], take: Callable[[str, bool], None]
    ) -> tuple[Button, dict[str, QAction]]:
        button = Button(words, None, "row")
        menu = QMenu(button)
        actions = {}
        for key, entry in entries.items():
            action = menu.addAction(entry.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(lambda on, key=key: take(key, on))
            actions[key] = action
        button.setMenu(menu)
        return button, actions

    def _set_up(self) -> None:
        self._everyone.setChecked(True)
        self._everyone.clicked.connect(lambda: self.set_roles(()))
        for role, chip in self._chips.items():
            chip.clicked.connect(lambda on, role=role: self._take_role(role, on))
        for key, tick in self._ticks.items():
            tick.setChecked(True)
            self._show_actions[key].setChecked(True)
            tick.toggled.connect(self._show_actions[key].setChecked)
            tick.toggled.connect(self.changed)
        self.search.hide()
        self.details.toggled.connect(self.details_toggled)
        self.details.toggled.connect(lambda _on: self._fold())

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        for widget in (self._everyone, *self._chips.values(), self._role_button):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 100)
        for widget in (*self._ticks.values(), self._show_button, self.details):
            self._row.addWidget(widget)
        self._size()

    # What is chosen ---------------------------------------------------------------------------

    def shows(self, person: Person) -> bool:
        """Whether the filter lets this person through."""
        if person.standing in self._ticks and not self._ticks[person.standing].isChecked():
            return False
        return not self.roles or bool(self.roles & set(person.roles))

    @property
    def is_open(self) -> bool:
        """Whether it lets everybody through."""
        return not self.roles and all(tick.isChecked() for tick in self._ticks.values())

    def set_roles(self, roles: tuple[str, ...] | frozenset[str]) -> None:
        """Show those with one of `roles`; none means everybody."""
        self.roles = frozenset(roles)
        self._everyone.setChecked(not self.roles)
        for role, chip in self._chips.items():
            chip.setChecked(role in self.roles)
            self._role_actions[role].setChecked(role in self.roles)
        named = [label(role) for role in FIVE_ROLES if role in self.roles]
        words = listing(named) if len(named) < 3 else tr("{n} roles", n=len(named))
        self._role_button.setText(words or tr("All roles"))
        self._fold()
        self.changed.emit()

    def _take_role(self, role: str, on: bool) -> None:
        self.set_roles(self.roles | {role} if on else self.roles - {role})

    def clear(self) -> None:
        """Let everybody through again."""
        for tick in self._ticks.values():
            tick.setChecked(True)
        self.search.clear()
        self.hand_in()
        self.set_roles(())

    def hand_in(self) -> None:
        """Filter by the words now, without waiting for the pause."""
        self.search.hand_in()

    def set_searching(self, on: bool) -> None:
        """The search field belongs to the list."""
        self.search.setVisible(on)
        self._fold()

    def set_gaps(self, count: int) -> None:
        """How many gaps are named beside the map: folded away, they are counted here."""
        self.details.set_count(count)
        self._fold()

    def set_details(self, shown: bool) -> None:
        """Say whether the details are open, without a signal."""
        self.details.blockSignals(True)
        self.details.setChecked(shown)
        self.details.blockSignals(False)
        self.details.show_words()
        self._fold()

    # What fits --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._size()
            QTimer.singleShot(0, self, self._fold)  # the parts learn of the new style after us

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(12), 1)
        self._row.setSpacing(theme.px(GAP))

    def minimumSizeHint(self) -> QSize:
        # What does not fit folds, so the parts ask for no room of their own.
        return QSize(theme.px(260), theme.px(HEIGHT))

    def _fold(self) -> None:
        roles: list[QWidget] = [self._everyone, *self._chips.values()]
        ticks: list[QWidget] = list(self._ticks.values())
        forms = (
            (roles, ticks), (roles, [self._show_button]), ([self._role_button], ticks),
            ([self._role_button], [self._show_button]),
        )
        shown = next((form for form in forms if self._needs(form) <= self.width()), forms[-1])
        for widget in (*roles, *ticks, self._role_button, self._show_button):
            widget.setVisible(any(widget in part for part in shown))
        self._row.activate()  # at once: the next picture would still squeeze what is hidden now

    def _needs(self, form: tuple[list[QWidget], list[QWidget]]) -> int:
        parts = [*form[0], *form[1], self.details]
        wide = sum(part.sizeHint().width() + theme.px(GAP) for part in parts)
        if not self.search.isHidden():
            wide += theme.px(SEARCH + GAP)
        return wide + theme.px(16 + 12)
