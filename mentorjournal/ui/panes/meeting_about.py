"""In the head of a meeting: where it is, and what to know of the person, a line for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring.sides import side_of
from mentorjournal.ui import theme
from mentorjournal.ui.links import may_open
from mentorjournal.ui.panes.meeting_parts import SentenceButton, signed
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.words import listing, tr

LABELS = 121  # px; the words stand over those of "To open with"
MODE_SIGNS = {"in_person": "map-pin", "video": "video-camera", "phone": "phone"}


class PlaceLines(QWidget):
    """The place and the link of a meeting, whole; `link_chosen` where a link can be opened."""

    link_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str | None, ...] | None = None
        self._lines = column(self, gap=0)

    def show_place(self, which: Meeting) -> None:
        """Show where it is; nothing is made anew when it is the same."""
        known = (which.mode, which.place, which.link)
        if known == self._shown:
            return
        self._shown = known
        while self._lines.count():
            self._lines.takeAt(0).widget().deleteLater()
        modes = {"in_person": tr("In person"), "video": tr("Video"), "phone": tr("Phone")}
        sign, mode = MODE_SIGNS.get(which.mode or "", "map-pin"), modes.get(which.mode or "", "")
        if which.place or not which.link:
            place = ", ".join(filter(None, (mode, which.place)))
            self._add(sign, place, is_link=False)
            sign, mode = "link", ""
        if which.link:
            text = ", ".join(filter(None, (mode, which.link)))
            self._add(sign, text, is_link=may_open(which.link))

    def _add(self, sign: str, text: str, *, is_link: bool) -> None:
        if not text:
            return
        line: QWidget
        if is_link:
            line = SentenceButton(sign, "muted", text, tone="accent")
            line.clicked.connect(self.link_chosen)
        else:
            line = signed(sign, "muted", wrapped(text, "small", "ink2"))
        self._lines.addWidget(line)
        line.show()


class AboutPerson(QWidget):
    """My ask, what they are best for, their strengths and their load; what is empty is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnMinimumWidth(0, theme.px(LABELS))
        grid.setColumnStretch(1, 1)
        rows = {"my_ask": "", "added_value": "", "strengths": tr("Strengths"),
                "capacity_note": tr("Their load")}
        self.words = {key: wrapped("", "small", "ink2") for key in rows}
        self._captions = {}
        for place, (key, caption) in enumerate(rows.items()):
            self._captions[key] = label(caption, "small", "muted")
            grid.addWidget(self._captions[key], place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.words[key], place, 1)

    def show_person(self, one: Person) -> None:
        """Show what is known."""
        for key, words in self.words.items():
            known = getattr(one, key) or ""
            set_wrapped(words, known if isinstance(known, str) else listing(known))
            words.setVisible(bool(known))
            self._captions[key].setVisible(bool(known))
        say = side_of(one).preparing
        self._captions["my_ask"].setText(say.know)
        self._captions["added_value"].setText(say.good_at)

    def has_words(self) -> bool:
        """Whether anything is known."""
        return any(words.text() for words in self.words.values())
