"""Looking for anything: names first, each entry once, and the words marked as they were written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import feedback, people, promises, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.search_hits import Hit, Marked, marked
from mentorjournal.journal.search_sources import DAYS, GROUP_OF, PARTS
from mentorjournal.journal.searching import Found, Search, is_enough, is_searched
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.store import search as index
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.store.test_search import DOCUMENTS, QUERIES

DAY = build.SAMPLE_DAY


def find(journal: Journal, typed: str) -> tuple[Search, Found]:
    look = Search(journal, DAY)
    return look, look.find(typed)


def hits(journal: Journal, typed: str, group: str, most: int = 50) -> list[Hit]:
    look, found = find(journal, typed)
    return look.hits(found, group, most)


def refs(journal: Journal, typed: str) -> list[Ref]:
    """What is found, group by group."""
    return [entry.ref for each in find(journal, typed)[1].groups.values() for entry in each]


def shown(line: Marked) -> str:
    """The line with its marks in brackets."""
    text, last = "", 0
    for start, end in line.marks:
        text += f"{line.text[last:start]}[{line.text[start:end]}]"
        last = end
    return text + line.text[last:]


# In every script ------------------------------------------------------------------------------


@pytest.fixture
def library(journal: Journal) -> list[int]:
    """A meeting for each document, which is the background of a point of its agenda."""
    with journal.change("Write"):
        someone, meetings = build.add_person(journal, "Q"), []
        for number, text in enumerate(DOCUMENTS):
            meetings.append(build.add_meeting(
                journal, someone, f"2026-04-{number + 1:02}T10:00"))
            build.add_record(journal, "agenda_items", meeting_id=meetings[-1],
                             title="A point", background=text)
    return meetings


@pytest.mark.parametrize(("typed", "document"), QUERIES)
def test_every_query_of_the_design_finds_its_meeting_and_marks_the_words(
    journal: Journal, library: list[int], typed: str, document: int
) -> None:
    found = {hit.ref.id: hit for hit in hits(journal, typed, "meetings")}
    hit = found[library[document]]
    assert hit.where == "Agenda"
    words = [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    assert words
    assert index.fold(words[0]).split()[0].startswith(index.fold(typed).split()[0][:2])


@pytest.mark.parametrize(("text", "typed", "as_shown"), [
    ("Dr. Søren Ångström", "soren ang", "Dr. [Søren] [Ång]ström"),
    ("Straße 5", "strasse", "[Straße] 5"), ("Strasse 5", "straße", "[Strasse] 5"),
    ("ein Gruß", "gruss", "ein [Gruß]"), ("Nguyễn Thị Ánh", "anh ng", "[Ng]uyễn Thị [Ánh]"),
    ("张伟 教授", "张伟", "[张伟] 教授"), ("王小明", "小明", "王[小明]"),
    ("محمد الأمين", "الامين", "محمد [الأمين]"),
    ("A 🎓 day", "🎓", "A [🎓] day"), ("e\u0301te\u0301 ici", "ete", "[e\u0301te\u0301] ici"),
    ("don't e-mail", "don't", "[don't] e-mail"), ("E-Mail her", "e-mail", "[E-Mail] her"),
    ("导师Smith", "smith", "导师[Smith]"), ("शर्मा जी", "शर्मा", "[शर्मा] जी"),
    ("ward, forward, WARD", "ward", "[ward], forward, [WARD]"), ("aa ab", "aa a", "[aa] [a]b"),
    ("nothing", "zebra", "nothing"), ("C++ and C", "++", "C++ and C"),
])
def test_words_are_marked_in_the_text_as_it_was_written(
    text: str, typed: str, as_shown: str
) -> None:
    assert shown(marked(text, typed.split())) == as_shown


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_marks_lie_in_the_text_one_after_the_other(text: str, words: list[str]) -> None:
    last = 0
    for start, end in marked(text, words).marks:
        assert last <= start < end <= len(text)
        last = end


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_anything_may_be_typed(journal: Journal, text: str) -> None:
    found = find(journal, text)[1]
    assert found.count == 0


# Kinds of entry and other spellings ------------------------------------------------------------


def kinds_of(journal: Journal, typed: str, group: str) -> list[str]:
    """The kinds of the entries of a group, as they stand there."""
    return [entry.ref.kind for entry in find(journal, typed)[1].groups.get(group, ())]


@pytest.mark.parametrize(("typed", "group", "kind"), [
    ("feedback", "feedback", "feedback"), ("letters", "feedback", "letter"),
    ("thank you", "feedback", "thanks"), ("thanks", "feedback", "thanks"),
    ("Goals", "goals", "goal"), ("need", "goals", "need"), ("reflection", "notes", "reflection"),
    ("meetings", "meetings", "meeting"), ("contacts", "contacts", "contact"),
    ("promise", "contacts", "action"), ("accompl", "feedback", "accomplishment"),
])
def test_the_word_for_a_kind_lists_the_newest_of_it_first(
    sample_journal: Journal, typed: str, group: str, kind: str
) -> None:
    found = find(sample_journal, typed)[1]
    first = found.groups[group]
    assert next(iter(found.groups)) == group and first[0].ref.kind in (kind, "feedback_given")
    days = [entry.day for entry in first if entry.ref.kind == kind]
    assert days and days == sorted(days, reverse=True)


@pytest.mark.parametrize(("typed", "group", "kind"), [
    ("okafor feedback", "feedback", "feedback"), ("thanks okafor", "feedback", "thanks"),
    ("feedb okafor", "feedback", ""), ("okafor feedb", "feedback", "feedback"),
    ("okafor meetings", "meetings", "meeting"), ("contact okafor", "contacts", "contact"),
])
def test_the_word_for_a_kind_beside_a_name_finds_theirs(
    sample_journal: Journal, typed: str, group: str, kind: str
) -> None:
    look, found = find(sample_journal, typed)
    mine = [hit for hit in look.hits(found, group, 50) if hit.ref.kind == kind]
    assert bool(mine) is bool(kind)
    assert {hit.person.id for hit in mine if hit.person} <= {1}


def test_a_goal_is_found_by_whoever_has_a_part_in_it(journal: Journal) -> None:
    amara, goal = build.add_person(journal, "Amara Okafor"), build.add_record(
        journal, "goals", text="Learn spirometry")
    build.add_record(journal, "goals", text="Read more")
    build.add_record(journal, "goal_persons", goal_id=goal, person_id=amara)
    assert refs(journal, "amara goals") == [Ref("goal", goal)]
    assert refs(journal, "goal spirom") == [Ref("goal", goal)]


def test_texts_that_hold_the_word_itself_are_not_lost(journal: Journal) -> None:
    someone = build.add_person(journal)
    meeting = build.add_meeting(journal, someone, headline="A feedback culture")
    feedback.log(journal, {"person_id": someone, "date": DAY, "topic": "slides"})
    assert refs(journal, "feedback culture") == [Ref("meeting", meeting)]
    assert [ref.kind for ref in refs(journal, "feedback")] == ["feedback", "meeting"]


@pytest.mark.parametrize(("typed", "name"), [
    ("mueller", "Jörg Müller"), ("joerg muel", "Jörg Müller"), ("Goethe", "Ann Goethe"),
    ("ueber", "Ö. Über"), ("mueller zebra", ""), ("poetry", ""),
])
def test_umlauts_are_found_as_they_are_spelled_without(
    journal: Journal, typed: str, name: str
) -> None:
    for each in ("Jörg Müller", "Ann Goethe", "Ö. Über"):
        build.add_person(journal, each)
    assert [hit.title.text for hit in hits(journal, typed, "people")] == [name] * bool(name)


def test_the_plain_spelling_goes_before_the_dots(journal: Journal) -> None:
    build.add_person(journal, "Jörg Müller")
    plain = build.add_person(journal, "Jan Mueller")
    assert refs(journal, "mueller") == [Ref("person", plain)]


# What is found --------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "enough"), [
    ("", False), ("a", False), ("  a ", False), (".", False), ("..", False), ("ab", True),
    ("张", True), ("🎓", True), ("张伟", True), ("4c", True),
])
def test_two_letters_are_enough_or_one_sign_that_is_a_word(typed: str, enough: bool) -> None:
    assert is_enough(typed) is enough


def test_every_text_of_the_journal_belongs_to_an_entry_with_a_place_in_the_list() -> None:
    for table in filter(is_searched, RECORD_TABLES):
        top = table
        while top in PARTS:
            link = RECORD_TABLES[top].c[PARTS[top]]
            top = next(iter(link.foreign_keys)).column.table.name
        assert top in GROUP_OF, table
    assert {(kind, day) for kind, days in DAYS.items() for day in days
            if day not in RECORD_TABLES[kind].c} == set()


def test_what_is_found_in_several_parts_of_a_meeting_is_that_meeting_once(
    journal: Journal
) -> None:
    meeting = build.add_meeting(journal, build.add_person(journal), headline="About spirometry")
    item = build.add_record(journal, "agenda_items", meeting_id=meeting, title="Spirometry first")
    build.add_record(journal, "agenda_options", item_id=item, text="Spirometry later")
    build.add_record(journal, "outcomes", meeting_id=meeting, text="No spirometry")
    assert refs(journal, "spirom") == [Ref("meeting", meeting)]
    (hit,) = hits(journal, "spirom", "meetings")
    assert (shown(hit.title), hit.snippet.text) == ("About [spirom]etry", "")
    assert hit.second.text == "with Dr. Okafor"


def test_somebody_is_found_with_what_is_between_us_the_newest_first(journal: Journal) -> None:
    amara = build.add_person(journal, "Prof. Amara Okafor", roles=["coach"], level="senior")
    other = build.add_person(journal, "Dr. Luis Ortega")
    old = build.add_meeting(journal, amara, "2026-03-01T10:00", headline="First")
    new = build.add_meeting(journal, amara, "2026-05-19T10:00", headline="Second")
    build.add_meeting(journal, other)
    gave = feedback.log(journal, {"person_id": amara, "date": date(2026, 5, 1), "topic": "slides"})
    assert refs(journal, "okaf") == [
        Ref("person", amara), Ref("meeting", new), Ref("meeting", old), Ref("feedback", gave)]
    (hit,) = hits(journal, "okaf", "people")
    assert (shown(hit.title), hit.second.text) == ("Prof. Amara [Okaf]or", "Coach, senior")
    (entry,) = hits(journal, "okaf", "feedback")
    assert (entry.title.text, shown(entry.second), entry.day) == (
        "Slides", "from Prof. [Okaf]or", "Fri 1 May")


def test_a_name_and_a_word_together_find_what_holds_the_word_and_is_about_them(
    journal: Journal
) -> None:
    amara, luis = (build.add_person(journal, name) for name in ("Amara Okafor", "Luis Ortega"))
    for whom in (amara, luis):
        meeting = build.add_meeting(journal, whom)
        build.add_record(journal, "agenda_items", meeting_id=meeting, title="Statistics")
    (hit,) = hits(journal, "okafor stat", "meetings")
    assert hit.person is not None and hit.person.id == amara
    assert (hit.where, shown(hit.snippet)) == ("Agenda", "[Stat]istics")
    assert len(hits(journal, "stat", "meetings")) == 2
    assert refs(journal, "okafor zebra") == []
    assert [one.person.id for one in find(journal, "okafor zebra")[1].named] == [amara]


def test_own_names_come_before_titles_and_mentors_before_people_of_the_past(
    journal: Journal
) -> None:
    title = build.add_person(journal, "Prof. Ann Lee")
    past = build.add_person(journal, "Proffitt Old", stage="closed")
    own = build.add_person(journal, "Proffitt New")
    text = build.add_person(journal, "Zoe Hart", my_ask="a professional eye")
    assert refs(journal, "prof") == [Ref("person", one) for one in (own, past, title, text)]


def test_who_is_found_by_a_strength_or_a_role_shows_it(journal: Journal) -> None:
    build.add_person(journal, "Zoe Hart", strengths=["Trial design"], roles=["coach"])
    (by_strength,) = hits(journal, "design", "people")
    assert shown(by_strength.snippet) == "Trial [design]"
    (by_role,) = hits(journal, "coach", "people")
    assert (shown(by_role.second), by_role.snippet.text) == ("[Coach]", "")


def test_a_promise_is_opened_where_it_was_made(journal: Journal) -> None:
    someone = build.add_person(journal)
    meeting = build.add_meeting(journal, someone)
    promises.add(journal, {"meeting_id": meeting, "text": "Send the tables", "due": DAY})
    promises.add(journal, {"person_id": someone, "text": "Read the tables", "owner": "mentor"})
    by_title = {hit.title.text: hit for hit in hits(journal, "tables", "contacts")}
    mine, theirs = by_title["Send the tables"], by_title["Read the tables"]
    assert (mine.way, mine.second.text, mine.day) == (
        Ref("meeting", meeting), "promised to Dr. Okafor", "due Fri 15 May")
    assert (theirs.way.kind, theirs.second.text) == ("action", "promised by Dr. Okafor")


def test_snippets_are_cut_around_the_words_on_one_line(journal: Journal) -> None:
    meeting = build.add_meeting(journal, build.add_person(journal), headline="Plans")
    build.add_record(journal, "agenda_items", meeting_id=meeting, title="A point",
                     background="lorem ipsum\n" * 400 + "the needle  lies\nhere " + "dolor " * 90)
    (hit,) = hits(journal, "needle", "meetings")
    assert "[needle] lies here dolor" in shown(hit.snippet)
    assert hit.snippet.text[0] == hit.snippet.text[-1] == "…"
    assert len(hit.snippet.text) < 140


def test_private_texts_are_found_and_carry_the_lock(journal: Journal) -> None:
    someone = build.add_person(journal, "Zoe Hart", private_note="Her marmalade is bitter")
    feedback.log(journal, {"person_id": someone, "date": DAY, "topic": "slides",
                           "first_reaction": "marmalade again", "gist": "toast"})
    reflections.add(journal, {"text": "On marmalade", "date": DAY})
    found = [hit for group in ("people", "feedback", "notes")
             for hit in hits(journal, "marmal", group)]
    assert [hit.is_private for hit in found] == [True, True, True]
    assert [hit.where for hit in found] == ["", "First reaction", ""]
    assert not hits(journal, "toast", "feedback")[0].is_private


def test_resting_feedback_says_so(journal: Journal) -> None:
    someone = build.add_person(journal)
    feedback.log(journal, {"person_id": someone, "date": DAY, "topic": "slides",
                           "cool_off_until": date(2026, 5, 18)})
    assert hits(journal, "slides", "feedback")[0].second.text == (
        "from Dr. Okafor · rests until Mon 18 May")


def test_meetings_that_were_called_off_say_so(journal: Journal) -> None:
    meeting = build.add_meeting(journal, build.add_person(journal), headline="Cohort",
                                status="cancelled")
    assert refs(journal, "cohort") == [Ref("meeting", meeting)]
    assert hits(journal, "cohort", "meetings")[0].second.text == "with Dr. Okafor · called off"


def test_a_lone_letter_at_the_end_waits_for_the_next_one(journal: Journal) -> None:
    someone = build.add_person(journal, "Zoe Hart", my_ask="vitamin trials")
    assert refs(journal, "vitamin x") == refs(journal, "vitamin") == [Ref("person", someone)]
    assert refs(journal, "vitamin xy") == []


def test_a_change_is_seen_after_forgetting_and_what_is_gone_is_left_out(journal: Journal) -> None:
    someone = build.add_person(journal, "Zoe Hart")
    look = Search(journal, DAY)
    found = look.find("hart")
    assert found.count == 1
    people.edit(journal, someone, {"name": "Rosalind"})
    look.forget()
    assert (look.find("hart").count, look.find("rosal").count) == (0, 1)
    people.remove(journal, someone)
    assert look.hits(found, "people", 5) == []
    assert look.recent([Ref("person", someone)], 5) == []


def test_what_was_lately_is_shown_once_by_its_entry(journal: Journal) -> None:
    meeting = build.add_meeting(journal, build.add_person(journal), headline="Plans")
    item = build.add_record(journal, "agenda_items", meeting_id=meeting, title="A point")
    build.add_person(journal, "Zoe Hart")
    rows = [Ref("agenda_item", item), Ref("meeting", meeting), Ref("person", 2), Ref("person", 1)]
    recent = Search(journal, DAY).recent(rows, 2)
    assert [hit.ref for hit in recent] == [Ref("meeting", meeting), Ref("person", 2)]


def test_more_than_is_looked_at_is_said_to_be_more(journal: Journal) -> None:
    people.add_names(journal, [f"P{n}" for n in range(130)], {"my_ask": "marmalade"})
    found = find(journal, "marmalade")[1]
    assert (found.count, found.is_cut) == (60, True)


def test_of_what_begins_with_two_letters_fewer_are_looked_at(journal: Journal) -> None:
    people.add_names(journal, [f"P{n}" for n in range(30)], {"my_ask": "marmalade"})
    found = find(journal, "ma")[1]
    assert (found.count, found.is_cut) == (16, True)
    assert find(journal, "mar")[1].count == 30


def test_of_every_kind_of_entry_there_is_something_to_show(sample_journal: Journal) -> None:
    """Each text of the sample finds its entry, and the entry has a title and a sentence."""
    look, kinds = Search(sample_journal, DAY), set()
    for typed in ("the", "and", "to", "my", "her", "co", "re", "wh", "of", "an", "in"):
        found = look.find(typed)
        for group in found.groups:
            for hit in look.hits(found, group, 40):
                kinds.add(hit.ref.kind)
                assert hit.title.text
    assert set(GROUP_OF) - kinds <= {"ending", "self_rating"}


def test_a_look_at_where_i_stand_opens_the_need_it_became(journal: Journal) -> None:
    need = build.add_record(journal, "needs", text="Someone for grants")
    for owner in (None, need):
        build.add_record(journal, "self_ratings", topic_words="Asking for funds", date=DAY,
                         need_id=owner)
    found = hits(journal, "funds", "goals")
    assert {hit.title.text for hit in found} == {"Asking for funds"}
    assert {hit.way.kind for hit in found} == {"need", "self_rating"}
