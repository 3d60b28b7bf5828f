"""On a person's page: thanks."""

from __future__ import annotations

from mentorjournal.ui.panes.person_tab import PersonTab


class ThanksTab(PersonTab):
    """To come."""

    def refresh(self) -> None:
        pass
