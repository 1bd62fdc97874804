"""
Names in one text, by what stands beside them.

A person's name stands behind a title or an office, beside a verb of saying, or begins with a given name; a body's and an event's begin with
the word for their sort; a place stands behind such a word. Where such a name ends no text says by itself: each end that is possible is
given, and the whole archive decides (`ends.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .cue import Cue
from .headed import headed, site
from .lexicon import Says, lexicon
from .persons import Shown, behind_title, may_hold_office, person
from .tokens import Run, runs
from .words_of_run import ENDS, Found, RunWords

PATIENCE = 8
"""Words behind an office in which its holder is named."""
LONGEST_QUOTED = 3
"""Words between quotation marks that are a name rather than what somebody said."""
FATHERS = ("ابو", "ام")
"""Folded: a name may begin with one of these, أبو بكر."""
LONGEST_UNKNOWN = 2
SHORTEST_UNKNOWN = 4
"""Letters of a word beside a verb of saying."""


def find_names(text: str) -> Iterator[Found]:
    """Yield all places of a text that may be names; of one beginning, each end that is possible."""
    return names_in(runs(text))


def names_in(several: Iterable[Run]) -> Iterator[Found]:
    """Yield the same of runs."""
    known = lexicon()
    for run in several:
        yield from _read(RunWords(run, known))


def _read(run: RunWords) -> Iterator[Found]:
    tokens, look = run.tokens, run.known.look
    if run.run.quoted and len(tokens) <= LONGEST_QUOTED and not any(_is_no_name(run, at) for at in range(len(tokens))):
        yield run.made(0, len(tokens), tokens[0].folded, Cue.QUOTED)
    seen = run.known.seen
    looked = [seen.get(folded) or look(folded) for folded, _, _ in tokens]
    sayers = {n - 1 for n, (word, said, *_) in enumerate(looked) if said & Says.SAYING and word == tokens[n].folded}
    at, office = 0, -PATIENCE
    while at < len(tokens):
        word, said, names, _, _ = looked[at]
        near = at - office <= PATIENCE
        # Most words are everyday words, or nothing is known of them and nothing stands beside them.
        if said == Says.COMMON or not (said or names or near or (at in sayers) or (at == 0 and run.run.before_colon)):
            at += 1
            continue
        known = run.known_name(at) if names else None
        found = (
            [known] if known else _unknown(run, at, near=near) if not said else _shown(run, at, word, said, near=near)
        )
        if said & Says.FUNCTION:
            office = at
        elif found:
            office = -PATIENCE
        yield from found
        at = max(at + 1, run.behind(at, found[-1].end) if found else 0)


def _shown(run: RunWords, at: int, word: str, said: int, *, near: bool) -> list[Found]:
    """Give what a word shows of which something is known; `near`: an office stands before it."""
    if said & Says.TITLE:
        return behind_title(run, at + 1)
    if said & Says.BODY and (found := headed(run, at, word, Cue.BODY)):
        return found
    if said & Says.EVENT and (found := headed(run, at, word, Cue.EVENT)):
        return found
    if said & Says.SITE and (found := site(run, at, word)):
        return found
    if said & Says.GIVEN:
        return _given(run, at, word, Shown.OFFICE if near else Shown.GIVEN)
    return _said_by(run, at + 1) if said & Says.SAYING else []


def _given(run: RunWords, at: int, word: str, shown: Shown) -> list[Found]:
    """Give a person whose given name a word is, with what makes him somebody's father before it."""
    before = run.tokens[at - 1].folded if at else ""
    return person(run, at - 1, before, shown) if before in FATHERS else person(run, at, word, shown)


def _unknown(run: RunWords, at: int, *, near: bool) -> list[Found]:
    if near and may_hold_office(run, at):
        return person(run, at, run.tokens[at].folded, Shown.OFFICE)
    return _said_by(run, at) if _may_say(run, at) else []


def _is_no_name(run: RunWords, at: int) -> bool:
    return bool(run.says_behind(at) & ENDS) or run.tokens[at].folded.isdecimal()


def _may_say(run: RunWords, at: int) -> bool:
    """Tell whether a word stands before a verb of saying, or begins what stands before a colon."""
    tokens = run.run.tokens
    if at == 0 and run.run.before_colon:
        return True
    return at + 1 < len(tokens) and run.known.words.get(tokens[at + 1].folded, Says.NOTHING) & Says.SAYING > 0


def _said_by(run: RunWords, at: int) -> list[Found]:
    """Give one or two words of which nothing is known: who says it."""
    end = at
    while end < min(at + LONGEST_UNKNOWN, len(run.tokens)) and _may_be_foreign(run, end):
        end += 1
    return [run.made(at, to, run.tokens[at].folded, Cue.SAYS) for to in range(at + 1, end + 1)]


def _may_be_foreign(run: RunWords, at: int) -> bool:
    return len(run.tokens[at].folded) >= SHORTEST_UNKNOWN and run.is_unknown(at) and not run.known_name(at)
