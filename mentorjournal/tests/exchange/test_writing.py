"""Files for others: whole or not there, for one pair of eyes, under a name every system takes."""

from __future__ import annotations

import os
import resource
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build


def test_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_whole(tmp_path / "Agenda.pdf", b"%PDF")
    finally:
        os.umask(before)
    assert build.bytes_of(tmp_path) == {"Agenda.pdf": b"%PDF"}
    assert stat.S_IMODE((tmp_path / "Agenda.pdf").stat().st_mode) == 0o600


def test_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "Agenda.pdf"
    path.write_bytes(b"old and longer")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert build.bytes_of(tmp_path) == {"Agenda.pdf": b"new"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("target", ["no/such/folder.pdf", "a folder", "file/below.pdf", "x" * 300])
def test_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, target: str) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(JournalError) as caught:
        write_whole(tmp_path / target, b"data")
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert build.bytes_of(tmp_path) == {"file": b""}


@pytest.mark.parametrize("target", ["/", "~nobody-of-that-name/x.pdf"])
def test_place_without_a_name_is_one_sentence(target: str) -> None:
    with pytest.raises(JournalError):
        write_whole(Path(target), b"data")


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "Agenda.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(JournalError, match="could not be written"):
            write_whole(path, b"x" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert build.bytes_of(tmp_path) == {"Agenda.pdf": b"old"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Agenda Okafor 2026-05-19", "Agenda Okafor 2026-05-19.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"), ("a/b\\c:d*e?f", "a b c d e f.pdf"),
        ("  doubled   spaces ", "doubled spaces.pdf"), ("...", "Mentor Journal.pdf"),
        ("", "Mentor Journal.pdf"), ("\n\r\t\0", "Mentor Journal.pdf"), ("张伟", "张伟.pdf"),
        ("Søren Ångström", "Søren Ångström.pdf"), ("end. ", "end.pdf"),
    ],
)
def test_name_of_a_file(text: str, name: str) -> None:
    assert safe_name(text, "pdf") == name


@pytest.mark.parametrize("text", ["CON", "nul", "com1", "LPT9", "con.x", "Aux"])
def test_name_is_no_device_of_windows(text: str) -> None:
    assert safe_name(text, "pdf").split(".")[0].strip().upper() != text.split(".")[0].upper()


@given(st.text(max_size=200))
def test_any_text_gives_a_name_that_every_system_takes(text: str) -> None:
    name = safe_name(text, "pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 240  # of 255; a draft of it has some letters more
    assert not set(name) & set('/\\:*?"<>|\0\n\r')
    assert not name.startswith((".", " ", "-"))
    assert name == " ".join(name.split())


@pytest.mark.parametrize("text", [*build.NAUGHTY, "𝒜" * 200, "张" * 200])
def test_file_of_any_name_can_be_written(tmp_path: Path, text: str) -> None:
    name = safe_name(text, "pdf")
    write_whole(tmp_path / name, b"x")
    assert [p.name for p in tmp_path.iterdir()] == [name]
