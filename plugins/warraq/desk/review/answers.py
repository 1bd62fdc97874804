"""What the review answers to its page: what is open, what is alike, what was decided. A request that is not as the page sends it raises an error."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from warraq.desk import rejecting
from warraq.desk.editor_name import editor_name
from warraq.desk.lock import TakenError
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import language_in

from .editor_decisions import Choice, Decision, DecisionWriter
from .item_ids import is_item_id, path_of, paths_of
from .item_json import item_json, item_names
from .kinds import KINDS
from .long_work import LOOKING, TAKING_BACK, WRITING, LongWork
from .looking import MOST_SHOWN, Asked, Looking
from .open_item import OpenItem
from .open_items import OpenItems
from .refusal import Refusal, RefusedError, refused_json
from .shown import Shown
from .two_texts import two_texts
from .whole_original import whole_original

LONGEST_NAME = 100
"""Letters of an editor's name."""
SECONDS_OF_LOOKING = 0.1
"""CPU seconds in which articles are looked at before the page is told what was found."""
MOST_STEPS = 20
"""Steps of the journal that the page lists."""


@dataclass(slots=True)
class Answers:
    """The review of one project, as long as its server runs; one request at a time."""

    project: Path
    decided: int = 0
    """Decisions of this session."""
    _done: list[str | None] = field(default_factory=list)
    """What the keys of this session did: None: a step of decisions; else the original that was thrown out."""
    _open_items: OpenItems = field(init=False)
    _writer: DecisionWriter = field(init=False)
    _looking: Looking = field(init=False)
    _shown: Shown = field(init=False)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    _work: LongWork = field(default_factory=LongWork)

    def __post_init__(self) -> None:
        self._open_items = OpenItems.of(self.project / "content")
        self._writer = DecisionWriter(self._open_items)
        self._looking = Looking(self._open_items)
        self._shown = Shown(self._looking)

    def language(self) -> str:
        """Give the language of the page."""
        return language_in(self.project / "content")

    def all(self) -> list[dict[str, Any]]:
        """Give all that is open, for scripts."""
        with self._one_at_a_time:
            return self._as_json(self._open_items.all())

    def view(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give the next items and the counts of what is open."""
        asked, most = Asked.read(given), int(given.get("number", MOST_SHOWN))
        with self._one_at_a_time:
            found = self._looking.next(asked, most)
            return {
                "items": self._as_json(found),
                "left": self._looking.left(asked),
                "counts": {name: self._named(name, counted) for name, counted in self._looking.count(asked).items()},
                **self._state(),
            }

    def look(self, given: dict[str, Any]) -> dict[str, Any]:
        """Look at more of the archive, from its beginning where it was not listed or the page says `again`."""
        with self._one_at_a_time:
            if given.get("again") or not self._open_items.articles:
                self._open_items.look_again()
            self._open_items.look_on(SECONDS_OF_LOOKING)
            return self._state()

    def items(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give items by their ids, such as those that were undone."""
        ids = [str(each) for each in list(given["ids"])[:MOST_SHOWN]]
        if not all(map(is_item_id, ids)):
            raise ValueError(given)
        with self._one_at_a_time:
            found = {item.id: item for path in paths_of(ids) for item in self._items_now(path)}
            return {"items": self._as_json([found[each] for each in ids if each in found]), **self._state()}

    def alike(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give the next sentences of a group."""
        with self._one_at_a_time:
            found, sentences, number = self._looking.alike(str(given["group"]), str(given.get("after", "")))
            items = self._as_json([each.item for each in found])
        shown = [{"item": item, "ids": each.ids} for item, each in zip(items, found, strict=True)]
        return {"alike": shown, "sentences": sentences, "number": number}

    def original(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give the original of an item, whole or a long stretch of it."""
        wanted = str(given["id"])
        if not is_item_id(wanted):
            raise ValueError(given)
        return {"original": whole_original(self._open_items.files, wanted)}

    def two(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give the two texts that an item is about; nothing of one that is about one text."""
        wanted = str(given["id"])
        if not is_item_id(wanted):
            raise ValueError(given)
        path = path_of(wanted)
        with self._one_at_a_time:
            item = next((each for each in self._items_now(path) if each.id == wanted), None)
            is_of_two = item is not None and KINDS[item.about].has_other
            return two_texts(self._open_items.files, path, item.quote) if item and is_of_two else {}

    def steps(self, given: dict[str, Any]) -> dict[str, Any]:
        """Give the last steps of the journal."""
        del given
        language = self.language()
        steps = islice(self._writer.journal.steps(), MOST_STEPS)
        return {
            "steps": [
                {"number": s.number, "day": s.day, "by": s.by, "what": s.what.text(language), "files": s.files}
                for s in steps
            ]
        }

    def decide(self, asked: dict[str, Any], today: date) -> dict[str, Any]:
        """Write decisions, and say what is left of the articles that they touched: of what the page has, where it says what that is."""
        decisions = [
            Decision(str(d["id"]), Choice(d["choice"]), str(d.get("text", "")), str(d.get("expected", "")))
            for d in asked["decisions"]
        ]
        by = self._editor(asked)
        if not all(is_item_id(decision.id) for decision in decisions):
            raise ValueError(asked)
        paths = paths_of([d.id for d in decisions])
        with self._one_at_a_time:
            self._work.language = self.language()
            unseen = self._shown.why_not(decisions, map(str, asked.get("seen", [])))
            outcomes: dict[str, Refusal | None] = dict.fromkeys((d.id for d in decisions), unseen)
            if not unseen:
                outcomes = self._writer.decide(decisions, by, today, partial(self._work.over, what=WRITING))
            self._done += [None] * (len(self._writer.steps) - sum(each is None for each in self._done))
            self.decided += sum(refusal is None for refusal in outcomes.values())
            found = [item for path in self._work.over(paths, LOOKING) for item in self._items_now(path)]
            has = {*map(str, asked["shown"]), *outcomes} if "shown" in asked else None
            left = self._as_json([item for item in found if has is None or item.id in has])
            self._open_items.kept.write()
            state = self._state()
        return {
            **refused_json(outcomes, self.language()),
            "unseen": bool(unseen),
            "paths": paths,
            "left": left,
            **state,
        }

    def reject(self, asked: dict[str, Any], today: date) -> dict[str, Any]:
        """Throw an article out, so that it stays out; it is kept aside, and the last key is undone as any other."""
        wanted, reason = str(asked["id"]), " ".join(str(asked.get("reason", "")).split())
        if not is_item_id(wanted):
            raise ValueError(asked)
        (path,) = paths_of([wanted])
        content, language = self.project / "content", self.language()
        with self._one_at_a_time:
            done = rejecting.reject(content, [path], by=self._editor(asked), reason=reason, today=today)
            self._done += [thrown.original for thrown in done.thrown]
            self.decided += len(done.thrown)
            left = self._as_json(list(self._items_now(path)))
            why = " ".join(problem.text(language) for problem in done.problems)
            refused = {wanted: why} if why else {}
            return {"refused": refused, "conflicts": {}, "paths": [path], "left": left, **self._state()}

    def _undo_last(self, today: date) -> tuple[str, ...]:
        """Take back the last key of this session: a step, or an article that was thrown out."""
        if not self._done:
            return ()
        last = self._done[-1]
        if last is None:
            undone = self._writer.undo(partial(self._work.over, what=TAKING_BACK))
        else:
            back = rejecting.undo(self.project / "content", [last], by=editor_name(self.project), today=today).back
            paths = [f"content/{inside}" for each in back for inside in each.files if inside.startswith("articles/")]
            undone = tuple(item.id for path in paths for item in self._items_now(path))
        self._done.pop()
        return undone

    def _editor(self, asked: dict[str, Any]) -> str:
        return " ".join(str(asked["by"]).split())[:LONGEST_NAME].strip() or editor_name(self.project)

    def undo(self, asked: dict[str, Any], today: date) -> dict[str, Any]:
        """Take back the last key of this session, or the step of the journal whose number is given."""
        number = int(asked.get("number", 0))
        try:
            with self._one_at_a_time:
                self._work.language = self.language()
                back = partial(self._work.over, what=TAKING_BACK)
                undone = self._writer.undo_step(number, back) if number else self._undo_last(today)
                self.decided = max(0, self.decided - len(undone))
                for path in self._work.over(paths_of(undone), LOOKING):
                    self._items_now(path)
                self._open_items.kept.write()
                return {"undone": list(undone)}
        except (TakenError, RefusedError) as stopped:
            return {"undone": [], "refused": stopped.why.text(self.language())}
        except OSError as error:
            if not is_refusal(error):
                raise
            return {"undone": [], "refused": refusal(error, self.project / "content")}

    def progress(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Say how far a long decision has come; it is asked while that goes on."""
        del asked
        return {**self._work.told()}

    def _items_now(self, path: str) -> tuple[OpenItem, ...]:
        file = self._open_items.files.article_file(path)
        return self._open_items.in_file(file) if file else self._open_items.forget(path)

    def _as_json(self, items: list[OpenItem]) -> list[dict[str, Any]]:
        language, sizes = self.language(), self._looking.sizes(items)
        self._shown.give(items)
        return [{**item_json(item, language), "alike": sizes[item.group]} for item in items]

    def _state(self) -> dict[str, Any]:
        """Say how far the archive was looked at, and what was decided."""
        items = self._open_items
        return {
            "articles": items.articles,
            "waiting": items.waiting if items.articles else -1,
            "open": sum(map(len, items.known.values())),
            "decided": self.decided,
        }

    def _named(self, field: str, counted: list[tuple[str, int]]) -> list[list[Any]]:
        names = item_names(field, [value for value, _ in counted], self.language())
        return [[value, name, number] for (value, number), name in zip(counted, names, strict=True)]
