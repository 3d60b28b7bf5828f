"""python -m mentorjournal: the window, or a command without one."""

from __future__ import annotations

import contextlib
import os
import sys

COMMANDS = (
    "new", "sample", "list", "add", "fields", "tips", "agenda", "compact", "brief", "review",
    "sheet", "calendar", "check", "backup", "restore",
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code."""
    os.umask(0o077)  # first of all: whatever is written from here on is for one pair of eyes
    _leave_no_core()
    words = sys.argv[1:] if arguments is None else arguments
    if is_command(words):
        from mentorjournal import cli

        return cli.main(words)
    from mentorjournal import app

    return app.main(words, _commands)


def _commands() -> str:
    from mentorjournal import cli

    return cli.overview()


def _leave_no_core() -> None:
    """A program that is ended hard must not write its memory, and so the journal, to the disk."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def is_command(words: list[str]) -> bool:
    """Whether the first word that is no option names a command and not a journal."""
    plain = iter(words)
    for word in plain:
        if word == "--as-of":
            next(plain, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False


if __name__ == "__main__":
    sys.exit(main())
