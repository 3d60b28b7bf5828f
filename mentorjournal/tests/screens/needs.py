"""Pictures of needs: the page full, filtered, long and empty, the form, the look, finding somebody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.journal import drafts, needs, people, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.mentoring import sought
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg"
LONG_NEED = (
    "Somebody who has moved a whole study from one hospital to another in the middle of it, with "
    "two ethics boards, three data protection officers and one very patient statistician, and who "
    "can tell me without flinching which of my plans for the second site will not survive the "
    "first Monday")


def _id(journal: Journal, name: str) -> int:
    return next(one.person.id for one in people.everybody(journal, LAST_DAY)
                if name in one.person.name)


def full_of_words(journal: Journal) -> None:
    """Long needs, many people, a need that is met, and a candidate who would fill one."""
    if any(one.text == LONG_NEED for one in needs.every(journal)):
        return
    long = needs.add(journal, {
        "text": LONG_NEED, "importance": 3, "domain": "research",
        "skill_sought": "Has done it twice, the second time because the first time went wrong, and "
                        "has written down what she would do otherwise.",
        "guidance_kind": "frank stories about what goes wrong when a study moves"})
    who = people.add(journal, {"name": LONG_NAME, "direction": "candidate",
                               "stage": "considering"})
    needs.link_people(journal, long, [who, _id(journal, "Stroud"), _id(journal, "Reyes")])
    every = [one.person.id for one in people.everybody(journal, LAST_DAY)
             if one.person.is_active][:6]
    needs.link_people(journal, needs.every(journal)[2].id, every)
    needs.add_person(journal, needs.every(journal)[4].id, _id(journal, "Osei"))
    needs.add(journal, {"text": "Supercalifragilisticexpialidocious" * 4, "importance": 1})
    met = needs.add(journal, {"text": "Somebody to choose a question with"})
    needs.meet(journal, met, date(2026, 1, 12))


def page(
    *, long: bool = False, nobody: bool = False, fold: bool = False, below: bool = False
) -> Callable[[MainWindow], None]:
    """The page of needs."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        if long:
            full_of_words(window.journal)
        pane = window.show_pane("needs")
        pane.filters.let_all_through()
        pane.filters.nobody.setChecked(nobody)
        pane.list.fold.setChecked(fold)
        if below:
            QTimer.singleShot(200, lambda: pane.area.verticalScrollBar().setValue(9_999))
        window.messages.clear()

    return show


def empty(window: MainWindow) -> None:
    """The page of a journal without any need."""
    begin(window)
    page()(window)


def form(*, long: bool = False, new: bool = False) -> Callable[[MainWindow], None]:
    """The form of a need."""

    def show(window: MainWindow) -> None:
        if long:
            full_of_words(window.journal)
        pane = window.show_pane("needs")
        which = next(one.id for one in needs.every(window.journal)
                     if (one.text == LONG_NEED) == long)
        pane.wish_need() if new else pane.edit_wanted.emit(which)

    return show


def _in_dialog(deed: Callable[[object], None]) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            deed(dialog)

    QTimer.singleShot(300, act)


def look(step: int = 0, *, below: bool = False) -> Callable[[MainWindow], None]:
    """The look at where I stand, half filled, at a step."""

    def fill(dialog: object) -> None:
        for topic, now, wanted in (("study_design", 3, 4), ("writing", 2, 5), ("speaking", 2, 4),
                                   ("saying_no", 1, 4), ("analysis", 2, None)):
            pair = dialog.topics.field(topic)
            pair[0].set_value(now)
            pair[1].set_value(wanted)
        if step:
            dialog.accept()
        if below:
            bar = dialog._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    def show(window: MainWindow) -> None:
        _in_dialog(fill)
        window.show_pane("needs").wish_self_look()

    return show


def find(*, gap: bool = False, long: bool = False) -> Callable[[MainWindow], None]:
    """Finding somebody, for a need or for a gap."""

    def fill(dialog: object) -> None:
        dialog.lines.places()[0].setText("Dr. Ines Moreau")
        dialog.lines.line(0).admired.setText("Her atlas of lung injury")
        dialog.lines.line(0).suggested.setCurrentText("The poster next to mine")
        dialog.lines.places()[1].setText(LONG_NAME)

    def show(window: MainWindow) -> None:
        if long:
            full_of_words(window.journal)
            _in_dialog(fill)
        if gap:
            pane = window.show_pane("network")
            pane.mentor_wanted.emit(sought.of_cell("coach", "senior", True, "senior"))
        else:
            last = next(one for one in needs.every(window.journal) if "linked data" in one.text)
            window.show_pane("needs").wish_mentor(last.id)

    return show


def unknown(window: MainWindow) -> None:
    """The form of a need with somebody typed who is not in the journal, and one taken in."""

    def fill(dialog: object) -> None:
        dialog.people.line.setText("Bo Lund")
        dialog.new.offer.click()
        dialog.people.line.setText("Dr. Ines Moreau")
        bar = dialog._scroll.verticalScrollBar()
        QTimer.singleShot(100, lambda: bar.setValue(bar.maximum()))

    _in_dialog(fill)
    pane = window.show_pane("needs")
    pane.wished.emit("link", needs.every(window.journal)[4].id)


def known_names(window: MainWindow) -> None:
    """Finding somebody, where one name is in the journal already and another stands twice."""

    def fill(dialog: object) -> None:
        dialog.lines.places()[0].insert_lines("Rosalind Okafor\nAnn Berg\nDr. Ann Berg")

    _in_dialog(fill)
    window.show_pane("needs").wish_mentor(needs.every(window.journal)[4].id)


def look_again(window: MainWindow) -> None:
    """The second step of a look where one topic has brought a need already."""
    self_looks.save(window.journal, LAST_DAY, [Mark("writing", 1, 5)],
                    {"writing": {"text": "Somebody to read what I write, frankly"}})
    look(1)(window)


def look_draft(window: MainWindow) -> None:
    """A look that was put off, offered above the topics."""
    drafts.keep(window.journal, "self_look", {"marks": (("writing", 1, 5, ""),)})
    window.show_pane("needs").wish_self_look()


def candidates_alone(window: MainWindow) -> None:
    """The map of a journal that knows two candidates and a need without an area."""
    begin(window)
    people.add_names(window.journal, ["Dr. Daniel Osei", "Dr. Ines Moreau"], {
        "direction": "candidate", "stage": "considering"})
    needs.add(window.journal, {"text": "Somebody to practise saying no with"})
    window.show_pane("network")
    window.messages.clear()


def on_the_map(window: MainWindow) -> None:
    """The map, with a need that nobody meets and of which no area is known."""
    needs.add(window.journal, {"text": "How to say no to a good offer", "importance": 3})
    window.show_pane("network")


SHOTS = (
    ("network-need-beside", on_the_map),
    ("needs", page()),
    ("needs-nobody", page(nobody=True)),
    ("needs-long", page(long=True)),
    ("needs-long-below", page(long=True, fold=True, below=True)),
    ("dialog-need", form()),
    ("dialog-need-new", form(new=True)),
    ("dialog-need-long", form(long=True)),
    ("dialog-self-look", look()),
    ("dialog-self-look-below", look(below=True)),
    ("dialog-self-look-needs", look(1)),
    ("dialog-find-mentor", find()),
    ("dialog-find-mentor-long", find(long=True)),
    ("dialog-find-mentor-gap", find(gap=True)),
    ("dialog-find-mentor-known", known_names),
    ("dialog-need-unknown", unknown),
    ("dialog-self-look-draft", look_draft),
    ("dialog-self-look-again", look_again),
)
EMPTY_SHOTS = (("empty-needs", empty), ("empty-needs-candidates", candidates_alone))
