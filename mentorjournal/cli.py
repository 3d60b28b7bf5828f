"""The journal without a window: the same verbs, one JSON object a line, one sentence when refused.

Exit codes: 0 done · 2 refused or wrong usage · 3 damaged · 4 open elsewhere · 5 newer version.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorjournal import clock, plain_imports
from mentorjournal.arguments import (
    Parser,
    add_as_of,
    add_passphrase,
    day_of,
    passphrase_of,
    record_id,
)
from mentorjournal.journal import (
    backups,
    entries,
    field_words,
    letters,
    me,
    meetings,
    people,
    recovery,
    sample,
    tips,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.documents.document import Document


def main(words: list[str]) -> int:
    """Run one command; its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is, whatever the terminal speaks
    plain_imports.restore()
    options = _parser().parse_args(words)
    try:
        if options.as_of:
            clock.set_as_of(options.as_of)
        run: Callable[[argparse.Namespace], None] = options.run
        run(options)
    except JournalError as refusal:
        print(refusal, file=sys.stderr)
        return refusal.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


def overview() -> str:
    """Every command with what it does, one a line."""
    commands = _parser().commands
    width = max(map(len, commands))
    return "\n".join(f"  {name:{width}}  {sub.description}" for name, sub in commands.items())


def _parser() -> Parser:
    parser = Parser(prog="mentorjournal", description=tr("Your mentoring journal."))
    anywhere = Parser(add_help=False)
    add_as_of(parser)
    add_as_of(anywhere, argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    parser.commands = commands.choices

    def command(
        name: str, run: Callable[[Any], None], text: str, first: str = "FILE"
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, parents=[anywhere], help=text, description=text)
        sub.add_argument("file", type=Path, metavar=first)
        add_passphrase(sub)
        sub.set_defaults(run=run)
        return sub

    new = command("new", _new, tr("make an empty journal"))
    new.add_argument("--name", metavar="NAME", default="", help=tr("whose journal it is"))
    command("sample", _sample, tr("write the sample journal"))
    listing = command("list", _list, tr("print records, one JSON object a line"))
    _add_kind(listing)
    adding = command("add", _add, tr("add records from standard input, one JSON object a line"))
    _add_kind(adding)
    telling = commands.add_parser(
        "fields", parents=[anywhere], help=tr("say what a record of a kind has"),
        description=tr("say what a record of a kind has"), epilog=_kinds())
    telling.add_argument("kind", metavar="KIND", nargs="?", default="",
                         help=tr("all kinds without one"))
    telling.set_defaults(run=_fields)
    command("tips", _tips, tr("print how the twelve tips stand, every indicator, as JSON"))
    agenda = command("agenda", _agenda, tr("write the agenda of a meeting"))
    agenda.add_argument(
        "--meeting", type=record_id, metavar="ID", help=tr("the next one by default")
    )
    agenda.add_argument(
        "-o", dest="out", type=Path, required=True, metavar="OUT.(pdf|txt|eml|ics)",
        help=tr("page, plain text, mail draft or calendar event: the ending says which"),
    )
    _add_paper(agenda)
    compact = command("compact", _compact, tr("write what you and somebody expect of each other"))
    compact.add_argument("--person", type=record_id, metavar="ID", required=True,
                         help=tr("whose: an id as “list FILE people” prints it"))
    compact.add_argument(
        "-o", dest="out", type=Path, required=True, metavar="OUT.(pdf|txt|eml)",
        help=tr("page, plain text or mail draft: the ending says which"),
    )
    _add_paper(compact)
    compact.add_argument("--unsigned", action="store_true", help=tr("without lines to sign"))
    brief = command("brief", _brief, tr("write the brief for a letter of recommendation"))
    brief.add_argument("letter", metavar="LETTER",
                       help=tr("which one: its id, or a part of what it is for or of its writer"))
    brief.add_argument(
        "-o", "--output", dest="out", type=Path, required=True, metavar="OUT.(pdf|txt|eml)",
        help=tr("page, plain text or mail draft: the ending says which"),
    )
    _add_paper(brief)
    review = command("review", _review, tr("look back on a year: for yourself, or to share"))
    review.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.(pdf|txt|md)",
                        help=tr("page, plain text or Markdown: the ending says which"))
    review.add_argument("--shareable", action="store_true",
                        help=tr("one page with nothing private in it"))
    review.add_argument("--from", dest="since", type=day_of, metavar="DAY",
                        help=tr("the first day; a year before the last one by default"))
    review.add_argument("--to", dest="until", type=day_of, metavar="DAY",
                        help=tr("the last day; today by default"))
    _add_paper(review)
    sheet = command("sheet", _sheet, tr("write one page with everybody around you"))
    sheet.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.(pdf|txt|md)",
                       help=tr("page, plain text or Markdown: the ending says which"))
    sheet.add_argument("--ask", metavar="TEXT", help=tr(
        "what to ask next, and whom; without it the ask is found in the journal"))
    sheet.add_argument("--by", type=day_of, metavar="DAY", help=tr("the day of that ask"))
    _add_paper(sheet)
    catching_up = command(
        "calendar", _calendar, tr("write a repeating day to catch up with each active mentor"))
    catching_up.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT.ics")
    command("check", _check,
            tr("look for damage; it only reads, also while the journal is open elsewhere"))
    saving = command("backup", _backup, tr("write a verified copy and print where it is"))
    saving.add_argument("folder", type=Path, metavar="FOLDER")
    restoring = command(
        "restore", _restore,
        tr("put a backup in the place of a journal and print where that one is now"), "BACKUP")
    restoring.add_argument("journal", type=Path, metavar="FILE")
    return parser


def _add_paper(command: argparse.ArgumentParser) -> None:
    command.add_argument("--paper", choices=("A4", "Letter"), default="A4", help=tr(
        "A4 unless you say Letter here; the paper chosen in the window’s settings does not count"))


def _add_kind(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", metavar="KIND", help=tr(
        "one of those below; “mentorjournal fields KIND” says what a record of it has"))
    command.epilog = _kinds()


def _kinds() -> str:
    return tr("The kinds are {kinds}.", kinds=", ".join(field_words.kinds()))


@contextmanager
def _open(options: argparse.Namespace) -> Iterator[Journal]:
    journal = Journal(options.file, passphrase_of(options) or None)
    try:
        yield journal
    finally:
        journal.close()


def _new(options: argparse.Namespace) -> None:
    journal = Journal.create(options.file, passphrase_of(options))
    try:
        if options.name.strip():
            me.edit(journal, {"name": options.name})
    finally:
        journal.close()


def _sample(options: argparse.Namespace) -> None:
    sample.write(options.file, clock.today(), passphrase_of(options))


def _list(options: argparse.Namespace) -> None:
    with _open(options) as journal:
        for values in entries.every(journal, options.kind):
            print(json.dumps(values, ensure_ascii=False))


def _add(options: argparse.Namespace) -> None:
    with _open(options) as journal:
        entries.table_of(options.kind)
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if not line.strip():
                continue
            try:
                new_id = entries.add(journal, options.kind, _object(line), once=True)
            except JournalError as refusal:
                refusal.args = (tr("Line {n}: {why}", n=number, why=refusal),)
                raise
            print(f"ACK {new_id}", flush=True)  # only now: the record is on the disk


def _fields(options: argparse.Namespace) -> None:
    if not options.kind:
        print("\n".join(field_words.kinds()))
        return
    found = field_words.described(options.kind)
    width = max(len(name) for name, _ in found)
    for name, takes in found:
        print(f"{name:{width}}  {takes}")


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise JournalError(tr("this is not a JSON object.")) from None
    if not isinstance(found, dict):
        raise JournalError(tr("this is not a JSON object."))
    return found


def _tips(options: argparse.Namespace) -> None:
    with _open(options) as journal:
        found = tips.told(journal, clock.today())
    print(json.dumps(found, ensure_ascii=False, indent=2))


def _agenda(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import agenda_files, papers
    from mentorjournal.exchange.writing import write_whole

    today, suffix = clock.today(), options.out.suffix.lower()
    with _open(options) as journal:
        meeting_id = _meeting_id(journal, options.meeting)
        data = agenda_files.make(journal, meeting_id, today, suffix, options.paper)
        missing = (
            agenda_files.unprintable(journal, meeting_id, today)
            if suffix in agenda_files.PAPERS else []
        )
    write_whole(options.out, data)
    if missing:
        print(papers.unprintable_words(missing), file=sys.stderr)


def _compact(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import compact_files, papers
    from mentorjournal.exchange.writing import write_whole

    today, suffix = clock.today(), options.out.suffix.lower()
    with _open(options) as journal:
        if not people.is_there(journal, options.person):
            raise JournalError(tr("There is no person with the id {id}.", id=options.person))
        data = compact_files.make(
            journal, options.person, today, suffix, options.paper,
            to_sign=not options.unsigned)
        missing = (
            compact_files.unprintable(journal, options.person, today)
            if suffix != ".txt" else []
        )
    write_whole(options.out, data)
    if missing:
        print(papers.unprintable_words(missing), file=sys.stderr)


def _brief(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import brief_files
    from mentorjournal.exchange.writing import write_whole

    today, suffix = clock.today(), options.out.suffix.lower()
    with _open(options) as journal:
        letter_id = letters.find(journal, options.letter).id
        data = brief_files.make(journal, letter_id, today, suffix, options.paper)
        remarks = brief_files.remarks(journal, letter_id, today, suffix, options.paper)
    write_whole(options.out, data)
    for remark in remarks:
        print(remark, file=sys.stderr)


def _review(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import review_files, review_private
    from mentorjournal.journal import yearly

    today, whole = clock.today(), options.out.suffix.lower() != ".pdf"
    with _open(options) as journal:
        period = yearly.chosen(journal, today, options.since, options.until)
        made = (review_files if options.shareable else review_private).document(
            journal, period, today, options.paper, whole=whole)
    _write_readable(options.out, made)


def _sheet(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import sheet_files

    whole = options.out.suffix.lower() != ".pdf"
    with _open(options) as journal:
        wanted = sheet_files.wanted(journal, clock.today(), options.ask, options.by)
        made = sheet_files.document(journal, clock.today(), options.paper, wanted, whole=whole)
    _write_readable(options.out, made)


def _write_readable(out: Path, document: Document) -> None:
    """Write it as its ending says; what a page cannot print is said."""
    from mentorjournal.exchange import papers
    from mentorjournal.exchange.writing import write_whole

    suffix = out.suffix.lower()
    write_whole(out, papers.readable(document, suffix))
    for remark in papers.remarks(document) if suffix == ".pdf" else ():
        print(remark, file=sys.stderr)


def _meeting_id(journal: Journal, wanted: int | None) -> int:
    """The meeting that is asked for, or the next one."""
    if wanted is None:
        following = meetings.next_one(journal, clock.now())
        if following is None:
            raise JournalError(tr("There is no meeting to come."))
        return following.id
    if not meetings.is_there(journal, wanted):
        raise JournalError(tr("There is no meeting with the id {id}.", id=wanted))
    return wanted


def _calendar(options: argparse.Namespace) -> None:
    from mentorjournal.exchange import catch_ups
    from mentorjournal.exchange.writing import write_whole

    if options.out.suffix.lower() != ".ics":
        raise JournalError(tr("A calendar can be written as .ics."))
    with _open(options) as journal:
        data = catch_ups.make(journal, clock.today(), clock.now())
    write_whole(options.out, data)


def _check(options: argparse.Namespace) -> None:
    found = recovery.examine(options.file, passphrase_of(options) or None)
    for sentence in found:
        print(sentence)
    if found:
        raise Damaged(tr("{name} is damaged.", name=options.file.name))
    print(tr("{name} is sound.", name=options.file.name))


def _backup(options: argparse.Namespace) -> None:
    print(backups.write_into(options.folder, options.file, passphrase_of(options) or None))


def _restore(options: argparse.Namespace) -> None:
    earlier = backups.restore(options.file, passphrase_of(options) or None, options.journal)
    if earlier is not None:
        print(earlier)
