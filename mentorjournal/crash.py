"""What happens when the program itself is wrong: a log and a report without anybody's words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from mentorjournal import __version__

log = logging.getLogger("mentorjournal")

LOG_LIMIT = 200_000  # bytes; a longer log is set aside at the next start, and one such is kept


def start_log(file: Path) -> None:
    """Write warnings and worse to `file`: ids and sizes, never words."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if file.exists() and file.stat().st_size > LOG_LIMIT:
        # By hand, because Python's own rotating handler loads sockets and pickles at every start.
        file.replace(file.with_name(f"{file.name}.1"))
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.WARNING)
    log.propagate = False


def report(kind: type[BaseException], where: TracebackType | None) -> str:
    """The type of an error and where it came from; its message may hold words and is left out."""
    import platform
    import traceback

    frames = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(where)
    ]
    head = f"Mentor Journal {__version__}, Python {platform.python_version()}, {sys.platform}"
    return "\n".join([head, kind.__name__, *frames])


def catch_all(show: Callable[[str], None]) -> None:
    """Send every error nobody caught to the log and to `show`, the second time only to the log."""
    shown: set[str] = set()

    def hook(
        kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        text = report(kind, where)
        log.error(text)
        if text not in shown:
            shown.add(text)
            show(text)

    sys.excepthook = hook
