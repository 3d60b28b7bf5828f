"""Beside the list: one accomplishment in full, the credit of each contributor, and its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QWidget

from mentorjournal.journal.between import Credit
from mentorjournal.journal.files import KeptFile
from mentorjournal.journal.records import Person
from mentorjournal.models.accomplishment_list import (
    AccomplishmentRow,
    competency_words,
    credit_words,
    is_owed,
    number_words,
)
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule, scrolled, wrapped
from mentorjournal.words import ago, long_day, size_words, tr

FOOTER = 56


@dataclass(frozen=True)
class AccomplishmentShown:
    """An accomplishment with those who have a part in it, and its file."""

    row: AccomplishmentRow
    people: Mapping[int, Person]
    file: KeptFile | None


class AccomplishmentDetail(QWidget):
    """Built anew for every other accomplishment or fact; the keyboard stays where it was."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    person_wanted = Signal(int)
    credit_wanted = Signal(int)  # the id of somebody's part, as the next two
    credit_back_wanted = Signal(int)
    contributor_drop_wanted = Signal(int)
    save_wanted = Signal(object)  # the file that is kept, as the next one
    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shown: AccomplishmentShown | None = None
        self._scale = theme.px(100)
        self.edit = Button(tr("Edit…"), "pencil-simple")
        self.edit.clicked.connect(lambda: self._say(self.edit_wanted))
        self.remove = Button(tr("Remove"), "trash")
        self.remove.clicked.connect(lambda: self._say(self.remove_wanted))
        self._footer = QFrame()
        self._footer.setObjectName("actionBar")
        self._deeds = row(self._footer)
        self._deeds.addWidget(self.edit)
        self._deeds.addStretch(1)
        self._deeds.addWidget(self.remove)
        self.area: QScrollArea = scrolled(QWidget())
        lines = column(self, gap=0)
        lines.addWidget(self.area, 1)
        lines.addWidget(self._footer)
        self._size()

    def show_accomplishment(self, shown: AccomplishmentShown | None) -> None:
        """Show this one; nothing is rebuilt when all is the same."""
        if shown == self.shown:
            return
        again = self._held()
        same = shown and self.shown and shown.row.id == self.shown.row.id
        place = self.area.verticalScrollBar().value() if same else 0
        self.shown = shown
        body = QWidget()
        body.setProperty("clear", True)
        lines = column(body, 14)
        lines.setContentsMargins(*(theme.px(n) for n in (20, 18, 16, 20)))
        for part in self._parts(shown) if shown else ():
            lines.addWidget(part)
        lines.addStretch(1)
        self._footer.setVisible(shown is not None)
        before = self.area.takeWidget()  # one of its buttons may just be pressed
        before.hide()
        before.setParent(self)
        before.deleteLater()
        self.area.setWidget(body)
        self.area.verticalScrollBar().setValue(place)
        found = body.findChild(QWidget, again) if again else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif again:  # it went, as "Give credit…" does once it is given
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QWidget.setTabOrder(self._last_stop(body), self.edit)
        QWidget.setTabOrder(self.edit, self.remove)

    def _held(self) -> str:
        """The name of the button that has the keyboard, also under a form that is open."""
        focused = self.window().focusWidget()
        inside = focused is not None and self.area.isAncestorOf(focused)
        return focused.objectName() if inside else ""

    def _last_stop(self, body: QWidget) -> QWidget:
        stops = [one for one in body.findChildren(QWidget) if one.objectName().startswith("deed:")]
        return stops[-1] if stops else body

    def _say(self, signal: object) -> None:
        if self.shown is not None:
            signal.emit(self.shown.row.id)  # type: ignore[attr-defined]

    # What it says -----------------------------------------------------------------------------

    def _parts(self, shown: AccomplishmentShown) -> list[QWidget]:
        parts = [self._head(shown.row), *self._facts(shown.row)]
        contributors = shown.row.achieved.contributors
        if contributors:
            parts += [rule(), self._section(tr("Who contributed"), [
                self._contributor(shown, one) for one in contributors])]
        witnesses = shown.row.achieved.witnesses
        if witnesses:
            parts += [rule(), self._section(tr("Who saw it"), [
                self._person(shown, one, []) for one in witnesses])]
        if shown.file is not None:
            parts += [rule(), self._section(tr("File"), [self._file(shown.file)])]
        return parts

    def _head(self, one: AccomplishmentRow) -> QWidget:
        box = QWidget()
        lines = column(box, 2)
        lines.addWidget(wrapped(one.about.title, "record-title"))
        day = one.about.date
        if day is None:
            said = tr("Without a day")
        elif day > one.as_of:
            said = long_day(day)
        else:
            said = tr("{day}, {ago}", day=long_day(day), ago=ago((one.as_of - day).days))
        lines.addWidget(wrapped(said, "small", "muted"))
        return box

    def _facts(self, one: AccomplishmentRow) -> list[QWidget]:
        parts = []
        if one.about.result:
            parts.append(self._said(tr("What came of it"), one.about.result))
        if number_words(one):
            parts.append(self._said(tr("In numbers"), number_words(one)))
        if one.about.competencies:
            box = QWidget()
            lines = column(box, 4)
            lines.addWidget(label(tr("What it shows of me"), "small", "muted"))
            chips = QWidget()
            flow = FlowLayout(chips)
            for words in competency_words(one):
                chip = Chip(words)
                # Own words may be long: they are cut, and never widen the column.
                chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
                flow.addWidget(chip)
            lines.addWidget(chips)
            parts.append(box)
        if one.goal:
            parts.append(self._said(tr("Towards the goal"), one.goal))
        return parts

    def _said(self, name: str, text: str) -> QWidget:
        box = QWidget()
        lines = column(box, 2)
        lines.addWidget(label(name, "small", "muted"))
        lines.addWidget(wrapped(text))
        return box

    def _section(self, words: str, rows: Sequence[QWidget]) -> QWidget:
        box = QWidget()
        lines = column(box, 10)
        lines.addWidget(label(words, "heading"))
        for each in rows:
            lines.addWidget(each)
        return box

    def _contributor(self, shown: AccomplishmentShown, part: Credit) -> QWidget:
        owed = is_owed(part, shown.row.as_of)
        tone = "ok" if not owed else "warn" if shown.row.is_late else "muted"
        sign = "check-circle" if not owed else "warning-circle" if tone == "warn" else (
            "circle-dashed")
        said = QWidget()
        line = row(said, 5)
        line.addWidget(IconLabel(sign, tone, 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(wrapped(credit_words(part, shown.row.as_of), "small", tone), 1)
        below = [said]
        name = shown.people[part.person_id].short_name
        if owed:
            give = Button(tr("Give credit…"), None, "row")
            give.setObjectName(f"deed:credit:{part.id}")
            give.setAccessibleName(tr("Give credit to {name}…", name=name))
            give.clicked.connect(partial(self.credit_wanted.emit, part.id))
            holder = QWidget()
            beside = row(holder)
            beside.addWidget(give)
            beside.addStretch(1)
            below.append(holder)
        return self._person(shown, part, below, self._menu(part, name, owed))

    def _person(
        self, shown: AccomplishmentShown, part: Credit, below: Sequence[QWidget],
        right: QWidget | None = None,
    ) -> QWidget:
        one = shown.people[part.person_id]
        box = QWidget()
        across = row(box, 10)
        face = Avatar(side=28)
        face.set_person(one.initials, next(iter(one.roles), None), one.standing, None, one.name)
        across.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=3)
        lines.addWidget(wrapped(one.name, "row-title"))
        for each in below:
            lines.addWidget(each)
        if not below:
            lines.addStretch(1)
        across.addLayout(lines, 1)
        if right is None:
            page = IconButton("user", tr("Open the page of {name}", name=one.short_name))
            page.setObjectName(f"deed:person:{part.id}")
            page.clicked.connect(partial(self.person_wanted.emit, one.id))
            right = page
        across.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _menu(self, part: Credit, name: str, owed: bool) -> IconButton:
        choices: list[tuple[str, Callable[[], object]]] = [
            (tr("Open their page"), partial(self.person_wanted.emit, part.person_id))]
        if not owed:
            choices += [
                (tr("Change the credit…"), partial(self.credit_wanted.emit, part.id)),
                (tr("Not credited after all"), partial(self.credit_back_wanted.emit, part.id))]
        choices.append(
            (tr("Did not contribute"), partial(self.contributor_drop_wanted.emit, part.id)))
        more = IconButton("dots-three", tr("More for {name}", name=name))
        more.setObjectName(f"deed:more:{part.id}")
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for words, do in choices:
            menu.addAction(words, lambda do=do: do())
        more.setMenu(menu)
        return more

    def _file(self, file: KeptFile) -> QWidget:
        box = QWidget()
        across = row(box, 10)
        across.addWidget(IconLabel("paperclip", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=3)
        lines.addWidget(wrapped(file.name, "row-title"))
        lines.addWidget(label(size_words(file.size), "small", "muted"))
        deeds = row(gap=6)
        for words, name, signal in (
            (tr("Save a copy…"), "deed:save", self.save_wanted),
            (tr("Open a copy…"), "deed:open", self.open_wanted),
        ):
            button = Button(words, None, "row")
            button.setObjectName(name)
            button.clicked.connect(partial(signal.emit, file))
            deeds.addWidget(button)
        deeds.addStretch(1)
        lines.addSpacing(theme.px(4))
        lines.addLayout(deeds)
        across.addLayout(lines, 1)
        return box

    # Its size ---------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._measure_again)

    def _measure_again(self) -> None:
        """Build it anew, once the new style has reached everything."""
        self._size()
        shown, self.shown = self.shown, None
        self.show_accomplishment(shown)

    def _size(self) -> None:
        self._footer.setFixedHeight(theme.px(FOOTER))
        self._deeds.setContentsMargins(theme.px(16), 1, theme.px(16), 0)
