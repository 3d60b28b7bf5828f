"""The head of a person's page: the way back, what can be done, who it is, and four facts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QSizePolicy, QToolButton, QWidget

from mentorjournal.mentoring.vocabulary import area_label
from mentorjournal.models.people_list import level_words, role_word, standing_words
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_facts import Fact, HeadFacts
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label
from mentorjournal.ui.widgets.page_header import HEIGHT
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

FACT = 166  # px, of one fact beside the name
WIDEST = 2_000  # px, more than any fact has
FOLD = 1130  # px below which the facts stand under the name


class PersonHead(QWidget):
    """`wanted` carries the key of what was chosen, as in `MENU`, or of a button."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: HeadFacts | None = None
        self._measured_at = theme.px(100)
        lines = column(self, 0)
        self._bar = self._make_bar()
        lines.addWidget(self._bar)
        lines.addWidget(self._make_who())
        self._size()

    # The upper line ---------------------------------------------------------------------------

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("pageHeader")
        self.up = self._button("back", tr("Network map"), None, "link")
        self.crumb = ElidedLabel("", "body", "muted")
        self.crumb.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.contact = self._button("contact", tr("Log a contact"), "hand-waving")
        self.edit = self._button("edit", tr("Edit"), "pencil-simple")
        self.prepare = self._button("meeting", tr("Prepare meeting"), "clipboard-text", "primary")
        self.next = self._button("next", "", None, "primary")
        self.next.hide()
        self.more = IconButton("dots-three", tr("More to do"), "box", 32)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._fill_menu()
        parts = self._bar_row = row(bar)
        parts.addWidget(self.up)
        parts.addWidget(IconLabel("caret-right", "muted", 12))
        parts.addWidget(self.crumb, 1)
        for each in (self.contact, self.edit, self.prepare, self.next, self.more):
            parts.addWidget(each)
        return bar

    def _button(self, key: str, words: str, icon_name: str | None, kind: str = "") -> Button:
        made = Button(words, icon_name, kind)
        made.clicked.connect(lambda: self.wanted.emit(key))
        return made

    def _fill_menu(self) -> None:
        for key, words, shortcut in (
            ("feedback_ask", tr("Ask for feedback…"), ""),
            ("feedback_log", tr("Note feedback received…"), ""),
            ("given", tr("Note feedback I gave…"), ""),
            ("", "", ""),
            ("map", tr("Show on the map"), ""), ("timeline", tr("Show on the timeline"), ""),
            ("", "", ""),
            ("before", tr("Previous person"), "Alt+PgUp"),
            ("after", tr("Next person"), "Alt+PgDown"),
            ("", "", ""),
            ("merge", tr("Join with another entry…"), ""), ("remove", tr("Remove…"), ""),
            ("erase", tr("Erase for good…"), ""),
        ):
            if not key:
                self.menu.addSeparator()
                continue
            action = self.menu.addAction(words)
            action.setData(key)
            if shortcut:
                action.setShortcut(shortcut)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, key=key: self.wanted.emit(key))

    # Who it is --------------------------------------------------------------------------------

    def _make_who(self) -> QFrame:
        who = QFrame()
        who.setObjectName("personHead")
        self.avatar = Avatar(side=64)
        self.name = ElidedLabel("", "page-title")
        self.about = ElidedLabel("", "small", "muted", most_lines=2)
        chips = QWidget()
        self.chips = FlowLayout(chips)
        words = column(gap=2)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addSpacing(theme.px(2))
        words.addWidget(chips)
        words.addStretch(1)
        identity = QWidget()
        identity.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        parts = row(identity, 16)
        parts.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(words, 1)
        self._identity = identity
        self._facts = QWidget()
        columns = row(self._facts, 0)
        self.facts = [FactColumn() for _ in range(4)]
        for each in self.facts:
            columns.addWidget(each, 1)
        self._grid = QGridLayout(who)
        return who

    def show_facts(self, shown: HeadFacts) -> None:
        """Show this person; nothing is made anew when all is the same."""
        if shown == self._shown:
            return
        self._shown = shown
        one, line = shown.person, shown.line
        self.crumb.setText(one.name)
        self.avatar.set_person(
            one.initials, next(iter(one.roles), None), one.standing, line.photo, one.name)
        self.name.setText(one.name)
        self.about.setText(shown.about)
        self._fill_chips(shown)
        for place, fact in zip(self.facts, shown.facts, strict=True):
            place.show_fact(fact)
        self.prepare.setVisible(one.standing != "past")
        for action in self.menu.actions():
            if action.data() == "given":
                action.setVisible(one.direction == "mentee")

    def show_next(self, words: str, *, is_meeting: bool) -> None:
        """The one filled button: to meet, or the next thing in these words; none where "" is said.
        """
        self.prepare.set_kind("primary" if is_meeting else "")
        self.next.setText(words)
        self.next.setVisible(bool(words) and not is_meeting)

    def _fill_chips(self, shown: HeadFacts) -> None:
        one = shown.person
        self.chips.clear()
        wanted = [] if one.standing == "mentor" else [(standing_words(one), "neutral")]
        wanted += [(role_word(role), role if ":" not in role else "neutral") for role in one.roles]
        wanted += [(level_words(one), "neutral")] if level_words(one) else []
        wanted += [(area_label(area, shown.line.setting), "neutral") for area in one.areas]
        wanted += [(tr("Outside my field"), "neutral")] if one.outside_field else []
        for words, tone in wanted:
            chip = Chip(words, tone)
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.chips.addWidget(chip)
        self.chips.parentWidget().setVisible(bool(wanted))

    def set_beside(self, before: bool, after: bool) -> None:
        """Whether there is somebody before and after this person."""
        for action in self.menu.actions():
            if action.data() in ("before", "after"):
                action.setEnabled(before if action.data() == "before" else after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme.px(100) != self._measured_at:
            self._measured_at = theme.px(100)
            self._size()

    def _size(self) -> None:
        """As large as the text is now."""
        side = theme.px(24)
        self._bar.setFixedHeight(theme.px(HEIGHT))
        self._bar_row.setContentsMargins(side, 0, side, 1)
        self._grid.setContentsMargins(side, theme.px(18), side, theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        self._folded_at: tuple[bool, int] | None = None
        self._fold()

    def _fold(self) -> None:
        """With the facts beside the name, or below it."""
        folded = self.width() < theme.px(FOLD)
        if (folded, self._measured_at) == self._folded_at:
            return
        self._folded_at = folded, self._measured_at
        self._grid.removeWidget(self._facts)
        self._grid.addWidget(self._identity, 0, 0)
        self._grid.addWidget(self._facts, 1 if folded else 0, 0 if folded else 1)
        self._grid.setColumnStretch(0, 1)
        for place, each in enumerate(self.facts):
            each.set_edge(not folded or place > 0)
            each.setMinimumWidth(0 if folded else theme.px(FACT))
            each.setMaximumWidth(WIDEST if folded else theme.px(FACT))


class FactColumn(QFrame):
    """A caption, what is so, and a line about it; with an edge at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("fact", True)
        self.caption = label("", "small", "muted")
        self.value = ElidedLabel("", "heading")
        self.more = ElidedLabel("", "small", "muted", most_lines=2)
        self._column = column(self, 2)
        for each in (self.caption, self.value, self.more):
            self._column.addWidget(each)
        self._column.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        """Show another one."""
        self.caption.setText(fact.caption)
        self.value.setText(fact.value)
        self.more.setText(fact.more)
        dress(self.more, "small", fact.tone)
        self.setAccessibleName(f"{fact.caption}: {fact.value}. {fact.more}".rstrip(" ."))

    def set_edge(self, shown: bool) -> None:
        """With its edge, or flush where it is the first of a line."""
        self.setProperty("edge", shown)
        self._column.setContentsMargins(theme.px(16) if shown else 0, 0, theme.px(12), 0)
        self.style().unpolish(self)
        self.style().polish(self)
