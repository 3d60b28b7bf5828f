"""The base of every form: labelled fields, one check at every change, OK only when all is well.

A form returns values and never writes. What is wrong is said in a sentence below the field, once
something was written there or it was to be saved; before that, quietly beside the buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.letters import show_letters
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.field_values import complaint_of, fill, value_of, watch
from mentorjournal.ui.widgets.form_drafts import FormDrafts
from mentorjournal.ui.widgets.form_page import FormPage
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.journal.journal import Journal

W = TypeVar("W", bound=QWidget)
LEAST_WIDTH = {1: 420, 2: 640}
SHARES = 11, 10  # of the width: the fields, and what stands beside them


@dataclass
class _Field:
    widget: QWidget
    says: QLabel
    hint: str
    heading: QLabel | None = None
    visited: bool = False


# Called with a form's values when it is accepted; gives the sentence of a refusal, or None.
Take = Callable[[dict[str, Any]], str | None]


class FormDialog(QDialog):
    """Subclass: add fields in __init__, then call `fill_in`; override `check`."""

    edited = Signal()  # some field has another value

    def __init__(
        self, title: str, parent: QWidget | None = None, *, ok: str = "", columns: int = 1,
        intro: str = "", record: tuple[str, int] | None = None,
    ) -> None:
        """`ok` are the words of the primary button, Save without any; `columns` 1 or 2.

        `record` is the table and id of the record whose fields the form's keys are.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.take: Take | None = None
        self._record_shown = record
        self._drafts: FormDrafts | None = None
        self._columns = columns
        self._fields: dict[str, _Field] = {}
        self._title = label(title, "record-title", wrap=True)
        self._intro = label(intro, "body", "muted", wrap=True)
        self._intro.setVisible(bool(intro))
        self._says = label("", "small", "muted", wrap=True)
        self._cancel = Button(tr("Cancel"))
        self._ok = Button(ok or tr("Save"), kind="primary")
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self.accept)
        self._ok.setDefault(True)
        self._lay_out()
        self.setMinimumWidth(theme.px(LEAST_WIDTH[columns]))

    # What a form is made of

    def add_field(
        self, key: str, words: str, widget: W, *, wide: bool = False, hint: str = "",
    ) -> W:
        """A field with its words above it; `wide` takes both columns, `hint` stands below."""
        heading = label(words, "label", "ink2")
        heading.setBuddy(widget)
        says = label(hint, "small", "muted", wrap=True)
        says.setVisible(bool(hint))
        self._add_cell(wide, heading, widget, says)
        self._register(key, words, widget, says, hint)
        self._fields[key].heading = heading
        return widget

    def add_check(self, key: str, widget: W, *, wide: bool = True, hint: str = "") -> W:
        """A field that carries its own words, such as a QCheckBox."""
        says = label(hint, "small", "muted", wrap=True)
        says.setVisible(bool(hint))
        self._add_cell(wide, widget, says)
        self._register(key, "", widget, says, hint)
        return widget

    def add_heading(self, words: str) -> None:
        """A heading over the fields that follow."""
        heading = label(words, "heading")
        heading.setContentsMargins(0, theme.px(6), 0, 0)
        self._add_cell(True, heading)

    def add_wide(self, widget: W) -> W:
        """Anything else, across the form."""
        self._add_cell(True, widget)
        return widget

    def begin_side(self) -> None:
        """What is added from here on stands beside the rest, in view however far that scrolls."""
        self._columns = 1
        self._add_page(FormPage(1, (12, 4, 24, 8), close=True))
        for place, share in enumerate(SHARES):
            self._across.setStretch(place, share)

    def fill_in(self, values: Mapping[str, Any] | None = None) -> None:
        """Show `values` by key, then check; call it when all fields are added."""
        for key, value in (values or {}).items():
            if key in self._fields:
                fill(self._fields[key].widget, value)
        for each in self._fields.values():
            each.visited = False
        self.validate()

    # What a form gives

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        """What is wrong: a sentence by key, "" for the form as a whole. Override it."""
        return {}

    def wrong_now(self, values: Mapping[str, Any]) -> dict[str, str]:
        """What fields by themselves find wrong, and what the form does."""
        found = {key: complaint_of(each.widget) for key, each in self._fields.items()}
        return {key: said for key, said in found.items() if said} | dict(self.check(values))

    def values(self) -> dict[str, Any]:
        """The values by key; texts are stripped. Override it to give a record."""
        return self.field_values()

    def field_values(self) -> dict[str, Any]:
        """The values of all fields by key."""
        return {key: value_of(each.widget) for key, each in self._fields.items()}

    def field(self, key: str) -> QWidget:
        """The widget of a field."""
        return self._fields[key].widget

    def set_field_shown(self, key: str, shown: bool) -> None:
        """Show a field and its words, or hide them while it has no meaning."""
        field = self._fields[key]
        field.widget.setVisible(shown)
        if field.heading is not None:
            field.heading.setVisible(shown)
        self.validate()

    def set_words(self, key: str, words: str) -> None:
        """Call a field something else."""
        field = self._fields[key]
        if field.heading is not None:
            field.heading.setText(words)
        field.widget.setAccessibleName(words)

    def set_hint(self, key: str, hint: str) -> None:
        """Say something quiet below a field."""
        if hint != self._fields[key].hint:
            self._fields[key].hint = hint
            self.validate()

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        """Show what was typed before; override it where one field depends on another."""
        for key, value in values.items():
            if key in self._fields:
                fill(self._fields[key].widget, value)

    def draft_words(self, values: Mapping[str, Any]) -> str:
        """What of a draft was written, not chosen; override it for texts that are no field."""
        texts = (
            value for key, value in values.items()
            if key in self._fields and isinstance(value, str)
            and isinstance(self._fields[key].widget, QLineEdit | QPlainTextEdit)
        )
        return " ".join(filter(None, texts))

    def keep_draft(self, journal: Journal, key: str) -> None:
        """From now on keep what is typed as a draft, and offer what was left of an earlier one."""
        self._drafts = FormDrafts(self, journal, key)

    def take_up_draft(self) -> None:
        """Go on with the newest draft that is offered, if there is one."""
        if self._drafts is not None:
            self._drafts.take_up_newest()

    def give_up(self) -> None:
        """Forget what was written here, once that was agreed to."""
        if self._drafts is not None:
            self._drafts.end()
            self._drafts = None

    def put_aside(self) -> None:
        """Close without an answer, as when the journal is locked; the draft is offered later."""
        if self._drafts is not None:
            self._drafts.keep()
            self._drafts = None
        QDialog.done(self, QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        if self._drafts is not None and result == QDialog.DialogCode.Accepted:
            self._drafts.end()
        elif self._drafts is not None:
            self._drafts.set_aside()
        super().done(result)

    def ok_button(self) -> Button:
        """The primary button."""
        return self._ok

    def validate(self) -> bool:
        """Check all fields and say what is wrong; whether all is well."""
        values = self.field_values()
        show_letters({char for text in values.values() if isinstance(text, str) for char in text})
        wrong = self.wrong_now(values)
        unsaid = [wrong[""]] if wrong.get("") else []
        for key, each in self._fields.items():
            sentence = wrong.get(key, "")
            self._say(each, sentence if each.visited else "")
            if sentence and not each.visited:
                unsaid.append(sentence)
        self._says.setText(unsaid[0] if unsaid else "")
        dress(self._says, "small", "alert" if wrong.get("") else "muted")
        self._ok.setEnabled(not wrong)
        return not wrong

    def accept(self) -> None:
        """Close when all is well and, where somebody takes the values at once, they were taken."""
        for each in self._fields.values():
            each.visited = True
        if not self.validate():
            return
        refusal = self.take(self.values()) if self.take else None
        if refusal is None:
            super().accept()
        else:  # what was typed stays here
            self._says.setText(refusal)
            dress(self._says, "small", "alert")

    def exec(self) -> int:
        """Show it until it is answered; it goes once its values have been read."""
        answer = super().exec()
        self.deleteLater()
        return answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if any(watched is page.body for page in self._pages):
            if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
                self._grow()
        elif event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            for each in self._fields.values():
                if each.widget is watched and value_of(each.widget):  # empty: it was only passed
                    each.visited = True
                    self.validate()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As high as the form, or as the screen allows: then it scrolls."""
        wanted = super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))
        if len(self._pages) > 1:
            for page, share in zip(self._pages, SHARES, strict=True):
                width = page.sizeHint().width() * sum(SHARES) / share
                wanted = wanted.expandedTo(QSize(ceil(width), 0))
        screen = self.screen().availableSize() if self.screen() else QSize(1100, 680)
        return wanted.boundedTo(screen - QSize(40, 60))

    # How it is put together

    def _register(self, key: str, words: str, widget: QWidget, says: QLabel, hint: str) -> None:
        if key in self._fields:
            raise ValueError(f"two fields are called {key}")
        if words and not widget.accessibleName():
            widget.setAccessibleName(words)
        if isinstance(widget, QPlainTextEdit):
            widget.setTabChangesFocus(True)
        field = _Field(widget, says, hint)
        self._fields[key] = field
        widget.installEventFilter(self)
        if self._record_shown is not None:
            set_record(widget, *self._record_shown, key)

        def changed() -> None:
            field.visited = field.visited or self.isVisible()
            self.validate()
            self.edited.emit()

        watch(widget, changed)

    def _grow(self) -> None:
        """Make room for a field that grew, or a sentence that was added, rather than scroll."""
        for page in self._pages:
            page.updateGeometry()
        self._across.invalidate()
        self.layout().invalidate()
        self.resize(self.size().expandedTo(self.sizeHint()))
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        if not room.contains(frame):  # its buttons stay on the screen
            self.move(max(room.left(), min(frame.x(), room.right() - frame.width())),
                      max(room.top(), min(frame.y(), room.bottom() - frame.height())))

    def _say(self, field: _Field, sentence: str) -> None:
        field.says.setText(sentence or field.hint)
        field.says.setVisible(bool(sentence or field.hint) and not field.widget.isHidden())
        dress(field.says, "small", "alert" if sentence else "muted")
        wrong = bool(sentence)
        if bool(field.widget.property("wrong")) != wrong:
            field.widget.setProperty("wrong", wrong)
            field.widget.style().unpolish(field.widget)
            field.widget.style().polish(field.widget)
        field.widget.setAccessibleDescription(sentence or field.hint)

    def _add_cell(self, wide: bool, *widgets: QWidget) -> None:
        self._scroll.add_cell(wide, *widgets)

    def _begin_page(self, page: FormPage) -> FormPage:
        """From here on fields go to this page."""
        self._scroll, self._body, self._grid = page, page.body, page.grid
        return page

    def _add_page(self, page: FormPage) -> None:
        """Beside those before; the form grows with it."""
        self._pages.append(self._begin_page(page))
        self._across.addWidget(page, 1)
        page.body.installEventFilter(self)

    def _lay_out(self) -> None:
        self._across, self._pages = QHBoxLayout(), list[FormPage]()
        self._add_page(FormPage(self._columns))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(4))
        head.setSpacing(theme.px(4))
        head.addWidget(self._title)
        head.addWidget(self._intro)
        feet = QHBoxLayout()
        feet.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        feet.setSpacing(theme.px(8))
        feet.addWidget(self._says, 1)
        feet.addWidget(self._cancel)
        feet.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._across, 1)
        column.addLayout(feet)

