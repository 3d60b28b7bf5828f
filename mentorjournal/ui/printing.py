"""A finished PDF on a printer: its pages as pictures, sharp enough for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHARPNESS = 300  # dots an inch


def print_pages(
    parent: QWidget, pdf: bytes, title: str, paper: str, *, landscape: bool = False
) -> bool:
    """Ask for a printer and print; False when the mentee thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setResolution(SHARPNESS)
    size = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    if landscape:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    draw_pages(printer, pdf)
    return True


def draw_pages(printer: QPrinter, pdf: bytes) -> int:
    """Draw each page onto `printer`; how many there were."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter(printer)
    try:
        for number in range(len(document)):
            if number:
                printer.newPage()
            page = document[number].render(scale=SHARPNESS / 72)
            picture = QImage(
                page.buffer, page.width, page.height, page.stride, QImage.Format.Format_BGR888)
            painter.drawImage(QRectF(painter.viewport()), picture)
        return len(document)
    finally:
        painter.end()
        document.close()
