"""Keys that the system's own keyring keeps on wish; never a file of ours, never one in plain text.

`keyring` need not be there: then nothing is remembered, and nothing offers to.
"""

from __future__ import annotations

import importlib
import logging
from pathlib import Path
from typing import Any

from mentorjournal.settings import REMEMBERED_JOURNALS, Settings
from mentorjournal.store.keys import SALT, Key

log = logging.getLogger(__name__)
SERVICE = "Mentor Journal"
_TRUSTED = {  # module of keyring -> its classes that encrypt what they keep
    "keyring.backends.SecretService": ("Keyring",),
    "keyring.backends.libsecret": ("Keyring",),
    "keyring.backends.kwallet": ("DBusKeyring", "DBusKeyringKWallet4"),
    "keyring.backends.macOS": ("Keyring",),
    "keyring.backends.Windows": ("WinVaultKeyring",),
}


class Remembered:
    """The keys of this user's journals in the system's keyring."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def is_possible(self) -> bool:
        """Whether there is a keyring that can be trusted with a key."""
        return _keyring() is not None

    def has(self, journal: Path) -> bool:
        """Whether the key of `journal` was given to the keyring; asks no keyring."""
        return str(journal) in self._settings.get(REMEMBERED_JOURNALS)

    def key(self, journal: Path) -> Key | None:
        """The key of `journal`, if it is kept and can be had."""
        if not self.has(journal):
            return None
        keyring = _keyring()
        if keyring is None:
            return None
        try:
            kept = bytes.fromhex(keyring.get_password(SERVICE, str(journal)) or "")
        except Exception as error:  # whatever a keyring of another program may raise
            log.warning("keyring not read: %s", type(error).__name__)
            return None
        return Key(kept[:-SALT], kept[-SALT:]) if len(kept) > SALT else None

    def keep(self, journal: Path, key: Key) -> bool:
        """Give the key of `journal` to the keyring; whether it took it."""
        keyring = _keyring()
        if keyring is None:
            return False
        try:
            keyring.set_password(SERVICE, str(journal), (key.secret + key.salt).hex())
        except Exception as error:
            log.warning("keyring not written: %s", type(error).__name__)
            return False
        kept = self._settings.get(REMEMBERED_JOURNALS)
        self._settings.set(REMEMBERED_JOURNALS, tuple(dict.fromkeys((*kept, str(journal)))))
        return True

    def forget(self, journal: Path) -> None:
        """Take the key of `journal` out of the keyring."""
        if not self.has(journal):
            return
        keyring = _keyring()
        try:
            if keyring is not None:
                keyring.delete_password(SERVICE, str(journal))
        except Exception as error:  # it may be gone already
            log.warning("keyring not cleared: %s", type(error).__name__)
        left = [name for name in self._settings.get(REMEMBERED_JOURNALS) if name != str(journal)]
        self._settings.set(REMEMBERED_JOURNALS, tuple(left))


def _keyring() -> Any | None:
    """The keyring in use when it is to be trusted, or the first such one of several in use."""
    try:
        module = importlib.import_module("keyring")
        used = module.get_keyring()
        several = used.backends if type(used).__name__ == "ChainerBackend" else [used]
    except Exception as error:
        if not isinstance(error, ImportError):
            log.warning("no keyring: %s", type(error).__name__)
        return None
    return next((one for one in several if _is_trusted(one)), None)


def _is_trusted(keyring: object) -> bool:
    kind = type(keyring)
    return kind.__name__ in _TRUSTED.get(kind.__module__, ())
