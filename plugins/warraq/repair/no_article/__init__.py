"""
Pages that are no article: a server's answer, a wall before the article, a list of articles, a frame without its text.

Browsers save them like any other page. One witness proves nothing: articles speak of errors and quote «Just a moment…». Where several agree
and no paragraph speaks against them, an import sets the page aside with the reason; where it is only probable, the article gets a doubt.
"""

from __future__ import annotations

from collections.abc import Callable

from warraq.archive.original import Original, OriginalKind
from warraq.language import Message, message

from .. import rules as _rules  # noqa: F401 - first: the rules of a page read these modules, and these read the rules
from ..readers.unreadable import UnreadableError
from .answers import Answer, answer_of
from .emptied import is_emptied, is_frameset
from .facts import Facts, facts_of
from .listings import is_list
from .unfilled import is_unfilled

SAVE_AGAIN = message("Open its address in a browser, and save it again when the article is seen.")
SEEN_AS = message("Save the page in a browser once its text is seen, as a whole page or printed, and import that.")
SAID: dict[Answer, Message] = {
    Answer.WALL: message("The page is a check that the reader is no machine: the article stands behind it."),
    Answer.ERROR: message("The page is a server's message that the article was not found or may not be read."),
    Answer.LOGIN: message("The page asks for a name and a password: the article stands behind it."),
    Answer.CONSENT: message("The page asks for consent to cookies: the article stands behind it."),
}


SEEN: tuple[tuple[Callable[[Facts], bool], Message, Message], ...] = (
    (
        is_frameset,
        message("The page is a set of frames: its text stands in other pages, which it only names."),
        message("Open the frame with the text by itself in a browser, save it, and import that."),
    ),
    (is_emptied, message("The page has a headline and a summary, and the place of its text is empty."), SEEN_AS),
    (is_unfilled, message("The page shows no text: its text is in a script, or is fetched by one."), SEEN_AS),
    (
        is_list,
        message("The page is a list of articles, a section or a home page, and none of them."),
        message("Save the articles that it leads to, and import those."),
    ),
)
"""What a page is seen to be, and what is said of it and can be done."""


def no_article(original: Original) -> UnreadableError | None:
    """Say so of a page that is provably no article."""
    if original.kind is not OriginalKind.PAGE:
        return None
    facts = facts_of(original.text)
    if answer := answer_of(facts):
        return UnreadableError(SAID[answer], SAVE_AGAIN)
    return next((UnreadableError(what, todo) for is_so, what, todo in SEEN if is_so(facts)), None)
