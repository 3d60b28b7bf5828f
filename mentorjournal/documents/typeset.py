"""User text to lines of glyphs: the only module that lays out what people wrote.

Qt shapes, orders right-to-left text, falls back between fonts and breaks lines; the lines carry
glyph numbers and places, so that the page is drawn from the same shapes. A character that no font
can print is written as its code, such as [U+13000], never as a box or a blank.
"""

from __future__ import annotations

import os
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from mentorjournal.documents import fontfiles
from mentorjournal.documents.document import Words
from mentorjournal.documents.faces import Glyphs, Picture, face_of, picture_of
from mentorjournal.documents.fontloading import register
from mentorjournal.documents.runs import cluster_texts, glyphs_of, is_stand_in
from mentorjournal.documents.spans import (
    Spans,
    Units,
    cleaned,
    is_hidden,
    is_invisible,
    is_right_to_left,
    length,
    part,
    spans_of,
    split_at_line_ends,
)

# Qt's layout slows down with the square of its text (measured); 2,000 characters are safe.
PIECE = 2_000
# Laid out large and scaled down, so that no rounding to pixels shows on paper.
EM = 1_000
STRONGER = 200
ELLIPSIS = "…"
REMEMBERED = 2_000
# The greatest width Qt's fixed-point numbers hold with room to spare.
WIDEST = 16_000_000
LONGEST_REMEMBERED = 20_000
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
NEUTRAL = ("WS", "ON", "CS", "ES", "ET", "NSM", "BN")
# Stands for whatever font of the system has a character that no bundled family has.
UNKNOWN = "sans-serif"


@dataclass(frozen=True)
class Style:
    """How a text is set: size and leading in points, weight 100 to 900."""

    size: float
    leading: float
    weight: int = 400


@dataclass(frozen=True)
class Line:
    """One laid-out line; its runs are placed from its left end and its baseline, in points."""

    text: str
    width: float
    runs: tuple[Glyphs | Picture, ...]
    right_to_left: bool = False


Families = tuple[str, ...]
_application: QGuiApplication | None = None
_memory: OrderedDict[tuple[Spans, Style, float, int], tuple[Line, ...]] = OrderedDict()
_lock = threading.RLock()


def lay_out(words: Words, style: Style, width: float, lines: int = 0) -> tuple[Line, ...]:
    """The lines of a text in a column of `width` points; after `lines` of them, if not 0, "…".

    Raises RuntimeError when a program without graphics already runs in this process.
    """
    spans = spans_of(words)
    key = (spans, style, width, lines)
    with _lock:
        if key in _memory:
            _memory.move_to_end(key)
            return _memory[key]
        _ensure_application()
        result = tuple(_paragraphs(spans, style, width, lines))
        if length(spans) <= LONGEST_REMEMBERED:
            _memory[key] = result
            while len(_memory) > REMEMBERED:
                _memory.popitem(last=False)
        return result


def unprintable(texts: Iterable[str]) -> list[str]:
    """The characters which no available font can print, in order of their first appearance.

    Control and format characters do not count: they are nothing one could print.
    """
    found: dict[str, None] = {}
    seen: set[str] = set()
    with _lock:
        _ensure_application()
        for text in texts:
            for word in text.split():
                if word.isascii() or word in seen or all(map(fontfiles.in_main_family, word)):
                    continue
                seen.add(word)
                for start in range(0, len(word), PIECE):
                    found.update(dict.fromkeys(_missing(word[start : start + PIECE])))
    return list(found)


def load_fonts(text: str = "") -> None:
    """Give Qt the bundled fonts that this text needs; each file at most once."""
    _ensure_application()
    register(set(text) | {" "} if not text.isascii() else {" "})


def _ensure_application() -> None:
    """Fonts need a graphical application: the running one, or one without a screen."""
    global _application
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return
    if running is not None:
        raise RuntimeError("Text can only be laid out where a QGuiApplication runs.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication([])


# Fonts


def _font_runs(text: str) -> Iterator[tuple[int, Families]]:
    """Where in a text the font changes, and the families to ask from there on.

    Qt falls back by itself, but tells wrongly which characters its glyphs stand for where two
    fonts meet in one run; so the fonts are chosen here, by character and nothing else.
    """
    eastern = fontfiles.eastern_families(text)
    current: Families | None = None
    writing: fontfiles.Family | None = None
    for at, char in enumerate(text):
        if current is not None and _is_mark(char):
            continue
        family = fontfiles.family_of(char)
        if writing is not None and unicodedata.bidirectional(char) in NEUTRAL:
            # Spaces and signs belong to the script before them, where its font has them.
            family = writing if writing.covers(char) else family
        elif family is None or family.has_letters:
            writing = family
        families: Families = (fontfiles.MAIN_FAMILY, UNKNOWN)
        if family is not None:
            families = (family.name, fontfiles.MAIN_FAMILY)
        elif fontfiles.is_eastern(char):
            families = (*eastern, fontfiles.MAIN_FAMILY)
        if families != current:
            yield at, families
            current = families


def _is_mark(char: str) -> bool:
    """Whether a character belongs to the one before and stays in its font."""
    return unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") or char in SKIN_TONES


# Lines


def _paragraphs(spans: Spans, style: Style, width: float, lines: int) -> Iterator[Line]:
    """Lines of every paragraph of a text; blank ones are left out, "…" ends what is cut."""
    count = 0
    paragraphs = [
        paragraph
        for paragraph in split_at_line_ends(cleaned(spans))
        if any(text.strip() for text, _ in paragraph)
    ]
    for place, paragraph in enumerate(paragraphs):
        shown, broken = _broken(paragraph, style, width, lines - count if lines else 0)
        more = place + 1 < len(paragraphs)
        for line, start in broken:
            count += 1
            end = start + len(line.text)
            if count == lines and (more or end < length(shown)):
                yield _cut(part(shown, start, end), style, width)
                return
            yield line


def _cut(spans: Spans, style: Style, width: float) -> Line:
    """As much of `spans` as fits before an ellipsis."""
    direction = _direction(spans)
    mark = _shaped(((ELLIPSIS, True),), style, 0, direction)[0][0]
    room = max(1.0, width - mark.width)
    fitting = _shaped(spans, style, room, direction)[0][0]
    kept = part(spans, 0, len(fitting.text.rstrip())) if fitting.width <= room else ()
    strong = kept[-1][1] if kept else False
    return _shaped((*kept, (ELLIPSIS, strong)), style, 0, direction)[0][0]


def _broken(
    spans: Spans, style: Style, width: float, limit: int
) -> tuple[Spans, list[tuple[Line, int]]]:
    """One paragraph as it can be printed, and its lines with the place where each starts.

    No more than `limit` lines, if not 0, are laid out.
    """
    direction = _direction(spans)
    # No letter is narrower than an eighth of its size: a few lines need no more than this.
    size = min(PIECE, 100 + limit * round(8 * width / style.size)) if limit else PIECE
    while True:
        broken: list[tuple[Line, int]] = []
        missing: set[str] = set()
        start, total = 0, length(spans)
        while start < total and not (limit and len(broken) >= limit):
            end = min(start + size, total)
            lines, unknown = _shaped(part(spans, start, end), style, width, direction)
            missing |= unknown
            # The last line of a piece may be short: it is laid out again with what follows.
            for line in lines if end == total or len(lines) == 1 else lines[:-1]:
                broken.append((line, start))
                start += len(line.text)
        if not missing:
            return spans, broken[:limit] if limit else broken
        spans = cleaned(spans, frozenset(missing))


def _direction(spans: Spans) -> Qt.LayoutDirection:
    if is_right_to_left(spans):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _missing(text: str) -> list[str]:
    """The characters of one piece without line ends that cannot be printed, in their order."""
    hidden = [char for char in text if is_hidden(char)]
    spans = cleaned(((text, False),))
    _, unknown = _shaped(spans, Style(10, 14), 0, _direction(spans))
    return sorted({*hidden, *unknown}, key=text.index)


def _shaped(
    spans: Spans, style: Style, width: float, direction: Qt.LayoutDirection
) -> tuple[list[Line], set[str]]:
    """Lines of at most PIECE characters, and what no font has; a width of 0 never breaks."""
    text = "".join(piece for piece, _ in spans)
    load_fonts(text)
    layout = QTextLayout(text, _font(style.weight))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(direction)
    option.setWrapMode(
        QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if width else QTextOption.WrapMode.NoWrap
    )
    layout.setTextOption(option)
    units = Units(text)
    layout.setFormats(_formats(spans, text, style, units))
    layout.beginLayout()
    scale = style.size / EM
    missing: set[str] = set()
    laid: list[QTextLine] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width / scale if width else WIDEST)
        laid.append(line)
    layout.endLayout()
    right_to_left = direction == Qt.LayoutDirection.RightToLeft
    lines = [_line(line, units, scale, right_to_left, missing) for line in laid]
    if missing:
        alone = {char for char in set(text) if _lacks_glyph(char)}
        missing = alone or {char for char in missing if not is_invisible(char)}
    return lines, missing


@cache
def _lacks_glyph(char: str) -> bool:
    """Whether no font has this character even when it stands alone."""
    if fontfiles.family_of(char) is not None or is_invisible(char):
        return False
    layout = QTextLayout(char, _font(400))
    layout.setFormats(_formats(((char, False),), char, Style(10, 14), Units(char)))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return any(
        0 in run.glyphIndexes() or is_stand_in(raw) or not face_of(raw).may_embed
        for run in line.glyphRuns() for raw in (run.rawFont(),)
    )


def _font(weight: int) -> QFont:
    font = QFont([fontfiles.MAIN_FAMILY])
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _formats(spans: Spans, text: str, style: Style, units: Units) -> list[QTextLayout.FormatRange]:
    """Qt's marks for every stretch of a text in one font and weight."""
    families = dict(_font_runs(text)) if not text.isascii() else {0: (fontfiles.MAIN_FAMILY,)}
    strong = {}
    at = 0
    for piece, is_strong in spans:
        strong[at] = is_strong
        at += len(piece)
    changes = sorted({*families, *strong, len(text)} - {0 if not text else -1})
    formats = []
    now: Families = (fontfiles.MAIN_FAMILY,)
    heavy = False
    for start, end in pairwise(changes):
        now, heavy = families.get(start, now), strong.get(start, heavy)
        mark = QTextLayout.FormatRange()
        mark.start = units.before(start)
        mark.length = units.before(end) - mark.start
        mark.format = QTextCharFormat()
        mark.format.setFontFamilies(list(now))
        mark.format.setFontWeight(min(900, style.weight + STRONGER * heavy))
        formats.append(mark)
    return formats


def _line(
    line: QTextLine, units: Units, scale: float, right_to_left: bool, missing: set[str]
) -> Line:
    """One line of a layout in points, from its left end; adds to `missing` what no font has."""
    start, length = line.textStart(), line.textLength()
    origin = QPointF(line.naturalTextRect().left(), line.ascent())
    qt_runs = line.glyphRuns(start, length, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    starts = sorted({at for run in qt_runs for at in run.stringIndexes()} | {start + length})
    following = dict(zip(starts, starts[1:], strict=False))
    runs: list[Glyphs | Picture] = []
    for run in qt_runs:
        said = cluster_texts(run, units, following)
        if is_stand_in(run.rawFont()):
            missing.update(*said.values())
            continue
        face = face_of(run.rawFont())
        if face.in_colour:
            text = "".join(said[at] for at in sorted(said))
            runs.append(picture_of(run, text, origin, scale))
            continue
        glyphs, lacking = glyphs_of(run, face, said, origin, scale, EM)
        missing |= lacking
        if glyphs.ids:
            runs.append(glyphs)
    runs.sort(key=lambda run: run.xs[0] if isinstance(run, Glyphs) else run.x)
    width = line.naturalTextWidth() * scale
    return Line(units.part(start, start + length), width, tuple(runs), right_to_left)
