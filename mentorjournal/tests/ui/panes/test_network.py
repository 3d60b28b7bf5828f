"""The network pane through its widgets: map, list, filters, details, wishes, refreshes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import meetings, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.models.roles import Role
from mentorjournal.settings import MAP_INSPECTOR_OPEN, Settings
from mentorjournal.tests.small_network import TODAY, fill
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network import NetworkPane
from mentorjournal.ui.widgets.coverage_matrix import avatar_spots
from mentorjournal.ui.widgets.private_mark import PrivateMark


@pytest.fixture
def journal(tmp_path: Path, qapp: object) -> Iterator[Journal]:
    clock.set_as_of(TODAY)
    made = Journal.create(tmp_path / "one.mentorjournal")
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def ids(journal: Journal) -> dict[str, int]:
    return fill(journal)


@pytest.fixture
def pane(journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot) -> NetworkPane:
    return opened(journal, settings, qtbot)


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1440, height: int = 900
) -> NetworkPane:
    made = NetworkPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    made.activateWindow()
    made.focus_first()
    qtbot.wait(1)
    return made


def texts(widget: QWidget) -> str:
    shown = [one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(one.text().replace("\u200b", "") for one in shown)


def button(widget: QWidget, words: str) -> QPushButton:
    return next(
        one for one in widget.findChildren(QPushButton)
        if one.text() == words and one.isVisibleTo(widget)
    )


def rows(pane: NetworkPane) -> list[str]:
    return [pane.people.index(row, 0).data() for row in range(pane.people.rowCount())]


# The first state ------------------------------------------------------------------------------


def test_an_empty_journal_says_what_to_do_first(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert pane.body.currentWidget() is pane.start
    assert "Who is already in your corner?" in texts(pane.start)
    assert not pane.add_button.isVisible()
    with qtbot.waitSignal(pane.names_add_wanted):
        qtbot.keyClick(pane.start.names, Qt.Key.Key_Space)
    with qtbot.waitSignal(pane.person_add_wanted) as wish:
        pane.start.one.click()
    assert wish.args == [{}]
    with qtbot.waitSignal(pane.needs_wanted):
        button(pane.start, "Begin with what I need").click()
    people.add(journal, {"name": "Somebody"})
    assert pane.body.currentWidget() is pane.splitter
    assert pane.add_button.isVisible()
    journal.undo()
    assert pane.body.currentWidget() is pane.start


def test_the_header_counts(pane: NetworkPane) -> None:
    assert pane.header._subtitle.text() == "2 mentors, 1 candidate, 1 person I mentor"


# Map ------------------------------------------------------------------------------------------


def test_the_map_shows_everybody_in_words(pane: NetworkPane, ids: dict[str, int]) -> None:
    shown = pane.view.map_scene.people
    assert shown.keys() == set(ids.values())
    okafor = shown[ids["okafor"]]
    assert (okafor.contact, okafor.contact_tone) == ("overdue", "alert")
    assert okafor.contact_words == "2 weeks over"
    assert "Dr. Rosalind Okafor: research adviser, senior, 2 weeks over." in okafor.summary
    assert shown[ids["osei"]].contact_words == "met, not asked yet"
    assert shown[ids["stroud"]].contact_words == "closed Nov 2025"
    assert shown[ids["weber"]].contact == "none"


def test_filters_fade_on_the_map(pane: NetworkPane, ids: dict[str, int], qtbot: QtBot) -> None:
    faded = pane.view.map_scene.is_faded
    pane.filters._chips["coach"].click()
    assert not faded(ids["weber"]) and faded(ids["okafor"]) and faded(ids["yoon"])
    pane.filters._everyone.click()
    assert not faded(ids["okafor"])
    pane.filters._ticks["past"].click()
    assert faded(ids["stroud"]) and not faded(ids["osei"])


def test_an_edit_of_one_person_leaves_the_others_alone(
    pane: NetworkPane, journal: Journal, ids: dict[str, int]
) -> None:
    lines = dict(pane.facts.lines)
    item = pane.view.map_scene.item_of(ids["weber"])
    people.edit(journal, ids["okafor"], {"name": "Dr. Rosalind Oka"})
    assert pane.view.map_scene.people[ids["okafor"]].name == "Dr. Rosalind Oka"
    assert pane.view.map_scene.item_of(ids["weber"]) is item
    assert pane.facts.lines[ids["weber"]] is lines[ids["weber"]] or (
        pane.facts.lines[ids["weber"]] == lines[ids["weber"]]
    )


def test_a_held_meeting_changes_the_rhythm(
    pane: NetworkPane, journal: Journal, ids: dict[str, int]
) -> None:
    from datetime import datetime

    meetings.add(journal, {"person_id": ids["okafor"], "starts_at": datetime(2026, 5, 14, 9),
                           "planned_minutes": 30, "status": "held"})
    assert pane.view.map_scene.people[ids["okafor"]].contact == "within"


def test_an_empty_place_asks_for_a_candidate_there(pane: NetworkPane, qtbot: QtBot) -> None:
    place = pane.facts.empty_places[0]
    with qtbot.waitSignal(pane.mentor_wanted) as wish:
        pane.view.empty_place_chosen.emit(place.level, place.area)
    sought = wish.args[0]
    assert sought.title == next(
        gap.title for gap in pane.facts.gaps if gap.key == place.gap_key)
    assert sought.values["level"] == place.level and sought.values["areas"] == (place.area,)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_pictures_hold_nothing_private(pane: NetworkPane, kind: str, begins: bytes) -> None:
    data = pane.image(kind)
    assert data.startswith(begins)
    assert b"Not before a grant" not in data


# Details --------------------------------------------------------------------------------------


def test_the_overview_names_what_is_missing(
    pane: NetworkPane, ids: dict[str, int], qtbot: QtBot
) -> None:
    said = texts(pane.overview)
    assert "No sponsor yet" in said and "2 of 2 in your own department" in said
    with qtbot.waitSignal(pane.mentor_wanted) as wish:
        button(pane.overview, "Find a mentor").click()
    sought = wish.args[0]
    assert sought.title in said and sought.need_id == 0
    assert sought.values["roles"] and sought.values["level"] and sought.values["areas"]


def test_a_need_nobody_meets_comes_with_its_id(
    pane: NetworkPane, journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    need = needs.add(journal, {"text": "Linked data", "domain": "research", "importance": 3})
    assert "Nobody yet for “Linked data”" in texts(pane.overview)
    with qtbot.waitSignal(pane.mentor_wanted) as wish:
        button(pane.overview, "Find a mentor").click()
    assert (wish.args[0].title, wish.args[0].need_id) == ("Linked data", need)
    assert wish.args[0].values["domains"] == ("research",)
    needs.add_person(journal, need, ids["osei"])
    said = texts(pane.overview)
    assert "Nobody yet for “Linked data”" in said and "a candidate, might fill it." in said


def test_candidates_alone_are_a_beginning(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    people.add_names(journal, ["Ann Berg"], {"direction": "candidate", "stage": "considering"})
    pane = opened(journal, settings, qtbot)
    assert "So far there is Ann Berg, a candidate." in texts(pane.overview)
    with qtbot.waitSignal(pane.names_add_wanted):
        button(pane.overview, "Add several names").click()


def test_what_if_this_person_leaves(pane: NetworkPane, ids: dict[str, int]) -> None:
    pane.show_person(ids["okafor"])
    said = texts(pane.person)
    assert "What if this person leaves?" in said
    assert "Nobody else is your research adviser." in said
    assert "Nobody else is linked to “Trial design”." in said
    assert "Daniel Osei, a candidate, could step in." in said


def test_a_person_is_spoken_of_in_their_own_pronouns(
    pane: NetworkPane, ids: dict[str, int]
) -> None:
    pane.show_person(ids["okafor"])
    said = texts(pane.person)
    assert "What I ask of her" in said and "How she likes to work" in said
    assert "Read my drafts." in said and "Agenda first" in said


def test_private_text_carries_its_mark(pane: NetworkPane, ids: dict[str, int]) -> None:
    pane.show_person(ids["okafor"])
    assert "Not before a grant is due." in texts(pane.person)
    assert pane.person.findChildren(PrivateMark)
    pane.show_person(ids["weber"])
    marks = pane.person.findChildren(PrivateMark)
    assert not [one for one in marks if one.isVisibleTo(pane.person)]


def test_somebody_from_the_past_has_no_what_if_and_no_meeting(
    pane: NetworkPane, ids: dict[str, int]
) -> None:
    pane.show_person(ids["stroud"])
    assert "What if" not in texts(pane.person)
    with pytest.raises(StopIteration):
        button(pane.person, "Prepare meeting")


def test_buttons_state_wishes(pane: NetworkPane, ids: dict[str, int], qtbot: QtBot) -> None:
    pane.show_person(ids["weber"])
    for words, signal in (("Prepare meeting", pane.meeting_wanted),
                          ("Edit", pane.person_edit_wanted)):
        with qtbot.waitSignal(signal) as wish:
            button(pane.person, words).click()
        assert wish.args == [ids["weber"]]


def test_removing_the_chosen_person_shows_the_overview_and_undo_brings_them_back(
    pane: NetworkPane, journal: Journal, ids: dict[str, int]
) -> None:
    pane.show_person(ids["weber"])
    people.remove(journal, ids["weber"])
    assert pane.details.currentIndex() == 0
    assert ids["weber"] not in pane.view.map_scene.people
    journal.undo()
    assert ids["weber"] in pane.view.map_scene.people


def test_escape_goes_back_to_the_whole_network(
    pane: NetworkPane, ids: dict[str, int], qtbot: QtBot
) -> None:
    pane.show_person(ids["weber"])
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.details.currentIndex() == 0


def test_a_name_without_end_widens_nothing(
    pane: NetworkPane, journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    people.edit(journal, ids["weber"], {
        "name": "W" * 300, "my_ask": "x" * 300, "roles": ("other:" + "a long role " * 20,),
    })
    pane.show_person(ids["weber"])
    qtbot.wait(1)
    assert pane.details.width() < 420
    assert pane.person.minimumSizeHint().width() <= pane.details.width()


# The matrix -----------------------------------------------------------------------------------


def test_the_matrix_is_walked_by_keys(pane: NetworkPane, ids: dict[str, int], qtbot: QtBot) -> None:
    matrix = pane.overview.matrix
    matrix.setFocus()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert matrix.currentIndex().data(spoken) == "Coach, Peer: Jonas Weber"
    with qtbot.waitSignal(matrix.person_chosen) as chosen:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen.args == [ids["weber"]]
    pane.show_overview()
    gaps = [
        index for row in range(5) for column in range(1, 4)
        if "gap" in (index := matrix.model().index(row, column)).data(spoken)
    ]
    matrix.setCurrentIndex(gaps[0])
    with qtbot.waitSignal(pane.mentor_wanted) as wish:
        qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert len(wish.args[0].values["roles"]) == 1 and ", " in wish.args[0].title


def test_a_click_in_the_matrix_chooses(
    pane: NetworkPane, ids: dict[str, int], qtbot: QtBot
) -> None:
    matrix = pane.overview.matrix
    spot = matrix.visualRect(matrix.model().index(0, 1)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pane.person.shown is not None and pane.person.shown.line.id == ids["weber"]


def test_candidates_are_told_apart_in_the_matrix(pane: NetworkPane) -> None:
    said = pane.overview.matrix.model().index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Research, Step-ahead: Daniel Osei (candidate)"
    pane.overview.by.button("area").click()
    said = pane.overview.matrix.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Coach, Clinical: Jonas Weber"


# List -----------------------------------------------------------------------------------------


def test_the_list_filters_by_words_and_says_when_nobody_matches(
    pane: NetworkPane, qtbot: QtBot
) -> None:
    pane.set_mode("list")
    assert len(rows(pane)) == 5
    qtbot.keyClicks(pane.filters.search, "okaf")
    qtbot.keyClick(pane.filters.search, Qt.Key.Key_Return)
    assert rows(pane) == ["Dr. Rosalind Okafor"]
    qtbot.keyClicks(pane.filters.search, "zzz")
    pane.filters.hand_in()
    assert rows(pane) == []
    button(pane.people_view, "Show everybody").click()
    assert len(rows(pane)) == 5


def test_the_list_filters_by_role_and_standing(pane: NetworkPane) -> None:
    pane.set_mode("list")
    pane.filters.set_roles(("research_adviser",))
    assert rows(pane) == ["Dr. Rosalind Okafor", "Daniel Osei"]
    pane.filters._ticks["candidate"].click()
    assert rows(pane) == ["Dr. Rosalind Okafor"]


def test_the_list_is_walked_by_keys(pane: NetworkPane, ids: dict[str, int], qtbot: QtBot) -> None:
    pane.set_mode("list")
    table = pane.people_view.table
    table.setFocus()
    assert pane.details.currentIndex() == 0  # the keyboard arrives without choosing
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert pane.person.shown.line.person.name == rows(pane)[1]
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert pane.person.shown.line.person.name == rows(pane)[-1]
    with qtbot.waitSignal(pane.page_wanted) as wish:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wish.args == [ids["yoon"]]


def test_a_click_on_a_heading_sorts(pane: NetworkPane, qtbot: QtBot) -> None:
    pane.set_mode("list")
    header = pane.people_view.table.horizontalHeader()
    before = rows(pane)
    spot = QPoint(header.sectionPosition(0) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert rows(pane) == before[::-1]


def test_rows_are_spoken_whole(pane: NetworkPane) -> None:
    pane.set_mode("list")
    index = pane.people.index(pane.people.row_of(2), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Jonas Weber: confidante")
    assert index.data(Role.STANDING) == "mentor"


@pytest.mark.parametrize("width", [1232, 888, 700])
def test_name_and_contact_are_never_cut_by_the_other_columns(
    pane: NetworkPane, journal: Journal, ids: dict[str, int], qtbot: QtBot, width: int
) -> None:
    people.edit(journal, ids["weber"], {"name": "Prof. Bartholomew Castellanos"})
    pane.set_mode("list")
    table = pane.people_view.table
    pane.details.hide()
    pane.resize(width, 640)
    needed = {
        0: QFontMetrics(theme.font("heading")).horizontalAdvance("Prof. Bartholomew Castellanos"),
        5: QFontMetrics(theme.font("small")).horizontalAdvance("2 weeks over"),
    }
    qtbot.waitUntil(lambda: table.columnWidth(0) > needed[0] + 40)
    assert table.columnWidth(5) > needed[5]
    assert table.horizontalHeader().length() <= table.viewport().width()


# Room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["map", "list"])
def test_the_filter_bar_folds_and_never_clips(
    pane: NetworkPane, qtbot: QtBot, mode: str
) -> None:
    pane.set_mode(mode)
    bar = pane.filters
    folded = set()
    for width in (1600, 1232, 1044, 892, 760):
        pane.resize(width, 640)
        qtbot.wait(1)
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        shown = [one for one in bar.findChildren(QWidget, options=direct) if one.isVisible()]
        shown.sort(key=lambda one: one.x())
        assert shown[-1].geometry().right() < bar.width()
        for one, following in zip(shown, shown[1:], strict=False):
            assert one.geometry().right() < following.x()
        for one in shown:
            wanted = one.sizeHint().boundedTo(one.maximumSize())  # an icon's size is fixed
            assert one is bar.search or one.width() >= wanted.width()
        folded.add(len(shown))
    assert len(folded) > 1


def test_larger_text_widens_the_details_and_folds_them_sooner(
    pane: NetworkPane, qapp: QApplication, qtbot: QtBot
) -> None:
    assert pane.details.isVisible()
    before = pane.details.width()
    try:
        theme.apply(qapp, "light", 1.2)
        assert pane.details.isVisible()
        qtbot.waitUntil(lambda: pane.details.width() >= round(1.15 * before))
        theme.apply(qapp, "light", 1.4)
        assert not pane.details.isVisible()
    finally:
        theme.apply(qapp, "light")
    assert pane.details.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
@pytest.mark.parametrize("width", [50, 62, 90])
def test_who_has_no_room_in_a_cell_is_counted(
    qapp: QApplication, scale: float, width: int
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        room = QRectF(0, 0, width * scale, 40 * scale)
        spots = avatar_spots(room, 9)
        counted = QFontMetrics(theme.font("micro")).horizontalAdvance("+8")
        assert 1 <= len(spots) < 9
        assert spots[0].left() >= 0 and spots[-1].right() + 3 + counted <= room.right()
    finally:
        theme.apply(qapp, "light")


def test_details_fold_first_in_a_narrow_window(
    journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot, 1100, 680)
    assert not pane.details.isVisible()
    count = len(pane.facts.gaps)
    assert pane.filters.details.text() == f"{count} gaps"
    assert pane.filters.details.accessibleName() == f"Details beside the map: {count} gaps"
    pane.filters.details.click()
    assert pane.details.isVisible() and pane.filters.details.text() == ""
    assert settings.get(MAP_INSPECTOR_OPEN)
    again = opened(journal, settings, qtbot, 1100, 680)
    assert again.details.isVisible()  # as it was left
    again.filters.details.click()
    again.close()
    pane.resize(1440, 900)
    assert pane.details.isVisible()
    pane.filters.details.click()
    assert not pane.details.isVisible() and not settings.get(MAP_INSPECTOR_OPEN)
    pane.show_person(ids["weber"])
    assert pane.details.isVisible()


def test_the_width_of_the_details_is_kept(
    journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    pane.splitter.setSizes([900, 500])
    pane.splitter.splitterMoved.emit(900, 1)
    kept = pane.splitter.sizes()
    again = opened(journal, settings, qtbot)
    assert again.splitter.sizes() == kept


def test_three_hundred_people_open_quickly(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    people.add_names(journal, [f"Person {n}" for n in range(300)], {"roles": ("coach",)})
    began = time.perf_counter()
    pane = opened(journal, settings, qtbot)
    pane.set_mode("list")
    assert time.perf_counter() - began < 5  # about one second here
    assert pane.people.rowCount() == 300
