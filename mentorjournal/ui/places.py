"""The pages of the window: their words and icons in the sidebar, and who makes and answers each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page. It is made as `pane(journal, settings)` and answered by `answers(window, pane)`.

    Both are "module:Class" under `mentorjournal.ui`, imported when the page is first shown. A page
    without words of its own stands `under` another one in the sidebar.
    """

    pane: str
    answers: str
    words: str = ""
    icon: str = ""
    under: str = ""
    with_rail: bool = False  # the sidebar makes room, as for a meeting that runs
    # "module:function" under `mentorjournal.journal`, called as `function(journal, as_of)`: how
    # much waits there, shown in the sidebar and read again when one of `counted` has changed.
    count: str = ""
    counted: tuple[str, ...] = ()
    count_words: str = ""  # such as "{n} waiting on you"


# The first one is shown when a journal opens.
PLACES = {
    "network": Place(
        "panes.network:NetworkPane", "answers.people:PeopleAnswers",
        "Network map", "share-network"),
    "meetings": Place(
        "panes.meetings:MeetingsPane", "answers.meetings:MeetingAnswers",
        "Meeting prep", "clipboard-text"),
    "feedback": Place(
        "panes.feedback:FeedbackPane", "answers.feedback:FeedbackAnswers",
        "Feedback log", "chat-centered-text", count="feedback_log:waiting",
        counted=("feedback", "action", "meeting"), count_words="{n} waiting on you"),
    "timeline": Place(
        "panes.timeline:TimelinePane", "answers.timeline:TimelineAnswers",
        "Timeline", "clock-counter-clockwise"),
    "letters": Place(
        "panes.letters:LettersPane", "answers.letters:LetterAnswers",
        "Letter briefs", "envelope-simple", count="letter_company:waiting",
        counted=("letter",), count_words="{n} waiting on you"),
    "meeting_mode": Place(
        "panes.meeting_mode:MeetingModePane", "answers.meeting_mode:MeetingModeAnswers",
        under="meetings", with_rail=True),
    "accomplishments": Place(
        "panes.accomplishments:AccomplishmentsPane",
        "answers.accomplishments:AccomplishmentAnswers", under="letters"),
    "person": Place(
        "panes.person:PersonPane", "answers.person:PersonAnswers", under="network"),
}
