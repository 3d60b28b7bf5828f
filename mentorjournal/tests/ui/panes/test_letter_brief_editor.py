"""The editor of a brief: texts, strengths with evidence, growth and context, by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import paths
from mentorjournal.journal import accomplishments, feedback, letter_evidence, letters
from mentorjournal.journal.between import Letter, Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import SECOND_LOOK, Settings
from mentorjournal.tests.build import SAMPLE_DAY, add_person
from mentorjournal.tests.windows import read
from mentorjournal.ui.panes.letter_brief_editor import BriefEditor, BriefPage
from mentorjournal.ui.panes.letter_brief_strength import StrengthCard
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.second_look import SecondLook

Key = Qt.Key


def k12(journal: Journal) -> int:
    return next(one.id for one in letters.every(journal) if "K12" in one.target)


@pytest.fixture
def editor(qtbot: QtBot, sample_journal: Journal) -> Iterator[BriefEditor]:
    made = BriefEditor(sample_journal, Settings(paths.settings_file()))
    sample_journal.changed.connect(made.take_changes)
    qtbot.addWidget(made)
    made.show_letter(k12(sample_journal))
    made.resize(560, 1400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.hand_in()  # else it would be handed in once the journal is closed
    sample_journal.changed.disconnect(made.take_changes)


def page(editor: BriefEditor) -> BriefPage:
    assert editor.page is not None
    return editor.page


def cards(editor: BriefEditor) -> list[StrengthCard]:
    return page(editor).strengths.cards()


def letter(editor: BriefEditor) -> Letter:
    return letters.get(editor.journal, page(editor).letter_id)


def strengths(editor: BriefEditor) -> list[Quality]:
    return letter_evidence.qualities(editor.journal, page(editor).letter_id)


def test_the_sample_brief_is_shown_whole(editor: BriefEditor) -> None:
    assert page(editor).texts["why"].text().startswith("I follow 80 survivors")
    assert [card.claim.text() for card in cards(editor)] == [
        "Rigour", "Initiative", "Follow-through", "Teaching"]
    assert "Dr. Brandt saw this, Tue 14 Apr" in read(editor)
    assert [card.warning.isVisible() for card in cards(editor)] == [False] * 4
    assert "The institution's commitment of time" in page(editor).unanswered.says.text()
    assert "First reactions and private notes are never offered as evidence." in read(editor)


def test_a_text_reaches_the_letter(editor: BriefEditor, qtbot: QtBot) -> None:
    field = page(editor).texts["leave_out"]
    with qtbot.waitSignal(editor.typed):
        field.type_anew("The time away in spring.")
    editor.hand_in()
    assert letter(editor).leave_out == "The time away in spring."


def test_what_is_typed_is_not_lost_when_another_letter_is_shown(editor: BriefEditor) -> None:
    first = page(editor).letter_id
    other = next(one.id for one in letters.every(editor.journal) if one.id != first)
    page(editor).texts["why"].type_anew("Time to think")
    editor.show_letter(other)
    assert letters.get(editor.journal, first).why == "Time to think"
    assert page(editor).letter_id == other
    assert page(editor).texts["why"].text() != "Time to think"


def test_a_letter_that_is_removed_leaves_an_empty_editor(editor: BriefEditor) -> None:
    letters.remove(editor.journal, page(editor).letter_id)
    assert editor.page is None
    editor.journal.undo()
    editor.show_letter(k12(editor.journal))
    assert len(cards(editor)) == 4


def test_a_strength_is_added_by_typing(editor: BriefEditor, qtbot: QtBot) -> None:
    add = page(editor).strengths.add.edit
    add.setFocus()
    qtbot.keyClicks(add, "Judgement")
    with qtbot.waitSignal(editor.shown) as shown:  # the line does not slip out of view
        qtbot.keyClick(add, Key.Key_Return)
    assert shown.args == [page(editor).strengths.add] and add.hasFocus()
    assert strengths(editor)[-1].quality == "Judgement"
    assert cards(editor)[-1].warning.says.text() == "No evidence."


def test_a_strength_of_600_letters_keeps_every_word(editor: BriefEditor) -> None:
    text = "I asked everybody what they could give. " * 15
    assert page(editor).strengths._add(text)
    made = strengths(editor)[-1]
    assert len(made.quality) <= 300
    assert f"{made.quality} {made.picked[0].behaviour}" == text.strip()
    editor.journal.undo()
    assert len(strengths(editor)) == 4


def test_suggestions_begin_with_criteria_that_nothing_answers(editor: BriefEditor) -> None:
    action = page(editor).strengths.suggest.menu().actions()[0]
    assert action.text() == "Criterion: The institution's commitment of time"
    action.trigger()
    assert strengths(editor)[-1].criterion == "The institution's commitment of time"
    assert not page(editor).unanswered.isVisible()
    assert QApplication.focusWidget() is cards(editor)[-1].add.edit


def test_strengths_move_by_keyboard_and_the_focus_goes_along(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    claim = cards(editor)[0].claim
    claim.setFocus()
    qtbot.keyClick(claim, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.quality for one in strengths(editor)][:2] == ["Initiative", "Rigour"]
    assert cards(editor)[1].claim is claim and claim.hasFocus()
    qtbot.keyClick(claim, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert strengths(editor)[0].quality == "Rigour"


def test_evidence_moves_by_keyboard_within_its_strength(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    card = next(card for card in cards(editor) if len(card.rows()) > 1)
    letter_evidence.add_evidence(editor.journal, card.id, [{"behaviour": "Not for this one"}])
    letter_evidence.decline(editor.journal, card.strength.evidence[-1].id)
    rows, claims = card.rows(), [one.claim.text() for one in cards(editor)]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert card.rows() == [rows[1], rows[0], *rows[2:]]
    assert [one.id for one in card.strength.picked] == [row.piece.id for row in card.rows()]
    assert rows[0].hasFocus()
    assert rows[0].nextInFocusChain() is rows[0].caret
    assert rows[1].drop.nextInFocusChain() is rows[0]
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert card.rows() == [rows[1], rows[0], *rows[2:]]  # it is the first already
    editor.journal.undo()
    assert card.rows() == rows
    assert [one.claim.text() for one in cards(editor)] == claims


def test_evidence_opens_in_place_and_its_words_are_kept(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    row = cards(editor)[0].rows()[0]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Return)
    assert row.details is not None and row.details.situation.hasFocus()
    row.details.impact.type_anew("Both sites use it")
    row.details.impact.commit()
    assert strengths(editor)[0].picked[0].impact == "Both sites use it"
    qtbot.keyClick(row.details.impact, Key.Key_Escape)
    assert not row.is_open and row.hasFocus()


def test_who_saw_it_and_when_can_be_changed(editor: BriefEditor) -> None:
    card = cards(editor)[0]
    card.open_piece(card.rows()[0].piece.id)
    details = card.rows()[0].details
    assert details is not None
    vale = letter(editor).writer_id
    details.seen_by.choose(vale)
    details.seen_by.activated.emit(0)
    details.when.set_day(SAMPLE_DAY)
    assert strengths(editor)[0].picked[0].seen_by_id == vale
    assert strengths(editor)[0].picked[0].date == SAMPLE_DAY
    assert "Dr. Vale saw this, Fri 15 May" in card.rows()[0].witness.text()
    details.seen_by.setEditText("")
    details.seen_by.lineEdit().editingFinished.emit()
    assert strengths(editor)[0].picked[0].seen_by_id is None
    assert card.warning.says.text() == "Nobody saw it."


def test_somebody_unknown_as_witness_is_refused_in_words(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    card = cards(editor)[0]
    card.open_piece(card.rows()[0].piece.id)
    details = card.rows()[0].details
    assert details is not None
    before = strengths(editor)[0].picked[0].seen_by_id
    details.seen_by.setEditText("Nobody At All")
    with qtbot.waitSignal(editor.refused) as said:
        details.seen_by.lineEdit().editingFinished.emit()
    assert "Nobody At All" in said.args[0]
    assert strengths(editor)[0].picked[0].seen_by_id == before


def test_evidence_is_left_out_and_brought_back(editor: BriefEditor, qtbot: QtBot) -> None:
    card = cards(editor)[0]
    row = card.rows()[0]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Delete)
    assert strengths(editor)[0].evidence[0].state == "declined"
    assert card.rows() == [] and card.warning.says.text() == "No evidence."
    card.left_out.undo.click()
    assert len(card.rows()) == 1 and not card.left_out.isVisible()


def test_own_evidence_is_added_opened_and_removed(editor: BriefEditor, qtbot: QtBot) -> None:
    card = cards(editor)[1]
    card.add.edit.setFocus()
    qtbot.keyClicks(card.add.edit, "wrote to every ward")
    qtbot.keyClick(card.add.edit, Key.Key_Return)
    made = card.rows()[-1]
    assert made.piece.behaviour == "wrote to every ward" and made.is_open
    assert made.chip.text() == "Mine"
    before = len(strengths(editor)[1].evidence)
    card.leave_out(made.piece.id)
    assert len(strengths(editor)[1].evidence) == before - 1


def test_a_strength_is_removed_and_brought_back(editor: BriefEditor) -> None:
    cards(editor)[3].remove.click()
    assert len(strengths(editor)) == 3
    page(editor).strengths.removed.undo.click()
    assert len(strengths(editor)) == 4


def test_a_folded_strength_says_how_much_it_holds(editor: BriefEditor) -> None:
    card = cards(editor)[0]
    card.caret.click()
    assert not card.add.isVisible() and card.count.text() == "1 piece"
    letter_evidence.add_evidence(editor.journal, card.id, [{"behaviour": "More"}])
    assert not card.add.isVisible() and card.count.text() == "2 pieces"


def test_a_criterion_is_chosen_from_the_letters_own(editor: BriefEditor) -> None:
    choice = cards(editor)[0].criterion
    choice.set_current("Initiative")
    choice.chosen.emit("Initiative")
    assert strengths(editor)[0].criterion == "Initiative"
    assert "Rigour of the research plan" in page(editor).unanswered.says.text()


def test_nothing_of_growth_stands_there_unless_it_is_chosen(editor: BriefEditor) -> None:
    growth = page(editor).growth
    offered = {growth.choice.itemData(place) for place in range(growth.choice.count())}
    closed = {str(one.id) for one in feedback.every(editor.journal)
              if (one.acted_on or one.reported_back_on) and not one.set_aside_on}
    assert offered == {"", *closed}
    growth.choice.set_current("")
    growth.choice.chosen.emit("")
    assert letter(editor).growth_feedback_id is None and not growth.words.isVisible()


def test_growth_is_drafted_once_and_never_over_own_words(editor: BriefEditor) -> None:
    growth = page(editor).growth
    mine = letter(editor).growth_words
    other = growth.choice.itemData(1)
    growth.choice.set_current(other)
    growth.choice.chosen.emit(other)
    assert letter(editor).growth_words == mine
    growth.words.type_anew("")
    growth.choice.chosen.emit(other)
    entry = feedback.get(editor.journal, int(other))
    assert (entry.gist or "") in (letter(editor).growth_words or "")


def test_context_is_private_until_its_tick(editor: BriefEditor) -> None:
    context = page(editor).context
    assert "private until you tick" in context.state.text()
    context.allowed.click()
    assert letter(editor).context_allowed and context.state.text() == "stands in the brief"
    editor.journal.undo()
    assert not context.allowed.isChecked()


def test_a_first_sentence_is_offered_where_nothing_is_said(editor: BriefEditor) -> None:
    letters.edit(editor.journal, page(editor).letter_id, {"how_known": None})
    page(editor).begin.click()
    assert letter(editor).how_known == "You have been my advocate and sponsor since August 2024."
    assert not page(editor).begin.isVisible()
    assert "the last on" in page(editor).together.text()


def test_what_the_other_letters_cover_is_filled_in(editor: BriefEditor) -> None:
    assert not page(editor).grid.isVisible() and not page(editor).from_grid.isVisible()
    brandt = add_person(editor.journal, "Dr. Ana Lind")
    other = letters.add(
        editor.journal, {"writer_id": brandt, "target": letter(editor).target.upper()})
    letter_evidence.add_quality(editor.journal, other, "Statistics")
    assert page(editor).grid.isVisible()
    page(editor).from_grid.click()
    assert (letter(editor).others_writing or "").endswith("Dr. Ana Lind: Statistics.")
    assert not page(editor).from_grid.isVisible()


def test_picking_and_the_grid_are_wished_for(editor: BriefEditor, qtbot: QtBot) -> None:
    card = cards(editor)[2]
    with qtbot.waitSignal(editor.wished) as wish:
        card.pick.click()
    assert wish.args == ["pick", card.id]
    with qtbot.waitSignal(editor.wished) as wish:
        page(editor).pick.click()
    assert wish.args == ["pick_any", page(editor).letter_id]


def test_hostile_words_stay_plain(editor: BriefEditor) -> None:
    letter_evidence.add_evidence(editor.journal, cards(editor)[0].id, [
        {"behaviour": "<b>bold</b> & more", "impact": "x" * 3000}])
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in editor.findChildren(QLabel))


def test_tab_goes_down_the_strengths(editor: BriefEditor) -> None:
    cards(editor)[0].move_wanted.emit(cards(editor)[0].id, 1)
    chain = []
    widget = page(editor).strengths.cards()[0].claim
    for _ in range(200):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    claims = [card.claim for card in cards(editor)]
    assert [one for one in chain if one in claims][:4] == claims


def test_an_accomplishment_is_marked_as_its_source(editor: BriefEditor) -> None:
    key = accomplishments.add(editor.journal, {"title": "Poster"})
    letter_evidence.add_evidence(editor.journal, cards(editor)[0].id, [
        {"behaviour": "Poster", "accomplishment_id": key}])
    assert cards(editor)[0].rows()[-1].chip.text() == "Accomplishment"


def test_every_text_of_the_brief_gets_a_second_look(editor: BriefEditor) -> None:
    card = cards(editor)[0]
    card.open_piece(card.rows()[0].piece.id)
    watched = {id(look._field) for look in editor.findChildren(SecondLook)}
    texts = editor.findChildren(GrowingText)
    assert len(texts) > 12 and {id(one) for one in texts} == watched


def test_a_word_worth_a_second_look_is_said_below_its_text(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    field = page(editor).texts["why_you"]
    look = next(one for one in editor.findChildren(SecondLook) if one._field is field)
    field.type_anew("I am a hard worker and very helpful.")
    qtbot.waitUntil(look.isVisible)
    assert look.flags()


def test_a_brief_that_names_no_result_says_so_until_it_does(editor: BriefEditor) -> None:
    assert page(editor).unnamed.isHidden()  # the sample's brief names some
    values = {"writer_id": letter(editor).writer_id, "target": "Prize"}
    which = letters.add(editor.journal, values)
    editor.show_letter(which)
    shown, field = page(editor).unnamed, page(editor).texts["evidence_unknown"]
    assert shown.isHidden()  # nothing is claimed yet
    letter_evidence.add_quality(editor.journal, which, "Persistence")
    newest = accomplishments.told(editor.journal)[0]
    assert not shown.isHidden() and newest in shown.says.text()
    editor.settings.set(SECOND_LOOK, False)
    assert shown.isHidden()
    editor.settings.set(SECOND_LOOK, True)
    assert not shown.isHidden()
    field.type_anew(f"In spring: {newest}.")
    editor.hand_in()
    assert shown.isHidden()


def test_what_a_strength_lacks_is_read_out_with_its_name(editor: BriefEditor) -> None:
    letter_evidence.add_quality(editor.journal, page(editor).letter_id, "Persistence")
    assert cards(editor)[-1].warning.says.accessibleName() == "Persistence: no evidence"
    assert cards(editor)[0].warning.says.accessibleName() == ""
