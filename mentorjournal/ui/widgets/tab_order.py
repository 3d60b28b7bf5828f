"""Tab goes through a page in the order in which it is read, also after some of it was made anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

from mentorjournal.ui.widgets.pane import Pane


def order_tabs(page: QWidget) -> None:
    """Let Tab follow the layouts of `page`, from above to below."""
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def order_page(part: QWidget) -> None:
    """Order the whole page on which `part` stands, each stop once and the foot of it last."""
    page = part
    while not isinstance(page, Pane) and page.parentWidget() is not None:
        page = page.parentWidget()
    order_tabs(page)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from _stops(widget.widget(place))
    elif isinstance(widget, QScrollArea):
        if widget.widget() is not None:
            yield from _stops(widget.widget())
    elif widget.layout() is not None:
        yield from _stops_in(widget.layout())


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item.widget() is not None:
            yield from _stops(item.widget())
        elif item.layout() is not None:
            yield from _stops_in(item.layout())
