"""On a person's page: moving on."""

from __future__ import annotations

from mentorjournal.ui.panes.person_tab import PersonTab


class MovingOnTab(PersonTab):
    """To come."""

    def refresh(self) -> None:
        pass
