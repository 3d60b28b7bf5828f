"""What SQLite does to the disk, recorded write by write, and the disk as a power cut leaves it.

The recorder stands between the real driver and the operating system: every file that SQLite opens
keeps its own methods, but for writing, cutting short and syncing, which are noted first.
"""

from __future__ import annotations

import ctypes
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2  # noqa: F401  what is recorded must be loaded

SECTOR = 512  # bytes; a write is torn at such a border
_POINTER = ctypes.c_void_p
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int)
# Names go through as addresses: SQLite keeps them for as long as the file is open.
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, _POINTER, ctypes.c_int, _POINTER)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, ctypes.c_int)
_METHODS = 19  # pointers in sqlite3_io_methods of version 3, its number counted as one
_AT = {"write": 3, "truncate": 4, "sync": 5}  # after the version, xClose and xRead


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int), ("size", ctypes.c_int), ("longest", ctypes.c_int),
        ("next", _POINTER), ("name", ctypes.c_char_p), ("data", _POINTER),
        ("open", _POINTER), ("delete", _POINTER),
    ]


@dataclass
class Recording:
    """Operations in their order: ("write", file, offset, bytes), ("cut", file, size),
    ("sync", file), ("delete", file), and ("ack", word) for what was said to be saved."""

    operations: list[tuple[Any, ...]] = field(default_factory=list)

    def ack(self, word: str) -> None:
        """Note that the user has been told that `word` is saved."""
        self.operations.append(("ack", word))


@contextmanager
def recorded() -> Iterator[Recording]:
    """Record what SQLite does to every file it opens inside the block."""
    library = ctypes.CDLL(sys.modules["sqlcipher3._sqlite3"].__file__)  # loaded already
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = library.sqlite3_vfs_find(None).contents
    hooks = _Hooks(vfs)
    vfs.open = ctypes.cast(hooks.open, _POINTER).value
    vfs.delete = ctypes.cast(hooks.delete, _POINTER).value
    try:
        yield hooks.recording
    finally:
        vfs.open, vfs.delete = hooks.real_open, hooks.real_delete


class _Hooks:
    """The functions that stand in for SQLite's own, kept alive as long as files are open."""

    def __init__(self, vfs: _Vfs) -> None:
        self.recording = Recording()
        self.real_open, self.real_delete = vfs.open, vfs.delete
        self.open, self.delete = _OPEN(self._open), _DELETE(self._delete)
        self._kept: list[object] = []

    def _open(self, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        result = _OPEN(self.real_open)(vfs, name, file, flags, out)
        methods = _POINTER.from_address(file)
        if result == 0 and methods.value and name:
            methods.value = self._methods(methods.value, _file(name))
        return int(result)

    def _delete(self, vfs: int, name: int, sync: int) -> int:
        self.recording.operations.append(("delete", _file(name)))
        return int(_DELETE(self.real_delete)(vfs, name, sync))

    def _methods(self, real: int, name: str) -> int:
        """The address of a file's methods with ours in the place of three."""
        table = (_POINTER * _METHODS).from_buffer_copy(
            (_POINTER * _METHODS).from_address(real))
        note = self.recording.operations.append
        write, truncate = _WRITE(table[_AT["write"]]), _TRUNCATE(table[_AT["truncate"]])
        sync = _SYNC(table[_AT["sync"]])

        def on_write(file: int, data: int, length: int, offset: int) -> int:
            note(("write", name, offset, ctypes.string_at(data, length)))
            return int(write(file, data, length, offset))

        def on_truncate(file: int, size: int) -> int:
            note(("cut", name, size))
            return int(truncate(file, size))

        def on_sync(file: int, flags: int) -> int:
            note(("sync", name))
            return int(sync(file, flags))

        ours = (_WRITE(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync))
        for place, function in zip(_AT.values(), ours, strict=True):
            table[place] = ctypes.cast(function, _POINTER).value
        self._kept += [table, *ours]
        return ctypes.addressof(table)


def _file(name: int) -> str:
    return Path(ctypes.string_at(name).decode()).name


Files = dict[str, bytearray]


def after_power_cut(
    before: Files, operations: list[tuple[Any, ...]], chance: random.Random
) -> Files:
    """The disk when the power goes after `operations`: what was not synced is there, or torn, or
    not. A removed file counts as gone, because SQLite syncs its folder."""
    files = {name: bytearray(content) for name, content in before.items()}
    waiting: list[tuple[Any, ...]] = []
    for operation in operations:
        kind, name = operation[0], operation[1]
        if kind == "sync":
            for each in waiting:
                if each[1] == name:
                    _apply(files, each)
        elif kind == "delete":
            files.pop(name, None)
        elif kind != "ack":
            waiting.append(operation)
            continue
        waiting = [each for each in waiting if each[1] != name]
    for each in waiting:
        if chance.random() < 0.5:
            _apply(files, _torn(each, chance))
    return files


def _torn(operation: tuple[Any, ...], chance: random.Random) -> tuple[Any, ...]:
    if operation[0] != "write" or chance.random() < 0.5:
        return operation
    kind, name, offset, data = operation
    return kind, name, offset, data[: chance.randrange(0, len(data) + 1, SECTOR)]


def _apply(files: Files, operation: tuple[Any, ...]) -> None:
    content = files.setdefault(operation[1], bytearray())
    if operation[0] == "cut":
        del content[operation[2]:]
        return
    _, _, offset, data = operation
    if len(content) < offset + len(data):
        content.extend(bytes(offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data
