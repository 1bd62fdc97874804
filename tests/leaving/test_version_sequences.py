"""Whatever editors choose about versions, in whatever order, and take back: no text is published further than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.archive.article import Article
from warraq.archive.reading import read_archive
from warraq.archive.rights import words_allowed
from warraq.desk.journal import Journal, take_back, write_whole_step
from warraq.desk.versions import join, part, show
from warraq.desk.versions.undoing import why_not_undone
from warraq.language import message
from warraq.pages.decisions import Decisions
from warraq.press.checking import original_or_problem

from .states import TODAY

KEYS = (
    "withdrawn: {date: 2026-01-01, reason: طلب}",
    "status: draft",
    "embargo: 2099-01-01",
    "embargo: 2098-01-01",
    "originals: private",
    "source: {name: صحيفة, rights: excerpt 3}",
    "source: {name: صحيفة, rights: metadata}",
    "withheld: [زينب]",
    "withheld: [كلثوم]",
)
BY_HAND = 5
"""So many of them an editor may add at any time."""
EXAMPLES = settings.default.max_examples // 4 if settings.default else 25
ALL = 1_000_000
"""Words of a text that may be published whole."""


def archive(rng: Random, content: Path) -> None:
    """Write two articles with versions, and two that may be some."""
    (content / "articles").mkdir(parents=True)
    (content / "site.yaml").write_text("name: أرشيف\n", "utf-8")
    of = {"x-v2": "version_of: x", "x-v3": "version_of: x", "y-v2": "version_of: y"}
    of["q"] = f"perhaps_version_of: {rng.choice(['x', 'y', 'x-v2'])}"
    of["r"] = rng.choice(["", "perhaps_version_of: q", "version_of: q"])
    for slug in ("x", "x-v2", "x-v3", "y", "y-v2", "q", "r"):
        keys = {"source": "source: جريدة"} | {k.split(":")[0]: k for k in rng.sample(KEYS, rng.choice([0, 0, 1, 2, 3]))}
        words = rng.sample(["زينب", "كلثوم", "نص", "كلام"], 3)
        lines = ["title: خبر", f"slug: {slug}", "date: 2024-01-01", of.get(slug, ""), *keys.values()]
        body = " ".join([*words, keys.get("withheld", "")[11:-1]])
        head = "\n".join(filter(None, lines))
        (content / f"articles/{slug}.md").write_text(f"---\n{head}\n---\n{body}\n", "utf-8")


def openness(content: Path) -> tuple[dict[str, tuple[int, ...]], list[str]]:
    """Say of each article, by its path, how open it is (each number the higher the more), and give what is wrong."""
    reading = read_archive(content, original_or_problem)
    decisions = Decisions(reading.archive.vocabulary, TODAY)

    def of(article: Article) -> Iterator[int]:
        yield article.status != "draft"
        yield -(article.embargo.first_day() if article.embargo else date.min).toordinal()
        yield not article.withdrawn
        yield article.originals != "private"
        words = words_allowed(decisions.rights(article))
        yield ALL if words is None else words
        quotes = {each.quote for each in article.withheld}
        yield from (word in article.body and word not in quotes for word in ("زينب", "كلثوم"))

    return {a.path: tuple(of(a)) for a in reading.archive.articles}, [str(each) for each in reading.errors]


def chosen(rng: Random, content: Path, paths: Mapping[str, object]) -> bool:
    """Choose something, or take the last choice back; tell whether anything was written."""
    if rng.random() < 0.3:
        step = next(Journal(content).steps(), None)
        return bool(step and not why_not_undone(content, step.changed) and take_back(content, step).back)
    one, other = (rng.choice(sorted(paths)) for _ in range(2))
    word = rng.choice(("show", "part", "join"))
    choice = (
        join(content, one, other) if word == "join" else show(content, one) if word == "show" else part(content, one)
    )
    if not choice.problem:
        write_whole_step(content, "versions", message("Nothing was decided."), choice.changes)
    return not choice.problem


@settings(max_examples=EXAMPLES)
@given(seed=st.integers(0, 2**32))
def test_no_order_of_choices_publishes_what_was_held_back(tmp_path_factory: object, seed: int) -> None:
    rng, content = Random(seed), tmp_path_factory.mktemp("versions") / "content"  # type: ignore[attr-defined]  # of pytest
    archive(rng, content)
    for _ in range(6):
        before, wrong = openness(content)
        if rng.random() < 0.2:
            file, key = rng.choice(sorted((content / "articles").iterdir())), rng.choice(KEYS[:BY_HAND])
            text = file.read_text("utf-8")
            if f"\n{key.split(':')[0]}:" not in text:
                file.write_text(text.replace("\n---\n", f"\n{key}\n---\n", 1), "utf-8")
        elif chosen(rng, content, before):
            after, wrong_now = openness(content)
            assert wrong or not wrong_now
            for path, former in before.items():
                assert all(now <= then for now, then in zip(after[path], former, strict=True)), (
                    path,
                    former,
                    after[path],
                )
