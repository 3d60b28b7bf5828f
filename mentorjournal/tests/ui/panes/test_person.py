"""A person's page through its widgets: head, overview, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import knowing, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person import PersonPane
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.recorded import record_of

OKAFOR, VALE, BRANDT, STROUD, NEW, CANDIDATE, DORMANT, MENTEE = 1, 2, 4, 7, 8, 9, 10, 11


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[..., PersonPane]:
    def make(journal: Journal, whom: int, tab: str = "", width: int = 1230) -> PersonPane:
        theme.apply(qapp, "light")
        clock.set_as_of(build.SAMPLE_DAY)
        pane = PersonPane(journal, Settings(tmp_path / "settings.json"))
        qtbot.addWidget(pane)
        pane.resize(width, 850)
        pane.show_person(whom, tab)
        with qtbot.waitActive(pane):
            pane.show()
            pane.activateWindow()
        return pane

    return make


@pytest.fixture
def pane(sample_journal: Journal, opened: Callable[..., PersonPane]) -> PersonPane:
    return opened(sample_journal, OKAFOR)


def front(pane: PersonPane) -> PersonTab:
    """The tab in front, once what was made for it has come up."""
    QApplication.processEvents()
    return pane.current_tab()


def facts(pane: PersonPane) -> list[tuple[str, str]]:
    return [(each.value.text(), each.more.text()) for each in pane.head.facts]


def chips(pane: PersonPane) -> list[str]:
    QApplication.processEvents()
    return [chip.text() for chip in pane.head.findChildren(Chip) if chip.isVisible()]


def named(inside: QWidget, words: str) -> QAbstractButton:
    return next(one for one in inside.findChildren(QAbstractButton)
                if one.accessibleName() == words and one.isVisible())


# The head -------------------------------------------------------------------------------------


def test_the_head_says_who_it_is_and_how_things_stand(pane: PersonPane) -> None:
    head = pane.head
    assert head.name.text() == head.crumb.text() == "Dr. Rosalind Okafor"
    assert head.about.text() == (
        "Professor · Pulmonary & Critical Care · your mentor since 10 Sep 2024")
    assert chips(pane) == ["Research adviser", "Senior", "Academic goals"]
    assert facts(pane) == [
        ("Every 30 days", "24 days ago · due soon"),
        ("Tue 19 May, 16:00", "4 items, 35 of 45 min"),
        ("2 promises", "2 overdue, since Fri 5 Dec 2025"),
        ("Thu 26 Mar", "offered to write for her mentoring award"),
    ]


@pytest.mark.parametrize(
    ("whom", "value", "more", "chip"),
    [
        (NEW, "Every 60 days", "not agreed yet · last Fri 8 May", "Coach"),
        (DORMANT, "Every 60 days", "not agreed yet · quiet for 7 months", "Coach"),
        (CANDIDATE, "Met", "last Tue 28 Apr", "Candidate"),
        (STROUD, "Closed", "closed Nov 2025", "Past mentor"),
        (MENTEE, "Every 60 days", "not agreed yet · last Tue 5 May", "You mentor them"),
    ],
)
def test_people_in_every_standing(
    pane: PersonPane, whom: int, value: str, more: str, chip: str
) -> None:
    pane.show_person(whom)
    assert facts(pane)[0] == (value, more)
    assert chips(pane)[0] == chip
    assert pane.head.prepare.isVisible() == (whom != STROUD)


def test_somebody_of_whom_only_the_name_is_known(
    journal: Journal, opened: Callable[..., PersonPane]
) -> None:
    pane = opened(journal, build.add_person(journal, "Ines Moreau"))
    assert [value for value, _ in facts(pane)] == [
        "Every 13 weeks", "No date yet", "Nothing open", "Not yet"]
    assert pane.head.about.text() == "your mentor"
    shown = read(front(pane))
    for words in ("Nothing is agreed in writing yet.", "Nothing has passed between you yet.",
                  "It is counted once you have held a meeting.", "What I seek from Ines Moreau"):
        assert words in shown
    pane.open_tab("knowing")
    assert "0 of 6 known" in read(front(pane))


@pytest.mark.parametrize("name", ["ب" * 300, "A" * 300, "Dr. <b>bold</b> & Søn"])
def test_no_name_widens_the_page(
    journal: Journal, opened: Callable[..., PersonPane], name: str
) -> None:
    pane = opened(journal, build.add_person(journal, name), width=1040)
    assert pane.minimumSizeHint().width() <= 1040
    assert pane.head.name.text() == name
    assert pane.head.edit.geometry().right() < pane.head.width()


def test_the_facts_stand_under_the_name_where_it_is_narrow(pane: PersonPane) -> None:
    def below() -> bool:
        return pane.head.facts[0].mapTo(pane, pane.head.facts[0].rect().topLeft()).y() > (
            pane.head.avatar.mapTo(pane, pane.head.avatar.rect().bottomLeft()).y())

    assert not below()
    pane.resize(1040, 650)
    QApplication.processEvents()
    assert below()


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Log a contact", "contact_wanted"), ("Edit", "edit_wanted"),
     ("Prepare meeting", "meeting_wanted")],
)
def test_buttons_state_wishes(pane: PersonPane, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)) as wish:
        button(pane.head, words).click()
    assert wish.args == [OKAFOR]


def test_the_menu_states_wishes(pane: PersonPane, qtbot: QtBot) -> None:
    entries = {action.data(): action for action in pane.head.menu.actions() if action.data()}
    assert set(entries) == {"map", "timeline", "before", "after", "merge", "remove", "erase"}
    for key in ("map", "timeline", "merge", "remove", "erase"):
        with qtbot.waitSignal(getattr(pane, f"{key}_wanted")) as wish:
            entries[key].trigger()
        assert wish.args == [OKAFOR]


def test_one_goes_to_the_next_person_and_stays_on_the_tab(pane: PersonPane, qtbot: QtBot) -> None:
    pane.open_tab("knowing")
    qtbot.keyClick(pane, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert pane.head.name.text() == "Dr. Daniel Osei"
    assert "0 of 6 known" in read(front(pane))
    qtbot.keyClick(pane, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert pane.head.name.text() == "Dr. Rosalind Okafor"


def test_at_the_ends_of_the_list_there_is_nobody_further(pane: PersonPane) -> None:
    after = next(a for a in pane.head.menu.actions() if a.data() == "after")
    pane.show_person(12)  # Hana Yoon
    assert not after.isEnabled()
    pane.show_person(OKAFOR)
    assert after.isEnabled()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
     (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)],
)
def test_the_keyboard_goes_back(
    pane: PersonPane, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    pane.head.edit.setFocus()
    with qtbot.waitSignal(pane.network_wanted):
        qtbot.keyClick(pane.head.edit, key, modifier)


def test_backspace_in_a_text_removes_a_letter(pane: PersonPane, qtbot: QtBot) -> None:
    went: list[int] = []
    pane.network_wanted.connect(lambda: went.append(1))
    ask = front(pane).seek.ask
    ask.setFocus()
    ask.setPlainText("ab")
    qtbot.keyClick(ask, Qt.Key.Key_End)
    qtbot.keyClick(ask, Qt.Key.Key_Backspace)
    assert ask.text() == "a"
    assert not went


def test_the_head_follows_what_changes_elsewhere(
    pane: PersonPane, sample_journal: Journal
) -> None:
    coming = next(s.meeting.id for s in meetings.coming(sample_journal) if s.person.id == OKAFOR)
    meetings.remove(sample_journal, coming)
    assert facts(pane)[1] == ("No date yet", "")
    people.edit(sample_journal, OKAFOR, {"name": "Prof. Rosalind Okafor", "roles": ["coach"]})
    assert pane.head.name.text() == "Prof. Rosalind Okafor"
    assert chips(pane)[0] == "Coach"
    with sample_journal.loss_confirmed():
        went: list[int] = []
        pane.network_wanted.connect(lambda: went.append(1))
        people.remove(sample_journal, OKAFOR)
    assert went


# Overview -------------------------------------------------------------------------------------


def test_the_overview_tells_what_i_seek_and_how_they_work(pane: PersonPane) -> None:
    tab = front(pane)
    assert tab.seek.ask.text() == "Take my design apart before a reviewer does."
    shown = read(tab)
    for words in (
        "What I seek from her", "Someone to pull apart my trial design",
        "80 ICU survivors followed to 6 months: design and reading",
        "Asked in the last 90 days: 2 things to do ahead and feedback once",
        "How she likes to work", "Best reached: Email", "You asked about this on 3 Dec 2024",
        "Her goals and priorities", "17 Feb 2026",
        "How I can help: offered to write for her mentoring award",
        "You see this differently", "3 more topics and 1 topic still open",
        "Your reliability with her", "On time 9 of 10", "9 of 10", "6 of 8",
    ):
        assert words in shown, words


def test_what_is_typed_is_kept_and_typed_on_undisturbed(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    ask = front(pane).seek.ask
    assert record_of(ask).name == "my_ask"
    ask.setFocus()
    ask.selectAll()
    qtbot.keyClicks(ask, "Read ")
    ask.commit()
    assert people.get(sample_journal, OKAFOR).my_ask == "Read"
    assert ask.text() == "Read "  # the journal's tidying does not eat the blank under the cursor
    qtbot.keyClicks(ask, "it twice")
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert people.get(sample_journal, OKAFOR).my_ask == "Read it twice"
    assert not ask.hasFocus()
    sample_journal.undo()
    assert ask.text() == "Take my design apart before a reviewer does."


def test_what_is_being_typed_is_handed_in_before_another_person_is_shown(
    pane: PersonPane, sample_journal: Journal
) -> None:
    front(pane).work.style_note.type_anew("Reads at night.")
    pane.show_person(VALE)
    assert people.get(sample_journal, OKAFOR).style_note == "Reads at night."
    assert people.get(sample_journal, VALE).style_note != "Reads at night."


def test_that_i_asked_how_they_like_it_is_noted_in_one_click(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(NEW)
    assert "Not asked yet how they like it" in read(front(pane))
    button(front(pane), "I asked today").click()
    assert people.get(sample_journal, NEW).preferences_asked_on == build.SAMPLE_DAY
    assert "You asked about this on 15 May 2026" in read(front(pane))


def test_boundaries_are_added_worded_anew_and_removed(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    part = front(pane).boundaries

    def notes() -> list[str]:
        return [each.note for each in knowing.boundaries(sample_journal, OKAFOR)]

    before = notes()
    part.add.edit.setFocus()
    qtbot.keyClicks(part.add.edit, "Not her choir")
    qtbot.keyClick(part.add.edit, Qt.Key.Key_Return)
    assert notes() == [*before, "Not her choir"]
    last = part.list.texts()[-1]
    last.type_anew("Not her choir, unless she sings")
    last.commit()
    assert notes() == [*before, "Not her choir, unless she sings"]
    named(part, "Remove this boundary").click()
    assert notes() == ["Not her choir, unless she sings"]
    sample_journal.undo()
    assert notes() == [*before, "Not her choir, unless she sings"]
    assert [text.text() for text in part.list.texts()] == [
        "Not her choir, unless she sings", *before] or len(part.list.texts()) == 2


def test_a_boundary_that_is_emptied_says_its_old_words_again(
    pane: PersonPane, sample_journal: Journal
) -> None:
    refusals: list[str] = []
    pane.refused.connect(refusals.append)
    first = front(pane).boundaries.list.texts()[0]
    words = first.text()
    first.setFocus()
    first.type_anew("")
    first.commit()
    pane.head.edit.setFocus()
    assert first.text() == words
    assert knowing.boundaries(sample_journal, OKAFOR)[0].note == words
    assert not refusals


def test_a_friendly_tone_of_my_own_making_is_said_quietly(
    pane: PersonPane, sample_journal: Journal
) -> None:
    part = front(pane).boundaries
    assert part.tone.current() == "professional"
    assert not part.word.isVisible() and not part.led.isVisible()
    part.tone.button("friendly").click()
    assert people.get(sample_journal, OKAFOR).tone == "friendly"
    assert part.word.isVisible()
    part.led.click()
    assert people.get(sample_journal, OKAFOR).mentor_led is True
    assert not part.word.isVisible()


def test_news_are_noted_and_ticked_off(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    part = front(pane).news
    qtbot.keyClicks(part.add.edit, "Elected to the council")
    qtbot.keyClick(part.add.edit, Qt.Key.Key_Return)
    newest = knowing.news_of(sample_journal, OKAFOR)[0]
    assert (newest.text, newest.date) == ("Elected to the council", build.SAMPLE_DAY)
    tick = part._ticks[newest.id]
    tick.click()
    found = {one.id: one for one in knowing.news_of(sample_journal, OKAFOR)}
    assert found[newest.id].congratulated_on == build.SAMPLE_DAY
    assert tick.isChecked()
    sample_journal.undo()
    assert not tick.isChecked()


def test_for_people_i_mentor_no_reliability_is_counted(pane: PersonPane) -> None:
    assert front(pane).reliability.isVisible()
    pane.show_person(MENTEE)
    assert not front(pane).reliability.isVisible()
    assert "What we work on together" in read(front(pane))


def test_links_lead_to_the_other_tabs(pane: PersonPane, qtbot: QtBot) -> None:
    front(pane).goals.more.click()
    assert pane.tabs.currentWidget().objectName() == "knowing"
    pane.tabs.setCurrentIndex(0)
    front(pane).agreed.more.click()
    assert pane.tabs.currentWidget().objectName() == "expectations"


def test_columns_fold_to_one_where_it_is_narrow(pane: PersonPane) -> None:
    tab = front(pane)

    def side_by_side() -> bool:
        left, right = (each.mapTo(tab, each.rect().topLeft()) for each in (tab.seek, tab.agreed))
        return right.x() > left.x() and right.y() == left.y()

    assert side_by_side()
    pane.resize(800, 850)
    QApplication.processEvents()
    assert not side_by_side()


# Knowing them ---------------------------------------------------------------------------------


def test_filling_a_card_raises_the_count_by_one(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(BRANDT, "knowing")
    tab = front(pane)
    assert "2 of 6 known" in read(tab)
    card = tab.cards["lessons"]
    card.field.type_anew("Count before you model.")
    card.field.commit()
    assert "3 of 6 known" in read(tab)
    assert card.day.text() == "as of 15 May 2026"
    assert record_of(card.field).row_id == knowing.answers(sample_journal, BRANDT)[0].id
    card.field.type_anew("")
    card.field.commit()
    assert "2 of 6 known" in read(tab)


def test_old_answers_ask_to_be_asked_again_or_are_still_so(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(OKAFOR, "knowing")
    tab = front(pane)
    assert [topic for topic in KNOW_TOPICS if tab.cards[topic].still.isVisible()] == [
        "who", "drives", "path"]
    assert tab.cards["who"].day.text() == "3 Dec 2024, ask again"
    tab.cards["who"].still.click()
    assert tab.cards["who"].day.text() == "as of 15 May 2026"
    assert not tab.cards["who"].still.isVisible()
    assert "ask again" not in tab.cards["lessons"].day.text()


def test_little_known_after_half_a_year_is_said_quietly(
    journal: Journal, opened: Callable[..., PersonPane]
) -> None:
    words = "After half a year little is known yet."
    day = build.SAMPLE_DAY
    whom = build.add_person(journal, start=day - timedelta(179))
    pane = opened(journal, whom, "knowing")
    tab = front(pane)
    assert words not in read(tab)
    people.edit(journal, whom, {"start": day - timedelta(180)})
    assert words in read(tab)
    people.edit(journal, whom, {"stage": "closed"})
    assert words not in read(tab)


def test_the_talk_on_differences_is_optional_and_its_note_private(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(NEW, "knowing")
    card = front(pane).differences
    assert card.day.day() is None
    assert not any(
        label.property("tone") in ("warn", "alert") for label in card.findChildren(QLabel))
    assert "never exported" in read(card)
    button(card, "Today").click()
    assert card.day.day() == build.SAMPLE_DAY
    card.note.type_anew("She asked me to call her Imogen.")
    card.note.commit()
    one = people.get(sample_journal, NEW)
    assert one.differences_talk_on == build.SAMPLE_DAY
    assert one.differences_note == "She asked me to call her Imogen."
    card.day.set_day(None)
    assert people.get(sample_journal, NEW).differences_talk_on is None


@pytest.mark.parametrize(("width", "across"), [(1230, 3), (1040, 2), (700, 1)])
def test_the_cards_stand_in_as_many_columns_as_fit(
    sample_journal: Journal, opened: Callable[..., PersonPane], width: int, across: int
) -> None:
    pane = opened(sample_journal, OKAFOR, "knowing", width)
    tab = front(pane)
    assert len({card.x() for card in tab.cards.values()}) == across


def test_everything_is_named_and_reached_by_tab(pane: PersonPane) -> None:
    for key in ("overview", "knowing"):
        pane.open_tab(key)
        for one in front(pane).findChildren(QWidget):
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                words = one.accessibleName() or getattr(one, "text", str)()
                assert words or one.findChildren(QAbstractButton), one
