"""Beside the map while nobody is chosen: coverage, what is missing, reach, functions, origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.journal.keeping import has_rhythm
from mentorjournal.journal.stages import MENTORS
from mentorjournal.mentoring import gaps as gap_rules
from mentorjournal.mentoring import phrases, sought
from mentorjournal.mentoring.coverage import NEEDS_TO_COUNT, Coverage
from mentorjournal.mentoring.gaps import EmptyPlace, Gap
from mentorjournal.mentoring.keeping import Starts
from mentorjournal.mentoring.sought import Sought
from mentorjournal.mentoring.vocabulary import AREAS, FIVE_ROLES, LEVELS, label
from mentorjournal.models.people_list import PersonLine, spoken_word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network_keeping import KeepInTouch
from mentorjournal.ui.panes.network_parts import heading
from mentorjournal.ui.panes.network_stage import StageAsked, StageQuestion
from mentorjournal.ui.panes.network_updates import UpdateOwed, UpdatesOwed
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.coverage_matrix import CoverageMatrix, MatrixCell, MatrixPerson
from mentorjournal.ui.widgets.label import label as text_label
from mentorjournal.ui.widgets.parts import column, rule, wrapped
from mentorjournal.ui.widgets.reach_boxes import ReachBoxes
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import listing, tr, trn

NEEDS_NOBODY = ("start", "unset", "concentration")  # kinds that a new person would not answer


@dataclass(frozen=True)
class Overview:
    """What the overview shows."""

    coverage: Coverage
    gaps: tuple[Gap, ...]
    lines: Mapping[int, PersonLine]
    starts: Starts = Starts(0, 0)
    updates: tuple[UpdateOwed, ...] = ()
    stage: StageQuestion | None = None


def sought_at(
    level: str, area: str, places: Sequence[EmptyPlace], shown: Overview
) -> Sought:
    """Who is looked for at an empty place of the map."""
    for place in places:
        if (place.level, place.area) == (level, area):
            gap = next(gap for gap in shown.gaps if gap.key == place.gap_key)
            return sought.of_gap(gap, shown.coverage)
    return sought.of_place(level, area, tr("{first}, {second}", first=label(level),
                                           second=phrases.area(area, shown.coverage.setting)))


class NetworkOverview(QWidget):
    """Facts about the whole network, and one button for everything that is missing."""

    person_chosen = Signal(int)
    mentor_wanted = Signal(object)  # who is looked for: a Sought
    keeping_wanted = Signal(int, str)
    update_wanted = Signal(int)
    mentors_wanted = Signal()
    names_wanted = Signal()
    stage_aside_wanted = Signal(str, int)  # which question, and the stage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self._all_hints = self._all_rows = False
        self.by = Segmented(
            [("level", tr("By level")), ("area", tr("By area"))], "level"
        )
        self.by.chosen.connect(lambda _: self._show_matrix())
        self.matrix = CoverageMatrix()
        self.matrix.person_chosen.connect(self.person_chosen)
        self.matrix.gap_chosen.connect(self._fill_cell)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.matrix)
        page = column(self, 12)
        page.setContentsMargins(*(theme.px(n) for n in (20, 14, 14, 24)))
        page.addLayout(heading(tr("Coverage"), self.by))
        page.addWidget(card)
        self._rest: QWidget | None = None
        self._page = page
        page.addStretch(1)

    def show_overview(self, shown: Overview) -> None:
        """Show these facts; nothing is rebuilt when they are the same."""
        if shown == self._shown:
            return
        self._shown = shown
        self._show_matrix()
        self._rebuild()

    # The matrix -------------------------------------------------------------------------------

    def _show_matrix(self) -> None:
        if self._shown is None:
            return
        coverage, by = self._shown.coverage, self.by.current()
        across = LEVELS if by == "level" else AREAS
        cells = coverage.by_level if by == "level" else coverage.by_area
        marked = gap_rules.gap_cells(self._shown.gaps, "level" if by == "level" else "area")
        self.matrix.set_cells(
            [(role, _short_role(role)) for role in FIVE_ROLES],
            [(one, _short(one, coverage.setting)) for one in across],
            {
                place: MatrixCell(self._people((*cell.people, *cell.candidates)), place in marked)
                for place, cell in cells.items()
            },
        )

    def _people(self, ids: Sequence[int]) -> tuple[MatrixPerson, ...]:
        lines = self._shown.lines if self._shown else {}
        return tuple(
            MatrixPerson(
                one, lines[one].person.name, lines[one].person.initials,
                lines[one].person.standing, lines[one].photo,
            )
            for one in ids if one in lines
        )

    def _fill_cell(self, role: str, column_id: str) -> None:
        is_level = column_id in LEVELS
        place = phrases.level(column_id) if is_level else phrases.area(
            column_id, self._shown.coverage.setting if self._shown else "clinical")
        self.mentor_wanted.emit(sought.of_cell(role, column_id, is_level, place))

    # What follows below -----------------------------------------------------------------------

    def _rebuild(self) -> None:
        if self._shown is None:
            return
        rest = QWidget()
        below = column(rest, 12)
        below.setContentsMargins(0, theme.px(8), 0, 0)
        for part in (self._stage(), self._keeping(), self._updates(), self._missing(),
                     self._reach(), self._sharing(), self._met()):
            if part is not None:
                below.addWidget(part)
        held = self._held_key()
        if self._rest is not None:
            self._page.replaceWidget(self._rest, rest)
            self._rest.hide()
            self._rest.deleteLater()
        else:
            self._page.insertWidget(2, rest)
        rest.show()
        self._rest = rest
        again = rest.findChild(QWidget, held) if held else None
        if held and again is None:  # the row went, as when contact was logged
            again = next((one for one in rest.findChildren(Button)), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held_key(self) -> str:
        """The name of the button below that has the focus, so that it keeps it."""
        # Not hasFocus: a form that was asked from here may still be open in front.
        focused = self.focusWidget()
        held = focused is not None and self.window().focusWidget() is focused
        return focused.objectName() if held else ""

    def _stage(self) -> QWidget | None:
        if self._shown.stage is None:
            return None
        part = StageAsked(self._shown.stage)
        part.mentors_wanted.connect(self.mentors_wanted)
        part.aside_wanted.connect(lambda which: self.stage_aside_wanted.emit(MENTORS, which))
        return part

    def _keeping(self) -> QWidget | None:
        shown = self._shown
        if not any(has_rhythm(line.person) for line in shown.lines.values()):
            return None
        part = KeepInTouch(shown.lines.values(), shown.starts, self._all_rows)
        part.person_chosen.connect(self.person_chosen)
        part.wanted.connect(self.keeping_wanted)
        if part.more is not None:
            part.more.clicked.connect(self._turn_rows)
        return part

    def _updates(self) -> QWidget | None:
        if not self._shown.updates:
            return None
        part = UpdatesOwed(self._shown.updates)
        part.wanted.connect(self.update_wanted)
        return part

    def _turn_rows(self) -> None:
        self._all_rows = not self._all_rows
        self._rebuild()

    def _missing(self) -> QWidget:
        coverage, found = self._shown.coverage, self._shown.gaps
        part = QWidget()
        below = column(part, 10)
        serious = [gap for gap in found if gap.importance > gap_rules.HINT]
        hints = [gap for gap in found if gap.importance <= gap_rules.HINT]
        below.addLayout(heading(
            tr("What is missing"), text_label(str(len(found)), "small", "muted")
        ))
        beginning = gap_rules.beginning_words(coverage)
        if beginning and found and found[0].kind != "start":
            below.addWidget(wrapped(beginning, "small", "muted"))
        if not found:
            below.addWidget(wrapped(
                tr("Every role, level and area has somebody. Look again when your needs change."),
                "small", "muted",
            ))
        shown = [*serious, *hints] if self._all_hints or not serious else serious
        for place, gap in enumerate(shown):
            if place:
                below.addWidget(rule())
            below.addWidget(self._gap(gap))
        if hints and serious:
            below.addWidget(self._hint_button(len(hints)))
        if len(coverage.needs) >= NEEDS_TO_COUNT:
            below.addWidget(wrapped(gap_rules.needs_words(coverage), "small", "muted"))
        return part

    def _hint_button(self, count: int) -> Button:
        words = tr("Fewer hints") if self._all_hints else trn(
            "{n} more hint", "{n} more hints", count
        )
        button = Button(words, "caret-up" if self._all_hints else "caret-down", "link")
        button.clicked.connect(self._turn_hints)
        return button

    def _turn_hints(self) -> None:
        self._all_hints = not self._all_hints
        self._rebuild()

    def _gap(self, gap: Gap) -> QWidget:
        part = QWidget()
        below = column(part, 2)
        below.addWidget(wrapped(gap.title, "heading"))
        below.addWidget(wrapped(gap.detail, "small", "muted"))
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(6), 0, 0)
        row.setSpacing(theme.px(12))
        if gap.kind not in NEEDS_NOBODY:
            button = Button(tr("Find a mentor"), "user-plus", "row")
            button.setAccessibleDescription(gap.title)
            button.clicked.connect(
                lambda: self.mentor_wanted.emit(sought.of_gap(gap, self._shown.coverage))
            )
            row.addWidget(button)
        if gap.kind == "start":
            names = Button(tr("Add several names"), "users-three", "row")
            names.clicked.connect(self.names_wanted)
            row.addWidget(names)
        for one in gap.candidate_ids[:1]:
            if one in self._shown.lines:
                name = self._shown.lines[one].person.short_name
                link = Button(tr("See {name}", name=_cut(name)).replace("&", "&&"), None, "link")
                link.clicked.connect(lambda _=False, key=one: self.person_chosen.emit(key))
                row.addWidget(link)
        row.addStretch(1)
        if row.count() > 1:
            below.addLayout(row)
        return part

    def _reach(self) -> QWidget | None:
        coverage = self._shown.coverage
        total = len(coverage.mentors)
        if not total:
            return None
        part = QWidget()
        below = column(part, 6)
        below.addWidget(rule())
        below.addSpacing(theme.px(6))
        below.addLayout(heading(tr("Reach")))
        rows = (
            (coverage.reach.own_department, tr("{n} of {total} in your own department")),
            (coverage.reach.other_department, tr("{n} of {total} in another department")),
            (coverage.reach.outside, tr("{n} of {total} from outside")),
            (coverage.reach.unknown, tr("{n} of {total} not noted yet")),
        )
        for ids, words in rows:
            if ids or words != rows[-1][1]:
                row = QHBoxLayout()
                row.addWidget(wrapped(words.format(n=len(ids), total=total)), 1)
                row.addWidget(ReachBoxes(len(ids), total))
                below.addLayout(row)
        said = _concentration_words(coverage)
        if said:
            below.addWidget(wrapped(said, "small", "muted"))
        return part

    def _sharing(self) -> QWidget | None:
        coverage = self._shown.coverage
        if not coverage.functions:
            return None
        part = QWidget()
        below = column(part, 6)
        below.addWidget(rule())
        below.addSpacing(theme.px(6))
        below.addLayout(heading(tr("What they do for you")))
        top = Qt.AlignmentFlag.AlignTop
        for function, ids in coverage.functions.items():
            row = QHBoxLayout()
            row.addWidget(wrapped(spoken_word(function)), 4, top)
            row.addWidget(wrapped(listing(coverage.names(ids)), "small", "muted"), 5, top)
            below.addLayout(row)
        return part

    def _met(self) -> QWidget | None:
        coverage = self._shown.coverage
        if not coverage.origins:
            return None
        part = QWidget()
        below = column(part, 6)
        below.addWidget(rule())
        below.addSpacing(theme.px(6))
        below.addLayout(heading(tr("How you met")))
        for origin, count in sorted(coverage.origins.items(), key=lambda one: -one[1]):
            row = QHBoxLayout()
            row.addWidget(wrapped(label(origin) or tr("Not noted yet")), 1)
            row.addWidget(text_label(str(count), "body", "muted"))
            below.addLayout(row)
        return part


def _concentration_words(coverage: Coverage) -> str:
    held = coverage.concentration
    if held.state == "not_enough":
        return tr("Too few people to tell whether much rests on one.")
    if not held.most:
        return ""
    names = listing(coverage.names(held.person_ids)[:3])
    if held.most == 1:
        return tr("Nobody holds more than one of the five roles.")
    if len(held.person_ids) > 3:
        return tr("The most held by one person is {n} of the five roles.", n=held.most)
    return trn(
        "{names} holds {most} of the five roles, the most of all.",
        "{names} hold {most} of the five roles each, the most of all.",
        len(held.person_ids), names=names, most=held.most,
    )


def _short(column_id: str, setting: str) -> str:
    if setting == "phd" and column_id in ("clinical", "academic"):
        return tr("Teaching") if column_id == "clinical" else tr("Research")
    return {
        "clinical": tr("Clinical"), "academic": tr("Academic"), "personal_life": tr("Personal"),
    }.get(column_id) or label(column_id)


def _short_role(role: str) -> str:
    return tr("Research") if role == "research_adviser" else label(role)


def _cut(name: str) -> str:
    return name if len(name) <= 18 else name[:17].rstrip() + "…"
