"""On a person's page: overview."""

from __future__ import annotations

from mentorjournal.ui.panes.person_tab import PersonTab


class OverviewTab(PersonTab):
    """To come."""

    def refresh(self) -> None:
        pass
