"""The bundled font files, and which of them a text needs. No Qt: the start-up asks here too."""

from __future__ import annotations

import importlib.util
import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "fonts"
MAIN_FAMILY = "Inter"
SYMBOL_FAMILIES = frozenset({"Noto Sans Symbols", "Noto Emoji"})
# The optional extra that brings Chinese, Japanese and Korean where the system has none.
CJK_PACKAGE = "noto_cjk_sans_otc"
# Han characters look different by country; the script beside them says whose form is meant.
JAPANESE = (
    "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Yu Gothic", "Meiryo",
)
KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic")
CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI")
KANA = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
HAN = ((0x2E80, 0x303F), (0x3100, 0x312F), (0x31C0, 0x31EF), (0x3200, 0x9FFF), (0xF900, 0xFAFF),
       (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))  # fmt: skip


@dataclass(frozen=True)
class Family:
    """One bundled family: files by weight, and the first and last characters of what it covers."""

    name: str
    files: tuple[tuple[int, str], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covers(self, char: str) -> bool:
        """Whether the family has a glyph for this one character."""
        at = bisect_right(self.starts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.ends[at]

    @property
    def has_letters(self) -> bool:
        """Whether this family writes a script, rather than symbols or emoji."""
        return self.name not in SYMBOL_FAMILIES

    def paths(self) -> tuple[Path, ...]:
        """The family's files, lightest first."""
        return tuple(FOLDER / name for _, name in self.files)


@cache
def families() -> tuple[Family, ...]:
    """Every bundled family in the order in which they are asked; empty when none was built."""
    try:
        entries = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    return tuple(
        Family(
            entry["family"],
            tuple(sorted((int(weight), name) for weight, name in entry["files"].items())),
            tuple(first for first, _ in entry["covers"]),
            tuple(last for _, last in entry["covers"]),
        )
        for entry in entries
    )


def screen_font_files() -> tuple[Path, ...]:
    """The files of the family the window is set in (four weights); empty when none was built."""
    return tuple(sorted(FOLDER.glob(f"{MAIN_FAMILY}-*.ttf")))


@cache
def family_of(char: str) -> Family | None:
    """The bundled family this character is set in, or None when only the system may have it."""
    return next((family for family in families() if family.covers(char)), None)


def in_main_family(char: str) -> bool:
    """Whether the family of the screen and of paper has this character itself."""
    family = family_of(char)
    return family is not None and family.name == MAIN_FAMILY


def is_eastern(char: str) -> bool:
    """Whether this is a character of Chinese, Japanese or Korean writing."""
    return _in_any(ord(char), HAN) or _in_any(ord(char), HANGUL) or _in_any(ord(char), KANA)


def _in_any(code: int, blocks: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in blocks)


def eastern_families(chars: Iterable[str]) -> tuple[str, ...]:
    """Families worth asking for Chinese, Japanese and Korean characters; empty without any."""
    codes = [ord(char) for char in chars if char > "\u10ff"]
    if any(_in_any(code, KANA) for code in codes):
        return JAPANESE
    if any(_in_any(code, HANGUL) for code in codes):
        return KOREAN
    return CHINESE if any(_in_any(code, HAN) for code in codes) else ()


@cache
def eastern_file() -> Path | None:
    """The font file of the optional extra, or None when it is not installed."""
    spec = importlib.util.find_spec(CJK_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    return next(iter(sorted(Path(spec.origin).parent.glob("*.tt[cf]"))), None)
