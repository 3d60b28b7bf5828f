"""Each procedure of the battery, a few times; `make battery` does them at their full counts.

In a process of its own, because most of them fork, and nobody forks a program with a window.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from mentorjournal.tests.battery.all import PROCEDURES


@pytest.mark.parametrize("name", [each.name for each in PROCEDURES])
def test_survives(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mentorjournal.tests.battery", "--few", "-k", name],
        capture_output=True, text=True, timeout=300, check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
