"""The journal without a window: every command, every exit code, one sentence when refused."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mentorjournal import __main__, cli, clock
from mentorjournal.journal.fields import KINDS, NEEDED
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import VERSION
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, Said, is_refusal
from mentorjournal.tests.store import damage


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """An empty journal that nobody has open."""
    return build.copy(empty_file, tmp_path / "mine.mentorjournal")


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample journal, closed."""
    return build.copy(sample_file, tmp_path / "sample.mentorjournal")


def test_new_makes_an_empty_journal_and_never_replaces_one(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "new.mentorjournal"
    assert program("new", path) == Said(0, "", "")
    before = path.read_bytes()
    assert is_refusal(program("new", path))
    assert path.read_bytes() == before
    assert program("list", path, "people") == Said(0, "", "")


def test_new_journal_knows_whose_it_is(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "new.mentorjournal"
    assert program("new", path, "--name", "Dr. Amara Lindqvist") == Said(0, "", "")
    assert [me["name"] for me in program("list", path, "me").records] == ["Dr. Amara Lindqvist"]


def test_new_makes_no_folders(program: Program, tmp_path: Path) -> None:
    said = program("new", tmp_path / "no" / "such" / "new.mentorjournal")
    assert is_refusal(said)
    assert said.err == f"There is no folder {tmp_path / 'no' / 'such'}.\n"
    assert list(tmp_path.iterdir()) == []


def test_sample_is_written_for_the_day_that_is_today(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "sample.mentorjournal"
    assert program("--as-of", "2028-02-29", "sample", path) == Said(0, "", "")
    meetings = program("list", path, "meetings").records
    coming = sorted(m["starts_at"] for m in meetings if m["status"] == "confirmed")
    assert coming[0].startswith("2028-03-04")
    assert is_refusal(program("sample", path))


@pytest.mark.parametrize("order", ["before", "after", "joined", "joined after"])
def test_as_of_stands_anywhere(program: Program, tmp_path: Path, order: str) -> None:
    path = tmp_path / "new.mentorjournal"
    words: dict[str, list[object]] = {
        "before": ["--as-of", "2027-03-04", "new", path],
        "after": ["new", path, "--as-of", "2027-03-04"],
        "joined": ["--as-of=2027-03-04", "new", path],
        "joined after": ["new", "--as-of=2027-03-04", path],
    }
    assert program(*words[order]).code == 0
    assert clock.today() == date(2027, 3, 4)


@pytest.mark.parametrize("day", ["", "x", "2026-02-29", "2026-2-1", "today", "2026-13-01",
                                 "2026-05-15T10:00", "a\nb"])
def test_as_of_that_is_no_day_is_refused(program: Program, file: Path, day: str) -> None:
    assert is_refusal(program("list", file, "people", "--as-of", day))


def test_list_shows_what_add_was_given(program: Program, file: Path) -> None:
    people = [
        {"name": "Dr. Søren Ångström", "roles": ["coach", "peer"], "cadence_days": 30},
        {"name": "张伟", "direction": "candidate"}, {"name": "<b>Bo</b> & \u2028 co"},
    ]
    said = program("add", file, "people", stdin=build.lines(*people))
    assert said == Said(0, "ACK 1\nACK 2\nACK 3\n", "")
    found = program("list", file, "people").records
    assert [r["id"] for r in found] == [1, 2, 3]
    assert [{k: r[k] for k in p} for p, r in zip(people[:2], found, strict=False)] == people[:2]
    assert found[2]["name"] == "<b>Bo</b> & co"
    assert found[1]["stage"] == "considering"


def test_listed_records_can_be_added_again(program: Program, sample: Path, file: Path) -> None:
    people = program("list", sample, "people").records
    given = [{k: v for k, v in p.items() if k not in ("id", "suggested_by_id")} for p in people]
    assert program("add", file, "people", stdin=build.lines(*given)).code == 0
    found = program("list", file, "people").records
    assert [{k: v for k, v in p.items() if k not in ("id", "suggested_by_id")} for p in found
            ] == given


def test_empty_lines_are_passed_over(program: Program, file: Path) -> None:
    assert program("add", file, "people", stdin='\n  \n{"name": "A"}\r\n\n').out == "ACK 1\n"
    assert program("add", file, "people", stdin="").out == ""


@pytest.mark.parametrize(
    "line",
    ["no json", "[]", "1", "null", '"x"', "{", '{"name": "A"} x', '{"nmae": "A"}', "{}",
     '{"name": 1}', '{"name": null}', '{"name": ""}', '{"name": "A", "level": "boss"}',
     '{"name": "A", "outside_field": "yes"}', '{"name": "A", "cadence_days": NaN}',
     '{"name": "A", "cadence_days": 1e999}', '{"name": "A", "cadence_days": 1' + "0" * 400 + "}",
     '{"name": "A", "cadence_days": 1' + "0" * 5000 + "}",
     '{"name": "A", "start": "2026-02-29"}', '{"name": "A", "roles": "coach"}',
     '{"name": "A", "suggested_by_id": 77}', '{"name": "A", "id": 5}', '{"\\ud800": 1}',
     '{"name": {"a": [1]}}', "[" * 100_000, '{"name": ' + "[" * 500 + "]" * 500 + "}",
     json.dumps({"name": "x" * 10_000})],
    ids=lambda line: line[:40],
)
def test_wrong_record_is_refused_with_its_line_and_those_before_it_stay(
    program: Program, file: Path, line: str
) -> None:
    said = program("add", file, "people", stdin=f'{{"name": "First"}}\n{line}\n{{"name": "No"}}\n')
    assert said.out == "ACK 1\n"
    assert said.err.startswith("Line 2: ")
    assert is_refusal(said)
    assert [r["name"] for r in program("list", file, "people").records] == ["First"]


def test_missing_field_is_named_as_it_is_written(program: Program, file: Path) -> None:
    said = program("add", file, "meetings", stdin='{"planned_minutes": 30}')
    assert said.err == "Line 1: “person_id” and “starts_at” must not be empty.\n"


@pytest.mark.parametrize("command", ["add", "list", "fields"])
def test_help_names_every_kind(program: Program, command: str) -> None:
    said = " ".join(program(command, "--help").out.split())
    assert said.endswith(f"The kinds are {', '.join(sorted(KINDS))}.")


def test_fields_of_a_kind_are_told(program: Program) -> None:
    assert program("fields").out.split() == sorted(KINDS)
    lines = program("fields", "goals").out.splitlines()
    assert lines[0].split(maxsplit=1) == ["text", "text; needed"]
    told = dict(line.split(maxsplit=1) for line in lines)
    assert told["horizon"] == "one of 3m (3 months), 1y (1 year), 5y (5 years)"
    assert told["due"] == "a day such as 2026-05-15"
    assert told["need_id"] == "an id that “list FILE needs” shows"
    assert told["status"].endswith("active if nothing is said")
    assert is_refusal(program("fields", "prospects"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_of_every_kind_is_told(program: Program, sample: Path, kind: str) -> None:
    told = {line.split()[0] for line in program("fields", kind).out.splitlines()}
    for record in program("list", sample, kind).records:
        assert set(record) - {"id"} == told
    assert told >= set(NEEDED.get(KINDS[kind].name, ()))


def test_record_that_ends_before_it_begins_is_refused(program: Program, file: Path) -> None:
    record = '{"name": "A", "start": "2026-05-02", "ended": "2026-05-01"}'
    said = program("add", file, "people", stdin=record)
    assert is_refusal(said)
    assert said.err == "Line 1: “ended” must not be before “start”.\n"


@pytest.mark.parametrize("depth", range(900, 1000, 3))
def test_deep_record_is_no_traceback(program: Program, file: Path, depth: int) -> None:
    line = '{"name": ' + "[" * depth + "]" * depth + "}"
    assert is_refusal(program("add", file, "people", stdin=line))


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'{"name": "\xff"}', b"\x00", b'{"a":\x00}'])
def test_bytes_that_are_no_text_are_refused(program: Program, file: Path, data: bytes) -> None:
    assert is_refusal(program("add", file, "people", stdin=data))


@pytest.mark.parametrize("command", ["list", "add"])
def test_unknown_kind_is_refused(program: Program, file: Path, command: str) -> None:
    said = program(command, file, "prospects", stdin='{"name": "A"}')
    assert is_refusal(said)
    assert "people" in said.err


@pytest.mark.parametrize(
    "words",
    [[], ["list"], ["list", "FILE"], ["add", "FILE"], ["new"], ["agenda", "FILE"], ["check"],
     ["fly", "FILE"], ["list", "FILE", "people", "--nonsense"], ["--as-of"],
     ["agenda", "FILE", "--meeting", "x", "-o", "OUT"],
     ["agenda", "FILE", "--meeting", "9" * 5000, "-o", "OUT"],
     ["agenda", "FILE", "-o", "a.pdf", "--paper", "A3"]],
    ids=" ".join,
)
def test_wrong_use_is_refused(program: Program, file: Path, words: list[str]) -> None:
    assert is_refusal(program(*(file if word == "FILE" else word for word in words)))


def test_check_says_that_a_journal_is_sound(program: Program, sample: Path) -> None:
    assert program("check", sample) == Said(0, "sample.mentorjournal is sound.\n", "")


def test_check_names_the_damage(program: Program, sample: Path) -> None:
    content = sample.read_bytes()
    assert content.count(b"Aims v4 to Okafor") == 1
    sample.write_bytes(content.replace(b"Aims v4 to Okafor", b"Aims v5 to Okafor"))
    said = program("check", sample)
    assert said.out.startswith("The words of action ")
    assert is_refusal(said, 3)


def test_check_reads_what_cannot_be_opened_and_says_what_is_lost(
    program: Program, sample: Path
) -> None:
    damage.blank(sample, 1, *range(20, 60))
    before = build.bytes_of(sample.parent)
    said = program("check", sample)
    assert is_refusal(said, 3)
    first, read, lost = said.out.splitlines()
    assert first == "sample.mentorjournal is damaged at its beginning."
    assert read.startswith("What can be read of it: ") and lost.startswith("Lost: ")
    assert build.bytes_of(sample.parent) == before


def test_check_of_a_locked_journal_needs_its_passphrase(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "locked.mentorjournal"
    Journal.create(path, "one").close()
    assert is_refusal(program("check", path), 2)
    assert is_refusal(program("check", path, "--passphrase-stdin", stdin="two\n"), 2)
    assert program("check", path, "--passphrase-stdin", stdin="one\n").code == 0
    damage.blank(path, 3)
    said = program("check", path, "--passphrase-stdin", stdin="one\n")
    assert is_refusal(said, 3) and said.out.startswith("1 page of the file is not as it was")


def test_check_reads_a_journal_that_is_open_elsewhere(sample: Path) -> None:
    journal = Journal(sample)
    said = build.run("check", sample)
    journal.close()
    assert (said.returncode, said.stdout) == (0, "sample.mentorjournal is sound.\n")


@pytest.mark.parametrize("command", [["list", "people"], ["check"], ["add", "people"],
                                     ["agenda", "-o", "x.pdf"]])
def test_file_that_is_no_journal_is_refused_by_every_command(
    program: Program, tmp_path: Path, sample: Path, command: list[str]
) -> None:
    picture, newer, cut = (tmp_path / name for name in ("photo.png", "newer", "cut"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with build.raw(build.copy(sample, newer)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    cut.write_bytes(sample.read_bytes()[:9000])
    before = build.bytes_of(tmp_path)
    for path, code in ((picture, 2), (newer, 5), (cut, 3), (tmp_path / "nothing", 2),
                       (tmp_path, 2), (Path("~nobody-of-that-name/x"), 2)):
        said = program(command[0], path, *command[1:], stdin='{"name": "A"}')
        assert is_refusal(said, code)
        # What is found in a damaged file is said, whatever it was asked for.
        assert said.out == "" or (command, path) == (["check"], cut)
    assert build.bytes_of(tmp_path) == before


def test_journal_open_elsewhere_is_refused_naming_who_has_it(tmp_path: Path, file: Path) -> None:
    journal = Journal(file)
    said = build.run("list", file, "people")
    journal.close()
    assert is_refusal(Said(said.returncode, said.stdout, said.stderr), 4)
    assert f"mine.mentorjournal is open in another window (process {_me()})" in said.stderr


def _me() -> int:
    import os

    return os.getpid()


# As processes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 70, 150])
def test_kill_in_the_middle_of_adding_loses_nothing_that_was_acknowledged(
    file: Path, after: int
) -> None:
    stream = build.lines(*({"name": f"Person {n}", "strengths": ["x"] * 3} for n in range(200)))
    process = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal", "add", str(file), "people"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(stream)
    process.stdin.flush()
    acknowledged = [process.stdout.readline() for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    process.stdin.close()
    acknowledged += process.stdout.readlines()
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    ids = [int(line.removeprefix("ACK ")) for line in acknowledged if line.endswith("\n")]
    assert len(ids) >= after
    journal = Journal(file)
    assert journal.findings() == []
    there = {row[0]: row for row in build.dump(journal)["person"]}
    tags = build.dump(journal)["person_tag"]
    journal.close()
    assert set(ids) <= set(there)
    assert len(there) - len(ids) in (0, 1)  # one may be kept whose word did not come through
    assert len(tags) == len(there)


def test_output_is_utf_8_whatever_the_terminal_says(file: Path) -> None:
    build.run("add", file, "people", stdin='{"name": "张伟"}')
    said = build.run("list", file, "people", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(said.stdout)["name"] == "张伟"
    assert said.stderr == ""


def test_reader_that_goes_away_is_no_error(sample: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal", "list", str(sample), "agenda_items"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert listing.stdout is not None and listing.stderr is not None
    listing.stdout.read(10)
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.stderr.close()
    assert listing.wait() == 0


def test_journals_made_by_the_program_are_private_whatever_the_umask(tmp_path: Path) -> None:
    import os
    import stat

    path = tmp_path / "mine.mentorjournal"
    before = os.umask(0)
    try:
        assert build.run("new", path).returncode == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_commands_start_without_qt_widgets_documents_or_plans(file: Path) -> None:
    code = (
        "import sys; from mentorjournal.__main__ import main; main(sys.argv[1:])\n"
        "heavy = {'PySide6.QtWidgets', 'PySide6.QtGui', 'reportlab', 'fontTools', 'pypdfium2',\n"
        "         'icalendar', 'alembic'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, "list", str(file), "people"],
        capture_output=True, text=True, check=True,
    )
    assert said.stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["list", "f", "people"], True), (["--as-of", "2026-05-15", "list", "f", "people"], True),
        (["--as-of=2026-05-15", "check", "f"], True), (["my.mentorjournal"], False), ([], False),
        (["--sample"], False), (["--as-of", "2026-05-15"], False), (["journal", "list"], False),
        (["--as-of", "list"], False),
    ],
)
def test_command_is_told_from_a_journal_to_open(words: list[str], command: bool) -> None:
    assert __main__.is_command(words) is command


def test_help_lists_every_command_with_its_line(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        __main__.main(["--help"])
    assert left.value.code == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    listed = {words[0]: words[1] for words in lines if words and words[0] in __main__.COMMANDS}
    assert list(listed) == list(__main__.COMMANDS)
    assert [line.split()[0] for line in cli.overview().splitlines()] == list(__main__.COMMANDS)
    for command, line in listed.items():
        said = program(command, "--help")
        assert (said.code, line in said.out) == (0, True)
    assert ".(pdf|txt|eml|ics)" in program("agenda", "--help").out


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("me", {"name": "Somebody else"}), ("compacts", {"person_id": 1, "purpose": "Another"}),
        ("expectations", {"person_id": 1, "topic": "authorship_and_credit"}),
    ],
)
def test_a_second_one_of_what_there_is_one_of_is_refused(
    program: Program, sample: Path, kind: str, values: dict[str, object]
) -> None:
    before = program("list", sample, kind).out
    said = program("add", sample, kind, stdin=build.lines(values))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Line 1: This is in the journal already, with the id ")
    assert program("list", sample, kind).out == before


def test_topics_of_ones_own_may_be_several(program: Program, sample: Path) -> None:
    own = [{"person_id": 1, "topic_words": words} for words in ("Parking", "Cake on Fridays")]
    assert program("add", sample, "expectations", stdin=build.lines(*own)).code == 0
