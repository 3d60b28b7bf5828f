"""A mail draft as a file: it opens in a mail program as a new message with its attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from unicodedata import category

# One plain address; anything else is left for the sender to write.
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def draft(
    *, subject: str, body: str, to_name: str = "", to_address: str | None = None,
    attachments: Sequence[tuple[str, str, bytes]] = (),
) -> bytes:
    """The bytes of an .eml file; attachments are (file name, media type, bytes)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(subject)
    if to_address and _ADDRESS.fullmatch(to_address.strip()):
        message["To"] = formataddr((_line(to_name), to_address.strip()))
    message["X-Unsent"] = "1"  # mail programs then open it as a message to be written
    message.set_content(_whole(body), cte="quoted-printable")
    for name, media_type, data in attachments:
        main, _, sub = media_type.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=_line(name))
    return message.as_bytes()


def _line(text: str) -> str:
    """`text` as one line, so that nobody can write a header of their own."""
    return "".join(c for c in " ".join(_whole(text).split()) if category(c) != "Cc")


def _whole(text: str) -> str:
    """`text` without halves of characters, which no mail can carry."""
    return text.encode("utf-8", "replace").decode()
