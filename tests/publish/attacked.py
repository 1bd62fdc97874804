"""A site of nothing but attacks: every way of `vectors.py` and `more_vectors.py` in every place where a text may stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from project import ROOT, Project
from publish.more_vectors import MARKDOWN, MORE_URLS, MUTATIONS, SCRIPT_DATA, STYLES, TEMPLATES
from publish.vectors import QUOTES, RUN, TAGS, URLS
from warraq.archive.concept import Vocabulary
from warraq.pages import whole_site
from warraq.pages.page import File
from warraq.press.checking import check_archive
from warraq.press.rendering import Templates, Theme
from warraq.repair import plan
from warraq.repair.readers import read_original

DAY = date(2027, 1, 15)
VECTORS = (*TAGS, *QUOTES, *URLS, *MUTATIONS, *MARKDOWN, *TEMPLATES, *STYLES, *SCRIPT_DATA, *MORE_URLS)
TOGETHER = int(os.environ.get("WARRAQ_TOGETHER", "62"))
"""Attacks on one page; `python3 tasks.py audit` has fewer, on more pages, so that none hides another."""
GROUPS = tuple(VECTORS[first : first + TOGETHER] for first in range(0, len(VECTORS), TOGETHER))
ADDRESS = f"https://a.example/'onmouseover='{RUN}'x='"
HOSTILE_NAME = "x" if sys.platform == "win32" else f'<img src=x onerror={RUN}> "onfocus={RUN}'
DATE = "نشر في 8 نوفمبر 2023"
DOUBTFUL = "وحضر القاضي القاضي إلى المدينة منذ شهر"


@dataclass(frozen=True)
class Attacked:
    """The archive and its site."""

    project: Project
    addresses: tuple[str, ...]
    """Of every page and file, in the order in which they are made."""


def quoted(text: str) -> str:
    """YAML in double quotes, with every sign that is not ASCII escaped."""
    return json.dumps(text)


def writable(vectors: tuple[str, ...]) -> tuple[str, ...]:
    """Take out the controls, which no article or vocabulary may hold; originals may."""
    return tuple(re.sub(r"[\x00-\x08\x0b-\x1f]", "", vector) for vector in vectors)


def in_a_line(vectors: tuple[str, ...]) -> str:
    return " ".join(" ".join(vectors).split())


def article(number: int, vectors: tuple[str, ...]) -> str:
    """Write an article that has each vector everywhere."""
    joined = in_a_line(vectors)
    text = quoted(f"{joined} {number}")
    words = quoted(" ".join(joined.replace(",", " ").replace(";", " ").split()))
    links = [" ".join(vector.replace("{", "").replace("}", "").split()) for vector in vectors]
    linked = quoted(" ".join(f"[x]({link})" for link in links))
    address = quoted(ADDRESS)
    return "\n".join(
        [
            "---",
            f"title: {text}",
            f"slug: vector-{number}",
            "date: 2024-03-15",
            f"summary: {text}",
            f"source: {{name: {text}, via: [{text}], url: {address}, archived_url: {address}}}",
            f"tags: [V{number}, {words}]",
            f"authors: [{words}]",
            "annotations:",
            f"  - {{quote: الكلمة, note: {text}, author: {text}}}",
            f"  - {{quote: رابط, note: {linked}, kind: context}}",
            f"  - {{quote: خبرا, note: {text}, kind: fact-check, verdict: wrong, links: [{address}], date: 2024-04-01}}",
            f"  - {{quote: قولا, note: {text}, kind: translation, lang: en}}",
            f"corrections: [{{date: 2024-04-01, note: {text}}}]",
            f"reviewed: {{by: {text}}}",
            *([f"withdrawn: {{date: 2024-05-01, reason: {text}}}"] if number % 7 == 1 else []),
            "---",
            f"هذه الكلمة، وهذا رابط، وسمعنا خبرا وقلنا قولا، ثم اسم مفهوم {number}.[^1]",
            "",
            *(body(n, vector, link) for n, (vector, link) in enumerate(zip(vectors, links, strict=True))),
            f"[^1]: حاشية {joined}",
            "",
        ]
    )


def body(number: int, vector: str, link: str) -> str:
    """Paragraphs with the vector as text, as a link in every way of writing one, and in turn as a picture or what is said of it."""
    ways = [f"[هنا]({link}) <{link}>", f'<a href="{link}">هنا</a>', f"<a href='{link}'>هنا</a>"]
    if not link.lstrip("\\").startswith(
        ("http", "evil")
    ):  # refused with an error: no page of ours asks others for pictures
        ways.append((f"![صورة]({link})", f'<img alt=x src="{link}">', f"![{link}](images/none.png)")[number % 3])
    return f"{' '.join(ways)}\n\n{vector}\n\nنص قبله {vector} وبعده.\n"


def concept(number: int, vectors: tuple[str, ...]) -> str:
    text = quoted(f"{in_a_line(vectors)} {number}")
    return (
        f"V{number}:\n  scheme: {('topic', 'place', 'person')[number % 3]}\n  pref_label: {{ar: {text}, en: {text}}}\n"
        f"  alt_labels: {{ar: [مفهوم {number}], en: [{text}]}}\n  related: [V0]\n"
        f"  definition: {{text: {{ar: {text}, en: {text}}}, source: {quoted(ADDRESS)}}}\n  coordinates: [15.3, 44.2]\n"
    )


def original(number: int, vectors: tuple[str, ...]) -> tuple[str, str]:
    """Give a damaged file with the vectors, one of each kind in turn: its name and its text."""
    lines = [
        f"خبـر رقم {number} {in_a_line(vectors[:2])}",
        DATE,
        *(in_a_line((v,)) + " صبـاحا" for v in vectors),
        DOUBTFUL + ".",
    ]
    inside = "".join(f"<p>{line}</p>\n" for line in lines)
    head = f'<title>{lines[0]}</title><meta name="author" content="{in_a_line(vectors[:3])}">'
    return (
        (f"{HOSTILE_NAME} {number}.txt", "\n\n".join(lines)),
        (f"{number}.html", inside),
        (
            f"page-{number}.html",
            f"<!DOCTYPE html><html><head>{head}</head><body><article>{inside}</article></body></html>",
        ),
    )[number % 3]


def write_archive(project: Project) -> None:
    """Write articles, originals with what repair makes of them, the vocabulary, and site.yaml."""
    for number, group in enumerate(GROUPS):
        project.write(f"articles/vector-{number}.md", article(number, writable(group)))
        name, text = original(number, group)
        planned = plan(read_original(name, text.encode()), Vocabulary())
        stem = name.rpartition(".")[0]
        project.write(f"originals/{name}", text)
        project.write(f"records/{stem}.json", planned.record.to_bytes())
        project.write(f"articles/{stem}.md", planned.article)
    project.write("vocabulary/all.yaml", "".join(concept(n, writable(g)) for n, g in enumerate(GROUPS)))
    site = {"name": TAGS[4], "contact": TAGS[10], "editors": "named", "description": {"ar": TAGS[14], "en": QUOTES[6]}}
    project.write("site.yaml", json.dumps(site))


def attacked_site(root: Path) -> Attacked:
    """Render the site; the checks refuse much of it before a page is made, and here the pages have to stand without them."""
    project = Project.empty(root)
    write_archive(project)
    checked = check_archive(project.content, DAY, repairing=False)
    assert len(checked.editions) == 2 * len(GROUPS), [p.text("en") for p in checked.errors][:20]
    theme = ROOT / "theme"
    templates = Templates(Theme.at(theme), checked.archive.site)
    addresses = []
    for made in whole_site(checked.library("https://archive.example", DAY)):
        inside = made.address + ("index.html" if made.address == "" or made.address.endswith("/") else "")
        file = project.output / inside
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.data if isinstance(made, File) else templates.render(made))
        addresses.append(made.address)
    shutil.copytree(theme / "static", project.output / "theme")
    return Attacked(project, tuple(addresses))
