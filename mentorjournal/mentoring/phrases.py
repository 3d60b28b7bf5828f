"""The words of the field as they stand inside a sentence: "research adviser", "clinical work"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentorjournal.mentoring.vocabulary import label, role_label
from mentorjournal.words import listing, tr, trn

QUOTED_LETTERS = 60
NAMES_SHOWN = 3
_STOP = re.compile(r"[.!?;](?=\s)|[。！？；]")  # where a sentence ends, or might


def role(role_id: str) -> str:
    """A role after "your"."""
    spoken = {
        "coach": tr("coach"), "research_adviser": tr("research adviser"),
        "project_sponsor": tr("sponsor"), "institutional_advocate": tr("advocate"),
        "confidante": tr("confidante"),
    }
    return spoken.get(role_id) or role_label(role_id)


def level(level_id: str) -> str:
    """A level after a comma or before a noun."""
    spoken = {"peer": tr("peer"), "step_ahead": tr("step-ahead"), "senior": tr("senior")}
    return spoken.get(level_id) or label(level_id)


def area(area_id: str, setting: str = "clinical") -> str:
    """An area of life after "for"; a PhD student reads teaching and research."""
    if setting == "phd" and area_id in ("clinical", "academic"):
        return tr("teaching") if area_id == "clinical" else tr("research")
    spoken = {
        "clinical": tr("clinical work"), "academic": tr("academic goals"),
        "personal_life": tr("personal life"),
    }
    return spoken.get(area_id) or label(area_id)


def domain(domain_id: str) -> str:
    """A domain after "for"."""
    spoken = {
        "personal": tr("personal questions"),
        "professional_development": tr("professional development"),
        "skill_development": tr("building skills"),
        "academic_guidance": tr("academic guidance"), "research": tr("research"),
    }
    return spoken.get(domain_id) or label(domain_id)


def quoted(text: str, most: int = QUOTED_LETTERS) -> str:
    """The person's own words in quotation marks, on one line and cut after `most` letters."""
    line = " ".join(text[: 20 * most].split())
    if len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return tr("“{text}”", text=line)


def some(names: Sequence[str]) -> str:
    """Up to three names in a sentence, then how many more."""
    if len(names) <= NAMES_SHOWN:
        return listing(names)
    more = len(names) - NAMES_SHOWN + 1
    return listing([*names[: NAMES_SHOWN - 1], trn("{n} more", "{n} more", more)])


def parted(text: str, most: int) -> tuple[str, str]:
    """The sentences that fit into `most` letters, and the rest; else the words that fit.

    A stop in the first half is none: "Dr." would be left of "Dr. Vale saw …".
    """
    head = text[:most]
    if stops := [end for stop in _STOP.finditer(head) if 2 * (end := stop.end()) >= most]:
        return text[: stops[-1]], text[stops[-1]:].strip()
    words = head[: most - 1].rsplit(maxsplit=1)[0]
    return f"{words}…", f"…{text[len(words):].strip()}"
