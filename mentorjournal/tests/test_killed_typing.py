"""Typing without a pause, then kill -9: at most three seconds of it are lost."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mentorjournal.journal import drafts, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

LOST = 3.0  # seconds that a kill may cost


def killed_after(path: Path, where: str, seconds: float) -> list[tuple[float, str]]:
    """What was typed, with the second it was; the program was killed while it was typed in."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal.tests.typist", str(path), where],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    typed: list[tuple[float, str]] = []
    assert typist.stdout is not None
    for line in typist.stdout:
        at, text = line.split(" ", 1)
        typed.append((float(at), text.rstrip("\n")))
        if typed[-1][0] > seconds:
            break
    typist.kill()
    typist.communicate()
    assert typed and typed[-1][0] > seconds
    return typed


@pytest.mark.parametrize("seconds", [3.5, 5.0])
@pytest.mark.parametrize("where", ["field", "form"])
def test_at_most_three_seconds_are_lost(
    journal: Journal, where: str, seconds: float
) -> None:
    which = build.add_meeting(journal, build.add_person(journal), "2090-05-19T10:00")
    path = journal.path
    journal.close()
    typed = killed_after(path, where, seconds)
    safe = [text for at, text in typed if at <= typed[-1][0] - LOST][-1]
    with closing(Journal(path)) as again:
        if where == "field":
            kept = meetings.get(again, which).desired_outcome or ""
        else:
            found = drafts.find(again, "person:1")
            kept = found.values["private_note"] if found else ""
        assert kept.startswith(safe) and typed[-1][1].startswith(kept[: len(typed[-1][1])])
        assert again.findings() == []
