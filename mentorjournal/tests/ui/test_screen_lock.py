"""The desktop's own signals lock; on a private bus, so that no desktop need be there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_LISTEN = """
from PySide6.QtCore import QCoreApplication
from mentorjournal.ui.screen_lock import ScreenWatch
application = QCoreApplication([])
watch = ScreenWatch()
watch.locked.connect(lambda: print("locked", flush=True))
print("ready", flush=True)
application.exec()
"""
LOGIN = "org.freedesktop.login1"
SIGNALS = [
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
     [True]),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged",
     [True]),
    (LOGIN, "/org/freedesktop/login1/session/_31", f"{LOGIN}.Session", "Lock", []),
    (LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [True]),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A bus of our own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no bus can be started here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
        text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.communicate()


@pytest.mark.parametrize(("service", "path", "interface", "name", "values"), SIGNALS)
def test_locked_screen_is_heard(
    address: str, service: str, path: str, interface: str, name: str, values: list[object]
) -> None:
    listener = subprocess.Popen(
        [sys.executable, "-c", _LISTEN], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address,
             "DBUS_SYSTEM_BUS_ADDRESS": address})
    try:
        assert listener.stdout is not None and listener.stdout.readline() == "ready\n"
        bus = QDBusConnection.connectToBus(address, f"test {name} {service}")
        assert bus.registerService(service)
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(values)
        assert bus.send(message)
        assert listener.stdout.readline() == "locked\n"
        assert bus.unregisterService(service)
    finally:
        listener.kill()
        listener.communicate()


def test_without_a_bus_nothing_is_said() -> None:
    environment = {name: value for name, value in os.environ.items() if "DBUS" not in name}
    done = subprocess.run(
        [sys.executable, "-c", _LISTEN.replace("application.exec()", "")], text=True,
        env={**environment, "XDG_RUNTIME_DIR": "/nowhere"}, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == ("ready\n", "")
