"""Child processes that say what they have done until they are killed."""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable

Say = Callable[[object], None]
MOST_SECONDS = 60


def killed_while(work: Callable[[Say], None], chance: random.Random, most: int = 6) -> list[str]:
    """What a forked child had said of its `work` when it was killed at a random moment.

    The kill comes up to a hundredth of a second after one of its first `most` words.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    said = _listen(reading, chance.randint(0, most))
    time.sleep(chance.random() / 100)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as rest:
        said += rest.read()
    words, _, _ = said.rpartition("\n")
    if "failed: " in words:
        raise AssertionError(words[words.index("failed: "):])
    return words.split("\n") if words else []


def answers_of(work: Callable[[], object], count: int = 1) -> list[str]:
    """What each of `count` forked children, let go at the same moment, answers; in any order.

    None of them ends before all have answered.
    """
    go_read, go = os.pipe()
    over_read, over = os.pipe()
    reading, writing = os.pipe()
    children = []
    for _ in range(count):
        child = os.fork()
        if not child:
            os.close(go)
            os.close(over)
            os.read(go_read, 1)
            os.write(writing, (_answer(work).replace("\n", " ") + "\n").encode())
            os.read(over_read, 1)
            os._exit(0)
        children.append(child)
    for end in (go_read, over_read, writing, go):
        os.close(end)
    with os.fdopen(reading) as answers:
        found = [answers.readline().rstrip("\n") for _ in range(count)]
    os.close(over)
    for child in children:
        os.waitpid(child, 0)
    return found


def _answer(work: Callable[[], object]) -> str:
    try:
        return str(work())
    except Exception as refusal:
        return f"{type(refusal).__name__}: {refusal}"


def _work(work: Callable[[Say], None], writing: int) -> None:
    def say(word: object) -> None:
        os.write(writing, f"{word}\n".encode())

    try:
        work(say)
    except BaseException:
        say("failed: " + traceback.format_exc().replace("\n", " | "))
    finally:
        sys.stdout.flush()
        os.close(writing)
        while True:  # to be killed, whatever happened
            signal.pause()


def _listen(reading: int, words: int) -> str:
    said, ends = "", time.monotonic() + MOST_SECONDS
    while said.count("\n") < words and time.monotonic() < ends:
        ready, _, _ = select.select([reading], [], [], 1)
        if ready:
            piece = os.read(reading, 4096).decode()
            if not piece:
                break
            said += piece
    return said
