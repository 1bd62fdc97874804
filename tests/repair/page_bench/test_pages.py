"""The labelled pages: made the same each time, of all kinds and languages, and scored as the ruler of real pages does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warraq.repair.page_bench.__main__ import main
from warraq.repair.page_bench.articles import LANGUAGES, read_articles
from warraq.repair.page_bench.gold import LabelledPage
from warraq.repair.page_bench.layouts import read_layouts
from warraq.repair.page_bench.making import fitting, make_page, make_pages, phrases_of
from warraq.repair.page_bench.reading import Reading
from warraq.repair.page_bench.scoring import author_score, day_score, score
from warraq.repair.page_bench.words import marked, plain_of, words


def test_there_are_sixty_layouts_of_every_kind_and_eight_articles_in_each_language() -> None:
    layouts = read_layouts()
    assert len(layouts) >= 60
    kinds = {layout.kind for layout in layouts}
    assert kinds >= {"short", "figures", "titles", "dates", "scripts", "charsets", "authors", "furniture", "pictures"}
    assert kinds >= {"wrapping", "no article", "old pages"}
    for language in LANGUAGES:
        articles = read_articles(language)
        assert len(articles) >= 8
        lengths = [sum(part.kind == "p" for part in article.parts) for article in articles]
        assert min(lengths) == 1 and max(lengths) >= 20


def test_a_seed_gives_the_same_pages_and_another_seed_gives_others() -> None:
    names = ["wordpress", "flash-table", "gzip"]
    once, again, other = ([p.data for p in make_pages(seed, layouts=names)] for seed in (1, 1, 2))
    assert once == again != other


@pytest.fixture(scope="module")
def page() -> LabelledPage:
    return make_page(next(x for x in read_layouts() if x.name == "title-question"), "ar", 1)


def test_a_right_reading_has_full_marks(page: LabelledPage) -> None:
    gold = page.gold
    assert page.data.decode().count(gold.title) >= 3 and gold.title.endswith("؟")
    reading = Reading("\n\n".join(gold.lines), gold.title, gold.day or "", gold.authors or (), gold.source or "")
    scored = score(page, reading)
    assert (scored.precision, scored.recall, scored.f, scored.title, scored.title_marks) == (1, 1, 1, True, True)
    assert (scored.day, scored.authors, scored.source) == ("right", "right", True)
    assert all(scored.wanted) and not any(scored.left + scored.lost + scored.numbers_lost) and not scored.refused


def test_what_is_lost_foreign_or_left_is_seen(page: LabelledPage) -> None:
    gold = page.gold
    text = "\n\n".join((f"## {gold.title}", *gold.lines[1:], gold.unwanted[0]))
    scored = score(page, Reading(text, gold.title.rstrip("؟"), told=frozenset({"title"})))
    assert scored.title and not scored.title_marks
    assert scored.foreign_headings == 1 and sum(scored.left) == 1 and sum(scored.lost) == 1
    assert scored.day == scored.authors == "none"
    assert any(scored.numbers_lost)
    aside = score(page, Reading(aside="why"))
    assert aside.refused and aside.f == 0
    assert score(replace(page, gold=replace(gold, aside="yes")), Reading()).aside is False


def test_captions_count_neither_for_nor_against(page: LabelledPage) -> None:
    gold = page.gold
    reading = Reading("\n\n".join((*gold.lines, " ".join(gold.captions))))
    assert gold.captions and score(page, reading).precision == 1


def test_days_and_authors_are_scored_as_on_real_pages() -> None:
    assert [day_score("2021-11-17", said) for said in ("2021-11-17", "2021", "", "2021-11-18")] == [
        "right",
        "part",
        "none",
        "wrong",
    ]
    assert [day_score("", said) for said in ("", "2021")] == ["right", "wrong"]
    assert [day_score("open:2017", said) for said in ("", "2017", "2017-04-03")] == ["right", "right", "wrong"]
    both = ("سلمى الخطيب", "Peter Lindqvist")
    given = (both, ("peter lindqvist",), (*both, "Desk"), (), ("Desk",))
    assert [author_score(both, said) for said in given] == ["right", "part", "part", "none", "wrong"]
    assert [author_score((), said) for said in ((), ("Desk",))] == ["right", "wrong"]


def test_words_are_compared_in_one_writing() -> None:
    assert words("نمایش‌های کودکــان") == words("نمايش هاي كودكان")
    assert marked("«A» –  B") == marked('"A" - B') != marked("A - B")
    assert words(plain_of("## A\n\n![x](y.jpg)\n\n- [b](c) \\- **d**\n| 1 | 2 |")) == ["a", "b", "d", "1", "2"]


def test_every_layout_finds_what_it_asks_for_in_each_of_its_languages() -> None:
    said = {"date", "authors", "source", "open-date", "any-date", "any-authors", "no-rows"}
    for layout in read_layouts():
        assert layout.says <= said and layout.aside in {"", "yes", "may"}, layout.name
        for language in layout.languages or LANGUAGES:
            assert fitting(layout, language), f"{layout.name}: no article in {language} is {layout.article}"


def test_all_languages_have_the_same_phrases() -> None:
    lengths = {language: {key: len(said) for key, said in phrases_of(language).items()} for language in LANGUAGES}
    assert all(found == lengths["en"] for found in lengths.values())


def test_an_unknown_layout_is_refused_with_the_names_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--layout", "wordpres"])
    assert "there is no layout 'wordpres': about-in-footer-div, amp, arc," in capsys.readouterr().err


def test_the_table_has_a_line_for_each_language_and_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--layout", "flash-rail-aside", "--language", "he", "--language", "ar", "--alone"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split(" n=")[0].strip() for line in shown] == ["ours", "ar", "he", "short", shown[-1]]
    assert shown[-1].endswith(" CPU s")
