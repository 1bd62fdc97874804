"""The papers on notes name exactly the kinds and the verdicts that there are, and their articles are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project import ROOT, Project
from warraq.archive.kinds import KINDS
from warraq.archive.kinds.fact_check import IN_ARABIC, VERDICTS

PAPERS = ("notes.md", "notes.ar.md")


def rows(text: str, heading: str) -> list[list[str]]:
    """Give the cells of the table that follows a cell's words, without its head."""
    table = text[text.index(heading) :].split("\n\n", maxsplit=1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("paper", PAPERS)
def test_it_lists_all_kinds_and_verdicts(paper: str) -> None:
    text = (ROOT / "docs" / paper).read_text("utf-8")
    kinds = rows(text, "`kind:` |")
    assert [row[0] for row in kinds] == [f"`{kind}`" for kind in KINDS]
    verdicts = rows(text, "`verdict:` |")
    assert [row[0] for row in verdicts] == [f"`{verdict}`" for verdict in VERDICTS]
    assert {row[1].strip("`"): row[0].strip("`") for row in verdicts} == IN_ARABIC


@pytest.mark.parametrize("paper", PAPERS)
def test_its_article_has_a_note_of_each_kind_where_it_belongs(tmp_path: Path, paper: str) -> None:
    text = (ROOT / "docs" / paper).read_text("utf-8")
    [article], [shorter] = blocks(text, "markdown"), blocks(text, "yaml")
    project = Project.empty(tmp_path)
    project.write("articles/meeting.md", article)
    head, _, body = article.partition("annotations:\n")
    project.write("articles/shorter.md", head + shorter + "---" + body.partition("\n---")[2])
    built = project.build()
    assert built.returncode == 0, built.stdout
    page = (project.output / "articles/meeting/index.html").read_text("utf-8")
    marked = dict(re.findall(r'<mark class="(\S+) [^>]*>(.*?)</mark>', page))
    assert {kind: marked[kind] for kind in ("context", "translation", "note")} == {
        "context": "كومنولث الأمم",
        "translation": "the Middle Corridor",
        "note": "الوزير",
    }
    assert marked.keys() >= KINDS.keys()
    for name in ("meeting", "shorter"):
        annotations = (project.output / f"articles/{name}/annotations.jsonld").read_text("utf-8")
        assert '"prefix":"' in annotations and "بل خلفه" in annotations


def test_words_that_stand_nowhere_stop_the_build_and_the_nearest_are_told(tmp_path: Path) -> None:
    [article] = blocks((ROOT / "docs/notes.md").read_text("utf-8"), "markdown")
    project = Project.empty(tmp_path)
    project.write("articles/meeting.md", article.replace("quote: كومنولث الأمم", "quote: كومنولت الأمم"))
    built = project.build()
    assert built.returncode == 1
    assert "كومنولث الأمم" in built.stdout + built.stderr
