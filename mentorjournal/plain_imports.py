"""Python's own import, put back after PySide has put another in its place."""

from __future__ import annotations

import builtins


def restore() -> None:
    """Take PySide's import out of the way; call it as soon as PySide has been imported.

    It looks for a switch we do not use (`from __feature__ import …`) by reading the source of every
    module imported after it, which costs a third of the start and 15 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
