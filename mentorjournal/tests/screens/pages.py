"""Every page and dialog that is photographed, in the order of the pictures' table."""


from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from mentorjournal.journal import meetings
from mentorjournal.tests.screens import (
    achievements,
    closing,
    compact,
    contacts,
    feedback,
    feedback_ask,
    getting,
    goals,
    hours,
    letter_evidence,
    letters,
    mode,
    moving,
    needs,
    papers,
    passing,
    person,
    reflecting,
    safety,
    search,
    settle,
    thanks,
    timeline_pane,
    today,
    wording,
)
from mentorjournal.tests.screens.copies import merge, merge_passphrase, say_copy, say_synced
from mentorjournal.tests.screens.feedback_detail import DETAIL_SHOTS
from mentorjournal.tests.screens.settings import SETTINGS_SHOTS
from mentorjournal.tests.screens.timeline import TIMELINE_SHOTS
from mentorjournal.tests.screens.tips import EMPTY_TIPS_SHOTS, TIPS_SHOTS
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

Shot = tuple[str, Callable[[MainWindow], object]]

def _network(mode: str, person: int | None = None) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("network")
        pane.set_mode(mode)
        if person is None:
            pane.show_overview()
        else:
            pane.show_person(person)

    return show


def _meeting(
    number: int, past: bool = False, side: str = "carry-in"
) -> Callable[[MainWindow], None]:
    """The meeting in place `number` of the coming or the past ones."""

    def show(window: MainWindow) -> None:
        found = meetings.past(window.journal) if past else meetings.coming(window.journal)
        pane = window.show_pane("meetings")
        pane.show_meeting(found[number].meeting.id)
        pane.footer.preview_toggled.emit(side == "preview")

    return show


def _open_item(place: int) -> Callable[[MainWindow], None]:
    """The next meeting with the item at `place` open, scrolled to it."""

    def show(window: MainWindow) -> None:
        _meeting(0)(window)
        page = window.show_pane("meetings").page
        page.agenda.cards()[place].open_wanted.emit(page.agenda.cards()[place].item.id, True)

    return show


def _too_long(window: MainWindow) -> None:
    """An item whose title is too long, and priorities in another order than on paper."""
    _open_item(0)(window)
    card = window.show_pane("meetings").page.agenda.cards()[0]
    card.priority.chosen.emit("if_time")
    card.title.type_anew("A title that tells the whole story. " * 20)


def _at_text_size(scale: float, show: Callable[[MainWindow], None]) -> Callable[[MainWindow], None]:
    """The same at another text size."""

    def shown(window: MainWindow) -> None:
        theme.apply(QApplication.instance(), theme.current().mode, scale)
        settle()
        show(window)

    return shown


def _menu(key: str) -> Callable[[MainWindow], None]:
    return lambda window: window.actions_table.by_key[key].trigger()


def _wish(pane: str, signal: str, *values: object) -> Callable[[MainWindow], None]:
    return lambda window: getattr(window.show_pane(pane), signal).emit(*values)


SAMPLE_SHOTS: tuple[Shot, ...] = (
    *today.SHOTS,
    ("network-map", _network("map")),
    ("network-person", _network("map", 1)),
    ("network-candidate", _network("map", 9)),
    ("network-dormant", _network("map", 10)),
    ("network-list", _network("list")),
    ("person-okafor", person.page("Okafor")),
    ("person-okafor-below", person.page("Okafor", scroll=1.0)),
    ("person-okafor-larger", _at_text_size(1.4, person.page("Okafor"))),
    ("person-initiation", person.page("Castellanos")),
    ("person-dormant", person.page("Marchetti")),
    ("person-candidate", person.page("Osei")),
    ("person-past", person.page("Stroud")),
    ("person-mentee", person.page("Reyes")),
    ("person-new", person.somebody_new()),
    ("person-long-name", person.somebody_new(name=person.LONG_NAME)),
    ("person-knowing", person.page("Okafor", "knowing")),
    ("person-knowing-few", person.page("Brandt", "knowing")),
    ("person-knowing-new", person.somebody_new("knowing", "Noa Lin")),
    *getting.SHOTS,
    *((f"{name}-larger", _at_text_size(1.4, dict(getting.SHOTS)[name]))
      for name in ("getting-met", "dialog-fit-sheet")),
    ("meeting-prep", _meeting(0)),
    ("meeting-prep-should", _open_item(2)),
    ("meeting-prep-larger", _at_text_size(1.4, _open_item(2))),
    ("meeting-prep-too-long", _too_long),
    ("meeting-prep-preview", _meeting(0, side="preview")),
    ("meeting-prep-unready", _meeting(1)),
    ("meeting-past", _meeting(1, past=True)),
    ("mode-running", mode.running_meeting(mode.capturing("action", "Draft the table"))),
    ("mode-paused", mode.running_meeting(mode.pressed("pause"))),
    ("mode-over", mode.running_meeting(minutes=51)),
    ("mode-feedback", mode.running_meeting(mode.capturing("feedback", ""), mode.captured_column)),
    ("mode-sum-up", mode.running_meeting(mode.at_place(-1), minutes=40)),
    ("mode-larger", _at_text_size(1.4, mode.running_meeting(
        mode.capturing("action", "Draft the contributions table")))),
    ("mode-prep", mode.prep_with_sign),
    ("mode-long", mode.running_meeting(mode.at_place(-3), long=True)),
    ("person-thanks", thanks.tab("Okafor")),
    ("person-thanks-larger", _at_text_size(1.4, thanks.tab("Haddad"))),
    ("person-thanks-owed", thanks.tab("Haddad")),
    ("person-thanks-never", thanks.tab("Whitfield")),
    ("person-thanks-to-send", thanks.note_to_send),
    ("person-thanks-new", thanks.new_person),
    ("dialog-thanks", thanks.form),
    ("dialog-thanks-larger", _at_text_size(1.4, thanks.form)),
    ("dialog-thanks-praise", thanks.praise),
    ("dialog-credit", thanks.credit),
    ("dialog-accomplishment", thanks.accomplishment),
    *achievements.SHOTS,
    *hours.SHOTS,
    ("dialog-weigh-larger", _at_text_size(1.5, hours.weigh("yes_later"))),
    ("hours-larger", _at_text_size(1.4, hours.months)),
    ("accomplishments-larger", _at_text_size(1.4, achievements.page(1))),
    *reflecting.SHOTS,
    ("reflections-larger", _at_text_size(1.4, reflecting.page(1))),
    ("compact-differs", compact.compact("Okafor")),
    ("compact-open", compact.compact("Okafor", 1)),
    ("compact-open-differs", compact.compact("Okafor", 8)),
    ("compact-two-open", compact.compact("Vale")),
    ("compact-none", compact.compact("Castellanos")),
    ("compact-larger", _at_text_size(1.4, compact.compact("Okafor", 4))),
    ("dialog-compact-wordings", compact.wish("Okafor", "wordings_wanted", 6)),
    ("dialog-compact-talk", compact.wish("Okafor", "talk_wanted", 8)),
    ("dialog-compact-topics", compact.topics),
    ("meeting-past-note-late", closing.past(50)),
    ("meeting-past-note-ask", closing.ask_to_replace),
    ("meeting-close-fresh", closing.fresh),
    ("meeting-close-filled", closing.filled),
    ("meeting-close-filled-below", closing.below),
    ("meeting-close-long", closing.long_agenda),
    ("moving-on", moving.choice()),
    ("moving-on-change", moving.choice("change")),
    ("moving-on-writing", moving.writing),
    ("moving-on-closed", moving.closed),
    *needs.SHOTS,
    ("needs-larger", _at_text_size(1.4, needs.page())),
    *goals.SHOTS,
    ("goals-larger", _at_text_size(1.4, goals.page())),
    *letter_evidence.SHOTS,
    *letters.SHOTS,
    ("letters-larger", _at_text_size(1.4, letters.page("K12"))),
    *feedback.SHOTS,
    *feedback_ask.SHOTS,
    *((f"{name}-larger", _at_text_size(1.4, dict(feedback_ask.SHOTS)[name]))
      for name in ("dialog-ask-feedback-message", "dialog-log-feedback-hard")),
    *timeline_pane.SHOTS,
    *wording.SHOTS,
    *TIMELINE_SHOTS,
    *DETAIL_SHOTS,
    ("timeline-view-larger", _at_text_size(1.4, dict(TIMELINE_SHOTS)["timeline-view-year"])),
    *passing.SHOTS,
    *papers.SHOTS,
    ("paper-review-larger", _at_text_size(1.5, papers.preview("annual_review", plans=True))),
    ("passing-on-larger", _at_text_size(1.4, passing.page())),
    ("dialog-person", _wish("network", "person_edit_wanted", 1)),
    ("dialog-names", _menu("add_names")),
    ("dialog-join", _wish("network", "people_merge_wanted", 1)),
    ("dialog-about-me", _menu("about_me")),
    ("dialog-meeting", _menu("new_meeting")),
    ("dialog-contact", contacts.log("ma")),
    ("dialog-contact-two", contacts.log("", 1, 3)),
    ("dialog-contact-unanswered", contacts.log("", 10, answered="no")),
    ("dialog-contact-edit", lambda window: window.edit_contact(2)),
    ("dialog-pause", contacts.keep(3, "pause")),
    ("dialog-snooze", contacts.keep(3, "snooze")),
    ("dialog-rhythm", contacts.keep(3, "rhythm")),
    ("dialog-postpone", _wish("meetings", "meeting_postpone_wanted", 51)),
    ("dialog-cancel", _wish("meetings", "meeting_cancel_wanted", 51)),
    ("dialog-backups", safety.backups_dialog()),
    ("dialog-backups-away", safety.backups_dialog(second="/media/amara/Grey stick/Mentor Journal")),
    ("dialog-backups-inside", safety.backups_dialog(button="look")),
    ("dialog-backups-restore", safety.backups_dialog(button="restore")),
    ("dialog-backups-passphrase", safety.backup_passphrase),
    ("dialog-backups-progress", safety.progress),
    ("dialog-about", _menu("about")),
    *SETTINGS_SHOTS,
    *TIPS_SHOTS,
    ("dialog-keys", _menu("keys")),
    ("dialog-deleted", safety.deleted),
    ("dialog-wordings", safety.wordings),
    ("dialog-erase", safety.erase),
    ("dialog-mass-loss", safety.mass_loss),
    ("dialog-draft", safety.draft),
    ("dialog-passphrase", safety.passphrase()),
    ("dialog-passphrase-change", safety.passphrase(True)),
    ("dialog-passphrase-remove", safety.passphrase(True, "remove")),
    ("dialog-passphrase-busy", safety.busy),
    ("dialog-old-copies", safety.old_copies),
    ("dialog-unlock", safety.unlock_box),
    ("reading-only", safety.reading),
    ("merge-copy-beside", say_copy),
    ("dialog-merge-copy", merge),
    ("dialog-merge-passphrase", merge_passphrase),
    *passing.LAST_SHOTS,
    *today.LAST_SHOTS,
    *search.SHOTS,
    ("search-larger", _at_text_size(1.5, search.palette("okafor"))),
    ("search-words-larger", _at_text_size(1.5, search.palette("cohort", down=3))),
)
EMPTY_SHOTS: tuple[Shot, ...] = (
    ("first-run", lambda window: None),
    ("first-run-passphrase", safety.with_passphrase),
    ("held-elsewhere", safety.held),
    ("locked", safety.locked),
    ("empty-network", safety.begin),
    ("empty-meetings", _menu("show_meetings")),
    ("empty-letters", letters.empty),
    *EMPTY_TIPS_SHOTS,
    ("empty-backups", safety.backups_dialog(made=False)),
    ("empty-deleted", safety.nothing_deleted),
    *feedback.EMPTY_SHOTS,
    *search.EMPTY_SHOTS,
    *timeline_pane.EMPTY_SHOTS,
    *achievements.EMPTY_SHOTS,
    *needs.EMPTY_SHOTS,
    *reflecting.EMPTY_SHOTS,
    *passing.EMPTY_SHOTS,
    *today.EMPTY_SHOTS,
    *goals.EMPTY_SHOTS,
    *hours.EMPTY_SHOTS,
    *papers.EMPTY_SHOTS,
    ("merge-synced-folder", say_synced),
    ("recovery-hurt", safety.hurt("hurt")),
    ("recovery-locked", safety.hurt("locked")),
    ("recovery-gone", safety.hurt("gone")),
)
