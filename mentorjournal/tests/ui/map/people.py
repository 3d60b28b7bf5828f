"""People for the tests of the map."""

from __future__ import annotations

from mentorjournal.ui.map.person import MapGap, MapPerson


def person(
    number: int, name: str = "Dr Mei Tanaka", standing: str = "mentor",
    level: str | None = "senior", areas: tuple[str, ...] = ("academic",),
    roles: tuple[str, ...] = ("coach",), contact: str = "within", **rest: object,
) -> MapPerson:
    """A mentor unless said otherwise."""
    words = {"role_words": "Coach", "contact_words": "8 days ago", **rest}
    return MapPerson(
        number, name, "".join(part[0] for part in name.split())[-2:], standing, level, areas,
        roles, contact=contact, summary=f"{name}, coach, 8 days ago", **words,
    )


SOME = [
    person(1, "Prof. Amara Okafor", roles=("research_adviser",)),
    person(2, "Dr Jonas Weber", level="peer", areas=("clinical", "personal_life"),
           contact="overdue", contact_words="3 weeks over", contact_tone="alert"),
    person(3, "Prof. Nguyễn Thị Ánh", standing="candidate", contact="none"),
    person(4, "Prof. George Alder", standing="past", contact="none"),
    person(5, "Aisha Bello", standing="mentee", level=None, areas=(), roles=()),
    person(6, "Dr Luis Ortega", level="step_ahead", areas=("clinical",),
           roles=("coach", "confidante"), contact="due_soon"),
]
GAPS = [MapGap("senior", "clinical", "Senior, clinical work")]
