"""The PDF itself: tagged, described, the same each time, and flowing over pages."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from mentorjournal.documents import document as d
from mentorjournal.documents.flow import SIZES, flow
from mentorjournal.documents.parts import Mark, Text
from mentorjournal.documents.pdf import page_count, write_pdf
from mentorjournal.tests.documents.paper import copied, said, seen

LONG = "A sentence that says something about the work of a year. " * 12
EVERYTHING = (
    d.Title("Brief for a letter", "For Prof. Okafor", "Dr Noor Haddad"),
    d.Rule(strong=True),
    d.Sides("Dr Noor Haddad", "Monday 23 November 2026", "Critical-care fellow"),
    d.Facts((d.Fact("Who", ("Noor", "Amara")), d.Fact("When", ("Thursday",)))),
    d.Rows((d.Row("Opportunity", ("Award",), strong=True), d.Row("How", ("Upload", "Sign")))),
    d.Box("What I want", "A decision"),
    d.Heading("What I hope you can speak to"),
    d.Item(
        "1", "I finish things", "5 min", "Advice", (d.Row("Background", ("The audit",)),),
        (d.Entry("Led the audit", "June 2026"),),
    ),
    d.Quote("You gave each plan while facing the monitor."),
    d.Table(("Topic", "Mine", "Theirs"), (("Drafts", "A week", "Ten days"),), (1, 2, 2)),
    d.Columns((d.Checks("Please", (d.Check("Look"),), "+1 more"),), (d.Listing("Goals", ("G",)),)),
    d.Paragraph("Small print", tone="small"),
    d.Gap(10),
    d.NoteLines("Decisions", "Next date:", "soon"),
)  # fmt: skip


def paper(*blocks: d.Block, page: d.PageSize = "A4") -> d.Document:
    footer = d.Footer("Brief", "Noor, 27 November 2026")
    return d.Document("Brief", blocks, "Noor", "A letter", page=page, footer=footer)


def test_every_kind_of_block_says_its_words() -> None:
    page = seen(copied(write_pdf(paper(*EVERYTHING)))[0])
    for words in (
        "Brief for a letter", "For Prof. Okafor", "Critical-care fellow", "Amara", "Award",
        "A decision", "I finish things", "5 min", "The audit", "June 2026", "facing the monitor",
        "Ten days", "Look", "+1 more", "Goals", "Small print", "Decisions", "Next date: soon",
        "Page 1 of 1", "Noor, 27 November 2026",
    ):  # fmt: skip
        assert seen(words) in page


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_pdf(paper(*EVERYTHING)) == write_pdf(paper(*EVERYTHING))


def test_the_file_says_what_it_is_and_how_it_is_read() -> None:
    pdf = write_pdf(paper(*EVERYTHING))
    for mark in (b"/StructTreeRoot", b"/Marked true", b"/DisplayDocTitle true", b"/H1", b"/LBody",
                 b"/TH", b"/ParentTree", b"(en-GB)", b"<dc:title>"):  # fmt: skip
        assert mark in pdf
    described = pypdfium2.PdfDocument(pdf)
    assert described.get_metadata_dict()["Title"] == "Brief"
    assert described.get_metadata_dict()["Author"] == "Noor"
    described.close()


def test_every_font_is_embedded() -> None:
    pdf = write_pdf(paper(*EVERYTHING))
    assert len(re.findall(rb"/Type0", pdf)) == len(re.findall(rb"/FontFile2", pdf)) > 0


def test_a_kept_promise_and_an_open_one_are_told_apart_for_the_ear() -> None:
    laid = flow(paper(d.Checks("Since then", (d.Check("A", done=True), d.Check("B")))))
    marks = [part for part in laid.pages[0].parts if isinstance(part, Mark)]
    assert [mark.node.stands_for for mark in marks] == ["done", "open"]


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_long_text_flows_over_pages_and_loses_nothing(page: d.PageSize) -> None:
    blocks = [block for at in range(14) for block in (d.Heading(f"Part {at}"), d.Paragraph(LONG))]
    document = paper(d.Title("Brief"), *blocks, d.Paragraph(LONG * 20), page=page)
    pages = copied(write_pdf(document))
    assert len(pages) == page_count(document) > 2
    text = seen("".join(pages))
    assert text.count(seen(LONG)) >= 25
    assert seen(f"Page {len(pages)} of {len(pages)}") in text


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_nothing_stands_in_the_footer_or_beyond_the_margins(page: d.PageSize) -> None:
    width, height = SIZES[page]
    rows = tuple((f"Topic {at}", LONG[: at * 9], "x" * at) for at in range(60))
    document = paper(*EVERYTHING, d.Table(("A", "B", "C"), rows), d.Quote(LONG * 9), page=page)
    for sheet in flow(document).pages:
        for part in sheet.parts:
            if isinstance(part, Text) and part.node is not None:
                assert part.top >= 40
                assert part.bottom <= height - 59
                assert part.x >= 56
                assert part.x + part.line.width <= width - 56


def test_a_heading_is_never_the_last_on_its_page() -> None:
    for lines in range(40, 56):
        body = "\n".join(["line"] * lines)
        laid = flow(paper(d.Paragraph(body), d.Heading("Next part"), d.Paragraph("It says this.")))
        for page in laid.pages:
            words = [part.line.text for part in page.parts if isinstance(part, Text) and part.node]
            assert words[-1] != "Next part"


def test_only_longer_documents_have_an_outline() -> None:
    def outline(document: d.Document) -> list[str]:
        pdf = pypdfium2.PdfDocument(write_pdf(document))
        titles = [bookmark.get_title() for bookmark in pdf.get_toc()]
        pdf.close()
        return titles

    assert outline(paper(d.Title("Brief"), d.Heading("One"))) == []
    longer = paper(d.Title("Brief"), d.Heading("One"), d.PageBreak(), d.Heading("Two محمد"))
    assert outline(longer) == ["Brief", "One", "Two محمد"]


def test_note_lines_fill_what_the_page_has_left() -> None:
    def ruled(*blocks: d.Block) -> int:
        laid = flow(paper(*blocks, d.NoteLines("Notes", least=3, most=6)))
        assert len(laid.pages) == 1
        return sum(type(part).__name__ == "Stroke" for part in laid.pages[0].parts) - 1

    assert ruled() == 6
    assert ruled(d.Paragraph("\n".join(["x"] * 45))) == 3


def test_a_wide_word_and_a_hostile_title_do_no_harm() -> None:
    document = d.Document("T\0\ud800 <x>", (d.Title("w" * 500), d.Heading("\ud800")), "\ud800")
    assert "w" * 25 in said(document)
    assert write_pdf(document).startswith(b"%PDF-1.7")
