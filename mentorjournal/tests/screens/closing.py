"""A meeting being closed, and its follow-up note: fresh, filled, with a long agenda, on paper."""


from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from mentorjournal import clock
from mentorjournal.journal import after_meeting, agenda, meetings, outcomes, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.screens import settle
from mentorjournal.ui.main_window import MainWindow

LONG_TITLE = "Whether the second site opens before the summer, and who tells the committee about it"


def past(meeting_id: int, day: date | None = None) -> Callable[[MainWindow], None]:
    """A past meeting, scrolled to its note."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("meetings")
        pane.show_meeting(meeting_id)
        settle()
        pane.page.ensureWidgetVisible(pane.page.follow_up)

    return show


def ask_to_replace(window: MainWindow) -> None:
    past(48)(window)
    page = window.show_pane("meetings").page
    page.follow_up.draft.click()
    settle()
    page.ensureWidgetVisible(page.follow_up)


def _close(window: MainWindow, meeting_id: int) -> None:
    window.messages.clear()
    pane = window.show_pane("meetings")
    pane.show_meeting(meeting_id)
    pane.pages.open_close(meeting_id)


def fresh(window: MainWindow) -> None:
    """The coming meeting on its own day, said to have taken place."""
    meetings.hold(window.journal, 51)
    _close(window, 51)


def filled(window: MainWindow) -> None:
    journal = window.journal
    if not after_meeting.read(journal, 50, clock.today()).thanks:
        after_meeting.thank(journal, 50, "the first two minutes, which I did not want to hear")
        after_meeting.thank(journal, 50, "everything")
        promises.add(journal, {
            "meeting_id": 50, "text": "Send the handbook of the other school", "owner": "mentor",
            "due": clock.today() + timedelta(14)})
        promises.add(journal, {
            "meeting_id": 50, "text": "New slides, one message each", "due": clock.today()})
        meetings.edit(journal, 50, {
            "arrival": "late", "late_minutes": 4, "listened_more": True, "drifted": False})
    _close(window, 50)


def below(window: MainWindow) -> None:
    """The same, scrolled down."""
    filled(window)
    settle()
    bar = window.show_pane("meetings").page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())


def long_agenda(window: MainWindow) -> None:
    journal = window.journal
    if len(agenda.items(journal, 46)) < 9:
        for n in range(9):
            agenda.add_item(journal, 46, {
                "title": LONG_TITLE if n % 3 == 0 else f"Point {n + 3} of the long list",
                "state": ("planned", "covered", "parked", "added_in_meeting")[n % 4]})
        outcomes.add(journal, 46, {"text": (LONG_TITLE + ", ") * 4})
        meetings.edit(journal, 46, {"next_contact_on": clock.today() + timedelta(20)})
    _close(window, 46)


def note_on_paper(journal: Journal, folder: Path) -> None:
    """Each page of a follow-up note as it is printed."""
    import pypdfium2

    from mentorjournal.exchange import follow_up_files

    after_meeting.thank(journal, 48, "the blunt page on aim two")
    text = follow_up_files.first_draft(journal, 48, clock.today())
    meetings.edit(journal, 48, {"follow_up_text": text})
    for paper in ("A4", "Letter"):
        pdf = pypdfium2.PdfDocument(
            follow_up_files.make(journal, 48, clock.today(), ".pdf", paper))
        for number in range(len(pdf)):
            pdf[number].render(scale=1.5).to_pil().save(
                folder / f"paper-note-{paper}-{number + 1}.png")
        pdf.close()
