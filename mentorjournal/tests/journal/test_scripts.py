"""Which characters beyond those of Europe a journal holds, and where they are looked for."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.journal import agenda, me, people, scripts
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build


def everything(journal: Journal) -> set[str]:
    return set().union(*scripts.everywhere(journal))


def test_only_texts_with_other_letters_are_named(journal: Journal) -> None:
    build.add_person(journal, "Søren Ångström – “Ánh” Ελένη Борис…")
    assert everything(journal) == set()
    build.add_person(journal, "डॉ. Sharma", my_ask="🌸 first")
    assert everything(journal) == set("डॉ. Sharma🌸 first")


def test_names_come_first_and_every_row_once(journal: Journal, monkeypatch: object) -> None:
    me.edit(journal, {"name": "ಅ"})
    for n in range(3):
        which = build.add_meeting(journal, build.add_person(journal, f"P{n}"))
        agenda.add_item(journal, which, {"title": f"T{n} ก"})
    monkeypatch.setattr(scripts, "PIECE", 2)  # so that a table takes several pieces
    pieces = list(scripts.everywhere(journal))
    assert pieces[0] == {"ಅ"}
    assert [piece for piece in pieces if "ก" in piece] == [set("T0 กT1 ก"), set("T2 ก")]


def test_a_change_is_looked_at_alone(journal: Journal) -> None:
    build.add_person(journal, "ಅ")
    heard: list[set[str]] = []
    journal.changed.connect(lambda changes: heard.append(scripts.changed(journal, changes)))
    ann = build.add_person(journal, "Ann")
    people.edit(journal, ann, {"my_ask": "ก"})
    assert heard == [set(), set("Annก")]


def test_a_journal_that_is_closed_meanwhile_ends_the_search(empty_file: Path) -> None:
    journal = Journal(empty_file)
    pieces = scripts.everywhere(journal)
    journal.close()
    assert list(pieces) == []
