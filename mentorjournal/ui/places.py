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
    # much there is overdue or due today, shown in the sidebar and read again when one of `counted`
    # has changed. What Today counts itself, for itself and the meetings, has none here.
    count: str = ""
    counted: tuple[str, ...] = ()
    count_words: str = ""  # such as "{n} overdue or due today"


# The first one is shown when a journal opens.
PLACES = {
    "today": Place("panes.today:TodayPane", "answers.today:TodayAnswers", "Today", "sun"),
    "network": Place(
        "panes.network:NetworkPane", "answers.people:PeopleAnswers",
        "Network map", "share-network"),
    "meetings": Place(
        "panes.meetings:MeetingsPane", "answers.meetings:MeetingAnswers",
        "Meeting prep", "clipboard-text"),
    "feedback": Place(
        "panes.feedback:FeedbackPane", "answers.feedback:FeedbackAnswers",
        "Feedback log", "chat-centered-text", count="feedback_log:due",
        counted=("feedback", "action", "meeting"), count_words="{n} overdue or due today"),
    "timeline": Place(
        "panes.timeline:TimelinePane", "answers.timeline:TimelineAnswers",
        "Timeline", "clock-counter-clockwise"),
    "goals": Place("panes.goals:GoalsPane", "answers.goals:GoalAnswers", "Goals", "target"),
    "letters": Place(
        "panes.letters:LettersPane", "answers.letters:LetterAnswers",
        "Letter briefs", "envelope-simple", count="letter_company:due",
        counted=("letter",), count_words="{n} overdue or due today"),
    "tips": Place("panes.tips:TipsPane", "answers.tips:TipsAnswers", "Twelve tips", "lightbulb"),
    "meeting_mode": Place(
        "panes.meeting_mode:MeetingModePane", "answers.meeting_mode:MeetingModeAnswers",
        under="meetings", with_rail=True),
    "accomplishments": Place(
        "panes.accomplishments:AccomplishmentsPane",
        "answers.accomplishments:AccomplishmentAnswers", under="letters"),
    "needs": Place("panes.needs:NeedsPane", "answers.needs:NeedAnswers", under="goals"),
    "hours": Place("panes.hours:HoursPane", "answers.hours:HoursAnswers", under="goals"),
    "reflections": Place(
        "panes.reflections:ReflectionsPane", "answers.reflections:ReflectionAnswers",
        under="goals"),
    "passing_on": Place(
        "panes.passing_on:PassingOnPane", "answers.passing_on:PassingOnAnswers", under="goals"),
    "person": Place(
        "panes.person:PersonPane", "answers.person:PersonAnswers", under="network"),
}

# What stands below the pages in the sidebar: an action of the menus, and its icon.
COMMANDS = {"search": "magnifying-glass", "settings": "gear-six", "lock": "lock-simple"}

# Action -> the page it brings to the front, and what it asks of that page, if anything.
DEEDS = {
    "show_today": ("today", ""), "show_network": ("network", ""), "show_meetings": ("meetings", ""),
    "show_feedback": ("feedback", ""), "show_timeline": ("timeline", ""),
    "show_goals": ("goals", ""), "show_letters": ("letters", ""), "show_needs": ("needs", ""),
    "show_hours": ("hours", ""), "show_reflections": ("reflections", ""),
    "show_passing_on": ("passing_on", ""),
    "show_tips": ("tips", ""), "help_tips": ("tips", "show_first"),
    "show_accomplishments": ("accomplishments", ""), "new_letter": ("letters", "wish_letter"),
    "add_person": ("network", "wish_person"), "add_names": ("network", "wish_names"),
    "about_me": ("network", "wish_about_me"), "self_look": ("needs", "wish_self_look"),
    "find_mentor": ("needs", "wish_mentor"),
    "weigh_request": ("hours", "wish_request"),
    "add_reflection": ("reflections", "wish_reflection"),
    "add_advice": ("passing_on", "wish_advice"),
}

# Action -> the same, where the page comes to the front only when something was made of it.
ASKED = {
    "new_meeting": ("meetings", "wish_meeting"), "add_goal": ("goals", "wish_goal"),
    "add_need": ("needs", "wish_need"),
}
