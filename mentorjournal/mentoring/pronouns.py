"""Speaking of somebody in the words they chose: recorded pronouns, or their name without any.

Pronouns are the mentee's own record of what a person uses and are never guessed from a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.words import tr

# Subject, object and possessive: kept as written, because they are the person's own words.
_KNOWN = {
    "she": ("she", "her", "her"), "he": ("he", "him", "his"), "they": ("they", "them", "their"),
    "it": ("it", "it", "its"), "xe": ("xe", "xem", "xyr"), "ey": ("ey", "em", "eir"),
    "fae": ("fae", "faer", "faer"),
}
_POSSESSIVE_OF = {("ze", "hir"): "hir", ("ze", "zir"): "zir"}
_NOT_A_PRONOUN = {"any", "all", "none", "name", "ask"}
LONGEST = 12  # letters of one form; anything longer is a remark, not a pronoun


@dataclass(frozen=True)
class Spoken:
    """The forms that stand for one person inside a sentence.

    `plural_verb` is true where the sentence takes "have" rather than "has".
    """

    subject: str
    object: str
    possessive: str
    plural_verb: bool = False

    @property
    def opening(self) -> str:
        """The subject as the first word of a sentence."""
        return self.subject[:1].upper() + self.subject[1:]

    def verb(self, one: str, many: str) -> str:
        """The form that agrees with the subject: `one` for "she has", `many` for "they have"."""
        return many if self.plural_verb else one


def said(person_name: str, pronouns: str | None) -> Spoken:
    """How to speak of `person_name`; without usable pronouns the name stands in for them.

    Reads "she/her", "they/them/theirs", "xe/xem/xyr", "she/they" (the first is used) in any case.
    """
    forms = [part.strip().casefold() for part in (pronouns or "").split("/") if part.strip()]
    names_own = tr("{name}’s", name=person_name)
    if not forms or any(_is_remark(form) for form in forms):
        return Spoken(person_name, person_name, names_own)
    subject = forms[0]
    if subject in _KNOWN:
        return Spoken(*_KNOWN[subject], plural_verb=subject == "they")
    if len(forms) == 1:
        return Spoken(subject, person_name, names_own)
    possessive = forms[2] if len(forms) > 2 else _POSSESSIVE_OF.get((subject, forms[1]), names_own)
    return Spoken(subject, forms[1], possessive)


def _is_remark(form: str) -> bool:
    return form in _NOT_A_PRONOUN or " " in form or len(form) > LONGEST
