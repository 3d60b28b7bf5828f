"""Where things live: one home for all in tests, the system's folders otherwise, all private."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorjournal import paths


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def permissions(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


@pytest.mark.parametrize(
    "place",
    [
        paths.data_folder, paths.backups_folder, paths.state_folder,
        paths.default_journal, paths.settings_file, paths.log_file,
    ],
)  # fmt: skip
def test_one_home_holds_everything(place: Callable[[], Path], home: Path) -> None:
    assert place().is_relative_to(home)
    assert place().is_absolute()


@pytest.mark.usefixtures("open_umask")
def test_folders_are_for_their_owner_only(home: Path) -> None:
    for folder in (paths.backups_folder(), paths.state_folder()):
        while folder != home.parent:
            assert permissions(folder) == 0o700, folder
            folder = folder.parent


@pytest.mark.usefixtures("open_umask")
def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o755)
    assert paths.make_private(theirs) == theirs
    assert permissions(theirs) == 0o755


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(OSError):
        paths.make_private(in_the_way / "folder")


def test_without_a_home_the_folders_of_the_system_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    for place in (paths.data_folder(), paths.state_folder(), paths.settings_file()):
        assert place.is_relative_to(tmp_path)
        assert "mentorjournal" in place.parts
    assert paths.data_folder() != paths.state_folder()


def test_resources_stand_beside_the_program() -> None:
    assert paths.resources().parent == Path(paths.__file__).resolve().parent
