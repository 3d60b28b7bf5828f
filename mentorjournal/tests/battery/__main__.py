"""`make battery`: every procedure at its full count, as a table; ARGS="-k kill --few" for less."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time

from mentorjournal import paths
from mentorjournal.tests.battery import Procedure
from mentorjournal.tests.battery.all import PROCEDURES

WIDTH = max(len(each.name) for each in PROCEDURES)


def main(words: list[str]) -> int:
    """Run and print; 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="battery")
    parser.add_argument("-k", dest="part", default="", help="only those with this in their name")
    parser.add_argument("--few", action="store_true", help="the counts of the test suite")
    options = parser.parse_args(words)
    failed = 0
    for each in PROCEDURES:
        if options.part.casefold() in each.name.casefold():
            failed += not _run(each, each.few if options.few else each.count)
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0


def _run(procedure: Procedure, count: int) -> bool:
    began = time.monotonic()
    print(f"{procedure.name:<{WIDTH}} {count:>6}  ", end="", flush=True)
    try:
        said, passed = procedure.once(count), True
    except Exception as failure:  # a trial that breaks has failed, and the others go on
        said, passed = f"{type(failure).__name__}: {failure}", False
    verdict = "passed" if passed else "FAILED"
    print(f"{verdict}  {said}  ({time.monotonic() - began:.0f} s)", flush=True)
    return passed


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        sys.exit(main(sys.argv[1:]))
