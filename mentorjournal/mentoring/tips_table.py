"""The indicators of the twelve tips and their thresholds, declared: what part D of TIPS lists.

The paper gives one number, four touchpoints a year; every other threshold is common advice or a
default of ours, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.mentoring.tips import Indicator, Source, Threshold, Unit


def _percent(key: str, words: str, usual: float, most: float = 100) -> Threshold:
    return Threshold(key, words, usual, "percent", "ours", 0, most)


def _days(key: str, words: str, usual: float, source: Source = "ours") -> Threshold:
    return Threshold(key, words, usual, "days", source, 1, 730)


def _count(
    key: str, words: str, usual: float, most: float, source: Source = "ours",
    unit: Unit = "count",
) -> Threshold:
    return Threshold(key, words, usual, unit, source, 1, most)


THRESHOLDS: dict[str, Threshold] = {one.key: one for one in (
    _count("important_need", "an uncovered need of importance {n} or more is worth a look", 3, 3),
    _count("same_place", "{n} or more mentors all from one place are worth a look", 3, 50),
    _count("roles_held_look", "one person with {n} of the five roles is worth a look", 3, 5),
    _count("roles_held_act", "one person with {n} of the five roles: act", 4, 5),
    _percent("result_named", "below {n}% is worth a look", 70),
    _percent("left_with", "below {n}% is worth a look", 80),
    _percent("load_look", "from {n}% of your hours on it is worth a look", 85, 200),
    _percent("load_act", "above {n}% of your hours: act", 100, 200),
    _percent("off_goal", "from {n}% of the hours on it is worth a look", 30),
    _days("promise_look", "a promise open for more than {n} days is worth a look", 7),
    _days("promise_act", "a promise open for more than {n} days: act", 30),
    _days("review_look", "a review more than {n} days ago is worth a look", 180),
    _days("differs_act", "a difference older than {n} days that nobody talked about: act", 30),
    _percent("agenda_ahead", "below {n}% sent 24 hours ahead is worth a look", 60),
    _percent("options_given", "below {n}% is worth a look", 70),
    _days("lead_time", "less than {n} days is worth a look", 28, "advice"),
    _count("times_a_year", "fewer than {n} touchpoints a year are worth a look", 4, 52, "paper"),
    _percent("due_soon", "from {n}% of the rhythm on it is due soon", 80),
    _percent("overdue", "above {n}% of the rhythm it is worth a look", 100, 300),
    _percent("dormant", "above {n}% of the rhythm: act", 200, 500),
    _days("dormant_days", "but only from {n} days on", 180),
    _percent("begun_by_me", "below {n}% is worth a look", 50),
    _days("asked_after", "known for more than {n} days and not asked is worth a look", 30),
    _percent("on_time", "below {n}% is worth a look", 90),
    _count("late_look", "from {n} on it is worth a look", 1, 20),
    _count("late_act", "from {n} within 90 days on: act", 2, 20),
    _percent("ran_over", "above {n}% is worth a look", 25),
    _days("asked_within", "nothing asked for in {n} days is worth a look", 183),
    _days("plan_within", "no plan after more than {n} days is worth a look", 7),
    _percent("note_sent", "below {n}% is worth a look", 70),
    _days("cooling_look", "after a rest, from {n} days on it is worth a look", 3),
    _days("cooling_act", "after a rest, from {n} days on: act", 14),
    _days("thanks_within", "help more than {n} days ago without thanks is worth a look", 30),
    _days("told_within", "a result not told for more than {n} days is worth a look", 14),
    _count("know_answers", "fewer than {n} of six answers are worth a look", 2, 6),
    _days("know_days", "once you have known somebody {n} days", 180),
)}


INDICATORS: dict[str, Indicator] = {one.id: one for one in (
    # 1 Choose your own mentors
    Indicator(
        "D1.1", 1, "Needs covered", "needs that at least one active mentor meets, of all needs",
        "three needs", "Write three needs first.", "ours", ("important_need",)),
    Indicator(
        "D1.2", 1, "Fit checked before agreeing",
        "active mentors you chose or were referred to with a fit sheet from before you began, of "
        "all those", "two such mentors", "No one new since you began.", "ours", judged=False),
    Indicator(
        "D1.3", 1, "Reach", "active mentors in your department, in another one, and outside",
        "three active mentors", "Add people you already rely on.", "ours", ("same_place",)),
    # 2 Build a network
    Indicator(
        "D2.1", 2, "Levels", "active mentors who are peers, a step ahead, and senior",
        "one active mentor", "Add people you already rely on.", "paper"),
    Indicator(
        "D2.2", 2, "Areas", "active mentors for clinical, academic and personal life",
        "one active mentor", "Add people you already rely on.", "paper"),
    Indicator(
        "D2.3", 2, "Five roles", "of the five roles, those at least one active mentor has",
        "one active mentor", "Add people you already rely on.", "paper"),
    Indicator(
        "D2.4", 2, "Concentration", "the most of the five roles that one active mentor has",
        "three active mentors", "Too few people to tell.", "ours",
        ("roles_held_look", "roles_held_act")),
    # 3 Say what you need
    Indicator(
        "D3.1", 3, "Horizons",
        "of three months, one year and five years, those with an active goal",
        "one active goal", "Start with one 3-month goal.", "advice"),
    Indicator(
        "D3.2", 3, "Goals complete",
        "of what a goal says, its measure, day, reason and next step, what is there on average",
        "one active goal", "Start with one 3-month goal.", "ours", judged=False),
    Indicator(
        "D3.3", 3, "Result named beforehand",
        "held meetings of a year whose wanted result was written before they began, of all",
        "three held meetings", "After three meetings.", "ours", ("result_named",)),
    Indicator(
        "D3.4", 3, "Left with something",
        "held meetings of a year with an outcome or a promise noted, of all",
        "three held meetings", "After three meetings.", "ours", ("left_with",)),
    # 4 Set realistic expectations
    Indicator(
        "D4.1", 4, "Load", "hours a week you have said yes to, of the hours you can give",
        "hours you can give, and one commitment", "Set the hours you can give.", "ours",
        ("load_look", "load_act")),
    Indicator(
        "D4.2", 4, "Hours without a goal", "hours a week that serve no goal, of all hours",
        "two commitments", "Write down two commitments first.", "ours", ("off_goal",)),
    Indicator(
        "D4.3", 4, "Promises kept",
        "promises of yours that fell due in a year, and those still open: on time, late, open",
        "five promises due", "Too few promises to tell.", "ours",
        ("promise_look", "promise_act")),
    Indicator(
        "D4.4", 4, "Expectations agreed",
        "topics agreed, seen differently and open with each mentor, and the last review",
        "a compact with somebody", "No compact yet: start with 5 topics.", "ours",
        ("review_look", "differs_act")),
    # 5 Help them do their job
    Indicator(
        "D5.1", 5, "Agenda in good time",
        "held meetings of a year whose agenda went out 48 hours ahead, and 24, of all; these hours "
        "are fixed by this journal",
        "three held meetings", "After three meetings.", "ours", ("agenda_ahead",)),
    Indicator(
        "D5.2", 5, "Problems with options",
        "problems on the agendas of meetings held in a year that came with an option, of all",
        "three problems on held agendas", "After three problems on an agenda.", "ours",
        ("options_given",)),
    Indicator(
        "D5.3", 5, "Briefs complete",
        "letters asked for in a year whose brief lacked nothing when it was sent, of all",
        "one letter", "No letter asked yet.", "paper"),
    Indicator(
        "D5.4", 5, "Letter lead time",
        "days from asking for a letter to its deadline, the median of a year",
        "one letter", "No letter asked yet.", "advice", ("lead_time",)),
    # 6 Stay in touch
    Indicator(
        "D6.1", 6, "Four a year",
        "touchpoints with each active mentor in a year, of four; of fewer for a person you have "
        "known less long", "a mentor known for 90 days", "Too new to tell.", "paper",
        ("times_a_year",)),
    Indicator(
        "D6.2", 6, "Rhythm", "days since the last touchpoint, of the days agreed, for each mentor",
        "one touchpoint", "No contact logged.", "ours",
        ("due_soon", "overdue", "dormant", "dormant_days")),
    Indicator(
        "D6.3", 6, "Who starts", "contacts of a year that you began, of all",
        "four contacts", "After four contacts.", "ours", ("begun_by_me",)),
    Indicator(
        "D6.4", 6, "Asked how they like it",
        "active mentors whom you asked how and how often they like to be in touch, of all",
        "one active mentor", "Add people you already rely on.", "ours", ("asked_after",)),
    Indicator(
        "D6.5", 6, "Next date", "active mentors with a next date, of all",
        "one active mentor", "Add people you already rely on.", "ours", judged=False),
    # 7 Respect their time
    Indicator(
        "D7.1", 7, "On time", "held meetings of a year to which you came early or on time, of "
        "those where it was noted", "three such meetings", "After three meetings.", "ours",
        ("on_time",)),
    Indicator(
        "D7.2", 7, "Late cancellations", "meetings of a year that you called off with less than 24 "
        "hours to go; the 24 hours are fixed by this journal", "one meeting",
        "After your first meeting.", "ours",
        ("late_look", "late_act")),
    Indicator(
        "D7.3", 7, "Ran over",
        "held meetings of a year that took over 5 minutes more than planned, of those where it was "
        "noted; the 5 minutes are fixed by this journal", "three such meetings",
        "After three meetings.", "ours",
        ("ran_over",)),
    # 8 Ask for feedback, then act on it
    Indicator(
        "D8.1", 8, "Asked for feedback", "feedback you asked for in half a year",
        "an active mentor", "Nothing asked for yet.", "ours", ("asked_within",)),
    Indicator(
        "D8.2", 8, "Loop",
        "feedback with a plan, acted on, and reported back, of all ever heard",
        "one entry", "Nothing logged.", "ours", ("plan_within",)),
    Indicator(
        "D8.3", 8, "Note sent", "feedback answered with a note within 7 days, of all ever "
        "heard; the 7 days are fixed by this journal",
        "three entries", "After three entries.", "ours", ("note_sent",)),
    Indicator(
        "D8.4", 8, "Talked after it stung", "feedback that hurt, rested, and was not talked over",
        "one entry", "Nothing logged.", "ours", ("cooling_look", "cooling_act")),
    # 9 Be gracious
    Indicator(
        "D9.1", 9, "Thanked lately",
        "active mentors you have thanked, of all, and who helped since",
        "one help noted, and a mentor", "No help noted yet.", "ours", ("thanks_within",)),
    Indicator(
        "D9.2", 9, "Public thanks", "thanks of a year said before others",
        "one thank you in a year", "No thank you noted yet.", "paper"),
    Indicator(
        "D9.3", 9, "Credit given",
        "accomplishments whose contributors are all credited, of those with contributors",
        "one with contributors", "No accomplishment with contributors yet.", "paper"),
    Indicator(
        "D9.4", 9, "Results shared with writers",
        "letters decided in a year whose writer was told, of all; one not told stays",
        "one decided letter", "No letter decided yet.", "ours", ("told_within",)),
    # 10 Keep it professional
    Indicator(
        "D10.1", 10, "Know-card", "answers to the six questions about each active mentor",
        "a mentor known for 180 days", "Too new to tell.", "ours",
        ("know_answers", "know_days")),
    Indicator(
        "D10.2", 10, "Boundaries agreed", "compacts in which boundaries are agreed, of all",
        "a compact with somebody", "No compact yet: start with 5 topics.", "ours", judged=False),
    # 11 End on a good note
    Indicator(
        "D11.1", 11, "Endings with all three parts",
        "endings with what it was, thanks, and an open door, of all",
        "one ending", "No relationship ended.", "paper"),
    Indicator(
        "D11.2", 11, "Decide: keep, change, close", "active mentors with whom it has gone quiet",
        "one active mentor", "Add people you already rely on.", "ours", judged=False),
    # 12 Be a mentor yourself
    Indicator(
        "D12.1", 12, "Passing it on", "people you mentor with contact in half a year, of all; its "
        "183 days are fixed by this journal",
        "somebody you mentor", "Nobody yet: who is one step behind you?", "paper"),
    Indicator(
        "D12.2", 12, "Reflected on it", "whether you wrote about mentoring others in half a year; "
        "its 183 days are fixed by this journal",
        "somebody you mentor", "Nobody yet: who is one step behind you?", "ours", judged=False),
)}


class Thresholds:
    """The numbers that hold in one journal: the usual ones, but for those that were changed."""

    def __init__(self, changed: Mapping[str, str | float] | None = None) -> None:
        """`changed` gives a number, or its text, by key; what makes no sense is passed over."""
        self._changed: dict[str, float] = {}
        for key, text in (changed or {}).items():
            value = _number_in(text)
            one = THRESHOLDS.get(key)
            if one is not None and value is not None and one.least <= value <= one.most:
                self._changed[key] = value

    def __getitem__(self, key: str) -> float:
        return self._changed.get(key, THRESHOLDS[key].usual)

    def is_changed(self, key: str) -> bool:
        """Whether it was set to something else than usual."""
        return self[key] != THRESHOLDS[key].usual


def _number_in(text: str | float) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
