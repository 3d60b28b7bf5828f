"""Slow work in a thread: what it is at is shown, it can be stopped, and the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with it
    from mentorjournal.store.watch import Watch

T = TypeVar("T")
SHOWN_AFTER = 300  # ms: work that is quicker is not worth a dialog


class Task(QObject, Generic[T]):
    """One piece of work in a thread of its own. It must not touch widgets or an open journal.

    `work` is handed a Watch to say what it is at and to be stopped by.
    """

    said = Signal(str)
    _returned = Signal()
    ended = Signal()  # in the thread of the window; `result` and `error` are there now

    def __init__(self, work: Callable[[Watch], T], parent: QObject | None = None) -> None:
        from mentorjournal.store.watch import Watch

        super().__init__(parent)
        self.result: T | None = None
        self.error: BaseException | None = None
        self.is_over = False
        self.words = ""  # what it said last
        self._watch = Watch(self._say)
        self._work = work
        self._ready = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._returned.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end soon."""
        self._watch.stop()

    def finish(self) -> None:
        """Wait until the work is over, without showing anything."""
        if self._thread.ident is not None:
            self._thread.join()
        self._end()

    def _say(self, words: str) -> None:
        self.words = words
        self.said.emit(words)

    def _run(self) -> None:
        try:
            self.result = self._work(self._watch)
        except BaseException as error:  # handed over to the window's thread
            self.error = error
        self._returned.emit()

    def _end(self) -> None:
        if not self.is_over:
            self.is_over = True
            self.ended.emit()


def run(parent: QWidget, title: str, work: Callable[[Watch], T]) -> T:
    """The result of `work`, waited for; when it takes a while, a dialog shows what it is at.

    Raises what the work raises: Stopped when the person did not want to wait.
    """
    task = Task(work, parent)
    waiting = QEventLoop()
    task.ended.connect(waiting.quit)
    task.start()
    QTimer.singleShot(SHOWN_AFTER, waiting.quit)
    # What is typed or clicked meanwhile comes after the work, or to the dialog.
    waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not task.is_over:
        dialog = ProgressDialog(title, task, parent)
        dialog.exec()
        dialog.deleteLater()
    task.finish()
    task.deleteLater()
    if task.error is not None:
        raise task.error
    return task.result  # type: ignore[return-value]


class ProgressDialog(QDialog):
    """What a task is at, and a button to stop it; it closes by itself."""

    def __init__(self, title: str, task: Task[T], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self.setWindowTitle(title)
        self._says = label(task.words or tr("One moment…"), "small", "muted", wrap=True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self._stop = Button(tr("Stop"))
        self._stop.clicked.connect(self.reject)
        feet = QHBoxLayout()
        feet.addWidget(self._says, 1)
        feet.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(label(title, "record-title", wrap=True))
        column.addWidget(bar)
        column.addLayout(feet)
        self.setMinimumWidth(theme.px(420))
        task.said.connect(self._says.setText)
        task.ended.connect(self.accept)

    def exec(self) -> int:
        return self.DialogCode.Accepted if self._task.is_over else super().exec()

    def reject(self) -> None:
        """Stop the work; the dialog goes when the work has ended."""
        self._stop.setEnabled(False)
        self._says.setText(tr("Stopping…"))
        self._task.stop()
