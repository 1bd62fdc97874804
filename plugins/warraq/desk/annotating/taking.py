"""Which annotations of an export become notes of which articles, and why the others don't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.problem import Problem
from warraq.archive.values import LANGUAGE
from warraq.desk.accepted import problem_in_text, problem_of
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.correcting.articles import CorrectableArticle
from warraq.desk.correcting.corrections import Correction
from warraq.desk.front_matter import append
from warraq.desk.front_matter_places import NotEditableError
from warraq.edition import edition
from warraq.edition.withheld_words import WithheldWords
from warraq.language import Message, message

from .bodies import LONGEST
from .finding import Pages
from .foreign import Foreign
from .placing import NoPlace, Place, place_of

LONGEST_QUOTE = 2_000
"""Letters; whoever marks half an article speaks of the article."""
LONGEST_NAME = 200
Left = tuple[Foreign, Message, Message]
"""An annotation that becomes no note: why, and what to do."""


@dataclass(slots=True)
class Taken:
    """What becomes of an export."""

    made: list[Correction] = field(default_factory=list)
    notes: int = 0
    near: list[tuple[Foreign, Place]] = field(default_factory=list)
    """Those that stand at the nearest words."""
    known: int = 0
    """Those that their articles have already."""
    left: list[Left] = field(default_factory=list)


class Taking:
    """Takes the annotations of an export into an archive, in memory."""

    def __init__(self, files: ArchiveFiles, pages: Pages, withheld: WithheldWords, *, near: bool) -> None:
        self._files, self._pages, self._withheld, self._near = files, pages, withheld, near
        self._taken = Taken()

    def take(self, every: Sequence[Foreign], only: Sequence[CorrectableArticle] = ()) -> Taken:
        """Take all of them; `only`: the article that they speak of, whatever their addresses say."""
        by_article: dict[str, list[tuple[Foreign, Place]]] = defaultdict(list)
        articles: dict[str, CorrectableArticle] = {}
        texts: dict[str, tuple[str, str]] = {}
        for foreign in _with_answers(every):
            if reason := self._refused(foreign):
                self._taken.left.append((foreign, *reason))
                continue
            found = only or self._pages.at(foreign.addresses)
            placed = self._placed(foreign, found, texts)
            if isinstance(placed, NoPlace):
                self._taken.left.append((foreign, placed.what, placed.todo))
            else:
                this, place = placed
                articles[this.path] = this
                by_article[this.path].append((foreign, place))
        for path in sorted(by_article):
            self._write(articles[path], by_article[path])
        self._taken.left.sort(key=lambda each: each[0].line)
        return self._taken

    def _refused(self, foreign: Foreign) -> tuple[Message, Message] | None:
        by_hand, nothing = message("Write it by hand where it belongs."), message("Nothing is to be done.")
        said = (foreign.quote, foreign.note, foreign.author, foreign.address)
        reasons = (
            (
                foreign.is_none,
                message("What stands here is no annotation that can be read."),
                message("Look at it in the file; the others are taken."),
            ),
            (foreign.ours, message("The archive itself made this annotation."), nothing),
            (
                foreign.private,
                message("Only its author may read it, or a moderator hid it."),
                message("Ask its author."),
            ),
            (not foreign.quote.strip(), message("It speaks of a whole page, and quotes no words."), by_hand),
            (not foreign.note, message("It says nothing: words were marked, and no more."), nothing),
            (foreign.too_long, message("It says more than a note: over {number} letters.", number=LONGEST), by_hand),
            (len(foreign.quote) > LONGEST_QUOTE, message("It quotes more than a passage."), by_hand),
            (
                any(map(self._withheld.are_in, said)),
                message("It has words that are withheld here."),
                message("They stay withheld: leave it out."),
            ),
        )
        return next(((what, todo) for is_so, what, todo in reasons if is_so), None)

    def _placed(
        self, foreign: Foreign, found: Sequence[CorrectableArticle], texts: dict[str, tuple[str, str]]
    ) -> tuple[CorrectableArticle, Place] | NoPlace:
        """Find the words in the first of the articles that has them."""
        if not found:
            what = message("No article here has the address {address}.", address=next(iter(foreign.addresses), "–"))
            return NoPlace(what, message("If it speaks of one of them: --article NAME"))
        none: list[NoPlace] = []
        for this in found:
            if this.path not in texts:
                texts[this.path] = self._texts(this.article)
            place = place_of(foreign.quote, foreign.prefix, foreign.suffix, *texts[this.path])
            if isinstance(place, NoPlace) and place.near and self._near:
                place = place.near
            if isinstance(place, Place):
                return this, place
            none.append(place)
        return none[0]

    def _texts(self, article: Article) -> tuple[str, str]:
        """Give T, and what stands in the notes beside it."""
        original, record = self._files.original_and_record(article.original)
        made = edition(article, original, record, Vocabulary(), {})
        beside = [note.note for note in article.annotations]
        beside += [entry.html for section in made.sections for entry in section.entries]
        beside += [article.summary or "", *(each.note for each in article.corrections)]
        return made.text, "\n".join(beside)

    def _write(self, this: CorrectableArticle, every: Iterable[tuple[Foreign, Place]]) -> None:
        """Write the notes of an article into its front matter, each if `check` accepts it."""
        known = {_identity(n.quote, n.note, n.author or "", str(n.date or "")) for n in this.article.annotations}
        addresses = {address for n in this.article.annotations for address in n.links}
        fresh: list[tuple[Foreign, Place]] = []
        for foreign, place in every:
            own = _identity(place.quote, foreign.note, foreign.author, foreign.day)
            if own in known or (foreign.address and foreign.address in addresses):
                self._taken.known += 1
                continue
            known.add(own)  # and not the address: two of one export that say different things are two
            fresh.append((foreign, place))
        text = self._with_notes(this, fresh)
        if text != this.head.text:
            self._taken.made.append(Correction(this, this.head.with_text(text)))

    def _with_notes(self, this: CorrectableArticle, fresh: Sequence[tuple[Foreign, Place]]) -> str:
        """Give the front matter with these notes; where `check` would refuse it, with those that it accepts one by one."""
        text = self._head_with(this, this.head.text, fresh)
        if isinstance(text, str):
            self._taken.notes += len(fresh)
            self._taken.near += [(foreign, place) for foreign, place in fresh if place.near]
            return text
        head = this.head.text
        for foreign, place in fresh:
            text = self._head_with(this, head, [(foreign, place)])
            if isinstance(text, str):
                head = text
                self._taken.notes += 1
                self._taken.near += [(foreign, place)] if place.near else []
            else:
                self._taken.left.append((foreign, *text))
        return head

    def _head_with(
        self, this: CorrectableArticle, head: str, notes: Iterable[tuple[Foreign, Place]]
    ) -> str | tuple[Message, Message]:
        """Give the front matter with notes, or why it can't have them."""
        try:
            for foreign, place in notes:
                head = append(head, "annotations", _keys(foreign, place, this.article))
        except NotEditableError as error:
            what = message("The front matter can't be changed safely: {reason}", reason=error)
            return what, message("Write it by hand where it belongs.")
        after = this.head.with_text(head).data()
        problem = self._problem(this, this.head.data(), after)
        return (problem.what, problem.todo) if problem else head

    def _problem(self, this: CorrectableArticle, before: bytes, after: bytes) -> Problem | None:
        file = self._files.content.parent / this.path
        return problem_of(this.path, after) or problem_in_text(self._files, file, before, after)


def _identity(quote: str, note: str, author: str, day: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in (quote, note, author, day))


def _keys(foreign: Foreign, place: Place, article: Article) -> Mapping[str, str]:
    """Give the keys of a note, in the order in which editors write them; those that have nothing to say are left out."""
    lang = foreign.lang if LANGUAGE.fullmatch(foreign.lang) and foreign.lang != article.lang else ""
    keys = {
        "quote": place.quote,
        "prefix": place.prefix,
        "suffix": place.suffix,
        "note": foreign.note,
        "author": " ".join(foreign.author.split())[:LONGEST_NAME].strip(),
        "date": foreign.day,
        "lang": lang,
        "links": foreign.address,
    }
    return {name: value for name, value in keys.items() if value}


def _with_answers(every: Sequence[Foreign]) -> Iterator[Foreign]:
    """Yield the annotations; an answer speaks of the words of what it answers."""
    by_id = {each.id: each for each in every if each.id}
    for each in every:
        asked, seen = each, {each.id}
        while asked.answers and not asked.quote and asked.answers in by_id and asked.answers not in seen:
            seen.add(asked.answers)
            asked = by_id[asked.answers]
        if asked is not each and not each.quote:
            each = replace(each, quote=asked.quote, prefix=asked.prefix, suffix=asked.suffix, addresses=asked.addresses)  # noqa: PLW2901 - the same annotation, told whole
        yield each
