"""A document as a tagged PDF file. What is heavy is imported when the first one is written."""

from __future__ import annotations

from mentorjournal.documents.document import Document


def write_pdf(document: Document) -> bytes:
    """The document as PDF 1.7: tagged, its fonts embedded, the same bytes for the same document."""
    from mentorjournal.documents.draw import Drawing
    from mentorjournal.documents.flow import flow

    return Drawing(document, flow(document)).bytes()


def page_count(document: Document) -> int:
    """How many pages the document takes."""
    from mentorjournal.documents.flow import flow

    return len(flow(document).pages)
