"""The words of the field: closed and open lists of roles, levels, areas, stages and kinds.

Ids are what the journal stores; labels are what people read. The lists follow the twelve tips of
Manuel and Poorsattar (2020) and the sources named beside them; a list with `other` is open.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentorjournal.words import tr

# The five roles of tip 2 are the set that coverage is judged by; the others are labels only.
FIVE_ROLES = (
    "coach", "research_adviser", "project_sponsor", "institutional_advocate", "confidante",
)
ROLES = (
    *FIVE_ROLES, "traditional_mentor", "connector", "content", "clinical", "strategic",
    "role_model", "accountability_partner", "peer", "other",
)
LEVELS = ("peer", "step_ahead", "senior")  # tip 2; people I mentor are "junior"
ALL_LEVELS = (*LEVELS, "junior")
AREAS = ("clinical", "academic", "personal_life")  # tip 2
DOMAINS = (
    "personal", "professional_development", "skill_development", "academic_guidance", "research",
    "other",
)  # tip 3
FUNCTIONS = (
    "sponsorship", "exposure_visibility", "coaching", "protection", "challenging_work",
    "role_modelling", "acceptance", "counselling", "friendship", "navigate", "lend_standing",
    "spot_openings", "back_promotion", "other",
)
SENIOR_FUNCTIONS = ("navigate", "lend_standing", "spot_openings", "back_promotion")  # tip 2
DIRECTIONS = ("mentor", "candidate", "mentee")
ORIGINS = ("self_chosen", "assigned", "referred", "grew", "other")
STAGES = (
    "considering", "met", "asked", "initiation", "cultivation", "separation", "redefinition",
    "closed", "declined", "paused",
)
ACTIVE_STAGES = ("initiation", "cultivation", "separation", "redefinition")
CHANNELS = (
    "in_person", "video", "phone", "email", "text", "team_chat", "via_assistant", "letter", "other",
)
MEETING_MODES = ("in_person", "video", "phone", "other")
STYLES = (
    "agenda_first", "headlines_only", "detail_welcome", "thinks_aloud", "wants_draft_early",
    "wants_draft_finished", "short_messages", "ok_out_of_hours",
)
ITEM_KINDS = (
    "decision", "advice", "problem", "feedback_ask", "report_back", "update", "expectations",
    "career_planning", "introduction_ask", "review_document", "letter", "ethics", "equity",
    "unwritten_rules", "wellbeing", "thanks", "next_date", "personal_of_mentor", "other",
)
PRIORITIES = ("must", "should", "if_time")
ITEM_STATES = ("planned", "covered", "parked", "dropped", "added_in_meeting")
TALKED_ABOUT = ("covered", "added_in_meeting")
WANTED = (
    "decision", "advice", "information", "name", "review", "yes_or_no", "just_to_tell",
)
PURPOSES = (
    "getting_to_know", "first_as_mentor", "regular", "problem", "review_annual", "expectations",
    "closing", "informal", "other",
)
MEETING_STATES = ("proposed", "confirmed", "held", "postponed", "cancelled", "missed")
COMING_STATES = ("proposed", "confirmed")
ARRIVALS = ("early", "on_time", "late")
PARTIES = ("me", "mentor", "mentee", "both")
ASK_KINDS = ("read", "review_opportunity", "look_at", "bring", "other")
OUTCOME_KINDS = ("decision", "guidance", "idea", "other")
FEEDBACK_KINDS = ("appreciation", "coaching", "evaluation")
STANCES = ("accepted", "mixed", "unsure", "disagree", "defensive", "hurt")
TRIGGERS = ("truth", "relationship", "identity")
CONTACT_KINDS = (
    "informal", "brief_update", "question", "conversation", "introduction_received",
    "favour_received", "outcome_shared", "feedback_received", "thanks", "letter_request",
    "reply", "mentoring_given", "message_unanswered", "other",
)
THANKS_KINDS = (
    "spoken", "note", "handwritten", "credit_in_talk", "authorship_credit", "acknowledgement",
    "praise_to_peer", "praise_to_leadership", "nomination", "offer_to_help", "letter_for_mentor",
    "report_of_impact", "small_token", "other",
)
REACHES = ("private", "public")
ENDING_REASONS = (
    "goal_reached", "goals_changed", "goals_diverged", "moved_on", "mentor_left_or_retired",
    "not_enough_time", "commitment_uneven", "expectations_apart", "power_or_conduct",
    "generational", "personality", "no_progress", "programme_ended", "other",
)
ENDING_DECISIONS = ("keep", "change", "close")
ENDING_OUTCOMES = ("closed", "lighter_rhythm", "now_colleagues", "paused")
KNOW_TOPICS = ("who", "drives", "path", "lessons", "priorities", "goals")
COMPACT_TOPICS = (
    "purpose_and_goals", "meeting_rhythm_and_length", "who_schedules_and_sets_agenda",
    "channel_and_reply_time", "how_drafts_are_reviewed_and_turnaround", "feedback_style",
    "confidentiality", "authorship_and_credit", "data_and_ideas_ownership", "effort_and_load",
    "time_off_and_out_of_hours", "other_mentors_and_introductions", "letters_and_sponsorship",
    "boundaries", "power_and_candour", "identity_and_respect", "disagreement_and_third_party",
    "review_date", "how_it_ends_no_fault", "what_success_looks_like", "other",
)
EXPECTATION_STATES = ("open", "agreed", "differs")
GUIDANCE_KINDS = (  # what a mentor can do for me, in plain words (B3); free text beside
    "advice_on_work", "honest_feedback", "learning_a_skill", "introductions", "speaking_up_for_me",
    "finding_openings", "career_choices", "how_things_work_here", "encouragement", "example",
)
SELF_TOPICS = (  # a short look at where I stand before needs are written down; ours
    "asking_questions", "study_design", "analysis", "writing", "speaking", "clinical_skill",
    "teaching_others", "leading_people", "being_known", "money_and_grants", "career_plan",
    "time_and_load", "saying_no", "hard_conversations", "life_outside_work", "other",
)
HORIZONS = ("3m", "1y", "5y")
GOAL_STATES = ("active", "done", "dropped")
COMMITMENT_DECISIONS = (
    "pending", "accepted", "yes_later", "smaller_yes", "declined", "passed_to", "done", "ended",
)
LETTER_KINDS = (
    "residency", "fellowship_clinical", "fellowship_research", "career_award", "grant", "job",
    "award", "promotion", "school_entry", "em_standard", "nomination_for_mentor", "other",
)
LETTER_STATES = (
    "considering", "asked", "agreed", "declined", "brief_sent", "reminded", "submitted",
    "decided", "thanked",
)
LETTER_DETAILS = (  # what a form asks for beside what every letter has
    "aamc_id", "letter_id", "specialty", "letter_format", "director_letter", "commons_name",
    "commons_username", "notice_number", "posting", "why_fit", "past_winners", "nomination_rules",
    "rank_sought", "packet", "competency_list", "their_work",
)
LETTER_OUTCOMES = (
    "awarded", "accepted", "funded", "not_selected", "not_funded", "withdrawn", "other",
)
ATTACHMENT_KINDS = (
    "cv", "statement", "criteria", "posting", "transcript", "draft", "letter", "other",
)
COMPETENCIES = (  # names only: ACGME's six, then everyday traits (B13)
    "patient_care", "medical_knowledge", "practice_based_learning", "communication",
    "professionalism", "systems_based_practice", "originality", "judgement", "rigour",
    "initiative", "independence", "leadership", "teaching", "collaboration", "follow_through",
    "integrity", "resilience", "patient_centredness", "growth",
)
LETTER_METHODS = ("portal_link", "portal_login", "email_pdf", "post", "other")
WAIVERS = ("yes", "no", "not_asked")
EVIDENCE_STATES = ("offered", "picked", "declined")
REFLECTION_TAGS = (
    "yearly", "mentoring_others", "feedback", "energy", "person", "ethics", "other",
)
# What is written of the year ahead when a year is looked back on; never offered as a tag.
AHEAD_TAGS = ("next_year", "next_year_person", "next_year_stop")
FIT_DECISIONS = ("ask", "wait", "no")

# Whoever works outside a hospital reads two of the three areas under another name (B4).
SETTINGS = ("clinical", "phd")

_SPOKEN = {
    "coach": "Coach", "research_adviser": "Research adviser", "project_sponsor": "Sponsor",
    "institutional_advocate": "Advocate", "confidante": "Confidante",
    "traditional_mentor": "Mentor", "content": "Content mentor", "clinical": "Clinical work",
    "strategic": "Strategic mentor", "peer": "Peer", "step_ahead": "Step-ahead",
    "academic": "Academic goals", "personal_life": "Personal life", "via_assistant":
    "Through an assistant", "ok_out_of_hours": "Fine out of hours", "feedback_ask":
    "Ask for feedback", "personal_of_mentor": "Their private life", "if_time": "If time",
    "just_to_tell": "Just to tell", "name": "A name", "decision": "Decision",
    "yes_or_no": "A yes or no", "3m": "3 months", "1y": "1 year", "5y": "5 years",
    "self_chosen": "I chose them", "assigned": "Assigned to me", "referred": "Recommended to me",
    "grew": "Grew by itself", "headlines_only": "Headlines only", "wants_draft_early":
    "Wants drafts early", "wants_draft_finished": "Wants finished drafts", "thinks_aloud":
    "Thinks aloud", "agenda_first": "Agenda first", "spot_openings": "Spots openings",
    "back_promotion": "Backs promotion", "lend_standing": "Lends standing", "navigate":
    "Helps me navigate", "exposure_visibility": "Exposure and visibility", "phd": "Research",
    "introduction_ask": "Ask for an introduction", "review_document": "Review a document",
    "mentee": "Person I mentor", "junior": "Person I mentor",
    "credit_in_talk": "Credit in a talk", "praise_to_peer": "Praise to a peer",
    "letter_for_mentor": "Letter for them", "report_of_impact": "What came of it",
    "handwritten": "Handwritten note", "aamc_id": "AAMC ID", "letter_id": "Letter ID",
    "letter_format": "Standard or narrative", "director_letter": "Programme director’s letter",
    "commons_name": "Name as in eRA Commons", "commons_username": "eRA Commons username",
    "notice_number": "Funding notice number", "why_fit": "Why I fit",
    "competency_list": "Competencies asked for", "their_work": "Their work as a mentor",
    "cv": "CV", "portal_link": "Upload through a link", "portal_login": "Portal with a login",
    "email_pdf": "PDF by email", "fellowship_clinical": "Clinical fellowship",
    "fellowship_research": "Research fellowship", "career_award": "Career award (NIH F or K)",
    "em_standard": "Standard form in emergency medicine", "school_entry": "Entry to a school",
    "nomination_for_mentor": "Nomination of a mentor", "follow_through": "Follow-through",
    "practice_based_learning": "Practice-based learning and improvement",
    "communication": "Interpersonal and communication skills",
    "systems_based_practice": "Systems-based practice",
    "patient_centredness": "Patient-centredness", "advice_on_work": "Advice on my work",
    "learning_a_skill": "Teaching me a skill", "speaking_up_for_me": "Speaking up for me",
    "finding_openings": "Finding openings", "example": "An example to follow",
    "career_choices": "Career choices", "how_things_work_here": "How things work here",
    "asking_questions": "Finding a question worth asking", "study_design": "Designing a study",
    "analysis": "Making sense of data", "speaking": "Giving talks",
    "clinical_skill": "Clinical skill", "teaching_others": "Teaching others",
    "leading_people": "Leading people", "being_known": "Being known outside my place",
    "money_and_grants": "Money and grants", "career_plan": "Knowing where I am going",
    "next_year": "The year ahead", "next_year_person": "Somebody new",
    "next_year_stop": "Something to stop",
    "time_and_load": "Having time for what matters", "life_outside_work": "Life outside work",
}

Labels = Mapping[str, str]


def label(word_id: str | None) -> str:
    """What people read for an id of any list; an unknown id is shown as it was written."""
    if not word_id:
        return ""
    return tr(_SPOKEN.get(word_id) or word_id.replace("_", " ").capitalize())


def area_label(area: str, setting: str = "clinical") -> str:
    """The name of an area of life, for a person in training at a hospital or a PhD student."""
    if setting == "phd":
        return {"clinical": tr("Teaching"), "academic": tr("Research")}.get(area) or label(area)
    return label(area)


def role_label(role: str) -> str:
    """The name of a role: the one-word descriptors say that a mentor is meant."""
    if role == "clinical":
        return tr("Clinical mentor")
    return label(role)
