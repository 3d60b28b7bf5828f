"""What the window's command line and the commands share: --as-of, a passphrase, refusals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from typing import NoReturn

from mentorjournal import clock
from mentorjournal.words import tr

LONGEST_ID = 18  # digits that the file's numbers hold


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and leaves with 2."""

    commands: Mapping[str, argparse.ArgumentParser] = {}

    def error(self, message: str) -> NoReturn:
        self.exit(2, tr("Wrong use: {what}. See --help.", what=message.rstrip(".")) + "\n")


def add_as_of(parser: argparse.ArgumentParser, default: object = None) -> None:
    """Give `parser` the option that makes another day today."""
    parser.add_argument(
        "--as-of", type=day_of, metavar="YYYY-MM-DD", default=default,
        help=tr("make that day today"),
    )


def record_id(text: str) -> int:
    """The id of a record, as `list` shows it."""
    if not (text.isascii() and text.isdecimal()) or len(text) > LONGEST_ID:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not an id; `list` shows them", text=" ".join(text[:40].split()))
        )
    return int(text)


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the option for a passphrase; its value would be seen by other users."""
    parser.add_argument(
        "--passphrase-stdin", action="store_true",
        help=tr("read the passphrase from the first line of standard input"),
    )


def passphrase_of(options: argparse.Namespace) -> str:
    """The passphrase that standard input begins with; "" when none is to be read there."""
    if not options.passphrase_stdin:
        return ""
    given = sys.stdin.buffer.readline().decode("utf-8", "surrogateescape").rstrip("\r\n")
    if not given:
        print(tr("No passphrase came on standard input."), file=sys.stderr)
        sys.exit(2)
    return given


def day_of(text: str) -> date:
    """A day as it is typed on a command line. Raises ArgumentTypeError for what is none."""
    try:
        return clock.parse_day(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
