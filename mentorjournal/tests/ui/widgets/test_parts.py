"""Painted parts, messages and forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar, photo_pixmap
from mentorjournal.ui.widgets.chip import Chip, chip_size
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.message_bar import MessageBar
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.reach_boxes import ReachBoxes
from mentorjournal.ui.widgets.stepper import Stepper, paint_mini_stepper
from mentorjournal.ui.widgets.time_bar import Segment, TimeBar, planned_minutes, time_words

AGENDA = [Segment("1", 12, "must"), Segment("2", 8, "should"), Segment("3", 5, "if_time")]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def picture(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#010203"))
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


# Time

@pytest.mark.parametrize(
    ("planned", "slot", "words"),
    [
        (25, 30, "25 of 30 min · 5 left to sum up"),
        (30, 30, "30 of 30 min"),
        (35, 30, "35 of 30 min · 5 over"),
        (0, 30, "0 of 30 min · 30 left to sum up"),
    ],
)
def test_time_in_words(planned: int, slot: int, words: str) -> None:
    assert time_words(planned, slot) == words


def test_the_bar_is_proportional_and_what_is_over_is_red(qtbot) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.set_agenda(AGENDA, 30)
    image = picture(bar, 300, 24)
    assert image.pixelColor(60, 3) == theme.color("accent")
    assert image.pixelColor(150, 3) == theme.color("accent-sel")
    assert image.pixelColor(240, 3) == theme.color("neutral-tint")
    bar.set_agenda([*AGENDA, Segment("4", 25, "must")], 30)
    assert picture(bar, 300, 24).pixelColor(280, 3) == theme.color("alert-tint")
    assert bar.accessibleName() == "Time: 50 of 30 min · 20 over"


@given(st.lists(st.integers(-5, 200), max_size=12), st.integers(0, 300))
def test_any_agenda_can_be_drawn(qapp, lengths: list[int], slot: int) -> None:
    bar = TimeBar()
    segments = [Segment(str(n), length, "must") for n, length in enumerate(lengths)]
    bar.set_agenda(segments, slot)
    assert planned_minutes(segments) == sum(each for each in lengths if each > 0)
    assert not picture(bar, 120, 24).isNull()


# People

@pytest.mark.parametrize("standing", ["mentor", "candidate", "past", "mentee"])
def test_standing_changes_the_shape(qtbot, standing: str) -> None:
    avatar = Avatar("SÅ", "coach", standing, 40)
    qtbot.addWidget(avatar)
    image = picture(avatar, 40, 40)
    ground = QColor("#010203")
    filled = image.pixelColor(20, 4) not in (ground,)
    squared = image.pixelColor(4, 4) != ground
    assert (filled, squared) == {
        "mentor": (True, False), "candidate": (False, False), "past": (False, False),
        "mentee": (True, True),
    }[standing]
    assert avatar.accessibleName() == "SÅ"


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def test_photos_are_cut_square_and_bad_ones_passed_over(qapp) -> None:
    photo = photo_pixmap(png(300, 100), 40)
    assert photo is not None
    assert (photo.width(), photo.height()) == (40, 40)
    assert photo_pixmap(b"\x89PNG but no", 40) is None
    assert photo_pixmap(None, 40) is None


# Words

def test_a_chip_is_as_wide_as_its_words_but_not_endless(qtbot) -> None:
    chip = Chip("Due Fri 27 Nov", "warn", "clock")
    qtbot.addWidget(chip)
    assert chip.sizeHint() == chip_size("Due Fri 27 Nov", "clock")
    assert chip.sizeHint().height() == 20
    assert chip_size("Due").width() < chip.sizeHint().width() < chip_size("x" * 900).width() <= 320
    assert picture(chip, 120, 20).pixelColor(3, 10) == theme.color("warn-tint")


def test_long_words_are_cut_and_kept_in_the_tooltip(qtbot) -> None:
    words = "<i>Prof.</i> " + "Featherstonehaugh " * 20
    cut = ElidedLabel(words, "row-title")
    qtbot.addWidget(cut)
    cut.resize(100, 20)
    cut.show()
    assert "&lt;i&gt;Prof.&lt;/i&gt;" in cut.toolTip()
    assert cut.accessibleName() == words
    cut.setText("Short")
    assert cut.toolTip() == ""


@pytest.mark.parametrize("name", ["Leila Haddad", "ليلى حداد", "לילה חדד"])
def test_a_name_stands_where_others_do_whatever_its_script(qtbot, name: str) -> None:
    made = ElidedLabel(name, "page-title")
    qtbot.addWidget(made)
    image = picture(made, 600, 40)
    inked = [x for x in range(600) if any(
        image.pixelColor(x, y) != image.pixelColor(599, 39) for y in range(40))]
    assert inked and max(inked) < 300


def test_labels_show_markup_as_it_was_typed(qtbot) -> None:
    made = label("<h1>big</h1>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


@given(st.text(max_size=60))
def test_any_text_fits_its_room(qapp, text: str) -> None:
    image = QImage(80, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    room = image.rect().toRectF()
    width = paint_line(painter, room, text, theme.font("body"), theme.color("ink"))
    painter.end()
    assert width <= 81


@pytest.mark.parametrize(("filled", "total", "width"), [(5, 7, 82), (0, 0, 0), (3, 21, 0)])
def test_reach_boxes(qtbot, filled: int, total: int, width: int) -> None:
    boxes = ReachBoxes(filled, total)
    qtbot.addWidget(boxes)
    assert boxes.sizeHint().width() == width
    assert boxes.accessibleName() == f"{filled} of {total}"


def test_steps_can_be_chosen_by_keys(qtbot) -> None:
    steps = Stepper()
    qtbot.addWidget(steps)
    steps.set_steps(["Asked", "Received", "Planned"], 1)
    assert steps.accessibleName() == "Step 2 of 3: Received"
    qtbot.keyClick(steps, Qt.Key.Key_Right)
    with qtbot.waitSignal(steps.chosen) as caught:
        qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert caught.args == [2]
    steps.set_steps([], 0)
    assert not picture(steps, 100, 60).isNull()


def test_a_step_that_was_passed_over_has_no_tick(qtbot) -> None:
    steps = Stepper()
    qtbot.addWidget(steps)
    steps.set_steps(("Considering", "Met", "Asked"), 2, skipped={1})
    image = picture(steps, 300, 60)
    edge = theme.px(2) + theme.px(8)
    for place, filled in enumerate((True, False)):  # between the tick and the ring
        color = image.pixelColor(50 + 100 * place + theme.px(6), edge)
        assert (color == theme.color("accent")) is filled


def test_the_mini_stepper_fills_what_is_done(qapp) -> None:
    image = QImage(100, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_mini_stepper(painter, image.rect().toRectF(), 3, 6)
    painter.end()
    done, now = QPointF(5, 10), QPointF(5 + 3 * 17, 10)
    assert image.pixelColor(done.toPoint()) == theme.color("accent")
    assert image.pixelColor(now.toPoint()) == theme.color("surface")


# Messages

def test_messages_are_stacked_and_none_is_lost(qtbot) -> None:
    bar, done = MessageBar(), []
    qtbot.addWidget(bar)
    assert bar.message() is None
    bar.say("The disk is full.", "alert", "Choose a folder", lambda: done.append("chosen"))
    bar.say("Saved.")
    assert not bar.isHidden()
    assert bar.message().text == "Saved."
    bar.close_message()
    assert bar.message().text == "The disk is full."
    bar._action.click()
    assert (done, bar.message(), bar.isHidden()) == (["chosen"], None, True)


def test_the_same_message_is_said_once(qtbot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for _ in range(3):
        bar.say("The disk is full.", "alert")
    bar.close_message()
    assert bar.message() is None


def test_notices_and_empty_places_offer_one_thing(qtbot) -> None:
    notice = NoticeStrip("<b>Realign</b>", "You meet.", "Add")
    empty = EmptyState("Nothing yet", "It begins here.", "Begin")
    for part in (notice, empty):
        qtbot.addWidget(part)
        with qtbot.waitSignal(part.acted):
            part.button().click()
    assert "&lt;b&gt;Realign" in notice._text.text()
    empty.set_words("Nothing yet", "And nothing to do.")
    assert empty.button().isHidden()


# Forms

class Form(FormDialog):
    """A name is needed; a candidate may not have a day."""

    def __init__(self) -> None:
        super().__init__("Add a person", columns=2)
        self.add_field("name", "Name", QLineEdit(), wide=True)
        self.add_field("role", "Role", ChoiceBox([("", "None"), ("coach", "Coach")]))
        self.add_field("since", "Since", DateField(optional=True), hint="If known.")
        self.add_field("notes", "Notes", GrowingText(quiet=False), wide=True)
        self.add_check("candidate", QCheckBox("Candidate"))
        self.fill_in({"role": "coach"})

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {} if values["name"] else {"name": "A name is still missing."}
        if values["candidate"] and values["notes"] == "":
            wrong[""] = "Say why you think of them."
        return wrong


@pytest.fixture
def form(qtbot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_form_cannot_be_accepted_while_something_is_wrong(qtbot, form: Form) -> None:
    assert not form.ok_button().isEnabled()
    form.accept()
    assert form.isVisible()
    assert form.field("name").accessibleDescription() == "A name is still missing."
    qtbot.keyClicks(form.field("name"), "  Dr Weber ")
    assert form.ok_button().isEnabled()
    assert form._says.text() == ""
    form.accept()
    assert form.result() == FormDialog.DialogCode.Accepted
    assert form.values() == {
        "name": "Dr Weber", "role": "coach", "since": None, "notes": "", "candidate": False,
    }


def test_what_is_wrong_is_said_at_the_field_once_something_was_written(qtbot, form: Form) -> None:
    name = form.field("name")
    name.setFocus()
    form.field("notes").setFocus()  # only passed: it is said quietly beside the buttons
    assert not name.property("wrong") and form._says.text() == "A name is still missing."
    name.setFocus()
    qtbot.keyClicks(name, "x")
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    assert name.property("wrong") is True
    assert name.accessibleDescription() == "A name is still missing."
    assert form._says.text() == ""
    qtbot.keyClicks(name, "x")
    assert name.property("wrong") is False


def test_what_concerns_the_whole_form_is_said_at_the_bottom(qtbot, form: Form) -> None:
    form.field("name").setText("Dr Weber")
    form.field("candidate").setChecked(True)
    assert form._says.text() == "Say why you think of them."
    assert not form.ok_button().isEnabled()
    form.field("notes").setPlainText("She asks good questions.")
    assert form.ok_button().isEnabled()


def test_keys_accept_and_leave(qtbot, form: Form) -> None:
    form.field("name").setText("Dr Weber")
    form.field("notes").setFocus()
    qtbot.keyClick(form.field("notes"), Qt.Key.Key_Return)
    assert form.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.result() == FormDialog.DialogCode.Accepted
    form.show()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.result() == FormDialog.DialogCode.Rejected


def test_every_field_of_a_form_is_named_for_screen_readers(form: Form) -> None:
    assert [form.field(key).accessibleName() for key in ("name", "role", "since", "notes")] == [
        "Name", "Role", "Since", "Notes",
    ]


def test_a_form_grows_rather_than_scrolls(qtbot, form: Form) -> None:
    area = form._body.parentWidget()
    qtbot.waitUntil(lambda: form._body.height() <= area.height())
    before = form.height()
    form.field("notes").setPlainText("line\n" * 8)
    qtbot.waitUntil(lambda: form.height() > before and form._body.height() <= area.height())
