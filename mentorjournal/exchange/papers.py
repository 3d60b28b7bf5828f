"""A document as a file to hand over: page, plain text or mail draft, and what cannot be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mentorjournal.documents.document import Document
from mentorjournal.documents.spans import named
from mentorjournal.store.errors import JournalError
from mentorjournal.words import listing, tr

SUFFIXES = (".pdf", ".txt", ".eml")
PAGES = (".pdf",)  # those set in type
READABLE = (".pdf", ".txt", ".md")  # of what is read and kept, not sent
SHOWN_CHARACTERS = 6


def make(
    document: Document, suffix: str, *, name: str = "", body: str = "", subject: str = "",
    to_name: str = "", to_address: str | None = None,
) -> bytes:
    """The file's bytes; `body` is the text as it is written in a mail, else the document's own.

    A mail whose text is the document itself carries the page along as `name`. Raises JournalError
    for an ending that is none of `SUFFIXES`.
    """
    from mentorjournal.documents.text import as_text

    if suffix not in SUFFIXES:
        raise JournalError(tr("This can be written as {kinds}.", kinds=", ".join(SUFFIXES)))
    if suffix == ".pdf":
        return _pdf(document)
    if suffix == ".txt":
        return (body.strip() + "\n" if body else as_text(document)).encode()
    from mentorjournal.exchange import mail

    pages = [] if body else [(f"{name or document.title}.pdf", "application/pdf", _pdf(document))]
    return mail.draft(
        subject=subject or document.title, body=body or as_text(document), to_name=to_name,
        to_address=to_address, attachments=pages,
    )


def readable(document: Document, suffix: str) -> bytes:
    """A page, plain text or Markdown. Raises JournalError for an ending that is none of them."""
    from mentorjournal.documents.text import as_markdown, as_text

    if suffix not in READABLE:
        raise JournalError(tr("This can be written as {kinds}.", kinds=", ".join(READABLE)))
    if suffix == ".pdf":
        return _pdf(document)
    return (as_text(document) if suffix == ".txt" else as_markdown(document)).encode()


def remarks(document: Document) -> list[str]:
    """What to say of a page: the characters on it that no font here can print."""
    from mentorjournal.documents.text import as_text

    missing = unprintable([as_text(document)])
    return [unprintable_words(missing)] if missing else []


def _pdf(document: Document) -> bytes:
    from mentorjournal.documents.pdf import write_pdf

    return write_pdf(document)


def unprintable(texts: Iterable[str]) -> list[str]:
    """The characters of some texts that no font here can print."""
    from mentorjournal.documents.typeset import unprintable as missing

    return missing(list(texts))


def unprintable_words(missing: Sequence[str]) -> str:
    """What to say of characters that will stand on the page as their numbers."""
    shown = [tr("{char} ({name})", char=c, name=named(c)) for c in missing[:SHOWN_CHARACTERS]]
    if len(missing) > SHOWN_CHARACTERS:
        shown.append(tr("{n} more", n=len(missing) - SHOWN_CHARACTERS))
    return tr(
        "No font on this computer can print {characters}. They will stand on the page as their "
        "numbers.", characters=listing(shown),
    )  # fmt: skip
