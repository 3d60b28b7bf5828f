"""Passphrases: how one becomes a key, and whether a key fits a file, told without opening it.

The file format is SQLCipher's, version 4: pages of 4,096 bytes, the first 16 bytes a random salt,
the last 80 of each page its initialisation vector (16) and its HMAC-SHA512 (64).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

PAGE, SALT, VECTOR, MAC = 4096, 16, 16, 64
ROUNDS = 256_000  # SQLCipher 4's own, about 0.15 s: derived once and the raw key handed on
_MAC_ROUNDS, _MAC_MASK = 2, 0x3A  # SQLCipher 4's own
_PAGES_TRIED = 24  # pages spread over a file before its key is called wrong

# What other programs' files begin with that look as random as an encrypted journal further on.
_FOREIGN = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"BZh",
    b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"RIFF", b"OggS", b"ID3", b"\x28\xb5\x2f\xfd",
)


@dataclass(frozen=True, repr=False)
class Key:
    """What opens an encrypted journal; its salt is that of the file. Never written anywhere."""

    secret: bytes
    salt: bytes

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it, derived already."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


class Fit(Enum):
    """How a key stands to a file."""

    FITS = "fits"
    WRONG = "wrong"
    HURT = "hurt"  # the key is right, and the file's first page is damaged


def derive(passphrase: str, salt: bytes) -> Key:
    """The key of a passphrase; the same letters count as the same however they were typed."""
    letters = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", letters, salt, ROUNDS, 32), salt)


def fresh(passphrase: str) -> Key:
    """The key of a passphrase for a new file."""
    return derive(passphrase, os.urandom(SALT))


def salt_of(path: Path) -> bytes:
    """The salt of an encrypted journal. Raises OSError."""
    with path.open("rb") as file:
        return file.read(SALT)


def looks_encrypted(first_page: bytes) -> bool:
    """Whether a file that begins so can be an encrypted journal: noise from the first byte on."""
    if len(first_page) < PAGE or first_page.startswith(_FOREIGN):
        return False
    counts = [0] * 256
    for byte in first_page:
        counts[byte] += 1
    expected = len(first_page) / 256
    spread = sum((count - expected) ** 2 for count in counts) / expected
    # Chi-square of 255 degrees of freedom: noise is under 400 but once in 10 million times.
    return spread < 400


def fit(key: Key, path: Path) -> Fit:
    """Whether `key` opens the encrypted journal `path`. Raises OSError."""
    with path.open("rb") as file:
        if key.salt != file.read(SALT):
            return Fit.WRONG
        file.seek(0)
        if _is_whole(key, file.read(PAGE), 1):
            return Fit.FITS
        pages = os.fstat(file.fileno()).st_size // PAGE
        for number in range(2, pages + 1, max(1, pages // _PAGES_TRIED)):
            file.seek((number - 1) * PAGE)
            if _is_whole(key, file.read(PAGE), number):
                return Fit.HURT
    return Fit.WRONG


def _is_whole(key: Key, page: bytes, number: int) -> bool:
    """Whether a page carries the code that its words and this key give."""
    masked = bytes(byte ^ _MAC_MASK for byte in key.salt)
    secret = hashlib.pbkdf2_hmac("sha512", key.secret, masked, _MAC_ROUNDS, 32)
    body = page[SALT if number == 1 else 0 : PAGE - MAC]
    code = hmac.new(secret, body + struct.pack("<I", number), "sha512").digest()
    return hmac.compare_digest(code, page[PAGE - MAC :])
