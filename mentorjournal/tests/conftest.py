"""What every test has: no screen, a home of its own, and the machine's clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings as hypothesis_settings
from PySide6.QtWidgets import QApplication

from mentorjournal import clock, paths
from mentorjournal.journal import sample
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program

# The same cases in every run, and no failure because a machine is slow.
hypothesis_settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> QApplication:
    """One application for all: without it the typesetter would make a lesser one of its own."""
    return qapp


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds all of the user's folders in this test; made on first use."""
    folder = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def _present_day() -> Iterator[None]:
    yield
    clock.set_as_of(None)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty journal, made once; tests work on copies, which is quicker than making it."""
    path = tmp_path_factory.mktemp("empty") / "empty.mentorjournal"
    Journal.create(path).close()
    return path


@pytest.fixture
def journal(empty_file: Path, tmp_path: Path) -> Iterator[Journal]:
    """An empty journal."""
    opened = Journal(build.copy(empty_file, tmp_path / "empty.mentorjournal"))
    build.do_not_wait_for_the_disk(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal on its own last day, written once; tests work on copies."""
    path = tmp_path_factory.mktemp("sample") / "sample.mentorjournal"
    sample.write(path, build.SAMPLE_DAY)
    return path


@pytest.fixture
def sample_journal(sample_file: Path, tmp_path: Path) -> Iterator[Journal]:
    """A copy of the sample journal, opened on the sample's own last day."""
    clock.set_as_of(build.SAMPLE_DAY)
    opened = Journal(build.copy(sample_file, tmp_path / "sample.mentorjournal"))
    build.do_not_wait_for_the_disk(opened)
    yield opened
    opened.close()


@pytest.fixture
def program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Program:
    """The program, to be called with words."""
    return Program(capsys, monkeypatch)
