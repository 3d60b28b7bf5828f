"""On a person's page: expectations."""

from __future__ import annotations

from mentorjournal.ui.panes.person_tab import PersonTab


class ExpectationsTab(PersonTab):
    """To come."""

    def refresh(self) -> None:
        pass
