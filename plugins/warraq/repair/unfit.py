"""Why an original that can be read becomes no article: it is set aside, by an import and by a build alike."""

from __future__ import annotations

from warraq.archive.original import Original

from .no_article import no_article
from .readers.longest_text import too_long
from .readers.many_messages import many_messages
from .readers.unreadable import UnreadableError


def unfit(original: Original) -> UnreadableError | None:
    """Say what is wrong with an original that is too long, holds many messages, or is a page but no article; None of any other."""
    return too_long(original) or many_messages(original) or no_article(original)
