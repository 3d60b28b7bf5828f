"""Picking evidence for a letter and the grid of writers, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import letter_evidence, letters, people
from mentorjournal.journal.between import Quality
from mentorjournal.tests.build import SAMPLE_DAY
from mentorjournal.tests.windows import answering, read, sentence, start
from mentorjournal.ui.answers.letters_evidence import EvidenceAnswers
from mentorjournal.ui.dialogs.pick_evidence import PickEvidence
from mentorjournal.ui.dialogs.writers_grid import WritersGrid
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.letter_brief_editor import BriefEditor

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    clock.set_as_of(SAMPLE_DAY)
    return start(qtbot, "sample", tmp_path)


@pytest.fixture
def editor(window: MainWindow) -> BriefEditor:
    """The editor of the letter that is still to come, with its answers."""
    assert window.journal is not None
    made = BriefEditor(window.journal, window.settings, window)
    window.journal.changed.connect(made.take_changes)
    EvidenceAnswers(window, made)
    made.show_letter(next(one.id for one in letters.every(window.journal) if "K12" in one.target))
    return made


def strengths(editor: BriefEditor) -> list[Quality]:
    assert editor.page is not None
    return letter_evidence.qualities(editor.journal, editor.page.letter_id)


def wish(editor: BriefEditor, what: str, which: int | None = None) -> None:
    assert editor.page is not None
    editor.wished.emit(what, editor.page.letter_id if which is None else which)


def titles(dialog: PickEvidence) -> list[str]:
    model = dialog.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def go_to(dialog: PickEvidence, title: str) -> None:
    dialog.rows.setCurrentIndex(dialog.model.index(titles(dialog).index(title)))


def test_evidence_is_ticked_by_keyboard_and_added_in_one_step(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    rigour = strengths(editor)[0]
    before = len(rigour.picked)

    def pick(dialog: PickEvidence) -> None:
        assert dialog.strength.currentText() == "Rigour" and not dialog.add.isEnabled()
        assert titles(dialog)[0] == "Seen by Dr. Vale"
        qtbot.keyClick(dialog.search, Key.Key_Down)
        assert dialog.focusWidget() is dialog.rows
        qtbot.keyClick(dialog.rows, Key.Key_Space)
        qtbot.keyClick(dialog.rows, Key.Key_Down)
        qtbot.keyClick(dialog.rows, Key.Key_Space)
        assert dialog.add.text() == "Add 2 pieces"
        qtbot.keyClick(dialog.rows, Key.Key_Return)

    with answering(pick), qtbot.waitSignal(editor.shown) as shown:
        wish(editor, "pick", rigour.id)
    assert editor.page is not None
    assert shown.args == [editor.page.strengths.card(rigour.id)]
    assert len(strengths(editor)[0].picked) == before + 2
    editor.journal.undo()
    assert len(strengths(editor)[0].picked) == before


def test_what_is_declined_is_not_offered_again_until_asked_for(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    def decline(dialog: PickEvidence) -> None:
        go_to(dialog, "Elective month agreed")
        qtbot.keyClick(dialog.rows, Key.Key_Delete)
        assert "Elective month agreed" not in titles(dialog)
        assert dialog.add.text() == "Save"
        dialog.add.click()

    def look(dialog: PickEvidence) -> None:
        assert "Elective month agreed" not in titles(dialog)
        dialog.left_out.click()
        go_to(dialog, "Elective month agreed")
        qtbot.keyClick(dialog.rows, Key.Key_Space)
        dialog.add.click()

    with answering(decline):
        wish(editor, "pick_any")
    assert not any("Elective" in (piece.situation or "")
                   for one in strengths(editor) for piece in one.picked)
    with answering(look):
        wish(editor, "pick_any")
    assert any("Elective" in (piece.situation or "")
               for one in strengths(editor) for piece in one.picked)
    assert not any(piece.state == "declined"
                   for one in strengths(editor) for piece in one.evidence)


def test_cancel_changes_nothing(editor: BriefEditor) -> None:
    before = strengths(editor)

    def give_up(dialog: PickEvidence) -> None:
        dialog.model.toggle(dialog.rows.currentIndex())
        dialog.decline.click()
        dialog.cancel.click()

    with answering(give_up):
        wish(editor, "pick_any")
    assert strengths(editor) == before


def test_words_and_filters_narrow_and_ticks_stay(editor: BriefEditor) -> None:
    def narrow(dialog: PickEvidence) -> None:
        dialog.model.toggle(dialog.rows.currentIndex())
        everything = dialog.model.rowCount()
        dialog.search.setText("poster eye")
        assert titles(dialog)[1:] == ["Poster at the society meeting"]
        assert "212 discharges" in read(dialog.preview)
        dialog.search.setText("no such words at all")
        assert dialog.pages.currentWidget() is dialog.empty and not dialog.decline.isEnabled()
        dialog.search.clear()
        assert dialog.model.rowCount() == everything
        dialog.only_writer.click()
        assert [one for one in titles(dialog) if one.startswith(("Seen", "Nobody"))] == [
            "Seen by Dr. Vale"]
        dialog.kind.button("feedback").click()
        assert titles(dialog) == ["Seen by Dr. Vale", "taking on too much"]
        assert dialog.add.text() == "Add 1 piece"

    with answering(narrow):
        wish(editor, "pick_any")


def test_a_letter_without_strengths_gets_one_with_its_evidence(editor: BriefEditor) -> None:
    journal = editor.journal
    writer = letters.get(journal, editor.letter_id() or 0).writer_id
    editor.show_letter(letters.add(journal, {"writer_id": writer, "target": "Award"}))

    def pick(dialog: PickEvidence) -> None:
        dialog.strength.set_current("new:Teaching")
        dialog.model.toggle(dialog.rows.currentIndex())
        dialog.add.click()

    with answering(pick):
        wish(editor, "pick_any")
    [made] = strengths(editor)
    assert made.quality == "Teaching" and len(made.picked) == 1


def test_a_refusal_stays_in_the_dialog(editor: BriefEditor) -> None:
    which = editor.letter_id() or 0

    def pick(dialog: PickEvidence) -> None:
        dialog.model.toggle(dialog.rows.currentIndex())
        letters.remove(editor.journal, which)
        dialog.add.click()
        assert dialog.isVisible() and dialog.says.text()
        dialog.cancel.click()

    with answering(pick):
        wish(editor, "pick_any")


def beside(editor: BriefEditor) -> int:
    """Another letter for the same opportunity, which tells one of the same stories."""
    journal = editor.journal
    brandt = next(one.person.id for one in people.everybody(journal, SAMPLE_DAY)
                  if "Brandt" in one.person.name)
    target = letters.get(journal, editor.letter_id() or 0).target
    other = letters.add(journal, {"writer_id": brandt, "target": target})
    quality = letter_evidence.add_quality(journal, other, "Rigour")
    story = strengths(editor)[0].picked[0]
    letter_evidence.add_evidence(journal, quality, [{"behaviour": story.behaviour}])
    letter_evidence.add_quality(journal, other, "Statistics")
    return other


def test_the_grid_says_what_nobody_covers_and_what_is_told_twice(
    editor: BriefEditor, qtbot: QtBot
) -> None:
    other = beside(editor)

    def look(dialog: WritersGrid) -> None:
        said = read(dialog)
        assert "Nobody covers “Statistics” yet." in said
        assert "Dr. Vale and Dr. Brandt both tell “wrote the rule for missing data" in said
        assert dialog.table.columnCount() == 2 and dialog.table.rowCount() == 5
        row = next(n for n in range(5)
                   if dialog.table.verticalHeaderItem(n).text() == "Statistics")
        across = dialog.table.columnCount() - 1
        assert dialog.table.item(row, across).text() == "No evidence yet"
        dialog.table.setCurrentCell(row, across)
        qtbot.keyClick(dialog.table, Key.Key_Return)

    with answering(look):
        wish(editor, "grid")
    assert editor.letter_id() == other


def test_a_wish_about_what_is_gone_is_answered_in_words(
    editor: BriefEditor, window: MainWindow
) -> None:
    which = editor.letter_id() or 0
    letters.remove(editor.journal, which)
    wish_about = editor.wished
    wish_about.emit("grid", which)
    assert sentence(window)
