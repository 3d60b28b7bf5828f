"""One writer: a second start brings the open window up, or says who has the journal; in time."""

from __future__ import annotations

import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock, doorbell, paths
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, sentence, start
from mentorjournal.ui.bell import Bell
from mentorjournal.ui.main_window import MainWindow

SECONDS = 2.0
_HOLD = (
    "import sys; from pathlib import Path; from mentorjournal.store.lock import WriterLock\n"
    "lock = WriterLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()\n"
)


@pytest.fixture
def mine(empty_file: Path, tmp_path: Path) -> Path:
    return build.copy(empty_file, tmp_path / "mine.mentorjournal")


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program without a window that has the journal."""
    process = subprocess.Popen([sys.executable, "-c", _HOLD, str(path)], text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def begin(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "mentorjournal", *map(str, words)], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@contextmanager
def program(*words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The window as a process of its own."""
    process = begin(*words)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def is_up(process: subprocess.Popen[str], path: Path) -> bool:
    place = doorbell.place_of(path)
    return process.poll() is None and place is not None and place.exists()


def test_second_start_brings_the_window_up_and_leaves(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(mine)
    with program(mine) as first:
        qtbot.waitUntil(lambda: is_up(first, mine), timeout=20_000)
        for name in (mine, link):
            began = time.monotonic()
            second = build.run(name)
            assert (second.returncode, second.stderr) == (0, "")
            assert time.monotonic() - began < SECONDS
        assert build.run("list", mine, "people").returncode == 4
        first.send_signal(signal.SIGKILL)
        first.wait()
    with program(mine) as third:  # the bell that was left is no obstacle
        qtbot.waitUntil(lambda: build.run("list", mine, "people").returncode == 4, timeout=20_000)
        assert third.poll() is None


def test_window_that_is_rung_for_comes_up(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    window = start(qtbot, mine, tmp_path / "scratch")
    window.showMinimized()
    caller = begin(mine)
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
    assert caller.returncode == 0 and not window.isMinimized() and window.isVisible()
    caller.communicate()


def test_last_journal_is_rung_for_without_a_name(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    window = start(qtbot, mine, tmp_path / "scratch")
    caller = begin()
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
    assert caller.returncode == 0 and window.journal is not None
    caller.communicate()


def test_holder_without_a_window_is_named_in_time(mine: Path) -> None:
    before = mine.read_bytes()
    with held(mine) as holder:
        began = time.monotonic()
        done = build.run(mine)
        assert time.monotonic() - began < SECONDS
    assert done.returncode == 4
    assert done.stderr == (
        f"mine.mentorjournal is open in another window (process {holder.pid}).\n")
    assert mine.read_bytes() == before


def test_window_that_does_not_answer_is_named_in_time(qtbot: QtBot, mine: Path) -> None:
    with program(mine) as first:
        qtbot.waitUntil(lambda: is_up(first, mine), timeout=20_000)
        first.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        done = build.run(mine)
        assert time.monotonic() - began < SECONDS
        assert done.returncode == 4 and f"process {first.pid}" in done.stderr


def test_racing_starts_are_one_window(qtbot: QtBot, mine: Path) -> None:
    racing = [begin(mine) for _ in range(6)]
    try:
        qtbot.waitUntil(lambda: sum(one.poll() is None for one in racing) == 1, timeout=60_000)
        left = [one for one in racing if one.poll() is not None]
        assert len(left) == 5 and {one.returncode for one in left} <= {0, 4}
        assert build.run("list", mine, "people").returncode == 4
    finally:
        for one in racing:
            one.kill()
            one.communicate()


def test_bell_is_private_and_goes_with_the_window(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    window = start(qtbot, mine, tmp_path / "scratch")
    place = doorbell.place_of(mine)
    assert place is not None and stat.S_ISSOCK(place.lstat().st_mode)
    assert stat.S_IMODE(place.parent.lstat().st_mode) == 0o700
    assert not doorbell.ring(tmp_path / "other.mentorjournal", waiting=False)
    window.close()
    assert not place.exists()


def test_other_words_than_raise_do_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    bell, rung = Bell(), []
    bell.rung.connect(lambda: rung.append(True))
    bell.hang_up(tmp_path / "mine.mentorjournal")
    place = doorbell.place_of(tmp_path / "mine.mentorjournal")
    for words in (b"quit\n", b"raise", b"", b"\0" * 9000, doorbell.RING):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
            caller.connect(str(place))
            caller.sendall(words)
            qtbot.wait(30)
    qtbot.waitUntil(lambda: rung == [True])
    bell.take_down()


def test_bell_of_another_is_left_alone(tmp_path: Path) -> None:
    first, second = Bell(), Bell()
    journal = tmp_path / "mine.mentorjournal"
    place = doorbell.place_of(journal)
    assert place is not None
    first.hang_up(journal)
    second.hang_up(journal)
    first.take_down()
    assert place.exists()
    second.take_down()
    assert not place.exists()


@pytest.mark.parametrize("mode", [0o755, 0o770])
def test_folder_that_others_can_enter_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert paths.runtime_folder() == tmp_path / "mentorjournal"
    (tmp_path / "mentorjournal").chmod(mode)
    assert paths.runtime_folder() is None and doorbell.place_of(tmp_path) is None
    Bell().hang_up(tmp_path)  # and no window fails for the want of it


# Reading what another window writes -----------------------------------------------------------


@pytest.fixture
def writer(qtbot: QtBot, mine: Path, tmp_path: Path) -> MainWindow:
    return start(qtbot, mine, tmp_path / "scratch")


def names(window: MainWindow) -> list[str]:
    return [one.person.name for one in people.everybody(window.journal, clock.today())]


def test_journal_of_another_window_is_read_on_wish(
    qtbot: QtBot, writer: MainWindow, mine: Path, tmp_path: Path
) -> None:
    people.add(writer.journal, {"name": "Ann"})
    reader = start(qtbot, mine, tmp_path / "scratch")
    assert reader.journal is None
    act(reader)
    assert reader.journal.reading_only and names(reader) == ["Ann"]
    assert "only reading" in sentence(reader)
    people.add(writer.journal, {"name": "Bo"})
    with pytest.raises(Exception, match="reading only"):
        people.add(reader.journal, {"name": "Cy"})
    reader.show_pane("meetings")
    act(reader)
    assert names(reader) == ["Ann", "Bo"] and reader.current_pane() == "meetings"
    writer.close()
    act(reader)
    assert not reader.journal.reading_only and sentence(reader) == ""
    people.add(reader.journal, {"name": "Cy"})


def test_locked_journal_of_another_window_is_read_with_one_asking(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "locked.mentorjournal"
    journal = Journal.create(path, "one")
    reader = start(qtbot, path, tmp_path / "scratch")
    form = reader.panes["unlock"].form
    form.field.setText("one")
    form.unlock.click()
    qtbot.waitUntil(lambda: "is open in another window" in sentence(reader))
    act(reader)
    assert reader.journal.reading_only and reader.journal.path == path
    journal.close()
