"""What somebody I mentor promised, began or called off is kept as a mentee's, whoever says so."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from mentorjournal import clock
from mentorjournal.journal import meetings, promises, running
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import action
from mentorjournal.tests import build


def owners(journal: Journal) -> list[str]:
    return list(journal.read().execute(select(action.c.owner).order_by(action.c.id)).scalars())


@pytest.mark.parametrize(("direction", "party"), [("mentee", "mentee"), ("mentor", "mentor")])
def test_whoever_is_not_me_is_kept_as_what_they_are(
    journal: Journal, direction: str, party: str
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    whom = build.add_person(journal, direction=direction)
    which = build.add_meeting(journal, whom, "2026-05-20T10:00", initiated_by="mentor")
    running.capture_action(journal, which, "Read it", owner="mentor")
    made = promises.add(journal, {"person_id": whom, "text": "Send it", "owner": "mentee"})
    promises.add(journal, {"person_id": whom, "text": "Look", "owner": "both"})
    assert owners(journal) == [party, party, "both"]
    promises.edit(journal, made, {"owner": "me"})
    promises.edit(journal, made, {"owner": "mentor"})
    assert owners(journal)[1] == party
    assert meetings.get(journal, which).initiated_by == party
    meetings.edit(journal, which, {"initiated_by": "mentor"})
    meetings.cancel(journal, which, by="mentor")
    found = meetings.get(journal, which)
    assert (found.initiated_by, found.called_off_by) == (party, party)
    second = meetings.add(journal, {
        "person_id": whom, "starts_at": datetime(2026, 5, 21, 9), "planned_minutes": 30})
    meetings.postpone(journal, second, None, by="mentor")
    assert meetings.get(journal, second).called_off_by == party
