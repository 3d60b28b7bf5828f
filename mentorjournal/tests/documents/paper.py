"""Reading papers back: what a person would copy out of a PDF, and what is drawn on its pages."""

from __future__ import annotations

import unicodedata

import pypdfium2

from mentorjournal.documents.document import Document, Paragraph
from mentorjournal.documents.flow import flow
from mentorjournal.documents.parts import Text
from mentorjournal.documents.spans import is_invisible


def copied(pdf: bytes) -> list[str]:
    """The text of each page as a reader program copies it."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in paper]
    finally:
        paper.close()


def seen(text: str) -> str:
    """Only what leaves ink, in one normal form: spaces and line ends do not count."""
    return "".join(
        char for char in unicodedata.normalize("NFKC", text) if not is_invisible(char)
    )


def texts(document: Document) -> list[Text]:
    """Every line of text on every page."""
    return [part for page in flow(document).pages for part in page.parts if isinstance(part, Text)]


def said(document: Document) -> str:
    """All lines of all pages."""
    return "\n".join(text.line.text for text in texts(document))


def note(text: str) -> Document:
    """A document that says only this."""
    return Document("Note", (Paragraph(text),))
