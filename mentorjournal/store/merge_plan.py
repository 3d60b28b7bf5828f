"""What merging two copies of a journal comes to: a plan made of both sides' rows, without a file.

Each value, and the being there of each row, is settled by who knows of whom. A copy whose history
holds the other one's value has gone on from it, so its own is the newer one. Where both know of
each other, or neither does, the later change counts; only when neither does is it a conflict. The
rules look the same from both sides, so that both copies come to the same records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorjournal.store.merge_rows import (
    FIELDS,
    LINKS,
    OWNED,
    Copy,
    Row,
    Value,
    Values,
    is_quiet,
    is_unsaid,
    unlinked,
)

# Rows that are one when these fields agree, however many copies made it anew.
_SAME: dict[str, tuple[str, ...]] = {
    "me": (), "preference": ("key",), "person_tag": ("person_id", "kind", "value"),
    "need_person": ("need_id", "person_id"), "goal_person": ("goal_id", "person_id"),
    "accomplishment_person": ("accomplishment_id", "person_id", "part"),
}
# Lists whose places are kept apart: table -> what makes it one list.
LISTS: dict[str, tuple[str, ...]] = {
    "person_tag": ("person_id", "kind"), "agenda_item": ("meeting_id",),
    "agenda_option": ("item_id",), "ask_ahead": ("meeting_id",), "outcome": ("meeting_id",),
    "expectation": ("person_id",), "goal_step": ("goal_id",),
    "letter_attachment": ("letter_id",), "letter_evidence": ("quality_id",),
}


@dataclass(frozen=True)
class Conflict:
    """A field that both copies changed, each without knowing of the other."""

    table: str
    id: int
    uid: str
    field: str
    mine: Value
    theirs: Value
    mine_at: str
    theirs_at: str
    theirs_is_later: bool


@dataclass(frozen=True)
class Insert:
    """A row that comes over; `id` is the one it had here before, if it had."""

    table: str
    id: int | None
    uid: str
    values: Values


@dataclass(frozen=True)
class Update:
    """Fields of a row that change here."""

    table: str
    id: int
    values: Values


@dataclass(frozen=True)
class Plan:
    """What has to happen in my copy; links are uids throughout."""

    inserts: tuple[Insert, ...] = ()
    updates: tuple[Update, ...] = ()
    removals: tuple[Row, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    # Values of theirs that are not taken and not asked about: written before mine all the same, so
    # that later it can be told that they were seen.
    weighed: tuple[Update, ...] = ()
    # Lists in which two rows came to the same place: table and the values that make it one list.
    crowded: tuple[tuple[str, tuple[Value, ...]], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the other copy has nothing that is not here."""
        return not (self.inserts or self.updates or self.removals or self.conflicts)


@dataclass(frozen=True)
class _Pair:
    """One row in both copies; a side that never had it, or has lost all memory of it, is None."""

    uid: str
    mine: Row | None
    theirs: Row | None

    @property
    def here(self) -> Row | None:
        return self.mine if self.mine and self.mine.values is not None else None

    @property
    def there(self) -> Row | None:
        return self.theirs if self.theirs and self.theirs.values is not None else None


def plan(mine: Copy, theirs: Copy) -> Plan:
    """What merging `theirs` into `mine` comes to."""
    return _Merging(mine, theirs).plan()


class _Merging:
    def __init__(self, mine: Copy, theirs: Copy) -> None:
        self._mine, self._theirs = mine, theirs
        self._pairs = {pair.uid: pair for pair in _paired(mine, theirs)}
        self._by_row = {
            row.uid: pair.uid for pair in self._pairs.values()
            for row in (pair.mine, pair.theirs) if row
        }
        # Rows that one copy removed and the other one has -> who removed it, and in which step.
        self._torn: dict[str, tuple[str, int | None]] = {}
        self._conflicts: list[Conflict] = []
        self._weighed: list[Update] = []
        self._contested: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        self._kept: dict[str, dict[str, Value]] = {}  # what each row that stays will say

    def plan(self) -> Plan:
        for pair in self._pairs.values():
            if pair.here and pair.there:
                self._kept[pair.uid] = self._merged(pair)
            elif self._stays(pair):
                self._keep(pair.uid)
        self._hold_together()
        self._mend_links()
        return self._written()

    # Is it there?

    def _stays(self, pair: _Pair) -> bool:
        """Whether a row that only one copy has stays; notes it when the other one removed it."""
        row = pair.here or pair.there
        other, copy = (pair.theirs, self._mine) if pair.here else (pair.mine, self._theirs)
        if row is None or (other is None and row.is_new):
            return row is not None
        last = other.past[-1] if other and other.past else None
        self._torn[pair.uid] = ("theirs" if pair.here else "mine", last.step if last else None)
        if not _is_known(row, other, copy):
            return True
        back = row.came_back()
        return back is not None and (last is None or back.at >= last.at)

    def _keep(self, uid: str) -> None:
        pair = self._pairs[uid]
        row = pair.here or pair.there
        assert row is not None and row.values is not None
        self._kept[uid] = dict(row.values)

    def _hold_together(self) -> None:
        """Keep what a row that stays hangs on, and what was removed in one step with it."""
        together = self._removed_together()
        waiting = list(self._kept)
        while waiting:
            uid = waiting.pop()
            wanted = {*together.get(uid, ()), *self._needed(uid)}
            for each in wanted - self._kept.keys():
                self._keep(each)
                waiting.append(each)

    def _removed_together(self) -> Mapping[str, set[str]]:
        """Rows removed in the same step that were linked to each other."""
        found: dict[str, set[str]] = defaultdict(set)
        for uid, when in self._torn.items():
            pair = self._pairs[uid]
            row = pair.here or pair.there
            for field in LINKS[row.table] if row else ():
                target = self._target(row.values.get(field)) if row and row.values else None
                if target is not None and self._torn.get(target) == when:
                    found[uid].add(target)
                    found[target].add(uid)
        return found

    def _needed(self, uid: str) -> Iterable[str]:
        """Rows to be removed that this one is owned by, or was linked to since."""
        pair = self._pairs[uid]
        for field, value in self._links(uid):
            target = self._target(value)
            if target is None or target in self._kept:
                continue
            owned = field in OWNED[self._table(pair)]
            if owned or any(
                row.is_new or row.changed(field) for row in (pair.here, pair.there)
                if row and row.values and row.values.get(field) == value
            ):
                yield target

    def _links(self, uid: str) -> list[tuple[str, Value]]:
        """What a row links to, or may once its conflicts are settled."""
        values = self._kept[uid]
        settled = [(f, values.get(f)) for f in LINKS[self._table(self._pairs[uid])]]
        return settled + self._contested[uid]

    def _target(self, value: Value) -> str | None:
        """The row behind a link, when it is one in which the copies differ."""
        return self._by_row.get(value) if isinstance(value, str) else None

    @staticmethod
    def _table(pair: _Pair) -> str:
        row = pair.mine or pair.theirs
        assert row is not None
        return row.table

    # What does it say?

    def _merged(self, pair: _Pair) -> dict[str, Value]:
        mine, theirs = pair.here, pair.there
        assert mine and theirs and mine.values is not None and theirs.values is not None
        made = (mine.values.get("created_at"), theirs.values.get("created_at"))
        merged: dict[str, Value] = {"created_at": min(made, key=str)}
        anew = mine.uid != theirs.uid
        for field in FIELDS[mine.table]:
            a, b = mine.values.get(field), theirs.values.get(field)
            if a == b:
                merged[field] = a
                continue
            knows, known = mine.said(field, b), theirs.said(field, a)
            if not knows and not known:
                knows = self._is_no_wording(self._theirs, theirs, field, anew)
                known = self._is_no_wording(self._mine, mine, field, anew)
            elif knows and known:
                knows, known = mine.weighed(field, b), theirs.weighed(field, a)
            later = _is_later(mine, theirs, field)
            merged[field] = b if (later if knows == known else known) else a
            if not knows and not known and not mine.said(field, b):
                self._dispute(pair, field, later, merged)
        return merged

    def _dispute(self, pair: _Pair, field: str, later: bool, merged: dict[str, Value]) -> None:
        """Note a field on which neither copy knows of the other."""
        mine, theirs = pair.here, pair.there
        assert mine and theirs and mine.values is not None and theirs.values is not None
        a, b = mine.values.get(field), theirs.values.get(field)
        if is_quiet(mine.table, field):
            if not later:
                self._weighed.append(Update(mine.table, mine.id, {field: b}))
            return
        merged[field] = a
        at = (_at(mine, field), _at(theirs, field))
        self._conflicts.append(
            Conflict(mine.table, mine.id, pair.uid, field, a, b, *at, later))
        self._contested[pair.uid].append((field, b))

    @staticmethod
    def _is_no_wording(copy: Copy, row: Row, field: str, anew: bool) -> bool:
        """Whether nobody chose a value: it came with a new record, or was left by a removal."""
        assert row.values is not None
        return unlinked(copy, row, field) is not None or (
            anew and is_unsaid(row.table, field, row.values.get(field)))

    def _mend_links(self) -> None:
        """A link to what stays after all comes back; one to what goes becomes empty."""
        for uid, values in self._kept.items():
            pair = self._pairs[uid]
            for field in LINKS[self._table(pair)]:
                target = self._target(values.get(field))
                if target is not None and target not in self._kept:
                    values[field] = None
                elif values.get(field) is None:
                    values[field] = self._lost_link(pair, field)

    def _lost_link(self, pair: _Pair, field: str) -> str | None:
        lost = [
            unlinked(copy, row, field)
            for copy, row in ((self._mine, pair.here), (self._theirs, pair.there)) if row
        ]
        others = {row.values.get(field) for row in (pair.here, pair.there) if row and row.values}
        for target in lost:
            if target in self._kept and (all(lost) or target in others):
                return target
        return None

    # Written down

    def _written(self) -> Plan:
        inserts, updates = [], []
        for uid, values in self._kept.items():
            pair = self._pairs[uid]
            if pair.here is None:
                had = pair.mine.id if pair.mine else None
                inserts.append(Insert(self._table(pair), had, uid, values))
            elif pair.here.values is not None:
                differing = {f: v for f, v in values.items() if v != pair.here.values.get(f)}
                if uid != pair.here.uid:
                    differing["uid"] = uid
                if "source_id" in differing:  # its table is named beside it
                    differing["source"] = values["source"]
                if differing:
                    updates.append(Update(pair.here.table, pair.here.id, differing))
        removals = [p.here for uid, p in self._pairs.items() if p.here and uid not in self._kept]
        return Plan(tuple(inserts), tuple(updates), tuple(removals), tuple(self._conflicts),
                    tuple(self._weighed), tuple(self._crowded()))

    def _crowded(self) -> Iterable[tuple[str, tuple[Value, ...]]]:
        """Lists in which a row from here and one from there came to the same place."""
        places: dict[tuple[str, tuple[Value, ...], Value], list[str]] = defaultdict(list)
        for uid, values in self._kept.items():
            table = self._table(self._pairs[uid])
            if table in LISTS:
                key = tuple(values.get(field) for field in LISTS[table])
                places[table, key, values.get("position")].append(uid)
        found: dict[tuple[str, tuple[Value, ...]], None] = {}
        for (table, key, place), uids in places.items():
            sides = [{self._was_at(uid, side, key, place) for uid in uids} for side in (0, 1)]
            if len(uids) > 1 and all(False in side for side in sides):
                found[table, key] = None
        return found

    def _was_at(self, uid: str, side: int, key: tuple[Value, ...], place: Value) -> bool:
        """Whether a row was at this place of this list in one copy already."""
        pair = self._pairs[uid]
        row = (pair.here, pair.there)[side]
        if row is None or row.values is None:
            return False
        was = tuple(row.values.get(field) for field in LISTS[row.table])
        return was == key and row.values.get("position") == place


def _paired(mine: Copy, theirs: Copy) -> Iterable[_Pair]:
    """Every row with its twin in the other copy, by uid or by what makes them one."""
    twins: dict[tuple[str, tuple[Value, ...]], list[list[Row]]] = defaultdict(lambda: [[], []])
    for side, (copy, other) in enumerate(((mine, theirs), (theirs, mine))):
        for uid, row in copy.items():
            there = other.get(uid)
            if row.table in _SAME and row.values is not None and (
                there is None or there.values is None
            ):
                key = tuple(row.values.get(field) for field in _SAME[row.table])
                twins[row.table, key][side].append(row)
    single = {*mine, *theirs}
    for lists in twins.values():
        ours, others = (sorted(rows, key=lambda row: row.uid) for rows in lists)
        for one, two in zip(ours, others, strict=False):
            single -= {one.uid, two.uid}
            yield _Pair(min(one.uid, two.uid), one, two)
    for uid in sorted(single):
        yield _Pair(uid, mine.get(uid), theirs.get(uid))


def _is_known(row: Row, removed: Row | None, copy: Copy) -> bool:
    """Whether the copy that removed a row knew all that it says in the other one."""
    assert row.values is not None
    told = [field for field in FIELDS[row.table]
            if not is_quiet(row.table, field) and not unlinked(copy, row, field)]
    if removed is None or removed.is_erased:
        return not any(row.touched(field) for field in told)
    return all(removed.said(field, row.values.get(field)) for field in told)


def _at(row: Row, field: str) -> str:
    last = row.changed(field)
    return last.at if last else ""


def _is_later(mine: Row, theirs: Row, field: str) -> bool:
    """Whether theirs is the later change; at the same second, a fixed order of the values tells."""
    assert mine.values is not None and theirs.values is not None
    one = (_at(mine, field), str(mine.values.get(field)))
    two = (_at(theirs, field), str(theirs.values.get(field)))
    return two > one
