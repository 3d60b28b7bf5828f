"""The very pages that would be printed, beside what is typed; one at a time, with arrows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from mentorjournal.settings import PAPER, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import tr

MARGIN = 20  # px beside a page; 352 stay of a column of 392 (TOKENS §7)
RESIZE_MS = 80  # after the last of many sizes
TYPED_MS = 300  # after the last key (TOKENS §7)
SOON_MS = 30  # after a change that is no typing

# Paper -> the file, and the sentences to say about it.
Proof = Callable[[str], tuple[bytes, list[str]]]


class PageView(QWidget):
    """One page, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
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


class PagePreview(QFrame):
    """Renders what `show_proof` was given, anew for another width or paper.

    `wanted` comes a moment after `typed` or `soon`, for who shows it to hand in and show again.
    While nobody can see it nothing is read, as after its journal was closed; that waits.
    """

    wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPanel")
        self._settings = settings
        self._proof: Proof | None = None
        self._shown, self._width = 0, 0
        self._behind = False  # something to show came while nobody could see it
        self.pages: list[PageView] = []
        self._resized = self._timer(self.render, RESIZE_MS)
        self._waiting = self._timer(self.wanted.emit)
        self.paper = label("", "small", "muted")
        self.warning = wrapped("", "small", "warn")
        self._warning_line = QWidget()
        self._lay_out()
        self.destroyed.connect(settings.listen(PAPER, lambda _paper: self._later(self._resized)))

    def _timer(self, deed: Callable[[], object], interval: int = SOON_MS) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(deed)
        return timer

    def _lay_out(self) -> None:
        sign = row(self._warning_line)
        sign.addWidget(IconLabel("warning", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
        sign.addWidget(self.warning, 1)
        self._warning_line.hide()
        lines = column(self, gap=10)
        side = theme.px(MARGIN)
        lines.setContentsMargins(side, theme.px(16), 0, 0)
        head = self._head()
        head.setContentsMargins(0, 0, side, 0)
        sign.setContentsMargins(0, 0, side, 0)
        lines.addLayout(head)
        lines.addWidget(self._warning_line)
        lines.addWidget(self._pages_area(), 1)

    def _head(self) -> QHBoxLayout:
        self.earlier = IconButton("caret-left", tr("Page before"), side=24)
        self.later = IconButton("caret-right", tr("Next page"), side=24)
        self.place = label("", "small", "muted")
        self.earlier.clicked.connect(lambda: self.turn_to(self._shown - 1))
        self.later.clicked.connect(lambda: self.turn_to(self._shown + 1))
        head = row(gap=6)
        head.addWidget(label(tr("Preview"), "heading"), 1)
        self._turning = (self.earlier, self.place, self.later)
        for part in self._turning:
            head.addWidget(part)
            part.hide()
        return head

    def _pages_area(self) -> QScrollArea:
        sheets = QWidget()
        sheets.setProperty("clear", True)
        self._stack = column(sheets, gap=12)
        self.paper.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        caption = row()
        caption.addWidget(self.paper, 1)
        caption.setContentsMargins(0, 0, theme.px(MARGIN), theme.px(12))
        self._stack.addLayout(caption)
        self._stack.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(sheets)
        return self.scroll

    def typed(self) -> None:
        """A key was pressed: `wanted` comes after a pause."""
        self._waiting.setInterval(TYPED_MS)
        self._later(self._waiting)

    def soon(self) -> None:
        """Something changed: `wanted` comes at once, unless a pause in typing is waited for."""
        if not self._waiting.isActive():
            self._waiting.setInterval(SOON_MS)
            self._later(self._waiting)

    def _later(self, timer: QTimer) -> None:
        if self.isVisible():
            timer.start()
        else:
            self._behind = True

    def show_proof(self, proof: Proof) -> None:
        """Show the pages that `proof` makes; the page that is looked at stays."""
        self._waiting.stop()
        self._proof = proof
        self.render()

    def show_from_start(self, proof: Proof) -> None:
        """Show the pages of another document, the first one."""
        self._shown = 0
        self.show_proof(proof)

    def render(self) -> None:
        """Make the file and show its pages."""
        if self._proof is None:
            return
        paper = self._settings.get(PAPER)
        try:
            data, remarks = self._proof(paper)
        except JournalError as refusal:
            self._warn(str(refusal))
            return
        self.paper.setText(tr("{paper} · black on white · updates as you type", paper=paper))
        self._warn("\n".join(remarks))
        self._width = self._room()
        self._show_pages(list(pages_of(data, self._width, self.devicePixelRatioF())))

    def turn_to(self, number: int) -> None:
        """Show the page in place `number`, from 0, or the nearest there is."""
        count = len(self.pages)
        before, self._shown = self._shown, max(0, min(number, count - 1))
        for place, page in enumerate(self.pages):
            page.setVisible(place == self._shown)
            page.setAccessibleName(tr("Preview, page {n} of {count}", n=place + 1, count=count))
        if before != self._shown:
            self.scroll.verticalScrollBar().setValue(0)
        self.place.setText(tr("Page {n} of {count}", n=self._shown + 1, count=count))
        for part in self._turning:
            part.setVisible(count > 1)
        self._allow_turning(count)

    def _allow_turning(self, count: int) -> None:
        """Only where there is a page; the keyboard goes on to the arrow that still works."""
        for arrow, other, may in (
            (self.earlier, self.later, self._shown > 0),
            (self.later, self.earlier, self._shown < count - 1),
        ):
            if not may and arrow.hasFocus():
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            arrow.setEnabled(may)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._behind = self._resized.isActive() or self._waiting.isActive()
        self._resized.stop()
        self._waiting.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        behind, self._behind = self._behind, False
        if behind:
            self.soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.pages and self._width != self._room():
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
            page = PageView()
            self._stack.insertWidget(len(self.pages), page)
            self.pages.append(page)
        for page, image in zip(self.pages, images, strict=True):
            page.set_page(image)
        self.turn_to(self._shown)


def pages_of(data: bytes, width: int, ratio: float) -> Iterator[QImage]:
    """The pages of a PDF, `width` logical pixels wide, on a screen of `ratio` pixels to each."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            scale = (width * ratio - 0.5) / page.get_width()  # it is rounded up
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
