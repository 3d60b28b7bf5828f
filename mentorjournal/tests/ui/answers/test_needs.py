"""What the window does about needs: forms as one step, Undo, and the way to a candidate's page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import needs, people, self_looks
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.windows import act, answering, button, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.find_mentor import FindMentorForm
from mentorjournal.ui.dialogs.need import NeedForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.needs import NeedsPane


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    made = start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    made.messages.clear()
    return made


@pytest.fixture
def pane(window: MainWindow) -> NeedsPane:
    return window.show_pane("needs")


def linked_data(window: MainWindow) -> int:
    return next(one.id for one in needs.every(window.journal) if "linked data" in one.text)


def test_a_need_is_added_with_people_and_marks_in_one_step(
    window: MainWindow, pane: NeedsPane
) -> None:
    before = build.dump(window.journal)

    def fill(form: NeedForm) -> None:
        form.field("text").setPlainText("Somebody who has sat on a panel")
        form.field("guidance_kind").setCurrentText("Introductions")
        form.field("importance").set_current("3")
        form.people.take(whom(window.journal, "Vale"))
        form.field("now").set_value(1)
        form.field("wanted").set_value(4)
        form.accept()

    with answering(fill):
        trigger(window, "add_need")
    shown = needs.overview(window.journal, build.SAMPLE_DAY).open[-1]
    assert (shown.need.guidance_kind, shown.need.importance) == ("introductions", 3)
    assert [one.short_name for one in shown.people] == ["Dr. Vale"]
    assert (shown.newest.now, shown.newest.wanted, shown.newest.date) == (
        1, 4, build.SAMPLE_DAY)
    assert pane.list.rows()[-1] is window.focusWidget()
    window.undo_journal()
    assert build.dump(window.journal) == before


def test_an_edit_writes_only_what_changed(window: MainWindow, pane: NeedsPane) -> None:
    first = needs.every(window.journal)[0]
    before = build.dump(window.journal)
    with answering(lambda form: form.accept()):
        pane.edit_wanted.emit(first.id)
    assert build.dump(window.journal) == before
    with answering(lambda form: (form.field("text").setPlainText("Other words"), form.accept())):
        pane.edit_wanted.emit(first.id)
    assert needs.every(window.journal)[0].text == "Other words"
    assert build.dump(window.journal)["self_rating"] == before["self_rating"]


def test_removing_and_meeting_can_be_taken_back(window: MainWindow, pane: NeedsPane) -> None:
    which = linked_data(window)
    pane.wished.emit("remove", which)
    assert sentence(window) == "“Large linked data sets” was removed."
    act(window)
    pane.wished.emit("meet", which)
    assert needs.get(window.journal, which).met_on == build.SAMPLE_DAY
    act(window)
    assert needs.get(window.journal, which).met_on is None
    needs.remove(window.journal, which)
    pane.wished.emit("meet", which)
    assert "no longer in the journal" in sentence(window)


def test_linking_somebody_i_know_begins_at_the_people(
    window: MainWindow, pane: NeedsPane
) -> None:
    def link(form: NeedForm) -> None:
        assert form.focusWidget() is form.people.line
        form.people.take(whom(window.journal, "Brandt"))
        form.accept()

    with answering(link):
        pane.wished.emit("link", linked_data(window))
    assert len(needs.overview(window.journal, build.SAMPLE_DAY).coverage.covered_needs) == 5


def test_a_look_is_kept_with_its_needs(window: MainWindow, pane: NeedsPane) -> None:
    def look(form: object) -> None:
        now, wanted = form.topics.field("writing")
        now.set_value(2)
        wanted.set_value(5)
        form.accept()
        form.accept()

    with answering(look):
        trigger(window, "self_look")
    assert sentence(window) == "Your look is kept, and 1 need came of it."
    assert self_looks.every(window.journal)[0].day == build.SAMPLE_DAY
    assert len(needs.every(window.journal)) == 6
    act(window)
    assert len(needs.every(window.journal)) == 5 and len(self_looks.every(window.journal)) == 2


def test_new_candidates_are_one_step_and_the_first_is_shown(
    window: MainWindow, pane: NeedsPane
) -> None:
    before, which = build.dump(window.journal), linked_data(window)

    def write(form: FindMentorForm) -> None:
        form.lines.places()[0].setText("Dr. Ines Moreau")
        form.lines.places()[1].setText("Bo Lund")
        form.accept()

    with answering(write):
        pane.wish_mentor(which)
    assert window.current_pane() == "person"
    shown = window.panes["person"].person
    assert (shown.name, shown.direction, shown.stage) == (
        "Dr. Ines Moreau", "candidate", "considering")
    assert shown.domains == ("research",)
    assert sentence(window) == "2 candidates were added for “Large linked data sets”."
    assert len(needs.get(window.journal, which).person_ids) == 2
    window.show_pane("needs")
    assert len(needs.overview(window.journal, build.SAMPLE_DAY).coverage.covered_needs) == 4
    act(window)
    assert build.dump(window.journal) == before


def test_choosing_a_candidate_links_and_shows_them(window: MainWindow, pane: NeedsPane) -> None:
    which = linked_data(window)
    with answering(lambda form: button(form, "Choose").click()):
        button(pane.list.row(which), "Find a mentor").click()
    osei = whom(window.journal, "Osei")
    assert needs.get(window.journal, which).person_ids == (osei,)
    assert window.panes["person"].person.id == osei
    assert sentence(window) == "Dr. Osei is linked to “Large linked data sets”."
    window.messages.clear()
    with answering(lambda form: button(form, "Open").click()):
        pane.wish_mentor(which)
    assert sentence(window) == "" and needs.get(window.journal, which).person_ids == (osei,)


def test_a_known_name_is_linked_beside_the_new_ones(window: MainWindow, pane: NeedsPane) -> None:
    before, which = build.dump(window.journal), linked_data(window)

    def write(form: FindMentorForm) -> None:
        form.lines.places()[0].insert_lines("Rosalind Okafor\nBo Lund")
        form.accept()

    with answering(write):
        pane.wish_mentor(which)
    assert sentence(window) == (
        "1 candidate was added for “Large linked data sets”. "
        "Dr. Okafor is linked to “Large linked data sets”.")
    okafor = whom(window.journal, "Okafor")
    assert okafor in needs.get(window.journal, which).person_ids
    assert len(needs.get(window.journal, which).person_ids) == 2
    act(window)
    assert build.dump(window.journal) == before


def test_somebody_to_consider_comes_with_the_need(window: MainWindow, pane: NeedsPane) -> None:
    before, which = build.dump(window.journal), linked_data(window)

    def link(form: NeedForm) -> None:
        form.people.take(whom(window.journal, "Vale"))
        form.people.line.setText("Ines Moreau")
        form.new.offer.click()
        form.accept()

    with answering(link):
        pane.wished.emit("link", which)
    found = needs.overview(window.journal, build.SAMPLE_DAY).open[4].people
    assert {one.name: one.standing for one in found} == {
        "Dr. Henrik Vale": "mentor", "Ines Moreau": "candidate"}
    window.undo_journal()
    assert build.dump(window.journal) == before


def test_a_gap_of_the_map_leads_to_the_same_dialog(window: MainWindow) -> None:
    window.resize(1440, 900)
    network = window.show_pane("network")
    QApplication.processEvents()

    def write(form: FindMentorForm) -> None:
        assert form.sought().need_id == linked_data(window)
        form.lines.places()[0].setText("Ann Berg")
        form.accept()

    with answering(write):
        button(network.overview, "Find a mentor").click()
    ann = next(one.person for one in people.everybody(window.journal, build.SAMPLE_DAY)
               if one.person.name == "Ann Berg")
    assert needs.get(window.journal, linked_data(window)).person_ids == (ann.id,)
    assert window.panes["person"].person.id == ann.id


def test_the_first_page_of_an_empty_journal_leads_to_needs(
    qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path
) -> None:
    theme.apply(qapp, "light")
    made = start(qtbot, build.copy(empty_file, tmp_path / "new.mentorjournal"), tmp_path / "s")
    button(made.panes["today"], "Begin with what I need").click()
    assert made.current_pane() == "needs"
    assert made.panes["needs"].start.look.hasFocus()


def test_other_pages_of_my_aims_are_a_tab_away(window: MainWindow, pane: NeedsPane) -> None:
    asked: list[str] = []
    pane.page_wanted.disconnect()
    pane.page_wanted.connect(asked.append)
    pane.header.tabs.setCurrentIndex(0)
    assert asked == ["goals"] and pane.header.tabs.currentIndex() == 1
