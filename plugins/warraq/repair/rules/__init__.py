"""
The rules, in the order in which they run.

A folder is a stage, a file is a rule. To add one, write one file in the folder of its stage; the order within a stage
makes no difference, so a new file needs no place in any list (but its name stands in tests/repair/rule-names.txt, for
records speak of it for ever).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import chain

from ..engine import Certainty, Edit, Rule, Suspicion
from .rule_set import Rules

STAGES = (
    "saved",  # what a program that saved a page put into it; asked about HTML only
    "page",  # what of a whole HTML page is not the article; asked about pages only
    "flow",  # line ends that are spaces in HTML; asked about HTML only
    "tables",  # cells that become lines; asked about HTML only
    "encoding",  # the bytes were read as the wrong letters
    "ends",  # line ends of other systems
    "entities",  # characters written as HTML entities
    "joiners",  # signs that stand for the zero width non-joiner
    "characters",  # invisible characters
    "struck",  # what has a line through it; before its tags go
    "raised",  # what stands above or below the line; before its tags go
    "markup",  # tags, whole and cut
    "codes",  # codes of forums and editors
    "remnants",  # what is left of tags whose other half is gone
    "shapes",  # letters stored as the shapes they take in print
    "letters",  # the right letters and signs in the wrong code points
    "edges",  # what hangs on the ends of lines
    "wrapping",  # line ends put in to fit a width
    "layout",  # no empty lines, no white space around a line
    "lists",  # signs that stood before the items of a list
    "headings",  # headings glued to the sentence before them
    "seams",  # what may have been glued together: doubts that can't be seen any more once a space is in
    "spacing",  # the right signs, badly set apart
    "lines",  # whole lines that are not the article's: its source, what else to read
    "gaps",  # what taking out whole lines leaves behind
    "repeats",  # lines given twice in a row
    "doubts",  # what may be wrong in the repaired text
    "titles",  # a title that HTML marks as one, where its last sign speaks against it; asked about such titles only
    "title",  # a first line for a text that states no title
)

_found: list[Rule] = []
Find = Callable[[str], Iterable[Edit]] | Callable[[str], Iterable[Suspicion]]


def rule(  # noqa: PLR0913 - keywords, which are the fields of a rule
    *,
    reason: str,
    certainty: Certainty,
    mends: Mapping[str, str],
    leaves: Sequence[str] = (),
    signs: str = "",
    languages: Sequence[str] = (),
    layout: bool = False,
    stage: str = "",
) -> Callable[[Find], Rule]:
    """
    Make a rule of a function that finds damage; the function's name is the rule's.

    A rule of Warraq's own has the stage of its folder, and is among `RULES`; others name their `stage`, and are put into a set by `RULES.with_(…)`.

    Args:
        reason: an English sentence for readers: why the text was changed, or is doubted.
        certainty: a certain rule yields edits, which are made; a doubtful one yields suspicions, which are shown.
        mends: examples, damaged → repaired; of a doubt, a text → the words doubted.
        leaves: sound texts that look like this damage.
        signs: characters of which a text has at least one, or the rule is not asked about it; empty: it always is.
        languages: those of the texts that it is asked about, where its words or letters are theirs (`ar`, `fa`, `ur`, `he`, `und`); its
            examples are in them; empty: all.
        layout: it only sets up lines and blocks, and readers need no mark for it.
        stage: one of `STAGES`.

    """

    def make_rule(find: Find) -> Rule:
        name = find.__name__.replace("_", "-")
        only = frozenset(signs), frozenset(languages)
        is_ours = find.__module__.startswith(f"{__name__}.")
        of = find.__module__.split(".")[-2] if is_ours else stage
        made = Rule(name, of, reason, certainty, mends, leaves, find, layout, *only)
        if is_ours:
            _found.append(made)
        return made

    return make_rule


@cache
def _modules(stage: str) -> tuple[str, ...]:
    package = import_module(f"{__name__}.{stage}")
    return tuple(module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))


@cache
def rules_of_stage(stage: str) -> tuple[Rule, ...]:
    """Load the rules of a stage, in the order of their names."""
    for name in _modules(stage):
        import_module(name)
    return tuple(sorted((rule for rule in _found if rule.stage == stage), key=lambda rule: rule.name))


@cache
def rule_named(name: str) -> Rule:
    """Find a rule; a KeyError where there is none of that name. Its own file alone is loaded, where it has one of its name."""
    file = name.replace("-", "_")
    stage = next((stage for stage in STAGES if f"{__name__}.{stage}.{file}" in _modules(stage)), "")
    if stage:
        import_module(f"{__name__}.{stage}.{file}")
    every = chain(_found, chain.from_iterable(map(rules_of_stage, STAGES)))
    if found := next((rule for rule in every if rule.name == name), None):
        return found
    raise KeyError(name)


RULES = Rules()
"""All rules of Warraq; each is loaded when its stage is first asked for."""
