"""Asking for a first meeting: a letter that follows its fields, counted in sentences.

The same form, with the letter alone, holds the one nudge a week later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import first_request as rules
from mentorjournal.mentoring.first_request import Asking
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

FILES = ((".eml", "Mail draft…", "envelope-simple"), (".txt", "Text…", "file-text"))

# Writes a letter as a file with an ending; gives the sentence that says so, "" when given up.
Export = Callable[[str, str], str]


def ask_request(
    parent: QWidget | None, journal: Journal, person_id: int, name: str, asking: Asking,
    admired: str = "", nudge: str = "", take: Take | None = None, export: Export | None = None,
) -> None:
    """`take` is called with "text" and the "day" it was sent.

    `admired` is my note of what I admire, as it is kept; with `nudge`, a text, it is the reminder
    that is written.
    """
    form = RequestForm(name, asking, admired, nudge, parent)
    form.take, form.export = take, export
    form.keep_draft(journal, f"first-{'nudge' if nudge else 'request'}:{person_id}")
    form.exec()


class SlotsField(QWidget):
    """Up to three days with a time; as ISO texts, "" for one that is open."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days, self.times = [], []
        parts = row(self, 16)
        for n in range(1, rules.MOST_SLOTS + 1):
            day, moment = DateField(optional=True), TimeField(time(10))
            day.setAccessibleName(tr("Time {n}: day", n=n))
            moment.setAccessibleName(tr("Time {n}: hour", n=n))
            day.dateChanged.connect(lambda _day: self._changed())
            moment.timeChanged.connect(lambda _time: self.value_changed.emit())
            pair = column(gap=4)
            pair.addWidget(day)
            pair.addWidget(moment)
            parts.addLayout(pair, 1)
            self.days.append(day)
            self.times.append(moment)
        self.setFocusProxy(self.days[0])
        self._changed()

    def value(self) -> tuple[str, ...]:
        """Three texts."""
        return tuple(
            datetime.combine(known, moment.moment()).isoformat() if (known := day.day()) else ""
            for day, moment in zip(self.days, self.times, strict=True))

    def set_value(self, value: Sequence[str]) -> None:
        """Show others."""
        for day, moment, text in zip(self.days, self.times, value, strict=False):
            known = datetime.fromisoformat(text) if text else None
            day.set_day(known.date() if known else None)
            if known is not None:
                moment.set_moment(known.time())
        self._changed()

    def _changed(self) -> None:
        for day, moment in zip(self.days, self.times, strict=True):
            moment.setEnabled(day.day() is not None)
        self.value_changed.emit()


class RequestForm(FormDialog):
    """The letter follows the fields above it until it is changed by hand."""

    def __init__(
        self, name: str, asking: Asking, admired: str = "", nudge: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = tr("One nudge for {name}", name=name[:60]) if nudge else tr(
            "Ask {name} for a first meeting", name=name[:60])
        intro = tr("One reminder is fine. After that, somebody else may have the time.") if (
            nudge) else tr("Short letters are answered: at most {n} sentences, one reason, an easy "
                           "no.", n=rules.MOST_SENTENCES)
        super().__init__(title, parent, ok=tr("I have sent it"), intro=intro, columns=2)
        self.export: Export | None = None
        self._asking, self._admired, self._nudge = asking, admired.strip(), nudge
        self._drafted = ""
        if not nudge:
            self._add_parts()
        self.text = self.add_field("text", tr("The letter"), GrowingText(
            quiet=False, least_lines=6 if nudge else 9, most_lines=16), wide=True)
        self._build_tools()
        self.day = self.add_field("day", tr("Sent on"), DateField())
        start: dict[str, Any] = {"day": clock.today()}
        if not nudge:
            start |= {"who_i_am": asking.who_i_am, "why_you": asking.why_you,
                      "minutes": str(asking.minutes), "when": "slots"}
        self.fill_in(start)
        self.edited.connect(self._follow)
        self._follow()
        self._ok.setDefault(False)  # Enter in a field must not say that it was sent
        first = "text" if nudge else "why_you" if asking.who_i_am else "who_i_am"
        self.field(first).setFocus()

    def _add_parts(self) -> None:
        self.add_field("who_i_am", tr("Who I am, in one line"), _line(
            tr("Such as: second-year fellow in the ICU at Harrow Bay")), wide=True)
        self.add_field("why_you", tr("Why them: one piece of their work"), _line(
            tr("Such as: your paper on patients who do not come back")), wide=True)
        self.add_field("about", tr("One thing I hope to ask about"), _line(
            tr("Such as: how you found the records of those who moved away")), wide=True)
        self.add_field("minutes", tr("How long"), Segmented(
            [(str(n), tr("{n} min", n=n)) for n in rules.MINUTES]))
        self.add_field("when", tr("When"), Segmented(
            [("slots", tr("Times I offer")), ("assistant", tr("Through their assistant"))]))
        self.add_field("slots", tr("Up to three times"), SlotsField(), wide=True)

    def _build_tools(self) -> None:
        self.count = label("", "small", "muted", wrap=True)
        self.gaps = label("", "small", "warn", wrap=True)
        self.written = label("", "small", "muted", wrap=True)
        self.written.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.copy = Button(tr("Copy"), "copy", "row")
        self.copy.clicked.connect(self._copy)
        self.files = {suffix: Button(tr(words), icon, "row") for suffix, words, icon in FILES}
        self.again = Button(tr("Draft it again"), "arrow-clockwise", "row")
        self.again.clicked.connect(self._draft_again)
        for button in (self.copy, *self.files.values(), self.again):
            flow.addWidget(button)
        for suffix, button in self.files.items():
            button.clicked.connect(lambda _=False, suffix=suffix: self._export(suffix))
        part = QWidget()
        lines = column(part, 6)
        for each in (self.count, self.gaps, buttons, self.written):
            lines.addWidget(each)
        self.add_wide(part)

    # What it gives ----------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {"text": found["text"], "day": found["day"]}

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Write a few words, or draft them again.")
        if values["day"] > clock.today():
            wrong["day"] = tr("That day is still to come.")
        now = clock.now().replace(tzinfo=None)
        if not self._nudge and values["when"] == "slots" and any(
            slot < now for slot in _moments(values["slots"])
        ):
            wrong["slots"] = tr("One of these times has passed.")
        return wrong

    def asking(self) -> Asking:
        """What the fields say."""
        if self._nudge:
            return self._asking
        said = self.field_values()
        assistant = said["when"] == "assistant"
        return replace(
            self._asking, who_i_am=said["who_i_am"], why_you=said["why_you"], about=said["about"],
            minutes=int(said["minutes"]), assistant=assistant,
            slots=() if assistant else _moments(said["slots"]))

    # How the parts follow each other ----------------------------------------------------------

    def _follow(self) -> None:
        asking, text = self.asking(), self.text.text().strip()
        drafted, was = self._nudge or rules.draft(asking), self._drafted
        self._drafted = drafted
        if text == was.strip() and drafted != was:
            self.text.set_text_quietly(drafted)
            text = drafted.strip()
        if not self._nudge and self.field("slots").isHidden() != asking.assistant:
            self.set_field_shown("slots", not asking.assistant)
        by_hand = text != drafted.strip()
        self.again.setVisible(by_hand)
        n = rules.sentences(text)
        self.count.setText(rules.count_words(n))
        dress(self.count, "small", "warn" if n > rules.MOST_SENTENCES else "muted")
        # What was changed by hand may say it in other words: nobody is told that it is missing.
        gaps = "" if by_hand or self._nudge else rules.missing_words(asking)
        self.gaps.setText(gaps)
        self.gaps.setVisible(bool(gaps))
        as_noted = bool(self._admired) and asking.why_you.strip() == self._admired
        if not self._nudge:
            self.set_hint("why_you", tr("This is your note of them. Say it to them: “your …”.")
                          if as_noted else "")
        for button in (self.copy, *self.files.values()):
            button.setEnabled(bool(text))

    def _draft_again(self) -> None:
        self.text.type_anew(self._drafted)
        self.text.setFocus()

    # Handing it over --------------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self.copy.setText(tr("Copied"))

    def _export(self, suffix: str) -> None:
        if self.export is not None:
            said = self.export(self.text.text().strip(), suffix)
            self.written.setText(said)
            self.written.setVisible(bool(said))


def _moments(texts: Sequence[str]) -> tuple[datetime, ...]:
    """The times that are not open."""
    return tuple(datetime.fromisoformat(text) for text in texts if text)


def _line(example: str = "") -> GrowingText:
    return GrowingText(example, quiet=False, most_lines=4)
