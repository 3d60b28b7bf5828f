"""Build the bundled fonts from installed packages: `python packaging/fonts.py [FOLDER]`.

Takes Inter from the Debian package fonts-inter-variable, and Noto from the Python package
manimgx-fonts; both are under the SIL Open Font License. Writes static TrueType files, an index of
what each family covers, and the licences. Does nothing when the folder is already up to date.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parents[1] / "mentorjournal" / "resources" / "fonts"
INTER = "Inter-roman.var.ttf"
INTER_FOLDERS = (
    "/usr/share/fonts/truetype/inter-vf",
    "/usr/share/fonts/inter",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
)
INTER_LICENCE = Path("/usr/share/doc/fonts-inter-variable/copyright")
INTER_WEIGHTS = (400, 500, 600, 700)
NOTO_WEIGHTS = (400, 600)
# Latin is set in Inter, symbols have no bold, and Ethiopic alone would take ten seconds.
REGULAR_ONLY = {"NotoSans", "NotoSansSymbols", "NotoEmoji", "NotoSansEthiopic"}
LEFT_OUT = {"NotoSans-Italic"}
LAST = ("NotoSansSymbols", "NotoEmoji")
WEIGHT_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
VARIATION_TABLES = ("fvar", "gvar", "avar", "HVAR", "VVAR", "MVAR", "STAT", "cvar", "DSIG")


@dataclass(frozen=True)
class Cut:
    """One static font to make: `source` at `weight`, written to `target`."""

    source: Path
    weight: int
    target: Path


class MissingFontError(Exception):
    """A font this script needs is not installed; the message says what to install."""


def inter_source() -> Path:
    """Where Inter's variable font is installed; raises MissingFontError."""
    for folder in INTER_FOLDERS:
        found = sorted(Path(folder).expanduser().glob(f"**/{INTER}"))
        if found:
            return found[0]
    raise MissingFontError("Inter is missing: install the Debian package fonts-inter-variable.")


def noto_sources() -> list[Path]:
    """The variable Noto fonts in the order in which they are asked; raises MissingFontError."""
    spec = importlib.util.find_spec("manimgx_fonts")
    if spec is None or spec.origin is None:
        raise MissingFontError("Noto is missing: install the Python package manimgx-fonts.")
    found = [path for path in Path(spec.origin).parent.glob("*.ttf") if stem(path) not in LEFT_OUT]
    return sorted(found, key=lambda path: (stem(path) in LAST, path.name.replace("[", " ")))


def stem(path: Path) -> str:
    """The file's name without axes and ending: "NotoSansThai"."""
    return path.name.split("[")[0].split(".")[0].removesuffix("-roman")


def cuts(target: Path) -> Iterator[Cut]:
    """Every static font that belongs into `target`."""
    for source in [inter_source(), *noto_sources()]:
        name = stem(source)
        weights = INTER_WEIGHTS if name == "Inter" else NOTO_WEIGHTS
        for weight in weights[:1] if name in REGULAR_ONLY else weights:
            yield Cut(source, weight, target / f"{name}-{WEIGHT_NAMES[weight]}.ttf")


def make(cut: Cut) -> None:
    """Write one static font."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(cut.source, recalcTimestamp=False)
    weight_axis = next(axis for axis in font["fvar"].axes if axis.axisTag == "wght")
    if weight_axis.defaultValue == cut.weight:
        for tag in VARIATION_TABLES:
            if tag in font:
                del font[tag]
    else:
        font = instancer.instantiateVariableFont(font, {"wght": cut.weight}, inplace=True)
        if "STAT" in font:
            del font["STAT"]
    name_font(font, cut.weight)
    part = cut.target.with_suffix(".part")
    font.save(part)
    part.replace(cut.target)


def name_font(font: TTFont, weight: int) -> None:
    """Family and style names by which every platform finds this weight of the family."""
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1)
    style = WEIGHT_NAMES[weight]
    linked = weight in (400, 700)
    texts = {
        1: family if linked else f"{family} {style}",
        2: style if linked else "Regular",
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        16: None if linked else family,
        17: None if linked else style,
    }
    for number, text in texts.items():
        names.removeNames(nameID=number)
        if text is not None:
            names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    regular_or_bold = {400: 0x40, 700: 0x20}.get(weight, 0)
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x60 | regular_or_bold
    font["head"].macStyle = font["head"].macStyle & ~1 | (weight == 700)


def ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Sorted numbers as [first, last] pairs."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def index(target: Path) -> list[dict[str, object]]:
    """What the program must know of each family: its name, its files by weight, its coverage."""
    families: dict[str, dict[str, object]] = {}
    for cut in cuts(target):
        with TTFont(cut.target, lazy=True) as font:
            family = str(font["name"].getDebugName(16) or font["name"].getDebugName(1))
            files = {str(other.weight): other.target.name for other in cuts(target)
                     if other.source == cut.source}  # fmt: skip
            if family not in families:
                covered = ranges(font.getBestCmap())
                families[family] = {"family": family, "files": files, "covers": covered}
    return list(families.values())


def write_licences(target: Path) -> None:
    """Each family's licence beside its fonts; raises MissingFontError without one."""
    if not INTER_LICENCE.exists():
        raise MissingFontError("Inter's licence is missing: install fonts-inter-variable.")
    (target / "Inter-LICENSE.txt").write_bytes(INTER_LICENCE.read_bytes())
    for file in importlib.metadata.files("manimgx-fonts") or ():
        if file.name == "LICENSE":
            (target / "Noto-LICENSE.txt").write_bytes(Path(str(file.locate())).read_bytes())
            return
    raise MissingFontError("Noto's licence is missing: install manimgx-fonts again.")


def fingerprint(target: Path) -> str:
    """Changes whenever a source, the list of cuts or this script changes."""
    parts = [Path(__file__).read_bytes()]
    parts += [f"{cut.source.stat().st_size} {cut.target.name}".encode() for cut in cuts(target)]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def build(target: Path = TARGET) -> bool:
    """Build the fonts below `target`; False when they were up to date already."""
    target.mkdir(parents=True, exist_ok=True)
    stamp = target / "built-from.txt"
    wanted = fingerprint(target)
    whole = all(cut.target.exists() for cut in cuts(target))
    if whole and stamp.exists() and stamp.read_text() == wanted:
        return False
    write_licences(target)
    slowest_first = sorted(
        cuts(target), key=lambda cut: (cut.weight == 400, -cut.source.stat().st_size)
    )
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make, slowest_first))
    kept = {cut.target.name for cut in cuts(target)}
    for old in target.glob("*.ttf"):
        if old.name not in kept:
            old.unlink()
    (target / "index.json").write_text(json.dumps(index(target), separators=(",", ":")))
    stamp.write_text(wanted)
    return True


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    try:
        built = build(target)
    except MissingFontError as problem:
        print(problem, file=sys.stderr)
        return 1
    count = len(list(target.glob("*.ttf")))
    print(f"{'Built' if built else 'Up to date'}: {count} fonts in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
