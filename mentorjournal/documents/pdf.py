"""A document as a tagged PDF file. What is heavy is imported when the first one is written."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.documents.document import Document


def write_pdf(document: Document) -> bytes:
    """The document as PDF 1.7: tagged, its fonts embedded, the same bytes for the same document."""
    from mentorjournal.documents.draw import Drawing
    from mentorjournal.documents.flow import flow

    return Drawing(document, flow(document)).bytes()


def fullest(documents: Iterable[Document], most_pages: int = 1) -> Document:
    """The first of some versions that stands on so many pages, or else the last of them.

    They come one by one, the fullest first, so that no more of them are made than are needed.
    Raises ValueError without any.
    """
    document = None
    for document in documents:
        if page_count(document) <= most_pages:
            break
    if document is None:
        raise ValueError("no document to choose from")
    return document


def page_count(document: Document) -> int:
    """How many pages the document takes."""
    from mentorjournal.documents.flow import flow

    return len(flow(document).pages)
