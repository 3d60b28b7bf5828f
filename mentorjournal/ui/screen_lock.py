"""The desktop locks its screen, or the computer goes to sleep: heard on the local bus, if any."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_LOGIN = "org.freedesktop.login1"
_SCREENS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class ScreenWatch(QObject):
    """Says `locked` when the screen is; silent on a desktop that tells nothing."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if has_session_bus():
            bus = QDBusConnection.sessionBus()
            for name, path in _SCREENS:
                bus.connect(name, path, name, "ActiveChanged", self, SLOT("hear(bool)"))
        if _has_system_bus():
            bus = QDBusConnection.systemBus()
            # Any path: the session's own is known to the login service only.
            bus.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, SLOT("hear_lock()"))
            bus.connect(_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager",
                        "PrepareForSleep", self, SLOT("hear(bool)"))

    @Slot(bool)
    def hear(self, active: bool) -> None:
        """The screen is covered, or free again."""
        if active:
            self.locked.emit()

    @Slot()
    def hear_lock(self) -> None:
        """The session is to be locked."""
        self.locked.emit()


def has_session_bus() -> bool:
    """Asked first, because looking for a bus that is not there would start one."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return bool(address) or Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus").exists()


def _has_system_bus() -> bool:
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return bool(address) or Path("/run/dbus/system_bus_socket").exists()
