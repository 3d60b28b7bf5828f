"""Whatever is written is shown letter by letter: no markup, no lost text, no crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.exchange import compact_files
from mentorjournal.journal import agenda, expectations, me, meetings, needs, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meeting_item import AgendaItemCard
from mentorjournal.ui.widgets.form_dialog import FormDialog

HOSTILE = (
    "<b>bold</b>", "<img src=/etc/passwd>", "\u202eevil\u202c", "👩🏽‍⚕️🎓", "nul\0here", "a&b &amp;",
    "{0} {name} %s", "e\u0301\ufeff",
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


def kept(text: str) -> str:
    """What the journal keeps of a text: all of it but NUL."""
    return text.replace("\0", "").strip()


def fill_every_text(form: FormDialog, text: str) -> None:
    """Write `text` into each field of a form that takes words, and say OK."""
    for one in form._fields.values():
        for field in (one.widget, *one.widget.findChildren(QLineEdit)):
            if isinstance(field, QLineEdit) and not field.isReadOnly():
                field.clear()
                field.insert(text)
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
    form.ok_button().click()


def assert_plain(widget: QWidget) -> None:
    """No label takes words for markup, and no tooltip shows any."""
    for one in widget.findChildren(QLabel):
        own = not any(bad in one.text() for bad in ("<b>", "<img"))
        assert one.textFormat() == Qt.TextFormat.PlainText or own, one.text()
    for one in widget.findChildren(QWidget):
        tip = one.toolTip()
        assert not any(bad in tip for bad in ("<b>", "<img")), tip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_person_with_hostile_words_everywhere(window: MainWindow, text: str) -> None:
    with answering(lambda form: (form.field("name").insert(text), form.ok_button().click())):
        trigger(window, "add_person")
    one = people.everybody(window.journal, clock.today())[0].person
    assert one.name == " ".join(kept(text).split())
    pane = window.show_pane("network")
    fields = {"admire_for": text, "rank": text, "private_note": text, "limits": text}
    with answering(lambda form: [
        *(form.field(key).insert(value) if isinstance(form.field(key), QLineEdit)
          else form.field(key).setPlainText(value) for key, value in fields.items()),
        form.ok_button().click(),
    ]):
        pane.person_edit_wanted.emit(one.id)
    one = people.get(window.journal, one.id)
    for key in fields:
        assert getattr(one, key) == kept(text), key
    pane.set_mode("list")
    pane.show_person(one.id)
    assert_plain(window)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_agenda_with_hostile_words_everywhere(
    qtbot: QtBot, window: MainWindow, text: str
) -> None:
    me.edit(window.journal, {"name": text})
    person = people.add(window.journal, {"name": text, "capacity_note": text, "my_ask": text})
    which = build.add_meeting(window.journal, person, place=text)
    pane = window.show_pane("meetings")
    page = pane.page
    for field in (page.outcome, page.opening, page.saver):
        field.insertPlainText(text)
        field.commit()
    page.agenda.add.edit.insert(text)
    qtbot.keyClick(page.agenda.add.edit, Qt.Key.Key_Return)
    card = page.agenda.cards()[0]
    page.agenda.open_item(card.item.id)
    for field in (card.details.background, card.details.question, card.details.view):
        field.insertPlainText(text)
        field.commit()
    for line in (card.details.options.add, card.details.asks.add):
        line.edit.insert(text)
        qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    shown = meetings.get(window.journal, which)
    item = agenda.items(window.journal, which)[0]
    assert {shown.desired_outcome, shown.opening, shown.time_saver} == {kept(text)}
    assert item.title == " ".join(kept(text).split())
    assert {item.background, item.question, item.my_view, item.options[0].text} == {kept(text)}
    assert agenda.asks(window.journal, which)[0].text == kept(text)
    pane.footer.preview.click()
    qtbot.waitUntil(lambda: bool(pane.side.preview.pages))
    assert sentence(window) == ""
    assert_plain(window)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_compact_with_hostile_words_everywhere(window: MainWindow, text: str) -> None:
    me.edit(window.journal, {"name": text})
    person = people.add(window.journal, {"name": text})
    expectations.begin(window.journal, person, [])
    expectations.add_topics(window.journal, person, [], [text])
    window.open_person(person, "expectations")
    tab = window.panes["person"].current_tab()
    row, = tab.table.rows()
    tab.table.open_to_write(row.id)
    details = row.details
    for field in (details.own_words, details.mine, details.theirs, details.agreed, details.going,
                  tab.whole.purpose, tab.whole.confidential):
        field.setPlainText(text)
        field.commit()
    details.state.button("agreed").click()
    details.agreed.setPlainText("Something else")
    details.agreed.commit()
    found, = expectations.topics(window.journal, person)
    assert {found.topic_words, found.mine, found.theirs, found.how_it_goes} == {kept(text)}
    version, = expectations.versions(window.journal, person)[found.id]
    assert version.agreed == kept(text)
    assert_plain(window)
    with answering(assert_plain):
        details.wordings.click()
    with answering(assert_plain):
        details.talk.click()
    tab.table.open_topic(None)
    assert_plain(window)
    assert sentence(window) == ""
    for suffix in (".pdf", ".eml"):
        assert compact_files.make(window.journal, person, build.SAMPLE_DAY, suffix)


def test_forms_take_hostile_words(window: MainWindow) -> None:
    for text in HOSTILE:
        with answering(lambda form, text=text: fill_every_text(form, text)):
            trigger(window, "about_me")
        assert me.get(window.journal).institution == " ".join(kept(text).split())
        with answering(lambda form, text=text: (form.place(0).insert(text), form.accept())):
            trigger(window, "add_names")
    names = [one.person.name for one in people.everybody(window.journal, clock.today())]
    assert sorted(names) == sorted(" ".join(kept(text).split()) for text in HOSTILE)
    assert_plain(window)


def test_a_title_that_is_too_long_stays_in_its_field_and_the_old_one_in_the_journal(
    qtbot: QtBot, window: MainWindow
) -> None:
    which = build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    other = build.add_meeting(window.journal, 1)
    agenda.add_item(window.journal, which, {"title": "Short"})
    pane = window.show_pane("meetings")

    def titled() -> AgendaItemCard:
        pane.show_meeting(which)
        card = pane.page.agenda.cards()[0]
        pane.page.agenda.open_item(card.item.id)
        return card

    card = titled()
    card.title.selectAll()
    card.title.insertPlainText("x" * 10_000)
    card.title.commit()
    assert agenda.items(window.journal, which)[0].title == "Short"
    assert "Title: 10,000 characters, and 300 fit." in read(card.title)
    assert sentence(window) == ""
    pane.show_meeting(other)
    card = titled()  # what was typed is still there, and still marked
    assert card.title.text() == "x" * 10_000 and card.title.property("wrong")
    card.title.selectAll()
    qtbot.keyClicks(card.title, "Shorter")
    card.title.commit()
    assert agenda.items(window.journal, which)[0].title == "Shorter"
    assert "characters" not in read(card.title)


def test_a_long_text_as_a_new_item_goes_on_in_its_background(
    qtbot: QtBot, window: MainWindow
) -> None:
    which = build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    page, text = window.show_pane("meetings").page, "A long story. " * 700 + "End"
    page.agenda.add.edit.insert(text)
    qtbot.keyClick(page.agenda.add.edit, Qt.Key.Key_Return)
    item, = agenda.items(window.journal, which)
    assert item.background == text
    assert item.title.endswith("…") and text.startswith(item.title[:-1]) and len(item.title) <= 300


def test_what_i_want_to_leave_with_may_be_long(window: MainWindow) -> None:
    which = build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    page, text = window.show_pane("meetings").page, "One sentence too many. " * 435
    page.outcome.insertPlainText(text)
    page.outcome.commit()
    assert len(text) > 10_000 and meetings.get(window.journal, which).desired_outcome == text


def test_a_refused_text_stays_where_it_was_typed(window: MainWindow) -> None:
    which = build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    page = window.show_pane("meetings").page
    window.journal.read().exec_driver_sql("PRAGMA query_only = ON")
    page.outcome.insertPlainText("A yes")
    page.outcome.commit()
    page.agenda.add.edit.insert("One question")
    page.agenda.add.take()
    assert "Nothing was changed" in sentence(window)
    assert page.outcome.text() == "A yes" and page.agenda.add.edit.text() == "One question"
    window.journal.read().exec_driver_sql("PRAGMA query_only = OFF")
    assert agenda.items(window.journal, which) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_need_with_hostile_words_everywhere(window: MainWindow, text: str) -> None:
    who = people.add(window.journal, {
        "name": text, "strengths": [text], "admire_for": text, "direction": "candidate",
        "stage": "considering"})
    with answering(lambda form: fill_every_text_but_people(form, text)):
        trigger(window, "add_need")
    one = needs.every(window.journal)[0]
    assert (one.text, one.skill_sought) == (kept(text), kept(text))
    needs.link_people(window.journal, one.id, [who])
    QApplication.processEvents()
    assert_plain(window)
    with answering(lambda form: assert_plain(form)):
        trigger(window, "find_mentor")


def fill_every_text_but_people(form: FormDialog, text: str) -> None:
    """As `fill_every_text`, but nobody is named: whoever is named must be in the journal."""
    form.field("text").setPlainText(text)
    form.field("skill_sought").insert(text)
    form.field("guidance_kind").setCurrentText(text)
    form.ok_button().click()
