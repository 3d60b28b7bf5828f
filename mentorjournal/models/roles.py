"""What views may ask a model for, besides the text: one enumeration for every list."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Roles answered by the first column of a list; absent ones answer None."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SECOND = Qt.ItemDataRole.UserRole + 2  # the second line
    TONE = Qt.ItemDataRole.UserRole + 3  # token of the second line's colour: muted, warn, alert
    INITIALS = Qt.ItemDataRole.UserRole + 4
    ROLE = Qt.ItemDataRole.UserRole + 5  # id of the first mentor role, for the avatar's colour
    STANDING = Qt.ItemDataRole.UserRole + 6  # mentor, candidate, past, mentee
    PHOTO = Qt.ItemDataRole.UserRole + 7  # bytes or None
    RIGHT = Qt.ItemDataRole.UserRole + 8  # text at the right end of the row
    SECTION = Qt.ItemDataRole.UserRole + 9  # a group heading instead of a record
    SORT = Qt.ItemDataRole.UserRole + 10
