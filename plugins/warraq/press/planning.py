"""
The articles of originals that have none, planned on all cores; nothing is written.

An original is repaired by itself, and what is found does not depend on the others: only the slug does, because no two articles may have
one. So each is planned as if its slug were free, in any process, and the slugs are given out here, in order: a version of an article
gets one of that article's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from warraq.archive.archive import Archive, Site
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem
from warraq.language import message

from .all_cores import map_on_all_cores
from .editions import Progress, as_they_come
from .new_articles import NewArticle
from .new_slugs import with_own_slugs

MANY = 100
"""From so many originals on, starting processes costs less than it saves (an original: ten milliseconds)."""
TOGETHER = 20
"""Originals that are sent to a process at once."""


def plan_articles(
    content: Path, archive: Archive, names: Iterable[str], today: date, progress: Progress = as_they_come
) -> tuple[list[NewArticle], list[Problem]]:
    """
    Plan the articles of these originals, no two with one slug; a file in an article's place is a problem, never overwritten.

    Many are planned on all cores, each as if its slug were free; those whose slug is not get another one here, in order. What stands at the
    address of another text is its version, or perhaps one, as an import decides it; it came in on the day `today`.
    """
    originals = [archive.originals[name] for name in names]
    planning = Planning(content, archive.site, archive.vocabulary)
    if len(originals) >= MANY:
        planning.load()
    made = map_on_all_cores(originals, planning, planning.lost, many=MANY, together=TOGETHER)
    each = {o.name: (o, its) for o, its in zip(originals, progress(made, len(originals)), strict=True)}
    numbered = with_own_slugs(each, planning.with_keys, archive, content, today).values()
    return [a for a in numbered if isinstance(a, NewArticle)], [p for p in numbered if isinstance(p, Problem)]


@dataclass(frozen=True, slots=True)
class Planning:
    """The planning of one archive's articles, in any process."""

    content: Path
    site: Site
    vocabulary: Vocabulary

    @staticmethod
    def load() -> None:
        """Load all of repair, so that processes that are forked share it."""
        from warraq.desk.importing import own_pictures  # noqa: F401 - for what it loads
        from warraq.repair import RULES, plan  # noqa: F401 - likewise

    def __call__(self, original: Original) -> NewArticle | Problem:
        """Plan the article of an original, or give the problem that keeps it from being written; the others go on."""
        try:
            return self._plan(original)
        except Exception as error:  # noqa: BLE001 - the boundary: the other originals are planned too
            return our_mistake(self._path(original), error)

    def with_keys(self, made: NewArticle, original: Original, keys: Mapping[str, str]) -> NewArticle | Problem:
        """Give a planned article another slug, or more keys."""
        from warraq.repair.planning import with_keys

        try:
            return self._tried(replace(made, planned=with_keys(made.planned, keys)), original)
        except Exception as error:  # noqa: BLE001 - likewise
            return our_mistake(self._path(original), error)

    def lost(self, original: Original) -> Problem:
        """Give the problem of an original whose planning ended the process that did it."""
        what = message("Repairing it ended the program that repaired it; perhaps the memory was too small.")
        return Problem(self._path(original), 0, 0, "", what, message("Make the file smaller, or take it out."))

    def _path(self, original: Original) -> str:
        return f"{self.content.name}/originals/{original.name}"

    def _plan(self, original: Original) -> NewArticle | Problem:
        from warraq.desk.draft import draft_of  # all of repair: most builds repair nothing
        from warraq.desk.front_matter import split_body
        from warraq.desk.importing.own_pictures import with_own_pictures
        from warraq.repair import plan
        from warraq.repair.unfit import unfit

        file = self.content / "articles" / f"{original.stem}.md"
        display_path = f"{self.content.name}/articles/{original.stem}.md"
        if file.exists():
            what = message(
                "The article of {name} would stand here, but the file has no original: key.", name=original.name
            )
            todo = message("Write original: {name}, or rename the file.", name=original.name)
            return Problem(display_path, 1, 0, "original", what, todo)
        if why := unfit(original):
            return Problem(self._path(original), 0, 0, "", why.what, why.todo)
        planned = plan(original, self.vocabulary)
        draft, pictures = with_own_pictures(draft_of(planned), original, self.site, self.content)
        body = split_body(draft.article)[1]
        planned = replace(planned, body=body, article=draft.article.encode(), record=draft.record)
        record = self.content / "records" / f"{original.stem}.json"
        files = {self.content / path: data for path, data in pictures.items()}
        return self._tried(NewArticle(file, record, display_path, planned, files), original)

    def _tried(self, made: NewArticle, original: Original) -> NewArticle | Problem:
        from warraq.desk.draft import Draft
        from warraq.desk.trial import trial

        made.as_read()  # whatever is wrong with it is told now, beside its name
        planned = made.planned
        draft = Draft(planned.slug, planned.article.decode(), planned.record)
        addresses = {path.relative_to(self.content).as_posix(): "" for path in made.pictures}
        return trial(self._path(original), draft, original, self.vocabulary, addresses) or made
