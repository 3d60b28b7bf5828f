"""Very long lines, cut for the editor and put together again.

Qt lays out a paragraph as a whole, which takes a minute and a half for a million characters. Lines
beyond a limit are therefore shown as several paragraphs. The seams carry three characters that are
never seen and that nobody types in this order, so that they can be told from real line ends.
"""

from __future__ import annotations

SEAM = "\u2060\u2063\u2060"
SEAM_LENGTH = len(SEAM) + 1
MOST = 1_000  # characters a paragraph


def cut(text: str) -> str:
    """`text` with seams in every line longer than the limit."""
    if len(text) <= MOST:
        return text
    return "\n".join(
        line if len(line) <= MOST else f"{SEAM}\n".join(_pieces(line)) for line in text.split("\n")
    )


def join(text: str) -> str:
    """`text` without its seams, wherever editing has left them."""
    if SEAM not in text:
        return text
    return text.replace(f"{SEAM}\n", "").replace(SEAM, "")


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    while len(line) - start > MOST:
        end = line.rfind(" ", start + MOST // 2, start + MOST) + 1 or start + MOST
        pieces.append(line[start:end])
        start = end
    pieces.append(line[start:])
    return pieces
