"""Printing: every page of the file reaches the printer, in the paper that was chosen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.exchange import agenda_files
from mentorjournal.journal import meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.printing import draw_pages, print_pages


@pytest.fixture
def agenda(sample_journal: Journal) -> bytes:
    """The next agenda of the sample as a PDF."""
    which = meetings.coming(sample_journal)[0].meeting
    return agenda_files.make(sample_journal, which.id, build.SAMPLE_DAY, ".pdf")


def two_pages(agenda: bytes, folder: Path) -> bytes:
    both = pypdfium2.PdfDocument.new()
    once = pypdfium2.PdfDocument(agenda)
    for _ in range(2):
        both.import_pages(once, [0])
    both.save(folder / "both.pdf")
    return (folder / "both.pdf").read_bytes()


def darkness(data: bytes, page: int) -> int:
    picture = pypdfium2.PdfDocument(data)[page].render(scale=1, grayscale=True)
    return sum(255 - value for value in bytes(picture.buffer))


def test_each_page_is_drawn_with_its_ink(agenda: bytes, qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(300)
    printer.setFullPage(True)
    wanted = two_pages(agenda, tmp_path)
    assert draw_pages(printer, wanted) == 2
    printed = (tmp_path / "paper.pdf").read_bytes()
    assert len(pypdfium2.PdfDocument(printed)) == 2
    for page in (0, 1):
        assert darkness(printed, page) == pytest.approx(darkness(wanted, page), rel=0.1)
        assert darkness(printed, page) > 100_000


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_chosen_paper_goes_to_the_printer(
    agenda: bytes, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
        assert dialog.printer().docName() == "Agenda <b>"
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    assert print_pages(parent, agenda, "Agenda <b>", paper)
    page = pypdfium2.PdfDocument(tmp_path / "paper.pdf")[0]
    width, height = {"A4": (595, 842), "Letter": (612, 792)}[paper]
    assert (page.get_width(), page.get_height()) == pytest.approx((width, height), abs=1)


def test_thinking_better_of_it_prints_nothing(
    agenda: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert print_pages(parent, agenda, "Agenda", "A4") is False
