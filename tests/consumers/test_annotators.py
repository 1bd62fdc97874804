"""
Programs that place annotations on a page: each finds every passage, by the selectors that it reads.

Apache Annotator asks each selector by itself. Recogito reads the words and the position of each target, and places by the position
alone. Hypothesis tries the position first, if its words stand there, and then looks for the words. Its code is in no package:
`WARRAQ_HYPOTHESIS` names a folder with a copy of github.com/hypothesis/client.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from conftest import serving
from consumers import npm
from consumers.conftest import ReadSite
from project import ROOT, Project
from warraq.archive.article import Annotation
from warraq.desk.annotating.placing import Place, place_of
from warraq.desk.annotating.web_annotations import of_annotation
from warraq.edition.edition import Edition
from warraq.edition.quotes import find_quote

FOLDER = Path(__file__).parent / "annotators"
HYPOTHESIS = "WARRAQ_HYPOTHESIS"
HARD = {
    "emoji": "🚢🚢 وصلت السفينة «أمل» 🚢 إلى المرفأ & <b>عادت</b> &amp; عادت.\n\nعادت السفينة «أمل» إلى المرفأ.",
    "lines": "سطر أول  \nسطر ثان  \nسطر أول\n\n```\n\nسطر أول\n```\n\n> سطر أول\n\n| أ | سطر أول |\n|---|---|\n| سطر أول | ب |\n\n"
    "- سطر أول\n- سطر ثان",
    "english": "A ship came in.\n\n## A ship\n\nA ship came in, and a ship went out[^1].\n\n[^1]: A ship.",
}
NOTES = """\
annotations:
- quote: {quote}
  {context}
  note: "شرح: \\"{quote}\\", {{\\"type\\":\\"TextQuoteSelector\\"}}"
"""
QUOTES = {
    "emoji": ("السفينة «أمل»", "suffix: ' إلى المرفأ.'"),
    "lines": ("سطر ثان", "suffix: 'سطر أول'"),
    "english": ("A ship", "suffix: ' came in.'"),
}


@pytest.fixture(scope="module")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Build the project's own archive with articles in which places are hard to count; give the output folder and its address."""
    project = Project(tmp_path_factory.mktemp("hard"))
    shutil.copytree(ROOT / "content", project.content)
    project.settle()
    for name, body in HARD.items():
        words, context = QUOTES[name]
        note = NOTES.format(quote=words, context=context)
        head = f"---\ntitle: {name} سطر أول A ship\nlang: {'en' if name == 'english' else 'ar'}\ndate: 2024-03-15\n{note}---\n"
        project.write(f"articles/{name}.md", head + body + "\n")
    project.write(
        "articles/other.md", "---\ntitle: لغة أخرى\nlang: fa\ntranslation_of: emoji\ndate: unknown\n---\nنص.\n"
    )
    built = project.build()
    assert built.returncode == 0, built.stdout
    server = serving(project.output)
    yield project.output, next(server)
    next(server, None)


@pytest.mark.browser
def test_every_program_places_every_passage_of_hard_articles(page: Any, hard_site: tuple[Path, str]) -> None:
    assert placed(page, *hard_site) > 100


@pytest.mark.browser
def test_every_program_places_every_passage(page: Any, read_site: ReadSite) -> None:
    texts = {each.folder: each.edition for each in read_site.articles}
    assert placed(page, read_site.output, read_site.served, texts) > 70


def in_text(items: list[Any], made: Edition) -> Iterator[tuple[int, int]]:
    """Yield the places in T of all targets."""
    starts = {"title": 0} | {section.id: section.start for section in made.sections}
    for item in items:
        for target in item["target"]:
            refined = target["selector"][2]
            start = starts[refined["value"][1:]]
            yield start + refined["refinedBy"]["start"], start + refined["refinedBy"]["end"]


def come_back(exported: list[Any], made: Edition) -> list[tuple[int, int] | None]:
    """
    Give the places in T at which `annotations --from` puts what Recogito exports; it has other letters around the words than we.

    None where T has the words several times, and the ten letters that Recogito keeps tell none: then it says so, and guesses nothing.
    """
    found: list[tuple[int, int] | None] = []
    for number, item in enumerate(exported):
        for target in item["target"]:
            foreign = of_annotation(number, item | {"target": [target]})
            place = place_of(foreign.quote, foreign.prefix, foreign.suffix, made.text, "")
            if isinstance(place, Place):
                asked = Annotation(place.quote, "", prefix=place.prefix, suffix=place.suffix)
                at = find_quote(asked, made.text, lambda _: None)
                assert len(at) == 2
                found.append(at)
            else:
                assert made.text.count(foreign.quote) > 1, (foreign, place)
                found.append(None)
    return found


def placed(page: Any, output: Path, served: str, texts: Mapping[Path, Edition] | None = None) -> int:
    """Place all annotations of a site by all programs; give how many targets there were. `texts`: of articles, by their folders."""
    texts = texts or {}
    try:
        scripts = [npm.bundled(FOLDER, "place.js"), *hypothesis()]
    except npm.NoNpmError as why:
        npm.absent(why)
    count = untold = 0
    for file in sorted(output.glob("articles/*/annotations.jsonld")):
        items = json.loads(file.read_bytes())["items"]
        if not items:
            continue
        page.goto(f"{served}/articles/{quote(file.parent.name)}/")
        for script in scripts:
            page.evaluate(script)
        by_recogito = page.evaluate("items => placedByRecogito(items)", items)
        if file.parent in texts:
            meant = list(in_text(items, texts[file.parent]))
            back = come_back(by_recogito["exported"], texts[file.parent])
            assert [at or there for at, there in zip(back, meant, strict=True)] == meant
            untold += back.count(None)
        targets = [(item["id"], target["selector"]) for item in items for target in item["target"]]
        by_apache = page.evaluate(
            "targets => Promise.all(targets.map(t => Promise.all(t.map(placedByApache))))",
            [each for _, each in targets],
        )
        recogito = [found for item in items for found in by_recogito["placed"][item["id"]]]
        astral = any(ord(letter) > 0xFFFF for letter in page.evaluate("document.body.textContent"))
        for (mark, selectors), apache, found in zip(targets, by_apache, recogito, strict=True):
            words, position, refined = apache
            assert found["text"] == selectors[0]["exact"], (file.parent.name, mark, "Recogito", found)
            assert words == refined == [found], (file.parent.name, mark, "Apache Annotator", words, refined, found)
            # It counts signs that are two units as one; the position inside the paragraph is counted so too.
            assert position == [found] or astral, (file.parent.name, mark, "Apache Annotator", position, found)
        if len(scripts) > 1:
            for part in (slice(None), slice(1)):
                by_hypothesis = page.evaluate(
                    "targets => Promise.all(targets.map(placedByHypothesis))", [each[part] for _, each in targets]
                )
                assert by_hypothesis == [each[0]["exact"] for _, each in targets], (file.parent.name, "Hypothesis")
        count += len(targets)
    print(
        f"{count} passages placed by {1 + len(scripts)} programs; {untold} of them would be asked about if Recogito's export came in"
    )
    return count


def test_hypothesis_was_run() -> None:
    """It ran in the tests above, or this says aloud that it did not."""
    if not os.environ.get(HYPOTHESIS):
        pytest.skip(f"NOT RUN: Hypothesis ({HYPOTHESIS} names no folder with a copy of github.com/hypothesis/client)")


def hypothesis() -> list[str]:
    """Give the anchoring code of Hypothesis as a script, where a folder of its client is named."""
    client = os.environ.get(HYPOTHESIS)
    if not client:
        return []
    kept = npm.fetched(FOLDER)
    shutil.copytree(Path(client, "src", "annotator", "anchoring"), kept / "anchoring", dirs_exist_ok=True)
    return [npm.bundled(FOLDER, "hypothesis.js")]
