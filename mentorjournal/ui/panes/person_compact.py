"""What holds for a compact as a whole: what it is for, what stays between the two, how often."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mentorjournal.journal import expectations
from mentorjournal.journal.between import Compact
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import rhythm, tr

EVERY = ((90, "Every 3 months"), (120, "Every 4 months"), (180, "Every 6 months"),
         (365, "Once a year"))  # days


class CompactCard(QFrame):
    """Made for one compact; texts go to the journal by the pen."""

    def __init__(self, pen: Pen, compact: Compact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pen, self.compact = pen, compact
        self.purpose = self._text("purpose", tr("What are we doing this for, and until when?"))
        self.confidential = self._text("confidential", tr("What may not be passed on"))
        self.every = ChoiceBox([(str(days), tr(words)) for days, words in EVERY])
        self.every.chosen.connect(
            lambda key: pen.write(
                expectations.edit_compact, self.compact.id, {"review_every_days": int(key)}))
        self._lay_out()
        self.show_compact(compact, own=False)

    def _text(self, name: str, placeholder: str) -> GrowingText:
        field = GrowingText(placeholder, least_lines=2, quiet=False)
        self._pen.bind(field, expectations.edit_compact, "compact", self.compact.id, name)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*(theme.px(n) for n in (15, 11, 15, 15)))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(5))
        parts = (
            (tr("What this is for"), self.purpose, 3),
            (tr("What stays between us"), self.confidential, 3),
            (tr("Look it over"), self.every, 1),
        )
        for place, (words, field, share) in enumerate(parts):
            caption = label(words, "label", "ink2")
            caption.setBuddy(field)
            field.setAccessibleName(words)
            grid.setColumnStretch(place, share)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2, 1)

    def show_compact(self, compact: Compact, own: bool) -> None:
        """Show what the journal holds."""
        self.compact = compact
        show_text(self.purpose, compact.purpose, own=own)
        show_text(self.confidential, compact.confidential, own=own)
        days = compact.review_every_days
        offered = [(str(n), tr(words)) for n, words in EVERY]
        if str(days) not in dict(offered):
            words = rhythm(days)
            offered.append((str(days), words[:1].upper() + words[1:]))
        self.every.set_choices(offered, str(days))

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.purpose.commit()
        self.confidential.commit()
