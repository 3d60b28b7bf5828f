"""In the feedback panel: the follow-up note and its way out, and reporting back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mentorjournal.documents.note import words_in
from mentorjournal.journal import feedback
from mentorjournal.mentoring import loop
from mentorjournal.ui.panes.feedback_detail_facts import EntryFacts
from mentorjournal.ui.panes.feedback_detail_parts import DayStep, Section, Texts
from mentorjournal.ui.panes.feedback_detail_said import Wish
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import row, set_wrapped, wrapped
from mentorjournal.words import span, tr

MOST_WORDS = 200  # C3


class Note(Section):
    """The note as it will be sent: drafted on demand, edited here, never before the cool-off."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("Follow-up note"))
        self.count = label("", "micro", "muted")
        self.head.addWidget(self.count)
        self._texts = Texts(pen, facts.entry.id)
        self.text = self._texts.make(
            "note_text", tr("Follow-up note"), tr("Dear …"), lines=4, quiet=False)
        self.text.textChanged.connect(self._count)
        self.says = wrapped("", "small", "muted")
        self.draft = Button(tr("Draft it from this entry"), "pencil-simple", "row")
        self.draft.clicked.connect(lambda: self._wish(wish, "draft_note"))
        self.mail = Button(tr("Email draft"), "envelope-simple")
        self.save = Button(tr("Save…"), "file-pdf")
        self.print = Button(tr("Print…"), "printer")
        for button, name in ((self.mail, "note_email"), (self.save, "note_save"),
                             (self.print, "note_print")):
            button.clicked.connect(lambda *_, name=name: self._wish(wish, name))
        self.sent = DayStep(tr("Mark as sent"), tr("Sent on"))
        self.sent.day_set.connect(lambda day: self._mark(pen, facts.entry.id, day))
        self.lines.addWidget(self.says)
        self.lines.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines.addWidget(self.text)
        self._ways = FlowLayout(gap=8)
        for button in (self.mail, self.save, self.print):
            self._ways.addWidget(button)
        self.lines.addLayout(self._ways)
        self.lines.addWidget(self.sent)

    def _wish(self, wish: Wish, name: str) -> None:
        self.text.commit()
        wish(name)

    def _mark(self, pen: Pen, feedback_id: int, day: object) -> None:
        self.text.commit()
        pen.write(feedback.send_note, feedback_id, day)

    def _count(self) -> None:
        n = words_in(self.text.text())
        self.count.setText(tr("{n} of {most} words", n=n, most=MOST_WORDS) if n else "")
        dress(self.count, "micro", "warn" if n > MOST_WORDS else "muted")

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds."""
        entry = facts.entry
        self._texts.show(entry, own)
        self._count()
        written = bool((entry.note_text or "").strip())
        self.setVisible(entry.date is not None and (
            written or entry.note_on is not None or not facts.is_over))
        said, tone = _standing(facts)
        set_wrapped(self.says, said)
        dress(self.says, "small", tone)
        self.says.setVisible(bool(said))
        rests = facts.is_cooling and not written
        self.draft.setVisible(not rests and not written and not self.text.hasFocus())
        self.text.setVisible(not rests)
        for button in (self.mail, self.save, self.print):
            button.setVisible(written)
        next_is_note = facts.move.kind == "note"
        self.mail.set_kind("primary" if next_is_note and written else "")
        self.sent.setVisible(written)
        self.sent.show_day(entry.note_on)


def _standing(facts: EntryFacts) -> tuple[str, str]:
    """What there is to say of the note, and in which tone."""
    entry = facts.entry
    if facts.is_cooling and entry.cool_off_until:
        day = facts.day(entry.cool_off_until)
        return tr("An answer can wait until {day}. Then a draft is offered here.", day=day), "muted"
    if entry.date is None or entry.note_on or facts.is_over:
        return "", "muted"
    days = (facts.as_of - entry.date).days
    if days > loop.NOTE_WITHIN:
        return tr("No note within 7 days: it is {span} now. Late is better than never.",
                  span=span(days)), "warn"
    return "", "muted"


class Report(Section):
    """Telling them what came of it, which ends the loop."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__(tr("Report back"))
        self.says = wrapped("", "body", "ink2")
        self.lines.addWidget(self.says)
        self.agenda = Button(tr("Put it on the agenda"), "clipboard-text", "row")
        self.agenda.clicked.connect(lambda: wish("to_agenda"))
        self.told = DayStep(tr("Mark as reported back"), tr("Told on"))
        self.told.day_set.connect(
            lambda day: pen.write(feedback.report_back, facts.entry.id, day))
        across = row()
        across.addWidget(self.agenda)
        across.addWidget(self.told, 1)
        self.lines.addLayout(across)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show when it can be told."""
        entry = facts.entry
        self.setVisible(entry.date is not None and bool(
            entry.acted_on or entry.reported_back_on))
        self.told.show_day(entry.reported_back_on)
        coming = facts.coming
        open_still = entry.reported_back_on is None
        self.agenda.setVisible(open_still and coming is not None and facts.on_agenda is None)
        self.says.setVisible(open_still)
        if facts.on_agenda is not None:
            set_wrapped(self.says, tr(
                "It is on the agenda of {day}.", day=facts.day(facts.on_agenda.day)))
        elif coming is not None:
            set_wrapped(self.says, tr("You next meet on {day}.", day=facts.day(coming.day)))
        else:
            set_wrapped(self.says, tr(
                "No meeting is arranged. A line by mail is enough: say what you tried and what "
                "changed."))
