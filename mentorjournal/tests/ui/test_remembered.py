"""A key is remembered only in a real keyring, only on wish, and is forgotten again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import paths
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import REMEMBERED_JOURNALS, Settings
from mentorjournal.tests.windows import answering, button, read, start, trigger
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.remembered import Remembered

# What the machine lacks: the package `keyring`, with backends by the names of the real ones.
_PACKAGE = """
import importlib
def get_keyring():
    return importlib.import_module("keyring.backends.{module}").{name}()
"""
_BACKEND = """
import json, pathlib
FILE = pathlib.Path({file!r})
class {name}:
    def _read(self):
        return json.loads(FILE.read_text()) if FILE.exists() else {{}}
    def get_password(self, service, name):
        return self._read().get(service + name)
    def set_password(self, service, name, word):
        FILE.write_text(json.dumps({{**self._read(), service + name: word}}))
    def delete_password(self, service, name):
        left = self._read(); del left[service + name]; FILE.write_text(json.dumps(left))
"""
_CHAIN = """
import importlib
class ChainerBackend:
    backends = [importlib.import_module("keyring.backends." + one).Keyring()
                for one in ("null", "SecretService")]
"""

Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Make a keyring with the given backend in use; where it keeps what it is given."""

    def make(module: str, name: str = "Keyring") -> Path:
        folder, file = tmp_path / "site" / "keyring", tmp_path / "kept.json"
        (folder / "backends").mkdir(parents=True)
        (folder / "__init__.py").write_text(_PACKAGE.format(module=module, name=name))
        (folder / "backends" / "__init__.py").touch()
        for one in ("null", "SecretService", module):
            text = _BACKEND.format(file=str(file), name="Keyring")
            (folder / "backends" / f"{one}.py").write_text(_CHAIN if one == "chainer" else text)
        monkeypatch.syspath_prepend(str(tmp_path / "site"))
        return file

    yield make
    for name in [one for one in sys.modules if one.split(".")[0] == "keyring"]:
        del sys.modules[name]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path, "one").close()
    return path


@pytest.mark.parametrize(("module", "name", "possible"), [
    ("SecretService", "Keyring", True), ("macOS", "Keyring", True), ("null", "Keyring", False),
    ("fail", "Keyring", False), ("file", "PlaintextKeyring", False),
    ("chainer", "ChainerBackend", True),
])
def test_only_a_real_keyring_will_do(
    install: Install, module: str, name: str, possible: bool
) -> None:
    install(module, name)
    assert Remembered(Settings()).is_possible() is possible


def test_without_a_keyring_nothing_is_offered(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    assert not Remembered(Settings()).is_possible()
    window = start(qtbot, mine, tmp_path / "scratch")
    assert not window.panes["unlock"].form.remember.isVisible()


def unlock(qtbot: QtBot, window: MainWindow, *, remember: bool) -> None:
    form = window.panes["unlock"].form
    assert form.remember.isVisible() and not form.remember.isChecked()
    form.remember.setChecked(remember)
    form.field.setText("one")
    form.unlock.click()
    qtbot.waitUntil(lambda: window.journal is not None)


def test_remembered_key_opens_until_it_is_forgotten(
    qtbot: QtBot, mine: Path, tmp_path: Path, install: Install
) -> None:
    kept = install("SecretService", "Keyring")
    window = start(qtbot, mine, tmp_path / "scratch")
    unlock(qtbot, window, remember=False)
    window.close()
    assert not kept.exists()
    window = start(qtbot, mine, tmp_path / "scratch")
    unlock(qtbot, window, remember=True)
    window.close()
    assert "one" not in kept.read_text().split('"')  # the key is there, never the passphrase
    window = start(qtbot, mine, tmp_path / "scratch")
    assert window.journal is not None
    trigger(window, "lock")  # locked by hand means asked for
    assert window.journal is None
    unlock(qtbot, window, remember=False)

    def forget(form: PassphraseDialog) -> None:
        button(form, "Forget").click()
        assert "no longer has it" in read(form)
        form.reject()

    with answering(forget):
        trigger(window, "passphrase")
    window.close()
    assert kept.read_text() == "{}"
    assert Settings(paths.settings_file()).get(REMEMBERED_JOURNALS) == ()
    assert start(qtbot, mine, tmp_path / "scratch").journal is None


def test_key_of_an_earlier_passphrase_is_forgotten_and_asked_for(
    qtbot: QtBot, mine: Path, tmp_path: Path, install: Install
) -> None:
    install("SecretService", "Keyring")
    window = start(qtbot, mine, tmp_path / "scratch")
    unlock(qtbot, window, remember=True)
    window.close()
    journal = Journal(mine, "one")
    journal.set_passphrase("two")
    journal.close()
    window = start(qtbot, mine, tmp_path / "scratch")
    form = window.panes["unlock"].form
    assert form.says.text() == "" and not Remembered(window.settings).has(mine)
