"""Preferences: typed, kept privately and whole, and never a reason not to start."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal import settings as prefs
from mentorjournal.settings import PREFERENCES, Preference, Settings

ANOTHER_VALUE: dict[str, Any] = {
    "theme": "dark",
    "text_scale": 1.4,
    "language": "de",
    "paper": "Letter",
    "week_start": 6,
    "date_order": "iso",
    "agenda_hours_ahead": 24,
    "default_rhythm_days": 56,
    "recent_journals": ("/a/ü.mentorjournal",),
    "last_journal": "/a/ü.mentorjournal",
    "lock_after_minutes": 30,
    "remembered_journals": ("/a/ü.mentorjournal",),
    "window_geometry": "AdnQ",
    "splitter_states": {"meetings": "AAAA"},
    "backup_folder": "/media/stick",
    "sync_warned": ("0dd7",),
    "copies_seen": ("/mine|1|2",),
    "map_inspector_open": False,
    "map_inspector_narrow": True,
    "meeting_inspector": "preview",
    "second_look": False,
    "remind_daily": True,
    "reminded_on": "2026-05-15",
}

NONSENSE = [None, "no", "", -1, 10**400, float("nan"), [], [1], {}, {"a": 1}, 3.5, [[[]]], True]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_a_preference_is_its_default_until_set_and_then_kept(
    preference: Preference[Any], file: Path
) -> None:
    settings = Settings(file)
    assert settings.get(preference) == preference.default == preference.read(preference.default)
    settings.set(preference, ANOTHER_VALUE[preference.key])
    assert settings.get(preference) == ANOTHER_VALUE[preference.key] != preference.default
    assert Settings(file).get(preference) == ANOTHER_VALUE[preference.key]
    settings.reset(preference)
    assert Settings(file).get(preference) == preference.default


def test_every_preference_has_a_key_of_its_own_and_words() -> None:
    assert len({preference.key for preference in PREFERENCES}) == len(PREFERENCES)
    assert all(preference.label for preference in PREFERENCES)


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
@pytest.mark.parametrize("stored", NONSENSE, ids=repr)
def test_a_bad_value_gives_the_default_or_one_that_can_be_set(
    preference: Preference[Any], stored: object, file: Path
) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({preference.key: stored}))
    value = Settings(file).get(preference)
    assert value == preference.default or preference.read(value) == value
    assert type(value) is type(preference.default)


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b'"dark"', b"null", b"[" * 200_000, b'{"theme": "da'],
    ids=lambda damaged: damaged[:8].hex(),
)
def test_a_damaged_file_gives_defaults_and_is_written_anew(damaged: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(damaged)
    settings = Settings(file)
    assert settings.get(prefs.THEME) == "system"
    settings.set(prefs.THEME, "dark")
    assert Settings(file).get(prefs.THEME) == "dark"


@pytest.mark.parametrize(
    ("preference", "value"),
    [
        (prefs.THEME, "pink"),
        (prefs.TEXT_SCALE, 2.1),
        (prefs.TEXT_SCALE, 0.79),
        (prefs.WEEK_START, True),
        (prefs.PAPER, "a4"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(
    preference: Preference[Any], value: object, file: Path
) -> None:
    settings = Settings(file)
    with pytest.raises(ValueError):
        settings.set(preference, value)
    assert settings.get(preference) == preference.default
    assert not file.exists()


@given(st.floats(0.8, 2.0))
def test_any_text_size_in_range_is_allowed(scale: float) -> None:
    assert prefs.TEXT_SCALE.read(scale) == scale


def test_the_file_is_private_and_nothing_is_left_beside_it(file: Path) -> None:
    before = os.umask(0)
    try:
        Settings(file).set(prefs.PAPER, "Letter")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_what_a_newer_version_wrote_stays(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"of_tomorrow": [1, 2], "theme": "light"}')
    Settings(file).set(prefs.THEME, "dark")
    assert json.loads(file.read_text()) == {"of_tomorrow": [1, 2], "theme": "dark"}


def test_two_windows_keep_each_others_changes(file: Path) -> None:
    one, other = Settings(file), Settings(file)
    one.set(prefs.THEME, "dark")
    other.set(prefs.PAPER, "Letter")
    again = Settings(file)
    assert (again.get(prefs.THEME), again.get(prefs.PAPER)) == ("dark", "Letter")


def test_where_nothing_can_be_written_values_hold_until_the_end(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    settings = Settings(in_the_way / "settings.json")
    settings.set(prefs.THEME, "dark")
    settings.set(prefs.PAPER, "Letter")
    assert (settings.get(prefs.THEME), settings.get(prefs.PAPER)) == ("dark", "Letter")


def test_a_change_is_told_once_until_the_listener_leaves(file: Path) -> None:
    settings = Settings(file)
    heard: list[str] = []
    leave = settings.listen(prefs.THEME, heard.append)
    settings.set(prefs.THEME, "dark")
    settings.set(prefs.THEME, "dark")
    settings.set(prefs.PAPER, "Letter")
    leave()
    settings.set(prefs.THEME, "light")
    assert heard == ["dark"]


def test_splitters_keep_their_state_by_name(file: Path) -> None:
    settings = Settings(file)
    settings.set_splitter_state("map", b"\x00\x01")
    settings.set_splitter_state("meetings", b"\x02")
    again = Settings(file)
    assert again.splitter_state("map") == b"\x00\x01"
    assert again.splitter_state("meetings") == b"\x02"
    assert again.splitter_state("letters") == b""


def test_the_eight_newest_journals_are_remembered_each_once(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    journals = [tmp_path / f"{number}.mentorjournal" for number in range(10)]
    for journal in [*journals, journals[5]]:
        settings.journal_opened(journal)
    expected = [journals[number] for number in (5, 9, 8, 7, 6, 4, 3, 2)]
    assert Settings(file).get(prefs.RECENT_JOURNALS) == tuple(map(str, expected))
    assert Settings(file).get(prefs.LAST_JOURNAL) == str(journals[5])


def test_a_journal_that_is_gone_is_forgotten(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.journal_opened(tmp_path / "kept")
    settings.journal_opened(tmp_path / "gone")
    settings.forget_journal(tmp_path / "gone")
    assert settings.get(prefs.RECENT_JOURNALS) == (str(tmp_path / "kept"),)
    assert settings.get(prefs.LAST_JOURNAL) == ""


def test_without_a_file_the_users_own_is_taken(home: Path) -> None:
    Settings().set(prefs.THEME, "light")
    assert list(home.rglob("*.json")) == [home / "config" / "settings.json"]
