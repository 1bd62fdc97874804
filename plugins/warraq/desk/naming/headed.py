"""Names that begin with the word for their sort, وزارة الخارجية, and those behind such a word, مدينة الرمادي."""

from __future__ import annotations

from functools import cache

from warraq.arabic.folding import fold

from .cue import Cue
from .lexicon import Says
from .persons import Shown, behind_title, person
from .words_of_run import ENDS, Found, RunWords, times

LONGEST = 6
"""Words of a name."""
LONGEST_PLACE = 2
"""Words behind the word for the sort."""


@cache
def _with_sort() -> frozenset[str]:
    """Give sorts of places that are part of the name, مضيق هرمز, folded."""
    words = (
        "جزيرة جزر جبل جبال وادي نهر بحر خليج مضيق قناة سد مطار ميناء شارع طريق ميدان ساحة معبر مخيم صحراء هضبة سهل بحيرة محيط "
        "قصر ملعب استاد ستاد مسجد جامع شبه"
    )
    return frozenset(map(fold, words.split()))


def headed(run: RunWords, at: int, word: str, cue: Cue) -> list[Found]:
    """Give the name of a body or an event that begins at a word, with each end that is possible."""
    definite, foreign = word.startswith("ال"), False
    ends: list[int] = []
    end = at + 1
    while end < len(run.tokens) and end - at < LONGEST and run.tokens[end].folded not in times():
        first = end == at + 1
        if named := _person_within(run, end, definite=definite) if first else 0:
            end = named
        elif _goes_on(run, end, first=first):
            end += 1
        elif not definite and (first or (end == at + 2 and foreign)) and run.is_unknown(end):
            foreign = True
            end += 1
        else:
            break
        ends.append(end)
    return [run.made(at, to, word, cue) for to in ends]


def _person_within(run: RunWords, at: int, *, definite: bool) -> int:
    """Give the end of a person's name after whom it is called: جامعة الملك سعود; 0 where there is none."""
    if run.says(at) & Says.TITLE and run.says(at + 1) & Says.GIVEN:
        named = person(run, at + 1, run.tokens[at + 1].folded, Shown.TITLE)
        return run.behind(at, named[-1].end) if named else at + 2
    if run.says(at) & Says.GIVEN and not definite:
        named = person(run, at, run.tokens[at].folded, Shown.TITLE)
        return run.behind(at, named[-1].end) if named else at + 1
    return 0


def _goes_on(run: RunWords, at: int, *, first: bool) -> bool:
    """Tell whether a word with the article goes on with the name, behind و and ل too where it is not the first."""
    folded = run.tokens[at].folded
    if folded.startswith("ال") and len(folded) > 3:
        return True
    return not first and folded[0] in "ول" and run.has_article(at) and not run.says(at)


def site(run: RunWords, at: int, word: str) -> list[Found]:
    """Give the name of a place behind the word for its sort, which belongs to some names and not to others."""
    behind = at + 1
    if behind >= len(run.tokens):
        return []
    with_sort = word in _with_sort()
    if known := run.known_name(behind):
        return [run.made(at, run.behind(at, known.end), word, Cue.SITE)] if with_sort else [known]
    if run.says(behind) & Says.TITLE:
        named = behind_title(run, behind + 1)
        return [run.made(at, run.behind(at, each.end), word, Cue.SITE) for each in named]
    end = behind
    while end < len(run.tokens) and end - at <= LONGEST_PLACE and _may_be_place(run, end):
        end += 1
    first, beginning = (at, word) if with_sort else (behind, run.tokens[behind].folded)
    return [run.made(first, to, beginning, Cue.SITE) for to in range(behind + 1, end + 1)]


def _may_be_place(run: RunWords, at: int) -> bool:
    folded, said = run.tokens[at].folded, run.says(at)
    if (said & ENDS and not said & Says.GIVEN) or folded in times():
        return False
    return folded.startswith("ال") or not (run.says_behind(at) & ENDS or run.has_article(at))
