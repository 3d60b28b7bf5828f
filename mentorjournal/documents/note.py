"""A note to one person, set as a letter: follow-up, thank you, or the end of a relationship.

`NoteFacts` is the whitelist: what is not one of its fields cannot reach the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mentorjournal.documents import document as d
from mentorjournal.words import long_day

MARGIN = 26  # mm; a note is narrower than other papers (TOKENS §9)
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class NoteFacts:
    """Who writes to whom, when, about what, and the text from "Dear …" to the name below it.

    `kind` is what it is, at the foot of the page. A line of `text` is kept as a line; an empty one
    begins a paragraph.
    """

    kind: str
    subject: str
    text: str
    day: date
    me_name: str = ""
    me_line: str = ""
    person_name: str = ""
    person_line: str = ""


def compose(facts: NoteFacts, page: d.PageSize = "A4") -> d.Document:
    """The note as a document; a long one goes on over more pages."""
    paragraphs = [part.strip("\n") for part in _PARAGRAPHS.split(facts.text.strip())]
    blocks: list[d.Block] = [
        d.Sides(facts.me_name, long_day(facts.day), facts.me_line),
        d.Gap(18),
        d.Sides(facts.person_name, "", facts.person_line),
        d.Gap(6),
    ]
    if facts.subject:
        blocks.append(d.Heading(facts.subject, large=True))
    blocks += [d.Paragraph(part, "letter") for part in paragraphs if part.strip()]
    return d.Document(
        title=facts.subject or facts.kind, blocks=tuple(blocks), author=facts.me_name, page=page,
        margin=MARGIN, footer=d.Footer(facts.kind), dated=facts.day,
    )


def joined(*parts: str | None) -> str:
    """One line of what is known, such as department and institution."""
    return ", ".join(part for part in parts if part)


def words_in(text: str) -> int:
    """How many words a text has, as people count them."""
    return len(text.split())
