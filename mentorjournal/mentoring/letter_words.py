"""First words for what goes to a writer: asking, reminding, telling the result, a kind no.

They are drafts: somebody reads and changes them before anything is sent.
"""

from __future__ import annotations

from datetime import date

from mentorjournal.mentoring.vocabulary import LETTER_OUTCOMES, label
from mentorjournal.words import tr, weekday_day

ANSWER_DAYS = 7  # to say yes or no; default of ours
GOOD = ("awarded", "accepted", "funded")


def _mail(called: str, parts: list[str], me: str, close: str) -> str:
    said = [tr("Dear {name},", name=called), *filter(None, parts), close, me]
    return "\n\n".join(part for part in said if part)


def ask(
    called: str, target: str, me: str, *, answer_by: date, due: str = "", how: str = "",
    brief_by: date | None = None, length: str = "", why_you: str = "",
) -> str:
    """Ask for a strong letter so that a no is easy; `due` and `how` are said as they are known."""
    facts = [tr("It is due on {day}.", day=due) if due else "",
             tr("It is sent like this: {how}.", how=how.rstrip(". ")) if how else "",
             tr("The form: {length}.", length=length.rstrip(". ")) if length else ""]
    supply = tr("If you say yes, you get a brief from me")
    if brief_by:  # a day before their answer would be a promise nobody can keep
        supply += (tr(" by {day}", day=weekday_day(brief_by)) if brief_by > answer_by
                   else tr(" at once"))
    return _mail(called, [
        tr("I am applying for {target}. Could you write a strong letter for me?", target=target),
        why_you.strip(),
        " ".join(filter(None, facts)),
        supply + tr(": what the readers look for, what I hope you can speak to with examples and "
                    "days, my CV, and how it is sent."),
        tr("If you are short of time, or feel that you could not write a strong one, please just "
           "say no; I will understand and ask somebody else. A line by {day} is enough.",
           day=weekday_day(answer_by)),
    ], me, tr("Thank you for thinking about it,"))


def answer_days(days_left: int | None) -> int:
    """Days to leave for a yes or no: a week, or half of what is left where that is less."""
    if days_left is None or days_left < 0:
        return ANSWER_DAYS
    return min(ANSWER_DAYS, days_left // 2)


def ask_title(target: str) -> str:
    """The item on an agenda that asks for it."""
    return tr("Could you write a strong letter for {target}?", target=target)


def remind(called: str, target: str, me: str, *, due: str, days: int | None) -> str:
    """A short reminder; on the last days it says so plainly."""
    when = tr("is due on {day}", day=due) if due else tr("is still to come")
    if days == 0:
        when = tr("is due today, {day}", day=due)
    elif days == 1:
        when = tr("is due tomorrow, {day}", day=due)
    elif days is not None and days < 0:
        when = tr("was due on {day}", day=due)
    late = days is not None and days < 0
    ask_back = tr("Is it on its way? If not, a line helps me to see what can still be done.") \
        if late else tr("Is there anything you still need from me? If it has gone out already, "
                        "please forget this.")
    return _mail(called, [
        tr("A short reminder: the letter for {target} {when}.", target=target, when=when),
        ask_back,
    ], me, tr("Thank you,"))


def tell(called: str, target: str, me: str, outcome: str | None) -> str:
    """Tell the writer how it ended, also when it ended badly."""
    said = {
        "awarded": tr("I have been given {target}.", target=target),
        "accepted": tr("I was accepted for {target}.", target=target),
        "funded": tr("{target} will be funded.", target=target),
        "not_selected": tr("I was not selected for {target}.", target=target),
        "not_funded": tr("{target} will not be funded.", target=target),
        "withdrawn": tr("I have withdrawn from {target}.", target=target),
    }.get(outcome or "")
    if said is None:
        said = tr("There is a result for {target}.", target=target)
        if outcome and outcome not in LETTER_OUTCOMES:
            said = tr("There is a result for {target}: {outcome}.", target=target,
                      outcome=outcome.rstrip(". "))
    thanks = tr("Your letter has a part in it. Thank you.") if outcome in GOOD else tr(
        "Your letter was worth its time all the same: thank you for writing it. I will tell you "
        "what I try next.")
    return _mail(called, [tr("You should hear it from me. {result}", result=said), thanks], me,
                 tr("With thanks,"))


def outcome_words(outcome: str | None) -> str:
    """The result as it is read: a word of the list, or one's own."""
    return label(outcome) if outcome in LETTER_OUTCOMES else (outcome or "")


def decline_thanks(called: str, target: str, me: str) -> str:
    """A no is a normal answer, and an honest one helps."""
    return _mail(called, [
        tr("Thank you for answering so plainly about the letter for {target}.", target=target),
        tr("It helps me more than a letter written out of kindness would have: I can ask somebody "
           "who has the time, or has seen that side of my work. Nothing else changes."),
    ], me, tr("With warm thanks,"))


def decline_reason() -> str:
    """What one is thanked for, as it follows on "Thank you for"."""
    return tr("a plain answer about the letter")

