"""Conversation cards: four of them, each with questions, and an item for an agenda."""

from __future__ import annotations

import pytest

from mentorjournal.mentoring import conversation
from mentorjournal.mentoring.vocabulary import ITEM_KINDS, KNOW_TOPICS


def test_the_first_card_has_one_question_for_each_of_the_six() -> None:
    first = conversation.card(conversation.FIRST)
    assert len(first.questions) == len(KNOW_TOPICS)
    assert "Which decision shaped your path most?" in first.questions


def test_the_card_on_differences_may_be_passed() -> None:
    about = conversation.card(conversation.DIFFERENCES).about
    assert "Either of you may pass" in about


@pytest.mark.parametrize("key", conversation.CARDS)
def test_a_card_makes_an_item_that_the_other_can_read(key: str) -> None:
    card, item = conversation.card(key), conversation.item(key)
    assert card.title and card.about
    assert all(question.endswith("?") for question in card.questions)
    assert item["kind"] in ITEM_KINDS
    assert item["source"] == f"card:{key}" == card.source
    assert str(item["background"]).split("\n") == list(card.questions)
    assert "they" not in str(item["title"]).lower().split()


def test_the_unwritten_rules_have_a_kind_of_their_own() -> None:
    assert conversation.item("unwritten_rules")["kind"] == "unwritten_rules"
    assert [card.key for card in conversation.cards()] == list(conversation.CARDS)
