"""The very pages that would be printed, beside the agenda as it is typed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from mentorjournal import clock
from mentorjournal.exchange import agenda_files
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import tr

SHOWN_CHARACTERS = 8
MARGIN = 16
RESIZE_MS = 80  # after the last of many sizes


class PageView(QWidget):
    """One page, as wide as there is room."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setAccessibleName(tr("Page {n} of the agenda", n=number))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_page(self, image: QImage) -> None:
        """Show a page; its ratio of device pixels makes it crisp."""
        self.image = image
        size = image.deviceIndependentSize().toSize()
        self.setFixedHeight(size.height())
        self.update()

    def sizeHint(self) -> QSize:
        return self.image.deviceIndependentSize().toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self.image)
        painter.setPen(theme.color("line2"))
        size = self.image.deviceIndependentSize().toSize()
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)


class PreviewPanel(QFrame):
    """Renders when it is told to; the pane tells it after a pause in typing."""

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("previewPanel")
        self._journal, self._settings = journal, settings
        self._meeting_id: int | None = None
        self.pages: list[PageView] = []
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZE_MS)
        self._resized.timeout.connect(self.render)
        self.paper = label("", "small", "muted")
        self.warning = wrapped("", "small", "warn")
        self._warning_line = QWidget()
        self._lay_out()
        self.destroyed.connect(settings.listen(PAPER, lambda _paper: self._resized.start()))

    def _lay_out(self) -> None:
        sign = row(self._warning_line)
        sign.addWidget(IconLabel("warning", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
        sign.addWidget(self.warning, 1)
        self._warning_line.hide()
        head = row()
        head.addWidget(label(tr("Preview"), "heading"), 1)
        head.addWidget(self.paper)
        self._sheets = QWidget()
        self._sheets.setProperty("clear", True)
        self._stack = column(self._sheets, gap=12)
        self._stack.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(self._sheets)
        lines = column(self, gap=10)
        lines.setContentsMargins(theme.px(MARGIN), theme.px(16), 0, 0)
        head.setContentsMargins(0, 0, theme.px(MARGIN), 0)
        sign.setContentsMargins(0, 0, theme.px(MARGIN), 0)
        lines.addLayout(head)
        lines.addWidget(self._warning_line)
        lines.addWidget(self.scroll, 1)

    def show_meeting(self, meeting_id: int) -> None:
        """Show the agenda of a meeting as it is in the journal now."""
        self._meeting_id = meeting_id
        self.render()

    def render(self) -> None:
        """Make the file and show its pages."""
        if self._meeting_id is None:
            return
        paper, today = self._settings.get(PAPER), clock.today()
        try:
            data = agenda_files.make(self._journal, self._meeting_id, today, ".pdf", paper)
            missing = agenda_files.unprintable(self._journal, self._meeting_id, today)
        except JournalError as refusal:
            self._warn(str(refusal))
            return
        self.paper.setText(paper)
        self._warn(_missing_words(missing))
        ratio = self.devicePixelRatioF()
        self._show_pages(list(pages_of(data, self._room(), ratio)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.pages and self.pages[0].image.deviceIndependentSize().width() != self._room():
            self._resized.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("side"))

    def _room(self) -> int:
        """The width of a page: all there is beside a scroll bar, which stands in the margin."""
        return max(160, self.width() - 2 * theme.px(MARGIN))

    def _warn(self, words: str) -> None:
        set_wrapped(self.warning, words)
        self._warning_line.setVisible(bool(words))

    def _show_pages(self, images: list[QImage]) -> None:
        while len(self.pages) > len(images):
            gone = self.pages.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.pages) < len(images):
            page = PageView(len(self.pages) + 1)
            self._stack.insertWidget(len(self.pages), page)
            self.pages.append(page)
        for page, image in zip(self.pages, images, strict=True):
            page.set_page(image)


def pages_of(data: bytes, width: int, ratio: float) -> Iterator[QImage]:
    """The pages of a PDF, `width` logical pixels wide, on a screen of `ratio` pixels to each."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            scale = width * ratio / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True)
            form = QImage.Format.Format_RGB888
            if bitmap.n_channels == 4:
                form = QImage.Format.Format_RGBX8888
            # The copy stays when the bitmap's memory is given back.
            image = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form
            ).copy()
            image.setDevicePixelRatio(ratio)
            bitmap.close()
            page.close()
            yield image
    finally:
        document.close()


def _missing_words(missing: list[str]) -> str:
    if not missing:
        return ""
    shown = " ".join(missing[:SHOWN_CHARACTERS])
    more = " …" if len(missing) > SHOWN_CHARACTERS else ""
    return tr("These characters cannot be printed here: {characters}", characters=shown + more)
