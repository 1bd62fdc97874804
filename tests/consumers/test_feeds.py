"""Programs that read feeds: what they find of each article, and what is left of it when they have cleaned it."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser  # type: ignore[import-untyped]  # no types are published
import nh3
import pytest
from lxml.html import fromstring

from consumers import npm
from consumers.conftest import ReadSite
from consumers.published import Published
from warraq.pages.article_facts import credited, last_changed
from warraq.pages.direction import direction

FOLDER = Path(__file__).parent / "feed_readers"
MOST = 50
MARKS = "\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}"
NUMBER = re.compile(r"\[\d+\]")


def in_lists(site: ReadSite) -> dict[str, Published]:
    """Give the articles that feeds may have, by the addresses of their pages."""
    shown = {each.article.slug for each in site.articles}
    return {f"{site.url}/{each.address}": each for each in site.articles if each.article.version_of not in shown}


def items(site: ReadSite) -> list[dict[str, Any]]:
    """Give the entries of the JSON feed."""
    feed = json.loads((site.output / "feeds/site.json").read_bytes())
    return list(feed["items"])


def words(content: str, *, notes: bool = False) -> str:
    """Give the text of a content without spaces, without the numbers of its notes, and without what stands behind the text."""
    root: Any = fromstring(f"<main>{content}</main>")
    for number in root.xpath("//sup"):
        if NUMBER.fullmatch(number.text_content()):
            number.drop_tree()
    if not notes:
        for behind in root.xpath("//small/.. | //li[a[text()='\u21a9\ufe0e']]"):
            behind.drop_tree()
    return "".join(root.text_content().translate(dict.fromkeys(map(ord, MARKS))).split())


def text_of(each: Published) -> str:
    """Give T below the title, without spaces; a caption stands with its picture."""
    said = [line for section in each.edition.sections for line in (section_text(each, section), section.caption)]
    return "".join("".join(said).split())


def section_text(each: Published, section: Any) -> str:
    return each.edition.text[section.start : section.end]


def test_feedparser_reads_every_field_of_every_article(read_site: ReadSite) -> None:
    known = in_lists(read_site)
    for file in sorted(read_site.output.glob("feeds/**/*.xml")):
        feed = feedparser.parse(file.read_bytes())
        assert (feed.bozo, bool(feed.entries)) == (False, True), file
        assert feed.feed.updated == max(entry.updated for entry in feed.entries) > "1971"
        if file.name == "corrections.xml":
            continue
        for entry in feed.entries:
            each = known[unquote(entry.link)]
            article = each.article
            title = unescape(entry.title) if entry.title_detail.type == "text/html" else entry.title
            assert title.strip(MARKS) == article.title
            assert entry.updated == f"{last_changed(article)}T00:00:00Z"
            day = f"{article.date}T00:00:00Z" if article.date and article.date.day else None
            assert entry.get("published") == day
            assert [author.name for author in entry.authors] == [*(credited(article) or [feed.feed.author])]
            assert entry.content[0].language == article.lang
            content = fromstring(entry.content[0].value)
            assert (content.get("lang"), content.get("dir")) == (article.lang, direction(article.lang))
            assert words(entry.content[0].value) == text_of(each)


def test_feeds_have_every_article_up_to_their_limit(read_site: ReadSite) -> None:
    known = in_lists(read_site)
    dated = [address for address, each in known.items() if last_changed(each.article)]
    feed = feedparser.parse((read_site.output / "feeds/site.xml").read_bytes())
    assert len({unquote(entry.link) for entry in feed.entries} & set(dated)) == min(MOST, len(dated))
    assert len({unquote(item["url"]) for item in items(read_site)} & known.keys()) == min(MOST, len(known))


def test_every_feed_is_offered_and_every_offered_feed_is_there(read_site: ReadSite) -> None:
    offered = set()
    for page in read_site.output.rglob("index.html"):
        root: Any = fromstring(page.read_bytes())
        for link in root.xpath("//link[contains(@type, 'feed') or contains(@type, 'atom')]"):
            offered.add((page.parent / unquote(link.get("href"))).resolve().relative_to(read_site.output).as_posix())
    made = {file.relative_to(read_site.output).as_posix() for file in read_site.output.glob("feeds/**/*.*")}
    assert offered == made


def test_the_json_feed_keeps_the_rules_of_version_1_1(read_site: ReadSite) -> None:
    """https://jsonfeed.org/version/1.1: what has to be there, of which type, and that nothing is null."""
    feed = json.loads((read_site.output / "feeds/site.json").read_bytes())
    texts = {"version", "title", "home_page_url", "feed_url", "description", "language"}
    assert all(isinstance(feed[name], str) and feed[name] for name in texts & feed.keys())
    assert feed.keys() <= texts | {"authors", "items"} and isinstance(feed["items"], list)
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    time = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
    for item in feed["items"]:
        said = {"id", "url", "title", "content_html", "summary", "language", "image"}
        dates = {"date_published", "date_modified"}
        assert item.keys() <= said | dates | {"authors", "tags", "attachments"}
        assert all(isinstance(item[name], str) and item[name] for name in said & item.keys())
        assert all(time.fullmatch(item[name]) for name in dates & item.keys())
        assert all(author.keys() == {"name"} and author["name"] for author in item["authors"])
        assert all(isinstance(tag, str) for tag in item["tags"])
        for attachment in item.get("attachments", ()):
            assert attachment.keys() == {"url", "mime_type"} and attachment["mime_type"].startswith("image/")
            assert attachment["url"].startswith(read_site.url)


def cleaned_by(cleaner: str, texts: list[str]) -> list[str]:
    """Clean contents as a reader's program does."""
    if cleaner == "feedparser":  # it cleans what it reads
        entries = "".join(f'<entry><content type="html">{escape(text)}</content></entry>' for text in texts)
        feed = feedparser.parse(f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode())
        return [entry.content[0].value for entry in feed.entries]
    if cleaner == "ammonia":
        return [nh3.clean(text) for text in texts]
    try:
        return [str(text) for text in json.loads(npm.node(FOLDER, "clean.js", json.dumps(texts)))]
    except npm.NoNpmError as error:
        npm.absent(error)


CLEANERS = "feedparser", "ammonia", "sanitize-html"


@pytest.mark.parametrize("cleaner", CLEANERS)
def test_what_a_cleaner_leaves_is_the_text_its_notes_and_links(read_site: ReadSite, cleaner: str) -> None:
    known = in_lists(read_site)
    entries = items(read_site)
    for item, left in zip(entries, cleaned_by(cleaner, [item["content_html"] for item in entries]), strict=True):
        each = known[unquote(item["url"])]
        assert words(left) == text_of(each)
        assert words(left, notes=True) == words(item["content_html"], notes=True)
        root: Any = fromstring(f"<main>{left}</main>")
        links = root.xpath("//a")
        assert all(link.get("href", "").startswith(("https://", "http://", "mailto:")) for link in links)
        assert all(link.text_content().strip() for link in links)
        numbers = [number.text for number in root.xpath("//sup/a")]
        assert numbers == [f"[{n}]" for n in range(1, len(numbers) + 1)]
        assert len(root.xpath("//li[a[text()='\u21a9\ufe0e']]")) == len(each.edition.notes) >= len(numbers)


SHOWN = """pairs => {
    document.documentElement.dir = "ltr";
    return pairs.map(([title, content]) => {
        document.body.innerHTML = '<h1 dir="auto"></h1><article dir="auto"></article>';
        document.querySelector("h1").textContent = title;
        document.querySelector("article").innerHTML = content;
        const blocks = document.querySelectorAll("h1, article p, article h2, article h3, article li, article td");
        return [...new Set([...blocks].map(block => getComputedStyle(block).direction))];
    });
}"""
"""As Miniflux and FreshRSS show an entry: in a page from left to right, in an element that goes by its first letter."""


@pytest.mark.browser
@pytest.mark.parametrize("cleaner", CLEANERS)
def test_what_a_cleaner_leaves_is_still_shown_in_its_direction(page: Any, read_site: ReadSite, cleaner: str) -> None:
    entries = items(read_site)
    left = cleaned_by(cleaner, [item["content_html"].partition("<hr>\n<ul")[0] for item in entries])
    shown = page.evaluate(SHOWN, [[item["title"], text] for item, text in zip(entries, left, strict=True)])
    assert {item["url"]: each for item, each in zip(entries, shown, strict=True)} == {
        item["url"]: [direction(item["language"])] for item in entries
    }
