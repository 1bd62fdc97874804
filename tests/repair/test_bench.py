"""The quality floor: what repair reaches on the project's own labelled corpus only rises."""

import pytest

from warraq.repair.bench import CORPUS, measure, sound_articles, table
from warraq.repair.bench_languages import MODELS
from warraq.repair.repairing import repair


def test_the_figures_of_repair_do_not_fall() -> None:
    figures = measure(sound_articles())
    shown = "\n".join(table(figures))
    assert figures.recall >= 0.995, shown
    assert figures.precision >= 0.995, shown
    assert figures.doubts >= 0.99, shown
    assert figures.false_edits == figures.false_doubts == 0, shown
    assert figures.restored == figures.settled == figures.articles, shown


@pytest.mark.parametrize("language", MODELS)
def test_the_figures_of_every_language_hold_their_floor(language: str) -> None:
    articles = sound_articles(CORPUS.with_name(f"{language}.txt"))
    figures = measure(articles[::13], MODELS[language](), rounds=1)
    shown = "\n".join(table(figures))
    assert figures.recall >= 0.97, shown
    assert figures.precision >= 0.99, shown
    assert figures.doubts >= 0.9, shown
    assert figures.restored == figures.settled == figures.articles, shown


@pytest.mark.parametrize("language", [*MODELS, "en", "de", "fr", "tr", "ru"])
def test_sound_texts_of_every_language_are_left_and_not_doubted(language: str) -> None:
    for article in sound_articles(CORPUS.with_name(f"{language}.txt")):
        done = repair(text := "\n".join(article))
        assert not done.doubts, [text[d.start : d.end] for d in done.doubts]
        assert {c.rule for c in done.changes} <= {"inferred-title"}, done.changes
