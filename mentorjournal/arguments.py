"""The command line's words that the window and the commands share: --as-of, and refusals."""

from __future__ import annotations

import argparse
from datetime import date
from typing import NoReturn

from mentorjournal import clock
from mentorjournal.words import tr


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and leaves with 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, tr("Wrong use: {what}. See --help.", what=message.rstrip(".")) + "\n")


def add_as_of(parser: argparse.ArgumentParser, default: object = None) -> None:
    """Give `parser` the option that makes another day today."""
    parser.add_argument(
        "--as-of", type=_day, metavar="YYYY-MM-DD", default=default,
        help=tr("make that day today"),
    )


def _day(text: str) -> date:
    try:
        return clock.parse_day(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
