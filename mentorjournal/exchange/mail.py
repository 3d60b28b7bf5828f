"""A mail draft as a file: it opens in a mail program as a new message with its attachments."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr, parseaddr


def draft(
    *, subject: str, body: str, to_name: str = "", to_address: str | None = None,
    attachments: Sequence[tuple[str, str, bytes]] = (),
) -> bytes:
    """The bytes of an .eml file; attachments are (file name, media type, bytes)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    if to_address and parseaddr(to_address)[1] == to_address.strip():
        message["To"] = formataddr((" ".join(to_name.split()), to_address.strip()))
    message["X-Unsent"] = "1"  # mail programs then open it as a message to be written
    message.set_content(body, cte="quoted-printable")
    for name, media_type, data in attachments:
        main, _, sub = media_type.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
