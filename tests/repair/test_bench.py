"""The quality floor: what repair reaches on the project's own labelled corpus only rises."""

from warraq.repair.bench import measure, sound_articles, table


def test_the_figures_of_repair_do_not_fall() -> None:
    figures = measure(sound_articles())
    shown = "\n".join(table(figures))
    assert figures.recall >= 0.995, shown
    assert figures.precision >= 0.995, shown
    assert figures.doubts >= 0.99, shown
    assert figures.false_edits == figures.false_doubts == 0, shown
    assert figures.restored == figures.settled == figures.articles, shown
