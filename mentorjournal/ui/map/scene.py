"""The map as a mirror of its records: one item a person, changed as little as possible."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from mentorjournal.mentoring import vocabulary
from mentorjournal.ui.map.backdrop import BackdropItem, CaptionItem, MeItem
from mentorjournal.ui.map.geometry import ASIDE, RINGS, SECTORS, MapLayout, Variant
from mentorjournal.ui.map.items import EmptyItem, NodeItem
from mentorjournal.ui.map.layout import arrange
from mentorjournal.ui.map.links import ArcItem, LineItem, LinkItem
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.person import (
    MapGap,
    MapPerson,
    counted,
    map_summary,
    ring_name,
)
from mentorjournal.ui.map.person_item import PersonItem

CANVAS = (888.0, 724.0)  # of the design, until a view says how large it is


class MapScene(QGraphicsScene):
    """People, gaps and me; empty places have the keys -1, -2, …"""

    person_chosen = Signal(int)
    person_opened = Signal(int)
    empty_place_chosen = Signal(str, str)
    people_shown = Signal()
    bounds_changed = Signal()

    def __init__(self, parent: QObject | None = None, look: Look | None = None) -> None:
        super().__init__(parent)
        self.look = look or Look()
        self.people: dict[int, MapPerson] = {}
        self.gaps: tuple[MapGap, ...] = ()
        self.me_name = ""
        self.plan: MapLayout | None = None
        self.selected_id: int | None = None
        self.focus_key: int | None = None
        self._canvas: tuple[float, float] | None = None
        self._nodes: dict[int, NodeItem] = {}
        self._lines: dict[tuple[type[LineItem], int], LineItem] = {}
        self._shown: Callable[[MapPerson], bool] | None = None
        self.setting = "clinical"
        self._backdrop = BackdropItem(self.look)
        self._me = MeItem(self.look)
        self._headings = {area: CaptionItem(self.look) for area in SECTORS}
        self._ring_names = {level: CaptionItem(self.look) for level in (*RINGS[1:], ASIDE)}
        self._other_side = CaptionItem(self.look)
        for item in (self._backdrop, self._me, *self._headings.values(),
                     *self._ring_names.values(), self._other_side):
            self.addItem(item)
        self.refresh_theme()

    # What is shown

    def set_people(
        self, people: Sequence[MapPerson], empty_places: Sequence[MapGap], me_name: str,
        setting: str = "clinical",
    ) -> None:
        """Mirror these people and gaps; `setting` words the areas (vocabulary.area_label)."""
        wanted = {person.id: person for person in people}
        for key in [key for key in self.people if key not in wanted]:
            self._remove(key)
        for key, person in wanted.items():
            self._show(key, person)
        self.people = wanted
        if tuple(empty_places) != self.gaps:
            self._set_gaps(tuple(empty_places))
        if me_name != self.me_name:
            self.me_name = me_name
            self._me.set_name(me_name)
        self.setting = setting
        self._arrange()
        self.people_shown.emit()

    def update_people(self, records: Mapping[int, MapPerson]) -> None:
        """Take over changed or new records; the others stay untouched unless they must move."""
        before = {key: self._nodes[key].node() for key in records if key in self.people}
        for key, person in records.items():
            self._show(key, person)
            self.people[key] = person
        after = {key: self._nodes[key].node() for key in records}
        if before != after:
            self._arrange()
        else:
            self._caption()
            for key in records:
                self._join(key)
            self._fade()
        self.people_shown.emit()

    def _show(self, key: int, person: MapPerson) -> None:
        item = self._nodes.get(key)
        if item is None:
            item = PersonItem(person, self.look)
            item.chosen.connect(self.choose)
            item.opened.connect(self.open)
            self._nodes[key] = item
            item.mark(selected=key == self.selected_id)
        elif self.people[key] != person:
            item.set_person(person)

    def _remove(self, key: int) -> None:
        self.people.pop(key, None)
        item = self._nodes.pop(key)
        if item.scene() is self:
            self.removeItem(item)
        for kind in (LinkItem, ArcItem):
            self._drop_line(kind, key)
        if self.selected_id == key:
            self.selected_id = None
        if self.focus_key == key:
            self.focus_key = None

    def _drop_line(self, kind: type[LineItem], key: int) -> None:
        line = self._lines.pop((kind, key), None)
        if line is not None:
            self.removeItem(line)

    def _set_gaps(self, gaps: tuple[MapGap, ...]) -> None:
        for key in [key for key in self._nodes if key < 0]:
            self._remove(key)
        self.gaps = gaps
        for index, gap in enumerate(gaps):
            item = EmptyItem(-1 - index, gap, self.look)
            item.chosen.connect(self.choose)
            item.opened.connect(self.open)
            self._nodes[item.key] = item

    # Where it stands

    def set_canvas(self, width: float, height: float) -> None:
        """The room of the view, in pixels; everyone moves to fit it."""
        if (width, height) != self._canvas:
            self._canvas = (width, height)
            self._arrange(anew=True)

    def _caption(self) -> None:
        for area, caption in self._headings.items():
            here = [person for person in self.people.values()
                    if area in person.areas and person.standing != "mentee"]
            caption.set_words(vocabulary.area_label(area, self.setting), counted(here),
                              beside=area == "academic")

    def _arrange(self, anew: bool = False) -> None:
        self._caption()
        kept = None if anew or self.plan is None or not self.plan.places else self.plan.variant
        if self._canvas is None:
            kept = Variant()  # nobody sees it yet: the best way is found once there is a view
        nodes = [item.node() for item in self._nodes.values() if isinstance(item, PersonItem)]
        gaps = [item.empty_place() for item in self._nodes.values() if isinstance(item, EmptyItem)]
        plan = arrange(
            nodes, gaps, *(self._canvas or CANVAS),
            {area: caption.size() for area, caption in self._headings.items()},
            {level: caption.size() for level, caption in self._ring_names.items()},
            self.look.spread, kept,
        )
        before, self.plan = self.plan, plan
        self._backdrop.set_layout(plan)
        for sector in plan.sectors:
            self._headings[sector.area].set_box(sector.heading, sector.align)
        self._place_names(plan)
        for key, item in self._nodes.items():
            item.set_place(plan.places[key])
            if item.scene() is None:
                self.addItem(item)
            self._join(key)
        self._fade()
        self.setSceneRect(bounds_of(plan))
        if before is None or before.bounds != plan.bounds:
            self.bounds_changed.emit()

    def _place_names(self, plan: MapLayout) -> None:
        names = {ring.level: ring.name for ring in plan.rings}
        if plan.asides:
            names[ASIDE] = plan.asides[0]
        boxes = [(caption, names.get(level)) for level, caption in self._ring_names.items()]
        boxes.append((self._other_side, plan.asides[1] if plan.asides[1:] else None))
        for caption, box in boxes:
            caption.setVisible(box is not None)
            if box is not None:
                caption.set_box(box, "middle")

    def _join(self, key: int) -> None:
        """Give the person the lines that belong to them, and no others."""
        if key < 0 or self.plan is None:
            return
        person, place = self.people[key], self.plan.places[key]
        for kind, wanted in ((LinkItem, person.linked), (ArcItem, place.arc is not None)):
            line = self._lines.get((kind, key))
            if not wanted:
                self._drop_line(kind, key)
                continue
            if line is None:
                line = self._lines[kind, key] = kind(self.look)
                line.show_for(person, place, self._nodes[key].radius)
                self.addItem(line)
            else:
                line.show_for(person, place, self._nodes[key].radius)

    # What is marked

    def set_filter(self, shown: Callable[[MapPerson], bool] | Collection[int] | None) -> None:
        """Fade whom the rule (or the set of ids) leaves out to 25 %; None shows everyone."""
        if shown is None or callable(shown):
            self._shown = shown
        else:
            ids = frozenset(shown)
            self._shown = lambda person: person.id in ids
        self._fade()

    def _fade(self) -> None:
        for key, person in self.people.items():
            faded = self._shown is not None and not self._shown(person)
            self._nodes[key].set_faded(faded)
            for kind in (LinkItem, ArcItem):
                if line := self._lines.get((kind, key)):
                    line.set_faded(faded)

    def is_faded(self, person_id: int) -> bool:
        """Whether the filter leaves this person out."""
        return self._nodes[person_id].faded

    def select(self, person_id: int | None) -> None:
        """Mark a person as the selected one, without telling anybody."""
        if self.selected_id in self._nodes:
            self._nodes[self.selected_id].mark(selected=False)
        self.selected_id = person_id
        if person_id in self._nodes:
            self._nodes[person_id].mark(selected=True)

    def choose(self, key: int) -> None:
        """As a click does: select the person, or ask for someone at an empty place."""
        self.set_focus_key(key)
        if key < 0:
            gap = self.gaps[-1 - key]
            self.empty_place_chosen.emit(gap.level or "", gap.area)
            return
        self.select(key)
        self.person_chosen.emit(key)

    def open(self, key: int) -> None:
        """As a double click does; an empty place has answered the first click already."""
        if key >= 0:
            self.person_opened.emit(key)

    def set_focus_key(self, key: int | None, visible: bool = False) -> None:
        """Keyboard focus for a person or empty place; `visible` shows the ring."""
        for one in (self.focus_key, key):
            if one in self._nodes:
                self._nodes[one].mark(focused=visible and one == key)
        self.focus_key = key

    def keyboard_order(self) -> list[int]:
        """Keys ring by ring from the inside, each ring clockwise from the top."""
        if self.plan is None:
            return []
        return sorted(self.plan.places, key=lambda key: (
            RINGS.index(self.plan.places[key].ring), (90 - self.plan.places[key].angle) % 360, key
        ))

    def words_of(self, key: int) -> str:
        """What a screen reader says for a person or an empty place."""
        return self._nodes[key].words

    def summary(self) -> str:
        """The whole map in words."""
        return map_summary(self.people.values(), self.gaps)

    def item_of(self, key: int) -> NodeItem:
        """The item of a person, or of an empty place (-1, -2, …)."""
        return self._nodes[key]

    def refresh_theme(self) -> None:
        """Colours, fonts and text size anew."""
        self.setBackgroundBrush(self.look.color("surface"))
        for level, caption in self._ring_names.items():
            caption.set_words(ring_name(level))
        self._other_side.set_words(ring_name(ASIDE))
        self._me.set_name(self.me_name)
        for key, person in self.people.items():
            self._nodes[key].set_person(person)
        for line in self._lines.values():
            line.dress()
        gaps, self.gaps = self.gaps, ()
        self._set_gaps(gaps)
        self._arrange(anew=True)
        self.update()


def bounds_of(plan: MapLayout) -> QRectF:
    """How far the map reaches, in scene coordinates."""
    left, top, right, bottom = plan.bounds
    return QRectF(left, top, right - left, bottom - top)
