"""A stage of mine: what it is called, since when, and a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields
from mentorjournal.journal.aims import MyStage
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.words import tr


def ask_stage(
    parent: QWidget | None, journal: Journal, stage: MyStage | None = None, name: str = "",
    former: str = "", take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `stages.begin`, or for `stages.edit` of a `stage`; None if cancelled.

    `name` is what a new one is called to begin with, `former` what the one before was called.
    """
    form = StageForm(stage, name, former, parent)
    form.take = take
    form.keep_draft(journal, f"my_stage:{stage.id if stage else 'new'}")
    return form.values() if form.exec() else None


class StageForm(FormDialog):
    """A new one is the stage I am in; the one before ends the day before."""

    def __init__(
        self, stage: MyStage | None = None, name: str = "", former: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit stage") if stage else tr("A new stage?"), parent, columns=2,
            ok="" if stage else tr("Begin the stage"),
            record=("my_stage", stage.id) if stage else None,
            intro=_intro(stage, former, bool(name)))
        self._is_over = stage is not None and stage.ended is not None
        line = QLineEdit(placeholderText=tr("Such as: junior faculty"))
        line.setMaxLength(LONGEST_LINE)
        self.add_field("stage", tr("Stage"), line, wide=True)
        self.add_field("started", tr("Since"), DateField(optional=stage is not None))
        if self._is_over:
            self.add_field("ended", tr("Until"), DateField(optional=True))
        self.add_field("note", tr("A word on it"), GrowingText(
            tr("Such as: what decided it"), quiet=False, most_lines=5,
            longest=fields.limit("my_stage", "note")), wide=True)
        self.fill_in({
            "stage": stage.stage, "started": stage.started, "ended": stage.ended,
            "note": stage.note or "",
        } if stage else {"stage": name, "started": clock.today()})
        self.field("started" if name else "stage").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["stage"]:
            wrong["stage"] = tr("Say what the stage is called.")
        if len(values["stage"]) > (most := fields.limit("my_stage", "stage")):
            wrong["stage"] = tr("That is too long; {most} characters fit.", most=most)
        if values["started"] and values["started"] > clock.today():
            wrong["started"] = tr(
                "A stage is noted once it has begun; that day is still to come.")
        ended = values.get("ended")
        if ended and values["started"] and ended < values["started"]:
            wrong["ended"] = tr("This is before it began.")
        return wrong

    def values(self) -> dict[str, Any]:
        said = self.field_values()
        return {**said, "note": said["note"] or None}


def _intro(stage: MyStage | None, former: str, changed: bool) -> str:
    """What becomes of the stage before; `changed` when “About me” has the new words already."""
    if stage is not None:
        return ""
    if former and not changed:
        return tr("“{former}” then ends the day before.", former=former[:80])
    if former:
        return tr("“{former}” then ends the day before. If it is the same stage in better words, "
                  "cancel: your new words stay.", former=former[:80])
    return tr("The stage before ends the day before.")
