"""
Hostile texts against the promises of repair: `python -m warraq.repair.fuzz --seconds 60 [--seed N] [--texts N]`.

Texts are put together at random from everything that any rule looks for, and what is sound beside it; others are sound or damaged
texts that are damaged further (`mutated_texts`). Of each: nothing raises, O comes back, the repaired text needs no further repair,
no half of a character is in it, doubts point into O, what is written as Markdown is read as the document's text, and the time
is in proportion to the text.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from warraq.archive.original import OriginalKind

from . import RULES
from .changes import apply, undo
from .document import Block, BlockKind, Document, Place, TableCell
from .engine import LONGEST_DOUBT
from .halves import HALF
from .mutated_texts import mutated_text
from .repairing import repair
from .writers.markdown import from_markdown, to_markdown

WORDS = re.findall(
    r"\S+",
    r"""
    قال الوزير والتعاون المدينة وزارة التعليم عام 2014 10.2% في من و ة ا هـ لا الله محمد 1445 5:30 ١٩٩٥. 2024. IMF
    x < > & ; , ? ! . : ، ؛ ؟ .. … - – — * # + = | || ~~~ ` _ __ a_b [ ] ( ) { } « » “ ” " ' \ / ̂ ً ٍ َ ّ ـ ــ
    <b> </b> <p> </p> <br/> <div class="x"> <span style= <a href=”x”> =”text-align:justify”> class="page">
    alt="صورة"/> <script> </script> <!-- --> ]]> <![CDATA[ <h2> </h2> <li> </li> <blockquote> &nbsp; &amp;lt;
    &lt;p&gt; &quot &#1575; &#x; &#0; ﻻ ﷺ ﺍﻟ ی ک پ Ø§Ù„ ط§ظ„ط³ظ„ Çá Ã¢ ÂÃ †‡ 🙂 مصدر | المصدر: رويترز (واس) اقرأ
    أيضا: شارك نشر في: كتب: - [^1] [x](y) [TOC] {#a} ![a](b) http://a.b/c_d_e *[HTML]: == --- === 1) 1. var x = {
    a:b } ???? عام2014 20مليون ولي الرياض - واس
    """,
)
INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\ufeff\u00ad\u0000\u001a\u0085\u00a0\u2028\u2029\t\r\v\f\ud83d\udc00\ufffd\ufffc\u061c"
)
LINE_ENDS = ("\n", "\n", "\n\n", "\r\n", "\r", "\u2028", " \n  ")
PARAGRAPH = "أعلن الوزير في مؤتمر صحفي أن المشروع سيكتمل في العام المقبل، وأن العمل يجري ليلا ونهارا في جميع المواقع."


def hostile_text(chance: random.Random) -> str:
    """Put a text together."""
    pieces: list[str] = []
    for _ in range(chance.randint(1, 9)):
        if chance.random() < 0.3:
            pieces.append(chance.choice(_fragments()))
        elif chance.random() < 0.3:
            pieces.append(PARAGRAPH)
        else:
            for _ in range(chance.randint(1, 8)):
                pieces.append(chance.choice(WORDS))
                if chance.random() < 0.15:
                    pieces.append(chance.choice(INVISIBLE))
                pieces.append(chance.choice(("", " ", " ", "  ")))
        pieces.append(chance.choice(LINE_ENDS) if chance.random() < 0.6 else "")
    return "".join(pieces)


@cache
def _fragments() -> tuple[str, ...]:
    return tuple(chain.from_iterable([*r.mends.keys(), *r.leaves] for r in RULES))


def hostile_document(chance: random.Random) -> Document:
    """Put a document together of lines that Markdown easily misreads."""

    def line() -> str:
        text = "".join(chance.choice(WORDS) + chance.choice(("", " ")) for _ in range(chance.randint(1, 7)))
        kept = "".join(c for c in text if unicodedata.category(c)[0] != "C")
        return " ".join(kept.split()) or "نص"

    def block(kind: BlockKind) -> Block:
        text = line()
        struck = _some_words(text, chance) if chance.random() < 0.3 else ()
        if kind is BlockKind.CELL:
            return TableCell(kind, text, Place(chance.randint(0, 3), chance.randint(0, 2)), struck=struck)
        return Block(kind, text, struck=struck)

    blocks = tuple(map(block, chance.choices([*BlockKind], k=chance.randint(1, 5))))
    return Document(line(), title_inferred=False, blocks=blocks)


def _some_words(text: str, chance: random.Random) -> tuple[tuple[int, int], ...]:
    """Choose places of a text that its author may have struck out: parts of words too, but no space."""
    words = [m.span() for m in re.finditer(r"[^ ]+", text)]
    return tuple((chance.randint(start, end - 1), end) for start, end in words if chance.random() < 0.4)


LEAST_TIME, TIME_OF_A_LETTER = 0.3, 60e-6
"""Seconds of the processor that a repair may take: about a hundred times what it takes of plain words, and of a slow machine."""


def broken_promises(text: str, kind: OriginalKind = OriginalKind.TEXT) -> Iterator[str]:
    """Yield the promises that are not kept for a text."""
    done = repair(text, kind)
    repaired = apply(text, done.changes)
    if repaired != done.document.text:
        yield "the changes do not lead to the document"
    if undo(repaired, done.changes) != text:
        yield "the original does not come back"
    again = repair(repaired)
    if again.changes:
        yield f"repaired again: {again.changes[:2]}"
    if HALF.search(repaired) or any(HALF.search(c.after) for c in done.changes):
        yield "half a character is left"
    if not all(0 <= d.start <= d.end <= len(text) and d.end - d.start <= LONGEST_DOUBT for d in done.doubts):
        yield "a doubt points nowhere"
    yield from badly_written(done.document)


def badly_written(document: Document) -> Iterator[str]:
    """Yield the differences between a document and its Markdown as readers read it."""
    body = to_markdown(document)
    if from_markdown(body) != document.blocks:
        yield "the body is not read back"
    if (read := _rendered_blocks(body)) != [b.text for b in document.blocks]:
        yield f"readers read {read}"


@cache
def _renderer() -> Callable[[str], str]:
    from markdown import Markdown  # slow to import, and nobody else here needs it
    from markdown.extensions.toc import TocExtension, slugify_unicode

    engine = Markdown(extensions=["extra", "sane_lists", TocExtension(slugify=slugify_unicode)], output_format="html")
    return lambda body: engine.reset().convert(body)


def _rendered_blocks(body: str) -> list[str]:
    import nh3
    from lxml import html

    root = html.fragment_fromstring(nh3.clean(_renderer()(body)), create_parent="div")
    blocks = (e for e in root.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "pre"))
    return [
        str(e.text_content())
        for e in blocks
        if not e.findall(".//p") and (e.text_content() or e.tag not in ("td", "th"))
    ]


def is_slow(text: str) -> bool:
    """Say whether a repair takes far longer than its length explains; the quickest of three counts, for others use the machine too."""

    def seconds() -> float:
        begun = time.process_time()
        repair(text)
        return time.process_time() - begun

    return all(seconds() > LEAST_TIME + TIME_OF_A_LETTER * len(text) for _ in range(3))


def _problems(seed: int) -> Iterator[tuple[object, str]]:
    """Yield what is broken by the texts and the document of one seed; what raises is told with its seed too."""
    chance = random.Random(seed)  # noqa: S311 - the same texts for the same seed
    document = hostile_document(chance)
    yield from ((document, problem) for problem in badly_written(document))
    for text in (hostile_text(chance), mutated_text(chance)):
        kind = chance.choice((OriginalKind.TEXT, OriginalKind.TEXT, *OriginalKind))
        try:
            yield from ((text, f"{kind}: {problem}") for problem in broken_promises(text, kind))
        except Exception:  # noqa: BLE001 - the boundary round a text
            yield text, f"{kind}: {traceback.format_exc()}"
        if is_slow(text):
            yield text, "slow"


def main() -> int:
    """Run for the given time, or that many texts of each kind; 1 where a promise was not kept."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--texts", type=int, default=0, help="of each kind, however long they take")
    options = parser.parse_args()
    until = time.monotonic() + options.seconds
    count = failed = 0
    while count < options.texts if options.texts else time.monotonic() < until:
        seed = options.seed + count
        count += 1
        for what, problem in _problems(seed):
            sys.stdout.write(f"seed {seed}: {problem}\n{what!a}\n")
            failed += 1
        if failed and not options.texts:
            return 1
    kept = f"{failed} promises broken" if failed else "every promise kept"
    sys.stdout.write(f"{count} hostile texts, {count} mutated texts and {count} documents, {kept}\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
