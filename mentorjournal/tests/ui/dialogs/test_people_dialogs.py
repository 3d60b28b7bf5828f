"""The forms about people: they return values, say in a sentence what is wrong, and lose nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests.small_network import TODAY, fill
from mentorjournal.ui.dialogs.about_me import AboutMeDialog
from mentorjournal.ui.dialogs.five_names import FiveNamesDialog, ask_names
from mentorjournal.ui.dialogs.merge_people import MergeDialog, confirm_remove, removal_words
from mentorjournal.ui.dialogs.person import PersonDialog, ask_person
from mentorjournal.ui.widgets.field_values import fill as fill_field
from mentorjournal.ui.widgets.photo_field import PhotoField, small_picture


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


def shown(dialog: QDialog, qtbot: QtBot) -> QDialog:
    qtbot.addWidget(dialog, before_close_func=lambda one: one.done(0))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


# A person -------------------------------------------------------------------------------------


def test_only_a_name_is_needed(journal: Journal, settings: Settings, qtbot: QtBot) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    assert not dialog.ok_button().isEnabled()
    assert "Please write a name." in said(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "Dr. Soren Berg")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.values() == {
        "name": "Dr. Soren Berg", "direction": "mentor", "stage": "cultivation",
    }
    assert people.get(journal, people.add(journal, dialog.values())).is_active


def test_what_a_gap_asks_for_is_filled_in(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    given = {"direction": "candidate", "stage": "considering", "level": "senior",
             "areas": ("clinical",), "roles": ("coach",), "need_id": 7}
    dialog = shown(PersonDialog(None, journal, settings, given), qtbot)
    assert dialog.windowTitle() == "Add a candidate"
    dialog.field("name").setText("A")
    assert dialog.values() == given | {"name": "A"}


def test_an_edit_of_nothing_changes_nothing_and_every_field_is_prefilled(
    journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot
) -> None:
    everything = {
        "name": "Dr. R. Okafor, PhD", "pronouns": "she/they", "direction": "mentor",
        "stage": "redefinition", "level": "senior", "outside_field": True, "rank": "Professor",
        "institution": "Harrow Bay", "department": "ICU", "origin": "referred",
        "suggested_by": "Jonas Weber", "suggested_by_id": ids["weber"], "admire_for": "calm",
        "start": date(2020, 2, 29), "cadence_days": 45, "cadence_agreed_on": date(2024, 1, 2),
        "paused_until": date(2026, 9, 1), "channel": "email", "email": "r@example.org",
        "phone": "1", "assistant": "Kim", "usual_place": "Room 2", "usual_link": "https://x.example",
        "added_value": "reads like a reviewer", "added_value_shareable": True,
        "my_ask": "drafts", "limits": "none\nreally", "private_note": "a\n\nb",
        "style_note": "walks", "perspective_note": "p", "roles": ("confidante", "coach", "other:x"),
        "areas": ("academic",), "domains": ("research", "other:wine"), "functions": ("navigate",),
        "strengths": ("trials", "plain words"), "styles": ("agenda_first",),
        "not_for": ("personal",),
    }
    people.edit(journal, ids["okafor"], everything)
    someone = people.get(journal, ids["okafor"])
    dialog = shown(PersonDialog(None, journal, settings, person=someone), qtbot)
    assert dialog.values() == {}
    record = dialog._record()
    assert {key: record[key] for key in everything} == everything


def test_only_what_changed_is_given(
    journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot
) -> None:
    someone = people.get(journal, ids["weber"])
    dialog = shown(PersonDialog(None, journal, settings, person=someone), qtbot)
    dialog.field("roles").chip("coach").click()
    dialog.field("rank").setText(" Fellow ")
    fill_field(dialog.field("cadence_days"), 28)
    assert dialog.values() == {"roles": ("confidante",), "rank": "Fellow", "cadence_days": 28}
    people.edit(journal, ids["weber"], dialog.values())
    assert people.get(journal, ids["weber"]).roles == ("confidante",)


def test_a_name_that_is_too_long_is_said_and_kept(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    name = "x" * 10_000
    dialog.field("name").setText(name)
    assert "“Name” is too long: 10,000 characters, and 300 fit." in said(dialog)
    assert not dialog.ok_button().isEnabled()
    assert dialog.field("name").text() == name
    dialog.pages.setCurrentIndex(2)
    assert "Who: “Name” is too long: 10,000 characters, and 300 fit." in said(dialog)
    dialog.field("name").setText("y" * 300)
    assert dialog.ok_button().isEnabled()


def test_somebody_i_mentor_is_junior_and_has_their_own_stages(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    dialog.field("name").setText("Hana")
    dialog.field("direction").button("candidate").click()
    assert dialog.values()["stage"] == "considering"
    dialog.field("direction").button("mentee").click()
    assert dialog.values()["stage"] == "cultivation"
    assert dialog.values()["level"] == "junior"
    assert not dialog.field("level").isEnabled()


def test_every_field_is_reached_by_keys_at_the_smallest_window(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    assert dialog.width() <= 1100 and dialog.height() <= 700
    reached = set()
    for _ in range(dialog.pages.count()):
        for _ in range(60):
            focused = dialog.focusWidget()
            reached |= {
                key for key, each in dialog._fields.items()
                if each.widget is focused or each.widget.isAncestorOf(focused)
            }
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown,
                       Qt.KeyboardModifier.ControlModifier)
    # An end is only asked for where something has ended.
    assert reached == dialog._fields.keys() - {"ended"}


def test_chips_are_one_stop_for_tab_and_walked_by_arrows(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    dialog.show_field("roles")
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.field("roles").value() == ("project_sponsor",)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "night watch, wise owl")
    assert dialog.field("roles").value()[1:] == ("other:night watch", "other:wise owl")


def test_closing_asks_before_words_are_lost(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    dialog = shown(PersonDialog(None, journal, settings), qtbot)
    dialog.field("name").setText("half written")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    dialog.reject()
    assert dialog.isVisible()
    dialog.field("name").setText("")
    dialog.reject()
    assert not dialog.isVisible()


def test_cancelling_gives_none(journal: Journal, settings: Settings, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert ask_person(parent, journal, settings) is None


# Pictures -------------------------------------------------------------------------------------


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def test_a_picture_is_made_small(qapp: object) -> None:
    made = QImage.fromData(small_picture(picture(2000, 1000)))
    assert (made.width(), made.height()) == (512, 256)
    assert QImage.fromData(small_picture(picture(40, 60))).height() == 60


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"GIF89a nothing", "no picture"), (b"", "no picture"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 90,
     "no picture"), (b"\0" * 5_000_001, "too large")],
)
def test_what_is_no_picture_is_refused_in_a_sentence(
    tmp_path: Path, qtbot: QtBot, data: bytes, sentence: str
) -> None:
    field = PhotoField()
    qtbot.addWidget(field)
    field.set_value(picture(10, 10))
    file = tmp_path / "face.png"
    file.write_bytes(data)
    field.take_file(file)
    assert sentence in field.says.text()
    assert field.value() == picture(10, 10)
    field.take_file(tmp_path / "gone.png")
    assert field.says.text() == "This file cannot be read."


def test_a_picture_is_given_to_the_verb_and_taken_away(
    journal: Journal, settings: Settings, ids: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "face.png"
    file.write_bytes(picture(600, 600))
    someone = people.get(journal, ids["weber"])
    dialog = shown(PersonDialog(None, journal, settings, person=someone), qtbot)
    dialog.field("photo").take_file(file)
    people.set_photo(journal, ids["weber"], dialog.values()["photo_data"])
    someone = people.get(journal, ids["weber"])
    again = shown(PersonDialog(None, journal, settings, person=someone), qtbot)
    assert again.values() == {}
    again.field("photo").remove.click()
    assert again.values() == {"photo_data": None}


# Five names -----------------------------------------------------------------------------------


def test_five_names_by_keys_and_more_places_when_needed(qtbot: QtBot) -> None:
    dialog = shown(FiveNamesDialog(), qtbot)
    assert not dialog.ok_button().isEnabled()
    for n in range(7):
        qtbot.keyClicks(dialog.focusWidget(), f"Name {n}")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.names() == [f"Name {n}" for n in range(7)]
    assert dialog.ok_button().text() == "Add 7 names"
    qtbot.waitUntil(lambda: not dialog.place(7).visibleRegion().isEmpty())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_pasted_list_fills_the_places(qtbot: QtBot) -> None:
    dialog = shown(FiveNamesDialog(), qtbot)
    QGuiApplication.clipboard().setText("Ann\n\n  Bo \nCy\nDi\nEd\nFay\n")
    qtbot.keyClick(dialog.place(0), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.names() == ["Ann", "Bo", "Cy", "Di", "Ed", "Fay"]


def test_names_come_with_one_shared_standing(journal: Journal, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def write() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.place(0).setText("Ann")
        dialog.place(3).setText("Bo")
        dialog.field("kind").button("candidate").click()
        dialog.accept()

    QTimer.singleShot(0, write)
    names, values = ask_names(parent, journal)
    added = people.add_names(journal, names, values)
    assert [people.get(journal, one).standing for one in added] == ["candidate", "candidate"]


# Joining and removing -------------------------------------------------------------------------


def test_joining_says_what_stays_and_what_moves(
    journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    double = people.add(journal, {"name": "Rosalind Okafor"})
    dialog = shown(MergeDialog(None, journal, double), qtbot)
    assert dialog.pair() == (double, ids["okafor"])  # the likeliest double is offered
    assert "1 meeting move" in said(dialog) or "1 meeting moves" in said(dialog)
    dialog._keep.set_current(str(ids["okafor"]))
    assert dialog.pair() == (ids["okafor"], double)
    people.merge(journal, *dialog.pair())
    assert people.get(journal, ids["okafor"]).level == "senior"


def test_nobody_is_joined_by_chance(
    journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    dialog = shown(MergeDialog(None, journal, ids["weber"]), qtbot)
    assert not dialog.ok_button().isEnabled()
    assert "Choose the other entry from the list." in said(dialog)
    dialog._other.setCurrentIndex(0)
    assert dialog.ok_button().isEnabled()
    assert ids["weber"] in dialog.pair()


def test_removing_names_what_goes_and_asks_once(
    journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    assert removal_words(journal, ids["okafor"]) == (
        "Remove Dr. Okafor from the journal, with 1 meeting? Undo brings everything back."
    )
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer(yes: bool) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        words = "Remove" if yes else "Cancel"
        next(one for one in box.buttons() if one.text().replace("&", "") == words).click()

    for yes in (True, False):
        QTimer.singleShot(0, lambda yes=yes: answer(yes))
        assert confirm_remove(parent, journal, ids["okafor"]) is yes


# About me -------------------------------------------------------------------------------------


def test_about_me_gives_only_what_changed(
    journal: Journal, ids: dict[str, int], qtbot: QtBot
) -> None:
    dialog = shown(AboutMeDialog(None, journal), qtbot)
    assert dialog.values() == {}
    dialog.field("setting").button("phd").click()
    dialog.field("personal_values").setText("candour, rest")
    dialog.field("capacity_hours_per_week").setValue(12)
    assert dialog.values() == {
        "setting": "phd", "personal_values": ("candour", "rest"), "capacity_hours_per_week": 12.0,
    }
    me.edit(journal, dialog.values())
    assert shown(AboutMeDialog(None, journal), qtbot).values() == {}
    dialog.field("name").setText("n" * 301)
    assert not dialog.ok_button().isEnabled()
