"""The preview of a paper: its very pages one at a time, what is said of them, and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import paths
from mentorjournal.exchange import brief_files
from mentorjournal.journal import letters
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.page_preview import PagePreview

DAY = build.SAMPLE_DAY


@pytest.fixture
def settings() -> Settings:
    return Settings(paths.settings_file())


@pytest.fixture
def preview(qapp: QApplication, settings: Settings, qtbot: QtBot) -> Iterator[PagePreview]:
    theme.apply(qapp, "light")
    made = PagePreview(settings)
    made.resize(theme.px(392), theme.px(700))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def k12(journal: Journal) -> int:
    return next(one.id for one in letters.every(journal) if "K12" in one.target)


def test_a_brief_of_two_pages_is_turned_by_keyboard(
    preview: PagePreview, sample_journal: Journal
) -> None:
    preview.show_proof(partial(brief_files.proof, sample_journal, k12(sample_journal), DAY))
    assert preview.place.text() == "Page 1 of 2"
    assert [page.isVisible() for page in preview.pages] == [True, False]
    assert preview.pages[0].image.deviceIndependentSize().width() == theme.px(352)
    assert not preview.earlier.isEnabled()
    assert preview.later.focusPolicy() & Qt.FocusPolicy.TabFocus
    preview.activateWindow()
    preview.later.setFocus()
    QTest.keyClick(preview.later, Qt.Key.Key_Return)
    assert preview.place.text() == "Page 2 of 2"
    assert [page.isVisible() for page in preview.pages] == [False, True]
    assert preview.pages[1].accessibleName() == "Preview, page 2 of 2"
    assert not preview.later.isEnabled()
    assert preview.focusWidget() is preview.earlier
    QTest.keyClick(preview.earlier, Qt.Key.Key_Space)
    assert preview.place.text() == "Page 1 of 2"


def test_the_page_that_is_looked_at_stays_until_it_is_gone_or_another_paper_comes(
    preview: PagePreview, sample_journal: Journal
) -> None:
    which = k12(sample_journal)
    proof = partial(brief_files.proof, sample_journal, which, DAY)
    preview.show_proof(proof)
    preview.later.click()
    letters.edit(sample_journal, which, {"leave_out": "Another project."})
    preview.show_proof(proof)
    assert preview.place.text() == "Page 2 of 2"
    preview.show_from_start(proof)
    assert preview.place.text() == "Page 1 of 2"
    preview.later.click()
    bare = letters.add(sample_journal, {"writer_id": 1, "target": "Award"})
    preview.show_proof(partial(brief_files.proof, sample_journal, bare, DAY))
    assert len(preview.pages) == 1
    assert preview.later.isHidden() and preview.place.isHidden()


def test_what_is_too_long_and_what_is_refused_is_said(
    preview: PagePreview, sample_journal: Journal
) -> None:
    which = k12(sample_journal)
    proof = partial(brief_files.proof, sample_journal, which, DAY)
    letters.edit(sample_journal, which, {"evidence_unknown": "Another paper went out. " * 900})
    preview.show_proof(proof)
    assert preview.warning.isVisible()
    assert preview.warning.accessibleName() == (
        "This is longer than three pages. Shorten “What you could not know”.")
    letters.edit(sample_journal, which, {"evidence_unknown": "One paper."})
    preview.show_proof(proof)
    assert not preview.warning.isVisible()

    def refuse(_paper: str) -> tuple[bytes, list[str]]:
        raise JournalError("It is gone.")

    preview.show_proof(refuse)
    assert preview.warning.text() == "It is gone."
    assert len(preview.pages) == 2  # what was last seen stays


def test_it_is_made_anew_for_another_paper_and_another_width(
    preview: PagePreview, settings: Settings, sample_journal: Journal, qtbot: QtBot
) -> None:
    preview.show_proof(partial(brief_files.proof, sample_journal, k12(sample_journal), DAY))
    image = preview.pages[0].image
    assert image.height() / image.width() == pytest.approx(297 / 210, abs=0.01)
    settings.set(PAPER, "Letter")
    qtbot.waitUntil(lambda: preview.paper.text().startswith("Letter"))
    image = preview.pages[0].image
    assert image.height() / image.width() == pytest.approx(11 / 8.5, abs=0.01)
    preview.resize(theme.px(500), theme.px(700))
    qtbot.waitUntil(
        lambda: preview.pages[0].image.deviceIndependentSize().width() == theme.px(460))


def test_it_is_wanted_once_after_a_pause_in_typing(preview: PagePreview, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(preview.wanted, wait=150):
        for _ in range(3):
            preview.typed()
            preview.soon()  # the journal's own notice does not hurry a person who types
    with qtbot.waitSignal(preview.wanted, timeout=1_000):
        preview.typed()
    with qtbot.waitSignal(preview.wanted, timeout=200):
        preview.soon()


def test_nothing_is_read_while_nobody_sees_it(preview: PagePreview, qtbot: QtBot) -> None:
    wanted: list[int] = []
    preview.wanted.connect(lambda: wanted.append(1))
    for say in (preview.typed, preview.soon):
        say()
        preview.hide()
        say()
        qtbot.wait(400)
        assert wanted == []
        preview.show()
        qtbot.waitUntil(lambda: wanted == [1])
        wanted.clear()
