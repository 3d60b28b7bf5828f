"""Pictures of a brief's editor at two widths, of picking evidence, and of who covers what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout

from mentorjournal.journal import letter_evidence, letters, people
from mentorjournal.journal.journal import Journal
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


SHOTS = (
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
