"""The bundled fonts as Qt knows them: each file is given to it once, when a text first needs it."""

from __future__ import annotations

from collections.abc import Iterable, Set
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from mentorjournal.documents import fontfiles

_known: set[str] = set()


def register(chars: Set[str]) -> bool:
    """Make the fonts for these characters known; whether any of them was new."""
    before = len(_known)
    for family in {fontfiles.family_of(char) for char in chars}:
        if family is not None and family.name not in _known:
            _add(family.name, family.paths())
    if fontfiles.CJK_PACKAGE not in _known and fontfiles.eastern_families(chars):
        extra = fontfiles.eastern_file()
        _add(fontfiles.CJK_PACKAGE, (extra,) if extra else ())
    return len(_known) > before


def _add(name: str, paths: Iterable[Path]) -> None:
    _known.add(name)
    for path in paths:
        QFontDatabase.addApplicationFont(str(path))
