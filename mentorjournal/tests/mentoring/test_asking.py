"""Asking for feedback: what is too general, the ready questions, and the two short mails."""

from __future__ import annotations

import pytest

from mentorjournal.mentoring import asking


@pytest.mark.parametrize("topic", [
    "general", "Anything", "everything!", "overall", "In general", "my work", "Anything, really?",
    "how I am doing", "feedback", "my overall performance", "your thoughts",
])
def test_words_that_could_mean_anything(topic: str) -> None:
    assert asking.is_too_general(topic)


@pytest.mark.parametrize("topic", [
    "", "  ", "the aims page", "my general practice rotation", "how I open a meeting",
    "work-up of sepsis", "進捗", "!",
])
def test_one_thing(topic: str) -> None:
    assert not asking.is_too_general(topic)


def test_ready_questions_name_the_topic_in_a_few_words() -> None:
    asks = asking.ready_asks("the talk.")
    assert asks[:3] == [
        "What is one thing I should do differently in the talk?",
        "Where did you lose the thread in the talk?",
        "If you were on the committee, what would worry you about the talk?",
    ]
    assert len(set(asks)) == len(asks) >= 5
    assert all("this" in one for one in asking.ready_asks(""))
    assert asking.ready_asks("anything") == asking.ready_asks("")
    assert max(map(len, asking.ready_asks("a long topic " * 40))) < 110


def test_a_mail_asks_one_thing_and_makes_it_easy() -> None:
    assert asking.ask_message("Dr. Vale", "Amara", "the talk", "Where did you lose me? ") == (
        "Dear Dr. Vale,\n\n"
        "May I ask for your view on one thing: the talk?\n\n"
        "Where did you lose me?\n\n"
        "A line or two is enough, whenever it suits you, and the less comfortable answer helps me "
        "most.\n\n"
        "Thank you,\nAmara"
    )
    topic = "how I open a family meeting when nobody has slept"
    assert topic in asking.ask_message("Dr. Vale", "Amara", topic, "")
    bare = asking.ask_message("Dr. Vale", "", "", "")
    assert "one thing" not in bare and bare.endswith("Thank you,")
    assert asking.ask_subject("the talk") == "A question about the talk"
    assert asking.ask_subject("") == "A question"


def test_a_mail_asks_for_a_talk_and_answers_nothing() -> None:
    text = asking.talk_message("Dr. Vale", "Amara", "slides")
    assert text.startswith("Dear Dr. Vale,\n\nThank you for what you told me about slides.")
    assert "Could we talk about it for ten minutes" in text
    assert text.endswith("With thanks,\nAmara")
    assert "about" not in asking.talk_message("Dr. Vale", "Amara", "").split("\n\n")[1][:40]
    assert asking.talk_subject("slides") == "What you told me about slides"
    assert asking.talk_subject("") == "What you told me"
