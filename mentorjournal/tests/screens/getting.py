"""Pictures of getting to know somebody: candidates at every step, the forms, long names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from mentorjournal.journal import candidates, meetings, people
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens import settle
from mentorjournal.ui.dialogs.first_request import RequestForm
from mentorjournal.ui.main_window import MainWindow

FORM = 300  # ms until a form is up
LONG = "Professor Doctor Maria-Magdalena von und zu Hohenlohe-Waldenburg-Schillingsfürst " * 3
LONG_TEXT = "What she wrote on those who never came back, and on why nobody had asked them. " * 6
TAB = "getting_to_know"


def named(window: MainWindow, name: str, **values: object) -> int:
    """The id of a person, a candidate with `values` where they are new."""
    journal = window.journal
    known = [one.person for one in people.everybody(journal, LAST_DAY)]
    return next((one.id for one in known if name in one.name), 0) or people.add(
        journal, {"name": name, "direction": "candidate", "stage": "considering", **values})


def show(window: MainWindow, whom: int, scroll: float = 0.0) -> None:
    """The tab of somebody."""
    window.open_person(whom, TAB)
    window.messages.clear()
    settle()
    bar = window.pane("person").current_tab().findChild(QScrollArea).verticalScrollBar()
    bar.setValue(round(scroll * bar.maximum()))


def met(name: str, scroll: float = 0.0, open_cards: bool = False) -> Callable[[MainWindow], None]:
    """Somebody of the sample."""

    def shown(window: MainWindow) -> None:
        show(window, named(window, name), 0.0)
        for card in window.pane("person").current_tab().cards.cards.values():
            card.title.setChecked(open_cards and "Values" in card.title.text())
        settle()
        bar = window.pane("person").current_tab().findChild(QScrollArea).verticalScrollBar()
        bar.setValue(round(scroll * bar.maximum()))

    return shown


def only_named(window: MainWindow) -> None:
    """A candidate of whom only the name is known."""
    show(window, named(window, "Dr. Ines Moreau"))


def waiting(days: int, *, nudged: bool = False) -> Callable[[MainWindow], None]:
    """A candidate who has not answered for some days."""

    def shown(window: MainWindow) -> None:
        whom = named(window, f"Dr. Wren {days} Abel", admire_for="Her talk on saying no early")
        if not candidates.read(window.journal, whom, LAST_DAY).state.written:
            candidates.note_request(window.journal, whom, LAST_DAY - timedelta(days))
            if nudged:
                candidates.note_request(
                    window.journal, whom, LAST_DAY - timedelta(days - 10), is_nudge=True)
        show(window, whom)

    return shown


def at_stage(stage: str, name: str) -> Callable[[MainWindow], None]:
    """A candidate who was asked, early, or with whom it did not come about."""

    def shown(window: MainWindow) -> None:
        whom = named(window, name)
        if people.get(window.journal, whom).stage == "considering":
            candidates.ask(window.journal, whom, date(2026, 5, 11), anyway=True)
            if stage == "declined":
                candidates.decline(window.journal, whom, date(2026, 5, 13))
        show(window, whom)

    return shown


def undecided(window: MainWindow) -> None:
    """A long name, long words, a sheet with gaps, undecided for 41 days, and a meeting to come."""
    whom = named(window, LONG[:220], admire_for=LONG_TEXT[:290])
    if not candidates.fit_sheets(window.journal, whom):
        candidates.add_homework(window.journal, whom, [LONG_TEXT, "Read three of their papers"])
        candidates.save_fit_sheet(window.journal, whom, {
            "date": LAST_DAY - timedelta(41), "availability": 1, "style": 5,
            "style_note": LONG_TEXT, "track_record": "x" * 300})
        meetings.add(window.journal, {
            "person_id": whom, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 20,
            "purpose": "getting_to_know"})
    show(window, whom)


def request(*, filled: bool) -> Callable[[MainWindow], None]:
    """The request to somebody new, as it opens or filled in."""

    def fill() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, RequestForm)
        form.field("why_you").type_anew("your paper on patients who do not come back")
        form.field("about").type_anew("how you found the records of those who moved away")
        form.field("slots").set_value(("2026-05-20T09:00", "2026-05-21T16:30", ""))

    def shown(window: MainWindow) -> None:
        whom = named(window, "Dr. Ada Quist", admire_for="Her paper on those who never return")
        show(window, whom)
        if filled:
            QTimer.singleShot(FORM, fill)
        window.pane("person").current_tab().wished.emit(whom, "request")

    return shown


def nudge(window: MainWindow) -> None:
    """The reminder."""
    waiting(9)(window)
    tab = window.pane("person").current_tab()
    tab.wished.emit(tab.person.id, "nudge")


def wish(name: str, key: str) -> Callable[[MainWindow], None]:
    """What a wish opens."""

    def shown(window: MainWindow) -> None:
        whom = named(window, name)
        show(window, whom)
        window.pane("person").current_tab().wished.emit(whom, key)

    return shown


def sheet(window: MainWindow) -> None:
    """The fit sheet of somebody met."""
    whom = named(window, "Osei")
    show(window, whom)
    which = candidates.fit_sheets(window.journal, whom)[0].id
    window.pane("person").current_tab().sheet_wanted.emit(whom, which)


def first_meeting(window: MainWindow) -> None:
    """The page of a first meeting two days ahead, with homework to do."""
    whom = named(window, "Dr. Noor Haas")
    found = [one for one in meetings.coming(window.journal) if one.person.id == whom]
    which = found[0].meeting.id if found else meetings.add(window.journal, {
        "person_id": whom, "starts_at": datetime(2026, 5, 17, 9), "planned_minutes": 20,
        "purpose": "getting_to_know"})
    if not found:
        candidates.add_homework(window.journal, whom, ["Read their CV or their page"])
    window.show_pane("meetings").show_meeting(which)


def close_step(window: MainWindow) -> None:
    """The close step of a meeting to get to know somebody."""
    whom = named(window, "Dr. Pia Lund")
    past = [one for one in meetings.past(window.journal) if one.person.id == whom]
    which = past[0].meeting.id if past else meetings.add(window.journal, {
        "person_id": whom, "starts_at": datetime(2026, 5, 14, 9), "planned_minutes": 20,
        "purpose": "getting_to_know", "status": "held"})
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    pane.pages.open_close(which)


SHOTS = (
    ("getting-met", met("Osei")),
    ("getting-cards", met("Osei", 1.0, open_cards=True)),
    ("getting-initiation", met("Castellanos")),
    ("getting-mentor", met("Haddad")),
    ("getting-new", only_named),
    ("getting-waiting", waiting(3)),
    ("getting-nudge", waiting(9)),
    ("getting-others", waiting(20, nudged=True)),
    ("getting-asked-early", at_stage("asked", "Dr. Sol Vega")),
    ("getting-declined", at_stage("declined", "Dr. Kit Brandon")),
    ("getting-long", undecided),
    ("getting-first-meeting", first_meeting),
    ("getting-close-step", close_step),
    ("dialog-first-request", request(filled=False)),
    ("dialog-first-request-filled", request(filled=True)),
    ("dialog-first-nudge", nudge),
    ("dialog-fit-sheet", sheet),
    ("dialog-ask-early", wish("Dr. Una Friis", "ask")),
    ("dialog-ask-met", wish("Osei", "ask")),
)
