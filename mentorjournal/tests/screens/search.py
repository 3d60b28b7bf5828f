"""Pictures of search and do: a name, words in texts, other scripts, private, nothing, empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mentorjournal.journal import agenda, feedback, people, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.tests import build
from mentorjournal.tests.screens import settle
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

SCRIPTS = ("张伟 教授", "Prof. Nguyễn Thị Ánh", "د. محمد الأمين", "Dr. Søren Ångström",
           "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg")


def _with_scripts(journal: Journal) -> None:
    """People of five scripts, each with a meeting, feedback and a word of their own."""
    if any(one.person.name == SCRIPTS[0] for one in people.everybody(journal, LAST_DAY)):
        return
    texts = ("讨论论文计划和导师会议", "Thảo luận về luận văn", "مناقشة خطة الرسالة مع الأمين",
             "Mötet med Søren i Malmö", "A very long title " * 9)
    for name, text in zip(SCRIPTS, texts, strict=True):
        who = people.add(journal, {"name": name, "roles": ["coach"], "level": "senior"})
        meeting = build.add_meeting(journal, who, "2026-05-27T10:00", headline=text)
        agenda.add_item(journal, meeting, {"title": text})
        feedback.log(journal, {"person_id": who, "date": date(2026, 4, 2), "topic": text[:80],
                               "first_reaction": f"{text[:90]}, and I was hurt"})
    reflections.add(journal, {"text": "Ánh asked what I would do if nobody looked.",
                              "date": LAST_DAY})


def palette(
    typed: str = "", *, down: int = 0, scripts: bool = False, recent: bool = False
) -> Callable[[MainWindow], None]:
    """The palette with something typed, so many rows down."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        window.show_pane("network")
        if scripts:
            _with_scripts(window.journal)
        if window.search.palette is not None:
            window.search.palette.close()
        window.search._recent[:] = [Ref("person", 1), Ref("feedback", 8), Ref("goal", 3),
                                    Ref("reflection", 3)] if recent else []
        window.messages.clear()
        window.search.toggle()
        window.search.palette.line.setText(typed)
        settle()
        window.search.palette.list.step(down)

    return show


def empty(window: MainWindow) -> None:
    """In a journal without anything."""
    begin(window)
    palette()(window)


SHOTS = (
    ("search-name", palette("okafor")),
    ("search-words", palette("cohort", down=3)),
    ("search-chinese", palette("导师", scripts=True)),
    ("search-chinese-name", palette("张伟", scripts=True)),
    ("search-vietnamese", palette("anh", scripts=True)),
    ("search-arabic", palette("الامين", scripts=True, down=2)),
    ("search-long", palette("hohen", scripts=True)),
    ("search-deed", palette("thank ok")),
    ("search-menu", palette("add")),
    ("search-off", palette("undo")),
    ("search-help", palette("help")),
    ("search-tip", palette("tip feedback")),
    ("search-setting", palette("font")),
    ("search-nothing", palette("Okonkwo")),
    ("search-empty-line", palette(recent=True)),
)
EMPTY_SHOTS = (("empty-search", empty),)
