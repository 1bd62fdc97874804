"""
Lists of cards: the headline of another article, which leads there, and a sentence or two of it below.

Sections, tags, authors' pages, results of a search and front pages are made of them. What tells them from a short article beside cards is
that nothing is their own: each sentence stands below a headline that leads elsewhere, and no headline of several words leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..html_tags import strip_tags
from ..html_tags.elements import HEADINGS
from ..html_tags.references import unescape
from ..readers.titles import title_words
from ..rules.page.scanned import Element, TextBlock
from .facts import Facts

FEWEST = 5
"""Cards, or headlines that stand in `FEWEST_ALONE`, of a list."""
FEWEST_ALONE = 15
"""Headlines without a sentence, of a list."""
HEADLINE = 20
"""Letters of a link that is a headline."""
SHORTEST = 12
"""Letters of such a link in a heading."""
TEASER = 250
"""Letters of a card's sentences, at most."""
SHORT_TEASER = 100
"""Letters of cards' sentences on average, where a page's head alone calls it no article: a round-up of other papers says more."""
OWN = 12
"""Letters of a block that says something."""
OWN_WORDS = 3
HEADLINE_WORDS = 5
MOST_LABELS = 8
"""Blocks of fewer words in no card: more are a table, or lines of verse."""
LEVELS = 3
"""Containers around a headline that may be its card."""
LONGEST = 2_000
"""Code points of a block whose words are compared."""
FRAME = frozenset({"", "html", "body", "main"})
RIGHTS = re.compile(r"©|&copy;|copyright|rights reserved|حقوق|الحقوق|זכויות", re.IGNORECASE)
MEDIA = re.compile(r"<(?:img|picture|figure|video|audio|iframe|embed|object)\b", re.IGNORECASE)
BODY = re.compile(r"<body\b[^<>]{0,2000}?\bclass\s*=\s*[\"']?([^\"'<>]{0,1000})", re.IGNORECASE)
LISTS = frozenset(
    {"archive", "author", "category", "tag", "search", "search-results", "home", "blog", "front", "taxonomy"}
)
"""Classes of `<body>` by which WordPress and others tell a list."""
SINGLES = re.compile(r"(?:^|\s)(?:single|page-node|node-type|postid|article)", re.IGNORECASE)
PAGER = re.compile(r"(?:[?&;](?:page|paged|pg)=|/page/)(\d{1,4})(?=[/\"'\s&#>])", re.IGNORECASE)
"""The number of a list's next part, in a link's address."""
SEARCH = frozenset(
    title_words(each)
    for each in (
        *("Search results", "Search", "Results", "Search results for", "نتائج البحث", "البحث", "نتائج البحث عن", "بحث"),
        *(
            "نتیجه جستجو",
            "نتایج جستجو",
            "نتیجه جست‌وجو",
            "نتایج جست‌وجو",
            "جستجو",
            "تلاش کے نتائج",
            "تلاش",
            "תוצאות חיפוש",
            "חיפוש",
        ),
        *("Suchergebnisse", "Suche", "Résultats de recherche", "Recherche", "Resultados de la búsqueda", "Búsqueda"),
        *("Risultati della ricerca", "Ricerca", "Arama sonuçları", "Результаты поиска", "Поиск", "Zoekresultaten"),
    )
)
SEARCH_FIELD = re.compile(
    r"<input\b[^<>]{0,500}?\b(?:name\s*=\s*[\"']?(?:q|s|search|query|keyword|word)\b|type\s*=\s*[\"']?search)",
    re.IGNORECASE,
)
AUTHOR = re.compile(r"og:type[\"']?\s+content=[\"']?profile\b|\"@type\"\s*+:\s*+\"ProfilePage\"", re.IGNORECASE)
HEAD = 200_000


@dataclass(frozen=True, slots=True)
class Cards:
    """What a page consists of, read as a list of other articles."""

    full: int
    """Headlines that lead elsewhere, with a sentence below."""
    headlines: int
    """All headlines that lead elsewhere."""
    introductions: int
    """Blocks of the page's own, that say something, above the first full card."""
    labels: int
    """Blocks of a word or two in no card."""
    teasers: int
    """Letters of the sentences below headlines."""
    others: int
    """Those behind it."""
    has_headline: bool
    """A headline of several words, or the page's own title, leads nowhere."""
    has_picture: bool
    """A picture, a film or a frame stands between the page's heading and the first card."""

    @property
    def are_a_list(self) -> bool:
        """Nothing but an introduction is the page's own."""
        enough = self.full >= FEWEST or self.headlines >= FEWEST_ALONE
        own = self.others or self.introductions > 1 or self.labels > MOST_LABELS
        return enough and not (own or self.has_headline or self.has_picture)


@lru_cache(maxsize=1)
def cards_of(facts: Facts) -> Cards:
    """Read a page as a list of other articles."""
    full = headlines = introductions = others = labels = teasers = 0
    has_headline = False
    card: Element | None = None
    is_open = False
    above = -1
    first: int | None = None
    for block in facts.own:
        if leads_elsewhere(block) and not is_own_title(facts, block):
            headlines += 1
            card, above, is_open = _card(block, above), block.start, True
            first = first or (card or block.inside).start
        elif block.tag in HEADINGS or is_own_title(facts, block):
            card = None
            has_headline |= len(words_said(facts, block).split()) >= HEADLINE_WORDS
        elif block.letters - block.linked < OWN or len(words_said(facts, block).split()) < OWN_WORDS:
            labels += block.linked == 0 and not (card and block.start < card.end)
        elif card and block.start < card.end and is_open and block.letters <= TEASER:
            full, teasers, is_open = full + 1, teasers + block.letters, False
        elif not RIGHTS.search(facts.text, block.start, min(block.end, block.start + LONGEST)):
            others += full > 0
            introductions += full == 0
    return Cards(full, headlines, introductions, labels, teasers, others, has_headline, _has_picture(facts, first))


def says_list(facts: Facts, cards: Cards) -> bool:
    """Say whether a page that consists of cards says so: by its address, its head, its classes, its pager or its title."""
    is_author = AUTHOR.search(facts.text, 0, HEAD) is not None or "author" in _classes(facts)
    is_search = bool(SEARCH & (facts.titles | facts.headings)) and SEARCH_FIELD.search(facts.text) is not None
    if cards.introductions > int(is_author or is_search):
        return False
    pages = {match[1] for match in PAGER.finditer(facts.text)}
    by_class = bool(LISTS & _classes(facts))
    if is_author or is_search or facts.is_root or by_class or len(pages) > 1:
        return True
    by_head = facts.says_collection and cards.teasers <= SHORT_TEASER * cards.full
    return by_head or (_has_sections(facts) and cards.headlines >= FEWEST_ALONE)


def calls_itself_both(facts: Facts) -> bool:
    """Say whether a page's head calls it an article, as some tools do with every page, and its classes and its data a list."""
    return facts.says_collection and bool(LISTS & _classes(facts))


def _classes(facts: Facts) -> set[str]:
    """Give the classes of `<body>`; none where one of them tells an article."""
    found = BODY.search(facts.text)
    return set() if found is None or SINGLES.search(found[1]) else set(found[1].lower().split())


def leads_elsewhere(block: TextBlock) -> bool:
    """Say whether a block is the headline of another article; a menu's words seldom stand in headings."""
    least = SHORTEST if block.tag in HEADINGS else HEADLINE
    return block.linked >= least and block.linked * 4 >= block.letters * 3


def _has_sections(facts: Facts) -> bool:
    """Say whether three headings of few words each stand above three headlines or more."""
    sections = below = 0
    for block in _but_labels(facts):
        if block.tag in HEADINGS and not leads_elsewhere(block):
            sections, below = sections + (below >= FEWEST - 2), 0
        else:
            below += 1
    return sections + (below >= FEWEST - 2) > FEWEST - 2


def _but_labels(facts: Facts) -> Iterator[TextBlock]:
    return (b for b in facts.own if b.tag in HEADINGS or leads_elsewhere(b))


def _card(block: TextBlock, above: int) -> Element | None:
    """Give the widest container near a headline that holds no headline above it."""
    card, element = None, block.inside
    for _ in range(LEVELS):
        if element.name in FRAME or element.start <= above or element.parent is None:
            break
        card, element = element, element.parent
    return card


def words_said(facts: Facts, block: TextBlock) -> str:
    """Give the words of a block, as far as they are compared."""
    return unescape(strip_tags(facts.text[block.start : min(block.end, block.start + LONGEST)]))


def is_own_title(facts: Facts, block: TextBlock) -> bool:
    """Say whether a block is the page's own title."""
    words = title_words(words_said(facts, block))
    return len(words) >= HEADLINE and words in facts.titles


def _has_picture(facts: Facts, first: int | None) -> bool:
    """Say whether something else than text stands between the page's heading and the first card behind it."""
    ends = [b.end for b in facts.own if b.tag == "h1" and b.linked < HEADLINE]
    return bool(ends) and first is not None and MEDIA.search(facts.text, ends[0], max(first, ends[0])) is not None
