"""The walls of the house: who may import whom, how long a file may be, and that the map is true.

Read from the source, so that an import inside a function counts where it is written.
"""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import mentorjournal

ROOT = Path(mentorjournal.__file__).parent
MOST_LINES = 400
HEAVY = ("reportlab", "fontTools", "pypdfium2", "icalendar", "sqlalchemy")

# Room -> rooms it may know; every room may know itself and the bottom.
BOTTOM = {"words", "clock", "paths", "plain_imports"}
KNOWS: dict[str, set[str]] = {
    "words": set(), "plain_imports": set(), "clock": {"words"}, "paths": {"words"},
    "settings": BOTTOM, "arguments": {"clock", "words"},
    "crash": BOTTOM, "doorbell": BOTTOM,
    "store": BOTTOM, "mentoring": {"words"},
    "journal": {*BOTTOM, "store", "mentoring"},
    "models": {*BOTTOM, "journal", "store", "mentoring"},
    "documents": {*BOTTOM, "journal", "store", "mentoring"},
    "exchange": {*BOTTOM, "journal", "store", "mentoring", "documents"},
    "ui": {*BOTTOM, "doorbell", "settings", "models", "documents", "exchange", "journal", "store",
           "mentoring"},
    "cli": {*BOTTOM, "arguments", "exchange", "documents", "journal", "store", "mentoring"},
    "app": {*BOTTOM, "arguments", "doorbell", "settings", "crash", "ui", "journal", "store"},
    "__main__": {"app", "cli"},
    "__init__": set(),
}
SQL = {"sqlalchemy", "sqlcipher3", "alembic"}
# Library -> modules that may import it; a room stands for all of its modules.
LIBRARIES: dict[str, set[str]] = {
    "sqlcipher3": {"store"},
    "cryptography": {"store"},
    "alembic": {"store"},
    "sqlalchemy": {"store", "journal"},
    "reportlab": {"documents.pdf", "documents.typeset", "documents.draw", "documents.embed"},
    "fontTools": {"documents"},
    "pypdfium2": {"documents", "ui"},
    "icalendar": {"exchange"},
    "platformdirs": {"paths"},
    "PySide6.QtCore": {"journal", "models", "ui", "app", "documents"},
    "PySide6.QtGui": {"models", "ui", "app", "documents"},
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui"},
}


@dataclass(frozen=True)
class Import:
    """One import: where it is written, what is imported, and whether it waits in a function."""

    module: str
    target: str
    line: int
    waits: bool

    @property
    def room(self) -> str:
        return self.module.split(".")[0]

    @property
    def target_room(self) -> str:
        return self.target.split(".")[1] if self.target.count(".") else "__init__"

    @property
    def is_ours(self) -> bool:
        return self.target.split(".")[0] == "mentorjournal"

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


@functools.cache
def sources() -> dict[str, Path]:
    """Every module of the program by its dotted name below `mentorjournal`; tests left out."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] not in ("tests", "resources", "packaging"):
            name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
            found[name] = path
    return found


@functools.cache
def trees() -> dict[str, ast.Module]:
    return {name: ast.parse(path.read_text("utf-8")) for name, path in sources().items()}


def _walk(node: ast.AST, waits: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    for child in ast.iter_child_nodes(node):
        inside = waits or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield child, inside
        yield from _walk(child, inside)


@functools.cache
def imports() -> tuple[Import, ...]:
    """Every import of the program that is not for type checkers only."""
    found = []
    for module, tree in trees().items():
        for node, waits in _walk(tree):
            if isinstance(node, ast.Import):
                found += [Import(module, a.name, node.lineno, waits) for a in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                assert node.level == 0, f"{module}:{node.lineno} imports by dots"
                for alias in node.names:
                    target = f"{base}.{alias.name}"
                    own = target.removeprefix("mentorjournal.")
                    is_module = base.startswith("PySide6") or own in sources()
                    found.append(Import(module, target if is_module else base, node.lineno, waits))
    return tuple(found)


def test_the_source_was_found() -> None:
    assert len(sources()) > 40
    assert len(imports()) > 200
    assert {name.split(".")[0] for name in sources()} <= set(KNOWS)


def test_rooms_know_only_the_rooms_below_them() -> None:
    wrong = [
        str(i) for i in imports()
        if i.is_ours and i.target_room not in {i.room, "__init__", *KNOWS[i.room]}
    ]
    assert wrong == []


def test_no_room_is_known_both_ways() -> None:
    pairs = {(i.room, i.target_room) for i in imports() if i.is_ours and i.room != i.target_room}
    assert {pair for pair in pairs if pair[::-1] in pairs} == set()


def _may(module: str, allowed: set[str]) -> bool:
    return module in allowed or module.split(".")[0] in allowed


def test_libraries_are_known_where_they_belong() -> None:
    wrong = []
    for i in imports():
        if i.is_ours:
            continue
        name = i.target if i.target.startswith("PySide6.") else i.target.split(".")[0]
        name = ".".join(name.split(".")[:2])
        if name.startswith("PySide6.") and name not in LIBRARIES:
            name = "PySide6"  # any other module of Qt is for the window alone
        allowed = LIBRARIES.get(name)
        if allowed is not None and not _may(i.module, allowed):
            wrong.append(str(i))
    assert wrong == []


def test_qt_in_the_documents_is_for_shaping_text_only() -> None:
    qt = {i.module for i in imports() if i.target.startswith("PySide6") and i.room == "documents"}
    assert qt <= {"documents.typeset", "documents.runs", "documents.faces",
                  "documents.fontloading"}


def test_libraries_are_known_at_all() -> None:
    """Whatever is imported is the standard library, one of ours, or in the table above."""
    known = {name.split(".")[0] for name in LIBRARIES}
    strange = {
        str(i) for i in imports()
        if not i.is_ours and i.target.split(".")[0] not in known | set(sys.stdlib_module_names)
    }
    assert strange == set()


def test_nothing_of_the_network_is_imported() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests",
               "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "pickle", "shelve", "marshal"}
    local = {"doorbell", "ui.bell"}  # a socket that is a file, and rings the open window
    wrong = [str(i) for i in imports()
             if (i.target.split(".")[0] in network or ".".join(i.target.split(".")[:2]) in network)
             and not (i.module in local and i.target == "socket")]
    assert wrong == []


@pytest.mark.parametrize("family", ["ui.panes", "ui.dialogs"])
def test_siblings_do_not_know_each_other(family: str) -> None:
    wrong = [
        str(i) for i in imports()
        if i.module.startswith(f"{family}.") and i.target.startswith(f"mentorjournal.{family}.")
        and _sibling(i.module, family) != _sibling(i.target.removeprefix("mentorjournal."), family)
    ]
    assert wrong == []


def _sibling(module: str, family: str) -> str:
    """The pane or dialog a module belongs to: network_list is a part of network."""
    return module.removeprefix(f"{family}.").split(".")[0].split("_")[0].removesuffix("s")


def test_dialogs_return_values_and_never_write() -> None:
    writing = re.compile(r"\.change\(|\bjournal\.undo\(")
    wrong = [name for name, path in sources().items()
             if name.startswith("ui.dialogs") and writing.search(path.read_text("utf-8"))]
    assert wrong == []


@pytest.mark.parametrize("room", ["store", "mentoring", "documents", "exchange", "models"])
def test_rooms_below_the_window_do_not_know_its_preferences(room: str) -> None:
    assert [str(i) for i in imports() if i.room == room and i.target_room == "settings"
            and i.is_ours] == []


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    first = {
        name: (ast.get_docstring(tree) or "").split("\n")[0] for name, tree in trees().items()
    }
    assert {name: line for name, line in first.items() if not line.endswith((".", "?"))} == {}


def test_no_file_is_too_long() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in sources().items()}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_no_test_file_is_much_too_long() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / "tests").rglob("*.py")
    }
    assert {name: n for name, n in lengths.items() if n > MOST_LINES + 100} == {}


# The map --------------------------------------------------------------------------------------


def the_map() -> str:
    text = mentorjournal.__doc__
    assert text
    return text


def test_map_names_every_room_and_every_module_at_the_top() -> None:
    missing = [
        entry.name for entry in sorted(ROOT.iterdir())
        if (entry.suffix == ".py" and entry.name != "__init__.py"
            and not re.search(rf"^    {re.escape(entry.name)} ", the_map(), re.MULTILINE))
        or (entry.is_dir() and not entry.name.startswith(("__", "."))
            and not re.search(rf"^    {entry.name}/ ", the_map(), re.MULTILINE))
    ]
    assert missing == []


@pytest.mark.parametrize("room", ["store", "mentoring", "journal", "exchange"])
def test_map_names_every_module_of_the_lower_rooms(room: str) -> None:
    section = re.search(rf"^    {room}/.*(?:\n        .*)*", the_map(), re.MULTILINE)
    assert section
    named = set(re.findall(r"\b(\w+)\.py\b", section[0]))
    there = {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__"}
    assert named == there


def test_map_names_nothing_that_is_not_there() -> None:
    names = {path.name for path in sources().values()}
    assert set(re.findall(r"\b\w+\.py\b", the_map())) - names == set()
    folders = {path.name for path in ROOT.rglob("*") if path.is_dir()}
    assert set(re.findall(r"\b(\w+)/(?=\s)", the_map())) - folders == set()


# Habits ---------------------------------------------------------------------------------------


def test_no_exception_is_swallowed_whole() -> None:
    wrong = []
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = ast.unparse(node.type) if node.type else "everything"
            broad = caught in ("everything", "Exception", "BaseException")
            if broad and all(isinstance(s, ast.Pass | ast.Continue) for s in node.body):
                wrong.append(f"{name}:{node.lineno}")
    assert wrong == []


def test_only_the_clock_asks_what_time_it_is() -> None:
    """An instant in UTC for the history is no day, and may be asked for anywhere."""
    asks = {"date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time",
            "time.localtime", "QDate.currentDate", "QDateTime.currentDateTime",
            "QTime.currentTime", "datetime.date.today", "datetime.datetime.now"}
    wrong = []
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in asks:
                in_utc = [ast.unparse(a) for a in node.args] in (["UTC"], ["timezone.utc"])
                if name != "clock" and not in_utc:
                    wrong.append(f"{name}:{node.lineno} {ast.unparse(node)}")
    assert wrong == []


def test_no_star_import_no_eval_no_shell() -> None:
    wrong = []
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                wrong.append(f"{name}:{node.lineno} import *")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                    "eval", "exec", "os.system", "os.popen"):
                wrong.append(f"{name}:{node.lineno} {ast.unparse(node.func)}")
    assert wrong == []


def test_no_class_or_module_of_forbidden_names() -> None:
    wrong = [
        f"{name}.{node.name}" for name, tree in trees().items() for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Helper", "Utils"))
    ]
    modules = {"utils", "util", "misc", "common", "helpers", "manager"}
    wrong += [name for name in sources() if name.split(".")[-1] in modules]
    assert wrong == []


def test_every_function_is_annotated() -> None:
    wrong = []
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None:
                wrong.append(f"{name}.{node.name}")
    assert wrong == []


# What starts early ----------------------------------------------------------------------------


def loaded_by(statement: str) -> set[str]:
    """The modules that are loaded after `statement` in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        capture_output=True, text=True, check=True, timeout=60,
    )
    return set(done.stdout.split())


def test_program_starts_without_what_can_wait() -> None:
    loaded = loaded_by("import mentorjournal.app, mentorjournal.ui.main_window")
    assert "PySide6.QtWidgets" in loaded
    assert {name for name in HEAVY if name in loaded} == set()


@pytest.mark.parametrize("room", ["store.database", "mentoring.coverage", "documents.agenda",
                                  "exchange.mail", "words", "settings"])
def test_rooms_without_qt_start_without_qt(room: str) -> None:
    loaded = loaded_by(f"import mentorjournal.{room}")
    assert not any(name.startswith(("PySide6", "reportlab")) for name in loaded)


def test_rules_start_without_sql_and_without_the_clock() -> None:
    loaded = loaded_by("import mentorjournal.mentoring.coverage, mentorjournal.mentoring.rhythm")
    assert not loaded & {*SQL, "mentorjournal.clock", "mentorjournal.store"}


# Who may name a month without a day: ticks and bars, a month offered, and days that are typed.
NAME_MONTHS = {"words", "ui.timeline.ticks", "ui.panes.hours_months", "exchange.review_private",
               "mentoring.load_check", "ui.widgets.typed_day"}


def test_days_are_worded_in_one_place() -> None:
    """Elsewhere a day would be said in one order only, whatever was chosen in the settings."""
    naming = {module for module, source in sources().items()
              if re.search(r"\bmonth_(short|long)\b", source.read_text())}
    assert naming == NAME_MONTHS
    # A year put behind a day, or a weekday cut off it, doubles or garbles it in another order.
    pieced = re.compile(
        r"\{day\} \{(month|year)\}|\{month\} \{day\}"
        r"|(short_day|long_day|day_month|whole_day)\([^\n]*?\)\.r?(partition|split)\(")
    assert not [module for module, source in sources().items()
                if module != "words" and pieced.search(source.read_text())]
