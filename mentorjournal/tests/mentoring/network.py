"""The people and needs of the fictional sample journal, as literals: p01 is id 1, and so on."""

from __future__ import annotations

from datetime import date

from mentorjournal.journal.records import Me, Need, Person

AS_OF = date(2026, 5, 15)
OWN = "Pulmonary & Critical Care"
HERE = "Harrow Bay"
ME = Me(
    1, "Dr. Amara Lindqvist", institution="Harrow Bay University Medical Center", department=OWN
)


def mentor(
    person_id: int,
    name: str = "Dr. Somebody Else",
    level: str | None = "senior",
    roles: tuple[str, ...] = (),
    areas: tuple[str, ...] = (),
    domains: tuple[str, ...] = (),
    department: str | None = OWN,
    institution: str | None = HERE,
    stage: str = "cultivation",
    direction: str = "mentor",
    origin: str | None = "self_chosen",
    functions: tuple[str, ...] = (),
    not_for: tuple[str, ...] = (),
) -> Person:
    return Person(
        person_id, name, level=level, roles=roles, areas=areas, domains=domains,
        department=department, institution=institution, stage=stage, direction=direction,
        origin=origin, functions=functions, not_for=not_for,
    )


PEOPLE = (
    mentor(1, "Dr. Rosalind Okafor", "senior", ("research_adviser",), ("academic",),
           ("research", "academic_guidance")),
    mentor(2, "Dr. Henrik Vale", "senior", ("institutional_advocate", "project_sponsor"),
           ("academic",), ("professional_development",), origin="assigned"),
    mentor(3, "Dr. Priya Ramanathan", "step_ahead", ("coach", "confidante"),
           ("clinical", "personal_life"), ("skill_development", "personal")),
    mentor(4, "Dr. Tomas Brandt", "senior", ("research_adviser", "coach"), ("academic",),
           ("research", "skill_development"), "Biostatistics", origin="referred"),
    mentor(5, "Dr. Leila Haddad", "senior", ("project_sponsor", "connector"), ("academic",),
           ("professional_development", "research"), "Critical Care Medicine",
           "Northfield Medical School"),
    mentor(6, "Dr. Marcus Whitfield", "peer", ("confidante", "peer"),
           ("clinical", "personal_life"), ("personal", "skill_development")),
    mentor(8, "Dr. Gregory Stroud", "senior", ("project_sponsor",), ("academic",), ("research",),
           "Cardiology", stage="closed", origin="assigned"),
    mentor(9, "Dr. Imogen Castellanos", "senior", ("coach",), ("academic",),
           ("skill_development", "professional_development"), "Medical Education",
           stage="initiation", origin="referred"),
    mentor(10, "Dr. Daniel Osei", "step_ahead", (), ("academic",), ("research",),
           "Health Services Research", "Lakeshore University", "met", "candidate", "referred"),
    mentor(11, "Joy Marchetti, NP", "senior", ("coach",), ("clinical",), ("skill_development",),
           "Nursing (ICU recovery clinic)"),
    mentor(12, "Dr. Callum Reyes", "junior", (), ("clinical", "academic"), ("skill_development",),
           "Internal Medicine", direction="mentee"),
    mentor(13, "Hana Yoon", "junior", (), ("academic",), ("academic_guidance",),
           "School of Medicine", stage="initiation", direction="mentee", origin="referred"),
)
NEEDS = (
    Need(1, "Someone to pull apart my trial design", "research", importance=3, person_ids=(1, 4)),
    Need(2, "Someone who decides about protected time", "professional_development", importance=3,
         person_ids=(2,)),
    Need(3, "How to combine ICU service and a family", "personal", importance=2,
         person_ids=(3, 6)),
    Need(4, "National visibility", "professional_development", importance=2, person_ids=(5,)),
    Need(5, "Large linked data sets", "research", importance=2),
)
PERSON = {person.id: person for person in PEOPLE}


def without(*person_ids: int) -> list[Person]:
    return [person for person in PEOPLE if person.id not in person_ids]
