"""The card of a tour: where one is, a few sentences about the page behind it, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import tr

WIDTH, EDGE = 380, 24  # px


class TourCard(QFrame):
    """Lies over the lower right of its window; Enter or → goes on, ← back, Escape ends it."""

    wanted = Signal(int)  # the step to show: one more or one less than now
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourCard")
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step, self._last = 0, 0
        self._place = label("", "small", "muted")
        self._heading = label("", "record-title", wrap=True)
        self._text = wrapped("")
        self.end = Button(tr("End the tour"), kind="quiet")
        self.back = Button(tr("Back"))
        self.next = Button(tr("Next"), kind="primary")
        self.end.clicked.connect(self.ended)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self._lay_out()
        window.installEventFilter(self)

    def show_step(self, step: int, count: int, heading: str, text: str) -> None:
        """Show a step from 0 on, of so many."""
        self._step, self._last = step, count - 1
        self._place.setText(tr("{n} of {count}", n=step + 1, count=count))
        self._heading.setText(heading)
        set_wrapped(self._text, text)
        self.setAccessibleName(f"{self._place.text()}: {heading}. {text}")
        self.back.setEnabled(step > 0)
        self.next.setText(tr("Done") if step == self._last else tr("Next"))
        self.show()
        self._settle()
        self.next.setFocus()

    def _go(self, by: int) -> None:
        if self._step + by > self._last:
            self.ended.emit()
        elif self._step + by >= 0:
            self.wanted.emit(self._step + by)

    def _lay_out(self) -> None:
        lines = column(self)
        lines.setContentsMargins(*[theme.px(16)] * 4)
        lines.addWidget(self._place)
        lines.addWidget(self._heading)
        lines.addWidget(self._text)
        lines.addSpacing(theme.px(4))
        deeds = row()
        deeds.addWidget(self.end)
        deeds.addStretch(1)
        deeds.addWidget(self.back)
        deeds.addWidget(self.next)
        lines.addLayout(deeds)

    def _settle(self) -> None:
        over = self.parentWidget()
        width = min(theme.px(WIDTH), over.width() - 2 * theme.px(EDGE))
        self.setFixedWidth(width)
        height = max(self.layout().heightForWidth(width), self.layout().minimumSize().height())
        self.setGeometry(over.width() - width - theme.px(EDGE),
                         over.height() - height - theme.px(EDGE), width, height)
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in (*ENTER, Qt.Key.Key_Right):
            self._go(1)
        elif key == Qt.Key.Key_Left:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._settle()
