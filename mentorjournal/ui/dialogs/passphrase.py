"""Set, change or remove the passphrase; what was typed is tried while the form stays open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.passphrase_field import (
    PassphraseField,
    advice,
    difference,
    no_way_back,
)
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr


class PassphraseDialog(FormDialog):
    """`wanted` carries the present passphrase and the new one, "" for none."""

    wanted = Signal(str, str)
    forget_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, is_set: bool, is_remembered: bool = False
    ) -> None:
        super().__init__(
            tr("Passphrase"), parent, ok=tr("Set passphrase"),
            intro="" if is_set else tr(
                "Without one, anybody who gets at the file can read it. With one, the journal, its "
                "search and its new backups are encrypted."),
        )
        self._is_set = is_set
        self._is_busy = False
        self._refused: dict[str, tuple[str, str]] = {}  # field -> what was refused, and why
        self._add_fields(is_remembered)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.add_wide(self.progress).hide()
        self.fill_in()
        self._show_deed("change")
        self.field("present" if is_set else "new").setFocus()

    def _add_fields(self, is_remembered: bool) -> None:
        if self._is_set:
            deed = self.add_field("deed", tr("What to do"), Segmented(
                [("change", tr("Change it")), ("remove", tr("Remove it"))]))
            deed.chosen.connect(self._show_deed)
            self.add_field("present", tr("Present passphrase"), PassphraseField())
        self.add_field("new", tr("New passphrase") if self._is_set else tr("Passphrase"),
                       PassphraseField())
        self.add_field("again", tr("Once more"), PassphraseField())
        self.key_notice = self.add_wide(NoticeStrip(icon_name="key"))
        if is_remembered:
            self.add_wide(self._remembered_line())
        self._grid.setRowStretch(self._grid.rowCount(), 1)  # the rest stays where it is

    def _remembered_line(self) -> QWidget:
        line = QWidget()
        line.setProperty("clear", True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self._remembered = label(tr("Your keyring opens it on this computer."), "body", "muted")
        self._forget = Button(tr("Forget"), kind="row")
        self._forget.clicked.connect(self._forget_key)
        row.addWidget(self._remembered, 1)
        row.addWidget(self._forget)
        return line

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self._is_set and not values["present"]:
            wrong["present"] = tr("Type the present passphrase.")
        if not self._removes(values):
            what = difference(values["new"], values["again"])
            if what:
                wrong["again" if values["new"] else "new"] = what
        for key, (refused, why) in self._refused.items():
            if values.get(key) == refused:
                wrong[key] = why
        return wrong

    def validate(self) -> bool:
        well = super().validate()
        values = self.field_values()
        few = "" if self._removes(values) else advice(values["new"])
        if well and few:
            self._says.setText(few)
        return well

    def accept(self) -> None:
        """Say what is wanted; who hears it closes the form with `finish`, or says `refuse`."""
        if self._is_busy or not self.validate():
            return
        values = self.field_values()
        self.wanted.emit(values.get("present", ""),
                         "" if self._removes(values) else values["new"])

    def reject(self) -> None:
        if not self._is_busy:  # the journal is being written anew
            super().reject()

    def sizeHint(self) -> QSize:
        """No higher than its wrapped lines are at this width, which Qt only guesses."""
        hint = super().sizeHint()
        spare = self._body.sizeHint().height() - self._body.heightForWidth(hint.width())
        return hint - QSize(0, max(0, spare))

    def show_busy(self, words: str) -> None:
        """Say what is being done; nothing can be typed meanwhile."""
        self._set_busy(True)
        self._says.setText(words)
        dress(self._says, "small", "muted")

    def refuse(self, sentence: str, key: str = "") -> None:
        """Go back to what was typed, and say what is wrong, below the field `key` if it is that."""
        self._set_busy(False)
        if key:
            self._refused[key] = (self.field_values()[key], sentence)
            self._fields[key].visited = True
        self.validate()
        if key:
            self.field(key).selectAll()  # type: ignore[attr-defined]
            self.field(key).setFocus()
        else:
            self._says.setText(sentence)
            dress(self._says, "small", "alert")

    def finish(self) -> None:
        """Close: it was done."""
        self._is_busy = False
        super(FormDialog, self).accept()

    def _removes(self, values: Mapping[str, Any]) -> bool:
        return values.get("deed") == "remove"

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.progress.setVisible(busy)
        for each in self._fields.values():
            each.widget.setEnabled(not busy)
        self._ok.setEnabled(not busy)
        self._cancel.setEnabled(not busy)

    def _show_deed(self, deed: str) -> None:
        removes = deed == "remove"
        for key in ("new", "again"):
            self.set_field_shown(key, not removes)
        if removes:
            self._ok.setText(tr("Remove passphrase"))
            self.key_notice.set_words("", tr(
                "Anybody who gets at the file will be able to read it. Backups made until now "
                "still need the passphrase they were made with."))
        else:
            self._ok.setText(tr("Change passphrase") if self._is_set else tr("Set passphrase"))
            self.key_notice.set_words("", no_way_back())
        self.validate()

    def _forget_key(self) -> None:
        self.forget_wanted.emit()
        self._remembered.setText(tr("The keyring no longer has it."))
        self._forget.hide()
