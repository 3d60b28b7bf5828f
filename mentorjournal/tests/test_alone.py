"""Nobody else reads it: permissions, no memory written out, and no word of a locked journal."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import paths
from mentorjournal.tests import build

CANARY = "canarywordzq"
# The real window: opened, typed into, locked, unlocked, its passphrase changed, typed into again.
_USE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from mentorjournal import app, crash, paths
from mentorjournal.journal import people
from mentorjournal.settings import Settings
from mentorjournal.store import backup
from mentorjournal.ui.main_window import MainWindow

def until(ready):
    while not ready():
        QTest.qWait(10)

def unlock(words):
    until(lambda: "unlock" in window.panes)
    window.panes["unlock"].form.field.setText(words)
    window.panes["unlock"].form.unlock.click()
    until(lambda: window.journal is not None)

path, canary, scratch = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
crash.start_log(paths.log_file())
settings = Settings()
application = app.make_application(settings)
window = MainWindow(settings)
crash.catch_all(lambda report: None)
window.open_after_first_picture(path, scratch)
window.show()
unlock("one")
pane = window.show_pane("meetings")
pane.page.outcome.setFocus()
QTest.keyClicks(pane.page.outcome, canary)
backup.make(window.journal.path, window.journal.key, "hand")
window.lock.lock()
unlock("one")
window.journal.set_passphrase("two")
people.add(window.journal, {"name": canary, "private_note": canary})
def bug():
    raise ValueError(canary)
pane = window.show_pane("meetings")
pane.page.outcome.setFocus()
QTest.keyClicks(pane.page.outcome, canary)
QTimer.singleShot(0, bug)
QTimer.singleShot(200, lambda: print("used", flush=True))
application.exec()
"""


def test_no_word_of_a_locked_journal_is_on_the_disk(home: Path, tmp_path: Path) -> None:
    temp, out = tmp_path / "temp", tmp_path / "out"
    for folder in (home, temp, out):
        folder.mkdir(mode=0o700)
    environment = {**os.environ, "TMPDIR": str(temp), "XDG_RUNTIME_DIR": str(temp)}
    path = home / "mine.mentorjournal"
    fill(path, environment)
    agenda = out / "agenda.txt"
    build.run("agenda", path, "--passphrase-stdin", "-o", agenda, stdin="one\n", **environment)
    assert CANARY in agenda.read_text()  # what was taken out on purpose can be read
    use = subprocess.Popen([sys.executable, "-c", _USE, str(path), CANARY, str(temp)], text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert use.stdout is not None and use.stdout.readline() == "used\n", use.communicate()
    use.send_signal(signal.SIGKILL)
    use.communicate()
    done = build.run("list", path, "people", "--passphrase-stdin", stdin="two\n", **environment)
    assert CANARY in done.stdout
    files = [one for folder in (home, temp) for one in folder.rglob("*") if one.is_file()]
    assert {"mine.mentorjournal", "settings.json", "mentorjournal.log"} <= {f.name for f in files}
    assert any(one.parent.parent.name == "backups" for one in files)
    for one in files:
        content = one.read_bytes().lower()
        for hidden in (CANARY.encode(), CANARY.encode("utf-16-le")):
            assert hidden not in content, one


def fill(path: Path, environment: dict[str, str]) -> None:
    """An encrypted journal with the word in several fields, made by processes of their own."""
    lock = ("--passphrase-stdin",)
    assert build.run("new", path, *lock, stdin="one\n", **environment).returncode == 0
    for kind, record in (
        ("people", {"name": f"Dr {CANARY}", "private_note": CANARY, "capacity_note": CANARY}),
        ("meetings", {"person_id": 1, "starts_at": "2099-05-19T10:00", "planned_minutes": 30,
                      "zone": "UTC", "headline": CANARY, "notes": CANARY}),
        ("feedback", {"person_id": 1, "date": "2026-05-01", "topic": CANARY,
                      "first_reaction": CANARY}),
    ):
        done = build.run("add", path, kind, *lock, stdin="one\n" + build.lines(record),
                         **environment)
        assert done.stdout.startswith("ACK"), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_everything_is_for_its_owner_only_whatever_the_system_allows(
    qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    path = home / "data" / "deep" / "mine.mentorjournal"
    paths.make_private(path.parent)
    words = [sys.executable, "-m", "mentorjournal"]

    def run(*arguments: str | Path, given: str = "") -> None:
        subprocess.run([*words, *map(str, arguments)], input=given, text=True, check=True,
                       umask=0, timeout=60)

    run("new", path)
    run("add", path, "people", given=build.lines({"name": "Ann"}))
    run("add", path, "meetings", given=build.lines(
        {"person_id": 1, "starts_at": "2099-05-19T10:00", "planned_minutes": 30, "zone": "UTC"}))
    for kind in ("pdf", "txt", "eml"):
        run("agenda", path, "-o", home / f"agenda.{kind}")
    window = subprocess.Popen([*words, str(path)], umask=0, stderr=subprocess.PIPE)
    try:
        qtbot.waitUntil(paths.settings_file().exists, timeout=20_000)
        limits = Path(f"/proc/{window.pid}/limits")
        if limits.exists():
            line = next(one for one in limits.read_text().splitlines() if "core file" in one)
            assert line.split()[4:6] == ["0", "0"]
    finally:
        window.kill()
        window.communicate()
    found = {one: stat.S_IMODE(one.lstat().st_mode) for one in [home, *home.rglob("*")]}
    assert len(found) > 8
    assert {one: oct(mode) for one, mode in found.items() if mode & 0o077} == {}


def test_passphrase_on_standard_input_opens_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    build.run("new", path, "--passphrase-stdin", stdin="one\n")
    window = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal", str(path), "--passphrase-stdin"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert window.stdin is not None
        window.stdin.write(b"one\n")
        window.stdin.close()
        words = ("list", path, "people", "--passphrase-stdin")
        qtbot.waitUntil(lambda: path.with_name(path.name + ".lock").exists()
                        and build.run(*words, stdin="one\n").returncode == 4, timeout=20_000)
    finally:
        window.kill()
        window.wait()
        assert window.stderr is not None
        window.stderr.close()


def test_no_passphrase_on_standard_input_is_refused_in_a_sentence(tmp_path: Path) -> None:
    done = build.run(tmp_path / "mine.mentorjournal", "--passphrase-stdin")
    assert (done.returncode, done.stderr) == (2, "No passphrase came on standard input.\n")
