"""All tables of a journal file, for every noun the program knows.

Record tables carry `id` (never reused), `uid` (the same in every copy of the journal) and
`created_at`; triggers keep their history. The store's own tables stand in `own_tables.py`.
Days are 'YYYY-MM-DD'; a meeting's `starts_at` is 'YYYY-MM-DDTHH:MM' on the clock of its `zone`, so
that an appointment never shifts; other instants are UTC, ending in 'Z'.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
)

from mentorjournal.store.columns import (
    Day,
    WallTime,
    WordList,
    day,
    flag,
    line,
    link,
    metadata,
    moment,
    number,
    record_table,
    word,
    words,
)

APPLICATION_ID = 0x4D4A524E  # "MJRN" in the file's header
VERSION = 5

# Me ------------------------------------------------------------------------------------------

me = record_table(
    "me",
    line("name"), line("pronouns"), line("stage"), line("institution"), line("department"),
    words("interest"), day("started"), day("ends"), Column("capacity_hours_per_week", Float),
    word("setting", "clinical"), Column("personal_values", WordList),
    Column("work_style", WordList),
    word("channel"), words("frequency"), words("preference_note"), line("email"),
    words("gaps"), words("opportunities"),
)
my_stage = record_table(
    "my_stage", line("stage", required=True), day("started"), day("ended"), words("note"),
)
preference = record_table(
    "preference", Column("key", String, nullable=False, unique=True), words("value"),
)
dismissal = record_table(
    "dismissal", Column("key", String, nullable=False), day("until"), words("why"),
)

# People ---------------------------------------------------------------------------------------

person = record_table(
    "person",
    line("name", required=True), line("pronouns"), word("direction", "mentor"),
    word("stage", "cultivation"), word("level"), flag("outside_field"),
    line("institution"), line("department"), line("rank"),
    word("origin"), line("suggested_by"), link("suggested_by_id", "person"), line("admire_for"),
    day("start"), day("ended"), number("cadence_days"), day("cadence_agreed_on"),
    day("paused_until"), words("paused_for"), day("snoozed_until"), day("next_contact_on"),
    word("channel"), line("email"), line("phone"), line("assistant"), line("usual_place"),
    line("usual_link"), day("preferences_asked_on"), words("style_note"),
    line("added_value"), flag("added_value_shareable"), line("my_ask"),
    words("limits", private=True), line("capacity_note"),
    words("perspective_note", private=True), words("support_note", private=True),
    day("differences_talk_on"), words("differences_note", private=True),
    word("tone"), flag("mentor_led"), words("private_note", private=True),
    words("photo", private=True),
)
Index("ix_person_direction", person.c.direction, person.c.stage)
person_tag = record_table(
    "person_tag",
    link("person_id", "person", owned=True), Column("kind", String, nullable=False),
    words("value", required=True), number("position", 0),
)
Index("ix_person_tag_value", person_tag.c.kind, person_tag.c.value)
person_stage = record_table(
    "person_stage", link("person_id", "person", owned=True), word("stage"), day("since"),
)
know_answer = record_table(
    "know_answer",
    link("person_id", "person", owned=True), word("topic"), words("text"), day("as_of"),
)
news = record_table(
    "news",
    link("person_id", "person", owned=True), day("date"), words("text", required=True),
    day("congratulated_on"),
)
homework = record_table(
    "homework",
    link("person_id", "person", owned=True), words("text", required=True), day("done_on"),
)
boundary = record_table(
    "boundary",
    link("person_id", "person", owned=True), words("note", private=True, required=True),
    day("date"),
)
fit_sheet = record_table(
    "fit_sheet",
    link("person_id", "person", owned=True), day("date"),
    number("availability"), words("availability_note", private=True),
    number("willingness"), words("willingness_note", private=True),
    number("style"), words("style_note", private=True),
    number("shared_values"), words("shared_values_note", private=True),
    number("inspired"), words("inspired_note", private=True), words("track_record", private=True),
    word("decision"), day("decided_on"), words("note", private=True),
)
need = record_table(
    "need",
    words("text", required=True), word("domain"), words("guidance_kind"), words("skill_sought"),
    number("importance", 2), day("met_on"), number("position", 0),
)
need_person = record_table(
    "need_person", link("need_id", "need", owned=True), link("person_id", "person", owned=True),
)
self_rating = record_table(
    "self_rating",
    day("date"), word("topic"), words("topic_words"), number("now"), number("wanted"),
    link("need_id", "need"),
)

# What we want of each other -------------------------------------------------------------------

compact = record_table(
    "compact",
    link("person_id", "person", owned=True), words("purpose"), day("started_on"),
    day("agreed_on"), day("reviewed_on"), number("review_every_days", 180), words("confidential"),
)
expectation = record_table(
    "expectation",
    link("person_id", "person", owned=True), word("topic"), words("topic_words"),
    words("mine"), words("theirs"), words("agreed"), word("status", "open"),
    day("differs_since"), day("conversation_on"), day("reviewed_on"), number("position", 0),
    words("how_it_goes"),
)
expectation_version = record_table(
    "expectation_version",
    link("expectation_id", "expectation", owned=True), day("date"), words("mine"),
    words("theirs"), words("agreed"), word("status"),
)

# Goals and load -------------------------------------------------------------------------------

goal = record_table(
    "goal",
    words("text", required=True), word("horizon"), words("measure"),
    Column("measure_value", Float), Column("measure_target", Float), day("due"), words("why"),
    word("domain"), word("status", "active"), day("started_on"), day("done_on"),
    words("mentor_part"), link("need_id", "need"), number("position", 0),
)
goal_gap = record_table(
    "goal_gap", link("goal_id", "goal", owned=True), words("text", required=True),
    day("closed_on"),
)
goal_step = record_table(
    "goal_step",
    link("goal_id", "goal", owned=True), words("text", required=True), word("owner", "me"),
    link("helper_id", "person"), day("due"), day("done_on"), number("position", 0),
)
goal_person = record_table(
    "goal_person",
    link("goal_id", "goal", owned=True), link("person_id", "person", owned=True),
    day("shared_on"), words("part"),
)
goal_version = record_table(
    "goal_version",
    link("goal_id", "goal", owned=True), day("date"), words("text"), words("measure"), day("due"),
    words("change"), link("person_id", "person"),
)
goal_progress = record_table(
    "goal_progress",
    link("goal_id", "goal", owned=True), day("date"), Column("value", Float),
)
capacity = record_table("capacity", day("since"), Column("hours_per_week", Float))
commitment = record_table(
    "commitment",
    line("title", required=True), link("asked_by_id", "person"), line("asked_by"),
    Column("hours_per_week", Float, default=0.0), link("goal_id", "goal"),
    word("decision", "pending"), day("asked_on"), day("decided_on"), day("since"), day("until"),
    words("what_exactly"), words("why_me"), words("how_to_stop"), word("fits_goal"),
    words("reply"), Column("hours_asked", Float), line("passed_to"),
)
commitment_hours = record_table(
    "commitment_hours",
    link("commitment_id", "commitment", owned=True), day("since"),
    Column("hours_per_week", Float),
)

# Meetings and contact -------------------------------------------------------------------------

meeting = record_table(
    "meeting",
    link("person_id", "person", owned=True), Column("starts_at", WallTime, nullable=False),
    Column("zone", String, nullable=False, default="UTC"),
    Column("planned_minutes", Integer, nullable=False), number("actual_minutes"), word("mode"),
    line("place"), line("link"), word("purpose", "regular"), word("status", "confirmed"),
    line("headline"), words("desired_outcome"), moment("desired_outcome_at"),
    words("opening"), words("time_saver"), flag("nothing_new"), word("initiated_by", "me"),
    moment("agenda_sent_at"), words("called_off_by"), words("called_off_why"),
    Column("notice_hours", Float), link("moved_to_id", "meeting"),
    word("arrival"), number("late_minutes"), moment("started_at"), moment("ended_at"),
    words("notes"), words("private_note", private=True),
    Column("listened_more", Boolean), Column("drifted", Boolean),
    words("follow_up_text"), moment("follow_up_sent_at"), day("next_contact_on"),
)
Index("ix_meeting_time", meeting.c.starts_at)
Index("ix_meeting_person_time", meeting.c.person_id, meeting.c.status, meeting.c.starts_at)
agenda_item = record_table(
    "agenda_item",
    link("meeting_id", "meeting", owned=True), number("position", 0), line("title", required=True),
    word("kind", "advice"), word("priority", "should"), number("minutes", 5),
    words("question"), words("background"), words("my_view"), word("wanted"),
    word("domain"), word("state", "planned"), link("goal_id", "goal"),
    words("notes"), words("decision"), words("source"), number("source_id"),
    number("spent_minutes"),
)
Index("ix_agenda_item_order", agenda_item.c.meeting_id, agenda_item.c.position)
agenda_option = record_table(
    "agenda_option",
    link("item_id", "agenda_item", owned=True), words("text", required=True), words("note"),
    flag("preferred"), number("position", 0),
)
ask_ahead = record_table(
    "ask_ahead",
    link("meeting_id", "meeting", owned=True), link("item_id", "agenda_item"),
    word("kind", "read"), words("text", required=True), line("link"), number("minutes", 5),
    day("send_by"), day("due"), moment("sent_at"), number("position", 0),
)
action = record_table(
    "action",
    link("person_id", "person"), link("meeting_id", "meeting"), link("feedback_id", "feedback"),
    link("goal_id", "goal"), word("owner", "me"), words("text", required=True), day("due"),
    day("done_on"), day("dropped_on"), number("position", 0), link("item_id", "agenda_item"),
)
outcome = record_table(
    "outcome",
    link("meeting_id", "meeting", owned=True), word("kind", "guidance"),
    words("text", required=True), number("position", 0), link("item_id", "agenda_item"),
)
contact = record_table(
    "contact",
    link("person_id", "person", owned=True), Column("date", Day, nullable=False), word("kind"),
    word("channel"), word("initiated_by", "me"), flag("answered"), day("answered_on"),
    words("line"), words("occasion"),
)
Index("ix_contact_person_date", contact.c.person_id, contact.c.answered, contact.c.date)

# Feedback and thanks --------------------------------------------------------------------------

feedback = record_table(
    "feedback",
    link("person_id", "person", owned=True), link("meeting_id", "meeting"), day("date"),
    flag("requested"), day("asked_on"), words("question"), line("topic"), line("theme"),
    word("kind"), words("gist"), words("situation"), words("behaviour"), words("impact"),
    words("intent"), word("stance"), word("trigger"),
    words("first_reaction", private=True), day("cool_off_until"),
    link("follow_up_meeting_id", "meeting"), day("conversation_on"), words("their_view"),
    words("missing", private=True), words("plan"), day("plan_on"), words("note_text"),
    day("note_on"), day("acted_on"), words("came_of"), day("reported_back_on"),
    day("set_aside_on"), words("set_aside_why"), day("revisited_on"), day("talk_asked_on"),
)
Index("ix_feedback_date", feedback.c.date)
thanks = record_table(
    "thanks",
    link("person_id", "person", owned=True), day("date"), word("kind"), word("reach", "private"),
    words("for_what", required=True), words("note_text"), link("letter_id", "letter"),
    link("accomplishment_id", "accomplishment"), link("meeting_id", "meeting"),
)

# Letters and what they rest on ----------------------------------------------------------------

letter = record_table(
    "letter",
    link("writer_id", "person", owned=True), word("kind"), line("target", required=True),
    word("status", "considering"), day("asked_on"), day("answer_by"), day("agreed_on"),
    day("declined_on"), day("deadline"), words("deadline_time"), words("zone"),
    word("method"), words("method_note"), word("waived"), flag("strong_asked"),
    words("identifiers"), words("length_and_form"), words("criteria"), words("why"),
    words("why_you"), words("how_known"), words("evidence_unknown"),
    link("growth_feedback_id", "feedback"), words("growth_words"),
    words("context", private=True), flag("context_allowed"), words("others_writing"),
    day("brief_sent_on"), Column("brief_missing", WordList), day("reminded_on"),
    day("submitted_on"), day("thanked_on"), day("decided_on"), words("outcome"),
    day("outcome_shared_on"), link("goal_id", "goal"), line("addressed_to"), words("leave_out"),
)
letter_detail = record_table(
    "letter_detail",
    link("letter_id", "letter", owned=True), word("field"), words("text"),
)
letter_quality = record_table(
    "letter_quality",
    link("letter_id", "letter", owned=True), line("quality", required=True), words("criterion"),
    number("position", 0),
)
letter_evidence = record_table(
    "letter_evidence",
    link("quality_id", "letter_quality", owned=True), words("situation"), words("behaviour"),
    words("impact"), link("seen_by_id", "person"), day("date"),
    link("accomplishment_id", "accomplishment"), link("feedback_id", "feedback"),
    link("meeting_id", "meeting"), word("state", "picked"), number("position", 0),
)
letter_attachment = record_table(
    "letter_attachment",
    link("letter_id", "letter", owned=True), line("name", required=True), words("kind"),
    words("file"), number("position", 0),
)
accomplishment = record_table(
    "accomplishment",
    day("date"), line("title", required=True), words("result"), Column("number", Float),
    line("unit"), Column("competencies", WordList), link("goal_id", "goal"), words("file"),
    line("file_name"),
)
accomplishment_person = record_table(
    "accomplishment_person",
    link("accomplishment_id", "accomplishment", owned=True),
    link("person_id", "person", owned=True),
    word("part", "contributor"), day("credited_on"), words("credited_how"),
)

# Looking back and moving on -------------------------------------------------------------------

reflection = record_table(
    "reflection",
    day("date"), word("tag"), words("question"), words("text", private=True, required=True),
    number("energy"), link("person_id", "person"), link("goal_id", "goal"),
    link("paired_with_id", "reflection"), flag("shareable"),
)
advice = record_table(
    "advice",
    words("text", required=True), link("person_id", "person"), line("credited_to"),
    words("when_it_helps"), day("date"),
)
advice_use = record_table(
    "advice_use",
    link("advice_id", "advice", owned=True), link("person_id", "person"),
    link("meeting_id", "meeting"), day("date"),
)
feedback_given = record_table(
    "feedback_given",
    link("person_id", "person", owned=True), link("meeting_id", "meeting"), day("date"),
    flag("requested"), line("topic"), words("situation"), words("behaviour"), words("impact"),
    words("their_plan"), day("look_again_on"), words("came_of"), day("heard_back_on"),
)
ending = record_table(
    "ending",
    link("person_id", "person", owned=True), word("decision"), day("decided_on"),
    word("reason"), words("reason_note", private=True), word("outcome"),
    words("talk_plan", private=True),
    day("conversation_on"), words("framing"), words("thanks"), words("door_open"),
    words("offer_back"), day("note_sent_on"), day("check_in_on"), day("check_in_done_on"),
    day("reopened_on"), words("what_changes"), words("update_promised"),
)

RECORD_TABLES: dict[str, Table] = {
    name: table for name, table in metadata.tables.items() if table.info.get("record")
}
