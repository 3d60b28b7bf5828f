"""The ways out of an agenda item: each with a note, and one that I lean towards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QWidget

from mentorjournal.journal import agenda
from mentorjournal.journal.records import AgendaOption
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_parts import AddLine, StyledText
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr


class OptionRow(QWidget):
    """One option: a radio button to lean towards it, its words, a note below."""

    def __init__(self, pen: Pen, option_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option_id = option_id
        self.lean = QRadioButton()
        self.lean.setAutoExclusive(False)  # a click on the chosen one takes the choice back
        self.lean.clicked.connect(lambda: pen.write(agenda.prefer_option, option_id))
        self.text = StyledText(tr("A way out"), "row-title", most_lines=6)
        self.note = StyledText(
            tr("What speaks for it or against it"), "small", "muted", most_lines=8
        )
        self.text.setAccessibleName(tr("Option"))
        self.note.setAccessibleName(tr("Note on this option"))
        for field, name in ((self.text, "text"), (self.note, "note")):
            pen.bind(field, agenda.edit_option, "agenda_option", option_id, name)
        self.drop = IconButton("x", tr("Remove this option"), side=24)
        self.drop.clicked.connect(lambda: pen.write(agenda.remove_option, option_id))
        parts = row(self, gap=2)
        parts.setContentsMargins(theme.px(9), 0, 0, 0)
        mark = column(gap=0)
        mark.addSpacing(theme.px(7))
        mark.addWidget(self.lean)
        mark.addStretch(1)
        lines = column(gap=0)
        lines.addWidget(self.text)
        lines.addWidget(self.note)
        parts.addLayout(mark)
        parts.addLayout(lines, 1)
        parts.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)

    def show_option(self, option: AgendaOption, own: bool, leans: str) -> None:
        """Show what the journal holds; `leans` says who leans towards it, when it is chosen."""
        self.lean.setAccessibleName(leans)
        self.lean.setToolTip(leans)
        show_text(self.text, option.text, own=own)
        show_text(self.note, option.note, own=own)
        self.lean.setChecked(option.preferred)


class OptionsEditor(QWidget):
    """All options of an item and a line to add one."""

    def __init__(self, pen: Pen, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._rows: dict[int, OptionRow] = {}
        self._lines = column(self, gap=4)
        self.add = AddLine(
            tr("Add an option"),
            lambda text: pen.write(agenda.add_option, item_id, {"text": text}), inset=9,
        )
        self.add.edit.setProperty("dense", True)
        self._lines.addWidget(self.add)

    def show_options(self, options: Sequence[AgendaOption], own: bool, leans: str) -> None:
        """Show these options in their order; `leans` as in `OptionRow.show_option`."""
        for gone in self._rows.keys() - {option.id for option in options}:
            leaving = self._rows.pop(gone)
            if leaving.isAncestorOf(self.window().focusWidget() or self):
                self.add.setFocus()
            leaving.hide()
            leaving.deleteLater()
        for place, option in enumerate(options):
            if option.id not in self._rows:
                self._rows[option.id] = OptionRow(self._pen, option.id)
            line = self._rows[option.id]
            line.show_option(option, own, leans)
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
                line.show()

    def rows(self) -> list[OptionRow]:
        """The rows in their order."""
        return sorted(self._rows.values(), key=self._lines.indexOf)
