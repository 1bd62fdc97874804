"""
How good repair is: `python -m warraq.repair.bench`.

Sound articles (the project's own sentences, `tests/corpus/labelled/`) are injured in every way that `bench_model` knows, one
injury at a time, and repaired; then those of Persian, Urdu and Hebrew, as `bench_languages` knows them: all, or with `--held` the half
that was kept apart while the rules were written. With `--ruler FOLDER`, the ruler that lies there (`bench.py` with its two corpora) measures the
plain command as well.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .bench_languages import HELD, MODELS, Model
from .bench_model import CERTAIN, DOUBTFUL, HEADINGS, LINES
from .changes import undo
from .repairing import Repaired, repair

CORPUS = Path(__file__).parents[3] / "tests/corpus/labelled/sound.txt"
ARABIC_MODEL = Model(CERTAIN, DOUBTFUL, LINES, HEADINGS)
ROUNDS = 12
"""Times that each injury is done to each article, at another place."""


@dataclass(slots=True)
class Figures:
    """The counts of one run."""

    done: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    doubted: Counter[str] = field(default_factory=Counter)
    doubtful: Counter[str] = field(default_factory=Counter)
    sound_words: int = 0
    false_edits: int = 0
    false_doubts: int = 0
    restored: int = 0
    settled: int = 0
    articles: int = 0
    letters: int = 0
    seconds: float = 0.0

    @property
    def recall(self) -> float:
        """Of the injuries that can be proved, undone."""
        return sum(self.done.values()) / max(1, sum(self.asked.values()))

    @property
    def precision(self) -> float:
        """Of the changes that were made, right."""
        return sum(self.done.values()) / max(1, sum(self.done.values()) + self.broken)

    @property
    def doubts(self) -> float:
        """Of the doubtful injuries, pointed at and left."""
        return sum(self.doubted.values()) / max(1, sum(self.doubtful.values()))


def sound_articles(path: Path = CORPUS) -> list[list[str]]:
    """Read the articles: paragraphs are lines, empty lines part articles."""
    return [article.split("\n") for article in path.read_text(encoding="utf-8").strip().split("\n\n")]


def measure(articles: list[list[str]], model: Model = ARABIC_MODEL, rounds: int = ROUNDS) -> Figures:
    """Injure, repair, compare."""
    figures = Figures()
    chance = random.Random(1)  # noqa: S311 - the same injuries in every run
    for paragraphs in articles:
        sound = "\n".join(paragraphs)
        done = repair(sound)
        figures.sound_words += len(sound.split())
        figures.false_edits += _body(done) != sound
        figures.false_doubts += len(done.doubts)
        for name, damaged, truth in _certain(paragraphs, chance, model, rounds):
            done = _repaired(damaged, figures)
            figures.asked[name] += 1
            figures.done[name] += _body(done) == truth
            figures.broken += _body(done) not in (truth, damaged)
        for name, damaged, place in _doubtful(paragraphs, chance, model, rounds):
            done = _repaired(damaged, figures)
            figures.doubtful[name] += 1
            told = any(d.start < place[1] and d.end > place[0] for d in done.doubts)
            figures.doubted[name] += told and _body(done) == damaged
    return figures


def _body(done: Repaired) -> str:
    document = done.document
    return document.text.partition("\n")[2] if document.title_inferred else document.text


def _repaired(damaged: str, figures: Figures) -> Repaired:
    begun = time.process_time()
    done = repair(damaged)
    figures.seconds += time.process_time() - begun
    figures.articles += 1
    figures.letters += len(damaged)
    figures.restored += undo(done.document.text, done.changes) == damaged
    figures.settled += not repair(done.document.text).changes
    return done


def _certain(paragraphs: list[str], chance: random.Random, model: Model, rounds: int) -> Iterator[tuple[str, str, str]]:
    truth = "\n".join(paragraphs)
    for name, injure in model.certain.items():
        for _ in range(rounds):
            at = chance.randrange(len(paragraphs))
            if (injured := injure(paragraphs[at], chance)) is not None:
                yield name, "\n".join([*paragraphs[:at], injured, *paragraphs[at + 1 :]]), truth
    for line in model.lines:
        yield "a line that is not the article's", "\n".join([*paragraphs, line]), truth
    for heading in model.headings:
        at = chance.randrange(1, len(paragraphs) - 1)
        split = "\n".join([*paragraphs[:at], heading, *paragraphs[at:]])
        yield "glued heading", split.replace(f"\n{heading}", heading, 1), split
    for at in range(1, len(paragraphs)):
        yield "paragraph twice", "\n".join([*paragraphs[:at], paragraphs[at - 1], *paragraphs[at:]]), truth


def _doubtful(
    paragraphs: list[str], chance: random.Random, model: Model, rounds: int
) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for name, injure in model.doubtful.items():
        for _ in range(rounds):
            at = chance.randrange(len(paragraphs))
            injured = injure(paragraphs[at], chance)
            if injured is None or injured == paragraphs[at]:
                continue
            start = sum(len(p) + 1 for p in paragraphs[:at])
            yield name, "\n".join([*paragraphs[:at], injured, *paragraphs[at + 1 :]]), (start, start + len(injured))


def table(figures: Figures, recall: float = 0.97) -> Iterator[str]:
    """Format the figures as a table, a line each; `recall`: what has to be reached."""
    yield f"recall on provable injuries       {figures.recall:.3f}  of {sum(figures.asked.values())}   must be ≥ {recall}"
    yield f"precision                         {figures.precision:.3f}            must be ≥ .99"
    yield f"doubtful injuries pointed at      {figures.doubts:.3f}  of {sum(figures.doubtful.values())}   must be ≥ .95"
    yield f"doubts on 10,000 sound words      {figures.false_doubts / figures.sound_words * 1e4:.1f}              must be ≤ 5"
    yield f"false edits on 10,000 sound words {figures.false_edits / figures.sound_words * 1e4:.1f}              must be ≤ .5"
    yield f"restored                          {figures.restored / figures.articles:.2f}             must be 1.00"
    yield f"nothing left for a second repair  {figures.settled / figures.articles:.2f}             must be 1.00"
    speed = figures.letters / 2200 / figures.seconds
    yield f"articles of 2,200 characters      {speed:.0f}/s           must be ≥ 1,000/s on one core"
    for name, asked in [*figures.asked.items(), *figures.doubtful.items()]:
        got = figures.done[name] if name in figures.asked else figures.doubted[name]
        if got < asked:
            yield f"    {name}: {got} of {asked}"


def _ruler(folder: Path) -> None:
    command = [sys.executable, "-m", "warraq.repair", "--jsonl"]
    bench = [sys.executable, str(folder / "bench.py")]
    restore = f"{sys.executable} -m warraq.repair --jsonl --restore"
    for seed in ("1", "2", "3"):
        options = ["--n", "300", "--seed", seed, "--jsonl", "--restore", restore]
        subprocess.run(  # noqa: S603 - the ruler that the user named
            [*bench, "run", str(folder / "clean_tune.jsonl"), *options, "--", *command], check=False
        )
    subprocess.run(  # noqa: S603 - the same
        [*bench, "real", str(folder / "real_tune.jsonl"), "--jsonl", "--", *command], check=False
    )


def main() -> int:
    """Print the table; 1 where one of its figures that do not depend on the machine is not reached."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench repair", description=__doc__)
    parser.add_argument("--ruler", type=Path, help="a folder with bench.py, clean_tune.jsonl and real_tune.jsonl")
    parser.add_argument("--held", action="store_true", help="of Persian, Urdu and Hebrew the half that was kept apart")
    options = parser.parse_args()
    figures = measure(sound_articles())
    sys.stdout.writelines(f"{line}\n" for line in table(figures))
    reached = figures.recall >= 0.97 and figures.precision >= 0.99 and figures.doubts >= 0.95
    for language, model in MODELS.items():
        articles = sound_articles(CORPUS.with_name(f"{language}.txt"))
        theirs = measure(articles[HELD] if options.held else articles, model(), rounds=2)
        sys.stdout.writelines(f"{language}  {line}\n" for line in table(theirs, recall=0.95))
        reached &= theirs.recall >= 0.95 and theirs.precision >= 0.99
    sys.stdout.flush()
    if options.ruler:
        _ruler(options.ruler)
    return int(not reached)


if __name__ == "__main__":
    sys.exit(main())
