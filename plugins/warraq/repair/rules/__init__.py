"""
The rules, in the order in which they run.

A folder is a stage, a file is a rule. To add one, write one file in the folder of its stage; the order within a stage
makes no difference, so a new file needs no place in any list (but its name stands in tests/repair/rule-names.txt, for
records speak of it for ever).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine import Certainty, Edit, Rule, Suspicion

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

if TYPE_CHECKING:
    RULES: tuple[Rule, ...]

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
) -> Callable[[Find], Rule]:
    """
    Make a rule of a function that finds damage; the function's name is the rule's, its folder the stage.

    `languages`: those of the texts that it is asked about, where its words or letters are theirs; its examples are in them.
    """

    def make_rule(find: Find) -> Rule:
        stage = find.__module__.split(".")[-2]
        name = find.__name__.replace("_", "-")
        only = frozenset(signs), frozenset(languages)
        made = Rule(name, stage, reason, certainty, mends, leaves, find, layout, *only)
        _found.append(made)
        return made

    return make_rule


def _modules(stage: str) -> Iterator[str]:
    package = import_module(f"{__name__}.{stage}")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield module.name


@cache
def _every_rule() -> tuple[Rule, ...]:
    for stage in STAGES:
        for name in _modules(stage):
            import_module(name)
    return tuple(sorted(_found, key=lambda r: (STAGES.index(r.stage), r.name)))


@cache
def rule_named(name: str) -> Rule:
    """Find a rule; a KeyError where there is none of that name. Its own file alone is loaded, where it has one of its name."""
    file = name.replace("-", "_")
    stage = next(
        (stage for stage in STAGES if file.isidentifier() and Path(__path__[0], stage, f"{file}.py").exists()), ""
    )
    if stage:
        import_module(f"{__name__}.{stage}.{file}")
    rules = (r for every in (lambda: _found, _every_rule) for r in every() if r.name == name)
    if found := next(rules, None):
        return found
    raise KeyError(name)


def __getattr__(name: str) -> object:
    """Load all rules when they are first asked for: whoever shows what was repaired needs the few that did it."""
    if name == "RULES":
        return _every_rule()
    raise AttributeError(name)
