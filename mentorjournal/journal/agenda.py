"""The agenda of a meeting: items with options, and what the mentor is asked to do ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select, update

from mentorjournal.journal import entries, reports
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import AgendaItem, AgendaOption, AskAhead
from mentorjournal.store.schema import agenda_item, agenda_option, ask_ahead
from mentorjournal.words import tr


def items(journal: Journal, meeting_id: int) -> list[AgendaItem]:
    """The items of an agenda in their order, with their options."""
    connection = journal.read()
    options: dict[int, list[AgendaOption]] = {}
    for row in connection.execute(
        select(agenda_option).join(agenda_item, agenda_item.c.id == agenda_option.c.item_id)
        .where(agenda_item.c.meeting_id == meeting_id)
        .order_by(agenda_option.c.position, agenda_option.c.id)
    ).mappings():
        options.setdefault(row["item_id"], []).append(AgendaOption.of(row))
    rows = connection.execute(
        select(agenda_item).where(agenda_item.c.meeting_id == meeting_id)
        .order_by(agenda_item.c.position, agenda_item.c.id)
    ).mappings()
    return [AgendaItem.of(row, options=tuple(options.get(row["id"], ()))) for row in rows]


def get_ask(journal: Journal, ask_id: int) -> AskAhead:
    """One ask ahead. Raises MissingRow when there is none."""
    return AskAhead.of(entries.fetch(journal.read(), ask_ahead, ask_id))


def asks(journal: Journal, meeting_id: int) -> list[AskAhead]:
    """What the mentor is asked to do before the meeting, in its order."""
    rows = journal.read().execute(
        select(ask_ahead).where(ask_ahead.c.meeting_id == meeting_id)
        .order_by(ask_ahead.c.position, ask_ahead.c.id)
    ).mappings()
    return [AskAhead.of(row) for row in rows]


def add_item(
    journal: Journal, meeting_id: int, values: Mapping[str, Any], origin: object = None
) -> int:
    """Add an item at the end of an agenda; only `title` is needed."""
    with journal.change(tr("Add agenda item"), origin=origin) as connection:
        place = {"meeting_id": meeting_id, "position": _end(connection, agenda_item, meeting_id)}
        return entries.insert_row(connection, agenda_item, {**values, **place})


def edit_item(
    journal: Journal, item_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change fields of an item."""
    with journal.change(tr("Edit agenda item"), merge=merge, origin=origin) as connection:
        before = entries.fetch(connection, agenda_item, item_id)
        entries.update_row(connection, agenda_item, item_id, values)
        if "state" in values:
            reports.follow_item(connection, before, values["state"])


def move_item(journal: Journal, item_id: int, to: int, origin: object = None) -> None:
    """Put an item at place `to` (from 0) of its agenda."""
    with journal.change(tr("Reorder agenda"), origin=origin) as connection:
        meeting_id = entries.fetch(connection, agenda_item, item_id)["meeting_id"]
        order = [item.id for item in items(journal, meeting_id)]
        order.remove(item_id)
        order.insert(max(0, to), item_id)
        _set_order(connection, order)


def reorder(journal: Journal, order: Sequence[int], origin: object = None) -> None:
    """Put the items of one agenda in this order of their ids."""
    with journal.change(tr("Reorder agenda"), origin=origin) as connection:
        _set_order(connection, order)


def _set_order(connection: Connection, order: Sequence[int]) -> None:
    for position, row_id in enumerate(order):
        connection.execute(
            update(agenda_item)
            .where(agenda_item.c.id == row_id, agenda_item.c.position != position)
            .values(position=position)
        )


def remove_item(journal: Journal, item_id: int, origin: object = None) -> None:
    """Take an item off the agenda."""
    with journal.change(tr("Remove agenda item"), origin=origin) as connection:
        entries.delete_row(connection, agenda_item, item_id)


def add_option(
    journal: Journal, item_id: int, values: Mapping[str, Any], origin: object = None
) -> int:
    """Add a way out to an item; only `text` is needed."""
    with journal.change(tr("Add option"), origin=origin) as connection:
        position = connection.execute(
            select(func.coalesce(func.max(agenda_option.c.position) + 1, 0))
            .where(agenda_option.c.item_id == item_id)
        ).scalar_one()
        return entries.insert_row(
            connection, agenda_option, {**values, "item_id": item_id, "position": position}
        )


def edit_option(
    journal: Journal, option_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change an option's words."""
    with journal.change(tr("Edit option"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, agenda_option, option_id, values)


def prefer_option(journal: Journal, option_id: int, origin: object = None) -> None:
    """Lean towards one option of an item, instead of any other; towards none if it was this."""
    with journal.change(tr("Prefer option"), origin=origin) as connection:
        row = entries.fetch(connection, agenda_option, option_id)
        others = agenda_option.c.item_id == row["item_id"]
        connection.execute(
            update(agenda_option).where(others, agenda_option.c.preferred).values(preferred=False)
        )
        if not row["preferred"]:
            entries.update_row(connection, agenda_option, option_id, {"preferred": True})


def remove_option(journal: Journal, option_id: int, origin: object = None) -> None:
    """Take an option away."""
    with journal.change(tr("Remove option"), origin=origin) as connection:
        entries.delete_row(connection, agenda_option, option_id)


def add_ask(
    journal: Journal, meeting_id: int, values: Mapping[str, Any], origin: object = None
) -> int:
    """Ask the mentor for something ahead; only `text` is needed."""
    with journal.change(tr("Add ask ahead"), origin=origin) as connection:
        place = {"meeting_id": meeting_id, "position": _end(connection, ask_ahead, meeting_id)}
        return entries.insert_row(connection, ask_ahead, {**values, **place})


def edit_ask(
    journal: Journal, ask_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change what is asked ahead."""
    with journal.change(tr("Edit ask ahead"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, ask_ahead, ask_id, values)


def remove_ask(journal: Journal, ask_id: int, origin: object = None) -> None:
    """Take an ask back."""
    with journal.change(tr("Remove ask ahead"), origin=origin) as connection:
        entries.delete_row(connection, ask_ahead, ask_id)


def _end(connection: Connection, table: Table, meeting_id: int) -> int:
    found: int = connection.execute(
        select(func.coalesce(func.max(table.c.position) + 1, 0))
        .where(table.c.meeting_id == meeting_id)
    ).scalar_one()
    return found
