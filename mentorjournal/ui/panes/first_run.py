"""The first screen: start a journal, look around in the sample, or open one that is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import questions, theme
from mentorjournal.ui.panes.first_run_passphrase import PassphraseChoice
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_card import ChoiceCard
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.path_field import PathField
from mentorjournal.ui.widgets.sidebar import JournalTile
from mentorjournal.words import tr

WIDTH = 752  # px (TOKENS §9)
ENDING = ".mentorjournal"


class FirstRunPane(QWidget):
    """What somebody without a journal sees."""

    journal_wanted = Signal(Path, str, str)  # where to keep it, whose it is, its passphrase or ""
    sample_wanted = Signal()
    open_wanted = Signal()
    begun = Signal()  # something was typed

    def __init__(
        self, folder: Path, parent: QWidget | None = None, *, suggested: Path | None = None
    ) -> None:
        """A new journal is kept in `folder`, or as `suggested` if it can, or as is chosen."""
        super().__init__(parent)
        self.setObjectName("page")
        self._folder = folder
        self._place_chosen = suggested is not None and _is_free(suggested)
        self.start = ChoiceCard(
            "notebook", tr("Start a journal"), tr("Empty, private, and yours alone."))
        self.sample = ChoiceCard(
            "book-open", tr("Open the sample journal"),
            tr("Look around in the journal of Dr Amara Lindqvist, an invented fellow. "
               "It is a copy: try anything."))
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("As your mentors should read it"))
        self.place = PathField()
        self.choose = Button(tr("Choose…"))
        self.protection = PassphraseChoice()
        self.go = Button("", kind="primary")
        self.other = Button(tr("Open an existing journal…"), "folder-open", "quiet")
        self._lay_out()
        self._wire()
        if suggested is not None and self._place_chosen:
            self._show_place(suggested)
        self._suggest_place()
        self.start.radio.setChecked(True)

    def focus_first(self) -> None:
        """Put the caret where one begins."""
        self.name.setFocus()

    def _wire(self) -> None:
        group = QButtonGroup(self)
        for card in (self.start, self.sample):
            group.addButton(card.radio)
        group.buttonToggled.connect(self._show_choice)
        self.name.textEdited.connect(self._suggest_place)
        for field in (self.name, self.protection.first, self.protection.again):
            field.textEdited.connect(lambda _: self.begun.emit())
        self.name.returnPressed.connect(self._go)
        self.choose.clicked.connect(self._choose_place)
        self.protection.finished.connect(self._go)
        self.go.clicked.connect(self._go)
        self.other.clicked.connect(self.open_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        # Air that goes first where the window is low.
        column.addItem(QSpacerItem(0, theme.px(28), vData=QSizePolicy.Policy.Maximum))
        column.addLayout(self._welcome())
        column.addSpacing(theme.px(8))
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(16))
        cards.addWidget(self.start, 1)
        cards.addWidget(self.sample, 1)
        column.addLayout(cards)
        self.form = self._form()
        column.addWidget(self.form)
        deeds = QHBoxLayout()
        deeds.addWidget(self.other)
        deeds.addStretch(1)
        deeds.addWidget(self.go)
        column.addLayout(deeds)
        column.addSpacing(theme.px(12))
        column.addLayout(self._promises())
        column.addStretch(1)
        body = QWidget()
        body.setMaximumWidth(theme.px(WIDTH))
        body.setLayout(column)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(16))
        page = QWidget()
        page.setProperty("clear", True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        outer = QHBoxLayout(page)
        outer.addStretch(1)
        outer.addWidget(body, 100)
        outer.addStretch(1)

    def _welcome(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(JournalTile(48))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(tr("Welcome to Mentor Journal"), "welcome"))
        lines.addWidget(label(
            tr("A private place to lead your own mentoring, in one file on this computer."),
            "body", "muted"))
        row.addLayout(lines, 1)
        return row

    def _form(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(*[theme.px(24)] * 4)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        named, kept = label(tr("Your name"), "label"), label(tr("Keep it here"), "label")
        named.setBuddy(self.name)
        self.name.setAccessibleName(named.text())
        self.place.setAccessibleName(kept.text())
        grid.addWidget(named, 0, 0)
        grid.addWidget(kept, 0, 2)
        grid.addWidget(self.name, 1, 0)
        grid.addWidget(self.place, 1, 2)
        grid.addWidget(self.choose, 1, 3)
        line = QFrame()
        line.setProperty("rule", True)
        grid.setRowMinimumHeight(2, theme.px(12))
        grid.addWidget(line, 3, 0, 1, 4)
        grid.setRowMinimumHeight(4, theme.px(6))
        grid.addWidget(self.protection, 5, 0, 1, 4)
        grid.setColumnMinimumWidth(1, theme.px(8))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 3)
        return card

    def _promises(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addStretch(1)
        for icon_name, text in (
            ("cloud-slash", tr("No account, no network")),
            ("paper-plane-tilt", tr("Nothing is sent unless you send it")),
            ("export", tr("Take your pages out at any time")),
        ):
            row.addWidget(IconLabel(icon_name, "muted", 16))
            row.addWidget(label(text, "small", "muted"))
            row.addSpacing(theme.px(14))
        row.addStretch(1)
        return row

    def _show_choice(self, button: QAbstractButton, chosen: bool) -> None:
        starting = self.start.radio.isChecked()
        self.form.setEnabled(starting)
        self.go.setText(tr("Start my journal") if starting else tr("Open the sample"))

    def _suggest_place(self) -> None:
        if self._place_chosen:
            return
        words = [w for w in self.name.text().split(",")[0].split() if not w.endswith(".")]
        base = "".join(c for c in (words[0] if words else "") if c.isalnum()) or tr("My journal")
        path, number = self._folder / f"{base}{ENDING}", 2
        while path.exists():
            path, number = self._folder / f"{base} {number}{ENDING}", number + 1
        self._show_place(path)

    def _show_place(self, path: Path) -> None:
        self._path = path
        self.place.set_path(path)

    def _choose_place(self) -> None:
        path = questions.new_journal(self, self._path)
        if path is not None:
            self._place_chosen = True
            self._show_place(path)

    def _go(self) -> None:
        if not self.start.radio.isChecked():
            self.sample_wanted.emit()
        elif self.protection.check():
            self.journal_wanted.emit(self._path, self.name.text(), self.protection.passphrase())


def _is_free(path: Path) -> bool:
    """Whether a journal can be made there."""
    try:
        return path.parent.is_dir() and not path.exists() and not path.is_symlink()
    except (OSError, RuntimeError):  # a name that is too long, links in a circle
        return False
