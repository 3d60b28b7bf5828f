"""The rows of the tab of thanks and credit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mentorjournal.journal.accomplishments import Achieved
from mentorjournal.journal.between import Credit, KnowAnswer, Thanks
from mentorjournal.mentoring import gratitude
from mentorjournal.mentoring.gratitude import Help
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.ui.panes.person_thanks_facts import ThanksFacts
from mentorjournal.ui.panes.person_thanks_parts import button, deed, menu, row, wrapped
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import short_day, tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.panes.person_thanks import ThanksTab

ICONS = {"note": "envelope-simple", "handwritten": "pencil-simple", "spoken": "chat-circle",
         "small_token": "sparkle", "offer_to_help": "hand-heart",
         "letter_for_mentor": "hand-heart", "nomination": "medal",
         "report_of_impact": "trend-up"}
Deed = Callable[[], object]


def waiting(facts: ThanksFacts, help: Help, thank: Deed, aside: Deed) -> QWidget:
    """Help received and not thanked for yet."""
    late = help.is_late(facts.as_of)
    drop = IconButton("x", tr("Nothing to thank for here: {what}", what=help.what[:80]))
    deed(drop, f"aside:{help.key}")
    drop.clicked.connect(lambda _=False: aside())
    act = button(tr("Thank…"), help.key, thank)
    act.setAccessibleName(tr("Thank for {what}", what=help.what[:80]))
    icon = "envelope-simple" if help.source == "letter" else "hand-heart"
    return row(
        icon, "warn" if late else "muted",
        [wrapped(_capital(help.what), "row-title"),
         wrapped(facts.help_words(help), "small", "warn" if late else "muted")],
        [act, drop],
    )


def given(facts: ThanksFacts, thanks: Thanks, tab: ThanksTab) -> QWidget:
    """A thank you, or a note still to be sent."""
    kind = label(thanks.kind or "other")
    lines: list[QWidget] = [wrapped(_capital(thanks.for_what), "row-title")]
    if thanks.date is None:
        lines.append(wrapped(tr("{kind}, still to send", kind=kind), "small", "warn"))
    else:
        lines.append(wrapped(tr("{kind}, {day}", kind=kind, day=short_day(
            thanks.date, facts.as_of)), "small", "muted"))
    if thanks.note_text:
        lines.append(wrapped(tr("“{note}”", note=beginning(_body(thanks.note_text), 160)),
                             "small", "ink2"))
    right: list[QWidget] = []
    if thanks.date is None:
        sent = button(tr("Mark as sent"), f"sent:{thanks.id}",
                      partial(tab.sent_wanted.emit, thanks.id), "paper-plane-tilt")
        right.append(sent)
    else:
        right.append(_reach(thanks.reach))
    right.append(_thanks_menu(thanks, tab))
    icon = "clock" if thanks.date is None else ICONS.get(thanks.kind or "", "heart")
    return row(icon, "warn" if thanks.date is None else "muted", lines, right)


def _body(note: str) -> str:
    """A note without its greeting and its end, which every note has."""
    parts = note.strip().split("\n\n")
    if len(parts) > 1 and len(parts[0]) < 80 and parts[0].endswith(","):
        parts = parts[1:]
    if len(parts) > 1 and parts[-1].startswith(tr("With thanks,")):
        parts = parts[:-1]
    return " ".join(parts)


def _reach(reach: str) -> Chip:
    if reach == "public":
        return Chip(tr("Public"), "accent", "users-three")
    return Chip(tr("Private"), "neutral", "user")


def _thanks_menu(thanks: Thanks, tab: ThanksTab) -> IconButton:
    key = thanks.id
    choices = [
        (tr("Edit…"), partial(tab.edit_wanted.emit, key)),
        ("", lambda: None),
        (tr("Copy the note"), partial(tab.copy_wanted.emit, key)),
        (tr("Save as a mail draft…"), partial(tab.export_wanted.emit, key, ".eml")),
        (tr("Save as PDF…"), partial(tab.export_wanted.emit, key, ".pdf")),
        (tr("Save as text…"), partial(tab.export_wanted.emit, key, ".txt")),
        ("", lambda: None),
        (tr("Remove"), partial(tab.remove_wanted.emit, key)),
    ]
    return menu(tr("More for the thanks for {what}", what=beginning(thanks.for_what)),
                f"more:thanks:{key}", choices)


def never_thanked(facts: ThanksFacts) -> QWidget:
    """What stands where nobody was thanked yet."""
    return row("heart", "muted", [
        wrapped(tr("No thanks noted yet"), "row-title"),
        wrapped(tr("One particular thing {name} did is enough: time, a name, a frank word.",
                   name=facts.person.short_name), "small", "muted"),
    ])


def more(n: int, show: Deed) -> QWidget:
    """The older thanks on demand."""
    link = Button(trn("Show {n} older", "Show {n} older", n), None, "link")
    deed(link, "older")
    link.clicked.connect(lambda _=False: show())
    return row("caret-down", "muted", [], [], [link])


def credit(facts: ThanksFacts, achieved: Achieved, part: Credit, tab: ThanksTab) -> QWidget:
    """Something achieved, and whether this person was credited for their part."""
    about = achieved.accomplishment
    done = part.credited_on is not None and part.credited_on <= facts.as_of
    witness = part.part == "witness"
    late = not done and not witness and gratitude.credit_is_late(about.date, facts.as_of)
    lines: list[QWidget] = [wrapped(about.title, "row-title")]
    if about.date:
        lines.append(wrapped(short_day(about.date, facts.as_of), "small", "muted"))
    if witness and not done:
        lines.append(wrapped(tr("Saw it happen"), "small", "muted"))
    else:
        lines.append(wrapped(
            facts.credit_words(part), "small", "ok" if done else "warn" if late else "ink2"))
    right: list[QWidget] = []
    if not done and not witness:
        give = button(tr("Give credit…"), f"credit:{part.id}",
                      partial(tab.credit_wanted.emit, part.id))
        give.setAccessibleName(tr("Give credit for {what}", what=about.title[:80]))
        right.append(give)
    right.append(_credit_menu(achieved, part, done, tab))
    icon = "check-circle" if done else "warning-circle" if late else "circle-dashed"
    return row(icon, "ok" if done else "warn" if late else "muted", lines, right)


def _credit_menu(
    achieved: Achieved, part: Credit, done: bool, tab: ThanksTab
) -> IconButton:
    key = achieved.accomplishment.id
    choices = [(tr("Edit the accomplishment…"), partial(tab.accomplishment_edit_wanted.emit, key))]
    if done:
        choices += [
            (tr("Change the credit…"), partial(tab.credit_wanted.emit, part.id)),
            (tr("Not credited after all"), partial(tab.credit_back_wanted.emit, part.id)),
        ]
    not_so = tr("Did not see it") if part.part == "witness" else tr("Did not contribute")
    choices += [
        (not_so, partial(tab.contributor_drop_wanted.emit, part.id)),
        ("", lambda: None),
        (tr("Remove the accomplishment"), partial(tab.accomplishment_remove_wanted.emit, key)),
    ]
    return menu(tr("More for {what}", what=beginning(achieved.accomplishment.title)),
                f"more:credit:{part.id}", choices)


def aim(facts: ThanksFacts, answer: KnowAnswer) -> QWidget:
    """One of their goals or priorities, as they told it."""
    return row("flag" if answer.topic == "goals" else "target", "muted", [
        wrapped(answer.text or ""), wrapped(facts.aim_words(answer), "small", "muted")])


def nothing(icon: str, words: str, tone: str = "muted") -> QWidget:
    """What stands where there is nothing yet."""
    return row(icon, tone, [wrapped(words, "body", "muted" if tone == "muted" else "ink")])


def offers(facts: ThanksFacts, help: Deed, write: Deed) -> QWidget:
    """Offering help or a letter: when it was last done, or why now would be a good time."""
    lines: list[QWidget] = []
    if facts.news is not None and facts.news.date is not None:
        lines.append(wrapped(tr("News of {day}: {text}", day=short_day(
            facts.news.date, facts.as_of), text=facts.news.text)))
    last = facts.last_offer
    if facts.asks_for_offer:
        lines.append(wrapped(tr("Once a year, offer a hand or a letter for an award or promotion."),
                             "small", "ink2"))
    elif last is not None and last.date is not None:
        lines.append(wrapped(tr("Last offered {day}: {what}", day=short_day(
            last.date, facts.as_of), what=last.for_what), "small", "muted"))
    else:
        words = (tr("A hand where they are stuck, a name, or a letter when one is wanted.")
                 if facts.person.direction == "mentee" else
                 tr("They have careers too: a hand, or a letter when one is wanted."))
        lines.append(wrapped(words, "small", "muted"))
    return row("hand-heart", "accent" if facts.asks_for_offer else "muted", lines, [], [
        button(tr("Offer to help…"), "offer", help), button(tr("Write for them…"), "write", write),
    ])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
