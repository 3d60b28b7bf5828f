"""Pictures of a brief's editor at two widths, of picking evidence, and of who covers what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QVBoxLayout

from mentorjournal.journal import letter_evidence, letters, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.ui.answers.letters_evidence import EvidenceAnswers
from mentorjournal.ui.dialogs.pick_evidence import PickEvidence
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.letter_brief_editor import BriefEditor
from mentorjournal.ui.widgets.parts import scrolled

WIDE, NARROW = 560, 460
READY = 300  # ms until a form is up
LONG_NAME = "Prof. Maximiliana Alexandrovna von Hohenlohe-Waldenburg-Schillingsfürst, MD"
STORY = (
    "When the follow-up clinic had no slot for survivors of intensive care, I asked the ward, the "
    "physiotherapists and the family doctors what each of them could give, wrote it on one page, "
    "and came back with it every week until a shared slot stood in the calendar. "
)


def k12(journal: Journal) -> int:
    """The letter that is still to come."""
    return next(one.id for one in letters.every(journal) if "K12" in one.target)


def editor(
    width: int, prepare: Callable[[Journal], int] = k12, scroll: float = 0.0,
    then: Callable[[BriefEditor], object] = lambda editor: None,
) -> Callable[[MainWindow], None]:
    """The editor of one letter, as wide as its column; `then` is done with it once it is up."""

    def show(window: MainWindow) -> None:
        host = QDialog(window)
        host.resize(width, 860)
        made = BriefEditor(window.journal, window.settings)
        made.show_letter(prepare(window.journal))
        area: QScrollArea = scrolled(made)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        lines = QVBoxLayout(host)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.addWidget(area)

        def arrange() -> None:
            then(made)
            bar = area.verticalScrollBar()
            bar.setValue(round(bar.maximum() * scroll))

        QTimer.singleShot(READY, arrange)
        host.exec()
        host.deleteLater()

    return show


def empty(journal: Journal) -> int:
    """A letter of which only the writer and the opportunity are known."""
    writer = letters.get(journal, k12(journal)).writer_id
    return letters.add(journal, {"writer_id": writer, "target": "Lakeside visiting fellowship"})


def long(journal: Journal) -> int:
    """A strength of more than 600 letters, and a witness with a long name."""
    witness = people.add(journal, {"name": LONG_NAME})
    letter = empty(journal)
    claim = (STORY * 2)[:299]
    first = letter_evidence.add_quality(journal, letter, claim)
    letter_evidence.add_evidence(journal, first, [
        {"behaviour": (STORY * 3)[:640], "impact": "52 patients", "seen_by_id": witness}])
    letters.edit(journal, letter, {"criteria": f"{STORY}; initiative"})
    return letter


def unsupported(journal: Journal) -> int:
    """Claims that lack a result, a witness, or any evidence."""
    letter = k12(journal)
    for one, lack in zip(letter_evidence.qualities(journal, letter), (
        {"impact": None}, {"seen_by_id": None}, {"state": "declined"}), strict=False,
    ):
        letter_evidence.edit_evidence(journal, one.evidence[0].id, lack)
    letter_evidence.edit_quality(
        journal, letter_evidence.qualities(journal, letter)[3].id, {"criterion": None})
    return letter


def open_first(editor: BriefEditor) -> None:
    """The first piece of evidence is open."""
    assert editor.page is not None
    card = editor.page.strengths.cards()[0]
    card.open_piece(card.rows()[0].piece.id)


def fold_last(editor: BriefEditor) -> None:
    """The last strength is folded."""
    assert editor.page is not None
    card = editor.page.strengths.cards()[-1]
    card.fold_wanted.emit(card.id, False)


def wish(
    what: str, prepare: Callable[[Journal], int] = k12,
    then: Callable[[QDialog], object] = lambda dialog: None,
) -> Callable[[MainWindow], None]:
    """What a wish of the editor opens; `then` is done with the dialog once it is up."""

    def show(window: MainWindow) -> None:
        made = BriefEditor(window.journal, window.settings)
        made.show_letter(prepare(window.journal))
        EvidenceAnswers(window, made)  # it belongs to the editor
        QTimer.singleShot(READY, lambda: then(QApplication.activeModalWidget()))
        made.wished.emit(what, made.letter_id())
        made.deleteLater()

    return show


def two_ticked(dialog: QDialog) -> None:
    """Two rows with a tick, and one that is not for this letter."""
    assert isinstance(dialog, PickEvidence)
    first = dialog.model.first()
    for place in (first, first + 1):
        dialog.model.toggle(dialog.model.index(place))
    dialog.rows.setCurrentIndex(dialog.model.index(first + 2))
    dialog.decline.click()
    dialog.rows.setFocus()


def several(journal: Journal) -> int:
    """The letter with two more beside it, one of which tells the same story."""
    letter = k12(journal)
    target = letters.get(journal, letter).target
    known = letter_evidence.qualities(journal, letter)
    letter_evidence.add_quality(journal, letter, "Contribution to the division")
    for name in ("Okafor", "Brandt"):
        writer = next(one.person.id for one in people.everybody(journal, LAST_DAY)
                      if name in one.person.name)
        other = letters.add(journal, {"writer_id": writer, "target": target})
        for one in known[:2] if name == "Okafor" else known[3:]:
            quality = letter_evidence.add_quality(journal, other, one.quality)
            piece = one.evidence[0]
            letter_evidence.add_evidence(journal, quality, [{
                "behaviour": piece.behaviour if name == "Okafor" else "Taught the residents",
                "impact": piece.impact, "seen_by_id": writer}])
    return letter


SHOTS = (
    ("letter-pick", wish("pick_any")),
    ("letter-pick-ticked", wish("pick_any", then=two_ticked)),
    ("letter-grid", wish("grid", several)),
    ("letter-editor-several-below", editor(WIDE, several, scroll=1.0)),
    ("letter-editor-wide", editor(WIDE)),
    ("letter-editor-narrow", editor(NARROW)),
    ("letter-editor-open-wide", editor(WIDE, scroll=0.35, then=open_first)),
    ("letter-editor-open-narrow", editor(NARROW, scroll=0.35, then=open_first)),
    ("letter-editor-folded-wide", editor(WIDE, scroll=0.5, then=fold_last)),
    ("letter-editor-below-wide", editor(WIDE, scroll=1.0)),
    ("letter-editor-below-narrow", editor(NARROW, scroll=1.0)),
    ("letter-editor-empty-wide", editor(WIDE, empty)),
    ("letter-editor-empty-below-narrow", editor(NARROW, empty, scroll=1.0)),
    ("letter-editor-long-wide", editor(WIDE, long, scroll=0.3)),
    ("letter-editor-long-narrow", editor(NARROW, long, scroll=0.3)),
    ("letter-editor-unsupported-wide", editor(WIDE, unsupported, scroll=0.45)),
    ("letter-editor-unsupported-narrow", editor(NARROW, unsupported, scroll=0.45)),
)
