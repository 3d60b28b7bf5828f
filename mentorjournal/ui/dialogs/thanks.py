"""Saying thank you: to whom, what exactly for, how, and the note that is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import me, people
from mentorjournal.journal.between import Thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import gratitude
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.mentoring.follow_up import is_too_general
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label as plain_label
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.recorded import set_record
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

ABOUT = ("letter_id", "accomplishment_id", "meeting_id")  # what thanks may belong to
DRAFTED = (*gratitude.WRITTEN, *gratitude.OFFERS)  # the kinds for which a note is drafted
FILES = ((".eml", "Mail draft…", "envelope-simple"), (".pdf", "PDF…", "file-pdf"),
         (".txt", "Text…", "file-text"))

# Writes the note to these people as a file with an ending; gives the sentence that says so.
Export = Callable[[Sequence[int], str, str], str]


def ask_thanks(
    parent: QWidget | None, journal: Journal, person_ids: Sequence[int] = (),
    values: Mapping[str, Any] | None = None, thanks: Thanks | None = None,
    take: Take | None = None, export: Export | None = None,
) -> dict[str, Any] | None:
    """Values for `thanks.add`, with `person_ids`, or for `thanks.edit`; None if cancelled.

    `values` are what is known of a new one; "letter_id" and the like are handed through.
    """
    form = ThanksForm(journal, person_ids, values, thanks, parent)
    form.take, form.export = take, export
    form.keep_draft(journal, f"thanks:{thanks.id if thanks else 'new'}")
    return form.values() if form.exec() else None


class ThanksForm(FormDialog):
    """A note follows what is typed above it until it is changed by hand."""

    def __init__(
        self, journal: Journal, person_ids: Sequence[int] = (),
        values: Mapping[str, Any] | None = None, thanks: Thanks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._people = {one.person.id: one.person
                        for one in people.everybody(journal, clock.today())}
        self._only = thanks.person_id if thanks else None
        title = tr("Say thank you")
        if thanks:
            title = tr("Thanks to {name}", name=self._people[thanks.person_id].short_name[:60])
        super().__init__(title, parent, columns=2)
        self.export: Export | None = None
        self._my_name = me.get(journal).name
        self._about = {key: (values or {}).get(key) for key in ABOUT}
        self._drafted = ""
        self._was_touched = thanks is not None
        self._build(journal)
        if thanks:
            set_record(self.for_what, "thanks", thanks.id, "for_what")
            set_record(self.note, "thanks", thanks.id, "note_text")
        self._start(person_ids, values or {}, thanks)
        self.for_what.moveCursor(QTextCursor.MoveOperation.End)
        (self.for_what if person_ids or thanks else self.field("who")).setFocus()

    def _build(self, journal: Journal) -> None:
        if self._only is None:
            called = told_apart(journal, self._people.values(), clock.today())
            who = self.add_field("who", tr("Whom"), PeopleField(
                list(self._people.values()), called), wide=True)
            who.entered.connect(lambda: self.for_what.setFocus())
        self.for_what = self.add_field("for_what", tr("Thank you for"), GrowingText(
            tr("One thing, such as: the two evenings on the ethics form"),
            quiet=False, least_lines=2, most_lines=6), wide=True)
        self.changed = self.add_field("changed", tr("What it changed"), GrowingText(
            tr("One sentence, such as: Not one question came back"), quiet=False, most_lines=4,
        ), wide=True, hint=tr("Only goes into the note below."))
        self.kind = self.add_field("kind", tr("How"), ChoiceBox(
            [(one, label(one)) for one in v.THANKS_KINDS]))
        self.reach = self.add_field("reach", tr("Who hears it"), Segmented(
            [("private", tr("Only they")), ("public", tr("Others too"))]))
        self.done_already = self.add_field("done", tr("Is it done?"), Segmented(
            [("later", tr("Still to send")), ("done", tr("Said or sent"))]))
        self.day = self.add_field("day", tr("On"), DateField())
        self.note = self.add_field("note", tr("The note"), GrowingText(
            quiet=False, least_lines=5, most_lines=14), wide=True)
        self._build_tools()
        self.kind.chosen.connect(self._follow_kind)
        self.done_already.chosen.connect(self._touch)
        self.reach.chosen.connect(self._touch)
        self.edited.connect(self._follow)

    def _build_tools(self) -> None:
        self.tools = QWidget()
        flow = FlowLayout(self.tools)
        self.copy = Button(tr("Copy"), "copy", "row")
        self.copy.clicked.connect(self._copy)
        self.again = Button(tr("Draft it again"), "arrow-clockwise", "row")
        self.again.clicked.connect(self._draft_again)
        self.files = {suffix: Button(tr(words), icon, "row") for suffix, words, icon in FILES}
        for button in (self.copy, *self.files.values(), self.again):
            flow.addWidget(button)
        for suffix, button in self.files.items():
            button.clicked.connect(lambda _=False, suffix=suffix: self._export(suffix))
        self.add_wide(self.tools)
        self.written = plain_label("", "small", "muted", wrap=True)
        self.written.hide()
        self.add_wide(self.written)

    def _start(
        self, person_ids: Sequence[int], values: Mapping[str, Any], thanks: Thanks | None
    ) -> None:
        if thanks is not None:
            shown = {"for_what": thanks.for_what, "kind": thanks.kind or "other",
                     "reach": thanks.reach, "done": "done" if thanks.date else "later",
                     "day": thanks.date, "note": thanks.note_text or ""}
        else:
            kind = values.get("kind") or "note"
            shown = {"who": tuple(person_ids), "for_what": values.get("for_what") or "",
                     "kind": kind, "reach": values.get("reach") or gratitude.usual_reach(kind),
                     "done": _usually(kind), "day": None, "note": values.get("note_text") or ""}
        self.fill_in(shown)
        # What came up while the fields were being filled is not in the note; and a note that was
        # written, or thanks that were said without one, are left alone.
        settled = thanks is not None and bool(thanks.date or thanks.note_text)
        self._drafted = self._draft(self.field_values()) if settled else ""
        self._follow()

    # What it gives ----------------------------------------------------------------------------

    def field_values(self) -> dict[str, Any]:
        return {**super().field_values(), **self._about}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        self._about.update({key: values[key] for key in ABOUT if key in values})
        super().fill_draft(values)

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        given = {
            "for_what": gratitude.thing_in(found["for_what"], found["kind"]),
            "kind": found["kind"], "reach": found["reach"],
            "date": found["day"] if found["done"] == "done" else None,
            "note_text": found["note"] or None,
        }
        if self._only is not None:
            return given
        about = {key: found[key] for key in ABOUT if found[key] is not None}
        return {**given, **about, "person_ids": found["who"]}

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self._only is None and not values["who"]:
            wrong["who"] = tr("Choose whom to thank.")
        if not values["for_what"]:
            wrong["for_what"] = tr("Say what exactly for.")
        if values["done"] == "done" and values["day"] > clock.today():
            wrong["day"] = tr("That day is still to come.")
        return wrong

    # How the parts follow each other ----------------------------------------------------------

    def _touch(self, _key: str) -> None:
        self._was_touched = True

    def _follow_kind(self, kind: str) -> None:
        if not self._was_touched:
            self.reach.set_current(gratitude.usual_reach(kind))
            self.done_already.set_current(_usually(kind))
        self._follow()
        self.validate()
        QTimer.singleShot(0, self, self._fit)  # once the fields know their heights

    def _fit(self) -> None:
        """As high as what is shown now needs."""
        self._body.layout().activate()
        self._scroll.updateGeometry()
        self.layout().activate()
        self.resize(self.width(), self.sizeHint().height())

    def _follow(self) -> None:
        values = self.field_values()
        general = values["kind"] not in gratitude.OFFERS and (
            is_too_general(gratitude.thing_in(values["for_what"])))
        self.set_hint("for_what", tr("Which thing? One that only they did says more.")
                      if general else "")
        self._show("day", values["done"] == "done")
        self._show("changed", values["kind"] in DRAFTED)
        drafted, was = self._draft(values), self._drafted
        self._drafted = drafted
        if values["note"] == was.strip() and drafted != was:
            self.note.set_text_quietly(drafted)
        self._name_fields(values["kind"])
        self._show_tools(values["kind"])

    def _show(self, key: str, shown: bool) -> None:
        if self.field(key).isHidden() == shown:
            self.set_field_shown(key, shown)

    def _draft(self, values: Mapping[str, Any]) -> str:
        if values["kind"] not in DRAFTED:
            return ""
        return gratitude.note(
            self._my_name, [self._people[key].short_name for key in self._to(values)],
            values["for_what"], values["changed"], values["kind"])

    def _to(self, values: Mapping[str, Any]) -> tuple[int, ...]:
        return (self._only,) if self._only is not None else values["who"]

    def _name_fields(self, kind: str) -> None:
        words = tr("The note")
        if kind in gratitude.PRAISE:
            words = tr("What you said, and to whom")
        elif kind not in DRAFTED:
            words = tr("In which words, if you want to keep them")
        self._name("note", words)
        self._name("for_what", tr("What you offer") if kind in gratitude.OFFERS
                   else tr("Thank you for"))

    def _name(self, key: str, words: str) -> None:
        heading = self._fields[key].heading
        if heading is not None and heading.text() != words:
            heading.setText(words)
            self.field(key).setAccessibleName(words)

    def _show_tools(self, kind: str) -> None:
        """Only what is written down for them is handed over."""
        self.tools.setVisible(kind in DRAFTED)
        text = bool(self.note.text().strip())
        whom = bool(self._to(self.field_values()))
        self.copy.setEnabled(text)
        for button in self.files.values():
            button.setEnabled(text and whom)
        self.again.setText(tr("Draft it again") if text else tr("Draft a note"))
        self.again.setVisible(bool(self._drafted) and self.note.text() != self._drafted)

    def _draft_again(self) -> None:
        self.note.type_anew(self._drafted)
        self.note.setFocus()

    # Handing the note over --------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.text())
        self.copy.setText(tr("Copied"))

    def _export(self, suffix: str) -> None:
        if self.export is None:
            return
        said = self.export(self._to(self.field_values()), self.note.text().strip(), suffix)
        self.written.setText(said)
        self.written.setVisible(bool(said))


def _usually(kind: str) -> str:
    """What is written is sent later; what is said has been said."""
    return "later" if kind in DRAFTED else "done"
