"""What is chosen in the menus and kept: theme, text size, paper, second looks; recent journals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mentorjournal.settings import PAPER, RECENT_JOURNALS, SECOND_LOOK, TEXT_SCALE, THEME, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.actions import Actions


class MenuChoices:
    """The handlers of those actions, and the ticks beside them."""

    def __init__(self, settings: Settings, open_journal: Callable[[Path], object]) -> None:
        """`open_journal` is called with the path of a recent journal that was chosen."""
        self._settings = settings
        self._open_journal = open_journal
        self._actions: Actions | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {
            "paper_A4": lambda: self._settings.set(PAPER, "A4"),
            "paper_Letter": lambda: self._settings.set(PAPER, "Letter"),
            "theme_system": lambda: self._set_theme("system"),
            "theme_light": lambda: self._set_theme("light"),
            "theme_dark": lambda: self._set_theme("dark"),
            "text_larger": lambda: self._scale_text(+0.1),
            "text_smaller": lambda: self._scale_text(-0.1),
            "text_normal": lambda: self._scale_text(0.0),
            "second_look": self._turn_second_look,
        }

    def show_in(self, actions: Actions) -> None:
        """Tick what is chosen; recent journals are listed anew whenever their menu opens."""
        self._actions = actions
        actions.recent.aboutToShow.connect(self.fill_recent)
        self.fill_recent()
        actions.by_key["second_look"].setCheckable(True)
        for preference, hear in (
            (SECOND_LOOK, self._tick), (PAPER, self._tick), (THEME, self._apply_look),
            (TEXT_SCALE, self._apply_look),
        ):
            stop = self._settings.listen(preference, lambda _value, hear=hear: hear())
            actions.recent.destroyed.connect(stop)
        self._tick()

    def _turn_second_look(self) -> None:
        self._settings.set(SECOND_LOOK, not self._settings.get(SECOND_LOOK))

    def _set_theme(self, mode: str) -> None:
        self._settings.set(THEME, mode)

    def _scale_text(self, by: float) -> None:
        now = self._settings.get(TEXT_SCALE)
        self._settings.set(TEXT_SCALE, min(2.0, max(0.8, round(now + by, 1))) if by else 1.0)

    def _apply_look(self) -> None:
        settings = self._settings
        theme.apply(QApplication.instance(), settings.get(THEME), settings.get(TEXT_SCALE))
        self._tick()

    def _tick(self) -> None:
        assert self._actions is not None
        settings = self._settings
        for key in (f"theme_{settings.get(THEME)}", f"paper_{settings.get(PAPER)}"):
            self._actions.by_key[key].setChecked(True)
        self._actions.by_key["second_look"].setChecked(settings.get(SECOND_LOOK))

    def fill_recent(self) -> None:
        """List the recent journals as they are now."""
        assert self._actions is not None
        menu = self._actions.recent
        menu.clear()
        for name in self._settings.get(RECENT_JOURNALS):
            entry = menu.addAction(Path(name).name.replace("&", "&&"))
            entry.setToolTip(name)
            entry.triggered.connect(lambda _=False, name=name: self._open_journal(Path(name)))
        menu.setEnabled(not menu.isEmpty())
