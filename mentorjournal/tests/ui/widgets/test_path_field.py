"""A path in a narrow field: folders give way, the name of the file stays."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from mentorjournal.ui.widgets.path_field import PathField


def test_the_name_of_the_file_is_seen_at_any_width(qtbot: QtBot) -> None:
    field = PathField()
    qtbot.addWidget(field)
    path = Path.home() / ".local" / "share" / "mentorjournal" / "My journal.mentorjournal"
    field.set_path(path)
    field.show()
    for width, shown in ((600, "~/.local/share/mentorjournal/My journal.mentorjournal"),
                         (240, "~/…/My journal.mentorjournal")):
        field.resize(width, 36)
        assert field.text() == shown
        assert field.fontMetrics().horizontalAdvance(shown) < width
    field.resize(110, 36)
    assert field.text().startswith("~/…/M") and field.text().endswith("urnal")
    assert str(path) in field.toolTip()
