"""Search and do: opens the palette, does what is chosen in it, and forgets it with the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorjournal import clock
from mentorjournal.mentoring.deeds import Deed, Ref

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.changes import Changes
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.palette.asking import Asking
    from mentorjournal.ui.palette.palette import Palette

MOST_RECENT = 24  # rows that were opened or changed lately, the newest first
MOST_OF_CHANGE = 3  # rows of one change; an import is nothing anybody comes back to


class SearchAnswers(QObject):
    """What was opened and changed lately is known here, in memory only."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._recent: list[Ref] = []
        self._asking: Asking | None = None  # from the first look on, with the names it has read
        self.palette: Palette | None = None
        window.opening.opened.connect(self._take)
        window.opening.closing.connect(self._let_go)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menu entry does."""
        return {"search": self.toggle}

    def toggle(self) -> None:
        """Open the palette, or close it."""
        if self.palette is not None:
            self.palette.close()
        elif self._window.journal is not None:
            self._open()

    def _open(self) -> None:
        from mentorjournal.ui.palette.asking import Asking
        from mentorjournal.ui.palette.palette import Palette

        assert self._window.journal is not None
        if self._asking is None or self._asking.as_of != clock.today():
            self._asking = Asking(self._window.journal, self._window.actions_table.by_key,
                                  self._recent, clock.today())
        self.palette = Palette(self._asking, self._window)
        self.palette.closed.connect(self._forget_palette)
        self.palette.chosen.connect(self._do)
        self.palette.open()

    def _forget_palette(self) -> None:
        if self.palette is not None:
            self.palette.deleteLater()
            self.palette = None

    def _do(self, deed: Deed) -> None:
        if deed.name == "go" and deed.to is not None:
            self._remember(deed.to)
        elif deed.name == "page" and deed.person_id is not None:
            self._remember(Ref("person", deed.person_id))
        # Once the key is over: a dialog would wait inside it.
        QTimer.singleShot(0, self, lambda: self._run(deed))

    def _run(self, deed: Deed) -> None:
        if self._window.journal is not None:
            from mentorjournal.ui import deeds

            deeds.do(self._window, deed)

    # What was lately ----------------------------------------------------------------------------

    def _remember(self, ref: Ref) -> None:
        self._recent[:] = [ref, *(one for one in self._recent if one != ref)][:MOST_RECENT]

    def _take(self) -> None:
        assert self._window.journal is not None
        self._recent.clear()
        self._window.journal.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        from mentorjournal.journal.searching import is_searched

        rows = [Ref(table, row) for table, ids in changes.rows.items() if is_searched(table)
                for row in sorted(ids)[-MOST_OF_CHANGE:]]
        for ref in rows[-MOST_OF_CHANGE:]:
            self._remember(ref)
        if self._asking is not None:
            self._asking.forget()
        if self.palette is not None:
            self.palette.look_again()

    def _let_go(self) -> None:
        """The journal is locked or closed: nothing of it stays on the screen or in memory."""
        self._recent.clear()
        self._asking = None
        if self.palette is not None:
            self.palette.close()
