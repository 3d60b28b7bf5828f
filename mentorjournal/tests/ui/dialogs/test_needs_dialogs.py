"""The form for a need, the look at where I stand, and finding a mentor."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, needs, people, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import sought
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.windows import answering, button, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.find_mentor import FindMentorForm, ask_mentor
from mentorjournal.ui.dialogs.need import NeedForm, ask_need, kind_of
from mentorjournal.ui.dialogs.self_look import SelfLookForm, ask_self_look

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def linked_data(journal: Journal) -> int:
    return needs.every(journal)[4].id


# The form -------------------------------------------------------------------------------------


def test_only_the_words_of_a_need_are_needed(sample_journal: Journal, qtbot: QtBot) -> None:
    form = NeedForm(sample_journal)
    qtbot.addWidget(form)
    assert not form.ok_button().isEnabled()
    form.field("text").setPlainText("Somebody who has sat on a panel")
    assert form.ok_button().isEnabled()
    assert form.values() == {
        "text": "Somebody who has sat on a panel", "guidance_kind": None, "domain": None,
        "skill_sought": None, "importance": 2, "met_on": None, "now": None, "wanted": None,
        "people": (), "new": ()}
    assert "Met on" not in read(form)


def test_a_need_is_shown_as_it_is(sample_journal: Journal, qtbot: QtBot) -> None:
    shown = needs.overview(sample_journal, build.SAMPLE_DAY).open[0]
    form = NeedForm(sample_journal, shown)
    qtbot.addWidget(form)
    found = form.values()
    assert {name: found[name] for name in ("text", "domain", "importance", "now", "wanted")} == {
        "text": shown.need.text, "domain": "research", "importance": 3, "now": 3, "wanted": 4}
    assert found["people"] == shown.need.person_ids
    assert form.field("importance").currentText() == "I cannot go on without it"


def test_a_kind_of_guidance_is_chosen_or_said() -> None:
    assert kind_of("Introductions") == kind_of(" introductions ") == "introductions"
    assert kind_of("Frank  words") == "Frank words"
    assert kind_of("  ") is None


def test_what_is_wrong_with_a_need_is_said(sample_journal: Journal, qtbot: QtBot) -> None:
    form = NeedForm(sample_journal, needs.overview(sample_journal, build.SAMPLE_DAY).open[0])
    qtbot.addWidget(form)
    values = {**form.field_values(), "text": "", "met_on": build.SAMPLE_DAY.replace(year=2030)}
    assert form.check(values).keys() == {"text", "met_on"}
    form.people.line.setText("Nobody Atall")
    assert "people" in form.check(form.field_values())


def test_a_need_half_written_is_offered_again(sample_journal: Journal, parent: QWidget) -> None:
    def write(form: NeedForm) -> None:
        form.field("text").setPlainText("Half a need")
        form.put_aside()

    with answering(write):
        assert ask_need(parent, sample_journal) is None
    with answering(lambda form: (form.take_up_draft(), form.accept())):
        answer = ask_need(parent, sample_journal)
    assert answer["text"] == "Half a need"
    assert drafts.every(sample_journal) == {}


def test_enter_below_the_people_saves(
    sample_journal: Journal, parent: QWidget, qtbot: QtBot
) -> None:
    shown = needs.overview(sample_journal, build.SAMPLE_DAY).open[0]
    with answering(lambda form: qtbot.keyClick(form.people.line, KEY.Key_Return)):
        answer = ask_need(parent, sample_journal, shown, at="people")
    assert answer["people"] == shown.need.person_ids


def test_somebody_unknown_is_taken_in_by_keys(
    sample_journal: Journal, parent: QWidget, qtbot: QtBot
) -> None:
    def write(form: NeedForm) -> None:
        qtbot.keyClicks(form.people.line, "Ines Moreau")
        qtbot.keyClick(form.people.line, KEY.Key_Return)
        assert form.focusWidget() is form.new.offer
        assert form.new.offer.text() == "Add “Ines Moreau” as somebody you consider"
        qtbot.keyClick(form.new.offer, KEY.Key_Return)
        assert form.focusWidget() is form.people.line and form.new.offer.isHidden()
        assert form.values()["new"] == ("Ines Moreau",)
        form.people.line.setText("Haddad")
        assert not form.new.offer.isVisible()  # she is there
        form.people.line.clear()
        form.put_aside()

    shown = needs.overview(sample_journal, build.SAMPLE_DAY).open[4]
    with answering(write):
        ask_need(parent, sample_journal, shown, at="people")
    with answering(lambda form: (form.take_up_draft(), form.accept())):
        answer = ask_need(parent, sample_journal, shown, at="people")
    assert (answer["people"], answer["new"]) == ((), ("Ines Moreau",))


# The look at where I stand --------------------------------------------------------------------


def rated(form: SelfLookForm, **marks: tuple[int | None, int | None]) -> None:
    for topic, (now, wanted) in marks.items():
        pair = form.topics.field(topic)
        pair[0].set_value(now)
        pair[1].set_value(wanted)


def test_topics_are_rated_by_keys_and_mouse(sample_journal: Journal, qtbot: QtBot) -> None:
    form = SelfLookForm(self_looks.every(sample_journal)[:1])
    qtbot.addWidget(form)
    form.show()
    now, wanted = form.topics.field("writing")
    qtbot.keyClick(now, KEY.Key_2)
    qtbot.keyClick(now, KEY.Key_Right)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton, pos=QPoint(wanted.width() - 3, 10))
    assert form.marks() == [Mark("writing", 3, 5)]
    assert now.accessibleName() == "Writing, now" and now.accessibleDescription() == "3 of 5"
    qtbot.keyClick(wanted, KEY.Key_Delete)
    qtbot.keyClick(now, KEY.Key_9)
    assert form.marks() == [Mark("writing", 3, None)]
    assert "3, wanted 5" in read(form)  # the last time
    form.close()


def test_what_is_far_becomes_needs_in_own_words(sample_journal: Journal, parent: QWidget) -> None:
    def answer(form: SelfLookForm) -> None:
        rated(form, writing=(2, 5), speaking=(2, 4), analysis=(3, 4))
        assert form.ok_button().text() == "Go on"
        form.accept()
        assert "These seem far from where you want to be" in read(form)
        assert form.ok_button().text() == "Keep it and add 2 needs"
        (_, first), (second, _) = form.needs.lines()
        first.setPlainText("Somebody who reads with a red pen")
        second.setChecked(False)
        form.accept()

    with answering(answer):
        found = ask_self_look(parent, sample_journal)
    assert found["needs"] == {"writing": {"text": "Somebody who reads with a red pen"}}
    assert found["marks"] == [
        Mark("analysis", 3, 4), Mark("writing", 2, 5), Mark("speaking", 2, 4)]


def test_a_look_without_needs_is_one_step(journal: Journal, qtbot: QtBot) -> None:
    form = SelfLookForm()
    qtbot.addWidget(form)
    assert not form.ok_button().isEnabled()
    rated(form, writing=(4, 5))
    assert form.ok_button().text() == "Keep it"
    assert form.values() == {"marks": [Mark("writing", 4, 5)], "needs": {}}


def test_none_of_the_far_topics_need_become_a_need(journal: Journal, qtbot: QtBot) -> None:
    form = SelfLookForm()
    qtbot.addWidget(form)
    rated(form, writing=(1, 5))
    form.accept()
    form.needs.lines()[0][0].setChecked(False)
    assert form.ok_button().text() == "Keep it" and form.values()["needs"] == {}
    form.needs.lines()[0][0].setChecked(True)
    form.needs.lines()[0][1].setPlainText("  ")
    assert "in a few words" in form.check(form.field_values())[""]
    form.back.click()
    assert form.step == 0 and form.marks() == [Mark("writing", 1, 5)]


def test_a_topic_of_ones_own_has_a_name(journal: Journal, qtbot: QtBot) -> None:
    form = SelfLookForm()
    qtbot.addWidget(form)
    rated(form, other=(1, 4))
    assert "Name the topic" in form.check(form.field_values())[""]
    form.topics.own.setText("Night shifts")
    form.accept()
    assert form.values() == {"marks": [Mark("other", 1, 4, "Night shifts")],
                             "needs": {"other": {"text": "Somebody for: Night shifts"}}}


def test_a_look_closed_half_way_is_kept_and_offered(journal: Journal, parent: QWidget) -> None:
    def begin(form: SelfLookForm) -> None:
        rated(form, writing=(1, 4))
        form.accept()
        form.needs.lines()[0][1].setPlainText("My own words")
        form.reject()

    with answering(begin):
        assert ask_self_look(parent, journal) is None
    assert list(drafts.every(journal)) == ["self_look"]

    def go_on(form: SelfLookForm) -> None:
        assert "Writing" in read(form)
        button(form, "Go on with it").click()
        assert form.step == 1 and form.focusWidget() is form.needs.lines()[0][0]
        form.accept()

    with answering(go_on):
        found = ask_self_look(parent, journal)
    assert found == {"marks": [Mark("writing", 1, 4)], "needs": {
        "writing": {"text": "My own words"}}}
    with answering(lambda form: form.reject()):
        assert ask_self_look(parent, journal) is None
    assert drafts.every(journal) == {}


def test_a_topic_that_has_brought_a_need_is_not_offered_again(
    journal: Journal, parent: QWidget
) -> None:
    self_looks.save(journal, build.SAMPLE_DAY, [Mark("writing", 1, 5)],
                    {"writing": {"text": "Frank reading"}})
    needs.add(journal, {"text": "somebody to practise  saying no with"})

    def look(form: SelfLookForm) -> None:
        rated(form, writing=(2, 5), saying_no=(1, 4))
        assert form.ok_button().text() == "Keep it"  # there is nothing new to choose from
        rated(form, speaking=(1, 5))
        form.accept()
        said = read(form)
        assert len(form.needs.lines()) == 1
        assert "Writing: already among your needs, as “Frank reading”" in said
        assert "as “somebody to practise saying no with”" in said
        form.accept()

    with answering(look):
        found = ask_self_look(parent, journal)
    assert found["needs"].keys() == {"speaking"}


def test_a_look_begins_without_a_fault(journal: Journal, qtbot: QtBot) -> None:
    form = SelfLookForm()
    qtbot.addWidget(form)
    form.show()
    assert form._says.text() == "Mark at least one topic, or leave it for another day."
    assert form._says.property("tone") == "muted"
    rated(form, other=(1, 4))  # a topic without a name
    assert form._says.property("tone") == "alert"


# Finding a mentor -----------------------------------------------------------------------------


def found(
    journal: Journal, parent: QWidget, deed: Any, what: sought.Sought | None = None, need: int = 0
) -> dict[str, Any] | None:
    with answering(deed):
        return ask_mentor(parent, journal, what, need)


def test_it_says_what_is_sought_and_who_may_fit(sample_journal: Journal, parent: QWidget) -> None:
    def look(form: FindMentorForm) -> None:
        said = read(form)
        assert form.need.currentText() == "Large linked data sets"
        assert "Has linked hospital records to claims, and published it." in said
        assert "Admired for: Follows people for years without asking" in said
        assert "Suggested by Dr. Haddad" in said
        assert "Noted for: missing data" in said
        assert "Who could I ask?" in said and "You have 1 candidate so far." in said
        first = needs.every(sample_journal)[0]
        form.need.set_current(str(first.id))
        form.need.chosen.emit(str(first.id))
        assert "Finds the weak line on the page." in read(form)

    assert found(sample_journal, parent, look) is None


def test_choosing_a_candidate_is_enough(sample_journal: Journal, parent: QWidget) -> None:
    need = linked_data(sample_journal)
    answer = found(sample_journal, parent, lambda form: button(form, "Choose").click(), need=need)
    assert answer == {"need_id": need, "chosen": whom(sample_journal, "Osei")}


def test_several_names_with_nothing_else_demanded(
    sample_journal: Journal, parent: QWidget, qtbot: QtBot
) -> None:
    def write(form: FindMentorForm) -> None:
        assert not form.ok_button().isEnabled()
        qtbot.keyClicks(form.lines.places()[0], "Ines Moreau")
        form.lines.line(0).admired.setText("Her atlas")
        form.lines.line(0).suggested.setCurrentText("Leila Haddad")
        form.lines.line(0).suggested.choose(whom(sample_journal, "Haddad"))
        form.lines.places()[1].setText("Bo Lund")
        form.lines.line(1).suggested.setCurrentText("A poster")
        form.lines.line(2).admired.setText("Nobody's book")
        assert "Say who it is" in form.check(form.field_values())[""]
        form.lines.line(2).admired.clear()
        assert form.ok_button().text() == "Add 2 candidates"
        form.accept()

    need = linked_data(sample_journal)
    answer = found(sample_journal, parent, write, need=need)
    assert answer == {"need_id": need, "found": [
        {"domains": ("research",), "name": "Ines Moreau", "admire_for": "Her atlas",
         "suggested_by_id": whom(sample_journal, "Haddad"), "origin": "referred"},
        {"domains": ("research",), "name": "Bo Lund", "suggested_by": "A poster",
         "origin": "referred"},
    ], "known": []}


def test_who_is_in_the_journal_is_used_and_nobody_is_added_twice(
    sample_journal: Journal, parent: QWidget
) -> None:
    okafor = whom(sample_journal, "Okafor")

    def write(form: FindMentorForm) -> None:
        form.lines.places()[0].insert_lines("rosalind okafor\nAnn Berg\nDr. Ann Berg")
        form.lines.line(2).admired.setText("Her patience")
        tick = form.known.tick(okafor)
        assert tick.text() == "Dr. Rosalind Okafor is in the journal already: use her"
        assert "Ann Berg stands here twice and is added once." in read(form)
        tick.setChecked(False)
        assert form.ok_button().text() == "Add 2 candidates"
        tick.setChecked(True)
        form.accept()

    need = linked_data(sample_journal)
    answer = found(sample_journal, parent, write, need=need)
    assert answer == {"need_id": need, "known": [okafor], "found": [
        {"domains": ("research",), "name": "Ann Berg", "admire_for": "Her patience"}]}


def test_a_pasted_list_fills_a_line_each(sample_journal: Journal, qtbot: QtBot) -> None:
    def write(form: FindMentorForm) -> None:
        form.lines.places()[0].insert_lines("Ann\nBo\nCy\nDi")
        assert form.lines.names() == ["Ann", "Bo", "Cy", "Di"]
        assert len(form.lines.places()) == 5

    assert found(sample_journal, QWidget(), write) is None


def test_a_gap_prefills_the_new_person(sample_journal: Journal, parent: QWidget) -> None:
    what = sought.of_cell("coach", "senior", True, "senior")

    def write(form: FindMentorForm) -> None:
        assert form.need is None and "Coach, senior" in read(form)
        assert "Is your coach already" in read(form)
        form.lines.places()[0].setText("Ann")
        form.accept()

    assert found(sample_journal, parent, write, what) == {
        "need_id": 0, "found": [{"roles": ("coach",), "level": "senior", "name": "Ann"}],
        "known": []}


def test_of_many_candidates_the_first_are_shown(
    sample_journal: Journal, parent: QWidget
) -> None:
    people.add_names(sample_journal, [f"Ann {n}" for n in range(9)], {
        "direction": "candidate", "stage": "considering"})
    need = linked_data(sample_journal)
    needs.add_person(sample_journal, need, whom(sample_journal, "Osei"))

    def look(form: FindMentorForm) -> None:
        assert "Dr. Daniel Osei" in read(form.candidates)  # linked, so he comes first
        assert form.candidates.more.text() == "6 more"
        form.candidates.more.click()
        QApplication.processEvents()
        assert "Ann 8" in read(form.candidates) and not form.candidates.more.isVisible()

    assert found(sample_journal, parent, look, need=need) is None


def test_peers_are_asked_only_while_there_are_few(sample_journal: Journal, parent: QWidget) -> None:
    people.add_names(sample_journal, ["Ann", "Bo"], {
        "direction": "candidate", "stage": "considering"})

    def look(form: FindMentorForm) -> None:
        assert "Who could I ask?" not in read(form)

    assert found(sample_journal, parent, look) is None


def test_names_half_written_are_offered_again(sample_journal: Journal, parent: QWidget) -> None:
    def write(form: FindMentorForm) -> None:
        form.lines.places()[0].setText("Ann")
        form.lines.line(0).admired.setText("Her patience")
        form.put_aside()

    found(sample_journal, parent, write)
    answer = found(sample_journal, parent, lambda form: (form.take_up_draft(), form.accept()))
    assert answer["found"][0]["name"] == "Ann"
    assert answer["found"][0]["admire_for"] == "Her patience"


def test_an_empty_journal_can_find_somebody_too(journal: Journal, parent: QWidget) -> None:
    def write(form: FindMentorForm) -> None:
        assert form.need.currentText() == "No need in particular"
        said = read(form)
        assert "You have no candidates yet." in said
        assert "Who comes to mind?" in said and "Write a name." in said
        form.lines.places()[0].setText("Ann")
        form.accept()

    assert found(journal, parent, write) == {"need_id": 0, "found": [{"name": "Ann"}],
                                                "known": []}
