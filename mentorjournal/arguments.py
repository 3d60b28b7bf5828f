"""The command line's words that the window and the commands share: --as-of, and refusals."""

from __future__ import annotations

import argparse
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
        "--as-of", type=_day, metavar="YYYY-MM-DD", default=default,
        help=tr("make that day today"),
    )


def record_id(text: str) -> int:
    """The id of a record, as `list` shows it."""
    if not (text.isascii() and text.isdecimal()) or len(text) > LONGEST_ID:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not an id; `list` shows them", text=" ".join(text[:40].split()))
        )
    return int(text)


def _day(text: str) -> date:
    try:
        return clock.parse_day(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
