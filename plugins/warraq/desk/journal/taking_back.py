"""
Taking a step back: each of its files becomes what it was, and what was written into it since stays.

A file that nobody touched since is given back byte for byte. Of another one the step's own keys and lines are taken out of what it is
now: an editor who undoes Monday's two hundred decisions does not lose Tuesday's. Where both changed the same, the file stays and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.accepted import problem_of
from warraq.desk.article_head import head_of
from warraq.desk.front_matter import NotEditableError, append, set_value, split_body, without_item, without_key
from warraq.desk.front_matter_places import values_of
from warraq.desk.writing import ChangedMeanwhileError, data_of, rewrite, text_of

from .heads import head_without
from .journal import Journal
from .step import Changed, Step

Text = str | Mapping[str, str] | Sequence[str]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a step that was taken back."""

    back: tuple[Changed, ...]
    stayed: tuple[str, ...]
    """Paths below content/ of files that were changed since at the same place; they can be taken back by hand only."""
    already: tuple[Changed, ...] = ()
    """Those of `back` that stood already as they were before the step: git had put them back, say."""


Show = Callable[[Sequence[Changed]], Iterable[Changed]]
"""Passes the files of a step on, and may show how many are done."""


def take_back(content: Path, step: Step, *, exact: bool = False, show: Show = iter) -> TakenBack:
    """Take a step back, `exact`: where nobody changed a file since; an OSError where the disk takes no more. The archive's lock is held."""
    back: list[Changed] = []
    already: list[Changed] = []
    stayed: dict[str, None] = {}
    journal = Journal(content)
    try:
        for changed in show(tuple(reversed(step.changed))):
            if changed.file in stayed:
                continue
            file = content / changed.file
            is_already = file.is_file() and file.read_bytes() == changed.before
            if not _back(file, changed, exact=exact):
                stayed[changed.file] = None
                continue
            back.append(changed)
            if is_already:
                already.append(changed)
    finally:
        journal.undone(step, sorted({each.file for each in back} - set(stayed)))
    return TakenBack(tuple(reversed(back)), tuple(stayed), tuple(reversed(already)))


def _back(file: Path, changed: Changed, *, exact: bool) -> bool:
    if not file.is_file():
        return False
    now = file.read_bytes()
    made = former(file, now, changed)
    if made is None or (exact and now not in (changed.after, changed.before)):
        return False
    with suppress(ChangedMeanwhileError):
        rewrite(file, now, made)
        return True
    return False


def former(file: Path, now: bytes, changed: Changed) -> bytes | None:
    """Give what a file becomes when a change is taken out of it as it is now; None where that is not certain."""
    if now == changed.after:
        return changed.before
    if now == changed.before:
        return now
    if file.suffix != ".md":
        return None
    try:
        before, after = text_of(changed.before)[0], text_of(changed.after)[0]
        if head := head_without(*(head_of(data) for data in (changed.before, changed.after, now))):
            text, line_end = text_of(head.data())
        else:
            text, line_end = text_of(now)
            text = _without(before, after, text)
        made = data_of(_open_again(before, after, text), line_end)
    except (UnicodeDecodeError, NotEditableError):
        return None
    return None if problem_of(f"content/articles/{file.name}", made) else made


def _without(before: str, after: str, now: str) -> str:
    """Take the change from `before` to `after` out of an article's text; a NotEditableError where it is not certain."""
    (_, was), (_, became), (_, body) = split_body(before), split_body(after), split_body(now)
    body = _body_without(was.split("\n"), became.split("\n"), body.split("\n"))
    old, new = values_of(before), values_of(after)
    text = now
    for key in dict.fromkeys([*new, *old]):
        if old.get(key) != new.get(key):
            text = _key_without(text, key, old, new)
    return split_body(text)[0] + body


def _open_again(before: str, after: str, now: str) -> str:
    """Take the review's mark out, where a decision is taken back that was made before it: something is open again."""
    old, new = values_of(before), values_of(after)
    return without_key(now, "reviewed") if old.get("settled") != new.get("settled") and "reviewed" not in old else now


def _key_without(text: str, key: str, old: Mapping[str, object], new: Mapping[str, object]) -> str:
    was, became, now = old.get(key), new.get(key), values_of(text).get(key)
    if isinstance(became, list) and isinstance(was, list | None):
        for item in became:
            if item not in (was or ()) and isinstance(now, list) and item in now:
                text = without_item(text, key, item)
        for item in was or ():
            if item not in became and item not in (now if isinstance(now, list) else ()):
                text = append(text, key, _value(item))
        return text if was or values_of(text).get(key) else without_key(text, key)
    if now == was:
        return text
    if now != became:
        raise NotEditableError(key)
    return without_key(text, key) if was is None else set_value(text, key, _value(was))


def _value(value: object) -> Text:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not isinstance(value, str | dict | list) or not all(isinstance(each, str) for each in inner):
        raise NotEditableError(str(value))
    return value


def _body_without(was: Sequence[str], became: Sequence[str], now: Sequence[str]) -> str:
    """Put the lines that were changed back as they were, where they stand once, with the line above and below them."""
    if was == became:
        return "\n".join(now)
    same = min(len(was), len(became))
    top = next((n for n in range(same) if was[n] != became[n]), same)
    end = next((n for n in range(same - top) if was[-1 - n] != became[-1 - n]), same - top)
    above, below = min(1, top), min(1, end)
    looked_for = list(became[top - above : len(became) - end + below])
    places = [n for n in range(len(now) - len(looked_for) + 1) if list(now[n : n + len(looked_for)]) == looked_for]
    if len(places) != 1 or not any(looked_for):
        raise NotEditableError(" ".join(looked_for))
    at = places[0]
    return "\n".join([*now[:at], *was[top - above : len(was) - end + below], *now[at + len(looked_for) :]])
