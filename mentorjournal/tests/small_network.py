"""Five people around one mentee: two mentors, a candidate, a past mentor, somebody they mentor."""

from __future__ import annotations

from datetime import date, datetime

from mentorjournal.journal import me, meetings, needs, people
from mentorjournal.journal.journal import Journal

TODAY = date(2026, 5, 15)


def fill(journal: Journal) -> dict[str, int]:
    """Write them into an empty journal; their ids by family name."""
    me.edit(journal, {"name": "Dr. Amara Lindqvist", "institution": "Harrow Bay",
                      "department": "Intensive Care"})
    own = {"institution": "Harrow Bay", "department": "Intensive Care"}
    found = {
        "okafor": people.add(journal, {
            "name": "Dr. Rosalind Okafor", "level": "senior", "roles": ("research_adviser",),
            "areas": ("academic",), "pronouns": "she/her", "limits": "Not before a grant is due.",
            "cadence_days": 28, "cadence_agreed_on": date(2025, 1, 1), "my_ask": "Read my drafts.",
            "styles": ("agenda_first",), **own,
        }),
        "weber": people.add(journal, {
            "name": "Jonas Weber", "level": "peer", "roles": ("confidante", "coach"),
            "areas": ("clinical", "personal_life"), **own,
        }),
        "osei": people.add(journal, {
            "name": "Daniel Osei", "direction": "candidate", "stage": "met",
            "level": "step_ahead", "roles": ("research_adviser",), "areas": ("academic",),
        }),
        "stroud": people.add(journal, {
            "name": "Gregory Stroud", "stage": "closed", "ended": date(2025, 11, 20),
        }),
        "yoon": people.add(journal, {"name": "Hana Yoon", "direction": "mentee",
                                     "level": "junior"}),
    }
    need = needs.add(journal, {"text": "Trial design", "importance": 3})
    needs.link_people(journal, need, [found["okafor"]])
    meetings.add(journal, {
        "person_id": found["okafor"], "starts_at": datetime(2026, 4, 1, 9), "planned_minutes": 30,
        "status": "held",
    })
    return found
