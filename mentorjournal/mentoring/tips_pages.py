"""A short page for each of the twelve tips: what it asks, in our own words, and where to do it.

After Manuel and Poorsattar (2020), retold; no sentence of the paper stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.mentoring.deeds import Deed, menu
from mentorjournal.words import tr


@dataclass(frozen=True)
class Place:
    """What the journal does with a tip: a sentence, and the way there."""

    says: str
    way: Deed


@dataclass(frozen=True)
class TipPage:
    """`asks` are paragraphs on what the tip asks of a mentee; `here` what the journal does."""

    tip: int
    asks: tuple[str, ...]
    here: tuple[Place, ...]


def cited() -> str:
    """The paper the tips are from, as it is cited on every page."""
    return tr(
        "After S. P. Manuel and S. E. Poorsattar, “Mentoring up: twelve tips for successfully "
        "employing a mentee-driven approach to mentoring relationships”, Medical Teacher, 2020, "
        "doi 10.1080/0142159X.2020.1795098. Told here in our own words.")


def page(tip: int) -> TipPage:
    """The page of a tip from 1 to 12. Raises KeyError for another number."""
    return TipPage(tip, *_PAGES[tip]())


def _choose() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("A mentor you looked for yourself is more likely to suit you than one you were given. "
           "So begin with what you need: which kind of guidance, and which skills you would like "
           "to learn from somebody who has them."),
        tr("Then think of people whose work you admire, and ask others whom they would ask, inside "
           "your department and far outside it. Rank, age, field and background need not be yours. "
           "Meet before you ask: do they have time, do they like to talk about goals, do you speak "
           "and value alike enough, would you want to go on for years?"),
    ), (
        Place(tr("Needs in your own words, and who meets them."),
              Deed("show", tr("Needs"), detail="needs")),
        Place(tr("Candidates with homework, a first request of eight sentences at most, and a "
                 "private fit sheet."), menu(tr("Find a mentor…"), "find_mentor")),
    )


def _network() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Nobody can be coach, research adviser, sponsor, advocate and confidante at once. A few "
           "people can: peers, somebody a step ahead, and seniors, for work with patients, for "
           "science and for life."),
        tr("Say of each what they add that nobody else does, and bring them that. It costs them "
           "less, and you get their best. Keep the network when you move on."),
    ), (
        Place(tr("The map shows who helps with what, what nobody does, and what would be lost if "
                 "somebody left."), menu(tr("Network map"), "show_network")),
        Place(tr("One page of it on paper, with the one next ask."),
              menu(tr("Network sheet…"), "network_sheet")),
    )


def _say() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("A mentor cannot guess what you need. Look at yourself first: where do you want to be "
           "in three months, in a year, in five? What is missing on the way?"),
        tr("Talk each goal over with the mentor it fits, make small steps of it, and agree how "
           "often to meet. Then go into every meeting knowing what you want to leave with, the "
           "most important thing first."),
    ), (
        Place(tr("Goals with a measure, a day, steps, gaps, and who helps."),
              menu(tr("Goals"), "show_goals")),
        Place(tr("Questions worth asking yourself, for your eyes only."),
              Deed("show", tr("Reflections"), detail="reflections")),
        Place(tr("“What I want to leave with”, on top of every agenda."),
              menu(tr("Meeting prep"), "show_meetings")),
    )


def _expect() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("The work stays yours: a mentor opens doors, you walk through them. Set goals you can "
           "reach, and keep going. Do not say yes to more than you can carry, however good it "
           "sounds; too much makes every piece of it worse."),
        tr("Say to each other what you expect, write it down, and look at it again twice a year. "
           "Where you see it differently, ask about it and talk, rather than wait."),
    ), (
        Place(tr("Hours a week against what you can give, and six questions before a yes."),
              menu(tr("Before you say yes…"), "weigh_request")),
        Place(tr("Expectations on each mentor’s page: yours, theirs, what was agreed, and a review "
                 "day."), menu(tr("Network map"), "show_network")),
    )


def _help() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Think of what saves them time. Send the agenda two days ahead, with anything they "
           "could read or decide before you meet. Bring a problem together with two ways out of "
           "it."),
        tr("For a letter, give them the list of what you did and what they saw themselves, early "
           "enough: six weeks is kind, four the least."),
    ), (
        Place(tr("A one-page agenda your mentor reads in a minute."),
              menu(tr("Meeting prep"), "show_meetings")),
        Place(tr("A letter brief built of what this writer saw."),
              menu(tr("Letter briefs"), "show_letters")),
    )


def _touch() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("You keep it going; do not wait for them to call. Ask how they like to be reached and "
           "how often, and say what you like. A short word counts as much as a long meeting."),
        tr("Touch base with each mentor at least four times a year, at steady intervals, and put "
           "it in your calendar. Take an interest in what they are doing, too."),
    ), (
        Place(tr("A contact is logged with a name and Enter."),
              menu(tr("Log a contact…"), "log_contact")),
        Place(tr("All of it on one line for each person."), menu(tr("Timeline"), "show_timeline")),
        Place(tr("Catch-ups as entries for your own calendar."),
              menu(tr("Calendar of catch-ups…"), "catch_ups")),
    )


def _respect() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Come on time, with an agenda and questions that can be answered. Be brief, keep to the "
           "plan, and notice when you ramble. Do what you said you would, by the day you said."),
        tr("When there is nothing new, make it a quarter of an hour, or put it off some days "
           "ahead. Never at the last minute."),
    ), (
        Place(tr("A time budget that leaves five minutes free, and a clock for each item."),
              menu(tr("Meeting prep"), "show_meetings")),
        Place(tr("How reliable you were, counted on each person’s page."),
              menu(tr("Network map"), "show_network")),
    )


def _feedback() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Ask for it, and for one thing at a time. Expect to hear of something you had not seen. "
           "If it stings, say that you want to think, sleep on it, and ask for a talk."),
        tr("Then make a plan, send a note with what you heard and what you will do, do it, and "
           "tell them what came of it. Whoever gives you feedback has put something into you; to "
           "see it used is why they go on."),
    ), (
        Place(tr("Each piece of feedback with its plan, its note, and reporting back."),
              menu(tr("Feedback log"), "show_feedback")),
        Place(tr("A question to ask, written for you to change."),
              menu(tr("Ask for feedback…"), "ask_feedback")),
    )


def _gracious() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Thank them for one thing you can name: an hour, an introduction, a hard truth. Thank "
           "them in public now and then, before their peers and those they answer to."),
        tr("Name them where they had a part in what you reached. They have goals too: ask, and "
           "offer to write for them."),
    ), (
        Place(tr("A thank you from anywhere, with the note drafted."),
              menu(tr("Say thank you…"), "thank")),
        Place(tr("Accomplishments, with who had a part and whether you said so."),
              menu(tr("Accomplishments"), "show_accomplishments")),
    )


def _professional() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Be friendly and be yourself, and know who they are: what drives them, how they got "
           "here, what they learned, what matters to them now, where they want to go."),
        tr("Leave their private life to them; friendship is theirs to begin. Talk openly about "
           "grey areas, about power, and about what is unfair."),
    ), (
        Place(tr("Six questions about each mentor, and boundaries you agreed, on their page."),
              menu(tr("Network map"), "show_network")),
        Place(tr("A place to think it through that nobody else reads."),
              menu(tr("Write a reflection…"), "add_reflection")),
    )


def _ending() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Some relationships have done their work: you moved up, the goal is reached, or it grew "
           "apart. Better to decide than to let it fade: keep, change or close."),
        tr("Close it by speaking first. Say what it was good for, thank them for one moment, leave "
           "the door open, and write again once to say how it went on."),
    ), (
        Place(tr("“Moving on” on each person’s page, with a talk plan and a closing note."),
              menu(tr("Network map"), "show_network")),
    )


def _pass_on() -> tuple[tuple[str, ...], tuple[Place, ...]]:
    return (
        tr("Whoever is one step behind you wants what you have just learned. Mentors hope that you "
           "pass it on."),
        tr("You learn as much yourself: to advise, to listen, to lead, and to see from the other "
           "side what makes a good mentee."),
    ), (
        Place(tr("The people you mentor, what helped you once, and what you learn by it."),
              Deed("show", tr("People I mentor"), detail="passing_on")),
    )


_PAGES = {
    1: _choose, 2: _network, 3: _say, 4: _expect, 5: _help, 6: _touch, 7: _respect, 8: _feedback,
    9: _gracious, 10: _professional, 11: _ending, 12: _pass_on,
}
