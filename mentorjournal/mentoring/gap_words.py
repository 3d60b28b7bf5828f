"""What is said of a role or a level that nobody covers: a title, and what such a person does."""

from __future__ import annotations

from mentorjournal.words import tr


def of_role(role: str) -> tuple[str, str]:
    """Title and detail while nobody has one of the five roles."""
    return {
        "coach": (tr("No coach yet"), tr("A coach helps you get better at one thing.")),
        "research_adviser": (
            tr("No research adviser yet"),
            tr("A research adviser helps with questions, methods and writing."),
        ),
        "project_sponsor": (
            tr("No sponsor yet"), tr("A sponsor lends you standing and puts you forward."),
        ),
        "institutional_advocate": (
            tr("No advocate yet"), tr("An advocate speaks for you where decisions are made."),
        ),
        "confidante": (
            tr("No confidante yet"), tr("A confidante is someone you can be frank with."),
        ),
    }[role]


def of_level(level: str) -> tuple[str, str]:
    """Title and detail while nobody stands at a level."""
    return {
        "peer": (
            tr("No peer yet"), tr("Someone at your own stage can compare notes and swap drafts."),
        ),
        "step_ahead": (
            tr("Nobody a step ahead yet"),
            tr("Someone one or two steps on remembers what comes next for you."),
        ),
        "senior": (
            tr("Nobody senior yet"),
            tr("Someone senior knows how decisions are made and can speak up for you."),
        ),
    }[level]
