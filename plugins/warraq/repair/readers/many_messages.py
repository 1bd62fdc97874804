"""
A conversation or a channel that a messenger exported: many messages in one file, each with its own writer and day.

One article made of them would have the first one's headline, no day, and strangers' words in its body. So the file is set aside. Telegram
Desktop exports HTML or JSON, and copies chosen messages as text; WhatsApp exports lines that begin with a day and a time. A text that tells
of one message, or a live blog with times, is none of these.
"""

from __future__ import annotations

import re
from itertools import islice

from warraq.archive.original import Original, OriginalKind
from warraq.language import message

from ..alphabet import DIGIT
from .unreadable import UnreadableError

SAMPLE = 200_000
"""Code points that are looked at: a conversation shows its kind at its head."""
FEWEST = 3
"""Messages of a conversation in a text; in what Telegram writes for programs, two."""
CONTROLS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
DAY = rf"[{DIGIT}]{{1,4}}[/.-][{DIGIT}]{{1,2}}[/.-][{DIGIT}]{{1,4}}"
HALF = r"[ \u00a0\u202f]?[^\W\d_]{1,6}\.?(?: ?[^\W\d_]{1,2}\.)?"
"""`ص`, `AM`, `p. m.`"""
TIME = rf"[{DIGIT}]{{1,2}}[:.][{DIGIT}]{{2}}(?:[:.][{DIGIT}]{{2}})?(?:{HALF})?"
STAMP = rf"{DAY}[،,]? {TIME}"
WHATSAPP = re.compile(rf"(?:\[{STAMP}\]|{STAMP} [-–]) (?P<name>[^\n:]{{1,80}}:)?")
COPIED = re.compile(rf"[^\n\[\]]{{1,80}}, \[{STAMP}\]")
TELEGRAM_PAGE = re.compile(
    r"<div class=\"message default clearfix(?: joined)?\" id=\"message-?[0-9]+\">|<div class=\"tgme_widget_message_wrap\b"
)
"""An export, or the page of a channel."""
TELEGRAM_DATA = re.compile(r"\"type\": ?\"message\",\s{1,40}\"date\": ?\"[0-9]{4}-")


def many_messages(original: Original) -> UnreadableError | None:
    """Say so of a file of many messages, of which no article can be made."""
    sample = original.text[:SAMPLE]
    if not _is_conversation(sample, original.kind):
        return None
    return UnreadableError(
        message("The file holds many messages, and is not one article."),
        message("Put each message that is an article into a file of its own, and import those."),
    )


def _is_conversation(sample: str, kind: OriginalKind) -> bool:
    if kind is not OriginalKind.TEXT:
        return any(islice(TELEGRAM_PAGE.finditer(sample), 1, None))
    if sample[:1_000].lstrip("\ufeff \t\r\n").startswith("{") and '"messages"' in sample:
        return any(islice(TELEGRAM_DATA.finditer(sample), 1, None))
    lines = [line.strip() for line in sample.translate(CONTROLS).splitlines() if line.strip()]
    if not lines:
        return False
    if COPIED.fullmatch(lines[0]):
        return sum(COPIED.fullmatch(line) is not None for line in lines) >= FEWEST
    if not WHATSAPP.match(lines[0]):
        return False
    found = [match for line in lines if (match := WHATSAPP.match(line))]
    return len(found) >= FEWEST and sum(match["name"] is not None for match in found) >= FEWEST - 1
