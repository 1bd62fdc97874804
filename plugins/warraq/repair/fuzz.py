"""
Hostile texts against the promises of repair: `python -m warraq.repair.fuzz --seconds 60 [--seed N]`.

Texts are put together at random from everything that any rule looks for, and what is sound beside it. Of each: nothing
raises, O comes back, the repaired text needs no further repair, doubts point into O, and what is written as Markdown is read
as the document's text.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from . import RULES, repair
from .changes import apply, undo
from .document import Block, BlockKind, Document
from .engine import LONGEST_DOUBT
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

    blocks = tuple(Block(chance.choice(list(BlockKind)), line()) for _ in range(chance.randint(1, 5)))
    return Document(line(), title_inferred=False, blocks=blocks)


def broken_promises(text: str) -> Iterator[str]:
    """Yield the promises that are not kept for a text."""
    done = repair(text)
    repaired = apply(text, done.changes)
    if repaired != done.document.text:
        yield "the changes do not lead to the document"
    if undo(repaired, done.changes) != text:
        yield "the original does not come back"
    again = repair(repaired)
    if again.changes:
        yield f"repaired again: {again.changes[:2]}"
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
    return [str(e.text_content()) for e in blocks if not e.findall(".//p")]


def main() -> int:
    """Run for the given time; 1 at the first promise that is not kept."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    until = time.monotonic() + options.seconds
    count = 0
    while time.monotonic() < until:
        seed = options.seed + count
        chance = random.Random(seed)  # noqa: S311 - the same texts for the same seed
        text, document = hostile_text(chance), hostile_document(chance)
        for what, problems in ((text, broken_promises(text)), (document, badly_written(document))):
            for problem in problems:
                sys.stdout.write(f"seed {seed}: {problem}\n{what!a}\n")
                return 1
        count += 1
    sys.stdout.write(f"{count} texts and documents, every promise kept\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
