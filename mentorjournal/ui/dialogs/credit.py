"""Giving somebody credit for their part in an accomplishment: how, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import accomplishments, people
from mentorjournal.journal.between import Credit
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.gratitude import CREDIT
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr


def ask_credit(
    parent: QWidget | None, journal: Journal, credit_id: int, take: Take | None = None
) -> dict[str, Any] | None:
    """What `accomplishments.give_credit` takes: `on`, `how` and `kind`; None if cancelled."""
    form = CreditForm(journal, accomplishments.credit(journal, credit_id), parent)
    form.take = take
    form.keep_draft(journal, f"credit:{credit_id}")
    return form.values() if form.exec() else None


class CreditForm(FormDialog):
    """With a tick, the credit is noted as a public thank you as well."""

    def __init__(self, journal: Journal, credit: Credit, parent: QWidget | None = None) -> None:
        name = people.get(journal, credit.person_id).short_name
        about = accomplishments.get(journal, credit.accomplishment_id).accomplishment
        super().__init__(
            tr("Credit for {name}", name=name[:60]), parent, columns=2, intro=about.title[:300])
        how = QLineEdit(placeholderText=tr("Such as: named on the award slide"))
        how.setMaxLength(LONGEST_LINE)
        self.add_field("how", tr("How"), how, wide=True)
        self.kind = self.add_field("kind", tr("Where"), ChoiceBox(
            [(one, label(one)) for one in (*CREDIT, "other")]))
        self.add_field("on", tr("On"), DateField())
        self.thank = self.add_check("thank", QCheckBox(
            tr("Note it as a public thank you as well")))
        self.fill_in({
            "how": credit.credited_how or "", "on": credit.credited_on,
            "thank": credit.credited_on is None, "kind": CREDIT[0],
        })
        how.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if not values["how"]:
            return {"how": tr("Say how it was done.")}
        if values["on"] > clock.today():
            return {"on": tr("That day is still to come.")}
        return {}

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {"on": found["on"], "how": found["how"],
                "kind": found["kind"] if found["thank"] else None}
