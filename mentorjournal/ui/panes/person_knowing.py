"""On a person's page: knowing."""

from __future__ import annotations

from mentorjournal.ui.panes.person_tab import PersonTab


class KnowingTab(PersonTab):
    """To come."""

    def refresh(self) -> None:
        pass
