"""
What editions cost: `python -m warraq.edition.bench`, which `tasks.py bench annotations` calls.

An article of 800 words with a record of 40 repairs and 8 doubts, three notes and two edits, against a vocabulary of
500 concepts. The bench measures everything after Markdown: sanitising, reading the tree, comparing, composing, finding names, notes, writing
marks. It may take 3 ms, and twice the words or the concepts little more than twice that. The words are made up; the numbers are
processor time, the best of several runs, so that other programs hardly count.
"""

from __future__ import annotations

import random
import sys
import time
from hashlib import sha256

from warraq.archive.article import Annotation, Article
from warraq.archive.change import Change, Doubt
from warraq.archive.concept import Concept, Definition, Scheme, Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Record, RecordedOriginal

from . import assemble, markdown_html
from .edition import Edition

LIMIT = 3.0
"""Milliseconds for 800 words and 500 concepts."""
GROWTH = 2.6
"""What doubling may cost at most, times; twice would be linear, the rest is noise of machines."""
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
RUNS = 25


def word(chance: random.Random) -> str:
    """Make a word of two to eight letters."""
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(2, 8)))


def vocabulary(size: int, chance: random.Random) -> Vocabulary:
    """Make concepts with labels of one to three words."""
    made = {}
    for n in range(size):
        labels = [" ".join(word(chance) for _ in range(chance.randint(1, 3))) for _ in range(3)]
        made[f"C{n}"] = Concept(
            f"C{n}",
            Scheme.PLACE,
            {"ar": labels[0]},
            {"ar": tuple(labels[1:])},
            Definition({"ar": "تعريف من بضع كلمات لا أكثر."}, "https://example.org/"),
        )
    return Vocabulary(made)


def sample(words: int, concepts: Vocabulary) -> tuple[Article, Original, Record]:
    """Make an article of so many words that names a concept in every twenty."""
    chance = random.Random(words)  # noqa: S311 - made-up words are no secret
    names = [c.pref_label["ar"] for c in concepts.concepts.values()]
    text = [chance.choice(names) if n % 20 == 7 else word(chance) for n in range(words)]
    lines = [" ".join(text[at : at + 40]) + "." for at in range(0, words, 40)]
    original = "\n".join(["عنوان المقال", *lines])
    spaces = [at for at, letter in enumerate(original) if letter == " "]
    places = sorted(chance.sample(spaces, words // 20 + words // 100))
    changes = tuple(
        Change("space-before-stop", at, at + 1, " ", "\N{ARABIC COMMA} ")
        for at in places[:: 2 if len(places) < 3 else 1][: words // 20]
    )
    doubts = tuple(Doubt("doubled-word", at + 1, at + 4) for at in spaces[5 :: max(1, words // 8)])
    machine = original
    for change in reversed(changes):
        machine = machine[: change.start] + change.after + machine[change.end :]
    record = Record(
        rules="1",
        original=RecordedOriginal(name="x.txt", sha256="", bytes=0, encoding="utf-8", kind=OriginalKind.TEXT),
        changes=changes,
        doubts=doubts,
        text_sha256=sha256(machine.encode()).hexdigest(),
        body_sha256="",
        article_sha256="",
    )
    body = machine.split("\n", 1)[1].split("\n")
    body[0] = body[0].replace(".", " وزاد المحرر.")
    body[-1] = "وزاد " + body[-1]
    notes = tuple(Annotation(" ".join(line.split(" ")[10:14]), "شرح", "context") for line in body[1:4])
    article = Article("content/articles/x.md", "عنوان المقال", "x", "\n\n".join(body), 1, annotations=notes)
    return article, Original("x.txt", original.encode(), original, "utf-8", bom=False, kind=OriginalKind.TEXT), record


def cost(words: int, concepts: Vocabulary) -> tuple[float, Edition]:
    """Give the milliseconds that an edition takes after Markdown, best of several runs."""
    article, original, record = sample(words, concepts)
    html = markdown_html.converter().convert(article.body)
    real = markdown_html.converter().convert
    best = 1e9
    try:
        markdown_html.converter().convert = lambda source: html if source is article.body else real(source)  # type: ignore[method-assign]  # leave Markdown out
        for _ in range(RUNS):
            started = time.process_time()
            made = assemble.edition(article, original, record, concepts)
            best = min(best, time.process_time() - started)
    finally:
        markdown_html.converter().convert = real  # type: ignore[method-assign]  # put it back
    return best * 1000, made


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    chance = random.Random(1)  # noqa: S311 - made-up words are no secret
    small, large = vocabulary(500, chance), vocabulary(4000, chance)
    one, made = cost(800, small)
    two, _ = cost(1600, small)
    eight, _ = cost(6400, small)
    wide, _ = cost(800, large)
    print(f"800 words, 500 concepts: {one:.2f} ms ({len(made.marks)} marks); at most {LIMIT}")
    print(f"1,600 words: {two:.2f} ms, {two / one:.2f} times; at most {GROWTH}")
    print(f"6,400 words: {eight:.2f} ms, {eight / two:.2f} times what 1,600 cost; at most {2 * GROWTH}")
    print(f"4,000 concepts: {wide:.2f} ms, {wide / one:.2f} times what 500 cost; at most {8 * GROWTH / 2}")
    met = one <= LIMIT and two <= GROWTH * one and eight <= 2 * GROWTH * two and wide <= 4 * GROWTH * one
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
