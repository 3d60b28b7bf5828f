"""When the program is wrong: a report of types and places, and not one word of the user's."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest

from mentorjournal import crash, paths

SECRET = "Dr. Okafor drinks"


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = logging.getLogger("mentorjournal")
    handlers, level, propagate = list(log.handlers), log.level, log.propagate
    yield
    for handler in log.handlers:
        if handler not in handlers:
            handler.close()
    log.handlers[:] = handlers
    log.setLevel(level)
    log.propagate = propagate


def fall(text: str) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """An error as the hook gets it."""
    try:
        int(text)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def stumble(text: str) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """Another error, whose cause has words too."""
    try:
        try:
            {}[text]
        except KeyError as error:
            raise RuntimeError(text) from error
    except RuntimeError as error:
        return type(error), error, error.__traceback__


def test_a_report_has_type_and_places_and_not_the_message() -> None:
    kind, _, where = fall(SECRET)
    report = crash.report(kind, where)
    head, name, *frames = report.splitlines()
    assert head.startswith("Mentor Journal ") and "Python" in head
    assert name == "ValueError"
    assert [frame.rpartition(" in ")[2] for frame in frames] == ["fall"]
    assert frames[0].startswith("  test_crash.py:")
    assert SECRET not in report and str(Path.home()) not in report


def test_the_same_crash_is_shown_once_and_logged_each_time() -> None:
    shown: list[str] = []
    crash.start_log(paths.log_file())
    crash.catch_all(shown.append)
    for _ in range(3):
        sys.excepthook(*fall(SECRET))
    assert len(shown) == 1
    sys.excepthook(*stumble(SECRET))
    assert len(shown) == 2 and "RuntimeError" in shown[1]
    written = paths.log_file().read_text()
    assert written.count("ValueError") == 3 and written.count("RuntimeError") == 1
    assert SECRET not in written + "".join(shown)


def test_the_log_is_for_its_owner_only_and_made_when_it_is_needed() -> None:
    file = paths.log_file()
    crash.start_log(file)
    assert not file.exists()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    crash.log.info("nothing to worry about")
    assert not file.exists()
    crash.log.warning("disk slow")
    assert file.read_text().endswith(" WARNING disk slow\n")


def test_a_log_does_not_grow_for_ever() -> None:
    file = paths.log_file()
    crash.start_log(file)
    file.write_text("x" * 1_000_000)
    crash.start_log(file)
    crash.log.warning("again")
    left = sum(one.stat().st_size for one in file.parent.iterdir())
    assert file.stat().st_size < 1000 and left < 1_100_000


def test_ctrl_c_ends_the_program_as_shells_expect() -> None:
    crash.catch_all(lambda _: pytest.fail("shown"))
    with pytest.raises(SystemExit) as left:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert left.value.code == 130
