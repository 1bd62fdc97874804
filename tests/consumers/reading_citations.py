"""Citations as the readers of each format read them, and what they must find."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rispy  # type: ignore[import-untyped]  # no types are published
from bibtexparser.entrypoint import parse_string as parsed_bibtex
from pybtex.database import parse_string  # type: ignore[import-untyped]  # no types are published
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]  # likewise

from consumers import npm
from consumers.conftest import ReadSite
from project import ROOT
from publish.making import article
from warraq.archive.article import Article, Source
from warraq.archive.partial_date import PartialDate
from warraq.archive.permanent_id import id_of

FOLDER = Path(__file__).parent / "citation_formats"
PACKAGES = Path(__file__).parent / "citation_readers"
SCRIPT = ROOT / "theme/static/js/citations.js"
ZOTERO = "WARRAQ_ZOTERO"
"""Names the address of a translation-server of Zotero (github.com/zotero/translation-server), such as http://127.0.0.1:1969"""
KNOWN_TO_BIBER = re.compile(
    "Field 'journal' invalid in data model|Missing mandatory field 'author'|Missing mandatory field 'journaltitle'"
    "|Missing mandatory field - one of 'date, year' must be defined"
)
"""What its check of the data model finds: the name that older readers know, and what an article does not have."""
Found = tuple[str, tuple[str, ...], str, str, str]
"""Title, authors, newspaper, date, address."""
NAMES = (
    "عبد الله بن أبي بكر",
    "أبو مازن",
    "آل سعود",
    "Barnes and Noble",
    "van der Berg, Jr",
    "هيئة {التحرير} & شركاؤها 100%",
    "von Neumann",
)
HOSTILE = (
    article("a", r"قال {أ} \ب 10% & #1_x ~ ^ $5 \input{/etc/passwd}", authors=NAMES, source=Source("و{كالة")),
    article("b", "}\n@article{x,\n title={", source=Source("A \\& B"), date=PartialDate(987, 3)),
    article(
        "c",
        "\N{RIGHT-TO-LEFT MARK}«نص»\N{LEFT-TO-RIGHT ISOLATE}x\N{POP DIRECTIONAL ISOLATE} ER  - \r\nTY  - BOOK",
        date=None,
        lang="ku",
    ),
    article(
        "d",
        "The \N{MUSICAL SYMBOL G CLEF}, “quoted”: $x$ - Y's",
        authors=("A. B.",),
        lang="en-GB",
        doi="10.1234/a{b}_%",
        ark="ark:12345/x8",
    ),
    article(
        "e",
        "@comment{x} --- a--b -- %\\",
        source=Source("صحيفة", "https://x.test/a_b?c=%D8%A7&d=#~", archived_url="https://y.test/{1}"),
    ),
)


def said_of(given: Article, url: str) -> Found:
    """Give what a reader must find, on one line, as all formats have it."""
    name = given.source.name if given.source else ""
    fields = (given.title, name, str(given.date or ""), f"{url}/a/{id_of(given)}/")
    title, newspaper, date, address = (" ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", each).split()) for each in fields)
    return title, given.authors, newspaper, date, address


def expected(site: ReadSite) -> dict[str, Found]:
    return {id_of(each.article): said_of(each.article, site.url) for each in site.articles}


def files(site: ReadSite, name: str) -> str:
    """Join the files of all articles, as whoever cites many does."""
    return "\n".join((each.folder / name).read_text(encoding="utf-8") for each in site.articles)


def plain(value: str) -> str:
    """Give what TeX prints of a value; pylatexenc knows no braces that are meant."""
    named = value.replace(r"\textbraceleft{}", "\ue000").replace(r"\textbraceright{}", "\ue001")
    printed = str(LatexNodes2Text(math_mode="verbatim", keep_comments=True).latex_to_text(named))
    return printed.replace("\ue000", "{").replace("\ue001", "}").replace("\u02c6", "^")


def by_pybtex(text: str) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for key, entry in parse_string(text, "bibtex").entries.items():
        people = entry.persons.get("author", [])
        assert entry.type == "article" and entry.fields["entrysubtype"] == "newspaper", key
        assert not any(p.first_names or p.prelast_names or p.lineage_names for p in people), key
        names = tuple(plain(" ".join(p.last_names)[1:-1]) for p in people)
        assert entry.fields.get("journal") == entry.fields.get("journaltitle")
        title, newspaper, date, url = (entry.fields.get(name, "") for name in ("title", "journaltitle", "date", "url"))
        assert date.startswith(entry.fields.get("year", "")), key
        found[key] = plain(title), names, plain(newspaper), date, url
    return found


def by_bibtexparser(text: str) -> dict[str, Found]:
    read = parsed_bibtex(text)
    assert not read.failed_blocks
    found: dict[str, Found] = {}
    for entry in read.entries:
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        title, newspaper, date, url = (fields.get(name, "") for name in ("title", "journal", "date", "url"))
        names = fields["author"][1:-1].split("} and {") if "author" in fields else []
        found[entry.key] = plain(title), tuple(map(plain, names)), plain(newspaper), date, url
    return found


def by_rispy(text: str) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for record in rispy.loads(text):
        assert record["type_of_reference"] == "NEWS"
        date = "-".join(filter(None, record.get("date", "").split("/")))
        values = record["title"], tuple(record.get("authors", ())), record.get("secondary_title", ""), date
        found[record["accession_number"]] = *values, record["urls"][0]
    return found


def by_csl(items: list[dict[str, Any]]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for item in items:
        parts = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
        date = "-".join(f"{part:0{2 if n else 4}}" for n, part in enumerate(parts))
        names = tuple(name["literal"] for name in item.get("author", ()))
        assert item["type"] == "article-newspaper"
        values = " ".join(item["title"].split()), names, item.get("container-title", ""), date
        found[item["id"]] = *values, item["URL"]
    return found


def written(items: list[Mapping[str, object]]) -> dict[str, Any]:
    """Give what a browser makes of references."""
    if not (node := shutil.which("node")):
        npm.absent("node is not installed")
    asked = json.dumps({"script": SCRIPT.read_text(encoding="utf-8"), "items": items})
    done = subprocess.run([node, FOLDER / "written.js"], input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))
