"""The command line as tests call it: what a command said, and whether it refused as it should."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from mentorjournal import cli


@dataclass
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The lines of its output as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


class Program:
    """The command line inside this process, which is quicker than starting one each time."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: object, stdin: str | bytes = "") -> Said:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        self._capsys.readouterr()
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)


def is_refusal(said: Said, code: int = 2) -> bool:
    """One line on standard error, nothing of Python in it, and the exit code."""
    assert "Traceback" not in said.err and "Error" not in said.err
    assert said.err.count("\n") == 1 and said.err.endswith(".\n"), said.err
    assert said.code == code
    return True
