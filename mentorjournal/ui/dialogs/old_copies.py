"""Old copies that can still be read: listed with a tick each, to be removed or kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal import words
from mentorjournal.store.old_copies import OldCopy
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.words import tr, trn

WIDTH = 520  # px
MOST_LETTERS = 36  # of a file's name
KILO = 1000


def ask_removal(parent: QWidget, copies: Sequence[OldCopy]) -> list[OldCopy]:
    """The copies that may go."""
    dialog = OldCopiesDialog(copies, parent)
    return dialog.chosen() if dialog.exec() else []


class OldCopiesDialog(FormDialog):
    """None is ticked at first; without a tick, or with “Keep them”, a copy stays."""

    def __init__(self, copies: Sequence[OldCopy], parent: QWidget | None = None) -> None:
        super().__init__(tr("Old copies can still be read"), parent, intro=_intro(copies))
        self._copies = copies
        self._cancel.setText(tr("Keep them"))
        self._cancel.setDefault(True)  # what cannot be taken back is not done by Enter
        self.all = QCheckBox(tr("All of them"))
        self.all.setVisible(len(copies) > 1)
        self.all.clicked.connect(self._tick_all)
        self.add_wide(self.all)
        for number, each in enumerate(copies):
            tick = QCheckBox(_words(each).replace("&", "&&"))
            tick.setToolTip(plain_tooltip(str(each.path)))
            self.add_check(str(number), tick)
        self._grid.setVerticalSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(WIDTH))
        self.fill_in()

    def chosen(self) -> list[OldCopy]:
        """Those with a tick."""
        values = self.field_values()
        return [each for number, each in enumerate(self._copies) if values[str(number)]]

    def validate(self) -> bool:
        n = len(self.chosen())
        self.all.setChecked(n == len(self._copies))
        self._ok.setText(trn("Remove {n} copy", "Remove {n} copies", n) if n else tr("Remove"))
        well = super().validate()
        self._says.setText(tr("Copies in other places are for you to find."))
        return well

    def _tick_all(self, ticked: bool) -> None:
        for number in range(len(self._copies)):
            self.field(str(number)).setChecked(ticked)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        return {} if any(values.values()) else {"": ""}  # none ticked yet is no mistake


def _intro(copies: Sequence[OldCopy]) -> str:
    if all(each.is_plain for each in copies):
        return tr("These were made without the passphrase, and hold what you wrote. A new backup "
                  "with the passphrase has been made.")
    return tr("These open without the new passphrase, and hold what you wrote. A new backup with "
              "it has been made.")


def _words(copy: OldCopy) -> str:
    return tr(
        "{day}, {time} · {size} · {kind} · {place}",
        day=words.short_day_year(copy.made_at.date()),
        time=words.clock_time(copy.made_at), size=_size(copy.size),
        kind=tr("no passphrase") if copy.is_plain else tr("former passphrase"),
        place=tr("backup") if copy.is_backup else _short(copy.path.name),
    )


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else f"{name[:12]}…{name[12 - MOST_LETTERS:]}"


def _size(size: int) -> str:
    if size < KILO**2:
        return tr("{n} KB", n=max(1, round(size / KILO)))
    return tr("{n} MB", n=round(size / KILO**2, 1))
