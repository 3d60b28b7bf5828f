"""The compact with a person as a file to hand over: page to sign, plain text or mail draft.

What both see is read here from the journal, field by field: the whitelist of `CompactFacts`. The
private boundaries of a person are none of it; a compact has a topic of that name.
"""

from __future__ import annotations

from datetime import date

from mentorjournal.documents import compact as paper
from mentorjournal.documents.document import PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import expectations, me, people
from mentorjournal.journal.between import Expectation
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring import expectations as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.words import short_name, tr

SUFFIXES = papers.SUFFIXES


def make(
    journal: Journal, person_id: int, as_of: date, suffix: str, page: str = "A4", *,
    to_sign: bool = True,
) -> bytes:
    """The file's bytes. Raises JournalError for another ending, and where there is no compact."""
    if suffix not in SUFFIXES:
        raise JournalError(
            tr("A compact can be written as {kinds}.", kinds=", ".join(SUFFIXES)))
    facts = facts_of(journal, person_id, as_of, to_sign=to_sign)
    size: PageSize = "Letter" if page == "Letter" else "A4"
    # A text may be as long as it likes; only the page has to end somewhere.
    document = paper.compose(facts) if suffix == ".txt" else paper.fit_two_pages(facts, size)
    whom = people.get(journal, person_id)
    return papers.make(
        document, suffix, name=title(journal, person_id),
        subject=tr("What we expect of each other"), to_name=whom.name, to_address=whom.email,
    )


def title(journal: Journal, person_id: int) -> str:
    """What a file of this compact is called: "Compact Okafor"."""
    family = short_name(people.get(journal, person_id).name).split()[-1]
    return tr("Compact {name}", name=family)


def facts_of(
    journal: Journal, person_id: int, as_of: date, *, to_sign: bool = True
) -> paper.CompactFacts:
    """What the page may say. Raises JournalError where there is no compact."""
    whom = people.get(journal, person_id)
    whole = expectations.compact_of(journal, person_id)
    if whole is None:
        raise JournalError(tr("There is no compact with {name} yet.", name=whom.short_name))
    topics = expectations.topics(journal, person_id)
    return paper.CompactFacts(
        person_name=whom.name,
        me_name=me.get(journal).name or "",
        purpose=whole.purpose or "",
        started_on=whole.started_on,
        agreed_on=whole.agreed_on,
        review_due=rules.review_due(whole),
        review_every_days=whole.review_every_days,
        confidential=whole.confidential or "",
        goals=tuple(_goal(one) for one in expectations.goals_shared(journal, person_id)),
        topics=tuple(_line(one) for one in topics),
        missing=tuple(
            (rules.named(one), rules.question(one)) for one in rules.missing_on_paper(topics)
            if one != "confidentiality" or not whole.confidential
        ),
        to_sign=to_sign,
        made_on=as_of,
    )


def unprintable(journal: Journal, person_id: int, as_of: date) -> list[str]:
    """The characters of this compact that no font here can print."""
    facts = facts_of(journal, person_id, as_of)
    texts = [facts.person_name, facts.me_name, facts.purpose, facts.confidential, *facts.goals]
    for one in facts.topics:
        texts += [one.name, one.mine, one.theirs, one.agreed]
    return papers.unprintable(texts)


def _goal(goal: Goal) -> str:
    return tr("{goal} ({measure})", goal=goal.text, measure=goal.measure) if (
        goal.measure) else goal.text


def _line(topic: Expectation) -> paper.TopicLine:
    return paper.TopicLine(
        rules.topic_label(topic), topic.mine or "", topic.theirs or "", topic.agreed or "",
        topic.status, topic.differs_since,
    )
