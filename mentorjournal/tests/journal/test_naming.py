"""Every kind of entry has a name in a line, its day and whose it is."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mentorjournal.journal import naming, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build


@pytest.mark.parametrize("kind", list(naming.KINDS))
def test_every_entry_of_the_sample_has_words(sample_journal: Journal, kind: str) -> None:
    table = naming.KINDS[kind].table
    refs = [Ref(kind, row) for row in sample_journal.read().execute(select(table.c.id)).scalars()]
    found = naming.names(sample_journal, refs, build.SAMPLE_DAY)
    assert set(found) == set(refs)
    assert all(words.strip() and "None" not in words for words in found.values())
    has_owner = bool(naming.KINDS[kind].person) and kind != "action"
    assert all(naming.owner(sample_journal, ref) for ref in refs if has_owner)


def test_a_promise_names_what_and_whom(sample_journal: Journal) -> None:
    one = promises.of_person(sample_journal, 3)[0]
    words = naming.names(sample_journal, [Ref("action", one.id)], build.SAMPLE_DAY)
    assert words[Ref("action", one.id)] == f"{one.text}, Dr. Ramanathan"


def test_what_is_gone_has_no_words_and_says_so(sample_journal: Journal) -> None:
    gone = Ref("meeting", 99_999)
    assert naming.names(sample_journal, [gone], build.SAMPLE_DAY) == {}
    with pytest.raises(JournalError, match="no longer there"):
        naming.owner(sample_journal, gone)
