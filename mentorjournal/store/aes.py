"""AES-256 in CBC, decrypting only (FIPS 197): for pages that SQLCipher refuses to hand out.

A page with one flipped bit is worth reading: only that block and one bit of the next are wrong,
and the digest of each row tells which rows those are. Many blocks are worked on at once, place by
place, because that is what makes it quick in plain Python.
"""

from __future__ import annotations

BLOCK = 16
ROUNDS = 14  # of a key of 32 bytes
_POLYNOMIAL = 0x11B


def _times(a: int, b: int) -> int:
    """The product in the field of 256 elements."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0x100:
            a ^= _POLYNOMIAL
        b >>= 1
    return product


def _substitutions() -> bytes:
    box = bytearray(256)
    for value in range(256):
        inverse = next((b for b in range(256) if _times(value, b) == 1), 0)
        mixed = 0
        for shift in range(5):
            mixed ^= inverse << shift | inverse >> (8 - shift)
        box[value] = (mixed ^ 0x63) & 0xFF
    return bytes(box)


_FACTORS = (14, 11, 13, 9)  # of the inverse of MixColumns


class Decryption:
    """The key schedule of one key, and what it decrypts."""

    def __init__(self, key: bytes) -> None:
        """`key` has 32 bytes."""
        self._box = _substitutions()
        self._back = bytes(self._box.index(value) for value in range(256))
        self._keys = self._schedule(key)
        # The inverse box and one factor of MixColumns in one step; the keys are mixed alike.
        self._tables = [bytes(_times(value, f) for value in self._back) for f in _FACTORS]
        mixed = [bytes(_times(value, f) for value in range(256)) for f in _FACTORS]
        self._mixed_keys = [
            [self._mix([key[i : i + 1] for i in range(BLOCK)], mixed, column, row)[0]
             for column in range(4) for row in range(4)]
            for key in self._keys
        ]

    def decrypt(self, data: bytes, before: bytes) -> bytes:
        """What `data` says, given the block that stands `before` each of its blocks in the chain.

        The more blocks at once, the less time for each.
        """
        state = [data[place::BLOCK] for place in range(BLOCK)]
        state = [self._add(state[i], self._keys[ROUNDS][i]) for i in range(BLOCK)]
        for number in range(ROUNDS - 1, 0, -1):
            state = self._shift(state)
            keys = self._mixed_keys[number]
            state = [
                self._add(self._mix(state, self._tables, column, row), keys[4 * column + row])
                for column in range(4) for row in range(4)
            ]
        state = [part.translate(self._back) for part in self._shift(state)]
        out = bytearray(len(data))
        for place in range(BLOCK):
            out[place::BLOCK] = self._add(state[place], self._keys[0][place])
        return _xor(bytes(out), before)

    def _schedule(self, key: bytes) -> list[bytes]:
        words = [key[i : i + 4] for i in range(0, 32, 4)]
        constant = 1
        while len(words) < 4 * (ROUNDS + 1):
            last = words[-1]
            if len(words) % 8 == 0:
                last = (last[1:] + last[:1]).translate(self._box)
                last = bytes([last[0] ^ constant]) + last[1:]
                constant = _times(constant, 2)
            elif len(words) % 8 == 4:
                last = last.translate(self._box)
            words.append(_xor(words[-8], last))
        return [b"".join(words[i : i + 4]) for i in range(0, len(words), 4)]

    @staticmethod
    def _shift(state: list[bytes]) -> list[bytes]:
        """The inverse of ShiftRows."""
        return [state[(4 * (place // 4 - place % 4) + place % 4) % BLOCK]
                for place in range(BLOCK)]

    @staticmethod
    def _mix(state: list[bytes], tables: list[bytes], column: int, row: int) -> bytes:
        """One place of the inverse of MixColumns, with what `tables` do to each byte before."""
        result = state[4 * column + row].translate(tables[0])
        for step in range(1, 4):
            result = _xor(result, state[4 * column + (row + step) % 4].translate(tables[step]))
        return result

    @staticmethod
    def _add(part: bytes, key: int) -> bytes:
        return _xor(part, bytes([key]) * len(part))


def _xor(one: bytes, other: bytes) -> bytes:
    number = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    return number.to_bytes(len(one), "little")
